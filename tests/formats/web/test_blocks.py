import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import NoArticle
from reader.formats.tidy import tidy
from reader.formats.web.blocks import Block, Tag, blocks
from reader.formats.web.elements import tree
from reader.model import Markup, Span, Style
from tests.patience import quickest

PAGE = "https://nadi.example/khabar/a"


def read(html: str, url: str = PAGE) -> list[Block]:
    root = tree(html)
    return [] if root is None else blocks(root, url)


def kinds(html: str) -> list[tuple[Tag, str]]:
    return [(block.tag, block.text) for block in read(html)]


def marked(block: Block) -> list[tuple[Style, str, str]]:
    return [
        (each.style, block.text[each.span.start : each.span.end], each.address)
        for each in block.markup
    ]


def only(html: str) -> Block:
    (block,) = read(html)
    return block


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>नदी <b>पर</b> पुल", [(Style.BOLD, "पर", "")]),
        ("<p><strong> नदी </strong>पर", [(Style.BOLD, "नदी", "")]),
        ("<p>नदी <b>पर</b> <b>नया</b> पुल", [(Style.BOLD, "पर नया", "")]),
        ("<p>नदी <b>पर<strong> नया</strong></b> पुल", [(Style.BOLD, "पर नया", "")]),
        ("<p>नदी<b> </b>पर", []),
        (
            "<p><b>नदी <i>पर</i></b><em> पुल</em>",
            [(Style.BOLD, "नदी पर", ""), (Style.ITALIC, "पर पुल", "")],
        ),
        ("<p><cite>नदी</cite> पर", [(Style.ITALIC, "नदी", "")]),
        ("<p>न<b>\u093c</b>दी पर", []),
        ("<p>नदी<b>\u200b</b> पर", []),
        ("<b style='font-weight: normal'><p>नदी पर</p></b>", []),
        ("<p>नदी <span style='font-weight:700'>पर</span>", [(Style.BOLD, "पर", "")]),
        ("<p>नदी <span style='font-style:italic'>पर</span>", [(Style.ITALIC, "पर", "")]),
        ("<b>नदी<p>पर</p></b>", [(Style.BOLD, "नदी", "")]),
    ],
)
def test_bold_and_italic(html: str, expected: list[tuple[Style, str, str]]) -> None:
    assert marked(read(html)[0]) == expected


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("/b?x=1#y", "https://nadi.example/b?x=1#y"),
        ("b", "https://nadi.example/khabar/b"),
        ("//two.example/c", "https://two.example/c"),
        ("HTTP://two.example", "HTTP://two.example"),
        (" https://two.example/a\n b ", "https://two.example/a%20b"),
        ("#note", ""),
        ("", ""),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("mailto:a@b.example", ""),
        ("https://", ""),
        ("http://[", ""),
        ("https://two.example/" + "a" * 5000, ""),
    ],
)
def test_a_link_leads_to_the_web_or_nowhere(href: str, address: str) -> None:
    block = only(f'<p>पुल की <a href="{href}">खबर</a> यहाँ')
    assert block.text == "पुल की खबर यहाँ"
    assert marked(block) == ([(Style.LINK, "खबर", address)] if address else [])
    assert block.linked == pytest.approx(3 / len(block.text))


def test_links_start_from_the_base_the_page_gives() -> None:
    html = "<head><base href='/b/'><base href='/c/'></head><p><a href='d'>पुल</a>"
    assert marked(only(html)) == [(Style.LINK, "पुल", "https://nadi.example/b/d")]


def test_without_an_address_only_whole_links_lead_anywhere() -> None:
    (block,) = read("<p><a href='d'>पुल</a> <a href='https://n.example/'>नदी</a>", "")
    assert marked(block) == [(Style.LINK, "नदी", "https://n.example/")]


def test_neighbouring_links_stay_apart() -> None:
    block = only("<p><a href='/a'>पुल</a><a href='/b'>नदी</a>")
    assert [each.span for each in block.markup] == [Span(0, 3), Span(3, 6)]


