"""Which sentences differ between two versions of an article.

Sentences of the same words are the same wherever they stand, so a paragraph that moved, or
got another number, is no change. What remains is paired by likeness.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.model import Change, ChangeKind, Kind, Row, Sentence

LIKE = 0.5
"""How much of their words two sentences share, at least, where one became the other."""
# A word in more of the new sentences than these does not say where an old one went.
_RARE = 4
_BEST = 3
# How far from its place in a stretch of changes a sentence of common words is looked for.
_NEAR = 2

_JOINERS = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
# 4.85, 10:30 and 2024-25 are one number each. Vowel signs are no word characters to `re`.
_WORD = re.compile(
    r"\d+(?:[.,:/-]\d+)*"
    r"|(?:[^\W\d_]|[\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963])+"
    r"|[%₹$€£°]"
)


@dataclass(frozen=True, slots=True)
class _Side:
    """One version: its sentences that have words in them, and those words."""

    sentences: list[Sentence]
    kinds: list[Kind]
    words: list[tuple[str, ...]]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> _Side:
        pairs = [(sentence, row.kind) for row in rows for sentence in row.sentences]
        worded = [(s, kind, words) for s, kind in pairs if (words := _words(s.text))]
        return cls(
            [sentence for sentence, _, _ in worded],
            [kind for _, kind, _ in worded],
            [words for _, _, words in worded],
        )

    def left(self, paired: Collection[int]) -> list[int]:
        """The places of the sentences that have no partner."""
        return [place for place in range(len(self.words)) if place not in paired]


def compare(old: Sequence[Row], new: Sequence[Row]) -> tuple[Change, ...]:
    """The sentences that are not the same in ``old`` and ``new``, in the order of ``new``.

    What is gone stands where it stood. Punctuation, spacing and the sentence's place do not
    count; the title stays the title, whatever its words.
    """
    before, after = _Side.of(old), _Side.of(new)
    same = _same([_spelt(w) for w in before.words], [_spelt(w) for w in after.words])
    changed = _changed(before, after, same)
    return tuple(_in_order(before, after, same, changed))


def _words(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFC", text.translate(_JOINERS)).replace("–", "-")
    return tuple(word.replace(",", "") for word in _WORD.findall(plain))


def _spelt(words: tuple[str, ...]) -> str:
    """The words without the spaces between them; numbers stay apart from one another."""
    return "".join(f" {word} " if word[0].isdigit() else word for word in words)


# -- the same words -------------------------------------------------------------------------


def _same(old: list[str], new: list[str]) -> dict[int, int]:
    """Places in ``old`` of what also stands in ``new``, and where it stands there.

    What is there once on either side comes first, as in Heckel's comparison of files; then
    its neighbours; then, from the end, what is left of each text.
    """
    counts = Counter(old), Counter(new)
    places = {text: place for place, text in enumerate(new)}
    pairs = {
        place: places[text]
        for place, text in enumerate(old)
        if all(count[text] == 1 for count in counts)
    }
    for step in (-1, 1):
        _spread(pairs, old, new, step)
    left: defaultdict[str, list[int]] = defaultdict(list)
    taken = set(pairs.values())
    for place, text in enumerate(new):
        if place not in taken:
            left[text].append(place)
    for place in reversed(range(len(old))):
        if place not in pairs and left[old[place]]:
            pairs[place] = left[old[place]].pop()
    return pairs


def _spread(pairs: dict[int, int], old: list[str], new: list[str], step: int) -> None:
    """Pair the neighbours of what is paired, ``step`` on, as long as they are the same."""
    taken = set(pairs.values())
    for place in sorted(pairs, reverse=step < 0):
        here, there = place + step, pairs[place] + step
        while (
            0 <= here < len(old)
            and 0 <= there < len(new)
            and here not in pairs
            and there not in taken
            and old[here] == new[there]
        ):
            pairs[here] = there
            taken.add(there)
            here, there = here + step, there + step


# -- other words ----------------------------------------------------------------------------


def _changed(before: _Side, after: _Side, same: Mapping[int, int]) -> dict[int, int]:
    """Which of the sentences left in ``before`` became which of those left in ``after``."""
    taken = set(same.values())
    gone, come = before.left(same), after.left(taken)
    bags = {place: frozenset(after.words[place]) for place in come}
    scored = []
    for here, candidates in _candidates(before, after, gone, come, same):
        words = frozenset(before.words[here])
        title = before.kinds[here] is Kind.TITLE
        for there in candidates:
            titles = title and after.kinds[there] is Kind.TITLE
            likeness = 1.0 if titles else _likeness(words, bags[there])
            if likeness >= LIKE:
                scored.append((-likeness, abs(here - there), here, there))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, _, here, there in sorted(scored):
        if here not in pairs and there not in used:
            pairs[here] = there
            used.add(there)
    return pairs


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of their words that two sentences have in common (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other))


def _candidates(
    before: _Side, after: _Side, gone: list[int], come: list[int], same: Mapping[int, int]
) -> Iterator[tuple[int, set[int]]]:
    """For each sentence gone, those it may have become: nearby, or with rare words of it."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for place in come:
        for word in set(after.words[place]):
            index[word].append(place)
    rare = {word: places for word, places in index.items() if len(places) <= _RARE}
    stretches = _stretches(come, {there: there for there in same.values()})
    for at, stretch in _stretches(gone, same).items():
        nearby = stretches.get(at, [])
        for number, here in enumerate(stretch):
            votes = Counter(
                place for word in set(before.words[here]) for place in rare.get(word, ())
            )
            near = nearby[max(0, number - _NEAR) : number + _NEAR + 1]
            yield here, {place for place, _ in votes.most_common(_BEST)}.union(near)


def _stretches(left: list[int], pairs: Mapping[int, int]) -> dict[int, list[int]]:
    """Places left, together where nothing paired stands between.

    Each stretch has for its key where in the new version what stands before it stands.
    """
    stretches: defaultdict[int, list[int]] = defaultdict(list)
    at = -1
    unpaired = set(left)
    for place in range(max(left, default=-1) + 1):
        if place in unpaired:
            stretches[at].append(place)
        else:
            at = pairs[place]
    return stretches


def _in_order(
    before: _Side, after: _Side, same: Mapping[int, int], changed: Mapping[int, int]
) -> Iterator[Change]:
    """The changes by their place in ``after``, what is gone behind what it stood behind."""
    pairs = {**same, **changed}
    came_from = {there: here for here, there in changed.items()}
    kept = set(same.values())
    gone: defaultdict[int, list[int]] = defaultdict(list)
    for at, stretch in _stretches(before.left(pairs), pairs).items():
        gone[at] += stretch
    for there in range(-1, len(after.sentences)):
        if there >= 0 and there not in kept:
            new, here = after.sentences[there], came_from.get(there)
            old = before.sentences[here] if here is not None else None
            yield Change(ChangeKind.CHANGED if old else ChangeKind.ADDED, old, new)
        for here in gone[there]:
            yield Change(ChangeKind.REMOVED, before.sentences[here], None)
