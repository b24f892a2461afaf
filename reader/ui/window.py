"""Starting Qt: the window on a screen, and its picture without one."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from reader import formats
from reader.errors import ExportError, ReaderError
from reader.model import Document
from reader.paths import resource, write_whole
from reader.ui import fonts
from reader.ui.core import Core
from reader.ui.crash import install_crash_dialog
from reader.ui.main_window import MainWindow
from reader.ui.resuming import Resuming

APP_ID = "io.github.setu_reader.Setu"
PATIENCE = 120.0
"""The longest a snapshot waits for its article, in seconds."""


def application() -> QApplication:
    """The one QApplication, with Setu's fonts, name and icon."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    # Qt calls let go of the interpreter lock; with Python's usual 5 ms a busy worker would
    # keep it that long after each of them.
    sys.setswitchinterval(0.0001)
    # A full collection walks all that a long article is made of, for 100 ms and more, and what
    # Setu lets go of is seldom in a cycle: one of them in some millions of objects is enough.
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, 1000)
    app = QApplication(["setu-reader"])
    app.setApplicationName("Setu")
    app.setDesktopFileName(APP_ID)
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(resource("icons/setu.svg"))))
    fonts.load_fonts()
    app.setFont(fonts.font(fonts.HINDI, 14))
    return app


def run(core: Core, source: str = "", *, part: str = "", any_language: bool = False) -> int:
    """Show the window where it was, with ``source`` or what was open; Qt's exit status."""
    app = application()
    window = MainWindow(core)
    install_crash_dialog(window)
    resuming = Resuming(window)
    resuming.restore()
    window.show()
    if source:
        QTimer.singleShot(0, lambda: window.open(source, part=part, any_language=any_language))
    else:
        QTimer.singleShot(0, resuming.resume)
    return app.exec()


def take_picture(
    core: Core,
    source: str,
    target: Path,
    *,
    size: tuple[int, int] = (1280, 800),
    engine: str = "",
    part: str = "",
    any_language: bool = False,
) -> Document:
    """Write a PNG of the window showing ``source``, translated with ``engine`` if given.

    Returns the document it shows. Call with QT_QPA_PLATFORM=offscreen where there is no
    screen. Raises ReaderError.
    """
    application()
    window = MainWindow(core)
    failures: list[Exception] = []
    window.session.failed.disconnect()
    window.session.failed.connect(failures.append)
    window.session.contents.connect(lambda found: failures.append(formats.several(found)))
    window.resize(*size)
    window.show()
    window.open(source, part=part, any_language=any_language)
    _wait(lambda: bool(failures) or window.is_settled)
    if not failures and engine:
        window.session.translate(window.session.untranslated(), engine)
        _wait(lambda: bool(failures) or window.is_settled)
    picture = window.grab()
    window.close()
    if failures:
        raise failures[0]
    _write_png(picture, target)
    assert window.session.document is not None
    return window.session.document


def _write_png(picture: QPixmap, target: Path) -> None:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    try:
        write_whole(target, bytes(data.data()))
    except OSError as error:
        what = f"The picture could not be written to {target}: {error.strerror}."
        raise ExportError(what, "Choose another place.") from None


def _wait(until: Callable[[], bool]) -> None:
    """Run the event loop until something holds. Raises ReaderError after PATIENCE."""
    loop = QEventLoop()
    deadline = monotonic() + PATIENCE
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: loop.quit() if until() or monotonic() > deadline else None)
    timer.start()
    loop.exec()
    if not until():
        raise ReaderError("The article did not open in time.", "Try again.")
