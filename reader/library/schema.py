"""The library's tables, and how an older file becomes a current one.

The version of a file is SQLite's ``user_version``: how many of MIGRATIONS it has seen. A
migration is a tuple of statements run in one transaction. A published one is never changed;
a change of the tables is a new one at the end.
"""

from __future__ import annotations

import sqlite3

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
)


def version(connection: sqlite3.Connection) -> int:
    """How many migrations the file has seen; 0 for a new one."""
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    return int(number)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the current version, one transaction a step; raises sqlite3.Error."""
    seen = version(connection)
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
