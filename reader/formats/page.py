"""A news page to an Article, by what its elements and words mean, not by a site's class names.

The body is the run of blocks under the headline with most prose in it: prose counts for its
length, links and scraps count against (maximum subsequence segmentation; J. Pasternack and
D. Roth, 'Extracting Article Text from the Web with Maximum Subsequence Segmentation', 2009).
"""

from __future__ import annotations

import re
from html import unescape

from reader.errors import NoArticle
from reader.formats import marks, tidy
from reader.formats.blocks import Block, Tag, blocks, tree
from reader.formats.credit import Credit, credit
from reader.formats.page_facts import PageFacts, facts
from reader.formats.text import short_title, split_off_dateline
from reader.model import Article, Image, Kind, Paragraph

_SENTENCE_END = re.compile(r"[।॥](?!\w)|[.?!…][\"'”’)]*(?:\s|$)")
_LEAST = 150  # characters; less than this is a teaser or a notice, not an article
_CHOOSE = "Open one of its articles."
_PASTE = "Open it in a browser and paste the text."
_KINDS = {Tag.HEADING: Kind.HEADING, Tag.ITEM: Kind.ITEM, Tag.QUOTE: Kind.QUOTE}


def parse(html: str, url: str = "", name: str = "The page") -> Article:
    """Return the article of a page that came from ``url``; ``name`` is what messages call it.

    Raises NoArticle when there is none: an empty page, a front page, a list of links.
    """
    root = tree(html)
    if root is None:
        raise NoArticle(f"{name} is empty.", "Open another page, or paste the text.")
    said = facts(root, url)
    found = blocks(root)
    title = _title(said, found)
    start = _title_at(title, found) + 1
    key_points, found = _take_key_points(found, start)
    first, last = _body_range(found, start)
    paragraphs, told = _paragraphs(found[first:last]), _told_body(said.body)
    if _length(paragraphs) < 0.6 * _length(told):
        paragraphs, last = told, first
    elif _is_front_page(said, found, _length(paragraphs)):
        raise NoArticle(f"{name} is a front page or a list of links, not an article.", _CHOOSE)
    if _length(paragraphs) < _LEAST:
        raise NoArticle(f"There is no article text in {name}.", _PASTE)
    return _article(title, said, found, (start, first, last), paragraphs, key_points)


def _length(paragraphs: list[Paragraph]) -> int:
    return sum(len(paragraph.text) for paragraph in paragraphs)


def _article(
    title: str,
    said: PageFacts,
    found: list[Block],
    places: tuple[int, int, int],
    paragraphs: list[Paragraph],
    key_points: tuple[str, ...],
) -> Article:
    start, first, last = places
    above = found[start:first]
    seen = _seen_credit(above)
    web_titles = [told for block in found if (told := marks.web_title(block.text))]
    dateline, body = split_off_dateline(paragraphs)
    return Article(
        title=title or short_title(body[0].text),
        paragraphs=body,
        byline=said.byline or seen.byline,
        published=said.published or seen.published,
        modified=said.modified or seen.modified,
        source=said.source,
        url=said.url,
        lead=_lead(said, above),
        image=_image(said, found[start : max(last, first)]),
        key_points=key_points,
        dateline=dateline,
        web_title=web_titles[0] if web_titles else "",
    )


def _title(said: PageFacts, found: list[Block]) -> str:
    """Return the headline: as the page says it, unless that is cut short or missing."""
    headings = [block.text for block in found if block.tag is Tag.TITLE]
    closest = max(headings, key=lambda text: _likeness(text, said.title), default="")
    cut = said.title.endswith(("…", "...")) and _likeness(closest, said.title) > 0.5
    return closest if closest and (cut or not said.title) else said.title


def _title_at(title: str, found: list[Block]) -> int:
    """Return where the headline stands, -1 if it does not; a heading goes before other text."""
    for tags in ((Tag.TITLE,), (Tag.HEADING, Tag.BARE, Tag.PARAGRAPH)):
        for index, block in enumerate(found):
            alike = len(block.text) < 300 and _likeness(block.text, title) > 0.6
            if block.tag in tags and not block.aside and alike and block.linked < 0.5:
                return index
    return -1


def _likeness(one: str, other: str) -> float:
    """Return the share of common words, 0 to 1."""
    words, others = (set(re.findall(r"[\w\u0900-\u0963]+", text.lower())) for text in (one, other))
    return len(words & others) / max(len(words | others), 1)


