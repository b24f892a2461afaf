"""Which short lines of a page are the captions of the pictures they stand under."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.formats import marks
from reader.formats.credit import credit
from reader.formats.web.blocks import Block, Tag

_LONGEST = 150  # characters
_LEAST = 4  # words; less is a label or a name
_MOST = 3  # blocks of a box that is a picture's


def told(found: list[Block], start: int) -> list[Block]:
    """Return the blocks, those from ``start`` on that are captions made such.

    They name a picture's source, or stand under a picture in a box that holds nothing else.
    """
    boxed = set(_boxed(found, start))
    return [
        replace(block, tag=Tag.CAPTION)
        if at >= start and _is_line(block) and (at in boxed or marks.is_photo_credit(block.text))
        else block
        for at, block in enumerate(found)
    ]


def _boxed(found: list[Block], start: int) -> Iterator[int]:
    """Yield where the captions stand that share a box with a picture alone."""
    for at, picture in enumerate(found[start:], start):
        inside = found[at + 1 : at + picture.box]
        if picture.tag is Tag.ALT and picture.box <= _MOST and all(map(_is_short, inside)):
            telling = (index for index, each in enumerate(inside, at + 1) if _tells(each.text))
            yield from telling


def _is_line(block: Block) -> bool:
    return block.tag in (Tag.PARAGRAPH, Tag.BARE) and block.linked < 0.5


def _is_short(block: Block) -> bool:
    return _is_line(block) and len(block.text) < _LONGEST


def _tells(text: str) -> bool:
    return len(text.split()) >= _LEAST and credit(text) is None
