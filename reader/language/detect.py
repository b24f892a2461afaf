"""Which language a text is in."""

from __future__ import annotations

import re

from reader.model import HINDI

_DEVANAGARI = re.compile(r"[\u0900-\u0963\u0971-\u097f]")
_LETTERS = re.compile(r"[^\W\d_]|[\u0900-\u0903\u093a-\u094f]")
_NOT_DEVANAGARI = re.compile(r"[^\u0900-\u0963\u0971-\u097f]+")
_DEVANAGARI_LANGUAGES = (HINDI, "mr", "ne")
# Words that stand in nearly every sentence of Hindi, and in none of Marathi or Nepali.
_HINDI_WORDS = re.compile(r"(?<!\S)(?:है|हैं|में|और|के|की|का|को|ने|से|नहीं)(?=[\s।,]|$)")
_SHARE = 0.3
# Fewer letters than these say too little to tell Hindi from its neighbours, or anything at all.
_ENOUGH_DEVANAGARI = 40
_ENOUGH_LETTERS = 20
# langdetect reads all it is given; this much settles it.
_SAMPLE = 4000


def language_of(text: str) -> str:
    """The ISO 639 code of the language of ``text``; '' when there is too little to tell.

    Scripts are counted first: where Devanagari makes up 30 % of the letters the answer is
    Hindi, Marathi or Nepali, however much English is mixed in, and Hindi unless there are
    40 letters that say otherwise.
    """
    sample = text[:_SAMPLE]
    letters = len(_LETTERS.findall(sample))
    devanagari = len(_DEVANAGARI.findall(sample))
    if devanagari and devanagari >= _SHARE * letters:
        return _devanagari_language(sample) if devanagari >= _ENOUGH_DEVANAGARI else HINDI
    return _guess(sample) if letters >= _ENOUGH_LETTERS else ""


def language_name(code: str) -> str:
    """The English name of a language by its ISO code; the code itself when it has none."""
    from babel import Locale

    base = re.split("[-_]", code)[0].lower()
    return str(Locale("en").languages.get(base, code))


def _devanagari_language(text: str) -> str:
    """Which of the languages in Devanagari it is."""
    words = _NOT_DEVANAGARI.sub(" ", text).split()
    if len(_HINDI_WORDS.findall(" ".join(words))) >= 0.15 * len(words):
        return HINDI
    guess = _guess(" ".join(words))
    return guess if guess in _DEVANAGARI_LANGUAGES else HINDI


def _guess(text: str) -> str:
    """langdetect's answer, the same each time it is asked; '' when it has none."""
    from langdetect import DetectorFactory, LangDetectException, detect

    DetectorFactory.seed = 0
    try:
        return str(detect(text)).split("-")[0]
    except LangDetectException:
        return ""
