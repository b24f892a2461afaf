"""The bar in which the reader says what to find."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from reader.ui.bars import Bar
from reader.ui.widgets import button, label

COUNT_WIDTH = 110


class FindBar(Bar):
    """A field, how many places there are, and the ways from one to the next."""

    changed = Signal(str, bool)  # what to find, and whether capitals count
    step_wanted = Signal(int)  # 1 for the next place, -1 for the one before

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Hindi or English: modi finds मोदी too"))
        self.field.setAccessibleName(self.tr("Find in both languages"))
        self.field.setClearButtonEnabled(True)
        self.count = label()
        self.count.setMinimumWidth(COUNT_WIDTH)
        self.case = QCheckBox(self.tr("Match case"))
        self.previous = button(self.tr("Previous"), "outline")
        self.next = button(self.tr("Next"), "outline")
        close = QPushButton(self.tr("Close"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        for widget in (self.count, self.case, self.previous, self.next, close):
            row.addWidget(widget)
        self.field.textChanged.connect(self._tell)
        self.case.toggled.connect(self._tell)
        self.previous.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.next.clicked.connect(lambda: self.step_wanted.emit(1))
        close.clicked.connect(self.hide)
        self.hide()

    def ask(self, text: str = "") -> None:
        """Show the bar and take the keyboard; ``text`` is what to find if that is given."""
        if text:
            self.field.setText(text)
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def tell(self, here: int, count: int, *, done: bool) -> None:
        """Say which of how many places is shown, from 1; ``done`` if there can be no more."""
        more = "" if done else " …"
        if not self.field.text().strip():
            said = ""
        elif not count:
            said = self.tr("Not found") if done else "…"
        else:
            said = self.tr("{} of {}").format(here, count) + more
        self.count.setText(said)
        for each in (self.previous, self.next):
            each.setEnabled(count > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes to the next place, with Shift to the one before; Escape closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step_wanted.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.changed.emit(self.field.text(), self.case.isChecked())
