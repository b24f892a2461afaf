import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import NoArticle
from reader.formats import Layout, load_file, render
from reader.formats.dates import IST
from reader.formats.files import markdown
from reader.formats.material import Material
from reader.model import Article, Kind, Markup, Paragraph, Span, Style
from tests.formats.writers.documents import document

TEXT = """---
title: "नदी की कथा"
author: मीना जोशी
date: 2024-06-19
draft: true
---

नदी के किनारे **एक गाँव** था, *बहुत* [पुराना](https://nadi.example/a?b=1&c=2)।

## आगे

> “हम आएँगे।”

- मछली
- खेती

3. तीसरा
4. चौथा

| नाम | उम्र |
|---|---|
| रवि | १२ |

![नाव का चित्र](https://nadi.example/naav.jpg)

यह<!-- छिपा --> <script>alert(1)</script>और [बुरी](javascript:alert(1)) कड़ी[^1] ==चिह्नित== a == b

<div align="center"><b>बीच में</b></div>

[^1]: एक पादटिप्पणी।
[^note]: दूसरी पादटिप्पणी।
"""


def read(text: str) -> Article:
    found = markdown.parse(Material(text.encode(), "a.md"))
    assert isinstance(found, Article)
    return found


def test_every_part_comes_to_its_place() -> None:
    found = read(TEXT)
    assert (found.title, found.byline) == ("नदी की कथा", "मीना जोशी")
    assert found.published is not None
    assert found.published.astimezone(IST).date().isoformat() == "2024-06-19"
    assert found.paragraphs == (
        Paragraph(
            "नदी के किनारे एक गाँव था, बहुत पुराना।",
            Kind.BODY,
            (
                Markup(Span(14, 21), Style.BOLD),
                Markup(Span(26, 30), Style.ITALIC),
                Markup(Span(31, 37), Style.LINK, "https://nadi.example/a?b=1&c=2"),
            ),
        ),
        Paragraph("आगे", Kind.HEADING),
        Paragraph("“हम आएँगे।”", Kind.QUOTE),
        Paragraph("मछली", Kind.ITEM),
        Paragraph("खेती", Kind.ITEM),
        Paragraph("तीसरा", Kind.ITEM, label="3."),
        Paragraph("चौथा", Kind.ITEM, label="4."),
        Paragraph("नाम\tउम्र", Kind.TABLE_HEAD),
        Paragraph("रवि\t१२", Kind.TABLE_ROW),
        Paragraph("नाव का चित्र", Kind.IMAGE, address="https://nadi.example/naav.jpg"),
        Paragraph("यह और बुरी कड़ी चिह्नित a == b"),
        Paragraph("बीच में", Kind.HEADING),
        Paragraph("एक पादटिप्पणी।"),
        Paragraph("दूसरी पादटिप्पणी।"),
    )


def test_the_heading_is_the_title_where_nothing_else_is_said() -> None:
    assert read("# शीर्षक\n\nपहला वाक्य।").title == "शीर्षक"
    assert read("---\ntitle: शीर्षक\n---\n# शीर्षक\n\nपहला वाक्य।").paragraphs == (
        Paragraph("पहला वाक्य।"),
    )
    named = read("---\ntitle: नाम\n---\n# शीर्षक\n\nपहला वाक्य।")
    assert (named.title, named.paragraphs[0]) == ("नाम", Paragraph("शीर्षक", Kind.HEADING))


def test_toml_is_front_matter_too() -> None:
    found = read('+++\ntitle = "नाम"\nauthors = ["मीना जोशी"]\n+++\n\nपहला वाक्य।')
    assert (found.title, found.byline) == ("नाम", "मीना जोशी")
    assert found.paragraphs == (Paragraph("पहला वाक्य।"),)


