"""The width at which the lines of a plain text were broken, as e-mail programs do.

A line was broken there if the first word of the next had no room behind it. That is looked for
in the breaks within sentences; programs count letters, columns or bytes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reader.formats import tidy

_NARROWEST = 15  # code points; lists of names have shorter lines
_LEAST = 3  # breaks to tell a width by
_MOST = 0.75  # of the breaks are at that width, in the share of texts that have one
_SHORT = 0.6  # of the width
_COMBINING = re.compile("[\u0300-\u036f\u0900-\u0902\u093a\u093c\u0941-\u0948\u094d\u200c\u200d]")
_SIGNS = re.compile("[\u0300-\u036f\u0900-\u0903\u093a-\u093c\u093e-\u094f\u200c\u200d]")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text: tidied, and as it stands with its indent, in code points."""

    text: str
    raw: str

    @property
    def indent(self) -> int:
        """How many spaces stand before it, tabs counted as up to eight."""
        raw = self.raw.expandtabs()
        return len(raw) - len(raw.lstrip())


def lines(text: str) -> list[Line]:
    """Return the lines of ``text``, a blank one with no text."""
    raw = (line.rstrip() for line in tidy.raw_lines(text))
    return [Line(tidy.one_line(line), line) for line in raw]


@dataclass(frozen=True, slots=True)
class Columns:
    """How long a line may be, in what ``measure`` counts."""

    count: int
    measure: Callable[[str], int]

    def are_full(self, line: Line, below: Line) -> bool:
        """Whether ``line`` has no room for the first word of the one ``below``."""
        return self.count < _reach(line, below, self.measure)

    def is_short(self, line: Line) -> bool:
        """Whether ``line`` is so short that hardly a word would not fit behind it."""
        return self.measure(line.raw.expandtabs()) < _SHORT * self.count


def columns_of(breaks: Sequence[tuple[Line, Line]]) -> Columns | None:
    """Return the width that lines were broken at, None where there is no one such width.

    ``breaks`` are the lines that end within a sentence, each with the one below it.
    """
    found = (_most_at_one(breaks, measure) for measure in (len, _columns, _letters, _bytes))
    share, columns = max(found, key=lambda each: each[0])
    return columns if share >= _MOST else None


def _most_at_one(
    breaks: Sequence[tuple[Line, Line]], measure: Callable[[str], int]
) -> tuple[float, Columns]:
    """Return the width that explains the most breaks, and the share of those behind long lines."""
    changes = Counter[int]()
    for line, below in breaks:
        if len(line.raw) >= _NARROWEST:
            changes[measure(line.raw)] += 1  # to some programs a tab is one column, to some eight
            changes[_reach(line, below, measure)] -= 1
    widths = sorted(changes)
    counts = list(accumulate(changes[width] for width in widths))
    most = max(counts, default=0)
    columns = Columns(widths[counts.index(most)] if most else 0, measure)
    long = sum(not columns.is_short(line) for line, _ in breaks)
    return (most / long if most >= _LEAST else 0), columns


def _reach(line: Line, below: Line, measure: Callable[[str], int]) -> int:
    """Return how long ``line`` were with the first word of the one ``below``."""
    word = _WORD.search(below.text)
    return measure(line.raw.expandtabs()) + 1 + measure(word[0] if word else "")


def _columns(text: str) -> int:
    """Count the columns of a terminal, where vowel signs beside a letter take one."""
    return len(_COMBINING.sub("", text))


def _letters(text: str) -> int:
    return len(_SIGNS.sub("", text))


def _bytes(text: str) -> int:
    return len(text.encode("utf-8"))
