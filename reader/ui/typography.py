"""How each kind of row is set on each side: face, size, line height, ink and space."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from reader.model import Kind
from reader.model import Style as Emphasis
from reader.settings import Settings
from reader.ui import fonts
from reader.ui.rows import HEAD, TABLE, PaneRow, Run, RunKind
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
    Kind.IMAGE: Style(15, 1.65, "muted"),
    Kind.HEADING: Style(22, 1.6, "hindi", 600),
    Kind.TABLE_HEAD: Style(16, 1.7, "hindi", 600),
    Kind.TABLE_ROW: Style(16, 1.7, "hindi"),
    Kind.STAMP: Style(14, 1.75, "muted", 500),
    Kind.WEB_TITLE: Style(14, 1.6, "muted"),
}
_ENGLISH = {
    Kind.TITLE: Style(27, 1.34, "english", 500),
    HEAD: Style(13.5, 1.6, "muted"),
    Kind.LEAD: Style(19, 1.55, "english"),
    Kind.ALT: Style(13.5, 1.6, "muted"),
    Kind.CAPTION: Style(14, 1.6, "muted"),
    Kind.IMAGE: Style(14, 1.6, "muted"),
    Kind.HEADING: Style(20, 1.5, "english", 600),
    Kind.TABLE_HEAD: Style(15, 1.6, "english", 600),
    Kind.TABLE_ROW: Style(15, 1.6, "english"),
    Kind.STAMP: Style(13.5, 1.6, "muted", 500),
    Kind.QUOTE: Style(17, 1.6, "english", italic=True),
    Kind.WEB_TITLE: Style(13.5, 1.6, "muted"),
}
_BODY = {"hindi": Style(19, 1.75, "hindi"), "english": Style(17, 1.6, "english")}
_GAPS = {Kind.TITLE: 12.0, HEAD: 18.0, Kind.ALT: 4.0, Kind.HEADING: 10.0, Kind.STAMP: 2.0}
BODY_GAP = 17.0
BASELINE = 0.8
"""Where the baseline is in a line, as a share of its height: as Qt's own layout has it."""
# What belongs together stands closer: items, the paragraphs of a quotation, a table's rows.
_GROUPS = (((Kind.ITEM,), 7.0), ((Kind.QUOTE,), 10.0), (TABLE, 9.0))
_INDENTS: dict[Kind | str, float] = {Kind.ITEM: 26.0, Kind.QUOTE: 22.0}
BOLD = 600


@dataclass(frozen=True, slots=True)
class Lettering:
    """How the reader wants text set: each pair is for Hindi and English.

    Sizes and line heights are shares of what the styles say; ``column`` is the widest column
    in ems, ``margin`` the space beside the text in pixels.
    """

    families: tuple[str, str] = (fonts.HINDI, fonts.ENGLISH)
    sizes: tuple[float, float] = (1.0, 1.0)
    lines: tuple[float, float] = (1.0, 1.0)
    column: float = 30
    margin: float = 24


def lettering(settings: Settings) -> Lettering:
    """What the settings say of it."""
    return Lettering(
        (settings.hindi_font, settings.english_font),
        (settings.hindi_size / 100, settings.english_size / 100),
        (settings.hindi_line / 100, settings.english_line / 100),
        settings.column,
        settings.margin,
    )


PLAIN = Lettering()


