"""Where a pane's text lies: rows one below the other, each as high as both sides need.

Qt's own layout moves everything below a change, 6 to 12 ms for 6,000 paragraphs; here a row
is laid out when it is asked for, and where it starts is looked up in the heights.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from reader.ui.fitted_picture import FittedPicture
from reader.ui.heights import Heights
from reader.ui.typography import BASELINE

TOP = 26
BOTTOM = 120
_CHANGED = -1


class RowLayout(QAbstractTextDocumentLayout):
    """Lays out a document of one block a row, all lines of a block equally high.

    A block's format gives its line height, its indents, its tabs and, as its top margin, how
    much lower than the row it starts. Its state is the number of the width it was laid out
    for; ``margin`` is the space beside the text in pixels, with room for the bars of marks.
    Nothing here may raise: within an edit a block can have no row yet.
    """

    def __init__(
        self, document: QTextDocument, heights: Heights, pictures: Mapping[int, FittedPicture]
    ) -> None:
        """``heights`` are shared with the other side; ``pictures`` stand above rows' text."""
        super().__init__(document)
        self.heights, self.pictures = heights, pictures
        self._page, self._breaking = document.pageSize(), 0
        self._room = 0
        self.margin = 0.0

    @property
    def text_width(self) -> float:
        """The width of the column in pixels."""
        return max(1.0, self.document().pageSize().width() - 2 * self.margin)

    def tell_heights(self) -> None:
        """Heights have changed: the scroll bar follows."""
        self.documentSizeChanged.emit(self.documentSize())

    def make_room(self, pixels: int) -> None:
        """Leave so much more room below all rows."""
        if pixels != self._room:
            self._room = pixels
            self.tell_heights()

    def row_at(self, y: float) -> int:
        """The row, space below it included, at a height in document pixels."""
        return self.heights.at(y - TOP)

    def row_top(self, number: int) -> float:
        """Where a row starts, its picture included, in document pixels."""
        return TOP + self.heights.top(number)

    def lines(self, block: QTextBlock) -> int:
        """How many lines a block takes, at least one."""
        return max(1, self._laid_out(block).lineCount())

    # -- what Qt asks -------------------------------------------------------------------

    def documentChanged(self, position: int, _removed: int, added: int) -> None:
        """Text is new, or the size of the page is."""
        page, before = self.document().pageSize(), self._page
        is_all_new = added >= self.document().characterCount()
        if page.width() != before.width() or is_all_new:
            self._breaking += 1
        elif page == before:
            self._forget(position, position + added)
        self._page = page
        self.tell_heights()

    def pageCount(self) -> int:
        """One: it is shown on a screen."""
        return 1

    def documentSize(self) -> QSizeF:
        """As wide as the view, as high as all rows and the space round them."""
        height = TOP + self.heights.top(len(self.heights)) + BOTTOM + self._room
        return QSizeF(self.document().pageSize().width(), height)

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:
        """All of it: there are no frames but the outermost."""
        return QRectF(QPointF(), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Where a block's lines lie, without the space above and below them."""
        if not block.isValid():
            return QRectF()
        layout = self._laid_out(block)
        number, form = block.blockNumber(), block.blockFormat()
        above = self.pictures[number].height if number in self.pictures else 0.0
        top = self.row_top(number) + above + form.topMargin()
        layout.setPosition(QPointF(self.margin, top))
        height = max(1, layout.lineCount()) * form.lineHeight()
        return QRectF(self.margin, top, self.text_width, height)

    def hitTest(  # type: ignore[override]  # Qt asks with a QPointF; its stubs know more.
        self, point: QPointF, accuracy: Qt.HitTestAccuracy
    ) -> int:
        """The document position at a place, -1 where there must be text and is none."""
        block = self.document().findBlockByNumber(self.row_at(point.y()))
        place = self.blockBoundingRect(block)
        layout, exact = block.layout(), accuracy is Qt.HitTestAccuracy.ExactHit
        if not layout.lineCount() or (exact and not place.contains(point)):
            return -1
        number = int((point.y() - place.top()) // block.blockFormat().lineHeight())
        line = layout.lineAt(max(0, min(number, layout.lineCount() - 1)))
        x, text = point.x() - layout.position().x(), line.naturalTextRect()
        if exact and not text.left() <= x <= text.right():
            return -1
        near = QTextLine.CursorPosition
        where = near.CursorOnCharacter if exact else near.CursorBetweenCharacters
        return block.position() + line.xToCursor(x, where)

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Draw the rows in sight."""
        painter.setPen(context.palette.color(QPalette.ColorRole.Text))
        number, last = self.row_at(context.clip.top()), self.row_at(context.clip.bottom())
        block = self.document().findBlockByNumber(number)
        while block.isValid() and number <= last:
            self.blockBoundingRect(block)
            block.layout().draw(painter, QPointF(), _selected(block, context), context.clip)
            block, number = block.next(), number + 1

    # -- inside -------------------------------------------------------------------------

    def _laid_out(self, block: QTextBlock) -> QTextLayout:
        """A block's layout with its lines in it."""
        layout = block.layout()
        if block.userState() != self._breaking:
            self._break(block, layout)
            block.setUserState(self._breaking)
        return layout

    def _forget(self, start: int, end: int) -> None:
        """Lay the blocks between two document positions out anew when they are asked for."""
        block = self.document().findBlock(start)
        while block.isValid() and block.position() <= end:
            block.setUserState(_CHANGED)
            block = block.next()

    def _break(self, block: QTextBlock, layout: QTextLayout) -> None:
        """Break a block into lines."""
        form, width = block.blockFormat(), self.text_width
        is_leftward = block.textDirection() is Qt.LayoutDirection.RightToLeft
        layout.setTextOption(self._option(form, is_leftward=is_leftward))
        height, indent = form.lineHeight(), form.leftMargin() + form.textIndent()
        y = BASELINE * height
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width - indent)
            # Not left of nought: Qt gives the places of characters there as nought.
            line.setPosition(QPointF(0.0 if is_leftward else max(0.0, indent), y - line.ascent()))
            y, indent = y + height, form.leftMargin()
        layout.endLayout()

    def _option(self, form: QTextBlockFormat, *, is_leftward: bool) -> QTextOption:
        option = QTextOption(self.document().defaultTextOption())
        if is_leftward:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        option.setTabs(form.tabPositions())
        return option


def _selected(
    block: QTextBlock, context: QAbstractTextDocumentLayout.PaintContext
) -> list[QTextLayout.FormatRange]:
    """What of a block is selected, and how that is drawn."""
    found = []
    for selection in context.selections:
        start = max(0, selection.cursor.selectionStart() - block.position())
        end = min(block.length(), selection.cursor.selectionEnd() - block.position())
        if start < end:
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, end - start, selection.format
            found.append(part)
    return found
