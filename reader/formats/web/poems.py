"""A page that holds a poem: lines in one element under the headline, and hardly a sentence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from reader.formats import marks
from reader.formats.web import lines
from reader.formats.web.blocks import Block, Tag
from reader.formats.web.paragraphs import is_marked, is_prose
from reader.formats.web.surroundings import Holder

_LEAST = 6  # lines of a poem
_SHORTEST = 150  # characters of a poem, and of prose that makes a page no poem's
_LONGEST = 80  # characters of a line


def told(found: list[Block], start: int) -> list[Block]:
    """Return the blocks, the stanzas under the headline at ``start`` cut into lines of verse.

    Nothing changes on a page with prose, or without a headline.
    """
    if not start or sum(len(b.text) for b in found[start:] if is_prose(b)) >= _SHORTEST:
        return found
    stanzas: dict[Holder | None, list[int]] = defaultdict(list)
    for at, block in enumerate(found[start:], start):
        if _is_stanza(block):
            stanzas[block.holder.around].append(at)
    poem = max(stanzas.values(), key=lambda places: _size(found, places), default=[])
    if len(poem) + sum(len(found[at].breaks) for at in poem) < _LEAST:
        return found
    if _size(found, poem) < _SHORTEST:
        return found
    return [line for at, block in enumerate(found) for line in _lines(block, at in poem)]


def _size(found: list[Block], places: list[int]) -> int:
    return sum(len(found[at].text) for at in places)


def _is_stanza(block: Block) -> bool:
    is_own = block.tag is Tag.PARAGRAPH and not block.aside and not block.links
    is_hindi = marks.has_hindi(block.text) and not any(map(str.isdigit, block.text))
    ends = (0, *block.breaks, len(block.text))
    is_short = all(end - begin <= _LONGEST for begin, end in pairwise(ends))
    return is_own and is_hindi and is_short and not is_marked(block.text)


def _lines(block: Block, is_verse: bool) -> list[Block]:
    """Return a block's lines as blocks marked as verse; a block that is none is left alone."""
    if not is_verse:
        return [block]
    places = pairwise((0, *block.breaks, len(block.text)))
    return [replace(lines.cut(block, *place), is_verse=True) for place in places]
