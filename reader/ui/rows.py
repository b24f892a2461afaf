"""What stands in each pane, row by row: a document as runs of text, before any Qt.

A display row is one line of the reading view, the same on both sides. Its English
side is made anew from the units whenever one changes.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from reader.formats.writers.head import english_head, hindi_head
from reader.model import CELL_BREAK, ENGLISH, Document, Kind, Markup, Row, Sentence, Span, State
from reader.model import Style as Emphasis
from reader.ui import flags
from reader.ui.flags import Offer, Words

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
_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")
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


_SAID_ONCE = (RunKind.WAITING, RunKind.FAILED, RunKind.ACTION)
_OF_THE_ARTICLE = (RunKind.TEXT, RunKind.GLOSS, RunKind.SPACE)
_CLICKABLE = (RunKind.ACTION, RunKind.FAILED)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a pane's row; ``sentence`` is its sentence's id, '' where it has none.

    A sentence is as many runs as its markup cuts it into. ``address`` is where a link in
    the text leads, or where the picture lies that an action shows. A run of our own words
    is ``about`` a sentence, by id, and a click on it does what it has to ``offer``.
    """

    text: str
    kind: RunKind = RunKind.TEXT
    sentence: str = ""
    styles: frozenset[Emphasis] = frozenset()
    address: str = ""
    about: str = ""
    offer: Offer | None = None

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
    return _with_head(document, rows, hindi_head(document))


def english_rows(document: Document, waiting: Container[str] = ()) -> list[PaneRow]:
    """The right side; ``waiting`` holds the ids of sentences on their way."""
    rows = [english_row(document, row, waiting) for row in displayed(document)]
    return _with_head(document, rows, english_head(document))


def english_head_row(document: Document) -> PaneRow:
    """The English side of the byline row."""
    return PaneRow(HEAD, HEAD, (Run(english_head(document)),))


def hindi_row(row: Row, picture: Picture = OFFERED, *, offline: bool = False) -> PaneRow:
    """The Hindi side of a row: its text as it is, cut into sentences and the space between."""
    runs = [*_label(row, row.label), *_offer(row, picture, offline=offline)]
    at = 0
    for sentence in row.sentences:
        if sentence.span.start > at:
            runs.append(Run(row.text[at : sentence.span.start], RunKind.SPACE))
        text = row.text[sentence.span.start : sentence.span.end]
        runs += _styled(Run(text, sentence=sentence.id), sentence.markup)
        at = sentence.span.end
    if at < len(row.text):
        runs.append(Run(row.text[at:], RunKind.SPACE))
    return PaneRow(row.id, row.kind, tuple(runs))


def english_row(document: Document, row: Row, waiting: Container[str] = ()) -> PaneRow:
    """The English side of a row, each sentence in the state it is in."""
    label = _label(row, row.label.translate(_DIGITS))
    if row.sentences and all(_untouched(document, s, waiting) for s in row.sentences):
        return PaneRow(row.id, row.kind, (*label, Run(TRANSLATE, RunKind.ACTION)))
    in_cell = row.kind in TABLE
    pieces = [_english(document, s, waiting, in_cell=in_cell) for s in row.sentences]
    if in_cell:
        return PaneRow(row.id, row.kind, tuple(_in_cells(document, row, pieces)))
    between = " | " if row.kind is Kind.ALT else " "
    gloss = GLOSS_LABEL if row.kind is Kind.TITLE else GLOSS_BRIEFLY
    runs = (*label, *_joined(pieces, between, gloss), *_notes(document, row))
    return PaneRow(row.id, row.kind, runs)


def _english(
    document: Document, sentence: Sentence, waiting: Container[str], *, in_cell: bool
) -> tuple[Run, ...]:
    """A sentence's English, or one run that says why there is none."""
    unit = document.units.get(sentence.id)
    if sentence.id in waiting and not (unit and unit.target):
        return (Run(TRANSLATING, RunKind.WAITING, sentence.id),)
    if sentence.language == ENGLISH:
        return tuple(_styled(Run(sentence.text, sentence=sentence.id), sentence.markup))
    if unit is None:
        return (Run(TRANSLATE, RunKind.ACTION),)
    if unit.state is State.FAILED:
        return tuple(_ours(flags.failure(unit, brief=in_cell), RunKind.FAILED, sentence.id))
    kind = RunKind.GLOSS if unit.state is State.GLOSS else RunKind.TEXT
    text = unit.target.replace(CELL_BREAK, " ")
    loose = [link for link in unit.markup if _is_loose(link, unit.target, sentence)]
    styled = _styled(Run(text, kind, sentence.id), [m for m in unit.markup if m not in loose])
    link = frozenset({Emphasis.LINK})
    signs = (Run(LINK_SIGN, RunKind.SIGN, sentence.id, link, m.address) for m in loose)
    edited = [Run(DRAWN_SIGN, RunKind.PENCIL, sentence.id)] * (unit.state is State.EDITED)
    return (*styled, *signs, *edited)


