"""The page of the settings on privacy: the lock, who may receive text, who is ever contacted."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from reader.contacts import Contact
from reader.ui.backlog import Backlog
from reader.ui.setup import Setup, heading, page_column, prose
from reader.ui.widgets import button


class PrivacyPage(QWidget):
    """Everything about what leaves this computer, and the ways to stop it."""

    lock_wanted = Signal(bool)

    def __init__(self, setup: Setup) -> None:
        super().__init__()
        self._setup = setup
        self.lock = QCheckBox(self.tr("Stay offline"))
        self.lock.clicked.connect(self.lock_wanted)
        self.allowed_rows = QVBoxLayout()
        self.contact_rows = QVBoxLayout()
        self.keys = prose()
        self._allowed: Sequence[str] | None = None
        self._contacts: Sequence[Contact] = ()
        self._is_keyring_asked = False
        self._backlog = Backlog(self)
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show the lock, the receivers and the contacts as they are now."""
        settings = self._setup.settings
        self.lock.setChecked(settings.offline)
        if settings.allowed != self._allowed:
            self._allowed = settings.allowed
            self._show_receivers(settings.allowed)
        contacts = self._setup.core.contacts()
        if contacts != self._contacts:
            self._contacts = contacts
            self._backlog.clear()
            _refill(self.contact_rows, [])
            for contact in contacts:
                self._backlog.add(partial(self._tell_of, contact))

    def showEvent(self, event: QShowEvent) -> None:
        """Ask once where keys are kept."""
        super().showEvent(event)
        if not self._is_keyring_asked:
            self._is_keyring_asked = True
            self._ask_keyring()

    # -- inside -------------------------------------------------------------------------

    def _tell_of(self, contact: Contact) -> None:
        """A line costs a millisecond or two, so each has a turn of the event loop."""
        self.contact_rows.addWidget(_told(contact))

    def _show_receivers(self, hosts: Sequence[str]) -> None:
        if hosts:
            _refill(self.allowed_rows, [self._receiver(host) for host in hosts])
        else:
            _refill(self.allowed_rows, [prose(self.tr("Nobody."))])

    def _receiver(self, host: str) -> QWidget:
        """A line with a host and the way to withdraw leave."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(prose(host), 1)
        withdraw = button(self.tr("Withdraw"), "outline")
        withdraw.setAccessibleName(self.tr("Withdraw leave for {}").format(host))
        withdraw.clicked.connect(partial(self._withdraw, host))
        row.addWidget(withdraw)
        return line

    def _withdraw(self, host: str) -> None:
        """Ask again before text goes to this host."""
        self.lock.setFocus()  # The button is about to go.
        allowed = tuple(one for one in self._setup.settings.allowed if one != host)
        self._setup.save(allowed=allowed)

    def _ask_keyring(self) -> None:
        def work(_cancelled: threading.Event) -> Iterator[str]:
            yield self._setup.core.keyring_reason()

        self._setup.errands.run(work, self._tell_keyring, self._raise)

    def _tell_keyring(self, reason: str) -> None:
        self.keys.setText(
            reason
            or self.tr("The keys of engines are kept in the system's keyring, in no file of Setu.")
        )

    def _raise(self, error: Exception) -> None:
        raise error

    def _lay_out(self) -> None:
        column = page_column(self, self.tr("Privacy"))
        column.addWidget(self.lock)
        lock = self.tr(
            "Nothing leaves this computer. No article, feed or picture is fetched from any address;"
            " only a translation or model server on this very computer is still asked."
        )
        column.addWidget(prose(lock, "muted"))
        parts: Sequence[tuple[str, QVBoxLayout]] = (
            (self.tr("Who may receive the text you translate"), self.allowed_rows),
            (self.tr("Every address that Setu can contact"), self.contact_rows),
        )
        for title, part in parts:
            part.setSpacing(8)
            column.addWidget(heading(title))
            column.addLayout(part)
        column.addWidget(heading(self.tr("Keys")))
        column.addWidget(self.keys)


def _told(contact: Contact) -> QWidget:
    """Who is contacted, why, and when."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(prose(contact.host))
    column.addWidget(prose(f"{contact.why}; {contact.when}", "muted"))
    return made


def _refill(layout: QVBoxLayout, widgets: Sequence[QWidget]) -> None:
    """Put these widgets in the place of those in a layout."""
    while item := layout.takeAt(0):
        if old := item.widget():
            old.hide()
            old.deleteLater()
    for widget in widgets:
        layout.addWidget(widget)
