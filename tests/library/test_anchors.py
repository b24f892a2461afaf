"""Finding a mark again in an article that has changed."""

from dataclasses import replace
from datetime import UTC, datetime
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.anchors import CONTEXT, anchored
from reader.model import Annotation, Colour, Kind, Row, Span

MADE = datetime(2025, 3, 4, tzinfo=UTC)
BRIDGE = "मुख्यमंत्री ने रविवार को सरयू नदी पर बने नए पुल का उद्घाटन किया और मज़दूरों को बधाई दी।"
FAIR = "मेले में इस बार सौ से अधिक दुकानें लगी हैं और झूले भी आए हैं।"
RAIN = "मौसम विभाग ने कहा कि अगले दो दिन पहाड़ों में हल्की बारिश होगी।"


def row(name: str, text: str) -> Row:
    return Row(name, Kind.BODY, text, ())


def mark(span: Span, quote: str, prefix: str = "", suffix: str = "") -> Annotation:
    return Annotation("m", "p1", span, quote, prefix, suffix, Colour.SKY, MADE)


def marked(text: str, quote: str) -> Annotation:
    """A mark on the first ``quote`` in ``text``, the way the window makes one."""
    start = text.index(quote)
    end = start + len(quote)
    around = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return mark(Span(start, end), quote, *around)


def words_under(found: Annotation, *texts: str) -> str:
    """What the mark covers when ``texts`` are p1, p2 and so on."""
    text = texts[int(found.row.removeprefix("p")) - 1]
    return text[found.span.start : found.span.end]


def in_version(made: Annotation, *texts: str) -> Annotation:
    return anchored(made, [row(f"p{n}", text) for n, text in enumerate(texts, 1)])


def test_a_mark_on_its_words_stays() -> None:
    there = mark(Span(7, 10), "पुल")
    assert anchored(there, [row("p1", "पुराना पुल।")]) is there


def test_a_mark_follows_its_words() -> None:
    moved = anchored(mark(Span(0, 3), "पुल"), [row("p1", "आज सुबह।"), row("p2", "नया पुल खुला।")])
    assert (moved.row, moved.span) == ("p2", Span(4, 7))


def test_the_surroundings_decide() -> None:
    rows = [row("p1", "नया पुल खुला। पुराना पुल टूटा।")]
    moved = anchored(mark(Span(0, 3), "पुल", "पुराना ", " टूटा"), rows)
    assert moved.span == Span(21, 24)


def test_the_same_words_at_the_same_place_of_another_paragraph_do_not_count() -> None:
    made = marked("नया पुल खुला।", "पुल")
    moved = in_version(made, "नया पुल टूटा।", "नया पुल खुला।")
    assert (moved.row, moved.span) == ("p2", made.span)


def test_a_mark_whose_words_are_gone_has_no_row() -> None:
    lost = anchored(mark(Span(0, 3), "पुल"), [row("p1", "सड़क खुली।")])
    assert lost == replace(mark(Span(0, 3), "पुल"), row="")


def test_an_offset_past_the_end_is_no_trouble() -> None:
    assert anchored(mark(Span(900, 903), "पुल"), [row("p1", "पुल")]).span == Span(0, 3)


def test_a_moved_paragraph_takes_its_marks_along() -> None:
    made = marked(BRIDGE, "नए पुल का उद्घाटन")
    found = in_version(made, FAIR, RAIN, BRIDGE)
    assert (found.row, found.span) == ("p3", made.span)


@pytest.mark.parametrize("quote", ["पुल", "नए पुल का उद्घाटन", BRIDGE])
def test_edits_near_a_mark_do_not_lose_it(quote: str) -> None:
    edited = f"देहरादून: {BRIDGE} लोग ख़ुश हैं।".replace("मज़दूरों", "कारीगरों")
    quote_now = quote.replace("मज़दूरों", "कारीगरों")
    found = in_version(marked(BRIDGE, quote), FAIR, edited)
    assert found.row == "p2"
    assert words_under(found, FAIR, edited) == quote_now


@pytest.mark.parametrize(
    ("quote", "now"),
    [
        ("सरयू नदी पर बने नए पुल का उद्घाटन", "सरयू नदी पर बने बड़े पुल का उद्घाटन"),
        ("सरयू नदी पर बने नए पुल का उद्घाटन", "सरयू नदी पर नए पुल का उद्घाटन"),
        ("सरयू नदी पर बने नए पुल का उद्घाटन", "सरयू नदी पर हाल में बने नए पुल का उद्घाटन"),
        ("नए पुल का उद्घाटन", "नए सेतु का उद्घाटन"),
    ],
)
def test_a_mark_of_which_a_word_changed_is_placed_where_it_was(quote: str, now: str) -> None:
    edited = BRIDGE.replace(quote, now)
    made = marked(BRIDGE, quote)
    found = in_version(made, FAIR, edited, RAIN)
    assert found.row == "p2"
    covered = words_under(found, FAIR, edited)
    assert len(set(covered.split()) & set(now.split())) >= len(now.split()) - 1
    assert found.quote == quote


@pytest.mark.parametrize("quote", ["में", "दुकानें", "सौ से अधिक दुकानें", FAIR])
def test_a_mark_whose_sentence_is_gone_jumps_to_no_other(quote: str) -> None:
    others = (BRIDGE, RAIN, "इस बार झूले नहीं आए और दुकानें बाज़ार में ही लगी हैं।")
    found = in_version(marked(FAIR, quote), *others)
    assert found == replace(marked(FAIR, quote), row="")


def test_a_long_article_with_many_lost_marks_is_quick() -> None:
    texts = [f"{RAIN} {number} {FAIR}" for number in range(400)]
    made = marked(BRIDGE, "सरयू नदी पर बने नए पुल का उद्घाटन किया और")
    start = perf_counter()
    for _ in range(20):
        assert in_version(made, *texts).row == ""
    assert perf_counter() - start < 5


@given(st.text("पुल नदी।ab ", max_size=60), st.lists(st.text("पुल नदी।ab ", max_size=60)))
def test_a_mark_is_on_words_that_are_there_or_lost(quote: str, texts: list[str]) -> None:
    found = in_version(mark(Span(0, len(quote)), quote, "नदी ", " है"), *texts)
    if found.row:
        covered = words_under(found, *texts)
        assert found.span.end - found.span.start == len(covered)
        assert covered == quote or len(quote) >= 12
