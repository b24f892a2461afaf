"""Numbers, amounts of money and percentages in Hindi text, and how to say them in English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from reader.language.normalise import fold
from reader.language.words import CHARACTER
from reader.model import Span

_WORDS = (
    "शून्य एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस "
    "इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस "
    "छत्तीस सैंतीस अड़तीस उनतालीस चालीस इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस "
    "उनचास पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ "
    "छियासठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी "
    "अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे इक्यानवे बानवे तिरानवे "
    "चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे सौ"
)
_VARIANTS = {
    "छः": 6, "छ": 6, "पन्द्रह": 15, "सतरह": 17, "अट्ठारह": 18, "अठाईस": 28, "चवालीस": 44, "अठावन": 58,
    "छाछठ": 66, "निन्यानबे": 99, "नवाँ": 9,
}  # fmt: skip
_FRACTIONS = {"डेढ़": Decimal("1.5"), "ढाई": Decimal("2.5")}
_OFFSETS = {"साढ़े": Decimal("0.5"), "सवा": Decimal("0.25"), "पौने": Decimal("-0.25")}
_SCALES = {
    "सौ": (100, "hundred"),
    "हज़ार": (10**3, "thousand"),
    "हज़ारों": (10**3, "thousand"),
    "लाख": (10**5, "lakh"),
    "करोड़": (10**7, "crore"),
    "अरब": (10**9, "billion"),
    "खरब": (10**11, "hundred billion"),
    "मिलियन": (10**6, "million"),
    "बिलियन": (10**9, "billion"),
    "ट्रिलियन": (10**12, "trillion"),
}
_CURRENCIES = {
    "रुपये": "rupees", "रुपए": "rupees", "रूपये": "rupees", "रूपए": "rupees", "रुपया": "rupees",
    "रुपयों": "rupees", "रुपय": "rupees", "रु.": "rupees", "रु": "rupees", "₹": "rupees",
    "डॉलर": "dollars", "डालर": "dollars", "$": "dollars", "यूरो": "euros", "€": "euros",
    "पाउंड": "pounds", "£": "pounds", "येन": "yen", "युआन": "yuan", "रूबल": "roubles",
    "दिरहम": "dirhams", "टका": "taka",
}  # fmt: skip
_PERCENT = ("प्रतिशत", "फीसदी", "फ़ीसदी", "फीसद", "%")
# What a number in words must stand before to be a number and not "a" or "one another".
_COUNTED = (
    "साल सालों वर्ष वर्षों महीने महीनों माह दिन दिनों हफ्ते हफ्तों सप्ताह घंटे घंटों मिनट किलोमीटर किमी मीटर किलो "
    "टन लोग लोगों बच्चे बच्चों देश देशों राज्य राज्यों सीट सीटें सीटों बार गुना नेता नेताओं छात्र छात्रों"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a text.

    ``value`` is the whole value, scale words multiplied in; ``count`` the number before
    the ``scale`` ("crore", "billion" …, '' without one); ``unit`` the currency in English,
    "percent", or ''.
    """

    span: Span
    value: Decimal
    count: Decimal
    scale: str = ""
    unit: str = ""

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of money."""
        return self.unit not in ("", "percent")


_LONGEST = 60  # code points; longer runs of digits are keys and the like


def find(text: str) -> list[Amount]:
    """The numbers in ``text`` in order: digits of either script, and words where they count.

    A number word is taken only before a scale (लाख), a unit (रुपये, प्रतिशत) or, except
    for एक, something counted (दिन, लोग). Ordinals, times, telephone numbers and dotted dates
    are left out.
    """
    found = (_amount(match) for match in _pattern().finditer(text))
    return [amount for amount in found if amount]


def english(amount: Amount) -> str:
    """The amount in English: "5 crore rupees (50 million)", "24", "3.5%"."""
    if amount.unit == "percent":
        return f"{_plain(amount.value)}%"
    if amount.scale in ("lakh", "crore"):
        spelled = f"{_plain(amount.count)} {amount.scale} {amount.unit}".strip()
        return f"{spelled} ({_international(amount.value)})"
    number = _international(amount.value) if amount.scale else _plain(amount.value)
    return f"{number} {amount.unit}".strip()


def _plain(value: Decimal) -> str:
    """A number with commas by thousands and no needless zeros; what may be a year has none."""
    if value != value.to_integral_value():
        return f"{value:,f}".rstrip("0").rstrip(".")
    return f"{int(value)}" if 1500 <= value < 2100 else f"{int(value):,}"


def _international(value: Decimal) -> str:
    """A number in millions, billions or trillions once it is that large."""
    for power, name in ((12, "trillion"), (9, "billion"), (6, "million")):
        if value >= 10**power:
            return f"{_plain(value / 10**power)} {name}"
    return _plain(value)


def _amount(match: re.Match[str]) -> Amount | None:
    """The amount a match stands for; None for a word that does not count anything."""
    count, scale, rest = match["number"], match["scale"], match["rest"]
    unit = _unit(match["before"] or match["after"] or "")
    if len(count) > _LONGEST or _NOT_COUNT.match(match.string, match.start("number")):
        return None
    if not _DIGITS.match(count) and not (scale or unit):
        one = _number(count) == 1
        if one or not _counted().match(match.string, match.end()):
            return None
    value = _number(count)
    factor, name = _scales()[fold(scale)] if scale else (1, "")
    span = Span(*match.span())
    if not rest:
        return Amount(span, value * factor, value, name, unit)
    parts = ((_number(n), _scales()[fold(s)][0]) for n, s in _part().findall(rest))
    total = value * factor + sum(number * size for number, size in parts)
    return Amount(span, total, total, "", unit)


def _number(text: str) -> Decimal:
    """The value of digits or of number words."""
    if _DIGITS.match(text):
        return Decimal(text.replace(",", ""))
    *offset, word = fold(text).split()
    values = _values()
    return values[word] + (_offsets()[offset[0]] if offset else 0)


def _unit(text: str) -> str:
    """The English of a unit as matched, '' for none."""
    text = text.strip()
    if not text:
        return ""
    return "percent" if fold(text) in map(fold, _PERCENT) else _currencies()[fold(text)]


_DIGITS = re.compile(r"\d")
# A time such as 7.55 बजे, a telephone number such as 0135.
_NOT_COUNT = re.compile(r"\d{1,2}\.\d\d ?बजे|[0०]\d")


@cache
def _values() -> dict[str, Decimal]:
    """The folded number words and their values."""
    counted = {fold(word): Decimal(n) for n, word in enumerate(_WORDS.split())}
    others = {fold(word): Decimal(value) for word, value in (_VARIANTS | _FRACTIONS).items()}
    return counted | others


@cache
def _offsets() -> dict[str, Decimal]:
    """The folded words for a half or a quarter more or less."""
    return {fold(word): value for word, value in _OFFSETS.items()}


@cache
def _scales() -> dict[str, tuple[int, str]]:
    """The folded scale words, what they multiply by and their English."""
    return {fold(word): scale for word, scale in _SCALES.items()}


@cache
def _currencies() -> dict[str, str]:
    """The folded currency words and signs and their English."""
    return {fold(word): unit for word, unit in _CURRENCIES.items()}


def _any(words: Iterable[str]) -> str:
    """A pattern for any of ``words`` in any of its spellings, longest first."""
    loose = {_loose(fold(word)) for word in words}
    return "(?:" + "|".join(sorted(loose, key=lambda word: (-len(word), word))) + ")"


def _loose(folded: str) -> str:
    """A pattern for every spelling that folds to ``folded``."""
    letters = {"ं": "[ंँ]"} | {chr(code): f"{chr(code)}़?" for code in range(0x915, 0x93A)}
    return "".join(letters.get(char, re.escape(char)) for char in folded)


def _one_number() -> str:
    """A pattern for digits or number words."""
    words = rf"(?:{_any(_OFFSETS)} )?{_any((*_WORDS.split(), *_VARIANTS, *_FRACTIONS))}"
    return rf"(?:(?:\d[\d,]*\d|\d)(?:\.\d+)?(?![:./]?\d)|{words}(?!{CHARACTER}))"


@cache
def _part() -> re.Pattern[str]:
    """A further number and scale, as in 2 लाख 50 हज़ार."""
    return re.compile(rf"({_one_number()}) ?({_any(_SCALES)})(?!{CHARACTER})")


@cache
def _counted() -> re.Pattern[str]:
    """A space and something that is counted."""
    return re.compile(rf" +{_any(_COUNTED.split())}(?!{CHARACTER})")


@cache
def _pattern() -> re.Pattern[str]:
    """A whole amount: currency, number, scale, further numbers with scales, unit."""
    scale, number = rf"{_any(_SCALES)}(?!{CHARACTER})", _one_number()
    signs = [word for word in _CURRENCIES if len(word) == 1 or word.startswith("रु.")]
    after = rf"(?:{_any((*_CURRENCIES, *_PERCENT))})(?!{CHARACTER})"
    return re.compile(
        rf"(?<!{CHARACTER})(?<![\d][:./,])(?P<before>{_any((*signs, 'रु'))} ?)?(?P<number>{number})"
        rf"(?: ?(?P<scale>{scale})(?P<rest>(?: {number} ?{scale})*))?"
        rf"(?:[ -]?(?P<after>{after}))?(?!{CHARACTER})"
    )
