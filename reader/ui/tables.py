"""How the cells of a table stand in a narrow column, one text block a row.

Cells stand side by side and wrap within their columns; where these would be too narrow for
their words, cells stand one below the other, each with its column's heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import accumulate, chain, pairwise, takewhile, zip_longest
from math import ceil

from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

from reader.model import CELL_BREAK, Kind, Span
from reader.ui.rows import TABLE, PaneRow, RunKind
from reader.ui.setting import LINE, Part, Setting, shown
from reader.ui.text_positions import from_qt, span_to_qt
from reader.ui.typography import Typography

GUTTER = 22.0
"""Space between two columns in pixels, before zoom."""
STACK_INDENT = 18.0
NARROWEST = 7.0
"""How wide a column is at least, in ems, that holds more than that."""
LONGEST_WORD = 9.0
"""How wide a word is at most, in ems, that may not break: an address in a cell may."""
SLACK = 2.0
"""Pixels kept free, so that no line breaks a second time for a rounding."""
MEASURED = 3
"""Cells and words of a column that are measured: those with the most characters."""
_NOTHING = "\u200b"

Cell = tuple[str, Kind | str]


@dataclass(frozen=True, slots=True)
class Sizes:
    """How wide each column of a table would be on one line, and how wide it is at least, in
    pixels; ``headings`` are what its head calls the columns."""

    lines: tuple[float, ...]
    least: tuple[float, ...]
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """How wide a table's columns are on one side, in pixels; none are where cells are stacked,
    each after its heading."""

    widths: tuple[float, ...] = ()
    headings: tuple[str, ...] = ()


def tables(rows: Sequence[PaneRow]) -> dict[int, range]:
    """The table each row of one belongs to, as row numbers; a head starts a new one."""
    found: dict[int, range] = {}
    starts = [n for n in range(len(rows)) if _starts(rows, n)]
    for start, limit in pairwise([*starts, len(rows)]):
        members = takewhile(lambda n: rows[n].kind in TABLE, range(start, limit))
        table = range(start, start + sum(1 for _ in members))
        found.update(dict.fromkeys(table, table))
    return found


def _starts(rows: Sequence[PaneRow], number: int) -> bool:
    """Whether a table starts at a row."""
    kind, before = rows[number].kind, rows[number - 1].kind if number else ""
    is_new_head = kind is Kind.TABLE_HEAD and before is not kind
    return kind in TABLE and (before not in TABLE or is_new_head)


def sizes(rows: Sequence[PaneRow], typography: Typography) -> Sizes:
    """What the columns of a table ask for; rows that are all one cell ask for nothing."""
    parted = [_cells(row) for row in rows if CELL_BREAK in row.text]
    columns = list(zip_longest(*parted, fillvalue=("", Kind.TABLE_ROW)))
    words = ([(word, kind) for text, kind in cells for word in text.split()] for cells in columns)
    em = typography.font(Kind.TABLE_ROW).pixelSize()
    lines = [_widest(cells, typography) for cells in columns]
    unbroken = [min(_widest(cells, typography), LONGEST_WORD * em) for cells in words]
    least = [
        max(word, min(line, NARROWEST * em)) for word, line in zip(unbroken, lines, strict=True)
    ]
    return Sizes(tuple(lines), tuple(least), _headings(rows))


def levelled(sides: Sequence[Sizes]) -> list[Sizes]:
    """The sizes of both sides with the wider of each column, so that the columns are level."""
    columns = [
        zip_longest(*of, fillvalue=0.0)
        for of in zip(*((s.lines, s.least) for s in sides), strict=True)
    ]
    lines, least = (tuple(map(max, each)) for each in columns)
    return [replace(size, lines=lines, least=least) for size in sides]


def fits(wanted: Sizes, typography: Typography, width: float) -> bool:
    """Whether columns stand side by side in ``width`` pixels, none too narrow to be read."""
    return sum(wanted.least) <= _room(wanted, typography, width)


def side_by_side(wanted: Sizes, typography: Typography, width: float) -> Form:
    """The columns at the width of their text, or shrunk towards their least width to fit."""
    room, spare = _room(wanted, typography, width), sum(wanted.lines) - sum(wanted.least)
    share = min(1.0, (room - sum(wanted.least)) / spare) if spare else 1.0
    pairs = zip(wanted.lines, wanted.least, strict=True)
    return Form(tuple(least + share * (line - least) for line, least in pairs))


def setting(row: PaneRow, form: Form, typography: Typography) -> Setting:
    """How a table's row is set in this form."""
    if CELL_BREAK not in row.text:
        return Setting()
    return _folded(row, form, typography) if form.widths else _stacked(row, form, typography)


def _room(wanted: Sizes, typography: Typography, width: float) -> float:
    """How many pixels of ``width`` are left to the columns between their gutters."""
    return width - SLACK - GUTTER * typography.zoom * max(0, len(wanted.lines) - 1)


