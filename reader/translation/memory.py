"""The translation memory: a sentence translated once is never sent anywhere again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from reader.harmless import harmless
from reader.model import ENGLISH, READER, Sentence, State, Suggestion, TranslationUnit
from reader.translation import near

_FOLDED = str.maketrans(
    {
        # Joiners, the zero-width space, the byte order mark and the soft hyphen are not seen.
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", ""),
        **dict.fromkeys("‘’‚‛`´′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        "|": "।",
    }
)
CANDIDATES = 200
"""Units that are compared with a sentence when near ones are looked for."""
_NONE: Mapping[str, str] = {}
_NEVER = datetime.min.replace(tzinfo=UTC)
_EDITED = _NEVER + timedelta(microseconds=1)  # When a correction of unknown date was made.
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

    def near(self, key: str, limit: int) -> Iterable[TranslationUnit]:
        """Units, at most ``limit``, whose keys may be near to ``key``."""

    def put(self, units: Iterable[tuple[str, TranslationUnit]]) -> None:
        """Keep units under their keys, all or none.

        One unit a key, engine and version, and beside it one edited unit; the newer one stays.
        """

    def replace(self, key: str, units: Iterable[TranslationUnit]) -> None:
        """Keep under ``key`` exactly these units."""

    def every(self) -> Iterable[TranslationUnit]:
        """All units."""


class TranslationMemory:
    """Units of earlier runs, found by their normalised source."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def recall(
        self, sentences: Iterable[Sentence], engine: str = "", versions: Mapping[str, str] = _NONE
    ) -> dict[str, TranslationUnit]:
        """What is known of ``sentences``: sentence id to unit, CACHED or EDITED.

        The reader's latest say wins (a correction or a choice), then what was not asked for
        as a second opinion, then what no engine of ours made but came in a TMX file, then that
        of ``engine`` (a name), then what the model made that its engine has now, as ``versions``
        tells of every engine, then the newest of any; who made it, with which version and when,
        stays as it was. One question to the store, however many sentences.
        """
        keys = {s.id: (key(s.text), s) for s in sentences if s.language != ENGLISH}
        best = self._best({k for k, _ in keys.values()}, engine, versions)
        return {
            id_: _recalled(best[k], sentence) for id_, (k, sentence) in keys.items() if k in best
        }

    def _best(
        self, keys: Collection[str], engine: str, versions: Mapping[str, str]
    ) -> dict[str, TranslationUnit]:
        best: dict[str, TranslationUnit] = {}
        for found, unit in self._found(keys) if keys else ():
            before = best.get(found)
            if not before or _rank(unit, engine, versions) > _rank(before, engine, versions):
                best[found] = unit
        return best

    def alternatives(
        self, sentence: Sentence, engine: str = "", versions: Mapping[str, str] = _NONE
    ) -> list[TranslationUnit]:
        """All English known of a sentence, the one `recall` gives first; CACHED or EDITED."""
        units = [unit for _, unit in self._found([key(sentence.text)])]
        units.sort(key=lambda unit: _rank(unit, engine, versions), reverse=True)
        return [_recalled(unit, sentence) for unit in units]

    def suggestions(self, sentence: Sentence, limit: int = 5) -> list[Suggestion]:
        """Units of sentences much like this one, the likest first, one for each source."""
        wanted = key(sentence.text)
        best: dict[str, TranslationUnit] = {}
        for unit in map(_harmless, self._store.near(wanted, CANDIDATES)):
            source = key(unit.source)
            if source not in best or _rank(unit) > _rank(best[source]):
                best[source] = unit
        found = near.likest(wanted, [source for source in best if source != wanted], limit)
        return [Suggestion(_stated(best[source]), likeness) for source, likeness in found]

    def remember(self, units: Iterable[TranslationUnit]) -> None:
        """Keep the translations among ``units``, as they were given; glosses and failures never.

        What must not be shown is left out of them (`harmless`).
        """
        kept = [
            _harmless(replace(unit, target=unit.given, replaced=()))
            for unit in units
            if unit.is_translation
        ]
        self._store.put([(key(unit.source), unit) for unit in kept])

    def choose(self, unit: TranslationUnit, now: datetime) -> TranslationUnit:
        """Keep that the reader takes this unit before all others; the unit as it is now."""
        chosen = replace(unit, chosen=now, aside=False)
        self.remember([chosen])
        return chosen

    def correct(self, sentence: Sentence, text: str, now: datetime) -> TranslationUnit:
        """Keep the reader's own English for a sentence, typed or pasted; the unit made of it."""
        unit = TranslationUnit(
            sentence.id,
            sentence.text,
            harmless(text),
            READER,
            State.EDITED,
            created=now,
            chosen=now,
        )
        self.remember([unit])
        return unit

    def units_of(self, sentence: Sentence) -> list[TranslationUnit]:
        """What is kept of the sentence, for `put_back`."""
        return [unit for _, unit in self._store.find([key(sentence.text)])]

    def put_back(self, sentence: Sentence, units: Iterable[TranslationUnit]) -> None:
        """Keep of the sentence exactly these units: what `units_of` gave earlier."""
        self._store.replace(key(sentence.text), units)

    def import_tmx(self, path: Path) -> int:
        """Take in the Hindi-English units of a TMX file; how many there were.

        Raises ReaderError when the file cannot be read; nothing is taken in then.
        """
        from reader.translation import tmx

        units = list(tmx.read(path))
        self.remember(units)
        return len(units)

    def every(self) -> Iterator[TranslationUnit]:
        """All units, read as they are taken."""
        return map(_harmless, self._store.every())

    def _found(self, keys: Collection[str]) -> Iterator[tuple[str, TranslationUnit]]:
        """The units under the keys; a library may hold some from before `harmless`."""
        return ((found, _harmless(unit)) for found, unit in self._store.find(keys))


def _harmless(unit: TranslationUnit) -> TranslationUnit:
    target = harmless(unit.target)
    return unit if target == unit.target else replace(unit, target=target)


def _stated(unit: TranslationUnit) -> TranslationUnit:
    return unit if unit.state is State.EDITED else replace(unit, state=State.CACHED)


def _recalled(unit: TranslationUnit, sentence: Sentence) -> TranslationUnit:
    return replace(_stated(unit), id=sentence.id, source=sentence.text)


def _rank(
    unit: TranslationUnit, engine: str = "", versions: Mapping[str, str] = _NONE
) -> tuple[datetime, bool, bool, bool, bool, datetime]:
    edited = unit.state is State.EDITED
    created = unit.created or _NEVER
    decided = unit.chosen or (max(created, _EDITED) if edited else _NEVER)
    is_current = versions.get(unit.engine, unit.version) == unit.version
    is_foreign = unit.engine not in versions
    return decided, not unit.aside, is_foreign, unit.engine == engine, is_current, created
