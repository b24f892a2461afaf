"""The English spellings of names that the reader has set."""

from __future__ import annotations

from datetime import datetime

from reader.library.database import Database, stamp


class Pins:
    """Spellings by the Hindi names."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self) -> dict[str, str]:
        """All of them: Hindi name to English spelling, the oldest first."""
        return dict(self._database.rows("SELECT hindi, english FROM pins ORDER BY created, hindi"))

    def put(self, hindi: str, english: str, now: datetime) -> None:
        """Keep a spelling, in place of an earlier one."""
        with self._database.writing() as connection:
            row = (hindi, english, stamp(now))
            connection.execute("INSERT OR REPLACE INTO pins VALUES (?, ?, ?)", row)

    def remove(self, hindi: str) -> None:
        """Forget the spelling of that name, if there is one."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM pins WHERE hindi = ?", (hindi,))
