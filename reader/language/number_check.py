"""Do the numbers of a sentence and of its English agree? Both are compared as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product

from reader.language.quantities import english, hindi, measures, order, saying, signs
from reader.language.quantities.quantity import Kind, Quantity, Weight, same
from reader.model import Problem, ProblemKind, Span

_MOST = 150
"""Quantities a side; a "sentence" with more is a table of figures, and is not compared."""

_EVERY = "ों"
"""How a Hindi number ends that names all there are: पाँचों."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity as the two sides have it.

    ``hindi`` and ``english`` are the words as they stand, '' where one side has none; the
    spans are None there. ``value`` is what it comes to, in English figures, and ``problem``
    one line on how the two differ, '' when they agree.
    """

    hindi: str
    english: str
    value: str
    problem: str = ""
    hindi_span: Span | None = None
    english_span: Span | None = None


def readings(source: str, target: str) -> list[Reading]:
    """The quantities of a Hindi sentence and its English, in the Hindi's order.

    Those that are small words and have no partner are left out: एक is often "a".
    """
    left, right = hindi.find(source), english.find(target)
    if max(len(left), len(right)) > _MOST:
        return []
    pairs = _pairs(left, right)
    alone = [one for one in left if not any(one is mine for mine, _ in pairs)]
    extra = [one for one in right if not any(one is theirs for _, theirs in pairs)]
    if not _are_paired_off(alone, extra):
        alone = [one for one in alone if not _repeats(one, left, alone)]
        extra = [one for one in extra if not _repeats(one, right, extra)]
    alone, extra = _summed(*_glued(source, target, alone, extra))
    found = [_reading(source, target, mine, theirs) for mine, theirs in pairs]
    found = _turned(source, left, target, right, found)
    found += _differences(source, target, alone, extra)
    return sorted(found, key=lambda reading: _place(reading, len(source)))


def check(source: str, target: str) -> tuple[Problem, ...]:
    """A problem for every quantity that the two sides do not share."""
    return tuple(
        Problem(ProblemKind.NUMBER, reading.problem, reading.hindi_span, reading.english_span)
        for reading in readings(source, target)
        if reading.problem
    )


def _place(reading: Reading, last: int) -> int:
    return reading.hindi_span.start if reading.hindi_span else last


def _pairs(left: Sequence[Quantity], right: Sequence[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """What stands for the same, each in one pair: the surest first."""
    candidates = [(mine, theirs) for mine in left for theirs in right if same(mine, theirs)]
    candidates.sort(key=lambda pair: _sureness(*pair), reverse=True)
    pairs: list[tuple[Quantity, Quantity]] = []
    for mine, theirs in candidates:
        if not any(mine is one or theirs is other for one, other in pairs):
            pairs.append((mine, theirs))
    return pairs


def _sureness(mine: Quantity, theirs: Quantity) -> tuple[bool, bool, bool, int]:
    """Equal in a measure goes before others, then equal plainly, equal units, what weighs."""
    measured = bool(mine.measure and theirs.measure)
    equal = mine.value == theirs.value and mine.kind is theirs.kind
    weight = min(mine.weight, theirs.weight)
    return measured, equal, mine.unit == theirs.unit, weight


def _are_paired_off(alone: Sequence[Quantity], extra: Sequence[Quantity]) -> bool:
    """Whether both sides have one figure without a partner: neither just repeats another."""
    mine, theirs = ([one for one in side if one.weight] for side in (alone, extra))
    lone = (*mine, *theirs)
    figures = len(mine) == len(theirs) == 1 and not any(one.worded for one in lone)
    return figures and len({(one.kind, one.unit) for one in lone}) == 1


def _repeats(one: Quantity, side: Sequence[Quantity], alone: Sequence[Quantity]) -> bool:
    """Whether the same side names it elsewhere with a partner."""
    return any(
        other is not one
        and other.kind is one.kind
        and not other.is_one
        and same(one, other)
        and one.ordinal == other.ordinal
        and not any(other is lone for lone in alone)
        for other in side
    )


def _glued(
    source: str, target: str, alone: list[Quantity], extra: list[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """Both lists, empty when their digits together are the same: 98765 43210 and 9876543210."""
    mine = "".join(_digits(source, one) for one in alone)
    theirs = "".join(_digits(target, one) for one in extra)
    return ([], []) if mine and mine == theirs and len(mine) > 4 else (alone, extra)


def _summed(alone: list[Quantity], extra: list[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """Both lists without two that follow each other and come to one: 2 hours 30 minutes, ढाई घंटे."""
    for wholes, parts in ((alone, extra), (extra, alone)):
        for whole, (one, other) in product(wholes, pairwise(parts)):
            sides = [(number.value, number.measure) for number in (whole, one, other)]
            if measures.add_up(*sides):
                told = (whole, one, other)
                return [q for q in alone if q not in told], [q for q in extra if q not in told]
    return alone, extra


def _digits(text: str, quantity: Quantity) -> str:
    return "".join(
        str(int(char)) for char in text[quantity.span.start : quantity.span.end] if char.isdigit()
    )


def _reading(source: str, target: str, mine: Quantity, theirs: Quantity) -> Reading:
    said, heard = _text(source, mine), _text(target, theirs)
    problem = saying.unit_problem(said, heard, mine, theirs) or _sign_problem(
        source, target, mine, theirs
    )
    return Reading(said, heard, saying.value(mine), problem, mine.span, theirs.span)


def _turned(
    source: str,
    left: Sequence[Quantity],
    target: str,
    right: Sequence[Quantity],
    found: list[Reading],
) -> list[Reading]:
    """The readings, the first of every range that the English turns round with that problem."""
    problems = {
        mine[0].span: saying.turned(
            _cut(source, order.span(mine)), _cut(target, order.span(theirs))
        )
        for mine, theirs in order.turned(source, left, target, right)
    }
    return [
        replace(reading, problem=reading.problem or problems.get(reading.hindi_span, ""))
        if reading.hindi_span
        else reading
        for reading in found
    ]


def _sign_problem(source: str, target: str, mine: Quantity, theirs: Quantity) -> str:
    """One line where a number is below zero on one side alone, else ''."""
    signed = (signs.is_below(source, mine), signs.is_below(target, theirs))
    if mine.kind is not Kind.NUMBER or signed[0] == signed[1]:
        return ""
    if signs.says_below(target if signed[0] else source):
        return ""
    said, heard = _text(source, mine), _text(target, theirs)
    return saying.sign_problem(said, heard, is_below=signed[0])


def _differences(
    source: str, target: str, alone: list[Quantity], extra: list[Quantity]
) -> list[Reading]:
    """What has no partner: pairs that probably stand for each other, then the rest if firm."""
    found = []
    for mine in alone:
        theirs = _likely(mine, extra) or _both(source, mine, target, extra)
        if theirs:
            extra = [one for one in extra if one is not theirs]
            found.append(_differing(source, target, mine, theirs))
        elif mine.weight is Weight.FIRM:
            text = _text(source, mine)
            problem = saying.missing(text, mine)
            found.append(Reading(text, "", saying.value(mine), problem, mine.span))
    for theirs in (one for one in extra if one.weight is Weight.FIRM):
        text = _text(target, theirs)
        problem = saying.added(text, theirs)
        found.append(Reading("", text, saying.value(theirs), problem, None, theirs.span))
    return found


def _likely(mine: Quantity, extra: Sequence[Quantity]) -> Quantity | None:
    """The quantity of the English that most probably stands for ``mine``, wrongly."""
    sure = [one for one in extra if one.weight or one.kind is Kind.MONTH] if mine.weight else []
    rivals = [one for one in sure if _comparable(mine, one)] or [
        one for one in extra if _is_measured_like(mine, one) or _are_ordinals(mine, one)
    ]
    return max(rivals, key=lambda one: _likeness(mine, one), default=None)


def _both(source: str, mine: Quantity, target: str, extra: Sequence[Quantity]) -> Quantity | None:
    """ "Both" where the Hindi names all of more than two: तीनों, चारों."""
    if mine.value <= 2 or not _text(source, mine).endswith(_EVERY):
        return None
    return next((one for one in extra if _text(target, one).lower() == "both"), None)


def _is_measured_like(mine: Quantity, theirs: Quantity) -> bool:
    """Whether both count the same thing, weeks and months; "a month" weighs enough for that."""
    return measures.are_alike(mine.measure, theirs.measure)


def _are_ordinals(mine: Quantity, theirs: Quantity) -> bool:
    """Whether both tell a place, where one has to: "came second" for तीसरे."""
    return mine.ordinal and theirs.ordinal and mine.weight is Weight.FIRM


def _comparable(mine: Quantity, theirs: Quantity) -> bool:
    kinds = {mine.kind, theirs.kind}
    return len(kinds) == 1 or kinds == {Kind.NUMBER, Kind.TIME}


def _likeness(mine: Quantity, theirs: Quantity) -> tuple[bool, bool, float]:
    """How alike two different quantities are: kind, unit, and the ratio of their values."""
    small, large = sorted((float(mine.value), float(theirs.value)))
    return mine.kind is theirs.kind, mine.unit == theirs.unit, small / large if large else 1.0


def _differing(source: str, target: str, mine: Quantity, theirs: Quantity) -> Reading:
    said, heard = _text(source, mine), _text(target, theirs)
    problem = saying.differing(said, heard, mine, theirs)
    return Reading(said, heard, saying.value(mine), problem, mine.span, theirs.span)


def _text(text: str, quantity: Quantity) -> str:
    return _cut(text, quantity.span)


def _cut(text: str, span: Span) -> str:
    return text[span.start : span.end]
