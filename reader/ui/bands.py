"""What is drawn under the text of a pane: linked sentences, marks, entity underlines, boxes.

Drawn by hand and not as text formats, so that lighting a sentence never lays text out again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock

from reader.model import Colour, Kind, Label, Span
from reader.ui.rows import TABLE, PaneRow, RunKind
from reader.ui.text_positions import span_to_qt
from reader.ui.theme import Theme
from reader.ui.typography import Typography


class Paint(StrEnum):
    """Bands that are neither marks nor entities."""

    LINKED = "linked"
    HOVER = "hover"
    BUTTON = "button"
    LINK = "link"
    TRIANGLE = "triangle"
    PENCIL = "pencil"
    ARROW = "arrow"
    DOUBT = "doubt"
    FOUND = "found"
    FOUND_HERE = "found here"


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
_DRAWN = {
    RunKind.ACTION: Paint.BUTTON,
    RunKind.TRIANGLE: Paint.TRIANGLE,
    RunKind.PENCIL: Paint.PENCIL,
    RunKind.ARROW: Paint.ARROW,
}
SPREAD = 3.0
RADIUS = 4.0
BAR_AT = 12.0
BAR_WIDTH = 3.0
LINK_OPACITY = 0.55
SIGN_SIZE = 11.0
VEIL = 0.3
"""How far inside its line a veiled text is drawn, as a share of the line's height."""


def draw_band(
    painter: QPainter,
    rects: Sequence[QRectF],
    paint: Paint | Colour | Label,
    typography: Typography,
) -> None:
    """Draw what lies under the text of ``rects``, which are in document coordinates."""
    theme = typography.theme
    if isinstance(paint, Label):
        _underline(painter, rects, theme, paint)
    elif isinstance(paint, Colour):
        _mark(painter, rects, theme, paint)
    elif paint is Paint.BUTTON:
        _button(painter, rects, theme)
    elif paint is Paint.LINK:
        _link(painter, rects, theme, typography.link_depth)
    elif paint in _SIGNS:
        _sign(painter, rects[0], paint, typography)
    elif paint is Paint.FOUND_HERE:
        _fill(painter, rects, theme, Paint.FOUND, QPen(theme.color("accent"), 1.6))
    elif paint is Paint.DOUBT:
        _doubt(painter, rects, theme)
    else:
        _fill(painter, rects, theme, paint)


def run_bands(row: PaneRow) -> list[Band]:
    """Boxes round the buttons of a row, lines under its links, and the signs that are drawn."""
    buttons = [Band(s, _DRAWN[run.kind]) for run, s in row.placed() if run.kind in _DRAWN]
    linked = (s for run, s in row.placed() if run.link and run.kind is not RunKind.SIGN)
    return buttons + [Band(span, Paint.LINK) for span in linked]


def draw_setting(
    painter: QPainter, kinds: Sequence[Kind | str], place: QRectF, typography: Typography
) -> None:
    """Draw the bar beside a quotation and the line above a table's row.

    ``kinds`` are those of the row above, if there is one, and the row, which lies at ``place``.
    """
    above, kind = ("", *kinds)[-2:]
    if kind is Kind.QUOTE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(typography.theme.color("line"))
        bar = QRectF(place.left() + 2, place.top() + 3, BAR_WIDTH, place.height() - 6)
        painter.drawRoundedRect(bar, BAR_WIDTH / 2, BAR_WIDTH / 2)
    if kind in TABLE and above in TABLE:
        # Counted from the baseline, which is the same on both sides.
        rise = typography.rise(kind) + typography.gap(above, kind) / 2
        y = round(place.top() + typography.baseline(kind) - rise) + 0.5
        token = "muted" if above is Kind.TABLE_HEAD else "line"
        painter.setPen(QPen(typography.theme.color(token), 1))
        painter.drawLine(QLineF(place.left(), y, place.right(), y))


def draw_veil(painter: QPainter, rects: Sequence[QRectF], theme: Theme) -> None:
    """Cover the text of ``rects``; what is seen in its place is as long as the text."""
    painter.setPen(Qt.PenStyle.NoPen)
    for rect in rects:
        painter.setBrush(theme.color("paper"))
        painter.drawRect(rect.adjusted(-SPREAD - 1, -2, SPREAD + 1, 2))  # and what is under it
        painter.setBrush(theme.color("line"))
        high = VEIL * rect.height()
        painter.drawRoundedRect(rect.adjusted(0, high, 0, -high), RADIUS, RADIUS)


