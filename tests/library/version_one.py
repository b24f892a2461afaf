"""A library file as version 1 of its tables left it, made by the SQL of that time."""

import sqlite3
from contextlib import closing
from pathlib import Path

TABLES = """
CREATE TABLE units (
    key TEXT NOT NULL,
    engine TEXT NOT NULL,
    edited INTEGER NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    created TEXT NOT NULL,
    PRIMARY KEY (key, engine, edited)
) WITHOUT ROWID;
CREATE TABLE articles (
    key TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    url TEXT NOT NULL,
    payload TEXT NOT NULL,
    opened TEXT NOT NULL
);
CREATE INDEX articles_by_opened ON articles (opened);
CREATE TABLE annotations (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    row TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    colour TEXT NOT NULL,
    note TEXT NOT NULL,
    created TEXT NOT NULL
);
CREATE INDEX annotations_by_article ON annotations (article);
PRAGMA journal_mode = WAL;
PRAGMA user_version = 1;
"""
URL = "https://dainik.example/nadi/?id=5&utm_source=chitthi"
PAYLOAD = (
    '{"title": "नदी का गीत", "paragraphs": [{"text": "नदी शांत है।", "kind": "paragraph"},'
    ' {"text": "पुल नया है।", "kind": "quote"}], "byline": "कविता बिष्ट",'
    ' "published": "2025-03-03T17:34:00+05:30", "modified": null, "source": "दैनिक",'
    f' "url": "{URL}#top", "language": "hi", "lead": "गाँव में मेला।",'
    ' "image": {"alt": "पुल", "caption": "नदी पर पुल"}, "key_points": ["पुल खुला"],'
    ' "dateline": "बागेश्वर", "web_title": "river song"}'
)
"""An article as version 1 kept it: before markup, addresses of pictures, and times of fetching."""


def make(path: Path) -> None:
    """Write a version 1 library with one article, a mark in it and a unit."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(TABLES)
        connection.execute(
            "INSERT INTO articles VALUES (?, 'नदी का गीत', 'दैनिक', ?, ?, ?)",
            (URL, f"{URL}#top", PAYLOAD, "2025-03-04T10:00:00.000000+00:00"),
        )
        connection.execute(
            "INSERT INTO annotations VALUES ('m1', ?, 'p1', 4, 8, 'शांत', 'नदी ', ' है।', 'mint',"
            " 'कितनी शांत?', '2025-03-04T10:05:00.000000+00:00')",
            (URL,),
        )
        connection.execute(
            "INSERT INTO units VALUES ('नदी शांत है।', 'google', 0, 'नदी शांत है।',"
            " 'The river is calm.', '2025-03-04T10:06:00.000000+00:00')"
        )
        connection.commit()
