"""All that is known of one paragraph, as plain values for JSON."""

from __future__ import annotations

from reader.language import entities, headwords, lexicon, mentions, romanise, sentences, words
from reader.language import gloss as glosses
from reader.language.mentions import Found
from reader.model import Label, Span

_NAMES = (Label.PERSON, Label.PLACE, Label.ORGANISATION)


def analyse(text: str) -> dict[str, object]:
    """The sentences, words, entities and gloss of a paragraph.

    Keys: ``sentences`` (text, start, end), ``words`` (text, start, end, headword, pos,
    romanised, gloss), ``entities`` (text, start, end, label, english) and ``gloss``, the
    gloss line. Offsets are code points of ``text``; what is not known is ''.
    """
    spans = sentences.split(text)
    found = [_moved(one, span.start) for span in spans for one in mentions.find(_cut(text, span))]
    named = {
        at for one in found if one.label in _NAMES for at in range(one.span.start, one.span.end)
    }
    return {
        "sentences": [_place(text, span) for span in spans],
        "words": [_word(text, span, named=span.start in named) for span in words.split(text)],
        "entities": [
            _place(text, one.span)
            | {"label": one.label.value, "english": entities.english(one, text)}
            for one in found
        ],
        "gloss": " ".join(glosses.gloss(_cut(text, span)) for span in spans),
    }


def _word(text: str, span: Span, *, named: bool) -> dict[str, object]:
    """One word; a part of a name (``named``) is its own headword, and a noun."""
    word = _cut(text, span)
    latin = romanise.romanise(word)
    if named:
        head, pos, gloss = word, "noun", romanise.romanise_name(word)
    else:
        entries = lexicon.lookup(word)
        head = headwords.headwords(word)[0]
        pos = next(
            (e.pos for e in entries if e.headword == head), entries[0].pos if entries else ""
        )
        pos = "numeral" if word[0].isdecimal() else pos
        gloss = glosses.of_word(word)
    return _place(text, span) | {"headword": head, "pos": pos, "romanised": latin, "gloss": gloss}


def _place(text: str, span: Span) -> dict[str, object]:
    """A stretch of the text and where it stands."""
    return {"text": _cut(text, span), "start": span.start, "end": span.end}


def _moved(found: Found, by: int) -> Found:
    """A mention of a sentence, placed in its paragraph."""
    return Found(Span(found.span.start + by, found.span.end + by), found.label, found.value)


def _cut(text: str, span: Span) -> str:
    """The stretch of the text at ``span``."""
    return text[span.start : span.end]
