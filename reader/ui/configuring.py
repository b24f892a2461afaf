"""Opens the settings window, and keeps it and the main window in step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.desk import Desk
from reader.ui.translating import Translating

if TYPE_CHECKING:
    from reader.ui.settings_window import SettingsWindow


class Configuring(QObject):
    """Carries out the action that opens the settings; the window is made when first wanted."""

    def __init__(self, desk: Desk, translating: Translating) -> None:
        """``translating`` tells the window what was changed here, and leads here itself."""
        super().__init__(desk.window)
        self._desk = desk
        self._translating = translating
        translating.settings_wanted.connect(self.show_engine)
        self._window: SettingsWindow | None = None

    def show_settings(self) -> None:
        """Open the settings where they were last."""
        window = self.window
        window.refresh()
        window.show()
        window.raise_()
        window.activateWindow()

    def show_engine(self, name: str) -> None:
        """Open the settings where an engine is set up."""
        self.show_settings()
        self.window.later(partial(self.window.show_engine, name))

    def refresh(self) -> None:
        """The settings have changed: show them as they are, if they are shown."""
        if self._window and self._window.isVisible():
            self._window.refresh()

    @property
    def window(self) -> SettingsWindow:
        """The settings window."""
        if self._window is None:
            from reader.ui.settings_window import SettingsWindow

            desk = self._desk
            self._window = SettingsWindow(desk.core, desk.session.errands, desk.window)
            self._window.changed.connect(self._translating.chosen)
            self._window.lock_wanted.connect(self._translating.stay_offline)
        return self._window
