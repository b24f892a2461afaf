from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from reader.language.segment import segment
from reader.model import (
    Article,
    Document,
    Kind,
    Markup,
    Paragraph,
    Problem,
    ProblemKind,
    Row,
    Span,
    State,
    Style,
    TranslationUnit,
)
from reader.ui.bands import Paint, run_bands
from reader.ui.english_rows import english_row, english_rows
from reader.ui.flags import ASK, CORRECT, KEEP, NOT_TRANSLATED, TRY_AGAIN, TRY_WITH, Offer
from reader.ui.links import tip
from reader.ui.rows import (
    DRAWN_SIGN,
    GLOSS_BRIEFLY,
    GLOSS_LABEL,
    HEAD,
    LINE_BREAK,
    LINK_SIGN,
    LOADING,
    OFFLINE_PICTURE,
    SHOW_PICTURE,
    TRANSLATE,
    TRANSLATING,
    PaneRow,
    Picture,
    RunKind,
    Stage,
    hindi_row,
    hindi_rows,
)


def unit(sentence: str, state: State, target: str = "Yes.") -> TranslationUnit:
    return TranslationUnit(sentence, "हाँ।", target, "fake", state)


def english(
    document: Document,
    *units: TranslationUnit,
    waiting: tuple[str, ...] = (),
    labels: Mapping[str, str] | None = None,
) -> PaneRow:
    document = replace(document, units={u.id: u for u in units})
    row = next(row for row in document.rows if row.id == "p1")
    return english_row(document, row, waiting, labels)


def test_both_sides_have_the_same_rows(document: Document) -> None:
    hindi, english = hindi_rows(document), english_rows(document)
    assert [row.id for row in hindi] == ["title", HEAD, "lead", "p1", "p2", "web"]
    assert [row.id for row in hindi] == [row.id for row in english]


def test_a_byline_without_a_date_has_its_row_before_its_english_is_known() -> None:
    article = Article("पुल", (Paragraph("नाव बंद है।"),), byline="कविता बिष्ट")
    document = Document(article, segment(article))
    hindi, english = hindi_rows(document), english_rows(document)
    assert [row.id for row in hindi] == [row.id for row in english] == ["title", HEAD, "p1"]


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
    assert row.text == f"{GLOSS_BRIEFLY}river on Yes."


def test_failing_is_said_once(document: Document) -> None:
    failed = (replace(unit(s, State.FAILED, ""), reason="It is busy.") for s in ("p1.1", "p1.2"))
    row = english(document, *failed)
    assert row.text == f"{NOT_TRANSLATED}: It is busy · {TRY_AGAIN} · {TRY_WITH}"
    offers = [run.offer for run in row.runs if run.kind is RunKind.FAILED]
    assert offers == [Offer.ABOUT, Offer.RETRY, Offer.RETRY_WITH]


def test_failing_for_different_reasons_is_said_of_each(document: Document) -> None:
    reasons = {"p1.1": "It is busy.", "p1.2": "It gave no English."}
    failed = (replace(unit(s, State.FAILED, ""), reason=why) for s, why in reasons.items())
    assert english(document, *failed).text.count(NOT_TRANSLATED) == 2


AWAY = "Fake could not be reached."


def test_another_engine_is_named_at_the_end_of_its_stretch(document: Document) -> None:
    units = [replace(unit(s, State.MACHINE), reason=AWAY) for s in ("p1.1", "p1.2")]
    row = english(document, *units, labels={"fake": "My Memory"})
    assert row.text == f"Yes. Yes. {DRAWN_SIGN}My\u00a0Memory"
    sign = row.runs[-1]
    assert (sign.kind, sign.offer, sign.about) == (RunKind.ARROW, Offer.ABOUT, "p1.2")
    assert AWAY in tip(sign)
    assert "My Memory" in tip(sign)


def test_a_stretch_ends_where_the_first_engine_could_again(document: Document) -> None:
    units = replace(unit("p1.1", State.MACHINE), reason=AWAY), unit("p1.2", State.MACHINE)
    assert english(document, *units).text == f"Yes. {DRAWN_SIGN}fake Yes."


