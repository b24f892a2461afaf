"""The panes of the reading view: which are seen, how they stand, and whose rows they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from reader.ui.fitted_picture import FittedPicture
from reader.ui.heights import Heights
from reader.ui.pane import Pane
from reader.ui.rows import PaneRow
from reader.ui.side import Side
from reader.ui.typography import Typography
from reader.ui.views import View

Pairs = Sequence[tuple[PaneRow, PaneRow]]


class Arrangement(QSplitter):
    """Two panes with one scroll position, arranged as a view wants them."""

    scrolled = Signal()

    def __init__(
        self,
        heights: Heights,
        pictures: Mapping[int, FittedPicture],
        typographies: tuple[Typography, Typography],
        parent: QWidget,
    ) -> None:
        """``heights`` and ``pictures`` are by a row's place in a pane."""
        super().__init__(parent)
        self.view = View.SIDE
        self._heights = heights
        self.hindi = Pane(self.tr("Hindi text"), heights, pictures)
        self.english = Pane(self.tr("English text"), heights, pictures)
        # What a screen reader is to read them in.
        self.hindi.setLocale(QLocale(QLocale.Language.Hindi, QLocale.Country.India))
        self.english.setLocale(QLocale(QLocale.Language.English))
        self.sides: tuple[Side, ...] = ()
        for pane in (self.hindi, self.english):
            self.addWidget(pane)
            pane.resized.connect(self._even_out)
            pane.verticalScrollBar().valueChanged.connect(self._follow)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setSizes([1000, 1000])
        self.arrange(View.SIDE, (), typographies)

    @property
    def panes(self) -> list[Pane]:
        """The panes that are seen."""
        both = zip((self.hindi, self.english), self.view.panes, strict=True)
        return [pane for pane, is_seen in both if is_seen]

    @property
    def lead(self) -> Pane:
        """The pane whose place in the text is the view's."""
        return self.panes[0]

    def arrange(self, view: View, rows: Pairs, typographies: tuple[Typography, Typography]) -> None:
        """Show ``rows``, still blank, as ``view`` has them; the typographies are the sides'."""
        if view is not self.view:
            self.view = view
            self.setOrientation(view.orientation)
        on, off = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        is_beside = view.orientation is Qt.Orientation.Horizontal
        for pane in (self.hindi, self.english):
            pane.setVisible(pane in self.panes)
            hides_bar = is_beside and pane is not self.panes[-1]
            pane.setVerticalScrollBarPolicy(off if hides_bar else on)
        self.sides = self._sides(typographies)
        for pane in (self.hindi, self.english):
            own = [side for side in self.sides if side.pane is pane]
            pane.show_rows(
                [side.of(pair) for pair in (rows if own else ()) for side in own],
                *(side.typography for side in own),
            )

    def _sides(self, typographies: tuple[Typography, Typography]) -> tuple[Side, ...]:
        """What the panes hold; interleaved, the first holds both."""
        if self.view.turns > 1:
            return tuple(Side(self.hindi, t, n, 2) for n, t in enumerate(typographies))
        both = zip((self.hindi, self.english), typographies, strict=True)
        return tuple(Side(pane, t) for pane, t in both if pane in self.panes)

    @property
    def split(self) -> float:
        """The first pane's share of the width or height."""
        first, second = self.sizes()
        return first / max(1, first + second)

    def set_split(self, share: float) -> None:
        """Give the first pane ``share`` of the width or height."""
        self.setSizes([round(10_000 * share), round(10_000 * (1 - share))])

    # -- places -------------------------------------------------------------------------

    def place(self, number: int) -> int:
        """The first place of a row in its pane."""
        return number * self.view.turns

    @property
    def in_sight(self) -> range:
        """The numbers of the rows at least partly in sight."""
        seen, turns = self.lead.visible_rows(), self.view.turns
        return range(seen.start // turns, -(-seen.stop // turns))

    @property
    def spot(self) -> tuple[int, float]:
        """The row at the top of the view and how far it is scrolled past, in pixels."""
        number = self.in_sight.start
        return number, self.scroll_value - self.top(number)

    def go_to(self, number: int, offset: float) -> None:
        """Scroll a row past the top of the view by so many pixels; the first never below it."""
        self.scroll_to(round(self.top(number) + offset) if number or offset > 0 else 0)

    def row_height(self, number: int) -> float:
        """The height of a row and the space below it, in pixels."""
        return self.top(number + 1) - self.top(number)

    def top(self, number: int) -> float:
        """Where a row starts, its picture included, in document pixels."""
        return self.lead.layout_of_rows.row_top(self.place(number))

    @property
    def scroll_value(self) -> int:
        """The one scroll position, in pixels."""
        return self.lead.verticalScrollBar().value()

    def scroll_to(self, value: int) -> None:
        """Go to a scroll position."""
        self.lead.verticalScrollBar().setValue(value)

    def _follow(self, value: int) -> None:
        """One pane was scrolled: so is the other."""
        panes = self.panes
        if self.sender() in [pane.verticalScrollBar() for pane in panes]:
            for pane in panes:
                pane.verticalScrollBar().setValue(value)
            self.scrolled.emit()

    def _even_out(self) -> None:
        """Give a pane that is higher than the other more room below: both end at one position."""
        least = min(pane.viewport().height() for pane in self.panes)
        for pane in self.panes:
            pane.layout_of_rows.make_room(pane.viewport().height() - least)
