"""The lines of a block: a block cut at its line breaks."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from reader.formats import marks
from reader.formats.web.blocks import Block, Tag
from reader.formats.web.sentences import has_sentence
from reader.model import Markup, Span, Style

_LONGEST = 60  # characters of a line of verse
_LEAST = 3  # lines of verse; fewer are perhaps one that was broken
_MOST = 200  # lines
_WITHIN = re.compile(r"[।॥.?!]\s+\S")  # a sentence ends there, as in prose that was broken
_ALL = 0.9  # the share of a line that is in bold if all of it is meant to be
_PLAIN = (Tag.PARAGRAPH, Tag.BARE, Tag.QUOTE)


def cut(block: Block, start: int, end: int) -> Block:
    """Return what stands from ``start`` to ``end`` in a block, tidied, as a block of its own."""
    start += len(block.text[start:end]) - len(block.text[start:end].lstrip())
    text = block.text[start:end].rstrip()
    end = start + len(text)
    place = Span(start, end)
    markup, links = _cut(block.markup, place), _cut(block.links, place)
    bold = sum(m.span.end - m.span.start for m in markup if m.style is Style.BOLD)
    linked = sum(m.span.end - m.span.start for m in links)
    parts = replace(block, text=text, markup=markup, links=links, breaks=())
    return replace(parts, linked=linked / max(len(text), 1), bold=bold / max(len(text), 1))


def _cut(markup: tuple[Markup, ...], place: Span) -> tuple[Markup, ...]:
    inside = ((each, _within(each.span, place)) for each in markup)
    return tuple(replace(each, span=within) for each, within in inside if within)


def _within(span: Span, place: Span) -> Span | None:
    """Return where in the text cut at ``place`` a span of the whole stands, None if outside."""
    if not span.overlaps(place):
        return None
    start, end = max(span.start, place.start), min(span.end, place.end)
    return Span(start - place.start, end - place.start)


def paragraphs(block: Block) -> list[Block]:
    """Cut a block behind each line that is a sentence's end, or in bold among lines that are not.

    Such a line is a paragraph, or a heading over the next, and one that is a link behind a
    sentence's end leads to another article. Verse stays whole: it is more than its sentences.
    """
    places = list(pairwise((0, *block.breaks, len(block.text))))
    if block.tag not in _PLAIN or len(places) == 1 or len(verse(block)) > 1:
        return [block]
    lines = [cut(block, start, end) for start, end in places]
    alone = [line.bold > _ALL and block.bold <= _ALL for line in lines]
    if marks.split_dateline(block.text)[0]:
        alone[0] = False
    starts, ended = [0], True
    for at, (line, (_, end)) in enumerate(zip(lines[:-1], places[:-1], strict=True)):
        leads = ended and line.linked > _ALL
        sentence = has_sentence(line.text) and bool(marks.ENDS_SENTENCE.search(line.text))
        ended = sentence or leads or alone[at] or alone[at + 1]
        if ended:
            starts.append(end)
    parts = [cut(block, *place) for place in pairwise((*starts, len(block.text)))]
    return [part for part in parts if part.text] if len(parts) > 1 else [block]


def whole(block: Block) -> list[Block]:
    """Return the lines of a block where each is long and ends a sentence; else the block itself."""
    places = list(pairwise((0, *block.breaks, len(block.text))))
    if block.tag not in _PLAIN or not 1 < len(places) <= _MOST:
        return [block]
    lines = [cut(block, start, end) for start, end in places]
    is_whole = all(_is_long(line.text) for line in lines)
    return lines if is_whole else [block]


def _is_long(line: str) -> bool:
    return len(line) > _LONGEST and bool(marks.ENDS_SENTENCE.search(line))


def verse(block: Block) -> list[Block]:
    """Return the lines of a poem or a list, three or more short ones; else the block itself."""
    places = list(pairwise((0, *block.breaks, len(block.text))))
    if block.tag not in _PLAIN or not _LEAST <= len(places) <= _MOST:
        return [block]
    lines = [cut(block, start, end) for start, end in places]
    if any(len(line.text) > _LONGEST or _WITHIN.search(line.text) for line in lines):
        return [block]
    return [line for line in lines if line.text]
