"""Pinned spellings: the English a reader has set for a name, put in the place of the engine's.

No engine tells which of its words is the name, so they are compared by sound. A spelling that
is not found for certain is left as it is, and what was replaced is told, so that it can be
shown and undone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.language import likeness, matching, names
from reader.language.normalise import fold, word_set
from reader.language.words import CHARACTER
from reader.model import Replacement, Span

# From which likeness (0 to 100) an English word is the name; and how much better it has to fit
# than other words.
_ALIKE = 76
_CLEAR = 3
_VOWELS = re.compile("[aeiouy]")
_MOST_WORDS = 400
_SHORTEST_PLURAL = 3
_HINDI_WORD = re.compile(rf"{CHARACTER}+")
_ENGLISH_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?:['’](?!s\b|S\b)[^\W\d_]+)*(?![^\W_])")
_BETWEEN = re.compile(r"[\s.\-\u2010\u2011]*")
_SHOUTED = 0.8
# How a name's ending changes before a postposition and in the plural; ों follows a consonant.
_ENDINGS = {"ा": ("े", "ों"), "ी": ("ियों", "ियां"), "ू": ("ुओं", "ूओं"), "े": ("ेओं",), "ो": ("ोओं",)}
# Words that begin sentences and are no names, beside those of grammar that `matching` knows.
_OPENERS = word_set(
    "since after before during while until till though although because some many more most such "
    "only just over under about between both each every other another any all one two three first "
    "last now once soon still also even never always here how why well yes however today "
    "she he they it we you"
)
# What names of people and tongues end in that are made from names of places.
_DERIVED = re.compile(r"(?:ish|i?ans?|ese|ites?|[^aeiou]is?|ons|ic)$")


@dataclass(frozen=True, slots=True)
class _Pin:
    """A pin whose name stands in the source, at words ``first`` up to ``end`` of it."""

    hindi: str
    english: str
    places: tuple[tuple[int, int], ...]


def pinned(
    source: str, target: str, pins: Mapping[str, str]
) -> tuple[str, tuple[Replacement, ...]]:
    """``target`` with the pinned spellings (Hindi name: English) of the names in ``source``.

    And what was replaced, in order; the spans count in the text returned. A name of which the
    English is not found for certain, or is spelled so already, changes nothing. What is done
    twice is the same as what is done once.
    """
    if not pins or not target:
        return target, ()
    hindi = [(fold(found.group()), found.group()) for found in _HINDI_WORD.finditer(source)]
    wanted = _wanted([folded for folded, _ in hindi], pins)
    if not wanted or len(hindi) > _MOST_WORDS:
        return target, ()
    text = _English(target, [word for _, word in hindi])
    for pin in wanted:
        text.reserve(pin)
    found = [(span, pin) for pin in wanted for span in text.variants(pin)]
    return _replaced(target, sorted(found, key=lambda pair: pair[0].start), text.shouted)


def _wanted(source: Sequence[str], pins: Mapping[str, str]) -> list[_Pin]:
    """The pins whose names stand in the source, longer names before their parts."""
    taken: set[int] = set()
    wanted = []
    parted = [(hindi, [fold(w) for w in _HINDI_WORD.findall(hindi)], pins[hindi]) for hindi in pins]
    for hindi, words, english in sorted(parted, key=lambda pin: -len(pin[1])):
        places = [
            (at, at + len(words))
            for at in range(len(source) - len(words) + 1)
            if words and _stands(words, source[at : at + len(words)])
        ]
        free = tuple(place for place in places if taken.isdisjoint(range(*place)))
        if free and english.strip():
            taken.update(at for place in free for at in range(*place))
            wanted.append(_Pin(hindi, english.strip(), free))
    return wanted


def _stands(name: Sequence[str], source: Sequence[str]) -> bool:
    """Whether the folded words of a text are the name, in any of its forms: कोसी, कोसियों."""
    return source[:-1] == name[:-1] and source[-1] in _forms(name[-1])


@lru_cache(maxsize=1 << 12)
def _forms(word: str) -> frozenset[str]:
    """The forms of a name's last word: आगरा and आगरे, बिहारी and बिहारियों, अफ़ग़ान and अफ़ग़ानों."""
    for ending, others in _ENDINGS.items():
        if word.endswith(ending):
            return frozenset([word, *(word.removesuffix(ending) + other for other in others)])
    return frozenset([word, word + "ों"])


