"""Translation units in the library: the store behind the translation memory."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from reader.library.database import Database, stamp, time_of
from reader.model import State, TranslationUnit

_COLUMNS = "key, engine, edited, source, target, created"
_PUT = f"""
    INSERT INTO units ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (key, engine, edited) DO UPDATE
    SET source = excluded.source, target = excluded.target, created = excluded.created
    WHERE excluded.created >= created
"""


class Units:
    """Units by normalised source and engine, a reader's edit beside the machine's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, keys: Collection[str]) -> list[tuple[str, TranslationUnit]]:
        """All units kept under any of ``keys``, each with its key; their ids are ''."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM units WHERE key IN (SELECT value FROM json_each(?))",
            json.dumps(list(keys)),
        )
        return [(row[0], _unit(*row)) for row in rows]

    def put(self, units: Iterable[tuple[str, TranslationUnit]]) -> None:
        """Keep units under their keys, all or none; the newer of two alike stays."""
        rows = [_row(key, unit) for key, unit in units]
        with self._database.writing() as connection:
            connection.executemany(_PUT, rows)

    def every(self) -> list[TranslationUnit]:
        """All units, ordered by their keys."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM units ORDER BY key, engine, edited")
        return [_unit(*row) for row in rows]


def _row(key: str, unit: TranslationUnit) -> tuple[str, str, bool, str, str, str]:
    edited = unit.state is State.EDITED
    return key, unit.engine, edited, unit.source, unit.target, stamp(unit.created)


def _unit(
    _key: str, engine: str, edited: int, source: str, target: str, created: str
) -> TranslationUnit:
    state = State.EDITED if edited else State.MACHINE
    return TranslationUnit("", source, target, engine, state, created=time_of(created))
