"""Two versions of an article set side by side, change by change, without holding the window."""

from __future__ import annotations

import difflib
from collections import deque
from collections.abc import Collection, Sequence
from time import perf_counter

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from reader.model import Change, ChangeKind, Document, Sentence
from reader.ui import fonts
from reader.ui.theme import Theme

NAMES = {
    ChangeKind.ADDED: "New",
    ChangeKind.REMOVED: "Taken out",
    ChangeKind.CHANGED: "Changed",
}
NO_ENGLISH = "not translated"
SLICE = 0.006
"""Seconds of setting text in one turn of the event loop."""
LINE_HEIGHT = 150
PADDING = 8
Words = list[tuple[str, bool]]
"""Stretches of text, and whether each is lit."""


class Comparison(QTextBrowser):
    """Each change is a little table of its own, so that setting one lays out no other.

    Changes are set in slices, and so is the English that comes later.
    """

    set_anew = Signal()  # some English has been set

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.document().setUndoRedoEnabled(False)
        self._theme, self._zoom = theme, 1.0
        self._changes: Sequence[Change] = ()
        self._tables: list[QTextTable] = []
        self._numbers: dict[str, int] = {}  # of changes, by the id of the sentence after it
        self._stale: deque[int] = deque()
        self._place = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._work_a_slice)

    @property
    def pending(self) -> bool:
        """Whether changes, or English that has come, are still to be set."""
        return len(self._tables) < len(self._changes) or bool(self._stale)

    def show_changes(self, old: Document, new: Document, changes: Sequence[Change]) -> None:
        """Compare two versions; their units are the English shown. The first come at once."""
        self._old: Document = old
        self._new: Document = new
        if changes is self._changes:
            return
        self._changes = changes
        self._numbers = {c.after.id: n for n, c in enumerate(changes) if c.after}
        self._place = 0
        self._start()

    def restyle(self, theme: Theme, zoom: float) -> None:
        """Set everything anew in another theme or size; the place is kept."""
        self._theme, self._zoom = theme, zoom
        self._place = self.verticalScrollBar().value()
        self._start()

    def update_english(self, new: Document, sentences: Collection[str]) -> None:
        """English of these sentences, by id, has come for the newer version."""
        self._new = new
        numbers = {self._numbers[name] for name in sentences if name in self._numbers}
        self._stale.extend(sorted(numbers.difference(self._stale)))
        if self.pending:
            self._timer.start()

    def _start(self) -> None:
        self.clear()
        self._tables.clear()
        self._stale.clear()
        if self._changes:
            self._head()
            # The caret has moved along with what was put in at its place.
            self.setTextCursor(QTextCursor(self.document()))
            self._timer.start()
            self._work_a_slice()

    def _work_a_slice(self) -> None:
        deadline = perf_counter() + SLICE
        while self.pending and perf_counter() < deadline:
            if self._stale:
                self._set_english(self._stale.popleft())
            else:
                self._append(self._changes[len(self._tables)])
        if self._place:
            self._return()
        if not self.pending:
            self._timer.stop()
            self.set_anew.emit()

    def _return(self) -> None:
        """Go back to the place that was read, once there is text enough for that."""
        bar = self.verticalScrollBar()
        if bar.maximum() >= self._place or not self.pending:
            bar.setValue(self._place)
            self._place = 0

    # -- setting ------------------------------------------------------------------------

    def _head(self) -> None:
        table = self._table(1)
        for column, name in enumerate((self.tr("Before"), self.tr("Now"))):
            cursor = table.cellAt(0, column).firstCursorPosition()
            cursor.insertText(name, self._style(fonts.HINDI, 14, self._theme.muted))

    def _append(self, change: Change) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        table = self._table(2)
        name = table.cellAt(0, 0).firstCursorPosition()
        name.insertText(NAMES[change.kind], self._style(fonts.HINDI, 14, self._theme.accent))
        for column in (0, 1):
            table.cellAt(0, column).setFormat(_below_a_line(self._theme.line))
        before, after = _compared(change)
        self._set(table.cellAt(1, 0), before, change.before, self._old)
        self._set(table.cellAt(1, 1), after, change.after, self._new)
        cursor.endEditBlock()
        self._tables.append(table)

    def _table(self, rows: int) -> QTextTable:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        return cursor.insertTable(rows, 2, _halves())

    def _set(
        self, cell: QTextTableCell, words: Words, sentence: Sentence | None, document: Document
    ) -> None:
        """Set a sentence and below it its English, the words that differ lit."""
        if sentence is None:
            return
        cursor = cell.firstCursorPosition()
        cursor.setBlockFormat(_lines())
        for text, is_lit in words:
            cursor.insertText(text, self._words(is_lit=is_lit))
        cursor.insertBlock(_lines())
        cursor.insertText(*self._english_of(sentence, document))

    def _set_english(self, number: int) -> None:
        """Set the English of a change's newer side anew, if the change is set already."""
        sentence = self._changes[number].after
        if number >= len(self._tables) or sentence is None:
            return
        cursor = self._tables[number].cellAt(1, 1).lastCursorPosition()
        text, style = self._english_of(sentence, self._new)
        if cursor.block().text() != text:
            start = QTextCursor.MoveOperation.StartOfBlock
            cursor.movePosition(start, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(text, style)

    def _english_of(self, sentence: Sentence, document: Document) -> tuple[str, QTextCharFormat]:
        text = document.english_of(sentence)
        color = self._theme.english if text else self._theme.muted
        return text or NO_ENGLISH, self._style(fonts.ENGLISH, 16, color)

    def _words(self, *, is_lit: bool) -> QTextCharFormat:
        style = self._style(fonts.HINDI, 18, self._theme.hindi)
        if is_lit:
            style.setBackground(self._theme.color("linked"))
        return style

    def _style(self, family: str, pixels: int, color: str) -> QTextCharFormat:
        """A face at ``pixels`` height in normal size."""
        style = QTextCharFormat()
        style.setFont(fonts.font(family, pixels * self._zoom))
        style.setForeground(QColor(color))
        return style


def _compared(change: Change) -> tuple[Words, Words]:
    """Both Hindi texts in stretches; in a changed sentence the words that differ are lit."""
    before = change.before.text.split() if change.before else []
    after = change.after.text.split() if change.after else []
    if change.kind is not ChangeKind.CHANGED:
        return [(" ".join(before), False)], [(" ".join(after), False)]
    matcher = difflib.SequenceMatcher(a=before, b=after, autojunk=False)
    one, other = [], []
    for tag, i, j, k, m in matcher.get_opcodes():
        one.append((" ".join(before[i:j]), tag != "equal"))
        other.append((" ".join(after[k:m]), tag != "equal"))
    return _spaced(one), _spaced(other)


def _spaced(words: Words) -> Words:
    """The stretches that hold words, with spaces between them."""
    found = [stretch for stretch in words if stretch[0]]
    parted = [part for stretch in found for part in ((" ", False), stretch)]
    return parted[1:]


def _halves() -> QTextTableFormat:
    shape = QTextTableFormat()
    shape.setBorder(0)
    shape.setCellPadding(PADDING)
    shape.setCellSpacing(0)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, 50)] * 2)
    return shape


def _below_a_line(color: str) -> QTextTableCellFormat:
    cell = QTextTableCellFormat()
    cell.setTopBorder(1)
    cell.setTopBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    cell.setTopBorderBrush(QColor(color))
    return cell


def _lines() -> QTextBlockFormat:
    lines = QTextBlockFormat()
    lines.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    lines.setTopMargin(2)
    lines.setBottomMargin(2)
    return lines
