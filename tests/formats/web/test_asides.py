"""Asides and footers that belong to the article, among those that do not."""

import pytest

from reader.model import Kind
from tests.formats.web.stories import BODY, FIRST, LAST, PROSE, SECOND, read, texts

HELP = "इस ख़बर में बाँदा से रामदीन यादव का सहयोग रहा।"
NOTE = "सफ़ाई का ख़र्च पंचायत ने उठाया है।"
FACTS = "<h4>तालाब के आँकड़े</h4><ul><li>गहराई: 12 फ़ुट</li><li>क्षेत्र: 3 एकड़</li></ul>"
FACT_TEXTS = ("तालाब के आँकड़े", "गहराई: 12 फ़ुट", "क्षेत्र: 3 एकड़")


def told(part: str) -> tuple[str, ...]:
    return texts(read(body=f"<p>{FIRST}</p><p>{SECOND}</p>{part}<p>{LAST}</p>"))


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (f"<aside>{FACTS}</aside>", FACT_TEXTS),
        (f"<aside role=complementary>{FACTS}</aside>", FACT_TEXTS),
        (f"<aside><h4>गाद क्या है?</h4><p>{NOTE}</p></aside>", ("गाद क्या है?", NOTE)),
        (f"<aside><p>{NOTE}</p></aside>", (NOTE,)),
        ("<aside><blockquote>हम पानी को तरस गए थे।</blockquote></aside>", ("हम पानी को तरस गए थे।",)),
        (f"<footer><p>{HELP}</p></footer>", (HELP,)),
        ("<footer>(बाँदा से इनपुट के साथ)</footer>", ("(बाँदा से इनपुट के साथ)",)),
    ],
)
def test_a_box_among_the_paragraphs_that_is_text_stays(
    part: str, expected: tuple[str, ...]
) -> None:
    assert told(part) == (FIRST, SECOND, *expected, LAST)


def test_a_box_of_facts_behind_the_text_stays() -> None:
    article = read(body=f"{BODY}<aside>{FACTS}</aside>")
    assert texts(article) == (*PROSE, *FACT_TEXTS)
    assert article.paragraphs[-1].kind is Kind.ITEM


@pytest.mark.parametrize(
    "part",
    [
        "<aside><h3>और खबरें</h3><ul><li>बेकरी के सौ साल</li><li>मेले की तैयारी</li></ul></aside>",
        "<aside><h3>नदी से</h3><ul><li><a href='/b'>बेकरी के सौ साल</a></li></ul></aside>",
        "<aside><p>हमारा न्यूज़लेटर सब्सक्राइब करें और हर सुबह की खबरें पाएं।</p></aside>",
        "<aside><h4>किरण बघेल</h4><p>किरण बघेल नदी समाचार में वरिष्ठ पत्रकार हैं।</p></aside>",
        f"<aside><h4>पाठकों से</h4><p>{NOTE}</p><form><input></form></aside>",
        f"<aside><p>{FIRST.split('।')[0]}।</p></aside>",
        f"<aside hidden>{FACTS}</aside>",
        "<footer><p>किरण बघेल नदी समाचार में वरिष्ठ पत्रकार हैं।</p></footer>",
        "<footer><p>© 2025 नदी समाचार। सर्वाधिकार सुरक्षित है।</p></footer>",
        "<footer><p>नदी, गाँव, पानी</p></footer>",
    ],
)
def test_any_other_is_left_out(part: str) -> None:
    assert told(part) == PROSE


def test_what_stands_over_the_text_or_beside_it_is_left_out() -> None:
    assert texts(read(above=f"<aside>{FACTS}</aside>")) == PROSE
    assert texts(read(body=f"<div>{BODY}</div><div><aside>{FACTS}</aside></div>")) == PROSE
