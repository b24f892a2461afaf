"""What the text says of English that needs a look, and what it offers to do about it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reader.model import Document, Kind, ProblemKind, State, TranslationUnit

NOT_TRANSLATED = "× Not translated"
KEEP = "Keep"
CORRECT = "Correct"
ASK = "Ask another engine"
TRY_AGAIN = "Try again"
TRY_WITH = "Try again with …"
LONGEST = 160
"""Characters of what is said in the text; all of it stands beside it."""
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


def to_check(document: Document) -> list[str]:
    """The ids of the sentences that are flagged or failed, in the order the text shows them."""
    shown = (row for row in document.rows if row.kind is not Kind.KEY_POINT)
    ids = (sentence.id for row in shown for sentence in row.sentences)
    return [name for name in ids if _is_to_check(document.units.get(name))]


def warning(unit: TranslationUnit) -> Iterator[Words]:
    """What is said below the row of a flagged sentence."""
    first, *others = unit.problems
    more = f" (and {len(others)} more)" if others else ""
    yield Words(_short(f"{_DIFFERS[first.kind]}{first.text}") + more)
    yield from (Words(KEEP, Offer.KEEP), Words(CORRECT, Offer.CORRECT), Words(ASK, Offer.ASK))


def failure(unit: TranslationUnit, *, brief: bool = False) -> Iterator[Words]:
    """What stands in the place of English that no engine gave; ``brief`` leaves the reason out."""
    reason = "" if brief else unit.reason
    yield Words(_short(f"{NOT_TRANSLATED}: {reason}") if reason else NOT_TRANSLATED)
    yield Words(TRY_AGAIN, Offer.RETRY)
    yield Words(TRY_WITH, Offer.RETRY_WITH)


def _is_to_check(unit: TranslationUnit | None) -> bool:
    return is_flagged(unit) or (unit is not None and unit.state is State.FAILED)


def _short(text: str) -> str:
    return textwrap.shorten(text, LONGEST, placeholder=" …").rstrip(".")
