"""One-line bars inside the window: a message with one action, or a field to fill in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from reader.ui.widgets import button, label
from reader.ui.wording import in_window

# Only signs that the bundled typefaces have.
ICONS = {"info": "•", "warning": "!", "error": "×", "fine": "√"}
WORDS = {"info": "Note", "warning": "Warning", "error": "Error", "fine": "Done"}


class Bar(QFrame):
    """A line under the toolbar that comes and goes."""

    closed = Signal()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that the bar has gone, so that the text gets the keyboard back."""
        super().hideEvent(event)
        self.closed.emit()


class MessageBar(Bar):
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
        self._action.setToolTip(self.tr("Alt+Return"))
        self._close = QPushButton(self.tr("Dismiss"))
        self._close.setToolTip(self.tr("Esc"))
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
        *,
        asks: bool = False,
    ) -> None:
        """Show ``text``; ``level`` is info, warning, error or fine; ``action`` a button's word.

        A message that ``asks`` takes the keyboard, so that Return answers it.
        """
        self._icon.setText(f"{ICONS[level]} {self.tr(WORDS[level])}")
        self._icon.setProperty("level", level)
        self._icon.style().unpolish(self._icon)
        self._icon.style().polish(self._icon)
        self._text.setText(in_window(text))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._do = do
        self.setAccessibleName(self._text.text())
        self.show()
        if asks:
            self._action.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button that has the keyboard."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focused is not None:
            (self._close if focused is self._close else self._action).click()
            return
        super().keyPressEvent(event)

    def withdraw(self, text: str) -> None:
        """Say no more what is not true any longer, if ``text`` is what is being told."""
        if text and in_window(text) == self.text:
            self.hide()

    @property
    def text(self) -> str:
        """What is being told, '' when nothing is."""
        return self._text.text() if self.isVisible() else ""

    def answer_message(self) -> None:
        """Do what the button offers, if there is one to be seen."""
        if self._action.isVisible():
            self._action.click()

    def _act(self) -> None:
        self.hide()
        self._do()


class EntryBar(Bar):
    """Asks for one line of text, such as an address."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._label = QLabel()
        self.field = QLineEdit()
        self._label.setBuddy(self.field)
        self._go = button(name="outline")
        self._close = QPushButton(self.tr("Cancel"))
        self._do: Callable[[str], bool] = lambda text: True
        self._go.clicked.connect(self._enter)
        self.field.returnPressed.connect(self._enter)
        self._close.clicked.connect(self.hide)
        _in_a_row(self, self._label, (self.field, 1), self._go, self._close)
        self.hide()

    def ask(
        self, label: str, hint: str, button: str, do: Callable[[str], bool], text: str = ""
    ) -> None:
        """Show the field with ``label`` before it.

        ``do`` gets what was entered and says whether it would have it; else the bar stays.
        """
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
        if self._do(self.field.text().strip()):
            self.hide()
        else:
            self.field.selectAll()


def _in_a_row(bar: QFrame, *widgets: QWidget | tuple[QWidget, int]) -> None:
    layout = QHBoxLayout(bar)
    layout.setContentsMargins(14, 6, 14, 6)
    layout.setSpacing(8)
    for widget in widgets:
        if isinstance(widget, tuple):
            layout.addWidget(*widget)
        else:
            layout.addWidget(widget)
