"""Stand-ins for what a test must not depend on: engines and the clock."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from string import ascii_lowercase

from reader.errors import EngineError
from reader.translation.engine import Limit, Manners


def english(hindi: str) -> str:
    """A made-up English sentence, always the same for the same Hindi, different for others.

    It is about as long as the Hindi and holds no number, so that no check has anything to say.
    """
    text = hindi.strip()
    words = [_word(f"{number} {text}") for number in range(len(text) // 10 + 1)]
    return f"{' '.join(words).capitalize()}."


def _word(seed: str) -> str:
    number = zlib.crc32(seed.encode())
    return "".join(ascii_lowercase[number // 26**place % 26] for place in range(6))


class FakeEngine:
    """An engine without a network, with `english` for every sentence.

    ``failures`` maps a sentence's index (in order of first asking, from 0) to the error it
    always meets, or to a list of errors it meets once each. ``calls`` records what was asked.
    """

    def __init__(
        self,
        name: str = "fake",
        *,
        failures: Mapping[int, EngineError | list[EngineError]] | None = None,
        limit: int = 1500,
        at_once: int = 1,
        sends_to: str | None = "fake.test",
        unavailable: str = "",
    ) -> None:
        self.name = name
        self.label = name.title()
        self.sends_to = sends_to
        self.version = ""
        self.limit = Limit(limit)
        self.manners = Manners(at_once=at_once)
        self.calls: list[list[str]] = []
        self._failures = dict(failures or {})
        self._unavailable = unavailable
        self._seen: list[str] = []

    def unavailable_reason(self) -> str:
        return self._unavailable

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        self.calls.append(list(sentences))
        for sentence in sentences:
            if sentence not in self._seen:
                self._seen.append(sentence)
            self._fail(self._seen.index(sentence))
            yield english(sentence)

    def _fail(self, index: int) -> None:
        failure = self._failures.get(index)
        if isinstance(failure, EngineError):
            raise failure
        if failure:
            raise failure.pop(0)


class FakeClock:
    """A clock that moves only when somebody pauses; ``cancelled`` makes a pause say so."""

    def __init__(self) -> None:
        self.time = datetime(2024, 6, 19, 12, 0, tzinfo=UTC)
        self.pauses: list[float] = []
        self.cancelled = False

    def now(self) -> datetime:
        return self.time

    def pause(self, seconds: float) -> bool:
        self.pauses.append(seconds)
        self.time += timedelta(seconds=seconds)
        return self.cancelled
