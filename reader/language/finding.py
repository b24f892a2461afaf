"""Finding words in Hindi and English text alike, in either script."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reader.language import likeness, matching
from reader.model import Span

_LEAST = 3
"""Latin letters of a word that is looked for by its sound too; "in" sounds like much."""
_ENDING = 2
"""Letters that a word of four or more may be longer than what it is found by: Indian, India."""
_LATIN = "[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\u0300-\u036f]+"
_WORDS = re.compile(rf"{_LATIN}(?:['’]{_LATIN})?|[\u0900-\u0963\u0971-\u097f\u200c\u200d]+")
_DEVANAGARI = re.compile("[\u0900-\u0963\u0971-\u097f]")
_NUKTA, _CANDRABINDU, _ANUSVARA = "\u093c", "\u0901", "\u0902"
_NASALS = {"क": "ङ", "च": "ञ", "ट": "ण", "त": "न", "प": "म"}
# A nasal before a stop of its own row, which may be written as anusvara: हिन्दी, हिंदी.
_NASAL = re.compile("(?:ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])|ं)")
_SPELLINGS_OF_NASAL = f"(?:{_ANUSVARA}|[ङञणनम]्)"
_ALIKE = {"'": "‘’‚‛′`´‹›", '"': "“”„‟″«»", "-": "‐‑‒–—―−"}
# Latin letters with accents, Devanagari letters with nukta.
_COMPOSED = (
    *range(0xC0, 0x250),
    *range(0x1E00, 0x1F00),
    *range(0x929, 0x935),
    *range(0x958, 0x960),
)


def _folds() -> dict[int, str]:
    """Characters that stand for another, or for nothing, each by its code point."""
    folds = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u00ad\ufeff" + _NUKTA), "")
    folds[ord(_CANDRABINDU)] = _ANUSVARA
    folds |= {ord("०") + digit: str(digit) for digit in range(10)}
    folds |= {ord(one): plain for plain, others in _ALIKE.items() for one in others}
    for code in _COMPOSED:
        first = unicodedata.normalize("NFD", chr(code))[0]
        if first != chr(code):
            folds[code] = first
    return folds | dict.fromkeys(range(0x300, 0x370), "")  # accents that stand alone


_FOLDS = _folds()
_NOTHING = re.compile(f"[{''.join(chr(code) for code, fold in _FOLDS.items() if not fold)}]")


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; `query` makes it."""

    pattern: re.Pattern[str] | None
    sounds: tuple[str, ...] = ()
    is_hindi: bool = False


@lru_cache(16)
def query(text: str, *, case: bool = False) -> Query:
    """What a reader has typed, to be handed to `find`.

    Joiners, nukta, accents and the forms of nasals, digits, quotation marks and dashes do not
    count, nor does how white space is made up; capitals count only in Latin letters and where
    ``case`` says so. Words are found in the other script too, by their sound.
    """
    words = unicodedata.normalize("NFC", text).translate(_FOLDS).split()
    if not words:
        return Query(None)
    pattern = re.compile(r"\s+".join(map(_pattern, words)), 0 if case else re.IGNORECASE)
    letters = all(_WORDS.fullmatch(word) for word in words)
    is_hindi = bool(_DEVANAGARI.search(text))
    heard = tuple(_sound(word) for word in words) if letters and not case else ()
    tells = any(len(w) >= _LEAST and w.lower() not in matching.ENGLISH_GRAMMAR for w in words)
    return Query(pattern, heard if (is_hindi or tells) and all(heard) else (), is_hindi)


def find(wanted: Query, text: str) -> list[Span]:
    """Where ``wanted`` stands in ``text``, in order; spans do not overlap."""
    if wanted.pattern is None:
        return []
    found = [*_written(wanted.pattern, text), *_heard(wanted, text)]
    kept: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if not (kept and span.start < kept[-1].end):
            kept.append(span)
    return kept


def _pattern(word: str) -> str:
    """A pattern for a folded word, with all the ways in which its nasals are written."""
    parts, at = [], 0
    for nasal in _NASAL.finditer(word):
        parts += [re.escape(word[at : nasal.start()]), _SPELLINGS_OF_NASAL]
        at = nasal.end()
    return "".join(parts) + re.escape(word[at:])


def _written(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """Where a pattern stands in the folded text, as spans of the text itself."""
    folded = text.translate(_FOLDS)
    matches = [match.span() for match in pattern.finditer(folded) if match.group()]
    if not matches:
        return
    # Where in the folded text each character is missing that stands for nothing.
    missing = [each.start() - before for before, each in enumerate(_NOTHING.finditer(text))]
    for start, end in matches:
        last = end - 1 + bisect_right(missing, end - 1)
        yield Span(start + bisect_right(missing, start), _over_marks(text, last + 1))


def _over_marks(text: str, end: int) -> int:
    """The end of a match together with what is written on its last letter and does not count."""
    while end < len(text) and _FOLDS.get(ord(text[end])) == "":
        end += 1
    return end


def _heard(wanted: Query, text: str) -> Iterator[Span]:
    """Where words of the other script sound like what is wanted."""
    if not wanted.sounds:
        return
    spelled = _WORDS.findall(text)
    alike = [{w for w in set(spelled) if _is_heard(sound, w, wanted)} for sound in wanted.sounds]
    if not all(alike):
        return
    words, count = list(_WORDS.finditer(text)), len(alike)
    for at in (at for at, word in enumerate(spelled) if word in alike[0]):
        run = spelled[at : at + count]
        if len(run) == count and all(map(set.__contains__, alike, run)):
            yield Span(words[at].start(), words[at + count - 1].end())


def _is_heard(sound: str, word: str, wanted: Query) -> bool:
    """Whether a word, in the other script than what is wanted, sounds like ``sound``."""
    if bool(_DEVANAGARI.match(word)) == wanted.is_hindi:
        return False
    return any(_is_alike(sound, form) for form in _forms(word))


def _is_alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    return len(short) > _LEAST and long.startswith(short) and len(long) - len(short) <= _ENDING


def _sound(word: str) -> str:
    return next(iter(_forms(word)), "")


@lru_cache(1 << 15)
def _forms(word: str) -> tuple[str, ...]:
    """How a word of either script sounds, without the a that either may leave out."""
    if _DEVANAGARI.match(word):
        forms = likeness.forms(word)
    else:
        forms = (likeness.sounds(word.translate(_FOLDS).removesuffix("'s")),)
    return tuple(dict.fromkeys(re.sub("(?<=.)a", "", form) for form in forms if form))
