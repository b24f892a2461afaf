"""A publisher's key points: telling them apart when they ran together, and what they sum up.

Scraped pages often give all points as one string, with a space or nothing at all between
them. A key point is nearly always a body sentence cut short, so the string is read as a
walk through the body's sentences, and a new point begins where the walk steps to another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.language import headwords, sentences, words
from reader.language.normalise import fold, word_set
from reader.language.overlap import Overlap, stems
from reader.model import HINDI, KeyPoint, Kind, Row, Sentence

_BULLET = re.compile(r"\s*[\n•●▪◦‣∙■►▶➤✓|]\s*")
_NUMBERED = re.compile(r"(?:^|\s)\d{1,2}[.)]\s+")
_DASHED = re.compile(r"(?:^|\s)[-–—]\s+")
# What only ends a clause, and what does in news as a rule.
_ENDS = re.compile(r"(?:है|हैं|था|थी|थे|थीं|.+(?:े|ए|ो|ू|ं|[क-ह])(?:गा|गी|गे))$")
_MAY_END = re.compile(
    r"(?:गया|गई|गयी|गए|गये|किया|किए|किये|दिया|दिए|दिये|लिया|लिए|लिये|हुआ|हुई|हुए|रहा|रही|रहे"
    r"|सका|सके|सकी|कहा|बताया|मिला|मिली|मिले|पहुंचा|पहुंचे|पहुंची|शामिल|जारी)$"
)
# What neither ends a sentence nor, the second lot, begins one.
_LEADS_ON = word_set(
    "और या तथा एवं कि के का को में से पर ने एक इस उस इन उन यह वह जो किसी कोई अपने अपनी अपना हर न दो"
)
_FOLLOWS_ON = word_set(
    "का के की को से में ने पर तक भी ही तो कि और या है हैं था थी थे थीं हो नहीं ना वाला वाली वाले जा जाता जाती "
    "जाते जाना जाने गया गई गए जिसे जिस जिसके जिसकी जिससे जिसमें क्योंकि ताकि बल्कि"
)
_JOINS_CLAUSES = word_set(
    "लेकिन मगर पर जो जब जहां जिन जिन्हें जैसे जबकि वह वे वो उस उसे उसने तब तो इसलिए कहा"
)
_SHORT_WORDS = word_set("यह वह इस उस एक अब जब हर कई दो ये वे")
_LEAST_WORDS = 3
# Weights of the walk, on the scale of Overlap.weight: the price of a step to another
# sentence, what it is cheaper by after a finite verb and where two words ran together,
# the worth of two words in order.
_STEP = 6.0
_AFTER_FINITE = 2.0
_IN_ORDER = 1.5
_AT_SEAM = 4.0
_MOST_SENTENCES = 200
# The share of a key point's weight a sentence must have to be what it sums up, and to be
# all there is to it.
_CLOSE = 0.35
_WHOLE = 0.7


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the string; ``glued`` when it was parted from the one before it."""

    start: int
    text: str
    glued: bool = False


def split(text: str, body: Sequence[str]) -> list[str]:
    """The key points in ``text``, one string that may hold several.

    They are told apart by bullets, line breaks or sentence marks where there are any;
    else by the sentences of the ``body`` paragraphs they repeat; else, in a long string,
    by where a finite verb runs into a new word.
    """
    text = text.strip()
    marks = (_BULLET, *(mark for mark in (_NUMBERED, _DASHED) if mark.match(text)))
    for mark in marks:
        pieces = [piece.strip() for piece in mark.split(text) if piece.strip()]
        if len(pieces) > 1:
            return pieces
    told = [text[s.start : s.end] for s in sentences.split(text)]
    return told if len(told) > 1 else _by_sense(text, body)


def link(rows: Sequence[Row]) -> tuple[KeyPoint, ...]:
    """For every key point among ``rows``, the body sentence it sums up ('' if none is close).

    Closeness is the weight of the shared words, rare words weighing more, as a share of
    the key point's own weight.
    """
    points = [row for row in rows if row.kind is Kind.KEY_POINT]
    if not points:
        return ()
    body = [
        sentence
        for row in rows
        for sentence in row.sentences
        if row.id.startswith("p") and sentence.language == HINDI
    ]
    index = Overlap([sentence.text for sentence in body])
    return tuple(KeyPoint(row.id, _closest(row.text, index, body)) for row in points)


def _closest(text: str, index: Overlap, body: Sequence[Sentence]) -> str:
    """The id of the sentence that shares most with ``text``, '' when none shares enough."""
    shares = index.shares(stems(text))
    best = max(shares, key=lambda at: (shares[at], -at), default=-1)
    return body[best].id if best >= 0 and shares[best] >= _CLOSE else ""


