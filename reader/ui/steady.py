"""Keeps a text where it is on the screen while bars come and go above it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QWidget

from reader.ui.reading_view import ReadingView


class Steady(QObject):
    """Scrolls a reading view by as much as the widget around it moves.

    At the top of the article nothing is scrolled: its title stays in sight.
    """

    def __init__(self, around: QWidget, view: ReadingView) -> None:
        super().__init__(around)
        self._view = view
        self._wanted: int | None = None
        around.installEventFilter(self)
        view.hindi.resized.connect(self._scroll)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The widget has moved: scroll, and once more when the view has its new height."""
        if isinstance(event, QMoveEvent) and not self._view.isHidden() and self._view.scroll_value:
            self._wanted = self._view.scroll_value + event.pos().y() - event.oldPos().y()
            self._scroll()
            QTimer.singleShot(0, self._forget)
        return False

    def _scroll(self) -> None:
        if self._wanted is not None:
            self._view.hindi.verticalScrollBar().setValue(self._wanted)

    def _forget(self) -> None:
        self._wanted = None
