"""The reader's marks in the library."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from reader.errors import LibraryError
from reader.library.library import Library
from reader.model import Annotation, Article, Colour, Paragraph, Span

NOON = datetime(2024, 6, 19, 12, 0, tzinfo=UTC)
MARK = Annotation("m1", "p1", Span(4, 8), "शांत", "नदी ", " है।", Colour.MINT, NOON, "कितनी शांत?")


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.open(None) as library:
        yield library


@pytest.fixture
def key(library: Library) -> str:
    return library.remember_article(Article("नदी", (Paragraph("नदी शांत है।"),)), NOON)


def test_a_mark_comes_back_as_it_was(library: Library, key: str) -> None:
    library.put_annotations(key, [MARK])
    (back,) = library.annotations(key)
    assert back == MARK
    assert type(back.colour) is Colour


def test_marks_belong_to_their_article_and_come_oldest_first(library: Library, key: str) -> None:
    other = library.remember_article(Article("आसमान", ()), NOON)
    younger = replace(MARK, id="m0", created=NOON + timedelta(hours=1))
    library.put_annotations(key, [younger])
    library.put_annotations(key, [MARK])
    library.put_annotations(other, [replace(MARK, id="m2")])
    assert [mark.id for mark in library.annotations(key)] == ["m1", "m0"]


def test_a_mark_put_again_is_replaced(library: Library, key: str) -> None:
    library.put_annotations(key, [MARK])
    changed = replace(MARK, colour=Colour.ROSE, note="", span=Span(0, 8))
    library.put_annotations(key, [changed])
    assert library.annotations(key) == (changed,)


def test_a_mark_can_be_removed_and_removed_again(library: Library, key: str) -> None:
    library.put_annotations(key, [MARK])
    library.remove_annotation(MARK.id)
    library.remove_annotation(MARK.id)
    assert library.annotations(key) == ()


def test_marks_survive_a_re_fetch(library: Library, key: str) -> None:
    library.put_annotations(key, [MARK])
    library.remember_article(Article("नदी", (Paragraph("नदी शांत है।"),)), NOON)
    assert library.annotations(key) == (MARK,)


def test_a_mark_needs_an_article_and_a_failed_put_changes_nothing(
    library: Library, key: str
) -> None:
    library.put_annotations(key, [MARK])
    with pytest.raises(LibraryError):
        library.put_annotations("never opened", [MARK])
    assert library.annotations(key) == (MARK,)
