"""The bundled typefaces: Mukta for Hindi and the window, Source Serif 4 for English.

Urdu is set in Noto Sans Arabic; other scripts in what the system has.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib import resources

from PySide6.QtGui import QFont, QFontDatabase

HINDI = "Mukta"
ENGLISH = "Source Serif 4"
URDU = "Noto Sans Arabic"

_FILES = (
    ("fontpkg_mukta", "Mukta-Regular.ttf"),
    ("fontpkg_mukta", "Mukta-Medium.ttf"),
    ("fontpkg_mukta", "Mukta-SemiBold.ttf"),
    ("fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf"),
    ("fontpkg_source_serif_4", "SourceSerif4-Italic[opsz,wght].ttf"),
    ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
)


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the bundled files with Qt once; returns the families found."""
    families: set[str] = set()
    for package, name in _FILES:
        path = resources.files(package) / "files" / name
        identity = QFontDatabase.addApplicationFont(str(path))
        families.update(QFontDatabase.applicationFontFamilies(identity))
    return tuple(sorted(families))


def font(family: str, pixels: float, weight: int = 400, *, italic: bool = False) -> QFont:
    """A bundled face at ``pixels`` height.

    The English file is variable, and Qt would only fake its weights, so the axis is set.
    """
    face = QFont([family, HINDI if family == ENGLISH else ENGLISH, URDU])
    face.setPixelSize(max(1, round(pixels)))
    face.setItalic(italic)
    if family == ENGLISH and weight != 400:
        face.setVariableAxis(QFont.Tag("wght"), weight)
    else:
        face.setWeight(QFont.Weight(weight))
    return face


def missing_scripts(text: str) -> list[str]:
    """The scripts that ``text`` has letters of and no typeface here has, such as 'Tamil'."""
    letters = filter(str.isalpha, set(text))
    scripts = {unicodedata.name(letter, "").partition(" ")[0].title() for letter in letters}
    systems = QFontDatabase.WritingSystem.__members__
    known = sorted(scripts & set(systems))
    return [script for script in known if not QFontDatabase.families(systems[script])]
