"""Feeds the reader has subscribed to, and the items they listed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reader.library.addresses import place
from reader.library.database import Database, stamp, time_of
from reader.model import Article, Contents, Entry

LISTED = 500
"""How many items of a feed are listed, the latest."""

_FEEDS = """
    SELECT address, title, checked,
           (SELECT count(*) FROM feed_items WHERE feed = address AND new)
    FROM feeds ORDER BY title, address
"""
_ITEMS = """
    SELECT title, source, part, published, summary, new FROM feed_items WHERE feed = ?
    ORDER BY CASE published WHEN '' THEN listed ELSE published END DESC, listed DESC, position
    LIMIT ?
"""
_SUBSCRIBE = """
    INSERT INTO feeds (address, title, checked) VALUES (?, ?, ?)
    ON CONFLICT (address) DO UPDATE SET title = excluded.title, checked = excluded.checked
"""
# An item seen before keeps whether it is new and when it was first listed.
_PUT = """
    INSERT INTO feed_items
    (feed, place, source, part, title, summary, published, listed, position, new)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (feed, place, part) DO UPDATE
    SET source = excluded.source, title = excluded.title, summary = excluded.summary,
        published = excluded.published
"""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed subscribed to; ``checked`` is when it was last asked, in UTC; ``new`` items unread."""

    address: str
    title: str
    checked: datetime | None
    new: int = 0


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An article a feed lists; ``is_new`` until it is opened or was there at the start."""

    entry: Entry
    is_new: bool


class Feeds:
    """Feeds by their address, and what each has listed so far."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def subscribe(self, feed: Contents, now: datetime) -> None:
        """Keep ``feed``, read at ``now``; what it lists and was not kept yet is not new."""
        self._put(feed, now, new=False)

    def unsubscribe(self, address: str) -> None:
        """Forget the feed of that address and its items, if it is there."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM feeds WHERE address = ?", (address,))

    def every(self) -> list[Feed]:
        """The feeds subscribed to, by title."""
        rows = self._database.rows(_FEEDS)
        return [Feed(address, title, time_of(at), new) for address, title, at, new in rows]

    def take(self, feed: Contents, now: datetime) -> int:
        """Keep what ``feed`` listed at ``now``; how many items were not there before.

        One whose article was opened already is not new. Nothing is kept, and 0 returned,
        for a feed that is not subscribed to.
        """
        if feed.url not in {known.address for known in self.every()}:
            return 0
        before = self._new(feed.url)
        self._put(feed, now, new=True)
        return self._new(feed.url) - before

    def items(self, address: str) -> list[FeedItem]:
        """The LISTED latest items of a feed, the latest first."""
        return [_item(row) for row in self._database.rows(_ITEMS, address, LISTED)]

    def read(self, article: Article) -> None:
        """Note that ``article`` was opened: it is new in no feed any more."""
        places = (place(article.url), place(article.asked))
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE feed_items SET new = 0 WHERE new AND place <> '' AND place IN (?, ?)",
                places,
            )

    def _new(self, address: str) -> int:
        query = "SELECT count(*) FROM feed_items WHERE feed = ? AND new"
        return int(self._database.rows(query, address)[0][0])

    def _put(self, feed: Contents, now: datetime, *, new: bool) -> None:
        opened = self._opened(entry.source for entry in feed.entries) if new else set()
        at = stamp(now)
        rows = [
            _row(feed.url, entry, at, position, new=new and place(entry.source) not in opened)
            for position, entry in enumerate(feed.entries)
        ]
        with self._database.writing() as connection:
            connection.execute(_SUBSCRIBE, (feed.url, feed.title, at))
            connection.executemany(_PUT, rows)

    def _opened(self, sources: Iterable[str]) -> set[str]:
        """Which of the places have an article in the library."""
        query = "SELECT 1 FROM articles WHERE address = ?1 OR asked = ?1 LIMIT 1"
        return {at for at in map(place, sources) if at and self._database.rows(query, at)}


def _row(feed: str, entry: Entry, now: str, position: int, *, new: bool) -> tuple[object, ...]:
    where = (feed, place(entry.source), entry.source, entry.part)
    return (*where, entry.title, entry.summary, stamp(entry.published), now, position, new)


def _item(columns: tuple[Any, ...]) -> FeedItem:
    title, source, part, published, summary, new = columns
    return FeedItem(Entry(title, source, part, time_of(published), summary), bool(new))
