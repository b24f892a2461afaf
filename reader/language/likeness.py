"""How much an English spelling sounds like a Hindi name."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.language import names, romanise

# Letters that stand for one sound in either spelling, brought to one, in this order.
_SPELLINGS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"[^a-z]", ""),
        (r"ph", "f"),
        (r"gh(?=t)|(?<=[aou])gh", ""),
        (r"sch|sh|ch(?=r)", "s"),
        (r"t?chh?|cz", "č"),
        (r"x", "ks"),
        (r"ck|q|c(?=[aouklrt])|c$", "k"),
        (r"c(?=[eiy])", "s"),
        (r"z|dg(?=e)|g(?=[ei])", "j"),
        (r"^eu", "yu"),
        (r"w", "v"),
        (r"(?<=[bdgkptj])h", ""),
        (r"m(?=[bp])", "n"),
        (r"ee|ea|ie|y", "i"),
        (r"oo|ou", "u"),
        (r"ai|ei|ay|ey", "e"),
        (r"au|aw", "o"),
        (r"(?<=[^aeiou])e$", ""),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS = re.compile(r"(?<=.)[aeiouh]")
_SHORT = 3
_VOWELS_AND_GLIDES = frozenset("aeiouy")
_OTHER_START = 12


@lru_cache(maxsize=1 << 12)
def forms(hindi: str) -> tuple[str, ...]:
    """The sounds of a Hindi name: as it is usually spelled in English, and letter by letter."""
    spelled = (names.spelling(hindi) or "", romanise.romanise_name(hindi), romanise.romanise(hindi))
    return tuple(dict.fromkeys(filter(None, map(sounds, spelled))))


@lru_cache(maxsize=1 << 14)
def sounds(latin: str) -> str:
    """A name in Latin letters as it sounds: lower case, one letter for what sounds alike."""
    letters = latin.lower()
    for pattern, sound in _SPELLINGS:
        letters = pattern.sub(sound, letters)
    return letters


@lru_cache(maxsize=1 << 14)
def likeness(form: str, heard: str) -> float:
    """How alike two sounds are, up to 100: all letters, and the consonants alone."""
    from rapidfuzz.distance import Indel

    if not form or not heard:
        return 0.0
    letters = 100 * Indel.normalized_similarity(form, heard)
    consonants = 100 * Indel.normalized_similarity(_VOWELS.sub("", form), _VOWELS.sub("", heard))
    score = (letters + consonants) / 2
    if min(len(form), len(heard)) <= _SHORT:
        score = min(letters, consonants)
    begins_alike = form[0] == heard[0] or {form[0], heard[0]} <= _VOWELS_AND_GLIDES
    return score if begins_alike else score - _OTHER_START
