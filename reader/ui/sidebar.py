"""The sidebar: the publisher's key points, the reader's marks, and the entities found."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from reader.model import Colour, Document, Entity, EntityMention, Kind, Label, Row, State
from reader.ui import fonts
from reader.ui.bands import BAR_PATTERNS, UNDERLINES
from reader.ui.highlighting import sentences_under
from reader.ui.rows import GLOSS_BRIEFLY
from reader.ui.theme import Theme

GROUPS = {
    Label.PERSON: "People",
    Label.PLACE: "Places",
    Label.ORGANISATION: "Organisations",
    Label.DATE: "Dates",
    Label.NUMBER: "Numbers and money",
    Label.MONEY: "Numbers and money",
}
ENTRY = Qt.ItemDataRole.UserRole
LONG = 60
"""How many entities of a kind are listed before "Show all" is asked for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the sidebar.

    ``targets`` are the sentence ids it leads to, walked in turn at each click;
    ``look`` says what is drawn beside it: a mark's colour, an entity's label, or
    None for a key point.
    """

    hindi: str
    english: str
    targets: tuple[str, ...]
    look: Colour | Label | None = None
    count: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its entries, of which ``hidden`` more were left out."""

    title: str
    entries: list[Entry]
    hidden: int = 0


def sections(document: Document, whole: Container[str] = ()) -> list[Section]:
    """The sidebar's sections for a document, empty ones left out.

    Of long ones only the first entries are made, but for those titled in ``whole``.
    """
    found = [
        Section("Key points · from the publisher", list(_key_points(document))),
        Section("My marks", list(_marks(document))),
        *_entities(document, whole),
    ]
    return [section for section in found if section.entries]


def _key_points(document: Document) -> Iterator[Entry]:
    linked = {point.row: point.sentence for point in document.key_points}
    for row in document.rows:
        if row.kind is Kind.KEY_POINT:
            target = linked.get(row.id, "")
            units = [document.units.get(sentence.id) for sentence in row.sentences]
            is_gloss = any(unit is not None and unit.state is State.GLOSS for unit in units)
            english = document.english(row)
            text = f"{GLOSS_BRIEFLY}{english}" if is_gloss else english
            yield Entry(row.text, text, (target,) if target else ())


def _marks(document: Document) -> Iterator[Entry]:
    order = {row.id: number for number, row in enumerate(document.rows)}
    rows = {row.id: row for row in document.rows}
    for mark in sorted(document.annotations, key=lambda m: (order.get(m.row, -1), m.span.start)):
        row = rows.get(mark.row)
        targets = sentences_under(row, mark.span)[:1] if row else []
        note = mark.note if row else "no longer in the article"
        yield Entry(f"“{mark.quote}”", note, tuple(targets), mark.colour)


def _entities(document: Document, whole: Container[str]) -> Iterator[Section]:
    rows = {row.id: row for row in document.rows}
    linked = {point.row: point.sentence for point in document.key_points}
    groups: dict[str, list[Entity]] = {title: [] for title in GROUPS.values()}
    for entity in document.entities:
        groups[GROUPS[entity.label]].append(entity)
    for title, found in groups.items():
        shown = found if title in whole else found[:LONG]
        entries = [_entity_entry(entity, rows, linked) for entity in shown]
        yield Section(title, entries, len(found) - len(shown))


def _entity_entry(entity: Entity, rows: Mapping[str, Row], linked: Mapping[str, str]) -> Entry:
    targets = [_place(mention, rows[mention.row], linked) for mention in entity.mentions]
    count = str(len(entity.mentions)) if len(entity.mentions) > 1 else ""
    shown = tuple(filter(None, targets))
    return Entry(entity.name, entity.english, shown, entity.label, count)


def _place(mention: EntityMention, row: Row, linked: Mapping[str, str]) -> str:
    """The sentence to go to: for one in a key point, which the panes lack, what it sums up."""
    if row.kind is Kind.KEY_POINT:
        return linked.get(row.id, "")
    return next(iter(sentences_under(row, mention.span)), "")


