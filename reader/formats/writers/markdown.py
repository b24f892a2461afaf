"""A Document as Markdown (CommonMark with GitHub's tables)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reader.formats.writers import content, pieces
from reader.formats.writers.head import english_head, fetched, hindi_head
from reader.formats.writers.markdown_text import escape, inline, link, table
from reader.formats.writers.options import ExportOptions, Layout
from reader.formats.writers.pieces import Piece
from reader.model import ENGLISH, HINDI, Document, Entity, Kind, Row

_ADDRESS = re.compile(r"https?://[^\s<>\\]+", re.I)
_PREFIX = {Kind.HEADING: "### ", Kind.QUOTE: "> "}


def render(document: Document, layout: Layout, options: ExportOptions) -> str:
    """Return the document as Markdown text, ending in a line break."""
    view = _View(document, layout, options)
    return "\n\n".join(filter(None, view.page())) + "\n"


class _View:
    """One document in one layout, as Markdown; every method gives finished blocks or lines."""

    def __init__(self, document: Document, layout: Layout, options: ExportOptions) -> None:
        self.document = document
        self.layout = layout
        self.options = options

    def page(self) -> Iterator[str]:
        document, options = self.document, self.options
        yield from self.head()
        yield from self.rows(content.lead(document))
        yield from self.section("Picture", content.picture(document))
        yield from self.section("Key points", content.key_points(document, options))
        yield from self.section("Article", content.body(document))
        yield from self.web_title()
        yield from self.marks()
        yield from self.entities()

    def head(self) -> Iterator[str]:
        document, article = self.document, self.document.article
        title = content.row(document, Kind.TITLE)
        yield f"# {escape(article.title)}"
        if title:
            yield f"## {self.english(title)}"
        if self.layout is not Layout.ENGLISH:
            yield escape(hindi_head(document))
        yield escape(english_head(document))
        source = (escape(article.source), _address(article.url), fetched(document))
        yield " · ".join(filter(None, source))
        notices = ". ".join(content.notices(document, self.options))
        yield f"*{escape(notices)}.*" if notices else ""

    def section(self, heading: str, rows: list[Row]) -> Iterator[str]:
        """Yield rows under a heading, nothing where there are none."""
        if rows:
            yield f"## {heading}"
            yield from self.rows(rows)

    def web_title(self) -> Iterator[str]:
        """Yield the search-engine title, which being English as a rule needs no columns."""
        rows = content.web_title(self.document)
        if rows:
            yield "## Web title"
            yield from self.blocks(rows)

    def rows(self, rows: list[Row]) -> Iterator[str]:
        """Yield rows as a table in columns, as blocks of their own otherwise."""
        if self.layout is not Layout.COLUMNS:
            yield from self.blocks(rows)
        elif rows:
            yield table([["Hindi", "English"], *map(self.cells, rows)], headed=True)

    def cells(self, row: Row) -> list[str]:
        """Return both languages of a row for a table, which has no room for blocks.

        Headings, items and the cells of a table are told apart by signs.
        """
        return [
            inline(_in_cell(row, self.hindi_pieces(row), HINDI)),
            f"{inline(_in_cell(row, self.english_pieces(row), ENGLISH))} {_picture(row)}".strip(),
        ]

    def blocks(self, rows: Sequence[Row]) -> Iterator[str]:
        """Yield rows as paragraphs, lists, quotations and tables."""
        for block in content.blocks(rows):
            if block[0].kind in content.TABLE:
                yield from self.tables(block)
            elif block[0].kind in content.ITEMS:
                yield from self.lists(block)
            else:
                for row in block:
                    prefix = _PREFIX.get(row.kind, "")
                    yield from (f"{prefix}{text}" for text in self.texts(row))

    def texts(self, row: Row) -> list[str]:
        """Return what the layout shows of a row: Hindi, English or both; a picture's link last."""
        texts = [f"{self.english(row)} {_picture(row)}".strip()]
        if self.layout is not Layout.ENGLISH and not content.is_english(row):
            texts.insert(0, inline(_muted(row, self.hindi_pieces(row))))
        return [text for text in texts if text]

    def lists(self, rows: list[Row]) -> Iterator[str]:
        """Yield lists, one in another as their items say."""
        markers = nested(rows)
        if markers is None or not any(map(content.depth, rows)):
            # Bullets among numbers end one list and begin another.
            for _, run in groupby(rows, lambda row: bool(row.label)):
                yield from self.items(list(run))
            return
        for (indent, marker), row in zip(markers, rows, strict=True):
            first, *second = self.texts(row) or [""]
            yield f"{indent}{marker}{first}"
            yield from (f"{indent}{' ' * len(marker)}{text}" for text in second)

    def items(self, rows: list[Row]) -> Iterator[str]:
        """Yield a list; as paragraphs with their numbers where Markdown would count otherwise."""
        numbers = content.numbers(rows)
        language = ENGLISH if self.layout is Layout.ENGLISH else HINDI
        for at, row in enumerate(rows):
            marker = f"{numbers[at]}. " if numbers else "" if row.label else "- "
            lead = "" if numbers else escape(content.label(row, language))
            first, *second = self.texts(row) or [""]
            yield f"{marker}{lead} {first}".rstrip() if lead else f"{marker}{first}"
            # Indented, the English stays in the list item of its Hindi.
            yield from (" " * len(marker) + text for text in second)

    def tables(self, rows: list[Row]) -> Iterator[str]:
        """Yield a table in each language the layout shows."""
        headed = rows[0].kind is Kind.TABLE_HEAD
        both = self.layout is not Layout.ENGLISH and not all(map(content.is_english, rows))
        for side in (self.hindi_pieces, self.english_pieces)[0 if both else 1 :]:
            lines = [[inline(cell) for cell in pieces.cells(side(row))] for row in rows]
            yield table(lines, headed)

    def hindi_pieces(self, row: Row) -> list[Piece]:
        return pieces.hindi(self.document, row, self.options)

    def english_pieces(self, row: Row) -> list[Piece]:
        return pieces.english(self.document, row, self.options)

    def english(self, row: Row) -> str:
        return inline(_muted(row, self.english_pieces(row)))

    def marks(self) -> Iterator[str]:
        marks = content.marks(self.document, self.options)
        if marks:
            yield "## Marks"
            lines = (f"- =={escape(m.quote)}== ({m.colour}) {escape(m.note)}" for m in marks)
            yield "\n".join(line.rstrip() for line in lines)

    def entities(self) -> Iterator[str]:
        groups = content.entities(self.document, self.options)
        if groups:
            yield "## Names, dates and numbers"
        for name, entities in groups:
            yield f"### {name}"
            yield "\n".join(f"- {_entity(each)}" for each in entities)


