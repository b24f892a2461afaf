"""A pane of the reading view: a text of rows with bands under it, and what is done on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip

from reader.ui.bands import Band, draw_band, draw_setting, draw_veil, run_bands
from reader.ui.fitted_picture import FittedPicture
from reader.ui.heights import Heights
from reader.ui.links import tip
from reader.ui.row_text import RowText
from reader.ui.rows import Run, RunKind

_VEILED = (RunKind.TEXT, RunKind.GLOSS)
LAYERS = ("linked", "hover", "found", "word", "marks", "entities", "problems")
"""From the lowest to the highest: a lit sentence hides no mark and no underline."""


class Pane(RowText):
    """Shows pane rows, one text block each, and says what is pointed at and clicked.

    Row numbers are those of the rows given to `show_rows`. Bands are kept in named
    layers, drawn in the order of LAYERS.
    """

    pointed = Signal(str)  # sentence id, '' for none
    clicked = Signal(str)  # sentence id
    action = Signal(str, str)  # row id, sentence id or ''
    offer_taken = Signal(object, str, str)  # Offer, row id, id of the sentence it is about
    link_wanted = Signal(str)  # address
    picture_wanted = Signal(str, str)  # row id, address
    menu_wanted = Signal(str, QPoint)  # sentence id, global position
    resizing = Signal()  # lines are about to break anew
    resized = Signal()
    zoom_wanted = Signal(int)  # steps up or down

    def __init__(
        self,
        name: str,
        heights: Heights,
        pictures: Mapping[int, FittedPicture],
    ) -> None:
        """``heights`` of the rows, and ``pictures`` above their text, are by row number."""
        super().__init__(name, heights, pictures)
        self.pictures = pictures
        self._layers: dict[str, dict[int, list[Band]]] = {}
        self._pointed = ""
        self._unveiled: Collection[str] | None = None
        self._pressed_at = QPoint()
        self._doubled = QElapsedTimer()
        self.viewport().setMouseTracking(True)

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

    def veil(self, unveiled: Collection[str] | None) -> None:
        """Cover all sentences but these, given by id; None covers none."""
        if unveiled != self._unveiled:
            self._unveiled = unveiled
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what lies under the text and between its rows, then the text."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        seen = self.visible_rows()
        for number in seen:
            bands = [band for name in LAYERS for band in self.layer(name).get(number, ())]
            bands += run_bands(self.rows[number])
            for band in bands:
                rects = self.rects_of(number, band.span)
                draw_band(painter, rects, band.paint, self.typography_of(number))
        # The line above a row lies in the space below the row before it.
        for number in range(seen.start, min(seen.stop + 1, len(self.rows))):
            self._draw_between(painter, number)
        painter.end()
        super().paintEvent(event)
        if self._unveiled is not None:
            self._draw_veils(self._unveiled)

    def _draw_veils(self, unveiled: Collection[str]) -> None:
        """Cover the English in sight of all sentences but these."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        for number in self.visible_rows():
            for run, span in self.rows[number].placed():
                if run.sentence and run.kind in _VEILED and run.sentence not in unveiled:
                    theme = self.typography_of(number).theme
                    draw_veil(painter, self.rects_of(number, span), theme)
        painter.end()

    def _draw_between(self, painter: QPainter, number: int) -> None:
        """Draw a row's picture and what sets the row apart from the text around it."""
        top = self.row_top(number)
        if picture := self.pictures.get(number):
            corner = QPointF(self.layout_of_rows.margin, top - picture.height)
            painter.drawPixmap(corner, picture.pixmap(self.devicePixelRatioF()))
        left = self.layout_of_rows.margin
        place = QRectF(left, top, self.text_width, self.row_height(number))
        above = number - len(self._typographies)
        kinds = [self.rows[at].kind for at in (above, number) if at >= 0]
        draw_setting(painter, kinds, place, self.typography_of(number))

    # -- events -------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which sentence is pointed at; a hand over what can be clicked."""
        super().mouseMoveEvent(event)
        run = self.run_at(event.position().toPoint())[1]
        hand, beam = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(hand if run and run.is_clickable else beam)
        self._point(run.sentence or run.about if run else "")

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell where a link leads, and where a picture would come from."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), tip(self.run_at(event.pos())[1]), self.viewport())
            return True
        return super().viewportEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._point("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, to tell a click from a selection; the third click takes a sentence."""
        point, before = event.position().toPoint(), self._pressed_at
        self._pressed_at = point
        if self._is_third(point, before):
            number, run = self.run_at(point)
            if run and run.sentence:
                self.select_sentence(run.sentence, number)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the word, and wait for a third click."""
        super().mouseDoubleClickEvent(event)
        self._pressed_at = event.position().toPoint()
        self._doubled.start()

    def _is_third(self, point: QPoint, before: QPoint) -> bool:
        """Whether a press comes soon after a double click and at its place."""
        soon = self._doubled.isValid() and not self._doubled.hasExpired(
            QApplication.doubleClickInterval()
        )
        near = (point - before).manhattanLength() < QApplication.startDragDistance()
        self._doubled.invalidate()
        return soon and near

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a sentence or on a button in the text."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        moved = (point - self._pressed_at).manhattanLength() > 3
        if event.button() != Qt.MouseButton.LeftButton or moved or self.textCursor().hasSelection():
            return
        number, run = self.run_at(point)
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if run is not None:
            self._click(self.rows[number].id, run, follow=held)

    def _click(self, row: str, run: Run, *, follow: bool) -> None:
        """A run was clicked; ``follow`` says that it is the link that was meant."""
        if run.offer:
            self.offer_taken.emit(run.offer, row, run.about)
        elif run.is_clickable and run.address and not run.link:
            self.picture_wanted.emit(row, run.address)
        elif run.kind is RunKind.ACTION:
            self.action.emit(row, run.sentence)
        elif run.link and follow:
            self.link_wanted.emit(run.link)
        elif run.sentence:
            self.clicked.emit(run.sentence)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the window, which knows the actions."""
        run = self.run_under(event.globalPos())
        self.menu_wanted.emit(run.sentence or run.about if run else "", event.globalPos())

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
        else:
            super().wheelEvent(event)

    # -- inside -------------------------------------------------------------------------

    def _point(self, sentence: str) -> None:
        if sentence != self._pointed:
            self._pointed = sentence
            self.pointed.emit(sentence)
