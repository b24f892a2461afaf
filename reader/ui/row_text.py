"""A read-only text of rows, one block each: what stands where, and what of it is selected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from reader.model import Span
from reader.ui import selection
from reader.ui.bands import line_rects
from reader.ui.fitted_picture import FittedPicture
from reader.ui.heights import Heights
from reader.ui.row_layout import RowLayout
from reader.ui.rows import PaneRow, Run
from reader.ui.setting import Setting
from reader.ui.text_positions import from_qt, span_to_qt
from reader.ui.typography import Typography


class RowText(QTextEdit):
    """Rows by number, each in a block of its own, and the sentences in them."""

    def __init__(
        self,
        name: str,
        heights: Heights,
        pictures: Mapping[int, FittedPicture],
    ) -> None:
        """``heights`` of the rows, and ``pictures`` above their text, are by row number."""
        super().__init__()
        self._typographies: Sequence[Typography] = ()
        self.rows: list[PaneRow] = []
        self._settings: list[Setting] = []
        self._blank: set[int] = set()
        self._sentences: dict[str, list[tuple[int, Span]]] = {}
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
        self.layout_of_rows = RowLayout(self.document(), heights, pictures)
        self.document().setDocumentLayout(self.layout_of_rows)

    # -- rows ---------------------------------------------------------------------------

    def show_rows(self, rows: Iterable[PaneRow], *typographies: Typography) -> None:
        """Put a blank block for each of the rows, in the place of all there is.

        The rows are set in the ``typographies`` by turns. Layers and pictures stay. A row's
        text is put in by `fill`.
        """
        self._typographies, self.rows, self._sentences = typographies, list(rows), {}
        self._settings = [Setting()] * len(self.rows)
        self._blank = set(range(len(self.rows)))
        self.setPlainText("\n" * (len(self.rows) - 1))
        self._fit_column()

    def fill(self, numbers: Iterable[int]) -> None:
        """Put in the text of rows, given by number, as far as they are blank."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number in self._blank.intersection(numbers):
            cursor.setPosition(self._block(number).position())
            typography = self.typography_of(number)
            cursor.setBlockFormat(typography.block_format(self.rows[number]))
            Setting().insert(cursor, self.rows[number], typography)
            self._index(number)
            self._blank.remove(number)
        cursor.endEditBlock()

    def is_blank(self, number: int) -> bool:
        """Whether a row's text is still to be put in."""
        return number in self._blank

    def replace_rows(self, rows: Iterable[tuple[int, PaneRow]]) -> None:
        """Put rows in the places of others, given by number; blank ones stay blank."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, row in rows:
            self._forget(number)
            self.rows[number] = row
            if number not in self._blank:
                self._index(number)
                self._set(cursor, number, Setting())
        cursor.endEditBlock()

    def set_settings(self, settings: Iterable[tuple[int, Setting]]) -> None:
        """Set tables' rows, given by number, in columns or one cell below the other."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, setting in settings:
            cursor.setPosition(self._block(number).position())
            block_format = setting.shaped(cursor.blockFormat())
            if block_format != cursor.blockFormat():
                cursor.setBlockFormat(block_format)
            if setting.parts != self._settings[number].parts:
                self._set(cursor, number, setting)
        cursor.endEditBlock()

    def typography_of(self, number: int) -> Typography:
        """What a row, given by number, is set in."""
        return self._typographies[number % len(self._typographies)]

    def rects_of(self, number: int, span: Span) -> list[QRectF]:
        """The rectangles that a span of a row's text takes, in document coordinates."""
        block = self._block(number)
        self.layout_of_rows.blockBoundingRect(block)
        text, places = block.text(), self._settings[number].in_block(span)
        return [rect for place in places for rect in line_rects(block, place, text)]

    def foot_of(self, number: int, span: Span) -> QPoint:
        """The place below a span of a row's text, in global coordinates."""
        foot = self.rects_of(number, span)[-1].bottomLeft().toPoint()
        return self.viewport().mapToGlobal(foot - QPoint(0, self.verticalScrollBar().value()))

    def row_height(self, number: int) -> float:
        """The height of a row's own lines in pixels, without the space round them."""
        lines = self.layout_of_rows.lines(self._block(number))
        return lines * self.typography_of(number).line_height(self.rows[number].kind)

    @property
    def text_width(self) -> float:
        """The width of the column in pixels."""
        return self.layout_of_rows.text_width

    def row_top(self, number: int) -> float:
        """Where a row's text starts, in document pixels."""
        return self.layout_of_rows.blockBoundingRect(self._block(number)).top()

    def first_visible_row(self) -> int:
        """The number of the row at the top of the pane."""
        return self.layout_of_rows.row_at(self.verticalScrollBar().value() + 1)

    def visible_rows(self) -> range:
        """The numbers of the rows at least partly in sight."""
        bottom = self.verticalScrollBar().value() + self.viewport().height() - 1
        last = self.layout_of_rows.row_at(bottom)
        return range(self.first_visible_row(), min(last + 1, len(self.rows)))

    # -- sentences ----------------------------------------------------------------------

    def spans_of(self, sentence: str) -> list[tuple[int, Span]]:
        """Where a sentence stands: (row number, span in the row's text), mostly one."""
        return self._sentences.get(sentence, [])

    def run_at(self, point: QPoint) -> tuple[int, Run | None]:
        """The row number and run under a viewport point, None where there is no text."""
        content = QPointF(point + QPoint(0, self.verticalScrollBar().value()))
        position = self.layout_of_rows.hitTest(content, Qt.HitTestAccuracy.ExactHit)
        if position < 0:
            return -1, None
        block = self.document().findBlock(position)
        number, place = block.blockNumber(), from_qt(block.text(), position - block.position())
        for at in self._settings[number].in_row(Span(place, place + 1)):
            return number, self.rows[number].run_at(at.start)
        return number, None

    def run_under(self, place: QPoint) -> Run | None:
        """The run at a global place, None where there is no text of this pane."""
        point = self.viewport().mapFromGlobal(place)
        return self.run_at(point)[1] if self.viewport().rect().contains(point) else None

    def selected_hindi(self) -> list[tuple[str, Span]]:
        """The selected Hindi as (row id, span in the article's row text), mostly one a row."""
        return list(selection.article_spans(self._selected("hindi")))

    def selected_sentences(self) -> list[str]:
        """The ids of the sentences the selection touches, in order."""
        return selection.sentences(self._selected())

    def drop_selection(self) -> None:
        """Select nothing; the view stays where it is."""
        place = self.verticalScrollBar().value()
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place)

    def reveal(self, sentence: str) -> None:
        """Scroll so that the sentence is in sight, with some room above; no move if it is."""
        for number, span in self.spans_of(sentence)[:1]:
            self.reveal_span(number, span)

    def reveal_span(self, number: int, span: Span) -> None:
        """Scroll so that a span of a row's text is in sight, with some room above."""
        if rects := self.rects_of(number, span):
            self._scroll_to(min(r.top() for r in rects), max(r.bottom() for r in rects))

    def select_sentence(self, sentence: str, number: int) -> None:
        """Select what of a sentence stands in a row, given by number."""
        block = self._block(number)
        for where, span in self.spans_of(sentence):
            if where == number:
                spans = self._settings[number].in_block(span)
                start, end = span_to_qt(block.text(), Span(spans[0].start, spans[-1].end))
                cursor = self.textCursor()
                cursor.setPosition(block.position() + start)
                cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
                self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy article text only, plain and as HTML."""
        mime = QMimeData()
        plain, markup = selection.copied(self._selected())
        mime.setText(plain)
        mime.setHtml(markup)
        return mime

    # -- inside -------------------------------------------------------------------------

    def _block(self, number: int) -> QTextBlock:
        return self.document().findBlockByNumber(number)

    def _selected(self, side: str = "") -> list[selection.Selected]:
        found = selection.selected(self.textCursor(), self.rows, self._settings)
        return [each for n, each in found if side in ("", self.typography_of(n).side)]

    def _set(self, cursor: QTextCursor, number: int, setting: Setting) -> None:
        """Put a row's text into its block in place of what is there."""
        cursor.setPosition(self._block(number).position())
        end = QTextCursor.MoveOperation.EndOfBlock
        cursor.movePosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        setting.insert(cursor, self.rows[number], self.typography_of(number))
        self._settings[number] = setting

    def _index(self, number: int) -> None:
        for sentence, span in self.rows[number].sentences():
            self._sentences.setdefault(sentence, []).append((number, span))

    def _forget(self, number: int) -> None:
        for run in self.rows[number].runs:
            self._sentences.pop(run.sentence, None)

    def _scroll_to(self, top: float, bottom: float) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value() or bottom > bar.value() + height:
            bar.setValue(round(top - max(0.0, min(height / 4, height - (bottom - top)))))

    def _fit_column(self) -> None:
        """No line longer than a reader's eye likes, the column in the middle."""
        margin = max((each.margin for each in self._typographies), default=0.0)
        column = max((each.column for each in self._typographies), default=0.0)
        self.layout_of_rows.margin = margin
        spare = max(0, self.width() - round(column + 2 * margin))
        self.setViewportMargins(spare // 2, 0, spare // 2, 0)
        # While the pane is only about to be shown, Qt does not tell the text of the margins.
        width = float(self.viewport().width())
        if self.document().pageSize().width() != width:
            self.document().setPageSize(QSizeF(width, -1.0))
