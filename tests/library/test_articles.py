"""Articles in the library: the same key each time, nothing lost, the latest first."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.library.articles import VERSIONS, RecentArticle, article_key
from reader.library.library import Library
from reader.model import Article, Image, Kind, Markup, Paragraph, Span, Style

NOON = datetime(2024, 6, 19, 12, 0, tzinfo=UTC)
INDIA = timezone(timedelta(hours=5, minutes=30))

texts = st.text()
spans = st.builds(Span, st.integers(0, 99), st.integers(0, 99))
times = st.none() | st.datetimes(timezones=st.sampled_from([UTC, INDIA])) | st.datetimes()
paragraphs = st.builds(
    Paragraph,
    texts,
    st.sampled_from(Kind),
    st.lists(st.builds(Markup, spans, st.sampled_from(Style), texts)).map(tuple),
    texts,
    texts,
)
articles = st.builds(
    Article,
    title=texts,
    paragraphs=st.lists(paragraphs).map(tuple),
    byline=texts,
    published=times,
    modified=times,
    source=texts,
    url=texts,
    language=texts,
    lead=texts,
    image=st.builds(Image, texts, texts, texts),
    key_points=st.lists(texts).map(tuple),
    dateline=texts,
    web_title=texts,
    asked=texts,
    fetched=times,
    converted=texts,
    feed=texts,
)


def article(title: str = "नदी का गीत", url: str = "") -> Article:
    return Article(title, (Paragraph("नदी शांत है।"),), url=url, source="दैनिक")


@given(articles)
@example(Article("नदी", (), fetched=datetime.min))
@example(Article("नदी", (), fetched=datetime.min.replace(tzinfo=INDIA)))
@example(Article("नदी", (), fetched=datetime.max))
def test_the_library_loses_nothing(article: Article) -> None:
    with Library.open(None) as library:
        back = library.article(library.remember_article(article, NOON))
    assert back == article
    assert [type(p.kind) for p in back.paragraphs] == [Kind] * len(article.paragraphs)
    assert {type(m.style) for p in back.paragraphs for m in p.markup} <= {Style}
    for name in ("published", "modified", "fetched"):
        one, other = getattr(back, name), getattr(article, name)
        assert (one and one.utcoffset()) == (other and other.utcoffset())


def test_what_a_later_setu_kept_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        key = library.remember_article(version(1), NOON)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("""UPDATE articles SET payload = '{"mood": "calm"}'""")
        connection.commit()
    with Library.open(path) as library:
        assert library.article(key) is None
        assert library.article_at("https://n.example/a") is None
        assert library.remember_article(version(2), NOON) == key
        assert library.article(key) == version(2)
        assert library.versions(key) == ()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT payload FROM versions").fetchone() == (
            '{"mood": "calm"}',
        )


def test_the_key_is_the_address_without_its_fragment() -> None:
    assert article_key(article(url="https://example.org/a?b=1#c")) == "https://example.org/a?b=1"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://n.example/a/", "https://n.example/a"),
        ("https://n.example/a/?utm_source=x&utm_medium=y", "https://n.example/a"),
        ("https://n.example/a?id=5&fbclid=Z9&page=2#b", "https://n.example/a?id=5&page=2"),
        ("https://n.example/?p=5&gclid=x", "https://n.example?p=5"),
        ("https://n.example/a?fbclid", "https://n.example/a"),
        ("https://n.example/a?glide=1&my_utm_x=2", "https://n.example/a?glide=1&my_utm_x=2"),
    ],
)
def test_what_only_counts_readers_is_not_in_the_key(url: str, key: str) -> None:
    assert article_key(article(url=url)) == key


def test_addresses_that_differ_in_what_they_ask_for_are_two_articles() -> None:
    with Library.open(None) as library:
        keys = {
            library.remember_article(article(url=f"https://n.example/a?id={n}"), NOON)
            for n in (5, 6)
        }
        assert len(keys) == 2
        assert library.article_at("https://n.example/a") is None


@pytest.mark.parametrize(
    "address",
    [
        "https://n.example/pul",
        "https://n.example/pul/?utm_source=mail#top",
        " https://n.example/go?to=5 ",
        "https://n.example/go/?to=5&fbclid=1",
        "https://reader:secret@n.example/go?to=5",
    ],
)
def test_an_article_is_found_by_where_it_lives_and_by_what_was_asked(address: str) -> None:
    kept = replace(article(url="https://n.example/pul/"), asked="https://n.example/go?to=5#a")
    with Library.open(None) as library:
        library.remember_article(kept, NOON)
        assert library.article_at(address) == kept


@pytest.mark.parametrize("address", ["", "#a", "https://n.example", "https://n.example/go?to=6"])
def test_no_other_address_finds_it(address: str) -> None:
    kept = replace(article(url="https://n.example/pul/"), asked="https://n.example/go?to=5")
    with Library.open(None) as library:
        library.remember_article(kept, NOON)
        library.remember_article(article("मेला", "https://n.example/"), NOON)
        assert library.article_at(address) is None


def test_where_an_article_lives_goes_before_where_another_was_asked_for() -> None:
    there = article("पुल", "https://n.example/a")
    sent_on = replace(article("मेला", "https://n.example/b"), asked="https://n.example/a")
    with Library.open(None) as library:
        library.remember_article(there, NOON)
        library.remember_article(sent_on, NOON + timedelta(days=1))
        assert library.article_at("https://n.example/a") == there
        assert library.key(there) == "https://n.example/a"


def test_an_article_that_moved_to_another_address_is_still_that_article() -> None:
    first = replace(article(url="https://n.example/pul"), asked="https://n.example/5")
    moved = replace(first, title="नदी पर पुल", url="https://n.example/nadi-par-pul")
    with Library.open(None) as library:
        key = library.remember_article(first, NOON)
        assert library.remember_article(moved, NOON) == key
        assert library.article_at("https://n.example/nadi-par-pul") == moved
        assert library.remember_article(replace(moved, asked=""), NOON) == key


def test_an_address_that_leads_to_other_news_each_day_is_many_articles() -> None:
    today = replace(article(url="https://n.example/pul"), asked="https://n.example/latest")
    tomorrow = Article(
        "मेला", (Paragraph("झूले लगे हैं।"),), url="https://n.example/mela", asked=today.asked
    )
    with Library.open(None) as library:
        first = library.remember_article(today, NOON)
        assert library.remember_article(tomorrow, NOON) != first
        assert library.article(first) == today


def version(number: int) -> Article:
    text = (Paragraph("नदी शांत है।"), Paragraph(f"पुल पर {number} लोग हैं।"))
    fetched = NOON + timedelta(hours=number)
    return Article("नदी", text, url="https://n.example/a", fetched=fetched)


def test_what_an_article_was_before_is_kept() -> None:
    with Library.open(None) as library:
        for number in range(VERSIONS + 5):
            key = library.remember_article(version(number), NOON)
        assert library.article(key) == version(VERSIONS + 4)
        assert library.versions(key) == tuple(map(version, reversed(range(4, VERSIONS + 4))))


def test_the_same_text_fetched_again_is_no_version() -> None:
    with Library.open(None) as library:
        library.remember_article(version(1), NOON)
        again = replace(version(1), fetched=NOON + timedelta(days=1), asked="https://n.example/b")
        again = replace(again, language="mr")
        key = library.remember_article(again, NOON)
        assert library.article(key) == again
        assert library.versions(key) == ()


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
