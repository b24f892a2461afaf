from reader.formats.markup import behind, shifted
from reader.model import Markup, Paragraph, Span, Style

TEXT = "लखनऊ: नदी पर पुल"


def test_a_paragraph_without_its_beginning() -> None:
    marked = (
        Markup(Span(0, 5), Style.BOLD),
        Markup(Span(3, 9), Style.ITALIC),
        Markup(Span(10, 12), Style.LINK, "https://nadi.example/"),
    )
    assert behind(Paragraph(TEXT, markup=marked, label="1."), 6) == Paragraph(
        "नदी पर पुल",
        markup=(
            Markup(Span(0, 3), Style.ITALIC),
            Markup(Span(4, 6), Style.LINK, "https://nadi.example/"),
        ),
        label="1.",
    )


def test_markup_further_on() -> None:
    assert shifted(Markup(Span(1, 2), Style.BOLD), 3) == Markup(Span(4, 5), Style.BOLD)
