"""What stands behind an article on its page: another one, comments, its author, its publisher."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from reader.formats.web import authors, furniture
from reader.formats.web.blocks import Block, Tag
from reader.formats.web.paragraphs import is_prose

_LEAST = 150  # characters of prose that are perhaps an article
_MOSTLY = 3  # times as much prose in the article's element as behind it
_STORY = 600  # characters; a box of more is no note on the author
_COMMENT = 12  # blocks of one comment with what is answered to it
_WHOLE = 300  # characters of prose in an element that is no mere opening
_TOP = 4  # blocks with the headline and the time of an element
_CLOCK = re.compile(r"^(?=.{4,30}$)(?!.*\d{4}).*\d{1,2}[:.]\d{2}")
_SECOND = 2  # paragraphs; with less, an element is a card or an entry


def set_aside(found: list[Block], start: int) -> list[Block]:
    """Return the blocks, those behind the article that are not its text set aside.

    What is behind is told by the <article> around the headline, by where comments begin, by a
    box that a name heads and by one that ends in a copyright.
    """
    places = {*_others(found, start), *_notes(found, start)}
    return [replace(b, aside=True) if at in places else b for at, b in enumerate(found)]


def _others(found: list[Block], start: int) -> Iterable[int]:
    """Return the places behind the <article> of the headline, where it holds an article."""
    own = found[start - 1].article if start else 0
    inside = [at for at in range(start, len(found)) if found[at].article == own]
    if not own or not inside:
        return ()
    told = _prose(found[at] for at in inside)
    behind = range(inside[-1] + 1, len(found))
    following = _following(found, behind.start) if told >= _WHOLE else len(found)
    outside = [at for at in behind if not found[at].article]
    beside = _prose(found[at] for at in outside) * _MOSTLY < told
    asked = any(found[at].tag is Tag.HEADING and "?" in found[at].text for at in outside)
    return {*range(following, len(found)), *(outside if beside and not asked else ())}


def _following(found: list[Block], behind: int) -> int:
    """Return where another <article> begins with a headline over paragraphs, as one of its own.

    The entries of a live blog are not: the time of a day stands over each.
    """
    for article, group in groupby(range(behind, len(found)), lambda at: found[at].article):
        places = list(group)
        blocks = [found[at] for at in places]
        timed = any(_CLOCK.match(block.text) for block in blocks[:_TOP])
        headed = any(block.tag in (Tag.TITLE, Tag.HEADING) for block in blocks[:_TOP])
        if article and headed and not timed and sum(map(is_prose, blocks)) >= _SECOND:
            return places[0]
    return len(found)


def _notes(found: list[Block], start: int) -> Iterable[int]:
    """Yield the places of comments without a heading, and of notes on author and publisher."""
    prose = [len(block.text) if is_prose(block) else 0 for block in found]
    notes = {box.place: box.size for box in authors.boxes(found, start)}
    at, before, left = start, 0, sum(prose[start:])
    while at < len(found):
        size = _comments(found, at) if before >= _LEAST else 0
        if not size and before >= _LEAST and 0 < left < 2 * _STORY:
            size = _imprint(found, at, prose)
        size = notes.get(at) or size
        yield from range(at, at + size)
        here = sum(prose[at : at + (size or 1)])
        at, before, left = at + (size or 1), before + here, left - here


def _comments(found: list[Block], at: int) -> int:
    """Return the size of a list of comments: boxes, each with a button to reply in it."""
    end, count = at, 0
    while end < len(found) and any(
        furniture.is_reply(each.text) for each in _box(found, end, _COMMENT)
    ):
        end, count = end + found[end].box, count + 1
    return end - at if count > 1 else 0


def _imprint(found: list[Block], at: int, prose: list[int]) -> int:
    """Return the size of the page's last box if the publisher speaks of itself there."""
    inside = _box(found, at, _COMMENT) or found[at : at + 1]
    inside += [each for each in found[at + len(inside) :][:1] if furniture.is_copyright(each.text)]
    end = at + len(inside)
    told = [found[place].text for place in range(at, end) if prose[place]]
    if not told or not all(map(furniture.is_self_description, told)):
        return 0
    signed = any(furniture.is_copyright(_last_line(each)) for each in inside)
    last = len(inside) > 1 and not any(prose[end:])
    return len(inside) if signed or last else 0


def _box(found: list[Block], at: int, most: int) -> list[Block]:
    """Return the blocks of the box that begins here, none where there is none or a large one."""
    size = found[at].box
    return found[at : at + size] if 1 < size <= most else []


def _last_line(block: Block) -> str:
    return block.text[block.breaks[-1] :].strip() if block.breaks else block.text


def _prose(found: Iterable[Block]) -> int:
    return sum(len(block.text) for block in found if is_prose(block))
