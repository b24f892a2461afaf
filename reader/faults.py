"""The log of errors nobody foresaw; it never holds article text."""

from __future__ import annotations

import logging
import logging.handlers
import traceback
from types import TracebackType

from reader.paths import log_file

_LOG_BYTES = 200_000
_OLD_LOGS = 2


def log_to_file() -> None:
    """Send what the logger ``reader`` is told to a small rotated file, and nothing to stderr."""
    logging.raiseExceptions = False
    # Else the libraries' own warnings, which may hold addresses, would go to stderr.
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return
    logging.getLogger("reader").addHandler(
        logging.handlers.RotatingFileHandler(
            log_file(), maxBytes=_LOG_BYTES, backupCount=_OLD_LOGS, encoding="utf-8", delay=True
        )
    )


def report(error: BaseException, trace: TracebackType | None) -> str:
    """Versions and where it happened; no message texts, which may hold article text."""
    import platform  # with what follows, a twentieth of the start, and seldom needed
    from importlib.metadata import version

    frames = [
        f"  {frame.filename.rpartition('site-packages')[2]}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    about = (
        f"Setu {version('setu-reader')}, Python {platform.python_version()}, "
        f"PySide6 {version('PySide6-Essentials')}, {platform.platform()}"
    )
    return "\n".join([about, type(error).__name__, *frames])
