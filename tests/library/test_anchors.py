from datetime import UTC, datetime

from reader.library.anchors import anchored
from reader.model import Annotation, Colour, Kind, Row, Span

MADE = datetime(2025, 3, 4, tzinfo=UTC)


def row(name: str, text: str) -> Row:
    return Row(name, Kind.BODY, text, ())


def mark(span: Span, quote: str, prefix: str = "", suffix: str = "") -> Annotation:
    return Annotation("m", "p1", span, quote, prefix, suffix, Colour.SKY, MADE)


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


def test_a_mark_whose_words_are_gone_has_no_row() -> None:
    assert anchored(mark(Span(0, 3), "पुल"), [row("p1", "सड़क खुली।")]).row == ""


def test_an_offset_past_the_end_is_no_trouble() -> None:
    assert anchored(mark(Span(900, 903), "पुल"), [row("p1", "पुल")]).span == Span(0, 3)
