"""A portrait over an article is its author's; nothing of the text goes with it."""

import pytest

from reader.formats.web import page
from reader.model import Image
from tests.formats.web.story import STORY, TITLE, marked_up

DECK = "गाँव के लोगों की मेहनत से तालाब फिर भर सकता है"
PORTRAIT = "<img src='/p.jpg' alt='राम कुमार'>"
TEXT = marked_up(STORY)


@pytest.mark.parametrize("deck", ["", f"<h2>{DECK}</h2>"])
@pytest.mark.parametrize(
    "row",
    [
        f"<div>{PORTRAIT}<span>राम कुमार</span><span>Published: 3 अप्रैल 2024 06:00 AM</span></div>",
        f"<div>{PORTRAIT}<div>राम कुमार</div><div>3 अप्रैल 2024</div></div>",
        f"<div>{PORTRAIT}<p>लेखक: राम कुमार</p></div>",
    ],
)
def test_the_name_beside_a_portrait_is_the_byline(row: str, deck: str) -> None:
    article = page.parse(f"<body><article><h1>{TITLE}</h1>{deck}{row}{TEXT}</article></body>")
    assert article.byline == "राम कुमार"
    assert article.image == Image()
    told = [article.lead, *(each.text for each in article.paragraphs)]
    assert [each for each in told if each] == [*([DECK] if deck else []), *STORY]


def test_the_caption_of_a_picture_of_somebody_in_the_news_stays() -> None:
    first = f"राम कुमार ने तालाब की सफ़ाई शुरू कराई। {STORY[0]}"
    row = f"<figure>{PORTRAIT}<figcaption>राम कुमार, 3 अप्रैल 2024</figcaption></figure>"
    article = page.parse(f"<body><h1>{TITLE}</h1>{row}{marked_up((first, *STORY[1:]))}</body>")
    assert article.byline == ""
    assert article.paragraphs[0].text == first
