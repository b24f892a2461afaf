"""Translation under way: which sentences are asked for, and what has come of them."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model import Sentence, TranslationUnit
from reader.translation.engine import Engine
from reader.ui.core import Core
from reader.ui.task import Task, TaskPool

TOGETHER = 40
"""Milliseconds in which units that come are gathered: a gloss gives thousands a second."""
MOST = 8
"""Units handed on in one turn of the event loop: a few milliseconds of storing and painting."""

Units = dict[str, TranslationUnit]


class Runs(QObject):
    """Starts and ends runs of translation in the pool; on the GUI thread, as all its signals."""

    asked = Signal(object)  # ids of sentences now on their way
    unit_taken = Signal(object)  # a TranslationUnit an engine gave
    came = Signal(object)  # units by sentence id, gathered for a moment
    left = Signal(object)  # ids of sentences no longer on their way
    progress = Signal(int, int)  # sentences done, sentences asked
    over = Signal()  # the last run has ended, by itself or by `cancel`
    failed = Signal(object)  # any Exception

    def __init__(self, core: Core, pool: TaskPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._pool = pool
        self._count = 0
        self._runs: list[tuple[Task, set[str]]] = []
        self._come: Units = {}
        self._ended: list[set[str]] = []  # what is left of runs that are over
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._hand_on_some)

    def __bool__(self) -> bool:
        """Whether a run is under way."""
        return bool(self._runs)

    @property
    def waiting(self) -> set[str]:
        """The ids of the sentences on their way."""
        return set().union(*(pending for _, pending in self._runs))

    def start(self, groups: Sequence[Sequence[Sentence]], engines: Sequence[Engine]) -> None:
        """Ask ``engines`` for groups of neighbouring sentences, in this order."""
        pending = {sentence.id for group in groups for sentence in group}
        self._count += len(pending)

        def work(cancelled: threading.Event) -> Iterator[TranslationUnit]:
            yield from self._core.translate(groups, engines, cancelled)

        task = self._pool.run(
            work,
            partial(self._take, pending),
            partial(self._end, pending),
            partial(self._fail, pending),
        )
        self._runs.append((task, pending))
        self.asked.emit(set(pending))
        self._report()

    def cancel(self) -> None:
        """Stop all runs; what has come is handed on."""
        self.hand_on()
        left = self.waiting
        for task, _ in self._runs:
            task.cancel()
        if self._runs:
            self._runs.clear()
            self._ended.clear()
            self.left.emit(left)
            self._finish()

    def hand_on(self) -> None:
        """Hand on at once all units that have come."""
        while self._come:
            self._hand_on_some()

    def _take(self, pending: set[str], unit: TranslationUnit) -> None:
        pending.discard(unit.id)
        self.unit_taken.emit(unit)
        self._come[unit.id] = unit
        if not self._timer.isActive():
            self._timer.start(TOGETHER)

    def _hand_on_some(self) -> None:
        some = dict(islice(self._come.items(), MOST))
        for identity in some:
            del self._come[identity]
        if self._come:
            self._timer.start(0)
        if some:
            self.came.emit(some)
            self._report()
        if not self._come:
            self._let_go()

    def _end(self, pending: set[str]) -> None:
        """A run has ended: once what came of it is handed on, nothing of it is on its way."""
        self._ended.append(pending)
        if not self._come:
            self._let_go()

    def _let_go(self) -> None:
        """Forget the runs that have ended."""
        ended, self._ended = self._ended, []
        for pending in ended:
            self._runs = [run for run in self._runs if run[1] is not pending]
            self.left.emit(set(pending))
        if ended and not self._runs:
            self._finish()

    def _fail(self, pending: set[str], error: Exception) -> None:
        self._end(pending)
        self.failed.emit(error)

    def _finish(self) -> None:
        self._count = 0
        self.over.emit()

    def _report(self) -> None:
        self.progress.emit(self._count - len(self.waiting), self._count)
