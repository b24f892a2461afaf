"""A server on this machine that speaks like a chat server with OpenAI's interface."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence

from tests.servers import Handler, Mode, Request, Server, texts_for

MODEL = "setu-test:4b"
_QUESTION = re.compile(r"(={5,})\n(.*)\n\1\nTranslate the .* above into English\.", re.DOTALL)


def numbered(texts: Sequence[str]) -> str:
    """What a model that does as it is told says."""
    return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1))


def asked_in(body: str) -> list[str]:
    """The sentences in the body of a request."""
    system, user = json.loads(body)["messages"]
    assert (system["role"], user["role"]) == ("system", "user")
    found = _QUESTION.fullmatch(user["content"])
    assert found
    assert found[1] not in found[2]
    lines = [re.fullmatch(r"(\d+)\. (.*)", line) for line in found[2].split("\n")]
    assert [match and int(match[1]) for match in lines] == list(range(1, len(lines) + 1))
    return [match[2] for match in lines if match]


class _ChatHandler(Handler):
    def do_GET(self) -> None:  # noqa: N802
        owner = self._owner
        owner.others.append(Request("GET", self.path, ""))
        if self.path != "/v1/models" or owner.models is None:
            return self._json(404, {"detail": "Not Found"})
        if not self._may:
            return self._json(401, {"error": {"message": "Incorrect API key", "code": None}})
        return self._json(200, {"object": "list", "data": [{"id": m} for m in owner.models]})

    def do_POST(self) -> None:  # noqa: N802
        owner = self._owner
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        request = Request("POST", self.path, body)
        if self.path != "/v1/chat/completions":
            owner.others.append(request)
            return self._json(404, {"detail": "Not Found"})
        owner.requests.append(request)
        if not self._may:
            return self._json(401, {"error": {"message": "Incorrect API key", "code": None}})
        if owner.refusal:
            status, content = owner.refusal
            return self.answer(status, content, "application/json")
        return self._talk(json.loads(body), asked_in(body))

    def _talk(self, question: dict[str, object], sentences: list[str]) -> None:
        owner = self._owner
        if question["model"] != MODEL:
            words = f'model "{question["model"]}" not found, try pulling it first'
            return self._json(404, {"error": {"message": words, "type": "api_error"}})
        texts = texts_for(mode := owner.next_mode(), sentences)
        message = {"role": "assistant", "content": owner.says(texts)}
        choice = {"index": 0, "message": message, "finish_reason": owner.finish}
        content = {"id": "1", "object": "chat.completion", "created": 1, "model": MODEL}
        right = json.dumps({**content, "choices": [choice]}, ensure_ascii=owner.ascii)
        body = right[:-3] if mode is Mode.CUT else right
        return self.misbehave(mode, body, "application/json")

    @property
    def _owner(self) -> ChatServer:
        owner = self.server.owner
        assert isinstance(owner, ChatServer)
        return owner

    @property
    def _may(self) -> bool:
        key = self._owner.key
        return not key or self.headers["Authorization"] == f"Bearer {key}"

    def _json(self, status: int, content: object) -> None:
        self.answer(status, json.dumps(content), "application/json")

    def complaint(self, status: int) -> str:
        return json.dumps({"error": {"message": f"status {status}", "type": "error"}})


class ChatServer(Server):
    """Speaks like Ollama, llama.cpp and vLLM; ``address`` is the host, without /v1.

    ``says`` makes what the model says of the English it should give, ``finish`` is why it
    stopped, ``refusal`` a status and body for every question. It wants ``key`` if that is
    set, and lists ``models``, or nothing for None.
    """

    handler = _ChatHandler
    key = ""
    models: Sequence[object] | None = (MODEL,)
    refusal: tuple[int, str] | None = None
    finish: str | None = "stop"
    ascii = False

    says: Callable[[Sequence[str]], str | None] = staticmethod(numbered)
