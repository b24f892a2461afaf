"""The texts of a row, cut into pieces where the reader's marks and the markup begin and end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby, pairwise
from typing import Any, TypeAlias

from reader.formats.writers import content
from reader.formats.writers.addresses import web_address
from reader.formats.writers.options import ExportOptions
from reader.model import (
    CELL_BREAK,
    ENGLISH,
    Annotation,
    Colour,
    Document,
    Kind,
    Markup,
    Row,
    Sentence,
    Span,
    State,
    Style,
    TranslationUnit,
)

_CELL_MARK = " · "


class Role(StrEnum):
    """What a piece of text is."""

    TEXT = "text"
    GLOSS = "gloss"
    EDITED = "edited"
    DOUBTFUL = "doubtful"
    MISSING = "missing"


LABELS = {
    Role.GLOSS: content.GLOSS_LABEL,
    Role.EDITED: content.EDITED_LABEL,
    Role.DOUBTFUL: content.DOUBT_LABEL,
}
"""What stands after text that is not simply a translation."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one row's text in one language that looks the same throughout.

    ``address`` is where it leads, fit to be written, '' where nowhere.
    """

    text: str
    role: Role = Role.TEXT
    colour: Colour | None = None
    bold: bool = False
    italic: bool = False
    address: str = ""


Wrapping: TypeAlias = tuple[Callable[[Piece], Any], Callable[[Any, str], str]]
"""What pieces share, and what it does to their text where it is not empty."""


def hindi(document: Document, row: Row, options: ExportOptions) -> list[Piece]:
    """Return the row's Hindi; joined it is the row's text.

    A picture's alt text in two languages gives its Hindi half alone.
    """
    marked = [(m.span, m.colour) for m in content.marks_of(document, row, options)]
    whole = Span(0, len(row.text))
    if content.is_bilingual(row):
        own = [sentence.span for sentence in row.sentences if sentence.language != ENGLISH]
        whole = Span(own[0].start, own[-1].end)
    return list(_cut(row.text, whole, row.markup, marked))


def english(document: Document, row: Row, options: ExportOptions) -> list[Piece]:
    """Return the row's English, its sentences parted by a space, its cells by CELL_BREAK.

    A mark in the Hindi colours the whole of each sentence it touches. A picture's alt text
    in two languages gives its English half alone.
    """
    marked = content.marks_of(document, row, options)
    said = [(s, _in_english(document, s, marked)) for s in content.to_english(row)]
    return joined(row, said)


def hindi_of(sentence: Sentence) -> list[Piece]:
    """Return a sentence's Hindi without the reader's marks."""
    return list(_cut(sentence.text, Span(0, len(sentence.text)), sentence.markup))


def english_of(document: Document, sentence: Sentence) -> list[Piece]:
    """Return a sentence's English as far as there is any, without the reader's marks."""
    found = _in_english(document, sentence, ())
    return [] if found[0].role is Role.MISSING else found


def joined(row: Row, said: Iterable[tuple[Sentence, list[Piece]]]) -> list[Piece]:
    """Return the pieces of a row's sentences with what parts sentences and cells between."""
    whole: list[Piece] = []
    at = 0
    for sentence, pieces in said:
        breaks = row.text.count(CELL_BREAK, at, sentence.span.start)
        own = row.text[at : sentence.span.start] if row.kind is Kind.ALT and at else ""
        if own.strip():
            whole.append(Piece(own))
        elif whole or breaks:
            whole.append(_gap(whole, pieces, breaks))
        whole += pieces
        at = sentence.span.end
    breaks = row.text.count(CELL_BREAK, at)
    return [*whole, Piece(CELL_BREAK * breaks)] if breaks else whole


def cells(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces of each cell of a table's row."""
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split(CELL_BREAK)
        found[-1].append(replace(piece, text=first))
        found += [[replace(piece, text=text)] for text in others]
    return found


def in_line(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the cells of a table's row on one line, with signs between them."""
    first, *others = cells(pieces)
    return first + [piece for cell in others for piece in (Piece(_CELL_MARK), *cell)]


def wrapped(
    pieces: Iterable[Piece], wrappings: Sequence[Wrapping], show: Callable[[str], str]
) -> str:
    """Return the pieces as nested markup, the first of ``wrappings`` outermost.

    ``show`` escapes text. What neighbours share is wrapped once.
    """
    if not wrappings:
        return show("".join(piece.text for piece in pieces))
    (shared, wrap), *inner = wrappings
    runs = ((value, wrapped(list(run), inner, show)) for value, run in groupby(pieces, shared))
    return "".join(wrap(value, text) if value else text for value, text in runs)


def _gap(before: Sequence[Piece], after: Sequence[Piece], breaks: int) -> Piece:
    """Return what stands between two sentences; between two of gloss it is gloss as well."""
    if breaks or not (before and after):
        return Piece(CELL_BREAK * breaks)
    left, right = before[-1], after[0]
    alike = left.role is right.role is Role.GLOSS and left.colour is right.colour
    return Piece(" ", left.role, left.colour) if alike else Piece(" ")


def _in_english(
    document: Document, sentence: Sentence, marked: Sequence[Annotation]
) -> list[Piece]:
    text, role, markup = _english(document, sentence)
    colour = next((m.colour for m in marked if m.span.overlaps(sentence.span)), None)
    pieces = _cut(text, Span(0, len(text)), markup)
    return [replace(piece, role=role, colour=colour) for piece in pieces]


def _english(document: Document, sentence: Sentence) -> tuple[str, Role, tuple[Markup, ...]]:
    """Return a sentence's English, what it is, and its markup."""
    if sentence.language == ENGLISH:
        return sentence.text, Role.TEXT, sentence.markup
    unit = document.units.get(sentence.id)
    if content.is_missing(document, sentence) or unit is None:
        return content.NOT_TRANSLATED, Role.MISSING, ()
    return unit.target, _role(unit), unit.markup


def _role(unit: TranslationUnit) -> Role:
    """Return what a sentence's English is."""
    roles = {State.GLOSS: Role.GLOSS, State.EDITED: Role.EDITED}
    return roles.get(unit.state, Role.DOUBTFUL if unit.is_doubtful else Role.TEXT)


def _cut(
    text: str,
    whole: Span,
    markup: Sequence[Markup],
    marked: Sequence[tuple[Span, Colour]] = (),
) -> Iterator[Piece]:
    """Yield what ``whole`` covers of the text, cut at every edge of markup and marks."""
    spans = [span for span, _colour in marked] + [each.span for each in markup]
    edges = {edge for span in spans for edge in (span.start, span.end)}
    cuts = [whole.start, *sorted(e for e in edges if whole.start < e < whole.end), whole.end]
    looks = {style: _Look([m for m in markup if m.style is style]) for style in Style}
    for start, end in pairwise(cuts):
        link = looks[Style.LINK].at(start)
        yield Piece(
            text[start:end],
            colour=next((c for span, c in marked if span.overlaps(Span(start, end))), None),
            bold=bool(looks[Style.BOLD].at(start)),
            italic=bool(looks[Style.ITALIC].at(start)),
            address=web_address(link.address) if link else "",
        )


class _Look:
    """The markup of one style, which does not overlap, to be looked up by place."""

    def __init__(self, markup: Sequence[Markup]) -> None:
        self._markup = sorted(markup, key=lambda each: each.span.start)
        self._starts = [each.span.start for each in self._markup]

    def at(self, place: int) -> Markup | None:
        """Return what covers a place, if anything does."""
        number = bisect_right(self._starts, place) - 1
        found = self._markup[number] if number >= 0 else None
        return found if found and place < found.span.end else None
