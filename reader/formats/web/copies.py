"""Runs of paragraphs that a page holds twice, as for narrow and for wide screens."""

from __future__ import annotations

from reader.formats.web.blocks import Block
from reader.formats.web.paragraphs import is_prose

_LEAST = 300  # characters; less may be said again, as a refrain is


def without_copies(found: list[Block], start: int) -> list[Block]:
    """Drop from ``start`` on the runs of paragraphs that stand there a second time in a row."""
    places = [at for at in range(start, len(found)) if is_prose(found[at])]
    texts = [found[at].text for at in places]
    first: dict[str, int] = {}
    dropped: set[int] = set()
    at = 0
    while at < len(texts):
        size = _same(texts, first.setdefault(texts[at], at), at)
        run = texts[at : at + size]
        copied = len(set(run)) > 1 and sum(map(len, run)) >= _LEAST
        if copied:
            dropped.update(range(places[at], places[at + size - 1] + 1))
        at += max(size, 1)  # also past one paragraph said over and over
    return [block for at, block in enumerate(found) if at not in dropped]


def _same(texts: list[str], first: int, second: int) -> int:
    """Return how many texts from ``second`` on are those from ``first`` on, before it."""
    size, most = 0, min(second - first, len(texts) - second)
    while size < most and texts[first + size] == texts[second + size]:
        size += 1
    return size
