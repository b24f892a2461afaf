"""Questions on buttons, and the answers that open under them."""

import pytest

from reader.model import Kind
from tests.formats.web.stories import FIRST, LAST, SECOND, read

QUESTION = "तालाब का पानी कब मिलेगा?"
ANSWER = "पंचायत के मुताबिक पानी अगले महीने से मिलेगा।"
SHORT = "अगले महीने"
LABEL = "पानी की दरें"


def told(part: str) -> list[tuple[Kind, str]]:
    article = read(body=f"<p>{FIRST}</p><p>{SECOND}</p>{part}<p>{LAST}</p>")
    texts = [(each.kind, each.text) for each in article.paragraphs]
    assert [text for _, text in (*texts[:2], texts[-1])] == [FIRST, SECOND, LAST]
    return texts[2:-1]


@pytest.mark.parametrize(
    "part",
    [
        f"<div><button>{QUESTION}</button><div><p>{ANSWER}</p></div></div>",
        f"<div><button>{QUESTION}</button><div style='display:none'><p>{ANSWER}</p></div></div>",
        f"<div><h3><button aria-expanded=false>{QUESTION}</button></h3><div>{ANSWER}</div></div>",
        f"<div><div><h4><a data-toggle=collapse href='#a'>{QUESTION}</a></h4></div>"
        f"<div id=a hidden><p>{ANSWER}</p></div></div>",
        f"<div><a href='#a'>{QUESTION}</a><div id=a><p>{ANSWER}</p></div></div>",
        f"<div><div role=button>{QUESTION}</div><div aria-hidden=true><p>{ANSWER}</p></div></div>",
    ],
)
def test_a_question_on_a_button_is_the_heading_of_its_answer(part: str) -> None:
    assert told(part) == [(Kind.HEADING, QUESTION), (Kind.BODY, ANSWER)]


def test_the_questions_of_a_list_and_short_answers() -> None:
    item = f"<li><button>{QUESTION}</button><p>{SHORT}</p></li>"
    pair = [(Kind.HEADING, QUESTION), (Kind.ITEM, SHORT)]
    assert told(f"<ul>{item}{item}</ul>") == pair * 2
    pair = [(Kind.HEADING, QUESTION), (Kind.BODY, SHORT)]
    assert told(f"<div><button>{QUESTION}</button><div>{SHORT}</div></div>") == pair
    assert told(f"<details><summary>{QUESTION}</summary>{SHORT}</details>") == pair


def test_the_title_of_what_a_button_opens() -> None:
    opened = f"<div aria-hidden=true><p>{ANSWER}</p></div>"
    assert told(f"<div><button aria-expanded=false>{LABEL}</button>{opened}</div>") == [
        (Kind.HEADING, LABEL),
        (Kind.BODY, ANSWER),
    ]
    assert told(f"<div><button>{LABEL}</button>{opened}</div>") == []


@pytest.mark.parametrize(
    "part",
    [
        f"<div><button>शेयर करें</button><p>{ANSWER}</p></div>",
        f"<div><button aria-expanded=false>पूरा पढ़ें</button><p>{ANSWER}</p></div>",
        f"<div><button>क्या यह खबर उपयोगी लगी?</button><p>{ANSWER}</p></div>",
        f"<ul><li><a href='#a'>{QUESTION}</a></li><li><a href='#b'>{QUESTION}</a></li></ul>"
        f"<p>{ANSWER}</p>",
        f"<div><p><a href='#a'>{QUESTION}</a></p><p>{ANSWER}</p></div>",
    ],
)
def test_other_buttons_and_links_within_the_page_are_none(part: str) -> None:
    assert told(part) == [(Kind.BODY, ANSWER)]


def test_a_question_over_a_form_is_none() -> None:
    form = "<div><label><input type=radio>हाँ, अगले महीने मिल जाएगा।</label></div>"
    assert QUESTION not in [
        text for _, text in told(f"<div><button>{QUESTION}</button>{form}</div>")
    ]
