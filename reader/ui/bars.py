"""One-line bars inside the window: a message with one action, or a field to fill in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from reader.ui.widgets import button, label

ICONS = {"info": "ⓘ", "warning": "⚠", "error": "✕", "fine": "✓"}
WORDS = {"info": "Note", "warning": "Warning", "error": "Error", "fine": "Done"}


class MessageBar(QFrame):
    """Says one thing and offers one thing to do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._icon = label(name="icon")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = button(name="outline")
        self._close = QPushButton(self.tr("Dismiss"))
        self._do: Callable[[], None] = lambda: None
        self._action.clicked.connect(self._act)
        self._close.clicked.connect(self.hide)
        _in_a_row(self, self._icon, (self._text, 1), self._action, self._close)
        self.hide()

    def tell(
        self,
        text: str,
        level: str = "info",
        action: str = "",
        do: Callable[[], None] = lambda: None,
    ) -> None:
        """Show ``text``; ``level`` is info, warning, error or fine; ``action`` a button's word."""
        self._icon.setText(f"{ICONS[level]} {self.tr(WORDS[level])}")
        self._icon.setProperty("level", level)
        self._icon.style().unpolish(self._icon)
        self._icon.style().polish(self._icon)
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._do = do
        self.setAccessibleName(text)
        self.show()

    @property
    def text(self) -> str:
        """What is being told, '' when nothing is."""
        return self._text.text() if self.isVisible() else ""

    def press(self) -> None:
        """Do what the button offers."""
        self._action.click()

    def _act(self) -> None:
        self.hide()
        self._do()


class EntryBar(QFrame):
    """Asks for one line of text, such as an address."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._label = QLabel()
        self.field = QLineEdit()
        self._label.setBuddy(self.field)
        self._go = button(name="outline")
        self._close = QPushButton(self.tr("Cancel"))
        self._do: Callable[[str], None] = lambda text: None
        self._go.clicked.connect(self._enter)
        self.field.returnPressed.connect(self._enter)
        self._close.clicked.connect(self.hide)
        _in_a_row(self, self._label, (self.field, 1), self._go, self._close)
        self.hide()

    def ask(
        self, label: str, hint: str, button: str, do: Callable[[str], None], text: str = ""
    ) -> None:
        """Show the field with ``label`` before it; ``do`` gets what was entered."""
        self._label.setText(label)
        self.field.setAccessibleName(label)
        self.field.setPlaceholderText(hint)
        self.field.setText(text)
        self._go.setText(button)
        self._do = do
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the bar away."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _enter(self) -> None:
        self.hide()
        self._do(self.field.text().strip())


def _in_a_row(bar: QFrame, *widgets: QWidget | tuple[QWidget, int]) -> None:
    layout = QHBoxLayout(bar)
    layout.setContentsMargins(14, 6, 14, 6)
    layout.setSpacing(8)
    for widget in widgets:
        if isinstance(widget, tuple):
            layout.addWidget(*widget)
        else:
            layout.addWidget(widget)
