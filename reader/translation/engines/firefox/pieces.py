"""Long sentences in pieces: of what is too long the model silently drops some."""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_WORDS = 60
"""Of sentences made of clauses, Firefox's model from Portuguese keeps all up to 78 words, but
loses a twelfth of those of 86 and a third of those of 117 (`python -m benchmarks.offline`)."""
MOST_CHARACTERS = 600
"""Code points; sixty Hindi words have about 330. A word of 20,000 took 32 s."""
_CLAUSE_END = re.compile(r"[,;:।॥?!–—]$")


def pieces(sentence: str) -> list[str]:
    """The sentence in runs of words that are not too long, cut after a clause where there is one.

    Joined by spaces they are the sentence again, save for a word that is too long itself.
    """
    words = list(_words(sentence))
    cut: list[str] = []
    while (most := _fitting(words)) < len(words):
        end = _end(words, most)
        cut.append(" ".join(words[:end]))
        words = words[end:]
    return [*cut, " ".join(words)]


def _words(sentence: str) -> Iterator[str]:
    for word in sentence.split():
        for start in range(0, len(word), MOST_CHARACTERS):
            yield word[start : start + MOST_CHARACTERS]


def _fitting(words: list[str]) -> int:
    """How many of the first words go together, at least one."""
    size = -1
    for count, word in enumerate(words[:MOST_WORDS]):
        size += len(word) + 1
        if size > MOST_CHARACTERS:
            return count
    return min(len(words), MOST_WORDS)


def _end(words: list[str], most: int) -> int:
    """After which word to cut: a clause that is not too short, else so that parts are even."""
    for end in range(most, most // 3, -1):
        if _CLAUSE_END.search(words[end - 1]):
            return end
    parts = -(-len(words) // most)
    return -(-len(words) // parts)
