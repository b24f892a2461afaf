"""Boxes on the author of an article: a name, perhaps a portrait, and who that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.formats.web import furniture
from reader.formats.web.blocks import Block, Tag
from reader.formats.web.paragraphs import is_prose
from reader.model import Style

_LEAST = 150  # characters of prose that are perhaps an article
_STORY = 600  # characters; a box of more is no note on the author
_MOST = 12  # blocks of a box
# What says of somebody that he or she wrote what is read: 'लेखक … हैं', 'writes on …'.
_IS_AUTHOR = re.compile(
    r"^\W*(?:(?:यह|ये|इस (?:लेख|रिपोर्ट) (?:के|की))\s+)?(?:लेखक|लेखिका|the (?:author|writer))\s"
    r"(?!ने\s).*(?:हैं|हूं|हूँ|है|\bis|\bwas|\bhas|\bwrites|\bteaches)(?![\w\u0900-\u0963])"
    r"|\bwrites (?:on|about|for)\b|पर (?:नियमित\s+)?लिखत[ेीा] (?:हैं|रहे हैं|रही हैं|है)",
    re.I | re.S,
)


class Box(NamedTuple):
    """Where a box begins, how many blocks it holds, and the name in it, '' if there is none."""

    place: int
    size: int
    name: str


def boxes(found: list[Block], start: int) -> Iterator[Box]:
    """Yield the boxes on the author over the text, that is from ``start`` on, and behind it."""
    prose = [len(block.text) if is_prose(block) else 0 for block in found]
    before, left = 0, sum(prose[start:])
    for at in range(start, len(found)):
        is_behind = before >= _LEAST and 0 < left < 2 * _STORY
        if furniture.is_author_heading(found[at].text):
            yield Box(at, 0, _name_under(found, at))
        elif (is_behind or not before) and (box := _box(found, at, is_behind)):
            yield box
        before, left = before + prose[at], left - prose[at]


def name(found: list[Block], start: int) -> str:
    """Return the name of the author in the first box that has one, '' if none has."""
    return next((box.name for box in boxes(found, start) if box.name), "")


def _box(found: list[Block], at: int, is_behind: bool) -> Box | None:
    """Return the box that begins here with a name over a note on who has it.

    Over the text the note must say that it is the author, or the name lead to a page on it.
    """
    size = found[at].box
    inside = found[at : at + size] if 1 < size <= _MOST else []
    head = next((each for each in inside if each.tag is not Tag.ALT), None)
    notes = [each.text for each in inside if is_prose(each)]
    if head is None or not notes or not furniture.is_name(head.text) or head.text == notes[0]:
        return None
    named = notes[0].split()[0] in head.text.split() and furniture.is_biography(notes[0])
    is_note = bool(_IS_AUTHOR.search(notes[0])) or (named and (is_behind or head.linked > 0.5))
    return Box(at, size, head.text) if is_note and sum(map(len, notes)) < _STORY else None


def _name_under(found: list[Block], at: int) -> str:
    """Return the name under a heading such as 'लेखक के बारे में', or in bold at a text's head."""
    for block in found[at + 1 : at + 4]:
        if is_prose(block):
            bold = next((each for each in block.markup if each.style is Style.BOLD), None)
            head = block.text[: bold.span.end] if bold and not bold.span.start else ""
            return head if furniture.is_name(head) else ""
        if block.tag is not Tag.ALT and furniture.is_name(block.text):
            return block.text
    return ""
