"""Work on what may be hostile, done in a process of its own with little time and memory."""

from __future__ import annotations

import importlib
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
ARGUMENT = "--confined"
"""What a frozen program is started with to do such work."""

_CODE = f"from {__name__} import serve; serve()"
_SECONDS = 4.0
_MEGABYTES = 400


class Exceeded(Exception):
    """The work asked for too much memory, or broke its process."""


class TookTooLong(Exceeded):
    """The work was not done in time."""


def confined(work: Callable[[bytes], T], data: bytes) -> T:
    """Return ``work(data)``, done in a fresh process.

    ``work`` is a function at the top of a module, and what it returns can be pickled. It has
    4 seconds and, where the system can hold a process to it, 400 MB beyond its start. May be
    called from any thread. Raises Exceeded, also when ``work`` raises something.
    """
    task = pickle.dumps((work.__module__, work.__name__, data))
    try:
        done = subprocess.run(
            [sys.executable, *([ARGUMENT] if _is_frozen() else ["-P", "-c", _CODE])],
            input=task,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise TookTooLong from error
    if done.returncode:
        raise Exceeded
    return pickle.loads(done.stdout)  # type: ignore[no-any-return]


def serve() -> None:
    """Do the work that comes in on stdin, and write what came of it: the process's whole life."""
    module, name, data = pickle.load(sys.stdin.buffer)
    work = getattr(importlib.import_module(module), name)
    _limit_memory()
    sys.stdout.buffer.write(pickle.dumps(work(data)))
    sys.stdout.buffer.flush()


def _is_frozen() -> bool:
    return bool(getattr(sys, "frozen", False))


def _limit_memory() -> None:
    """Hold this process to its memory, where the system can do that and says what it is."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (ImportError, OSError):
        return
    limit = pages * resource.getpagesize() + _MEGABYTES * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
