"""What the Help menu shows: the shortcuts, and what Setu is."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFrame, QTextBrowser, QVBoxLayout, QWidget

from reader.ui.actions import shortcut_lines


class Help(QObject):
    """Carries out the actions of the Help menu."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

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
