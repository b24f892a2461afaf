"""Numbers below zero: a minus, माइनस, शून्य से नीचे, below freezing."""

from __future__ import annotations

import re

from reader.language.quantities.quantity import Quantity

_NEAR = 30
_DEGREES = ("degrees", "°C", "°F")
_MINUS = re.compile(r"(?:\b(?:minus|negative)|माइनस|ऋण|(?<![\w.,)-])[-−–])\s?$", re.IGNORECASE)
_FROM_ZERO = re.compile(r"(?:शून्य|ज़ीरो|जीरो) (?:से )?$")
_UNDER = re.compile(r"[^.,;।]{0,25}?नीचे")
_BELOW = re.compile(r"[^.,;।]{0,25}?\bbelow (?:zero|freezing)", re.IGNORECASE)
_ANY = re.compile(
    r"\b(?:minus|negative|below|sub-?zero|freezing)\b|माइनस|ऋण|शून्य|ज़ीरो|जीरो|नीचे|[-−–]\d",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\babove (?:zero|freezing)\b|(?:शून्य|ज़ीरो|जीरो) से [^.,;।]{0,20}?ऊपर", re.IGNORECASE
)


def is_below(text: str, quantity: Quantity) -> bool:
    """Whether a quantity of ``text`` is said to be below zero. A bare hyphen needs degrees."""
    before, after = text[: quantity.span.start][-_NEAR:], text[quantity.span.end :]
    sign = _MINUS.search(before)
    if sign:
        return len(sign.group().strip()) > 1 or quantity.measure in _DEGREES
    from_zero = _FROM_ZERO.search(before) and _UNDER.match(after)
    return bool(from_zero or _BELOW.match(after))


def says_below(text: str) -> bool:
    """Whether ``text`` may speak of being below zero in any other way."""
    return bool(_ANY.search(text)) and not _OVER.search(text)
