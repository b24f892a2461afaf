"""The two languages of an article: rows level, one scroll position, sentences linked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reader.model import Span
from reader.ui.arrangement import Arrangement
from reader.ui.bands import Band, BandsByRow, Paint
from reader.ui.filling import Filling
from reader.ui.fitted_picture import FittedPicture
from reader.ui.heights import Heights
from reader.ui.pane import Pane
from reader.ui.rows import PaneRow
from reader.ui.side import Side
from reader.ui.theme import Theme
from reader.ui.typography import PLAIN, Lettering, Typography
from reader.ui.views import View

_HANDED_ON = ("clicked", "action", "offer_taken", "link_wanted", "picture_wanted", "menu_wanted")
"""What a pane tells and the view with it."""


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
        heights, pictures = Heights(), dict[int, FittedPicture]()
        self._panes = Arrangement(heights, pictures, self._typographies(), self)
        self.hindi, self.english = self._panes.hindi, self._panes.english
        self._filling = Filling(self._panes, heights, pictures, lambda: self.current)
        self._bands: dict[str, tuple[BandsByRow, BandsByRow]] = {}
        self.current = ""
        self._seen: set[str] = set()  # sentences whose English was unveiled
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
        self._filling.rows = list(zip(hindi, english, strict=True))
        self._filling.pictures.clear()
        self._bands.clear()
        self.current = ""
        self._seen.clear()
        self.hindi.drop_layers()
        self.english.drop_layers()
        self._filling.rebuild(self._typographies(), *place)

    def restyle(self, theme: Theme, zoom: float, lettering: Lettering = PLAIN) -> None:
        """Set everything anew in another theme or type; what is read stays where it is."""
        self._theme, self._zoom, self._lettering = theme, zoom, lettering
        self._filling.rebuild_around(self._typographies())
        self.select(self.current)

    @property
    def view(self) -> View:
        """How the article is shown."""
        return self._panes.view

    def arrange(self, view: View) -> None:
        """Show the article in another view; what is read stays where it is."""
        if view is self.view:
            return
        self._seen.clear()
        has_keyboard = self.hindi.hasFocus() or self.english.hasFocus()
        self._filling.rebuild_around(self._typographies(), view)
        for layer, bands in self._bands.items():
            self.set_bands(layer, *bands)
        self.select(self.current)
        self.setFocusProxy(self.lead)
        if has_keyboard and not any(pane.hasFocus() for pane in self._panes.panes):
            self.lead.setFocus()
        self.arranged.emit()

    def update_english(self, rows: Iterable[tuple[int, PaneRow]]) -> None:
        """Put new English into rows given by number; nothing in sight above them moves.

        Rows in sight are set at once, the others in slices.
        """
        numbered = dict(rows)
        for number, row in numbered.items():
            self._rows[number] = (self._rows[number][0], row)
        if self._filling.change_english(numbered):
            self._light("linked", self.current, Paint.LINKED)

    def update_hindi(self, number: int, row: PaneRow) -> None:
        """Put a row in the place of another, by number; nothing in sight above it moves."""
        self._rows[number] = (row, self._rows[number][1])
        self._filling.change_hindi(number)
        self._light("linked", self.current, Paint.LINKED)

    def show_picture(self, row: str, image: QImage) -> None:
        """Put a picture above the text of a row, given by id; text being read stays."""
        for number in self._numbers_of(row):
            self._filling.put_picture(number, FittedPicture(image))

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
        return self._filling.place

    @property
    def pending(self) -> bool:
        """Whether rows are still to be laid out or levelled."""
        return self._filling.pending

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
        self._filling.level(self._rows_of(sentence))
        self.select(sentence)
        for pane in reversed(self._panes.panes):  # Where there is no room for both, Hindi is seen.
            pane.reveal(sentence)
            pane.reveal(sentence)  # Rows that came into sight may have moved it.

    def reveal_partner(self) -> None:
        """Bring the current sentence into sight in the other pane than the keyboard is in."""
        self.reveal(self.current)
        others = [pane for pane in self._panes.panes if not pane.hasFocus()]
        for pane in others[-1:]:
            pane.reveal(self.current)

    @property
    def top_sentence(self) -> str:
        """The id of the first sentence that begins in sight, '' at the top of the article."""
        names = self.sentences_in_sight() if self._rows and self.scroll_value else []
        return next((name for name in names if self._top_of(name) >= self.scroll_value), "")

    def begin_at(self, sentence: str) -> None:
        """Scroll so that ``sentence`` begins at the top of the view."""
        self._filling.level(self._rows_of(sentence))
        self._filling.go_to(lambda: self._top_of(sentence) - 2)

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
        """The place in ``sentences`` of the first that begins in sight, 0 if there is none.

        Where a long one leaves no room for another to begin, it is that one's.
        """
        places = {name: place for place, name in enumerate(sentences)}
        seen = [name for name in self.sentences_in_sight() if name in places]
        begun = [name for name in seen if self._top_of(name) < self.scroll_value]
        first = next(iter(seen[len(begun) :]), begun[-1] if begun else "")
        return places.get(first, 0)

    def texts(self, first: int) -> Iterator[tuple[int, int, str]]:
        """What is to be read, from row ``first`` on and then from the top.

        Each is a row's number, its language (0 Hindi, 1 English) and its text; only of the
        languages that are seen, and of rows as they are when their turn comes.
        """
        seen = [side.which for side in self._sides]
        for number in (*range(first, len(self._rows)), *range(first)):
            yield from ((number, which, self._rows[number][which].read) for which in seen)

    def reveal_span(self, number: int, which: int, span: Span) -> None:
        """Bring a span of a row's Hindi (0) or English (1) into sight, also from under a veil."""
        self._filling.level([number])
        if which and (run := self._rows[number][1].run_at(span.start)):
            self._seen.add(run.sentence)
            self._veil()
        for side in self._sides:
            if side.which == which:
                side.reveal(number, span)
                side.reveal(number, span)  # Rows that came into sight may have moved it.

    def is_above(self, number: int, which: int, span: Span) -> bool:
        """Whether a span of a row in sight, in Hindi (0) or English (1), is scrolled past."""
        side = next((side for side in self._sides if side.which == which), None)
        rects = side.pane.rects_of(side.place(number), span) if side else []
        return bool(rects) and rects[-1].bottom() <= self.scroll_value

    def choose_at(self, number: int, which: int, at: int) -> None:
        """Make the sentence at a place of a row's text the current one."""
        run = self._rows[number][which].run_at(at) if number < len(self._rows) else None
        if run and run.sentence:
            self.clicked.emit(run.sentence)

    def point_out(self, row: str, span: Span) -> QPoint:
        """Light a word of a row's Hindi, given by id and its span there; the place below it.

        Where Hindi is not seen, the place is below the row's English.
        """
        (number,) = self._numbers_of(row)
        hindi = self._rows[number][0]
        moved = Span(span.start + hindi.offset, span.end + hindi.offset)
        self.set_bands("word", {number: [Band(moved, Paint.FOUND_HERE)]}, {})
        side = self._sides[0]
        found = Span(0, len(side.of(self._rows[number]).text)) if side.which else moved
        self.reveal_span(number, side.which, found)
        return side.pane.foot_of(side.place(number), found)

    def foot_of(self, sentence: str) -> QPoint:
        """The place below a sentence that is laid out, in global coordinates."""
        (number, span), *_ = self.lead.spans_of(sentence)
        return self.lead.foot_of(number, span)

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

    # -- inside -------------------------------------------------------------------------

    @property
    def _rows(self) -> list[tuple[PaneRow, PaneRow]]:
        return self._filling.rows

    @property
    def _sides(self) -> Sequence[Side]:
        return self._panes.sides

    def _typographies(self) -> tuple[Typography, Typography]:
        how = (self._theme, self._zoom, self._lettering)
        return Typography("hindi", *how), Typography("english", *how)

    def _rows_of(self, sentence: str) -> list[int]:
        """The numbers of the rows that a sentence stands in, mostly one."""
        rows = enumerate(self._rows)
        return [n for n, (row, _) in rows if any(run.sentence == sentence for run in row.runs)]

    def _numbers_of(self, row: str) -> list[int]:
        """The number of the row with that id, if there is one."""
        return [number for number, (left, _) in enumerate(self._rows) if left.id == row]

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
        self._panes.scrolled.connect(self.scrolled)
        self._panes.splitterMoved.connect(lambda: self.split_moved.emit())

    @property
    def split(self) -> float:
        """The first pane's share of the width, or of the height where it stands above."""
        return self._panes.split

    def set_split(self, share: float) -> None:
        """Give the first pane ``share`` of the room."""
        self._panes.set_split(share)
