"""A word-by-word gloss of a Hindi sentence: what the words mean, not a translation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.language import (
    english_nouns,
    entities,
    lexicon,
    mentions,
    names,
    romanise,
    verbs,
    words,
)
from reader.language.lexicon_file import Entry
from reader.language.normalise import fold, word_set
from reader.model import Span

_JOIN = " · "
_NOTE = re.compile(r"\s*\([^)]*\)\s*")
_END = re.compile(r"([?!।॥.…])[\"'”’»)\]\s]*$")
_ENGLISH_MARK = {"।": ".", "॥": "."}
_CASES = word_set("का के की को में से पर तक ने")
_PLURAL = re.compile("(?:ों|ओं|ें|एं|ियां)$")
# Possessives before a postposition of several words, which takes their के or की: उनके लिए.
_WITH_GENITIVE = {
    "मेरे": "me", "मेरी": "me", "हमारे": "us", "हमारी": "us", "तुम्हारे": "you", "तुम्हारी": "you",
    "आपके": "you", "आपकी": "you", "उसके": "him/her", "उसकी": "him/her", "उनके": "them", "उनकी": "them",
    "इसके": "this", "इसकी": "this", "इनके": "these", "इनकी": "these", "जिसके": "which",
    "जिसकी": "which", "जिनके": "whom", "जिनकी": "whom", "किसके": "whom", "किसकी": "whom",
}  # fmt: skip


def gloss(sentence: str) -> str:
    """The meanings of the words of ``sentence``, in its own order, with " · " between them.

    Names, numbers, verb groups, compound verbs and postpositions of several words count
    as one; unknown words stand in Latin letters as ‹sarjari›. The mark at the end stays.
    """
    glosses = _JOIN.join(_glosses(sentence)).replace(f"{_JOIN}-", "-")  # 24-year-old
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
        return latin if word[0].isdecimal() else names.spelling(word) or f"‹{latin}›"
    return _first_meaning(entries)


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
    if (beside := _beside_pronoun(spelled)) and not lexicon.longest(spelled, 0):
        return beside
    if verb := verbs.group(spelled, 0):
        # What ने follows has done something: ली ने बताया is about Lee.
        return (1, romanise.romanise_name(spelled[0])) if spelled[1:2] == ["ने"] else verb
    entries: Sequence[Entry]
    count, entries = lexicon.longest(spelled, 0) or (1, lexicon.lookup(spelled[0]))
    if count > 1 and entries[0].pos == "verb":  # which it is not here: शामिल है
        count, entries = 1, lexicon.lookup(spelled[0])
    if not entries or spelled[0].isascii():
        return 1, of_word(spelled[0])
    entries = _as_noun(entries, spelled[count : count + 1])
    said = _first_meaning(entries)
    several = entries[0].pos == "noun" and _is_plural(spelled[count - 1], entries[0].headword)
    return count, english_nouns.plural(said) if several else said


def _beside_pronoun(spelled: list[str]) -> tuple[int, str] | None:
    """A possessive and the postposition it completes, as in उनके लिए: "them · for"."""
    pronoun = _WITH_GENITIVE.get(fold(spelled[0]))
    case = "की" if fold(spelled[0]).endswith("ी") else "के"
    known = lexicon.longest([case, *spelled[1:]], 0) if pronoun else None
    if not known or known[1][0].pos != "postposition":
        return None
    return known[0], f"{pronoun}{_JOIN}{_first_meaning(known[1])}"


def _as_noun(entries: Sequence[Entry], follows: Sequence[str]) -> Sequence[Entry]:
    """The entries, a noun's first before a postposition: पहाड़ी पर is on the hill, not hilly."""
    nouns = [entry for entry in entries if entry.pos == "noun"]
    if nouns and entries[0].pos == "adjective" and follows and fold(follows[0]) in _CASES:
        return nouns
    return entries


def _is_plural(word: str, headword: str) -> bool:
    """Whether a form of the noun ``headword`` can only be its plural."""
    return bool(_PLURAL.search(fold(word))) and not _PLURAL.search(fold(headword))


def _first_meaning(entries: Sequence[Entry]) -> str:
    """The first meaning that is more than a note in brackets, without such notes."""
    return next((said for m in entries[0].meanings if (said := _NOTE.sub(" ", m).strip())), "")


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
