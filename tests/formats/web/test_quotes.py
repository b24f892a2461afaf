"""Quotes, and the line that says whose they are."""

import pytest

from reader.model import Kind
from tests.formats.web.stories import BODY, FIRST, LAST, PROSE, SECOND, read, texts

QUOTE = "हम बरसों से इसी पानी की राह देख रहे थे।"
WHO = "रामदीन यादव, किसान"


def told(part: str) -> list[tuple[Kind, str]]:
    """The paragraphs that a part adds in the middle of a text, and as well at its end."""
    middle = read(body=f"<p>{FIRST}</p><p>{SECOND}</p>{part}<p>{LAST}</p>").paragraphs
    last = read(body=f"{BODY}{part}").paragraphs
    assert [each.text for each in (*middle[:2], middle[-1])] == list(PROSE)
    assert last[3:] == middle[2:-1]
    return [(each.kind, each.text) for each in middle[2:-1]]


@pytest.mark.parametrize(
    "part",
    [
        f"<blockquote><p>{QUOTE}</p><cite>{WHO}</cite></blockquote>",
        f"<blockquote><p>{QUOTE}</p><footer>{WHO}</footer></blockquote>",
        f"<blockquote>{QUOTE}<cite>{WHO}</cite></blockquote>",
        f"<blockquote>{QUOTE} <small>{WHO}</small></blockquote>",
        f"<blockquote>{QUOTE}</blockquote><cite>{WHO}</cite>",
        f"<blockquote>{QUOTE}</blockquote><p>{WHO}</p>",
        f"<figure><blockquote>{QUOTE}</blockquote><figcaption>{WHO}</figcaption></figure>",
        f"<div class=quote><p>{QUOTE}</p><span>{WHO}</span></div>",
        f"<div class='box pull-quote'><p>{QUOTE}</p><div>{WHO}</div></div>",
    ],
)
def test_the_speaker_stays_with_the_quote(part: str) -> None:
    assert told(part) == [(Kind.QUOTE, QUOTE), (Kind.QUOTE, WHO)]


@pytest.mark.parametrize("dash", ["— ", "– ", "-"])
def test_a_dash_names_the_speaker_of_words_in_quotation_marks(dash: str) -> None:
    part = f"<p>“{QUOTE}”</p><p>{dash}{WHO}</p>"
    assert told(part) == [(Kind.BODY, f"“{QUOTE}”"), (Kind.QUOTE, f"{dash}{WHO}")]


def test_a_work_named_in_a_quote_stays_in_its_line() -> None:
    part = "<blockquote>मैंने <cite>गोदान</cite> तीन बार पढ़ा है और हर बार रोया हूँ।</blockquote>"
    assert told(part) == [(Kind.QUOTE, "मैंने गोदान तीन बार पढ़ा है और हर बार रोया हूँ।")]


@pytest.mark.parametrize(
    "line",
    [
        "<span>शेयर करें</span>",
        "<span>Tweet this</span>",
        "<p>ये भी पढ़ें</p>",
        "<p><a href='/b'>रामदीन यादव, किसान</a></p>",
        "<footer>नदी समाचार, 2025</footer>",
    ],
)
def test_other_lines_under_a_quote_are_no_speakers(line: str) -> None:
    part = f"<blockquote>{QUOTE}</blockquote>{line}"
    assert told(part) == [(Kind.QUOTE, QUOTE)]


def test_the_quote_of_a_share_is_no_quote() -> None:
    assert texts(read(body=f"{BODY}<div class=stock-quote>नदी लिमिटेड 71.20</div>")) == PROSE
