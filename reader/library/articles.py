"""Articles in the library: what was read, when, and its whole text to read it again."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from reader.library.database import Database, stamp
from reader.model import Article, Image, Kind, Paragraph

_ROOT = re.compile(r"\w+://[^/?#]*/*")


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
        """Keep ``article`` as opened at ``now``, over an earlier version; its key."""
        key = article_key(article)
        row = (key, article.title, article.source, article.url, to_json(article), stamp(now))
        with self._database.writing() as connection:
            connection.execute(
                """
                INSERT INTO articles (key, title, source, url, payload, opened)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (key) DO UPDATE
                SET title = excluded.title, source = excluded.source, url = excluded.url,
                    payload = excluded.payload, opened = excluded.opened
                """,
                row,
            )
        return key

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

    def get(self, key: str) -> Article | None:
        """The article of that key as it was last opened, None when it is not here."""
        rows = self._database.rows("SELECT payload FROM articles WHERE key = ?", key)
        return from_json(rows[0][0]) if rows else None


def article_key(article: Article) -> str:
    """The article's address without its fragment, else a hash of its title and body.

    A site's root is the address of no one article, so it counts as none.
    """
    # By hand: urllib raises ValueError for an address such as https://[half.
    address = article.url.partition("#")[0]
    if address and not _ROOT.fullmatch(address):
        return address
    text = "\n".join([article.title, *(paragraph.text for paragraph in article.paragraphs)])
    return f"text:{hashlib.sha256(text.encode(errors='surrogatepass')).hexdigest()[:32]}"


def to_json(article: Article) -> str:
    """The whole article as JSON, times as ISO 8601 with their offset."""
    return json.dumps(asdict(article), ensure_ascii=False, default=datetime.isoformat)


def from_json(payload: str) -> Article:
    """The article `to_json` wrote."""
    fields: dict[str, Any] = json.loads(payload)
    fields["paragraphs"] = tuple(
        Paragraph(paragraph["text"], Kind(paragraph["kind"])) for paragraph in fields["paragraphs"]
    )
    fields["key_points"] = tuple(fields["key_points"])
    fields["image"] = Image(**fields["image"])
    for name in ("published", "modified"):
        fields[name] = datetime.fromisoformat(fields[name]) if fields[name] else None
    return Article(**fields)