class Sidebar(QTreeWidget):
    """Shows the sections; a click or Enter on an entry leads to its next place."""

    wanted = Signal(str)  # sentence id

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName(self.tr("Highlights and entities"))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setUniformRowHeights(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(False)
        self._delegate = _EntryDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self._walked: dict[Entry, int] = {}
        self._folded: set[str] = set()
        self._whole: set[str] = set()
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose_by_key)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def veil(self, *, on: bool) -> None:
        """Cover the English of passages, but where one is pointed at or chosen."""
        self._delegate.is_veiled = on
        self.viewport().update()

    def show_document(self, document: Document) -> None:
        """Show a document's sections; folded sections stay folded, the scroll stays."""
        place = self.verticalScrollBar().value()
        self.clear()
        self._document = document
        for section in sections(document, self._whole):
            heading = QTreeWidgetItem([section.title])
            self.addTopLevelItem(heading)
            heading.addChildren([_item(entry) for entry in section.entries])
            if section.hidden:
                heading.addChild(QTreeWidgetItem([self.tr("Show {} more").format(section.hidden)]))
            heading.setExpanded(section.title not in self._folded)
        self.verticalScrollBar().setValue(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts wrap anew at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _choose(self, item: QTreeWidgetItem) -> None:
        entry = item.data(0, ENTRY)
        section = item.parent()
        if entry is None and section:
            self._whole.add(section.text(0))
            self.show_document(self._document)
        elif entry is None:
            self._fold(item)
        elif entry.targets:
            at = self._walked.get(entry, 0) % len(entry.targets)
            self._walked[entry] = at + 1
            self.wanted.emit(entry.targets[at])

    def _choose_by_key(self, item: QTreeWidgetItem) -> None:
        if self.hasFocus() and not self.underMouse():
            self._choose(item)

    def _fold(self, section: QTreeWidgetItem) -> None:
        section.setExpanded(not section.isExpanded())
        (self._folded.discard if section.isExpanded() else self._folded.add)(section.text(0))


def _item(entry: Entry) -> QTreeWidgetItem:
    item = QTreeWidgetItem([f"{entry.hindi} {entry.english}".strip()])
    item.setData(0, ENTRY, entry)
    return item


Index = QModelIndex | QPersistentModelIndex


class _EntryDelegate(QStyledItemDelegate):
    """Paints section headings and entries, Hindi and English each in its own face."""

    PADDING = 14

    def __init__(self, theme: Theme, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self.theme = theme
        self.is_veiled = False
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the wrapped texts need."""
        width = self._tree.viewport().width()
        entry = index.data(ENTRY)
        if entry is None:
            return QSize(width, 34)
        if isinstance(entry.look, Label):
            return QSize(width, 27)
        hindi, english = self._heights(entry, width)
        return QSize(width, hindi + english + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        state = option.state
        is_chosen = state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("hover" if index.data(ENTRY) else "panel"))
            painter.drawRoundedRect(rect.adjusted(6, 1, -6, -1), 5, 5)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.theme.color("focus"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(6, 1, -7, -2), 5, 5)
        entry = index.data(ENTRY)
        if entry is None:
            self._paint_heading(painter, rect, index)
        elif isinstance(entry.look, Label):
            self._paint_entity(painter, rect, entry, entry.look)
        else:
            self._paint_passage(painter, rect, entry, veiled=self.is_veiled and not is_chosen)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, index: Index) -> None:
        painter.setFont(_hindi(12.5, 500))
        painter.setPen(self.theme.color("muted"))
        arrow = ""
        if not index.parent().isValid():
            arrow = "–" if self._tree.isExpanded(QModelIndex(index)) else "+"  # type: ignore[arg-type]
        box = rect.adjusted(self.PADDING, 8, -self.PADDING, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, index.data())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, arrow)

    def _paint_entity(self, painter: QPainter, rect: QRect, entry: Entry, label: Label) -> None:
        box = rect.adjusted(self.PADDING, 0, -self.PADDING, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(_hindi(13.5))
        painter.setPen(self.theme.color("muted"))
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, entry.count)
        room = box.width() - (painter.fontMetrics().horizontalAdvance(entry.count) + 8)
        painter.setFont(_hindi(14.5))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(entry.hindi, Qt.TextElideMode.ElideRight, room)
        painter.setPen(self.theme.color("hindi"))
        painter.drawText(box, middle, name)
        width = metrics.horizontalAdvance(name)
        token, style, thickness = UNDERLINES[label]
        painter.setPen(QPen(self.theme.color(token), thickness, style))
        painter.drawLine(box.left(), box.bottom() - 2, box.left() + width, box.bottom() - 2)
        painter.setFont(_english(13.5))
        painter.setPen(self.theme.color("english"))
        left = width + 9
        english = painter.fontMetrics().elidedText(
            entry.english, Qt.TextElideMode.ElideRight, max(0, room - left)
        )
        painter.drawText(box.adjusted(left, 0, 0, 0), middle, english)

    def _paint_passage(self, painter: QPainter, rect: QRect, entry: Entry, *, veiled: bool) -> None:
        box = rect.adjusted(self.PADDING, 3, -self.PADDING, -7)
        if isinstance(entry.look, Colour):
            painter.fillRect(box, self.theme.mark(entry.look))
            pen = QPen(self.theme.color(entry.look), 4, BAR_PATTERNS[entry.look])
        else:
            pen = QPen(self.theme.color("accent"), 2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(box.left() + 1, box.top(), box.left() + 1, box.bottom())
        hindi, english = self._heights(entry, rect.width())
        text = QRect(box.left() + 12, rect.top() + 4, box.width() - 16, hindi)
        painter.setPen(self.theme.color("hindi"))
        painter.setFont(_hindi(14.5))
        painter.drawText(text, Qt.TextFlag.TextWordWrap, entry.hindi)
        painter.setPen(self.theme.color("english"))
        painter.setFont(_english(13.5))
        text.translate(0, hindi)
        text.setHeight(english)
        if veiled and entry.english:
            self._paint_veil(painter, text)
        else:
            painter.drawText(text, Qt.TextFlag.TextWordWrap, entry.english)

    def _paint_veil(self, painter: QPainter, text: QRect) -> None:
        """A bar for each line of English."""
        line = painter.fontMetrics().lineSpacing()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("line"))
        for top in range(text.top(), text.bottom() - line // 2, line):
            bar = QRect(text.left(), top, text.width(), line).adjusted(0, line // 3, 0, -line // 4)
            painter.drawRoundedRect(bar, 3, 3)

    def _heights(self, entry: Entry, width: int) -> tuple[int, int]:
        """How high the Hindi and the English of a passage are, wrapped, in pixels."""
        room = width - 2 * self.PADDING - 16
        return _height(entry.hindi, _hindi(14.5), room), _height(
            entry.english, _english(13.5), room
        )


def _height(text: str, font: QFont, width: int) -> int:
    if not text:
        return 0
    box = QRect(0, 0, width, 10_000)
    return QFontMetrics(font).boundingRect(box, Qt.TextFlag.TextWordWrap, text).height()


def _hindi(pixels: float, weight: int = 400) -> QFont:
    return fonts.font(fonts.HINDI, pixels, weight)


def _english(pixels: float) -> QFont:
    return fonts.font(fonts.ENGLISH, pixels)
