"""Text typed for a legacy Hindi font to Unicode: signs as drawn, then put in spoken order.

Such a font draws signs from left to right, so ि comes before the consonants it is spoken
after, reph (र्) after the syllable it begins, and a consonant may be a half form and the
upright stroke of ा. Words are told apart by white space, which stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate

from reader.formats.legacy.tables import WALKMAN, table

_Draw = Callable[[re.Match[str]], str]

_CLUSTER = "[क-ह]़?(?:्[क-ह]़?)*"
_SIGNS = "[ा-ौॢॣ]"
_ABOVE = "[ँंः]"
_JOINED = {
    "ाे": "ो",
    "ाै": "ौ",
    "ाॅ": "ॉ",
    "अा": "आ",
    "अो": "ओ",
    "अौ": "औ",
    "अॉ": "ऑ",
    "अॅ": "ऍ",
    "एे": "ऐ",
    "इR": "ई",
}


def _join(signs: re.Match[str]) -> str:
    return _JOINED[signs[0]]


# ि is written I here until it stands after its syllable, and reph is written R.
# In this order: each step finds what the ones before it have put right. What may be long is
# looked for from its beginning alone, so that no made-up word takes for ever.
_STEPS: tuple[tuple[re.Pattern[str], str | _Draw], ...] = (
    (re.compile("(?<![ऀ-ःा-्])([ऀ-ःा-्]+)़"), r"़\1"),
    (re.compile("्ा"), ""),
    (re.compile(f"(?<!{_ABOVE})({_ABOVE}+)({_SIGNS}+)"), r"\2\1"),
    (re.compile("ा[ेैॅ]"), _join),
    (re.compile("अ[ाोौॉॅ]|एे|इR"), _join),
    (re.compile(f"I(R?)(ं?)({_CLUSTER})"), r"\3ि\1\2"),
    (re.compile(f"(?<![क-ह]्)(?<![क-ह]़्)({_CLUSTER})({_SIGNS}*{_ABOVE}*)R"), r"र्\1\2"),
    (re.compile("I"), "ि"),
    (re.compile("R"), "र्"),
    (re.compile(f"(?<!{_ABOVE})({_ABOVE}+)({_SIGNS}+)"), r"\2\1"),
    (re.compile("्([ा-्])"), r"\1"),
    (re.compile(r"([ऀ-ः़ा-्])\1+"), r"\1"),
)
# A colon and a visarga are drawn alike: at a word's end few letters may have the second.
# Between figures the key of the colon, which draws रू in Kruti Dev, is a colon all the same.
_COLON = re.compile(r"(?<!त)(?<!न)(?<!श)(?<!छ)(?<!प्राय)ः(?![ऀ-ॿ])|(?<=\d)(?:रू|ः)(?=\d)")
_QUOTES = (("‘‘", "“"), ("’’", "”"))
# In Walkman Chanakya what makes व a क, and प a फ, stands after the vowel sign.
_HOOK = re.compile("([oOiI]|Ùk?)([sSqw`Waz¡]+)Q")
_ADDRESS = re.compile(r"https?://|www\.|[\w.]+@\w+\.", re.I)
_DEVANAGARI = re.compile("[ऀ-ॿ]")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]+")
# No word of Hindi begins so, and none in 80,000 has one of these vowels right behind a consonant,
# or seven consonants without a sign.
_IMPOSSIBLE = re.compile("[ऀ-ःङञणऴ-्ॢॣ]|.*[क-ह][इउ]|.*[क-ह]{7}")
# Capitals alone draw half letters: 3 words in 130,000 are typed so, all others are acronyms.
_ACRONYM = re.compile(r"((?:[A-Z][A-Z0-9]*[A-Z]|[A-Z]{1,3}[0-9]+|[0-9]+[A-Z])(?![A-Z0-9])[,.]?)")
_MARKED = re.compile(r"[A-Z0-9()¼½ßÞÒÓ&\]–-]+[,.]?")
_WORD = re.compile(r"\S+")


def decode(text: str, encoding: str) -> str:
    """Return ``text`` in Unicode NFC; ``encoding`` is one of those `tables` names.

    Every white space stays where it is, so words keep their number. Left alone are addresses,
    words that are in Devanagari already, acronyms, and Latin words that would make none of Hindi.
    Raises KeyError for another encoding.
    """
    words = [word for word in set(text.split()) if not _stays(word)]
    spoken = dict(zip(words, _decoded("\n".join(words), encoding).split("\n"), strict=False))
    for word in filter(_has_acronym, words):
        parts = _ACRONYM.split(word)
        parts[::2] = [_decoded(part, encoding) for part in parts[::2]]
        spoken[word] = "".join(parts)
    return _WORD.sub(lambda word: _sensible(word[0], spoken.get(word[0], "")), text)


def decode_parts(parts: Sequence[str], encoding: str) -> list[str]:
    """Return the ``parts`` of one text as `decode` does all of it.

    A word that goes over parts is in the first of them whole.
    """
    text, starts = "".join(parts), [0, *accumulate(map(len, parts))][:-1]
    decoded = iter(_WORD.findall(decode(text, encoding)))
    found = [""] * len(parts)
    for piece in re.finditer(r"\s+|\S+", text):
        at = bisect(starts, piece.start()) - 1
        found[at] += piece[0] if piece[0].isspace() else next(decoded)
    return found


def _stays(word: str) -> bool:
    return bool(_ADDRESS.match(word) or _DEVANAGARI.search(word))


def _has_acronym(word: str) -> bool:
    """Whether the word is an acronym, or several, with nothing but marks beside it."""
    return bool(_MARKED.fullmatch(word) and _ACRONYM.search(word))


def _sensible(word: str, decoded: str) -> str:
    """Return ``decoded``, or the word it was decoded from where that makes more sense."""
    foreign = not decoded or (_LATIN.fullmatch(word) and _IMPOSSIBLE.match(decoded))
    return word if foreign else decoded


def _decoded(text: str, encoding: str) -> str:
    signs, draw = _drawer(encoding)
    if encoding == WALKMAN:
        text = _HOOK.sub(r"\1Q\2", text)
    return _spoken(signs.sub(draw, text))


@cache
def _drawer(encoding: str) -> tuple[re.Pattern[str], _Draw]:
    """Return what finds the longest typed sequences, and what they draw."""
    drawn = {typed: signs.replace("ि", "I") for typed, signs in table(encoding).items()}
    longest_first = sorted(drawn, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), lambda typed: drawn[typed[0]]


def _spoken(text: str) -> str:
    """Put signs that stand as they were drawn into the order of Unicode."""
    for pattern, replacement in _STEPS:
        text = pattern.sub(replacement, text)
    text = _COLON.sub(":", text)
    for single, double in _QUOTES:
        text = text.replace(single, double)
    return unicodedata.normalize("NFC", text)
