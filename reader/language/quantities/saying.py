"""Quantities in words for the reader: what they come to, and how two of them differ."""

from __future__ import annotations

from fractions import Fraction

from reader.language.quantities.quantity import PERCENT, Kind, Quantity

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_PARTS = {Fraction(1, 2): "½", Fraction(1, 4): "¼", Fraction(3, 4): "¾"}


def value(quantity: Quantity) -> str:
    """What a quantity comes to in English figures: "50 million", "17:30", "June", "20%"."""
    if quantity.kind is Kind.MONTH:
        return _MONTHS[int(quantity.value) - 1]
    if quantity.kind is Kind.WEEKDAY:
        return _WEEKDAYS[int(quantity.value) - 1]
    if quantity.kind is Kind.TIME:
        return _time(quantity)
    number = _number(quantity.value)
    return f"{number}%" if quantity.unit == PERCENT else f"{number} {quantity.unit}".strip()


def differing(hindi: str, english: str, mine: Quantity, theirs: Quantity) -> str:
    """One line on two quantities that differ, both converted: "5 करोड़ = 50 million; …"."""
    return f"{_equation(hindi, mine)}; the English says {_equation(english, theirs)}."


def missing(hindi: str, mine: Quantity) -> str:
    """One line on a quantity that the English does not have."""
    return f"{_equation(hindi, mine)} is not in the English."


def added(english: str, theirs: Quantity) -> str:
    """One line on a quantity that the Hindi does not have."""
    return f"The English says {_equation(english, theirs)}, which is not in the Hindi."


def unit_problem(hindi: str, english: str, mine: Quantity, theirs: Quantity) -> str:
    """One line where equal numbers count different things (percent, currencies), else ''."""
    units = {mine.unit, theirs.unit}
    if mine.kind is not theirs.kind or len(units) == 1 or "" in units:
        return ""
    return differing(hindi, english, mine, theirs)


def _equation(text: str, quantity: Quantity) -> str:
    """The words as they stand, and what they come to where that looks different."""
    said = value(quantity)
    return text if said.lower() == text.lower() else f"{text} = {said}"


def _time(quantity: Quantity) -> str:
    """A time on the clock; a.m. or p.m. is left open where the text does."""
    clock = "{}:{:02}".format(*divmod(int(quantity.value), 60))
    return clock if len(quantity.values) == 1 else f"{clock} (a.m. or p.m.)"


def _number(number: Fraction) -> str:
    """A number in figures, in millions and more once it is that large."""
    for size, name in _LARGE:
        if number >= size and (number * 1000 / size).denominator == 1:
            return f"{_plain(number / size)} {name}"
    return _plain(number)


def _plain(number: Fraction) -> str:
    """A number with commas by thousands; what may be a year has none."""
    if number.denominator == 1:
        return f"{int(number)}" if 1000 <= number < 2100 else f"{int(number):,}"
    if number in _PARTS:
        return _PARTS[number]
    if number.denominator in (3, 5, 6, 7, 9) and number < 1:
        return f"{number.numerator}/{number.denominator}"
    return f"{float(number):,.4f}".rstrip("0").rstrip(".")
