"""Keeps a text where it is on the screen while bars come and go above it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QWidget

from reader.ui.reading_view import ReadingView


class Steady(QObject):
    """Scrolls a reading view by as much as the widget around it moves.

    At the top of the article nothing is scrolled: its title stays in sight. The current
    sentence, if it is in sight, stays in sight where the view gets lower.
    """

    def __init__(self, around: QWidget, view: ReadingView) -> None:
        super().__init__(around)
        self._view = view
        self._wanted: int | None = None
        self._height = 0
        self._is_seen = False
        around.installEventFilter(self)
        for pane in (view.hindi, view.english):
            pane.resizing.connect(self._look)
            pane.resized.connect(self._scroll)
            pane.resized.connect(self._keep_in_sight)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The widget has moved: scroll, and once more when the view has its new height."""
        if isinstance(event, QMoveEvent) and not self._view.isHidden() and self._view.scroll_value:
            self._look()
            self._wanted = self._view.scroll_value + event.pos().y() - event.oldPos().y()
            self._scroll()
            QTimer.singleShot(0, self._forget)
        return False

    def _scroll(self) -> None:
        if self._wanted is not None:
            self._view.lead.verticalScrollBar().setValue(self._wanted)

    def _look(self) -> None:
        """The text has its old place still, if the view not its old height: see what was seen."""
        if self._wanted is not None:
            return  # It was seen to before the text was scrolled.
        pane, bottom = self._view.lead, self._view.scroll_value + self._height
        spans = pane.spans_of(self._view.current)[:1]
        tops = [rect.top() for number, span in spans for rect in pane.rects_of(number, span)]
        self._is_seen = bool(tops) and self._view.scroll_value <= min(tops) < bottom

    def _keep_in_sight(self) -> None:
        self._height = self._view.lead.viewport().height()
        if self._is_seen:
            self._view.lead.reveal(self._view.current)

    def _forget(self) -> None:
        self._wanted = None
