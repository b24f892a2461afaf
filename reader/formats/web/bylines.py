"""Who wrote the article of a page, and when, as it is printed round the headline and the text."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import pairwise, takewhile

from reader.formats import dates, marks
from reader.formats.credit import Credit, credit, is_desk, name_alone, names_editor
from reader.formats.web import furniture
from reader.formats.web.blocks import Block, Tag
from reader.formats.web.paragraphs import is_prose
from reader.formats.web.surroundings import Holder

_NEAR = 500  # blocks that are read
_ABOVE = 2  # blocks over the headline that are perhaps the date
_TOP = 30  # blocks under the headline that stand perhaps over the text
_LONGEST = 80  # characters of a line
_BEHIND = 12  # blocks behind the text of which a box there is told
_UNDER = 3  # of them that are read
_LINK = 4  # words of a link to another article, at least
_PAGE = 2  # how deep the body of a page lies
_DEEP = 2  # elements around the headline that hold a date over it as well
_LABEL = re.compile(
    r"(?:author|writer|reporter|(?:written |reported )?by|लेखक|लेखिका|रिपोर्टर?|संवाददाता|द्वारा)\W*",
    re.I,
)
_TODAY = re.compile(r"\W*(?:आज|today)(?![\w\u0900-\u0963])", re.I)  # when the page was read
_COMMON = ("भाषा", "वार्ता", "एजेंसी", "एजेंसियां", "AP", "UNI")
_LINES = (Tag.PARAGRAPH, Tag.BARE, Tag.HEADING, Tag.STAMP, Tag.ITEM)


def printed(found: list[Block], start: int, last: int) -> Credit:
    """Return who wrote an article and when; missing parts are empty.

    The headline stands before block ``start``, the body ends at ``last``. What says what it is
    goes before a name or a date that only its place tells.
    """
    together = Credit()
    lines = [block.text for block in (*found[start:last], *_below(found, last))[:_NEAR]]
    for line in sorted(lines, key=names_editor):  # who wrote it goes before who edited it
        together = together.or_else(credit(line) or Credit())
    above = [] if start < 2 else _above(found, start - 1)
    below = list(takewhile(_is_over_text, found[start : start + _TOP]))
    told = [block.text for block in (*above, *below) if _is_line(block)]
    names = [block.text for block in below if _is_line(block)]
    return together.or_else(Credit(_labelled(below) or _name(names, found), _date(told)))


def is_agency(block: Block) -> bool:
    """Whether a line over the text is an agency's name and no common word, such as 'भाषा' is."""
    rest, agency = marks.split_sign_off(block.text)
    return _is_line(block) and not rest and agency == block.text not in _COMMON


def _above(found: list[Block], headline: int) -> list[Block]:
    """Return the blocks over the headline that stand in its element, not those of a masthead."""
    own = found[headline].holder
    over = found[max(headline - _ABOVE, 0) : headline]
    return [
        block
        for block in over
        if block.linked == 0 and not _TODAY.match(block.text) and _is_near(block.holder, own)
    ]


def _is_near(holder: Holder, own: Holder) -> bool:
    """Whether a headline's element ``own`` and another stand in one, which is not the page."""
    around = own.common(holder)
    return around.depth > _PAGE and own.depth - around.depth <= _DEEP


def _below(found: list[Block], last: int) -> list[Block]:
    """Return the blocks right behind the body that say nothing of a comment or another article."""
    body = found[last - 1].holder if last else Holder()
    behind = found[last : last + _BEHIND]
    boxes = [block.holder.outside(body) for block in behind]
    others = {
        box
        for block, box in zip(behind, boxes, strict=True)
        if block.aside or _leads_away(block) or _is_sentence(block)
    }
    return [each for each, box in zip(behind, boxes, strict=True) if box not in others][:_UNDER]


def _leads_away(block: Block) -> bool:
    """Whether a link to another article is in a block, and no name or date alone."""
    links = (
        dates.without_dates(block.text[each.span.start : each.span.end]) for each in block.links
    )
    return any(len(text.split()) >= _LINK for text in links)


def _is_sentence(block: Block) -> bool:
    return bool(marks.ENDS_SENTENCE.search(block.text)) and credit(block.text) is None


def _is_over_text(block: Block) -> bool:
    """Whether a block under the headline is no paragraph; a deck set as a heading is none."""
    return block.tag is Tag.HEADING or not is_prose(block)


def _is_line(block: Block) -> bool:
    plain = block.tag in _LINES and block.linked < 0.5
    return plain and len(block.text) < _LONGEST


def _labelled(below: list[Block]) -> str:
    """Return the name that stands alone in the block under the label of one: 'Author'."""
    pairs = pairwise(block.text for block in below)
    names = (line for label, line in pairs if _LABEL.fullmatch(label) and furniture.is_name(line))
    return next(names, "")


def _name(lines: list[str], found: list[Block]) -> str:
    """Return the first line that names a desk, or stands beside a date and is no section's name."""
    beside = {line for pair in pairwise(lines) for line in pair if any(map(_is_dated, pair))}
    headed = (dates.before_dates(line) for line in lines if _ends_in_date(line))
    links = {block.text for block in found if block.linked > 0.5}
    told = (name_alone(line) for line in lines if line not in links and line in beside)
    desks = filter(is_desk, map(name_alone, lines))
    return next(desks, "") or next(filter(None, (*told, *map(name_alone, headed))), "")


def _is_dated(line: str) -> bool:
    said = credit(line)
    return bool(said and (said.published or said.modified))


def _ends_in_date(line: str) -> bool:
    """Whether a line is words and then a date, without a comma as behind a place."""
    before = dates.before_dates(line)
    ends = dates.without_dates(line).split() == before.split()
    return ends and "," not in before and dates.parse(line) is not None


def _date(lines: list[str]) -> datetime | None:
    """Return the first date in the lines, but when the article was changed."""
    told = ((credit(line), dates.parse(line)) for line in lines)
    days = (day for said, day in told if not (said and said.modified and not said.published))
    return next(filter(None, days), None)
