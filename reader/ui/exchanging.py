"""The translation memory out to a TMX file, and in from one; the window stays free meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reader.errors import ReaderError
from reader.model import TranslationUnit
from reader.ui.backlog import Backlog
from reader.ui.desk import Desk

PORTION = 150
"""Units stored or read in one turn of the event loop: about ten milliseconds."""


class Exchanging(QObject):
    """Files are read and written off the GUI thread, the library in small portions on it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._backlog = Backlog(self)

    def import_memory(self) -> None:
        """Ask for a TMX file and take its translations in."""
        title = self.tr("Import translation memory")
        name, _ = QFileDialog.getOpenFileName(self._desk.window, title, "", "TMX (*.tmx)")
        if name:
            self.take_memory(Path(name))

    def export_memory(self) -> None:
        """Ask where, and write all translations kept as a TMX file."""
        title = self.tr("Export translation memory")
        name, _ = QFileDialog.getSaveFileName(self._desk.window, title, "setu.tmx", "TMX (*.tmx)")
        if name:
            self.give_memory(Path(name))

    def take_memory(self, path: Path) -> None:
        """Take in a TMX file, once it is read to its end, and show what it holds of the article."""

        def work(_cancelled: threading.Event) -> Iterator[list[TranslationUnit]]:
            yield self._desk.core.read_memory(path)

        name = self.tr("Reading {} …").format(path.name)
        self._desk.session.errands.run(work, self._store, self._tell, name=name)

    def give_memory(self, path: Path) -> None:
        """Write the translation memory to ``path`` and say so."""
        self._gather(path, self._desk.core.every_unit(), [])

    # -- inside -------------------------------------------------------------------------

    def _store(self, units: list[TranslationUnit]) -> None:
        portions = [units[at : at + PORTION] for at in range(0, len(units), PORTION)]
        for portion in portions:
            remember = partial(self._desk.core.remember, portion)
            self._backlog.add(partial(self._desk.session.stored, remember, None))
        self._backlog.add(partial(self._stored, len(units)))

    def _stored(self, count: int) -> None:
        self._desk.session.recall()
        one, more = self.tr("One translation taken in."), self.tr("{} translations taken in.")
        self._desk.message.tell(one if count == 1 else more.format(count), "fine")

    def _gather(
        self, path: Path, every: Iterator[TranslationUnit], units: list[TranslationUnit]
    ) -> None:
        some: list[TranslationUnit] = self._desk.session.stored(
            lambda: list(islice(every, PORTION)), []
        )
        units += some
        if some:
            self._backlog.add(partial(self._gather, path, every, units))
        else:
            self._write(path, units)

    def _write(self, path: Path, units: list[TranslationUnit]) -> None:
        def work(_cancelled: threading.Event) -> Iterator[None]:
            self._desk.core.write_memory(path, units)
            yield None

        self._desk.session.errands.run(
            work,
            lambda _: self._desk.message.tell(self.tr("Exported to {}.").format(path), "fine"),
            self._tell,
            name=self.tr("Writing {} …").format(path.name),
        )

    def _tell(self, error: Exception) -> None:
        if isinstance(error, ReaderError):
            self._desk.message.tell(str(error), "error")
        else:
            self._desk.session.failed.emit(error)
