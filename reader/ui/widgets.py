"""Labels and buttons with the name the style sheet knows them by."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy


class ElidedLabel(QLabel):
    """A label that takes the room there is, and says it in fewer words where that is too little.

    Where those do not fit either they end in ….
    """

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.brief = ""
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Next to nothing: the text may be cut."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), self.alignment(), self.said(self.width()))

    def said(self, width: int) -> str:
        """What is said in ``width`` pixels."""
        metrics = self.fontMetrics()
        fits = metrics.horizontalAdvance(self.text()) <= width
        text = self.text() if fits else self.brief or self.text()
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


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
