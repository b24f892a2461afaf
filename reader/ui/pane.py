"""One side of the reading view: a read-only text of rows, with bands under it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.model import Span
from reader.ui.bands import Band, Paint, draw_bands, line_rects
from reader.ui.rows import GLOSS_LABEL, PaneRow, Run, RunKind
from reader.ui.text_positions import from_qt
from reader.ui.typography import Typography

# Space beside the text in pixels: room for the bars of marks, and the gutter of 40.
MARGIN = 24
# A row is one block: what Qt takes for a paragraph break becomes a space.
_BREAKS = {ord(character): " " for character in "\n\r\u2028\u2029\ufdd0\ufdd1"}
MAX_COLUMN_EMS = 38


LAYERS = ("linked", "hover", "marks", "entities")
"""From the lowest to the highest: a lit sentence hides no mark and no underline."""


class Pane(QTextEdit):
    """Shows pane rows, one text block each, and says what is pointed at and clicked.

    Row numbers are those of the rows given to `append_rows`. Bands are kept in named
    layers, drawn in the order of LAYERS.
    """

    pointed = Signal(str)  # sentence id, '' for none
    clicked = Signal(str)  # sentence id
    action = Signal(str, str)  # row id, sentence id or ''
    menu_wanted = Signal(str, QPoint)  # sentence id, global position
    resizing = Signal()  # lines are about to break anew
    resized = Signal()
    zoom_wanted = Signal(int)  # steps up or down

    def __init__(self, typography: Typography, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.typography = typography
        self.rows: list[PaneRow] = []
        self._layers: dict[str, dict[int, list[Band]]] = {}
        self._sentences: dict[str, list[tuple[int, Span]]] = {}
        self._pointed = ""
        self._pressed_at = QPoint()
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setMinimumWidth(180)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setUndoRedoEnabled(False)
        # The lit sentence is the place one is at; a caret in a text to read only irritates.
        self.setCursorWidth(0)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)

    # -- rows ---------------------------------------------------------------------------

    def reset(self, typography: Typography, top: float) -> None:
        """Forget all rows but not the layers; ``top`` is the space above the first, in pixels."""
        self.typography = typography
        self.rows = []
        self._sentences = {}
        self.clear()
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        shape.setMargin(MARGIN)
        shape.setTopMargin(top)
        shape.setBottomMargin(120)
        frame.setFrameFormat(shape)
        self._fit_column()

    def append_rows(self, rows: Iterable[PaneRow]) -> None:
        """Add rows at the end."""
        is_first = not self.rows
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for row in rows:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            block_format = self.typography.block_format(row.kind)
            if self.rows:
                cursor.insertBlock(block_format)
            else:
                cursor.setBlockFormat(block_format)
            self._insert(cursor, row)
            self.rows.append(row)
            self._index(len(self.rows) - 1)
        cursor.endEditBlock()
        if is_first:
            # The caret has moved along with what was put in at its place.
            self.setTextCursor(QTextCursor(self.document()))

    def replace_rows(self, rows: Sequence[tuple[int, PaneRow]]) -> None:
        """Put rows in the places of others, by number; the space below them stays."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, row in rows:
            cursor.setPosition(self._block(number).position())
            end = QTextCursor.MoveOperation.EndOfBlock
            cursor.movePosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            self._insert(cursor, row)
            self._forget(number)
            self.rows[number] = row
            self._index(number)
        cursor.endEditBlock()

    def row_height(self, number: int) -> float:
        """The height of a row's own lines in pixels, without the space below."""
        block = self._block(number)
        self.document().documentLayout().blockBoundingRect(block)
        lines = max(1, block.layout().lineCount())
        return lines * self.typography.line_height(self.rows[number].kind)

    def finish_layout(self) -> None:
        """Lay all text out now: Qt puts off what is out of sight, and loses it if edited then."""
        self.document().documentLayout().pageCount()

    def row_top(self, number: int) -> float:
        """Where a row starts, in document pixels."""
        return self.document().documentLayout().blockBoundingRect(self._block(number)).top()

    def set_spaces(self, spaces: Sequence[tuple[int, float]]) -> None:
        """Set the space below rows, given as (row number, pixels)."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, space in spaces:
            block = self._block(number)
            if block.blockFormat().bottomMargin() != space:
                cursor.setPosition(block.position())
                block_format = block.blockFormat()
                block_format.setBottomMargin(space)
                cursor.setBlockFormat(block_format)
        cursor.endEditBlock()

    def first_visible_row(self) -> int:
        """The number of the row at the top of the pane."""
        return self.cursorForPosition(QPoint(MARGIN + 1, 1)).blockNumber()

    def visible_rows(self) -> range:
        """The numbers of the rows at least partly in sight."""
        bottom = self.cursorForPosition(QPoint(MARGIN + 1, self.viewport().height() - 1))
        return range(self.first_visible_row(), min(bottom.blockNumber() + 1, len(self.rows)))

    # -- sentences ----------------------------------------------------------------------

    def spans_of(self, sentence: str) -> list[tuple[int, Span]]:
        """Where a sentence stands: (row number, span in the row's text), mostly one."""
        return self._sentences.get(sentence, [])

    def run_at(self, point: QPoint) -> tuple[int, Run | None]:
        """The row number and run under a viewport point, None where there is no text."""
        content = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        position = self.document().documentLayout().hitTest(content, Qt.HitTestAccuracy.ExactHit)
        if position < 0:
            return -1, None
        block = self.document().findBlock(position)
        offset = from_qt(block.text(), position - block.position())
        for run, span in self.rows[block.blockNumber()].placed():
            if span.start <= offset < span.end:
                return block.blockNumber(), run
        return block.blockNumber(), None

    def selected_spans(self) -> list[tuple[str, Span]]:
        """The selection as (row id, span in the article's row text), one for each row."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        block = self.document().findBlock(start)
        found = []
        while block.isValid() and block.position() < end:
            row = self.rows[block.blockNumber()]
            first, last = self._within(block, start, end)
            span = Span(max(0, first - row.offset), max(0, last - row.offset))
            if span.start < span.end:
                found.append((row.id, span))
            block = block.next()
        return found

    def selected_sentences(self) -> list[str]:
        """The ids of the sentences the selection touches, in order."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        block = self.document().findBlock(start)
        found = []
        while block.isValid() and block.position() < end:
            selected = Span(*self._within(block, start, end))
            placed = self.rows[block.blockNumber()].placed()
            found += [
                run.sentence for run, span in placed if run.sentence and span.overlaps(selected)
            ]
            block = block.next()
        return found

    def drop_selection(self) -> None:
        """Select nothing; the view stays where it is."""
        place = self.verticalScrollBar().value()
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place)

    @staticmethod
    def _within(block: QTextBlock, start: int, end: int) -> tuple[int, int]:
        """The part of ``block`` between two document positions, in its code points."""
        text = block.text()
        first = from_qt(text, max(0, start - block.position()))
        return first, from_qt(text, min(end - block.position(), block.length() - 1))

    def reveal(self, sentence: str) -> None:
        """Scroll so that the sentence is in sight, with some room above; no move if it is."""
        for number, span in self.spans_of(sentence)[:1]:
            self.document().documentLayout().blockBoundingRect(self._block(number))
            rects = line_rects(self._block(number), span)
            if rects:
                self._scroll_to(rects[0].top(), rects[-1].bottom())

    # -- bands --------------------------------------------------------------------------

    def set_layer(self, name: str, bands: dict[int, list[Band]]) -> None:
        """Replace the bands of one layer, given by row number."""
        if self._layers.get(name) != bands:
            self._layers[name] = bands
            self.viewport().update()

    def layer(self, name: str) -> dict[int, list[Band]]:
        """The bands of one layer by row number."""
        return self._layers.get(name, {})

    def drop_layers(self) -> None:
        """Forget all bands, for a new document."""
        self._layers = {}

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bands, then the text over them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scrolled = QPointF(0, self.verticalScrollBar().value())
        for number in self.visible_rows():
            block = self._block(number)
            bands = [band for name in LAYERS for band in self.layer(name).get(number, ())]
            bands += self._buttons(number)
            draw_bands(painter, block, bands, self.typography.theme, scrolled)
        painter.end()
        super().paintEvent(event)

    def _buttons(self, number: int) -> list[Band]:
        placed = self.rows[number].placed()
        return [Band(span, Paint.BUTTON) for run, span in placed if run.kind is RunKind.ACTION]

    # -- events -------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which sentence is pointed at; a hand over what can be clicked."""
        super().mouseMoveEvent(event)
        _, run = self.run_at(event.position().toPoint())
        clickable = run is not None and run.kind in (RunKind.ACTION, RunKind.FAILED)
        shape = Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        self._point(run.sentence if run else "")

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._point("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, to tell a click from a selection."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a sentence or on a button in the text."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        moved = (point - self._pressed_at).manhattanLength() > 3
        if event.button() != Qt.MouseButton.LeftButton or moved or self.textCursor().hasSelection():
            return
        number, run = self.run_at(point)
        if run is not None and run.kind in (RunKind.ACTION, RunKind.FAILED):
            self.action.emit(self.rows[number].id, run.sentence)
        elif run is not None and run.sentence:
            self.clicked.emit(run.sentence)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the window, which knows the actions."""
        _, run = self.run_at(event.pos())
        self.menu_wanted.emit(run.sentence if run else "", event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column readable on wide windows, and say that lines broke anew."""
        self.resizing.emit()
        super().resizeEvent(event)
        self._fit_column()
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and wheel zoom both panes; else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy article text only: no buttons, no "translating"."""
        cursor = self.textCursor()
        mime = QMimeData()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        block = self.document().findBlock(start)
        texts = []
        while block.isValid() and block.position() < end:
            texts.append(self._copyable(block, start, end))
            block = block.next()
        mime.setText("\n\n".join(filter(None, texts)))
        return mime

    def _copyable(self, block: QTextBlock, start: int, end: int) -> str:
        first, last = self._within(block, start, end)
        pieces = [
            (run.kind, run.text[max(0, first - span.start) : max(0, last - span.start)])
            for run, span in self.rows[block.blockNumber()].placed()
            if run.kind not in (RunKind.ACTION, RunKind.WAITING, RunKind.FAILED, RunKind.NOTE)
        ]
        is_gloss = any(kind is RunKind.GLOSS and text for kind, text in pieces)
        text = "".join(text for _, text in pieces).strip()
        return f"{GLOSS_LABEL}{text}" if is_gloss else text

    # -- inside -------------------------------------------------------------------------

    def _point(self, sentence: str) -> None:
        if sentence != self._pointed:
            self._pointed = sentence
            self.pointed.emit(sentence)

    def _block(self, number: int) -> QTextBlock:
        return self.document().findBlockByNumber(number)

    def _insert(self, cursor: QTextCursor, row: PaneRow) -> None:
        for run in row.runs:
            cursor.insertText(
                run.text.translate(_BREAKS), self.typography.char_format(row.kind, run.kind)
            )

    def _index(self, number: int) -> None:
        for run, span in self.rows[number].placed():
            if run.sentence:
                self._sentences.setdefault(run.sentence, []).append((number, span))

    def _forget(self, number: int) -> None:
        for run in self.rows[number].runs:
            self._sentences.pop(run.sentence, None)

    def _scroll_to(self, top: float, bottom: float) -> None:
        bar = self.verticalScrollBar()
        if top < bar.value() or bottom > bar.value() + self.viewport().height():
            bar.setValue(round(top - self.viewport().height() / 4))

    def _fit_column(self) -> None:
        """No line longer than a reader's eye likes: at most 38 em."""
        ems = MAX_COLUMN_EMS * self.typography.font("paragraph").pixelSize() + 2 * MARGIN
        spare = max(0, self.width() - ems)
        self.setViewportMargins(spare // 2, 0, spare // 2, 0)
