"""Bold, italics, links, lists, quotations, tables and pictures in exported files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree, html
from markdown_it import MarkdownIt

from reader.formats import ExportOptions, Layout, render, tidy
from reader.formats.writers import html_text, markdown_text, pieces
from reader.formats.writers.addresses import web_address
from reader.model import (
    Article,
    Colour,
    Document,
    Kind,
    Markup,
    Row,
    Sentence,
    Span,
    State,
    Style,
)
from tests.formats.writers.documents import (
    LINK,
    SARYU,
    cells,
    document,
    found,
    mark,
    marked_up,
    row,
    unit,
)

TEXT = st.text(
    st.one_of(
        st.sampled_from("पुल नया। “क”(ख)! *_[]<>&\\`~=#|-+1.9)\u200d\u200c\u00a0"),
        st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]),
    ),
    min_size=1,
    max_size=40,
)
TAMED = TEXT.map(tidy.tidy).filter(bool)
ADDRESSES = st.sampled_from(
    [
        LINK,
        "http://a.example/",
        'https://a.example/"b c"<d>)]|`*_\\',
        "javascript:alert(1)",
        "data:,x",
    ]
)
MARKUP = st.lists(
    st.tuples(st.sampled_from(Style), st.integers(0, 40), st.integers(1, 20), ADDRESSES), max_size=6
)
Seen = list[tuple[str, bool, bool, str]]


def looks(text: str, wanted: list[tuple[Style, int, int, str]]) -> tuple[Markup, ...]:
    """The markup asked for as far as the text goes and spans of one style do not overlap."""
    kept: list[Markup] = []
    for style, start, length, address in sorted(wanted, key=lambda each: each[1]):
        span = Span(start, min(start + length, len(text)))
        clash = any(span.overlaps(each.span) for each in kept if each.style is style)
        if span.start < span.end and not clash:
            kept.append(Markup(span, style, address if style is Style.LINK else ""))
    return tuple(kept)


def expected(text: str, markup: tuple[Markup, ...]) -> Seen:
    """Each character that is seen: whether bold, whether italic, and where it leads."""

    def of(style: Style, at: int) -> Markup | None:
        covers = (m for m in markup if m.style is style and m.span.start <= at < m.span.end)
        return next(covers, None)

    seen = []
    for at, sign in enumerate(text):
        link = of(Style.LINK, at)
        address = web_address(link.address) if link else ""
        if not sign.isspace():
            seen.append((sign, bool(of(Style.BOLD, at)), bool(of(Style.ITALIC, at)), address))
    return seen


def read(element: etree._Element, look: tuple[bool, bool, str] = (False, False, "")) -> Seen:
    """Each character of an element that is seen, as `expected` has it."""
    bold, italic, address = look
    look = (
        bold or element.tag == "strong",
        italic or element.tag == "em",
        str(element.get("href", address)),
    )
    seen = [(sign, *look) for sign in element.text or "" if not sign.isspace()]
    for child in element:
        seen += read(child, look)
        seen += [(sign, *look) for sign in child.tail or "" if not sign.isspace()]
    return seen


def cut(text: str, markup: tuple[Markup, ...]) -> list[pieces.Piece]:
    return pieces.hindi_of(Sentence("p1.1", text, Span(0, len(text)), markup=markup))


@given(TAMED, MARKUP)
def test_html_is_well_formed_and_has_the_same_looks(
    text: str, wanted: list[tuple[Style, int, int, str]]
) -> None:
    markup = looks(text, wanted)
    line = html_text.inline(cut(text, markup))
    element = etree.fromstring(f"<p>{line}</p>")
    assert "".join(element.itertext()) == text
    assert read(element) == expected(text, markup)


@given(TAMED, MARKUP)
@example("वाह!पुल", [(Style.LINK, 4, 3, LINK)])
@example('क"पुल"ख', [(Style.BOLD, 1, 5, "")])
@example("कखग", [(Style.BOLD, 0, 2, ""), (Style.ITALIC, 1, 2, "")])
@example("क ख", [(Style.BOLD, 1, 1, "")])
def test_markdown_is_read_back_with_the_same_looks(
    text: str, wanted: list[tuple[Style, int, int, str]]
) -> None:
    markup = looks(text, wanted)
    line = markdown_text.inline(cut(text, markup))
    page = MarkdownIt("commonmark").enable("table").render(f"| {line} |\n|---|\n| {line} |")
    assert "<img" not in page
    for cell in html.fromstring(page).xpath("//th | //td"):
        assert normal(read(cell)) == normal(expected(text, markup))
    paragraph = html.fromstring(MarkdownIt("commonmark").render(line))
    assert paragraph.tag == "p"
    assert normal(read(paragraph)) == normal(expected(text, markup))


def normal(seen: Seen) -> Seen:
    """The same with every address encoded as `markdown_it` does."""
    reader = MarkdownIt()
    return [(*rest, reader.normalizeLink(address)) for *rest, address in seen]  # type: ignore[misc]


@given(TAMED, MARKUP, st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=3))
def test_marks_and_markup_overlap_freely(
    text: str, wanted: list[tuple[Style, int, int, str]], marked: list[tuple[int, int]]
) -> None:
    markup = looks(text, wanted)
    there = marked_up(row("p1", Kind.BODY, text), markup)
    made = replace(unit("p1.1", text, text, State.MACHINE, "google"), markup=markup)
    marks = tuple(
        replace(mark(f"a{n}", "p1", 0, 1, Colour.MINT, ""), span=Span(start, start + length))
        for n, (start, length) in enumerate(marked)
    )
    both = Document(Article("", ()), (there,), {"p1.1": made}, marks)
    page = html.fromstring(render(both, "html", options=ExportOptions()))
    for cell in page.xpath("//table[@class='article']//td"):
        assert cell.text_content() == text
        assert read(cell) == expected(text, markup)


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://a.example/b?c=1&d=2#e", "https://a.example/b?c=1&d=2#e"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("https://a.example/पुल", "https://a.example/%E0%A4%AA%E0%A5%81%E0%A4%B2"),
        ('https://a.example/"b c"<d>|', "https://a.example/%22b%20c%22%3Cd%3E%7C"),
        ("https://a.example/%20_(b)", "https://a.example/%20_(b)"),
        ("javascript:alert(1)", ""),
        (" javascript:alert('https://a.example')", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("//a.example", ""),
        ("https://", ""),
        ("https:///a", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_are_written(address: str, written: str) -> None:
    assert web_address(address) == written


def test_an_address_with_brackets_and_an_entity_is_read_back() -> None:
    line = markdown_text.link(LINK, "पुल")
    (link,) = html.fromstring(MarkdownIt("commonmark").render(line)).iter("a")
    assert link.get("href") == web_address(LINK)


def page_of(*rows: Row, layout: Layout = Layout.INTERLEAVED) -> html.HtmlElement:
    return html.fromstring(render(Document(Article("", ()), rows), "html", layout))


def markdown_of(*rows: Row, layout: Layout = Layout.INTERLEAVED) -> list[str]:
    """The blocks of the article's body."""
    text = render(Document(Article("", ()), rows), "md", layout)
    return text.partition("## Article\n\n")[2].rstrip("\n").split("\n\n")


