"""Which short lines of a page are the captions of the pictures they stand under."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from reader.formats import marks
from reader.formats.credit import credit
from reader.formats.web.blocks import Block, Tag
from reader.formats.web.paragraphs import is_prose
from reader.formats.web.sentences import are_sentences

_LONGEST = 150  # characters
_LEAST = 4  # words; less is a label or a name
_LONG = 12  # words; less may tell what a picture shows
_MOST = 3  # blocks of a box that is a picture's
# How a sentence says what is to be seen on a picture, and who does something there.
_SHOWS = re.compile(
    r"(?<!\S)(?:\S+(?:ते|ती|ता)\s(?:हुए|हुई|हुआ|लोग|बच्चे)|\S+(?:ते|ती)\s[^\s,]+(?:,|\sऔर)|तस्वीर|फ़?ोटो|फोटो|फ़ोटो"
    r"|चित्र|फाइल|फ़ाइल|बाएं|दाएं|बाएँ|दाएँ|साथ में|मौजूद|नज़र|नजर|दिख\S*)(?![\w\u0900-\u0963])"
)
_PHOTO = r"(?<![\w\u0900-\u097f])(?:फोटो|फ़ोटो|तस्वीर|इमेज|चित्र|photo|image|pic|picture)"
_PHOTO_CREDIT = re.compile(
    rf"(?:{_PHOTO}\s*(?:स्रोत|सोर्स|क्रेडिट|साभार|source|credits?|courtesy)\s*[,:：–—-]"
    rf"|(?:^|[\s(\[|–—-]){_PHOTO}\s*[:：–—-])\s*\S",
    re.I,
)
_SOURCE_LABEL = re.compile(
    rf"^{_PHOTO}\s*(?:स्रोत|सोर्स|क्रेडिट|source|credits?)\s*[,:：]\s*(?=\S)", re.I
)
_CAPTION_LABEL = re.compile(r"^(?:इमेज कैप्शन|कैप्शन|image caption|caption)\s*[,:：]\s*", re.I)
_OWNER = re.compile(r"[^।?!()]+।?\s*\([^\W\d_][^\d()।]{2,30}\)")  # one sentence, and who


def told(found: list[Block], start: int) -> list[Block]:
    """Return the blocks, those from ``start`` on that are captions made such.

    They name a picture's source, or stand under a picture in a box that holds nothing else,
    or say under a picture whose it is. Those of one figure are one.
    """
    boxed = {*_boxed(found, start), *_owned(found, start)}
    told = [
        replace(block, tag=Tag.CAPTION)
        if at >= start and _is_line(block) and (at in boxed or _names_source(found, at))
        else block
        for at, block in enumerate(found)
    ]
    return _in_one(told, start)


def beneath(picture: Block, found: list[Block]) -> str:
    """Return the line right under a picture over the text that tells of it, '' if none does."""
    below = found[found.index(picture) + 1 :][:1]
    told = (each.text for each in below if _is_short(each) and not is_prose(each))
    return next((text for text in told if _tells(text) and not marks.is_button(text)), "")


def joined(texts: list[str]) -> str:
    """Return a picture's caption put together: its words, then who took the picture."""
    told = list(dict.fromkeys(filter(None, (_CAPTION_LABEL.sub("", text) for text in texts))))
    credits = [text for text in told if _PHOTO_CREDIT.match(text)]
    words = [text for text in told if text not in credits]
    owner = _SOURCE_LABEL.sub("", credits[0]) if words and credits else ""
    if owner and owner != credits[0]:
        return f"{words[0]} ({owner})"
    return " ".join((*words[:1], *credits[:1]))


def _in_one(found: list[Block], start: int) -> list[Block]:
    """Put the captions together that stand side by side in one figure."""
    kept = found[:start]
    for (tag, figure), group in groupby(found[start:], key=lambda block: (block.tag, block.figure)):
        blocks = list(group)
        if tag is Tag.CAPTION and figure and len(blocks) > 1:
            text = joined([block.text for block in blocks])
            blocks = [replace(blocks[0], text=text, markup=(), breaks=())]
        kept += blocks
    return kept


def _owned(found: list[Block], start: int) -> Iterator[int]:
    """Yield where a sentence under a picture ends in whose it is, and the text goes on below."""
    last = max((at for at in range(start, len(found)) if is_prose(found[at])), default=start)
    for at in range(start + 1, last):
        under = found[at - 1].tag is Tag.ALT and _is_short(found[at])
        if under and credit(found[at].text) is None and _OWNER.fullmatch(found[at].text):
            yield at


def _boxed(found: list[Block], start: int) -> Iterator[int]:
    """Yield where the captions stand that share a box with a picture alone."""
    first = next((at for at in range(start, len(found)) if is_prose(found[at])), len(found))
    for at, picture in enumerate(found[start:], start):
        inside = found[at + 1 : at + picture.box]
        if picture.tag is Tag.ALT and picture.box <= _MOST and all(map(_is_short, inside)):
            for index, each in enumerate(inside, at + 1):
                if _tells(each.text) and not _is_paragraph(each.text, index > first):
                    yield index


def _is_paragraph(text: str, in_text: bool) -> bool:
    """Whether a text is one, and no line that only stands by a picture.

    It is two sentences or more, or ``in_text`` a long one that tells what has happened, and
    not what the picture shows.
    """
    if are_sentences(text):
        return True
    is_long = in_text and len(text.split()) >= _LONG
    return is_long and marks.is_told(text) and not _SHOWS.search(text)


def _names_source(found: list[Block], at: int) -> bool:
    """Whether a block says where a picture is from; a sentence may beside a picture alone."""
    text = found[at].text
    beside = found[max(at - 1, 0) : at + 2]
    pictured = any(each.tag is Tag.ALT for each in beside)
    return _is_photo_credit(text) and (pictured or not marks.is_told(text))


def _is_line(block: Block) -> bool:
    return block.tag in (Tag.PARAGRAPH, Tag.BARE) and block.linked < 0.5


def _is_short(block: Block) -> bool:
    return _is_line(block) and len(block.text) < _LONGEST


def _tells(text: str) -> bool:
    return len(text.split()) >= _LEAST and credit(text) is None


def _is_photo_credit(line: str) -> bool:
    """Whether the line is short and says, perhaps behind a caption, where a picture is from."""
    return len(line) < 150 and bool(_PHOTO_CREDIT.search(line))
