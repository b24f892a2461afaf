"""Quantities that belong together: the ends of a range, what is listed, money and coins."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.language.quantities.numerals import HUNDRED
from reader.language.quantities.quantity import PERCENT, Kind, Quantity, Weight
from reader.model import Span

_NEAR = 20
_RUPEES = "rupees"
_PAISE = re.compile(r"\s*(?:पैसे|पैसा|paise|paisa)(?![^\W_])", re.IGNORECASE)
_COIN = re.compile(r"\s*(?:पैसे|पैसा|सेंट|paise|paisa|cents?)(?![^\W_])", re.IGNORECASE)


def joined(text: str, found: Sequence[Quantity], ranges: Collection[str]) -> list[Quantity]:
    """What was found in ``text``, each with what only its neighbour says.

    Coins are added to the money before them, both ends of a range have its unit and scale, and
    what stands before per cent is marked. ``ranges`` are what may stand between the ends of a
    range.
    """
    return _listed(text, _ranged(text, _coined(text, found), ranges))


def are_range(text: str, one: Quantity, other: Quantity, ranges: Collection[str]) -> bool:
    """Whether the two are the ends of a range in ``text``, or the two sides of a score."""
    if one.kind is not other.kind or Kind.NUMBER is not one.kind:
        return False
    return _between(text, one, other) in ranges


def _ranged(text: str, found: Sequence[Quantity], ranges: Collection[str]) -> list[Quantity]:
    """The quantities, those that begin a range with the scale and unit of its end."""
    shared = []
    for at, one in enumerate(found):
        other = found[at + 1] if at + 1 < len(found) else None
        before = found[at - 1] if at else None
        if other and are_range(text, one, other, ranges):
            shared.append(_begun(one, other, _is_few(text, one, other)))
        elif before and are_range(text, before, one, ranges):
            shared.append(_ended(before, one, _is_few(text, before, one)))
        else:
            shared.append(one)
    return shared


def _listed(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, those shortly before one in per cent marked: from 48 to 52 percent."""
    listed = {
        one.span
        for one, other in pairwise(found)
        if other.unit == PERCENT and not one.unit and len(_between(text, one, other)) <= _NEAR
    }
    return [replace(one, listed=one.span in listed) for one in found]


def _coined(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, small coins added to the money before them, 96 रुपये 72 पैसे, or made money."""
    joined: list[Quantity] = []
    for one in found:
        before = joined[-1] if joined else None
        coin = _COIN.match(text, one.span.end)
        if before and coin and _is_money(text, before, one):
            span = Span(before.span.start, coin.end())
            joined[-1] = replace(before, span=span, values=(before.value + one.value / HUNDRED,))
        elif coin and _PAISE.match(text, one.span.end) and _is_plain(one):
            joined.append(_in_rupees(one, Span(one.span.start, coin.end())))
        else:
            joined.append(one)
    return joined


def _in_rupees(paise: Quantity, span: Span) -> Quantity:
    """Paise as money; in words they may be an idiom: दो पैसे कमाना."""
    weight = min(paise.weight, Weight.SOFT) if paise.worded else paise.weight
    values = (paise.value / HUNDRED,)
    return replace(paise, span=span, values=values, unit=_RUPEES, weight=weight)


def _is_plain(one: Quantity) -> bool:
    return one.kind is Kind.NUMBER and not (one.unit or one.measure)


def _is_money(text: str, before: Quantity, coins: Quantity) -> bool:
    """Whether coins follow an amount of money, with nothing or "and" between."""
    small = _is_plain(coins) and coins.value < HUNDRED
    money = bool(before.unit) and before.unit != PERCENT
    return money and small and _between(text, before, coins) in ("", "and", "और")


def _is_few(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether a range just says "a few": दो-चार, two or three."""
    in_words = one.worded and other.worded and max(one.scale, other.scale) == 1
    return in_words and _between(text, one, other) in ("-", "–", "या", "or")


def _between(text: str, one: Quantity, other: Quantity) -> str:
    return text[one.span.end : other.span.start].strip().lower()


def _begun(one: Quantity, other: Quantity, few: bool) -> Quantity:
    """The start of a range with what is said only at its end: 5 to 10 million."""
    values = one.values
    if one.scale == 1 and other.scale > 1 and not one.unit:
        values = (*values, one.value * other.scale)
    return replace(
        one,
        values=values,
        unit=one.unit or other.unit,
        measure=one.measure or (other.measure if one.weight else ""),
        weight=_weight(one, few),
    )


def _ended(one: Quantity, other: Quantity, few: bool) -> Quantity:
    """The end of a range with what is said only at its start: 2018-19, $5-10."""
    values = other.values
    if one.value >= 1000 and other.value < 100 and other.scale == 1:
        values = (*values, one.value // 100 * 100 + other.value)
    if other.scale == 1 and one.scale > 1 and other.value < one.value:
        values = (*values, other.value * one.scale)
    return replace(other, values=values, unit=other.unit or one.unit, weight=_weight(other, few))


def _weight(quantity: Quantity, few: bool) -> Weight:
    return min(quantity.weight, Weight.SOFT) if few else quantity.weight
