"""The page of the settings on translation: which engine, and how each is set up."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QWidget

from reader.settings import AUTOMATIC
from reader.translation.engine import GLOSS, Engine
from reader.translation.engines.firefox import FirefoxEngine
from reader.translation.engines.table import REMOTE
from reader.ui.backlog import Backlog
from reader.ui.engine_card import EngineCard
from reader.ui.engine_fields import EngineFields
from reader.ui.setup import Setup, page_column, prose
from reader.ui.wording import in_settings


class EnginesPage(QWidget):
    """A card for each engine there is, and one for Automatic."""

    model_wanted = Signal()

    def __init__(self, setup: Setup) -> None:
        super().__init__()
        self._setup = setup
        self._group = QButtonGroup(self)
        self._cards: dict[str, EngineCard] = {}
        self._backlog = Backlog(self)
        self._column = page_column(self, self.tr("Translation"))
        self._column.addWidget(
            prose(self.tr("Before text is first sent to anybody, Setu asks you."), "muted")
        )
        labels = {engine.name: engine.label for engine in setup.core.engines().values()}
        for name, label in {AUTOMATIC: self.tr("Automatic"), **labels}.items():
            self._backlog.add(partial(self._add_card, name, label))

    @property
    def cards(self) -> Mapping[str, EngineCard]:
        """The cards by the engines' names; those that are not made yet are made now."""
        self._backlog.finish()
        return self._cards

    def refresh(self) -> None:
        """Show how every engine stands now."""
        for name in self._cards:
            self._show_state(name)

    def show_engine(self, name: str) -> None:
        """Open the fields of an engine and scroll to them."""
        card = self.cards.get(name)
        if card:
            card.open_fields(on=True)
            # Once it has been laid out with its fields.
            QTimer.singleShot(0, lambda: self._scroll_to(card))

    # -- inside -------------------------------------------------------------------------

    def _add_card(self, name: str, label: str) -> None:
        """One of them costs a few milliseconds, so each has a turn of the event loop."""
        self._cards[name] = self._card(name, label)
        self._column.addWidget(self._cards[name])
        self._cards[name].show()  # Now, and not when the event loop gets there.
        self._show_state(name)

    def _show_state(self, name: str) -> None:
        settings, core = self._setup.settings, self._setup.core
        engine = core.engines().get(name)
        if engine is None:
            state = self.tr("The offline model, else an engine you have allowed, else the gloss.")
            may_choose = True
        else:
            state = self._state(engine)
            is_ready = settings.offline or not engine.unavailable_reason()
            may_choose = is_ready and any(name == each.name for each in core.offered())
        is_chosen = settings.engine == name
        self._cards[name].show_state(state, is_chosen=is_chosen, may_choose=may_choose)

    def _card(self, name: str, label: str) -> EngineCard:
        make = partial(EngineFields, self._setup, name) if name in REMOTE else None
        card = EngineCard(label, make, is_model=name == FirefoxEngine.name)
        card.chosen.connect(lambda: self._setup.save(engine=name))
        card.model_wanted.connect(self.model_wanted)
        self._group.addButton(card.radio)
        return card

    def _state(self, engine: Engine) -> str:
        if reason := engine.unavailable_reason():
            return in_settings(reason)
        if engine.name == GLOSS:
            return self.tr("Word by word from a dictionary; always there, nothing is sent.")
        if not engine.sends_to:
            return self.tr("Ready. It runs on this computer; nothing leaves it.")
        if self._setup.core.may_ask(engine):
            text = self.tr("Ready. {} receives what you translate; you have agreed.")
        else:
            text = self.tr("Ready. {} would receive what you translate; you are asked first.")
        return text.format(engine.sends_to)

    def _scroll_to(self, card: EngineCard) -> None:
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport else None
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(card, 0, 8)
