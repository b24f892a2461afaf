from collections.abc import Callable

import pytest

from reader.formats.web import paragraphs
from reader.formats.web.blocks import blocks
from reader.formats.web.elements import tree
from reader.model import Kind, Markup, Paragraph, Span, Style

PAGE = "https://nadi.example/a/"
FIRST = "<p>नदी पर बना पुल रविवार को खोल दिया गया।</p>"
LAST = "<p>बच्चे अब समय पर स्कूल पहुँचेंगे, ऐसा शिक्षिका ने कहा।</p>"


def body(html: str) -> list[Paragraph]:
    """The paragraphs between the first and the last one."""
    found = paragraphs.body(blocks(tree(FIRST + html + LAST), PAGE))
    assert [found[0].text, found[-1].text] == [FIRST[3:-4], LAST[3:-4]]
    return found[1:-1]


def whole(html: str) -> list[Paragraph]:
    return paragraphs.whole(blocks(tree(html), PAGE))


def kinds(found: list[Paragraph]) -> list[tuple[Kind, str]]:
    return [(each.kind, each.text) for each in found]


def test_markup_stays_at_its_words() -> None:
    (found,) = body("<p>• गाँव की <b>शिक्षिका</b> ने <a href='b'>बताया</a> कि नाव बंद है।</p>")
    assert found == Paragraph(
        "गाँव की शिक्षिका ने बताया कि नाव बंद है।",
        Kind.ITEM,
        (
            Markup(Span(8, 16), Style.BOLD),
            Markup(Span(20, 25), Style.LINK, PAGE + "b"),
        ),
    )


def test_a_heading_is_not_in_bold() -> None:
    assert body("<p><b>पुल <i>खुला</i></b></p><h3><b>नदी</b> पर</h3>") == [
        Paragraph("पुल खुला", Kind.HEADING, (Markup(Span(4, 8), Style.ITALIC),)),
        Paragraph("नदी पर", Kind.HEADING),
    ]


def test_a_long_or_a_finished_paragraph_in_bold_is_none() -> None:
    (finished, long) = body(f"<p><b>पुल खुल गया।</b></p><p><b>{'पुल ' * 30}</b></p>")
    assert (finished.kind, long.kind) == (Kind.BODY, Kind.BODY)
    assert finished.markup == (Markup(Span(0, 12), Style.BOLD),)


def test_a_paragraph_that_is_a_link_is_furniture() -> None:
    assert body("<p><a href='/x'>दूसरी खबर पढ़ने के लिए यहाँ आइए।</a></p>") == []


def test_a_paragraph_of_whole_sentences_may_be_a_link() -> None:
    text = "सरपंच ने कहा, “पुल बनने से गाँव के बच्चे स्कूल और किसान बाज़ार आसानी से जा सकेंगे, यही बड़ी बात है।”"
    assert [each.text for each in body(f"<p><a href='/x'>{text}</a></p>")] == [text]


@pytest.mark.parametrize(
    "picture",
    [
        "<figure><img src=p.jpg alt=पुल><figcaption>नदी पर पुल</figcaption></figure>",
        "<figure><figcaption>नदी पर पुल</figcaption><img src=p.jpg></figure>",
        "<figure><img src=p.jpg><div>नदी पर पुल</div></figure>",
        "<amp-img src=p.jpg></amp-img><p><em>नदी पर पुल</em></p>",
        "<div><img src=p.jpg><p class='image-caption'>नदी पर पुल</p></div>",
        "<img src=p.jpg alt='नदी पर पुल'><div>नदी पर पुल</div>",
        "<img src=p.jpg alt='नदी पर पुल'>",
        "<picture><source srcset='p.jpg 800w'><img alt='नदी पर पुल'></picture>",
    ],
)
def test_a_picture_has_its_caption(picture: str) -> None:
    (found,) = body(picture)
    assert (found.kind, found.text, found.address) == (Kind.IMAGE, "नदी पर पुल", PAGE + "p.jpg")


def test_a_picture_without_words_is_kept_and_comes_once() -> None:
    found = body("<img src=p.jpg?w=3><p>बीच में यह लिखा है।</p><img src=p.jpg?w=9 alt=पुल>")
    assert kinds(found) == [(Kind.IMAGE, ""), (Kind.BODY, "बीच में यह लिखा है।")]


@pytest.mark.parametrize(
    "html",
    [
        "<a href='/other-story'><img src=p.jpg alt='दूसरी खबर का चित्र'></a>",
        "<aside><img src=p.jpg alt='दूसरी खबर का चित्र'></aside>",
        "<img src='data:image/png;base64,x' alt='चित्र जो नहीं आया'>",
        "<figure><iframe src='/video'></iframe><figcaption>वीडियो</figcaption></figure>",
        "<p>प्रकाशित: 3 मार्च 2025, 10:30</p>",
        "<p>10:30 AM</p>",
        "<table><tr><td><a href=/a>खेल</a><td><a href=/b>देश</a><tr><td><a href=/c>शहर</a>"
        "<td><a href=/d>विदेश</a></table>",
    ],
)
def test_what_does_not_belong_to_the_body(html: str) -> None:
    assert body(html) == []


