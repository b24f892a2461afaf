"""The translation memory: a sentence translated once is never sent anywhere again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from reader.model import ENGLISH, Sentence, State, TranslationUnit

_FOLDED = str.maketrans(
    {
        # Joiners, the zero-width space, the byte order mark and the soft hyphen are not seen.
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", ""),
        **dict.fromkeys("‘’‚‛`´′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        "|": "।",
    }
)
_DOUBLE_DANDA = re.compile(r"।\s*।")
_SPACE_BEFORE_STOP = re.compile(r"\s+(?=[।॥?!,;])")


def key(text: str) -> str:
    """``text`` with what does not change its meaning folded, for exact matching.

    NFC; no joiners; one kind of space, quote and danda, and no space before a stop. The
    nukta counts: राज (rule) and राज़ (secret) are two words.
    """
    text = unicodedata.normalize("NFC", text).translate(_FOLDED)
    text = unicodedata.normalize("NFC", text)  # Without joiners there may be more to compose.
    text = _SPACE_BEFORE_STOP.sub("", _DOUBLE_DANDA.sub("॥", text))
    return " ".join(text.split())


class Store(Protocol):
    """Where the memory keeps its units; the library has one."""

    def find(self, keys: Collection[str]) -> Iterable[tuple[str, TranslationUnit]]:
        """All units kept under any of ``keys``, each with its key."""

    def put(self, units: Iterable[tuple[str, TranslationUnit]]) -> None:
        """Keep units under their keys, all or none.

        One unit a key and engine, and beside it one edited unit; the newer one stays.
        """

    def every(self) -> Iterable[TranslationUnit]:
        """All units."""


class TranslationMemory:
    """Units of earlier runs, found by their normalised source."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def recall(self, sentences: Iterable[Sentence], engine: str = "") -> dict[str, TranslationUnit]:
        """What is known of ``sentences``: sentence id to unit, CACHED or EDITED.

        An edited unit wins, then that of ``engine`` (a name), then the newest of any; who
        made it and when stays as it was. One question to the store, however many sentences.
        """
        keys = {s.id: (key(s.text), s) for s in sentences if s.language != ENGLISH}
        best = self._best({k for k, _ in keys.values()}, engine)
        return {
            id_: replace(
                best[k],
                id=id_,
                source=sentence.text,
                state=State.EDITED if best[k].state is State.EDITED else State.CACHED,
            )
            for id_, (k, sentence) in keys.items()
            if k in best
        }

    def _best(self, keys: Collection[str], engine: str) -> dict[str, TranslationUnit]:
        best: dict[str, TranslationUnit] = {}
        for found, unit in self._store.find(keys) if keys else ():
            if found not in best or _rank(unit, engine) > _rank(best[found], engine):
                best[found] = unit
        return best

    def remember(self, units: Iterable[TranslationUnit]) -> None:
        """Keep the translations among ``units``; glosses and failures never are."""
        self._store.put([(key(unit.source), unit) for unit in units if unit.is_translation])

    def import_tmx(self, path: Path) -> int:
        """Take in the Hindi-English units of a TMX file; how many there were.

        Raises ReaderError when the file cannot be read; nothing is taken in then.
        """
        from reader.translation import tmx

        units = list(tmx.read(path))
        self.remember(units)
        return len(units)

    def export_tmx(self, path: Path) -> None:
        """Write all units to ``path`` as TMX 1.4; raises ExportError."""
        from reader.translation import tmx

        tmx.write(path, self._store.every())


def _rank(unit: TranslationUnit, engine: str) -> tuple[bool, bool, datetime]:
    edited = unit.state is State.EDITED
    created = unit.created or datetime.min.replace(tzinfo=UTC)
    return edited, not edited and unit.engine == engine, created
