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
        says, sign, bridge = self.tr, DRAWN_SIGN, Run("The bridge is open.")
        failed, differs = Run(self.tr("× Not translated"), RunKind.FAILED), says("Number differs")
        english: list[Sign] = [
            ((Run(TRANSLATE, RunKind.ACTION),), says("not translated yet; press it"), None),
            ((Run(TRANSLATING, RunKind.WAITING),), says("on its way"), None),
            ((bridge,), says("translated by the engine you chose, or remembered"), None),
            (
                (bridge, Run(" "), Run(sign + "MyMemory", RunKind.ARROW)),
                says("by another engine, as the first could not"),
                None,
            ),
            (
                (Run(GLOSS_BRIEFLY, RunKind.NOTE), Run("bridge open is", RunKind.GLOSS)),
                says("word by word from the dictionary, no translation"),
                None,
            ),
            ((bridge, Run(sign, RunKind.PENCIL)), says("corrected by you"), None),
            (
                (Run(sign, RunKind.TRIANGLE), Run(differs, RunKind.FLAG)),
                says("to check: what Hindi and English do not share"),
                None,
            ),
            ((failed,), says("failed, and why; press it for more"), None),
        ]
        place: list[Sign] = [
            ((bridge,), says("the sentence you are at, lit in both languages"), Paint.LINKED),
            ((bridge,), says("the sentence you point at"), Paint.HOVER),
            ((Run("bridge"),), says("found"), Paint.FOUND),
            ((Run("bridge"),), says("found, and where you are"), Paint.FOUND_HERE),
            ((Run("5 million"),), says("what the check doubts"), Paint.DOUBT),
        ]
        marks: list[Sign] = [((bridge,), says(colour.value), colour) for colour in Colour]
        words = {
            Label.PERSON: ("Narendra Modi", says("a person")),
            Label.PLACE: ("Delhi", says("a place")),
            Label.ORGANISATION: ("Supreme Court", says("an organisation")),
            Label.DATE: ("Sunday", says("a date, a number or an amount")),
        }
        named: list[Sign] = [((Run(text),), said, label) for label, (text, said) in words.items()]
        return [english, place, marks, named]
