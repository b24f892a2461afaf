"""Finding a mark again in an article that may have changed since.

The text-quote selector of the W3C Web Annotation model: the words marked, with a little
text before and after to tell one place from another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from reader.model import Annotation, Row, Span


def anchored(mark: Annotation, rows: Iterable[Row]) -> Annotation:
    """``mark`` where its words stand in ``rows``; with no row ('') when they are gone.

    Where they stand more than once, the place whose surroundings are most alike is taken.
    """
    rows = list(rows)
    if any(row.id == mark.row and _quoted(row, mark.span) == mark.quote for row in rows):
        return mark
    places = [(_likeness(mark, row, span), row.id, span) for row, span in _places(mark, rows)]
    if not places:
        return replace(mark, row="")
    _, row, span = max(places, key=lambda place: place[0])
    return replace(mark, row=row, span=span)


def _places(mark: Annotation, rows: Iterable[Row]) -> Iterator[tuple[Row, Span]]:
    """Everywhere the marked words stand."""
    for row in rows:
        start = row.text.find(mark.quote) if mark.quote else -1
        while start >= 0:
            yield row, Span(start, start + len(mark.quote))
            start = row.text.find(mark.quote, start + 1)


def _likeness(mark: Annotation, row: Row, span: Span) -> int:
    """How many code points before and after are as they were."""
    before, after = row.text[: span.start], row.text[span.end :]
    return _alike(reversed(before), reversed(mark.prefix)) + _alike(after, mark.suffix)


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """How many code points two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _quoted(row: Row, span: Span) -> str:
    return row.text[span.start : span.end]
