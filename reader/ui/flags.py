"""What the text says of English that needs a look, and what it offers to do about it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.model import Document, Kind, ProblemKind, State, TranslationUnit
from reader.ui.wording import cause

NOT_TRANSLATED = "× Not translated"
KEEP = "Keep"
CORRECT = "Correct"
ASK = "Ask another"
TRY_AGAIN = "Try again"
TRY_WITH = "Try again with …"
LONGEST = 160
"""Characters of what is said in the text; all of it stands beside it."""
BRIEF = 48
"""The same of what is said in or below every paragraph when the network is away."""
BRIEFEST = 32
"""The same of each of several flags below one paragraph."""
NAMED = 2
"""How many of those are said, the others counted."""
_DIFFERS = {ProblemKind.NUMBER: "Number differs: ", ProblemKind.SHAPE: ""}


class Offer(StrEnum):
    """What a click on our own words in the text does for the sentence they are about."""

    ABOUT = "about"
    KEEP = "keep"
    CORRECT = "correct"
    ASK = "ask"
    RETRY = "retry"
    RETRY_WITH = "retry-with"


@dataclass(frozen=True, slots=True)
class Words:
    """A few words of ours, and what a click on them does."""

    text: str
    offer: Offer = Offer.ABOUT


def is_flagged(unit: TranslationUnit | None) -> bool:
    """Whether there is English that the reader had better look at."""
    return unit is not None and unit.is_doubtful


def is_makeshift(unit: TranslationUnit | None) -> bool:
    """Whether there is English that another engine than the first gave, which says why."""
    return unit is not None and bool(unit.target and unit.reason)


def is_failed(unit: TranslationUnit) -> bool:
    """Whether engines were asked for a translation and none gave one."""
    return unit.state is State.FAILED or (unit.state is State.GLOSS and bool(unit.reason))


def to_check(document: Document) -> list[str]:
    """The ids of the sentences that are flagged or failed, in the order the text shows them."""
    doubted = _to_check(document)
    return [s.id for s in document.sentences if s.id in doubted] if doubted else []


def count_to_check(document: Document) -> int:
    """How many sentences that the text shows are flagged or failed."""
    return len(_to_check(document))


def warning(unit: TranslationUnit) -> Iterator[Words]:
    """What is said below the row of a flagged sentence."""
    others = len(unit.problems) - 1
    more = f" (and {others} more)" if others else ""
    yield Words(_short(doubt(unit)) + more)
    yield from (Words(KEEP, Offer.KEEP), Words(CORRECT, Offer.CORRECT), Words(ASK, Offer.ASK))


def doubt(unit: TranslationUnit) -> str:
    """The first thing that is doubted of a flagged sentence."""
    first = unit.problems[0]
    return f"{_DIFFERS[first.kind]}{first.text}"


def doubts(units: Sequence[TranslationUnit]) -> Iterator[tuple[TranslationUnit, Words]]:
    """What is said below the row of several flagged sentences, a few words about each."""
    for unit in units[:NAMED]:
        yield unit, Words(_short(doubt(unit), BRIEFEST))
    for unit in units[NAMED : NAMED + 1]:
        yield unit, Words(f"{len(units) - NAMED} more (F8)")


def failure(unit: TranslationUnit, *, brief: bool = False) -> Iterator[Words]:
    """What stands in the place of English that no engine gave; ``brief`` leaves the cause out."""
    why = "" if brief else _short(cause(unit.reason), BRIEF)
    yield Words(f"{NOT_TRANSLATED}: {why}" if why else NOT_TRANSLATED)
    yield Words(TRY_AGAIN, Offer.RETRY)
    yield Words(TRY_WITH, Offer.RETRY_WITH)


def makeshift(unit: TranslationUnit) -> Iterator[Words]:
    """What is said below the row of a gloss that stands in for a translation."""
    yield Words(_short(cause(unit.reason), BRIEF))
    yield Words(TRY_AGAIN, Offer.RETRY)
    yield Words(TRY_WITH, Offer.RETRY_WITH)


def _to_check(document: Document) -> set[str]:
    """The ids `to_check` gives, out of order; quick where there are none."""
    units = document.units.items()
    doubted = {name for name, u in units if u.is_doubtful or u.state is State.FAILED}
    points = (row for row in document.rows if row.kind is Kind.KEY_POINT)
    return doubted - {s.id for row in points for s in row.sentences} if doubted else doubted


def _short(text: str, longest: int = LONGEST) -> str:
    return textwrap.shorten(text, longest, placeholder=" …").rstrip(".")
