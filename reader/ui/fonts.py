"""The bundled typefaces: Mukta for Hindi and the window, Source Serif 4 for English."""

from __future__ import annotations

from functools import cache
from importlib import resources

from PySide6.QtGui import QFont, QFontDatabase

HINDI = "Mukta"
ENGLISH = "Source Serif 4"

_FILES = (
    ("fontpkg_mukta", "Mukta-Regular.ttf"),
    ("fontpkg_mukta", "Mukta-Medium.ttf"),
    ("fontpkg_mukta", "Mukta-SemiBold.ttf"),
    ("fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf"),
    ("fontpkg_source_serif_4", "SourceSerif4-Italic[opsz,wght].ttf"),
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
    face = QFont([family, HINDI if family == ENGLISH else ENGLISH])
    face.setPixelSize(max(1, round(pixels)))
    face.setItalic(italic)
    if family == ENGLISH and weight != 400:
        face.setVariableAxis(QFont.Tag("wght"), weight)
    else:
        face.setWeight(QFont.Weight(weight))
    return face
