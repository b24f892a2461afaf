"""Is a translation whole? Broken models echo, stop short, or say the same words for ever.

The thresholds are set by 997 sentences of FLORES with a human's English and that of six
engines, 1,000 of PUD, and news sentences of NTREX: see `python -m benchmarks.checks`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.language import chatter, latin_hindi
from reader.language.normalise import fold
from reader.language.quantities import english, hindi
from reader.language.quantities.quantity import Quantity
from reader.model import Fault, Problem, ProblemKind

_DEVANAGARI = re.compile(r"[\u0900-\u0963\u0971-\u097f]")
_DEVANAGARI_WORD = re.compile(r"[\u0900-\u0963\u0971-\u097f\u200c\u200d]+")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SOURCE_WORD = re.compile(r"[^\s,.;:!?।॥\"'“”‘’-]+")
_QUOTED = re.compile(r"""["“”'‘’«»()\[\]][^"“”‘’«»()\[\]]*["“”'‘’«»()\[\]]""")
# What share of the English may be Devanagari, and how many words in a row.
_MOST_DEVANAGARI = 0.1
_MOST_QUOTED = 3
# Lengths in letters and digits, English over Hindi consonants and vowels; both sides about 1:1.
_SHORTEST, _LONGEST = 0.4, 4.0
# The shortest of those that end without a stop where the Hindi has one.
_SHORTEST_OPEN = 0.8
_STOPPED = re.compile(r"[।॥|.?!…][\"'”’»)\]\s]*$")
_CLOSED = re.compile(r"[.?!…:;।|॥\"'”’»)\]]\s*$")
_JUDGED_FROM = 24
_LONG_FROM = 40
# How often the same words may follow each other, and what share of the words may be new.
_RUNS = {1: 4, 2: 3, 3: 3, 4: 3, 5: 3, 6: 3, 8: 3}
# How many words may be said twice, one time right behind the other.
_TWICE = range(6, 61)
_FEWEST_DIFFERENT = 0.3
_COUNTED_FROM = 20
# English of so many words, so few of them different, is nothing but a loop.
_LOOP_FROM, _FEWEST_IN_LOOP = 6, 0.5
_SIGN_RUN = re.compile(r"(\S)(?:\s*\1){9}")


def fault(source: str, target: str) -> Fault | None:
    """What is wrong with the shape of ``target``, the English of ``source``.

    The first of: empty, not translated, Hindi in Latin letters, a chat model's refusal or
    words around the English, repeating itself, cut off, far too long. A Hindi word in quotes
    or brackets is fine. Fatal is what leaves no English, never a length or words too many.
    """
    if not _LETTER.search(source) and (target.strip() or not source.strip()):
        return None
    faults = (
        _empty,
        _untranslated,
        latin_hindi.find,
        chatter.refusal,
        _talked,
        _repeated,
        _truncated,
        _overlong,
    )
    return next(filter(None, (find(source, target) for find in faults)), None)


def check(source: str, target: str) -> tuple[Problem, ...]:
    """The fault as a problem, if there is one."""
    found = fault(source, target)
    return (Problem(ProblemKind.SHAPE, found.text),) if found else ()


def is_hindi(target: str) -> bool:
    """Whether ``target`` is mostly Hindi, and so no English at all."""
    others = sum(not _DEVANAGARI.match(letter) for letter in _LETTER.findall(target))
    return len(_DEVANAGARI.findall(target)) > others


def _empty(_source: str, target: str) -> Fault | None:
    """No words, or signs alone."""
    if not target.strip():
        return Fault("The English is empty.", is_fatal=True)
    if not any(map(str.isalnum, target)):
        return Fault("The English is nothing but signs.", is_fatal=True)
    return None


def _untranslated(source: str, target: str) -> Fault | None:
    """Hindi left in the English, beyond a quoted word."""
    if _DEVANAGARI.search(source) and fold(source).strip() == fold(target).strip():
        return Fault("The English is the Hindi, not translated.", is_fatal=True)
    if not _DEVANAGARI.search(target):
        return None
    open_text = _QUOTED.sub(_unquoted, target)
    left = len(_DEVANAGARI.findall(open_text))
    if left > _MOST_DEVANAGARI * len(open_text) or len(_DEVANAGARI_WORD.findall(open_text)) > 1:
        return Fault("Hindi words are left in the English.", is_fatal=is_hindi(target))
    return None


