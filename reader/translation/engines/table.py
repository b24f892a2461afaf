"""The table of engines: a new one is a module here and a line in TABLE."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from reader.settings import Settings
from reader.translation.engine import GLOSS, Engine
from reader.translation.engines import deepl, google, microsoft, mymemory
from reader.translation.engines.chat import ChatEngine
from reader.translation.engines.deepl import DeepLEngine
from reader.translation.engines.firefox import FirefoxEngine
from reader.translation.engines.gloss import GlossEngine
from reader.translation.engines.google import GoogleEngine
from reader.translation.engines.libretranslate import LibreTranslateEngine
from reader.translation.engines.microsoft import MicrosoftEngine
from reader.translation.engines.mymemory import MyMemoryEngine


@dataclass(frozen=True, slots=True)
class Means:
    """What engines are built from beside the settings.

    ``key`` gives an engine's key by the engine's name, '' where there is none; it may ask the
    keyring, which takes time, and ``has_key`` tells at once whether there is one. ``gloss``
    gives a Hindi sentence's gloss line; ``firefox`` is the offline engine with its process.
    """

    key: Callable[[str], str]
    has_key: Callable[[str], bool]
    firefox: FirefoxEngine
    gloss: Callable[[str], str]


TABLE: Mapping[str, Callable[[Settings, Means], Engine]] = {
    FirefoxEngine.name: lambda _, means: means.firefox,
    GoogleEngine.name: lambda s, _: GoogleEngine(s.google_address, offline=s.offline),
    MyMemoryEngine.name: lambda s, _: MyMemoryEngine(s.mymemory_address, offline=s.offline),
    LibreTranslateEngine.name: lambda s, means: LibreTranslateEngine(
        s.libretranslate_address,
        key=partial(means.key, LibreTranslateEngine.name),
        offline=s.offline,
    ),
    MicrosoftEngine.name: lambda s, means: MicrosoftEngine(
        s.microsoft_address,
        region=s.microsoft_region,
        **_given(MicrosoftEngine.name, s, means),
    ),
    DeepLEngine.name: lambda s, means: DeepLEngine(
        s.deepl_address, **_given(DeepLEngine.name, s, means)
    ),
    ChatEngine.name: lambda s, means: ChatEngine(
        s.chat_address,
        s.chat_model,
        key=partial(means.key, ChatEngine.name),
        offline=s.offline,
    ),
    GLOSS: lambda _, means: GlossEngine(means.gloss),
}
"""Engine names, in the order they are offered, and how each is built."""


REMOTE: Mapping[str, tuple[str, str]] = {
    GoogleEngine.name: (GoogleEngine.label, google.ADDRESS),
    MyMemoryEngine.name: (MyMemoryEngine.label, mymemory.ADDRESS),
    LibreTranslateEngine.name: (LibreTranslateEngine.label, ""),
    MicrosoftEngine.name: (MicrosoftEngine.label, microsoft.ADDRESS),
    DeepLEngine.name: (DeepLEngine.label, deepl.ADDRESS),
    ChatEngine.name: (ChatEngine.label, ""),
}
"""The engines that have an address: label, and the usual address, '' where there is none."""


def _given(name: str, settings: Settings, means: Means) -> dict[str, Any]:
    """What an engine with a key is made with beside its address."""
    return {
        "key": partial(means.key, name),
        "is_keyed": means.has_key(name),
        "is_listed": name in settings.listed,
        "offline": settings.offline,
    }


def build(settings: Settings, means: Means) -> dict[str, Engine]:
    """Every engine by its name, usable or not; quick, for nothing is imported or fetched."""
    return {name: make(settings, means) for name, make in TABLE.items()}
