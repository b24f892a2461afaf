"""Which English words may stand for which Hindi words, by the dictionary, the names and sound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from reader.language import headwords, lexicon, names, numbers, overlap, romanise
from reader.language.normalise import fold, word_set
from reader.model import Span

ENGLISH_GRAMMAR = word_set(
    "a an the of to in on at for by with from into as and or but if than then so not no be is are "
    "was were been being am have has had do does did will would can could may might shall should "
    "it its he him his she her they them their we us our you your i my me this that these those "
    "which who whom whose what when where there here also something someone one's"
)
_GRAMMAR_PARTS = word_set("postposition conjunction particle pronoun determiner")
_DIGIT = re.compile(r"\d")
_ENGLISH_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|\d[\d,.]*\d%?|\d%?|‹?[^\W\d_]+(?:['’][^\W\d_]+)*›?"  # ‹rapat› of a gloss
)
# What an English word is made into another with: advertise, advertisement; Russia, Russian.
_MADE_FROM = re.compile(
    "(.{4,}?)(?:ment|ation|ition|ion|ing|ed|er|or|ly|ness|al|ity|ive|ian?|n|age|i[sz]e|ance|ence|e|s|y)*"
)
# Sounds that Hindi and English spell differently, brought to one spelling, in this order.
_SOUNDS = (
    (re.compile("tion|sion"), "sn"),
    (re.compile("ph"), "f"),
    (re.compile("c(?=[eiy])"), "s"),
    (re.compile("ch|ck|[cq]"), "k"),
    (re.compile("x"), "ks"),
    (re.compile("w"), "v"),
    (re.compile("z"), "j"),
    (re.compile("m(?=[bp])"), "n"),
    (re.compile("(?<=.)[aeiouyh]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_VOWELS = (
    (re.compile("aa"), "a"),
    (re.compile("ee|y"), "i"),
    (re.compile("oo"), "u"),
    (re.compile("ai|ei"), "e"),
    (re.compile("au|ou|w"), "o"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_LEAST_SOUNDS = 3
# No word is longer, and looking for the endings of one that is would take for ever.
_LONGEST_WORD = 30


def hindi_keys(text: str, spans: Sequence[Span]) -> list[frozenset[str]]:
    """For each word of ``text``, what its English may be known by; nothing for words of grammar.

    A word of a longer name, term or number shares what that is in English.
    """
    spelled = [text[span.start : span.end] for span in spans]
    shared: list[set[str]] = [set() for _ in spelled]
    for at in range(len(spelled)):
        if name := names.longest(spelled, at):
            _share(shared[at : at + name[0]], [name[1].english])
        if term := lexicon.longest(spelled, at):
            _share(shared[at : at + term[0]], (m for entry in term[1] for m in entry.meanings))
    for amount in numbers.find(text):
        inside = [
            mine for mine, span in zip(shared, spans, strict=True) if span.overlaps(amount.span)
        ]
        _share(inside, [numbers.english(replace(amount, unit=""))])
    return [
        frozenset() if len(word) > _LONGEST_WORD or is_grammar(word) else _word_keys(word) | mine
        for word, mine in zip(spelled, shared, strict=True)
    ]


def english_words(text: str) -> list[Span]:
    """The words of an English text; U.S. and 5% are one, three-day is two."""
    return [Span(*found.span()) for found in _ENGLISH_WORD.finditer(text)]


@lru_cache(maxsize=1 << 14)
def english_keys(word: str) -> frozenset[str]:
    """What an English word is known by; nothing for a word of grammar."""
    lower = word.casefold().strip("‹›").removesuffix("'s").removesuffix("’s").replace(".", "")
    if lower in ENGLISH_GRAMMAR or len(lower) > _LONGEST_WORD:
        return frozenset()
    if _DIGIT.match(word):
        return frozenset([word.replace(",", "").removesuffix("%")])
    lemma = _lemma(lower)
    return frozenset([lower, lemma, *_root(lemma), *_sounds(lower)])


@lru_cache(maxsize=1 << 14)
def is_grammar(word: str) -> bool:
    """Whether a Hindi word has no English of its own to be found by: का, और, है, रहा …"""
    entries = lexicon.lookup(word)
    return headwords.stem(word) in overlap.GRAMMAR or (
        bool(entries) and entries[0].pos in _GRAMMAR_PARTS
    )


@lru_cache(maxsize=1 << 14)
def _word_keys(word: str) -> frozenset[str]:
    """What the English of one Hindi word may be known by."""
    if word.isascii() or _DIGIT.match(word):
        return english_keys(fold(word))
    entries, name = lexicon.lookup(word), names.spelling(word)
    latin = romanise.romanise(word)
    meanings = _keys([*(m for entry in entries for m in entry.meanings), name or ""])
    # What the dictionary does not know is a name or a loan, and known by its sound.
    return meanings | (frozenset() if entries else _sounds(latin)) | {_vowels(latin)}


def _share(shared: Iterable[set[str]], english: Iterable[str]) -> None:
    keys = _keys(english)
    for mine in shared:
        mine |= keys


def _keys(english: Iterable[str]) -> frozenset[str]:
    """What the words of some English are known by, their sound left out."""
    found: set[str] = set()
    for text in english:
        spelled = (text[s.start : s.end] for s in english_words(text))
        found.update(key for word in spelled for key in english_keys(word) if key[0] not in "~=")
    return frozenset(found)


def _root(lemma: str) -> list[str]:
    found = _MADE_FROM.fullmatch(lemma)
    return [f"^{found[1]}"] if found else []


def _sounds(latin: str) -> frozenset[str]:
    """The consonants heard in a word, and the word with its vowels as Hindi is romanised."""
    return frozenset(filter(None, (_consonants(latin), _vowels(latin))))


def _consonants(latin: str) -> str:
    for pattern, sound in _SOUNDS:
        latin = pattern.sub(sound, latin)
    return f"~{latin}" if len(latin) >= _LEAST_SOUNDS else ""


def _vowels(latin: str) -> str:
    for pattern, sound in _VOWELS:
        latin = pattern.sub(sound, latin)
    return f"={latin}"


@lru_cache(maxsize=1 << 14)
def _lemma(word: str) -> str:
    """simplemma's headword of an English word, in lower case."""
    import simplemma

    return str(simplemma.lemmatize(word, lang="en")).casefold()
