"""The portrait over an article: a picture beside the name of who wrote it, which is no caption."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.formats import dates, marks
from reader.formats.credit import credit
from reader.formats.web import furniture
from reader.formats.web.blocks import Block, Tag
from reader.formats.web.paragraphs import is_prose

_TOP = 12  # blocks under the headline that stand perhaps over the text
_MOST = 4  # blocks of a box with a portrait
_LONGEST = 120  # characters of a line beside one
_CITY = re.compile(rf"[\s,]+{marks.CITIES}$")


class Portrait(NamedTuple):
    """Where a portrait stands among the blocks, and the name beside it."""

    place: int
    name: str


def without(found: list[Block], start: int) -> tuple[str, list[Block]]:
    """Return who wrote the article, '' if no portrait shows, and the blocks without the portrait.

    It stands over the text, which begins behind block ``start``, in a box with a name beside a
    date or a credit; or beside a city, where the picture is called by that name. A name that
    the text tells of is that of somebody in the news.
    """
    found_at = next(filter(None, (_portrait(found, at) for at in _places(found, start))), None)
    if found_at is None:
        return "", found
    at = found_at.place
    return found_at.name, [*found[:at], *found[at + 1 :]]


def _places(found: list[Block], start: int) -> list[int]:
    """Return where pictures stand over the second paragraph of prose, of which one is a deck."""
    places, proses = [], 0
    for at in range(start, min(start + _TOP, len(found))):
        proses += is_prose(found[at]) and found[at].tag is not Tag.HEADING
        if proses > 1:
            break
        if found[at].tag is Tag.ALT and not (found[at].figure or found[at].aside):
            places.append(at)
    return places


def _portrait(found: list[Block], at: int) -> Portrait | None:
    picture, beside = found[at], found[at + 1 : at + found[at].box]
    if not 0 < len(beside) < _MOST or not all(map(_is_line, beside)):
        return None
    lines = [each.text for each in beside]
    labelled = next((said.byline for line in lines if (said := credit(line)) and said.byline), "")
    name = labelled or _name(lines, picture.text)
    if not furniture.is_name(name) or (not labelled and _is_told_of(name, found[at:])):
        return None
    return Portrait(at, name)


def _is_line(block: Block) -> bool:
    return block.tag is not Tag.ALT and len(block.text) < _LONGEST and not is_prose(block)


def _name(lines: list[str], alt: str) -> str:
    """Return the name that opens the lines where a date stands behind it, or a city, else ''."""
    name = dates.before_dates(lines[0]).strip(" ,|·•–-")
    if any(dates.parse_all(line) for line in lines):
        return name
    before = _CITY.sub("", name)
    return before if before == alt and (before != name or _is_city(lines[1:])) else ""


def _is_city(lines: list[str]) -> bool:
    return len(lines) == 1 and bool(re.fullmatch(marks.CITIES, lines[0].strip(" ,")))


def _is_told_of(name: str, found: list[Block]) -> bool:
    """Whether the text tells of somebody with this name, and not that he or she writes."""
    told = (each.text for each in found if is_prose(each) and name in each.text)
    return any(not furniture.is_biography(text) for text in told)
