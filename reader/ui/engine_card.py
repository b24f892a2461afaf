"""One engine in the settings: take it, see how it stands, and set it up."""

from __future__ import annotations

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

    def __init__(self, label: str, fields: EngineFields | None, *, is_model: bool = False) -> None:
        """``fields`` are shown when asked for; ``is_model`` leads to the model's page."""
        super().__init__()
        self.setObjectName("card")
        self.radio = QRadioButton(label)
        self.radio.clicked.connect(self.chosen)
        self.state = prose(name="muted")
        self.fields = fields
        self.set_up = button(name="outline")
        self.set_up.setVisible(is_model or fields is not None)
        self._label = label
        if is_model:
            self.set_up.setText(self.tr("Offline model…"))
            self.set_up.clicked.connect(self.model_wanted)
        else:
            self.set_up.clicked.connect(lambda: self.open_fields(on=not self.is_open))
        self._lay_out()
        if fields:
            self.open_fields(on=False)

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
        assert self.fields
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
        inner = QVBoxLayout()
        inner.setContentsMargins(INDENT, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.state)
        if self.fields:
            inner.addWidget(self.fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 10)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(inner)
