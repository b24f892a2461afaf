"""The page shown when what was opened holds several articles: a book's chapters, a feed's items."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader import formats
from reader.model import Contents, ContentsKind
from reader.ui import fonts
from reader.ui.entry_list import EntryList, entries_of
from reader.ui.theme import Theme
from reader.ui.widgets import button, label

WIDTH = 720


class ContentsPage(QWidget):
    """Offers the articles of a book or feed; the window does the opening."""

    wanted = Signal(object)  # Entry
    whole_wanted = Signal(str)  # the book's path: all its chapters as one article
    subscribed = Signal(object)  # Contents of a feed to keep
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self.shown: Contents | None = None
        self._title = QLabel()
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setFont(fonts.font(fonts.HINDI, 26, 600))
        self._title.setStyleSheet("font-size: 26px;")
        self._about = label(name="muted")
        self.entries = EntryList(theme, self.tr("Articles"))
        self.entries.wanted.connect(self.wanted)
        self.setFocusProxy(self.entries)
        self._whole = button(self.tr("Read all chapters as one"), "outline")
        self._whole.clicked.connect(self._ask_whole)
        self._subscribe = button(self.tr("Subscribe"), "primary")
        self._subscribe.clicked.connect(self._ask_subscription)
        self._back = button(self.tr("Back"))
        self._back.clicked.connect(self.left)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.entries.set_theme(theme)

    def show_contents(self, contents: Contents, *, is_subscribed: bool) -> None:
        """List what ``contents`` holds."""
        self.shown = contents
        is_book = contents.kind is ContentsKind.BOOK
        self._title.setText(contents.title or contents.url)
        self._about.setText(_described(contents))
        self._whole.setVisible(is_book)
        # A feed from a file has no address to ask again.
        can_be_asked = not is_book and formats.is_address(contents.url)
        self._subscribe.setVisible(can_be_asked and not is_subscribed)
        self.entries.show_items(entries_of(contents.entries))

    def _ask_whole(self) -> None:
        if self.shown:
            self.whole_wanted.emit(self.shown.entries[0].source)

    def _ask_subscription(self) -> None:
        if self.shown:
            self._subscribe.hide()
            self.subscribed.emit(self.shown)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for widget in (self._whole, self._subscribe):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        column = QVBoxLayout()
        column.setContentsMargins(0, 28, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addLayout(buttons)
        column.addWidget(self.entries, 1)
        middle = QWidget()
        middle.setMaximumWidth(WIDTH)
        middle.setLayout(column)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(16, 0, 16, 0)
        outer.addStretch(1)
        outer.addWidget(middle, 100)
        outer.addStretch(1)


def _described(contents: Contents) -> str:
    """What is listed, and how many."""
    what, one = ("book", "chapter") if contents.kind is ContentsKind.BOOK else ("feed", "article")
    count = len(contents.entries)
    return f"A {what} of {count} {one}s. Choose one." if count != 1 else f"A {what} of 1 {one}."
