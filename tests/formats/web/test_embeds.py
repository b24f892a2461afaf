"""Posts of other sites within an article: their text stays, their furniture goes."""

import pytest

from reader.model import Kind
from tests.formats.web.story import STORY, TITLE, marked_up, read

POST = "मेले में सबका स्वागत है।"
BY = "मेला समिति (@mela) <a href='https://twitter.com/m/1'>February 1, 2025</a>"


def between(html: str) -> list[tuple[Kind, str]]:
    """What is read between the paragraphs of the story."""
    article = read(f"<h1>{TITLE}</h1>{marked_up(STORY[:2])}{html}{marked_up(STORY[2:])}")
    return [(each.kind, each.text) for each in article.paragraphs if each.text not in STORY]


@pytest.mark.parametrize(
    "post",
    [
        f"<blockquote><p>{POST}</p>&mdash; {BY}</blockquote>",
        f"<blockquote><p>{POST} <a href='/x'>pic.twitter.com/x</a></p>— {BY}</blockquote>",
        f"<blockquote>{POST} https://t.co/Ab1 &mdash; {BY}</blockquote>",
        f"<div><blockquote><p>{POST}<br>pic.x.com/a1</p>— मेला (@mela)</blockquote></div>",
    ],
)
def test_a_post_is_a_quote_without_its_address_and_author(post: str) -> None:
    assert between(post) == [(Kind.QUOTE, POST)]


def test_a_post_of_a_picture_alone_is_left_out() -> None:
    assert between(f"<blockquote><p>pic.twitter.com/x</p>— {BY}</blockquote>") == []


@pytest.mark.parametrize("line", ["मेला सबका है। — प्रधान, सभा में", "“मेला सबका है।” — किरण (प्रधान)"])
def test_who_said_a_quote_stays(line: str) -> None:
    assert between(f"<blockquote>{line}</blockquote>") == [(Kind.QUOTE, line)]


def test_who_put_a_post_up_and_when_says_nothing_of_the_article() -> None:
    by = "Posted by <a href='#'>Mela</a> on <a href='#'>Wednesday, October 1, 2025</a>"
    post = f"<div><blockquote><p>{POST}</p>{by}</blockquote></div>"
    article = read(f"<h1>{TITLE}</h1>{marked_up(STORY[:2])}{post}{marked_up(STORY[2:])}")
    assert (article.byline, article.published) == ("", None)
    assert between(post) == [(Kind.QUOTE, POST)]
