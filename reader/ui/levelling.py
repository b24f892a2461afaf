"""Both sides of every row equally high, by the space below them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil

from reader.ui import measuring
from reader.ui.fitted_picture import FittedPicture
from reader.ui.pane import Pane
from reader.ui.rows import PaneRow


class Levelling:
    """Levels rows, given by number, of two panes.

    Line heights are fixed per kind of row, so a row's own height is its number of lines. An
    English row starts lower by as much as its baseline would else be too high.
    """

    def __init__(
        self,
        rows: Sequence[tuple[PaneRow, PaneRow]],
        hindi: Pane,
        english: Pane,
        pictures: Mapping[int, FittedPicture],
    ) -> None:
        """``rows`` and ``pictures`` (by row number) are the view's own: later changes count."""
        self._rows, self._pictures = rows, pictures
        self._hindi, self._english = hindi, english

    def level(self, numbers: Sequence[int]) -> None:
        """Give both sides of each row the same height."""
        spaces = [(n, *self._spaces(n, self._english.row_height(n))) for n in numbers]
        self._hindi.set_spaces([(number, left) for number, left, _ in spaces])
        self._english.set_spaces([(number, right) for number, _, right in spaces])

    def replace(self, numbers: Iterable[int]) -> list[int]:
        """Put the English of rows in place, level by the height it is going to have.

        In one edit, for each costs as much as there is text below it. Returns the rows whose
        height is another than was foreseen.
        """
        rows = {number: self._rows[number][1] for number in numbers}
        foreseen = {number: self._foreseen(row) for number, row in rows.items()}
        spaces = {n: self._spaces(n, height) for n, height in foreseen.items()}
        self._english.replace_rows([(n, row, spaces[n][1]) for n, row in rows.items()])
        self._hindi.set_spaces([(number, left) for number, (left, _) in spaces.items()])
        return [n for n, height in foreseen.items() if self._english.row_height(n) != height]

    def above(self, number: int) -> float:
        """The room that a row's picture takes above its text, in pixels."""
        return self._pictures[number].height if number in self._pictures else 0.0

    def drop(self, number: int) -> float:
        """How much lower the Hindi baseline sits in a row of this kind, in pixels."""
        kind = self._rows[min(number, len(self._rows) - 1)][0].kind
        return self._hindi.typography.baseline(kind) - self._english.typography.baseline(kind)

    def _foreseen(self, row: PaneRow) -> float:
        """The height that the lines of an English row are going to have, in pixels."""
        typography = self._english.typography
        lines = measuring.lines(row, typography, self._english.text_width)
        return lines * typography.line_height(row.kind)

    def _spaces(self, number: int, english: float) -> tuple[float, float]:
        """The space below a row on either side, its English ``english`` pixels high."""
        hindi = self._hindi.row_height(number)
        height = max(hindi, english + ceil(self.drop(number)))
        gap = self._gap(number) + self.above(number + 1)
        step = self.drop(number + 1) - self.drop(number)
        return gap + height - hindi, gap + height - english + step

    def _gap(self, number: int) -> float:
        """The least space between a row and the next, in pixels."""
        kinds = [left.kind for left, _ in self._rows[number : number + 2]]
        return self._hindi.typography.gap(*kinds)