class _English:
    """The English of a sentence, and which of its words are taken."""

    def __init__(self, target: str, hindi: Sequence[str]) -> None:
        self._target, self._hindi = target, hindi
        self._words = [Span(*found.span()) for found in _ENGLISH_WORD.finditer(target)]
        self._words = self._words[:_MOST_WORDS]
        self._taken: list[Span] = []
        self._spelled: set[str] = set()
        letters = [char for char in target if char.isalpha()]
        self.shouted = sum(char.isupper() for char in letters) > _SHOUTED * len(letters)

    def reserve(self, pin: _Pin) -> None:
        """Take the places where the pinned spelling stands already."""
        spelling = pin.english.upper() if self.shouted else pin.english
        pattern = rf"(?<![^\W_]){re.escape(spelling)}(?![^\W_])"
        spans = [Span(*found.span()) for found in re.finditer(pattern, self._target)]
        if spans:
            self._taken += spans
            self._spelled.add(pin.hindi)

    def variants(self, pin: _Pin) -> list[Span]:
        """Where the English names what is pinned, spelled otherwise; empty when not certain."""
        if pin.hindi in self._spelled:
            return []
        scored = sorted(self._scored(pin), key=lambda pair: (-pair[0], pair[1].start))
        if not scored or scored[0][0] < _ALIKE:
            return []
        best, span = scored[0]
        chosen = self._heard(span)
        rivals = (s for s, other in scored if self._is_rival(other, span))
        if max(rivals, default=0.0) > best - _CLEAR:
            return []
        if self._said(span) == pin.english.lower():  # In the plural, which is left.
            return []
        spans: list[Span] = []
        for _, other in scored:
            if self._heard(other) == chosen and not any(other.overlaps(s) for s in spans):
                spans.append(self._whole(other, pin))
        self._taken += spans
        return spans

    def _whole(self, span: Span, pin: _Pin) -> Span:
        """The span with the words beside it that the pinned spelling has too: Xi Chinfing."""
        wanted = {*pin.english.lower().split()} - {*self._said(span).split()}
        free = [word for word in self._words if not any(word.overlaps(t) for t in self._taken)]
        for word in reversed([word for word in free if word.end <= span.start]):
            if self._said(word) not in wanted or self._target[word.end : span.start].strip():
                break
            span = Span(word.start, span.end)
        for word in (word for word in free if word.start >= span.end):
            if self._said(word) not in wanted or self._target[span.end : word.start].strip():
                break
            span = Span(span.start, word.end)
        return span

    def _is_rival(self, other: Span, span: Span) -> bool:
        """Whether ``other`` is another word elsewhere that may be the name too."""
        return not other.overlaps(span) and self._heard(other) != self._heard(span)

    def _word(self, at: int) -> str:
        return self._target[self._words[at].start : self._words[at].end]

    def _said(self, span: Span) -> str:
        return self._target[span.start : span.end].lower()

    def _heard(self, span: Span) -> tuple[str, str]:
        """How a run of words sounds, and its consonants: Modi and Mody are one name."""
        said = self._said(span)
        return likeness.sounds(said), _VOWELS.sub("", said)

    def _scored(self, pin: _Pin) -> Iterator[tuple[float, Span]]:
        """Every run of words that may be the name, and how much it sounds like it."""
        forms = (*likeness.forms(pin.hindi), likeness.sounds(pin.english))
        count = len(_HINDI_WORD.findall(pin.hindi))
        inside = {at for place in pin.places for at in range(*place)}
        others = [word for at, word in enumerate(self._hindi) if at not in inside]
        runs = [one for run in self._runs(count + 1) for one in self._numbers(run, pin)]
        for span in runs:
            if _is_derived(self._said(span), pin.hindi):
                continue
            heard = likeness.sounds(self._said(span))
            score = max(likeness.likeness(form, heard) for form in forms)
            if score >= _ALIKE and not self._fits_better(heard, score, others):
                yield score, span

    def _numbers(self, span: Span, pin: _Pin) -> Iterator[Span]:
        """A run of words, and without the s of a plural that the pinned spelling has not."""
        yield span
        plural = self._said(span).endswith("s") and not pin.english.lower().endswith("s")
        if plural and span.end - span.start > _SHORTEST_PLURAL:
            yield Span(span.start, span.end - 1)

    def _fits_better(self, heard: str, score: float, others: Sequence[str]) -> bool:
        """Whether another word of the Hindi sounds more like it."""
        return any(
            likeness.likeness(form, heard) > score
            for word in others
            for form in likeness.forms(word)
        )

    def _runs(self, longest: int) -> Iterator[Span]:
        """Runs of up to ``longest`` free words that begin as names do."""
        for first, start in enumerate(self._words):
            if not self._target[start.start].isupper():
                continue
            for last in range(first, min(first + longest, len(self._words))):
                gap = self._target[self._words[last - 1].end : self._words[last].start]
                if last > first and not _BETWEEN.fullmatch(gap):
                    break
                span = Span(start.start, self._words[last].end)
                if last == first and self._said(span) in _OPENERS:
                    continue
                if last > first and not matching.english_keys(self._word(last)):
                    continue  # United States or
                if not any(span.overlaps(taken) for taken in self._taken):
                    yield span


def _is_derived(word: str, hindi: str) -> bool:
    """Whether a word is no spelling of a known name but made from it: German, Turkish."""
    known = (names.spelling(hindi) or "").lower()
    ending = _DERIVED.search(word)
    return bool(known and ending and not known.endswith(ending[0]))


def _replaced(
    target: str, found: Sequence[tuple[Span, _Pin]], shouted: bool
) -> tuple[str, tuple[Replacement, ...]]:
    """The target with every place spelled as pinned."""
    text, at = "", 0
    replacements = []
    for span, pin in found:
        text += target[at : span.start]
        start = len(text)
        text += pin.english.upper() if shouted else pin.english
        before = target[span.start : span.end]
        replacements.append(Replacement(Span(start, len(text)), before))
        at = span.end
    return text + target[at:], tuple(replacements)
