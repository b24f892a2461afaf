"""Lists of links that are the writer's own: where to turn to, what to read up on.

A page counts as links what leads to other articles. A list is the text's although its items
are links where a line introduces it, or where it leads out of the site: to another one, to a
telephone, a mail address or a document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.formats import introductions
from reader.formats.web.blocks import Block, Tag
from reader.formats.web.links import leads_out
from reader.formats.web.paragraphs import is_prose
from reader.formats.web.surroundings import Holder

_WORDS = 3  # an introduction with less is a label, as over a page's topics
_HALF = 0.5
_NEAR = 2  # blocks above and below a list


def told(found: list[Block], start: int, own: str) -> list[Block]:
    """Return the blocks, the items of the text's own lists from ``start`` on no links any more.

    Neither is a line that names a document or an address: 'पूरा आदेश: …'.
    ``own`` is the name that the site of the page is registered under.
    """
    kept = found[:start] + [_referring(block, own) for block in found[start:]]
    for first, last in _lists(found, start):
        if _is_own(found, first, last, own):
            kept[first:last] = (replace(block, linked=0.0) for block in found[first:last])
    return kept


def _referring(block: Block, own: str) -> Block:
    """Return a line that ends in a link out of the site, behind its own words, as a paragraph."""
    if block.tag not in (Tag.PARAGRAPH, Tag.BARE) or block.aside or len(block.links) != 1:
        return block
    link = block.links[0]
    words = block.text[: link.span.start].rstrip()
    refers = introductions.introduces(words) and leads_out(link.address, own)
    return replace(block, tag=Tag.PARAGRAPH, linked=0.0) if refers else block


def _lists(found: list[Block], start: int) -> Iterator[tuple[int, int]]:
    """Yield where runs of items, or of paragraphs, that are links begin and end."""
    at = start
    while at < len(found):
        first, tag = at, found[at].tag
        while at < len(found) and found[at].tag is tag and _is_link(found[at]):
            at += 1
        if at > first and tag in (Tag.ITEM, Tag.PARAGRAPH):
            yield first, at
        at = max(at, first + 1)


def _is_link(block: Block) -> bool:
    return block.linked > _HALF and not block.aside


def _is_own(found: list[Block], first: int, last: int, own: str) -> bool:
    """Whether the links from ``first`` to ``last`` are told or introduced by the text itself.

    Then the text stands with them in one element. Paragraphs must be introduced and lead out,
    as between paragraphs a link may be a pointer to another article.
    """
    items, around = found[first:last], found[first].holder.beyond(last - first)
    above = found[first - 1] if first and _stands_in(found[first - 1], around) else None
    introduced = above is not None and introductions.introduces(above.text)
    out = all(any(leads_out(link.address, own) for link in item.links) for item in items)
    if items[0].tag is Tag.PARAGRAPH:
        return out and introduced
    if not out:
        return introduced and above is not None and len(above.text.split()) >= _WORDS
    if above is not None and introductions.leads_away(above.text) and not is_prose(above):
        return False
    headed = above is not None and above.tag is Tag.HEADING
    beside = found[max(first - _NEAR, 0) : first] + found[last : last + _NEAR]
    return headed or introduced or any(is_prose(b) and _stands_in(b, around) for b in beside)


def _stands_in(block: Block, around: Holder) -> bool:
    """Whether a block that is text stands in an element and in none within it with others."""
    return not block.aside and block.linked <= _HALF and block.holder.beyond() is around
