"""What is drawn under the text of a pane: linked sentences, marks, entity underlines, boxes.

Drawn by hand and not as text formats, so that lighting a sentence never lays text out again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock

from reader.model import Colour, Label, Span
from reader.ui.text_positions import span_to_qt
from reader.ui.theme import Theme


class Paint(StrEnum):
    """Bands that are neither marks nor entities."""

    LINKED = "linked"
    HOVER = "hover"
    BUTTON = "button"


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of one row's text and how it is drawn: a Paint, a mark Colour or a Label."""

    span: Span
    paint: Paint | Colour | Label


BandsByRow = dict[int, list[Band]]

UNDERLINES = {
    Label.PERSON: ("person", Qt.PenStyle.SolidLine, 1.2),
    Label.PLACE: ("place", Qt.PenStyle.DotLine, 1.4),
    Label.ORGANISATION: ("organisation", Qt.PenStyle.DashLine, 1.2),
    Label.DATE: ("value", Qt.PenStyle.SolidLine, 0.7),
    Label.NUMBER: ("value", Qt.PenStyle.SolidLine, 0.7),
    Label.MONEY: ("value", Qt.PenStyle.SolidLine, 0.7),
}
# Each mark has a bar of its own pattern, so that colour is never the only difference.
BAR_PATTERNS = {
    Colour.AMBER: Qt.PenStyle.SolidLine,
    Colour.MINT: Qt.PenStyle.DashLine,
    Colour.SKY: Qt.PenStyle.DotLine,
    Colour.ROSE: Qt.PenStyle.DashDotLine,
}
SPREAD = 3.0
RADIUS = 4.0
BAR_AT = 12.0


def draw_bands(
    painter: QPainter, block: QTextBlock, bands: Iterable[Band], theme: Theme, scrolled: QPointF
) -> None:
    """Draw ``bands`` under the text of ``block``; ``scrolled`` is the document's offset."""
    for band in bands:
        rects = [r.translated(-scrolled) for r in line_rects(block, band.span)]
        if isinstance(band.paint, Label):
            _underline(painter, rects, theme, band.paint)
        elif isinstance(band.paint, Colour):
            _mark(painter, rects, theme, band.paint)
        elif band.paint is Paint.BUTTON:
            _button(painter, rects, theme)
        else:
            _fill(painter, rects, theme, band.paint)


def line_rects(block: QTextBlock, span: Span) -> list[QRectF]:
    """The rectangles ``span`` takes, one a line, in document coordinates."""
    start, end = span_to_qt(block.text(), span)
    layout = block.layout()
    rects = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        left, right = _x_of(line.cursorToX(first)), _x_of(line.cursorToX(last))
        top = layout.position().y() + line.y()
        rects.append(QRectF(layout.position().x() + left, top, right - left, line.height()))
    return rects


def _x_of(answer: object) -> float:
    """PySide gives ``cursorToX`` as (x, position)."""
    return float(answer[0]) if isinstance(answer, tuple) else float(answer)  # type: ignore[arg-type]


def _fill(painter: QPainter, rects: list[QRectF], theme: Theme, token: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(token))
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-SPREAD, -1, SPREAD, 1), RADIUS, RADIUS)


def _mark(painter: QPainter, rects: list[QRectF], theme: Theme, colour: Colour) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.mark(colour))
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-1, 2, 1, -2), 3, 3)
    if rects:
        pen = QPen(theme.color(colour), 3, BAR_PATTERNS[colour], Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QLineF(BAR_AT, rects[0].top() + 2, BAR_AT, rects[-1].bottom() - 2))


def _button(painter: QPainter, rects: list[QRectF], theme: Theme) -> None:
    painter.setPen(QPen(theme.color("line"), 1))
    painter.setBrush(theme.color("paper"))
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)


def _underline(painter: QPainter, rects: list[QRectF], theme: Theme, label: Label) -> None:
    token, style, width = UNDERLINES[label]
    painter.setPen(QPen(theme.color(token), width, style))
    for rect in rects:
        y = round(rect.bottom() - rect.height() * 0.1) + 0.5
        painter.drawLine(QLineF(rect.left(), y, rect.right(), y))
