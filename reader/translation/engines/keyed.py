"""Engines that want a key, and whose own list of languages must have Hindi first."""

from __future__ import annotations

import json
from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence

from reader.errors import AuthFailed, BadResponse, EngineError, Unavailable
from reader.translation.engine import Limit
from reader.translation.engines.batching import answers
from reader.translation.engines.http import LOCKED, PLAIN, Answer, RemoteEngine, Timeouts
from reader.translation.engines.troubles import (
    key_advice,
    key_refused,
    refusal,
    strange,
    used_up,
)

_USED_UP = 456
"""DeepL's own status."""
_USUAL = Timeouts()


class KeyedEngine(RemoteEngine):
    """What Microsoft and DeepL have in common: a key, and JSON both ways."""

    name: str
    label: str
    limit: Limit
    most: int
    """Sentences that go in one request."""
    also = ""
    """What may be wrong beside the key when that is refused, in words."""

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

    @property
    def is_unseen(self) -> bool:
        """Whether nothing misses but a look at its list of languages."""
        return not (self._missing() or self._is_listed)

    def unavailable_reason(self) -> str:
        """Why it cannot be used, '' when it can; instant."""
        if self.is_unseen:
            return f"Whether {self.label} translates Hindi is not known yet. Check it in Settings."
        return self._missing()

    def _missing(self) -> str:
        if self.is_locked:
            return LOCKED
        if not self._is_keyed:
            return f"{self.label} wants a key. {key_advice(self.name)}"
        if not self.host:
            return f"The address set for {self.label} is not a web address {PLAIN}."
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
            raise AuthFailed(
                f"The system's keyring did not give the key of {self.label}.",
                f"Unlock it and try again. {key_advice(self.name)}",
            )
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
        return strange(self.host, self.label)

    def _refusal(self, status: int) -> EngineError:
        if status == _USED_UP:
            return used_up(self.host)
        if status in (401, 403):
            return key_refused(self.host, self.name, self.also)
        return refusal(status, self.host, self.label)


def texts_at(items: object, name: str) -> list[str]:
    """The texts under ``name`` in a list of JSON objects; raises LookupError or TypeError."""
    if not isinstance(items, list):
        raise TypeError
    texts = [item[name] for item in items if isinstance(item, Mapping)]
    if len(texts) != len(items) or not all(isinstance(text, str) for text in texts):
        raise TypeError
    return texts
