"""What stands in each pane, row by row: a document as runs of text, before any Qt.

A display row is one line of the reading view, the same on both sides. Its English
side is made anew from the units whenever one changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from reader.formats.writers.head import hindi_head
from reader.model import (
    Document,
    Kind,
    Markup,
    Row,
    Span,
)
from reader.model import Style as Emphasis
from reader.ui.flags import Offer

HEAD = "head"
GLOSS_LABEL = "Gloss, not a translation: "
GLOSS_BRIEFLY = "Gloss: "
TRANSLATE = "\u00a0\u00a0\u00a0Translate\u00a0\u00a0\u00a0"
TRANSLATING = "translating …"
SHOW_PICTURE = "\u00a0\u00a0\u00a0Show picture\u00a0\u00a0\u00a0"
OFFLINE_PICTURE = "\u00a0\u00a0\u00a0Picture · Stay offline is on\u00a0\u00a0\u00a0"
LOADING = "loading picture …"
BULLET = "• "
LINK_SIGN = "\u00a0↗"
DRAWN_SIGN = "\u00a0" * 5
"""The room for a sign that is drawn and not written."""
LINE_BREAK = "\u2028"
TABLE = (Kind.TABLE_HEAD, Kind.TABLE_ROW)


class RunKind(Enum):
    """How a run of text is set, and what a click on it does."""

    TEXT = auto()
    GLOSS = auto()
    LABEL = auto()
    NOTE = auto()
    WAITING = auto()
    FAILED = auto()
    ACTION = auto()
    SIGN = auto()
    SPACE = auto()
    BREAK = auto()
    FLAG = auto()
    TRIANGLE = auto()
    PENCIL = auto()
    ARROW = auto()


_OF_THE_ARTICLE = (RunKind.TEXT, RunKind.GLOSS, RunKind.SPACE)
_CLICKABLE = (RunKind.ACTION, RunKind.FAILED)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a pane's row; ``sentence`` is its sentence's id, '' where it has none.

    A sentence is as many runs as its markup cuts it into. ``address`` is where a link in
    the text leads, or where the picture lies that an action shows. A run of our own words
    is ``about`` a sentence, by id, and a click on it does what it has to ``offer``; ``tip`` is
    said when it is pointed at.
    """

    text: str
    kind: RunKind = RunKind.TEXT
    sentence: str = ""
    styles: frozenset[Emphasis] = frozenset()
    address: str = ""
    about: str = ""
    offer: Offer | None = None
    tip: str = ""

    @property
    def link(self) -> str:
        """Where the text leads, '' where it is no link."""
        return self.address if Emphasis.LINK in self.styles else ""

    @property
    def is_clickable(self) -> bool:
        """Whether a click on it does something else than choosing its sentence."""
        return self.kind in _CLICKABLE or self.offer is not None or bool(self.link)


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

    @property
    def read(self) -> str:
        """The row's text, as long, with what is not the article's blanked."""
        own = ((run.kind in _OF_THE_ARTICLE, run.text) for run in self.runs)
        return "".join(text if is_own else "\0" * len(text) for is_own, text in own)

    def placed(self) -> Iterator[tuple[Run, Span]]:
        """Each run with its span in the row's text."""
        start = 0
        for run in self.runs:
            yield run, Span(start, start + len(run.text))
            start += len(run.text)

    def trimmed(self, span: Span) -> Span:
        """``span`` without the spaces at its ends, which would light nothing."""
        text = self.text[span.start : span.end]
        return Span(
            span.start + len(text) - len(text.lstrip()), span.end - len(text) + len(text.rstrip())
        )

    def run_at(self, offset: int) -> Run | None:
        """The run at a code point of the row's text."""
        return next((run for run, span in self.placed() if span.start <= offset < span.end), None)

    def sentences(self) -> Iterator[tuple[str, Span]]:
        """Each sentence's id with its span in the row's text, in order."""
        current, start, end = "", 0, 0
        for run, span in self.placed():
            if run.sentence != current:
                if current:
                    yield current, Span(start, end)
                current, start = run.sentence, span.start
            end = span.end
        if current:
            yield current, Span(start, end)

    @property
    def label(self) -> str:
        """The bullet or number before an item."""
        return self.runs[0].text if self.runs and self.runs[0].kind is RunKind.LABEL else ""

    @property
    def offset(self) -> int:
        """Where the article's own text starts, after a bullet or the offer of a picture."""
        place = 0
        for run in self.runs:
            if run.kind in _OF_THE_ARTICLE:
                break
            place += len(run.text)
        return place


