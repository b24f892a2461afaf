from dataclasses import replace

from reader.model import Document, State, TranslationUnit
from reader.ui.rows import (
    GLOSS_LABEL,
    HEAD,
    NOT_TRANSLATED,
    TRANSLATE,
    TRANSLATING,
    PaneRow,
    RunKind,
    english_row,
    english_rows,
    hindi_rows,
)


def unit(sentence: str, state: State, target: str = "Yes.") -> TranslationUnit:
    return TranslationUnit(sentence, "हाँ।", target, "fake", state)


def english(document: Document, *units: TranslationUnit, waiting: tuple[str, ...] = ()) -> PaneRow:
    document = replace(document, units={u.id: u for u in units})
    row = next(row for row in document.rows if row.id == "p1")
    return english_row(document, row, waiting)


def test_both_sides_have_the_same_rows(document: Document) -> None:
    hindi, english = hindi_rows(document), english_rows(document)
    assert [row.id for row in hindi] == ["title", HEAD, "lead", "p1", "p2", "web"]
    assert [row.id for row in hindi] == [row.id for row in english]


def test_hindi_rows_hold_the_whole_text(document: Document) -> None:
    shown = {row.id: row.text for row in hindi_rows(document)}
    assert all(shown[row.id] == row.text for row in document.rows if row.id in shown)


def test_nothing_translated_is_one_button(document: Document) -> None:
    row = english(document)
    assert [(run.text, run.kind) for run in row.runs] == [(TRANSLATE, RunKind.ACTION)]


def test_english_in_the_article_is_shown_as_it_is(document: Document) -> None:
    row = english_rows(document)[-1]
    assert row.text == "New bridge over the Saryu opens"


def test_a_translated_and_a_missing_sentence(document: Document) -> None:
    row = english(document, unit("p1.1", State.MACHINE))
    assert row.text == f"Yes. {TRANSLATE}"
    assert row.runs[-1].kind is RunKind.ACTION


def test_waiting_is_said_once(document: Document) -> None:
    assert english(document, waiting=("p1.1", "p1.2")).text == TRANSLATING


def test_what_is_asked_again_stays_until_the_answer_comes(document: Document) -> None:
    gloss = unit("p1.1", State.GLOSS, "river on"), unit("p1.2", State.CACHED)
    row = english(document, *gloss, waiting=("p1.1", "p1.2"))
    assert row.text == f"{GLOSS_LABEL}river on Yes."


def test_failing_is_said_once(document: Document) -> None:
    row = english(document, unit("p1.1", State.FAILED, ""), unit("p1.2", State.FAILED, ""))
    assert row.text == NOT_TRANSLATED


def test_a_gloss_is_labelled(document: Document) -> None:
    units = unit("p1.1", State.GLOSS, "river on"), unit("p1.2", State.GLOSS, "two village")
    row = english(document, *units)
    assert row.text == f"{GLOSS_LABEL}river on two village"


def test_a_gloss_after_a_translation_is_labelled(document: Document) -> None:
    row = english(document, unit("p1.1", State.CACHED), unit("p1.2", State.GLOSS, "two village"))
    assert row.text == f"Yes. {GLOSS_LABEL}two village"


def test_runs_are_placed_end_to_end(document: Document) -> None:
    for row in hindi_rows(document):
        assert "".join(row.text[s.start : s.end] for _, s in row.placed()) == row.text
