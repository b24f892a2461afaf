"""Servers on this machine that speak like MyMemory, Microsoft Translator and DeepL.

They answer and misbehave as those of `tests.servers` do; the latter two want the key KEY.
"""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

from tests.servers import Handler, Mode, Request, Server, texts_for

KEY = "key-5f3a-of-a-reader"
LANGUAGES = ("en", "fr", "hi")


class _JsonHandler(Handler):
    """What the three have in common."""

    def finish_with(self, mode: Mode, content: object) -> None:
        right = json.dumps(content, ensure_ascii=False)
        self.misbehave(mode, right[:-3] if mode is Mode.CUT else right, "application/json")

    def say(self, status: int, content: object) -> None:
        self.answer(status, json.dumps(content), "application/json")

    def complaint(self, status: int) -> str:
        return json.dumps({"error": {"code": status * 1000, "message": self.path}})

    def question(self) -> object:
        """The body of a POST, noted as a request for a translation."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.owner.requests.append(Request("POST", self.path, body))
        return json.loads(body)

    @property
    def query(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(self.path).query)


class _MyMemoryHandler(_JsonHandler):
    def do_GET(self) -> None:  # noqa: N802
        owner = self.server.owner
        assert isinstance(owner, MyMemoryServer)
        owner.requests.append(Request("GET", self.path, ""))
        text = self.query["q"][0]
        assert self.query["langpair"] == ["hi-IN|en-GB"]
        if owner.warning:
            return self.say(200, _memory(owner.warning, owner.status))
        (english,) = texts_for(mode := owner.next_mode(), [text])
        return self.finish_with(mode, _memory(english, 200))


def _memory(english: str, status: int | str) -> dict[str, object]:
    return {
        "responseData": {"translatedText": english, "match": 0.85},
        "quotaFinished": False,
        "responseDetails": "" if status == 200 else english,
        "responseStatus": status,
        "matches": [],
    }


class MyMemoryServer(Server):
    """Speaks like MyMemory; ``warning`` and ``status`` stand in every answer if given."""

    handler = _MyMemoryHandler
    warning = ""
    status: int | str = 200


class _MicrosoftHandler(_JsonHandler):
    def do_GET(self) -> None:  # noqa: N802
        self.server.owner.others.append(Request("GET", self.path, ""))
        assert urlsplit(self.path).path == "/languages"
        assert self.query == {"api-version": ["3.0"], "scope": ["translation"]}
        owner = self.server.owner
        assert isinstance(owner, KeyedServer)
        self.say(200, {"translation": {code: {"name": code} for code in owner.languages}})

    def do_POST(self) -> None:  # noqa: N802
        question = self.question()
        assert isinstance(question, list)
        if self.headers["Ocp-Apim-Subscription-Key"] != KEY:
            return self.say(401, {"error": {"code": 401000, "message": "no access"}})
        texts = texts_for(mode := self.server.owner.next_mode(), [q["Text"] for q in question])
        answer = [{"translations": [{"text": text, "to": "en"}]} for text in texts]
        return self.finish_with(mode, answer)


class _DeepLHandler(_JsonHandler):
    def do_GET(self) -> None:  # noqa: N802
        self.server.owner.others.append(Request("GET", self.path, ""))
        owner = self.server.owner
        assert isinstance(owner, KeyedServer)
        if not self._may:
            return self.say(403, {"message": "Forbidden"})
        languages = [{"language": code.upper(), "name": code} for code in owner.languages]
        return self.say(200, languages)

    def do_POST(self) -> None:  # noqa: N802
        question = self.question()
        assert isinstance(question, dict)
        assert (question["source_lang"], question["target_lang"]) == ("HI", "EN-GB")
        if not self._may:
            return self.say(403, {"message": "Forbidden"})
        if len(question["text"]) > 50:
            return self.say(400, {"message": "Too many texts"})
        texts = texts_for(mode := self.server.owner.next_mode(), question["text"])
        answer = [{"detected_source_language": "HI", "text": text} for text in texts]
        return self.finish_with(mode, {"translations": answer})

    @property
    def _may(self) -> bool:
        return bool(self.headers["Authorization"] == f"DeepL-Auth-Key {KEY}")


class KeyedServer(Server):
    """A server that wants a key and lists its ``languages``."""

    languages: tuple[str, ...] = LANGUAGES


class MicrosoftServer(KeyedServer):
    """Speaks like version 3.0 of Microsoft's Translator."""

    handler = _MicrosoftHandler


class DeepLServer(KeyedServer):
    """Speaks like version 2 of DeepL's API."""

    handler = _DeepLHandler
