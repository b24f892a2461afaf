"""The author and the times that a page tells in the data of its scripts alone."""

import json

import pytest

from reader.formats import dates
from reader.model import Article
from tests.formats.web import story

SAID = {"author": {"name": "किरण बघेल", "slug": "kiran"}, "publishedAt": "2025-10-17T18:05:00+05:30"}
WHEN = dates.parse("2025-10-17T18:05:00+05:30")
OTHER = {"title": "सौ साल की हुई कस्बे की बेकरी", "author": "मोहन राय", "publishedAt": "2024-01-01"}


def read(data: object, script: str = "<script>window.__INITIAL_STATE__ = {};</script>") -> Article:
    told = json.dumps(data, ensure_ascii="json" in script)
    return story.read(f"{story.BODY}{script.replace('{}', told, 1)}")


@pytest.mark.parametrize(
    "script",
    [
        "<script>window.__INITIAL_STATE__ = {};</script>",
        "<script id='__NEXT_DATA__' type='application/json'>{}</script>",
    ],
)
@pytest.mark.parametrize(
    "said",
    [
        SAID,
        {"byline": "किरण बघेल", "datePublished": "17 अक्टूबर 2025, शाम 6:05"},
        {"authors": [{"fullName": "किरण बघेल"}], "published_at": 1760704500},
        {"author_name": "By किरण बघेल", "publish_date": "1760704500000"},
    ],
)
def test_what_stands_beside_the_headline(script: str, said: dict[str, object]) -> None:
    article = read(
        {"props": {"related": [OTHER], "article": {"title": story.TITLE, **said}}}, script
    )
    assert (article.byline, article.published) == ("किरण बघेल", WHEN)


def test_when_it_was_changed() -> None:
    said = {"headline": story.TITLE, "last_updated": "2025-10-18 09:40:00"}
    assert read(said).modified == dates.parse("2025-10-18 09:40:00")


@pytest.mark.parametrize(
    "data",
    [
        OTHER,
        [OTHER, {"title": story.TITLE}],
        {"title": story.TITLE, "author": 7, "publishedAt": True, "updatedAt": None},
        {"title": story.TITLE, "author": "admin", "publishedAt": "kal"},
    ],
)
def test_what_says_nothing_of_the_article(data: object) -> None:
    article = read(data)
    assert (article.byline, article.published, article.modified) == ("", None, None)


def test_what_the_page_shows_goes_first() -> None:
    shown = story.BODY.replace("</h1>", "</h1><p>By रेखा साहू</p>")
    told = json.dumps({"title": story.TITLE, **SAID})
    assert story.read(f"{shown}<script>var data = {told}</script>").byline == "रेखा साहू"
