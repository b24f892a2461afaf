"""Posts of other sites shown within an article: what is told in them stays, as a quote."""

from __future__ import annotations

import re

from reader.formats import marks
from reader.formats.web import lines
from reader.formats.web.blocks import Block, Tag

_PICTURE = re.compile(r"(?:\s*(?:pic\.(?:twitter|x)\.com|https?://t\.co)/\w+…?)+$")
_BESIDE = re.compile(r"\s[—–-]\s?[^—–]{1,60}\(@\w{1,15}\).{0,30}$")
_POSTED = re.compile(r"^Posted by \S.{0,80} on [A-Z][a-z]+day, [A-Z][a-z]+ \d{1,2}, \d{4}$")
_POST = (Tag.QUOTE, Tag.PARAGRAPH, Tag.BARE)


def told(found: list[Block], start: int) -> list[Block]:
    """Return the blocks, those of a post from ``start`` on without its address and its author."""
    kept = found[:start]
    for block in found[start:]:
        if block.tag in _POST and marks.is_tweet_credit(block.text):
            continue
        if block.tag is Tag.QUOTE and _POSTED.match(block.text):  # elsewhere it is the article's
            continue
        text = _text(block) if block.tag is Tag.QUOTE else block.text
        if text == block.text:
            kept.append(block)
        elif text:
            kept.append(lines.cut(block, 0, len(text)))
    return kept


def _text(post: Block) -> str:
    """Return what a post says: its text without who wrote it, and the address of its picture."""
    return _PICTURE.sub("", _BESIDE.sub("", post.text))
