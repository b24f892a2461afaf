"""What chat models give for real sentences when they do not translate: for `checks`."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence

REFUSALS = (
    "I'm sorry, but I cannot translate this.",
    "As an AI language model, I can't translate this sentence.",
    "I can't help with that.",
    "I’m sorry, but I can’t assist with that request.",
    "I cannot fulfill this request.",
    "I'm unable to provide a translation for this text.",
    "Sorry, I can't help with that.",
    "I apologize, but I am not able to translate this content.",
    "I must decline to answer.",
    "This request violates our content policy.",
    "Please provide the text you want translated.",
    "As an AI, I don't have opinions.",
)
CHATTER = (
    "Here is the translation: {}",
    "Sure! {}",
    "Sure! Here's the translation: {}",
    "Certainly! Here is the English version: {}",
    "Translation: {}",
    "**Translation:** {}",
    "English: {}",
    "English translation - {}",
    "The English translation of the given text is: {}",
    "`{}`",
    "**{}**",
    "{} (Note: the tone is formal.)",
    "{} Note: this is a literal translation.",
    "{} I hope this helps!",
)
_WORD = re.compile(r"[\u0900-\u0963\u0971-\u097f\u200c\u200d]+")
_VOWELS = {"AA": "aa", "II": "ee", "UU": "oo", "VOCALIC R": "ri", "CANDRA O": "o", "CANDRA E": "e"}
_CONSONANTS = {
    "CA": "cha", "CHA": "chha", "SSA": "sha", "NGA": "na", "NYA": "na", "NNA": "na", "TTA": "ta",
    "TTHA": "tha", "DDA": "da", "DDHA": "dha", "LLA": "la", "VA": "wa",
}  # fmt: skip


def talked(hindi: str, english: str) -> Iterator[tuple[str, str]]:
    """A refusal and chatter, chosen by the Hindi, and the Hindi romanised, by their names."""
    yield "a refusal", _one_of(REFUSALS, hindi)
    yield "chatter around it", _one_of(CHATTER, hindi).format(english)
    yield "the Hindi letter by letter in Latin", _WORD.sub(_spelled, hindi).replace("।", ".")


def _one_of(texts: Sequence[str], hindi: str) -> str:
    return texts[zlib.crc32(hindi.encode()) % len(texts)]


def _spelled(word: re.Match[str]) -> str:
    """A word as one spells it who knows the letters and no rule: by their names in Unicode."""
    latin = ""
    for char in unicodedata.normalize("NFD", word[0]):
        _, _, sign = unicodedata.name(char, "").partition("VOWEL SIGN ")
        _, _, letter = unicodedata.name(char, "").partition("LETTER ")
        if sign or char == "\u094d":
            latin = latin.removesuffix("a") + _VOWELS.get(sign, sign.lower())
        elif letter:
            latin += _CONSONANTS.get(letter, _VOWELS.get(letter, letter.lower()))
        elif char in "\u0901\u0902":
            latin += "n"
    return latin if len(latin) < 3 or latin.endswith("aa") else latin.removesuffix("a")
