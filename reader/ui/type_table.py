"""The table of the settings in which the reader says how text is set."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSpinBox, QWidget

from reader.settings import ENGLISH_FONTS, HINDI_FONTS, RANGES, Settings
from reader.ui import fonts
from reader.ui.setup import Setup
from reader.ui.widgets import button, label

STEP = 5
SHORT = 8
"""Letters of a typeface that are always to be seen."""
LANGUAGES = ("hindi", "english")
_FONTS = {"hindi_font": HINDI_FONTS, "english_font": ENGLISH_FONTS}


class TypeTable(QWidget):
    """Typeface, size and line height of either language, and the widths of the column."""

    def __init__(self, setup: Setup) -> None:
        super().__init__()
        self._setup = setup
        self.faces = {name: self._face(name, families) for name, families in _FONTS.items()}
        names = [f"{side}_{what}" for side in LANGUAGES for what in ("size", "line")]
        units = dict.fromkeys(names, " %") | {"column": " em", "margin": " px"}
        self.numbers = {name: self._number(name, unit) for name, unit in units.items()}
        self.reset = button(self.tr("As designed"), "outline")
        self.reset.clicked.connect(self._reset)
        self._lay_out()

    def refresh(self) -> None:
        """Show what is kept."""
        settings = self._setup.settings
        for name, box in self.faces.items():
            with QSignalBlocker(box):
                box.setCurrentText(getattr(settings, name))
        for name, spin in self.numbers.items():
            with QSignalBlocker(spin):
                spin.setValue(getattr(settings, name))

    # -- inside -------------------------------------------------------------------------

    def _face(self, name: str, families: tuple[str, ...]) -> QComboBox:
        box = QComboBox()
        # Else the longest name would make the page wider than the smallest window.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(SHORT)
        for family in families:
            box.addItem(family)
            box.setItemData(box.count() - 1, fonts.font(family, 15), Qt.ItemDataRole.FontRole)
        box.currentTextChanged.connect(lambda text: self._setup.save(**{name: text}))
        return box

    def _number(self, name: str, unit: str) -> QSpinBox:
        spin = QSpinBox()
        spin.setRange(*RANGES[name])
        spin.setSingleStep(STEP)
        spin.setSuffix(unit)
        spin.setKeyboardTracking(False)
        spin.valueChanged.connect(lambda value: self._setup.save(**{name: value}))
        return spin

    def _reset(self) -> None:
        plain = Settings()
        self._setup.save(**{name: getattr(plain, name) for name in (*self.faces, *self.numbers)})
        self.refresh()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for column, text in enumerate((self.tr("Hindi"), self.tr("English")), 1):
            grid.addWidget(label(text, "muted"), 0, column)
        put = partial(self._put, grid)
        put(1, self.tr("Typeface"), *(self.faces[f"{side}_font"] for side in LANGUAGES))
        put(2, self.tr("Size"), *(self.numbers[f"{side}_size"] for side in LANGUAGES))
        put(3, self.tr("Line height"), *(self.numbers[f"{side}_line"] for side in LANGUAGES))
        put(4, self.tr("Widest column"), self.numbers["column"])
        put(5, self.tr("Margin"), self.numbers["margin"])
        grid.addWidget(self.reset, 6, 1)
        grid.setColumnStretch(3, 1)

    def _put(self, grid: QGridLayout, row: int, text: str, *widgets: QWidget) -> None:
        """A line of the table; a screen reader hears the language as well."""
        said = QLabel(text)
        grid.addWidget(said, row, 0)
        languages = (self.tr("Hindi"), self.tr("English"))
        for column, widget in enumerate(widgets, 1):
            of = f", {languages[column - 1]}" if len(widgets) > 1 else ""
            widget.setAccessibleName(text + of)
            grid.addWidget(widget, row, column)
