"""What is done for an open article that nobody waits for: its analysis, then the checks."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.model import Document
from reader.ui.backlog import Backlog
from reader.ui.core import Core
from reader.ui.dressing import Dressing
from reader.ui.task import Task, TaskPool

PAUSE = 60
"""Milliseconds in which the window is painted that has something new to show; other work would
hold that up, as both need Python."""


class Background(QObject):
    """Analyses a document, then asks for what its English needs; one thing at a time."""

    analysed = Signal(object)  # Document
    dress_wanted = Signal()  # the analysis has ended, and is painted
    dressed = Signal(object)  # as Dressing's
    failed = Signal(object)  # any Exception

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._pool = TaskPool(1)
        self._soon = Backlog(self, pause=PAUSE)
        self._analysis: Task | None = None
        self._dressing = Dressing(core, self._pool, self)
        self._dressing.dressed.connect(self.dressed)
        self._dressing.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether something is under way or about to begin."""
        return self._pool.busy or bool(self._soon)

    def analyse(self, document: Document) -> None:
        """Begin to analyse the document once it has been painted."""
        self._soon.add(partial(self._begin, document))

    def dress(self, document: Document) -> None:
        """Check the English shown of a document, and put pinned spellings in."""
        self._dressing.start(document)

    def leave(self) -> None:
        """Nothing more of what was begun is told."""
        self._soon.clear()
        self._dressing.cancel()
        if self._analysis is not None:
            self._analysis.cancel()

    def close(self) -> None:
        """Leave everything, and wait until it has stopped."""
        self.leave()
        self._pool.close()

    def _begin(self, document: Document) -> None:
        def work(_cancelled: threading.Event) -> Iterator[Document]:
            yield self._core.analyse(document)
            self._core.get_ready()

        self._analysis = self._pool.run(work, self.analysed.emit, self._rest, self._fail)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
        self._rest()

    def _rest(self) -> None:
        self._soon.add(self.dress_wanted.emit)
