"""Any chat server with OpenAI's interface: Ollama, llama.cpp, vLLM and hosted ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from reader.errors import AuthFailed, BadResponse, EngineError, TooLong, Unavailable
from reader.translation.engine import Limit, Manners
from reader.translation.engines import numbered
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
from reader.translation.engines.troubles import (
    CHECK_ADDRESS,
    WRONG_PLACE,
    key_advice,
    not_there,
    refusal,
    strange,
    too_long,
)

REQUEST_LIMIT = 1000
"""Characters a request. A server may drop the start of what does not fit its model's context,
and with it what the model was told, so this stays far below the smallest contexts in use."""
_USUAL = Timeouts(read=120.0, whole=120.0)  # The whole answer is made before its first byte.
_QUICK = Timeouts()
_TRIAL = "पानी ठंडा है।"
_MOST_NAMED = 5
_MOST_READ = 10_000
_ADVICE = "Try again, or choose another model or engine."
_CHECK_ADDRESS = f"{CHECK_ADDRESS} It often ends in /v1."
_NAME_MODEL = "in Settings, after --model or as SETU_CHAT_MODEL."
_NO_NAME = f"No model is named for the chat server. Name it {_NAME_MODEL}"
_HOST_ALONE = re.compile(r"https?://[^/?#]+", re.IGNORECASE)
_KEY = re.compile(r"[!-~]+")
_MODEL_NAME = re.compile(r"[A-Za-z0-9][\w.:/@+-]{0,79}", re.ASCII)
_NO_MODEL = re.compile(
    r"model.{0,200}?(?:not found|not_found|not exist|unknown)|not a valid model|no models? loaded",
    re.DOTALL,
)
_TOO_LONG = re.compile(
    r"context[ _](?:length|size|window)|too long|too many tokens|maximum (?:input|context)"
)


class ChatEngine(RemoteEngine):
    """Asks the model of one server for English; safe to use from several threads."""

    name = "chat"
    label = "Chat server"
    limit = Limit(REQUEST_LIMIT)

    def __init__(
        self,
        address: str,
        model: str,
        *,
        key: Callable[[], str] = no_key,
        offline: bool = False,
        timeouts: Timeouts = _USUAL,
    ) -> None:
        """``address`` up to ``/v1``, which is added to a host alone; ``model`` as it calls it."""
        super().__init__(_base(address), key=key, offline=offline, timeouts=timeouts)
        self.version = model.strip()
        # Servers for many put requests together; on this machine the reader needs it too.
        self.manners = Manners() if self.sends_to else Manners(at_once=2)

    def unavailable_reason(self) -> str:
        """Why it cannot be used, '' when it can; instant."""
        if not self._address:
            return "No chat server address is set. Give it in Settings, or after --address."
        if self.is_locked:
            return LOCKED
        if not self.host:
            return f"The chat server's address is not a web address {PLAIN}."
        return "" if self.version else _NO_NAME

    def hindi(self) -> bool:
        """Whether its model translates a Hindi sentence: a chat server lists no languages."""
        return bool(list(self.translate([_TRIAL])))

    def models(self) -> tuple[str, ...]:
        """The names of the models it lists, () where it has no list. Raises EngineError."""
        self._open()
        headers = self._headers()
        answer = exchange("GET", f"{self._address}/models", _QUICK, headers=headers)
        if answer.status in (401, 403):
            raise self._refusal(answer, keyed=bool(headers))
        content = answer.json()
        listed = content.get("data") if isinstance(content, dict) else None
        models = listed if isinstance(listed, list) else []
        names = [model.get("id") for model in models if isinstance(model, dict)]
        return tuple(
            name
            for name in names
            if isinstance(name, str) and _MODEL_NAME.fullmatch(name) and not self.tells_key(name)
        )

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        """Yield the English of each sentence; raises an EngineError at the first without."""
        self._check()
        return answers(sentences, self.limit, self._ask, self.host, is_secret=self.tells_key)

    def _check(self) -> None:
        if reason := self.unavailable_reason():
            raise Unavailable(reason)

    def _ask(self, sentences: Sequence[str]) -> list[str]:
        """The English of each, '' for one of several without. Raises EngineError."""
        said = self._said(sentences)
        english = numbered.english_of(said, sentences)
        if len(sentences) == 1 and not english[0]:
            raise BadResponse(f"{self.host} {numbered.fault_of(said)}.", _ADVICE)
        return english

    def _said(self, sentences: Sequence[str]) -> str:
        """What the model says to the sentences. Raises EngineError."""
        # No limit on its length: servers refuse one that does not fit beside the question.
        question = {
            "model": self.version,
            "messages": [
                {"role": "system", "content": numbered.SYSTEM},
                {"role": "user", "content": numbered.question(sentences)},
            ],
            "temperature": 0,
            "stream": False,
        }
        url = f"{self._address}/chat/completions"
        headers = self._headers()
        answer = exchange("POST", url, self._timeouts, json=question, headers=headers)
        if answer.status >= 400:
            raise self._refusal(answer, keyed=bool(headers))
        return self._spoken(answer.json())

    def _spoken(self, content: object) -> str:
        try:
            choice = content["choices"][0]  # type: ignore[index]
            finish, text = choice.get("finish_reason"), choice["message"].get("content")
        except (LookupError, TypeError, AttributeError):
            raise self._strange() from None
        if finish == "length":
            raise TooLong(
                f"{self.host} broke off before the end of its answer.",
                "Give its model more context, or choose another engine.",
            )
        if finish == "content_filter":
            raise BadResponse(f"{self.host} does not want to translate this.", _ADVICE)
        if not isinstance(text, str):
            raise self._strange()
        return text

    def _headers(self) -> dict[str, str]:
        """The header that carries the key, if there is one. Raises AuthFailed."""
        key = self._key().strip()
        if not key:
            return {}
        if not _KEY.fullmatch(key):
            raise AuthFailed(
                "The chat server's key has characters that no key has.", key_advice(self.name)
            )
        return {"Authorization": f"Bearer {key}"}

    def _strange(self) -> BadResponse:
        return strange(self.host, "a chat server", _CHECK_ADDRESS)

    def _refusal(self, answer: Answer, *, keyed: bool) -> EngineError:
        """The error for a status from 400 on; the server's own words may quote the text."""
        words = "" if answer.json() is None else answer.text[:_MOST_READ].lower()
        if _TOO_LONG.search(words):
            return too_long(self.host)
        if _NO_MODEL.search(words):
            return self._no_such_model()
        if answer.status in (400, 422):
            return BadResponse(f"{self.host} did not accept the request.", _ADVICE)
        if answer.status in WRONG_PLACE:
            return not_there(answer.status, self.host, "chat server", _CHECK_ADDRESS)
        return refusal(answer.status, self.host, "chat server", self.name, keyed=keyed)

    def _no_such_model(self) -> Unavailable:
        """The error for a model the server has not, with those it has if it lists them."""
        try:
            listed = ", ".join(self.models()[:_MOST_NAMED])
        except EngineError:
            listed = ""
        advice = f"It has {listed}: name one" if listed else "Name one that it has"
        return Unavailable(f"{self.host} has no model {self.version}.", f"{advice} {_NAME_MODEL}")


def _base(address: str) -> str:
    """The address requests begin with: no slash at its end, and /v1 if it is a host alone."""
    base = address.strip().rstrip("/").removesuffix("/chat/completions").rstrip("/")
    return f"{base}/v1" if _HOST_ALONE.fullmatch(base) else base