def _is_prose(block: Block) -> bool:
    if block.aside or block.linked > 0.5 or block.tag in (Tag.ALT, Tag.CAPTION, Tag.TITLE):
        return False
    return len(block.text) >= 25 and bool(_SENTENCE_END.search(block.text))


def _weight(block: Block) -> int:
    """Return what a block adds to a run that is the body, below zero for what is foreign to it."""
    if _is_prose(block):
        return len(block.text)
    if block.tag in (Tag.ALT, Tag.CAPTION, Tag.HEADING) and block.linked < 0.5:
        return -10
    foreign = block.linked > 0.5 or block.aside
    return -40 - min(len(block.text), 100) if foreign else -30


def _body_range(found: list[Block], start: int) -> tuple[int, int]:
    """Return the run of blocks with the greatest sum of weights, below ``start`` if it is there."""
    best, place = 0, (start, start)
    total, first = 0, start
    for index, block in enumerate(found[start:], start):
        total += _weight(block)
        if total <= 0:
            total, first = 0, index + 1
        elif total > best:
            best, place = total, (first, index + 1)
    return place


def _is_front_page(said: PageFacts, found: list[Block], length: int) -> bool:
    """Whether the page calls itself no article, and is a site's root or links for the most part."""
    if said.is_article:
        return False
    linked = sum(len(block.text) * block.linked for block in found)
    return said.is_root or linked > 10 * length


def _paragraphs(found: list[Block]) -> list[Paragraph]:
    kept = [block for block in found if _is_body(block)]
    while kept and (kept[-1].tag is Tag.HEADING or marks.is_footer(kept[-1].text)):
        kept.pop()
    return [Paragraph(marks.bullet(block.text) or block.text, _kind(block)) for block in kept]


def _is_body(block: Block) -> bool:
    if block.aside or block.tag in (Tag.ALT, Tag.CAPTION, Tag.TITLE):
        return False
    text = block.text
    if marks.is_also_read(text) or marks.is_button(text) or marks.web_title(text) is not None:
        return False
    if block.linked > 0.8 or (block.tag is Tag.BARE and not _is_prose(block) and len(text) < 80):
        return False
    return credit(text) is None


def _kind(block: Block) -> Kind:
    """A short paragraph all in bold is a heading that was not marked as one."""
    short = len(block.text) < 90 and not marks.ENDS_SENTENCE.search(block.text)
    if block.tag in (Tag.PARAGRAPH, Tag.BARE) and block.bold > 0.9 and short:
        return Kind.HEADING
    return _KINDS.get(block.tag, Kind.BODY)


def _told_body(body: str) -> list[Paragraph]:
    """Return the paragraphs of JSON-LD's articleBody, which may be text or markup."""
    root = tree(body) if re.search(r"</?(?:p|br|div)\b", body, re.I) else None
    if root is not None:
        return _paragraphs(blocks(root))
    texts = filter(None, tidy.lines(unescape(body)))
    return [Paragraph(text) for text in texts if not marks.is_also_read(text)]


def _take_key_points(found: list[Block], start: int) -> tuple[tuple[str, ...], list[Block]]:
    """Take the list under a heading such as 'Highlights' or 'मुख्य बातें' out of the blocks."""
    for index, block in enumerate(found[start:], start):
        if not marks.is_key_heading(block.text) or block.linked > 0.5:
            continue
        end = index + 1
        while end < len(found) and _is_point(found[end]):
            end += 1
        points = tuple(point.text for point in found[index + 1 : end])
        if points:
            return points, found[:index] + found[end:]
    return (), found


def _is_point(block: Block) -> bool:
    return block.tag is Tag.ITEM and block.linked < 0.8 and len(block.text) < 400


def _seen_credit(above: list[Block]) -> Credit:
    """Return the byline and dates printed between headline and body."""
    together = Credit()
    for block in above:
        together = together.or_else(credit(block.text) or Credit())
    return together


def _lead(said: PageFacts, above: list[Block]) -> str:
    """Return the deck: a heading under the headline, or what the page gives as its summary."""
    for block in above:
        if block.aside or block.linked > 0.5 or credit(block.text):
            continue
        deck = block.tag is Tag.HEADING and len(block.text) >= 40
        if deck or (len(block.text) >= 40 and _likeness(block.text, said.description) > 0.8):
            return block.text
    return ""


def _image(said: PageFacts, around: list[Block]) -> Image:
    """Return the words of the first picture with an alt text or a caption worth reading."""
    alt = next((b.text for b in around if b.tag is Tag.ALT and len(b.text.split()) > 2), "")
    caption = next((b.text for b in around if b.tag is Tag.CAPTION), "")
    return Image(alt, caption or said.caption)
