"""The library: the one SQLite file with what was read, marked and translated."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Self

from reader.library.annotations import Annotations
from reader.library.articles import Articles, RecentArticle
from reader.library.database import Database
from reader.library.units import Units
from reader.model import Annotation, Article


class Library:
    """One open library. Every method must be called in the thread that opened it.

    ``units`` is the store for a translation memory. Every method raises LibraryError when
    the file cannot be read or written; nothing is ever kept in part.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._articles = Articles(database)
        self._annotations = Annotations(database)
        self.units = Units(database)

    @classmethod
    def open(cls, path: Path | None) -> Self:
        """Open the library at ``path``, making it and its folder; None: one in memory.

        Raises LibraryError, with the file left as it is, when it is damaged, another
        program's, or of a newer Setu.
        """
        return cls(Database(path))

    def close(self) -> None:
        """Close the file; what was written is kept."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def remember_article(self, article: Article, now: datetime) -> str:
        """Keep ``article`` as opened at ``now``; its key, which its next opening gives too."""
        return self._articles.remember(article, now)

    def recent(self, limit: int) -> list[RecentArticle]:
        """The ``limit`` articles opened last, the latest first."""
        return self._articles.recent(limit)

    def article(self, key: str) -> Article | None:
        """The article of that key as it was last opened, None when it is not here."""
        return self._articles.get(key)

    def annotations(self, key: str) -> tuple[Annotation, ...]:
        """The marks of the article with that key, the oldest first."""
        return self._annotations.of(key)

    def put_annotations(self, key: str, annotations: Iterable[Annotation]) -> None:
        """Keep marks of the article with that key, each in place of one with its id."""
        self._annotations.put(key, annotations)

    def remove_annotation(self, id_: str) -> None:
        """Forget the mark with that id, if there is one."""
        self._annotations.remove(id_)