def _unquoted(quoted: re.Match[str]) -> str:
    """Nothing for a word or a title in quotes or brackets, more Hindi than that as it stands."""
    words = len(_DEVANAGARI_WORD.findall(quoted[0]))
    return " " if words <= _MOST_QUOTED else quoted[0]


def _talked(source: str, target: str) -> Fault | None:
    """A chat model's words around the English, or in its stead."""
    left = chatter.without(source, target)
    if left is None:
        return None
    text = "The English has words around it that the Hindi does not have."
    return Fault(text, is_fatal=_size(left) < _SHORTEST * _size(source))


def _repeated(source: str, target: str) -> Fault | None:
    """The same words over and over, which the Hindi does not have."""
    words = [word.lower() for word in _WORD.findall(target)]
    given = _SOURCE_WORD.findall(source)
    runs_on = _runs_on(words) and _most_runs(words) > _most_runs(given)
    runs_on = runs_on or bool(_SIGN_RUN.search(target) and not _SIGN_RUN.search(source))
    if not runs_on and _is_doubled(words) and not _is_doubled(given):
        return Fault("The English says the same twice.")
    few = len(words) >= _COUNTED_FROM and len(set(words)) < _FEWEST_DIFFERENT * len(words)
    varied = len(set(given)) >= 2 * _FEWEST_DIFFERENT * len(given)
    if not runs_on and not (few and varied):
        return None
    loop = len(words) >= _LOOP_FROM and len(set(words)) < _FEWEST_IN_LOOP * len(words)
    return Fault("The English says the same words over and over.", is_fatal=loop)


def _runs_on(words: list[str]) -> bool:
    """Whether some words follow themselves more often than language does."""
    return any(_run(words, length) >= most for length, most in _RUNS.items())


def _is_doubled(words: list[str]) -> bool:
    """Whether a stretch of words stands there twice, one right behind the other."""
    return any(_run(words, length) > 1 for length in _TWICE if 2 * length <= len(words))


def _most_runs(words: list[str]) -> int:
    return max((_run(words, length) for length in _RUNS), default=0)


def _run(words: list[str], length: int) -> int:
    """How often at most the same ``length`` words stand one after the other."""
    best = run = 0
    for at in range(length, len(words)):
        run = run + 1 if words[at] == words[at - length] else 0
        best = max(best, run)
    return best // length + 1 if best else min(len(words), 1)


def _truncated(source: str, target: str) -> Fault | None:
    """Far too short for its Hindi, or broken off; number words may have become figures."""
    if _size(source) < _JUDGED_FROM or _size(target) >= _SHORTEST_OPEN * _size(source):
        return None
    wanted, got = _size(_unworded(source, hindi.find(source))), _size(target)
    if wanted >= _JUDGED_FROM and got < _SHORTEST * wanted:
        return Fault("The English is far too short: part of the Hindi is missing.")
    open_end = _STOPPED.search(source) and not _CLOSED.search(target)
    if wanted >= _JUDGED_FROM and got < _SHORTEST_OPEN * wanted and open_end:
        return Fault("The English breaks off before its end.")
    return None


def _overlong(source: str, target: str) -> Fault | None:
    """Far longer than its Hindi; figures may have become number words."""
    most = max(_LONGEST * _size(source), _LONG_FROM)
    if _size(target) <= most or _size(_unworded(target, english.find(target))) <= most:
        return None
    return Fault("The English is far too long for the Hindi.")


def _unworded(text: str, quantities: Sequence[Quantity]) -> str:
    """The text without its numbers in words."""
    for found in reversed(quantities):
        if found.worded:
            text = f"{text[: found.span.start]} {text[found.span.end :]}"
    return text


def _size(text: str) -> int:
    """The letters, vowel signs and digits of a text."""
    return sum(char.isalnum() or "\u0900" <= char <= "\u0963" for char in text)
