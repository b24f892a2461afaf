"""The reader's settings: one typed dataclass, kept as a flat TOML file."""

from __future__ import annotations

import json
import math
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from reader.paths import write_whole

THEMES = ("system", "light", "sepia", "dark", "contrast")
VIEWS = ("side-by-side", "stacked", "interleaved", "hindi", "english", "study")
ALOUD = ("hindi", "english", "both")
"""What is read aloud."""
ZOOM_RANGE = (50, 300)
HINDI_FONTS = ("Mukta", "Hind", "Noto Sans Devanagari")
ENGLISH_FONTS = ("Source Serif 4", "Literata", "Source Sans 3")
RANGES = {
    "zoom": ZOOM_RANGE,
    "hindi_size": (70, 160),
    "english_size": (70, 160),
    "hindi_line": (90, 160),
    "english_line": (90, 160),
    "column": (20, 60),
    "margin": (24, 120),
    "sidebar_width": (160, 600),
}
"""The least and the most of what is a number."""
_CHOICES = {
    "theme": THEMES,
    "view": VIEWS,
    "aloud": ALOUD,
    "hindi_font": HINDI_FONTS,
    "english_font": ENGLISH_FONTS,
}
"""What is one of several, the first where it is none of them."""
AUTOMATIC = "automatic"
ADDRESSED = ("google", "mymemory", "libretranslate", "microsoft", "deepl", "chat")
"""The engines that have an address, which may be set."""
LISTED = ("microsoft", "deepl")
"""The engines offered only once their own list of languages was seen to have Hindi."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the reader can set, with its default.

    ``zoom`` is in percent, and so are the sizes and line heights of either language, of what
    the design gives them; ``column`` is the widest column in ems, ``margin`` the least space
    beside it in pixels; ``engine`` an engine's name or AUTOMATIC; ``allowed`` the
    hosts the reader has agreed to send text to; ``view`` one of VIEWS, ``aloud`` of ALOUD;
    ``split`` the Hindi pane's share of the reading width; addresses are empty where the engine's
    own default holds; ``check_feeds`` lets an open window ask the feeds every hour. ``keyed``
    names the engines whose key lies in the keyring, ``listed`` those whose own list of languages
    was seen to have Hindi. ``window`` is where the window was, as Qt writes it, and ``article``
    the library's key of what was open in it. ``models_address`` is the record service the offline
    model comes from.
    """

    theme: str = "system"
    zoom: int = 100
    hindi_font: str = HINDI_FONTS[0]
    english_font: str = ENGLISH_FONTS[0]
    hindi_size: int = 100
    english_size: int = 100
    hindi_line: int = 100
    english_line: int = 100
    column: int = 30
    margin: int = 24
    engine: str = AUTOMATIC
    allowed: tuple[str, ...] = ()
    offline: bool = False
    google_address: str = ""
    mymemory_address: str = ""
    libretranslate_address: str = ""
    microsoft_address: str = ""
    microsoft_region: str = ""
    deepl_address: str = ""
    chat_address: str = ""
    chat_model: str = ""
    models_address: str = ""
    keyed: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    view: str = "side-by-side"
    aloud: str = ALOUD[0]
    split: float = 0.5
    sidebar: bool = True
    sidebar_width: int = 264
    window: str = ""
    article: str = ""
    check_feeds: bool = False


def of_engine(settings: Settings, name: str) -> dict[str, object]:
    """What is set for one engine: its address, and what else is named after it."""
    names = [field.name for field in fields(Settings) if field.name.startswith(f"{name}_")]
    return {each: getattr(settings, each) for each in names}


def load(path: Path) -> Settings:
    """Read the settings at ``path``; a missing file or a bad value gives the default."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return Settings()
    settings = Settings()
    for field in fields(Settings):
        value = _fit(getattr(settings, field.name), raw.get(field.name))
        if value is not None:
            settings = replace(settings, **{field.name: value})
    return _within_bounds(settings)


def save(settings: Settings, path: Path) -> None:
    """Write ``settings`` to ``path``, all or nothing. Raises OSError."""
    lines = [f"{field.name} = {_toml(getattr(settings, field.name))}" for field in fields(Settings)]
    write_whole(path, ("\n".join(lines) + "\n").encode())


def _fit(default: object, value: object) -> Any:  # noqa: ANN401 - as typed by the field
    """``value`` as the type of ``default``, None where it is of another."""
    if isinstance(default, tuple):
        fits = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return tuple(value) if fits and isinstance(value, list) else None
    if isinstance(default, float) and isinstance(value, int | float):
        return float(value) if math.isfinite(value) and not isinstance(value, bool) else None
    return value if type(value) is type(default) else None


def _within_bounds(settings: Settings) -> Settings:
    numbers = {name: getattr(settings, name) for name in RANGES}
    bounded = {name: min(max(numbers[name], low), high) for name, (low, high) in RANGES.items()}
    chosen: dict[str, Any] = {
        name: getattr(settings, name) if getattr(settings, name) in known else known[0]
        for name, known in _CHOICES.items()
    }
    return replace(settings, **bounded, **chosen, split=min(max(settings.split, 0.2), 0.8))


def _toml(value: object) -> str:
    """A string, bool, number or list of strings as TOML, which writes them as JSON does.

    All but the delete character, which JSON leaves bare and TOML forbids.
    """
    text = json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
    return text.replace("\x7f", "\\u007f")
