"""The key of an engine: typed once, kept in the system's keyring, never shown again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reader.errors import ReaderError
from reader.ui.note import Note
from reader.ui.setup import Setup, prose
from reader.ui.widgets import button


class KeyField(QWidget):
    """A field while there is no key, else the word that there is one and a way to remove it."""

    def __init__(self, setup: Setup, engine: str, label: str, *, optional: bool) -> None:
        """``engine`` is its name, ``label`` the one for the reader."""
        super().__init__()
        self._setup, self._engine = setup, engine
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Key for {}").format(label))
        self.field.setPlaceholderText(self.tr("only if the server wants one") if optional else "")
        self.field.returnPressed.connect(self._put)
        self.keep = button(self.tr("Keep"), "outline")
        self.keep.setAccessibleName(self.tr("Keep the key for {}").format(label))
        self.keep.clicked.connect(self._put)
        self.held = prose()
        self.remove = button(self.tr("Remove"), "outline")
        self.remove.setAccessibleName(self.tr("Remove the key for {}").format(label))
        self.remove.clicked.connect(self._remove)
        self.note = Note()
        self._is_asked = False
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show whether there is a key."""
        has_key = self._setup.core.has_key(self._engine)
        self.field.setHidden(has_key)
        self.keep.setHidden(has_key)
        self.held.setVisible(has_key)
        self.remove.setVisible(has_key)
        self.setFocusProxy(self.remove if has_key else self.field)
        is_kept = self._engine in self._setup.settings.keyed
        self.held.setText(
            self.tr("A key is kept in the system's keyring.")
            if is_kept
            else self.tr("A key is there until Setu is closed; it is not in a keyring.")
        )

    def ask_keyring(self) -> None:
        """Find out once whether there is a keyring, and say so where there is none."""
        if not self._is_asked:
            self._is_asked = True
            self._run(self._setup.core.keyring_reason, self._tell_keyring)

    # -- inside -------------------------------------------------------------------------

    def _put(self) -> None:
        key = self.field.text().strip()
        if not key:
            self.note.tell(self.tr("Type or paste the key first."), "warning")
            return
        self.field.clear()
        self._wait(self.tr("The key is being kept …"))
        self._run(lambda: self._setup.core.put_key(self._engine, key), self._take_put)

    def _remove(self) -> None:
        self._wait(self.tr("The key is being removed …"))
        self._run(lambda: self._setup.core.remove_key(self._engine), self._take_removed)

    def _take_put(self, is_kept: bool) -> None:
        keyed = set(self._setup.settings.keyed) - {self._engine}
        self._save(keyed | {self._engine} if is_kept else keyed)

    def _take_removed(self, _none: None) -> None:
        self._save(set(self._setup.settings.keyed) - {self._engine})
        if self._setup.core.has_key(self._engine):
            self.note.tell(
                self.tr("The environment gives a key; Setu cannot remove that one."), "warning"
            )

    def _save(self, keyed: set[str]) -> None:
        """Note whose keys the keyring has; the window then shows everything anew."""
        self.setEnabled(True)
        self.note.tell("")
        self._setup.save(keyed=tuple(sorted(keyed)))
        self.setFocus()

    def _tell_keyring(self, reason: str) -> None:
        if not self._setup.core.has_key(self._engine):
            self.note.tell(reason)

    def _wait(self, text: str) -> None:
        self.note.tell(text)
        self.setEnabled(False)

    def _run(self, work: Callable[[], Any], take: Callable[[Any], None]) -> None:
        """Do it off the GUI thread: a keyring may ask the reader to unlock it first."""

        def errand(_cancelled: threading.Event) -> Iterator[Any]:
            yield work()

        self._setup.errands.run(errand, take, self._fail)

    def _fail(self, error: Exception) -> None:
        self.setEnabled(True)
        if not isinstance(error, ReaderError):
            raise error
        self.note.tell(str(error), "error")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.keep)
        row.addWidget(self.held, 1)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.note)