def _by_sense(text: str, body: Sequence[str]) -> list[str]:
    """The points of a string without marks between them."""
    index = Overlap([part[s.start : s.end] for part in body for s in sentences.split(part)])
    run = _words(text, index)
    keys = [headwords.stem(word.text) for word in run]
    shares = index.shares(keys)
    starts = _steps(run, keys, shares, index)
    if not starts and max(shares.values(), default=0.0) < _WHOLE:
        starts = [at for at in range(1, len(run)) if _stands_between(run[at - 1], run[at], text)]
    starts += [at for at, word in enumerate(run) if word.glued and _is_finite(run[at - 1].text)]
    edges = [
        0,
        *(_opening(text, run[at].start) for at in _long_enough(starts, len(run))),
        len(text),
    ]
    return [piece for a, b in pairwise(edges) if (piece := text[a:b].strip())]


def _words(text: str, index: Overlap) -> list[_Word]:
    """The words of ``text``, those that ran together parted."""
    found = []
    for span in words.split(text):
        word = text[span.start : span.end]
        found.append(_Word(span.start, word))
        if at := _seam(word, index):
            found[-1] = _Word(span.start, word[:at])
            found.append(_Word(span.start + at, word[at:], glued=True))
    return found


def _seam(word: str, index: Overlap) -> int:
    """Where two words ran together in ``word``; 0 when it is one."""
    if fold(word) in index.vocabulary or headwords.is_word(word):
        return 0
    seams = [at for at in range(2, len(word) - 1) if _is_seam(word[:at], word[at:], index)]
    return max(seams, key=lambda at: (_is_finite(word[:at]), min(at, len(word) - at)), default=0)


def _is_seam(left: str, right: str, index: Overlap) -> bool:
    """Whether these are two words that ran together."""
    if left[-1] == "\u094d" or not right[0].isalnum():
        return False
    if _is_finite(left) and (right in _SHORT_WORDS or right.isdecimal() or len(right) > 2):
        return right.isdecimal() or fold(right) in index.vocabulary or headwords.is_word(right)
    return fold(left) in index.vocabulary and fold(right) in index.vocabulary


def _is_finite(word: str) -> bool:
    """Whether the word is a verb form that may end a sentence."""
    return bool(_ENDS.match(word) or _MAY_END.match(word))


def _stands_between(before: _Word, after: _Word, text: str) -> bool:
    """Whether, by their shape alone, a sentence ends with one word and begins with the next."""
    if text[before.start + len(before.text) : after.start].strip():
        return False
    follows = after.text in _FOLLOWS_ON or after.text in _JOINS_CLAUSES
    return bool(_ENDS.match(before.text)) and not follows


def _opening(text: str, at: int) -> int:
    """``at``, or before it the quote or bracket that opens on the word there."""
    return at - 1 if at and text[at - 1] in "\"'“‘(«" else at


def _long_enough(starts: Sequence[int], count: int) -> list[int]:
    """Those starts that leave every point with enough words to be one."""
    kept: list[int] = []
    for at in sorted(set(starts)):
        if at - (kept[-1] if kept else 0) >= _LEAST_WORDS <= count - at:
            kept.append(at)
    return kept


def _steps(
    run: Sequence[_Word], keys: Sequence[str], shares: Mapping[int, float], index: Overlap
) -> list[int]:
    """Where the likeliest walk of ``run`` through the sentences steps to another sentence."""
    states = sorted(shares, key=lambda at: (-shares[at], at))[:_MOST_SENTENCES]
    if not states:
        return []
    scores = {state: _worth(state, keys[0], index) for state in states}
    came_from: list[dict[int, int]] = [{}]
    for at in range(1, len(run)):
        scores, origin = _extend(scores, run, keys, at, index)
        came_from.append(origin)
    return _trace(scores, came_from)


def _extend(
    scores: dict[int, float], run: Sequence[_Word], keys: Sequence[str], at: int, index: Overlap
) -> tuple[dict[int, float], dict[int, int]]:
    """The best score of ending word ``at`` in each sentence, and the sentence before that."""
    best = max(scores, key=lambda state: scores[state])
    stepped = scores[best] - _price(run[at - 1], run[at])
    in_order = index.pair_holders(keys[at - 1], keys[at])
    new, origin = {}, {}
    for state, score in scores.items():
        stayed = score + _IN_ORDER * (state in in_order)
        new[state] = max(stayed, stepped) + _worth(state, keys[at], index)
        origin[state] = state if stayed >= stepped else best
    return new, origin


def _price(before: _Word, after: _Word) -> float:
    """What a step to another sentence costs between two words."""
    if after.glued:
        return _STEP - _AT_SEAM
    if before.text in _LEADS_ON or after.text in _FOLLOWS_ON:
        return float("inf")
    return _STEP - _AFTER_FINITE * _is_finite(before.text)


def _worth(state: int, key: str, index: Overlap) -> float:
    """What a word adds to the score of being in a sentence."""
    return index.weight(key) if state in index.holders(key) else 0.0


def _trace(scores: dict[int, float], came_from: Sequence[dict[int, int]]) -> list[int]:
    """The words at which the best walk changes its sentence."""
    state = max(scores, key=lambda at: scores[at])
    starts = []
    for at in range(len(came_from) - 1, 0, -1):
        before = came_from[at][state]
        if before != state:
            starts.append(at)
        state = before
    return starts[::-1]
