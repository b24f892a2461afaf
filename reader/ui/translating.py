"""Translation on demand: what is asked, of which engine, and with whose leave."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from reader.model import Row, State, TranslationUnit
from reader.settings import AUTOMATIC
from reader.translation.engine import GLOSS, Engine
from reader.translation.engines.firefox import FirefoxEngine
from reader.translation.engines.http import LOCKED
from reader.ui.desk import Desk
from reader.ui.flags import is_failed, is_makeshift
from reader.ui.wording import SETTINGS, in_window

AUTOMATIC_LABEL = "Automatic"


class Translating(QObject):
    """Starts and stops translation, and keeps the engine choice."""

    menu_wanted = Signal()  # the reader wants to choose an engine
    settings_wanted = Signal(str)  # the engine, by name, that is to be set up first
    chosen = Signal()  # the settings, or what an engine can do, changed

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.menu = QMenu(desk.window)
        self.menu.aboutToShow.connect(self._fill_menu)
        self._troubles: list[TranslationUnit] = []
        self._makeshift: list[TranslationUnit] = []
        self._excused: set[str] = set()  # engines of which it was told that they stood in
        self._told: dict[str, TranslationUnit] = {}  # what the bar says is not translated
        self._failure = ""  # its words for it
        self._under_lock = ""  # what it says that the lock, turned, makes untrue
        self._glossed = False
        self._explained = False
        self.fixed_actions: list[QAction] = []  # put at the foot of the menu by the window
        desk.session.unit_taken.connect(self._watch)
        desk.session.translated.connect(self._report)
        desk.session.changed.connect(self._follow)
        desk.session.opened.connect(self._excused.clear)

    # -- actions ------------------------------------------------------------------------

    def translate_sentence(self) -> None:
        """Translate the current sentence."""
        sentence = self._desk.view.current
        row = self._desk.row_of(sentence)
        if row:
            self._ask([row], only=[sentence])
        else:
            self._no_sentence()

    def translate_paragraph(self) -> None:
        """Translate the paragraph of the current sentence."""
        row = self._desk.row_of(self._desk.view.current)
        if row:
            self._ask([row])
        else:
            self._no_sentence()

    def translate_article(self) -> None:
        """Translate all that is missing, what is in sight first."""
        self._explained = False
        self._excused.clear()
        seen = set(self._desk.view.rows_in_sight())
        rows = self._desk.session.untranslated()
        if rows:
            self._ask(sorted(rows, key=lambda row: row.id not in seen))
        else:
            self._desk.message.tell(self.tr("Everything is translated already."), "fine")

    def translate_again(self) -> None:
        """Ask the chosen engine for the current sentence, translated or not."""
        row = self._desk.row_of(self._desk.view.current)
        if row:
            self._ask([row], only=[self._desk.view.current], again=True)
        else:
            self._no_sentence()

    def translate_in_text(self, row: str, sentence: str) -> None:
        """A Translate or Try again in the text was clicked."""
        found = self._desk.row(row)
        if found:
            self._ask([found], only=[sentence] if sentence else ())

    def translate_sentences(self, sentences: Collection[str]) -> None:
        """Translate sentences given by their ids, as far as they have no English yet."""
        self._ask(self._desk.rows_of(sentences), only=set(sentences))

    def retry_failed(self) -> None:
        """Ask the chosen engine again for every sentence no engine could translate."""
        units = self._desk.document.units if self._desk.document else {}
        failed = [name for name, unit in units.items() if is_failed(unit)]
        if failed:
            self.translate_sentences(failed)
        else:
            self._desk.message.tell(self.tr("No sentence has failed."), "fine")

    def translate_with(self, sentences: Collection[str], engine: str) -> None:
        """Ask an engine, given by name, for sentences, translated or not."""
        self._ask(self._desk.rows_of(sentences), only=set(sentences), again=True, engine=engine)

    def cancel(self) -> None:
        """Take back one thing: a field, what is under way, the message, the full screen."""
        desk = self._desk
        if desk.entry.isVisible():
            desk.entry.hide()
        elif desk.find.isVisible():
            desk.find.hide()
        elif desk.panel.has_keyboard or (desk.panel.isVisible() and self._is_idle):
            desk.panel.close_panel()
        elif desk.session.is_busy:
            desk.session.stop()
        elif desk.message.isVisible():
            desk.message.hide()
        elif desk.window.isFullScreen():
            desk.window.showNormal()

    def stay_offline(self, on: bool) -> None:
        """Lock or unlock the network; what is under way stops, and a question is withdrawn."""
        self._desk.message.withdraw(self._under_lock)
        self._save(offline=on)
        if on:
            self._desk.session.stop()

    def choose(self, name: str) -> None:
        """Take ``name`` as the engine from now on; one that is not set up is set up first."""
        engine = self._engine(name)
        self._desk.message.withdraw(self._under_lock)
        if engine and engine.unavailable_reason() and not self._desk.core.settings.offline:
            self.settings_wanted.emit(name)
        else:
            self._save(engine=name)

    # -- what the window shows ----------------------------------------------------------

    @property
    def label(self) -> str:
        """The chosen engine's name for the toolbar."""
        engine = self._engine(self._desk.core.settings.engine)
        return engine.label if engine else self.tr(AUTOMATIC_LABEL)

    def hosts(self) -> list[str]:
        """Who gets what is translated with the present choice; empty when nobody."""
        chain = self._desk.core.chain(self._desk.core.settings.engine)
        return [e.sends_to for e in chain if e.sends_to and not e.unavailable_reason()]

    def offer_engines(self, menu: QMenu, ask: Callable[[Engine], None], but: str = "") -> None:
        """Fill a menu with the engines that translate, to ask one of them with the reader's leave.

        ``but``, an engine's name, is left out.
        """
        menu.clear()
        for engine in self._desk.core.offered():
            if engine.name not in (GLOSS, but):
                action = menu.addAction(f"{engine.label}  ·  {_side_note(engine)}")
                action.setEnabled(not engine.unavailable_reason())
                action.triggered.connect(partial(self.with_leave, engine, partial(ask, engine)))
        if menu.isEmpty():
            menu.addAction(self.tr("There is no other engine")).setEnabled(False)

    def with_leave(self, engine: Engine | None, start: Callable[[], None]) -> None:
        """Start once the reader has agreed to who receives what that engine translates."""
        if engine and not self._desk.core.may_ask(engine):
            self._ask_leave(engine, start)
        else:
            start()

    # -- inside -------------------------------------------------------------------------

    @property
    def _is_idle(self) -> bool:
        return not self._desk.session.is_busy and not self._desk.message.isVisible()

    def _ask(
        self,
        rows: Iterable[Row],
        *,
        only: Collection[str] = (),
        again: bool = False,
        engine: str = "",
    ) -> None:
        """Translate with the chosen engine, or the one named, with the reader's leave."""
        name = engine or self._desk.core.settings.engine
        rows = list(rows)

        def start() -> None:
            if rows and self._desk.row(rows[0].id) is not rows[0]:
                return  # Another article has been opened since the question.
            self._troubles.clear()
            self._makeshift.clear()
            self._glossed = False
            self._desk.session.translate(rows, name, only=only, again=again)

        self.with_leave(self._engine(name), start)

    def _ask_leave(self, engine: Engine, start: Callable[[], None]) -> None:
        reason = engine.unavailable_reason()
        if reason:
            self._tell_reason(reason, engine.name)
            return

        def allow() -> None:
            allowed = self._desk.core.settings.allowed
            self._save(allowed=(*allowed, *filter(None, [engine.sends_to])))
            start()

        text = self.tr("{} at {} will receive the sentences you translate.")
        self._under_lock = text.format(engine.label, engine.sends_to)
        self._desk.message.tell(self._under_lock, "info", self.tr("Send"), allow, asks=True)

    def _tell_reason(self, reason: str, engine: str) -> None:
        """Say why an engine cannot be asked, and offer what helps."""
        if reason == LOCKED:
            self._tell_locked()
            return
        offer = self._settings_of(engine) if SETTINGS in reason else ()
        self._desk.message.tell(reason, "warning", *offer)

    def _watch(self, unit: TranslationUnit) -> None:
        self._glossed = self._glossed or unit.state is State.GLOSS
        if is_failed(unit):
            self._troubles.append(unit)
        elif is_makeshift(unit):
            self._makeshift.append(unit)

    def _report(self) -> None:
        """A run has ended: say in one line what did not work, and offer to try again."""
        if not self._troubles:
            self._recount()
            self._excuse()
            self._explain_gloss()
            return
        reason = self._troubles[0].reason
        if reason == LOCKED:
            self._tell_locked()
            return
        older = self._left() if self._is_failure_told else {}
        self._told = older | {u.id: u for u in self._troubles if not self._is_translated(u)}
        self._tell_failure(reason)

    def _tell_failure(self, reason: str) -> None:
        """Say what is not translated, or that what failed had its English already."""
        failed = sum(unit.state is State.FAILED for unit in self._told.values())
        if not self._told:
            text = self.tr("{} The English that was there stays.").format(reason)
        elif failed:
            text = self.tr("{} Not translated: {}.").format(reason, _sentences(failed))
        else:
            text = self.tr("{} You see the dictionary gloss instead.").format(reason)
        rows = self._desk.rows_of(list(self._told) or [unit.id for unit in self._troubles])
        if SETTINGS in reason:
            offer = self._settings_of(self._desk.core.settings.engine)
        else:
            offer = self.tr("Try again"), lambda: self._ask(rows)
        self._failure = in_window(text)
        self._desk.message.tell(text, "error", *offer)

    def _follow(self, sentences: set[str]) -> None:
        """Something has become of sentences, given by their ids."""
        if self._told.keys() & sentences:
            self._recount()

    def _recount(self) -> None:
        """What the bar says is not translated may have come since: it says what is left."""
        if not self._is_failure_told:
            return
        left = self._left()
        if not left:
            self._desk.message.withdraw(self._failure)
        elif len(left) < len(self._told):
            self._told = left
            self._tell_failure(next(iter(left.values())).reason)

    @property
    def _is_failure_told(self) -> bool:
        return bool(self._failure) and self._desk.message.text == self._failure

    def _left(self) -> dict[str, TranslationUnit]:
        """Of what the bar says is not translated, that which still is not, by sentence id."""
        units = self._desk.document.units if self._desk.document else {}
        return {n: u for n, u in self._told.items() if n in units and is_failed(units[n])}

    def _excuse(self) -> None:
        """Another engine than the first did sentences: say so, and offer to ask the first again."""
        chain = self._desk.core.chain(self._desk.core.settings.engine)
        engines = {unit.engine for unit in self._makeshift}
        if not engines - self._excused or not chain:
            return
        self._excused |= engines
        first, reason = chain[0], self._makeshift[0].reason
        names = self._desk.core.engines()
        who = " and ".join(names[name].label for name in sorted(engines) if name in names)
        text = self.tr("{} by {}: {}").format(_sentences(len(self._makeshift)), who, reason)
        if SETTINGS in reason:
            self._desk.message.tell(text, "warning", *self._settings_of(first.name))
            return
        again = partial(self.translate_with, [unit.id for unit in self._makeshift], first.name)
        word = self.tr("Try again with {}").format(first.label)
        self._desk.message.tell(text, "warning", word, again)

    def _is_translated(self, unit: TranslationUnit) -> bool:
        """Whether there is a translation of a sentence for all that became of ``unit``."""
        known = self._desk.document.units.get(unit.id) if self._desk.document else None
        return known is not None and known.is_translation

    def _settings_of(self, engine: str) -> tuple[str, Callable[[], None]]:
        """What a message offers where the settings of an engine are to be mended."""
        return self.tr("Open Settings"), partial(self.settings_wanted.emit, engine)

    def _tell_locked(self, before: str = "") -> None:
        """Stay offline keeps engines from being asked: say what can be done about it."""
        model = self._engine(FirefoxEngine.name)
        text = self.tr("Stay offline is on. Turn it off, or install the offline model in Settings.")
        if model and not model.unavailable_reason():
            text = self.tr("Stay offline is on. Turn it off, or choose the offline model.")
        unlock = partial(self.stay_offline, False)
        self._under_lock = f"{before} {text}".strip()
        self._desk.message.tell(self._under_lock, "warning", self.tr("Turn off"), unlock)

    def _explain_gloss(self) -> None:
        """Automatic had nobody to ask but the gloss: say so once, and offer the engines."""
        automatic = self._desk.core.settings.engine == AUTOMATIC
        if automatic and self._glossed and not self._explained:
            self._explained = True
            if self._desk.core.settings.offline:
                self._tell_locked(self.tr("This is a word-by-word gloss."))
                return
            text = self.tr("This is a word-by-word gloss: no translation engine is chosen yet.")
            self._desk.message.tell(text, "info", self.tr("Choose one"), self.menu_wanted.emit)

    def _no_sentence(self) -> None:
        self._desk.message.tell(
            self.tr("No sentence is chosen. Click one, or go to one with Alt+Down.")
        )

    def _engine(self, name: str) -> Engine | None:
        return self._desk.core.engines().get(name)

    def _save(self, **changes: object) -> None:
        settings = replace(self._desk.core.settings, **changes)  # type: ignore[arg-type]
        try:
            self._desk.core.save_settings(settings)
        except OSError as error:
            self._desk.message.tell(
                self.tr("The settings could not be saved: {}.").format(error.strerror), "warning"
            )
        self.chosen.emit()

    def _fill_menu(self) -> None:
        self.menu.clear()
        group = QActionGroup(self.menu)
        automatic = self.tr("Automatic: the offline model, else an allowed engine, else the gloss")
        self._add(group, AUTOMATIC, automatic, "")
        for engine in self._desk.core.offered():
            self._add(group, engine.name, engine.label, _side_note(engine))
        self.menu.addSeparator()
        self.menu.addActions(self.fixed_actions)

    def _add(self, group: QActionGroup, name: str, label: str, note: str) -> None:
        action = self.menu.addAction(f"{label}  ·  {note}" if note else label)
        action.setCheckable(True)
        action.setChecked(self._desk.core.settings.engine == name)
        action.triggered.connect(lambda: self.choose(name))
        group.addAction(action)


def _sentences(count: int) -> str:
    return "1 sentence" if count == 1 else f"{count} sentences"


def _side_note(engine: Engine) -> str:
    if engine.unavailable_reason():
        return in_window(engine.unavailable_reason())
    if engine.name == GLOSS:
        return "always there, offline"
    return f"text goes to {engine.sends_to}" if engine.sends_to else "on this computer"
