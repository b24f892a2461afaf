"""Hindi in Latin letters, as newspapers write it: no diacritics, silent vowels left out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from reader.language import names, words


def _table(listing: str) -> dict[str, str]:
    """A listing of signs, each followed by its Latin letters."""
    parts = listing.split()
    return dict(zip(parts[::2], parts[1::2], strict=True))


_CONSONANTS = _table(
    "क k ख kh ग g घ gh ङ n च ch छ chh ज j झ jh ञ n ट t ठ th ड d ढ dh ण n त t थ th द d ध dh न n "
    "प p फ ph ब b भ bh म m य y र r ल l व v श sh ष sh स s ह h ळ l ऩ n ऱ r"
)
_WITH_NUKTA = _table("क q ख kh ग gh ज z झ zh ड d ढ dh फ f य y")
_VOWELS = _table("अ a आ a इ i ई i उ u ऊ u ऋ ri ए e ऐ ai ओ o औ au ऑ o ऍ e ॐ om ऎ e ऒ o")
_SIGNS = _table("ा a ि i ी i ु u ू u ृ ri े e ै ai ो o ौ au ॉ o ॅ e ॆ e ॊ o")
_LETTER_NAMES = _table(
    "ए A बी B सी C डी D ई E एफ F जी G एच H आई I जे J के K एल L एम M एन N ओ O पी P क्यू Q आर R एस S "
    "टी T यू U वी V डब्ल्यू W डब्लू W एक्स X वाई Y जेड Z"
)
# Everyday words that newspapers spell against the rule.
_SPELLED = _table("में mein मैं main हूँ hoon हूं hoon वह vah यह yah जय jai और aur कि ki")
# Second halves of compounds: what comes before keeps its own silent vowels.
_SECOND_HALF = re.compile(
    r"(?<=.{2})(?:नगर|पति|पुर|गढ़|नाथ|राज|दास|वाद|वाल|मंत्री|सभा|गंज|प्रसाद|चरण|करण)$"
)
_NUKTA, _VIRAMA, _NASALS, _VISARGA = "\u093c", "\u094d", "\u0901\u0902", "\u0903"
_SCHWA = "\u0259"
# A final schwa is heard after a consonant and one of these: mitra, satya, shukla, ratna.
_KEEPS_FINAL = frozenset({"r", "y", "v", "l", "n"})
_ROUGH = re.compile("[\u0900-\u0963\u0971-\u097f\u200c\u200d]+")
_MARKS = str.maketrans(
    {"।": ".", "॥": ".", "॰": ".", **{chr(0x966 + n): str(n) for n in range(10)}}
)


@dataclass(slots=True)
class _Sound:
    """A consonant or none, the vowel after it ('' for none), and what closes on it."""

    consonant: str
    vowel: str
    tail: str = ""


def romanise(text: str) -> str:
    """``text`` with its Devanagari in lower-case Latin letters; all else stays as it is."""
    composed = unicodedata.normalize("NFC", text)
    return _ROUGH.sub(lambda found: _word(found.group()), composed).translate(_MARKS)


def romanise_name(text: str) -> str:
    """A name in Latin letters with capitals, spelled as known names are where it has any."""
    known = names.spelling(text)
    if known:
        return known
    spelled = [text[s.start : s.end] for s in words.split(text)]
    parts, at = [], 0
    while at < len(spelled):
        count, name = names.longest(spelled, at) or (1, None)
        parts.append(name.english if name else _capitalised(spelled[at]))
        at += count
    return " ".join(parts)


def _capitalised(word: str) -> str:
    """One word of a name that is not known; initials become capitals with points."""
    if "." in word:
        letters = [_LETTER_NAMES.get(part, romanise(part)) for part in word.split(".") if part]
        return "".join(f"{letter}." for letter in letters)
    # Names with फ are nearly all foreign ones, in which it sounds as f.
    latin = romanise(re.sub("फ़?", "फ़", word))
    return "-".join(part[:1].upper() + part[1:] for part in latin.split("-"))


@lru_cache(maxsize=1 << 15)
def _word(word: str) -> str:
    """One Devanagari word in Latin letters."""
    word = word.replace("\u200c", "").replace("\u200d", "")
    if word in _SPELLED:
        return _SPELLED[word]
    second = _SECOND_HALF.search(word)
    if second and word[second.start()] not in _SIGNS:
        return _word(word[: second.start()]) + _word(second.group())
    sounds = _sounds(word)
    _drop_schwas(sounds)
    return _smoothed("".join(_letters(sounds, at) for at in range(len(sounds))), word)


def _sounds(word: str) -> list[_Sound]:
    """The sounds of a word, every schwa still in its place."""
    sounds: list[_Sound] = []
    for at, char in enumerate(word):
        if char in _CONSONANTS:
            nukta = word[at + 1 : at + 2] == _NUKTA
            letter = _WITH_NUKTA.get(char) if nukta else None
            sounds.append(_Sound(letter or _CONSONANTS[char], _SCHWA))
        elif char in _VOWELS:
            sounds.append(_Sound("", _VOWELS[char]))
        elif not sounds:
            continue
        elif char in _SIGNS:
            sounds[-1].vowel = _SIGNS[char]
        elif char == _VIRAMA:
            sounds[-1].vowel = ""
        elif char in _NASALS:
            sounds[-1].tail = "n"
        elif char == _VISARGA:
            sounds[-1].tail = "h"
    return sounds


def _drop_schwas(sounds: list[_Sound]) -> None:
    """Silence the schwas that are not heard, from the end of the word to its start."""
    for at in range(len(sounds) - 1, 0, -1):
        sound, before = sounds[at], sounds[at - 1]
        if sound.vowel != _SCHWA or sound.tail:
            continue
        if at == len(sounds) - 1:
            heard = not before.vowel and sound.consonant in _KEEPS_FINAL
            heard = heard or (sound.consonant == "y" and before.vowel == "i")
            sound.vowel = _SCHWA if heard else ""
        elif before.vowel and not before.tail and sounds[at + 1].vowel and sounds[at + 1].consonant:
            sound.vowel = ""


def _letters(sounds: list[_Sound], at: int) -> str:
    """The Latin letters of the sound at ``at``, minding its neighbours."""
    sound = sounds[at]
    following = sounds[at + 1].consonant if at + 1 < len(sounds) else ""
    nasal = "m" if sound.tail == "n" and following[:1] in ("p", "b") else sound.tail
    glide = "y" if at and sound.vowel == "e" and not sound.consonant else ""
    if glide and sounds[at - 1].vowel not in ("a", "i", _SCHWA):
        glide = ""
    return sound.consonant + glide + sound.vowel.replace(_SCHWA, "a") + nasal


def _smoothed(letters: str, word: str) -> str:
    """The spelling newspapers prefer to the letter-by-letter one."""
    if "ज्ञ" in word:
        letters = letters.replace("jn", "gy")
    if word.endswith("ंह"):
        letters = letters.removesuffix("nh") + "ngh"
    if re.fullmatch(r"[क-ह]़?ाय", word):
        letters = letters.removesuffix("y") + "i"
    return letters.replace("chchh", "chh").replace("chch", "cch").replace("sv", "sw")
