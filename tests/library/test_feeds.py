"""Feeds subscribed to, and which of their items are new."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from reader.library.feeds import LISTED, Feed
from reader.library.library import Library
from reader.model import Article, Contents, ContentsKind, Entry, Paragraph

NOON = datetime(2025, 3, 3, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(hours=2)
ADDRESS = "https://n.example/feed.xml"


def entry(name: str, published: datetime | None = None) -> Entry:
    return Entry(f"खबर {name}", f"https://n.example/{name}", "", published, f"{name} का सार")


def feed(*names: str, address: str = ADDRESS, title: str = "दैनिक") -> Contents:
    return Contents(title, ContentsKind.FEED, tuple(map(entry, names)), address)


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.open(None) as library:
        yield library


def listed(library: Library) -> list[tuple[str, bool]]:
    return [(i.entry.source[-1], i.is_new) for i in library.feed_items(ADDRESS)]


def test_what_was_there_at_the_start_is_not_new(library: Library) -> None:
    library.subscribe(feed("b", "a"), NOON)
    assert listed(library) == [("b", False), ("a", False)]
    assert library.feeds() == [Feed(ADDRESS, "दैनिक", NOON, 0)]


def test_items_that_came_since_are_new_and_come_first(library: Library) -> None:
    library.subscribe(feed("b", "a"), NOON)
    assert library.take_items(feed("d", "c", "b"), LATER) == 2
    assert listed(library) == [("d", True), ("c", True), ("b", False), ("a", False)]
    assert library.feeds() == [Feed(ADDRESS, "दैनिक", LATER, 2)]
    assert library.take_items(feed("d", "c", "b"), LATER) == 0
    assert library.feeds()[0].new == 2


def test_an_item_is_new_until_its_article_is_opened(library: Library) -> None:
    library.subscribe(feed(), NOON)
    library.take_items(feed("c", "b", "a"), LATER)
    article = Article("खबर", (Paragraph("पुल खुला।"),))
    library.remember_article(replace(article, url="https://n.example/a/?utm_source=rss"), LATER)
    elsewhere = replace(article, url="https://n.example/z", asked="https://n.example/b#top")
    library.remember_article(elsewhere, LATER)
    library.remember_article(article, LATER)
    assert listed(library) == [("c", True), ("b", False), ("a", False)]
    library.take_items(feed("c", "b", "a"), LATER)
    assert library.feeds()[0].new == 1


def test_what_was_read_before_it_was_listed_is_not_new(library: Library) -> None:
    library.subscribe(feed(), NOON)
    opened = Article("खबर", (), url="https://n.example/x", asked="https://n.example/a")
    library.remember_article(opened, NOON)
    assert library.take_items(feed("b", "a"), LATER) == 1
    assert listed(library) == [("b", True), ("a", False)]


def test_items_come_by_their_time(library: Library) -> None:
    times = {"a": LATER, "b": None, "c": NOON - timedelta(days=1), "d": LATER + timedelta(hours=1)}
    entries = tuple(entry(name, time) for name, time in times.items())
    library.subscribe(replace(feed(), entries=entries), NOON)
    assert [name for name, _ in listed(library)] == ["d", "a", "b", "c"]
    kept = {item.entry.source: item.entry for item in library.feed_items(ADDRESS)}
    assert set(kept.values()) == set(entries)


def test_an_item_listed_again_has_its_newest_words(library: Library) -> None:
    library.subscribe(feed("a"), NOON)
    changed = replace(entry("a"), title="नई सुर्खी", summary="")
    library.take_items(replace(feed(), entries=(changed,), title="नया दैनिक"), LATER)
    assert [item.entry for item in library.feed_items(ADDRESS)] == [changed]
    assert library.feeds()[0].title == "नया दैनिक"


def test_an_item_listed_twice_is_one(library: Library) -> None:
    library.subscribe(feed("a", "a"), NOON)
    assert library.take_items(feed("b", "b", "a"), LATER) == 1
    assert listed(library) == [("b", True), ("a", False)]


def test_subscribing_again_makes_nothing_old(library: Library) -> None:
    library.subscribe(feed("a"), NOON)
    library.take_items(feed("b", "a"), LATER)
    library.subscribe(feed("b", "a"), LATER)
    assert listed(library) == [("b", True), ("a", False)]


def test_feeds_are_apart_and_come_by_title(library: Library) -> None:
    other = "https://o.example/rss"
    library.subscribe(feed("a", title="ब"), NOON)
    library.subscribe(feed("a", address=other, title="अ"), NOON)
    library.take_items(feed("b", "a", address=other, title="अ"), LATER)
    assert [(f.address, f.new) for f in library.feeds()] == [(other, 1), (ADDRESS, 0)]
    library.unsubscribe(other)
    library.unsubscribe(other)
    assert [f.address for f in library.feeds()] == [ADDRESS]
    assert library.feed_items(other) == []
    assert listed(library) == [("a", False)]


def test_a_feed_not_subscribed_to_is_not_kept(library: Library) -> None:
    assert library.take_items(feed("a"), NOON) == 0
    assert (library.feeds(), library.feed_items(ADDRESS)) == ([], [])


def test_only_the_latest_of_very_many_are_listed(library: Library) -> None:
    library.subscribe(feed(*map(str, range(LISTED + 100))), NOON)
    items = library.feed_items(ADDRESS)
    assert len(items) == LISTED
    assert items[0].entry == entry("0")
