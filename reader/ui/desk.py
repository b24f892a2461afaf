"""What the window's parts share: the session, the reading view, the bars and the panel."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtWidgets import QMainWindow

from reader.model import Document, Row, Sentence
from reader.ui.bars import EntryBar, MessageBar
from reader.ui.core import Core
from reader.ui.find_bar import FindBar
from reader.ui.reading_view import ReadingView
from reader.ui.sentence_panel import SentencePanel
from reader.ui.session import Session

BRIEFLY = 2500
"""Milliseconds a passing word is shown."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Handed to every part that carries out actions; ``window`` is the parent of dialogs."""

    core: Core
    session: Session
    view: ReadingView
    message: MessageBar
    entry: EntryBar
    find: FindBar
    panel: SentencePanel
    window: QMainWindow

    @property
    def document(self) -> Document | None:
        """The document being read."""
        return self.session.document

    def tell_briefly(self, text: str) -> None:
        """Say something in the status bar that needs no answer."""
        self.window.statusBar().showMessage(text, BRIEFLY)

    def row_of(self, sentence: str) -> Row | None:
        """The row a sentence stands in."""
        rows = self.document.rows if self.document else ()
        return next((row for row in rows if any(s.id == sentence for s in row.sentences)), None)

    def sentence(self, identity: str) -> Sentence | None:
        """The sentence with that id."""
        row = self.row(identity.rpartition(".")[0])
        return next((s for s in row.sentences if s.id == identity), None) if row else None

    def rows_of(self, sentences: Collection[str]) -> list[Row]:
        """The rows these sentences, given by id, stand in, in reading order."""
        rows, wanted = self.document.rows if self.document else (), set(sentences)
        return [row for row in rows if any(s.id in wanted for s in row.sentences)]

    def row(self, identity: str) -> Row | None:
        """The row with that id."""
        rows = self.document.rows if self.document else ()
        return next((row for row in rows if row.id == identity), None)
