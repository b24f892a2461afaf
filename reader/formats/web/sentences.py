"""Whether a text is a sentence, or several."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.formats import marks

_SENTENCE_END = re.compile(r"[।॥۔؟。！？](?!\w)|[.?!…][\"'”’)]*(?:\s|$)")
_BAR = re.compile(r"(?<=[\u0900-\u097f])[\"'”’)]?\s?\|(?=\s|$)")  # often typed for a danda
_SENTENCE = 25  # characters
_PARAGRAPH = 80  # characters; a line that long with a verb at its end is no headline
_LONG = 140  # characters; nor is one that long with a verb in it
_WHOLE = re.compile(r"(?:[^\s।?!]+\s+){3,}[^।?!]*[।?!][\"'”’)]*(?:\s+|$)")
_CLAUSE = 5  # words before a bar; with less it parts the words of a menu


@lru_cache(4096)
def has_sentence(text: str) -> bool:
    """Whether a text of some length has the end of a sentence in it, or is one without a danda.

    Remembered: each step of reading a page asks it of each block again.
    """
    if len(text) < _SENTENCE:
        return False
    if _SENTENCE_END.search(text) or ("|" in text and _has_bar(text)):
        return True
    is_told = len(text) >= _PARAGRAPH and marks.ends_told(text)
    return is_told or (len(text) >= _LONG and marks.is_finite(text))


def are_sentences(text: str) -> bool:
    """Whether a text is two sentences of some words or more, and ends as one does."""
    return len(_WHOLE.findall(text)) > 1 and bool(marks.ENDS_SENTENCE.search(text))


def _has_bar(text: str) -> bool:
    clauses = (part.split() for part in _BAR.split(text)[:-1])
    return any(len(words) >= _CLAUSE for words in clauses)
