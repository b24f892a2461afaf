"""What a Hindi word or group of words means: look-ups in the bundled dictionary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from reader.language import headwords, lexicon_file
from reader.language.lexicon_file import Entry
from reader.language.normalise import fold

__all__ = ["Entry", "longest", "lookup"]


@lru_cache(maxsize=1 << 14)
def lookup(word: str) -> tuple[Entry, ...]:
    """The entries for ``word`` in any spelling and form, likeliest headword first; maybe none."""
    known = lexicon_file.entries()
    found = list(known.get(fold(word), ()))
    for headword in headwords.headwords(word):
        found += known.get(fold(headword), ())
    return tuple(dict.fromkeys(found))


def longest(spelled: Sequence[str], at: int) -> tuple[int, tuple[Entry, ...]] | None:
    """The longest known group of two words or more that begins at word ``at``.

    Returns the count of its words and its entries. The last word may be in any form, so
    that हस्ताक्षर किए is found as हस्ताक्षर करना.
    """
    known = lexicon_file.entries()
    for count in _counts().get(fold(spelled[at]), ()):
        if at + count > len(spelled):
            continue
        first = " ".join(map(fold, spelled[at : at + count - 1]))
        last = spelled[at + count - 1]
        for form in (last, *headwords.headwords(last)):
            if entries := known.get(f"{first} {fold(form)}"):
                return count, entries
    return None


@cache
def _counts() -> Mapping[str, tuple[int, ...]]:
    """For the first word of every group, how many words such groups have, most first."""
    found: dict[str, set[int]] = {}
    for key in lexicon_file.entries():
        parts = key.split(" ")
        if len(parts) > 1:
            found.setdefault(parts[0], set()).add(len(parts))
    return {first: tuple(sorted(counts, reverse=True)) for first, counts in found.items()}
