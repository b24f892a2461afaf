"""How many lines a row takes, told before it is set into a pane."""

from __future__ import annotations

from PySide6.QtGui import QTextLayout, QTextOption

from reader.ui.rows import PaneRow
from reader.ui.setting import text_of
from reader.ui.text_positions import span_to_qt
from reader.ui.typography import Typography


def lines(row: PaneRow, typography: Typography, width: float) -> int:
    """The lines of a row in a column of ``width`` pixels, at least one; not for tables.

    As a pane sets it: `Typography.block_format` gives the indents, `char_format` the faces.
    """
    block = typography.block_format(row)
    layout = QTextLayout(text_of(row), typography.font(row.kind))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # as QTextEdit does
    layout.setTextOption(option)
    layout.setFormats(_formats(row, typography))
    room = width - block.leftMargin()
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(room - block.textIndent())
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
    layout.endLayout()
    return max(1, layout.lineCount())


def _formats(row: PaneRow, typography: Typography) -> list[QTextLayout.FormatRange]:
    """The face of each run, at its place in UTF-16."""
    text = row.text
    formats = []
    for run, span in row.placed():
        start, end = span_to_qt(text, span)
        found = QTextLayout.FormatRange()
        found.start, found.length = start, end - start
        found.format = typography.char_format(row.kind, run)
        formats.append(found)
    return formats
