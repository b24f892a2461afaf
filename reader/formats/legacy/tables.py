"""The tables of the legacy encodings, as they lie on disk, and the names they go by.

A line of ``resources/legacy/*.tsv`` is what is typed, a tab, and the Devanagari it draws;
a line without a tab is a heading. A character that cannot be seen is written ``U+0081``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reader import paths

KRUTI_DEV = "Kruti Dev"
DEVLYS = "DevLys"
CHANAKYA = "Chanakya"
WALKMAN = "Walkman Chanakya"

_FILES = {
    KRUTI_DEV: ("kruti-dev",),
    DEVLYS: ("kruti-dev",),
    CHANAKYA: ("chanakya",),
    WALKMAN: ("kruti-dev", "walkman-chanakya"),
}
_UNSEEN = re.compile(r"U\+([0-9A-F]{4})")
# A PDF puts "ABCDEE+" before the name of a font of which it holds a part.
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_FONTS = (
    (re.compile(r"walkman-?chanakya"), WALKMAN),
    (re.compile(r"kruti-?(?:dev|pad)"), KRUTI_DEV),
    (re.compile(r"dev-?lys"), DEVLYS),
    (re.compile(r"chanakya(?!.*(?:uni|ot\b))"), CHANAKYA),
)


def encoding_of_font(name: str) -> str:
    """Return the encoding text in the font ``name`` is in, '' when it is none of ours.

    The name may be as a PDF or Word file has it: 'ABCDEE+Kruti Dev 010 Bold'.
    """
    plain = re.sub(r"[\s_]+", "", _SUBSET.sub("", name)).lower()
    return next((encoding for font, encoding in _FONTS if font.search(plain)), "")


@cache
def table(encoding: str) -> dict[str, str]:
    """Return what each typed sequence of ``encoding`` draws; raises KeyError for another name."""
    return {typed: drawn for file in _FILES[encoding] for typed, drawn in _rows(file)}


def _rows(file: str) -> Iterator[tuple[str, str]]:
    lines = paths.resource(f"legacy/{file}.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        typed, tab, drawn = line.partition("\t")
        if tab:
            yield _UNSEEN.sub(lambda code: chr(int(code[1], 16)), typed), drawn
