"""The headline of a page, and where it stands among the blocks."""

from __future__ import annotations

import re

from reader.formats.web.blocks import Block, Tag
from reader.formats.web.page_facts import PageFacts, likeness
from reader.formats.web.paragraphs import is_prose

_LONGEST = 300  # characters
_CUT_OFF = re.compile(r"\s*(?:…|\.\.\.+)$")
_SITE = re.compile(r"\s+[-–—|]\s+\S+(?:\s\S+)?")
_SHORTEST = 12  # characters of a title that was cut off
_LEAST = 3  # words; less is the name of a section or a site
_TEXTS = (Tag.TITLE, Tag.HEADING, Tag.BARE, Tag.PARAGRAPH)


def text(said: PageFacts, found: list[Block]) -> str:
    """Return the headline as the page shows it, else as the page says it.

    What is shown is the heading most like what is said, else the line that is the greater
    part of it, else the one main heading. What shares no word with the page is no headline.
    """
    shown = [block for block in found if block.tag in _TEXTS and _is_line(block)]
    main = [block.text for block in shown if block.tag is Tag.TITLE]
    if not said.title:
        return next(iter(main), "") or _over_prose(found)
    if whole := _whole(said.title, shown):
        return whole
    if named := next((line for line in main if _names_site(said.title, line)), ""):
        return named
    if alike := _alike(said.title, shown):
        if _stem(alike) and said.title.startswith(_stem(alike)):
            return said.title
        same = "".join(alike.split()) == "".join(said.title.split())  # some headings lack spaces
        return said.title if same else alike
    if len(main) == 1 and len(main[0].split()) >= _LEAST:
        return main[0]
    told = any(likeness(said.title, block.text) for block in found)
    return said.title if told else _over_prose(found) or said.title


def _whole(title: str, shown: list[Block]) -> str:
    """Return the line of which a title is the beginning that was cut off, '' if none is."""
    stem = _stem(title)
    heads = [block.text for block in shown if block.tag in (Tag.TITLE, Tag.HEADING)]
    lines = (*heads, *(block.text for block in shown if not is_prose(block)))
    told = (line for line in lines if len(line) > len(stem) and line.startswith(stem))
    return next((line for line in told if stem and not _stem(line)), "")


def _names_site(title: str, heading: str) -> bool:
    """Whether a title is a main heading of few words and behind it the name of its site."""
    rest = title.removeprefix(heading)
    return rest != title and bool(_SITE.fullmatch(rest))


def _stem(text: str) -> str:
    """Return what is left of a text that was cut off, '' where it was not or is too short."""
    stem = _CUT_OFF.sub("", text)
    return stem if stem != text and len(stem) >= _SHORTEST else ""


def _is_line(block: Block) -> bool:
    return not block.aside and block.linked < 0.5 and 0 < len(block.text) < _LONGEST


def _alike(title: str, shown: list[Block]) -> str:
    """Return the heading most like a title, else the line it begins or ends with, '' if none."""
    headings = [block.text for block in shown if block.tag in (Tag.TITLE, Tag.HEADING)]
    closest = max(headings, key=lambda heading: likeness(heading, title), default="")
    if likeness(closest, title) > 0.5:
        return closest
    within = (block.text for block in shown if len(title) < 2 * len(block.text))
    ends = (line for line in within if title.startswith(line) or title.endswith(line))
    return max(ends, key=len, default="")


def _over_prose(found: list[Block]) -> str:
    """Return the first heading with a paragraph of prose under it, '' if there is none."""
    for at, block in enumerate(found):
        is_heading = block.tag is Tag.HEADING and block.linked < 0.5 and not block.aside
        if is_heading and any(map(is_prose, found[at + 1 : at + 6])):
            return block.text
    return ""


def place(title: str, found: list[Block]) -> int:
    """Return where the headline stands, -1 if it does not; a heading goes before other text.

    Where the page calls itself otherwise than its headline, its one main heading counts.
    """
    for tags in ((Tag.TITLE,), (Tag.HEADING, Tag.BARE, Tag.PARAGRAPH)):
        for index, block in enumerate(found):
            if block.tag in tags and not block.aside and is_headline(block, title):
                return index
    main = [at for at, block in enumerate(found) if block.tag is Tag.TITLE and not block.aside]
    return main[0] if len(main) == 1 and found[main[0]].linked < 0.5 else -1


def is_headline(block: Block, title: str) -> bool:
    """Whether a block is the headline, more or less in the words of ``title``."""
    return block.linked < 0.5 and len(block.text) < _LONGEST and likeness(block.text, title) > 0.6
