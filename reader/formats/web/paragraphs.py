"""The blocks of a page that are its article, as the paragraphs of the article model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape
from itertools import groupby

from reader.formats import bullets, dates, invitations, marks, tidy
from reader.formats.credit import credit, names_keeper
from reader.formats.markup import behind
from reader.formats.web import images, lines
from reader.formats.web.blocks import Block, Tag, blocks
from reader.formats.web.elements import tree
from reader.formats.web.sentences import has_sentence
from reader.model import Kind, Paragraph, Style

_FINISHED = re.compile(r"[।॥][\"'”’)]*$")
_DIGIT = re.compile(r"\d")
_MOST_COMPARED = 10_000  # pairs of paragraphs
_LINKED = 80  # characters; a link to another article is shorter, or is no sentence
_MARKUP = re.compile(r"</?(?:p|br|div|li|h[1-6])\b", re.I)
_TIME_WORDS = re.compile(
    r"\b(?:ist|gmt|utc|hrs|at|on|(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?|"
    r"(?:last\s+)?updated?)\b|बजे|अपडेटेड|अपडेट|(?:रवि|सोम|मंगल|बुध|गुरु|शुक्र|शनि)वार",
    re.I,
)
_MEET = re.compile(  # the time of a day and the day, without a space between
    r"(?<=[ap]m)(?=\d)|(?<=\bist)(?=\d)|(?<=बजे)(?=[\d०-९])|(?<=\d{4})(?=\d{1,2}:\d{2})", re.I
)
_LONGEST_CAPTION = 300  # characters
_LONGEST_STAMP = 60
_ROWS = (Tag.TABLE_HEAD, Tag.TABLE_ROW)
_PICTURES = (Tag.ALT, Tag.IMAGE)
_NO_PROSE = (*_PICTURES, Tag.CAPTION, Tag.TITLE, Tag.STAMP, *_ROWS)
_KINDS = {
    Tag.TITLE: Kind.HEADING,
    Tag.HEADING: Kind.HEADING,
    Tag.ITEM: Kind.ITEM,
    Tag.QUOTE: Kind.QUOTE,
    Tag.CAPTION: Kind.CAPTION,
    Tag.ALT: Kind.IMAGE,
    Tag.IMAGE: Kind.IMAGE,
    Tag.TABLE_HEAD: Kind.TABLE_HEAD,
    Tag.TABLE_ROW: Kind.TABLE_ROW,
    Tag.STAMP: Kind.STAMP,
}
_NEVER_BOLD = (Kind.HEADING, Kind.TABLE_HEAD, Kind.STAMP)
_CAN_TRAIL = (Tag.HEADING, Tag.STAMP)  # over what the body does not hold any more
_TELLING = re.compile(r"[\w\u0900-\u0963]{4,}")  # a word that is no mere particle
_SHARED = 0.3  # of the words of a text; two stories share a fifteenth, one told twice far more


def is_prose(block: Block) -> bool:
    """Whether a block is running text: at least a sentence, and not links for the most part.

    So is a line of a poem that stands alone on its page.
    """
    if block.aside or block.linked > 0.5:
        return False
    if not (block.is_verse or has_sentence(block.text)):
        return False
    return block.tag not in _NO_PROSE


def is_marked(text: str) -> bool:
    """Whether a text says what it is, and that is no part of the body."""
    if marks.is_also_read(text) or marks.is_button(text) or marks.web_title(text) is not None:
        return True
    if names_keeper(text):
        return True
    return credit(text) is not None or marks.input_credit(text) != ""


def body(found: list[Block]) -> list[Paragraph]:
    """Return the paragraphs of the blocks of a body, without the furniture between them."""
    given = with_stamps(_with_captions(_without_link_tables(found)))
    kept = [
        block
        for block, beside in zip(given, _beside(given), strict=True)
        if _is_body(block, beside)
    ]
    alone = agencies_between(kept)
    kept = [block for block in kept if block not in alone]
    if sum(block.tag is Tag.STAMP for block in kept) < 2:  # a lone time is the article's own
        kept = [block for block in kept if block.tag is not Tag.STAMP]
    while kept and (kept[-1].tag in _CAN_TRAIL or invitations.is_footer(kept[-1].text)):
        kept.pop()
    return _paragraphs([line for block in _once(kept) for line in lines.verse(block)])


def agencies_between(found: list[Block]) -> list[Block]:
    """Return the blocks that are an agency's name and nothing else between two paragraphs.

    In bold it is a heading.
    """
    return [
        block
        for before, block, after in zip(found, found[1:], found[2:], strict=False)
        if is_prose(before) and is_prose(after) and _is_agency(block)
    ]


def _is_agency(block: Block) -> bool:
    is_plain = block.tag in (Tag.PARAGRAPH, Tag.BARE) and block.bold < 0.5
    rest, agency = marks.split_sign_off(block.text) if is_plain else ("", "")
    return bool(agency) and not rest and agency == block.text.strip(" ()[]।.–—-")


def whole(found: list[Block]) -> list[Paragraph]:
    """Return the paragraphs of blocks that are all meant, nothing left out."""
    apart = [line for block in found for line in lines.whole(block)]
    return _paragraphs(with_stamps(_with_captions(apart)))


def told(text: str, url: str = "") -> list[Paragraph]:
    """Return the paragraphs of JSON-LD's articleBody, text or markup, of the page at ``url``."""
    text = text if _MARKUP.search(text) else unescape(text)
    root = tree(text) if _MARKUP.search(text) else None
    if root is not None:
        return body(blocks(root, url))
    texts = filter(None, tidy.lines(text))
    return [Paragraph(text) for text in texts if not marks.is_also_read(text)]


