"""Is an English sentence its own Hindi in Latin letters?

The sounds of its words are compared with those of the Hindi's. In 3,042 sentences with a human's
English at most 82 % of the words sound like one of the Hindi, names and loanwords all, and none of
those is a small word of Hindi grammar. Of Hindi romanised in two ways at least 88 % do, in 95
sentences of 100. See `python -m benchmarks.checks`.
"""

from __future__ import annotations

import re
import unicodedata

from reader.language import function_words, likeness, romanise
from reader.language.detect import LATIN_HINDI
from reader.language.normalise import word_set
from reader.model import Fault

_DEVANAGARI_WORD = re.compile(r"[\u0900-\u0963\u0971-\u097f\u200c\u200d]+")
_LATIN_WORD = re.compile(r"[A-Za-z]+")
_MARK = re.compile(r"[\u0300-\u036f]+")
# Too frequent in Hindi to be without, and no words of English; beside those told apart by.
_SMALL = word_set("ka ki kee ke ko ne se mein hai hain aur par kar kaha")
_FEWEST_WORDS = 4
# A film, a song or a slogan of fewer words than these may stand in English as it is.
_CERTAIN_WORDS = 6
_SHARE = 0.6
_ALIKE = 76
_SHORT = 3


def find(source: str, target: str) -> Fault | None:
    """What is wrong where ``target`` is ``source`` in Latin letters."""
    said = [word.lower() for word in _LATIN_WORD.findall(_plain(target))]
    small = _SMALL | function_words.of_code(LATIN_HINDI).words
    if len(said) < _FEWEST_WORDS or small.isdisjoint(said):
        return None
    given = {likeness.sounds(romanise.romanise(w)) for w in _DEVANAGARI_WORD.findall(source)}
    heard = [word for word in said if _is_heard(likeness.sounds(word), given)]
    if len(heard) >= _SHARE * len(said) and not small.isdisjoint(heard):
        certain = len(said) >= _CERTAIN_WORDS
        return Fault("The English is Hindi in Latin letters.", is_fatal=certain)
    return None


def _plain(text: str) -> str:
    """The text without the strokes and dots of scholars' spelling."""
    return _MARK.sub("", unicodedata.normalize("NFD", text))


def _is_heard(sound: str, given: set[str]) -> bool:
    """Whether a word sounds like one of those given; short ones exactly."""
    if sound in given or len(sound) <= _SHORT:
        return sound in given
    return any(likeness.likeness(form, sound) >= _ALIKE for form in given)
