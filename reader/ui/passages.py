"""What is done with passages: stepping, copying, marking, exporting."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from reader.formats.writers import clipboard
from reader.model import Annotation, Colour, Kind, Row, Span
from reader.ui.desk import Desk
from reader.ui.export_dialog import ExportDialog
from reader.ui.pane import Pane


class Passages(QObject):
    """Carries out the actions on the selection, else on the current sentence."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk

    # -- stepping -----------------------------------------------------------------------

    def next_sentence(self) -> None:
        """Go to the sentence after the current one."""
        self._step(1, self._shown())

    def previous_sentence(self) -> None:
        """Go to the sentence before the current one."""
        self._step(-1, self._shown())

    def show_partner(self) -> None:
        """Bring the current sentence, and what it is in the other language, into sight."""
        if self._desk.view.current:
            self._desk.view.reveal_partner()
        else:
            self._desk.tell_briefly(self.tr("Choose a sentence first"))

    def next_paragraph(self) -> None:
        """Go to the first sentence of the paragraph after the current one."""
        self._step(1, self._firsts())

    def previous_paragraph(self) -> None:
        """Go to where the current paragraph begins, from there to where the one before does."""
        self._step(-1, self._firsts())

    def _step(self, by: int, stops: list[str]) -> None:
        """Go to the next of the stops, or the one before, as seen from the current sentence."""
        view, order = self._desk.view, {name: at for at, name in enumerate(self._shown())}
        if not order:
            return
        if view.current in order:
            here = order[view.current]
            ahead = [name for name in stops if (order[name] - here) * by > 0] or [view.current]
            view.reveal(ahead[0] if by > 0 else ahead[-1])
        else:
            view.reveal(list(order)[view.near_top(list(order))])
        view.clicked.emit(view.current)

    def _firsts(self) -> list[str]:
        """The first sentence of each row that is shown."""
        rows = self._desk.document.rows if self._desk.document else ()
        shown = (row for row in rows if row.kind is not Kind.KEY_POINT and row.sentences)
        return [row.sentences[0].id for row in shown]

    def _shown(self) -> list[str]:
        rows = self._desk.document.rows if self._desk.document else ()
        return [s.id for row in rows if row.kind is not Kind.KEY_POINT for s in row.sentences]

    # -- copying ------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy the selected text as it is, else the current sentence's Hindi."""
        pane = self._selecting_pane()
        if pane:
            pane.copy()
        elif self._desk.document:
            self._put(*clipboard.hindi(self._desk.document, self._chosen()))

    def copy_english(self) -> None:
        """Copy the English of the chosen sentences."""
        if self._desk.document:
            self._put(*clipboard.english(self._desk.document, self._chosen()))

    def copy_both(self) -> None:
        """Copy the chosen sentences in both languages, with the source line."""
        if self._desk.document:
            self._put(*clipboard.both(self._desk.document, self._chosen()))

    def copy_article(self) -> None:
        """Copy the whole article in both languages, with the source line."""
        if self._desk.document:
            ids = [sentence.id for sentence in self._desk.document.sentences]
            self._put(*clipboard.both(self._desk.document, ids))

    def _put(self, text: str, html: str = "") -> None:
        if not text:
            self._desk.message.tell(self.tr("Nothing to copy: choose a sentence first."))
            return
        data = QMimeData()
        data.setText(text)
        if html:
            data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)
        self._desk.tell_briefly(self.tr("Copied"))

    def _chosen(self) -> list[str]:
        """The ids of the selected sentences, else of the current one."""
        pane = self._selecting_pane()
        chosen = pane.selected_sentences() if pane else []
        return chosen or ([self._desk.view.current] if self._desk.view.current else [])

    def _selecting_pane(self) -> Pane | None:
        panes = (self._desk.view.hindi, self._desk.view.english)
        focused = [pane for pane in panes if pane.hasFocus()]
        return next((p for p in (*focused, *panes) if p.textCursor().hasSelection()), None)

    # -- marking ------------------------------------------------------------------------

    def mark(self) -> None:
        """Mark the selection or the current sentence in amber."""
        self._mark(Colour.AMBER)

    def mark_mint(self) -> None:
        """Mark in mint."""
        self._mark(Colour.MINT)

    def mark_sky(self) -> None:
        """Mark in sky."""
        self._mark(Colour.SKY)

    def mark_rose(self) -> None:
        """Mark in rose."""
        self._mark(Colour.ROSE)

    def unmark(self) -> None:
        """Remove the marks on the selection or the current sentence."""
        stretches = self._stretches()
        self._desk.session.unmark(mark for row, span in stretches for mark in self._on(row, span))

    def _mark(self, colour: Colour) -> None:
        stretches = self._stretches()
        if not stretches:
            self._desk.message.tell(self.tr("Nothing to mark: choose a sentence or select text."))
            return
        self._desk.session.mark(stretches, colour)
        for pane in (self._desk.view.hindi, self._desk.view.english):
            pane.drop_selection()

    def _on(self, row: Row, span: Span) -> list[Annotation]:
        marks = self._desk.document.annotations if self._desk.document else ()
        return [mark for mark in marks if mark.row == row.id and mark.span.overlaps(span)]

    def _stretches(self) -> list[tuple[Row, Span]]:
        """What is to be marked: selected Hindi as it is, selected English by whole sentences."""
        pane = self._selecting_pane()
        hindi = pane.selected_hindi() if pane else []
        found = [(self._desk.row(name), span) for name, span in hindi]
        return [(row, span) for row, span in found if row] or self._whole_sentences(self._chosen())

    def _whole_sentences(self, ids: list[str]) -> list[tuple[Row, Span]]:
        rows = [(self._desk.row_of(identity), identity) for identity in ids]
        return [
            (row, sentence.span)
            for row, identity in rows
            if row
            for sentence in row.sentences
            if sentence.id == identity
        ]

    # -- exporting ----------------------------------------------------------------------

    def export(self) -> None:
        """Ask how and where, then write the document."""
        if self._desk.document:
            labels = {name: e.label for name, e in self._desk.core.engines().items()}
            desk = self._desk
            ExportDialog(self._desk.document, labels, desk.message, desk.window).open()
