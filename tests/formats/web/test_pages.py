"""The pages in tests/pages, each read as the table beside them says."""

import json
from pathlib import Path
from typing import Any

import pytest

from reader import formats
from reader.errors import NeedsBrowser, NoArticle
from reader.model import Article

PAGES = Path(__file__).parents[2] / "pages"
EXPECTED: dict[str, dict[str, Any]] = json.loads((PAGES / "expected.json").read_text("utf-8"))
ARTICLES = [name for name, expected in EXPECTED.items() if "error" not in expected]
REFUSED = [name for name, expected in EXPECTED.items() if "error" in expected]
STORY = "no_h1_div_br"
HEAD_END = "<body>"


def load(name: str) -> Article:
    article = formats.load_file(PAGES / f"{name}.html")
    assert isinstance(article, Article)
    return article


def load_with(name: str, noise: str) -> Article:
    """The page with ``noise`` at the head of its body."""
    html = (PAGES / f"{name}.html").read_text("utf-8").replace(HEAD_END, HEAD_END + noise, 1)
    article = formats.load_text(html)
    assert isinstance(article, Article)
    return article


def paragraphs(article: Article) -> list[list[str]]:
    return [[paragraph.kind.value, paragraph.text] for paragraph in article.paragraphs]


@pytest.mark.parametrize("name", ARTICLES)
def test_a_page_gives_its_article_and_nothing_else(name: str) -> None:
    article, expected = load(name), EXPECTED[name]
    published, modified, image = article.published, article.modified, article.image
    assert paragraphs(article) == expected["paragraphs"]
    assert article.title == expected["title"]
    assert article.byline == expected.get("byline", "")
    assert (published.isoformat() if published else "") == expected.get("published", "")
    assert (modified.isoformat() if modified else "") == expected.get("modified", "")
    assert list(article.key_points) == expected.get("key_points", [])
    assert {"alt": image.alt, "caption": image.caption, "address": image.address} == expected.get(
        "image", {"alt": "", "caption": "", "address": ""}
    )


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("part", ["lead", "dateline", "web_title", "feed"])
def test_a_page_gives_what_stands_round_its_article(name: str, part: str) -> None:
    assert getattr(load(name), part) == EXPECTED[name].get(part, "")


@pytest.mark.parametrize("name", [name for name in ARTICLES if "url" in EXPECTED[name]])
def test_a_page_gives_its_address(name: str) -> None:
    assert load(name).url == EXPECTED[name]["url"]


@pytest.mark.parametrize("name", REFUSED)
def test_a_page_without_an_article_is_refused(name: str) -> None:
    with pytest.raises(NoArticle, match=EXPECTED[name]["error"]) as caught:
        load(name)
    assert f"{name}.html" in caught.value.what
    assert caught.value.advice
    assert list(caught.value.variants) == EXPECTED[name].get("variants", [])
    assert caught.value.feed == EXPECTED[name].get("feed", "")


@pytest.mark.parametrize("name", ["needs_browser", "captcha"])
def test_a_page_that_only_a_browser_gets_is_told_apart(name: str) -> None:
    with pytest.raises(NeedsBrowser):
        load(name)


def test_five_megabytes_of_script_change_nothing() -> None:
    script = f"<script>var state = {json.dumps('छिपा हुआ वाक्य। ' * 170_000)};</script>"
    assert len(script.encode()) > 5_000_000
    assert load_with(STORY, script) == load(STORY)


def test_a_hidden_list_of_120_000_characters_changes_nothing() -> None:
    row = "<li><span>13-04-2025</span> <span>अधिकतम तापमान : 33.0°C न्यूनतम : 18.0°C</span></li>"
    hidden = f"<div class='weather'><ul>{row * 2000}</ul></div>"
    assert len(hidden) > 120_000
    assert paragraphs(load_with(STORY, hidden)) == EXPECTED[STORY]["paragraphs"]
