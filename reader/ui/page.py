"""The open document on the desk: keeps panes, sidebar and status in step with the session."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer

from reader.model import ENGLISH, Document, Kind, Row
from reader.ui.desk import Desk
from reader.ui.highlighting import entity_bands, mark_bands, row_numbers
from reader.ui.rows import HEAD, PaneRow, english_head_row, english_row, english_rows, hindi_rows
from reader.ui.sidebar import Sidebar
from reader.ui.status import Status, provenance


class Page(QObject):
    """Shows the session's document, and only what has changed of it."""

    def __init__(self, desk: Desk, sidebar: Sidebar, status: Status) -> None:
        super().__init__(desk.window)
        self._desk, self._sidebar, self._status = desk, sidebar, status
        self._hindi: list[PaneRow] = []
        self._english: list[PaneRow] = []
        self._numbers: dict[str, int] = {}
        self._row_of: dict[str, Row] = {}
        self._changed: set[str] = set()
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
        """Show the session's document from its top."""
        document = self._document
        self._hindi = hindi_rows(document)
        self._english = english_rows(document)
        self._numbers = {row: number for row, (number, _) in row_numbers(self._hindi).items()}
        self._row_of = {s.id: row for row in document.rows for s in row.sentences}
        self._desk.view.show_rows(self._hindi, self._english)
        self._status.count(document)
        self._show_marks()

    def choose(self, sentence: str) -> None:
        """Make a sentence the current one."""
        self._desk.view.select(sentence)
        self._tell_origin(sentence)

    def go_to(self, sentence: str) -> None:
        """Make a sentence the current one and bring it into sight."""
        self._desk.view.reveal(sentence)
        self._tell_origin(sentence)

    @property
    def _document(self) -> Document:
        document = self._desk.session.document
        assert document is not None
        return document

    def _note(self, sentences: set[str]) -> None:
        """Repaint once for all that changes in this turn of the event loop."""
        self._changed |= sentences
        self._timer.start()

    def _show_changes(self) -> None:
        """Set the English anew in the rows whose sentences have changed."""
        changed, self._changed = self._changed, set()
        if self._desk.document is None:
            return
        rows = {self._row_of[s].id: self._row_of[s] for s in changed if s in self._row_of}
        waiting = self._desk.session.waiting
        self._update(
            english_row(self._document, row, waiting)
            for row in rows.values()
            if row.id in self._numbers
        )
        if any(row.kind is Kind.KEY_POINT for row in rows.values()):
            self._sidebar.show_document(self._document)
        self._status.count(self._document)
        self._show_marks(sidebar=False)
        self._tell_origin(self._desk.view.current)

    def _show_analysis(self) -> None:
        self._desk.view.set_bands("entities", entity_bands(self._document, self._hindi), {})
        if HEAD in self._numbers:
            self._update([english_head_row(self._document)])
        self._sidebar.show_document(self._document)

    def _show_marks(self, *, sidebar: bool = True) -> None:
        if self._document.annotations or sidebar:
            bands = mark_bands(self._document, self._hindi, self._english)
            self._desk.view.set_bands("marks", *bands)
        if sidebar:
            self._sidebar.show_document(self._document)

    def _update(self, rows: Iterable[PaneRow]) -> None:
        """Put these English rows in the place of those with their ids, if they differ."""
        numbered = [(self._numbers[row.id], row) for row in rows]
        different = [(n, row) for n, row in numbered if row != self._english[n]]
        for number, row in different:
            self._english[number] = row
        if different:
            self._desk.view.update_english(different)

    def _tell_origin(self, sentence: str) -> None:
        """Say in the status bar where the English of a sentence comes from."""
        row = self._row_of.get(sentence) if self._desk.document else None
        found = next((s for s in row.sentences if s.id == sentence), None) if row else None
        if found is None:
            self._status.detail("")
        elif found.language == ENGLISH:
            self._status.detail(self.tr("English in the article itself"))
        elif sentence in self._desk.session.waiting:
            self._status.detail(self.tr("On its way"))
        else:
            unit = self._document.units.get(sentence)
            self._status.detail(provenance(unit, self._desk.core.engines()))