class Typography:
    """The settings of one pane (``side`` is hindi or english) at one zoom and theme."""

    def __init__(self, side: str, theme: Theme, zoom: float, lettering: Lettering = PLAIN) -> None:
        self.side = side
        self.theme = theme
        self.zoom = zoom
        self.lettering = lettering
        which = side == "english"
        self.family = lettering.families[which]
        self._scale, self._line = zoom * lettering.sizes[which], lettering.lines[which]
        self._styles = _HINDI if side == "hindi" else _ENGLISH
        self._formats: dict[tuple[object, ...], QTextCharFormat] = {}
        self._rises: dict[Kind | str, float] = {}

    def style(self, kind: Kind | str) -> Style:
        """The style of rows of ``kind``."""
        return self._styles.get(kind, _BODY[self.side])

    def font(self, kind: Kind | str, *, italic: bool | None = None, bold: bool = False) -> QFont:
        """The face of rows of ``kind`` at the present zoom, by itself as its style says."""
        style = self.style(kind)
        weight = max(style.weight, BOLD) if bold else style.weight
        leaning = style.italic if italic is None else italic
        return fonts.font(self.family, style.size * self._scale, weight, italic=leaning)

    def line_height(self, kind: Kind | str) -> float:
        """The height of one line in pixels."""
        style = self.style(kind)
        return round(style.size * style.line * self._scale * self._line)

    def baseline(self, kind: Kind | str) -> float:
        """How far below the top of a line its baseline is, in pixels."""
        return BASELINE * self.line_height(kind)

    def rise(self, kind: Kind | str) -> float:
        """How far above its first baseline a row starts, in pixels, the same on both sides."""
        if kind not in self._rises:
            sides = ("hindi", "english")
            every = (Typography(s, self.theme, self.zoom, self.lettering) for s in sides)
            self._rises[kind] = max(each.baseline(kind) for each in every)
        return self._rises[kind]

    def drop(self, kind: Kind | str) -> float:
        """How much lower than its row a text starts, in pixels, for baselines to be level."""
        return self.rise(kind) - self.baseline(kind)

    @property
    def column(self) -> float:
        """The widest that a column may be, in pixels."""
        return self.lettering.column * self.font("paragraph").pixelSize()

    @property
    def margin(self) -> float:
        """The space beside the column, in pixels."""
        return self.lettering.margin

    @property
    def link_depth(self) -> float:
        """Where the line under a link lies, as a share of the line height above its foot.

        In Hindi it lies below the matras and the underlines of entities.
        """
        return 0.02 if self.side == "hindi" else 0.08

    def gap(self, kind: Kind | str, following: Kind | str = "") -> float:
        """The least space below a row in pixels, the same on both sides."""
        close = (gap for group, gap in _GROUPS if kind in group and following in group)
        return next(close, _GAPS.get(kind, BODY_GAP)) * self.zoom

    def indent(self, row: PaneRow) -> float:
        """How far a row's text stands in from the column's edge, in pixels."""
        return max(_INDENTS.get(row.kind, 0.0) * self.zoom, self._label_width(row))

    def block_format(self, row: PaneRow) -> QTextBlockFormat:
        """Fixed line height, so that a row's height is its number of lines times that.

        English starts lower by as much as its baseline would else be too high.
        A bullet or number hangs out to the left of its item.
        """
        block = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        block.setLineHeight(self.line_height(row.kind), fixed)
        block.setTopMargin(self.drop(row.kind))
        block.setLeftMargin(self.indent(row))
        block.setTextIndent(-self._label_width(row))
        return block

    def char_format(self, kind: Kind | str, run: Run) -> QTextCharFormat:
        """How a run is set: the article's text in its own face, our own words in the window's."""
        key = (kind, run.kind, run.styles)
        if key not in self._formats:
            text = QTextCharFormat()
            text.setFont(self.run_font(kind, run))
            text.setForeground(self.theme.color(self._ink(kind, run)))
            self._formats[key] = text
        return self._formats[key]

    def _ink(self, kind: Kind | str, run: Run) -> str:
        """The theme colour of a run."""
        if Emphasis.LINK in run.styles:
            return "accent"
        if self.side == "hindi" and Emphasis.ITALIC in run.styles:
            return "english"
        return _RUN_INK.get(run.kind, self.style(kind).ink)

    def run_font(self, kind: Kind | str, run: Run) -> QFont:
        """The face of a run in a row of ``kind``; italics in italics stand upright.

        Mukta has no italics, and slanted by force its matras collide: in Hindi they are set
        in its medium weight and in the ink of the other side.
        """
        if run.kind in _FLAGS:
            return fonts.font(fonts.HINDI, 13 * self.zoom)
        if run.kind in _OUR_WORDS:
            return fonts.font(fonts.HINDI, 14 * self.zoom)
        italic, bold = Emphasis.ITALIC in run.styles, Emphasis.BOLD in run.styles
        if self.side == "english":
            leaning = run.kind is RunKind.GLOSS or italic != self.style(kind).italic
            return self.font(kind, italic=leaning, bold=bold)
        face = self.font(kind, bold=bold)
        if italic and not bold:
            face.setWeight(max(face.weight(), QFont.Weight.Medium))
        return face

    def _label_width(self, row: PaneRow) -> float:
        if not row.label:
            return 0.0
        return QFontMetricsF(self.font(row.kind)).horizontalAdvance(row.label)


_OUR_WORDS = (RunKind.ACTION, RunKind.FAILED, RunKind.WAITING, RunKind.NOTE)
_FLAGS = (RunKind.FLAG, RunKind.TRIANGLE, RunKind.PENCIL, RunKind.ARROW)
_RUN_INK = {
    RunKind.NOTE: "muted",
    RunKind.GLOSS: "muted",
    RunKind.LABEL: "muted",
    RunKind.WAITING: "muted",
    RunKind.FAILED: "error",
    RunKind.FLAG: "warning",
    RunKind.ARROW: "muted",
    RunKind.ACTION: "accent",
}
