"""Coming back: to the place in an article, to the article, to the window as it was."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer

from reader.ui.desk import Desk
from reader.ui.main_window import MainWindow

REST = 600
"""Milliseconds after the last scrolling until the place is kept."""


class Places(QObject):
    """Keeps in the library at which sentence the reader is, once the scrolling rests."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._kept: str | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.keep)
        desk.view.scrolled.connect(self._rest.start)
        desk.session.opening.connect(self._leave)

    def keep(self) -> None:
        """Keep the place now."""
        self._rest.stop()
        document, view = self._desk.document, self._desk.view
        if document is None or view.isHidden():
            return
        sentence = self._desk.sentence(view.top_sentence)
        place = sentence.text if sentence else ""
        if place != self._kept:
            self._kept = place
            core = self._desk.core
            self._desk.session.stored(lambda: core.leave(document, place), None)

    def _leave(self) -> None:
        """Another article is on its way: keep where one is in this one, as far as it has moved."""
        if self._rest.isActive():
            self.keep()
        self._kept = None


class Resuming(QObject):
    """Keeps how the window was left and what was open in it, and brings both back."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._places = Places(window.desk)
        window.installEventFilter(self)
        window.session.opened.connect(lambda: self._save(article=self._article()))

    def restore(self) -> None:
        """Bring the window back to where it was, on a screen that is there."""
        kept = self._window.core.settings.window
        self._window.restoreGeometry(QByteArray.fromBase64(kept.encode()))

    def resume(self) -> None:
        """Open what was open last; what is no longer kept is passed over."""
        if self._window.core.settings.article:
            self._window.session.reopen(self._window.core.settings.article)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window closes: keep how it was."""
        if watched is self._window and event.type() is QEvent.Type.Close:
            self._places.keep()
            where = bytes(self._window.saveGeometry().toBase64().data()).decode()
            self._save(window=where, article=self._article())
        return False

    def _article(self) -> str:
        """The library's key of what is open, '' for nothing."""
        session, core = self._window.session, self._window.core
        document = session.document
        return session.stored(lambda: core.key(document), "") if document else ""

    def _save(self, **changes: str) -> None:
        settings = replace(self._window.core.settings, **changes)  # type: ignore[arg-type]
        if settings != self._window.core.settings:
            self._window.keep_settings(settings)
