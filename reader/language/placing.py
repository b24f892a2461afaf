"""Where the English says what stands out in the Hindi: bold, italics and links.

No engine tells which word became which, so words are matched by what they mean
(`matching`). Emphasis that is not found for certain is left out of the English; a link is
never lost. One without a place of its own lies on the words that no other link has taken,
as a rule the whole sentence: that says truly "somewhere in here", where a link on the last
words would say that it is about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.language import matching, words
from reader.model import Markup, Sentence, Span, Style, TranslationUnit

# What share of a sentence's words is all of it; what share of the marked words must be found.
_WHOLE = 0.9
_LEAST_SHARE = {Style.BOLD: 0.6, Style.ITALIC: 0.6, Style.LINK: 0.3}
# The score of a stretch of English, where each marked word it says is worth 1: what each word
# that matches adds, what each that does not takes away, and what each neighbour of the marked
# words adds that stands beside it. Stretches closer than _CLEAR are as good as each other.
_MATCHING = 0.2
_STRANGE = 0.4
_NEIGHBOUR = 0.2
_CLEAR = 0.1
_LEAST_SCORE = 0.7
_NEAR = 3
_LONGEST = 30
# What is longer, or has more markup, is no sentence, and would take long to match.
_MOST_WORDS = 300
_MOST_MARKUP = 300
_TOKEN = re.compile(r"\S+")


def placed(unit: TranslationUnit, sentence: Sentence) -> TranslationUnit:
    """The unit with the markup of its sentence at the words of its English."""
    return replace(unit, markup=place(sentence, unit.target)) if sentence.markup else unit


def place(sentence: Sentence, target: str) -> tuple[Markup, ...]:
    """The sentence's markup at the words of ``target``, its English, in order of start.

    Spans of one style do not overlap. Every link has a place as long as ``target`` has as
    many words as the sentence has links. Of its markup the first _MOST_MARKUP count.
    """
    pair = _Pair(sentence.text, target)
    kept: dict[Style, list[Markup]] = {style: [] for style in Style}
    homeless: list[Markup] = []
    for markup in sentence.markup[:_MOST_MARKUP]:
        span = pair.place(markup)
        mine = kept[markup.style]
        if span and not any(span.overlaps(other.span) for other in mine):
            mine.append(replace(markup, span=span))
        elif markup.style is Style.LINK:
            homeless.append(markup)
    if homeless:
        kept[Style.LINK] = _housed(kept[Style.LINK], homeless, target)
    found = (markup for mine in kept.values() for markup in mine)
    return tuple(sorted(found, key=lambda markup: (markup.span.start, -markup.span.end)))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """English words from ``first`` to ``last``, both included, and how well they fit."""

    first: int
    last: int
    score: float

    def touches(self, other: _Stretch) -> bool:
        """Whether they share a word."""
        return self.first <= other.last and other.first <= self.last


class _Pair:
    """A Hindi sentence and its English, and which words of the two say the same."""

    def __init__(self, hindi: str, english: str) -> None:
        self._hindi_spans = words.split(hindi)
        self._english_spans = matching.english_words(english)
        self._tokens = _tokens(english)
        if max(len(self._hindi_spans), len(self._english_spans)) > _MOST_WORDS:
            self._hindi_spans, self._english_spans = [], []
        self._hindi = matching.hindi_keys(hindi, self._hindi_spans)
        self._english = [
            matching.english_keys(english[s.start : s.end]) for s in self._english_spans
        ]
        words_of = list(enumerate(self._hindi))
        self._hits = [{at for at, mine in words_of if mine & keys} for keys in self._english]

    def place(self, markup: Markup) -> Span | None:
        """Where the English says what ``markup`` marks; None where that is not certain."""
        marked = [at for at, word in enumerate(self._hindi_spans) if word.overlaps(markup.span)]
        if not marked or not self._tokens:
            return None
        if self._is_whole(marked):
            return Span(self._tokens[0].start, self._tokens[-1].end)
        return self._best(marked, markup.style)

    def _is_whole(self, marked: Sequence[int]) -> bool:
        """Whether next to all that the sentence says is marked."""
        said = sum(map(bool, self._hindi))
        inside = sum(bool(self._hindi[at]) for at in marked)
        return inside >= _WHOLE * said if said else len(marked) == len(self._hindi)

    def _best(self, marked: Sequence[int], style: Style) -> Span | None:
        """The stretch that fits best, for emphasis only if no other fits as well."""
        stretches = sorted(self._stretches(marked, style), key=lambda s: (-s.score, s.first))
        if not stretches:
            return None
        best = stretches[0]
        rival = next((s for s in stretches if not s.touches(best)), None)
        if rival and rival.score > best.score - _CLEAR and style is not Style.LINK:
            return None
        return Span(self._english_spans[best.first].start, self._english_spans[best.last].end)

    def _stretches(self, marked: Sequence[int], style: Style) -> Iterator[_Stretch]:
        """The stretches that begin and end with a match and say enough of what is marked."""
        wanted = {at for at in marked if self._hindi[at]}
        hits = [at for at, mine in enumerate(self._hits) if mine & wanted]
        longest = min(3 * len(wanted) + 2, _LONGEST)
        for first in hits:
            for last in (at for at in hits if first <= at < first + longest):
                said, score = self._fit(first, last, wanted)
                if said >= _LEAST_SHARE[style] * len(wanted) and score >= _LEAST_SCORE * len(
                    wanted
                ):
                    yield _Stretch(first, last, score + self._beside(first, last, marked))

    def _fit(self, first: int, last: int, wanted: set[int]) -> tuple[int, float]:
        """How many of the wanted words a stretch says, and its score."""
        inside = [hits & wanted for hits in self._hits[first : last + 1]]
        matching_ = sum(map(bool, inside))
        strange = sum(map(bool, self._english[first : last + 1])) - matching_
        said = len(set().union(*inside))
        return said, said + _MATCHING * matching_ - _STRANGE * strange

    def _beside(self, first: int, last: int, marked: Sequence[int]) -> float:
        """What it adds that neighbours of the marked words stand beside the stretch."""
        around = self._hits[max(0, first - _NEAR) : first] + self._hits[last + 1 : last + 1 + _NEAR]
        neighbours = {at for hits in around for at in hits}.difference(marked)
        near = range(marked[0] - _NEAR, marked[-1] + _NEAR + 1)
        return _NEIGHBOUR * sum(at in near for at in neighbours)


def _housed(placed: list[Markup], homeless: list[Markup], target: str) -> list[Markup]:
    """The links, those without a place on words that no other has; all share if there are few."""
    free = _free(_tokens(target), [markup.span for markup in placed])
    if sum(map(len, free)) < len(homeless):
        placed, homeless = [], sorted([*placed, *homeless], key=lambda markup: markup.span.start)
        free = _free(_tokens(target), [])
    runs = _parted(free, len(homeless))
    spans = (Span(run[0].start, run[-1].end) for run in runs)
    return placed + [replace(m, span=s) for m, s in zip(homeless, spans, strict=False)]


def _free(tokens: list[Span], taken: list[Span]) -> list[list[Span]]:
    """The runs of words that nothing has taken."""
    runs: list[list[Span]] = [[]]
    for token in tokens:
        if any(token.overlaps(span) for span in taken):
            runs.append([])
        else:
            runs[-1].append(token)
    return [run for run in runs if run]


def _parted(runs: list[list[Span]], count: int) -> list[list[Span]]:
    """The ``count`` longest of the runs in order, the longest halved while they are too few."""
    runs = list(runs)
    while len(runs) < count:
        longest = max(range(len(runs)), key=lambda at: len(runs[at]), default=0)
        if not runs or len(runs[longest]) < 2:
            break
        run = runs[longest]
        runs[longest : longest + 1] = [run[: len(run) // 2], run[len(run) // 2 :]]
    chosen = sorted(range(len(runs)), key=lambda at: -len(runs[at]))[:count]
    return [runs[at] for at in sorted(chosen)]


def _tokens(text: str) -> list[Span]:
    """What stands between the spaces of a text."""
    return [Span(*found.span()) for found in _TOKEN.finditer(text)]
