"""English with one number changed: what a check of numbers has to catch."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Change = Callable[[str, random.Random], str]
_WORDS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_SCALES = ("thousand", "million", "billion", "trillion")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_FIGURES = re.compile(r"(?P<n>\d+(?:[.,]\d+)*)")
# Only where the Hindi says morning or evening does a.m. for p.m. contradict it.
_SAYS_HALF = re.compile("सुबह|शाम|रात|दोपहर|तड़के|सवेरे|[ap]\\.?m", re.IGNORECASE)


@dataclass(frozen=True)
class Corruption:
    """A reference with one number changed: the kind of change, the English before and after."""

    kind: str
    hindi: str
    before: str
    after: str


def corruptions(pairs: Sequence[tuple[str, str]], count: int, seed: int) -> Iterator[Corruption]:
    """``count`` corruptions of the pairs (Hindi, English) that have numbers in the English.

    Each takes a pair, a kind of change that suits it, and a place, all by chance.
    """
    chance = random.Random(seed)
    suited = [(pair, kinds) for pair in pairs if (kinds := _kinds(*pair))]
    while count:
        (hindi, english), kinds = chance.choice(suited)
        kind = chance.choice(kinds)
        pattern, change = _KINDS[kind]
        start, end = chance.choice([found.span("n") for found in pattern.finditer(english)])
        said = english[start:end]
        after = change(said, chance)
        if re.sub(r"\W|^0+", "", after).lower() != re.sub(r"\W|^0+", "", said).lower():
            count -= 1
            yield Corruption(kind, hindi, english, english[:start] + after + english[end:])


def _kinds(hindi: str, english: str) -> list[str]:
    kinds = [kind for kind, (pattern, _) in _KINDS.items() if pattern.search(english)]
    return [kind for kind in kinds if kind != "a.m. or p.m." or _SAYS_HALF.search(hindi)]


def _digit_changed(text: str, chance: random.Random) -> str:
    at = chance.choice([n for n, char in enumerate(text) if char.isdigit()])
    lowest = 1 if at == 0 and len(text) > 1 else 0
    digits = [str(n) for n in range(lowest, 10) if str(n) != text[at]]
    return text[:at] + chance.choice(digits) + text[at + 1 :]


def _digit_dropped(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + text[at + 1 :] if text.isdecimal() and len(text) > 1 else text


def _digit_added(text: str, chance: random.Random) -> str:
    at = chance.randint(1, len(text))
    return text[:at] + chance.choice("0123456789") + text[at:] if text.isdecimal() else text


def _digits_swapped(text: str, chance: random.Random) -> str:
    places = [n for n in range(len(text) - 1) if text[n : n + 2].isdecimal()]
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _shifted(text: str, chance: random.Random) -> str:
    day = int(text)
    if not 1 <= day <= 31:
        return text
    return str(chance.choice([n for n in range(max(1, day - 3), min(31, day + 3) + 1) if n != day]))


def _other_half(text: str, _chance: random.Random) -> str:
    return text.translate(str.maketrans("apAP", "paPA"))


def _other(words: Sequence[str]) -> Change:
    def changed(text: str, chance: random.Random) -> str:
        word = chance.choice([word for word in words if word.lower() != text.lower()])
        return word.capitalize() if text[:1].isupper() else word

    return changed


def _any(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?P<n>{'|'.join(words)})\b")


_KINDS: dict[str, tuple[re.Pattern[str], Change]] = {
    "digit changed": (_FIGURES, _digit_changed),
    "digit dropped": (_FIGURES, _digit_dropped),
    "digit added": (_FIGURES, _digit_added),
    "digits swapped": (_FIGURES, _digits_swapped),
    "percentage": (re.compile(r"(?P<n>\d+(?:\.\d+)?)(?=%| ?per ?cent)"), _digit_changed),
    "day shifted": (re.compile(rf"\b(?P<n>\d\d?)\b(?= (?:{_MONTH})\b)"), _shifted),
    "day of a month shifted": (re.compile(rf"\b(?:{_MONTH}) (?P<n>\d\d?)\b"), _shifted),
    "number word": (_any(_WORDS), _other(_WORDS)),
    "ordinal word": (_any(_ORDINALS), _other(_ORDINALS)),
    "scale": (_any(_SCALES), _other(_SCALES)),
    "month": (re.compile(rf"\b(?P<n>(?!May|March)(?:{_MONTH}))\b"), _other(_MONTHS)),
    "a.m. or p.m.": (re.compile(r"(?i)\d ?(?P<n>[ap]\.?m\b)"), _other_half),
}
