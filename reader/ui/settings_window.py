"""The settings window: a list of pages, and the page chosen in it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.translation.engines.firefox import FirefoxEngine
from reader.ui.core import Core
from reader.ui.engines_page import EnginesPage
from reader.ui.errands import Errands
from reader.ui.looks_page import LooksPage
from reader.ui.model_page import ModelPage
from reader.ui.note import Note
from reader.ui.privacy_page import PrivacyPage
from reader.ui.setup import Setup, scrolling
from reader.ui.widgets import button

SIZE, SMALLEST = QSize(820, 640), QSize(480, 360)
LIST_WIDTH = 150


class SettingsWindow(QDialog):
    """Every change is kept at once, and ``changed`` tells of it. It stands beside the window."""

    changed = Signal()
    lock_wanted = Signal(bool)  # Stay offline

    def __init__(self, core: Core, errands: Errands, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._core = core
        setup = Setup(core, errands, self._save)
        self.engines = EnginesPage(setup)
        self.model = ModelPage(setup)
        self.privacy = PrivacyPage(setup)
        self.looks = LooksPage(setup)
        self.engines.model_wanted.connect(lambda: self.show_page(self.model))
        self.model.changed.connect(self.changed)
        self.privacy.lock_wanted.connect(self.lock_wanted)
        self.note = Note()
        self._pages = {
            self.tr("Translation"): self.engines,
            self.tr("Offline model"): self.model,
            self.tr("Privacy"): self.privacy,
            self.tr("Reading"): self.looks,
        }
        self._lay_out()
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE.boundedTo(parent.size()))

    def refresh(self) -> None:
        """Show the settings as they are now."""
        for page in (self.engines, self.model, self.privacy, self.looks):
            page.refresh()

    def show_page(self, page: QWidget) -> None:
        """Go to one of the pages."""
        self.list.setCurrentRow(list(self._pages.values()).index(page))

    def show_engine(self, name: str) -> None:
        """Go to where an engine is set up; '' is none in particular."""
        if name == FirefoxEngine.name:
            self.show_page(self.model)
            self.model.setFocus()
        else:
            self.show_page(self.engines)
            self.engines.show_engine(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button that has the keyboard, and no other."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focused := self.focusWidget(), QAbstractButton):
            focused.click()

    # -- inside -------------------------------------------------------------------------

    def _save(self, **changes: object) -> None:
        settings = replace(self._core.settings, **changes)  # type: ignore[arg-type]
        try:
            self._core.save_settings(settings)
        except OSError as error:
            text = self.tr("The settings could not be saved: {}. They hold until Setu is closed.")
            self.note.tell(text.format(error.strerror), "warning")
        else:
            self.note.tell("")
        self.changed.emit()

    def _lay_out(self) -> None:
        self.list = QListWidget(self)
        self.list.setObjectName("pages")
        self.list.setAccessibleName(self.tr("Pages of the settings"))
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.ensurePolished()  # Else its lines get less room than the style sheet says.
        self.list.addItems(list(self._pages))
        stack = QStackedWidget(self)
        for page in self._pages.values():
            stack.addWidget(scrolling(page, stack))
        self.list.currentRowChanged.connect(stack.setCurrentIndex)
        self.list.setCurrentRow(0)
        close = button(self.tr("Close"), "outline")
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 12, 6)
        foot.addWidget(self.note, 1)
        foot.addStretch(0)
        foot.addWidget(close)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.list)
        body.addWidget(stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addLayout(foot)
