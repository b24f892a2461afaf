"""Reading numbers out of tokens: digits, words, and what multiplies them, as one value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from reader.language.quantities.vocabulary import Token, Vocabulary

HUNDRED, THOUSAND = 100, 1000
_HALF = Fraction(1, 2)
_ADDED: dict[tuple[str, ...], Fraction] = {
    ("and", "a", "half"): _HALF,
    ("and", "one", "half"): _HALF,
    ("and", "a", "quarter"): Fraction(1, 4),
    ("and", "three", "quarters"): Fraction(3, 4),
}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that the tokens before ``end`` make up.

    ``scale`` is what the last part was multiplied by, ``worded`` whether no digits are in
    it, ``ordinal`` whether it ends as an ordinal, ``others`` what else it may mean, and
    ``bare`` whether a scale stands for the number alone (हज़ार, a hundred).
    """

    value: Fraction
    end: int
    scale: Fraction = Fraction(1)
    worded: bool = True
    ordinal: bool = False
    bare: bool = False
    others: tuple[Fraction, ...] = ()


class Numerals:
    """The numbers in the tokens of one text."""

    def __init__(self, tokens: Sequence[Token], words: Vocabulary) -> None:
        self._tokens, self._words = tokens, words
        self._scales = words.scales

    def read(self, at: int) -> Numeral | None:
        """The longest number that begins at token ``at``; None where none does."""
        part = self._part_of(at)
        if part:
            return part
        first = self._group(at)
        if first is None or first.ordinal:
            return first
        first = self._scaled(first)
        total, last = first, first.scale
        while last >= THOUSAND:
            part = self._further(total.end, last)
            if part is None or not (part.scale > 1 or part.worded == total.worded):
                break
            total = Numeral(
                total.value + part.value, part.end, part.scale, total.worded and part.worded
            )
            last = part.scale
        return total

    def key(self, at: int) -> str:
        """The folded token at ``at``, '' beyond the ends."""
        return self._tokens[at].key if 0 <= at < len(self._tokens) else ""

    def _part_of(self, at: int) -> Numeral | None:
        """A third of, a quarter of a million."""
        part = self._words.parts.get(self.key(at + 1))
        if part is None or self.key(at) not in self._words.articles or self.key(at + 2) != "of":
            return None
        scaled = at + 3 + (self.key(at + 3) in self._words.articles)
        scale = self._scale(scaled)
        if scale:
            return Numeral(part * scale, scaled + 1, scale)
        return Numeral(part, at + 2, others=(1 / part,))

    def _further(self, at: int, last: Fraction) -> Numeral | None:
        """A further, smaller part: 50 हज़ार after 2 लाख, five hundred after two thousand."""
        joined = at + (self.key(at) in self._words.joins)
        part = self._group(joined)
        if part is None or part.ordinal or part.bare or part.value.denominator > 1:
            return None
        scaled = self._scaled(part)
        if scaled.scale >= HUNDRED and scaled.scale < last and not part.bare:
            return scaled
        few = part.value < (HUNDRED if joined > at else last)
        in_words = part.worded or (last == THOUSAND and self._tokens[at].key.isdigit())
        return part if scaled is part and few and in_words and part.value < last else None

    def _scaled(self, number: Numeral) -> Numeral:
        """The number times the scales that follow: करोड़, लाख करोड़, hundred thousand."""
        value, scale, end = number.value, number.scale, number.end
        added, end = self._added(end)
        value += added
        end += self._is_hyphened_scale(number)
        while (factor := self._scale(end)) and (scale == 1 or factor >= scale or scale < THOUSAND):
            value, scale, end = value * factor, scale * factor, end + 1
        if number.bare and self._added(end)[0] == _HALF:  # a dozen and a half
            value, end = value + scale * _HALF, self._added(end)[1]
        if end == number.end:
            return number
        others = tuple(other * scale / number.scale for other in number.others)
        return Numeral(value, end, scale, number.worded, bare=number.bare, others=others)

    def _added(self, at: int) -> tuple[Fraction, int]:
        """What "and a half" and its like add, over hyphens too, and the token after it."""
        places = [place for place in range(at, at + 6) if self.key(place) != "-"][:3]
        added = _ADDED.get(tuple(map(self.key, places)))
        return (added, places[-1] + 1) if added else (Fraction(0), at)

    def _is_hyphened_scale(self, number: Numeral) -> bool:
        """Whether a scale follows over a hyphen: a 5-million-dollar deal."""
        hyphened = self.key(number.end) == "-" and bool(self._scale(number.end + 1))
        return hyphened and not number.bare

    def _scale(self, at: int) -> Fraction | None:
        """What the scale word at ``at`` multiplies with."""
        return self._scales.get(self.key(at))

    def _group(self, at: int) -> Numeral | None:
        """A number below a thousand or in digits: 24, तीन सौ पचास, two hundred and five."""
        number = self._simple(at)
        if number is None or number.ordinal or self._scale(number.end) != HUNDRED:
            return number
        value, end = number.value * HUNDRED, number.end + 1
        rest = self._simple(end + (self.key(end) in self._words.joins))
        if rest and rest.value < HUNDRED and rest.worded and self._fits(rest):
            return Numeral(value + rest.value, rest.end, ordinal=rest.ordinal)
        return Numeral(value, end, Fraction(HUNDRED), number.worded, bare=number.bare)

    def _fits(self, rest: Numeral) -> bool:
        """Whether a number after a hundred belongs to it: two hundred and five, but no scale."""
        return not rest.bare and self._scale(rest.end) != HUNDRED and rest.value >= 1

    def _simple(self, at: int) -> Numeral | None:
        """One number in digits or words, without scales."""
        key, words = self.key(at), self._words
        if 0 <= at < len(self._tokens) and self._tokens[at].number is not None:
            return self._digits(at)
        if key in words.offsets:
            return self._offset(at)
        if key in words.ordinals:
            return Numeral(words.ordinals[key], at + 1, ordinal=True)
        if key in words.cardinals:
            return self._compound(at)
        if key in words.articles and self._scale(at + 1):
            return Numeral(Fraction(1), at + 1, bare=True)
        if self._scale(at) and not self._is_after_number(at):
            return Numeral(Fraction(1), at, bare=True)
        return self._half_scale(at)

    def _is_after_number(self, at: int) -> bool:
        return at > 0 and self._tokens[at - 1].number is not None

    def _half_scale(self, at: int) -> Numeral | None:
        """Half a million, आधा दर्जन."""
        if self.key(at) not in ("half", "आधा", "आधे", "आधी"):
            return None
        end = at + 1 + (self.key(at + 1) in self._words.articles)
        return Numeral(_HALF, end) if self._scale(end) else None

    def _digits(self, at: int) -> Numeral:
        """A number in digits, with its ordinal ending or the fraction behind it (3 1/2)."""
        value = self._tokens[at].number
        assert value is not None
        after = self._tokens[at + 1] if at + 1 < len(self._tokens) else None
        if after and after.glued and after.key in self._words.endings:
            return Numeral(value, at + 2, worded=False, ordinal=True)
        hyphen = after and after.glued and after.key == "-" and at + 2 < len(self._tokens)
        if hyphen and self._tokens[at + 2].key in ("वीं", "वां", "वें"):
            return Numeral(value, at + 3, worded=False, ordinal=True)
        return Numeral(value, at + 1, worded=False)

    def _offset(self, at: int) -> Numeral | None:
        """साढ़े तीन, सवा लाख, पौने दो."""
        offset = self._words.offsets[self.key(at)]
        if self._scale(at + 1):
            return Numeral(1 + offset, at + 1)
        number = None if self.key(at + 1) in self._words.offsets else self._simple(at + 1)
        if number is None or number.ordinal or number.value.denominator > 1:
            return None
        return Numeral(number.value + offset, number.end, worded=number.worded)

    def _compound(self, at: int) -> Numeral:
        """Tens with a unit (twenty-five, twenty first), a year (nineteen eighty-four)."""
        words = self._words
        value = words.cardinals[self.key(at)]
        hyphen = self.key(at + 1) == "-"
        unit_at = at + 1 + hyphen
        unit = words.cardinals.get(self.key(unit_at))
        if "and" not in words.joins:  # Hindi has a word of its own for every number.
            return Numeral(value, at + 1)
        if unit and value in range(13, 21) and 10 <= unit < 100 and not hyphen:
            rest = self._tens(unit_at, unit)
            return Numeral(value * HUNDRED + rest.value, rest.end, ordinal=rest.ordinal)
        return self._tens(at, value)

    def _tens(self, at: int, value: Fraction) -> Numeral:
        """A number word with the unit behind it, if that belongs to it."""
        words, unit_at = self._words, at + 1 + (self.key(at + 1) == "-")
        unit = words.cardinals.get(self.key(unit_at))
        tens = value in range(20, 100) and value % 10 == 0
        if tens and unit and unit < 10:
            return Numeral(value + unit, unit_at + 1)
        if tens and 0 < words.ordinals.get(self.key(unit_at), Fraction(0)) < 10:
            return Numeral(value + words.ordinals[self.key(unit_at)], unit_at + 1, ordinal=True)
        return Numeral(value, at + 1)
