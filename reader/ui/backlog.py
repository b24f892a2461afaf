"""Short pieces of work for the GUI thread, each in a turn of the event loop of its own."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Backlog(QObject):
    """Does what it is given in order, one thing a turn."""

    def __init__(self, parent: QObject | None = None, *, pause: int = 0) -> None:
        """``pause`` is how many milliseconds go by before each."""
        super().__init__(parent)
        self._waiting: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self, interval=pause)
        self._timer.timeout.connect(self._work_off)

    def add(self, work: Callable[[], object]) -> None:
        """Do this after all that was added before."""
        self._waiting.append(work)
        self._timer.start()

    def clear(self) -> None:
        """Do nothing of what is left."""
        self._waiting.clear()

    def finish(self) -> None:
        """Do all that is left at once."""
        while self._waiting:
            self._work_off()

    def __bool__(self) -> bool:
        """Whether something is left to do."""
        return bool(self._waiting)

    def _work_off(self) -> None:
        if self._waiting:
            self._waiting.popleft()()
        if not self._waiting:
            self._timer.stop()
