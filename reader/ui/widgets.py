"""Labels and buttons with the name the style sheet knows them by."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy


class ElidedLabel(QLabel):
    """A label that takes the room there is and ends in … where that is too little."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Next to nothing: the text may be cut."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment(), text)


def label(text: str = "", name: str = "") -> QLabel:
    """A label styled as ``name``."""
    made = QLabel(text)
    made.setObjectName(name)
    return made


def button(text: str = "", name: str = "") -> QPushButton:
    """A push button styled as ``name``."""
    made = QPushButton(text)
    made.setObjectName(name)
    return made