def test_a_style_goes_on_over_the_blocks_in_it() -> None:
    one, two = read("<a href='/a'><div>पुल</div><div>नदी</div></a>")
    assert marked(one) == [(Style.LINK, "पुल", "https://nadi.example/a")]
    assert two.linked == 1.0


@pytest.mark.parametrize(
    ("html", "labels"),
    [
        ("<ol><li>क<li>ख</ol>", ["1.", "2."]),
        ("<ol start=5><li>क<li value=9>ख<li>ग</ol>", ["5.", "9.", "10."]),
        ("<ol reversed><li>क<li>ख</ol>", ["2.", "1."]),
        ("<ol start=x><li value=''>क</ol>", ["1."]),
        ("<ol><li>क<ol><li>ख</ol><li>ग</ol>", ["1.", "\u20031.", "2."]),
        ("<ol><li>क<ul><li>ख</ul><li>ग</ol>", ["1.", "◦", "2."]),
        (
            "<ol><li>क<ol><li>ख<ol><li>ग</ol></ol><li>घ</ol>",
            ["1.", "\u20031.", "\u2003\u20031.", "2."],
        ),
        ("<ul><li>क<ul><li>ख<ul><li>ग<ul><li>घ</ul></ul></ul><li>च", ["", "◦", "▪", "▪", ""]),
        ("<ul><li>क</ul><li>ख", ["", ""]),
        ("<ol><li><div><p>क</p></div></ol>", ["1."]),
        ("<dl><dd>क</dl>", [""]),
    ],
)
def test_items_keep_their_numbers(html: str, labels: list[str]) -> None:
    found = read(html)
    assert {block.tag for block in found} == {Tag.ITEM}
    assert [block.label for block in found] == labels


def test_an_item_is_one_however_many_paragraphs_it_has() -> None:
    assert kinds("<ol><li><p>क</p><p>ख</p><li>ग<br><br>घ</ol>") == [
        (Tag.ITEM, "क"),
        (Tag.PARAGRAPH, "ख"),
        (Tag.ITEM, "ग"),
        (Tag.PARAGRAPH, "घ"),
    ]


def test_quotes_hold_paragraphs_lists_and_who_said_it() -> None:
    html = "<blockquote><div><p>क</p></div><ul><li>ख</ul><footer>— ग</footer></blockquote>घ"
    assert kinds(html) == [
        (Tag.QUOTE, "क"),
        (Tag.ITEM, "ख"),
        (Tag.QUOTE, "— ग"),
        (Tag.BARE, "घ"),
    ]
    assert not any(block.aside for block in read(html))


def test_an_embedded_post_is_a_quote() -> None:
    post = "<blockquote><p>पुल खुला</p>— नदी (@nadi) <a href='/s'>June 29, 2024</a></blockquote>"
    assert kinds(post) == [(Tag.QUOTE, "पुल खुला"), (Tag.QUOTE, "— नदी (@nadi) June 29, 2024")]


def test_a_data_table_is_read_row_by_row() -> None:
    html = (
        "<table><caption>सीटें</caption><tr><th>दल<th>सीट<tr><td rowspan=2><p>क</p>दल<td><b>१</b>"
        "<tr><td><a href='/x'>२</a><tr><td colspan=2>कुल<tr><td> <td></table>बाद"
    )
    found = read(html)
    assert [(block.tag, block.text) for block in found] == [
        (Tag.CAPTION, "सीटें"),
        (Tag.TABLE_HEAD, "दल\tसीट"),
        (Tag.TABLE_ROW, "क दल\t१"),
        (Tag.TABLE_ROW, "\t२"),
        (Tag.TABLE_ROW, "कुल\t"),
        (Tag.BARE, "बाद"),
    ]
    assert found[2].markup == (Markup(Span(5, 6), Style.BOLD),)
    assert found[3].markup == (Markup(Span(1, 2), Style.LINK, "https://nadi.example/x"),)


