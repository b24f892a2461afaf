"""The last resort: an error nobody foresaw is told in a dialog, never as a traceback."""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.faults import report

DIALOG = "crash"


def install_crash_dialog(window: QWidget) -> None:
    """From now on show unforeseen errors in a dialog on ``window``; the window stays usable."""

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        text = report(error, trace)
        logging.getLogger("reader").error(text)
        if window.findChild(QMessageBox, DIALOG):
            return  # One is told of; the log has them all.
        box = QMessageBox(window)
        box.setObjectName(DIALOG)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
