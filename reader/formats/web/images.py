"""Where the picture of an img element lies, whatever way it is loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from reader.formats.web.elements import Element
from reader.formats.web.links import absolute

# Pages that load pictures late put a stand-in into src, and the picture into one of these.
_LATE = ("data-src", "data-original", "data-lazy-src", "data-original-src", "data-lazy", "data-url")
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_NEXT = re.compile(r",\s+|(?<=\d[wx]),")
_LONGEST_SET = 8192  # characters of a srcset that are read
_SMALLEST = 50  # CSS pixels; icons are smaller
_FURNITURE = (
    "logo|icons?|favicon|sprite|avatar|gravatar|emoji|pixel|tracker|tracking|beacon|counter"
)
_STAND_IN = "blank|spacer|placeholder|1x1|transparent|loader|loading|lazy|lazyload|default|noimage"
_IS_FURNITURE = re.compile(rf"(?<![a-z])(?:{_FURNITURE})(?![a-z])", re.I)
_IS_STAND_IN = re.compile(rf"(?<![a-z])(?:{_FURNITURE}|{_STAND_IN})(?![a-z])", re.I)
_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)$", re.I)


def address_of(element: Element, source: str, base: str) -> str:
    """Return the picture's address from an img, '' for none; ``source`` is a picture's srcset."""
    said = (absolute(candidate, base) for candidate in _candidates(element, source))
    return next((address for address in said if address and not _is_stand_in(address)), "")


def set_of(element: Element) -> str:
    """Return the srcset of an element, also one that is loaded late, '' for none."""
    return next(filter(None, map(element.get, _SETS)), "")


def is_furniture(element: Element) -> bool:
    """Whether an img says by its size, name or role that it is an icon, a logo or a tracker."""
    sizes = [_size(element.get(side)) for side in ("width", "height")]
    if any(size is not None and size < _SMALLEST for size in sizes):
        return True
    if element.get("role") == "presentation" and not element.get("alt"):
        return True
    return bool(_IS_FURNITURE.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def is_picture(address: str) -> bool:
    """Whether an address looks like that of a picture and not of a page."""
    return bool(_FILE.search(_path(address)))


def same(address: str) -> str:
    """Return what is the same for two addresses of one picture in different sizes."""
    return address.partition("?")[0] if is_picture(address) else address


def largest(srcset: str) -> str:
    """Return the address with the greatest width or density in a srcset."""
    best, found = -1.0, ""
    for candidate in _NEXT.split(srcset[:_LONGEST_SET]):
        address, _, descriptor = candidate.strip(" \t\r\n,").partition(" ")
        size = _number(descriptor.strip(" wx"))
        if address and size > best:
            best, found = size, address
    return found


def _candidates(element: Element, source: str) -> Iterator[str]:
    yield from filter(None, map(element.get, _LATE))
    yield element.get("src") or ""
    sets = (*map(element.get, _SETS), source)
    yield from (largest(srcset) for srcset in sets if srcset)
    behind = element.getnext()  # where browsers without scripts find the picture
    if behind is not None and behind.tag == "noscript":
        yield from (img.get("src") or "" for img in behind.iter("img"))


def _is_stand_in(address: str) -> bool:
    return bool(_IS_STAND_IN.search(_path(address).rsplit("/", 1)[-1]))


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _size(said: str | None) -> float | None:
    """Return a width or height in CSS pixels, None where it is not said so."""
    match = re.fullmatch(r"\s*(\d{1,6})(?:\.\d{1,6})?(?:px)?\s*", said or "")
    return float(match[1]) if match else None


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
