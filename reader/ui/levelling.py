"""Both sides of every row equally high, and their baselines level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from reader.model import Kind
from reader.ui.fitted_picture import FittedPicture
from reader.ui.heights import Heights
from reader.ui.pane import Pane
from reader.ui.rows import PaneRow

ADVANCE = 0.36
"""The width of a code point of Hindi in ems: the mean over 300 sentences of news in Mukta."""


class Levelling:
    """Gives rows, by number, the height that the higher of their two sides needs.

    Line heights are fixed per kind of row, so a text's own height is its number of lines.
    """

    def __init__(
        self,
        rows: Sequence[tuple[PaneRow, PaneRow]],
        panes: Sequence[Pane],
        heights: Heights,
        pictures: Mapping[int, FittedPicture],
    ) -> None:
        """All are the view's own: later changes count."""
        self._rows, self._panes = rows, panes
        self._heights, self._pictures = heights, pictures

    def guess(self) -> None:
        """Give all rows about the height that their Hindi needs; no text is laid out for it."""
        hindi = self._panes[0]
        setting = {kind: self._set_in(hindi, kind) for kind in {r.kind for r, _ in self._rows}}
        heights = []
        for row, _ in self._rows:
            in_line, line, gap = setting[row.kind]
            heights.append(ceil((len(row.text) // in_line + 1) * line + gap))
        self._heights.reset(heights)
        for pane in self._panes:
            pane.layout_of_rows.tell_heights()

    def level(self, numbers: Sequence[int]) -> None:
        """Give rows their heights."""
        for number in numbers:
            self._heights.put(number, self._height(number))
        for pane in self._panes:
            pane.layout_of_rows.tell_heights()
            seen = pane.visible_rows()
            if any(number in seen for number in numbers):
                pane.viewport().update()

    def above(self, number: int) -> float:
        """The room that a row's picture takes above its text, in pixels."""
        return self._pictures[number].height if number in self._pictures else 0.0

    @staticmethod
    def _set_in(pane: Pane, kind: Kind | str) -> tuple[float, float, float]:
        """How rows of a kind are set: characters in a line, its height, the space below all."""
        typography = pane.typography
        advance = ADVANCE * typography.font(kind).pixelSize()
        return pane.text_width / advance, typography.line_height(kind), typography.gap(kind)

    def _height(self, number: int) -> int:
        """The height of a row in whole pixels: picture, text, and the space below."""
        kinds = [left.kind for left, _ in self._rows[number : number + 2]]
        sides = (p.typography.drop(kinds[0]) + p.row_height(number) for p in self._panes)
        gap = self._panes[0].typography.gap(*kinds)
        return ceil(self.above(number) + max(sides) + gap)
