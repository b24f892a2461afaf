"""The library: the one SQLite file with what was read, marked, translated and subscribed to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Self

from reader.library.annotations import Annotations
from reader.library.articles import Articles, RecentArticle
from reader.library.database import Database
from reader.library.feeds import Feed, FeedItem, Feeds
from reader.library.pins import Pins
from reader.library.units import Units
from reader.model import Annotation, Article, Contents


class Library:
    """One open library. Every method must be called in the thread that opened it.

    ``units`` is the store for a translation memory. Every method raises LibraryError when
    the file cannot be read or written; nothing is ever kept in part.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._articles = Articles(database)
        self._annotations = Annotations(database)
        self._feeds = Feeds(database)
        self._pins = Pins(database)
        self.units = Units(database)

    @classmethod
    def open(cls, path: Path | None) -> Self:
        """Open the library at ``path``, making it and its folder; None: one in memory.

        Raises LibraryError, with the file left as it is, when it is damaged, another
        program's, or of a newer Setu.
        """
        return cls(Database(path))

    @classmethod
    def copy(cls, path: Path) -> Self:
        """A library in memory with what can be read at ``path``, of which nothing is kept."""
        return cls(Database.copy(path))

    def close(self) -> None:
        """Close the file; what was written is kept."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def remember_article(self, article: Article, now: datetime) -> str:
        """Keep ``article`` as opened at ``now``; its key, which its next opening gives too.

        What was kept under that key, if its text was another, becomes an earlier version.
        In the feeds that list it, it is new no more.
        """
        key = self._articles.remember(article, now)
        self._feeds.read(article)
        return key

    def recent(self, limit: int) -> list[RecentArticle]:
        """The ``limit`` articles opened last, the latest first."""
        return self._articles.recent(limit)

    def article(self, key: str) -> Article | None:
        """The article of that key as it was last opened, None when it is not here."""
        return self._articles.get(key)

    def leave(self, key: str, sentence: str) -> None:
        """Keep the sentence at which reading of that article was left, '' for the top."""
        self._articles.leave(key, sentence)

    def left_at(self, key: str) -> str:
        """The sentence at which reading was left, '' for the top or an unknown article."""
        return self._articles.left_at(key)

    def article_at(self, address: str) -> Article | None:
        """The article last opened that lives at ``address``, else that was asked for there."""
        return self._articles.at(address)

    def key(self, article: Article) -> str:
        """The key ``article`` has or would get here."""
        return self._articles.key(article)

    def versions(self, key: str) -> tuple[Article, ...]:
        """The earlier versions of the article of that key, the latest first."""
        return self._articles.versions(key)

    def annotations(self, key: str) -> tuple[Annotation, ...]:
        """The marks of the article with that key, the oldest first."""
        return self._annotations.of(key)

    def put_annotations(self, key: str, annotations: Iterable[Annotation]) -> None:
        """Keep marks of the article with that key, each in place of one with its id."""
        self._annotations.put(key, annotations)

    def add_annotations(self, key: str, annotations: Iterable[Annotation]) -> None:
        """Keep those of the marks of the article with that key whose ids are not held yet."""
        self._annotations.add(key, annotations)

    def remove_annotation(self, id_: str) -> None:
        """Forget the mark with that id, if there is one."""
        self._annotations.remove(id_)

    def subscribe(self, feed: Contents, now: datetime) -> None:
        """Keep ``feed``, read at ``now``; what it lists and was not kept yet is not new."""
        self._feeds.subscribe(feed, now)

    def unsubscribe(self, address: str) -> None:
        """Forget the feed of that address and its items, if it is there."""
        self._feeds.unsubscribe(address)

    def feeds(self) -> list[Feed]:
        """The feeds subscribed to, by title."""
        return self._feeds.every()

    def take_items(self, feed: Contents, now: datetime) -> int:
        """Keep what a feed subscribed to listed at ``now``; how many items are new."""
        return self._feeds.take(feed, now)

    def feed_items(self, address: str) -> list[FeedItem]:
        """The latest items of a feed, the latest first."""
        return self._feeds.items(address)

    def pins(self) -> dict[str, str]:
        """The English spellings the reader has set, by Hindi name, the oldest first."""
        return self._pins.every()

    def pin(self, hindi: str, english: str, now: datetime) -> None:
        """Keep how a name is to be spelt in English."""
        self._pins.put(hindi, english, now)

    def unpin(self, hindi: str) -> None:
        """Forget how that name is to be spelt."""
        self._pins.remove(hindi)