def test_below_a_gloss_in_place_of_a_translation_stands_why_and_what_to_do(
    document: Document,
) -> None:
    glosses = [unit(s, State.GLOSS, "river on") for s in ("p1.1", "p1.2")]
    assert LINE_BREAK not in english(document, *glosses).text
    row = english(document, *(replace(gloss, reason=AWAY) for gloss in glosses))
    below = row.text.partition(LINE_BREAK)[2]
    assert below == f"{DRAWN_SIGN}{AWAY[:-1]} · {TRY_AGAIN} · {TRY_WITH}"
    offers = [run.offer for run in row.runs if run.kind is RunKind.NOTE and run.offer]
    assert offers == [Offer.ABOUT, Offer.ABOUT, Offer.RETRY, Offer.RETRY_WITH]


def test_in_a_table_the_sign_stands_alone() -> None:
    article = Article("सार", (Paragraph("हाँ।\tनहीं।", Kind.TABLE_ROW),))
    document = Document(article, segment(article))
    row = next(row for row in document.rows if row.kind is Kind.TABLE_ROW)
    units = {s.id: replace(unit(s.id, State.MACHINE), reason=AWAY) for s in row.sentences}
    shown = english_row(replace(document, units=units), row, labels={"fake": "Fake"})
    assert shown.text == f"Yes.\tYes. {DRAWN_SIGN}"


NUMBER = Problem(ProblemKind.NUMBER, "5 करोड़ = 50 million; the English says 5 million.")
SHAPE = Problem(ProblemKind.SHAPE, "Hindi words are left in the English.")


def test_a_flag_stands_on_a_line_of_its_own_below_the_row(document: Document) -> None:
    plain = english(document, unit("p1.1", State.CACHED), unit("p1.2", State.CACHED))
    flagged = replace(unit("p1.1", State.CACHED), problems=(NUMBER, SHAPE))
    row = english(document, flagged, unit("p1.2", State.CACHED))
    text, note = row.text.split(LINE_BREAK)
    assert text == plain.text
    said = NUMBER.text.rstrip(".")
    assert (
        note.strip("\u00a0") == f"Number differs: {said} (and 1 more) · {KEEP} · {CORRECT} · {ASK}"
    )
    assert dict(row.sentences()) == dict(plain.sentences())
    assert {run.about for run in row.runs if run.offer} == {"p1.1"}
    assert [band.paint for band in run_bands(row)] == [Paint.TRIANGLE]


def test_several_flags_of_a_paragraph_share_a_line(document: Document) -> None:
    flagged = [replace(unit(name, State.CACHED), problems=(SHAPE,)) for name in ("p1.1", "p1.2")]
    row = english(document, *flagged)
    _, note = row.text.split(LINE_BREAK)
    assert note.strip("\u00a0").startswith("2 to check: ")
    assert {run.about for run in row.runs if run.offer} == {"p1.1", "p1.2"}


def test_what_the_reader_kept_is_flagged_no_more(document: Document) -> None:
    kept = replace(unit("p1.1", State.CACHED), problems=(NUMBER,), chosen=datetime.now(UTC))
    assert LINE_BREAK not in english(document, kept).text


def test_an_edited_sentence_has_a_quiet_sign(document: Document) -> None:
    row = english(document, unit("p1.1", State.EDITED), unit("p1.2", State.CACHED))
    assert row.text == f"Yes.{DRAWN_SIGN} Yes."
    assert [band.paint for band in run_bands(row)] == [Paint.PENCIL]


def test_a_flag_in_a_table_stays_in_its_cell() -> None:
    article = Article("पुल", (Paragraph("नाव\tपुल", Kind.TABLE_ROW),))
    table = Document(article, segment(article))
    row = next(row for row in table.rows if row.kind is Kind.TABLE_ROW)
    first, second = row.sentences
    units = {
        first.id: replace(unit(first.id, State.CACHED, "Boat"), problems=(SHAPE,)),
        second.id: unit(second.id, State.CACHED, "Bridge"),
    }
    assert english_row(replace(table, units=units), row).text == f"Boat{DRAWN_SIGN}\tBridge"


