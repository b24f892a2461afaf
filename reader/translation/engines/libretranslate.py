"""LibreTranslate, on any server that speaks its interface (API of LibreTranslate 1.9)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TypeGuard

from reader.errors import AuthFailed, BadResponse, EngineError, TooLong, Unavailable
from reader.model import ENGLISH, HINDI
from reader.translation.engines.batching import answers
from reader.translation.engines.http import PLAIN, Answer, RemoteEngine, Timeouts, exchange

REQUEST_LIMIT = 1500
"""Characters a request; public servers set their limit at 2,000."""
_USUAL = Timeouts()
_ADVICE = "Try again later, or choose another engine."
_CHECK_ADDRESS = "Check the address in the settings."


class LibreTranslateEngine(RemoteEngine):
    """Sends sentences to the server at one address; safe to use from several threads."""

    name = "libretranslate"
    label = "LibreTranslate"
    batch_limit = REQUEST_LIMIT

    def __init__(self, address: str, *, offline: bool = False, timeouts: Timeouts = _USUAL) -> None:
        """``address`` of the server, with or without ``/translate`` at its end."""
        server = address.strip().rstrip("/").removesuffix("/translate").rstrip("/")
        super().__init__(server, offline=offline, timeouts=timeouts)

    def unavailable_reason(self) -> str:
        """Why it cannot be used, '' when it can; instant."""
        if self.is_locked:
            return "Stay offline is on."
        if not self._address:
            return "No LibreTranslate address is set."
        if not self.host:
            return f"The LibreTranslate address is not a web address {PLAIN}."
        return ""

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        """Yield the English of each sentence; raises an EngineError at the first without."""
        if reason := self.unavailable_reason():
            raise Unavailable(reason)
        return answers(sentences, self.batch_limit, self._ask, self.host)

    def _ask(self, sentences: Sequence[str]) -> list[str]:
        question = {"q": list(sentences), "source": HINDI, "target": ENGLISH, "format": "text"}
        url = f"{self._address}/translate"
        answer = exchange("POST", url, self._timeouts, json=question)
        content = _content(answer.text)
        if answer.status >= 400:
            raise _refusal(answer, content, self.host)
        translated = content.get("translatedText")
        texts = [translated] if isinstance(translated, str) else translated
        if not _are_texts(texts) or len(sentences) == 1 != len(texts):
            raise BadResponse(f"{self.host} did not answer as LibreTranslate does.", _CHECK_ADDRESS)
        return texts


def _are_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def _content(text: str) -> dict[str, object]:
    """The JSON object in ``text``; empty when there is none."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _refusal(answer: Answer, content: dict[str, object], host: str) -> EngineError:
    """The error for a status from 400 on; the server's own words may quote the text."""
    words = str(content.get("error", "")).lower()
    if answer.status == 413 or "exceeds" in words:
        return TooLong(f"{host} finds the sentence too long.", "Choose another engine for it.")
    if answer.status in (401, 403) or "api key" in words:
        return AuthFailed(f"{host} wants an API key.", "Choose another server or engine.")
    if "not supported" in words:
        return Unavailable(f"{host} cannot translate Hindi into English.", _CHECK_ADDRESS)
    if answer.status == 400 and words:
        return BadResponse(f"{host} did not accept the sentence.", _ADVICE)
    return Unavailable(f"{host} refused the request (HTTP status {answer.status}).", _CHECK_ADDRESS)
