"""Sentences for the clipboard: Hindi, English, or both with the source line.

Each comes as plain text and as HTML, which keeps bold, italics, links and tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby

from reader.formats.writers import content, html_text, pieces
from reader.formats.writers.head import source_line
from reader.formats.writers.pieces import LABELS, Piece, Role
from reader.model import ENGLISH, HINDI, Document, Row, Sentence


def hindi(document: Document, ids: Sequence[str]) -> tuple[str, str]:
    """Return the Hindi of the sentences ``ids``, paragraphs parted by a blank line.

    The cells of a table are parted by a tab, its rows by a line break.
    """
    return _texts([(row, left) for row, left, _right in _rows(document, ids)], HINDI)


def english(document: Document, ids: Sequence[str]) -> tuple[str, str]:
    """Return their English as far as there is any; a gloss and what was
    corrected are labelled."""
    return _texts([(row, right) for row, _left, right in _rows(document, ids)], ENGLISH)


def both(document: Document, ids: Sequence[str]) -> tuple[str, str]:
    """Return both with the source line, in HTML as a table of two columns.

    In plain text each paragraph's English follows its Hindi.
    """
    source = source_line(document)
    rows = list(_rows(document, ids))
    sides = [side for _row, *both in rows for side in both]
    texts = [_plain(said) for said in sides] + [source]
    lines = (
        f"<tr>{_cell(HINDI, row, left)}{_cell(ENGLISH, row, right)}</tr>"
        for row, left, right in rows
    )
    below = f"<p>{escape(source)}</p>" if source else ""
    return "\n\n".join(filter(None, texts)), f'<table width="100%">{"".join(lines)}</table>{below}'


def _rows(document: Document, ids: Sequence[str]) -> Iterator[tuple[Row, list[Piece], list[Piece]]]:
    """Yield each row that has any of the wanted sentences, with these in both languages."""
    wanted = frozenset(ids)
    for row in document.rows:
        chosen = [sentence for sentence in row.sentences if sentence.id in wanted]
        if chosen:
            left = [(s, pieces.hindi_of(s)) for s in chosen]
            right = [(s, _undoubted(pieces.english_of(document, s))) for s in chosen]
            yield row, _joined(row, left, HINDI), _joined(row, right, ENGLISH)


def _undoubted(said: list[Piece]) -> list[Piece]:
    """Return pieces without what the checks say: the reader has the flag in sight."""
    doubtful = Role.DOUBTFUL
    return [replace(each, role=Role.TEXT) if each.role is doubtful else each for each in said]


def _joined(row: Row, said: list[tuple[Sentence, list[Piece]]], language: str) -> list[Piece]:
    """Return the sentences that say anything, with an item's number if its beginning is there.

    A row of a table in part has no empty cells around it.
    """
    whole = pieces.joined(row, [(sentence, found) for sentence, found in said if found])
    filled = [at for at, piece in enumerate(whole) if piece.text.strip()]
    if not filled:
        return []
    if len(said) < len(row.sentences):
        whole = whole[filled[0] : filled[-1] + 1]
    label = content.label(row, language) if said[0][0] is row.sentences[0] else ""
    return [Piece(f"{label} "), *whole] if label else whole


def _texts(rows: list[tuple[Row, list[Piece]]], language: str) -> tuple[str, str]:
    said = [(row, found) for row, found in rows if found]
    plain, markup = "", ""
    for is_table, run in groupby(said, lambda each: each[0].kind in content.TABLE):
        block = list(run)
        texts = [_plain(found) for _row, found in block]
        plain += ("\n\n" if plain else "") + ("\n" if is_table else "\n\n").join(texts)
        markup += _table(block, language) if is_table else _paragraphs(block, language)
    return plain, markup


def _table(rows: list[tuple[Row, list[Piece]]], language: str) -> str:
    cells = (("td", pieces.cells(found)) for _row, found in rows)
    return html_text.table(cells, f' lang="{language}"')


def _paragraphs(rows: list[tuple[Row, list[Piece]]], language: str) -> str:
    return "".join(f'<p lang="{language}">{html_text.inline(found)}</p>' for _row, found in rows)


def _cell(language: str, row: Row, said: list[Piece]) -> str:
    """Return a table cell; its attributes are those word processors heed."""
    place = 'width="50%" valign="top" style="padding: 4pt 8pt"'
    line = pieces.in_line(said) if row.kind in content.TABLE else said
    return f'<td lang="{language}" {place}>{html_text.inline(line)}</td>'


def _plain(said: list[Piece]) -> str:
    """Return pieces as plain text, each run that is not simply a translation with its label."""
    runs = ((role, "".join(p.text for p in run)) for role, run in groupby(said, lambda p: p.role))
    return "".join(f"{text} {LABELS[role]}" if role in LABELS else text for role, text in runs)
