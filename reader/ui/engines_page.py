"""The page of the settings on translation: which engine, and how each is set up."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QWidget

from reader.settings import AUTOMATIC
from reader.translation.engine import GLOSS, Engine
from reader.translation.engines.firefox import FirefoxEngine
from reader.translation.engines.table import REMOTE
from reader.ui.engine_card import EngineCard
from reader.ui.engine_fields import EngineFields
from reader.ui.setup import Setup, page_column, prose, said_here


class EnginesPage(QWidget):
    """A card for each engine there is, and one for Automatic."""

    model_wanted = Signal()

    def __init__(self, setup: Setup) -> None:
        super().__init__()
        self._setup = setup
        self._group = QButtonGroup(self)
        self.cards: dict[str, EngineCard] = {}
        column = page_column(self, self.tr("Translation"))
        column.addWidget(
            prose(self.tr("Before text is first sent to anybody, Setu asks you."), "muted")
        )
        labels = {engine.name: engine.label for engine in setup.core.engines().values()}
        for name, label in {AUTOMATIC: self.tr("Automatic"), **labels}.items():
            self.cards[name] = self._card(name, label)
            column.addWidget(self.cards[name])
        self.refresh()

    def refresh(self) -> None:
        """Show how every engine stands now."""
        settings = self._setup.settings
        self.cards[AUTOMATIC].show_state(
            self.tr("The offline model, else an engine you have allowed, else the gloss."),
            is_chosen=settings.engine == AUTOMATIC,
            may_choose=True,
        )
        offered = {engine.name for engine in self._setup.core.offered()}
        for name, engine in self._setup.core.engines().items():
            is_ready = settings.offline or not engine.unavailable_reason()
            self.cards[name].show_state(
                self._state(engine),
                is_chosen=settings.engine == name,
                may_choose=name in offered and is_ready,
            )

    def show_engine(self, name: str) -> None:
        """Open the fields of an engine and scroll to them."""
        card = self.cards.get(name)
        if card:
            card.open_fields(on=True)
            # Once it has been laid out with its fields.
            QTimer.singleShot(0, lambda: self._scroll_to(card))

    # -- inside -------------------------------------------------------------------------

    def _card(self, name: str, label: str) -> EngineCard:
        make = partial(EngineFields, self._setup, name) if name in REMOTE else None
        card = EngineCard(label, make, is_model=name == FirefoxEngine.name)
        card.chosen.connect(lambda: self._setup.save(engine=name))
        card.model_wanted.connect(self.model_wanted)
        self._group.addButton(card.radio)
        return card

    def _state(self, engine: Engine) -> str:
        if reason := engine.unavailable_reason():
            return said_here(reason)
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
