"""Cards: headlines of other articles, each with a picture and the first words of its text."""

from __future__ import annotations

from dataclasses import replace

from reader.formats.web.blocks import Block, Tag
from reader.formats.web.paragraphs import is_prose

_MOST = 8  # blocks of one card
_LONGEST = 500  # characters of prose on one card
_HEADLINE = 20  # characters; a link with less is a button
_FEW = 2  # a single one may be a paragraph behind a link


def set_aside(found: list[Block], start: int) -> tuple[list[Block], int]:
    """Return the blocks with the cards from ``start`` on set aside, and how many there are."""
    cards = list(_cards(found, start))
    if len(cards) < _FEW:
        return found, len(cards)
    inside = {at for first, size in cards for at in range(first, first + size)}
    marked = [replace(b, aside=True) if at in inside else b for at, b in enumerate(found)]
    return marked, len(cards)


def leads(block: Block) -> bool:
    """Whether a block is a headline that leads to another page."""
    return block.linked > 0.5 and len(block.text) > _HEADLINE and not block.aside


def links(found: list[Block], start: int) -> int:
    """Return how many characters of links stand alone from ``start`` on, no text round them."""
    return sum(len(b.text) for b in found[start:] if b.linked > 0.5 and not b.aside)


def _cards(found: list[Block], start: int) -> list[tuple[int, int]]:
    cards, at = [], start
    while at < len(found):
        size = _boxed(found, at) or _flat(found, at)
        if size:
            cards.append((at, size))
        at += size or 1
    return cards


def _boxed(found: list[Block], at: int) -> int:
    """Return the size of the card whose element begins here, 0 if none does."""
    inside = found[at : at + found[at].box]
    return len(inside) if 1 < len(inside) <= _MOST and _is_card(inside) else 0


def _flat(found: list[Block], at: int) -> int:
    """Return 2 where a heading that leads elsewhere stands over a paragraph, else 0."""
    pair = found[at : at + 2]
    return 2 if found[at].tag is Tag.HEADING and len(pair) == 2 and _is_card(pair) else 0


def _is_card(inside: list[Block]) -> bool:
    """Whether a headline that leads elsewhere stands here over a paragraph or two of prose."""
    prose = [at for at, block in enumerate(inside) if is_prose(block)]
    if not 0 < len(prose) <= _FEW or sum(len(inside[at].text) for at in prose) > _LONGEST:
        return False
    return any(leads(block) and block.tag is not Tag.ALT for block in inside[: prose[0]])
