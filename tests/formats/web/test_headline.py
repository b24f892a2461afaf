import json

import pytest

from tests.formats.web.stories import PROSE, TITLE, read

LONG = f"{TITLE}: चार और गाँवों में होगा काम"
KICKER = "<h1>नदी डायरी</h1>"
STYLED = f"<div><b>{TITLE}</b></div>"


def head(title: str) -> str:
    return f"<title>{title}</title>"


@pytest.mark.parametrize(
    ("said", "top", "title"),
    [
        ("Village Pond: काम पूरा", f"<h1>{TITLE}</h1>", TITLE),
        ("तालाब की ताज़ा खबर", f"<h1>{TITLE}</h1>", TITLE),
        (TITLE, f"<h1>{LONG}</h1>", LONG),
        (f"{TITLE} – NT – 21.10.2025", f"<h1>{TITLE}</h1>", TITLE),
        (f"{TITLE} - Print", STYLED, TITLE),
        (f"नदी डायरी: {TITLE}", f"{KICKER}<h3>{TITLE}</h3>", TITLE),
        ("Press Release: Information Bureau", f"<h2>{TITLE}</h2>", TITLE),
        (TITLE, f"<h1>{TITLE.replace(' ', '', 1)}</h1>", TITLE),
        (TITLE, "<h1>राज्य</h1>", TITLE),
        ("पोखर - ज्ञानकोश", "<h1>पोखर</h1>", "पोखर"),
    ],
)
def test_the_headline_that_is_shown_goes_before_the_one_that_is_said(
    said: str, top: str, title: str
) -> None:
    assert read(head=head(said), top=top).title == title


def test_a_headline_for_search_engines_gives_way_too() -> None:
    said = json.dumps({"@type": "NewsArticle", "headline": "Pond cleaned: तालाब का काम"})
    assert read(head=f"<script type='application/ld+json'>{said}</script>").title == TITLE


@pytest.mark.parametrize("dots", ["…", "...", " ..."])
@pytest.mark.parametrize(
    "top", ["<h1>{}</h1>", "<h2>{}</h2>", "<div>{}</div>", "<h1>नदी डायरी</h1><h2>{}</h2>"]
)
def test_a_title_that_was_cut_off_gives_way_to_the_whole_of_it(dots: str, top: str) -> None:
    article = read(head=head(LONG[:30] + dots), top=top.format(LONG))
    assert (article.title, article.lead) == (LONG, "")


def test_a_heading_that_was_cut_off_gives_way_to_the_title() -> None:
    assert read(head=head(LONG), top=f"<h1>{LONG[:50]}…</h1>").title == LONG


def test_a_paragraph_that_begins_as_the_title_is_none() -> None:
    said = f"{PROSE[0][:30]}…"
    assert read(head=head(said), top="").title == said
