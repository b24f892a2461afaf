"""Pictures in the text: shown when the reader asks for them, and not before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from reader.errors import ReaderError
from reader.ui.fitted_picture import decode
from reader.ui.reading_view import ReadingView
from reader.ui.rows import OFFERED, Picture, Stage
from reader.ui.session import Session
from reader.ui.task import Task


class Pictures(QObject):
    """What became of the pictures of the open document, by row id."""

    changed = Signal(str)  # row id

    def __init__(self, session: Session, view: ReadingView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._view = session, view
        self.known: dict[str, Picture] = {}
        self._decoding: list[Task] = []
        view.picture_wanted.connect(self.ask)
        session.picture.connect(self._decode)
        session.picture_failed.connect(self._fail)
        session.picture_left.connect(lambda row: self._note(row, OFFERED))

    def ask(self, row: str, address: str) -> None:
        """Fetch the picture of a row, unless it is here or on its way."""
        if self.known.get(row, OFFERED).stage in (Stage.OFFERED, Stage.FAILED):
            self._note(row, Picture(Stage.LOADING))
            self._session.fetch_picture(row, address)

    def forget(self) -> None:
        """Another document is shown."""
        for task in self._decoding:
            task.cancel()
        self._decoding.clear()
        self.known.clear()

    def _decode(self, row: str, data: bytes) -> None:
        def work(_cancelled: Event) -> Iterator[QImage]:
            yield decode(data)

        show, fail = partial(self._show, row), partial(self._fail, row)
        self._decoding.append(self._session.errands.run(work, show, fail))

    def _show(self, row: str, image: QImage) -> None:
        self._note(row, Picture(Stage.SHOWN))
        self._view.show_picture(row, image)

    def _fail(self, row: str, error: Exception) -> None:
        known = isinstance(error, ReaderError)
        reason = error.what.rstrip(".") if isinstance(error, ReaderError) else "No picture"
        self._note(row, Picture(Stage.FAILED, reason))
        if not known:
            self._session.failed.emit(error)

    def _note(self, row: str, picture: Picture) -> None:
        self.known[row] = picture
        self.changed.emit(row)
