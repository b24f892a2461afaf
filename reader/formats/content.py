"""What an export shows of a Document, before any file format: its parts and their pieces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from reader.formats.options import ExportOptions
from reader.model import (
    ENGLISH,
    HINDI,
    Annotation,
    Colour,
    Document,
    Entity,
    Kind,
    Label,
    Row,
    Sentence,
    Span,
    State,
    TranslationUnit,
)

NOT_TRANSLATED = "[not translated]"
GLOSS_LABEL = "[gloss]"
GLOSS_NOTICE = "Dictionary gloss, not a translation"

_BODY = frozenset({Kind.BODY, Kind.HEADING, Kind.QUOTE, Kind.ITEM})
_LABELS = {
    Label.PERSON: "People",
    Label.PLACE: "Places",
    Label.ORGANISATION: "Organisations",
    Label.DATE: "Dates",
    Label.NUMBER: "Numbers",
    Label.MONEY: "Money",
}


class Role(StrEnum):
    """What a piece of text is."""

    TEXT = "text"
    GLOSS = "gloss"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one row's text in one language that looks the same throughout."""

    text: str
    role: Role = Role.TEXT
    colour: Colour | None = None


def row(document: Document, kind: Kind) -> Row | None:
    """Return the first row of that kind, such as the title or the caption."""
    return next((row for row in document.rows if row.kind is kind), None)


def body(document: Document) -> list[Row]:
    """Return the rows of the article's body, headings, quotes and list items among them."""
    return [row for row in document.rows if row.kind in _BODY]


def lead(document: Document) -> list[Row]:
    """Return the row of the lead, if the article has one."""
    return [row for row in document.rows if row.kind is Kind.LEAD]


def picture(document: Document) -> list[Row]:
    """Return what is said of the picture: its alt text, unless the titles say it, and caption."""
    titles = [row for row in document.rows if row.kind in (Kind.TITLE, Kind.WEB_TITLE)]
    alt = [row for row in document.rows if row.kind is Kind.ALT and not _is_said(row, titles)]
    return alt + [row for row in document.rows if row.kind is Kind.CAPTION]


def web_title(document: Document) -> list[Row]:
    """Return the row of the search-engine title, unless the title or the picture says it."""
    said = [row for row in document.rows if row.kind is Kind.TITLE] + picture(document)
    return [r for r in document.rows if r.kind is Kind.WEB_TITLE and not _is_said(r, said)]


def key_points(document: Document, options: ExportOptions) -> list[Row]:
    """Return the rows of the publisher's key points, unless the options leave them out."""
    return [r for r in document.rows if r.kind is Kind.KEY_POINT] if options.key_points else []


def marks(document: Document, options: ExportOptions) -> list[Annotation]:
    """Return the reader's marks in reading order, unless the options leave them out."""
    order = {row.id: number for number, row in enumerate(document.rows)}
    shown = document.annotations if options.marks else ()
    return sorted(shown, key=lambda mark: (order.get(mark.row, len(order)), mark.span.start))


def entities(document: Document, options: ExportOptions) -> list[tuple[str, list[Entity]]]:
    """Return the entities under the English name of their kind, kinds without any left out."""
    shown = document.entities if options.entities else ()
    grouped = ((name, [e for e in shown if e.label is label]) for label, name in _LABELS.items())
    return [(name, found) for name, found in grouped if found]


def english_name(entity: Entity) -> str:
    """Return the entity's English spelling, '' where it is the Hindi text itself, as of 24."""
    return "" if entity.english == entity.name else entity.english


def hindi(document: Document, row: Row, options: ExportOptions) -> list[Piece]:
    """Return the row's Hindi, cut where a mark begins or ends; joined it is the row's text.

    A picture's alt text in two languages gives its Hindi half alone.
    """
    marked = [mark for mark in marks(document, options) if mark.row == row.id]
    edges = {edge for mark in marked for edge in (mark.span.start, mark.span.end)}
    shown = [s.span for s in _in_hindi(row)] or [Span(0, len(row.text))]
    first, last = (shown[0].start, shown[-1].end) if is_bilingual(row) else (0, len(row.text))
    cuts = [first, *sorted(edge for edge in edges if first < edge < last), last]
    return [
        Piece(row.text[start:end], colour=_colour(marked, Span(start, end)))
        for start, end in pairwise(cuts)
    ]


