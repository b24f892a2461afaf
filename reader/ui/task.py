"""Long work off the GUI thread: any generator, run in a pool, its items delivered as signals."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Signal

WORKERS = 4
NEWS_EVERY = 0.1
"""Seconds between two words on how far a fetch has come."""

Work = Callable[[threading.Event], Iterator[Any]]


class Task(QObject):
    """One generator on its way. Signals arrive on the GUI thread; none after `cancel`.

    However fast items come, one event at most waits for the GUI thread: with one each, a
    busy worker could keep it from ever coming to the end of its queue.
    """

    yielded = Signal(object)
    done = Signal()
    failed = Signal(object)
    ended = Signal()  # after all of these, and after `cancel` too

    _come = Signal()
    _end = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cancelled = threading.Event()
        self._items: deque[object] = deque()
        self._is_told = False
        self._come.connect(self._deliver)
        self._end.connect(self._finish)

    def cancel(self) -> None:
        """Ask the work to stop at its next item; what it still yields is dropped."""
        self.cancelled.set()

    def _work(self, work: Work) -> None:
        """In a pool thread: run the generator to its end or to the cancel flag."""
        error: Exception | None = None
        try:
            items = iter(()) if self.cancelled.is_set() else work(self.cancelled)
            for item in items:
                if self.cancelled.is_set():
                    break
                self._items.append(item)
                if not self._is_told:
                    self._is_told = True
                    self._come.emit()
        except Exception as caught:  # noqa: BLE001 - handed to the GUI thread, whatever it is
            error = caught
        self._end.emit(error)

    def _deliver(self) -> None:
        self._is_told = False  # before they are counted: what comes later is told anew
        for _ in range(len(self._items)):
            if not self._items:  # whoever took an item asked, and the dialog's loop delivered
                return
            item = self._items.popleft()
            if not self.cancelled.is_set():
                self.yielded.emit(item)

    def _finish(self, error: Exception | None) -> None:
        self._deliver()
        if not self.cancelled.is_set():
            if error is None:
                self.done.emit()
            else:
                self.failed.emit(error)
        self.ended.emit()


class TaskPool:
    """Runs tasks, as many at a time as it has ``workers``, and holds each until it has ended.

    Dropping the last reference to a running task would crash the process, so the pool
    keeps them in a set; `close` cancels them all and waits.
    """

    def __init__(self, workers: int = WORKERS) -> None:
        self._executor = ThreadPoolExecutor(workers, thread_name_prefix="setu")
        self._running: set[Task] = set()

    def run(
        self,
        work: Work,
        on_item: Callable[[Any], None],
        on_done: Callable[[], None] = lambda: None,
        on_failed: Callable[[Exception], None] = lambda error: None,
    ) -> Task:
        """Start ``work(cancelled)`` in the pool; the callbacks run on the GUI thread."""
        task = Task()
        task.yielded.connect(on_item)
        task.done.connect(on_done)
        task.failed.connect(on_failed)
        task.ended.connect(lambda: self._let_go(task))
        self._running.add(task)
        self._executor.submit(task._work, work)
        return task

    def _let_go(self, task: Task) -> None:
        """The task has ended: without this its own connections would keep it for good."""
        self._running.discard(task)
        task.deleteLater()

    @property
    def busy(self) -> bool:
        """Whether a task has not ended yet."""
        return bool(self._running)

    def close(self) -> None:
        """Cancel everything, wait for it to stop, and take no more work."""
        for task in self._running:
            task.cancel()
        self._executor.shutdown(wait=True, cancel_futures=True)


def now_and_then(
    tell: Callable[[int, int], None], cancelled: threading.Event
) -> Callable[[int, int], None]:
    """What a worker tells how far it is, passed on a few times a second until ``cancelled``."""
    told = 0.0

    def report(done: int, total: int) -> None:
        nonlocal told
        if monotonic() - told > NEWS_EVERY and not cancelled.is_set():
            told = monotonic()
            tell(done, total)

    return report
