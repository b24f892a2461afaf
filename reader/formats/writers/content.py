"""What an export shows of a Document, before any file format: its parts, and what is said of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.formats.writers.head import moment
from reader.formats.writers.options import ExportOptions
from reader.model import (
    ENGLISH,
    HINDI,
    Annotation,
    Document,
    Entity,
    Kind,
    Label,
    Row,
    Sentence,
    State,
    TranslationUnit,
)

NOT_TRANSLATED = "[not translated]"
GLOSS_LABEL = "[gloss]"
EDITED_LABEL = "[edited]"
DOUBT_LABEL = "[to check]"
GLOSS_NOTICE = "Dictionary gloss, not a translation"

TABLE = frozenset({Kind.TABLE_HEAD, Kind.TABLE_ROW})
ITEMS = frozenset({Kind.ITEM, Kind.KEY_POINT})
PICTURE = "picture"
"""What a link to a picture says."""

_BODY = frozenset({Kind.BODY, Kind.HEADING, Kind.QUOTE, Kind.ITEM, Kind.IMAGE, Kind.STAMP, *TABLE})
_RUNS = (TABLE, ITEMS, frozenset({Kind.QUOTE}))
_NUMBER = re.compile(r"(\d{1,9})[.)]")
_STEP = "\u2003"  # what sets in the number of an item by one list
_SIGNS = {"◦": 1, "▪": 2}  # of the items of lists in lists
_LABELS = {
    Label.PERSON: "People",
    Label.PLACE: "Places",
    Label.ORGANISATION: "Organisations",
    Label.DATE: "Dates",
    Label.NUMBER: "Numbers",
    Label.MONEY: "Money",
}


def row(document: Document, kind: Kind) -> Row | None:
    """Return the first row of that kind, such as the title or the caption."""
    return next((row for row in document.rows if row.kind is kind), None)


def body(document: Document) -> list[Row]:
    """Return the rows of the article's body, headings, quotes and list items among them."""
    return [row for row in document.rows if row.kind in _BODY or _is_table_caption(row)]


def lead(document: Document) -> list[Row]:
    """Return the row of the lead, if the article has one."""
    return [row for row in document.rows if row.kind is Kind.LEAD]


def picture(document: Document) -> list[Row]:
    """Return what is said of the picture: its alt text, and its caption.

    An alt text that the titles say is left out, unless it has the picture's address.
    """
    titles = [row for row in document.rows if row.kind in (Kind.TITLE, Kind.WEB_TITLE)]
    alts = [row for row in document.rows if row.kind is Kind.ALT]
    shown = [row for row in alts if row.address or not _is_said(row, titles)]
    captions = [row for row in document.rows if row.kind is Kind.CAPTION]
    return shown + [row for row in captions if not _is_table_caption(row)]


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


def blocks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows that make one list, one quotation or one table together, others alone."""
    block: list[Row] = []
    for row in rows:
        if block and not _goes_on(block[-1], row):
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def depth(row: Row) -> int:
    """Return in how many other lists the list of an item stands, as far as its label tells."""
    return _SIGNS.get(row.label, row.label.count(_STEP))


def label(row: Row, language: str) -> str:
    """Return an item's number, in English with English digits, or sign, set in by its depth."""
    step = _STEP * _SIGNS.get(row.label, 0)
    if language == HINDI:
        return step + row.label
    return step + "".join(str(unicodedata.decimal(sign, sign)) for sign in row.label)


def number(item: Row) -> int | None:
    """Return the number of an item of a numbered list, None for any other."""
    match = _NUMBER.fullmatch(item.label.lstrip(_STEP))
    return int(match[1]) if match else None


def numbers(items: Sequence[Row]) -> list[int] | None:
    """Return the numbers of a list's items, None unless all have one and they count up by one."""
    counted = [each for item in items if (each := number(item)) is not None]
    steps = all(after == before + 1 for before, after in pairwise(counted))
    return counted if len(counted) == len(items) and steps else None


def marks_of(document: Document, row: Row, options: ExportOptions) -> list[Annotation]:
    """Return the reader's marks on one row, unless the options leave them out."""
    mine = (mark for mark in document.annotations if options.marks and mark.row == row.id)
    return sorted(mine, key=lambda mark: mark.span.start)


def notices(document: Document, options: ExportOptions) -> Iterator[str]:
    """Say how text and English were made and what is missing, a sentence a line."""
    if document.article.converted:
        yield f"Text converted from {document.article.converted}"
    sentences = [each for row in _shown(document, options) for each in to_english(row)]
    units = [document.units[s.id] for s in sentences if s.id in document.units]
    machine = [unit for unit in units if _by_machine(unit, options)]
    if machine:
        yield _by("Machine translated", machine, options)
    memory = [unit for unit in units if unit.state is State.CACHED and unit not in machine]
    if memory:
        yield _by("From a translation memory", memory, options)
    if any(unit.state is State.EDITED for unit in units):
        yield f"Some sentences were corrected by the reader, where marked {EDITED_LABEL}"
    if any(unit.is_doubtful for unit in units):
        yield f"To be checked against the Hindi, where marked {DOUBT_LABEL}"
    if any(unit.state is State.GLOSS for unit in units):
        yield f"{GLOSS_NOTICE}, where marked {GLOSS_LABEL}"
    missing = sum(is_missing(document, sentence) for sentence in sentences)
    if missing:
        yield f"Not translated: {missing} of {len(sentences)} sentences"
    if options.exported:
        yield f"Exported {moment(options.exported)}"


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


def is_missing(document: Document, sentence: Sentence) -> bool:
    """Whether a Hindi sentence has no English, not even a gloss."""
    unit = document.units.get(sentence.id)
    failed = unit is None or unit.state is State.FAILED or not unit.target.strip()
    return failed and sentence.language != ENGLISH


def to_english(row: Row) -> list[Sentence]:
    """Return the sentences whose English stands for the row's."""
    own = [sentence for sentence in row.sentences if sentence.language == ENGLISH]
    return own if is_bilingual(row) else list(row.sentences)


def _goes_on(before: Row, row: Row) -> bool:
    """Whether a row belongs to the list, quotation or table of the one before it."""
    another = row.kind is Kind.TABLE_HEAD and before.kind is Kind.TABLE_ROW
    return any(before.kind in run and row.kind in run for run in _RUNS) and not another


def _is_table_caption(row: Row) -> bool:
    """Whether the row is a caption in the body, not that of the article's own picture."""
    return row.kind is Kind.CAPTION and row.id != Kind.CAPTION


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
