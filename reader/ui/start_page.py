"""The page shown when nothing is open: what Setu does, ways in, recent articles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.library.articles import RecentArticle
from reader.ui import fonts
from reader.ui.widgets import button, label

WIDTH = 620


class StartPage(QWidget):
    """Offers the ways to open an article; the window does the opening."""

    open_file = Signal()
    open_address = Signal()
    paste_article = Signal()
    open_sample = Signal()
    reopen = Signal(str)  # key of a recent article

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addStretch(1)
        column.addWidget(_title())
        column.addWidget(_plain(self.tr("Read a Hindi article with English beside it.")))
        column.addWidget(self._drop_area())
        column.addLayout(self._recent)
        column.addStretch(2)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(column)
        outer.addStretch(1)

    def show_recent(self, articles: Sequence[RecentArticle]) -> None:
        """List articles read before, the latest first."""
        while item := self._recent.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        if articles:
            heading = label(self.tr("Recent"), "heading")
            self._recent.addWidget(heading)
        for article in articles:
            self._recent.addWidget(self._recent_button(article))

    def _recent_button(self, article: RecentArticle) -> QPushButton:
        entry = button(name="recent")
        title = entry.fontMetrics().elidedText(
            article.title, Qt.TextElideMode.ElideRight, WIDTH - 40
        )
        entry.setText(title.replace("&", "&&"))
        entry.setAccessibleName(article.title)
        entry.setToolTip(article.title)
        entry.clicked.connect(lambda: self.reopen.emit(article.key))
        return entry

    def _drop_area(self) -> QFrame:
        area = QFrame()
        area.setObjectName("drop")
        area.setFixedWidth(WIDTH)
        layout = QVBoxLayout(area)
        layout.setContentsMargins(24, 26, 24, 26)
        layout.setSpacing(16)
        hint = QLabel(self.tr("Drop a file, a link or text here"))
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(hint)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for words, signal, name in (
            (self.tr("Read the sample"), self.open_sample, "primary"),
            (self.tr("Open a file"), self.open_file, "outline"),
            (self.tr("Open an address"), self.open_address, "outline"),
            (self.tr("Paste"), self.paste_article, "outline"),
        ):
            way_in = button(words, name)
            way_in.clicked.connect(signal)
            buttons.addWidget(way_in)
            if name == "primary":
                self.setFocusProxy(way_in)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        return area


def _title() -> QLabel:
    title = QLabel("Setu · सेतु")
    title.setFont(fonts.font(fonts.HINDI, 34, 600))
    title.setStyleSheet("font-size: 34px;")
    return title


def _plain(text: str) -> QLabel:
    return label(text, "muted")
