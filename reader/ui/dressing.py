"""Checks and pinned spellings for English that is shown already, off the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from reader.model import Document, TranslationUnit
from reader.ui.core import Core
from reader.ui.task import Task, TaskPool

TOGETHER = 50
"""Units handed on at once at most."""

Dressed = list[tuple[TranslationUnit, TranslationUnit]]
"""Units as they were shown, and as they are to be shown."""


class Dressing(QObject):
    """Goes through a document's English in reading order; tells what is to look different."""

    dressed = Signal(object)  # Dressed
    failed = Signal(object)  # any Exception

    def __init__(self, core: Core, pool: TaskPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._pool = pool
        self._task: Task | None = None

    def start(self, document: Document) -> None:
        """Dress the document's English anew; an earlier start is left behind."""
        self.cancel()

        def work(_cancelled: threading.Event) -> Iterator[Dressed]:
            together: Dressed = []
            for sentence in document.sentences:
                unit = document.units.get(sentence.id)
                if unit is None or not unit.target:
                    continue
                dressed = self._core.dressed(unit, sentence)
                if dressed != unit:
                    together.append((unit, dressed))
                if len(together) == TOGETHER:
                    yield together
                    together = []
            yield together

        self._task = self._pool.run(work, self.dressed.emit, on_failed=self.failed.emit)

    def cancel(self) -> None:
        """Leave the rest as it is."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
