"""Translation units in the library: the store behind the translation memory."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from reader.library.database import Database, stamp, time_of
from reader.library.packing import hashed, packed, sketch, unpacked
from reader.model import ENGLISH, HINDI, State, TranslationUnit

PAIR = f"{HINDI}-{ENGLISH}"
MOST_ALIKE = 100
"""Units looked at for each pair of words of a sketch: of those all papers write there are many."""
_PORTION = 1000
_COLUMNS = "engine, version, edited, aside, source, target, created, chosen"
_PUT = f"""
    INSERT INTO memory (key, pair, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (key, pair, engine, version, edited) DO UPDATE
    SET source = excluded.source, target = excluded.target, created = excluded.created,
        aside = min(aside, excluded.aside), chosen = max(chosen, excluded.chosen)
    WHERE excluded.created >= created
    RETURNING number
"""
# One statement, as the interpreter is handed to other threads at each step of one.
_PUT_WORDS = """
    INSERT OR IGNORE INTO near
    SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?)
"""


class Units:
    """Units by normalised source, engine and its version; a reader's edit beside them.

    The keys given to these methods are sources as the memory normalises them.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, keys: Collection[str]) -> list[tuple[str, TranslationUnit]]:
        """All units kept under any of ``keys``, each with its key; their ids are ''."""
        by_hash = {hashed(key): key for key in keys}
        rows = self._database.rows(
            f"SELECT key, {_COLUMNS} FROM memory"
            " WHERE key IN (SELECT value FROM json_each(?)) AND pair = ?",
            json.dumps(list(by_hash)),
            PAIR,
        )
        return [(by_hash[row[0]], _unit(*row[1:])) for row in rows]

    def near(self, key: str, limit: int) -> list[TranslationUnit]:
        """Units, at most ``limit``, that share pairs of words with ``key``, the nearest first."""
        shared: Counter[int] = Counter()
        for number in sketch(key):
            sql = f"SELECT unit FROM near WHERE hash = ? LIMIT {MOST_ALIKE}"
            shared.update(unit for (unit,) in self._database.rows(sql, number))
        numbers = [number for number, _ in shared.most_common(limit)]
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM memory"
            " WHERE number IN (SELECT value FROM json_each(?)) AND pair = ?",
            json.dumps(numbers),
            PAIR,
        )
        return [_unit(*row) for row in rows]

    def put(self, units: Iterable[tuple[str, TranslationUnit]]) -> None:
        """Keep units under their keys, all or none; the newer of two alike stays."""
        with self._database.writing() as connection:
            _put(connection, units)

    def replace(self, key: str, units: Iterable[TranslationUnit]) -> None:
        """Keep under ``key`` exactly these units."""
        with self._database.writing() as connection:
            gone = connection.execute(
                "DELETE FROM memory WHERE key = ? AND pair = ? RETURNING number",
                (hashed(key), PAIR),
            ).fetchall()
            words = [(pair, number) for (number,) in gone for pair in sketch(key)]
            connection.executemany("DELETE FROM near WHERE hash = ? AND unit = ?", words)
            _put(connection, ((key, unit) for unit in units))

    def every(self) -> Iterator[TranslationUnit]:
        """All units, in the order they came; read in portions, so that a million need no memory."""
        last = 0
        while rows := self._database.rows(
            f"SELECT number, {_COLUMNS} FROM memory"
            f" WHERE number > ? AND pair = ? ORDER BY number LIMIT {_PORTION}",
            last,
            PAIR,
        ):
            last = rows[-1][0]
            yield from (_unit(*row[1:]) for row in rows)


def _put(connection: sqlite3.Connection, units: Iterable[tuple[str, TranslationUnit]]) -> None:
    words: list[tuple[int, int]] = []
    for key, unit in units:
        found = connection.execute(_PUT, _row(key, unit)).fetchall()
        words += [(pair, number) for (number,) in found for pair in sketch(key)]
    connection.execute(_PUT_WORDS, (json.dumps(words),))


def _row(key: str, unit: TranslationUnit) -> tuple[object, ...]:
    edited = unit.state is State.EDITED
    made = (unit.engine, unit.version, edited, unit.aside)
    times = (stamp(unit.created), stamp(unit.chosen))
    return hashed(key), PAIR, *made, packed(unit.source), unit.target, *times


def _unit(
    engine: str,
    version: str,
    edited: int,
    aside: int,
    source: bytes,
    target: str,
    created: str,
    chosen: str,
) -> TranslationUnit:
    return TranslationUnit(
        "",
        unpacked(source),
        target,
        engine,
        State.EDITED if edited else State.MACHINE,
        created=time_of(created),
        version=version,
        chosen=time_of(chosen),
        aside=bool(aside),
    )
