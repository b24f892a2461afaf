"""The last resort: an error nobody foresaw is told in a dialog, never as a traceback."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from importlib.metadata import version
from types import TracebackType

import PySide6
from PySide6.QtWidgets import QMessageBox, QWidget


def install_crash_dialog(window: QWidget) -> None:
    """From now on show unforeseen errors in a dialog on ``window``; the window stays usable."""

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        text = report(error, trace)
        logging.getLogger("reader").error(text)
        box = QMessageBox(window)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle("Setu")
        box.setText(
            window.tr("Something went wrong that Setu did not foresee. Your work so far is saved.")
        )
        box.setInformativeText(
            window.tr("You can go on. The report below holds no text of your article.")
        )
        box.setDetailedText(text)
        box.open()

    sys.excepthook = show


def report(error: BaseException, trace: TracebackType | None) -> str:
    """Versions and where it happened; no message texts, which may hold article text."""
    frames = [
        f"  {frame.filename.rpartition('site-packages')[2]}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    about = (
        f"Setu {version('setu-reader')}, Python {platform.python_version()}, "
        f"PySide6 {PySide6.__version__}, {platform.platform()}"
    )
    return "\n".join([about, type(error).__name__, *frames])
