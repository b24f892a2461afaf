"""Tables of a page: those that hold data, row by row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.formats.markup import shifted
from reader.formats.web.elements import Element
from reader.formats.web.inline import Line
from reader.model import CELL_BREAK

_LONGEST_CELL = 300  # characters; what is longer is a part of the page, set out with a table
_MOST_COLUMNS = 30
_TAGS = ("table", "tr", "td", "th", "img", "amp-img", "h1", "h2", "h3")
_EMPTY = Line("")
_NUMBER = re.compile(r"\s*(\d{1,4})\s*")


def is_data(table: Element) -> bool:
    """Whether a table holds data: two rows and columns at least, of short cells, none a table."""
    if table.get("role") in ("presentation", "none"):
        return False
    widths, cells, pictures = [0], 0, 0
    for element in table.iterdescendants(*_TAGS):
        if element.tag == "tr":
            widths.append(0)
        elif element.tag in ("td", "th"):
            widths[-1] += 1
            cells += 1
            if is_longer(element, _LONGEST_CELL):
                return False
        elif element.tag in ("img", "amp-img"):
            pictures += 1
        else:
            return False
    return sum(width > 1 for width in widths) > 1 and pictures * 2 < cells


def is_longer(element: Element, most: int) -> bool:
    """Whether an element holds more than ``most`` characters or elements.

    Spaces around its texts do not count.
    """
    length = 0
    for count, each in enumerate(element.iter()):
        own = each.text if isinstance(each.tag, str) else ""
        behind = each.tail if count else ""
        length += len((own or "").strip()) + len((behind or "").strip())
        if max(length, count) > most:
            return True
    return False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row as a line, its cells parted by CELL_BREAK; ``is_head`` is whether it names columns."""

    line: Line
    is_head: bool


class Table:
    """The table that is being read."""

    def __init__(self) -> None:
        self._cells: list[Line] = []
        self._heads = 0
        self._held: dict[int, int] = {}  # column to the rows that a cell above still fills
        self._is_first = True

    def add(self, line: Line, cell: Element) -> None:
        """Add a cell with its text to the row that is being read."""
        self._skip_held()
        columns, rows = _number(cell.get("colspan")), _number(cell.get("rowspan"))
        columns = columns if len(self._cells) < _MOST_COLUMNS else 1
        for column in range(len(self._cells), len(self._cells) + columns):
            if rows > 1:
                self._held[column] = rows
        self._cells += [line, *[_EMPTY] * (columns - 1)]
        self._heads += cell.tag == "th"

    def take(self) -> TableRow | None:
        """Return the row read, None if it is empty, and begin the next."""
        if not self._cells:
            return None
        self._skip_held()
        self._held = {column: rows - 1 for column, rows in self._held.items() if rows > 1}
        filled = [cell for cell in self._cells if cell.text]
        bold = all(cell.bold > 0.9 for cell in filled)
        is_head = self._heads > 0 and self._heads >= len(filled)
        row = TableRow(_joined(self._cells), is_head or (self._is_first and bold))
        self._cells, self._heads = [], 0
        self._is_first = self._is_first and not filled
        return row if filled else None

    def _skip_held(self) -> None:
        """Leave the columns empty that a cell above reaches down into."""
        while self._held.get(len(self._cells), 0) > 0:
            self._cells.append(_EMPTY)


def _number(said: str | None) -> int:
    match = _NUMBER.fullmatch(said or "")
    return min(max(int(match[1]), 1), _MOST_COLUMNS) if match else 1


def _joined(cells: list[Line]) -> Line:
    text, markup = "", []
    for index, cell in enumerate(cells):
        text += CELL_BREAK if index else ""
        markup += [shifted(each, len(text)) for each in cell.markup]
        text += cell.text
    linked = sum(cell.linked * len(cell.text) for cell in cells) / max(len(text), 1)
    return Line(text, tuple(markup), linked)
