"""Long work off the GUI thread: any generator, run in a pool, its items delivered as signals."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Signal

WORKERS = 4

Work = Callable[[threading.Event], Iterator[Any]]


class Task(QObject):
    """One generator on its way. Signals arrive on the GUI thread; none after `cancel`."""

    yielded = Signal(object)
    done = Signal()
    failed = Signal(object)

    _item = Signal(object)
    _end = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cancelled = threading.Event()
        self._item.connect(self._deliver)
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
                self._item.emit(item)
        except Exception as caught:  # noqa: BLE001 - handed to the GUI thread, whatever it is
            error = caught
        self._end.emit(error)

    def _deliver(self, item: object) -> None:
        if not self.cancelled.is_set():
            self.yielded.emit(item)

    def _finish(self, error: Exception | None) -> None:
        if self.cancelled.is_set():
            return
        if error is None:
            self.done.emit()
        else:
            self.failed.emit(error)


class TaskPool:
    """Runs tasks and holds each until it has ended.

    Dropping the last reference to a running task would crash the process, so the pool
    keeps them in a set; `close` cancels them all and waits.
    """

    def __init__(self) -> None:
        self._executor = ThreadPoolExecutor(WORKERS, thread_name_prefix="setu")
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
        task._end.connect(lambda _error: self._let_go(task))
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
