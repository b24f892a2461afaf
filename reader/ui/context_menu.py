"""The menu on a sentence: what can be done with it, and with the link under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from reader.ui.actions import Actions
from reader.ui.desk import Desk
from reader.ui.following import Following

_ACTIONS = (
    "look_up",
    "",
    "translate_sentence",
    "translate_paragraph",
    "translate_again",
    "",
    "about_sentence",
    "correct",
    "ask_another",
    "spell_name",
    "",
    "copy",
    "copy_english",
    "copy_both",
    "",
    "mark",
    "mark_mint",
    "mark_sky",
    "mark_rose",
    "unmark",
)
"""With '' for a line between two groups."""


class ContextMenu(QObject):
    """Opens it where the reading view asks for it."""

    def __init__(self, desk: Desk, actions: Actions, following: Following) -> None:
        super().__init__(desk.window)
        self._desk, self._actions, self._following = desk, actions, following
        desk.view.menu_wanted.connect(self._open)

    def _open(self, sentence: str, place: QPoint) -> None:
        """Open it at a global place, on a sentence that is chosen by that."""
        view = self._desk.view
        if sentence and sentence != view.current:
            view.clicked.emit(sentence)
        menu = QMenu(self._desk.window)
        self._following.fill(menu, place)
        for name in _ACTIONS:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        menu.exec(place)
        menu.deleteLater()
