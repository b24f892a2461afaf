"""Finding a mark again in an article that may have changed since.

The text-quote selector of the W3C Web Annotation model: the words marked, with a little
text before and after to tell one place from another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from heapq import nlargest
from itertools import accumulate, takewhile

from reader.model import Annotation, Row, Span

CONTEXT = 32
"""Code points kept before and after a mark."""
LIKE, LIKE_WORDS = 0.75, 0.7
"""How like the words marked others must be to stand for them: with what is around, and alone."""
# Fewer letters than these stand in many places: the surroundings must tell which is meant.
_TELLING = 12
_TELLING_CONTEXT = 0.6
# How many places are looked at closely, the most likely first.
_LOOKED_AT = 8
# Code points of two texts that are compared: of what is long, the beginning tells enough.
_COMPARED = 1000
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Place:
    """Words of a row that may be those of a mark."""

    row: Row
    span: Span

    @property
    def words(self) -> str:
        return self.row.text[self.span.start : self.span.end]

    @property
    def before(self) -> str:
        return self.row.text[max(0, self.span.start - CONTEXT) : self.span.start]

    @property
    def after(self) -> str:
        return self.row.text[self.span.end : self.span.end + CONTEXT]


def anchored(mark: Annotation, rows: Iterable[Row]) -> Annotation:
    """``mark`` where its words stand in ``rows``; with no row ('') when they are gone.

    Where they stand more than once, the place whose surroundings are most alike is taken.
    Where they stand nowhere, it is the words that are nearly the same, if any are. The
    quote stays as it was marked.
    """
    rows = list(rows)
    place = _unmoved(mark, rows) or _same_words(mark, rows) or _like_words(mark, rows)
    if place is None:
        return replace(mark, row="")
    if (place.row.id, place.span) == (mark.row, mark.span):
        return mark
    return replace(mark, row=place.row.id, span=place.span)


def _unmoved(mark: Annotation, rows: Sequence[Row]) -> _Place | None:
    """The mark's own place, where words and surroundings are as they were."""
    for row in rows:
        place = _Place(row, mark.span)
        if row.id == mark.row and place.words == mark.quote:
            kept = place.before.endswith(mark.prefix) and place.after.startswith(mark.suffix)
            return place if kept else None
    return None


def _same_words(mark: Annotation, rows: Iterable[Row]) -> _Place | None:
    """The likeliest place of just the words marked, unless these are too few to tell."""
    places = nlargest(_LOOKED_AT, _occurrences(mark, rows), key=lambda p: _common(mark, p))
    best = max(places, key=lambda place: _around(mark, place), default=None)
    is_told = best and (len(mark.quote) >= _TELLING or _around(mark, best) >= _TELLING_CONTEXT)
    return best if is_told else None


def _occurrences(mark: Annotation, rows: Iterable[Row]) -> Iterator[_Place]:
    """Everywhere the marked words stand."""
    for row in rows:
        start = row.text.find(mark.quote) if mark.quote else -1
        while start >= 0:
            yield _Place(row, Span(start, start + len(mark.quote)))
            start = row.text.find(mark.quote, start + 1)


def _like_words(mark: Annotation, rows: Iterable[Row]) -> _Place | None:
    """The words most like those marked, if they and what is around them are like enough."""
    if len(mark.quote) < _TELLING:
        return None
    likely = nlargest(_LOOKED_AT, _stretches(mark.quote.split(), rows), key=lambda found: found[0])
    scored = [(_closeness(mark, place), n, place) for n, (_, place) in enumerate(likely)]
    closeness, _, place = max(scored, default=(0.0, 0, None))
    return place if closeness >= LIKE else None


def _stretches(wanted: Sequence[str], rows: Iterable[Row]) -> Iterator[tuple[float, _Place]]:
    """Stretches of about as many words, half of them wanted ones, each with their share."""
    known = set(wanted)
    for row in rows:
        words = list(_WORD.finditer(row.text))
        hits = [0, *accumulate(word[0] in known for word in words)]
        for size in (len(wanted) - 1, len(wanted), len(wanted) + 1):
            for first in range(len(words) - size + 1 if size else 0):
                share = (hits[first + size] - hits[first]) / max(size, len(wanted))
                if 2 * share >= 1:
                    span = Span(words[first].start(), words[first + size - 1].end())
                    yield share, _Place(row, span)


def _closeness(mark: Annotation, place: _Place) -> float:
    """How like the mark the place is, words and surroundings together; 0 for other words."""
    words, size = _likeness(mark.quote, place.words), len(mark.quote)
    if words < LIKE_WORDS:
        return 0
    return (words * size + _around(mark, place) * CONTEXT) / (size + CONTEXT)


def _around(mark: Annotation, place: _Place) -> float:
    """How like those of the mark the surroundings are, 0 to 1; 1 for a mark without any."""
    sides = ((mark.prefix, place.before), (mark.suffix, place.after))
    size = len(mark.prefix) + len(mark.suffix)
    return sum(len(one) * _likeness(one, other) for one, other in sides) / size if size else 1


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one[:_COMPARED], other[:_COMPARED], autojunk=False).ratio()


def _common(mark: Annotation, place: _Place) -> int:
    """How many code points next to the place are as they were next to the mark."""
    return _alike(reversed(place.before), reversed(mark.prefix)) + _alike(place.after, mark.suffix)


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """How many code points two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