def completed(told: list[Paragraph], shown: list[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs ``told``, cut where the page has shown one of them, as it is shown.

    What a page shows between two of them stays between them.
    """
    done: list[Paragraph] = []
    rest = shown if len(told) * len(shown) < _MOST_COMPARED else []
    for whole in told:
        text = whole.text
        while (at := _place(text, rest)) is not None:
            before, _, text = text.partition(rest[at].text)
            between = rest[:at] if done else []
            done += [*([Paragraph(before.strip())] if before.strip() else between), rest[at]]
            rest = rest[at + 1 :]
        if text.strip():
            done.append(whole if text == whole.text else Paragraph(text.strip()))
    return done


def is_another(told: list[Paragraph], shown: list[Paragraph], title: str) -> bool:
    """Whether a text told is another story than the text shown, which ``title`` stands over.

    Then they share hardly a word and no paragraph, and more words of the title are shown.
    """
    one, other = (" ".join(each.text for each in text) for text in (told, shown))
    words, others, named = (set(_TELLING.findall(text.lower())) for text in (one, other, title))
    if len(words & others) >= _SHARED * min(len(words), len(others)):
        return False
    alike = any(_place(each.text, shown) is not None for each in told)
    return not alike and len(named & others) > len(named & words)


def _place(text: str, shown: list[Paragraph]) -> int | None:
    """Return which of the paragraphs shown is the first that is a part of a text told."""
    places = (at for at, each in enumerate(shown) if has_sentence(each.text) and each.text in text)
    return next(places, None)


def _without_link_tables(found: Iterable[Block]) -> list[Block]:
    """Drop the tables that are nothing but links, such as those of a site's sections."""
    kept: list[Block] = []
    for is_table, group in groupby(found, key=lambda block: block.tag in _ROWS):
        rows = list(group)
        if not (is_table and all(row.linked > 0.8 for row in rows)):
            kept += rows
    return kept


def _with_captions(found: Iterable[Block]) -> list[Block]:
    """Make each picture and the caption beside it one block; other captions stay blocks.

    A picture of which nothing is told is dropped.
    """
    kept: list[Block] = []
    for block in found:
        last = kept[-1] if kept else None
        if last and last.tag is Tag.ALT and _is_caption(block, last):
            kept[-1] = _captioned(last, block)
        elif last and last.tag is Tag.CAPTION and block.tag is Tag.ALT and _in_one(last, block):
            kept[-1] = _captioned(block, last)
        else:
            kept.append(block)
    return [block for block in kept if block.tag is not Tag.ALT or block.text or block.address]


def _in_one(block: Block, other: Block) -> bool:
    return block.figure == other.figure != 0


def _is_caption(block: Block, picture: Block) -> bool:
    """Whether a block is the caption of the picture it stands under: named so, or set as one."""
    if block.tag is Tag.CAPTION:
        return block.figure in (0, picture.figure)
    if block.tag not in (Tag.BARE, Tag.PARAGRAPH) or len(block.text) > _LONGEST_CAPTION:
        return False
    return block.text == picture.text or (block.italic > 0.9 and picture.address != "")


def _captioned(picture: Block, caption: Block) -> Block:
    return replace(picture, tag=Tag.IMAGE, text=caption.text, markup=caption.markup)


def with_stamps(found: list[Block]) -> list[Block]:
    """Make blocks that are a time and nothing else the stamps of a live blog's entries."""
    return [_stamp(block) if _is_time(block) else block for block in found]


def _stamp(block: Block) -> Block:
    """Return a block as a stamp, with a space between a time and a day set apart by their style."""
    text = block.text if block.markup else _MEET.sub(" ", block.text)
    return replace(block, tag=Tag.STAMP, text=text)


def _is_time(block: Block) -> bool:
    if block.tag not in (Tag.BARE, Tag.PARAGRAPH, Tag.HEADING) or len(block.text) > _LONGEST_STAMP:
        return False
    if not _DIGIT.search(block.text):
        return False
    rest = dates.without_dates(block.text)
    return rest != block.text and not re.search(r"\w", _TIME_WORDS.sub(" ", rest))


def _beside(found: list[Block]) -> Iterator[tuple[Tag, Tag]]:
    """Yield the tags of the blocks before and after each block."""
    tags = [Tag.BARE, *(block.tag for block in found), Tag.BARE]
    return zip(tags, tags[2:], strict=False)


def _is_body(block: Block, beside: tuple[Tag, Tag]) -> bool:
    """Whether a block between blocks with the tags ``beside`` belongs to the body it stands in."""
    tag, text = block.tag, block.text
    if block.aside or tag is Tag.TITLE:
        return False
    if tag is Tag.CAPTION:
        return any(each in _ROWS for each in beside)
    if tag in _PICTURES:
        return block.linked < 0.8 and (tag is Tag.IMAGE or block.address != "")
    return tag in (*_ROWS, Tag.STAMP) or not (is_marked(text) or _is_scrap(block))


def _is_scrap(block: Block) -> bool:
    if marks.is_also_read(block.text, block.linked > 0.5):
        return True
    loose = block.tag is Tag.BARE and not is_prose(block) and len(block.text) < 80
    return loose or (block.linked > 0.8 and not _is_linked_text(block))


def _is_linked_text(block: Block) -> bool:
    """Whether a paragraph is text although it is a link: its sentences are long and finished."""
    is_long = block.tag is Tag.PARAGRAPH and len(block.text) >= _LINKED
    return is_long and bool(_FINISHED.search(block.text))


def _once(found: list[Block]) -> Iterator[Block]:
    """Yield the blocks, a picture only the first time it comes."""
    seen = set()
    for block in found:
        picture = images.same(block.address)
        if not picture or picture not in seen:
            yield block
        seen.add(picture)


def _paragraphs(found: list[Block]) -> list[Paragraph]:
    """Return the blocks as paragraphs, without rows of signs that part them."""
    kept = [block for block in found if not _is_break(block)]
    kept = kept if any(block.text for block in kept) else found
    kinds = list(map(_kind, kept))
    pairs = list(zip(kept, kinds, strict=True))
    texts = [block.text if kind is Kind.BODY else "" for block, kind in pairs]
    items = zip(pairs, bullets.items(texts), strict=True)
    return [_paragraph(block, kind, item) for (block, kind), item in items]


def _is_break(block: Block) -> bool:
    return block.tag not in _NO_PROSE and bullets.is_break(block.text)


def _paragraph(block: Block, kind: Kind, item: str) -> Paragraph:
    """Return a block as a paragraph; ``item`` is what of it is the item of a list, '' for none."""
    markup = block.markup
    if kind in _NEVER_BOLD:
        markup = tuple(each for each in markup if each.style is not Style.BOLD)
    made = Paragraph(block.text, kind, markup, block.label, block.address)
    item = marks.bullet(block.text) if kind is Kind.ITEM else item
    return behind(replace(made, kind=Kind.ITEM), len(made.text) - len(item)) if item else made


def _kind(block: Block) -> Kind:
    """A short paragraph all in bold is a heading that was not marked as one."""
    short = len(block.text) < 90 and not marks.ENDS_SENTENCE.search(block.text)
    if block.tag in (Tag.PARAGRAPH, Tag.BARE) and block.bold > 0.9 and short:
        return Kind.HEADING
    return _KINDS.get(block.tag, Kind.BODY)
