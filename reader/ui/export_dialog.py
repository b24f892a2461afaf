"""The export dialog: which layout, which format, which file."""

from __future__ import annotations

import os
import re
import textwrap
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader import formats
from reader.errors import ReaderError
from reader.formats import ExportOptions, Layout
from reader.model import Document
from reader.ui.bars import MessageBar
from reader.ui.widgets import button, label

FORMATS = {"HTML, one file": ".html", "Markdown": ".md", "JSON, opens again here": ".json"}
LAYOUTS = {
    "Two columns": Layout.COLUMNS,
    "Interleaved": Layout.INTERLEAVED,
    "English only": Layout.ENGLISH,
}


class ExportDialog(QDialog):
    """Writes ``document`` where the reader says; tells ``message`` how it went."""

    def __init__(
        self, document: Document, engines: Mapping[str, str], message: MessageBar, parent: QWidget
    ) -> None:
        """``engines`` gives the label for an engine's name."""
        super().__init__(parent)
        self._document = document
        self._options = ExportOptions(exported=datetime.now().astimezone(), engines=engines)
        self._message = message
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(520)
        self.layouts = QComboBox()
        self.layouts.addItems([self.tr(name) for name in LAYOUTS])
        self.formats = QComboBox()
        self.formats.addItems([self.tr(name) for name in FORMATS])
        self.formats.currentIndexChanged.connect(self._follow_format)
        self.note = label(name="note")
        self.note.setWordWrap(True)
        self.file = QLineEdit()
        self.file.textChanged.connect(self._warn_if_there)
        self.file.setText(str(Path.home() / f"{_file_name(document)}.html"))
        self._lay_out()

    def export(self) -> None:
        """Write the file and close; if that fails say why and stay."""
        layout = list(LAYOUTS.values())[self.layouts.currentIndex()]
        try:
            path = formats.user_path(self.file.text())
            formats.export(self._document, path, layout, options=self._options)
        except ReaderError as error:
            self.note.setText(str(error))
            return
        self._message.tell(self.tr("Exported to {}.").format(path), "fine")
        self.accept()

    def _warn_if_there(self, name: str) -> None:
        there = False
        with suppress(ReaderError):
            there = formats.user_path(name).is_file()
        self.note.setText(self.tr("This file is there already and will be replaced.") * there)

    def _lay_out(self) -> None:
        browse = button(self.tr("Browse…"), "outline")
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.addWidget(self.file, 1)
        place.addWidget(browse)
        form = QFormLayout()
        form.addRow(self.tr("Layout"), self.layouts)
        form.addRow(self.tr("Format"), self.formats)
        form.addRow(self.tr("File"), place)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        write = button(self.tr("Export"), "primary")
        buttons.addButton(write, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.export)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.note)
        layout.addWidget(buttons)

    def _follow_format(self, number: int) -> None:
        suffix = list(FORMATS.values())[number]
        self.file.setText(os.path.splitext(self.file.text())[0] + suffix)  # noqa: PTH122 - '' too

    def _browse(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export to"), self.file.text())
        if name:
            self.file.setText(name)


def _file_name(document: Document) -> str:
    """The article's title as a file name: whole words, at most 60 characters."""
    name = re.sub(r"[^\w\u0900-\u097f -]+", " ", document.article.title)
    return textwrap.shorten(name, 60, placeholder="") or "article"
