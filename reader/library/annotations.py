"""The reader's marks in the library, by the article they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from reader.library.database import Database, stamp
from reader.model import Annotation, Colour, Span

_COLUMNS = 'id, article, row, start, "end", quote, prefix, suffix, colour, note, created'
_INSERT = f"INSERT INTO annotations ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class Annotations:
    """Marks by the key of an article that the library holds."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, article: str) -> tuple[Annotation, ...]:
        """The marks of the article with that key, the oldest first."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM annotations WHERE article = ? ORDER BY created, id", article
        )
        return tuple(_annotation(row) for row in rows)

    def put(self, article: str, annotations: Iterable[Annotation]) -> None:
        """Keep marks, all or none, each in place of an earlier one with its id.

        Raises LibraryError when the library does not hold the article.
        """
        rows = [_row(article, annotation) for annotation in annotations]
        with self._database.writing() as connection:
            connection.executemany(
                "DELETE FROM annotations WHERE id = ?", [row[:1] for row in rows]
            )
            connection.executemany(_INSERT, rows)

    def add(self, article: str, annotations: Iterable[Annotation]) -> None:
        """Keep those of the marks, all or none, whose ids the library does not hold yet."""
        rows = [_row(article, annotation) for annotation in annotations]
        with self._database.writing() as connection:
            connection.executemany(f"{_INSERT} ON CONFLICT (id) DO NOTHING", rows)

    def remove(self, id_: str) -> None:
        """Forget the mark with that id, if there is one."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM annotations WHERE id = ?", (id_,))


def _row(article: str, a: Annotation) -> tuple[str | int, ...]:
    """The columns of a mark, its id first."""
    place = (a.id, article, a.row, a.span.start, a.span.end)
    return (*place, a.quote, a.prefix, a.suffix, a.colour, a.note, stamp(a.created))


def _annotation(columns: tuple[Any, ...]) -> Annotation:
    id_, _article, row, start, end, quote, prefix, suffix, colour, note, created = columns
    span = Span(start, end)
    made = datetime.fromisoformat(created)
    return Annotation(id_, row, span, quote, prefix, suffix, Colour(colour), made, note)
