"""How each kind of row is set on each side: face, size, line height, ink and space."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat

from reader.model import Kind
from reader.ui import fonts
from reader.ui.rows import HEAD, RunKind
from reader.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Style:
    """One side's setting of one kind of row.

    ``size`` is in pixels and ``line`` the line height in ems, both before zoom;
    ``ink`` is a theme colour.
    """

    size: float
    line: float
    ink: str
    weight: int = 400
    italic: bool = False


# Line heights leave room for matras above and below: Mukta's own glyphs need 1.4 em.
_HINDI = {
    Kind.TITLE: Style(29, 1.45, "hindi", 600),
    HEAD: Style(14, 1.6, "muted"),
    Kind.LEAD: Style(21, 1.7, "hindi"),
    Kind.ALT: Style(14, 1.6, "muted"),
    Kind.CAPTION: Style(15, 1.65, "muted"),
    Kind.HEADING: Style(22, 1.6, "hindi", 600),
    Kind.WEB_TITLE: Style(14, 1.6, "muted"),
}
_ENGLISH = {
    Kind.TITLE: Style(27, 1.34, "english", 500),
    HEAD: Style(13.5, 1.6, "muted"),
    Kind.LEAD: Style(19, 1.55, "english"),
    Kind.ALT: Style(13.5, 1.6, "muted"),
    Kind.CAPTION: Style(14, 1.6, "muted"),
    Kind.HEADING: Style(20, 1.5, "english", 600),
    Kind.QUOTE: Style(17, 1.6, "english", italic=True),
    Kind.WEB_TITLE: Style(13.5, 1.6, "muted"),
}
_BODY = {"hindi": Style(19, 1.75, "hindi"), "english": Style(17, 1.6, "english")}
_GAPS = {Kind.TITLE: 12.0, HEAD: 18.0, Kind.ALT: 4.0, Kind.HEADING: 10.0}
BODY_GAP = 17.0


class Typography:
    """The settings of one pane (``side`` is hindi or english) at one zoom and theme."""

    def __init__(self, side: str, theme: Theme, zoom: float) -> None:
        self.side = side
        self.theme = theme
        self.zoom = zoom
        self.family = fonts.HINDI if side == "hindi" else fonts.ENGLISH
        self._styles = _HINDI if side == "hindi" else _ENGLISH

    def style(self, kind: Kind | str) -> Style:
        """The style of rows of ``kind``."""
        return self._styles.get(kind, _BODY[self.side])

    def font(self, kind: Kind | str, *, italic: bool = False) -> QFont:
        """The face of rows of ``kind`` at the present zoom."""
        style = self.style(kind)
        italic = italic or style.italic
        return fonts.font(self.family, style.size * self.zoom, style.weight, italic=italic)

    def line_height(self, kind: Kind | str) -> float:
        """The height of one line in pixels."""
        style = self.style(kind)
        return round(style.size * style.line * self.zoom)

    def baseline(self, kind: Kind | str) -> float:
        """How far below the top of a line its baseline is, in pixels.

        Qt puts it at four fifths of a fixed line height (getLineHeightParams in
        qtextdocumentlayout.cpp, and as measured).
        """
        return 0.8 * self.line_height(kind)

    def gap(self, kind: Kind | str) -> float:
        """The least space below a row in pixels, the same on both sides."""
        return _GAPS.get(kind, BODY_GAP) * self.zoom

    def block_format(self, kind: Kind | str) -> QTextBlockFormat:
        """Fixed line height, so that a row's height is its number of lines times that."""
        block = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        block.setLineHeight(self.line_height(kind), fixed)
        block.setBottomMargin(self.gap(kind))
        return block

    def char_format(self, kind: Kind | str, run: RunKind) -> QTextCharFormat:
        """How a run is set: the article's text in its own face, our own words in the window's."""
        text = QTextCharFormat()
        face = fonts.font(fonts.HINDI, 14 * self.zoom) if run in _OUR_WORDS else None
        text.setFont(face or self.font(kind, italic=run is RunKind.GLOSS))
        ink = _RUN_INK.get(run, self.style(kind).ink)
        text.setForeground(self.theme.color(ink))
        return text


_OUR_WORDS = (RunKind.ACTION, RunKind.FAILED, RunKind.WAITING, RunKind.NOTE)
_RUN_INK = {
    RunKind.NOTE: "muted",
    RunKind.GLOSS: "muted",
    RunKind.LABEL: "muted",
    RunKind.WAITING: "muted",
    RunKind.FAILED: "error",
    RunKind.ACTION: "accent",
}
