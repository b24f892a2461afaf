"""HTML that is all article, such as a chapter or a selection, to an Article.

Nothing is taken for furniture but what is hidden, and buttons. What tells itself apart, as
`marks` and `credit` know it, goes to its own field; all else stays in order.
"""

from __future__ import annotations

import re
from itertools import takewhile

from reader.errors import NoArticle
from reader.formats import marks
from reader.formats.credit import Credit, credit
from reader.formats.files.text import short_title, split_off_dateline
from reader.formats.tidy import tidy
from reader.formats.web import legacy_text, paragraphs
from reader.formats.web.blocks import Block, Tag, blocks
from reader.formats.web.elements import tree
from reader.model import Article, Kind, Paragraph

_FRONT = 10  # how many paragraphs under the title may be bylines and dates
_LONGEST_TITLE = 200  # characters
_CLIPBOARD = "Version:"  # how the description begins that some programs put before copied HTML
_COPIED = re.compile(r"<!--\s*StartFragment\s*-->", re.I)
# What a page has and a part of one has not.
_PAGE = re.compile(
    r"<(?:!doctype|html|head|body|title|main|article|nav|header|footer|script|style|link)\b", re.I
)


def is_selection(html: str) -> bool:
    """Whether ``html`` is a part of a page, as copying it makes, and no page itself."""
    return bool(_COPIED.search(html)) or not _PAGE.search(html)


def parse(html: str, name: str, url: str = "", title: str = "") -> Article:
    """Return the article in HTML that came from ``url``; ``name`` is what messages call it.

    The title is the first main heading, else ``title``, else what the head says, else a
    heading or short line the text begins with, else the beginning of the text. Raises
    NoArticle when there is no text.
    """
    markup = html[max(html.find("<"), 0) :] if html.startswith(_CLIPBOARD) else html
    root = tree(markup, name)
    converted = "" if root is None else legacy_text.to_unicode(root)
    every = [] if root is None else blocks(root, url)
    found = [block for block in every if not marks.is_button(block.text)]
    if root is None or not any(block.text for block in found):
        raise NoArticle(f"{name} is empty.", "Open another file, or paste the text.")
    title, rest = _take_title(found, title or tidy(root.findtext(".//title") or ""))
    seen, rest = _take_credit(rest)
    points, rest = _take_key_points(rest)
    dateline, body = split_off_dateline(rest)
    return Article(
        title=title,
        paragraphs=body or (Paragraph(title),),
        byline=seen.byline,
        published=seen.published,
        modified=seen.modified,
        source=seen.source,
        url=url or seen.url,
        key_points=points,
        dateline=dateline,
        converted=converted,
    )


def _take_title(found: list[Block], told: str) -> tuple[str, list[Paragraph]]:
    """Return the title and the other paragraphs; ``told`` is the title in the head."""
    main = next((at for at, block in enumerate(found) if block.tag is Tag.TITLE), None)
    if main is not None:
        return found[main].text, paragraphs.whole(found[:main] + found[main + 1 :])
    rest = paragraphs.whole(found)
    first = next(at for at, paragraph in enumerate(rest) if paragraph.text)
    if _heads(rest[first:]) and told in ("", rest[first].text):
        told = rest.pop(first).text
    return told or short_title(rest[first].text), rest


def _heads(found: list[Paragraph]) -> bool:
    """Whether the first paragraph is a heading: marked as one, or a short line over others."""
    first, *below = found
    short = len(first.text) <= _LONGEST_TITLE and not marks.ENDS_SENTENCE.search(first.text)
    plain = first.kind is Kind.BODY and not marks.split_dateline(first.text)[0]
    return first.kind is Kind.HEADING or (bool(below) and plain and short)


def _take_credit(found: list[Paragraph]) -> tuple[Credit, list[Paragraph]]:
    """Take the byline and dates from the first paragraphs."""
    together, kept = Credit(), []
    for index, paragraph in enumerate(found):
        plain = index < _FRONT and paragraph.kind in (Kind.BODY, Kind.STAMP)
        told = credit(paragraph.text) if plain else None
        if told is None:
            kept.append(paragraph)
        else:
            together = together.or_else(told)
    return together, kept


def _take_key_points(found: list[Paragraph]) -> tuple[tuple[str, ...], list[Paragraph]]:
    """Take the list under a heading such as 'Highlights' or 'मुख्य बातें'."""
    for index, paragraph in enumerate(found):
        if marks.is_key_heading(paragraph.text):
            below = found[index + 1 :]
            points = [each.text for each in takewhile(_is_item, below)]
            if points:
                return tuple(points), found[:index] + below[len(points) :]
    return (), found


def _is_item(paragraph: Paragraph) -> bool:
    return paragraph.kind is Kind.ITEM