def nested(rows: Sequence[Row]) -> list[tuple[str, str]] | None:
    """Return for each item its indent and its sign, None where Markdown would count otherwise."""
    found: list[tuple[str, str]] = []
    around: list[tuple[str, int | None]] = []  # the sign and number of each list's last item
    for row in rows:
        depth, number = min(content.depth(row), len(around)), content.number(row)
        before = around[depth][1] if depth < len(around) else None
        if None not in (before, number) and number != (before or 0) + 1:
            return None
        sign = "- " if number is None else f"{number}. "
        del around[depth:]
        found.append((" " * sum(len(each) for each, _ in around), sign))
        around.append((sign, number))
    return found


def _in_cell(row: Row, said: list[Piece], language: str) -> list[Piece]:
    """Return the pieces of one side of a row as one line of a table's cell."""
    if row.kind in content.TABLE:
        said = pieces.in_line(said)
    if row.kind in (Kind.HEADING, Kind.TABLE_HEAD):
        said = [replace(piece, bold=True) for piece in said]
    if row.kind in content.ITEMS and said:
        return [Piece(f"{content.label(row, language) or '•'} "), *said]
    return _muted(row, said)


def _muted(row: Row, said: list[Piece]) -> list[Piece]:
    """Return the time over an entry of a live blog in italics, any other pieces as they are."""
    return [replace(piece, italic=True) for piece in said] if row.kind is Kind.STAMP else said


def _picture(row: Row) -> str:
    """Return a link to the row's picture, which is never loaded, if it has one."""
    return link(row.address, content.PICTURE) if row.address else ""


def _address(url: str) -> str:
    return f"<{url}>" if _ADDRESS.fullmatch(url) else escape(url)


def _entity(entity: Entity) -> str:
    """Name, English spelling unless it is the same, and how often, where more than once."""
    names = (escape(entity.name), escape(content.english_name(entity)))
    number = len(entity.mentions)
    return " — ".join(filter(None, names)) + (f" ×{number}" if number > 1 else "")
