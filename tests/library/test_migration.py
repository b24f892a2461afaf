"""A library written by an earlier Setu: nothing of it is lost."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from reader.library import schema
from reader.library.library import Library
from reader.model import Article, Colour, Image, Kind, Paragraph
from tests.library import version_one

NOON = datetime(2025, 3, 5, 12, 0, tzinfo=UTC)
ARTICLE = Article(
    "नदी का गीत",
    (Paragraph("नदी शांत है।"), Paragraph("पुल नया है।", Kind.QUOTE)),
    byline="कविता बिष्ट",
    published=datetime(2025, 3, 3, 17, 34, tzinfo=timezone(timedelta(hours=5, minutes=30))),
    source="दैनिक",
    url=f"{version_one.URL}#top",
    lead="गाँव में मेला।",
    image=Image("पुल", "नदी पर पुल"),
    key_points=("पुल खुला",),
    dateline="बागेश्वर",
    web_title="river song",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    version_one.make(path)
    return path


def test_an_earlier_library_is_brought_up_to_date(path: Path) -> None:
    with Library.open(path) as library:
        (recent,) = library.recent(5)
        (mark,) = library.annotations(recent.key)
        (unit,) = library.units.every()
        assert library.article(recent.key) == ARTICLE
        assert library.versions(recent.key) == ()
        assert library.feeds() == []
    assert (mark.quote, mark.colour, mark.note) == ("शांत", Colour.MINT, "कितनी शांत?")
    assert unit.target == "The river is calm."
    with closing(sqlite3.connect(path)) as connection:
        assert schema.version(connection) == len(schema.MIGRATIONS) > 1


@pytest.mark.parametrize("end", ["", "#top", "&utm_source=chitthi", "&fbclid=x&utm_medium=y#z"])
def test_an_article_of_an_earlier_library_is_found_again(path: Path, end: str) -> None:
    with Library.open(path) as library:
        assert library.article_at(f"https://dainik.example/nadi?id=5{end}") == ARTICLE
        assert library.article_at("https://dainik.example/nadi/?id=6") is None


def test_opened_again_it_keeps_its_key_its_marks_and_what_it_was(path: Path) -> None:
    with Library.open(path) as library:
        newer = replace(ARTICLE, title="नदी का नया गीत", url=version_one.URL, fetched=NOON)
        key = library.remember_article(newer, NOON)
        assert key == version_one.URL
        assert [mark.id for mark in library.annotations(key)] == ["m1"]
        assert library.article(key) == newer
        assert library.versions(key) == (ARTICLE,)