def _notes(document: Document, row: Row) -> Iterator[Run]:
    """Below the row, where they move nothing: a line on each sentence that is flagged."""
    for sentence in row.sentences:
        unit = document.units.get(sentence.id)
        if unit and flags.is_flagged(unit):
            yield Run(LINE_BREAK, RunKind.BREAK)
            yield _triangle(sentence.id)
            yield from _ours(flags.warning(unit), RunKind.FLAG, sentence.id)


def _triangle(sentence: str) -> Run:
    return Run(DRAWN_SIGN, RunKind.TRIANGLE, about=sentence, offer=Offer.ABOUT)


def _ours(words: Iterable[Words], kind: RunKind, sentence: str) -> Iterator[Run]:
    """Words of ours about a sentence with dots between them."""
    for number, each in enumerate(words):
        if number:
            yield Run(" · ", RunKind.NOTE)
        yield Run(each.text, kind, about=sentence, offer=each.offer)


def _is_loose(link: Markup, target: str, sentence: Sentence) -> bool:
    """Whether a link lies on the whole English because the place of its Hindi is not known.

    A line under it all would weigh more than the link: a sign after it says enough.
    """
    theirs = (m.span for m in sentence.markup if (m.style, m.address) == (link.style, link.address))
    return (
        link.style is Emphasis.LINK
        and _is_all(link.span, target)
        and not any(_is_all(span, sentence.text) for span in theirs)
    )


def _is_all(span: Span, text: str) -> bool:
    """Whether no letter or digit of a text is outside a span."""
    return not any(map(str.isalnum, text[: span.start] + text[span.end :]))


def _styled(run: Run, markup: Sequence[Markup]) -> Iterator[Run]:
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


def _untouched(document: Document, sentence: Sentence, waiting: Container[str]) -> bool:
    """Whether nothing is known or asked of this sentence's English."""
    known = sentence.language == ENGLISH or sentence.id in document.units
    return not known and sentence.id not in waiting


def _joined(pieces: Iterable[tuple[Run, ...]], between: str, gloss: str) -> Iterator[Run]:
    """The pieces with ``between`` between them, and ``gloss`` before each stretch of gloss:
    in full in the title, briefly below it. Sentences side by side that wait, failed alike or are
    missing are said once."""
    previous: Run | None = None
    for runs in pieces:
        first = runs[0]
        if previous and first.kind in _SAID_ONCE and _is_alike(first, previous):
            continue
        if previous:
            yield Run(between, RunKind.SPACE)
        if first.kind is RunKind.GLOSS and not (previous and previous.kind is RunKind.GLOSS):
            yield _gloss_label(gloss, first)
        yield from runs
        previous = first


def _is_alike(one: Run, other: Run) -> bool:
    return (one.kind, one.text) == (other.kind, other.text)


def _gloss_label(text: str, gloss: Run) -> Run:
    return Run(text, RunKind.NOTE, about=gloss.sentence, offer=Offer.ABOUT)


def _in_cells(document: Document, row: Row, pieces: Sequence[tuple[Run, ...]]) -> Iterator[Run]:
    """The pieces of a table's row, each in its cell, with a sign where one is flagged. What
    waits, failed, is missing or a gloss is said in the first cell where it is so."""
    said: set[RunKind] = set()
    at = 0
    for sentence, runs in zip(row.sentences, pieces, strict=True):
        kind = runs[0].kind
        breaks = row.text.count(CELL_BREAK, at, sentence.span.start)
        if breaks or at:
            yield Run(CELL_BREAK * breaks or " ", RunKind.SPACE)
        if kind is RunKind.GLOSS and kind not in said:
            yield _gloss_label(GLOSS_BRIEFLY, runs[0])
        if kind not in said or kind not in _SAID_ONCE:
            yield from runs
        if flags.is_flagged(document.units.get(sentence.id)):
            yield _triangle(sentence.id)
        said.add(kind)
        at = sentence.span.end
    if left := row.text.count(CELL_BREAK, at):
        yield Run(CELL_BREAK * left, RunKind.SPACE)


def _label(row: Row, number: str) -> tuple[Run, ...]:
    """The bullet or number before an item of a list."""
    text = f"{number} " if number else BULLET
    return (Run(text, RunKind.LABEL),) if row.kind is Kind.ITEM else ()


def _with_head(document: Document, rows: list[PaneRow], head: str) -> list[PaneRow]:
    """The byline row put right after the title, on both sides where there is one in Hindi."""
    if not hindi_head(document):
        return rows
    after = next((i + 1 for i, row in enumerate(rows) if row.kind is Kind.TITLE), 0)
    return [*rows[:after], PaneRow(HEAD, HEAD, (Run(head),)), *rows[after:]]
