"""Quantities in words for the reader: what they come to, and how two of them differ."""

from __future__ import annotations

import re
from fractions import Fraction

from reader.language.quantities import measures
from reader.language.quantities.quantity import BASIS_POINTS, PERCENT, POINTS, Kind, Quantity

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_SINGULAR = {
    "": "", "feet": "foot", "inches": "inch", "centuries": "century", "yen": "yen", "yuan": "yuan",
    "taka": "taka", "°C": "°C", "°F": "°F",
    "square feet": "square foot",
}  # fmt: skip
_SIZES = (*((size, f"{name}s") for size, name in _LARGE), (10**3, "thousands"))
_TIMES = {1: "", 10: "tens", 12: "dozens", 20: "scores", 100: "hundreds"}
_OPEN = " (a.m. or p.m.)"
_FIGURES = re.compile(r"\d+(?:\.\d+|/[1-9]\d*)?", re.ASCII)
_PARTS = {Fraction(1, 2): "½", Fraction(1, 4): "¼", Fraction(3, 4): "¾"}


def value(quantity: Quantity) -> str:
    """What a quantity comes to in English figures: "50 million", "17:30", "June", "20%"."""
    if quantity.kind is Kind.MONTH:
        return _MONTHS[int(quantity.value) - 1]
    if quantity.kind is Kind.WEEKDAY:
        return _WEEKDAYS[int(quantity.value) - 1]
    if quantity.kind is Kind.TIME:
        return _time(quantity)
    if quantity.vague:
        return _size(quantity.value)
    number = _number(quantity)
    if quantity.ordinal and quantity.value.denominator == 1:
        return number + _ending(int(quantity.value))
    if quantity.unit == PERCENT:
        return f"{number}%"
    unit = quantity.unit or quantity.measure
    is_one = 0 < quantity.value <= 1 and "." not in number
    return f"{number} {_SINGULAR.get(unit, unit[:-1]) if is_one else unit}".strip()


def differing(hindi: str, english: str, mine: Quantity, theirs: Quantity) -> str:
    """One line on two quantities that differ, both converted: "5 करोड़ = 50 million; …"."""
    return f"{_equation(hindi, mine)}; the English says {_equation(english, theirs)}."


def turned(hindi: str, english: str) -> str:
    """One line on a range or a score that the English has the other way round."""
    return f"{hindi} is the other way round in the English: {english}."


def missing(hindi: str, mine: Quantity) -> str:
    """One line on a quantity that the English does not have."""
    return f"{_equation(hindi, mine)} is not in the English."


def added(english: str, theirs: Quantity) -> str:
    """One line on a quantity that the Hindi does not have."""
    return f"The English says {_equation(english, theirs)}, which is not in the Hindi."


def unit_problem(hindi: str, english: str, mine: Quantity, theirs: Quantity) -> str:
    """One line where equal numbers count different things (per cent, money, years), else ''."""
    if mine.kind is not theirs.kind or not _are_other_units(mine, theirs):
        return ""
    return differing(hindi, english, mine, theirs)


def sign_problem(hindi: str, english: str, *, is_below: bool) -> str:
    """One line on a number that is below zero on one side alone, in the Hindi if ``is_below``."""
    sides = ("Hindi", "English") if is_below else ("English", "Hindi")
    number = hindi if is_below else english
    return f"{number} is below zero in the {sides[0]}, and not in the {sides[1]}."


def _are_other_units(mine: Quantity, theirs: Quantity) -> bool:
    """Whether one number stands for different things.

    Money may go without its unit, per cent may not. Per cent may be said for the points by which
    a percentage changes, as Hindi does, but not where the Hindi itself says points.
    """
    units = {mine.unit, theirs.unit}
    if len(units) == 1:
        return measures.are_unlike(mine.measure, theirs.measure)
    if "" in units:
        listed = mine.listed or theirs.listed
        return PERCENT in units and mine.value == theirs.value and not listed
    if BASIS_POINTS in units and units & {PERCENT, POINTS}:
        return mine.value == theirs.value
    return units != {PERCENT, POINTS} or mine.unit == POINTS


def _equation(text: str, quantity: Quantity) -> str:
    """The words as they stand, and what they come to where that looks different."""
    said = value(quantity)
    spoken = said.removesuffix(_OPEN).replace(" ", "").lower()
    written = text.replace(" ", "").lower()
    figures = _FIGURES.fullmatch(text) and Fraction(text) == quantity.value
    same = spoken in (written, written.replace(",", "")) or (figures and spoken[-1].isnumeric())
    return text if same else f"{text} = {said}"


def _time(quantity: Quantity) -> str:
    """A time on the clock; a.m. or p.m. is left open where the text does."""
    clock = "{}:{:02}".format(*divmod(int(quantity.value), 60))
    return clock if len(quantity.values) == 1 else f"{clock}{_OPEN}"


def _size(number: Fraction) -> str:
    """A size alone: hundreds, tens of millions."""
    size, name = next((pair for pair in _SIZES if number >= pair[0]), (1, ""))
    times = _TIMES.get(int(number / size), "")
    return " of ".join(word for word in (times, name) if word) or f"{int(number):,}"


def _ending(number: int) -> str:
    """The ending of an ordinal in figures: st, nd, rd, th."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _number(quantity: Quantity) -> str:
    """A number in figures, in millions and more once it is that large."""
    number = quantity.value
    for size, name in _LARGE:
        if number >= size and (number * 1000 / size).denominator == 1:
            return f"{_plain(number / size)} {name}"
    if _is_year(quantity):
        return f"{int(number)}"
    if quantity.worded and 0 < number < 1 and number not in _PARTS:
        return f"{number.numerator}/{number.denominator}"
    in_hundredths = quantity.unit in (PERCENT, POINTS, BASIS_POINTS)
    return _decimal(number) if in_hundredths else _plain(number)


def _is_year(quantity: Quantity) -> bool:
    """Whether a number may be a year, which has no comma."""
    counted = quantity.scale > 1 or quantity.unit or quantity.measure
    return quantity.value.denominator == 1 and 1000 <= quantity.value < 2100 and not counted


def _plain(number: Fraction) -> str:
    """A number with commas by thousands; common parts as fractions."""
    if number.denominator == 1:
        return f"{int(number):,}"
    if number in _PARTS:
        return _PARTS[number]
    if number.denominator in (3, 5, 6, 7, 9) and number < 1:
        return f"{number.numerator}/{number.denominator}"
    return _decimal(number)


def _decimal(number: Fraction) -> str:
    return f"{float(number):,.4f}".rstrip("0").rstrip(".")
