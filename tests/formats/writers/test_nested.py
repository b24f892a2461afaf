import pytest

from reader.formats import ExportOptions, Layout, render
from reader.formats.writers.listing import article_text
from reader.formats.writers.markdown import nested
from reader.model import Article, Document, Kind, Paragraph, Row, Sentence, Span

STEP = "\u2003"


def items(*labels: str) -> list[Row]:
    return [
        Row(f"p{at}", Kind.ITEM, "बात", (Sentence(f"p{at}.1", "बात", Span(0, 3)),), label=label)
        for at, label in enumerate(labels, 1)
    ]


@pytest.mark.parametrize(
    ("labels", "signs"),
    [
        (("1.", "◦", "◦", "2."), [("", "1. "), ("   ", "- "), ("   ", "- "), ("", "2. ")]),
        (
            ("1.", f"{STEP}1.", f"{STEP}2.", "2."),
            [("", "1. "), ("   ", "1. "), ("   ", "2. "), ("", "2. ")],
        ),
        (("", "◦", "▪", ""), [("", "- "), ("  ", "- "), ("    ", "- "), ("", "- ")]),
        (("9.", "10.", f"{STEP}1."), [("", "9. "), ("", "10. "), ("    ", "1. ")]),
        (("◦",), [("", "- ")]),
    ],
)
def test_a_list_in_a_list_is_set_in(labels: tuple[str, ...], signs: list[tuple[str, str]]) -> None:
    assert nested(items(*labels)) == signs


def test_numbers_that_markdown_would_count_otherwise_are_not_nested() -> None:
    assert nested(items("1.", "◦", "3.")) is None


def document() -> Document:
    labels = ("1.", "◦", f"{STEP * 2}1.", f"{STEP * 2}2.", "2.")
    rows = tuple(items(*labels))
    paragraphs = tuple(Paragraph(row.text, row.kind, label=row.label) for row in rows)
    return Document(Article("सूची", paragraphs), rows)


def test_every_writer_keeps_the_nesting() -> None:
    lines = render(document(), "md", Layout.INTERLEAVED, ExportOptions()).splitlines()
    expected = ["1. बात", "   - बात", "     1. बात", "     2. बात", "2. बात"]
    assert [line for line in lines if line.endswith("बात")] == expected
    labels = ["1.", f"{STEP}◦", f"{STEP * 2}1.", f"{STEP * 2}2.", "2."]
    html = render(document(), "html", Layout.INTERLEAVED, ExportOptions())
    assert all(f'<span class="label">{label}</span>' in html for label in labels)
    assert "\n".join(f"{label} बात" for label in labels) in article_text(document())
