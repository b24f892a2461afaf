"""The page shown when nothing is open: what Setu does, ways in, recent articles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.formats import dates
from reader.library.articles import RecentArticle
from reader.model import Entry
from reader.ui import fonts
from reader.ui.entry_list import EntryList, entries_of
from reader.ui.theme import Theme
from reader.ui.widgets import button, label

WIDTH = 620


class StartPage(QWidget):
    """Offers the ways to open an article; the window does the opening."""

    open_file = Signal()
    open_address = Signal()
    paste_article = Signal()
    open_sample = Signal()
    reopen = Signal(str)  # key of a recent article

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self._heading = label(self.tr("Recent"), "heading")
        self.recent = EntryList(theme, self.tr("Recent"))
        self.recent.wanted.connect(lambda entry: self.reopen.emit(entry.source))
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addStretch(1)
        column.addWidget(_title())
        column.addWidget(_plain(self.tr("Read a Hindi article with English beside it.")))
        column.addWidget(self._drop_area())
        column.addWidget(self._heading)
        column.addWidget(self.recent, 6)
        column.addStretch(1)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(column)
        outer.addStretch(1)

    def show_recent(self, articles: Sequence[RecentArticle]) -> None:
        """List articles read before, the latest first."""
        self._heading.setVisible(bool(articles))
        self.recent.setVisible(bool(articles))
        self.recent.show_items(entries_of([_entry(article) for article in articles]))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.recent.set_theme(theme)

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


def _entry(article: RecentArticle) -> Entry:
    """A line of the list: the title, over who published it and when it was last read."""
    read = f"read {dates.english_day(article.opened.astimezone())}"
    # By hand: urllib raises ValueError for an address such as https://[half.
    host = article.url.partition("://")[2].partition("/")[0].rpartition("@")[2]
    about = " · ".join(filter(None, (article.source or host, read)))
    return Entry(article.title, article.key, summary=about)
