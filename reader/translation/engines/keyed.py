"""Engines that want a key, and whose own list of languages must have Hindi first."""

from __future__ import annotations

import json
from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence

from reader.errors import AuthFailed, BadResponse, EngineError, RateLimited, TooLong, Unavailable
from reader.translation.engine import Limit
from reader.translation.engines.batching import answers
from reader.translation.engines.http import LOCKED, PLAIN, Answer, RemoteEngine, Timeouts

ADVICE = "Try again later, or choose another engine."
_USUAL = Timeouts()


class KeyedEngine(RemoteEngine):
    """What Microsoft and DeepL have in common: a key, and JSON both ways."""

    name: str
    label: str
    limit: Limit
    most: int
    """Sentences that go in one request."""

    def __init__(
        self,
        address: str,
        *,
        key: Callable[[], str],
        is_keyed: bool,
        is_listed: bool,
        offline: bool = False,
        timeouts: Timeouts = _USUAL,
    ) -> None:
        """``is_keyed``: a key was given; ``is_listed``: its languages were seen to have Hindi."""
        super().__init__(address, key=key, offline=offline, timeouts=timeouts)
        self._is_keyed = is_keyed
        self._is_listed = is_listed

    def unavailable_reason(self) -> str:
        """Why it cannot be used, '' when it can; instant."""
        if self.is_locked:
            return LOCKED
        if not self._is_keyed:
            return f"{self.label} wants a key. Give it in Settings."
        if not self.host:
            return f"The address set for {self.label} is not a web address {PLAIN}."
        if not self._is_listed:
            return f"Whether {self.label} translates Hindi is not known yet. Check it in Settings."
        return ""

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        """Yield the English of each sentence; raises an EngineError at the first without."""
        if reason := self.unavailable_reason():
            raise Unavailable(reason)
        return answers(sentences, self.limit, self._ask, self.host, self.most, self.tells_key)

    @abstractmethod
    def _ask(self, sentences: Sequence[str]) -> Sequence[str]:
        """The English of sentences sent in one request."""

    def _given_key(self) -> str:
        key = self._key()
        if not key:
            raise AuthFailed(f"There is no key for {self.label}.", "Give it in Settings.")
        return key

    def content(self, answer: Answer) -> object:
        """The JSON of an answer; raises EngineError where it is none, or a refusal."""
        if answer.status >= 400:
            raise self._refusal(answer.status)
        try:
            return json.loads(answer.text)
        except (ValueError, RecursionError):
            raise self.strange() from None

    def strange(self) -> BadResponse:
        """The error for an answer that is not as this engine's are."""
        return BadResponse(f"{self.host} did not answer as {self.label} does.", ADVICE)

    def _refusal(self, status: int) -> EngineError:
        if status in (401, 403):
            return AuthFailed(f"{self.host} does not take the key.", "Check it in Settings.")
        if status in (413, 414):
            return TooLong(
                f"{self.host} finds the sentence too long.", "Choose another engine for it."
            )
        if status == 456:  # DeepL's own
            return RateLimited(f"{self.host} says the key's quota is used up.", ADVICE)
        if status == 400:
            return BadResponse(f"{self.host} did not accept the sentence.", ADVICE)
        return Unavailable(f"{self.host} refused the request (HTTP status {status}).", ADVICE)


def texts_at(items: object, name: str) -> list[str]:
    """The texts under ``name`` in a list of JSON objects; raises LookupError or TypeError."""
    if not isinstance(items, list):
        raise TypeError
    texts = [item[name] for item in items if isinstance(item, Mapping)]
    if len(texts) != len(items) or not all(isinstance(text, str) for text in texts):
        raise TypeError
    return texts
