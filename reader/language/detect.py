"""Which language a text is in."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from threading import Lock

from reader.language import function_words
from reader.language.normalise import fold
from reader.model import HINDI

LATIN_HINDI = "hi-Latn"
"""The code of Hindi in Latin letters."""

_DEVANAGARI = re.compile(r"[\u0900-\u0963\u0971-\u097f]")
_LETTERS = re.compile(r"[^\W\d_]|[\u0900-\u0903\u093a-\u094f]")
_DEVANAGARI_WORDS = re.compile(r"[\u0900-\u0963\u0971-\u097f\u200c\u200d]+")
_LATIN_WORDS = re.compile(r"[a-z]+", re.I)
_SHARE = 0.3
# Fewer letters than these say too little to tell Hindi from its neighbours, or anything at all.
_ENOUGH_DEVANAGARI = 40
_ENOUGH_LETTERS = 20
# This share of a text's words must be another language's own, and more than are Hindi's,
# and so many of them different, for one may be a letter or a name.
_OWN_SHARE = 0.05
_OWN_WORDS = 2
# In Latin letters, where langdetect knows the other languages.
_LATIN_SHARE = 0.12
_LATIN_OWN_WORDS = 3
# langdetect reads all it is given; this much settles it.
_SAMPLE = 4000
# Scripts that one language has to itself, or nearly so, by how Unicode names their letters.
_SCRIPTS = {
    "BENGALI": "bn",
    "GURMUKHI": "pa",
    "GUJARATI": "gu",
    "ORIYA": "or",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "SINHALA": "si",
}
# Letters of Urdu that Arabic and Persian do not have.
_URDU = re.compile("[ٹڈڑںےھ]")
_lock = Lock()


def language_of(text: str) -> str:
    """The ISO 639 code of the language of ``text``; '' when there is too little to tell.

    Scripts are counted first: where Devanagari makes up 30 % of the letters the answer is
    Hindi or one of its neighbours, however much English is mixed in, and Hindi unless there
    are 40 letters with words that say otherwise. LATIN_HINDI is Hindi in Latin letters.
    """
    letters = _LETTERS.findall(text)
    devanagari = len(_DEVANAGARI.findall(text))
    if devanagari and devanagari >= _SHARE * len(letters):
        return _in_devanagari(text) if devanagari >= _ENOUGH_DEVANAGARI else HINDI
    if len(letters) < _ENOUGH_LETTERS:
        return ""
    return _by_script(letters) or _in_latin(text) or _guess(text[:_SAMPLE])


def language_name(code: str) -> str:
    """The English name of a language by its ISO code; the code itself when it has none."""
    from babel import Locale

    if code == LATIN_HINDI:
        return "Hindi in Latin letters"
    base = re.split("[-_]", code)[0].lower()
    return str(Locale("en").languages.get(base, code))


def _in_devanagari(text: str) -> str:
    """Which of the languages in Devanagari it is, by their most frequent words."""
    words = Counter(map(fold, _DEVANAGARI_WORDS.findall(text)))
    hindi, *others = function_words.of_script("Deva")
    own = {language.code: language.own(words) for language in others}
    best = max(own, key=lambda code: sum(own[code].values()))
    count = sum(own[best].values())
    is_own = len(own[best]) >= _OWN_WORDS and count >= _OWN_SHARE * words.total()
    return best if is_own and count > sum(hindi.own(words).values()) else HINDI


def _by_script(letters: Iterable[str]) -> str:
    """The language whose script most letters are in, '' for a script that several share."""
    scripts = Counter(unicodedata.name(letter, "").partition(" ")[0] for letter in letters)
    script, count = scripts.most_common(1)[0]
    if script == "ARABIC":
        urdu = sum(bool(_URDU.match(letter)) for letter in letters)
        return "ur" if urdu >= 0.02 * count else ""
    return _SCRIPTS.get(script, "")


def _in_latin(text: str) -> str:
    """LATIN_HINDI or English where frequent words say so, else ''."""
    words = Counter(word.lower() for word in _LATIN_WORDS.findall(text))
    for language in function_words.of_script("Latn"):
        own = language.own(words)
        if len(own) >= _LATIN_OWN_WORDS and sum(own.values()) >= _LATIN_SHARE * words.total():
            return language.code
    return ""


def _guess(text: str) -> str:
    """langdetect's answer, the same each time it is asked; '' when it has none."""
    from langdetect import DetectorFactory, LangDetectException, detect

    # It reads its profiles at the first call, and a second thread would not wait for that.
    with _lock:
        DetectorFactory.seed = 0
        try:
            return str(detect(text)).split("-")[0]
        except LangDetectException:
            return ""