def test_a_gloss_label_leads_to_what_is_said_of_it(document: Document) -> None:
    label = english(document, unit("p1.1", State.GLOSS, "river on")).runs[0]
    assert (label.offer, label.about) == (Offer.ABOUT, "p1.1")


def test_a_gloss_is_labelled(document: Document) -> None:
    units = unit("p1.1", State.GLOSS, "river on"), unit("p1.2", State.GLOSS, "two village")
    row = english(document, *units)
    assert row.text == f"{GLOSS_BRIEFLY}river on two village"


def test_the_title_says_in_full_what_a_gloss_is(document: Document) -> None:
    title = document.rows[0]
    units = {title.sentences[0].id: unit(title.sentences[0].id, State.GLOSS, "bridge")}
    row = english_row(replace(document, units=units), title)
    assert row.text == f"{GLOSS_LABEL}bridge"
    assert "not a translation" in GLOSS_LABEL


def test_a_gloss_after_a_translation_is_labelled(document: Document) -> None:
    row = english(document, unit("p1.1", State.CACHED), unit("p1.2", State.GLOSS, "two village"))
    assert row.text == f"Yes. {GLOSS_BRIEFLY}two village"


def test_runs_are_placed_end_to_end(document: Document) -> None:
    for row in hindi_rows(document):
        assert "".join(row.text[s.start : s.end] for _, s in row.placed()) == row.text


def only(paragraph: Paragraph) -> tuple[Document, Row]:
    """A document of one paragraph, and its row."""
    article = Article("", (paragraph,))
    document = Document(article, segment(article))
    return document, document.rows[0]


def with_units(document: Document, *targets: TranslationUnit) -> Document:
    return replace(document, units={one.id: one for one in targets})


LINKED = Markup(Span(4, 11), Style.LINK, "https://example.org/")


def test_markup_cuts_a_sentence_into_runs() -> None:
    bold = Markup(Span(0, 7), Style.BOLD)
    _, row = only(Paragraph("नदी पर बना पुल खुला।", markup=(bold, LINKED)))
    shown = hindi_row(row)
    assert [(run.text, sorted(run.styles), run.link) for run in shown.runs] == [
        ("नदी ", ["bold"], ""),
        ("पर ", ["bold", "link"], "https://example.org/"),
        ("बना ", ["link"], "https://example.org/"),
        ("पुल खुला।", [], ""),
    ]
    assert list(shown.sentences()) == [("p1.1", Span(0, 20))]


def test_english_is_cut_as_its_unit_says() -> None:
    document, row = only(Paragraph("नदी पर बना पुल खुला।", markup=(LINKED,)))
    markup = (Markup(Span(4, 10), Style.LINK, "https://example.org/"),)
    made = replace(unit("p1.1", State.MACHINE, "The bridge opened."), markup=markup)
    shown = english_row(with_units(document, made), row)
    assert [(run.text, run.link) for run in shown.runs] == [
        ("The ", ""),
        ("bridge", "https://example.org/"),
        (" opened.", ""),
    ]


def test_a_link_on_all_the_english_for_want_of_a_place_is_a_sign_after_it() -> None:
    document, row = only(Paragraph("नदी पर बना पुल खुला।", markup=(LINKED,)))
    bold = Markup(Span(4, 10), Style.BOLD)
    markup = (Markup(Span(0, 17), Style.LINK, "https://example.org/"), bold)
    made = replace(unit("p1.1", State.MACHINE, "The bridge opened."), markup=markup)
    shown = english_row(with_units(document, made), row)
    assert [(run.text, run.link) for run in shown.runs] == [
        ("The ", ""),
        ("bridge", ""),
        (" opened.", ""),
        (LINK_SIGN, "https://example.org/"),
    ]
    assert run_bands(shown) == []


def test_a_link_on_all_the_hindi_is_on_all_the_english() -> None:
    whole = Markup(Span(0, 19), Style.LINK, "https://example.org/")
    document, row = only(Paragraph("नदी पर बना पुल खुला।", markup=(whole,)))
    markup = (replace(whole, span=Span(0, 18)),)
    made = replace(unit("p1.1", State.MACHINE, "The bridge opened."), markup=markup)
    shown = english_row(with_units(document, made), row)
    assert [run.link for run in shown.runs] == ["https://example.org/"]


