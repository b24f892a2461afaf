"""A PDF to an Article: its text layer, read in a process of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from reader.errors import NoArticle
from reader.formats import legacy, marks
from reader.formats.credit import person
from reader.formats.files import pdf_layout, text
from reader.formats.files.confined import Exceeded, TookTooLong, confined
from reader.formats.files.pdf_layout import Block
from reader.formats.files.pdf_lines import Line
from reader.formats.files.pdf_pieces import HYPHEN
from reader.formats.material import Material, inside
from reader.model import Article, Kind

_PAGES = 500
_LETTERS = 3_000_000
_HEADING = 120  # letters, at most
_ADVICE = "Open the article's page instead, or paste its text."
_SHORTER = "Save the pages of the article alone."
_OCR = "Read it with a text recogniser first, such as ocrmypdf with Hindi (-l hin)."
# Fonts that draw Devanagari over Latin letters in encodings of their own.
_OTHER_LEGACY = re.compile(
    r"shusha|shivaji|shree-?dev|aps-?(?:dv|c-?dv)|dvb?w?-?tt|akruti|agra|subak|kiran|bhaskar|"
    r"4c-?gandhi|richa|naidunia|marathi-?kanak|millenniumvarun",
    re.I,
)
_LETTER = re.compile("[ऀ-ॿ]")
# A sign with no letter to stand on; what the file has no character for; private use.
_BROKEN = re.compile(
    r"(?<![\u0900-\u097f\u200c\u200d])[\u093e-\u094d]|[\ufffd\ue000-\uf8ff\x01-\x08\x0e-\x1f]"
)
_NO_TITLE = re.compile(
    r"untitled|anonymous|unspecified|microsoft word|\.\w{2,5}$|^\W*$|^layout|^page", re.I
)
_NAME = re.compile("[A-Z][a-z]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the process tells of a PDF: lines by page, fonts, and what the file says of itself.

    ``unknown`` counts the letters the file names no character for.
    """

    pages: tuple[tuple[Line, ...], ...]
    fonts: frozenset[str]
    unknown: int
    title: str = ""
    author: str = ""
    locked: bool = False
    count: int = 0


def parse(material: Material) -> Article:
    """Return the article a PDF's text layer holds.

    Raises NoArticle when it has none (a scan), when it is locked, broken, or longer than 500
    pages, and when its letters are in a font encoding that cannot be converted.
    """
    try:
        reading = confined(read, material.data)
    except TookTooLong as error:
        raise NoArticle(f"{material.name} takes too long to read.", _SHORTER) from error
    except Exceeded as error:
        what = f"{material.name} cannot be read: it is broken, or asks for too much memory."
        raise NoArticle(what, _ADVICE) from error
    _check(reading, material.name)
    return _article(reading, material.name)


