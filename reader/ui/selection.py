"""What is selected in a pane: its rows, its sentences, and the text that is copied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from PySide6.QtGui import QTextBlock, QTextCursor

from reader.formats.writers import html_text
from reader.formats.writers.pieces import Piece, Role, cells
from reader.model import CELL_BREAK, Span, Style
from reader.ui.rows import GLOSS_LABEL, TABLE, PaneRow, Run, RunKind
from reader.ui.setting import Setting
from reader.ui.text_positions import from_qt

Selected = tuple[PaneRow, Sequence[Span]]
_COPIED = (RunKind.TEXT, RunKind.GLOSS, RunKind.SPACE, RunKind.LABEL)


def selected(
    cursor: QTextCursor, rows: Sequence[PaneRow], settings: Sequence[Setting]
) -> Iterator[tuple[int, Selected]]:
    """Each row the selection reaches into by number, and the selected spans of its text.

    There are several where cells stand beside or below one another. Of a row whose text is
    still to be put in, all is selected.
    """
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().findBlock(start)
    while start < end and block.isValid() and block.position() < end + _is_blank(block):
        number = block.blockNumber()
        whole = Span(0, len(rows[number].text))
        spans = settings[number].in_row(_within(block, start, end))
        yield number, (rows[number], [whole] if _is_blank(block) else spans)
        block = block.next()


def article_spans(found: Iterable[Selected]) -> Iterator[tuple[str, Span]]:
    """The selection as (row id, span in the article's row text), mostly one for each row."""
    for row, parts in found:
        for part in parts:
            span = Span(max(0, part.start - row.offset), max(0, part.end - row.offset))
            if span.start < span.end:
                yield row.id, span


def sentences(found: Iterable[Selected]) -> list[str]:
    """The ids of the sentences the selection touches, in order."""
    return [
        sentence
        for row, parts in found
        for sentence, span in row.sentences()
        if any(span.overlaps(part) for part in parts)
    ]


def copied(found: Iterable[Selected]) -> tuple[str, str]:
    """The selected article text, plain and as HTML: no buttons, no "translating".

    In plain text cells are parted by tabs; HTML keeps bold, italics, links and tables.
    """
    said = [(row, pieces) for row, parts in found if (pieces := _pieces(row, parts))]
    plain = markup = ""
    for is_table, run in groupby(said, lambda each: each[0].kind in TABLE):
        rows = list(run)
        texts = [_plain(row, pieces) for row, pieces in rows]
        plain += ("\n\n" if plain else "") + ("\n" if is_table else "\n\n").join(texts)
        markup += _table(rows) if is_table else _paragraphs(rows)
    return plain, markup


def _pieces(row: PaneRow, parts: Sequence[Span]) -> list[Piece]:
    """What is selected of a row; of what is left out between, the tabs between cells stay."""
    pieces: list[Piece] = []
    for before, part in pairwise([None, *parts]):
        if before and part:
            pieces.append(Piece(CELL_BREAK * row.text.count(CELL_BREAK, before.end, part.start)))
        pieces += [_piece(run, text) for run, text in _runs(row, part)]
    return pieces if any(piece.text.strip() for piece in pieces) else []


def _runs(row: PaneRow, part: Span | None) -> Iterator[tuple[Run, str]]:
    """The article's own runs in a part of a row, each with its text there."""
    for run, span in row.placed():
        if part and span.overlaps(part) and run.kind in _COPIED:
            yield run, row.text[max(span.start, part.start) : min(span.end, part.end)]


def _piece(run: Run, text: str) -> Piece:
    role = Role.GLOSS if run.kind is RunKind.GLOSS else Role.TEXT
    bold, italic = Style.BOLD in run.styles, Style.ITALIC in run.styles
    return Piece(text, role, bold=bold, italic=italic, address=run.link)


def _plain(row: PaneRow, pieces: Iterable[Piece]) -> str:
    pieces = list(pieces)
    text = "".join(piece.text for piece in pieces)
    text = text.strip(" \n" if row.kind in TABLE else None)
    return f"{GLOSS_LABEL}{text}" if any(p.role is Role.GLOSS for p in pieces) else text


def _table(rows: Iterable[tuple[PaneRow, list[Piece]]]) -> str:
    return html_text.table(("td", cells(pieces)) for _, pieces in rows)


def _paragraphs(rows: Iterable[tuple[PaneRow, list[Piece]]]) -> str:
    return "".join(f"<p>{html_text.inline(pieces)}</p>" for _, pieces in rows)


def _is_blank(block: QTextBlock) -> bool:
    return block.length() == 1


def _within(block: QTextBlock, start: int, end: int) -> Span:
    """The part of ``block`` between two document positions, in its code points."""
    text = block.text()
    first = from_qt(text, max(0, start - block.position()))
    return Span(first, from_qt(text, min(end - block.position(), block.length() - 1)))
