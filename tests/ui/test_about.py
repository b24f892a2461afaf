"""What is said of one sentence's English, in words."""

from dataclasses import replace
from datetime import UTC, datetime

from reader.language.segment import segment
from reader.model import (
    READER,
    Article,
    Document,
    Entity,
    EntityMention,
    Label,
    Paragraph,
    Replacement,
    Span,
    State,
    TranslationUnit,
)
from reader.translation.engine import Engine
from reader.ui.about import About, Name, compared, lit, names_in, origin, state_of
from tests.fakes import FakeEngine

MADE = datetime(2025, 3, 4, 8, 0, tzinfo=UTC)
ENGINES: dict[str, Engine] = {"fake": FakeEngine()}
ARTICLE = Article("नाव", (Paragraph("सरयू पर पुल बना। हिन्दी में आरती शर्मा ने कहा।"),))
ROWS = segment(ARTICLE)
BODY = next(row for row in ROWS if row.id == "p1")
MADE_UNIT = TranslationUnit(
    "p1.1", "सरयू पर पुल बना।", "Saryu bridge.", "fake", State.MACHINE, created=MADE, version="2.1"
)


def test_who_made_it_with_which_version_and_when() -> None:
    when = f"{MADE.astimezone():%H:%M}"
    assert origin(MADE_UNIT, ENGINES) == f"Fake · 2.1 · 4 Mar 2025, {when}"
    assert origin(replace(MADE_UNIT, engine=READER, version=""), ENGINES).startswith("you · ")
    assert origin(replace(MADE_UNIT, engine="of old", created=None), {}) == "of old · 2.1"


def test_what_the_reader_took_is_kept_and_what_they_wrote_is_edited() -> None:
    assert state_of(replace(MADE_UNIT, chosen=MADE)) == "Machine translated, kept by you"
    assert state_of(replace(MADE_UNIT, state=State.EDITED, chosen=MADE)) == "Edited by hand"


def test_a_gloss_is_no_english_to_correct() -> None:
    gloss = replace(MADE_UNIT, state=State.GLOSS)
    assert About(BODY.sentences[0], gloss, ENGINES).english == ""
    assert About(BODY.sentences[0], gloss, ENGINES).state == "Gloss, not a translation"
    assert About(BODY.sentences[0], None, ENGINES).state == "Not translated yet"


def test_each_spelling_that_was_put_in_is_told_once() -> None:
    target = "Saryu, Saryu."
    replaced = (Replacement(Span(0, 5), "Sarju"), Replacement(Span(7, 12), "Sarju"))
    unit = replace(MADE_UNIT, target=target, replaced=replaced)
    assert About(BODY.sentences[0], unit, ENGINES).respelled == [("Saryu", "Sarju")]


def test_the_names_of_a_sentence_and_what_is_pinned_in_it() -> None:
    entities = (
        Entity(Label.PLACE, "सरयू", "Saryu", (EntityMention("p1", Span(0, 4), "सरयू"),)),
        Entity(Label.PERSON, "आरती शर्मा", "Arti Sharma", (EntityMention("p1", Span(27, 37), "x"),)),
        Entity(Label.NUMBER, "पुल", "7", (EntityMention("p1", Span(8, 11), "पुल"),)),
    )
    document = Document(ARTICLE, ROWS, entities=entities)
    pins = {"हिंदी": "Hindi", "नाव": "Naav", "सरयू": "Sarayu"}
    first, second = BODY.sentences
    assert list(names_in(document, first, pins)) == [Name("सरयू", "Sarayu", is_pinned=True)]
    assert list(names_in(document, second, pins)) == [
        Name("आरती शर्मा", "Arti Sharma", is_pinned=False),
        Name("हिंदी", "Hindi", is_pinned=True),
    ]


def test_what_differs_is_lit_on_both_sides_and_all_else_escaped() -> None:
    ours, theirs = compared("<b> तीन घंटे", "<b> चार घंटे", "color: red")
    assert ours == '&lt;b&gt; <span style="color: red">तीन</span> घंटे'
    assert theirs == '&lt;b&gt; <span style="color: red">चार</span> घंटे'
    assert lit("a&b", [], "x") == "a&amp;b"
