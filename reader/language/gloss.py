"""A word-by-word gloss of a Hindi sentence: what the words mean, not a translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.language import entities, lexicon, mentions, romanise, verbs, words
from reader.model import Span

_JOIN = " · "
_NOTE = re.compile(r"\s*\([^)]*\)\s*")
_END = re.compile(r"([?!।॥.…])[\"'”’»)\]\s]*$")
_ENGLISH_MARK = {"।": ".", "॥": "."}


def gloss(sentence: str) -> str:
    """The meanings of the words of ``sentence``, in its own order, with " · " between them.

    Names, numbers, verb groups, compound verbs and postpositions of several words count
    as one; unknown words stand in Latin letters as ‹sarjari›. The mark at the end stays.
    """
    glosses = _JOIN.join(_glosses(sentence))
    end = _END.search(sentence)
    mark = _ENGLISH_MARK.get(end.group(1), end.group(1)) if end and glosses else ""
    return glosses + mark


def of_word(word: str) -> str:
    """The first meaning of one word, '' for a mere marker such as ने; ‹sarjari› if unknown."""
    if word.isascii():
        return word
    entries = lexicon.lookup(word)
    if not entries:
        latin = romanise.romanise(word)
        return latin if word[0].isdecimal() else f"‹{latin}›"
    return next((said for m in entries[0].meanings if (said := _NOTE.sub(" ", m).strip())), "")


def _glosses(sentence: str) -> Iterator[str]:
    """The gloss of each group of words, in order."""
    spans = words.split(sentence)
    spelled = [sentence[span.start : span.end] for span in spans]
    named = {found.span.start: found for found in mentions.find(sentence)}
    at = 0
    while at < len(spans):
        if found := named.get(spans[at].start):
            yield entities.english(found, sentence)
            at = _after(spans, found.span, at)
            continue
        count, said = _group(spelled[at : _limit(spans, sentence, at)])
        if said:
            yield said
        at += count


def _group(spelled: list[str]) -> tuple[int, str]:
    """The longest known group that ``spelled`` begins with: how many words, and its gloss."""
    if verb := verbs.group(spelled, 0):
        return verb
    if known := lexicon.longest(spelled, 0):
        count, entries = known
        return count, _NOTE.sub(" ", entries[0].meanings[0]).strip()
    return 1, of_word(spelled[0])


def _limit(spans: list[Span], sentence: str, at: int) -> int:
    """The word before which a group that begins at ``at`` must end: the next mark parts."""
    end = at + 1
    while end < len(spans) and end - at < 8:
        if sentence[spans[end - 1].end : spans[end].start].strip():
            break
        end += 1
    return end


def _after(spans: list[Span], span: Span, at: int) -> int:
    """The first word after ``span``."""
    while at < len(spans) and spans[at].start < span.end:
        at += 1
    return at
