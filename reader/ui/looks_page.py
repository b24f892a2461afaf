"""The page of the settings on reading: colours, size of the text, feeds."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.settings import ZOOM_RANGE
from reader.ui.looks import ZOOM_STEP
from reader.ui.setup import Setup, heading, page_column
from reader.ui.type_table import TypeTable
from reader.ui.widgets import button, label


class LooksPage(QWidget):
    """What the View menu and the feeds' page have too, in one place."""

    def __init__(self, setup: Setup) -> None:
        super().__init__()
        self._setup = setup
        self._group = QButtonGroup(self)
        self.themes = {
            name: self._theme(name, words)
            for name, words in {
                "system": self.tr("Theme of the desktop"),
                "light": self.tr("Light"),
                "sepia": self.tr("Sepia"),
                "dark": self.tr("Dark"),
                "contrast": self.tr("High contrast"),
            }.items()
        }
        self.zoom = label()
        self.smaller = button(self.tr("Smaller"), "outline")
        self.smaller.clicked.connect(lambda: self._zoom_by(-ZOOM_STEP))
        self.larger = button(self.tr("Larger"), "outline")
        self.larger.clicked.connect(lambda: self._zoom_by(ZOOM_STEP))
        self.type = TypeTable(setup)
        self.feeds = QCheckBox(self.tr("Check feeds every hour while Setu is open"))
        self.feeds.clicked.connect(lambda on: setup.save(check_feeds=on))
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept."""
        settings = self._setup.settings
        self.themes[settings.theme].setChecked(True)
        self.zoom.setText(f"{settings.zoom} %")
        for each in (self.smaller, self.larger):
            each.setAccessibleDescription(self.tr("Now {} %").format(settings.zoom))
        self.type.refresh()
        self.feeds.setChecked(settings.check_feeds)

    # -- inside -------------------------------------------------------------------------

    def _theme(self, name: str, words: str) -> QRadioButton:
        radio = QRadioButton(words)
        radio.clicked.connect(lambda: self._setup.save(theme=name))
        self._group.addButton(radio)
        return radio

    def _zoom_by(self, percent: int) -> None:
        low, high = ZOOM_RANGE
        self._setup.save(zoom=min(max(self._setup.settings.zoom + percent, low), high))

    def _lay_out(self) -> None:
        column = page_column(self, self.tr("Reading"))
        column.addWidget(heading(self.tr("Colours")))
        self._lay_out_themes(column)
        column.addWidget(heading(self.tr("Size of the text")))
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.smaller, self.zoom, self.larger):
            row.addWidget(widget)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(heading(self.tr("Type")))
        column.addWidget(self.type)
        column.addWidget(heading(self.tr("Feeds")))
        column.addWidget(self.feeds)

    def _lay_out_themes(self, column: QVBoxLayout) -> None:
        """The themes of our own in one line, below that of the desktop."""
        column.addWidget(self.themes["system"])
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, radio in self.themes.items():
            if name != "system":
                row.addWidget(radio)
        row.addStretch(1)
        column.addLayout(row)
