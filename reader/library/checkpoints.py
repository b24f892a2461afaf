"""What was written is carried from SQLite's log into the library's file, beside other work."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from threading import Thread

EVERY = 8
"""Transactions between two checkpoints: about the thousand pages that SQLite waits for."""
LOG = 16_000
"""Pages of 4 KB in the log at which SQLite does it within a transaction all the same."""


class Checkpoints:
    """Checkpoints of one library, in a thread and on a connection of their own.

    SQLite makes them within a transaction by itself, and the window stands still as long:
    of 6,000 sentences kept in 500 transactions, 1 in 5 turns of the event loop then took
    over 16 ms, and 1 in 17 with these (`benchmarks.flow`'s long text).
    """

    def __init__(self, path: Path | None) -> None:
        """``path`` is the library's file, None for one in memory, which has no log."""
        self._path = path
        self._transactions = 0
        self._thread: Thread | None = None

    def count(self) -> None:
        """A transaction was kept: make a checkpoint where one is due and none is being made."""
        self._transactions += 1
        if self._transactions < EVERY or self._path is None:
            return
        if self._thread is None or not self._thread.is_alive():
            self._transactions = 0
            self._thread = Thread(target=_checkpoint, args=(self._path,), name="checkpoint")
            self._thread.start()

    def close(self) -> None:
        """Wait for the checkpoint that is being made, as long as the disk takes for it."""
        if self._thread is not None:
            self._thread.join()


def _checkpoint(path: Path) -> None:
    # Not made if the file is gone or busy; what is wrong with the disk, the next write tells.
    with suppress(sqlite3.Error):
        address = f"{path.absolute().as_uri()}?mode=rw"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
