"""Quantities out of the tokens of a text: what both languages share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from reader.language.normalise import fold
from reader.language.quantities import joining, measures
from reader.language.quantities.numerals import HUNDRED, Numeral, Numerals
from reader.language.quantities.quantity import (
    BASIS_POINTS,
    PERCENT,
    POINTS,
    Kind,
    Quantity,
    Weight,
)
from reader.language.quantities.vocabulary import Vocabulary, tokens
from reader.model import Span

_SMALL = 10
_ABOUT_NEAR = 3
# What may stand between a month and its day or year: 3 of May, May, 2019, मार्च सन् 2019.
_IN_DATES = frozenset((",", "of", "the", "-", "/", ".", "st", "nd", "rd", "th", "सन्", "साल", "वर्ष"))
_EVENTS = frozenset(
    map(fold, ("जंग", "युद्ध", "लड़ाई", "बंटवारे", "विभाजन", "दंगे", "दंगों", "आंदोलन", "विद्रोह"))
)
_MARKS = frozenset(("अंक", "अंकों"))
_CHANGE = re.compile("बढ|घट|गिर|कटौती|वृद्धि|कम|ज़्यादा|ज्यादा|अधिक|इज़ाफ|इजाफ|उछल|उछाल|लुढ़क|ऊपर|नीचे")
_BEFORE_MONEY = frozenset(("-", "us", "american", "अमेरिकी", "अमेरिकन", "अमरीकी"))
_OPENING = frozenset(".!?:\"“‘'([")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The names of months and weekdays; ``doubtful`` ones are everyday words too."""

    months: dict[str, Fraction]
    weekdays: dict[str, Fraction]
    doubtful: frozenset[str]


