"""Which sentence of an article a string of words comes from, by the words they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log

from reader.language import headwords, words
from reader.language.normalise import fold, word_set

# Words of grammar say little about which sentence it is.
GRAMMAR = word_set(
    "का की के को से में पर ने तक और या भी ही तो कि है होना था हो रहा रहना गया जाना करना एक यह वह इस उस "
    "ये वे इन उन जो नहीं लिए साथ बाद अपना"
)
_GRAMMAR_WEIGHT = 0.2


class Overlap:
    """An index of sentences by the stems of their words.

    ``vocabulary`` holds their words as they stand, folded.
    """

    def __init__(self, sentences: Sequence[str]) -> None:
        self.vocabulary: set[str] = set()
        self._holders: defaultdict[str, set[int]] = defaultdict(set)
        self._pairs: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
        self._count = len(sentences)
        for at, sentence in enumerate(sentences):
            spelled = [sentence[s.start : s.end] for s in words.split(sentence)]
            self.vocabulary.update(map(fold, spelled))
            stems = [headwords.stem(word) for word in spelled]
            for stem in stems:
                self._holders[stem].add(at)
            for pair in pairwise(stems):
                self._pairs[pair].add(at)

    def weight(self, stem: str) -> float:
        """How much a word says about which sentence it is: more when fewer have it."""
        if stem in GRAMMAR:
            return _GRAMMAR_WEIGHT
        return log(1 + self._count / (len(self._holders.get(stem, ())) or 0.5))

    def holders(self, stem: str) -> set[int] | frozenset[int]:
        """The sentences that have the word."""
        return self._holders.get(stem, frozenset())

    def pair_holders(self, first: str, second: str) -> set[int] | frozenset[int]:
        """The sentences in which the second word follows the first."""
        return self._pairs.get((first, second), frozenset())

    def shares(self, stems: Iterable[str]) -> dict[int, float]:
        """For each sentence with any of ``stems``, its share of their weight, 0 to 1."""
        distinct = set(stems)
        total = sum(map(self.weight, distinct))
        found: defaultdict[int, float] = defaultdict(float)
        for stem in distinct:
            for at in self.holders(stem):
                found[at] += self.weight(stem) / total
        return dict(found)


def stems(text: str) -> list[str]:
    """The stems of a text's words, in order."""
    return [headwords.stem(text[s.start : s.end]) for s in words.split(text)]