def items(*labels: str) -> Iterator[Row]:
    for number, label in enumerate(labels, 1):
        yield replace(row(f"p{number}", Kind.ITEM, "मेला"), label=label)


def test_a_numbered_list_keeps_its_numbers() -> None:
    shown = markdown_of(*items("९)", "१०)"))
    assert shown == [
        "9. मेला", r"   \[not translated\]", "10. मेला", r"    \[not translated\]"
    ]  # fmt: skip
    page = page_of(*items("९)", "१०)"))
    assert [item.text_content().split()[0] for item in page.xpath("//ol/li")] == ["९)", "१०)"]
    english = page_of(*items("९)", "१०)"), layout=Layout.ENGLISH)
    assert [item.text_content().split()[0] for item in english.xpath("//ol/li")] == ["9)", "10)"]


@pytest.mark.parametrize("labels", [("10.", "9."), ("(क)", "(ख)")])
def test_numbers_that_markdown_would_count_otherwise_stand_in_the_text(
    labels: tuple[str, str],
) -> None:
    text = "\n\n".join(markdown_of(*items(*labels)))
    shown = html.fromstring(f"<div>{MarkdownIt('commonmark').render(text)}</div>")
    words = shown.text_content().split()
    assert [word for word in words if word in labels] == [label for label in labels if label]
    assert shown.xpath("//ol") == []


def test_bullets_among_numbers_are_a_list_of_their_own() -> None:
    text = "\n\n".join(markdown_of(*items("1.", "2.", "", "", "3.")))
    shown = html.fromstring(f"<div>{MarkdownIt('commonmark').render(text)}</div>")
    lists = [(found.tag, found.get("start"), len(found)) for found in shown]
    assert lists == [("ol", None, 2), ("ul", None, 2), ("ol", "3", 1)]
    assert "\\." not in text


