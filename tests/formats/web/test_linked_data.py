import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.web import linked_data, page
from reader.formats.web.elements import tree
from reader.model import Article
from tests.formats.web import story

NEWS = {"@type": "NewsArticle", "headline": "पुल खुला", "articleBody": "पहला पैरा।"}


def nodes(text: str) -> list[dict[str, Any]]:
    root = tree(f'<script type="application/ld+json">{text}</script><p>x</p>')
    return list(linked_data.nodes(root))


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(NEWS),
        json.dumps([[NEWS]]),
        json.dumps(NEWS) + ";",
        f"<!-- {json.dumps(NEWS)} -->",
        f"//<![CDATA[\n{json.dumps(NEWS)}\n//]]>",
        json.dumps(NEWS)[:-1] + ",}",
        f"[{json.dumps(NEWS)},]",
        json.dumps(NEWS).replace('"', "&quot;"),
        json.dumps(NEWS, ensure_ascii=False).replace("पैरा।", "पैरा\\'।"),
    ],
)
def test_common_slips_are_mended(text: str) -> None:
    assert [node["headline"] for node in nodes(text)] == ["पुल खुला"]


@pytest.mark.parametrize(
    "body", ['उसने कहा, "ठीक है" और गया।', 'उसने कहा, "ठीक है", और गया।', "एक\nदो", "एक\tदो"]
)
def test_bare_marks_inside_a_string_stay(body: str) -> None:
    said = f'{{"@type": "NewsArticle", "articleBody": "{body}", "headline": "पुल"}}'
    assert nodes(said) == [{"@type": "NewsArticle", "articleBody": body, "headline": "पुल"}]


def test_graphs_are_opened_and_references_followed() -> None:
    person = {"@type": "Person", "@id": "#a", "name": "आरती"}
    graph = {"@graph": [person, {"@type": "WebPage", "mainEntity": NEWS}]}
    found = nodes(json.dumps(graph))
    assert [node for node in found if linked_data.is_article(node)] == [NEWS]
    assert linked_data.resolved({"@id": "#a"}, found) == person
    assert linked_data.resolved({"@id": "#b"}, found) == {"@id": "#b"}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("NewsArticle", True),
        (["Thing", "ReportageNewsArticle"], True),
        ("https://schema.org/BlogPosting", True),
        ("LiveBlogPosting", True),
        ("VideoObject", False),
        (None, False),
        ({}, False),
    ],
)
def test_what_is_an_article(kind: object, expected: bool) -> None:
    assert linked_data.is_article({"@type": kind}) is expected


def test_lists_in_lists_are_opened() -> None:
    assert list(linked_data.flat([1, [[2], 3], []])) == [1, 2, 3]


@pytest.mark.parametrize("text", ["", "{", "[" * 5000, '{"a":', "null", '"x"', "NaN"])
def test_what_is_past_mending_is_skipped(text: str) -> None:
    assert nodes(text) == []


@given(st.text(alphabet='{}[]",:\\ aक\n&;') | st.text())
def test_any_text_is_borne(text: str) -> None:
    assert all(isinstance(node, dict) for node in nodes(text))


def story_with(said: dict[str, object]) -> Article:
    script = f"<script type='application/ld+json'>{json.dumps(said)}</script>"
    head = f"<title>{story.TITLE}</title>{script}"
    return page.parse(f"<html><head>{head}</head><body>{story.BODY}</body></html>")


def test_linked_data_of_another_story_says_nothing_of_the_one_shown() -> None:
    other = {"headline": "सौ साल की हुई कस्बे की बेकरी", "articleBody": " ".join(story.OTHER * 5)}
    said = {"@type": "NewsArticle", "author": "मोहन", "datePublished": "2025-03-03", **other}
    article = story_with(said)
    assert tuple(each.text for each in article.paragraphs) == story.STORY
    assert (article.byline, article.published) == ("", None)


@pytest.mark.parametrize(
    "said",
    [
        {"headline": "सौ साल की हुई कस्बे की बेकरी", "articleBody": " ".join(story.STORY)},
        {"headline": story.TITLE, "articleBody": " ".join(story.OTHER)},
        {"headline": "सौ साल की हुई कस्बे की बेकरी"},
    ],
)
def test_linked_data_alike_in_its_text_or_headline_tells_the_author(said: dict[str, str]) -> None:
    assert story_with({"@type": "NewsArticle", "author": "मोहन", **said}).byline == "मोहन"


