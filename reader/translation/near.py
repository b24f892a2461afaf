"""Sentences that are nearly the same: how like they are, and where they differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from reader.model import Span

LEAST = 85.0
"""Percent; a translation of a sentence less alike is no help."""
_WORD = re.compile(r"\S+")


def likest(text: str, others: Sequence[str], limit: int) -> list[tuple[str, float]]:
    """Those of ``others`` at least LEAST percent like ``text``, with their likeness, likest first.

    Likeness is the share of characters that need not be taken out or put in (the normalised
    Indel similarity of rapidfuzz); below 100 for texts that are not the same.
    """
    from rapidfuzz import fuzz, process

    found = process.extract(text, others, scorer=fuzz.ratio, score_cutoff=LEAST, limit=limit)
    return [(other, score) for other, score, _ in found]


def differences(old: str, new: str) -> tuple[list[Span], list[Span]]:
    """Spans of ``old`` whose words ``new`` does not have there, and the reverse."""
    places = [_WORD.finditer(text) for text in (old, new)]
    ours, theirs = ([Span(*found.span()) for found in each] for each in places)
    matcher = SequenceMatcher(
        None, [old[s.start : s.end] for s in ours], [new[s.start : s.end] for s in theirs], False
    )
    gone: list[Span] = []
    come: list[Span] = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what != "equal":
            gone += _whole(ours[a:b])
            come += _whole(theirs[c:d])
    return gone, come


def _whole(spans: Sequence[Span]) -> list[Span]:
    """One span over all of them, none for none."""
    return [Span(spans[0].start, spans[-1].end)] if spans else []
