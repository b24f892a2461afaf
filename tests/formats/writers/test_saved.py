import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import NoArticle
from reader.formats import load, render
from reader.formats.files import saved
from reader.formats.material import Loaded, Material
from reader.model import (
    Annotation,
    Article,
    Colour,
    Document,
    Entity,
    EntityMention,
    Image,
    KeyPoint,
    Kind,
    Label,
    Markup,
    Paragraph,
    Row,
    Sentence,
    Span,
    State,
    Style,
    TranslationUnit,
)
from tests.formats.writers.documents import document

TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Cn", "Co"]), max_size=20)
NAMES = st.text("abc123", min_size=1, max_size=5)
ADDRESSES = st.sampled_from(["https://nadi.example/a?b=c#d", "http://नदी.example/पुल"])
TIMES = st.none() | st.datetimes(
    datetime(2, 1, 1),
    datetime(9998, 12, 31),
    timezones=st.integers(-1439, 1439).map(lambda m: timezone(timedelta(minutes=m))),
)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    return Span(start, end)


@st.composite
def markup(draw: st.DrawFn, text: str) -> tuple[Markup, ...]:
    style = draw(st.sampled_from(Style))
    address = draw(ADDRESSES) if style is Style.LINK else ""
    return draw(st.sampled_from([(), (Markup(draw(spans(text)), style, address),)]))


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    text = draw(TEXT)
    return Paragraph(
        text, draw(st.sampled_from(Kind)), draw(markup(text)), draw(TEXT), draw(ADDRESSES)
    )


@st.composite
def rows(draw: st.DrawFn, name: str) -> Row:
    text = draw(TEXT)
    sentences = []
    for number in range(draw(st.integers(0, 3))):
        span = draw(spans(text))
        words = text[span.start : span.end]
        sentences.append(Sentence(f"{name}.{number}", words, span, "hi", draw(markup(words))))
    kind = draw(st.sampled_from(Kind))
    return Row(name, kind, text, tuple(sentences), draw(markup(text)), draw(TEXT), draw(ADDRESSES))


@st.composite
def units(draw: st.DrawFn, name: str) -> TranslationUnit:
    target, state = draw(st.text(max_size=20).map(_storable)), draw(st.sampled_from(State))
    return TranslationUnit(
        name, draw(TEXT), target, draw(NAMES), state, draw(TEXT), draw(TIMES), draw(markup(target))
    )


def _storable(text: str) -> str:
    return "".join(c for c in text if c != "\0" and not "\ud800" <= c <= "\udfff")


@st.composite
def marks(draw: st.DrawFn, row: Row, name: str) -> Annotation:
    made = draw(TIMES.filter(bool))
    assert made is not None
    return Annotation(
        name, row.id, draw(spans(row.text)), draw(TEXT), draw(TEXT), draw(TEXT),
        draw(st.sampled_from(Colour)), made, draw(TEXT),
    )  # fmt: skip


@st.composite
def mentions(draw: st.DrawFn, row: Row) -> EntityMention:
    return EntityMention(row.id, draw(spans(row.text)), draw(TEXT))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    made = tuple(draw(rows(f"p{number}")) for number in range(draw(st.integers(1, 3))))
    sentences = [sentence.id for row in made for sentence in row.sentences]
    article = draw(
        st.builds(
            Article, title=TEXT, paragraphs=st.tuples(paragraphs()), byline=TEXT, published=TIMES,
            modified=TIMES, source=TEXT, url=ADDRESSES, language=NAMES, lead=TEXT,
            image=st.builds(Image, TEXT, TEXT, ADDRESSES), key_points=st.tuples(TEXT, TEXT),
            dateline=TEXT, web_title=TEXT, asked=ADDRESSES, fetched=TIMES, converted=NAMES,
            feed=ADDRESSES,
        )
    )  # fmt: skip
    found = st.builds(Entity, st.sampled_from(Label), TEXT, TEXT, st.tuples(mentions(made[0])))
    return Document(
        article,
        made,
        {name: draw(units(name)) for name in sentences},
        tuple(draw(marks(row, f"a{row.id}")) for row in made),
        draw(st.tuples(found, found)),
        tuple(KeyPoint(made[0].id, name) for name in ["", *sentences]),
        draw(TEXT),
        draw(TEXT),
    )


def read(text: str) -> Loaded:
    return saved.parse(Material(text.encode(), "a.json"))


def refusal(text: str) -> str:
    with pytest.raises(NoArticle) as caught:
        read(text)
    assert caught.value.advice
    return caught.value.what


def test_what_is_written_is_read_again() -> None:
    text = render(document(), "json")
    assert text.startswith('{"setu": 1,')
    assert load("-", data=text.encode()) == document()


# A whole document takes its time to draw, on a busy machine more than hypothesis allows.
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_nothing_is_lost(there: Document) -> None:
    assert read(render(there, "json")) == there


BROKEN = "a.json is damaged, or was changed outside Setu."


def changed(change: Callable[[dict[str, Any]], None]) -> str:
    whole = json.loads(render(document(), "json"))
    change(whole["document"])
    return json.dumps(whole)


