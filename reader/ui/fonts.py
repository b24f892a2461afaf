"""The bundled typefaces: Mukta for Hindi and the window, Source Serif 4 for English, and others
to choose from.

Urdu is set in Noto Sans Arabic; other scripts in what the system has.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib import resources

from PySide6.QtGui import QFont, QFontDatabase

from reader.settings import ENGLISH_FONTS, HINDI_FONTS

HINDI = HINDI_FONTS[0]
ENGLISH = ENGLISH_FONTS[0]
URDU = "Noto Sans Arabic"

_FILES = {
    HINDI: ("fontpkg_mukta", "Mukta-Regular.ttf", "Mukta-Medium.ttf", "Mukta-SemiBold.ttf"),
    "Hind": ("fontpkg_hind", "Hind-Regular.ttf", "Hind-Medium.ttf", "Hind-SemiBold.ttf"),
    "Noto Sans Devanagari": (
        "fontpkg_noto_sans_devanagari",
        "NotoSansDevanagari[wdth,wght].ttf",
    ),
    ENGLISH: (
        "fontpkg_source_serif_4",
        "SourceSerif4[opsz,wght].ttf",
        "SourceSerif4-Italic[opsz,wght].ttf",
    ),
    "Literata": ("fontpkg_literata", "Literata[opsz,wght].ttf", "Literata-Italic[opsz,wght].ttf"),
    "Source Sans 3": (
        "fontpkg_source_sans_3",
        "SourceSans3[wght].ttf",
        "SourceSans3-Italic[wght].ttf",
    ),
    URDU: ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
}


def load_fonts() -> tuple[str, ...]:
    """Register with Qt what is always needed; returns the families found."""
    return tuple(sorted(family for name in (HINDI, ENGLISH, URDU) for family in load(name)))


@cache
def load(family: str) -> tuple[str, ...]:
    """Register the files of a bundled family with Qt, once; returns the families found."""
    package, *names = _FILES[family]
    families: set[str] = set()
    for name in names:
        path = resources.files(package) / "files" / name
        identity = QFontDatabase.addApplicationFont(str(path))
        families.update(QFontDatabase.applicationFontFamilies(identity))
    return tuple(families)


def font(family: str, pixels: float, weight: int = 400, *, italic: bool = False) -> QFont:
    """A bundled face at ``pixels`` height.

    Some files are variable, and Qt would only fake their weights, so the axis is set; that of
    Source Serif is at 400 by itself.
    """
    load(family)
    face = QFont([family, HINDI if family in ENGLISH_FONTS else ENGLISH, URDU])
    face.setPixelSize(max(1, round(pixels)))
    face.setItalic(italic)
    if _is_variable(family) and (weight != 400 or family != ENGLISH):
        face.setVariableAxis(QFont.Tag("wght"), weight)
    else:
        face.setWeight(QFont.Weight(weight))
    return face


@cache
def _is_variable(family: str) -> bool:
    return "[" in _FILES[family][1]


def missing_scripts(text: str) -> list[str]:
    """The scripts that ``text`` has letters of and no typeface here has, such as 'Tamil'."""
    letters = filter(str.isalpha, set(text))
    scripts = {unicodedata.name(letter, "").partition(" ")[0].title() for letter in letters}
    systems = QFontDatabase.WritingSystem.__members__
    known = sorted(scripts & set(systems))
    return [script for script in known if not QFontDatabase.families(systems[script])]