def test_a_first_row_in_bold_names_the_columns() -> None:
    rows = "<tr><td><b>दल</b><td><b>सीट</b><tr><td><b>क</b><td><b>१</b>"
    assert [tag for tag, _ in kinds(f"<table>{rows}</table>")] == [Tag.TABLE_HEAD, Tag.TABLE_ROW]


CELLS = "<tr><td>क<td>ख<tr><td>ग<td>घ"


@pytest.mark.parametrize(
    "table",
    [
        f"<table role=presentation>{CELLS}</table>",
        "<table><tr><td>क<td>ख<tr><td>ग<tr><td>घ</table>",
        "<table><tr><td>क<tr><td>ख<tr><td>ग<tr><td>घ</table>",
        "<table><tr><td><h2>क</h2><td>ख<tr><td>ग<td>घ</table>",
        "<table><tr><td>क<td>ख<table></table><tr><td>ग<td>घ</table>",
        "<table><caption>क</caption><tr><td>ख<tr><td>ग<tr><td>घ</table>",
    ],
)
def test_a_table_that_sets_out_the_page_is_read_through(table: str) -> None:
    assert [text for _, text in kinds(table)] == ["क", "ख", "ग", "घ"]
    assert {tag for tag, _ in kinds(table)} <= {Tag.BARE, Tag.HEADING}


def test_a_long_cell_makes_a_table_no_data() -> None:
    story = "नदी पर पुल बना। " * 30
    assert len(kinds(f"<table>{CELLS}<tr><td>क<td>{story}</table>")) == 6


def test_a_data_table_in_one_that_sets_out_the_page() -> None:
    html = f"<table><tr><td>बाएँ<td><p>दाएँ</p><table>{CELLS}</table><p>नीचे</p></table>"
    assert [text for _, text in kinds(html)] == ["बाएँ", "दाएँ", "क\tख", "ग\tघ", "नीचे"]


def test_spans_of_a_table_are_bounded() -> None:
    cells = "<td colspan=1000000 rowspan=1000000>क" * 300
    (row, _) = read(f"<table><tr>{cells}<tr><td>ख<td>ग</table>")
    assert row.text.count("\t") < 1000


@pytest.mark.parametrize(
    "hidden",
    [
        "<div hidden>क</div>",
        "<div aria-hidden=true>क</div>",
        "<div style='color:red; DISPLAY : none'>क</div>",
        "<p style='visibility:hidden'>क</p>",
        "<template>क</template>",
        "<noscript>क</noscript>",
        "<script>क</script>",
        "<button>क</button>",
        "<select><option>क</select>",
        "<amp-ad>क</amp-ad>",
        "<!-- क --><?क ?>",
    ],
)
def test_what_is_hidden_is_not_there(hidden: str) -> None:
    assert kinds(f"<p>पहले</p>{hidden}<p>बाद</p>") == [
        (Tag.PARAGRAPH, "पहले"),
        (Tag.PARAGRAPH, "बाद"),
    ]


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<body hidden><p>क</body>", ["क"]),
        ("<x-card>क</x-card><x-card>ख</x-card>", ["क", "ख"]),
        ("<p>क<o:p> ख</o:p>", ["क ख"]),
        ("<x-a><template shadowrootmode=open><p>क</p></template></x-a>", ["क"]),
        ("क<br>ख<br>\xa0<br/>ग", ["क ख", "ग"]),
        ("<pre>क\nख\n \nग</pre>", ["क ख", "ग"]),
        ("<details><summary>क</summary>ख</details>", ["क", "ख"]),
        ("<p><ruby>क<rp>(</rp><rt>k</rt><rp>)</rp></ruby> <q>ख</q>", ["क (k) “ख”"]),
        ("<p>&amp;quot;क&amp;quot; &amp;amp; ख", ['"क" & ख']),
        ("<p>क<p>ख<div>ग<div>घ", ["क", "ख", "ग", "घ"]),
        ("<p>क\0ख", ["कख"]),
        ("<p>क\ud800ख", ["क?ख"]),
        ("", []),
    ],
)
def test_what_a_reader_would_see(html: str, texts: list[str]) -> None:
    assert [text for _, text in kinds(html)] == texts