def put(value: object, *path: str | int) -> Callable[[dict[str, Any]], None]:
    def change(there: Any) -> None:  # noqa: ANN401 - any part of JSON
        for step in path[:-1]:
            there = there[step]
        there[path[-1]] = value

    return change


LINK = {"span": {"start": 0, "end": 1}, "style": "link", "address": "https://a.example"}


@pytest.mark.parametrize(
    "change",
    [
        put(7, "article", "title"),
        put(None, "article", "title"),
        put("javascript:alert(1)", "article", "url"),
        put("file:///etc/passwd", "article", "image", "address"),
        put("data:text/html,x", "article", "feed"),
        put("a\u202eb", "article", "title"),
        put("a\0b", "rows", 0, "text"),
        put("\ud800", "annotations", 0, "note"),
        put("yesterday", "article", "published"),
        put("2024-06-19T12:04:00", "article", "published"),
        put("0001-01-01T00:00:00+14:00", "article", "fetched"),
        put("9999-12-31T23:59:59-12:00", "annotations", 0, "created"),
        put("poem", "rows", 0, "kind"),
        put(-1, "rows", 0, "sentences", 0, "span", "start"),
        put(10**6, "rows", 0, "sentences", 0, "span", "end"),
        put(10**300, "annotations", 0, "span", "end"),
        put(1.0, "annotations", 0, "span", "end"),
        put(True, "annotations", 0, "span", "start"),
        put("no such row", "annotations", 0, "row"),
        put("no such row", "key_points", 0, "row"),
        put("no such sentence", "key_points", 0, "sentence"),
        put("p99", "entities", 0, "mentions", 0, "row"),
        put("title", "rows", 1, "id"),
        put("title.1", "rows", 1, "sentences", 0, "id"),
        put("a1", "annotations", 0, "id"),
        put("other words", "rows", 0, "sentences", 0, "text"),
        put("p1.1", "units", "title.1", "id"),
        put([{**LINK, "address": "javascript:alert(1)"}], "rows", 0, "markup"),
        put([{**LINK, "style": "bold"}], "rows", 0, "markup"),
        put([{**LINK, "address": ""}], "rows", 0, "markup"),
        put([LINK, LINK], "rows", 0, "markup"),
        put([{**LINK, "span": {"start": 5, "end": 3}}], "rows", 0, "markup"),
        put([{**LINK, "span": {"start": 0, "end": 999}}], "units", "title.1", "markup"),
        put("2024-06-19T12:04:00", "units", "title.1", "chosen"),
        put(99, "units", "p10.1", "problems", 0, "hindi", "end"),
        put(99, "units", "p10.1", "problems", 0, "english", "end"),
        put([{"span": {"start": 9, "end": 99}, "before": "x"}], "units", "title.1", "replaced"),
        put({}, "rows"),
        put([[]], "rows"),
        put("x", "unknown"),
        lambda there: there.pop("article"),
    ],
)
def test_what_does_not_fit_is_never_partly_taken(change: Callable[[dict[str, Any]], None]) -> None:
    assert refusal(changed(change)) == BROKEN


def test_a_mark_that_lost_its_words_is_kept() -> None:
    there = document()
    lost = replace(there.annotations[0], row="", span=Span(0, 999))
    there = replace(there, annotations=(lost,))
    assert read(render(there, "json")) == there


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"setu": 2, "future": []}', "a.json was saved by a newer version of Setu."),
        ('{"name": "setu"}', "a.json is JSON, but no article saved by Setu."),
        ("[1, 2]", "a.json is JSON, but no article saved by Setu."),
        ('{"setu": 0}', BROKEN),
        ('{"setu": "1", "document": {}}', BROKEN),
        ('{"setu": true, "document": {}}', BROKEN),
        ('{"setu": NaN}', BROKEN),
        ('{"setu": 1, "document": {}, "more": 1}', BROKEN),
        ('{"setu": 1, "setu": 1}', BROKEN),
        ('{"setu": 1', BROKEN),
        ('{"setu": ' + "9" * 5000 + "}", BROKEN),
        ('{"setu": ' + "[" * 100_000, BROKEN),
        ('{"setu": [' + "[]," * 2_000_000 + "1]}", BROKEN),
        ("", BROKEN),
    ],
)
def test_other_files_are_refused_by_name(text: str, said: str) -> None:
    assert refusal(text) == said


def test_other_encodings_are_refused() -> None:
    for data in (b"\xff" + render(document(), "json").encode(), b'{"setu": "\xe0"}'):
        with pytest.raises(NoArticle, match="damaged"):
            saved.parse(Material(data, "a.json"))


@given(st.recursive(st.none() | st.floats() | st.text() | st.integers(), st.lists, max_leaves=9))
def test_any_json_in_place_of_a_part_is_refused_or_read(value: object) -> None:
    for key in ("article", "rows", "units", "annotations", "entities", "key_points"):
        text = changed(put(value, key))
        try:
            assert isinstance(read(text), Document)
        except NoArticle:
            assert refusal(text) == BROKEN
