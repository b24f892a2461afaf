"""Ways in: a file, an address, the clipboard, a drop, the sample, a recent article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from reader import formats
from reader.errors import NeedsBrowser, NoArticle, NotHindi, ReaderError
from reader.model import Document, Entry
from reader.ui import fonts, incoming
from reader.ui.desk import Desk
from reader.ui.refetching import Refetching


class Opening(QObject):
    """Opens articles, and offers to go on when one is not in Hindi."""

    def __init__(self, desk: Desk, refetching: Refetching) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._refetching = refetching
        self._again: Callable[[], None] = lambda: None
        refetching.refused.connect(self.refuse)

    def tell_of(self, document: Document) -> None:
        """Say of an article that is open what its reader should know of its letters."""
        tell = self._desk.message.tell
        if document.article.converted:
            text = self.tr("This text was typed for the font {} and has been converted to Unicode.")
            tell(text.format(document.article.converted))
        for script in fonts.missing_scripts("".join(row.text for row in document.rows))[:1]:
            text = self.tr("No font here has letters in {0}. Install one, such as Noto Sans {0}.")
            tell(text.format(script), "warning")

    def open_file(self) -> None:
        """Ask for a file and open it."""
        title = self.tr("Open an article")
        known = " ".join(f"*{suffix}" for suffix in formats.SUFFIXES)
        kinds = self.tr("Articles ({});;All files (*)").format(known)
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

    def open(self, source: str, *, part: str = "", any_language: bool = False) -> None:
        """Open the article at a path or address, in Hindi unless ``any_language``.

        One that was fetched before is there at once, and is then compared with today's.
        """
        session, core = self._desk.session, self._desk.core
        self._refetching.stop()
        self._again = partial(session.open, source, part=part, any_language=True)
        is_address = formats.is_address(source)
        kept = session.stored(lambda: core.kept_at(source), None) if is_address else None
        if kept is not None:
            self._refetching.begin(source, kept)
        else:
            session.open(source, part=part, any_language=any_language)

    def open_entry(self, entry: Entry) -> None:
        """Open one article of a book or feed."""
        self.open(entry.source, part=entry.part)

    def open_whole(self, source: str) -> None:
        """Open all chapters of a book as one article."""
        self.open(source, part=formats.ALL)

    def reopen(self, key: str) -> None:
        """Open an article the library keeps, by its key."""
        self._refetching.stop()
        self._desk.session.reopen(key)

    def paste(self, text: str, html: str = "") -> None:
        """Open pasted text, or the HTML that came with it."""
        self._refetching.stop()
        self._again = partial(self._desk.session.paste, text, html, any_language=True)
        self._desk.session.paste(text, html)

    def take(self, data: QMimeData) -> bool:
        """Open what was dropped or pasted: files, links, HTML or text; whether there was any."""
        found = incoming.read(data)
        if found.refusal:
            self._desk.message.tell(self.tr(found.refusal), "warning")
        elif found.sources:
            self._open_first(found.sources)
        else:
            self.paste(found.text, found.html)
        return not found.refusal

    def refuse(self, error: ReaderError, seen: str = "") -> None:
        """Say why an article could not be opened, and offer what can be done about it.

        ``seen`` says what is shown in its place.
        """
        tell = partial(self._desk.message.tell, f"{seen} {error}".strip())
        level = "warning" if seen or isinstance(error, NotHindi) else "error"
        if isinstance(error, NotHindi):
            tell(level, self.tr("Open anyway"), self._again)
        elif _can_be_pasted(error):
            tell(level, self.tr("Paste"), self.paste_article)
        elif isinstance(error, NoArticle) and error.feed:
            tell(level, self.tr("Show its articles"), partial(self.open, error.feed))
        else:
            tell(level)

    def _open_first(self, sources: Sequence[str]) -> None:
        """Open the first of several files and links, and offer the next."""
        first, *others = sources
        self.open(first)
        if others:
            told = self.tr("1 more can be opened.")
            if len(others) > 1:
                told = self.tr("{} more can be opened.").format(len(others))
            go_on = partial(self._open_first, others)
            self._desk.message.tell(told, "info", self.tr("Open the next"), go_on)

    def _enter_address(self, text: str) -> bool:
        """Open what was entered, with https:// put before it if need be; False if it is none."""
        address = formats.address_of(text)
        if not address:
            self._desk.message.tell(
                self.tr("That is not a web address. It starts with https:// or http://."), "error"
            )
            return False
        self.open(address)
        return True


def _can_be_pasted(error: ReaderError) -> bool:
    """Whether it would help to open the page in a browser and paste its text."""
    return isinstance(error, NeedsBrowser) or "paste" in error.advice
