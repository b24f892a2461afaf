"""What can be set for one engine: its address, key and the like, and a check of all of it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reader.errors import ReaderError
from reader.settings import LISTED
from reader.translation.engines.table import REMOTE
from reader.ui.address_field import AddressField
from reader.ui.engine_facts import FACTS, Facts, Key, Line
from reader.ui.key_field import KeyField
from reader.ui.note import Note
from reader.ui.setup import Setup, prose
from reader.ui.task import Task
from reader.ui.widgets import button
from reader.ui.wording import in_settings


class EngineFields(QWidget):
    """The fields of an engine behind a web address; what is entered is kept at once."""

    def __init__(self, setup: Setup, name: str) -> None:
        """``name`` is one of `table.REMOTE`."""
        super().__init__()
        self._setup, self._name = setup, name
        self._facts = FACTS.get(name, Facts())
        self._label, usual = REMOTE[name]
        self.address = AddressField(
            self.tr("Address of {}").format(self._label), usual or "http://localhost:…"
        )
        self.address.entered.connect(self._set_address)
        self.key = (
            None
            if self._facts.key is Key.NONE
            else KeyField(setup, name, self._label, optional=self._facts.key is Key.OPTIONAL)
        )
        self.lines = {line.setting: self._line(line) for line in self._facts.lines}
        self.check = button(self.tr("Check"), "outline")
        self.check.setAccessibleName(self.tr("Check {}").format(self._label))
        self.check.setToolTip(self.tr("Ask the server whether it translates Hindi"))
        self.check.clicked.connect(self._check)
        self.note = Note()
        self._task: Task | None = None
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept."""
        settings = self._setup.settings
        self.address.show_address(getattr(settings, f"{self._name}_address"))
        for name, field in self.lines.items():
            if not field.isModified():
                field.setText(getattr(settings, name))
        if self.key:
            self.key.refresh()

    def begin(self) -> None:
        """The fields have come in sight: go to the first that has to be filled in."""
        if self.key:
            self.key.ask_keyring()
        self.first_missing().setFocus()

    def first_missing(self) -> QWidget:
        """The first field that has to be filled in and is not; else the check."""
        has_address = REMOTE[self._name][1] or self._setup_value(f"{self._name}_address")
        if not has_address:
            return self.address
        if self._facts.key is Key.NEEDED and not self._setup.core.has_key(self._name):
            assert self.key
            return self.key
        model = f"{self._name}_model"
        if model in self.lines and not self._setup_value(model):
            return self.lines[model]
        return self.check

    # -- inside -------------------------------------------------------------------------

    def _setup_value(self, setting: str) -> str:
        return str(getattr(self._setup.settings, setting))

    def _line(self, line: Line) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(self.tr("{} of {}").format(line.label, self._label))
        field.setPlaceholderText(line.hint)
        field.editingFinished.connect(partial(self._set_line, line.setting))
        return field

    def _set_line(self, setting: str) -> None:
        field = self.lines[setting]
        field.setModified(False)
        if field.text().strip() != self._setup_value(setting):
            self._forget_check()
            self._setup.save(**{setting: field.text().strip()})

    def _set_address(self, address: str) -> None:
        """Another server: what the one before was seen to have says nothing of it."""
        self._forget_check()
        listed = tuple(name for name in self._setup.settings.listed if name != self._name)
        self._setup.save(**{f"{self._name}_address": address}, listed=listed)

    def _check(self) -> None:
        """Ask the server, or stop waiting for it."""
        if self._task:
            self._forget_check()
            return
        self.note.tell("")
        self.check.setText(self.tr("Stop"))

        def work(cancelled: threading.Event) -> Iterator[bool]:
            yield self._setup.core.probe(self._name, cancelled)

        self._task = self._setup.errands.run(
            work,
            self._take,
            self._fail,
            name=self.tr("Checking {} …").format(self._label),
            on_cancelled=self._forget_check,
        )

    def _forget_check(self) -> None:
        if self._task:
            self._task.cancel()
        self._rest()
        self.note.tell("")

    def _rest(self) -> None:
        self._task = None
        self.check.setText(self.tr("Check"))

    def _take(self, has_hindi: bool) -> None:
        self._rest()
        if self._name in LISTED:
            others = set(self._setup.settings.listed) - {self._name}
            listed = others | {self._name} if has_hindi else others
            self._setup.save(listed=tuple(sorted(listed)))
        if has_hindi:
            text = self.tr("It answers, and translates Hindi.")
            if self._facts.is_list_open:
                text += self.tr(" Whether it takes the key shows with the first sentence.")
            self.note.tell(text, "fine")
        else:
            self.note.tell(self.tr("It answers, but does not translate Hindi."), "warning")

    def _fail(self, error: Exception) -> None:
        self._rest()
        if not isinstance(error, ReaderError):
            raise error
        self.note.tell(in_settings(str(error)), "error")

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Address"), self.address)
        if self.key:
            form.addRow(self.tr("Key"), self.key)
        for line in self._facts.lines:
            form.addRow(line.label, self.lines[line.setting])
        checking = QHBoxLayout()
        checking.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        checking.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(prose(self._facts.what, "muted"))
        column.addLayout(form)
        column.addLayout(checking)
