"""How large the text is and in which colours: the actions that change it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.settings import ZOOM_RANGE
from reader.ui.desk import Desk

ZOOM_STEP = 10
"""Per cent by which the text grows or shrinks."""


class Looks(QObject):
    """Carries out the actions on zoom and theme."""

    settings_wanted = Signal(object)  # Settings to keep

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.view.zoom_wanted.connect(self._zoom_by)

    def zoom_in(self) -> None:
        """Set the text larger."""
        self._zoom_by(1)

    def zoom_out(self) -> None:
        """Set the text smaller."""
        self._zoom_by(-1)

    def zoom_reset(self) -> None:
        """Set the text in its normal size."""
        self._save(zoom=100)

    def theme_system(self) -> None:
        """Follow the desktop's light or dark."""
        self._save(theme="system")

    def theme_light(self) -> None:
        """Use the light theme."""
        self._save(theme="light")

    def theme_dark(self) -> None:
        """Use the dark theme."""
        self._save(theme="dark")

    def _zoom_by(self, steps: int) -> None:
        low, high = ZOOM_RANGE
        percent = self._desk.core.settings.zoom + steps * ZOOM_STEP
        self._save(zoom=min(max(percent, low), high))

    def _save(self, **changes: object) -> None:
        self.settings_wanted.emit(replace(self._desk.core.settings, **changes))  # type: ignore[arg-type]
