"""Which legacy encoding a text is in, by the little words every Hindi text is full of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reader import paths
from reader.formats.legacy.tables import CHANAKYA, KRUTI_DEV, WALKMAN

_SHARE = 0.07
"""A Hindi text has about one such word in four; this is the least of them that counts."""
_SURE = 3
"""With so many an article is in the encoding, whatever else stands in it."""


@dataclass(frozen=True, slots=True)
class _Signs:
    """The little words of one encoding, without the marks that begin and end words in it.

    ``half`` are those that are also words, abbreviations or names elsewhere: they count
    half, and nothing alone.
    """

    words: frozenset[str]
    half: frozenset[str]
    begins: str
    ends: str

    def weight(self, text: str) -> float:
        """Return how many of the words stand in ``text``."""
        words = [word.strip(self.begins + self.ends) for word in text.split()]
        whole = sum(map(self.words.__contains__, words))
        return whole and whole + sum(map(self.half.__contains__, words)) / 2


_MARKS = {KRUTI_DEV: ("^¼ß*(", "A]*-½Þ)\\?!"), CHANAKYA: ("(ÒÓ", "Ð,.?!)ÓÒ-")}
# How much likelier a letter is in Kruti Dev than in English, as ten times the logarithm:
# measured on the sentences of benchmarks/legacy.py.
_LETTERS = {
    "a": -8, "b": -3, "c": -6, "d": 7, "e": -13, "f": 8, "g": 7, "h": -3, "i": -12, "j": 39,
    "k": 32, "l": -1, "m": -13, "n": -16, "o": -13, "p": -10, "q": 24, "r": -8, "s": 5, "t": -16,
    "u": 5, "v": 7, "w": -9, "x": 21, "y": 5, "z": -23,
}  # fmt: skip
_DEVANAGARI = re.compile("[ऀ-ॿ]")
_HOOKED = re.compile(r"(?:[oO][sSqw]*|Ùk?|[iI])Q")


@cache
def _words() -> dict[str, frozenset[str]]:
    file = paths.resource("legacy/words.tsv")
    rows = (line.partition("\t") for line in file.read_text(encoding="utf-8").splitlines())
    return {name: frozenset(words.split()) for name, tab, words in rows if tab}


@cache
def _signs() -> dict[str, _Signs]:
    words = _words()
    return {
        name: _Signs(words[name], words.get(f"{name}, half", frozenset()), *_MARKS[name])
        for name in _MARKS
    }


def may_be_legacy(text: str) -> bool:
    """Whether any word of ``text`` speaks for an encoding: soon told, and mostly not so."""
    words = set(text.split())
    return not all(signs.words.isdisjoint(words) for signs in _signs().values())


def encoding_of(text: str) -> str:
    """Return the encoding the words of ``text`` speak for, '' when they do not."""
    weight, encoding = max((signs.weight(text), name) for name, signs in _signs().items())
    if weight < max(1, _SHARE * len(text.split())) or weight <= 2 * _rivals(text):
        return ""
    return encoding


def encoding_of_all(texts: Sequence[str]) -> str:
    """Return the encoding that parts of an article are in, '' when there are none."""
    weights = dict.fromkeys(_signs(), 0.0)
    for text in texts:
        encoding = encoding_of(text)
        if encoding:
            weights[encoding] += _signs()[encoding].weight(text)
    encoding = max(weights, key=lambda name: weights[name])
    words = sum(len(text.split()) for text in texts)
    if weights[encoding] < min(_SURE, max(2, words / 8)):
        return ""
    return _kind_of_kruti(texts) if encoding == KRUTI_DEV else encoding


def fits(text: str, encoding: str) -> bool:
    """Whether ``text``, whose words say nothing, looks like the rest, which is in ``encoding``."""
    if _DEVANAGARI.search(text) or _rivals(text):
        return False
    if encoding == CHANAKYA:
        return sum(letter > "\x7f" for letter in text) >= 0.3 * len(text)
    return sum(_LETTERS.get(letter, 0) for letter in text) > 0


def _rivals(text: str) -> int:
    others = _words()["others"]
    return sum(word.lower() in others for word in text.split())


def _kind_of_kruti(texts: Sequence[str]) -> str:
    """Tell Walkman Chanakya from Kruti Dev by the hook that makes क of व and फ of प."""
    hooks = sum(len(_HOOKED.findall(text)) for text in texts)
    return WALKMAN if hooks > 0.02 * sum(len(text.split()) for text in texts) else KRUTI_DEV
