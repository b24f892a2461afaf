"""A Document as Markdown (CommonMark with GitHub's tables)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.formats import content
from reader.formats.content import Piece, Role
from reader.formats.head import english_head, hindi_head
from reader.formats.options import ExportOptions, Layout
from reader.formats.tidy import visible
from reader.model import Document, Kind, Row

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~=&#$])")
_OPENING = re.compile(r"^( ?)(?:([-+:])|(\d{1,9})([.)]))")
_ADDRESS = re.compile(r"https?://[^\s<>\\]+", re.I)
_PREFIX = {Kind.HEADING: "### ", Kind.QUOTE: "> ", Kind.ITEM: "- "}
_INLINE = {Kind.HEADING: ("**", "**"), Kind.ITEM: ("• ", "")}


def render(document: Document, layout: Layout, options: ExportOptions) -> str:
    """Return the document as Markdown text, ending in a line break."""
    blocks = [
        *_head(document, layout, options),
        *_opening(document, layout, options),
        *_key_points(document, layout, options),
        *_body(document, layout, options),
        *_marks(document, options),
        *_entities(document, options),
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def escape(text: str) -> str:
    """Return ``text`` on one line so that Markdown shows it as it is, wherever it stands."""
    return _escape(text).strip()


def _head(document: Document, layout: Layout, options: ExportOptions) -> Iterator[str]:
    article = document.article
    title = content.row(document, Kind.TITLE)
    yield f"# {escape(article.title)}"
    if title:
        yield f"## {_english(document, title, options)}"
    if layout is not Layout.ENGLISH:
        yield escape(hindi_head(document))
    yield escape(english_head(document))
    yield " · ".join(filter(None, (escape(article.source), _address(article.url))))
    yield "\n".join(f"- {escape(notice)}" for notice in content.notices(document, options))


def _address(url: str) -> str:
    return f"<{url}>" if _ADDRESS.fullmatch(url) else escape(url)


def _opening(document: Document, layout: Layout, options: ExportOptions) -> Iterator[str]:
    """Yield the lead, and the caption of the picture that is not here."""
    for kind, name in ((Kind.LEAD, "Lead"), (Kind.CAPTION, "Picture")):
        row = content.row(document, kind)
        if row:
            texts = _languages(document, row, layout, options)
            yield "\n".join(f"- **{name}:** {text}" for text in texts)


def _key_points(document: Document, layout: Layout, options: ExportOptions) -> Iterator[str]:
    points = content.key_points(document, options)
    if points:
        yield "## Key points"
        yield "\n".join(
            f"- {' — '.join(_languages(document, row, layout, options))}" for row in points
        )


def _body(document: Document, layout: Layout, options: ExportOptions) -> Iterator[str]:
    yield "## Article"
    rows = content.body(document)
    if layout is Layout.COLUMNS:
        lines = (f"| {' | '.join(_cells(document, row, options))} |" for row in rows)
        yield "\n".join(["| Hindi | English |", "|---|---|", *lines])
        return
    for row in rows:
        first, *second = _languages(document, row, layout, options)
        yield _PREFIX.get(row.kind, "") + first
        if second and not content.is_english(row):
            # Indented, the English stays in the list item of its Hindi.
            yield ("  " if row.kind is Kind.ITEM else _PREFIX.get(row.kind, "")) + second[0]


def _cells(document: Document, row: Row, options: ExportOptions) -> list[str]:
    """Return both languages of a row for a table, where headings and items need inline marks."""
    before, after = _INLINE.get(row.kind, ("", ""))
    texts = _languages(document, row, Layout.COLUMNS, options)
    return [f"{before}{text}{after}" for text in texts]


def _languages(document: Document, row: Row, layout: Layout, options: ExportOptions) -> list[str]:
    english = _english(document, row, options)
    if layout is Layout.ENGLISH:
        return [english]
    hindi = "".join(_piece(piece) for piece in content.hindi(document, row, options))
    return [hindi.strip(), english]


def _english(document: Document, row: Row, options: ExportOptions) -> str:
    return " ".join(_piece(piece) for piece in content.english(document, row, options))


def _piece(piece: Piece) -> str:
    text = _escape(piece.text)
    if piece.role is Role.GLOSS:
        text = f"*{text.strip()}* {_escape(content.GLOSS_LABEL)}"
    return re.sub(r"^(\s*)(.+?)(\s*)$", r"\1==\2==\3", text) if piece.colour else text


def _marks(document: Document, options: ExportOptions) -> Iterator[str]:
    marks = content.marks(document, options)
    if marks:
        yield "## Marks"
        lines = (
            f"- =={escape(mark.quote)}== ({mark.colour}) {escape(mark.note)}" for mark in marks
        )
        yield "\n".join(line.rstrip() for line in lines)


def _entities(document: Document, options: ExportOptions) -> Iterator[str]:
    groups = content.entities(document, options)
    if groups:
        yield "## Names, dates and numbers"
    for name, entities in groups:
        yield f"### {name}"
        yield "\n".join(
            f"- {escape(e.name)} — {escape(e.english)} ({len(e.mentions)})" for e in entities
        )


def _escape(text: str) -> str:
    """Escape ``text``, keeping one space at either end where it had any."""
    line = _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", visible(text)))
    return _OPENING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", line)
