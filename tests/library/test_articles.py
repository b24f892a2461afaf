"""Articles in the library: the same key each time, nothing lost, the latest first."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.library.articles import RecentArticle, article_key, from_json, to_json
from reader.library.library import Library
from reader.model import Article, Image, Kind, Paragraph

NOON = datetime(2024, 6, 19, 12, 0, tzinfo=UTC)
INDIA = timezone(timedelta(hours=5, minutes=30))

texts = st.text()
times = st.none() | st.datetimes(timezones=st.sampled_from([UTC, INDIA])) | st.datetimes()
articles = st.builds(
    Article,
    title=texts,
    paragraphs=st.lists(st.builds(Paragraph, texts, st.sampled_from(Kind))).map(tuple),
    byline=texts,
    published=times,
    modified=times,
    source=texts,
    url=texts,
    language=texts,
    lead=texts,
    image=st.builds(Image, texts, texts),
    key_points=st.lists(texts).map(tuple),
    dateline=texts,
    web_title=texts,
)


def article(title: str = "नदी का गीत", url: str = "") -> Article:
    return Article(title, (Paragraph("नदी शांत है।"),), url=url, source="दैनिक")


@given(articles)
def test_json_loses_nothing(article: Article) -> None:
    back = from_json(to_json(article))
    assert back == article
    assert [type(p.kind) for p in back.paragraphs] == [Kind] * len(article.paragraphs)
    for one, other in ((back.published, article.published), (back.modified, article.modified)):
        assert (one and one.utcoffset()) == (other and other.utcoffset())


def test_the_key_is_the_address_without_its_fragment() -> None:
    assert article_key(article(url="https://example.org/a?b=1#c")) == "https://example.org/a?b=1"


@pytest.mark.parametrize("root", ["https://n.example", "https://n.example/", "http://n.example/#a"])
def test_articles_that_give_their_sites_root_stay_two(root: str) -> None:
    with Library.open(None) as library:
        first = library.remember_article(article("पुल", root), NOON)
        second = library.remember_article(article("मेला", root), NOON)
        assert first != second
        assert library.article(first) == article("पुल", root)


@given(articles | st.builds(article, url=st.text(alphabet=":/#[]?a\ud800")))
@example(article(url="https://[oops#x"))
@example(article("\ud800"))
def test_every_article_has_a_key(article: Article) -> None:
    assert article_key(article)


def test_without_an_address_the_key_is_the_text_s() -> None:
    assert article_key(article()) == article_key(article())
    assert article_key(article()) != article_key(article("और"))


def test_an_article_opened_again_is_one_article() -> None:
    with Library.open(None) as library:
        key = library.remember_article(article(url="https://example.org/a"), NOON)
        later = NOON + timedelta(days=1)
        newer = article("नया शीर्षक", url="https://example.org/a#top")
        assert library.remember_article(newer, later) == key
        assert library.article(key) == newer
        assert library.recent(5) == [RecentArticle(key, "नया शीर्षक", "दैनिक", newer.url, later)]


def test_recent_is_the_latest_first_and_no_more_than_asked() -> None:
    with Library.open(None) as library:
        for hour in (3, 1, 2, 0):
            # In another zone: the order is that of time, not of its writing.
            opened = (NOON + timedelta(hours=hour)).astimezone(INDIA if hour % 2 else UTC)
            library.remember_article(article(str(hour)), opened)
        assert [recent.title for recent in library.recent(3)] == ["3", "2", "1"]


@pytest.mark.parametrize("key", ["", "https://example.org/never"])
def test_an_article_never_opened_is_none(key: str) -> None:
    with Library.open(None) as library:
        assert library.article(key) is None
