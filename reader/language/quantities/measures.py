"""What numbers are measured in: the words of both languages, and how measures convert."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from reader.language.normalise import fold

_AS_WRITTEN = Fraction(1, 20)
"""How far a value converted into another system may be rounded: 16 km are ten miles."""
_AS_COUNTED = Fraction(1, 10)
"""How far days and months may lie apart: four weeks are a month."""

_CELSIUS, _FAHRENHEIT = "°C", "°F"


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: what it measures, its size in the smallest one there, and its system."""

    dimension: str
    size: Fraction
    system: str


# Name, dimension, size, system, and the words for it; Latin ones take an s too.
_TABLE = """\
seconds | time | 1 | clock | second sec सेकंड सेकेंड सेकण्ड सेकंडों
minutes | time | 60 | clock | minute min मिनट मिनटों
hours | time | 3600 | clock | hour hr घंटा घंटे घंटों घण्टा घण्टे घण्टों
days | time | 86400 | clock | day दिन दिनों दिवसीय
weeks | time | 604800 | clock | week हफ़्ता हफ़्ते हफ़्तों सप्ताह सप्ताहों
months | time | 2628000 | calendar | month महीना महीने महीनों माह
years | time | 31536000 | calendar | year yr साल सालों वर्ष वर्षों बरस वर्षीय
decades | time | 315360000 | calendar | decade दशक दशकों
centuries | time | 3153600000 | calendar | century centuries सदी सदियों शताब्दी शताब्दियों
millimetres | length | 1 | metric | mm millimetre millimeter मिमी मिलीमीटर
centimetres | length | 10 | metric | cm centimetre centimeter सेमी सेंटीमीटर
metres | length | 1000 | metric | metre meter मीटर
kilometres | length | 1000000 | metric | km kmph kph kilometre kilometer किमी किलोमीटर
inches | length | 25.4 | imperial | inch inches इंच
feet | length | 304.8 | imperial | foot feet ft फुट फीट
yards | length | 914.4 | imperial | yard गज
miles | length | 1609344 | imperial | mile mph मील
grams | weight | 1 | metric | gram gramme gm ग्राम
kilograms | weight | 1000 | metric | kg kilo kilogram kilogramme किलो किलोग्राम किग्रा
quintals | weight | 100000 | metric | quintal क्विंटल कुंतल कुंटल
tonnes | weight | 1000000 | metric | ton tonne टन
ounces | weight | 28.3495 | imperial | ounce oz औंस
pounds | weight | 453.592 | imperial | pound lb पाउंड पाउण्ड पौंड
millilitres | volume | 1 | metric | ml millilitre milliliter मिली मिलीलीटर
litres | volume | 1000 | metric | litre liter लीटर
gallons | volume | 3785.41 | imperial | gallon गैलन
hectares | area | 10000 | metric | hectare हेक्टेयर
volts | voltage | 1 | metric | volt वोल्ट
kilovolts | voltage | 1000 | metric | kv kilovolt केवी किलोवोल्ट
kilowatts | power | 1 | metric | kw kilowatt किलोवाट केडब्ल्यू
megawatts | power | 1000 | metric | mw megawatt मेगावाट मेगावॉट
gigawatts | power | 1000000 | metric | gw gigawatt गीगावाट गीगावॉट
acres | area | 4046.86 | imperial | acre एकड़
"""
_VILLAGE = "पंचायत पंचायतें पंचायतों प्रधान प्रधानों सभा सभाएं सभाओं सेवक panchayat panchayats sabha sabhas"
_SQUARED = {
    "square metres": ("metres", Fraction(1)), "square kilometres": ("kilometres", Fraction(10**6)),
    "square feet": ("feet", Fraction("0.0929")), "square miles": ("miles", Fraction(2589988)),
}  # fmt: skip
_NOT_BEFORE = frozenset(("2", *map(fold, _VILLAGE.split())))
"""What a measure does not stand before: km2 is another, and a ग्राम is a village too."""
_SQUARES = frozenset(("square", "sq", "वर्ग"))
_DEGREES = frozenset(map(fold, ("degree", "degrees", "डिग्री", "°")))
_SCALES = {
    fold(word): name
    for name, words in (
        (_CELSIUS, "celsius centigrade c ℃ सेल्सियस सेल्शियस सेंटीग्रेड"),
        (_FAHRENHEIT, "fahrenheit f ℉ फ़ारेनहाइट फ़ॉरेनहाइट फ़ैरेनहाइट"),
    )
    for word in words.split()
}


