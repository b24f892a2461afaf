"""The feeds subscribed to, and what each lists."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.library.feeds import Feed, FeedItem
from reader.ui import fonts
from reader.ui.entry_list import EntryList
from reader.ui.theme import Theme
from reader.ui.widgets import button, label

ADDRESS = Qt.ItemDataRole.UserRole
LIST_WIDTH = 250


class FeedsPage(QWidget):
    """Lists feeds and the items of the chosen one; fetches nothing itself."""

    wanted = Signal(object)  # Entry
    chosen = Signal(str)  # a feed's address: its items are to be shown
    check_wanted = Signal()
    add_wanted = Signal()
    removed = Signal(str)  # a feed's address
    background_set = Signal(bool)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self.feeds = QListWidget()
        self.feeds.setObjectName("feeds")
        self.feeds.setAccessibleName(self.tr("Feeds"))
        self.feeds.setFrameShape(QFrame.Shape.NoFrame)
        self.feeds.setFixedWidth(LIST_WIDTH)
        self.feeds.setFont(fonts.font(fonts.HINDI, 15))
        self.feeds.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.feeds.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.feeds.currentItemChanged.connect(self._choose)
        self.entries = EntryList(theme, self.tr("Articles"))
        self.entries.wanted.connect(self.wanted)
        self.check = button(self.tr("Check now"), "primary")
        self.check.clicked.connect(self.check_wanted)
        self._add = button(self.tr("Add a feed…"), "outline")
        self._add.clicked.connect(self.add_wanted)
        self._remove = button(self.tr("Unsubscribe"))
        self._remove.clicked.connect(self._ask_removal)
        self._back = button(self.tr("Back"))
        self._back.clicked.connect(self.left)
        self.background = QCheckBox(self.tr("Check every hour while Setu is open"))
        self.background.toggled.connect(self.background_set)
        self._hint = label(name="muted")
        self._hint.setWordWrap(True)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.entries.set_theme(theme)

    def show_feeds(self, feeds: Sequence[Feed]) -> None:
        """List feeds with how many of their items are new; the chosen one stays chosen."""
        before, scrolled = self.address, self.feeds.verticalScrollBar().value()
        self.feeds.blockSignals(True)
        self.feeds.clear()
        for feed in feeds:
            line = QListWidgetItem(f"{feed.title}  · {feed.new}" if feed.new else feed.title)
            line.setData(ADDRESS, feed.address)
            line.setToolTip(escape(_last_checked(feed)))
            self.feeds.addItem(line)
        places = [n for n, feed in enumerate(feeds) if feed.address == before]
        self.feeds.setCurrentRow(places[0] if places else 0)
        self.feeds.verticalScrollBar().setValue(scrolled)
        self.feeds.blockSignals(False)
        for widget in (self.feeds, self.entries, self.check, self._remove):
            widget.setVisible(bool(feeds))
        self.setFocusProxy(self.entries if feeds else self._add)
        self._hint.setVisible(not feeds)
        self._choose()

    def set_checking(self, checking: bool) -> None:
        """Say that feeds are being asked, or that they are no more."""
        self.check.setText(self.tr("Checking …") if checking else self.tr("Check now"))
        self.check.setEnabled(not checking)

    def show_items(self, items: Sequence[FeedItem]) -> None:
        """List the items of the chosen feed."""
        self.entries.show_items(items)

    @property
    def address(self) -> str:
        """The address of the chosen feed, '' when there is none."""
        line = self.feeds.currentItem()
        return str(line.data(ADDRESS)) if line else ""

    def _choose(self) -> None:
        if self.address:
            self.chosen.emit(self.address)

    def _ask_removal(self) -> None:
        if self.address:
            self.removed.emit(self.address)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Feeds"))
        title.setFont(fonts.font(fonts.HINDI, 26, 600))
        title.setStyleSheet("font-size: 26px;")
        self._hint.setText(
            self.tr(
                "No feeds yet. Add the address of a feed, or of a news site that has one. "
                "Setu asks a feed only when you say so."
            )
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for widget in (self.check, self._add, self._remove):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        lists = QHBoxLayout()
        lists.setSpacing(12)
        lists.addWidget(self.feeds)
        lists.addWidget(self.entries, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 0)
        column.setSpacing(10)
        column.addWidget(title)
        column.addLayout(buttons)
        column.addWidget(self.background)
        column.addWidget(self._hint)
        column.addLayout(lists, 1)
        column.addStretch(0)


def _last_checked(feed: Feed) -> str:
    if feed.checked is None:
        return feed.address
    return f"{feed.address}\nlast checked {feed.checked.astimezone():%d %b %Y, %H:%M}"
