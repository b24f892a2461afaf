"""One English for different Hindi sentences: a model that is stuck, or lines that were mixed up."""

from __future__ import annotations

import re

from reader.language.normalise import fold
from reader.model import Fault

_WORD = re.compile(r"[^\W_]+")
# Headings and bylines of fewer words than these may be the same in English by right.
_FEWEST_WORDS = 4
# Those of this many words, or for a third sentence, are no coincidence of two formulas.
_CERTAIN_WORDS, _CERTAIN_TIMES = 8, 2
# How alike the Hindi, its words sorted, may be where the English is the same, in percent: two
# wordings of one quotation are 87 % alike, 99.99 % of the pairs in 400 sentences less than 64 %.
_ALIKE = 70
_TWIN = "The English is word for word that of another sentence."


class Twins:
    """The English of a run so far, and which Hindi it came for."""

    def __init__(self) -> None:
        self._sources: dict[tuple[str, ...], list[str]] = {}

    def find(self, source: str, target: str) -> Fault | None:
        """What is wrong where ``target`` came before for another Hindi."""
        words = tuple(map(str.lower, _WORD.findall(target)))
        if len(words) < _FEWEST_WORDS:
            return None
        sources = self._sources.setdefault(words, [])
        if source not in sources:
            sources.append(source)
        before = sources[: sources.index(source)]
        others = sum(not _are_alike(one, source) for one in before)
        certain = len(words) >= _CERTAIN_WORDS or others >= _CERTAIN_TIMES
        return Fault(_TWIN, is_fatal=certain) if others else None


def _are_alike(one: str, other: str) -> bool:
    """Whether two Hindi sentences may well have the same English."""
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(fold(one), fold(other)) >= _ALIKE
