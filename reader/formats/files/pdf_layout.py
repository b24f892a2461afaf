"""The lines of a PDF's pages in reading order, without running heads, put into blocks.

A block is a paragraph or a heading: lines of one column and one kind of type, parted from
others by space, by an indent, or by a line that ends early with a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from reader.formats import marks
from reader.formats.files.pdf_lines import Line

_MANY = 400  # a page of more lines keeps the order in which it draws them
_EDGE = 3  # how many rows at the head and the foot of a page may be repeated on others
_APART = 1.6  # of the usual distance of lines is what parts a foot from the text
_COUNT = r"[\d०-९]{1,4}\W*(?:(?:/|of|का|में से)\s*[\d०-९]{1,4})?"
_NUMBER = re.compile(rf"\W*(?:पृष्ठ|पेज|page)?\W*{_COUNT}\W*", re.I)
_NUMBERED = re.compile(
    rf".{{0,80}}(?<![\w\u0900-\u097f])(?:पृष्ठ|पेज|page)\W*{_COUNT}\W*"
    rf"|\W*(?:पृष्ठ|पेज|page)\W*{_COUNT}\W*[|·•–—-].{{0,80}}|{_COUNT}\s*[|·•].{{0,80}}"
    rf"|.{{0,80}}[|·•]\s*{_COUNT}",
    re.I,
)
# What a browser writes over a page it prints.
_PRINTED = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}[:.]\d{2}(?: ?[ap]m)?", re.I)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together; ``whole`` says that the last one ends a sentence or a column."""

    lines: tuple[Line, ...]

    @property
    def size(self) -> float:
        """The size of the type, in points."""
        return median(line.size for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether all of it is in bold type."""
        return all(line.bold for line in self.lines)


def blocks(pages: Sequence[Sequence[Line]]) -> list[Block]:
    """Return the blocks of all pages in reading order, one that runs on made whole."""
    found: list[Block] = []
    for page in _without_heads(pages):
        for column in _columns(page):
            for block in _split(column):
                if found and _runs_on(found[-1], block):
                    found[-1] = replace(found[-1], lines=found[-1].lines + block.lines)
                else:
                    found.append(block)
    return found


def _without_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Drop page numbers, and what stands in one place at the edge of most pages."""
    edges = [_edges(page) for page in pages]
    counted = Counter(key for page in edges for key in {_place(line) for line in page})
    least = max(2, len(pages) / 3)
    return [
        [line for line in page if line not in edge or counted[_place(line)] < least]
        for page, edge in zip(map(_unnumbered, pages), edges, strict=True)
    ]


def _edges(page: Sequence[Line]) -> set[Line]:
    """Return the lines of the first and the last rows of a page."""
    rows = sorted({_height(line) for line in page})
    outer = {*rows[:_EDGE], *rows[-_EDGE:]}
    return {line for line in page if _height(line) in outer}


def _unnumbered(page: Sequence[Line]) -> list[Line]:
    """Drop the number of a page, the running head or foot it stands in, and when it was printed."""
    by_height = sorted(page, key=lambda line: -line.base)
    outer = {*by_height[:_EDGE], *by_height[-_EDGE:]}
    far = _APART * _leading(by_height) if page else 0
    ends = [line for line in by_height[:1] + by_height[-1:] if _distance(line, page) > far]
    rows = [[line for line in page if _height(line) == _height(end)] for end in ends]
    heads = {line for line in ends if _NUMBERED.fullmatch(line.text)}
    heads.update(*(row for row in rows if any(_PRINTED.fullmatch(line.text) for line in row)))
    return [
        line
        for line in page
        if not (line in heads or (line in outer and _NUMBER.fullmatch(line.text)))
    ]


def _distance(line: Line, page: Sequence[Line]) -> float:
    """Return how far the nearest row of a page is from a line."""
    others = (abs(each.base - line.base) for each in page if _height(each) != _height(line))
    return min(others, default=0.0)


def _height(line: Line) -> int:
    return round(line.base / 4)


def _place(line: Line) -> tuple[str, int]:
    return re.sub(r"[\d०-९]+", "0", line.text), _height(line)


def _columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the columns of a page one after the other, what spans several apart."""
    if not lines:
        return
    if len(lines) > _MANY:
        yield list(lines)
        return
    ordered = sorted(lines, key=lambda line: (-line.base, line.left))
    for start in range(len(ordered)):
        for end in range(len(ordered), start + 3, -1):
            gutter = _gutter(ordered[start:end])
            if gutter is not None:
                yield from _columns(ordered[:start])
                yield from _columns([line for line in ordered[start:end] if line.left < gutter])
                yield from _columns([line for line in ordered[start:end] if line.left >= gutter])
                yield from _columns(ordered[end:])
                return
    yield ordered


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where the right one of two columns begins, None when there are not two."""
    reach = 0.0
    by_left = sorted(lines, key=lambda line: line.left)
    width = 0.8 * median(line.size for line in lines)
    for index, line in enumerate(by_left):
        if index > 1 and line.left - reach > width:
            right = by_left[index:]
            if len(right) > 1 and _side_by_side(by_left[:index], right):
                return line.left
        reach = max(reach, line.right)
    return None


def _side_by_side(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether two sets of lines share the most of the lower one's height."""
    tops = max(line.base for line in left), max(line.base for line in right)
    feet = min(line.base for line in left), min(line.base for line in right)
    shared = min(tops) - max(feet)
    heights = [top - foot for top, foot in zip(tops, feet, strict=True)]
    return shared > 0.5 * min(heights) and abs(tops[0] - tops[1]) < 4 * left[0].size


def _split(column: Sequence[Line]) -> Iterator[Block]:
    leading = _leading(column)
    size = median(line.size for line in column)
    left = median(line.left for line in column)
    right = max(line.right for line in column)
    block = [column[0]]
    for before, line in pairwise(column):
        if _begins(before, line, leading, size, left, right):
            yield Block(tuple(block))
            block = []
        block.append(line)
    yield Block(tuple(block))


def _leading(column: Sequence[Line]) -> float:
    """Return the usual distance of lines."""
    steps = [a.base - b.base for a, b in pairwise(column) if a.base > b.base]
    return min(median(steps), 2 * median(line.size for line in column)) if steps else 0.0


def _begins(
    before: Line, line: Line, leading: float, size: float, left: float, right: float
) -> bool:
    """Whether a block begins with ``line``."""
    if abs(line.size - before.size) > 0.1 * before.size or line.bold != before.bold:
        return True
    if before.base - line.base > (1.3 * leading if line.size < 1.15 * size else 2 * line.size):
        return True
    if line.left - left > 0.8 * line.size and before.left - left < 0.5 * line.size:
        return True
    short = right - before.right > 0.15 * (right - left)
    return short and bool(marks.ENDS_SENTENCE.search(before.text))


def _runs_on(block: Block, following: Block) -> bool:
    """Whether a block goes on at the head of the next column."""
    last, first = block.lines[-1], following.lines[0]
    if first.base < last.base and abs(first.left - last.left) < 5 * first.size:
        return False
    alike = abs(first.size - last.size) < 0.1 * last.size and first.bold == last.bold
    return alike and not marks.ENDS_SENTENCE.search(last.text)
