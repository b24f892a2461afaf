"""What the dictionary has on one Hindi word, beside the word; the arrows go to its neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reader.language import lexicon, names, romanise
from reader.language.lexicon import Entry
from reader.model import Label
from reader.ui import fonts
from reader.ui.setup import prose

WIDTH = 300
LINE = 44
"""Pixels from the foot of a line to where the popup stands above it."""
GENDERS = {"m": "masculine", "f": "feminine", "mf": "masculine or feminine", "": ""}
_KEYS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class WordPopup(QFrame):
    """A little card; it goes by Escape or a click beside it."""

    step_wanted = Signal(int)  # 1 for the next word, -1 for the one before
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("word")
        self.setFixedWidth(WIDTH)
        self._word, self._said = prose(), prose("", "muted")
        self._word.setFont(fonts.font(fonts.HINDI, 20, 600))
        self._meanings = prose()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 14)
        self._column.setSpacing(6)
        for widget in (self._word, self._said, self._meanings):
            self._column.addWidget(widget)

    def show_word(self, word: str, entries: Sequence[Entry], at: QPoint) -> None:
        """Show a word below a global place, and its entries, of which there may be none."""
        self._word.setText(entries[0].headword if entries else word)
        latin = names.spelling(word) or romanise.romanise(word)
        self._said.setText(f"{word} · {latin}" if self._word.text() != word else latin)
        texts = [_text(entry) for entry in entries] or [self._without_entry(word)]
        self._meanings.setText("\n\n".join(texts))
        self.setAccessibleName(" ".join([self._word.text(), self._said.text(), *texts]))
        self.setFixedHeight(self._column.totalHeightForWidth(WIDTH))
        self.move(self._within_screen(at))
        self.show()

    @property
    def text(self) -> str:
        """All that it says."""
        return self.accessibleName() if self.isVisible() else ""

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that it has gone."""
        super().hideEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go to the neighbours; the rest is the popup's own."""
        step = _KEYS.get(Qt.Key(event.key()))
        if step:
            self.step_wanted.emit(step)
        else:
            super().keyPressEvent(event)

    def _without_entry(self, word: str) -> str:
        """What is said of a word that the dictionary does not have: perhaps it is a name."""
        name = names.known(word)
        kinds = {
            Label.PERSON: self.tr("name of a person"),
            Label.PLACE: self.tr("name of a place"),
            Label.ORGANISATION: self.tr("name of an organisation"),
        }
        return kinds[name.label] if name else self.tr("Not in the dictionary.")

    def _within_screen(self, at: QPoint) -> QPoint:
        room = self.screen().availableGeometry()
        x = min(at.x(), room.right() - self.width())
        fits = at.y() + self.height() <= room.bottom()
        return QPoint(max(room.left(), x), at.y() if fits else at.y() - self.height() - LINE)


def _text(entry: Entry) -> str:
    """Part of speech and gender, then the meanings with their numbers."""
    kind = ", ".join(filter(None, (entry.pos, GENDERS[entry.gender])))
    meanings = [f"{number}. {text}" for number, text in enumerate(entry.meanings, 1)]
    return "\n".join([kind, *(meanings if len(meanings) > 1 else entry.meanings)])


def entries_at(spelled: Sequence[str], at: int) -> tuple[str, tuple[Entry, ...]]:
    """The word at ``at``, or the group that begins there, and what the dictionary has on it."""
    group = lexicon.longest(spelled, at)
    if group:
        count, entries = group
        return " ".join(spelled[at : at + count]), entries
    return spelled[at], lexicon.lookup(spelled[at])
