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

    def view_side(self) -> None:
        """Show English beside the Hindi."""
        self._save(view=View.SIDE.value)

    def view_stacked(self) -> None:
        """Show English in the lower half."""
        self._save(view=View.STACKED.value)

    def view_interleaved(self) -> None:
        """Show English below each paragraph."""
        self._save(view=View.INTERLEAVED.value)

    def view_hindi(self) -> None:
        """Show Hindi alone."""
        self._save(view=View.HINDI.value)

    def view_english(self) -> None:
        """Show English alone."""
        self._save(view=View.ENGLISH.value)

    def view_study(self) -> None:
        """Show English only of the sentences that are pointed at or chosen."""
        self._save(view=View.STUDY.value)

    def theme_system(self) -> None:
        """Follow the desktop's light or dark."""
        self._save(theme="system")

    def theme_light(self) -> None:
        """Use the light theme."""
        self._save(theme="light")

    def theme_sepia(self) -> None:
        """Use the theme of yellowed paper."""
        self._save(theme="sepia")

    def theme_contrast(self) -> None:
        """Use the theme of high contrast."""
        self._save(theme="contrast")

    def theme_dark(self) -> None:
        """Use the dark theme."""
        self._save(theme="dark")

    def _zoom_by(self, steps: int) -> None:
        low, high = ZOOM_RANGE
        percent = self._desk.core.settings.zoom + steps * ZOOM_STEP
        self._save(zoom=min(max(percent, low), high))

    def _save(self, **changes: object) -> None:
        self.settings_wanted.emit(replace(self._desk.core.settings, **changes))  # type: ignore[arg-type]