def _folded(row: PaneRow, form: Form, typography: Typography) -> Setting:
    """Cells broken into lines within their columns; a line of the row holds one of each."""
    gutter = GUTTER * typography.zoom
    stops = tuple(round(stop) for stop in accumulate(wide + gutter for wide in form.widths[:-1]))
    spans = list(_spans(row))
    if len(spans) > len(form.widths):  # A row whose new text is still to be put in.
        return Setting(stops=stops)
    pairs = zip(spans, form.widths, strict=False)
    cells = [list(_broken(row, span, wide, typography)) for span, wide in pairs]
    height = max(map(len, cells))
    if height < 2:
        return Setting(stops=stops)
    starts = [Part(CELL_BREAK, span.start - 1) for span in spans]
    lines = [_line(cells, number, starts if not number else ()) for number in range(height)]
    return Setting(tuple(chain.from_iterable(lines))[:-1], stops)


def _line(cells: list[list[Part]], number: int, starts: Sequence[Part]) -> Iterator[Part]:
    """One line of a row and what ends it: the tabs are the row's own where these are given."""
    last = max(at for at, cell in enumerate(cells) if number < len(cell) or starts)
    for at, cell in enumerate(cells[: last + 1]):
        if at:
            yield starts[at] if starts else Part(CELL_BREAK)
        yield from cell[number : number + 1]
    yield Part(LINE)


def _broken(row: PaneRow, span: Span, width: float, typography: Typography) -> Iterator[Part]:
    """A cell's text in lines of at most ``width`` pixels, broken as Qt breaks lines."""
    text = shown(row.text[span.start : span.end])
    layout = QTextLayout(text, typography.font(row.kind))
    layout.setTextOption(_anywhere())
    layout.setFormats(list(_formats(row, span, text, typography)))
    layout.beginLayout()
    while text and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = from_qt(text, line.textStart())
        end = from_qt(text, line.textStart() + line.textLength())
        yield Part(text[start:end], span.start + start)
    layout.endLayout()


def _anywhere() -> QTextOption:
    """Lines break between words, and only in one that is longer than a line."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _formats(
    row: PaneRow, cell: Span, text: str, typography: Typography
) -> Iterator[QTextLayout.FormatRange]:
    """The faces of the runs in a cell."""
    for run, span in row.placed():
        if span.overlaps(cell):
            own = Span(
                max(span.start, cell.start) - cell.start, min(span.end, cell.end) - cell.start
            )
            part = QTextLayout.FormatRange()
            first, last = span_to_qt(text, own)
            part.start, part.length = first, last - first
            part.format = typography.char_format(row.kind, run)
            yield part


def _stacked(row: PaneRow, form: Form, typography: Typography) -> Setting:
    """Every cell that says anything on a line of its own, after its heading; a head in a line."""
    is_head = row.kind is Kind.TABLE_HEAD
    parts: list[Part] = []
    filled = False
    for span, heading in zip_longest(_spans(row), form.headings):
        if span is None:
            break
        text = shown(row.text[span.start : span.end])
        if span.start:
            ends = filled and bool(text.strip())
            if ends and is_head:
                parts.append(Part(" ·"))
            parts.append(Part((" " if is_head else LINE) if ends else _NOTHING, span.start - 1))
        if text.strip():
            filled = True
            if heading and not is_head:
                parts.append(Part(f"{heading}: "))
        if text:
            parts.append(Part(text, span.start))
    return Setting(tuple(parts), hang=STACK_INDENT * typography.zoom)


def _headings(rows: Sequence[PaneRow]) -> tuple[str, ...]:
    """What the last head with several cells calls the columns, '' where it does not say."""
    heads = [row for row in rows if row.kind is Kind.TABLE_HEAD and CELL_BREAK in row.text]
    if not heads:
        return ()
    said = "".join(run.text for run in heads[-1].runs if run.kind in _SAYING)
    return tuple(shown(text).strip() for text in said.split(CELL_BREAK))


_SAYING = (RunKind.TEXT, RunKind.GLOSS, RunKind.SPACE)


def _spans(row: PaneRow) -> Iterator[Span]:
    """Where each cell stands in the row's text."""
    start = 0
    for text in row.text.split(CELL_BREAK):
        yield Span(start, start + len(text))
        start += len(text) + 1


def _cells(row: PaneRow) -> list[Cell]:
    return [(text, row.kind) for text in row.text.split(CELL_BREAK)]


def _widest(texts: Sequence[Cell], typography: Typography) -> float:
    """The width of the widest of texts, whether or not it is bold; 0 if there are none."""
    longest = nlargest(MEASURED, texts, key=lambda text: len(text[0]))
    return max((_width(*text, typography) for text in longest), default=0.0)


def _width(text: str, kind: Kind | str, typography: Typography) -> float:
    """The width of a text in bold, rounded up so that it fits where it is set."""
    return ceil(QFontMetricsF(typography.font(kind, bold=True)).horizontalAdvance(text)) + 1.0
