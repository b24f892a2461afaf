"""Stay offline, held to by the interpreter itself.

Whatever reaches out asks the settings first and refuses in words the reader understands. This
stands behind all of them, for the way out that somebody forgets and for what is under way when
the lock is turned: Python's sockets look no name up and connect to none but this very machine.
"""

from __future__ import annotations

import errno
import sys

from reader.translation.engines.http import is_this_machine

_LOOKED_UP = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
"""The events of Python's audit whose first argument is a host."""
_REACHED = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getnameinfo": 0,
}
"""Those with an address, and which argument it is."""


class _Lock:
    """Whether Stay offline is on, and whether the interpreter asks us: it does so for good."""

    on = False
    is_asked = False


def lock(on: bool) -> None:
    """Turn Stay offline on or off for the whole process; from any thread."""
    _Lock.on = on
    if on and not _Lock.is_asked:
        _Lock.is_asked = True
        sys.addaudithook(_check)


def _check(event: str, arguments: tuple[object, ...]) -> None:
    """Raise OSError for what would leave this machine while the lock is on."""
    host = _host(event, arguments) if _Lock.on else ""
    if host and not is_this_machine(f"[{host}]" if ":" in host else host):
        raise OSError(errno.ENETUNREACH, "Stay offline is on")


def _host(event: str, arguments: tuple[object, ...]) -> str:
    """The host an event reaches out to, '' for none; sockets of the file system have none."""
    host: object = arguments[0] if event in _LOOKED_UP else None
    if event in _REACHED:
        address = arguments[_REACHED[event]]
        host = address[0] if isinstance(address, tuple) and address else None
    if isinstance(host, bytes):
        host = host.decode(errors="replace")
    return host if isinstance(host, str) else ""