def test_two_pictures_have_one_caption_each() -> None:
    one = "<figure><img src=a.jpg><figcaption>पुल</figcaption></figure>"
    two = "<figure><figcaption>नदी</figcaption><img src=b.jpg></figure>"
    assert [(p.text, p.address[-5:]) for p in body(one + two)] == [
        ("पुल", "a.jpg"),
        ("नदी", "b.jpg"),
    ]


def test_a_table_keeps_its_caption_and_its_dates() -> None:
    table = "<tr><th>दिन<th>दल<tr><td>3 मार्च 2025<td><a href=/a>नदी</a>"
    figure = f"<figure><table>{table}</table><figcaption>मैच</figcaption></figure>"
    assert kinds(body(figure)) == [
        (Kind.TABLE_HEAD, "दिन\tदल"),
        (Kind.TABLE_ROW, "3 मार्च 2025\tनदी"),
        (Kind.CAPTION, "मैच"),
    ]


def test_the_times_over_the_entries_of_a_live_blog() -> None:
    html = "<div>3 मार्च 2025, 10:45 AM IST</div><p>पुल पर भीड़ है।</p>"
    html += "<h3>सुबह १०:३० बजे</h3><p>पुल खुल गया।</p><div><time>अभी</time></div>"
    assert kinds(body(html)) == [
        (Kind.STAMP, "3 मार्च 2025, 10:45 AM IST"),
        (Kind.BODY, "पुल पर भीड़ है।"),
        (Kind.STAMP, "सुबह १०:३० बजे"),
        (Kind.BODY, "पुल खुल गया।"),
        (Kind.STAMP, "अभी"),
    ]


@pytest.mark.parametrize("text", ["45", "वर्ष 2024", "मैच 10:30 बजे", "12,500", "3-1"])
def test_what_is_no_time(text: str) -> None:
    assert Kind.STAMP not in [kind for kind, _ in kinds(whole(f"<p>{text}</p><p>10:30</p>"))][:1]


def test_nothing_stays_behind_the_body_that_only_leads_on() -> None:
    html = f"{FIRST}<h3>और खबरें</h3><p>हमारे यूट्यूब चैनल को सब्सक्राइब करें।</p><div>10:30</div>"
    assert [p.text for p in paragraphs.body(blocks(tree(html)))] == [FIRST[3:-4]]


def test_of_what_is_all_meant_nothing_is_left_out() -> None:
    html = "<nav><a href='/x'>अध्याय</a></nav><figure><figcaption>अकेला</figcaption></figure>"
    html += "<aside>टिप्पणी</aside><img src='data:,' alt=चित्र><p>Web Title: x</p><h1>शीर्षक</h1>"
    assert kinds(whole(html)) == [
        (Kind.BODY, "अध्याय"),
        (Kind.CAPTION, "अकेला"),
        (Kind.BODY, "टिप्पणी"),
        (Kind.IMAGE, "चित्र"),
        (Kind.BODY, "Web Title: x"),
        (Kind.HEADING, "शीर्षक"),
    ]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("नदी पर पुल।\n\nये भी पढ़ें: मेला\nबच्चे खुश हैं।", ["नदी पर पुल।", "बच्चे खुश हैं।"]),
        ("<p>नदी &amp;amp; पुल।</p><p>दो।", ["नदी & पुल।", "दो।"]),
        ("&lt;p&gt;नदी पर।&lt;/p&gt;&lt;p&gt;पुल।&lt;/p&gt;", ["नदी पर।", "पुल।"]),
        ("", []),
    ],
)
def test_the_article_that_linked_data_tells(told: str, expected: list[str]) -> None:
    assert [paragraph.text for paragraph in paragraphs.told(told)] == expected


@pytest.mark.parametrize("read", [body, whole])
def test_dialogue_and_rows_of_signs_in_running_text(read: Callable[[str], list[Paragraph]]) -> None:
    asked, said = "रात को दस्तक हुई, और भीतर से किसी ने पूछा।", "— मैं हूं"
    found = read(f"<p>{asked}</p><p>{said}</p><p>* * *</p><p>***</p>")
    assert kinds(found) == [(Kind.BODY, asked), (Kind.BODY, said)]


def test_lines_that_begin_with_a_dash_beside_others_are_items() -> None:
    found = body("<p>- गेहूं 2,275 रुपये</p><p>- धान 2,183 रुपये</p>")
    assert kinds(found) == [(Kind.ITEM, "गेहूं 2,275 रुपये"), (Kind.ITEM, "धान 2,183 रुपये")]
