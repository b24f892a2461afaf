"""The library's tables, and how an older file becomes a current one.

The version of a file is SQLite's ``user_version``: how many of MIGRATIONS it has seen. A
migration is a tuple of statements run in one transaction. A published one is never changed;
a change of the tables is a new one at the end.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

from reader.library.addresses import own_place
from reader.library.packing import hashed, packed, sketch_json

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE units (
            key TEXT NOT NULL,               -- the source, normalised by the memory
            engine TEXT NOT NULL,            -- its stable name, or who wrote the English
            edited INTEGER NOT NULL,         -- 1 when a person wrote or corrected it
            source TEXT NOT NULL,
            target TEXT NOT NULL,
            created TEXT NOT NULL,           -- ISO 8601 in UTC, '' when not known
            PRIMARY KEY (key, engine, edited)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE articles (
            key TEXT PRIMARY KEY,            -- its address, or a hash of its text
            title TEXT NOT NULL,
            source TEXT NOT NULL,
            url TEXT NOT NULL,
            payload TEXT NOT NULL,           -- the whole article as JSON
            opened TEXT NOT NULL             -- ISO 8601 in UTC
        )
        """,
        "CREATE INDEX articles_by_opened ON articles (opened)",
        """
        CREATE TABLE annotations (
            id TEXT PRIMARY KEY,
            article TEXT NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
            row TEXT NOT NULL,
            start INTEGER NOT NULL,          -- code points of the row's text, half-open
            "end" INTEGER NOT NULL,
            quote TEXT NOT NULL,
            prefix TEXT NOT NULL,
            suffix TEXT NOT NULL,
            colour TEXT NOT NULL,
            note TEXT NOT NULL,
            created TEXT NOT NULL            -- ISO 8601 in UTC
        )
        """,
        "CREATE INDEX annotations_by_article ON annotations (article)",
    ),
    (
        # Where it lives, as `addresses.own_place` writes it.
        "ALTER TABLE articles ADD COLUMN address TEXT NOT NULL DEFAULT ''",
        # The address the reader gave, as `addresses.place` writes it; '' for a file.
        "ALTER TABLE articles ADD COLUMN asked TEXT NOT NULL DEFAULT ''",
        # ISO 8601 in UTC, '' when not known.
        "ALTER TABLE articles ADD COLUMN fetched TEXT NOT NULL DEFAULT ''",
        "UPDATE articles SET address = own_place(url)",
        "CREATE INDEX articles_by_address ON articles (address)",
        "CREATE INDEX articles_by_asked ON articles (asked)",
        """
        CREATE TABLE versions (
            number INTEGER PRIMARY KEY,      -- the later, the higher
            key TEXT NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
            fetched TEXT NOT NULL,           -- ISO 8601 in UTC, '' when not known
            payload TEXT NOT NULL            -- the whole article as JSON, as it was then
        )
        """,
        "CREATE INDEX versions_by_key ON versions (key, number)",
        """
        CREATE TABLE feeds (
            address TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            checked TEXT NOT NULL            -- ISO 8601 in UTC, when it was last asked
        )
        """,
        """
        CREATE TABLE feed_items (
            feed TEXT NOT NULL REFERENCES feeds (address) ON DELETE CASCADE,
            place TEXT NOT NULL,             -- its source, as `addresses.place` writes it
            source TEXT NOT NULL,
            part TEXT NOT NULL,
            title TEXT NOT NULL,
            summary TEXT NOT NULL,
            published TEXT NOT NULL,         -- ISO 8601 in UTC, '' when not known
            listed TEXT NOT NULL,            -- ISO 8601 in UTC, when it was first seen
            position INTEGER NOT NULL,       -- in the feed as it then was, from 0
            new INTEGER NOT NULL,            -- 1 until its article is opened
            PRIMARY KEY (feed, place, part)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX feed_items_by_place ON feed_items (place) WHERE new",
    ),
    (
        """
        CREATE TABLE memory (
            number INTEGER PRIMARY KEY,
            key INTEGER NOT NULL,            -- `packing.hashed` of the source, normalised
            pair TEXT NOT NULL,              -- the two languages, such as 'hi-en'
            engine TEXT NOT NULL,            -- its stable name, or who wrote the English
            version TEXT NOT NULL,           -- of the engine's model, '' when not told
            edited INTEGER NOT NULL,         -- 1 when a person wrote or corrected it
            aside INTEGER NOT NULL,          -- 1 when it came as a second opinion
            source BLOB NOT NULL,            -- deflated, which halves Devanagari
            target TEXT NOT NULL,
            created TEXT NOT NULL,           -- ISO 8601 in UTC, '' when not known
            chosen TEXT NOT NULL             -- ISO 8601 in UTC, '' when the reader did not
        )
        """,
        """
        CREATE UNIQUE INDEX memory_by_key
        ON memory (key, pair, engine, version, edited)
        """,
        """
        CREATE TABLE near (
            hash INTEGER NOT NULL,           -- of two neighbouring words, `packing.sketch`
            unit INTEGER NOT NULL,           -- a number in memory
            PRIMARY KEY (hash, unit)
        ) WITHOUT ROWID
        """,
        """
        INSERT INTO memory (key, pair, engine, version, edited, aside, source, target, created,
                            chosen)
        SELECT hashed(key), 'hi-en', engine, '', edited, 0, packed(source), target, created, ''
        FROM units
        """,
        """
        INSERT OR IGNORE INTO near
        SELECT word.value, memory.number
        FROM units JOIN memory ON memory.key = hashed(units.key), json_each(sketch(units.key)) word
        """,
        "DROP TABLE units",
        """
        CREATE TABLE pins (
            hindi TEXT PRIMARY KEY,          -- a name as the article writes it
            english TEXT NOT NULL,           -- how the reader wants it spelt
            created TEXT NOT NULL            -- ISO 8601 in UTC
        ) WITHOUT ROWID
        """,
    ),
    (
        # The sentence at which reading was left, as it stands in the text; '' at the top.
        "ALTER TABLE articles ADD COLUMN left_at TEXT NOT NULL DEFAULT ''",
    ),
)


_FUNCTIONS: Mapping[str, Callable[[str], str | bytes | int]] = {
    "own_place": own_place,
    "hashed": hashed,
    "packed": packed,
    "sketch": sketch_json,
}


def version(connection: sqlite3.Connection) -> int:
    """How many migrations the file has seen; 0 for a new one."""
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    return int(number)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the current version, one transaction a step; raises sqlite3.Error."""
    seen = version(connection)
    for name, function in _FUNCTIONS.items():
        connection.create_function(name, 1, function, deterministic=True)
    # A current file is opened without a transaction, even while another window writes.
    for number, statements in enumerate(MIGRATIONS[seen:], seen + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Asked inside the transaction: a second window may be migrating as well.
            if version(connection) < number:
                for statement in statements:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")
        except sqlite3.Error:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
