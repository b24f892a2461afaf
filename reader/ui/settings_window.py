"""The settings window: a list of pages, and the page chosen in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import cast

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
from reader.ui.backlog import Backlog
from reader.ui.core import Core
from reader.ui.engines_page import EnginesPage
from reader.ui.errands import Errands
from reader.ui.looks_page import LooksPage
from reader.ui.model_page import ModelPage
from reader.ui.note import Note
from reader.ui.privacy_page import PrivacyPage
from reader.ui.setup import Scrolling, Setup
from reader.ui.widgets import button

SIZE, SMALLEST = QSize(820, 640), QSize(590, 400)
LIST_WIDTH = 150


class SettingsWindow(QDialog):
    """Every change is kept at once, and ``changed`` tells of it. It stands beside the window.

    Its pages are made when they are first wanted.
    """

    changed = Signal()
    lock_wanted = Signal(bool)  # Stay offline

    def __init__(self, core: Core, errands: Errands, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._core = core
        self._setup = Setup(core, errands, self._save)
        self.note = Note()
        self._backlog = Backlog(self)
        self._areas = [
            Scrolling(self.tr("Translation"), self._make_engines, self),
            Scrolling(self.tr("Offline model"), self._make_model, self),
            Scrolling(self.tr("Privacy"), self._make_privacy, self),
            Scrolling(self.tr("Reading"), partial(LooksPage, self._setup), self),
        ]
        self._lay_out()
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE.boundedTo(parent.size()))

    def refresh(self) -> None:
        """Show the settings as they are now."""
        for area in self._areas:
            if isinstance(area.made, EnginesPage | ModelPage | PrivacyPage | LooksPage):
                area.made.refresh()

    def show_page(self, page: QWidget) -> None:
        """Go to one of the pages."""
        made = [area.made for area in self._areas]
        self.list.setCurrentRow(made.index(page))

    @property
    def engines(self) -> EnginesPage:
        """The page on translation."""
        return cast("EnginesPage", self._areas[0].page)

    @property
    def model(self) -> ModelPage:
        """The page on the offline model."""
        return cast("ModelPage", self._areas[1].page)

    @property
    def privacy(self) -> PrivacyPage:
        """The page on privacy."""
        return cast("PrivacyPage", self._areas[2].page)

    @property
    def looks(self) -> LooksPage:
        """The page on reading."""
        return cast("LooksPage", self._areas[3].page)

    def later(self, do: Callable[[], None]) -> None:
        """Do something once the page that is shown has been made."""
        self._backlog.add(do)

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

    def _make_engines(self) -> QWidget:
        page = EnginesPage(self._setup)
        page.model_wanted.connect(lambda: self.show_page(self.model))
        return page

    def _make_model(self) -> QWidget:
        page = ModelPage(self._setup)
        page.changed.connect(self.changed)
        return page

    def _make_privacy(self) -> QWidget:
        page = PrivacyPage(self._setup)
        page.lock_wanted.connect(self.lock_wanted)
        return page

    def _turn_to(self, number: int) -> None:
        """Show a page; where it is not made yet, a step of that in each turn of the event loop."""
        self._stack.setCurrentIndex(number)
        for step in self._areas[number].steps():
            self._backlog.add(step)

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
        self.list.addItems([area.title for area in self._areas])
        self._stack = QStackedWidget(self)
        for area in self._areas:
            self._stack.addWidget(area)
        self.list.currentRowChanged.connect(self._turn_to)
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
        body.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addLayout(foot)