@pytest.mark.parametrize(
    ("front", "byline"),
    [
        (
            "---\ntitle: >\n  नदी की\n  कथा\nauthor:\n  - मीना जोशी\n  - राम कुमार\n---",
            "मीना जोशी, राम कुमार",
        ),
        ("---\r\ntitle: नदी की कथा\r\nauthors: ['मीना जोशी', राम]\r\n---\r\n", "मीना जोशी, राम"),
        ("---\nauthor:\n- name: मीना जोशी\ntitle: 'नदी की कथा'\n---", "मीना जोशी"),
        ('+++\ntitle = "नदी की कथा"\nauthors = ["मीना जोशी",\n  "राम"]\n+++', "मीना जोशी, राम"),
    ],
)
def test_values_over_several_lines(front: str, byline: str) -> None:
    article = read(f"{front}\n\nनदी के किनारे एक गाँव था।")
    assert (article.title, article.byline) == ("नदी की कथा", byline)


def test_a_short_line_over_the_text_is_its_title() -> None:
    found = read("नदी पर नया पुल\n\nपुल खुल गया।\n\nबच्चे खुश हैं।")
    assert found.title == "नदी पर नया पुल"
    assert [p.text for p in found.paragraphs] == ["पुल खुल गया।", "बच्चे खुश हैं।"]


def test_signs_are_letters_in_text_for_a_legacy_font() -> None:
    typed = "unh esa o`{k gSa vkSj mudh Nk;k esa e`x gSaA D;k ;g lp gS\\ fpfM+;k <ksy lqurh gSA"
    found = read(f"# o`{{k vkSj e`x\n\n{typed}\n")
    assert found.title == "वृक्ष और मृग"
    assert [p.text for p in found.paragraphs] == [
        "नदी में वृक्ष हैं और उनकी छाया में मृग हैं। क्या यह सच है? चिड़िया ढोल सुनती है।"
    ]
    assert found.converted == "Kruti Dev"


def test_a_rule_at_the_beginning_is_no_front_matter() -> None:
    found = read("---\n\nपहला वाक्य।\n\nदूसरा वाक्य।")
    assert [p.text for p in found.paragraphs] == ["पहला वाक्य।", "दूसरा वाक्य।"]


@pytest.mark.parametrize("layout", Layout)
def test_what_was_exported_opens_again(layout: Layout) -> None:
    there = document()
    found = read(render(there, "md", layout))
    assert found.title == there.article.title
    texts = "\n".join([*(p.text for p in found.paragraphs), *found.key_points])
    assert "The bridge has opened." in texts
    assert "<script>alert('x')</script>" in texts
    if layout is not Layout.ENGLISH:
        hindi = [row.text for row in there.rows if row.id in ("p1", "p3", "p4")]
        assert all(text in texts for text in hindi)


def test_an_empty_file_is_said_to_be_empty() -> None:
    for text in ("", "\n \n", "---\ndraft: true\n---\n", "[a]: https://b.example"):
        with pytest.raises(NoArticle, match=r"a\.md is empty"):
            read(text)


@pytest.mark.parametrize(
    "text", ["[", "*a_ ", "`a``b", "<a", ">", "- ", "- a\n", "![[]()", "|a|\n|-|\n", "क", "\n\n#"]
)
def test_signs_without_end_take_no_longer_than_they_should(text: str) -> None:
    before = time.process_time()
    with suppress(NoArticle):
        assert read(text * (90_000 // len(text))).title
    assert time.process_time() - before < 5


@pytest.mark.parametrize("text", ["[", "क ", "**कथा** ", "`"])
def test_a_file_too_large_to_be_parsed_is_read_as_text(text: str) -> None:
    before = time.process_time()
    found = read(f"# नदी की कथा\n\n{text * (5_000_000 // len(text))}")
    assert time.process_time() - before < 5
    assert found.title == "नदी की कथा"
    assert len(found.paragraphs) == 1


@given(st.text(), st.text("#*_-[]()!`>|=~<&;:\\ \n\tकa1."))
def test_any_text_is_read_or_empty(text: str, signs: str) -> None:
    for each in (text, signs, f"---\ntitle: {text}\n---\n{signs}"):
        with suppress(NoArticle):
            assert read(each).title


def test_the_file_is_known_by_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    assert load_file(path) == read(TEXT)