def test_spans_set_as_blocks_are_paragraphs_but_in_a_heading() -> None:
    spans = "<span style='display: block'>एक</span><span style='DISPLAY:block'>दो <b>तीन</b></span>"
    assert kinds(f"<h1>{spans}</h1>") == [(Tag.TITLE, "एकदो तीन")]
    assert kinds(f"<div>{spans}</div>") == [(Tag.BARE, "एक"), (Tag.BARE, "दो तीन")]


def test_xhtml_closes_elements_at_once() -> None:
    xhtml = (
        "<?xml version='1.0' encoding='utf-16'?><html xmlns='http://www.w3.org/1999/xhtml'>"
        "<head><title/><script src='a'/></head><body><p>क<a id='x'/> ख<br/></p><p><b/>ग</p></body>"
    )
    assert [(block.text, block.bold, block.linked) for block in read(xhtml)] == [
        ("क ख", 0, 0),
        ("ग", 0, 0),
    ]


def test_pictures_stand_where_they_are_shown() -> None:
    html = (
        "<p>क <img src='a.jpg' alt='पुल'> ख</p>"
        "<figure><img src=b.jpg><figcaption>नदी</figcaption></figure>"
        "<a href='/other'><img src=c.jpg></a><a href='d.jpg'><img src=d.jpg></a>"
    )
    found = read(html)
    assert [(block.tag, block.text, block.address[-5:]) for block in found] == [
        (Tag.ALT, "पुल", "a.jpg"),
        (Tag.PARAGRAPH, "क ख", ""),
        (Tag.ALT, "", "b.jpg"),
        (Tag.CAPTION, "नदी", ""),
        (Tag.ALT, "", "c.jpg"),
        (Tag.ALT, "", "d.jpg"),
    ]
    assert found[2].figure == found[3].figure != 0
    assert [block.linked for block in found] == [0, 0, 0, 0, 1, 0]


def test_an_emoji_drawn_as_a_picture_is_text() -> None:
    assert only("<p>वाह <img src='1f389.svg' alt='🎉'> पुल").text == "वाह 🎉 पुल"


def test_what_is_named_a_caption_is_one_unless_it_holds_an_article() -> None:
    short = "<div class='wp-caption-text'><p>नदी</p></div>"
    story = f"<div class='has-caption'><p>{'नदी पर पुल बना। ' * 30}</p></div>"
    assert [tag for tag, _ in kinds(short + story)] == [Tag.CAPTION, Tag.PARAGRAPH]


def test_a_block_that_is_a_time_element_is_a_stamp() -> None:
    html = "<ul><li><time>अभी-अभी</time><p>क</p></ul><p>कल <time>10:30</time> पर"
    assert [tag for tag, _ in kinds(html)] == [Tag.STAMP, Tag.ITEM, Tag.PARAGRAPH]


WORDS = st.text(alphabet="नदी\u093cपु \n\u200b\u200dए<&x", max_size=6)
NODES = st.recursive(
    WORDS.map(lambda text: ("", text)),
    lambda inner: st.tuples(
        st.sampled_from(["b", "i", "span", "em", "strong", "u"]), st.lists(inner, max_size=4)
    ),
    max_leaves=12,
)
LINKED = st.tuples(st.just("a"), st.lists(NODES, max_size=3))


def html_of(node: tuple[str, object]) -> str:
    tag, inside = node
    if not tag:
        return str(inside).replace("&", "&amp;").replace("<", "&lt;")
    assert isinstance(inside, list)
    href = " href='/x'" if tag == "a" else ""
    return f"<{tag}{href}>{''.join(map(html_of, inside))}</{tag}>"


