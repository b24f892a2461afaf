"""Ways in: a file, an address, the clipboard, a drop, the sample, a recent article."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from reader import formats
from reader.errors import NotHindi, ReaderError
from reader.ui.desk import Desk


class Opening(QObject):
    """Opens articles, and offers to go on when one is not in Hindi."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._again: Callable[[], None] = lambda: None

    def open_file(self) -> None:
        """Ask for a file and open it."""
        title = self.tr("Open an article")
        kinds = self.tr("Articles (*.txt *.html *.htm *.xhtml *.md);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._desk.window, title, "", kinds)
        if name:
            self.open(name)

    def open_address(self) -> None:
        """Ask for an address and open it."""
        clip = QGuiApplication.clipboard().text().strip()
        known = clip if formats.is_address(clip) else ""
        self._desk.entry.ask(
            self.tr("Address"), "https://…", self.tr("Open"), self._enter_address, known
        )

    def paste_article(self) -> None:
        """Open what the clipboard holds."""
        self.take(QGuiApplication.clipboard().mimeData() or QMimeData())

    def open_sample(self) -> None:
        """Open the bundled sample, whose English needs no engine."""
        path = self._desk.session.stored(self._desk.core.sample, "")
        if path:
            self.open(path)

    def open(self, source: str, *, any_language: bool = False) -> None:
        """Open the article at a path or address, in Hindi unless ``any_language``."""
        self._again = partial(self._desk.session.open, source, any_language=True)
        self._desk.session.open(source, any_language=any_language)

    def paste(self, text: str) -> None:
        """Open pasted text or HTML."""
        self._again = partial(self._desk.session.paste, text, any_language=True)
        self._desk.session.paste(text)

    def take(self, data: QMimeData) -> bool:
        """Open what was dropped or pasted: a file, a link, HTML or text; whether there was any."""
        urls = [
            url for url in data.urls() if url.isLocalFile() or url.scheme() in ("http", "https")
        ]
        text = data.text().strip()
        if urls:
            self.open(
                urls[0].toLocalFile()
                or urls[0].toString(QUrl.ComponentFormattingOption.FullyEncoded)
            )
        elif formats.is_address(text):
            self.open(text)
        elif text or data.hasHtml():
            self.paste(data.html() if data.hasHtml() else text)
        else:
            self._desk.message.tell(
                self.tr("There is no text here. Copy an article or its address first."), "warning"
            )
            return False
        return True

    def refuse(self, error: ReaderError) -> None:
        """Say why an article could not be opened; offer to go on when only its language is off."""
        if isinstance(error, NotHindi):
            self._desk.message.tell(str(error), "warning", self.tr("Open anyway"), self._again)
        else:
            self._desk.message.tell(str(error), "error")

    def import_memory(self) -> None:
        """Ask for a TMX file and take its translations in."""
        title = self.tr("Import translation memory")
        name, _ = QFileDialog.getOpenFileName(self._desk.window, title, "", "TMX (*.tmx)")
        if name:
            self.take_memory(Path(name))

    def take_memory(self, path: Path) -> None:
        """Take in a TMX file and show what it holds of the open article."""
        try:
            count = self._desk.core.import_memory(path)
        except ReaderError as error:
            self._desk.message.tell(str(error), "error")
            return
        self._desk.session.recall()
        self._desk.message.tell(self.tr("{} translations taken in.").format(count), "fine")

    def export_memory(self) -> None:
        """Ask where, and write all translations kept as a TMX file."""
        title = self.tr("Export translation memory")
        name, _ = QFileDialog.getSaveFileName(self._desk.window, title, "setu.tmx", "TMX (*.tmx)")
        if name:
            self.give_memory(Path(name))

    def give_memory(self, path: Path) -> None:
        """Write the translation memory to ``path`` and say so."""
        try:
            self._desk.core.export_memory(path)
        except ReaderError as error:
            self._desk.message.tell(str(error), "error")
            return
        self._desk.message.tell(self.tr("Exported to {}.").format(path), "fine")

    def _enter_address(self, text: str) -> bool:
        """Open what was entered, with https:// put before it if need be; False if it is none."""
        if not formats.is_address(text) and "." in text.split("/")[0]:
            text = f"https://{text}"
        if not formats.is_address(text):
            self._desk.message.tell(
                self.tr("That is not a web address. It starts with https:// or http://."), "error"
            )
            return False
        self.open(text)
        return True
