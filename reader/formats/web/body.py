"""Which run of a page's blocks is the body of its article.

It is the run under the headline with most prose in it: prose counts for its length, links
and scraps count against (maximum subsequence segmentation; J. Pasternack and D. Roth,
'Extracting Article Text from the Web with Maximum Subsequence Segmentation', 2009). It ends
where another article begins, and keeps to what the page marks or tells as its article's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.formats import invitations, marks
from reader.formats.credit import credit
from reader.formats.web.blocks import Block, Tag
from reader.formats.web.edges import widened
from reader.formats.web.headline import is_headline
from reader.formats.web.page_facts import PageFacts
from reader.formats.web.paragraphs import is_prose

_LEAST = 150  # characters of prose before another article can begin
_MOSTLY = 0.8  # the share of one text in another for the two to be the same
_NOT_LETTERS = re.compile(r"[\W_]+")
_HEADLINE = 6  # words; main headings with less may stand over parts of one article
_GRAM = 15  # letters at the head and tail of a block by which a text is known to hold it
_LONGEST_TOLD = 100_000  # letters
_LIGHT = (Tag.ALT, Tag.CAPTION, Tag.HEADING, Tag.ITEM, Tag.QUOTE)
_LIGHTER = (Tag.STAMP, Tag.TABLE_HEAD, Tag.TABLE_ROW)
_LIVE = "LiveBlogPosting"


def run(found: list[Block], start: int, title: str, said: PageFacts) -> tuple[int, int]:
    """Return where the body of the article begins and ends among the blocks, from ``start`` on."""
    told = _grams(said.body)
    weights = [_weight(block, told) for block in found[start:]]
    first, last = _greatest(weights, start)
    end = len(found) if _LIVE in said.types else _next_article(found[:last], start, title)
    if end < last:
        first, last = _greatest(weights[: end - start], start)
    else:
        end = len(found)
    first, last = _within_marked(found, start, first, last, end)
    inner = _within_told(found, first, last, told)
    if inner != (first, last):
        return inner
    return widened(found, start, first, last, end, said.description)


def _weight(block: Block, told: frozenset[str]) -> int:
    """Return what a block adds to a run that is the body, below zero for what is foreign to it."""
    is_text = block.tag is not Tag.HEADING and is_prose(block)
    if is_text or (not block.aside and _is_told(block, told)):
        return -30 if invitations.is_footer(block.text) else len(block.text)
    if marks.is_also_read(block.text) or marks.is_button(block.text):
        return -10
    if block.linked > 0.5 or block.aside:
        return -10 - min(2 * len(block.text), 130)
    if block.tag in _LIGHTER:
        return -3
    return -10 if block.tag in _LIGHT else -min(30, 5 + len(block.text))


def _greatest(weights: list[int], start: int) -> tuple[int, int]:
    """Return the run with the greatest sum of weights; the first weight stands at ``start``."""
    best, place = 0, (start, start)
    total, first = 0, start
    for index, weight in enumerate(weights, start):
        total += weight
        if total <= 0:
            total, first = 0, index + 1
        elif total > best:
            best, place = total, (first, index + 1)
    return place


def _next_article(found: list[Block], start: int, title: str) -> int:
    """Return where a second article begins under the first: a headline over its own credits."""
    prose = 0
    for index, block in enumerate(found[start:], start):
        heads = block.tag in (Tag.TITLE, Tag.HEADING) and not block.aside
        prose += len(block.text) if is_prose(block) and not heads else 0
        if prose >= _LEAST and heads and not is_headline(block, title) and _heads(found, index):
            return index
    return len(found)


def _heads(found: list[Block], index: int) -> bool:
    """Whether the heading at ``index`` is an article's: a main one, or with a byline."""
    before, block = found[index - 1], found[index]
    is_long = len(block.text.split()) >= _HEADLINE
    if block.tag is Tag.TITLE and (is_long or block.article != before.article):
        return True
    below = found[index + 1 : index + 7]
    credits = [credit(each.text) for each in _until_prose(below)]
    dated = any(each and (each.published or each.modified) for each in credits)
    named = any(each and each.byline for each in credits)
    return dated and (named or block.tag is Tag.TITLE)


def _until_prose(below: Iterable[Block]) -> Iterable[Block]:
    for block in below:
        if is_prose(block):
            return
        yield block


def _within_marked(
    found: list[Block], start: int, first: int, last: int, end: int
) -> tuple[int, int]:
    """Keep the run to the element marked as the article's body, if most of the run is there."""
    marked = [at for at in range(start, end) if found[at].is_body]
    inside = _prose(found[at] for at in marked if first <= at < last)
    if not marked or inside < 0.5 * _prose(found[first:last]):
        return first, last
    proses = [at for at in marked if is_prose(found[at])]
    return marked[0], (proses[-1] if proses else marked[-1]) + 1


def _within_told(
    found: list[Block], first: int, last: int, told: frozenset[str]
) -> tuple[int, int]:
    """Keep the run to the paragraphs JSON-LD tells, if they are nearly all of it."""
    places = [at for at in range(first, last) if _is_told(found[at], told)]
    inside = sum(len(found[at].text) for at in places)
    if not places or inside < _MOSTLY * _prose(found[first:last]):
        return first, last
    return places[0], places[-1] + 1


def _is_told(block: Block, told: frozenset[str]) -> bool:
    letters = _letters(block.text)
    return len(letters) >= _GRAM and {letters[:_GRAM], letters[-_GRAM:]} <= told


def _grams(text: str) -> frozenset[str]:
    letters = _letters(text)[:_LONGEST_TOLD]
    return frozenset(letters[at : at + _GRAM] for at in range(len(letters) - _GRAM + 1))


def _letters(text: str) -> str:
    """Return the letters and signs of a text alone, to compare texts by."""
    return _NOT_LETTERS.sub("", text)


def _prose(found: Iterable[Block]) -> int:
    return sum(len(block.text) for block in found if is_prose(block))
