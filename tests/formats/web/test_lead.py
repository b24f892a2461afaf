"""What opens an article: its deck and its dateline, wherever a page sets them."""

import pytest

from reader.model import Article
from tests.formats.web.stories import BODY, FIRST, PROSE, SECOND, read, texts

DECK = "तालाब साफ़ हुआ और पानी लौट आया। गाँव के लोगों ने इसे मिलकर पूरा किया।"
BOXED = f"<div>{BODY}</div>"
FROM_PATNA = BOXED.replace(FIRST, f"पटना: {FIRST}")


def parts(article: Article) -> tuple[str, str, tuple[str, ...]]:
    return article.lead, article.dateline, texts(article)


@pytest.mark.parametrize(
    "deck", [f"<div>{DECK}</div>", f"<p>{DECK}</p>", f"<div><p>{DECK}</p></div>"]
)
def test_a_paragraph_apart_over_the_dateline_is_the_deck(deck: str) -> None:
    assert parts(read(deck, body=FROM_PATNA)) == (DECK, "पटना", PROSE)


def test_a_paragraph_apart_in_bold_is_the_deck() -> None:
    picture = "<figure><img src='a.jpg'><figcaption>तालाब</figcaption></figure>"
    assert parts(read(f"<p><b>{DECK}</b></p>{picture}", body=BOXED)) == (DECK, "", PROSE)


def test_a_first_paragraph_is_no_deck() -> None:
    assert parts(read(f"<div>{DECK}</div>", body=BOXED)) == ("", "", (DECK, *PROSE))
    each = "".join(f"<div><p>{text}</p></div>" for text in (DECK, f"पटना: {FIRST}", SECOND))
    assert parts(read(body=each)) == ("", "", (DECK, f"पटना: {FIRST}", SECOND))


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("<b>पटना.</b> ", "पटना"),
        ("<strong>सोनपुरा।</strong> सोनपुरा में ", "सोनपुरा"),
        ("पटना, एजेंसी। ", "पटना"),
        ("<b>संवाद सूत्र, जागृति, सोनपुरा।</b> ", "सोनपुरा"),
        ("</p><b>पटना:</b><p>", "पटना"),
        ("<b>सावधान।</b> ", ""),
        ("</p><b>टैग:</b><p>", ""),
        ("<b>मेला.</b> ", ""),
    ],
)
def test_where_an_article_is_from(opening: str, dateline: str) -> None:
    article = read(body=f"<p>{opening}{FIRST}</p><p>{SECOND}</p><p>{PROSE[2]}</p>")
    assert article.dateline == dateline
    assert texts(article)[0].endswith(FIRST)


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("चंडीगढ़, सोमवार, 17 अक्टूबर 2025 (18:22 IST)", "चंडीगढ़"),
        ("चंडीगढ़, 17 अक्टूबर 2025", "चंडीगढ़"),
        ("सोनपुरा, शुक्रवार, 17 अक्टूबर 2025 (18:22 IST)", "सोनपुरा"),
        ("किरण बघेल, शुक्रवार, 17 अक्टूबर 2025", ""),
    ],
)
@pytest.mark.parametrize("way", ["<p>{}</p>", "<p><b>{}</b></p>", "<div>{}</div>"])
def test_a_line_of_a_place_and_a_date(line: str, dateline: str, way: str) -> None:
    article = read(way.format(line))
    assert article.published is not None
    assert (article.dateline, f"{article.published:%d.%m.%Y}") == (dateline, "17.10.2025")
    assert texts(article)[-3:] == PROSE
    assert dateline == "" or texts(article) == PROSE


def test_a_line_of_a_place_and_a_date_under_a_heading_of_the_text() -> None:
    line = "चंडीगढ़, सोमवार, 17 अक्टूबर 2025 (18:22 IST)"
    article = read(body=f"<h4>आज का काम</h4><p>{line}</p>{BODY}")
    assert article.dateline == "चंडीगढ़"
    assert texts(article) == ("आज का काम", *PROSE)


def test_an_agency_behind_the_day_in_a_dateline() -> None:
    article = read(body=BODY.replace(FIRST, f"नई दिल्ली, 02 दिसंबर (हि.स.)। {FIRST}"))
    assert (article.dateline, article.byline) == ("नई दिल्ली, 02 दिसंबर", "हि.स.")
    assert texts(article) == PROSE


@pytest.mark.parametrize(
    ("opening", "desk"),
    [
        ("<b>संवाद सूत्र, जागृति, सोनपुरा।</b>", "संवाद सूत्र, जागृति"),
        ("जागृति संवाददाता, सोनपुरा।", "जागृति संवाददाता"),
        ("डिजिटल डेस्क, सोनपुरा:", "डिजिटल डेस्क"),
    ],
)
def test_a_desk_in_the_dateline_is_who_wrote_it_where_nobody_is_named(
    opening: str, desk: str
) -> None:
    body = BODY.replace(FIRST, f"{opening} {FIRST}")
    assert (read(body=body).dateline, read(body=body).byline) == ("सोनपुरा", desk)
    assert read("<p>By किरण बघेल</p>", body=body).byline == "किरण बघेल"


@pytest.mark.parametrize("body", [BODY, BOXED, f"<div>By किरण बघेल</div>{BODY}"])
@pytest.mark.parametrize(
    "deck",
    [
        "<p class='standfirst'>{}</p>",
        "<p class='story-dek'>{}</p>",
        "<p class='teaser'>{}</p>",
        "<div class='article-summary'><p>{}</p></div>",
        "<blockquote class='synopsis'>{}</blockquote>",
        "<p itemprop='description'>{}</p>",
    ],
)
def test_what_calls_itself_a_deck(deck: str, body: str) -> None:
    article = read(deck.format(DECK), body=body)
    assert parts(article) == (DECK, "", PROSE)


def test_a_paragraph_over_the_author_is_the_deck() -> None:
    article = read(f"<p>{DECK}</p><div>By किरण बघेल</div>")
    assert (article.byline, parts(article)) == ("किरण बघेल", (DECK, "", PROSE))


def test_a_text_within_what_is_called_a_summary_stays_whole() -> None:
    assert parts(read(body=f"<div class='entry-summary'>{BODY}</div>")) == ("", "", PROSE)