class Finder:
    """Finds the quantities of one text that are not in ``taken`` already."""

    def __init__(
        self, text: str, words: Vocabulary, calendar: Calendar, taken: Sequence[Quantity]
    ) -> None:
        self._text, self._words, self._calendar = text, words, calendar
        self._taken = taken
        self._tokens = tokens(_masked(text, taken))
        self._numerals = Numerals(self._tokens, words)
        self._key = self._numerals.key

    def find(self) -> list[Quantity]:
        """All quantities, in order; the ends of a range share unit and scale."""
        found = list(self._taken)
        at = 0
        while at < len(self._tokens):
            quantity, end = self._at(at)
            if quantity:
                found.append(quantity)
            at = max(end, at + 1)
        found.sort(key=lambda quantity: quantity.span.start)
        return joining.joined(self._text, found, self._words.ranges)

    def _at(self, at: int) -> tuple[Quantity | None, int]:
        """The quantity that begins at a token, and the token after it."""
        key = self._key(at)
        named = self._named(at)
        if named:
            return named, at + 1
        numeral = self._numerals.read(at)
        if numeral and numeral.end > at:
            part = self._part(numeral)
            return self._number(at, part or numeral)
        if key in self._words.vague:
            return self._vague(at)
        one = self._one(at)
        if one:
            return one
        if key in self._words.loose:
            return self._loose(at)
        return None, at + 1

    def _one(self, at: int) -> tuple[Quantity, int] | None:
        """One of a measure, without the number: a day, a mile, साल भर."""
        recent = self._key(at) in ("last", "past", "next") and self._key(at - 1) == "the"
        if self._key(at) in self._words.articles or recent:
            measure, end = measures.after(self._key, at + 1)
        elif self._key(at + 1) == "भर":
            measure, end = measures.after(self._key, at)
        else:
            return None
        if measure in ("", "seconds", "degrees"):  # a second time
            return None
        held = self._words.loose.get(self._key(end - 1))  # a decade: ten years
        return Quantity(
            self._span(at, end),
            held or (Fraction(1),),
            weight=Weight.LOOSE,
            measure="years" if held else measure,
            worded=True,
        ), end

    def _loose(self, at: int) -> tuple[Quantity, int]:
        """Both, twice, half; half an hour with its measure."""
        values, measure, end = self._words.loose[self._key(at)], "", at + 1
        if values[0].denominator > 1:
            measure, after = measures.after(
                self._key, end + (self._key(end) in self._words.articles)
            )
            end = after if measure else end
        share = self._key(at) in self._words.shares and not self._is_in_row(at)
        weight = Weight.SOFT if share or self._is_label(at) else Weight.LOOSE
        return Quantity(
            self._span(at, end), values, weight=weight, measure=measure, worded=True
        ), end

    def _is_label(self, at: int) -> bool:
        """Whether the word before it needs a number: World War I, नंबर वन."""
        return self._key(at - 1) in self._words.labelled

    def _is_in_row(self, at: int) -> bool:
        """Whether it is named by its place, not as a share: the second half."""
        return self._key(at - 1) in self._words.ordinals

    def _span(self, first: int, end: int) -> Span:
        """What the tokens from ``first`` to before ``end`` span."""
        return Span(self._tokens[first].span.start, self._tokens[end - 1].span.end)

    def _vague(self, at: int) -> tuple[Quantity, int]:
        """Thousands, tens of millions, हज़ारों, सैकड़ों करोड़: the size alone is told."""
        values, end = self._words.vague[self._key(at)], at + 1
        larger = self._words.vague.get(self._key(at + 2), ()) if self._key(end) == "of" else ()
        if larger:
            values, end = (values[0] * larger[0], larger[0]), at + 3
        elif scale := self._words.scales.get(self._key(end)):
            values, end = (values[0] * scale, values[0] * scale / 10), at + 2
        span = self._span(at, end)
        return Quantity(span, values, weight=Weight.SOFT, about=True, worded=True, vague=True), end

    def _named(self, at: int) -> Quantity | None:
        """A month or a weekday."""
        key, span = self._key(at), self._tokens[at].span
        if key in self._calendar.weekdays and not self._is_lower(span):
            values = (self._calendar.weekdays[key],)
            return Quantity(span, values, Kind.WEEKDAY, Weight.FIRM, worded=True)
        if key in self._calendar.months and not self._is_lower(span):
            doubtful = key in self._calendar.doubtful and not self._is_dated(at)
            unsure = Weight.LOOSE if self._is_opening(at) else Weight.SOFT
            weight = unsure if doubtful else Weight.FIRM
            return Quantity(span, (self._calendar.months[key],), Kind.MONTH, weight, worded=True)
        return None

    def _is_lower(self, span: Span) -> bool:
        """Whether a word is in small letters: may, to march."""
        return self._text[span.start].islower()

    def _is_opening(self, at: int) -> bool:
        """Whether a capital says nothing, since a sentence begins here."""
        cased = self._text[self._tokens[at].span.start].isupper()
        return cased and (at == 0 or self._key(at - 1) in _OPENING)

    def _is_dated(self, at: int) -> bool:
        """Whether a number stands beside a month's name."""
        around = self._tokens[max(0, at - 1) : at + 2]
        if self._key(at - 1) in _IN_DATES:
            around += self._tokens[max(0, at - 2) : at - 1]
        if self._key(at + 1) in _IN_DATES:
            around += self._tokens[at + 2 : at + 3]
        return any(token.number is not None for token in around)

    def _part(self, numeral: Numeral) -> Numeral | None:
        """Two thirds, three-quarters, एक चौथाई."""
        end = numeral.end + (self._key(numeral.end) == "-")
        part = self._words.parts.get(self._key(end))
        if part is None or numeral.ordinal or numeral.scale > 1 or numeral.value > 1 / part:
            return None
        if numeral.value > 1 and "and" in self._words.joins and self._key(end)[-1:] != "s":
            return None
        if numeral.value == 1 and "and" in self._words.joins and end == numeral.end:
            return replace(numeral, value=part, end=end + 1, others=(1 / part,))
        return replace(numeral, value=numeral.value * part, end=end + 1)

    def _number(self, at: int, numeral: Numeral) -> tuple[Quantity, int]:
        """A number with its currency or percent sign, and the token after all of it."""
        first, end = self._before(at), numeral.end
        values = [numeral.value, *numeral.others]
        scale = numeral.scale
        short = self._short_scale(numeral)
        unit = self._words.currencies.get(self._key(first), "") if first < at else ""
        if short:
            end += 1
            spelled = unit or self._key(numeral.end) in ("bn", "tn", "mn", "mln", "trn", "cr")
            scale = short if spelled else scale
            values = [numeral.value * short] + ([] if spelled else [numeral.value])
        unit, end = (unit, end) if unit else self._after(end)
        values += self._besides(numeral, end)
        if unit == BASIS_POINTS:
            values.append(numeral.value / HUNDRED)
        if self._key(end) in self._words.doubtful_scales.get(self._key(numeral.end - 1), ()):
            values.insert(0, numeral.value / numeral.scale)  # 22 अरब देश
        measure, end = self._measure(numeral, unit, end)
        quantity = Quantity(
            self._span(first, end),
            tuple(dict.fromkeys(values)),
            weight=self._weight(at, numeral, unit),
            unit=unit,
            measure=measure,
            scale=scale,
            about=self._is_about(first, end),
            worded=numeral.worded,
            ordinal=numeral.ordinal,
        )
        return quantity, end

    def _before(self, at: int) -> int:
        """The first token of the currency before a number."""
        first = at
        if self._key(at - 1) == "." and self._key(at - 2) in ("rs", "रु"):
            first = at - 2
        elif self._key(at - 1) in self._words.currencies and (
            len(self._key(at - 1)) == 1 or self._key(at - 1) in ("rs", "inr", "usd", "रु")
        ):
            first = at - 1
        return first

    def _short_scale(self, numeral: Numeral) -> Fraction | None:
        """bn, m or k behind digits."""
        key, end = self._key(numeral.end), numeral.end
        if numeral.worded or numeral.scale > 1 or numeral.ordinal or end >= len(self._tokens):
            return None
        glued = self._tokens[end].glued or len(key) > 1
        return self._words.short_scales.get(key) if glued else None

    def _after(self, end: int) -> tuple[str, int]:
        """The unit behind a number, over a hyphen, and the token after it."""
        for at in (end, end + 1):
            key = self._key(at)
            if key in self._words.percents:
                return self._percent(at + 1)
            if key == "per" and self._key(at + 1) == "cent":
                return self._percent(at + 2)
            if (key, self._key(at + 1)) in self._words.basis_points:
                return BASIS_POINTS, at + 2
            if key in self._words.currencies:
                return self._words.currencies[key], at + 1
            if key not in _BEFORE_MONEY:
                break
        return "", end

    def _percent(self, end: int) -> tuple[str, int]:
        """Per cent, or the points that follow it; where nothing changes, those are marks."""
        marks = self._key(end) in _MARKS and not _CHANGE.search(self._text)
        points = self._key(end) in self._words.points and not marks
        return (POINTS, end + 1) if points else (PERCENT, end)

    def _measure(self, numeral: Numeral, unit: str, end: int) -> tuple[str, int]:
        """The measure behind a number, and the token after it; pounds may be money too."""
        if unit == "pounds" and self._key(end - 1).isalpha():
            return unit, end
        return ("", end) if unit or numeral.ordinal else measures.after(self._key, end)

    def _besides(self, numeral: Numeral, end: int) -> list[Fraction]:
        """What else a number may mean: 1970 for the seventies, a third for the third."""
        value = numeral.value
        found = []
        if numeral.ordinal and self._key(numeral.end - 1) in self._words.parts:
            found.append(self._words.parts[self._key(numeral.end - 1)])
        if numeral.bare and numeral.scale > 1:
            found.append(numeral.scale)
        if self._is_short_year(numeral) and 10 <= value < 100:
            found += [1900 + value, 2000 + value]
        if self._is_decade(end) and value < 100:
            found += [1900 + value, 2000 + value]
        elif self._is_decade(end) and value % 100 == 0:
            found.append(value / 100 + 1)
        return found

    def _is_short_year(self, numeral: Numeral) -> bool:
        """Whether two figures may be a year: '71, सन् 42, 65 की जंग."""
        if numeral.worded or numeral.scale > 1 or numeral.ordinal:
            return False
        before, after = self._key(numeral.end - 2), self._key(numeral.end + 1)
        event = self._key(numeral.end) in ("की", "के", "का") and after in _EVENTS
        return event or before in ("'", "’", "‘", "सन", "सन्")

    def _is_decade(self, end: int) -> bool:
        """Whether 1970s or "70 के दशक" ends here."""
        if self._key(end) == "के" and self._key(end + 1).startswith("दशक"):
            return True
        if end >= len(self._tokens) or not self._tokens[end].glued:
            return False
        return self._key(end) == "s" or (self._key(end) in "'’" and self._key(end + 1) == "s")

    def _is_about(self, first: int, end: int) -> bool:
        """Whether the text around a number says that it is rounded."""
        around = self._tokens[max(0, first - _ABOUT_NEAR) : first]
        around += self._tokens[end : end + _ABOUT_NEAR + 1]
        return any(token.key in self._words.abouts for token in around)

    def _weight(self, at: int, numeral: Numeral, unit: str) -> Weight:
        """How sure it is that a partner has to be there."""
        if unit == PERCENT and numeral.value == HUNDRED:
            return Weight.SOFT  # "wholly", as often as not
        if not numeral.worded:
            return Weight.SOFT if self._is_in_name(at) else Weight.FIRM
        if unit or (numeral.value > _SMALL and not numeral.bare):
            return Weight.FIRM
        if numeral.ordinal and numeral.value <= 2:
            return Weight.LOOSE if self._is_idiom(at) else Weight.SOFT
        if self._is_label(at):
            return Weight.SOFT
        doubtful = numeral.bare and self._key(at) in self._words.doubtful_scales
        if doubtful or (numeral.value == 1 and not numeral.bare):
            return Weight.LOOSE
        unclear = numeral.bare or numeral.value < 1
        return Weight.SOFT if unclear else Weight.FIRM

    def _is_idiom(self, at: int) -> bool:
        """Whether an ordinal may mean something else: before, another, a second of time."""
        beside = {self._key(at - 1), self._key(at + 1)}
        if self._key(at + 1) in self._words.ranges and self._key(at + 2) in self._words.ordinals:
            return False  # the second and fourth
        return self._key(at) in self._words.idioms and beside.isdisjoint(self._words.rows)

    def _is_in_name(self, at: int) -> bool:
        """Whether a letter stands right before digits, as in COVID-19 and A1."""
        if at == 0 or not self._tokens[at].glued:
            return False
        before = at - 1
        if self._key(before) == "-" and before and self._tokens[before].glued:
            before -= 1
        return self._key(before)[:1].isalpha()


def _masked(text: str, taken: Sequence[Quantity]) -> str:
    """``text`` with a sign in the place of everything taken."""
    for quantity in taken:
        start, end = quantity.span.start, quantity.span.end
        text = text[:start] + "\u2022" * (end - start) + text[end:]
    return text
