from dataclasses import replace
from datetime import timedelta

from reader.formats.writers.head import english_head, hindi_head, source_line
from reader.model import Article, Document, Paragraph
from tests.formats.writers.documents import document


def test_heads_in_both_languages() -> None:
    assert hindi_head(document()) == ("लखनऊ · आरती शर्मा · 4 जुलाई 2025, सुबह 9:15 · अपडेट शाम 5:40")
    assert english_head(document()) == (
        "Lucknow · Arti Sharma · 4 July 2025, 9:15 am · updated 5:40 pm"
    )


def test_a_change_within_a_minute_is_not_told() -> None:
    there = document()
    published = there.article.published
    assert published is not None
    for seconds, told in ((59, False), (60, True)):
        modified = published + timedelta(seconds=seconds)
        changed = replace(there, article=replace(there.article, modified=modified))
        assert ("अपडेट" in hindi_head(changed)) is told


def test_a_change_on_another_day_has_its_day() -> None:
    there = document()
    published = there.article.published
    assert published is not None
    changed = replace(
        there, article=replace(there.article, modified=published + timedelta(hours=15))
    )
    assert hindi_head(changed).endswith("सुबह 9:15 · अपडेट 5 जुलाई 2025, रात 12:15")
    assert english_head(changed).endswith("9:15 am · updated 5 July 2025, 12:15 am")


def test_a_change_without_a_first_date_is_told() -> None:
    there = document()
    changed = replace(there, article=replace(there.article, published=None))
    assert "updated 4 July 2025, 5:40 pm" in english_head(changed)


def test_source_line() -> None:
    assert source_line(document()) == (
        "नदी समाचार, 4 July 2025, https://nadi.example/pul?a=1&b=2, "
        "fetched 5 July 2025, 12:15 pm IST"
    )


def test_the_author_stands_for_an_unknown_publisher() -> None:
    there = document()
    bare = replace(there, article=replace(there.article, source="", url="", fetched=None))
    assert source_line(bare) == "आरती शर्मा, 4 July 2025"


def test_an_article_that_says_nothing_has_empty_lines() -> None:
    bare = Document(Article("शीर्षक", (Paragraph("पैरा"),)), ())
    assert (hindi_head(bare), english_head(bare), source_line(bare)) == ("", "", "")