def after(key: Callable[[int], str], at: int) -> tuple[str, int]:
    """The measure at token ``at``, over a hyphen, and the token after it; '' where none is."""
    start = at + (key(at) == "-")
    if key(start) in _DEGREES:
        over = start + 1 + (key(start + 1) == "°")
        scale = _SCALES.get(key(over), "")
        return (scale, over + 1) if scale else ("degrees", start + 1)
    if key(start) in _SCALES and key(start) not in ("c", "f"):
        return _SCALES[key(start)], start + 1
    if key(start) in _SQUARES:
        over = start + 1 + (key(start + 1) == ".")
        named = f"square {_words().get(key(over), '')}"
        return (named, over + 1) if named in _SQUARED else ("", at)
    named = _words().get(key(start), "")
    is_plain = bool(named) and key(start + 1) not in _NOT_BEFORE
    return (named, start + 1) if is_plain else ("", at)


def named(word: str) -> str:
    """The measure that a word names, '' for none."""
    return _words().get(fold(word).lower(), "")


def agree(value: Fraction, measure: str, other: Fraction, its: str) -> bool | None:
    """Whether two values in different measures of one thing come to the same.

    None where that cannot be told: one has no measure, both have the same, or they measure
    different things.
    """
    if measure == its or not are_alike(measure, its):
        return None
    if measure in (_CELSIUS, _FAHRENHEIT):
        return _is_as_warm(value, other) if measure == _CELSIUS else _is_as_warm(other, value)
    one, two = _measures()[measure], _measures()[its]
    sizes = sorted((value * one.size, other * two.size))
    return sizes[1] - sizes[0] <= sizes[1] * _slack(one, two)


def add_up(whole: tuple[Fraction, str], *parts: tuple[Fraction, str]) -> bool:
    """Whether values with their measures come to ``whole``: 2 hours, 30 minutes; 2.5 hours."""
    every = [name for _, name in (whole, *parts)]
    if not all(name in _measures() and are_alike(name, every[0]) for name in every):
        return False
    size, *sizes = (value * _measures()[name].size for value, name in (whole, *parts))
    return size == sum(sizes)


def are_alike(measure: str, its: str) -> bool:
    """Whether both measure the same thing, as miles and kilometres do."""
    if {measure, its} <= {_CELSIUS, _FAHRENHEIT}:
        return True
    one, two = _measures().get(measure), _measures().get(its)
    return bool(one and two and one.dimension == two.dimension)


def are_unlike(measure: str, its: str) -> bool:
    """Whether they measure different things: years, metres."""
    one, two = _measures().get(measure), _measures().get(its)
    return bool(one and two and one.dimension != two.dimension)


def _slack(one: Measure, two: Measure) -> Fraction:
    if one.system == two.system:
        return Fraction(0)
    return _AS_COUNTED if one.dimension == "time" else _AS_WRITTEN


def _is_as_warm(celsius: Fraction, fahrenheit: Fraction) -> bool:
    """Whether the two are one temperature, or one difference of temperatures."""
    warmth = celsius * Fraction(9, 5)
    return min(abs(warmth + 32 - fahrenheit), abs(warmth - fahrenheit)) <= 1


@cache
def _measures() -> dict[str, Measure]:
    rows = [[cell.strip() for cell in line.split("|")] for line in _TABLE.splitlines()]
    plain = {name: Measure(what, Fraction(size), system) for name, what, size, system, _ in rows}
    squared = {
        name: Measure("area", size, plain[side].system) for name, (side, size) in _SQUARED.items()
    }
    return plain | squared


@cache
def _words() -> dict[str, str]:
    """The names of measures by the folded words for them."""
    rows = [line.split("|") for line in _TABLE.splitlines()]
    words = {fold(word): row[0].strip() for row in rows for word in row[-1].split()}
    words |= {"km²": "square kilometres", "m²": "square metres"}
    return words | {f"{word}s": name for word, name in words.items() if word.isascii()}
