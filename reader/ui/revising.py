"""The reader's own say about English: corrections, choices, second opinions, spellings.

All of it can be undone: a step keeps what the translation memory held of the sentence before
and after, or how a name was spelled.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.model import Document, Sentence, TranslationUnit

if TYPE_CHECKING:
    from reader.ui.session import Session

MOST_STEPS = 200
"""How many steps can be taken back."""

Units = Mapping[str, TranslationUnit]


@dataclass(frozen=True, slots=True)
class _Step:
    """What takes a revision back and makes it again, and the id of the sentence it was made at."""

    place: str
    back: Callable[[], object]
    again: Callable[[], object]


class Revising(QObject):
    """Corrects, chooses and asks again; undoes and redoes. On the GUI thread."""

    opinion = Signal(str)  # id of a sentence of which another engine's English has come
    refused = Signal(str, str)  # id of a sentence, and why the engine asked gave no English
    stepped = Signal()  # what can be undone or redone has changed

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        session.opened.connect(self._forget)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back that can be taken again."""
        return bool(self._undone)

    def ask(self, sentence: Sentence, engine: str, label: str) -> None:
        """Ask an engine, by name, for a second opinion; ``opinion`` or ``refused`` follows.

        Its English is kept beside what is shown, and shown where there is none yet.
        """
        core = self._session.core
        engines = core.chain(engine)

        def work(cancelled: threading.Event) -> Iterator[TranslationUnit]:
            yield from core.translate([[sentence]], engines, cancelled)

        self._session.errands.run(
            work,
            self._take_opinion,
            self._session.failed.emit,
            name=self.tr("Asking {} …").format(label),
            on_cancelled=partial(self.refused.emit, sentence.id, ""),
        )

    def choose(self, sentence: Sentence, unit: TranslationUnit) -> None:
        """Show this unit from now on, everywhere: the reader has looked and takes it."""
        self._revise(sentence, lambda: self._session.core.choose(unit))

    def correct(self, sentence: Sentence, text: str) -> None:
        """Take the reader's own English for the sentence, everywhere."""
        self._revise(sentence, lambda: self._session.core.correct(sentence, text))

    def undo(self) -> str | None:
        """Take the last step back; the id of its sentence if it has one, None without a step."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        step.back()
        self.stepped.emit()
        return step.place

    def redo(self) -> str | None:
        """Take again the step taken back last; returns what `undo` does."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        step.again()
        self.stepped.emit()
        return step.place

    def pin(self, hindi: str, english: str, place: str = "") -> None:
        """Spell a name in English like this from now on, in every engine's English.

        '' spells it as the engines do. ``place`` is the id of the sentence it was said at.
        """
        nothing: Mapping[str, str] = {}
        before = self._session.stored(self._session.core.pins, nothing).get(hindi, "")
        if before != english and self._spell(hindi, english):
            back, again = (partial(self._spell, hindi, each) for each in (before, english))
            self._add(_Step(place, back, again))

    # -- inside -------------------------------------------------------------------------

    def _take_opinion(self, unit: TranslationUnit) -> None:
        if not unit.is_translation:
            self.refused.emit(unit.id, unit.reason)
            return
        self._session.take_aside(unit)
        self.opinion.emit(unit.id)

    def _revise(self, sentence: Sentence, work: Callable[[], TranslationUnit]) -> None:
        session, core = self._session, self._session.core
        before = session.stored(lambda: core.units_of(sentence), None)
        if before is None or session.stored(work, None) is None:
            return
        alike = self._alike(sentence)
        shown_before = self._shown(alike)
        nothing: Units = {}
        known = session.stored(lambda: core.recall(alike), nothing)
        session.show_units({s.id: core.dressed(known[s.id], s) for s in alike if s.id in known})
        after = session.stored(lambda: core.units_of(sentence), before)
        back = partial(self._put_back, sentence, before, shown_before)
        self._add(
            _Step(sentence.id, back, partial(self._put_back, sentence, after, self._shown(alike)))
        )

    def _add(self, step: _Step) -> None:
        self._done = [*self._done, step][-MOST_STEPS:]
        self._undone.clear()
        self.stepped.emit()

    def _put_back(self, sentence: Sentence, units: Sequence[TranslationUnit], shown: Units) -> None:
        core = self._session.core
        self._session.stored(lambda: core.put_back(sentence, units), None)
        gone = {one.id for one in self._alike(sentence)} - set(shown)
        self._session.show_units(shown, gone)

    def _spell(self, hindi: str, english: str) -> bool:
        """Pin a spelling, '' for none; whether the library took it."""
        core = self._session.core

        def work() -> bool:
            if english:
                core.pin(hindi, english)
            else:
                core.unpin(hindi)
            return True

        is_kept = self._session.stored(work, False)
        if is_kept:
            self._session.spell()
        return is_kept

    def _alike(self, sentence: Sentence) -> list[Sentence]:
        """The document's sentences of the same text, which have the same English."""
        document = self._session.document
        return [s for s in document.sentences if s.text == sentence.text] if document else []

    def _shown(self, sentences: Iterable[Sentence]) -> Units:
        document: Document | None = self._session.document
        units = document.units if document else {}
        return {s.id: units[s.id] for s in sentences if s.id in units}

    def _forget(self) -> None:
        """Another article is open: nothing of the one before can be undone in it."""
        self._done.clear()
        self._undone.clear()
        self.stepped.emit()
