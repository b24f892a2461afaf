import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.web import linked_data
from reader.formats.web.elements import tree

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
