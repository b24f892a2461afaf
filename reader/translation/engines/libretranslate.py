"""LibreTranslate, on any server that speaks its interface (API of LibreTranslate 1.9)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeGuard

from reader.errors import EngineError, Unavailable
from reader.model import ENGLISH, HINDI
from reader.translation.engine import Limit
from reader.translation.engines.batching import answers
from reader.translation.engines.http import (
    LOCKED,
    PLAIN,
    Answer,
    RemoteEngine,
    Timeouts,
    exchange,
    no_key,
)
from reader.translation.engines.troubles import refusal, strange, too_long, too_many

REQUEST_LIMIT = 1500
"""Characters a request; public servers set their limit at 2,000."""
_TRIAL = "पानी"
_USUAL = Timeouts()


class LibreTranslateEngine(RemoteEngine):
    """Sends sentences to the server at one address; safe to use from several threads."""

    name = "libretranslate"
    label = "LibreTranslate"

    def __init__(
        self,
        address: str,
        *,
        key: Callable[[], str] = no_key,
        offline: bool = False,
        timeouts: Timeouts = _USUAL,
    ) -> None:
        """``address`` of the server, with or without ``/translate`` at its end."""
        address = address.strip().rstrip("/").removesuffix("/translate").rstrip("/")
        super().__init__(address, key=key, offline=offline, timeouts=timeouts)
        self._server_limit = 0

    @property
    def limit(self) -> Limit:
        """Ours, or the server's own where it told a smaller one."""
        return Limit(min(REQUEST_LIMIT, self._server_limit or REQUEST_LIMIT))

    def unavailable_reason(self) -> str:
        """Why it cannot be used, '' when it can; instant."""
        if not self._address:
            return "No LibreTranslate address is set. Give it in Settings, or after --address."
        if self.is_locked:
            return LOCKED
        if not self.host:
            return f"The LibreTranslate address is not a web address {PLAIN}."
        return ""

    def hindi(self) -> bool:
        """Whether the server's list of languages has Hindi into English; asks it.

        One that keeps its list from strangers, or says that it wants a key, is asked for a
        word as well, with the key.
        """
        self._open()
        answer = exchange("GET", f"{self._address}/languages", self._timeouts)
        if answer.status in (401, 403):
            return bool(list(self.translate([_TRIAL])))
        if answer.status >= 400:
            raise self._refusal(answer.status, _content(answer), keyed=False)
        languages = answer.json()
        if not isinstance(languages, list):
            raise strange(self.host, self.label)
        has_hindi = any(map(_has_hindi, languages))
        if self._ask_limit() and has_hindi:
            return bool(list(self.translate([_TRIAL])))
        return has_hindi

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        """Yield the English of each sentence; raises an EngineError at the first without."""
        if reason := self.unavailable_reason():
            raise Unavailable(reason)
        return answers(sentences, self.limit, self._ask, self.host, is_secret=self.tells_key)

    def _ask_limit(self) -> bool:
        """Learn how many characters the server takes, 0 or less for any; whether it wants a key."""
        answer = exchange("GET", f"{self._address}/frontend/settings", self._timeouts)
        settings = _content(answer)
        limit = settings.get("charLimit")
        self._server_limit = limit if isinstance(limit, int) and limit > 0 else 0
        return settings.get("keyRequired") is True

    def _ask(self, sentences: Sequence[str]) -> list[str]:
        question = {"q": list(sentences), "source": HINDI, "target": ENGLISH, "format": "text"}
        key = self._key()
        if key:
            question["api_key"] = key
        url = f"{self._address}/translate"
        answer = exchange("POST", url, self._timeouts, json=question)
        content = _content(answer)
        if answer.status >= 400:
            raise self._refusal(answer.status, content, keyed=bool(key))
        translated = content.get("translatedText")
        texts = [translated] if isinstance(translated, str) else translated
        if not _are_texts(texts) or len(sentences) == 1 != len(texts):
            raise strange(self.host, self.label)
        return texts

    def _refusal(self, status: int, content: dict[str, object], *, keyed: bool) -> EngineError:
        """The error for a status from 400 on; the server's own words may quote the text."""
        words = str(content.get("error", "")).lower()
        if "exceeds" in words:
            return too_long(self.host)
        if "too many" in words:
            return too_many(self.host)
        if "not supported" in words:
            return Unavailable(
                f"{self.host} cannot translate Hindi into English.",
                "Add the two to its languages, or choose another engine.",
            )
        if status == 400 and not words:
            return strange(self.host, self.label)
        status = 401 if "api key" in words else status
        return refusal(status, self.host, self.label, self.name, keyed=keyed)


def _has_hindi(language: object) -> bool:
    """Whether an entry of the list is Hindi and names English, where it names targets."""
    if not isinstance(language, dict) or language.get("code") != HINDI:
        return False
    targets = language.get("targets")
    return not isinstance(targets, list) or ENGLISH in targets


def _are_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def _content(answer: Answer) -> dict[str, object]:
    """The JSON object in an answer; empty when there is none."""
    content = answer.json()
    return content if isinstance(content, dict) else {}