def test_the_text_of_another_story_under_the_headline_of_the_one_shown() -> None:
    other = "".join(f"<p>{text}</p>" for text in story.OTHER * 9)
    article = story_with({"@type": "NewsArticle", "headline": story.TITLE, "articleBody": other})
    assert tuple(each.text for each in article.paragraphs) == story.STORY


def test_the_whole_text_of_a_story_of_which_the_page_shows_a_summary() -> None:
    told = "".join(f"<p>{text}</p>" for text in story.STORY)
    said = {"@type": "NewsArticle", "headline": story.TITLE, "articleBody": told}
    summary = "सूखे के बाद गाँव के चार सौ लोगों ने तालाब को बचाने का काम किया। " * 3
    script = f"<script type='application/ld+json'>{json.dumps(said)}</script>"
    article = page.parse(f"{script}<h1>{story.TITLE}</h1><p>{summary}</p>")
    assert tuple(each.text for each in article.paragraphs) == story.STORY


IMAGE = {"@type": "ImageObject", "@id": "#i", "url": "https://n.example/a.jpg", "caption": "घाट"}
IMAGE_AND_NAME = [
    IMAGE,
    {"@type": "Person", "@id": "#w"},
    {"@id": "#w", "name": "किरण बघेल"},
]


@pytest.mark.parametrize("image", [{"@id": "#i"}, [{"@id": "#i"}], [{"@id": "#none"}, IMAGE]])
def test_what_an_article_refers_to(image: object) -> None:
    news = {
        "@type": "NewsArticle",
        "headline": story.TITLE,
        "image": image,
        "author": {"@id": "#w"},
    }
    article = story_with({"@graph": [news, *IMAGE_AND_NAME]})
    assert article.image.address == "https://n.example/a.jpg"
    assert (article.image.caption, article.byline) == ("घाट", "किरण बघेल")


def test_the_picture_that_a_page_has_where_its_article_has_none() -> None:
    news = {"@type": "NewsArticle", "headline": story.TITLE}
    web_page = {"@type": "WebPage", "primaryImageOfPage": {"@id": "#i"}}
    article = story_with({"@graph": [news, web_page, IMAGE]})
    assert article.image.address == "https://n.example/a.jpg"


INTRO = "गाँव में दिन भर तालाब की सफ़ाई होती रही।"
ENTRIES = (
    ("04:15 PM", "पहली सूचना", story.STORY[1]),
    ("02:40 PM", "दूसरी सूचना", story.STORY[2]),
    ("12:05 PM", "तीसरी सूचना", story.STORY[3]),
)


@pytest.mark.parametrize("day", ["", "3 फरवरी 2025, "])
def test_the_first_entry_of_a_live_blog_keeps_its_time_and_heading(day: str) -> None:
    told = [{"@type": "BlogPosting", "articleBody": text} for *_, text in ENTRIES]
    said = {"@type": "LiveBlogPosting", "headline": story.TITLE, "liveBlogUpdate": told}
    shown = [
        f"<li><time>{day}{time}</time><h3>{heading}</h3><p>{text}</p></li>"
        for time, heading, text in ENTRIES
    ]
    script = f"<script type='application/ld+json'>{json.dumps(said)}</script>"
    html = f"{script}<h1>{story.TITLE}</h1><p>{INTRO}</p><ul>{''.join(shown)}</ul>"
    expected = [part for time, *rest in ENTRIES for part in (day + time, *rest)]
    article = page.parse(html)
    assert [each.text for each in article.paragraphs] == expected
    assert article.lead == INTRO


@pytest.mark.parametrize("kind", ["Recipe", "HowTo", "WebPage"])
@pytest.mark.parametrize("count", [1, 2])
def test_who_wrote_a_page_that_says_it_is_no_article(kind: str, count: int) -> None:
    said = {"@type": kind, "author": {"name": "शालिनी"}, "datePublished": "2023-05-05"}
    text = json.dumps([said] * count)
    article = story.read(f'<script type="application/ld+json">{text}</script>{story.BODY}')
    assert article.byline == ("शालिनी" if count == 1 else "")
    assert bool(article.published) is (count == 1)