def line_rects(block: QTextBlock, span: Span, text: str = "") -> list[QRectF]:
    """The rectangles ``span`` takes, one a line, in document coordinates.

    ``text`` is the block's, for those who ask often: Qt puts it together for each question.
    """
    start, end = span_to_qt(text or block.text(), span)
    layout = block.layout()
    rects = []
    number = max(0, layout.lineForTextPosition(start).lineNumber())
    while number < layout.lineCount() and layout.lineAt(number).textStart() < end:
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            # From right to left the end lies left of the start.
            left, right = sorted(_x_of(line.cursorToX(at)) for at in (first, last))
            # Without the space at which the line broke.
            right = min(right, line.naturalTextRect().right())
            top = layout.position().y() + line.y()
            left_edge = layout.position().x() + left
            rects.append(QRectF(left_edge, top, right - left, line.height()))
        number += 1
    return rects


def _x_of(answer: object) -> float:
    """PySide gives ``cursorToX`` as (x, position)."""
    return float(answer[0]) if isinstance(answer, tuple) else float(answer)  # type: ignore[arg-type]


def _fill(
    painter: QPainter,
    rects: Sequence[QRectF],
    theme: Theme,
    token: str,
    edge: QPen | Qt.PenStyle = Qt.PenStyle.NoPen,
) -> None:
    painter.setPen(edge)
    painter.setBrush(theme.color(token))
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-SPREAD, -1, SPREAD, 1), RADIUS, RADIUS)


def _mark(painter: QPainter, rects: Sequence[QRectF], theme: Theme, colour: Colour) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.mark(colour))
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-1, 2, 1, -2), 3, 3)
    if rects:
        pen = QPen(theme.color(colour), 3, BAR_PATTERNS[colour], Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        top, bottom = min(r.top() for r in rects), max(r.bottom() for r in rects)
        painter.drawLine(QLineF(BAR_AT, top + 2, BAR_AT, bottom - 2))


def _button(painter: QPainter, rects: Sequence[QRectF], theme: Theme) -> None:
    painter.setPen(QPen(theme.color("line"), 1))
    painter.setBrush(theme.color("paper"))
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)


def _underline(painter: QPainter, rects: Sequence[QRectF], theme: Theme, label: Label) -> None:
    token, style, width = UNDERLINES[label]
    painter.setPen(QPen(theme.color(token), width, style))
    for rect in rects:
        y = round(rect.bottom() - rect.height() * 0.1) + 0.5
        painter.drawLine(QLineF(rect.left(), y, rect.right(), y))


def _link(painter: QPainter, rects: Sequence[QRectF], theme: Theme, depth: float) -> None:
    """A thin line, ``depth`` of the line's height above its foot."""
    color = theme.color("accent")
    color.setAlphaF(LINK_OPACITY)
    painter.setPen(QPen(color, 1))
    for rect in rects:
        y = round(rect.bottom() - rect.height() * depth) + 0.5
        painter.drawLine(QLineF(rect.left(), y, rect.right(), y))


def _sign(painter: QPainter, rect: QRectF, paint: Paint, typography: Typography) -> None:
    """A sign of the height of a capital letter on the line's baseline."""
    size = SIGN_SIZE * typography.zoom
    foot = rect.top() + 0.8 * rect.height()
    painter.save()
    painter.translate(rect.left() + 1, foot - size)
    painter.scale(size / SIGN_SIZE, size / SIGN_SIZE)
    token, lines = _SIGNS[paint]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in lines:
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(typography.theme.color(token), 1.2, Qt.PenStyle.SolidLine, cap, join))
        painter.drawPolyline([QPointF(*point) for point in line])
    painter.restore()


def _doubt(painter: QPainter, rects: Sequence[QRectF], theme: Theme) -> None:
    """Two thin lines, which nothing else has."""
    painter.setPen(QPen(theme.color("warning"), 1))
    for rect in rects:
        y = round(rect.bottom() - rect.height() * 0.12) + 0.5
        painter.drawLine(QLineF(rect.left(), y, rect.right(), y))
        painter.drawLine(QLineF(rect.left(), y + 2, rect.right(), y + 2))


# In a square of SIGN_SIZE, from the upper left.
_SIGNS = {
    Paint.TRIANGLE: (
        "warning",
        (
            ((5.5, 0.8), (10.6, 10.2), (0.4, 10.2), (5.5, 0.8)),
            ((5.5, 4.2), (5.5, 6.8)),
            ((5.5, 8.4), (5.5, 8.5)),
        ),
    ),
    Paint.PENCIL: (
        "muted",
        (
            ((1.0, 10.0), (1.6, 7.6), (7.8, 1.4), (9.6, 3.2), (3.4, 9.4), (1.0, 10.0)),
            ((6.4, 2.8), (8.2, 4.6)),
        ),
    ),
    Paint.ARROW: (
        "muted",
        (((1.2, 1.0), (1.2, 6.8), (8.6, 6.8)), ((6.0, 4.2), (8.6, 6.8), (6.0, 9.4))),
    ),
}
