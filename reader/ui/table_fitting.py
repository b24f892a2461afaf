"""The columns of a document's tables, in one form on both sides and in step with their text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.ui.rows import PaneRow
from reader.ui.side import Side
from reader.ui.tables import Form, Sizes, fits, levelled, setting, side_by_side, sizes, tables

Forms = tuple[Form, ...]


class TableFitting:
    """Works out the form of each table once, until something changes."""

    def __init__(self, rows: Sequence[tuple[PaneRow, PaneRow]], sides: Sequence[Side]) -> None:
        """``rows`` is the view's own list: what is put into it later counts. ``sides`` are
        those that are seen."""
        self._rows, self._sides = rows, sides
        self._tables = tables([left for left, _ in rows])
        self._sizes: dict[tuple[int, range], Sizes] = {}
        self._known: dict[range, Forms] = {}

    def forget(self) -> None:
        """The width or the size of the text has changed."""
        self._sizes.clear()
        self._known.clear()

    def fit(self, numbers: Iterable[int]) -> None:
        """Set the tables' rows among ``numbers`` on both sides."""
        found = [number for number in numbers if number in self._tables]
        for which, side in enumerate(self._sides):
            forms = ((n, self._forms(self._tables[n])[which]) for n in found)
            rows = ((n, side.of(self._rows[n]), form) for n, form in forms)
            side.set_settings([(n, setting(row, f, side.typography)) for n, row, f in rows])

    def refit(self, numbers: Iterable[int]) -> set[int]:
        """The rows whose form is another now that the text of ``numbers`` is new."""
        moved: set[int] = set()
        for table in {self._tables[number] for number in numbers if number in self._tables}:
            before = self._known.pop(table, None)
            for side in range(len(self._sides)):
                self._sizes.pop((side, table), None)
            if self._forms(table) != before:
                moved.update(table)
        return moved

    def _forms(self, table: range) -> Forms:
        """A table's form on each side: its columns level if both have room for that, and
        stacked on both if it is on one."""
        if table not in self._known:
            wanted = [self._wanted(side, table) for side in range(len(self._sides))]
            width = min(side.text_width for side in self._sides)
            self._known[table] = (
                self._fitted(levelled(wanted), width)
                or self._fitted(wanted, width)
                or tuple(Form(headings=size.headings) for size in wanted)
            )
        return self._known[table]

    def _fitted(self, wanted: Sequence[Sizes], width: float) -> Forms:
        """The columns side by side in ``width`` pixels, none if one side has no room for them."""
        sides = [(size, s.typography) for size, s in zip(wanted, self._sides, strict=True)]
        if not all(fits(size, typography, width) for size, typography in sides):
            return ()
        return tuple(side_by_side(size, typography, width) for size, typography in sides)

    def _wanted(self, which: int, table: range) -> Sizes:
        if (which, table) not in self._sizes:
            side = self._sides[which]
            rows = [side.of(self._rows[number]) for number in table]
            self._sizes[which, table] = sizes(rows, side.typography)
        return self._sizes[which, table]
