"""The two languages of an article: rows level, one scroll position, sentences linked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reader.model import Span
from reader.ui.arrangement import Arrangement
from reader.ui.bands import Band, BandsByRow, Paint
from reader.ui.fitted_picture import FittedPicture
from reader.ui.heights import Heights
from reader.ui.levelling import Levelling
from reader.ui.pane import Pane
from reader.ui.rows import PaneRow
from reader.ui.table_fitting import TableFitting
from reader.ui.theme import Theme
from reader.ui.typography import PLAIN, Lettering, Typography
from reader.ui.views import View

# Work a slice may take before the event loop gets its turn, in seconds.
SLICE = 0.005
# Characters of Hindi laid out or set anew together; fewer calls cost less, longer ones stall.
PORTION = 800
_HANDED_ON = ("clicked", "action", "offer_taken", "link_wanted", "picture_wanted", "menu_wanted")
"""What a pane tells and the view with it."""
TRIES = 10
"""How often a row is brought to its place; two do but at the ends of the text."""
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
    arranged = Signal()
    scrolled = Signal()

    def __init__(self, theme: Theme, zoom: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self._theme, self._zoom, self._lettering = theme, zoom, PLAIN
        self._heights = Heights()
        self._pictures: dict[int, FittedPicture] = {}  # by place in the pane
        self._panes = Arrangement(self._heights, self._pictures, self._typographies(), self)
        self.hindi, self.english = self._panes.hindi, self._panes.english
        self._rows: list[tuple[PaneRow, PaneRow]] = []
        self._bands: dict[str, tuple[BandsByRow, BandsByRow]] = {}
        self._take_sides()
        # Rows by number, in the order in which they are seen to when there is time.
        self._uneven: dict[int, None] = {}
        self._stale: dict[int, None] = {}
        self._held: tuple[int, float, float] | None = None
        self._is_arranging = False
        self.current = ""
        self._seen: set[str] = set()  # sentences whose English was unveiled
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work_a_slice)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._panes)
        self._connect()
        self.setFocusProxy(self.lead)

    # -- content ------------------------------------------------------------------------

    def show_rows(
        self,
        hindi: Sequence[PaneRow],
        english: Sequence[PaneRow],
        place: tuple[int, float] = (0, 0.0),
    ) -> None:
        """Show a new document from its top, or from a `place` in it."""
        self._rows = list(zip(hindi, english, strict=True))
        self._pictures.clear()
        self._bands.clear()
        self.current = ""
        self._seen.clear()
        self.hindi.drop_layers()
        self.english.drop_layers()
        self._rebuild(*place)

    def restyle(self, theme: Theme, zoom: float, lettering: Lettering = PLAIN) -> None:
        """Set everything anew in another theme or type; what is read stays where it is."""
        read = self._being_read()
        self._theme, self._zoom, self._lettering = theme, zoom, lettering
        self._rebuild_around(read)

    @property
    def view(self) -> View:
        """How the article is shown."""
        return self._panes.view

    def arrange(self, view: View) -> None:
        """Show the article in another view; what is read stays where it is."""
        if view is self.view:
            return
        read, turns = self._being_read(), self.view.turns
        self._seen.clear()
        pictures = {place // turns * view.turns: p for place, p in self._pictures.items()}
        self._pictures.clear()
        self._pictures.update(pictures)
        self._rebuild_around(read, view)
        self.setFocusProxy(self.lead)
        self.arranged.emit()

    def update_english(self, rows: Iterable[tuple[int, PaneRow]]) -> None:
        """Put new English into rows given by number; nothing in sight above them moves.

        Rows in sight are set at once, the others in slices.
        """
        for number, row in rows:
            self._rows[number] = (self._rows[number][0], row)
            self._stale[number] = None
        seen = [n for n in self._panes.in_sight if n in self._stale]
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
        self._replace(0, [number])
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
        self._pictures[self._panes.place(number)] = FittedPicture(image)
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
        self._replace(1, numbers)
        moved = self._tables.refit(numbers)
        self._level([number for number in numbers if not self._is_blank(number)])
        self._uneven.update(dict.fromkeys(sorted(moved)))
        self._level_in_sight()

    @property
    def lead(self) -> Pane:
        """The pane whose place in the text is the view's: the Hindi, if it is seen."""
        return self._panes.lead

    @property
    def scroll_value(self) -> int:
        """The one scroll position, in pixels."""
        return self._panes.scroll_value

    @property
    def place(self) -> tuple[int, float]:
        """The row at the top of the view and how far it is scrolled past, in pixels."""
        return self._panes.spot if self._rows else (0, 0.0)

    @property
    def pending(self) -> bool:
        """Whether rows are still to be laid out or levelled."""
        return bool(self._uneven or self._stale)

    # -- sentences ----------------------------------------------------------------------

    def select(self, sentence: str) -> None:
        """Make ``sentence`` the current one: lit on both sides."""
        self.current = sentence
        self._seen.add(sentence)
        self._light("hover", "", Paint.HOVER)
        self._light("linked", sentence, Paint.LINKED)
        self._veil()
        self.current_changed.emit(sentence)

    def reveal(self, sentence: str) -> None:
        """Make ``sentence`` the current one and bring it into sight."""
        self._level(self._rows_of(sentence))
        self.select(sentence)
        for pane in reversed(self._panes.panes):  # Where there is no room for both, Hindi is seen.
            pane.reveal(sentence)
            pane.reveal(sentence)  # Rows that came into sight may have moved it.

    @property
    def top_sentence(self) -> str:
        """The id of the first sentence that begins in sight, '' at the top of the article."""
        names = self.sentences_in_sight() if self._rows and self.scroll_value else []
        return next((name for name in names if self._top_of(name) >= self.scroll_value), "")

    def begin_at(self, sentence: str) -> None:
        """Scroll so that ``sentence`` begins at the top of the view."""
        self._level(self._rows_of(sentence))
        for _ in range(TRIES):  # Rows that come into sight move it.
            value = round(self._top_of(sentence)) - 2
            self._panes.scroll_to(value)
            if self.scroll_value == value:
                return

    def _top_of(self, sentence: str) -> float:
        """Where a sentence that is laid out starts, in document pixels."""
        spans = self.lead.spans_of(sentence)[:1]
        return min((r.top() for n, span in spans for r in self.lead.rects_of(n, span)), default=0.0)

    def rows_in_sight(self) -> list[str]:
        """The ids of the rows at least partly in sight."""
        return [self._rows[number][0].id for number in self._panes.in_sight]

    def sentences_in_sight(self) -> list[str]:
        """The ids of the sentences of the rows in sight, in order."""
        rows = [self._rows[number][0] for number in self._panes.in_sight]
        return list(dict.fromkeys(run.sentence for row in rows for run in row.runs if run.sentence))

    def links_of(self, sentence: str) -> dict[str, str]:
        """The words of the links in a sentence's Hindi, by address."""
        found: dict[str, str] = {}
        for number in self._rows_of(sentence):
            for run in self._rows[number][0].runs:
                if run.link and run.sentence == sentence:
                    found[run.link] = found.get(run.link, "") + run.text
        return found

    def link_at(self, place: QPoint) -> str:
        """The address of the link at a global place, '' where there is none."""
        runs = [pane.run_under(place) for pane in self._panes.panes]
        return next((run.link for run in runs if run), "")

    def near_top(self, sentences: Sequence[str]) -> int:
        """The place in ``sentences`` of the first that is in sight, 0 if none is."""
        seen = set(self.sentences_in_sight())
        return next((place for place, name in enumerate(sentences) if name in seen), 0)

    def texts(self, first: int) -> Iterator[tuple[int, int, str]]:
        """What is to be read, from row ``first`` on and then from the top.

        Each is a row's number, its language (0 Hindi, 1 English) and its text; only of the
        languages that are seen, and of rows as they are when their turn comes.
        """
        seen = sorted(side.of((0, 1)) for side in self._sides)
        for number in (*range(first, len(self._rows)), *range(first)):
            yield from ((number, which, self._rows[number][which].read) for which in seen)

    def reveal_span(self, number: int, which: int, span: Span) -> None:
        """Bring a span of a row's Hindi (0) or English (1) into sight."""
        self._level([number])
        for side in self._sides:
            if side.of((0, 1)) == which:
                for _ in range(2):  # Rows that came into sight may have moved it.
                    side.reveal(number, span)

    def choose_at(self, number: int, which: int, at: int) -> None:
        """Make the sentence at a place of a row's text the current one."""
        run = self._rows[number][which].run_at(at) if number < len(self._rows) else None
        if run and run.sentence:
            self.clicked.emit(run.sentence)

    def point_out(self, row: str, span: Span) -> QPoint:
        """Light a word of a row's Hindi, given by id and its span there; the place below it."""
        number = next(n for n, (left, _) in enumerate(self._rows) if left.id == row)
        offset = self._rows[number][0].offset
        moved = Span(span.start + offset, span.end + offset)
        self.set_bands("word", {number: [Band(moved, Paint.FOUND_HERE)]}, {})
        self.reveal_span(number, 0, moved)
        pane, place = self._sides[0].pane, self._sides[0].place(number)
        foot = pane.rects_of(place, moved if self.view is not View.ENGLISH else Span(0, 1))[0]
        return pane.viewport().mapToGlobal(
            foot.bottomLeft().toPoint() - QPoint(0, self.scroll_value - 4)
        )

    @property
    def selected_hindi(self) -> list[tuple[str, Span]]:
        """The selected Hindi as (row id, span in the article's row text), mostly one a row."""
        return [each for pane in self._panes.panes for each in pane.selected_hindi()]

    @property
    def selected_text(self) -> str:
        """What is selected in a pane, on one line; '' for nothing."""
        chosen = (pane.textCursor().selectedText() for pane in self._panes.panes)
        return " ".join(next(filter(None, chosen), "").split())

    def set_bands(
        self, layer: str, hindi: dict[int, list[Band]], english: dict[int, list[Band]]
    ) -> None:
        """Draw marks or entities: bands by row number for each side."""
        self._bands[layer] = (hindi, english)
        for pane in self._panes.panes:
            sides = [side for side in self._sides if side.pane is pane]
            placed = [side.placed(side.of((hindi, english))) for side in sides]
            pane.set_layer(layer, {at: bands for each in placed for at, bands in each.items()})

    # -- building -----------------------------------------------------------------------

    def _rebuild(self, first: int, offset: float, view: View | None = None) -> None:
        """Start over, with row ``first`` ``offset`` pixels above the top of the view."""
        self._is_arranging = True
        self._panes.arrange(view or self.view, self._rows, self._typographies())
        self._is_arranging = False
        self._take_sides()
        self._levelling.guess()
        self._fit_pictures()
        self._stale.clear()
        self._uneven = dict.fromkeys([*range(first, len(self._rows)), *range(first)])
        self._restore((first, offset))
        self._level_in_sight()
        self._timer.start()

    def _being_read(self) -> tuple[int, float, float]:
        """The row being read, how far above the top of the view it starts, and its height.

        It is that of the current sentence, if that is in sight, else the one at the top.
        """
        seen, (number, _) = self._panes.in_sight, self.place
        current = [n for n in self._rows_of(self.current) if n in seen] if self.current else []
        read = current[0] if current else number
        return read, self.scroll_value - self._panes.top(read), self._panes.row_height(read)

    def _rebuild_around(self, read: tuple[int, float, float], view: View | None = None) -> None:
        """Start over with the row being read where it was: by what is read, if it began above."""
        self._rebuild(read[0], read[1], view)
        if self._rows:
            self._put_back(read)
        for layer, bands in self._bands.items():
            self.set_bands(layer, *bands)
        self.select(self.current)

    def _put_back(self, read: tuple[int, float, float]) -> None:
        """Bring what `_being_read` told back to where it was, and level what is in sight."""
        number, offset, height = read
        self._restore((number, offset))
        self._level([number])
        if offset > 0:
            offset *= self._panes.row_height(number) / max(1.0, height)
        for _ in range(TRIES):  # Rows above it that come into sight move it.
            self._restore((number, offset))
            self._level_in_sight()
            if abs(self.scroll_value - self._panes.top(number) - offset) < 1:
                return

    def _take_sides(self) -> None:
        """Level and fit what the panes hold now."""
        self._sides = self._panes.sides
        self._tables = TableFitting(self._rows, self._sides)
        self._levelling = Levelling(self._rows, self._sides, self._heights, self._pictures)

    def _typographies(self) -> tuple[Typography, Typography]:
        how = (self._theme, self._zoom, self._lettering)
        return Typography("hindi", *how), Typography("english", *how)

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
        for side in self._sides:
            side.fill(numbers)
        self._tables.fit(numbers)
        self._levelling.level(numbers)

    def _level_in_sight(self) -> None:
        """See to the rows in sight that are not level now, and that so come into sight."""
        while seen := [n for n in self._panes.in_sight if n in self._uneven]:
            anchor = self.place
            self._level(seen)
            self._restore(anchor)

    def _fit_pictures(self) -> None:
        """Give the pictures the size they have at the present width, height and zoom."""
        width, height = self.lead.text_width, PICTURE_SHARE * self.lead.viewport().height()
        for picture in self._pictures.values():
            picture.fit(width, height, self._zoom)

    def _hold(self) -> None:
        """Remember the place before lines break anew."""
        if self._held is None and not self._is_arranging:
            self._held = self._being_read()

    def _relevel(self) -> None:
        """Lines broke anew: level what is in sight now, the rest in slices."""
        read, self._held = self._held, None
        if not self._rows or read is None:
            return
        self._tables.forget()
        self._fit_pictures()
        self._uneven = dict.fromkeys(range(len(self._rows)))
        self._put_back(read)
        self._timer.start()

    def _restore(self, anchor: tuple[int, float]) -> None:
        number, offset = anchor
        if number < len(self._rows):
            self._panes.go_to(number, offset)

    # -- inside -------------------------------------------------------------------------

    def _replace(self, which: int, numbers: Iterable[int]) -> None:
        """Put the present rows of Hindi (0) or English (1) in the places of what is shown."""
        for side in self._sides:
            if side.of((0, 1)) == which:
                side.replace_rows((number, self._rows[number][which]) for number in numbers)

    def _is_blank(self, number: int) -> bool:
        return self._sides[0].is_blank(number)

    def _light(self, layer: str, sentence: str, paint: Paint) -> None:
        for pane in self._panes.panes:
            bands: BandsByRow = {}
            for number, span in pane.spans_of(sentence) if sentence else []:
                bands.setdefault(number, []).append(Band(pane.rows[number].trimmed(span), paint))
            pane.set_layer(layer, bands)

    def _hover(self, sentence: str) -> None:
        self._light("hover", "" if sentence == self.current else sentence, Paint.HOVER)
        self._veil(sentence)
        self.pointed.emit(sentence)

    def _veil(self, pointed: str = "") -> None:
        """In study, cover English but where it was chosen or is pointed at."""
        self.english.veil(self._seen | {pointed} if self.view is View.STUDY else None)

    def _connect(self) -> None:
        for pane in (self.hindi, self.english):
            pane.pointed.connect(self._hover)
            pane.zoom_wanted.connect(self.zoom_wanted)
            for name in _HANDED_ON:
                getattr(pane, name).connect(getattr(self, name))
            pane.resizing.connect(self._hold)
            pane.resized.connect(self._relevel)
        self._panes.scrolled.connect(self._level_in_sight)
        self._panes.scrolled.connect(self.scrolled)
        self._panes.splitterMoved.connect(lambda: self.split_moved.emit())

    @property
    def split(self) -> float:
        """The first pane's share of the width, or of the height where it stands above."""
        return self._panes.split

    def set_split(self, share: float) -> None:
        """Give the first pane ``share`` of the room."""
        self._panes.set_split(share)
