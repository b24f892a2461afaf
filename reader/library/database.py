"""SQLite as the library uses it: opened with care, and its errors told in a reader's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import sleep
from typing import Any, Self

from reader.errors import LibraryError
from reader.library import schema
from reader.library.checkpoints import LOG, Checkpoints

BUSY_TIMEOUT = 0.25
"""Seconds a try waits while another window writes: the reader's own window stands still."""
TRIES = 4
"""How often a write is tried: within one try SQLite looks ever less often, down to 10 Hz."""
CHECKED = 50_000_000
"""Bytes; a larger file is not read through at each start, for that takes up to a second."""
COPIED = 200_000_000
"""Bytes; no larger file is copied into memory."""
_PAUSE = 0.02
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "foreign_keys = ON",
    f"wal_autocheckpoint = {LOG}",
)
_MOVE_AWAY = "Move it away and Setu will start a new one."


class Database:
    """One open library file, used from the thread that opened it."""

    def __init__(self, path: Path | None) -> None:
        """Open or make the library at ``path``, None for one in memory.

        Raises LibraryError when that is not possible; the file is then as it was before.
        """
        self._path = path
        self._connection = _open(path)
        self._checkpoints = Checkpoints(path)
        try:
            with self._told():
                _check(self._connection, path)
                for pragma in _PRAGMAS:
                    self._patiently(f"PRAGMA {pragma}")
                schema.migrate(self._connection)
        except LibraryError:
            self.close()
            raise

    @classmethod
    def copy(cls, path: Path) -> Self:
        """A library in memory with what the file at ``path`` holds, which is only read.

        That may be done where the file cannot be opened, as on a full disk. It is empty where
        the file cannot be read either, is not a library, or is too large.
        """
        if path.is_file() and path.stat().st_size <= COPIED:
            # A file that is not to change needs no others beside it.
            for how in ("mode=ro", "mode=ro&immutable=1"):
                copy = cls(None)
                try:
                    copy._fill(path, how)
                except (sqlite3.Error, LibraryError) as error:
                    copy.close()
                    if _is_busy(error):
                        break
                else:
                    return copy
        return cls(None)

    def _fill(self, path: Path, how: str) -> None:
        """Raises sqlite3.Error or LibraryError."""
        address = f"{path.absolute().as_uri()}?{how}"
        with closing(sqlite3.connect(address, uri=True, timeout=BUSY_TIMEOUT)) as file:
            _check(file, path)
            file.backup(self._connection)
        schema.migrate(self._connection)

    def rows(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        """All rows a query gives; raises LibraryError."""
        with self._told():
            return self._connection.execute(sql, parameters).fetchall()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: kept whole at the end of the block, or not at all.

        Raises LibraryError, before the block is entered, when other programs keep the file
        to themselves for TRIES times BUSY_TIMEOUT; and when the write fails.
        """
        with self._told():
            self._patiently("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
                self._checkpoints.count()
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def _patiently(self, statement: str) -> None:
        for tries_left in reversed(range(TRIES)):
            try:
                self._connection.execute(statement)
                return
            except sqlite3.OperationalError as error:
                if not (tries_left and _is_busy(error)):
                    raise
            # Two that open a new file at once are told it is busy without any wait.
            sleep(_PAUSE)

    def close(self) -> None:
        """Close the file; what was written is kept."""
        self._checkpoints.close()
        self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, UnicodeEncodeError) as error:
            raise _in_words(error, self._path) from error


def _open(path: Path | None) -> sqlite3.Connection:
    try:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        # Autocommit: transactions are begun by hand, in `writing` and in migrations.
        return sqlite3.connect(path or ":memory:", timeout=BUSY_TIMEOUT, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise LibraryError(
            f"The library {path} cannot be opened.", "Check that its folder can be written to."
        ) from error


def _check(connection: sqlite3.Connection, path: Path | None) -> None:
    """Refuse what must not be written to: a newer, a foreign or a damaged file."""
    # Before the version, which another window's migration raises as it makes the tables.
    holds_tables = connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    version = schema.version(connection)
    if version > len(schema.MIGRATIONS):
        raise LibraryError(
            f"The library {path} was written by a newer version of Setu.",
            f"Update Setu. {_MOVE_AWAY}",
        )
    if not version and holds_tables:
        raise LibraryError(f"The file {path} belongs to another program.", _MOVE_AWAY)
    if path and path.stat().st_size > CHECKED:
        return
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise LibraryError(f"The library {path} is damaged.", _MOVE_AWAY)


def _is_busy(error: Exception) -> bool:
    """Whether another connection holds the file; the low byte is SQLite's primary code."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _BUSY


def _in_words(error: Exception, path: Path | None) -> LibraryError:
    """What a reader is told for SQLite's error, whose classes say whose fault it was."""
    place = f"The library {path}" if path else "The library"
    if _is_busy(error):
        advice = "Close that program, or another window of Setu, and try again."
        return LibraryError(f"{place} is in use by another program.", advice)
    if isinstance(error, sqlite3.OperationalError):
        advice = "Check the free space on the disk."
        return LibraryError(f"{place} cannot be used just now.", advice)
    if type(error) is sqlite3.DatabaseError:
        return LibraryError(f"{place} is damaged, or is not a library.", _MOVE_AWAY)
    return LibraryError(f"{place} did not take what was to be kept.")


def stamp(time: datetime | None) -> str:
    """A time as the tables keep it: ISO 8601 in UTC, which sorts as text; '' for None.

    Also '' for one within a day of either end of the calendar, which may have no UTC.
    """
    try:
        return time.astimezone(UTC).isoformat(timespec="microseconds") if time else ""
    except (ValueError, OverflowError):
        return ""


def time_of(stamped: str) -> datetime | None:
    """The time `stamp` made; None for ''."""
    return datetime.fromisoformat(stamped) if stamped else None
