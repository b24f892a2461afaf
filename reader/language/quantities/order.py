"""Ranges and scores whose two numbers the English has the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.language.quantities.joining import are_range
from reader.language.quantities.quantity import Quantity
from reader.model import Span

_JOINS = frozenset(("-", "–", "—", "से", "to"))
# Who lost may be told by the order of the score on one side, and by a word on the other.
_LOST = re.compile(
    r"\b(?:lost|lose|loses|losing|loss|defeat|beaten|trail\w*)\b|हार|पराजित|पराजय|शिकस्त|पिछड़",
    re.IGNORECASE,
)

Range = tuple[Quantity, Quantity]


def turned(
    source: str, left: Sequence[Quantity], target: str, right: Sequence[Quantity]
) -> Iterator[tuple[Range, Range]]:
    """The ranges of the Hindi that the English has the other way round alone: 3-2, 2–3."""
    if _LOST.search(source) or _LOST.search(target):
        return
    theirs = {(one.value, other.value): (one, other) for one, other in _ranges(target, right)}
    for mine in _ranges(source, left):
        ends = mine[0].value, mine[1].value
        if ends not in theirs and ends[::-1] in theirs:
            yield mine, theirs[ends[::-1]]


def span(ends: Range) -> Span:
    """What a range spans."""
    return Span(ends[0].span.start, ends[1].span.end)


def _ranges(text: str, found: Sequence[Quantity]) -> Iterator[Range]:
    return (ends for ends in pairwise(found) if are_range(text, *ends, _JOINS))
