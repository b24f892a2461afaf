"""The legend: every sign and colour of the reading view, drawn as there, with what it says."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from reader.model import Colour, Kind, Label, Span
from reader.ui.bands import Band, Paint
from reader.ui.heights import Heights
from reader.ui.pane import Pane
from reader.ui.rows import (
    DRAWN_SIGN,
    GLOSS_BRIEFLY,
    TRANSLATE,
    TRANSLATING,
    PaneRow,
    Run,
    RunKind,
)
from reader.ui.theme import Theme
from reader.ui.typography import Typography
from reader.ui.widgets import button

SIZE = QSize(620, 640)
GAP = 9
"""Pixels between two lines."""
BRIDGE = "The bridge is open."
_HEADINGS = ("English", "Where you are", "Your marks", "Names and values")
Sign = tuple[tuple[Run, ...], str, Paint | Colour | Label | None]
"""A sample, what it says, and what is drawn under the sample's first run."""


class Legend(QDialog):
    """A list of samples in the theme of the window."""

    def __init__(self, theme: Theme, zoom: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Signs and colours"))
        self._heights = Heights()
        self.pane = Pane(self.tr("Signs and colours"), self._heights, {})
        self.pane.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self._typography = Typography("english", theme, zoom)
        close = button(self.tr("Close"), "outline")
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.addWidget(self.pane, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)
        self.resize(SIZE)
        self._show(self._signs())
        self.pane.resized.connect(self._level)

    def _show(self, groups: list[list[Sign]]) -> None:
        """A heading and the signs of each group, a line each."""
        rows: list[PaneRow] = []
        bands: dict[int, list[Band]] = {}
        for heading, signs in zip(_HEADINGS, groups, strict=True):
            rows.append(PaneRow(heading, Kind.HEADING, (Run(self.tr(heading)),)))
            for sample, says, paint in signs:
                if paint is not None:
                    bands[len(rows)] = [Band(Span(0, len(sample[0].text)), paint)]
                said = Run(f"   {says}", RunKind.NOTE)
                rows.append(PaneRow(f"{heading}{len(rows)}", Kind.BODY, (*sample, said)))
        self.pane.show_rows(rows, self._typography)
        self.pane.fill(range(len(rows)))
        self.pane.set_layer("marks", bands)
        self._level()

    def _level(self) -> None:
        heights = [self.pane.row_height(number) + GAP for number in range(len(self.pane.rows))]
        self._heights.reset(heights)
        self.pane.layout_of_rows.tell_heights()

    def _signs(self) -> list[list[Sign]]:
        """The groups of signs, in the order of the headings."""
        return [self._states(), self._places(), self._marks(), self._names()]

    def _states(self) -> list[Sign]:
        says, bridge, space = self.tr, Run(BRIDGE), Run(" ")
        gloss = (Run(GLOSS_BRIEFLY, RunKind.NOTE), Run("bridge open is", RunKind.GLOSS))
        differs = (Run(DRAWN_SIGN, RunKind.TRIANGLE), Run(says("Number differs"), RunKind.FLAG))
        other = (bridge, space, Run(DRAWN_SIGN + "MyMemory", RunKind.ARROW))
        samples = {
            says("not translated yet; press it"): (Run(TRANSLATE, RunKind.ACTION),),
            says("on its way"): (Run(TRANSLATING, RunKind.WAITING),),
            says("translated by the engine you chose, or remembered"): (bridge,),
            says("by another engine, as the first could not"): other,
            says("word by word from the dictionary, no translation"): gloss,
            says("corrected by you"): (bridge, Run(DRAWN_SIGN, RunKind.PENCIL)),
            says("to check: what Hindi and English do not share"): differs,
            says("failed; press it for why"): (Run(says("× Not translated"), RunKind.FAILED),),
        }
        return [(runs, said, None) for said, runs in samples.items()]

    def _places(self) -> list[Sign]:
        says = self.tr
        return [
            _drawn(BRIDGE, says("the sentence you are at, lit in both languages"), Paint.LINKED),
            _drawn(BRIDGE, says("the sentence you point at"), Paint.HOVER),
            _drawn("bridge", says("found"), Paint.FOUND),
            _drawn("bridge", says("found, and where you are"), Paint.FOUND_HERE),
            _drawn("5 million", says("what the check doubts"), Paint.DOUBT),
        ]

    def _marks(self) -> list[Sign]:
        return [_drawn(BRIDGE, self.tr(colour.value), colour) for colour in Colour]

    def _names(self) -> list[Sign]:
        says = self.tr
        return [
            _drawn("Narendra Modi", says("a person"), Label.PERSON),
            _drawn("Delhi", says("a place"), Label.PLACE),
            _drawn("Supreme Court", says("an organisation"), Label.ORGANISATION),
            _drawn("Sunday", says("a date, a number or an amount"), Label.DATE),
        ]


def _drawn(sample: str, says: str, paint: Paint | Colour | Label) -> Sign:
    return (Run(sample),), says, paint
