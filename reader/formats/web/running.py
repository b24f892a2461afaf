"""Running text: which blocks of a page are set in it, whatever their elements and links say.

A page counts as links what leads to other articles. In running text links are the writer's,
and a line parted from the text by breaks alone is a paragraph as those around it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from reader.formats import introductions, invitations, marks
from reader.formats.web import furniture
from reader.formats.web.blocks import Block, Tag
from reader.formats.web.sentences import has_sentence
from reader.formats.web.surroundings import Holder

_PLAIN = (Tag.PARAGRAPH, Tag.BARE)
_FINISHED = re.compile(r"[।॥.۔][\"'”’)]*$")  # as headlines, which links to them repeat, are not
_COUNTED = re.compile(r"^[(\[]?(?:[ivx]{1,5}|[a-h]|[क-ञ]|[0-9०-९]{1,2})[)\].]\s+\S+\s+\S", re.I)
_SHARE = 0.5  # of the sentences of an element that are links, the others must be as long


def told(found: list[Block]) -> list[Block]:
    """Return the blocks; those in running text are no links, and no loose lines in an element."""
    places = [block.holder.beyond() if block.tag in _PLAIN else None for block in found]
    sentences = [_tells(block) for block in found]
    text: Counter[Holder | None] = Counter()
    links: Counter[Holder | None] = Counter()
    broken = set()  # elements whose own text is broken into paragraphs
    for block, place, is_sentence in zip(found, places, sentences, strict=True):
        if is_sentence and block.linked > 0.5:
            links[place] += len(block.text)
        elif is_sentence:
            text[place] += len(block.text)
            broken.add(block.holder)
    return [
        _set_in_text(block, is_sentence and text[place] >= _SHARE * links[place], broken)
        if place in text
        else block
        for block, place, is_sentence in zip(found, places, sentences, strict=True)
    ]


def _set_in_text(block: Block, is_sentence: bool, broken: set[Holder]) -> Block:
    """Return a block that shares its element with running text as what it is there."""
    linked = 0.0 if is_sentence else block.linked
    is_line = block.tag is Tag.BARE and (block.holder in broken or _stands_out(block))
    if is_line and any(map(str.isalnum, block.text)):
        return replace(block, linked=linked, tag=Tag.PARAGRAPH)
    return replace(block, linked=linked) if linked != block.linked else block


def _stands_out(block: Block) -> bool:
    """Whether text that is marked as no paragraph is one.

    It is in bold, ends as a sentence does, introduces a list, or is counted in one.
    """
    text = block.text
    if (block.bold > 0.9 and " " in text) or introductions.introduces(text):
        return True
    return bool(marks.ENDS_SENTENCE.search(text) or _COUNTED.match(text))


def _tells(block: Block) -> bool:
    """Whether a block is a sentence that tells something, however much of it is a link."""
    text = block.text
    if block.aside or not has_sentence(text) or marks.is_also_read(text, block.linked > 0.5):
        return False
    if block.linked <= 0.5:
        return True
    asks = invitations.is_request(text) or invitations.is_footer(text) or furniture.is_teaser(text)
    return bool(_FINISHED.search(text)) and not asks
