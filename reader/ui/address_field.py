"""A field for the address of a server: looked at before it is taken, wrong ones told in place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from reader.translation.engines.http import host_of
from reader.ui.note import Note


class AddressField(QWidget):
    """Gives an address when the reader leaves the field or presses Return."""

    entered = Signal(str)  # a web address, or '' for the usual one

    def __init__(self, name: str, usual: str) -> None:
        """``name`` is for screen readers; ``usual`` is shown while the field is empty."""
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(usual)
        self.field.editingFinished.connect(self._enter)
        self.note = Note()
        self._kept = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.note)
        self.setFocusProxy(self.field)

    def show_address(self, address: str) -> None:
        """Show what is kept, unless the reader is at work on another."""
        if address != self._kept:
            self._kept = address
            self.field.setText(address)
            self.field.setCursorPosition(0)

    def _enter(self) -> None:
        address = self.field.text().strip()
        if address and not host_of(address):
            self.note.tell(
                self.tr(
                    "That is not the address of a server. It starts with https:// or http://, "
                    "and has no name or password in it."
                ),
                "error",
            )
            return
        self.note.tell("")
        if address != self._kept:
            self._kept = address
            self.entered.emit(address)