def test_lists_quotations_and_headings_are_elements() -> None:
    rows = (
        row("p1", Kind.HEADING, "आगे"),
        row("p2", Kind.QUOTE, "हम आएँगे।"),
        row("p3", Kind.QUOTE, "तुम भी।"),
        row("p4", Kind.ITEM, "मेला"),
        row("p5", Kind.ITEM, "पुल"),
    )
    page = page_of(*rows)
    assert page.xpath("//h3[@lang='hi']/text()") == ["आगे"]
    assert [len(quote.xpath("p[@lang='hi']")) for quote in page.iter("blockquote")] == [2]
    assert [len(each) for each in page.iter("ul")] == [2]
    columns = page_of(*rows, layout=Layout.COLUMNS)
    assert len(columns.xpath("//table[@class='article']/tr")) == len(rows)
    assert len(columns.xpath("//td/blockquote")) == 4


def test_a_table_keeps_its_cells() -> None:
    rows = (
        cells("p1", Kind.TABLE_HEAD, "", "गाँव"),
        cells("p2", Kind.TABLE_ROW, "1", "राम | पुर", ""),
    )
    assert markdown_of(*rows)[0] == "|  | गाँव |  |\n| --- | --- | --- |\n| 1 | राम \\| पुर |  |"
    assert markdown_of(*rows, layout=Layout.COLUMNS)[0].splitlines()[2:] == [
        r"| **· गाँव** | **·** **\[not translated\]** |",
        r"| 1 · राम \| पुर · | 1 · \[not translated\] · |",
    ]
    for layout, shown in ((Layout.INTERLEAVED, 2), (Layout.COLUMNS, 2), (Layout.ENGLISH, 1)):
        tables = page_of(*rows, layout=layout).xpath("//table[@class='data']")
        assert len(tables) == shown
        for table in tables:
            assert [[cell.tag for cell in line] for line in table] == [["th"] * 2, ["td"] * 3]


def test_a_table_without_a_head_has_an_empty_one_in_markdown() -> None:
    rows = (cells("p1", Kind.TABLE_ROW, "1", "2"), cells("p2", Kind.TABLE_ROW, "3", "4"))
    assert markdown_of(*rows) == ["|  |  |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |"]


def test_a_head_begins_a_new_table() -> None:
    rows = (
        cells("p1", Kind.TABLE_ROW, "1"),
        cells("p2", Kind.TABLE_HEAD, "2"),
        cells("p3", Kind.TABLE_ROW, "3"),
    )
    assert len(page_of(*rows).xpath("//table")) == 2


@pytest.mark.parametrize("layout", Layout)
def test_pictures_are_linked_and_never_shown(layout: Layout) -> None:
    there = document()
    wanted = [
        "https://nadi.example/1.jpg",
        "https://nadi.example/1(a).jpg",
        "https://nadi.example/2.jpg",
    ]
    page = html.fromstring(render(there, "html", layout))
    assert page.xpath("//figcaption//a[text()='picture']/@href") == wanted
    text = render(there, "md", layout)
    assert "![" not in text
    read_back = html.fromstring(MarkdownIt("commonmark").enable("table").render(text))
    assert read_back.xpath("//a[text()='picture']/@href") == wanted


def test_a_picture_without_a_web_address_is_its_caption() -> None:
    bad = replace(row("p1", Kind.IMAGE, "चित्र"), address="javascript:alert(1)")
    assert page_of(bad).xpath("//a") == []
    assert markdown_of(bad)[0] == "चित्र"


def test_the_time_over_an_entry_is_muted() -> None:
    stamp = row("p1", Kind.STAMP, "शाम 5:40")
    assert markdown_of(stamp)[0] == "*शाम 5:40*"
    assert page_of(stamp).xpath("//p[@class='stamp']/text()")[0] == "शाम 5:40"


def test_english_of_the_article_has_its_own_markup() -> None:
    text = "All are welcome."
    own = marked_up(row("p1", Kind.BODY, text, language="en"), found(text, ("welcome", Style.BOLD)))
    assert markdown_of(own) == ["All are **welcome**."]


def test_a_long_paragraph_of_links_takes_no_time() -> None:
    text = "पुल " * 20_000
    links = tuple(Markup(Span(4 * n, 4 * n + 3), Style.LINK, LINK) for n in range(20_000))
    line = html_text.inline(cut(text, links))
    assert line.count("<a ") == 20_000
    assert markdown_text.inline(cut(SARYU, ())) == SARYU