def test_english_of_the_article_keeps_its_markup() -> None:
    document, row = only(Paragraph("The bridge opened today.", markup=(LINKED,)))
    assert [run.text for run in english_row(document, row).runs if run.link] == ["bridge "]


@given(st.lists(st.tuples(st.sampled_from(Style), st.integers(0, 30), st.integers(1, 9))))
def test_whatever_the_markup_the_text_stays_whole(
    marks: list[tuple[Style, int, int]],
) -> None:
    markup = sorted(
        (Markup(Span(start, start + size), style) for style, start, size in marks),
        key=lambda one: one.span.start,
    )
    document, row = only(Paragraph("नदी पर बना पुल खुला।"))
    made = replace(unit("p1.1", State.MACHINE, "The bridge opened."), markup=tuple(markup))
    shown = english_row(with_units(document, made), row)
    assert shown.text == "The bridge opened."
    for run, span in shown.placed():
        assert run.styles == {m.style for m in markup if m.span.overlaps(span)}


def test_an_item_shows_its_number_on_both_sides() -> None:
    document, row = only(Paragraph("नाव बंद है।", Kind.ITEM, label="१२."))
    assert hindi_row(row).text == "१२. नाव बंद है।"
    assert english_row(document, row).text == f"12. {TRANSLATE}"
    _, plain = only(Paragraph("नाव बंद है।", Kind.ITEM))
    assert hindi_row(plain).text == "• नाव बंद है।"
    assert hindi_row(plain).offset == 2


TABLE = Paragraph("मार्च\tनाव\t112\t", Kind.TABLE_ROW)


def test_cells_stay_apart_on_both_sides() -> None:
    document, row = only(TABLE)
    assert hindi_row(row).text == row.text
    both = unit("p1.1", State.MACHINE, "March"), unit("p1.2", State.MACHINE, "The\tboat")
    assert english_row(with_units(document, *both), row).text == "March\tThe boat\t112\t"


def test_in_a_table_what_is_missing_is_said_once_a_row() -> None:
    document, row = only(TABLE)
    assert english_row(document, row).text == f"{TRANSLATE}\t\t112\t"
    assert english_row(document, row, ["p1.1", "p1.2"]).text == f"{TRANSLATING}\t\t112\t"
    first = with_units(document, unit("p1.1", State.MACHINE, "March"))
    assert english_row(first, row).text == f"March\t{TRANSLATE}\t112\t"


def test_in_a_table_a_gloss_is_labelled_once_a_row() -> None:
    document, row = only(TABLE)
    both = unit("p1.1", State.GLOSS, "march"), unit("p1.2", State.GLOSS, "boat")
    shown = english_row(with_units(document, *both), row)
    assert shown.text == f"{GLOSS_BRIEFLY}march\tboat\t112\t"


def test_a_picture_is_offered_before_its_caption() -> None:
    address = "https://images.example.org/a.jpg"
    _, row = only(Paragraph("पुल का दृश्य", Kind.IMAGE, address=address))
    texts = {
        SHOW_PICTURE: hindi_row(row),
        OFFLINE_PICTURE: hindi_row(row, offline=True),
        LOADING: hindi_row(row, Picture(Stage.LOADING)),
        "× No answer · Try again": hindi_row(row, Picture(Stage.FAILED, "No answer")),
    }
    for text, shown in texts.items():
        assert shown.text == f"{text}  पुल का दृश्य"
        assert shown.text[shown.offset :] == row.text
    assert hindi_row(row, Picture(Stage.SHOWN)).text == row.text
    assert [run.address for run in texts[SHOW_PICTURE].runs] == [address, "", ""]


def test_a_picture_without_words_is_offered_alone() -> None:
    document, row = only(Paragraph("", Kind.IMAGE, address="https://images.example.org/a.jpg"))
    assert hindi_row(row).text == SHOW_PICTURE
    assert hindi_row(row, Picture(Stage.SHOWN)).text == english_row(document, row).text == ""
