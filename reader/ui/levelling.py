"""Both sides of every row equally high, and their baselines level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from reader.model import Kind
from reader.ui.fitted_picture import FittedPicture
from reader.ui.heights import Heights
from reader.ui.rows import PaneRow
from reader.ui.side import Side

ADVANCE = 0.36
"""The width of a code point of Hindi in ems: the mean over 300 sentences of news in Mukta."""
BETWEEN = 4.0
"""Pixels between a row's Hindi and its English below it."""


class Levelling:
    """Gives the places of a row, by its number, the height that what stands there needs.

    Where both sides have one place, the higher counts. Line heights are fixed per kind of
    row, so a text's own height is its number of lines.
    """

    def __init__(
        self,
        rows: Sequence[tuple[PaneRow, PaneRow]],
        sides: Sequence[Side],
        heights: Heights,
        pictures: Mapping[int, FittedPicture],
    ) -> None:
        """``sides`` are those that are seen. All are the view's own: later changes count."""
        self._rows, self._sides = rows, sides
        self._heights, self._pictures = heights, pictures

    def guess(self) -> None:
        """Give all rows about the height that their Hindi needs; no text is laid out for it."""
        setting = {kind: self._set_in(kind) for kind in {row.kind for row, _ in self._rows}}
        turns = len({side.place(0) for side in self._sides})
        heights: list[float] = []
        for row, _ in self._rows:
            in_line, line, gap = setting[row.kind]
            heights += [ceil((len(row.text) // in_line + 1) * line + gap)] * turns
        self._heights.reset(heights)
        self._tell()

    def level(self, numbers: Sequence[int]) -> None:
        """Give rows their heights."""
        for number in numbers:
            self._put(number)
        self._tell()
        for side in self._sides:
            seen = side.pane.visible_rows()
            if any(side.place(number) in seen for number in numbers):
                side.pane.viewport().update()

    def above(self, number: int) -> float:
        """The room that a row's picture takes above its text, in pixels."""
        picture = self._pictures.get(self._sides[0].place(number))
        return picture.height if picture else 0.0

    def _tell(self) -> None:
        for pane in {id(side.pane): side.pane for side in self._sides}.values():
            pane.layout_of_rows.tell_heights()

    def _put(self, number: int) -> None:
        """Set the heights of a row's places: picture, text, and the space below."""
        needed: dict[int, float] = {}
        for side in self._sides:
            place = side.place(number)
            needed[place] = max(needed.get(place, 0.0), side.row_height(number))
        typography = self._sides[0].typography
        kinds = [left.kind for left, _ in self._rows[number : number + 2]]
        above, last = self.above(number), max(needed)
        for place, height in needed.items():
            gap = typography.gap(*kinds) if place == last else BETWEEN * typography.zoom
            self._heights.put(place, ceil(above + height + gap))
            above = 0.0

    def _set_in(self, kind: Kind | str) -> tuple[float, float, float]:
        """How rows of a kind are set: characters in a line, its height, the space below all."""
        side = self._sides[0]
        advance = ADVANCE * side.typography.font(kind).pixelSize()
        line = side.typography.line_height(kind)
        return side.text_width / advance, line, side.typography.gap(kind)
