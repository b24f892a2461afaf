"""The reader's look at one sentence's English: the panel on it, and what is done from there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from reader.model import ENGLISH, Sentence, Suggestion, TranslationUnit
from reader.translation.engine import Engine
from reader.ui import flags
from reader.ui.about import About, names_in
from reader.ui.desk import Desk
from reader.ui.flags import Offer
from reader.ui.translating import Translating


class Judging(QObject):
    """Corrects, keeps, asks again, spells names, and goes from one flag to the next."""

    def __init__(self, desk: Desk, translating: Translating) -> None:
        super().__init__(desk.window)
        self._desk, self._translating = desk, translating
        self._revising = desk.session.revising
        self._panel = desk.panel
        self._drafts: dict[str, str] = {}
        self._asked = ""
        self._menu = QMenu(desk.window)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._show)
        self._connect()

    # -- actions ------------------------------------------------------------------------

    def about_sentence(self) -> None:
        """Open the panel on the current sentence; where it has the keyboard, close it."""
        if self._panel.has_keyboard:
            self._panel.close_panel()
        elif self._open():
            self._panel.field.setFocus()

    def correct(self) -> None:
        """Let the reader write the English of the current sentence."""
        if self._open():
            self._panel.begin()

    def keep_english(self) -> None:
        """The English of the current sentence is right as it is."""
        unit = self._unit(self._desk.view.current)
        if unit and unit.is_translation:
            self._choose(unit)
        else:
            self._desk.tell_briefly(self.tr("There is no translation here to keep"))

    def ask_another(self) -> None:
        """Offer the engines that can be asked for the current sentence."""
        if self._open():
            self._panel.ask.showMenu()

    def spell_name(self) -> None:
        """Let the reader say how the selected name is spelled in English."""
        words = self._desk.view.hindi.textCursor().selectedText()
        if self._open():
            self._panel.spellings.ask_for(" ".join(words.split()))

    def undo(self) -> None:
        """Take back the last correction, choice or spelling."""
        self._went(self._revising.undo(), self.tr("There is nothing to undo"))

    def redo(self) -> None:
        """Make again what was taken back last."""
        self._went(self._revising.redo(), self.tr("There is nothing to redo"))

    def next_problem(self) -> None:
        """Go to the next sentence that is flagged or failed."""
        self._step(1)

    def previous_problem(self) -> None:
        """Go to the flagged or failed sentence before."""
        self._step(-1)

    def take_offer(self, offer: Offer, row: str, sentence: str) -> None:
        """Words of ours in the text were clicked: do what they offer for their sentence."""
        self._desk.view.select(sentence)
        self._desk.view.clicked.emit(sentence)
        if offer is Offer.RETRY:
            self._translating.translate_in_text(row, "")
        elif offer is Offer.RETRY_WITH:
            self._offer(self._missing_in(row))
        elif offer is Offer.ASK:
            self._offer(())
        elif offer is Offer.KEEP:
            self.keep_english()
        elif offer is Offer.CORRECT:
            self.correct()
        else:
            self.about_sentence()

    # -- what is shown ------------------------------------------------------------------

    def follow(self, *, reading: bool) -> None:
        """Show the panel only while the article is what the window shows."""
        if not reading:
            self._panel.close_panel()

    def _open(self) -> bool:
        """Open the panel on the current sentence, else on the first in sight."""
        view = self._desk.view
        if not view.current:
            view.clicked.emit(next(iter(view.sentences_in_sight()), ""))
        self._panel.fit(self._desk.window.height())
        self._panel.show()
        self._show()
        QTimer.singleShot(0, lambda: view.reveal(view.current))
        return self._panel.shown is not None

    def _refresh(self, sentences: Collection[str] = ()) -> None:
        """Something has changed, for all or for some sentences: show it once."""
        if self._panel.isVisible() and (not sentences or self._desk.view.current in sentences):
            self._timer.start()

    def _show(self) -> None:
        sentence = self._desk.sentence(self._desk.view.current)
        if not self._panel.isVisible():
            return
        if sentence is None:
            self._panel.show_nothing(self.tr("No sentence is chosen"))
        elif sentence.language == ENGLISH:
            self._panel.show_nothing(self.tr("English in the article itself"))
        else:
            about = self._about(sentence)
            self._panel.show_sentence(about, self._drafts.get(sentence.id, about.english))
            ask: Callable[[Engine], None] = partial(self._ask, sentence)
            if about.english and flags.is_makeshift(about.unit):
                ask = partial(self._translate_with, [sentence.id])
            made_by = about.unit.engine if about.unit else ""
            self._translating.offer_engines(self._panel.asking, ask, made_by)
            if sentence.id != self._asked:
                self._panel.tell("")
        self._panel.undo.setEnabled(self._revising.can_undo)
        self._panel.redo.setEnabled(self._revising.can_redo)

    def _about(self, sentence: Sentence) -> About:
        core, document = self._desk.core, self._desk.document
        assert document is not None
        unit = document.units.get(sentence.id)
        others: list[TranslationUnit] = []
        near: list[Suggestion] = []
        pins: Mapping[str, str] = {}
        stored = self._desk.session.stored
        others = stored(lambda: core.alternatives(sentence), others)
        others = [other for other in others if not (unit and _is_same(other, unit))]
        near = stored(lambda: core.suggestions(sentence), near)
        names = tuple(names_in(document, sentence, stored(core.pins, pins)))
        return About(sentence, unit, core.engines(), others, near, names)

    # -- what is done -------------------------------------------------------------------

    def _correct(self, text: str) -> None:
        sentence = self._shown()
        self._revising.correct(sentence, text)
        unit = self._unit(sentence.id)
        if unit and unit.target == text:  # else the library failed, and what was written stays
            self._drafts.pop(sentence.id, None)
            self._desk.tell_briefly(self.tr("Correction kept"))

    def _choose(self, unit: TranslationUnit) -> None:
        sentence = self._desk.sentence(unit.id)
        if sentence:
            self._drafts.pop(sentence.id, None)
            self._revising.choose(sentence, unit)

    def _draft(self, text: str) -> None:
        about = self._panel.shown
        if about is None:
            return
        if text in ("", about.english):
            self._drafts.pop(about.sentence.id, None)
        else:
            self._drafts[about.sentence.id] = text

    def _offer(self, missing: Collection[str]) -> None:
        """Open a menu of engines where the reader clicked: for ``missing``, else for this one."""
        sentence = self._desk.sentence(self._desk.view.current)
        if sentence is None:
            return
        ask: Callable[[Engine], None] = partial(self._ask, sentence)
        if missing:
            ask = partial(self._translate_with, missing)
        unit = self._unit(sentence.id)
        self._translating.offer_engines(self._menu, ask, unit.engine if unit else "")
        self._menu.popup(QCursor.pos() + QPoint(0, 8))

    def _translate_with(self, sentences: Collection[str], engine: Engine) -> None:
        self._translating.translate_with(sentences, engine.name)

    def _ask(self, sentence: Sentence, engine: Engine) -> None:
        """Ask for a second opinion on a sentence; leave for it has been given."""
        if self._desk.sentence(sentence.id) is not sentence:
            return  # Another article has been opened since the question.
        self._go_to(sentence.id)
        self._open()
        self._asked = sentence.id
        self._panel.tell(self.tr("Asking {} …").format(engine.label))
        self._revising.ask(sentence, engine.name, engine.label)

    def _take_opinion(self, sentence: str) -> None:
        if sentence == self._asked:
            self._panel.tell(self.tr("Both are kept: choose the one you want."), "fine")
        self._refresh([sentence])

    def _refuse(self, sentence: str, reason: str) -> None:
        if sentence == self._asked and self._panel.isVisible():
            self._panel.tell(reason, "error")
        elif reason:
            self._desk.message.tell(reason, "error")

    def _went(self, sentence: str | None, otherwise: str) -> None:
        if sentence is None:
            self._desk.tell_briefly(otherwise)
        elif sentence:
            self._go_to(sentence)

    def _spell(self, hindi: str, english: str = "") -> None:
        self._revising.pin(hindi, english, self._desk.view.current)

    def _step(self, by: int) -> None:
        """Go to the sentence to be checked ``by`` places on, round the end."""
        document, current = self._desk.document, self._desk.view.current
        found = flags.to_check(document) if document else []
        if not document or not found:
            self._desk.message.tell(self.tr("There is no English to check."), "fine")
            return
        order = {sentence.id: number for number, sentence in enumerate(document.sentences)}
        here = order.get(current, -1 if by > 0 else len(order))
        after = [name for name in found if order[name] > here]
        before = [name for name in found if order[name] < here]
        self._go_to(next(iter(after), found[0]) if by > 0 else [found[-1], *before][-1])

    def _go_to(self, sentence: str) -> None:
        self._desk.view.reveal(sentence)
        self._desk.view.clicked.emit(sentence)

    def _missing_in(self, row: str) -> list[str]:
        """The sentences of a row that have no translation."""
        found = self._desk.row(row)
        units = {s.id: self._unit(s.id) for s in found.sentences} if found else {}
        return [name for name, unit in units.items() if unit is None or not unit.is_translation]

    def _unit(self, sentence: str) -> TranslationUnit | None:
        return self._desk.document.units.get(sentence) if self._desk.document else None

    def _shown(self) -> Sentence:
        assert self._panel.shown is not None
        return self._panel.shown.sentence

    def _forget(self) -> None:
        """Another article is open, and no sentence of it is chosen."""
        self._drafts.clear()
        self._asked = ""
        self._panel.close_panel()

    def _connect(self) -> None:
        session, panel, revising = self._desk.session, self._panel, self._revising
        self._desk.view.current_changed.connect(lambda _sentence: self._refresh())
        self._desk.view.offer_taken.connect(self.take_offer)
        session.opened.connect(self._forget)
        session.changed.connect(self._refresh)
        session.analysed.connect(self._refresh)
        revising.stepped.connect(self._refresh)
        revising.opinion.connect(self._take_opinion)
        revising.refused.connect(self._refuse)
        panel.corrected.connect(self._correct)
        panel.kept.connect(self.keep_english)
        panel.retried.connect(self._translating.translate_sentence)
        panel.drafted.connect(self._draft)
        panel.others.chosen.connect(self._choose)
        panel.spellings.pinned.connect(self._spell)
        panel.spellings.unpinned.connect(self._spell)
        panel.undo.clicked.connect(self.undo)
        panel.redo.clicked.connect(self.redo)


def _is_same(one: TranslationUnit, other: TranslationUnit) -> bool:
    """Whether two units of a sentence are the same English by the same engine."""
    return (one.engine, one.version, one.given) == (other.engine, other.version, other.given)
