"""Where marks and entities lie in the panes: a document turned into bands by row number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from reader.model import Annotation, Document, Row, Span
from reader.ui.bands import Band, BandsByRow, Paint
from reader.ui.rows import PaneRow


def entity_bands(document: Document, rows: list[PaneRow]) -> BandsByRow:
    """Underlines of every entity mention in the Hindi pane's ``rows``."""
    places = row_numbers(rows)
    bands: BandsByRow = {}
    for entity in document.entities:
        for mention in entity.mentions:
            if mention.row in places:
                number, offset = places[mention.row]
                band = Band(_moved(mention.span, offset), entity.label)
                bands.setdefault(number, []).append(band)
    return bands


def mark_bands(
    document: Document, hindi: list[PaneRow], english: list[PaneRow]
) -> tuple[BandsByRow, BandsByRow]:
    """Marks on both sides: what was marked in Hindi, and its sentences whole in English."""
    places = row_numbers(hindi)
    left: BandsByRow = {}
    right: BandsByRow = {}
    rows = {row.id: row for row in document.rows}
    for mark in document.annotations:
        if mark.row in places:
            number, offset = places[mark.row]
            left.setdefault(number, []).append(Band(_moved(mark.span, offset), mark.colour))
            spans = _english_spans(rows[mark.row], mark, english[number])
            right.setdefault(number, []).extend(Band(span, mark.colour) for span in spans)
    return left, right


def problem_bands(document: Document, row: PaneRow, *, is_english: bool) -> list[Band]:
    """Lines under what the checks doubt in one side of a row."""
    bands = []
    for name, span in row.sentences():
        unit = document.units.get(name)
        for problem in unit.problems if unit and unit.is_doubtful else ():
            place = problem.english if is_english else problem.hindi
            if place:
                bands.append(Band(_moved(place, span.start), Paint.DOUBT))
    return bands


def row_numbers(rows: list[PaneRow]) -> Mapping[str, tuple[int, int]]:
    """Each row's number and where its article text starts, by row id."""
    return {row.id: (number, row.offset) for number, row in enumerate(rows)}


def sentences_under(row: Row, span: Span) -> list[str]:
    """The ids of the row's sentences that share text with ``span``, which stand in order."""
    sentences = row.sentences
    first = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.end)
    last = bisect_left(sentences, span.end, key=lambda sentence: sentence.span.start)
    return [sentence.id for sentence in sentences[first:last]]


def _english_spans(row: Row, mark: Annotation, shown: PaneRow) -> list[Span]:
    marked = sentences_under(row, mark.span)
    return [span for sentence, span in shown.sentences() if sentence in marked]


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by) if by else span
