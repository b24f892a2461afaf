"""What a translation engine is, and how sentences are grouped for one request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from reader.errors import Unavailable

GLOSS = "gloss"
"""The name of the engine whose English is a gloss, not a translation."""


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
    def batch_limit(self) -> int:
        """How many characters (code points) one request may hold."""

    def unavailable_reason(self) -> str:
        """Why the engine cannot be used, '' when it can. Instant: no network, no disk."""

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        """Yield one English string for each sentence of one paragraph, in order.

        No string is empty unless its sentence was. Raises an EngineError at the first
        sentence it has no English for; those before it have been yielded by then.
        """


class ServerTrouble(Unavailable):
    """The server answered that something is wrong on its side; worth another try soon."""


def fitting(texts: Sequence[str], limit: int) -> int:
    """How many of the first ``texts``, with one character between them, fit in ``limit``.

    At least 1: a text that is too long by itself is for the engine to refuse.
    """
    size = -1
    for count, text in enumerate(texts):
        size += len(text) + 1
        if size > limit:
            return max(count, 1)
    return len(texts)


def batches(texts: Sequence[str], limit: int) -> Iterator[Sequence[str]]:
    """Cut ``texts`` into runs of at most ``limit`` characters, in order."""
    start = 0
    while start < len(texts):
        end = start + fitting(texts[start:], limit)
        yield texts[start:end]
        start = end
