"""The edges of a body: what is short or plain but stands with its paragraphs in one element.

The run with most prose (`body`) begins and ends with long paragraphs. A sub-heading, a list, a
table, a quote, or a line of verse before or behind them is the article's as well, where it
stands in the element that holds them and is no furniture.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from reader.formats import introductions, invitations, marks
from reader.formats.web import furniture
from reader.formats.web.blocks import Block, Tag
from reader.formats.web.page_facts import likeness
from reader.formats.web.paragraphs import is_marked, is_prose
from reader.formats.web.surroundings import Holder

_MOSTLY = 0.8  # the share of a body's prose that the element around it holds
_MOST = 100  # blocks looked at before and behind a body
_WORDS = 6  # a line with less that ends no sentence is a label
_LONG = 300  # characters; no label or name has more, however it ends
_ITEM = 12  # characters; a list's items with less are labels
_NOTE = re.compile(r"^[(\[][^()\[\]]*[\u0904-\u0939][^()\[\]]{5,}[)\]]$")
_CONTACT = re.compile(  # where and how to reach somebody, as under an announcement
    r"(?:संपर्क|सम्पर्क|पता|स्थान|समय|टोल[- ]?फ्री|(?:हेल्पलाइन|फ़?ोन|मोबाइल|व्हाट्सएप|टेलीफोन)(?:\sनंबर)?)"
    r"(?:\s(?:नंबर|सूत्र|करें))?\s?[:：]\s?\S"
)
_SPOKEN = re.compile(r"(?:कहा|बोले|बोलीं|पूछा|बताया)[,:]?\s+[\"“‘'].+[\"”’']$")
_LEAST_WORDS = 3  # of a sentence without a danda
_PLAIN = (Tag.PARAGRAPH, Tag.BARE)
_ROWS = (Tag.TABLE_HEAD, Tag.TABLE_ROW)
_PICTURES = (Tag.ALT, Tag.IMAGE, Tag.CAPTION)


def widened(
    found: list[Block], start: int, first: int, last: int, end: int, summary: str
) -> tuple[int, int]:
    """Return the run of a body with what belongs to it before and behind, from start to end.

    ``summary`` is what the page says of the article; a line in these words stays outside.
    """
    place = _Place.of(found[first:last])
    new_first, new_last = first, last
    for at in range(first - 1, max(start, first - _MOST) - 1, -1):
        block = found[at]
        if place.holds(block) and _is_text(found, at) and likeness(block.text, summary) <= _MOSTLY:
            new_first = at
        elif not (_leads_away(block) or _is_name_of(block, found[at + 1])):
            break
    for at in range(last, min(end, last + _MOST)):
        block = found[at]
        if block.aside:
            continue
        if _ends(block) or not (place.surrounds(block) or _leads_away(block)):
            break
        if place.is_deeper(block):
            continue
        is_text = block.tag is not Tag.HEADING and place.holds(block) and _is_text(found, at)
        is_rest = at == new_last and _goes_on(block, found[at - 1])
        if is_text or is_rest or _tells_under_picture(found, at) or _is_captioned(found, at):
            new_last = at + 1
        elif not _may_stand_between(block):
            break
    return new_first, new_last


@dataclass(frozen=True)
class _Place:
    """Where the prose of a run stands: the element around it, and how deep it lies there."""

    around: Holder | None = None
    deepest: int = 0

    @classmethod
    def of(cls, run: list[Block]) -> _Place:
        proses = [block for block in run if is_prose(block)]
        return cls(_around(proses), max((block.holder.depth for block in proses), default=0))

    def holds(self, block: Block) -> bool:
        """Whether a block stands with the prose, and as deep at most.

        The items of lists, quotes and the rows of tables may lie deeper.
        """
        return not block.aside and self.surrounds(block) and not self.is_deeper(block)

    def surrounds(self, block: Block) -> bool:
        return self.around is not None and _stands_in(block.holder, self.around)

    def is_deeper(self, block: Block) -> bool:
        """Whether a block is a line deeper than the prose, as in a box between paragraphs."""
        return block.tag in _PLAIN and block.holder.depth > self.deepest


def _around(proses: list[Block]) -> Holder | None:
    """Return the innermost element around nearly all of the prose, none that is one block."""
    levels: dict[int, Counter[Holder]] = defaultdict(Counter)
    for block in proses:
        levels[block.holder.depth][block.holder] += len(block.text)
    least = _MOSTLY * sum(len(block.text) for block in proses)
    for depth in range(max(levels, default=0), -1, -1):
        for holder, length in levels[depth].items():
            if length >= least and holder.size > 1:
                return holder
            if holder.around:
                levels[depth - 1][holder.around] += length
    return None


def _stands_in(holder: Holder | None, around: Holder) -> bool:
    while holder and holder.depth > around.depth:
        holder = holder.around
    return holder is around


def _is_text(found: list[Block], at: int) -> bool:
    """Whether a block beside a body is text: a sentence, verse, a heading, a list, a table."""
    block = found[at]
    if is_marked(block.text) or _ends(block) or block.tag in (Tag.TITLE, Tag.STAMP, *_PICTURES):
        return False
    if block.tag in (*_ROWS, Tag.ITEM, Tag.HEADING):
        is_label = block.tag is Tag.ITEM and len(block.text) < _ITEM
        is_text = not is_label or _introduced(found, at)
        return block.linked <= 0.5 and is_text and not marks.is_key_heading(block.text)
    if block.tag is Tag.QUOTE:
        return block.linked <= 0.5
    if block.tag is Tag.PARAGRAPH and (_NOTE.match(block.text) or _CONTACT.match(block.text)):
        return not block.linked
    is_long = len(block.text.split()) >= _WORDS
    if marks.ENDS_SENTENCE.search(block.text):
        return block.linked <= (0.8 if is_long else 0.2)
    is_plain = not block.linked and not block.text.isascii() and "|" not in block.text
    is_line = is_long or _is_short_sentence(block.text)
    return is_plain and (len(block.text) > _LONG or (block.tag is not Tag.BARE and is_line))


def _is_short_sentence(text: str) -> bool:
    """Whether a text of few words tells or quotes something, though it has no danda."""
    is_told = marks.ends_told(text) or bool(_SPOKEN.search(text))
    return is_told and len(text.split()) >= _LEAST_WORDS


def _goes_on(block: Block, above: Block) -> bool:
    """Whether a block is the next line of the element that the one above is a line of."""
    is_own = block.tag is Tag.PARAGRAPH and block.holder is above.holder
    return is_own and not (block.linked or is_marked(block.text))


def _is_captioned(found: list[Block], at: int) -> bool:
    """Whether a block is the caption of the figure that ends with it, which leads nowhere."""
    block, above = found[at], found[at - 1]
    is_caption = block.tag is Tag.CAPTION and above.tag is Tag.ALT and not above.linked
    is_own = is_caption and block.figure == above.figure > 0 and not block.links
    return is_own and len(block.text.split()) >= _LEAST_WORDS and marks.has_hindi(block.text)


def _tells_under_picture(found: list[Block], at: int) -> bool:
    """Whether a block is a whole sentence under a picture, which may be the article's last."""
    block, above = found[at], found[at - 1]
    is_caption = block.tag is Tag.CAPTION and above.tag is Tag.ALT and not block.links
    is_long = len(block.text.split()) >= _WORDS
    return is_caption and is_long and bool(marks.ENDS_SENTENCE.search(block.text))


