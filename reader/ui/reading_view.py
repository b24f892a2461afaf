"""The two panes side by side: rows on one line, one scroll position, sentences linked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from reader.ui.bands import Band, BandsByRow, Paint
from reader.ui.fitted_picture import FittedPicture
from reader.ui.heights import Heights
from reader.ui.levelling import Levelling
from reader.ui.pane import Pane
from reader.ui.rows import PaneRow
from reader.ui.table_fitting import TableFitting
from reader.ui.theme import Theme
from reader.ui.typography import Typography

# Work a slice may take before the event loop gets its turn, in seconds.
SLICE = 0.005
# Characters of Hindi laid out or set anew together; fewer calls cost less, longer ones stall.
PORTION = 800
_HANDED_ON = ("clicked", "action", "offer_taken", "link_wanted", "picture_wanted", "menu_wanted")
"""What a pane tells and the view with it."""
PICTURE_SHARE = 0.6
"""The most of the view's height a picture takes."""


class ReadingView(QWidget):
    """Shows the rows of a document on both sides and keeps them level.

    Rows are laid out in slices, those in sight first, so that a long article is
    readable at once; whatever changes, the row being read stays where it is.
    """

    pointed = Signal(str)
    clicked = Signal(str)
    action = Signal(str, str)
    offer_taken = Signal(object, str, str)
    current_changed = Signal(str)  # sentence id, '' for none
    link_wanted = Signal(str)  # address
    picture_wanted = Signal(str, str)  # row id, address
    menu_wanted = Signal(str, QPoint)
    zoom_wanted = Signal(int)
    split_moved = Signal()

    def __init__(self, theme: Theme, zoom: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self._theme, self._zoom = theme, zoom
        self._heights = Heights()
        self._pictures: dict[int, FittedPicture] = {}
        self.hindi, self.english = self._pane("hindi"), self._pane("english")
        self._rows: list[tuple[PaneRow, PaneRow]] = []
        self._tables = TableFitting((), ())
        self._levelling = self._leveller()
        # Rows by number, in the order in which they are seen to when there is time.
        self._uneven: dict[int, None] = {}
        self._stale: dict[int, None] = {}
        self._held: tuple[int, float] | None = None
        self.current = ""
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work_a_slice)
        self._lay_out()
        self._connect()

    # -- content ------------------------------------------------------------------------

    def show_rows(
        self,
        hindi: Sequence[PaneRow],
        english: Sequence[PaneRow],
        place: tuple[int, float] = (0, 0.0),
    ) -> None:
        """Show a new document from its top, or from a `place` in it."""
        self._rows = list(zip(hindi, english, strict=True))
        self._tables = TableFitting(self._rows, (self.hindi, self.english))
        self._levelling = self._leveller()
        self._pictures.clear()
        self.current = ""
        self.hindi.drop_layers()
        self.english.drop_layers()
        self._rebuild(*place)

    def restyle(self, theme: Theme, zoom: float) -> None:
        """Set everything anew in another theme or size; the place is kept."""
        first, offset = self.place
        self._theme, self._zoom = theme, zoom
        self._rebuild(first, offset)
        self.select(self.current)

    def update_english(self, rows: Iterable[tuple[int, PaneRow]]) -> None:
        """Put new English into rows given by number; nothing in sight above them moves.

        Rows in sight are set at once, the others in slices.
        """
        for number, row in rows:
            self._rows[number] = (self._rows[number][0], row)
            self._stale[number] = None
        seen = [n for n in self.english.visible_rows() if n in self._stale]
        anchor = self.place
        if seen:
            self._refresh(seen)
            self._restore(anchor)
            self._light("linked", self.current, Paint.LINKED)
        if self.pending:
            self._timer.start()

    def update_hindi(self, number: int, row: PaneRow) -> None:
        """Put a row in the place of another, by number; nothing in sight above it moves."""
        anchor = self.place
        self._rows[number] = (row, self._rows[number][1])
        self.hindi.replace_rows([(number, row)])
        self._level([number])
        self._restore(anchor)
        self._light("linked", self.current, Paint.LINKED)

    def show_picture(self, row: str, image: QImage) -> None:
        """Put a picture above the text of a row, given by id; text being read stays."""
        number = next((n for n, (left, _) in enumerate(self._rows) if left.id == row), -1)
        if number < 0:
            return
        place, offset = self.place
        before = self._levelling.above(number)
        self._pictures[number] = FittedPicture(image)
        self._fit_pictures()
        self._level([number])
        is_read = place == number and offset > before
        self._restore(
            (place, offset + self._levelling.above(number) - before if is_read else offset)
        )

    def _refresh(self, numbers: Sequence[int]) -> None:
        """Set the English of these rows anew; what is still blank is filled in its turn."""
        for number in numbers:
            del self._stale[number]
        self.english.replace_rows((number, self._rows[number][1]) for number in numbers)
        moved = self._tables.refit(numbers)
        self._level([number for number in numbers if not self.english.is_blank(number)])
        self._uneven.update(dict.fromkeys(sorted(moved)))
        self._level_in_sight()

    @property
    def scroll_value(self) -> int:
        """The one scroll position, in pixels."""
        return self.hindi.verticalScrollBar().value()

    @property
    def place(self) -> tuple[int, float]:
        """The row at the top of the view and how far it is scrolled past, in pixels."""
        if not self._rows:
            return 0, 0.0
        number = self.hindi.first_visible_row()
        return number, self.scroll_value - self.hindi.layout_of_rows.row_top(number)

    @property
    def pending(self) -> bool:
        """Whether rows are still to be laid out or levelled."""
        return bool(self._uneven or self._stale)

    # -- sentences ----------------------------------------------------------------------

    def select(self, sentence: str) -> None:
        """Make ``sentence`` the current one: lit on both sides."""
        self.current = sentence
        self._light("hover", "", Paint.HOVER)
        self._light("linked", sentence, Paint.LINKED)
        self.current_changed.emit(sentence)

    def reveal(self, sentence: str) -> None:
        """Make ``sentence`` the current one and bring it into sight."""
        self._level(self._rows_of(sentence))
        self.select(sentence)
        for pane in (self.english, self.hindi):  # Where there is no room for both, Hindi is seen.
            pane.reveal(sentence)
            pane.reveal(sentence)  # Rows that came into sight may have moved it.

    def rows_in_sight(self) -> list[str]:
        """The ids of the rows at least partly in sight."""
        return [self.hindi.rows[number].id for number in self.hindi.visible_rows()]

    def links_of(self, sentence: str) -> dict[str, str]:
        """The words of the links in a sentence's Hindi, by address."""
        found: dict[str, str] = {}
        for number, _ in self.hindi.spans_of(sentence):
            for run in self.hindi.rows[number].runs:
                if run.link and run.sentence == sentence:
                    found[run.link] = found.get(run.link, "") + run.text
        return found

    def link_at(self, place: QPoint) -> str:
        """The address of the link at a global place, '' where there is none."""
        runs = [pane.run_under(place) for pane in (self.hindi, self.english)]
        return next((run.link for run in runs if run), "")

    def near_top(self, sentences: Sequence[str]) -> int:
        """The place in ``sentences`` of the first that is in sight, 0 if none is."""
        seen = {run.sentence for n in self.hindi.visible_rows() for run in self.hindi.rows[n].runs}
        return next((place for place, name in enumerate(sentences) if name in seen), 0)

    def set_bands(
        self, layer: str, hindi: dict[int, list[Band]], english: dict[int, list[Band]]
    ) -> None:
        """Draw marks or entities: bands by row number for each side."""
        self.hindi.set_layer(layer, hindi)
        self.english.set_layer(layer, english)

    # -- building -----------------------------------------------------------------------

    def _rebuild(self, first: int, offset: float) -> None:
        """Start over, with row ``first`` ``offset`` pixels above the top of the view."""
        hindi = Typography("hindi", self._theme, self._zoom)
        english = Typography("english", self._theme, self._zoom)
        self.hindi.show_rows((row for row, _ in self._rows), hindi)
        self.english.show_rows((row for _, row in self._rows), english)
        self._tables.forget()
        self._levelling.guess()
        self._fit_pictures()
        self._stale.clear()
        self._uneven = dict.fromkeys([*range(first, len(self._rows)), *range(first)])
        self._restore((first, offset))
        self._level_in_sight()
        self._timer.start()

    def _rows_of(self, sentence: str) -> list[int]:
        """The numbers of the rows that a sentence stands in, mostly one."""
        rows = enumerate(self._rows)
        return [n for n, (row, _) in rows if any(run.sentence == sentence for run in row.runs)]

    def _work_a_slice(self) -> None:
        """Lay out and level for a few milliseconds; stop the timer when all is done."""
        deadline = perf_counter() + SLICE
        anchor = self.place
        while self.pending and perf_counter() < deadline:
            if self._uneven:
                self._level(list(self._portion(self._uneven)))
            else:
                self._refresh(list(self._portion(self._stale)))
        self._restore(anchor)
        if not self.pending:
            self._timer.stop()

    def _portion(self, numbers: Iterable[int]) -> Iterator[int]:
        """The first few rows: as many as hold PORTION characters together."""
        size = 0
        for number in numbers:
            yield number
            size += len(self._rows[number][0].text)
            if size >= PORTION:
                return

    # -- levelling ----------------------------------------------------------------------

    def _level(self, numbers: Iterable[int]) -> None:
        """Give both sides of each row one height, tables' rows in their columns."""
        numbers = list(numbers)
        for number in numbers:
            self._uneven.pop(number, None)
        self.hindi.fill(numbers)
        self.english.fill(numbers)
        self._tables.fit(numbers)
        self._levelling.level(numbers)

    def _level_in_sight(self) -> None:
        """See to the rows in sight that are not level now, and that so come into sight."""
        while seen := [n for n in self.hindi.visible_rows() if n in self._uneven]:
            anchor = self.place
            self._level(seen)
            self._restore(anchor)

    def _fit_pictures(self) -> None:
        """Give the pictures the size they have at the present width, height and zoom."""
        width, height = self.hindi.text_width, PICTURE_SHARE * self.hindi.viewport().height()
        for picture in self._pictures.values():
            picture.fit(width, height, self._zoom)

    def _hold(self) -> None:
        """Remember the place before lines break anew."""
        if self._held is None:
            self._held = self.place

    def _relevel(self) -> None:
        """Lines broke anew: level what is in sight now, the rest in slices."""
        anchor, self._held = self._held, None
        if not self._rows or anchor is None:
            return
        self._tables.forget()
        self._fit_pictures()
        self._uneven = dict.fromkeys(range(len(self._rows)))
        self._restore(anchor)
        self._level_in_sight()
        self._timer.start()

    def _restore(self, anchor: tuple[int, float]) -> None:
        number, offset = anchor
        if number < len(self._rows):
            top = self.hindi.layout_of_rows.row_top(number)
            value = round(top + offset) if number or offset > 0 else 0
            self.hindi.verticalScrollBar().setValue(value)

    # -- inside -------------------------------------------------------------------------

    def _pane(self, side: str) -> Pane:
        name = self.tr("Hindi text") if side == "hindi" else self.tr("English text")
        typography = Typography(side, self._theme, self._zoom)
        return Pane(typography, name, self._heights, self._pictures)

    def _leveller(self) -> Levelling:
        return Levelling(self._rows, (self.hindi, self.english), self._heights, self._pictures)

    def _light(self, layer: str, sentence: str, paint: Paint) -> None:
        for pane in (self.hindi, self.english):
            bands: BandsByRow = {}
            for number, span in pane.spans_of(sentence) if sentence else []:
                bands.setdefault(number, []).append(Band(pane.rows[number].trimmed(span), paint))
            pane.set_layer(layer, bands)

    def _hover(self, sentence: str) -> None:
        self._light("hover", "" if sentence == self.current else sentence, Paint.HOVER)
        self.pointed.emit(sentence)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.hindi)
        self.splitter.addWidget(self.english)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([1000, 1000])
        self.hindi.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.english.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _connect(self) -> None:
        for pane in (self.hindi, self.english):
            pane.pointed.connect(self._hover)
            pane.zoom_wanted.connect(self.zoom_wanted)
            for name in _HANDED_ON:
                getattr(pane, name).connect(getattr(self, name))
            pane.resizing.connect(self._hold)
            pane.resized.connect(self._relevel)
        left, right = self.hindi.verticalScrollBar(), self.english.verticalScrollBar()
        left.valueChanged.connect(right.setValue)
        right.valueChanged.connect(left.setValue)
        left.valueChanged.connect(self._level_in_sight)
        self.splitter.splitterMoved.connect(lambda: self.split_moved.emit())

    def split(self) -> float:
        """The Hindi pane's share of the width."""
        left, right = self.splitter.sizes()
        return left / max(1, left + right)

    def set_split(self, share: float) -> None:
        """Give the Hindi pane ``share`` of the width."""
        self.splitter.setSizes([round(10_000 * share), round(10_000 * (1 - share))])
