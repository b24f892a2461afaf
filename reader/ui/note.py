"""A line in place that says how something went: where the reader is looking, not in a box."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel

from reader.ui.bars import ICONS


class Note(QLabel):
    """Hidden while it has nothing to say; a screen reader speaks what it says."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("told")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def tell(self, text: str, level: str = "info") -> None:
        """Show ``text``, '' for nothing; ``level`` is info, warning, error or fine."""
        shown = f"{ICONS[level]} {text}" if text else ""
        if shown == self.text():
            return
        self.setProperty("level", level)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setText(shown)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        if text and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @property
    def said(self) -> str:
        """What is being said, '' for nothing."""
        return self.accessibleName()
