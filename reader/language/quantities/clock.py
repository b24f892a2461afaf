"""Times of day, dates and fractions in figures, which both languages write much alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from reader.language.normalise import fold
from reader.language.quantities.quantity import Kind, Quantity, Weight
from reader.model import Span

HALF_DAY = 720
_DATE = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/-]|\.\d)")
_ISO_DATE = re.compile(r"(?<![\d./-])(\d{4})([/-])(\d{1,2})\2(\d{1,2})(?![\d./-])")
_VULGAR = re.compile(r"(?:(?<!\d)(\d+)[ -]?)?([¼½¾⅓⅔])")
_FRACTION = re.compile(r"(?<![\d./-])(?:(\d+)[ -])?(\d)/(\d{1,2})(?![\d/])")
_VALUES = {"¼": Fraction(1, 4), "½": Fraction(1, 2), "¾": Fraction(3, 4)}
_VALUES |= {"⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}


def time(
    span: Span, hour: int, minute: int, *, half: str = "", worded: bool = False
) -> Quantity | None:
    """A time of day; ``half`` is "am", "pm", or '' where that is not said.

    None where there is no such time.
    """
    if hour > 24 or minute > 59:
        return None
    if half and hour <= 12:
        values = [hour % 12 * 60 + minute + (HALF_DAY if half == "pm" else 0)]
    elif hour <= 12:
        morning = hour * 60 + minute
        values = [morning, (morning + HALF_DAY) % (2 * HALF_DAY)]
    else:
        values = [hour % 24 * 60 + minute]
    return Quantity(span, tuple(map(Fraction, values)), Kind.TIME, worded=worded)


def dates(text: str) -> Iterator[Quantity]:
    """The days, months and years of dates in figures: 19/06/2024, 2024-06-19.

    Which of two numbers below 13 is the month the text does not say: each may be both.
    """
    for match in _DATE.finditer(text):
        day, month = int(match[1]), int(match[3])
        if 1 <= day <= 31 and 1 <= month <= 31 and min(day, month) <= 12:
            swapped = month > 12
            yield from _dated(match, 3 if not swapped else 1, 1 if not swapped else 3)
            year = int(match[4])
            values = (year,) if year > 99 else (2000 + year, 1900 + year, year)
            yield Quantity(Span(*match.span(4)), tuple(map(Fraction, values)))
    for match in _ISO_DATE.finditer(text):
        if 1 <= int(match[3]) <= 12 and 1 <= int(match[4]) <= 31:
            yield Quantity(Span(*match.span(1)), (Fraction(match[1]),))
            yield Quantity(Span(*match.span(3)), (Fraction(match[3]),), Kind.MONTH)
            yield Quantity(Span(*match.span(4)), (Fraction(match[4]),))


def _dated(match: re.Match[str], month: int, day: int) -> Iterator[Quantity]:
    """The day and the month of a date; both orders where the figures allow it."""
    numbers = {at: Fraction(match[at]) for at in (month, day)}
    both = max(numbers.values()) <= 12
    values = {at: (n, *(set(numbers.values()) - {n} if both else ())) for at, n in numbers.items()}
    yield Quantity(Span(*match.span(day)), values[day])
    yield Quantity(Span(*match.span(month)), values[month], Kind.MONTH)


def fractions(text: str) -> Iterator[Quantity]:
    """Fractions in figures: ½, 3½, 1/2, 2 3/4. What may be a date or a score weighs little."""
    for match in _VULGAR.finditer(text):
        value = Fraction(match[1] or 0) + _VALUES[match[2]]
        yield Quantity(Span(*match.span()), (value,), weight=Weight.SOFT)
    for match in _FRACTION.finditer(text):
        above, below = int(match[2]), int(match[3])
        if 0 < above < below:
            value = Fraction(match[1] or 0) + Fraction(above, below)
            yield Quantity(Span(*match.span()), (value,), weight=Weight.SOFT)


def one_in(span: Span, number: str, words: Mapping[str, Fraction]) -> Iterator[Quantity]:
    """One in ``number``, in figures or ``words``, which may be named alone too: one of the five."""
    whole = Fraction(number) if number.isdecimal() else words.get(fold(number).lower(), Fraction(0))
    if whole > 1:
        yield Quantity(span, (1 / whole, whole), worded=True)
