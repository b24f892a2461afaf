"""Known names of people, places and organisations, and how English spells them.

They come from ``resources/lexicon/names.tsv`` (Hindi, label, English; a line each), from
the territories of the Unicode CLDR as Babel carries them; the file goes before the CLDR,
which leaves out the everyday names of some countries.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from reader import paths
from reader.language import words
from reader.language.normalise import fold, word_set
from reader.model import Label

# Territories whose names are everyday words too, or no place at all: world, gardener, jersey.
_NOT_PLACES = word_set("विश्व माली जर्सी चाड बेनिन कुक")


@dataclass(frozen=True, slots=True)
class Name:
    """A known name: as written in Hindi, what it names, and its English spelling."""

    hindi: str
    label: Label
    english: str


@cache
def table() -> Mapping[str, Name]:
    """Every known name by its folded words with a space between; read once."""
    every = (*_territories(), *read(paths.resource("lexicon/names.tsv")))
    return {_key(name.hindi): name for name in every}


def read(path: Path) -> list[Name]:
    """The names of a file: Hindi, label and English parted by tabs, a name a line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    fields = (line.split("\t") for line in lines)
    return [Name(hindi, Label(label), english) for hindi, label, english in fields]


def known(text: str) -> Name | None:
    """The known name that ``text`` is, in any spelling; None for any other text.

    Initials may have their points: यू.एस. is found as यूएस.
    """
    return table().get(_key(text)) or table().get(_key(text.replace(".", "")))


def spelling(text: str) -> str | None:
    """How English spells a known name, None for any other text."""
    name = known(text)
    return name.english if name else None


def longest(spelled: Sequence[str], at: int) -> tuple[int, Name] | None:
    """The longest known name that begins at word ``at`` of ``spelled``, and its words' count."""
    first = fold(spelled[at])
    for count in _counts().get(first, ()):
        name = table().get(" ".join(map(fold, spelled[at : at + count])))
        if name and at + count <= len(spelled):
            return count, name
    return None


@cache
def _counts() -> Mapping[str, tuple[int, ...]]:
    """For the first word of every name, how many words such names have, most first."""
    found: dict[str, set[int]] = {}
    for key in table():
        parts = key.split(" ")
        found.setdefault(parts[0], set()).add(len(parts))
    return {first: tuple(sorted(counts, reverse=True)) for first, counts in found.items()}


@lru_cache(maxsize=1 << 14)
def _key(text: str) -> str:
    """The folded words of a name."""
    return " ".join(fold(text[s.start : s.end]) for s in words.split(text))


def _territories() -> list[Name]:
    """The CLDR's territories, in Hindi and in English."""
    from babel import Locale

    hindi, english = Locale("hi").territories, Locale("en").territories
    return [
        Name(name, Label.PLACE, english[code])
        for code, name in hindi.items()
        if name not in _NOT_PLACES and "(" not in name and code in english
    ]
