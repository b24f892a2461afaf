"""What the Help menu shows: the signs, the shortcuts, and what Setu is."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFrame, QTextBrowser, QVBoxLayout

from reader.ui.actions import shortcut_lines
from reader.ui.desk import Desk
from reader.ui.legend import Legend
from reader.ui.theme import load_theme


class Help(QObject):
    """Carries out the actions of the Help menu."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._window = desk, desk.window

    def show_legend(self) -> None:
        """Show what the signs and colours of the reading view say."""
        settings = self._desk.core.settings
        legend = Legend(load_theme(settings.theme), settings.zoom / 100, self._window)
        legend.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        legend.open()

    def show_shortcuts(self) -> None:
        """List the shortcuts."""
        lines = "".join(f"<tr><td>{t}</td><td>&emsp;{k}</td></tr>" for t, k in shortcut_lines())
        self._show(self.tr("Shortcuts"), f"<table cellpadding=2>{lines}</table>")

    def about(self) -> None:
        """Say what Setu is and what it is made of."""
        text = self.tr(
            "<p><b>Setu</b> reads a Hindi article with English beside it.</p>"
            "<p>MIT licence. Fonts: Mukta and Source Serif 4 (OFL). "
            "Credits: resources/CREDITS.md.</p>"
        )
        self._show(self.tr("About Setu"), text)

    def _show(self, title: str, text: str) -> None:
        dialog = QDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = QTextBrowser()
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setHtml(text)
        layout = QVBoxLayout(dialog)
        layout.addWidget(page)
        dialog.resize(460, 440)
        dialog.open()
