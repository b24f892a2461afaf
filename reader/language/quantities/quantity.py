"""What a quantity is, and when two of them are the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from fractions import Fraction

from reader.language.quantities import measures
from reader.model import Span

PERCENT = "percent"
"""The unit of what is said in hundredths; the others are currencies and points."""
POINTS = "percentage points"
"""The unit of differences between percentages."""
BASIS_POINTS = "basis points"
"""Hundredths of those."""


# Numbers are rounded to words from thousands up: "about 1.3 crore" for 12,860,000.
_ROUNDED_FROM = 1000


class Kind(StrEnum):
    """What a quantity measures. A count, an amount, an ordinal and a year are all a NUMBER."""

    NUMBER = "number"
    MONTH = "month"
    WEEKDAY = "weekday"
    TIME = "time"


class Weight(IntEnum):
    """How much it says that a quantity has no partner.

    FIRM: that alone is a difference. SOFT: only together with one that has none on the other
    side. LOOSE: nothing, since it may be an article, a pronoun or an idiom.
    """

    LOOSE = 0
    SOFT = 1
    FIRM = 2


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a text.

    ``values`` are what it may stand for, the plain reading first: a NUMBER's value, a MONTH
    from 1, a WEEKDAY from 1 for Monday, a TIME in minutes since midnight (both when neither
    morning nor evening is said). ``scale`` is what scale words multiplied the number by,
    ``unit`` PERCENT, POINTS, BASIS_POINTS or a
    currency, ``measure`` the name of what it is measured in
    (measures.py: kilometres, years), ``about`` whether the text says that it is rounded, ``worded``
    whether it is written in words alone, ``ordinal`` whether it tells a place in a row,
    ``vague`` whether only a size is told (thousands), and ``listed`` whether the number behind
    it is in per cent, which may go for both.
    """

    span: Span
    values: tuple[Fraction, ...]
    kind: Kind = Kind.NUMBER
    weight: Weight = Weight.FIRM
    unit: str = ""
    measure: str = ""
    scale: Fraction = Fraction(1)
    about: bool = False
    worded: bool = False
    ordinal: bool = False
    vague: bool = False
    listed: bool = False

    @property
    def value(self) -> Fraction:
        """The plain reading."""
        return self.values[0]

    @property
    def is_one(self) -> bool:
        """Whether it is one of a measure, which is no first: a day."""
        return bool(self.measure) and self.weight is Weight.LOOSE


def same(one: Quantity, other: Quantity) -> bool:
    """Whether the two may stand for the same."""
    if one.kind is not other.kind:
        sure = min(one.weight, other.weight) > Weight.LOOSE
        return sure and bool(_numbers(one) & _numbers(other))
    if one.kind is Kind.TIME:
        return not set(one.values).isdisjoint(other.values)
    if any(this.is_one and that.ordinal for this, that in ((one, other), (other, one))):
        return False
    converted = _converted(one, other)
    if converted is not None:
        return converted
    if one.value in other.values or other.value in one.values:
        return True
    if any(value >= _ROUNDED_FROM for value in set(one.values).intersection(other.values)):
        return True
    if one.kind is not Kind.NUMBER:
        return False
    alike = (_rounded, _is_share)
    return any(rule(one, other) or rule(other, one) for rule in alike)


def _converted(one: Quantity, other: Quantity) -> bool | None:
    """Whether they are the same in different measures; None where measures do not tell."""
    every = {
        measures.agree(value, one.measure, its, other.measure)
        for value in one.values
        for its in other.values
    }
    return None if None in every else True in every


def _numbers(quantity: Quantity) -> set[Fraction]:
    """The numbers a quantity may be written as: 17:30 is also 1730, 17.30 and 5.30."""
    if quantity.kind is Kind.NUMBER:
        return set(quantity.values)
    if quantity.kind is not Kind.TIME:
        return set()
    parted = [divmod(value, 60) for value in quantity.values]
    clocks = [clock for hour, minute in parted for clock in ((hour, minute), (hour % 12, minute))]
    plain = {Fraction(hour) for hour, minute in clocks if not minute}
    noon = {Fraction(12) for hour, minute in clocks if not (hour or minute)}
    joined = {hour * 100 + minute for hour, minute in clocks}
    parts = {hour + Fraction(minute, 60) for hour, minute in clocks}  # half past five is 5.5
    return plain | noon | joined | parts | {value / 100 for value in joined}


def _is_share(part: Quantity, hundredths: Quantity) -> bool:
    """Whether a part or a multiple in words is that many per cent: a third, 33%; double, 200%."""
    if hundredths.unit != PERCENT or part.unit or not part.worded:
        return False
    exact = 100 * part.value == hundredths.value
    if part.weight < Weight.FIRM and part.value > 1:  # what doubles grows by 100%
        exact = exact or 100 * (part.value - 1) == hundredths.value
    return exact or any(abs(100 * v - hundredths.value) < 1 for v in part.values if v < 1)


def _rounded(coarse: Quantity, fine: Quantity) -> bool:
    """Whether ``coarse``, and it alone, says that it is rounded, and ``fine`` rounds to it."""
    if not coarse.about or fine.about or coarse.scale < _ROUNDED_FROM:
        return False
    step = Fraction(1)
    while coarse.value % (step * 10) == 0:
        step *= 10
    return abs(coarse.value - fine.value) * 2 <= min(step, coarse.value / 10)
