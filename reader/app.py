"""The composition root: everything is built and wired here, and nowhere else.

`Core` is Setu without a window; the command line and the window both stand on it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from reader import formats, paths
from reader import settings as settings_file
from reader.documents import document_of, laid_out
from reader.english import English
from reader.errors import FetchError, InputError, LibraryError, NoArticle
from reader.formats import encoding
from reader.library.anchors import anchored
from reader.library.articles import RecentArticle
from reader.library.feeds import Feed, FeedItem
from reader.library.library import Library
from reader.model import (
    Annotation,
    Article,
    Change,
    Contents,
    ContentsKind,
    Document,
    Kind,
)
from reader.settings import ADDRESSED, AUTOMATIC, Settings
from reader.translation.engines import table as engine_table

if TYPE_CHECKING:
    from reader.ui import core as port


class Core(English):
    """Opens, analyses, translates and keeps; has no window and knows no Qt.

    ``warnings`` holds what went wrong at the start without stopping it.
    """

    def __init__(self, library: Path | None, config: Path | None) -> None:
        """Use the library file and settings file given; None keeps them in memory."""
        super().__init__()
        self._config = config
        self.warnings: list[str] = []
        self._kept = _usable(settings_file.load(config) if config else Settings())
        self._environment = _environment()
        self.settings = replace(self._kept, **self._environment)  # type: ignore[arg-type]
        self._library_path = library

    @cached_property
    def library(self) -> Library:
        """The library, opened when it is first needed; if that fails, a copy in memory."""
        try:
            return Library.open(self._library_path)
        except LibraryError as error:
            self.warnings.append(f"{error} Until then nothing of this session is kept.")
            return Library.copy(self._library_path) if self._library_path else Library.open(None)

    @cached_property
    def _standard_input(self) -> bytes:
        """What comes on standard input, read once and not past the largest article."""
        try:
            return sys.stdin.buffer.read(encoding.MAX_BYTES + 1) if sys.stdin else b""
        except OSError as error:
            raise InputError("The input cannot be read.", "Name a file instead.") from error

    # -- any thread ---------------------------------------------------------------------

    def open(
        self,
        source: str,
        cancelled: Event | None = None,
        *,
        part: str = "",
        progress: formats.Progress | None = None,
        any_language: bool = False,
    ) -> Document | Contents:
        """The article at a path or address, or on standard input for ``-``, cut into rows.

        An address alone on standard input is opened. A feed, or a book of which no ``part``
        is named, gives its contents. Nothing is fetched while Stay offline is on. Raises
        InputError.
        """
        data = self._standard_input if source == "-" else None
        if data and (address := formats.address_in(data)):
            source, data = address, None
        if self.settings.offline and formats.is_address(source):
            raise FetchError("Stay offline is on.", "Turn it off to open addresses.")
        loaded = formats.load(source, data=data, part=part, cancelled=cancelled, progress=progress)
        return laid_out(loaded, any_language=any_language)

    def document(self, source: str, *, part: str = "", any_language: bool = False) -> Document:
        """The one article at a path or address. Raises InputError where there are several."""
        opened = self.open(source, part=part, any_language=any_language)
        if isinstance(opened, Contents):
            raise formats.several(opened)
        return opened

    def feed_at(self, address: str, cancelled: Event | None = None) -> Contents:
        """The feed at ``address``, or the one that the page there declares.

        Its address is the one it was asked at. Raises InputError where there is none.
        """
        if not formats.is_address(address):
            raise InputError("That is not a web address.", "It should begin with https://.")
        try:
            opened = self.open(address, cancelled, any_language=True)
        except NoArticle as error:
            if not error.feed:
                raise
            opened = self.open(error.feed, cancelled)
            address = error.feed
        if isinstance(opened, Document) and opened.article.feed:
            address = opened.article.feed
            opened = self.open(address, cancelled)
        if isinstance(opened, Contents) and opened.kind is ContentsKind.FEED:
            return replace(opened, url=address)
        raise InputError("There is no feed at this address.", "Give the address of a feed.")

    def text(self, source: str) -> str:
        """The plain text in a file, or on standard input for ``-``. Raises InputError."""
        if source == "-":
            return encoding.decode(self._standard_input, "The input")
        path = formats.user_path(source)
        return encoding.decode(encoding.read_bytes(path), path.name)

    def paste(
        self, text: str, html: str = "", *, any_language: bool = False
    ) -> Document | Contents:
        """Pasted text, or the HTML that came with it, as an article. Raises InputError."""
        return laid_out(_pasted(text, html), any_language=any_language)

    def lay_out(self, article: Article) -> Document:
        """A kept article cut into rows, whatever its language."""
        return document_of(article)

    def compare(self, old: Document, new: Document) -> tuple[Change, ...]:
        """The sentences that differ between two versions of an article, in reading order."""
        from reader.language.compare import compare

        return compare(old.rows, new.rows)

    def picture(self, address: str, cancelled: Event | None = None) -> bytes:
        """The bytes of a picture, fetched because the reader asked. Raises FetchError."""
        from reader.formats.web import picture

        if self.settings.offline:
            raise FetchError("Stay offline is on.", "Turn it off to load pictures.")
        return picture.fetch(address, cancelled)

    def analyse(self, document: Document) -> Document:
        """The document with its entities, key points and English credits found."""
        from reader.language import entities, key_points, names, romanise

        article = document.article
        return replace(
            document,
            entities=entities.find(document.rows, article.published),
            key_points=key_points.link(document.rows),
            english_byline=romanise.romanise_name(article.byline),
            english_dateline=names.spelling(article.dateline)
            or romanise.romanise_name(article.dateline),
        )

    # -- the thread that made this object -----------------------------------------------

    def opened(self, document: Document) -> None:
        """Note in the library that the article was opened now, and keep what it brought.

        A document saved to a file brings its English and its marks.
        """
        key = self.library.remember_article(document.article, datetime.now(UTC))
        if document.units:
            self.remember(document.units.values())
        if document.annotations:
            self.library.add_annotations(key, document.annotations)

    def marks(self, document: Document) -> tuple[Annotation, ...]:
        """The marks the library keeps of the article, or the document brought.

        Each is where its words stand now; one whose words are gone has no row ('').
        """
        kept = self.library.annotations(self.library.key(document.article))
        known = {mark.id for mark in kept}
        brought = (mark for mark in document.annotations if mark.id not in known)
        return tuple(anchored(mark, document.rows) for mark in (*kept, *brought))

    def recent(self, limit: int) -> list[RecentArticle]:
        """The articles opened last, the latest first."""
        return self.library.recent(limit)

    def leave(self, document: Document, sentence: str) -> None:
        """Keep the sentence at which reading was left, by its text; '' for the top."""
        self.library.leave(self.library.key(document.article), sentence)

    def left_at(self, document: Document) -> str:
        """The text of the sentence at which reading was left last time, '' for the top."""
        return self.library.left_at(self.library.key(document.article))

    def key(self, document: Document) -> str:
        """What the library keeps the article under, for `kept`."""
        return self.library.key(document.article)

    def kept(self, key: str) -> Article | None:
        """The article the library keeps under ``key``, None if it is not there any more."""
        return self.library.article(key)

    def kept_at(self, address: str) -> Article | None:
        """The article the library keeps that lives at ``address``, or was asked for there."""
        return self.library.article_at(address)

    def versions(self, document: Document) -> tuple[Article, ...]:
        """What the library keeps of the article as it was before, the latest first."""
        return self.library.versions(self.library.key(document.article))

    def subscribe(self, feed: Contents) -> None:
        """Keep a feed, and its items as already seen."""
        self.library.subscribe(feed, datetime.now(UTC))

    def unsubscribe(self, address: str) -> None:
        """Forget the feed of that address."""
        self.library.unsubscribe(address)

    def feeds(self) -> list[Feed]:
        """The feeds subscribed to, by title."""
        return self.library.feeds()

    def take_items(self, feed: Contents) -> int:
        """Keep what a feed lists now; how many items are new."""
        return self.library.take_items(feed, datetime.now(UTC))

    def feed_items(self, address: str) -> list[FeedItem]:
        """The items of a feed, the latest first."""
        return self.library.feed_items(address)

    def put_marks(self, document: Document, marks: Iterable[Annotation]) -> None:
        """Keep marks of the article."""
        self.library.put_annotations(self.library.key(document.article), marks)

    def remove_mark(self, mark: str) -> None:
        """Forget a mark, given by id."""
        self.library.remove_annotation(mark)

    def sample(self) -> str:
        """The path of the bundled article; its English is now in the translation memory."""
        self.memory.import_tmx(paths.resource("sample/setu-sample.tmx"))
        return str(paths.resource("sample/setu-sample.txt"))

    def save_settings(self, settings: Settings) -> None:
        """Take and keep new settings, but not what only the environment says.

        Raises OSError when they cannot be written.
        """
        before, self.settings = self.settings, settings
        for name in ADDRESSED:
            if settings_file.of_engine(settings, name) != settings_file.of_engine(before, name):
                self.traffic.reset(name)
        given = [n for n, value in self._environment.items() if getattr(settings, n) == value]
        self._kept = replace(settings, **{name: getattr(self._kept, name) for name in given})
        if self._config:
            settings_file.save(self._kept, self._config)

    def allow(self, host: str) -> None:
        """Keep that the reader agreed to ``host`` receiving text, and nothing else that is set.

        Raises OSError when it cannot be written; it holds for this run all the same.
        """
        allowed = (*self.settings.allowed, host)
        used = replace(self.settings, allowed=allowed)
        try:
            self.save_settings(replace(self._kept, allowed=allowed))
        finally:
            self.settings = used

    def close(self) -> None:
        """End the offline engine, and close the library, if they were used."""
        super().close()
        if "library" in self.__dict__:
            self.library.close()


if TYPE_CHECKING:

    def _fits(core: Core) -> port.Core:
        """The window's port, held to by the type checker."""
        return core


def _pasted(text: str, html: str) -> formats.Loaded:
    """What was pasted: the HTML, unless that holds no text. Raises NoArticle."""
    if not html:
        return formats.load_text(text)
    try:
        article = formats.load_html(html)
    except NoArticle:
        if not text:
            raise
        return formats.load_text(text)
    if any(paragraph.kind is not Kind.IMAGE for paragraph in article.paragraphs):
        return article
    if not text:
        raise NoArticle("This is a picture.", "Copy the text of an article.")
    return formats.load_text(text)


def _usable(settings: Settings) -> Settings:
    """The settings with an engine that there is."""
    known = settings.engine in engine_table.TABLE
    return settings if known else replace(settings, engine=AUTOMATIC)


def _environment() -> dict[str, str]:
    """What the environment says of engines, by settings field; it wins over what is kept."""
    fields = [
        *(f"{name}_address" for name in (*ADDRESSED, "models")),
        "chat_model",
        "microsoft_region",
    ]
    given = {field: os.environ.get(f"SETU_{field.upper()}", "") for field in fields}
    return {field: value for field, value in given.items() if value}