def _introduced(found: list[Block], at: int) -> bool:
    """Whether a line or a heading introduces the list in which an item stands."""
    above = reversed(found[max(at - _MOST, 0) : at])
    line = next((block for block in above if block.tag is not Tag.ITEM), None)
    if line is None:
        return False
    is_headed = line.tag is Tag.HEADING and not (_ends(line) or found[at].links)
    return is_headed or introductions.introduces(line.text)


def _ends(block: Block) -> bool:
    """Whether a block says that here is no article any more."""
    text = block.text
    return (
        invitations.is_footer(text)
        or furniture.is_box_heading(text)
        or furniture.is_invitation(text)
        or furniture.is_author_heading(text)
        or furniture.ends_article(text)
    )


def _may_stand_between(block: Block) -> bool:
    """Whether a block may stand before the last paragraph: a link, a picture, any own line."""
    is_line = block.tag is Tag.PARAGRAPH and not block.linked and not is_marked(block.text)
    return _leads_away(block) or is_line or block.tag is Tag.HEADING


def _is_name_of(block: Block, below: Block) -> bool:
    """Whether a block is a few words over a link, as over a table of contents."""
    return _leads_away(below) and len(block.text.split()) < _WORDS and not _ends(block)


def _leads_away(block: Block) -> bool:
    """Whether a block is a link or a picture, which may stand between any paragraphs."""
    is_link = marks.is_also_read(block.text) or marks.is_button(block.text)
    return block.linked > 0.5 or is_link or block.tag in _PICTURES
