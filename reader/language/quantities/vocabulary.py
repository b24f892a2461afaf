"""The words of a language that name quantities, as the parser looks them up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from reader.language.normalise import fold
from reader.model import Span

_DIGITS = {0x966 + digit: str(digit) for digit in range(10)}
_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{2,3}){0,9},\d{3}(?!,*\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"|(?P<word>(?:[^\W\d_]|[\u0300-\u036f\u0900-\u0963\u0970-\u097f\u200c\u200d])+)"
    r"|(?P<sign>\S)"
)
_ENTITY = re.compile(r"&#\w{1,6};|&[a-z]{2,6};")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Token:
    """A number in digits, a word or a sign: ``key`` is it folded, in lower case.

    ``number`` is the value of digits, None for the rest; ``glued`` whether no space stands
    before it.
    """

    key: str
    span: Span
    glued: bool
    number: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language, folded and in lower case.

    ``scales`` multiply what stands before them; ``offsets`` add to what stands after them
    (साढ़े); ``doubtful_scales`` are everyday words too, above all before those given (अरब
    देश, Arab countries); ``articles`` stand for one before a scale; ``joins`` may stand
    between the parts of a number; ``loose`` are words that may but need not stand for a
    number, ``vague`` tell a size alone, ``idioms`` are ordinals with another everyday
    meaning, unless one of ``rows`` stands beside them (दूसरी बार); ``labelled`` need a number
    behind them (World War One); ``shares`` are those of the loose words that say how much of
    something, or how many times as much, above all else (half, doubled); ``ranges`` stand
    between the ends of a range.
    """

    cardinals: Mapping[str, Fraction]
    ordinals: Mapping[str, Fraction]
    scales: Mapping[str, Fraction]
    short_scales: Mapping[str, Fraction]
    offsets: Mapping[str, Fraction]
    parts: Mapping[str, Fraction]
    loose: Mapping[str, tuple[Fraction, ...]]
    vague: Mapping[str, tuple[Fraction, ...]]
    idioms: frozenset[str]
    rows: frozenset[str]
    labelled: frozenset[str]
    shares: frozenset[str]
    currencies: Mapping[str, str]
    percents: frozenset[str]
    points: frozenset[str]
    basis_points: frozenset[tuple[str, str]]
    doubtful_scales: Mapping[str, frozenset[str]]
    articles: frozenset[str]
    joins: frozenset[str]
    abouts: frozenset[str]
    ranges: frozenset[str]
    endings: frozenset[str]


def plain_digits(text: str) -> str:
    """``text`` with its Devanagari digits as ASCII ones; offsets stay as they are.

    Signs written as in HTML, which engines leave in (&#39;), become points.
    """
    plain = text.translate(_DIGITS)
    return _ENTITY.sub(lambda found: "\u2022" * len(found[0]), plain) if "&" in plain else plain


def tokens(text: str) -> list[Token]:
    """The numbers, words and signs of ``text``, in order."""
    return [_token(match) for match in _TOKEN.finditer(text)]


def _token(match: re.Match[str]) -> Token:
    written, start = match.group(), match.start()
    glued = start > 0 and not match.string[start - 1].isspace()
    number = match["number"]
    value = Fraction(number.replace(",", "")) if number and len(number) <= _LONGEST else None
    return Token(fold(written).lower(), Span(*match.span()), glued, value)


def numbered(listing: str, first: int) -> dict[str, Fraction]:
    """The folded words of every line, with the line's number from ``first``."""
    lines = enumerate(listing.splitlines(), first)
    return {fold(word): Fraction(n) for n, line in lines for word in line.split()}
