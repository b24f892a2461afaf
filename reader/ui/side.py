"""One language of the article in the reading view, wherever its rows stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from reader.model import Span
from reader.ui.bands import BandsByRow
from reader.ui.pane import Pane
from reader.ui.rows import PaneRow
from reader.ui.setting import Setting
from reader.ui.typography import Typography

T = TypeVar("T")


class Side:
    """The rows of one language by row number, as they stand in a pane.

    A pane holds one side; interleaved, it holds both by turns, and the rows of a side are at
    every second place. ``which`` is 0 for Hindi and 1 for English.
    """

    def __init__(self, pane: Pane, typography: Typography, turn: int = 0, turns: int = 1) -> None:
        """Its rows have the places ``turn``, ``turn`` + ``turns`` and so on."""
        self.pane, self.typography = pane, typography
        self.which = int(typography.side == "english")
        self._turn, self._turns = turn, turns

    def place(self, number: int) -> int:
        """Where a row stands in the pane."""
        return number * self._turns + self._turn

    def of(self, pair: tuple[T, T]) -> T:
        """What is this side's of a pair for Hindi and English."""
        return pair[self.which]

    @property
    def text_width(self) -> float:
        """The width of the column in pixels."""
        return self.pane.text_width

    def fill(self, numbers: Iterable[int]) -> None:
        """Put in the text of rows that are still blank."""
        self.pane.fill(map(self.place, numbers))

    def is_blank(self, number: int) -> bool:
        """Whether a row's text is still to be put in."""
        return self.pane.is_blank(self.place(number))

    def replace_rows(self, rows: Iterable[tuple[int, PaneRow]]) -> None:
        """Put rows in the places of others, given by number."""
        self.pane.replace_rows((self.place(number), row) for number, row in rows)

    def set_settings(self, settings: Iterable[tuple[int, Setting]]) -> None:
        """Set tables' rows, given by number, in columns or one cell below the other."""
        self.pane.set_settings((self.place(number), setting) for number, setting in settings)

    def row_height(self, number: int) -> float:
        """The height of a row's own lines and of what its baseline is lowered by, in pixels."""
        drop = self.typography.drop(self.pane.rows[self.place(number)].kind)
        return drop + self.pane.row_height(self.place(number))

    def reveal(self, number: int, span: Span) -> None:
        """Scroll so that a span of a row's text is in sight."""
        self.pane.reveal_span(self.place(number), span)

    def placed(self, bands: BandsByRow) -> BandsByRow:
        """Bands by row number as bands by place in the pane."""
        return {self.place(number): found for number, found in bands.items()}
