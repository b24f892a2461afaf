"""The bundled dictionary as it lies on disk: one headword with its meanings a line.

``resources/lexicon/hi-en.tsv`` has no header and five fields parted by tabs: headword,
part of speech, gender (m, f, mf or empty), meanings parted by "; ", register (empty,
tatsama, urdu or english). A headword stands once for each part of speech.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reader import paths
from reader.language.normalise import fold

PARTS_OF_SPEECH = (
    "noun",
    "verb",
    "adjective",
    "adverb",
    "pronoun",
    "postposition",
    "conjunction",
    "particle",
    "numeral",
    "determiner",
    "interjection",
)
GENDERS = ("", "m", "f", "mf")
REGISTERS = ("", "tatsama", "urdu", "english")


@dataclass(frozen=True, slots=True)
class Entry:
    """A headword as one part of speech; ``meanings`` in English, commonest first.

    Verbs stand as infinitives in Hindi and without "to" in English. ``gender`` is one of
    GENDERS, ``register`` one of REGISTERS.
    """

    headword: str
    pos: str
    gender: str
    meanings: tuple[str, ...]
    register: str


@cache
def entries() -> Mapping[str, tuple[Entry, ...]]:
    """Every entry of the bundled dictionary, by folded headword; read once."""
    return read(paths.resource("lexicon/hi-en.tsv"))


def read(path: Path) -> Mapping[str, tuple[Entry, ...]]:
    """The entries of a dictionary file, by folded headword, in the order of the file."""
    table: dict[str, tuple[Entry, ...]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        headword, pos, gender, meanings, register = line.split("\t")
        entry = Entry(headword, pos, gender, tuple(meanings.split("; ")), register)
        table[fold(headword)] = (*table.get(fold(headword), ()), entry)
    return table
