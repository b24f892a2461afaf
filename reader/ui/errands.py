"""What is fetched beside the article being read: feeds, pictures, the article as it is today."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from reader.ui.task import Task, TaskPool, Work

WORKERS = 12
"""As many addresses at a time, so that a dozen that do not answer cost one deadline."""


def nothing() -> None:
    """What most errands do when they are cancelled."""


class Errands(QObject):
    """Runs errands in threads of their own, so that no article and no translation waits for one.

    Those with a name are told to the reader, who can cancel them.
    """

    changed = Signal(str)  # the name of the latest under way, '' for none

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = TaskPool(WORKERS)
        self._named: dict[Task, tuple[str, Callable[[], None]]] = {}
        self.closed = False

    @property
    def busy(self) -> bool:
        """Whether an errand, named or not, has not ended yet."""
        return self._pool.busy

    @property
    def told(self) -> str:
        """The name of the latest under way, '' for none."""
        return next((name for name, _ in reversed(self._named.values())), "")

    def run(
        self,
        work: Work,
        on_item: Callable[[Any], None],
        on_failed: Callable[[Exception], None],
        *,
        name: str = "",
        on_cancelled: Callable[[], None] = nothing,
    ) -> Task:
        """Start ``work(cancelled)``; the callbacks run on the GUI thread.

        ``on_cancelled`` runs when the reader cancels, not for the returned task's own `cancel`.
        """
        task = self._pool.run(work, on_item, on_failed=on_failed)
        if name:
            self._named[task] = name, on_cancelled
            task.ended.connect(partial(self._forget, task))
            self.changed.emit(name)
        return task

    def cancel(self) -> None:
        """End all that have a name; what they would still give is dropped."""
        ended, self._named = self._named, {}
        for task in ended:
            task.cancel()
        for _, on_cancelled in ended.values():
            on_cancelled()
        if ended:
            self.changed.emit("")

    def close(self) -> None:
        """Cancel all, wait for it, and take no more."""
        self.closed = True
        self._pool.close()

    def _forget(self, task: Task) -> None:
        if self._named.pop(task, None):
            self.changed.emit(self.told)
