"""Work on the offline model, off the GUI thread, one thing at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.translation.models import Offer
from reader.ui.setup import Setup
from reader.ui.task import Task, now_and_then
from reader.ui.wording import in_settings

Outcome = Callable[[], None]
"""Tells how a piece of work went; called on the GUI thread once it has ended."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes of the disk that are ``used``, and those of them that are of a download ``begun``."""

    used: int
    begun: int


class ModelWork(QObject):
    """Looks for, gets, verifies and removes the model.

    What ``began`` ends with one of the signals that stand after ``measured``.
    """

    began = Signal(str)  # what is being done
    progress = Signal(object, object)  # bytes that are there, and that there will be
    measured = Signal(object)  # Kept
    offered = Signal(object, bool)  # Offer, and whether it differs from what is installed
    installed = Signal(object)  # Installed
    verified = Signal(object)  # Installed
    removed = Signal()
    told = Signal(str, str)  # it failed or was stopped: what to say of it, and its level

    def __init__(self, setup: Setup) -> None:
        super().__init__()
        self._setup = setup
        self._task: Task | None = None
        self._outcome: Outcome | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being done, or is about to stop."""
        return self._task is not None

    def look(self) -> None:
        """Ask which model there is."""

        def work(cancelled: Event) -> Iterator[Outcome]:
            models = self._setup.core.models
            offer = models.offer(cancelled)
            yield partial(self.offered.emit, offer, models.is_new(offer))

        self._run(self.tr("Looking for the offline model …"), work)

    def install(self, offer: Offer | None) -> None:
        """Get the model of an offer, without one the newest there is."""

        def work(cancelled: Event) -> Iterator[Outcome]:
            models = self._setup.core.models
            wanted = offer or models.offer(cancelled)
            told = now_and_then(self.progress.emit, cancelled)
            yield partial(self.installed.emit, models.install(wanted, cancelled, told))

        self._run(self.tr("Getting the offline model …"), work)

    def install_files(self, folder: Path) -> None:
        """Take the model from the files in a folder."""

        def work(cancelled: Event) -> Iterator[Outcome]:
            told = now_and_then(self.progress.emit, cancelled)
            models = self._setup.core.models
            yield partial(self.installed.emit, models.install_files([folder], told, cancelled))

        self._run(self.tr("Taking the offline model from files …"), work)

    def verify(self) -> None:
        """See whether the files are what was installed, and can be loaded."""

        def work(_cancelled: Event) -> Iterator[Outcome]:
            models = self._setup.core.models
            models.check_loads()
            yield partial(self.verified.emit, models.installed())

        self._run(self.tr("Verifying the offline model …"), work)

    def remove(self) -> None:
        """Delete the model and what has come of a download."""

        def work(_cancelled: Event) -> Iterator[Outcome]:
            self._setup.core.models.remove()
            yield self.removed.emit

        self._run(self.tr("Removing the offline model …"), work)

    def measure(self) -> None:
        """Find out how much of the disk is used."""

        def work(_cancelled: Event) -> Iterator[Kept]:
            models = self._setup.core.models
            yield Kept(models.disk_used(), models.begun())

        if not self._setup.errands.closed:
            self._setup.errands.run(work, self.measured.emit, self._fail)

    def stop(self) -> None:
        """Stop; what has come of a download is kept."""
        if self._task:
            self._task.cancel()
            self._stopped()

    # -- inside -------------------------------------------------------------------------

    def _run(self, name: str, work: Callable[[Event], Iterator[Outcome]]) -> None:
        if self._task:
            return
        self._outcome = None
        self._task = self._setup.errands.run(
            work, self._take, self._fail, name=name, on_cancelled=self._stopped
        )
        self._task.ended.connect(self._rest)
        self.began.emit(name)

    def _take(self, outcome: Outcome) -> None:
        self._outcome = outcome

    def _stopped(self) -> None:
        self._outcome = partial(
            self.told.emit, self.tr("Stopped. What has come of a download is kept."), "info"
        )

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            self._outcome = partial(self.told.emit, "", "info")
            raise error
        self._outcome = partial(self.told.emit, in_settings(str(error)), "error")

    def _rest(self) -> None:
        """It has let go of the files: tell how it went."""
        outcome, self._outcome, self._task = self._outcome, None, None
        if outcome:
            outcome()
        self.measure()
