"""What a translation engine is, and how sentences are grouped for one request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from reader.errors import Unavailable

GLOSS = "gloss"
"""The name of the engine whose English is a gloss, not a translation."""
TRY_LATER = "Try again later, or choose another engine."
"""The advice where what happened may pass by itself, and only there."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an engine gives no English: ``what`` happened, what to do next ('' if unknown)."""

    what: str
    advice: str = ""


class Measure(StrEnum):
    """What a limit counts."""

    CHARACTERS = "characters"  # code points
    BYTES = "bytes"  # of UTF-8: a Devanagari letter or sign has 3


@dataclass(frozen=True, slots=True)
class Limit:
    """How much text one request may hold, line breaks between its sentences included."""

    size: int
    measure: Measure = Measure.CHARACTERS

    def of(self, text: str) -> int:
        """How much of the limit ``text`` takes."""
        return len(text) if self.measure is Measure.CHARACTERS else len(text.encode())

    def __str__(self) -> str:
        return f"{self.size} {self.measure}"


@dataclass(frozen=True, slots=True)
class Manners:
    """How an engine wants to be asked: ``at_once`` requests in flight at most, and at least
    ``interval`` seconds from the start of one to the start of the next.

    ``together`` says whether neighbouring sentences go into one request, so that each has its
    context; where that gains nothing, each has a request of its own.
    """

    at_once: int = 4
    interval: float = 0.0
    together: bool = True


class Engine(Protocol):
    """Something that gives English for Hindi sentences.

    An implementation is a module of `reader.translation.engines` with one small class.
    """

    @property
    def name(self) -> str:
        """The stable id kept with every unit, such as ``google``."""

    @property
    def label(self) -> str:
        """The name shown to the reader."""

    @property
    def sends_to(self) -> str | None:
        """The host that receives the text; None when nothing leaves this program."""

    @property
    def version(self) -> str:
        """The version of its model, kept with every unit; '' where it tells none. Instant."""

    @property
    def limit(self) -> Limit:
        """How much text one request may hold."""

    @property
    def manners(self) -> Manners:
        """How fast it may be asked."""

    def unavailable_reason(self) -> str:
        """Why the engine cannot be used, '' when it can. Instant: no network, no disk."""

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        """Yield one English string for each of some neighbouring sentences, in order.

        Called from any thread, and from as many at once as ``manners`` allow. No string is
        empty unless its sentence was. Raises an EngineError at the first sentence it has no
        English for; those before it have been yielded by then.
        """


class ServerTrouble(Unavailable):
    """The server answered that something is wrong on its side; worth another try soon."""


def fitting(texts: Sequence[str], limit: Limit) -> int:
    """How many of the first ``texts``, with a line break between them, fit in ``limit``.

    At least 1: a text that is too long by itself is for the engine to refuse.
    """
    size = -1
    for count, text in enumerate(texts):
        size += limit.of(text) + 1
        if size > limit.size:
            return max(count, 1)
    return len(texts)


def batches(texts: Sequence[str], limit: Limit) -> Iterator[Sequence[str]]:
    """Cut ``texts`` into runs that fit in ``limit``, in order."""
    start = 0
    while start < len(texts):
        end = start + fitting(texts[start:], limit)
        yield texts[start:end]
        start = end