def read(data: bytes) -> Reading:
    """Read a PDF; meant for a process of its own. Raises Exceeded when it cannot be read."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as document:
            return _read(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            return Reading((), frozenset(), 0, locked=True)
        raise Exceeded from error


def _read(document: Any) -> Reading:  # noqa: ANN401 - pypdfium2 has no types
    from reader.formats.files import pdf_lines, pdf_pieces

    if len(document) > _PAGES:
        return Reading((), frozenset(), 0, count=len(document))
    pages, fonts, unknown, letters = [], set[str](), 0, 0
    for page in pdf_pieces.pages(document):
        pages.append(tuple(pdf_lines.lines(page)))
        fonts.update(piece.font for piece in page.pieces)
        unknown += page.unknown
        letters += sum(len(line.text) for line in pages[-1])
        if letters > _LETTERS:
            raise Exceeded
    about = document.get_metadata_dict()
    title, author = about.get("Title", ""), about.get("Author", "")
    return Reading(tuple(pages), frozenset(fonts), unknown, title, author, count=len(pages))


def _check(reading: Reading, name: str) -> None:
    """Raise NoArticle when there is no text to show."""
    if reading.locked:
        raise NoArticle(f"{name} is locked with a password.", "Save it without one, then open it.")
    if reading.count > _PAGES:
        what = f"{name} has {reading.count} pages; Setu opens articles of up to {_PAGES}."
        raise NoArticle(what, _SHORTER)
    shown = " ".join(line.text for page in reading.pages for line in page)
    if not shown.strip():
        raise NoArticle(f"{name} has no text in it, only pictures of pages.", _OCR)
    other = next(filter(None, map(_OTHER_LEGACY.search, reading.fonts)), None)
    hindi = len(_LETTER.findall(shown))
    if other and hindi < 0.2 * len(shown):
        what = f"{name} is in a font encoding Setu cannot convert ({other[0]})."
        raise NoArticle(what, _ADVICE)
    broken = len(_BROKEN.findall(shown)) + reading.unknown
    inked = len("".join(shown.split()))
    letters = sum(letter.isalpha() for letter in shown) + hindi / 3  # a third of Hindi are signs
    if broken > max(3, 0.02 * inked) or letters < 0.4 * inked:
        raise NoArticle(
            f"The letters in {inside(name)} cannot be told: its text layer is broken.", _OCR
        )


def _article(reading: Reading, name: str) -> Article:
    found = pdf_layout.blocks(reading.pages)
    words = {word for block in found for line in block.lines for word in line.text.split()}
    body = _body_size(found)
    title = _title_block(found, body)
    # Before the title is cut, whose … would draw a figure.
    plain, encoding = legacy.converted_parts([[_joined(block, words)] for block in found])
    texts = {id(block): parts[0] for block, parts in zip(found, plain, strict=True)}
    heading = texts[id(title)] if title else _named(reading.title)
    rest = [block for block in found if block is not title]
    article = text.parse("\n\n".join([heading, *(texts[id(block)] for block in rest)]), name)
    headings = {texts[id(block)] for block in rest if _is_heading(block, texts[id(block)], body)}
    encodings = [line.encoding for page in reading.pages for line in page if line.encoding]
    return replace(
        article,
        paragraphs=tuple(
            replace(each, kind=Kind.HEADING) if each.text in headings else each
            for each in article.paragraphs
        ),
        byline=article.byline or person(reading.author),
        converted=max(encodings, key=encodings.count) if encodings else encoding,
    )


def _body_size(found: list[Block]) -> float:
    """Return the size of the type most letters are in."""
    sizes: dict[float, int] = {}
    for block in found:
        size = round(block.size, 1)
        sizes[size] = sizes.get(size, 0) + sum(len(line.text) for line in block.lines)
    return max(sizes, key=lambda size: sizes[size])


def _title_block(found: list[Block], body: float) -> Block | None:
    """Return the block in the largest type at the top, when it is larger than the body's."""
    largest = max(found[:6], key=lambda block: block.size)
    return largest if largest.size > 1.2 * body and len(largest.lines) < 6 else None


def _is_heading(block: Block, words: str, body: float) -> bool:
    stands_out = block.size > 1.1 * body or block.bold
    return stands_out and len(words) <= _HEADING and not marks.ENDS_SENTENCE.search(words)


def _joined(block: Block, words: set[str]) -> str:
    """Join the lines of a block, a word that was broken at a line's end too."""
    joined = ""
    for line in block.lines:
        begun = joined.rstrip("-" + HYPHEN)
        if begun in ("", joined) or begun.endswith(" "):  # or a dash
            joined = f"{joined.replace(HYPHEN, '-')} {line.text}".strip()
        else:
            joined = begun + ("-" if _is_compound(begun, line.text, words) else "") + line.text
    return joined.rstrip(HYPHEN)


def _is_compound(begun: str, line: str, words: set[str]) -> bool:
    """Whether a hyphen between two lines stands between words, names or figures."""
    if begun[-1].isdigit() or line[:1].isdigit():
        return True
    before, after = begun.split()[-1], line.split()[0]
    return words.issuperset((before, after)) or bool(_NAME.match(before) and _NAME.match(after))


def _named(title: str) -> str:
    """Return the title the file gives itself, '' where a program wrote it."""
    plain = " ".join(title.split())
    return "" if _NO_TITLE.search(plain) or len(plain) > 200 else plain
