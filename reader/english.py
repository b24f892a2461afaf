"""English for an article: engines, the translation memory, pinned spellings and checks.

The half of `reader.app.Core` that has to do with translation. What an engine or the memory
gives is dressed before it is shown: pinned spellings put in, markup placed, numbers checked.
The memory keeps what was given, undressed.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from reader import offline, paths
from reader.contacts import Contact, contacts
from reader.errors import ReaderError, Unavailable
from reader.keys import Keys
from reader.library.library import Library
from reader.model import (
    Fault,
    Problem,
    ProblemKind,
    Replacement,
    Sentence,
    State,
    Suggestion,
    TranslationUnit,
)
from reader.settings import AUTOMATIC, LISTED, Settings
from reader.translation.engine import GLOSS, Engine
from reader.translation.engines import table as engine_table
from reader.translation.engines.firefox import FirefoxEngine
from reader.translation.engines.http import RemoteEngine
from reader.translation.memory import TranslationMemory
from reader.translation.models import Models
from reader.translation.models.download import cancellably
from reader.translation.traffic import Traffic
from reader.translation.translate import translate

if TYPE_CHECKING:
    from reader.language.twins import Twins


class English(ABC):
    """Translates, remembers and checks. What it needs beside are the settings and the library."""

    def __init__(self) -> None:
        self._settings = Settings()
        self.keys = Keys()
        self.traffic = Traffic()
        self._pins: dict[str, str] | None = None  # until the library was asked

    @property
    def settings(self) -> Settings:
        """What the reader has set; Stay offline holds from the moment it is set."""
        return self._settings

    @settings.setter
    def settings(self, settings: Settings) -> None:
        self._settings = settings
        offline.lock(settings.offline)

    @property
    @abstractmethod
    def library(self) -> Library:
        """The library; it belongs to the thread that made this object."""

    @cached_property
    def memory(self) -> TranslationMemory:
        """The translation memory in the library."""
        return TranslationMemory(self.library.units)

    @property
    def models(self) -> Models:
        """The manager of the offline model; from any thread."""
        address = self.settings.models_address
        return Models(paths.models_folder(), address, offline=lambda: self.settings.offline)

    @cached_property
    def firefox(self) -> FirefoxEngine:
        """The offline engine with its process; one for the whole program."""
        return FirefoxEngine(Models(paths.models_folder()))

    def close(self) -> None:
        """End what runs beside this program."""
        self.firefox.close()

    # -- any thread ---------------------------------------------------------------------

    def engines(self) -> dict[str, Engine]:
        """Every engine by name, usable or not."""
        return engine_table.build(self.settings, self._means())

    def offered(self) -> list[Engine]:
        """The engines the reader can choose from.

        Those with a list of languages of their own only once it was seen to have Hindi.
        """
        hidden = set(LISTED) - set(self.settings.listed)
        return [engine for engine in self.engines().values() if engine.name not in hidden]

    def chain(self, name: str) -> list[Engine]:
        """The engines to ask, in order, when ``name`` was chosen. Raises Unavailable.

        AUTOMATIC asks the engines that need no leave or have it, then the gloss.
        """
        engines = self.engines()
        if name == AUTOMATIC:
            others = [e for e in engines.values() if e.name != GLOSS and self.may_ask(e)]
            return [*(e for e in others if not e.unavailable_reason()), engines[GLOSS]]
        if name not in engines:
            known = ", ".join([AUTOMATIC, *engines])
            raise Unavailable(f"There is no engine called {name}.", f"Choose one of {known}.")
        return [engines[name]]

    def spread(self, name: str, addresses: Iterable[str]) -> Engine:
        """The servers of one kind of engine at these addresses, asked as one."""
        from reader.translation.spread import spread

        settings = (replace(self.settings, **{f"{name}_address": one}) for one in addresses)  # type: ignore[arg-type]
        return spread([engine_table.build(each, self._means())[name] for each in settings])

    def may_ask(self, engine: Engine) -> bool:
        """Whether nothing leaves this machine, or the reader has agreed to who receives it."""
        return not engine.sends_to or engine.sends_to in self.settings.allowed

    def translate(
        self,
        paragraphs: Iterable[Sequence[Sentence]],
        engines: Sequence[Engine],
        cancelled: Event,
    ) -> Iterator[TranslationUnit]:
        """Units of the sentences, as they come; it ends soon after ``cancelled`` is set."""
        from reader.language import shape
        from reader.language.twins import Twins

        def fault(source: str, target: str) -> Fault | None:
            return shape.fault(source, target) or twins.find(source, target)

        twins, asked = Twins(), dict[str, Sentence]()
        noted = _noted(paragraphs, asked)
        for unit in translate(
            noted, engines, traffic=self.traffic, fault=fault, cancelled=cancelled
        ):
            yield _noting_twin(self.dressed(unit, asked[unit.id]), twins)

    def dressed(self, unit: TranslationUnit, sentence: Sentence) -> TranslationUnit:
        """The unit with pinned spellings, its markup, and what the checks find.

        The reader's own words are checked and left as they are.
        """
        from reader.language import checking, pinning

        if not unit.target:
            return unit
        text = unit.given
        replaced: tuple[Replacement, ...] = ()
        if unit.state is not State.EDITED:
            text, replaced = pinning.pinned(sentence.text, text, self._pins_in(sentence.text))
        problems = checking.check(sentence.text, text) if unit.is_translation else ()
        worn = replace(unit, target=text, replaced=replaced, problems=problems)
        return self._worn(worn, sentence)

    def read_memory(self, path: Path) -> list[TranslationUnit]:
        """The units of a TMX file. Raises ReaderError."""
        from reader.translation import tmx

        return list(tmx.read(path))

    def write_memory(self, path: Path, units: Iterable[TranslationUnit]) -> None:
        """Write units as a TMX file. Raises ExportError."""
        from reader.translation import tmx

        tmx.write(path, units)

    def probe(self, name: str, cancelled: Event) -> bool:
        """Whether the engine's own list of languages has Hindi. Raises EngineError, Cancelled."""
        engine = self.engines()[name]
        if not isinstance(engine, RemoteEngine):
            return True
        return cancellably(engine.hindi, cancelled)

    def runs_model(self) -> bool:
        """Whether the offline model can be run on this system."""
        return self.firefox.runs_here

    def trouble(self, engine: Engine) -> str:
        """Why the engine cannot be used, '' where it can.

        It takes its time over the offline model, which is read whole and loaded for once.
        """
        reason = engine.unavailable_reason()
        if reason or engine is not self.firefox:
            return reason
        try:
            self.models.check_loads()
        except ReaderError as error:
            return str(error)
        return ""

    def contacts(self) -> tuple[Contact, ...]:
        """Every address the program can ever contact, and why."""
        installed = self.models.installed()
        return contacts(self.settings, installed.records if installed else "")

    def has_key(self, name: str) -> bool:
        """Whether there is a key for an engine; instant, the keyring is not asked."""
        return self.keys.has(name, self.settings.keyed)

    def put_key(self, name: str, key: str) -> bool:
        """Keep an engine's key; False where no keyring took it: it is held for this run."""
        kept = self.keys.put(name, key)
        self.traffic.reset(name)
        return kept

    def remove_key(self, name: str) -> None:
        """Forget an engine's key."""
        self.keys.remove(name)

    def keyring_reason(self) -> str:
        """Why there is no keyring here, '' where there is one."""
        return self.keys.missing_reason()

    # -- the thread that made this object -----------------------------------------------

    def recall(self, sentences: Iterable[Sentence]) -> dict[str, TranslationUnit]:
        """What the translation memory knows of the sentences, by their ids.

        Not checked yet, and without pinned spellings: that takes time, and is for `dressed`.
        """
        asked = {sentence.id: sentence for sentence in sentences}
        self.pins()
        known = self.memory.recall(asked.values(), self._preferred, self._versions())
        return {id_: self._worn(unit, asked[id_]) for id_, unit in known.items()}

    def remember(self, units: Iterable[TranslationUnit], *, aside: bool = False) -> None:
        """Keep units in the translation memory; ``aside``, those shown stay before them."""
        self.memory.remember(replace(unit, aside=aside) for unit in units)

    def alternatives(self, sentence: Sentence) -> list[TranslationUnit]:
        """All English the memory has for the sentence, what is shown first."""
        units = self.memory.alternatives(sentence, self._preferred, self._versions())
        return [self.dressed(unit, sentence) for unit in units]

    def get_ready(self) -> None:
        """Import what `suggestions` needs, which takes 30 ms; on any thread."""
        from reader.translation.near import likest

        likest("", (), 1)

    def suggestions(self, sentence: Sentence) -> list[Suggestion]:
        """Units of sentences much like this one, the likest first."""
        return self.memory.suggestions(sentence)

    def choose(self, unit: TranslationUnit) -> TranslationUnit:
        """Keep that the reader takes this unit; the unit as it is now."""
        return self.memory.choose(unit, datetime.now(UTC))

    def correct(self, sentence: Sentence, text: str) -> TranslationUnit:
        """Keep the reader's own English for a sentence; the unit made of it."""
        return self.memory.correct(sentence, " ".join(text.split()), datetime.now(UTC))

    def units_of(self, sentence: Sentence) -> list[TranslationUnit]:
        """What the memory holds of the sentence, for `put_back`."""
        return self.memory.units_of(sentence)

    def put_back(self, sentence: Sentence, units: Sequence[TranslationUnit]) -> None:
        """Make the memory hold of the sentence exactly these units."""
        self.memory.put_back(sentence, units)

    def pins(self) -> Mapping[str, str]:
        """The English spellings the reader has set, by Hindi name."""
        if self._pins is None:
            self._pins = self.library.pins()
        return self._pins

    def pin(self, hindi: str, english: str) -> None:
        """Spell a name in English like this from now on."""
        self.library.pin(hindi, english, datetime.now(UTC))
        self._pins = self.library.pins()

    def unpin(self, hindi: str) -> None:
        """Spell a name again as the engines do."""
        self.library.unpin(hindi)
        self._pins = self.library.pins()

    def import_memory(self, path: Path) -> int:
        """Take in a TMX file; returns how many units it held. Raises ReaderError."""
        return self.memory.import_tmx(path)

    def every_unit(self) -> Iterator[TranslationUnit]:
        """All units of the translation memory, read as they are taken."""
        return self.memory.every()

    # -- inside -------------------------------------------------------------------------

    def _means(self) -> engine_table.Means:
        return engine_table.Means(
            key=self.keys.get,
            has_key=self.has_key,
            firefox=self.firefox,
            gloss=_gloss,
        )

    def _versions(self) -> dict[str, str]:
        """The version of the model that each engine has now."""
        return {name: engine.version for name, engine in self.engines().items()}

    @property
    def _preferred(self) -> str:
        """The engine whose English is shown before that of others, '' for none."""
        return "" if self.settings.engine == AUTOMATIC else self.settings.engine

    def _pins_in(self, source: str) -> dict[str, str]:
        """The pinned spellings that may be needed for a sentence."""
        from reader.language.normalise import fold

        folded = fold(source)
        pins = self._pins or {}
        return {hindi: english for hindi, english in pins.items() if fold(hindi) in folded}

    def _worn(self, unit: TranslationUnit, sentence: Sentence) -> TranslationUnit:
        """The unit with its markup; quick."""
        from reader.language.placing import placed

        return placed(unit, sentence)


def _noting_twin(unit: TranslationUnit, twins: Twins) -> TranslationUnit:
    """The unit with the fault that its English came before for another sentence, if it did."""
    fault = twins.find(unit.source, unit.given) if unit.is_translation else None
    if not fault:
        return unit
    return replace(unit, problems=(Problem(ProblemKind.SHAPE, fault.text),))


def _noted(
    paragraphs: Iterable[Sequence[Sentence]], asked: dict[str, Sentence]
) -> Iterator[Sequence[Sentence]]:
    """The paragraphs, their sentences put into ``asked`` by id as they are taken."""
    for sentences in paragraphs:
        asked.update((sentence.id, sentence) for sentence in sentences)
        yield sentences


def _gloss(sentence: str) -> str:
    """The gloss line of a Hindi sentence; what makes it is imported when it is first wanted."""
    from reader.language.gloss import gloss

    return gloss(sentence)
