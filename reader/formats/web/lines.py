"""The lines of a block: a block cut at its line breaks."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from reader.formats.markup import shifted
from reader.formats.web.blocks import Block, Tag
from reader.model import Span

_LONGEST = 60  # characters of a line of verse
_LEAST = 3  # lines of verse; fewer are perhaps one that was broken
_MOST = 200  # lines
_WITHIN = re.compile(r"[।॥.?!]\s+\S")  # a sentence ends there, as in prose that was broken
_PLAIN = (Tag.PARAGRAPH, Tag.BARE, Tag.QUOTE)


def cut(block: Block, start: int, end: int) -> Block:
    """Return what stands from ``start`` to ``end`` in a block, tidied, as a block of its own."""
    start += len(block.text[start:end]) - len(block.text[start:end].lstrip())
    text = block.text[start:end].rstrip()
    end = start + len(text)
    kept = [m for m in block.markup if m.span.start < end and m.span.end > start]
    inside = (replace(m, span=Span(m.span.start, min(m.span.end, end))) for m in kept)
    markup = tuple(shifted(m, -start) for m in inside)
    return replace(block, text=text, markup=markup, breaks=(), linked=0.0, bold=0.0)


def verse(block: Block) -> list[Block]:
    """Return the lines of a poem or a list, three or more short ones; else the block itself."""
    places = list(pairwise((0, *block.breaks, len(block.text))))
    if block.tag not in _PLAIN or not _LEAST <= len(places) <= _MOST:
        return [block]
    lines = [cut(block, start, end) for start, end in places]
    if any(len(line.text) > _LONGEST or _WITHIN.search(line.text) for line in lines):
        return [block]
    return [line for line in lines if line.text]
