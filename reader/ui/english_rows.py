"""The English side of each row, made from the units, with our own words on how they came."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice, zip_longest

from reader.formats.writers.head import english_head
from reader.model import (
    CELL_BREAK,
    ENGLISH,
    Document,
    Kind,
    Markup,
    Row,
    Sentence,
    Span,
    State,
    TranslationUnit,
)
from reader.model import Style as Emphasis
from reader.ui import flags
from reader.ui.flags import Offer, Words
from reader.ui.rows import (
    DRAWN_SIGN,
    GLOSS_BRIEFLY,
    GLOSS_LABEL,
    HEAD,
    LINE_BREAK,
    LINK_SIGN,
    TABLE,
    TRANSLATE,
    TRANSLATING,
    PaneRow,
    Run,
    RunKind,
    displayed,
    label_run,
    styled,
    with_head,
)
from reader.ui.wording import in_window

_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")
_SAID_ONCE = (RunKind.WAITING, RunKind.FAILED, RunKind.ACTION)


def english_rows(
    document: Document, waiting: Container[str] = (), labels: Mapping[str, str] | None = None
) -> list[PaneRow]:
    """The right side; ``waiting`` and ``labels`` are as `english_row` takes them."""
    rows = [english_row(document, row, waiting, labels) for row in displayed(document)]
    return with_head(document, rows, english_head(document))


def english_head_row(document: Document) -> PaneRow:
    """The English side of the byline row."""
    return PaneRow(HEAD, HEAD, (Run(english_head(document)),))


def english_row(
    document: Document,
    row: Row,
    waiting: Container[str] = (),
    labels: Mapping[str, str] | None = None,
) -> PaneRow:
    """The English side of a row, each sentence in the state it is in.

    ``waiting`` holds the ids of sentences on their way, ``labels`` what engines are called.
    """
    label = label_run(row, row.label.translate(_DIGITS))
    if row.sentences and all(_untouched(document, s, waiting) for s in row.sentences):
        return PaneRow(row.id, row.kind, (*label, Run(TRANSLATE, RunKind.ACTION)))
    in_cell = row.kind in TABLE
    pieces = [_english(document, s, waiting, in_cell=in_cell) for s in row.sentences]
    for at, sign in _signs(document, row, labels or {}, in_cell=in_cell):
        pieces[at] = (*pieces[at], *sign)
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
        return tuple(styled(Run(sentence.text, sentence=sentence.id), sentence.markup))
    if unit is None:
        return (Run(TRANSLATE, RunKind.ACTION),)
    if unit.state is State.FAILED:
        return tuple(_ours(flags.failure(unit, brief=in_cell), RunKind.FAILED, unit))
    kind = RunKind.GLOSS if unit.state is State.GLOSS else RunKind.TEXT
    text = unit.target.replace(CELL_BREAK, " ")
    loose = [link for link in unit.markup if _is_loose(link, unit.target, sentence)]
    english = styled(Run(text, kind, sentence.id), [m for m in unit.markup if m not in loose])
    link = frozenset({Emphasis.LINK})
    signs = (Run(LINK_SIGN, RunKind.SIGN, sentence.id, link, m.address) for m in loose)
    edited = [Run(DRAWN_SIGN, RunKind.PENCIL, sentence.id)] * (unit.state is State.EDITED)
    return (*english, *signs, *edited)


def _signs(
    document: Document, row: Row, labels: Mapping[str, str], *, in_cell: bool
) -> Iterator[tuple[int, tuple[Run, ...]]]:
    """At the end of each stretch by another engine than the first: a sign, and which it was.

    With the number of the sentence it follows. A gloss has a line below instead, but in cells.
    """
    units = [document.units.get(sentence.id) for sentence in row.sentences]
    makeshift = [u if flags.is_makeshift(u) else None for u in units]
    for at, (unit, following) in enumerate(zip_longest(makeshift, makeshift[1:])):
        ends = unit and not (following and following.engine == unit.engine)
        if unit and ends and (in_cell or unit.is_translation):
            label = labels.get(unit.engine, unit.engine)
            name = "" if in_cell else label.replace(" ", "\u00a0")
            yield (
                at,
                (
                    Run(" ", RunKind.NOTE),
                    _arrow(unit, name, f"By {label}. {in_window(unit.reason)}"),
                ),
            )


def _notes(document: Document, row: Row) -> Iterator[Run]:
    """Below the row, where they move nothing: a line on the sentences that are flagged, and
    one on why there is only a gloss."""
    units = [u for s in row.sentences if (u := document.units.get(s.id))]
    yield from _flagged([unit for unit in units if flags.is_flagged(unit)])
    glossed = (u for u in units if flags.is_makeshift(u) and not u.is_translation)
    for unit in islice(glossed, 1):
        yield Run(LINE_BREAK, RunKind.BREAK)
        yield _arrow(unit, "", in_window(unit.reason))
        yield from _ours(flags.makeshift(unit), RunKind.NOTE, unit)


def _flagged(units: Sequence[TranslationUnit]) -> Iterator[Run]:
    """The line on flagged sentences: with all that is offered for one, for several what is
    doubted of each, where a click leads to what is offered."""
    if units:
        yield Run(LINE_BREAK, RunKind.BREAK)
        yield _triangle(units[0].id)
    if len(units) == 1:
        yield from _ours(flags.warning(units[0]), RunKind.FLAG, units[0])
        return
    for number, (unit, words) in enumerate(flags.doubts(units)):
        yield Run(" · " if number else f"{len(units)} to check: ", RunKind.NOTE)
        yield from _ours([words], RunKind.FLAG, unit)


def _arrow(unit: TranslationUnit, name: str, tip: str) -> Run:
    return Run(DRAWN_SIGN + name, RunKind.ARROW, about=unit.id, offer=Offer.ABOUT, tip=tip)


def _triangle(sentence: str) -> Run:
    return Run(DRAWN_SIGN, RunKind.TRIANGLE, about=sentence, offer=Offer.ABOUT)


def _ours(words: Iterable[Words], kind: RunKind, unit: TranslationUnit) -> Iterator[Run]:
    """Words of ours about a unit with dots between them; pointed at, they say why it is so."""
    for number, each in enumerate(words):
        if number:
            yield Run(" · ", RunKind.NOTE)
        tip = in_window(unit.reason) if each.offer is Offer.ABOUT else ""
        yield Run(each.text, kind, about=unit.id, offer=each.offer, tip=tip)


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
