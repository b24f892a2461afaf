"""What stands in each pane, row by row: a document as runs of text, before any Qt.

A display row is one line of the reading view, the same on both sides. Its English
side is made anew from the units whenever one changes.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from reader.formats.head import english_head, hindi_head
from reader.model import ENGLISH, Document, Kind, Row, Sentence, Span, State

HEAD = "head"
GLOSS_LABEL = "Gloss, not a translation: "
TRANSLATE = "\u00a0\u00a0\u00a0Translate\u00a0\u00a0\u00a0"
TRANSLATING = "translating …"
NOT_TRANSLATED = "× Not translated · Try again"


class RunKind(Enum):
    """How a run of text is set, and what a click on it does."""

    TEXT = auto()
    GLOSS = auto()
    LABEL = auto()
    NOTE = auto()
    WAITING = auto()
    FAILED = auto()
    ACTION = auto()
    SPACE = auto()


_SAID_ONCE = (RunKind.WAITING, RunKind.FAILED, RunKind.ACTION)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a pane's row; ``sentence`` is its sentence's id, '' where it has none."""

    text: str
    kind: RunKind = RunKind.TEXT
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class PaneRow:
    """One side of a display row. ``kind`` is the row's Kind, or HEAD."""

    id: str
    kind: Kind | str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The row's whole text."""
        return "".join(run.text for run in self.runs)

    def placed(self) -> Iterator[tuple[Run, Span]]:
        """Each run with its span in the row's text."""
        start = 0
        for run in self.runs:
            yield run, Span(start, start + len(run.text))
            start += len(run.text)

    @property
    def offset(self) -> int:
        """Where the article's own text starts, after a label such as a list bullet."""
        first = self.runs[0] if self.runs else Run("")
        return len(first.text) if first.kind is RunKind.LABEL else 0


def displayed(document: Document) -> tuple[Row, ...]:
    """The rows the panes show: all but the key points, which stand in the sidebar."""
    return tuple(row for row in document.rows if row.kind is not Kind.KEY_POINT)


def hindi_rows(document: Document) -> list[PaneRow]:
    """The left side, with the byline row after the title."""
    rows = [hindi_row(row) for row in displayed(document)]
    return _with_head(rows, hindi_head(document))


def english_rows(document: Document, waiting: Container[str] = ()) -> list[PaneRow]:
    """The right side; ``waiting`` holds the ids of sentences on their way."""
    rows = [english_row(document, row, waiting) for row in displayed(document)]
    return _with_head(rows, english_head(document))


def english_head_row(document: Document) -> PaneRow:
    """The English side of the byline row."""
    return PaneRow(HEAD, HEAD, (Run(english_head(document)),))


def hindi_row(row: Row) -> PaneRow:
    """The Hindi side of a row: its text as it is, cut into sentences and the space between."""
    runs = list(_label(row.kind))
    at = 0
    for sentence in row.sentences:
        if sentence.span.start > at:
            runs.append(Run(row.text[at : sentence.span.start], RunKind.SPACE))
        runs.append(Run(row.text[sentence.span.start : sentence.span.end], sentence=sentence.id))
        at = sentence.span.end
    return PaneRow(row.id, row.kind, tuple(runs))


def english_row(document: Document, row: Row, waiting: Container[str] = ()) -> PaneRow:
    """The English side of a row, each sentence in the state it is in."""
    if row.sentences and all(_untouched(document, s, waiting) for s in row.sentences):
        return PaneRow(row.id, row.kind, (*_label(row.kind), Run(TRANSLATE, RunKind.ACTION)))
    runs = [_english_run(document, sentence, waiting) for sentence in row.sentences]
    between = " | " if row.kind is Kind.ALT else " "
    return PaneRow(row.id, row.kind, (*_label(row.kind), *_joined(runs, between)))


def _english_run(document: Document, sentence: Sentence, waiting: Container[str]) -> Run:
    unit = document.units.get(sentence.id)
    if sentence.id in waiting and not (unit and unit.target):
        return Run(TRANSLATING, RunKind.WAITING, sentence.id)
    if sentence.language == ENGLISH:
        return Run(sentence.text, sentence=sentence.id)
    if unit is None:
        return Run(TRANSLATE, RunKind.ACTION)
    if unit.state is State.FAILED:
        return Run(NOT_TRANSLATED, RunKind.FAILED)
    kind = RunKind.GLOSS if unit.state is State.GLOSS else RunKind.TEXT
    return Run(unit.target, kind, sentence.id)


def _untouched(document: Document, sentence: Sentence, waiting: Container[str]) -> bool:
    """Whether nothing is known or asked of this sentence's English."""
    known = sentence.language == ENGLISH or sentence.id in document.units
    return not known and sentence.id not in waiting


def _joined(runs: list[Run], between: str) -> Iterator[Run]:
    """The runs with ``between`` between them, and the gloss label before each stretch of
    gloss. Sentences side by side that wait, failed or are missing are said once."""
    previous: RunKind | None = None
    for run in runs:
        if run.kind is previous and run.kind in _SAID_ONCE:
            continue
        if previous is not None:
            yield Run(between, RunKind.SPACE)
        if run.kind is RunKind.GLOSS and previous is not RunKind.GLOSS:
            yield Run(GLOSS_LABEL, RunKind.NOTE)
        yield run
        previous = run.kind


def _label(kind: Kind) -> tuple[Run, ...]:
    return (Run("• ", RunKind.LABEL),) if kind is Kind.ITEM else ()


def _with_head(rows: list[PaneRow], head: str) -> list[PaneRow]:
    """The byline row put right after the title."""
    if not head:
        return rows
    after = next((i + 1 for i, row in enumerate(rows) if row.kind is Kind.TITLE), 0)
    return [*rows[:after], PaneRow(HEAD, HEAD, (Run(head),)), *rows[after:]]
