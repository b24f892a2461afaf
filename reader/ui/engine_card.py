"""One engine in the settings: take it, see how it stands, and set it up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QVBoxLayout

from reader.ui.engine_fields import EngineFields
from reader.ui.setup import prose
from reader.ui.widgets import button

INDENT = 24
"""Pixels by which what belongs to an engine stands in from its name."""


class EngineCard(QFrame):
    """A radio button, a line on how the engine stands, and its fields where it has any."""

    chosen = Signal()
    model_wanted = Signal()

    def __init__(
        self, label: str, make: Callable[[], EngineFields] | None, *, is_model: bool = False
    ) -> None:
        """``make`` makes the fields when they are asked for; ``is_model`` leads to its page."""
        super().__init__()
        self.setObjectName("card")
        self.radio = QRadioButton(label)
        self.radio.clicked.connect(self.chosen)
        self.state = prose(name="muted")
        self.fields: EngineFields | None = None
        self._make = make
        self.set_up = button(self.tr("Set up"), "outline")
        self.set_up.setAccessibleName(self.tr("Set up {}").format(label))
        self._label = label
        if is_model:
            self.set_up.setText(self.tr("Offline model…"))
            self.set_up.setAccessibleName("")
            self.set_up.clicked.connect(self.model_wanted)
        else:
            self.set_up.clicked.connect(lambda: self.open_fields(on=not self.is_open))
        self._lay_out()
        self.set_up.setVisible(is_model or make is not None)  # Without a parent it'd be a window.

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return self.fields is not None and not self.fields.isHidden()

    def show_state(self, state: str, *, is_chosen: bool, may_choose: bool) -> None:
        """Say how the engine stands; ``may_choose`` lets the reader take it."""
        self.state.setText(state)
        self.radio.setAccessibleDescription(state)
        self.radio.setEnabled(may_choose or is_chosen)
        self.radio.setChecked(is_chosen)
        if self.fields:
            self.fields.refresh()

    def open_fields(self, *, on: bool) -> None:
        """Show the fields, the keyboard in the first to be filled in, or put them away."""
        if self.fields is None:
            if self._make is None:
                return
            self.fields = self._make()
            self._inner.addWidget(self.fields)
        self.fields.setVisible(on)
        self.set_up.setText(self.tr("Close") if on else self.tr("Set up"))
        self.set_up.setAccessibleName(
            (self.tr("Close {}") if on else self.tr("Set up {}")).format(self._label)
        )
        if on:
            self.fields.begin()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.radio, 1)
        head.addWidget(self.set_up)
        self._inner = QVBoxLayout()
        self._inner.setContentsMargins(INDENT, 0, 0, 0)
        self._inner.setSpacing(8)
        self._inner.addWidget(self.state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 10)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._inner)
