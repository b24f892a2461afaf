"""Whether there is a screen to show a window on, told without starting Qt."""

from __future__ import annotations

import os
import re
import socket
import sys
from pathlib import Path

_LOCAL_DISPLAY = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")


def has_screen() -> bool:
    """Whether a window could be seen.

    Not when Qt is told to draw offscreen; on Linux only with a Wayland or X display
    that answers (Qt ends the program when it cannot reach the one it is told of).
    """
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in ("offscreen", "minimal"):
        return False
    if not sys.platform.startswith("linux"):
        return True
    return _wayland_answers(os.environ.get("WAYLAND_DISPLAY", "")) or _x_answers(
        os.environ.get("DISPLAY", "")
    )


def _wayland_answers(display: str) -> bool:
    """Whether the Wayland display answers: a socket's path, or its name in the runtime folder."""
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(display) and _connects(str(Path(folder, display)))


def _x_answers(display: str) -> bool:
    """Whether the X display answers; one on another machine is taken at its word."""
    local = _LOCAL_DISPLAY.fullmatch(display)
    if not local:
        return bool(display)
    place = f"/tmp/.X11-unix/X{local[1]}"
    return any(_connects(address) for address in (place, f"\0{place}"))


def _connects(address: str) -> bool:
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(1)
        try:
            client.connect(address)
        except (OSError, ValueError):
            return False
        return True
