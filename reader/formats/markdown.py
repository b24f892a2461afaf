"""A Document as Markdown (CommonMark with GitHub's tables)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.formats import content
from reader.formats.content import Piece, Role
from reader.formats.head import english_head, hindi_head
from reader.formats.options import ExportOptions, Layout
from reader.formats.tidy import visible
from reader.model import Document, Entity, Kind, Row

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~=&#$])")
_OPENING = re.compile(r"^( ?)(?:([-+:])|(\d{1,9})([.)]))")
_ADDRESS = re.compile(r"https?://[^\s<>\\]+", re.I)
_PREFIX = {Kind.HEADING: "### ", Kind.QUOTE: "> ", Kind.ITEM: "- ", Kind.KEY_POINT: "- "}
_INLINE = {Kind.HEADING: ("**", "**"), Kind.ITEM: ("• ", ""), Kind.KEY_POINT: ("• ", "")}


def render(document: Document, layout: Layout, options: ExportOptions) -> str:
    """Return the document as Markdown text, ending in a line break."""
    # Being English as a rule, the web title needs no columns.
    alone = Layout.INTERLEAVED if layout is Layout.COLUMNS else layout
    blocks = [
        *_head(document, layout, options),
        *_rows(document, content.lead(document), layout, options),
        *_section("Picture", document, content.picture(document), layout, options),
        *_section("Key points", document, content.key_points(document, options), layout, options),
        *_section("Article", document, content.body(document), layout, options),
        *_section("Web title", document, content.web_title(document), alone, options),
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
    notices = ". ".join(content.notices(document, options))
    yield f"*{escape(notices)}.*" if notices else ""


def _address(url: str) -> str:
    return f"<{url}>" if _ADDRESS.fullmatch(url) else escape(url)


def _section(
    heading: str, document: Document, rows: list[Row], layout: Layout, options: ExportOptions
) -> Iterator[str]:
    if rows:
        yield f"## {heading}"
        yield from _rows(document, rows, layout, options)


def _rows(
    document: Document, rows: list[Row], layout: Layout, options: ExportOptions
) -> Iterator[str]:
    """Yield rows as a table in columns, as paragraphs otherwise."""
    if layout is Layout.COLUMNS and rows:
        lines = (f"| {' | '.join(_cells(document, row, options))} |" for row in rows)
        yield "\n".join(["| Hindi | English |", "|---|---|", *lines])
        return
    for row in rows:
        first, *second = _languages(document, row, layout, options)
        yield _PREFIX.get(row.kind, "") + first
        if second and not content.is_english(row):
            # Indented, the English stays in the list item of its Hindi.
            in_item = _PREFIX.get(row.kind) == "- "
            yield ("  " if in_item else _PREFIX.get(row.kind, "")) + second[0]


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
        yield "\n".join(f"- {_entity(each)}" for each in entities)


def _entity(entity: Entity) -> str:
    """Name, English spelling unless it is the same, and how often, where more than once."""
    names = (escape(entity.name), escape(content.english_name(entity)))
    number = len(entity.mentions)
    return " — ".join(filter(None, names)) + (f" ×{number}" if number > 1 else "")


def _escape(text: str) -> str:
    """Escape ``text``, keeping one space at either end where it had any."""
    line = _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", visible(text)))
    return _OPENING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", line)
