"""Articles in the library: what was read, when, and its whole text to read it again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime
from sqlite3 import Connection

from reader import plain
from reader.library.addresses import own_place, place
from reader.library.database import Database, stamp
from reader.model import Article

VERSIONS = 20
"""How many earlier versions of an article are kept."""

_PUT = """
    INSERT INTO articles (key, title, source, url, address, asked, fetched, payload, opened)
    VALUES (:key, :title, :source, :url, :address, :asked, :fetched, :payload, :opened)
    ON CONFLICT (key) DO UPDATE
    SET title = excluded.title, source = excluded.source, url = excluded.url,
        address = excluded.address, asked = excluded.asked, fetched = excluded.fetched,
        payload = excluded.payload, opened = excluded.opened
"""
_PUT_VERSION = """
    INSERT INTO versions (key, fetched, payload) SELECT key, fetched, payload FROM articles
    WHERE key = ?
"""
_DROP_OLDEST = """
    DELETE FROM versions WHERE key = ?1 AND number NOT IN
    (SELECT number FROM versions WHERE key = ?1 ORDER BY number DESC LIMIT ?2)
"""


@dataclass(frozen=True, slots=True)
class RecentArticle:
    """What a list of recent articles shows of one; ``opened`` is in UTC."""

    key: str
    title: str
    source: str
    url: str
    opened: datetime


class Articles:
    """Articles by a key that is the same each time the same article is opened."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remember(self, article: Article, now: datetime) -> str:
        """Keep ``article`` as opened at ``now``; its key.

        What was kept under that key, if its text was another, becomes an earlier version.
        """
        key = self.key(article)
        old = self.get(key)
        columns = {"key": key, "opened": stamp(now), **_columns(article)}
        with self._database.writing() as connection:
            if old is None or _words(old) != _words(article):
                _keep_version(connection, key)
            connection.execute(_PUT, columns)
        return key

    def key(self, article: Article) -> str:
        """The key ``article`` has or would get here.

        It is that of an article kept from the same address. Where only the address asked is
        the same, the two must have text in common: some addresses lead elsewhere every day.
        """
        known = self._living_at(article.url)
        if known or not article.asked:
            return known or article_key(article)
        known = self._asked_at(article.asked)
        kept = self.get(known)
        return known if kept and _akin(kept, article) else article_key(article)

    def at(self, address: str) -> Article | None:
        """The article last opened that lives at ``address``, else that was asked for there."""
        return self.get(self._living_at(address) or self._asked_at(address))

    def get(self, key: str) -> Article | None:
        """The article of that key as it was last opened, None when it is not here.

        One that another version of Setu kept in a form unknown to this one is not here.
        """
        rows = self._database.rows("SELECT payload FROM articles WHERE key = ?", key)
        return _article(rows[0][0]) if rows else None

    def leave(self, key: str, sentence: str) -> None:
        """Keep the sentence at which reading was left, '' for the top."""
        with self._database.writing() as connection:
            connection.execute("UPDATE articles SET left_at = ? WHERE key = ?", (sentence, key))

    def left_at(self, key: str) -> str:
        """The sentence at which reading was left, '' for the top or an unknown article."""
        rows = self._database.rows("SELECT left_at FROM articles WHERE key = ?", key)
        return str(rows[0][0]) if rows else ""

    def versions(self, key: str) -> tuple[Article, ...]:
        """The earlier versions of the article of that key, the latest first."""
        rows = self._database.rows(
            "SELECT payload FROM versions WHERE key = ? ORDER BY number DESC", key
        )
        return tuple(filter(None, (_article(payload) for (payload,) in rows)))

    def recent(self, limit: int) -> list[RecentArticle]:
        """The ``limit`` articles opened last, the latest first."""
        rows = self._database.rows(
            "SELECT key, title, source, url, opened FROM articles"
            " ORDER BY opened DESC, key LIMIT ?",
            limit,
        )
        return [
            RecentArticle(key, title, source, url, datetime.fromisoformat(opened))
            for key, title, source, url, opened in rows
        ]

    def _living_at(self, address: str) -> str:
        """The key of the article last opened whose own address that is, else ''."""
        return self._first("address = ? AND address <> ''", own_place(address))

    def _asked_at(self, address: str) -> str:
        """The key of the article last opened by giving that address, else ''."""
        return self._first("asked = ? AND asked <> ''", place(address))

    def _first(self, condition: str, *parameters: str) -> str:
        query = f"SELECT key FROM articles WHERE {condition} ORDER BY opened DESC, key LIMIT 1"
        rows = self._database.rows(query, *parameters)
        return str(rows[0][0]) if rows else ""


def article_key(article: Article) -> str:
    """The article's address as `place` writes it, else a hash of its title and body.

    A site's root is the address of no one article, so it counts as none.
    """
    if address := own_place(article.url):
        return address
    text = "\n".join([article.title, *(paragraph.text for paragraph in article.paragraphs)])
    return f"text:{hashlib.sha256(text.encode(errors='surrogatepass')).hexdigest()[:32]}"


def _columns(article: Article) -> dict[str, str]:
    """What the table keeps of the article itself."""
    return {
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "address": own_place(article.url),
        "asked": place(article.asked),
        "fetched": stamp(article.fetched),
        "payload": plain.to_json(article),
    }


def _article(payload: str) -> Article | None:
    try:
        return plain.from_plain(Article, json.loads(payload))
    except ValueError:
        return None


def _keep_version(connection: Connection, key: str) -> None:
    """Set what is kept under ``key`` aside as the latest of its earlier versions."""
    connection.execute(_PUT_VERSION, (key,))
    connection.execute(_DROP_OLDEST, (key, VERSIONS))


def _words(article: Article) -> Article:
    """The article without what another fetch changes by itself."""
    return replace(article, asked="", url="", fetched=None, feed="", language="")


def _akin(one: Article, other: Article) -> bool:
    """Whether two articles have their title or a paragraph in common."""
    texts = {paragraph.text for paragraph in one.paragraphs}
    return one.title == other.title or any(p.text in texts for p in other.paragraphs)
