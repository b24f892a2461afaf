"""How the article is shown: view, size and colours, and the actions that change them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.settings import ZOOM_RANGE
from reader.ui.desk import Desk
from reader.ui.views import View

ZOOM_STEP = 10
"""Per cent by which the text grows or shrinks."""


class Looks(QObject):
    """Carries out the actions on view, zoom and theme."""

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

    def choose_view(self, name: str) -> None:
        """Show the article in the view of that name."""
        self._save(view=View[name.upper()].value)

    def choose_theme(self, name: str) -> None:
        """Use the theme of that name, or the desktop's light or dark ("system")."""
        self._save(theme=name)

    def _zoom_by(self, steps: int) -> None:
        low, high = ZOOM_RANGE
        percent = self._desk.core.settings.zoom + steps * ZOOM_STEP
        self._save(zoom=min(max(percent, low), high))

    def _save(self, **changes: object) -> None:
        self.settings_wanted.emit(replace(self._desk.core.settings, **changes))  # type: ignore[arg-type]
