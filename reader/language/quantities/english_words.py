"""The words that name quantities in English."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from reader.language.quantities.vocabulary import Vocabulary

_UP_TO_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_SCALES = {
    "hundred": 100, "dozen": 12, "thousand": 10**3, "lakh": 10**5, "lakhs": 10**5, "lac": 10**5,
    "lacs": 10**5, "crore": 10**7, "crores": 10**7, "cr": 10**7, "million": 10**6, "billion": 10**9,
    "trillion": 10**12,
}  # fmt: skip
_SHORT_SCALES = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12,
    "trn": 10**12, "cr": 10**7,
}  # fmt: skip
# Words that may stand for a number, by what they come to.
_LOOSE = {
    "2": "both couple couples pair pairs twice double doubled doubles doubling twin twins duo"
    " again bilateral other others secondary dual secondly",
    "1": "once single sole alone another primary only firstly initially ones",
    "1/2": "half halves halved",
    "1/4": "quarter quarters",
    "3": "triple tripled trio triad thrice treble trebled hat trilateral",
    "4": "quadruple quadrupled",
    "10": "decade decades",
    "100": "century centuries",
    "0": "nil",
}
_FORTNIGHT = (Fraction(2), Fraction(15), Fraction(14))
_ROMAN_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
_ROMAN_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_VAGUE = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 10**3, "lakhs": 10**5,
    "crores": 10**7, "millions": 10**6, "billions": 10**9, "trillions": 10**12,
}  # fmt: skip
_SHARES = (
    "half halved quarter doubled doubles doubling tripled trebled quadrupled triple treble thrice"
    " twice"
)
_ROWS = "the his her its their my our your s time"
_LABELLED = "war part phase chapter volume class grade stage division type number no level tier"
_CURRENCIES = {
    "rupees": "rupees", "rupee": "rupees", "rs": "rupees", "inr": "rupees", "₹": "rupees",
    "dollars": "dollars", "dollar": "dollars", "$": "dollars", "usd": "dollars", "euros": "euros",
    "euro": "euros", "€": "euros", "pounds": "pounds", "pound": "pounds", "£": "pounds",
    "yen": "yen", "¥": "yen", "yuan": "yuan", "rubles": "roubles", "roubles": "roubles",
    "ruble": "roubles", "rouble": "roubles", "dirhams": "dirhams", "taka": "taka",
}  # fmt: skip
_ABOUTS = "about around nearly almost approximately roughly some estimated close"
MONTHS = """\
january jan
february feb
march mar
april apr
may
june jun
july jul
august aug
september sept sep
october oct
november nov
december dec
"""
WEEKDAYS = """\
monday mondays
tuesday tuesdays
wednesday wednesdays
thursday thursdays
friday fridays
saturday saturdays
sunday sundays
"""


@cache
def vocabulary() -> Vocabulary:
    """The words, in lower case."""
    units = {word: Fraction(n) for n, word in enumerate(_UP_TO_TWENTY.split())}
    tens = {word: Fraction(10 * n) for n, word in enumerate(_TENS.split(), 2)}
    ordinals = {word: Fraction(n) for n, word in enumerate(_ORDINALS.split(), 1)}
    ordinals |= {word[:-1] + "ieth": value for word, value in tens.items()}
    folds = units | tens | {"hundred": Fraction(100), "thousand": Fraction(1000)}
    return Vocabulary(
        cardinals=units | tens,
        ordinals=ordinals
        | {"hundredth": Fraction(100), "thousandth": Fraction(1000), "millionth": Fraction(10**6)},
        scales={word: Fraction(value) for word, value in _SCALES.items()},
        short_scales={word: Fraction(value) for word, value in _SHORT_SCALES.items()},
        offsets={},
        parts=_parts(ordinals),
        loose={w: (Fraction(value),) for value, words in _LOOSE.items() for w in words.split()}
        | {word[:-1] + "ies": (1900 + value, value) for word, value in tens.items()}
        | {word + "fold": (value,) for word, value in folds.items()}
        | {"fortnight": _FORTNIGHT, "fortnights": _FORTNIGHT}
        | romans(),
        vague={word: (Fraction(value),) for word, value in _VAGUE.items()},
        idioms=frozenset(("second",)),
        rows=frozenset(_ROWS.split()),
        labelled=frozenset(_LABELLED.split()),
        shares=frozenset(_SHARES.split()),
        currencies=_CURRENCIES,
        doubtful_scales={},
        percents=frozenset(("percent", "%", "pc", "percentage")),
        points=frozenset(("point", "points")),
        basis_points=frozenset((("basis", "point"), ("basis", "points"))),
        articles=frozenset(("a", "an")),
        joins=frozenset(("and",)),
        abouts=frozenset(_ABOUTS.split()),
        ranges=frozenset(("-", "–", "—", "to", "or", "and", "~")),
        endings=frozenset(("st", "nd", "rd", "th")),
    )


def romans() -> dict[str, tuple[Fraction, ...]]:
    """Roman numerals up to 99, in lower case, with their values."""
    pairs = [
        (tens + units, 10 * t + u)
        for t, tens in enumerate(_ROMAN_TENS)
        for u, units in enumerate(_ROMAN_UNITS)
    ]
    return {numeral: (Fraction(value),) for numeral, value in pairs if numeral}


def _parts(ordinals: dict[str, Fraction]) -> dict[str, Fraction]:
    """What the plural of an ordinal is a part of: two thirds, three-quarters."""
    plurals = {word + "s": 1 / value for word, value in ordinals.items() if value > 2}
    singular = {word: 1 / value for word, value in ordinals.items() if value > 2}
    quarters = {"quarter": Fraction(1, 4), "quarters": Fraction(1, 4)}
    return plurals | singular | quarters