def english(document: Document, row: Row, options: ExportOptions) -> list[Piece]:
    """Return the row's English, to be joined by spaces: a piece a sentence, a run of gloss one.

    A mark in the Hindi colours the whole of each sentence it touches. A picture's alt text
    in two languages gives its English half alone.
    """
    marked = [mark for mark in marks(document, options) if mark.row == row.id]
    pieces: list[Piece] = []
    for sentence in _to_english(row):
        piece = Piece(*_english(document, sentence), _colour(marked, sentence.span))
        if (
            pieces
            and piece.role is Role.GLOSS
            and replace(piece, text=pieces[-1].text) == pieces[-1]
        ):
            piece = replace(piece, text=f"{pieces.pop().text} {piece.text}")
        pieces.append(piece)
    return pieces


def notices(document: Document, options: ExportOptions) -> Iterator[str]:
    """Say how the English was made and what is missing, a sentence a line."""
    sentences = [each for row in _shown(document, options) for each in _to_english(row)]
    units = [document.units[s.id] for s in sentences if s.id in document.units]
    machine = [unit for unit in units if _by_machine(unit, options)]
    if machine:
        yield _by("Machine translated", machine, options)
    memory = [unit for unit in units if unit.state is State.CACHED and unit not in machine]
    if memory:
        yield _by("From a translation memory", memory, options)
    if any(unit.state is State.EDITED for unit in units):
        yield "Some sentences were corrected by the reader"
    if any(unit.state is State.GLOSS for unit in units):
        yield f"{GLOSS_NOTICE}, where marked {GLOSS_LABEL}"
    missing = sum(_english(document, sentence)[1] is Role.MISSING for sentence in sentences)
    if missing:
        yield f"Not translated: {missing} of {len(sentences)} sentences"
    if options.exported:
        yield f"Exported {options.exported.isoformat(' ', 'minutes')}"


def _by_machine(unit: TranslationUnit, options: ExportOptions) -> bool:
    """Whether an engine made the unit; a memory may hold the work of people too."""
    known = not options.engines or unit.engine in options.engines
    return unit.state is State.MACHINE or (unit.state is State.CACHED and known)


def _by(how: str, units: list[TranslationUnit], options: ExportOptions) -> str:
    names = dict.fromkeys(options.engines.get(unit.engine, unit.engine) for unit in units)
    return f"{how}: {', '.join(filter(None, names))}".rstrip(": ")


def is_english(row: Row) -> bool:
    """Whether the article itself has this row in English, so that there is but one text."""
    return all(sentence.language == ENGLISH for sentence in row.sentences)


def is_bilingual(row: Row) -> bool:
    """Whether the article itself has this row in both languages, as some alt texts are."""
    return {sentence.language for sentence in row.sentences} == {HINDI, ENGLISH} and (
        row.kind is Kind.ALT
    )


def _in_hindi(row: Row) -> list[Sentence]:
    return [sentence for sentence in row.sentences if sentence.language == HINDI]


def _to_english(row: Row) -> list[Sentence]:
    """Return the sentences whose English stands for the row's."""
    own = [sentence for sentence in row.sentences if sentence.language == ENGLISH]
    return own if is_bilingual(row) else list(row.sentences)


def _is_said(row: Row, elsewhere: list[Row]) -> bool:
    """Whether each sentence of the row is one of those elsewhere."""
    said = {sentence.text.casefold() for other in elsewhere for sentence in other.sentences}
    return all(sentence.text.casefold() in said for sentence in row.sentences)


def _shown(document: Document, options: ExportOptions) -> list[Row]:
    """Return the rows an export holds, in any order."""
    title = [row for row in document.rows if row.kind is Kind.TITLE]
    parts = (lead, picture, body, web_title)
    return [
        *title,
        *(row for part in parts for row in part(document)),
        *key_points(document, options),
    ]


def _english(document: Document, sentence: Sentence) -> tuple[str, Role]:
    if sentence.language == ENGLISH:
        return sentence.text, Role.TEXT
    unit = document.units.get(sentence.id)
    if unit is None or unit.state is State.FAILED or not unit.target.strip():
        return NOT_TRANSLATED, Role.MISSING
    return unit.target, Role.GLOSS if unit.state is State.GLOSS else Role.TEXT


def _colour(marked: list[Annotation], span: Span) -> Colour | None:
    return next((mark.colour for mark in marked if mark.span.overlaps(span)), None)
