import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import NoArticle
from reader.formats.files import whole
from reader.model import Article, Kind, Markup, Paragraph, Span, Style

NAME = "The clipboard"
BODY = "<p>नदी पर बना पुल खुल गया।</p><p>बच्चे खुश हैं।</p>"


def parse(html: str) -> Article:
    return whole.parse(html, NAME, "https://nadi.example/a")


def texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


@pytest.mark.parametrize(
    ("html", "title", "left"),
    [
        (f"<title>किताब</title><p>१</p><h1>पुल</h1>{BODY}", "पुल", ["१"]),
        (f"<title>किताब</title><h2>पुल</h2>{BODY}", "किताब", ["पुल"]),
        (f"<title> पुल </title><h2>पुल</h2>{BODY}", "पुल", []),
        (f"<h2>पुल</h2>{BODY}", "पुल", []),
        (f"<p><b>पुल</b></p>{BODY}", "पुल", []),
        (f"<p>पुल</p>{BODY}", "पुल", []),
        (f"<title>किताब</title><p>पुल</p>{BODY}", "किताब", ["पुल"]),
        (BODY, "नदी पर बना पुल खुल गया", []),
        (f"<img src=a.jpg>{BODY}", "नदी पर बना पुल खुल गया", [""]),
    ],
)
def test_the_title(html: str, title: str, left: list[str]) -> None:
    article = parse(html)
    assert article.title == title
    assert texts(article) == [*left, "नदी पर बना पुल खुल गया।", "बच्चे खुश हैं।"]


def test_everything_is_kept_in_order() -> None:
    article = parse(
        "<h1>पुल</h1><nav><a href=/x>अध्याय</a></nav><p>नदी <b>पर</b>।</p><ol><li>एक<li>दो</ol>"
        "<img src=a.jpg alt=चित्र><footer>अंत</footer><div hidden>छिपा</div><button>बटन</button>"
        "<p>शेयर करें</p>"
    )
    assert article.paragraphs == (
        Paragraph("अध्याय", markup=(Markup(Span(0, 6), Style.LINK, "https://nadi.example/x"),)),
        Paragraph("नदी पर।", markup=(Markup(Span(4, 6), Style.BOLD),)),
        Paragraph("एक", Kind.ITEM, label="1."),
        Paragraph("दो", Kind.ITEM, label="2."),
        Paragraph("चित्र", Kind.IMAGE, address="https://nadi.example/a.jpg"),
        Paragraph("अंत"),
    )


def test_credits_key_points_and_the_dateline_have_their_fields() -> None:
    article = parse(
        "<h1>पुल खुला</h1><p>लेखक: आरती शर्मा</p><p>प्रकाशित: 3 मार्च 2025</p>"
        "<h3>मुख्य बातें</h3><ul><li>पुल खुला<li>नाव बंद</ul>"
        "<p><b>बागेश्वर:</b> नदी पर <i>बना</i> पुल खोल दिया गया।</p>"
    )
    assert article.byline == "आरती शर्मा"
    assert article.published is not None
    assert article.published.date().isoformat() == "2025-03-03"
    assert article.key_points == ("पुल खुला", "नाव बंद")
    assert article.dateline == "बागेश्वर"
    assert article.paragraphs == (
        Paragraph("नदी पर बना पुल खोल दिया गया।", markup=(Markup(Span(7, 10), Style.ITALIC),)),
    )


def test_a_key_heading_without_a_list_stays() -> None:
    assert texts(parse(f"<h1>पुल</h1><h2>मुख्य बातें</h2>{BODY}"))[0] == "मुख्य बातें"


@pytest.mark.parametrize(
    "html",
    [
        f"<meta charset=utf-8><!--StartFragment-->{BODY}<!--EndFragment-->",
        "Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000200\r\n"
        f"<html><body>\r\n<!--StartFragment-->{BODY}<!--EndFragment-->\r\n</body></html>",
    ],
)
def test_what_a_clipboard_wraps_round_a_selection(html: str) -> None:
    assert texts(parse(html)) == ["नदी पर बना पुल खुल गया।", "बच्चे खुश हैं।"]


def test_a_text_that_begins_as_a_clipboard_does() -> None:
    assert parse("Version: 2").title == "Version: 2"


def test_a_title_alone_is_something_to_read() -> None:
    assert parse("<h1>भाग एक</h1>").paragraphs == (Paragraph("भाग एक"),)


@pytest.mark.parametrize("html", ["", " \n", "<p> </p>", "<img src=a.jpg>", "<!-- x -->"])
def test_nothing_to_read(html: str) -> None:
    with pytest.raises(NoArticle, match="The clipboard is empty") as caught:
        parse(html)
    assert caught.value.advice


@given(st.text(max_size=200) | st.binary(max_size=200).map(lambda data: data.decode("latin-1")))
def test_anything_is_an_article_or_a_clear_error(html: str) -> None:
    try:
        article = whole.parse(html, NAME)
    except NoArticle:
        return
    assert article.title
    assert article.paragraphs