class Stage(Enum):
    """How far a picture is from being seen."""

    OFFERED = auto()
    LOADING = auto()
    SHOWN = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class Picture:
    """What became of a row's picture; ``reason`` says why it failed."""

    stage: Stage = Stage.OFFERED
    reason: str = ""


OFFERED = Picture()


def displayed(document: Document) -> tuple[Row, ...]:
    """The rows the panes show: all but the key points, which stand in the sidebar."""
    return tuple(row for row in document.rows if row.kind is not Kind.KEY_POINT)


def hindi_rows(
    document: Document, pictures: Mapping[str, Picture] | None = None, *, offline: bool = False
) -> list[PaneRow]:
    """The left side, with the byline row after the title; ``pictures`` by row id."""
    known = pictures or {}
    rows = [
        hindi_row(row, known.get(row.id, OFFERED), offline=offline) for row in displayed(document)
    ]
    return with_head(document, rows, hindi_head(document))


def hindi_row(row: Row, picture: Picture = OFFERED, *, offline: bool = False) -> PaneRow:
    """The Hindi side of a row: its text as it is, cut into sentences and the space between."""
    runs = [*label_run(row, row.label), *_offer(row, picture, offline=offline)]
    at = 0
    for sentence in row.sentences:
        if sentence.span.start > at:
            runs.append(Run(row.text[at : sentence.span.start], RunKind.SPACE))
        text = row.text[sentence.span.start : sentence.span.end]
        runs += styled(Run(text, sentence=sentence.id), sentence.markup)
        at = sentence.span.end
    if at < len(row.text):
        runs.append(Run(row.text[at:], RunKind.SPACE))
    return PaneRow(row.id, row.kind, tuple(runs))


def styled(run: Run, markup: Sequence[Markup]) -> Iterator[Run]:
    """The run cut where its markup begins and ends; takes time linear in the markup."""
    size = len(run.text)
    edges = {min(edge, size) for one in markup for edge in (one.span.start, one.span.end)}
    coming = list(reversed(markup))
    lying: list[Markup] = []
    for start, end in pairwise(sorted({0, size} | edges)):
        while coming and coming[-1].span.start <= start:
            lying.append(coming.pop())
        lying = [one for one in lying if one.span.end > start]
        styles = frozenset(one.style for one in lying)
        address = next((one.address for one in lying if one.address), "")
        yield Run(run.text[start:end], run.kind, run.sentence, styles, address)
    if not size:
        yield run


def _offer(row: Row, picture: Picture, *, offline: bool) -> Iterator[Run]:
    """What stands for a picture that is not shown: how to see it, or why it is not there."""
    if not row.address or picture.stage is Stage.SHOWN:
        return
    if picture.stage is Stage.LOADING:
        yield Run(LOADING, RunKind.WAITING)
    elif picture.stage is Stage.FAILED:
        yield Run(f"× {picture.reason} · Try again", RunKind.FAILED, address=row.address)
    else:
        text = OFFLINE_PICTURE if offline else SHOW_PICTURE
        yield Run(text, RunKind.ACTION, address=row.address)
    if row.text:
        yield Run("  ", RunKind.NOTE)


def label_run(row: Row, number: str) -> tuple[Run, ...]:
    """The bullet or number before an item of a list."""
    text = f"{number} " if number else BULLET
    return (Run(text, RunKind.LABEL),) if row.kind is Kind.ITEM else ()


def with_head(document: Document, rows: list[PaneRow], head: str) -> list[PaneRow]:
    """The byline row put right after the title, on both sides where there is one in Hindi."""
    if not hindi_head(document):
        return rows
    after = next((i + 1 for i, row in enumerate(rows) if row.kind is Kind.TITLE), 0)
    return [*rows[:after], PaneRow(HEAD, HEAD, (Run(head),)), *rows[after:]]
