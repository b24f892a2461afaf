"""Who said what is quoted: the line with a name under a quote is a part of it."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.formats import marks
from reader.formats.web.blocks import Block, Tag
from reader.formats.web.paragraphs import is_marked

_LONGEST = 80  # characters
_NAME = re.compile(r"^[^\d:：|?!।॥()“”\"]{3,}$")
_DASHED = re.compile(r"^[—–-]\s?(?=\S)")
_QUOTED = re.compile(r"^[“\"‘'].+[”\"’'][।.]?$")
_LINES = (Tag.PARAGRAPH, Tag.BARE, Tag.CAPTION, Tag.QUOTE)


def told(found: list[Block], start: int) -> list[Block]:
    """Return the blocks, those from ``start`` on that name the speaker of a quote made quotes."""
    kept = list(found)
    for at in range(start + 1, len(found)):
        if _names_speaker(found[at]) and _is_of(found[at], found[at - 1]):
            kept[at] = replace(found[at], tag=Tag.QUOTE, aside=False)
    return kept


def _names_speaker(block: Block) -> bool:
    """Whether a block can be a name, perhaps with an office: 'बलबीर सिंह, किसान'."""
    if block.tag not in _LINES or block.linked > 0.5:
        return False
    text = _DASHED.sub("", block.text)
    if len(text) > _LONGEST or not _NAME.match(text) or marks.ENDS_SENTENCE.search(text):
        return False
    return not is_marked(text)


def _is_of(block: Block, quote: Block) -> bool:
    """Whether a name stands with the quote above it: under a dash, or in one element with it."""
    if quote.aside:
        return False
    if block.tag is Tag.CAPTION:
        return quote.tag is Tag.QUOTE and block.figure == quote.figure != 0
    beside = block.holder.beyond() is quote.holder.beyond()
    is_quote = quote.tag is Tag.QUOTE or bool(_QUOTED.match(quote.text))
    if _DASHED.match(block.text) and not block.text.startswith(quote.text[:1]):
        return beside and is_quote
    return beside and quote.tag is Tag.QUOTE and marks.has_hindi(block.text)
