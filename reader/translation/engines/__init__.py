"""The table of engines: a new one is a module here and a line in TABLE."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reader.translation.engine import GLOSS, Engine
from reader.translation.engines.gloss import GlossEngine
from reader.translation.engines.google import GoogleEngine
from reader.translation.engines.libretranslate import LibreTranslateEngine

Gloss = Callable[[str], str]
"""From a Hindi sentence to its gloss line."""


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """What the reader chose: addresses ('' for the usual one) and whether to stay offline."""

    google_address: str = ""
    libretranslate_address: str = ""
    offline: bool = False


TABLE: Mapping[str, Callable[[EngineSettings, Gloss], Engine]] = {
    GoogleEngine.name: lambda s, _: GoogleEngine(s.google_address, offline=s.offline),
    LibreTranslateEngine.name: lambda s, _: LibreTranslateEngine(
        s.libretranslate_address, offline=s.offline
    ),
    GLOSS: lambda _, gloss: GlossEngine(gloss),
}
"""Engine names, in the order they are offered, and how each is built."""


def build(settings: EngineSettings, gloss: Gloss) -> dict[str, Engine]:
    """Every engine by its name, usable or not; quick, for nothing is imported or fetched."""
    return {name: make(settings, gloss) for name, make in TABLE.items()}
