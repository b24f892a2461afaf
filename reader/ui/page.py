"""The open document on the desk: keeps panes, sidebar and status in step with the session."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from PySide6.QtCore import QObject, QTimer

from reader.formats.writers.head import fetched
from reader.model import ENGLISH, Article, Document, Kind, Row
from reader.ui.bands import BandsByRow
from reader.ui.desk import Desk
from reader.ui.english_rows import english_head_row, english_row, english_rows
from reader.ui.highlighting import entity_bands, mark_bands, problem_bands, row_numbers
from reader.ui.pictures import Pictures
from reader.ui.rows import (
    HEAD,
    OFFERED,
    PaneRow,
    hindi_row,
    hindi_rows,
)
from reader.ui.sidebar import Sidebar
from reader.ui.status import Status, provenance

PORTION = 15
"""Rows out of sight shown anew in one turn of the event loop: a few milliseconds."""


class Page(QObject):
    """Shows the session's document, and only what has changed of it."""

    def __init__(self, desk: Desk, sidebar: Sidebar, status: Status) -> None:
        super().__init__(desk.window)
        self._desk, self._sidebar, self._status = desk, sidebar, status
        self._hindi: list[PaneRow] = []
        self._english: list[PaneRow] = []
        self._labels = {name: engine.label for name, engine in desk.core.engines().items()}
        self._numbers: dict[str, int] = {}
        self._offline = False
        self._shown: Article | None = None
        self._row_of: dict[str, Row] = {}
        self._changed: dict[str, Row] = {}  # rows that do not show all of it yet, by id
        self._doubts: tuple[BandsByRow, BandsByRow] = {}, {}
        self._pictures = Pictures(desk.session, desk.view, self)
        self._pictures.changed.connect(self._show_picture_state)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._show_changes)
        session, view = desk.session, desk.view
        session.analysed.connect(self._show_analysis)
        session.changed.connect(self._note)
        session.marks_changed.connect(self._show_marks)
        view.clicked.connect(self.choose)
        view.pointed.connect(lambda sentence: self._tell_origin(sentence or view.current))
        sidebar.wanted.connect(self.go_to)

    @property
    def is_settled(self) -> bool:
        """Whether everything known is shown."""
        return not self._timer.isActive() and not self._desk.view.pending

    def show(self) -> None:
        """Show the session's document where it was left; another version of what was read there.

        The sentence at the top of the view is looked for by its text.
        """
        document, before, place = self._document, self._hindi, (0, 0.0)
        self._pictures.forget()
        self._offline = self._desk.core.settings.offline
        self._hindi = hindi_rows(document, offline=self._offline)
        if self._shown and self._shown.url and self._shown.url == document.article.url:
            place = _same_place(before, self._desk.view.place, self._hindi)
        self._shown = document.article
        self._english = english_rows(document, labels=self._labels)
        self._numbers = {row: number for row, (number, _) in row_numbers(self._hindi).items()}
        self._row_of = {s.id: row for row in document.rows for s in row.sentences}
        self._changed.clear()
        self._desk.view.show_rows(self._hindi, self._english, place)
        if place == (0, 0.0):
            self._go_back()
        self._show_marks()
        self._doubts = ({}, {})
        known = {self._row_of[name].id for name in document.units if name in self._row_of}
        self._show_problems(self._numbers[row] for row in known if row in self._numbers)
        self.tell_status()

    def _go_back(self) -> None:
        """Go to the sentence at which the article was left last time."""
        session, document = self._desk.session, self._document
        left = session.stored(lambda: self._desk.core.left_at(document), "")
        named = (each.id for each in document.sentences if left and each.text == left)
        if found := next(named, ""):
            self._desk.view.begin_at(found)

    def tell_status(self) -> None:
        """Say in the status bar how the article stands while it is in sight, else nothing."""
        if self._desk.document is not None and not self._desk.view.isHidden():
            self._status.count(self._document)
            self._tell_origin(self._desk.view.current)
        elif not self._desk.session.is_busy:
            self._status.clear_count()

    def choose(self, sentence: str) -> None:
        """Make a sentence the current one."""
        self._desk.view.select(sentence)
        self._tell_origin(sentence)

    def go_to(self, sentence: str) -> None:
        """Make a sentence the current one and bring it into sight."""
        self._desk.view.reveal(sentence)
        self._tell_origin(sentence)

    def follow_settings(self) -> None:
        """Say beside every picture whether it can be fetched."""
        offline = self._desk.core.settings.offline
        if self._desk.document is None or offline == self._offline:
            return
        self._offline = offline
        for row in self._document.rows:
            if row.address:
                self._show_picture_state(row.id)

    @property
    def _document(self) -> Document:
        document = self._desk.session.document
        assert document is not None
        return document

    def _note(self, sentences: set[str]) -> None:
        """Repaint once for all that changes in this turn of the event loop."""
        rows = [self._row_of[s] for s in sentences if s in self._row_of]
        # In order: neighbours can be set together, which costs least.
        ordered = sorted(rows, key=lambda row: self._numbers.get(row.id, 0))
        self._changed.update((row.id, row) for row in ordered)
        self._timer.start()

    def _show_changes(self) -> None:
        """Set the English anew in rows that have changed: those in sight, then a few at a time."""
        if self._desk.document is None:
            self._changed.clear()
            return
        rows = self._next_changed()
        waiting = self._desk.session.waiting
        self._update(
            english_row(self._document, row, waiting, self._labels)
            for row in rows
            if row.id in self._numbers
        )
        if any(row.kind is Kind.KEY_POINT for row in rows):
            self._sidebar.show_document(self._document)
        self._show_problems(self._numbers[row.id] for row in rows if row.id in self._numbers)
        if self._changed:
            self._timer.start()
        else:
            self._show_marks(sidebar=False)
            self.tell_status()

    def _next_changed(self) -> list[Row]:
        """Take the rows to show anew in this turn, those out of sight once the view has time."""
        view = self._desk.view
        seen = [name for name in view.rows_in_sight() if name in self._changed]
        others = islice(self._changed, 0 if view.pending else PORTION)
        return [self._changed.pop(name) for name in dict.fromkeys([*seen, *others])]

    def _show_picture_state(self, row: str) -> None:
        """Set the Hindi of a row anew: its picture is on its way, here, or failed."""
        found, number = self._desk.row(row), self._numbers.get(row)
        if found is None or number is None:
            return
        picture = self._pictures.known.get(row, OFFERED)
        self._hindi[number] = hindi_row(found, picture, offline=self._offline)
        self._desk.view.update_hindi(number, self._hindi[number])
        self._show_entities()
        self._show_marks(sidebar=False)
        self._show_problems([number])

    def _show_entities(self) -> None:
        self._desk.view.set_bands("entities", entity_bands(self._document, self._hindi), {})

    def _show_analysis(self) -> None:
        self._show_entities()
        if HEAD in self._numbers:
            self._update([english_head_row(self._document)])
        self._sidebar.show_document(self._document)

    def _show_marks(self, *, sidebar: bool = True) -> None:
        if self._document.annotations or sidebar:
            bands = mark_bands(self._document, self._hindi, self._english)
            self._desk.view.set_bands("marks", *bands)
        if sidebar:
            self._sidebar.show_document(self._document)

    def _show_problems(self, numbers: Iterable[int]) -> None:
        """Draw anew what the checks doubt in rows given by number."""
        sides = ((self._hindi, self._doubts[0]), (self._english, self._doubts[1]))
        for number in numbers:
            for rows, doubts in sides:
                is_english = rows is self._english
                found = problem_bands(self._document, rows[number], is_english=is_english)
                doubts.pop(number, None)
                if found:
                    doubts[number] = found
        self._desk.view.set_bands("problems", *map(dict, self._doubts))

    def _update(self, rows: Iterable[PaneRow]) -> None:
        """Put these English rows in the place of those with their ids, if they differ."""
        numbered = [(self._numbers[row.id], row) for row in rows]
        different = [(n, row) for n, row in numbered if row != self._english[n]]
        for number, row in different:
            self._english[number] = row
        if different:
            self._desk.view.update_english(different)

    def _tell_origin(self, sentence: str) -> None:
        """Say in the status bar where a sentence's English comes from, else the article."""
        row = self._row_of.get(sentence) if self._desk.document else None
        found = next((s for s in row.sentences if s.id == sentence), None) if row else None
        if found is None:
            self._status.detail(_origin(self._document) if self._desk.document else "")
        elif found.language == ENGLISH:
            self._status.detail(self.tr("English in the article itself"))
        elif sentence in self._desk.session.waiting:
            self._status.detail(self.tr("On its way"))
        else:
            unit = self._document.units.get(sentence)
            self._status.detail(provenance(unit, self._desk.core.engines()))


def _same_place(
    before: Sequence[PaneRow], place: tuple[int, float], now: Sequence[PaneRow]
) -> tuple[int, float]:
    """Where in ``now`` the row is that was at the top of the view, or the next still there."""
    numbers = {text: n for n in reversed(range(len(now))) for text in _texts(now[n])}
    first, offset = place
    for row in before[first:]:
        known = [numbers[text] for text in _texts(row) if text in numbers]
        if known:
            return known[0], offset
        offset = 0.0
    return 0, 0.0


def _texts(row: PaneRow) -> list[str]:
    """A row's text, then its sentences'."""
    return [row.text, *(row.text[span.start : span.end] for _, span in row.sentences())]


def _origin(document: Document) -> str:
    """Where and when the article was fetched, and from what font it was converted."""
    # By hand: urllib raises ValueError for an address such as https://[half.
    host = document.article.url.partition("://")[2].partition("/")[0].rpartition("@")[2]
    font = document.article.converted
    converted = f"converted from {font}" if font else ""
    came = (host, fetched(document)) if fetched(document) else ()
    return " · ".join(filter(None, (*came, converted)))