def runs(node: tuple[str, object], around: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    tag, inside = node
    if not tag:
        yield str(inside), around
        return
    assert isinstance(inside, list)
    for each in inside:
        yield from runs(each, around | {tag})


STYLES = {Style.BOLD: {"b", "strong"}, Style.ITALIC: {"i", "em"}, Style.LINK: {"a"}}


@given(st.lists(NODES | LINKED, max_size=4))
def test_inline_elements_keep_the_text_and_mark_its_words(nodes: list[tuple[str, object]]) -> None:
    told = [run for node in nodes for run in runs(node, frozenset())]
    text = tidy("".join(text for text, _ in told))
    found = read("<p>" + "".join(map(html_of, nodes)))
    assert "".join(block.text for block in found) == text
    for style, tags in STYLES.items():
        spans = [m.span for block in found for m in block.markup if m.style is style]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(text[s.start : s.end].strip() == text[s.start : s.end] for s in spans)
        assert all(one.end < other.start for one, other in pairwise(spans))
        assert _letters("".join(text[s.start : s.end] for s in spans)) == _letters(
            "".join(text for text, around in told if tags & around)
        )


def _letters(text: str) -> str:
    """The letters alone: their signs go with them whatever element the signs stand in."""
    plain = tidy(text).replace("\u0929", "न")
    return "".join(each for each in plain if each.isalpha() or each in "<&")


@given(st.binary(max_size=300) | st.text(max_size=300))
def test_anything_is_read(data: bytes | str) -> None:
    html = data if isinstance(data, str) else data.decode("latin-1")
    for block in read("<table><ol><figure>" + html):
        assert block.text == block.text.strip(" \n") or block.tag in (Tag.TABLE_ROW, Tag.TABLE_HEAD)


@given(st.text(alphabet="<>/abtdrholiup =\"'&;!-", max_size=200))
def test_any_markup_is_read(html: str) -> None:
    assert all(block.text for block in read(html) if not block.address)


@pytest.mark.parametrize(
    "html",
    [
        "<div>क" * 100_000,
        "<b>क" * 100_000,
        "<table><tr><td>क" * 50_000,
        "<li><ol>क" * 50_000,
        "<b>क</b>ख" * 70_000,
        "<p>" + "नदी पर पुल। " * 200_000,
        "<table>" + "<tr><td>क<td>ख" * 20_000,
        "<table><tr>" + "<td colspan=100>क" * 50_000 + "<tr><td>क<td>ख",
        "<p>क" * 100_000,
        "<img srcset='" + "a," * 500_000 + "'>",
        "<p>" + "<a href='/x'>क</a>" * 50_000,
        "<p>क" + "<b>\u093c</b>" * 50_000,
    ],
    ids=lambda html: html[:20],
)
def test_what_is_built_to_take_long_does_not(html: str) -> None:
    def seconds() -> float:
        began = time.process_time()
        with suppress(NoArticle):  # which is said of what goes too deep
            read(html)
        return time.process_time() - began

    assert quickest(seconds, bound=4) < 4


def test_more_tags_than_any_article_has() -> None:
    with pytest.raises(NoArticle, match="too many parts") as caught:
        tree("<p>क" * 200_000)
    assert caught.value.advice


def test_signs_in_a_script_are_not_counted_as_tags() -> None:
    script = f"<script>{'a<b;' * 200_000}</script>"
    assert tree(f"{script}<p>पुल खुला।</p>") is not None


def test_a_tag_crowded_with_attributes_is_refused() -> None:
    crowd = " ".join(f'a{n}="x y"' for n in range(3000))
    with pytest.raises(NoArticle, match="too many parts"):
        tree(f"<p {crowd}>पुल</p>")
    assert tree(f"<p data-all='{crowd}'>पुल</p>") is not None
