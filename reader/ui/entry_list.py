"""A list of articles to choose from: title, day and summary of each, the new ones told apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.formats import dates
from reader.library.feeds import FeedItem
from reader.model import Entry
from reader.ui import fonts
from reader.ui.theme import Theme

ITEM = Qt.ItemDataRole.UserRole
NEW = "New"
Index = QModelIndex | QPersistentModelIndex


class EntryList(QListWidget):
    """Shows entries; a click or Return on one asks for it."""

    wanted = Signal(object)  # Entry

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entries")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._delegate = _EntryDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.itemClicked.connect(self._choose)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._delegate.theme = theme
        self.viewport().update()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries listed, in their order."""
        return tuple(self.item(row).data(ITEM).entry for row in range(self.count()))

    def choose(self, entry: Entry) -> None:
        """Make an entry the current one, if it is listed."""
        row = self._row_of(entry)
        if row >= 0:
            self.setCurrentRow(row)

    def show_items(self, items: Sequence[FeedItem]) -> None:
        """List these, in this order; what was current and in sight before stays so."""
        current, top = self.currentItem(), self.itemAt(1, 1)
        chosen = current.data(ITEM).entry if current else None
        first = top.data(ITEM).entry if top and self.verticalScrollBar().value() else None
        offset = self.visualItemRect(top).top() if top else 0
        self._fill(items)
        if chosen:
            self.choose(chosen)
        self.scrollToTop()
        row = self._row_of(first) if first else -1
        if row >= 0:
            self.verticalScrollBar().setValue(self.visualItemRect(self.item(row)).top() - offset)

    def _row_of(self, entry: Entry) -> int:
        """The row an entry is listed in, -1 if it is not."""
        listed = [_identity(other) for other in self.entries]
        return listed.index(_identity(entry)) if _identity(entry) in listed else -1

    def _fill(self, items: Sequence[FeedItem]) -> None:
        self.clear()
        for item in items:
            line = QListWidgetItem(self)
            line.setData(ITEM, item)
            spoken = (self.tr(NEW) if item.is_new else "", item.entry.title)
            line.setData(Qt.ItemDataRole.AccessibleTextRole, " · ".join(filter(None, spoken)))
        if items:
            self.setCurrentRow(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts wrap anew at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return asks for the current entry; Qt's own signal for it also follows clicks."""
        line = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and line is not None:
            self._choose(line)
            return
        super().keyPressEvent(event)

    def _choose(self, line: QListWidgetItem) -> None:
        self.wanted.emit(line.data(ITEM).entry)


class _EntryDelegate(QStyledItemDelegate):
    """Paints an entry: its title, then in small its day and what it is about."""

    ACROSS = 16
    DOWN = 9

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the wrapped title and the lines under it need."""
        width = self._view.viewport().width()
        item: FeedItem = index.data(ITEM)
        room = width - 2 * self.ACROSS
        title = _height(item.entry.title, _title_font(), room)
        return QSize(width, title + _small_height(_details(item)) + 2 * self.DOWN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one entry."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        item: FeedItem = index.data(ITEM)
        self._paint_ground(painter, rect, option.state)
        box = rect.adjusted(self.ACROSS, self.DOWN, -self.ACROSS, -self.DOWN)
        painter.setFont(_title_font())
        painter.setPen(self.theme.color("hindi"))
        painter.drawText(box, Qt.TextFlag.TextWordWrap, item.entry.title)
        box.setTop(box.top() + _height(item.entry.title, _title_font(), box.width()))
        painter.setFont(_small_font())
        if item.is_new:
            painter.setPen(self.theme.color("accent"))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._view.tr(NEW))
            box.setLeft(box.left() + painter.fontMetrics().horizontalAdvance(NEW) + 10)
        painter.setPen(self.theme.color("muted"))
        text = painter.fontMetrics().elidedText(
            _details(item), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("hover"))
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.theme.color("focus"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(4, 1, -5, -2), 6, 6)


def entries_of(entries: Sequence[Entry]) -> list[FeedItem]:
    """Entries that no feed is kept of: none of them is new."""
    return [FeedItem(entry, is_new=False) for entry in entries]


def _identity(entry: Entry) -> tuple[str, str]:
    """What stays the same of an entry when its title or summary is corrected."""
    return entry.source, entry.part


def _details(item: FeedItem) -> str:
    day = dates.english_day(item.entry.published) if item.entry.published else ""
    details = " · ".join(filter(None, (day, item.entry.summary)))
    return details or (" " if item.is_new else "")


def _small_height(text: str) -> int:
    return QFontMetrics(_small_font()).height() if text else 0


def _height(text: str, font: QFont, width: int) -> int:
    box = QRect(0, 0, width, 10_000)
    return QFontMetrics(font).boundingRect(box, Qt.TextFlag.TextWordWrap, text).height()


def _title_font() -> QFont:
    return fonts.font(fonts.HINDI, 17, 500)


def _small_font() -> QFont:
    return fonts.font(fonts.HINDI, 13.5)
