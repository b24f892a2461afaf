"""The composition root: everything is built and wired here, and nowhere else.

`Core` is Setu without a window; the command line and the window both stand on it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from threading import Event

from reader import formats, paths
from reader import settings as settings_file
from reader.errors import FetchError, InputError, LibraryError, NotHindi, Unavailable
from reader.formats import encoding
from reader.language import segment as segmentation
from reader.library.anchors import anchored
from reader.library.articles import RecentArticle, article_key
from reader.library.library import Library
from reader.model import (
    HINDI,
    Annotation,
    Article,
    Document,
    Sentence,
    TranslationUnit,
)
from reader.settings import AUTOMATIC, Settings
from reader.translation import engines as engine_table
from reader.translation.engine import GLOSS, Engine
from reader.translation.memory import TranslationMemory
from reader.translation.translate import translate

LANGUAGE_SAMPLE = 20_000
"""How many characters of an article are looked at to tell its language."""


class Core:
    """Opens, analyses, translates and keeps; has no window and knows no Qt.

    ``warnings`` holds what went wrong at the start without stopping it.
    """

    def __init__(self, library: Path | None, config: Path | None) -> None:
        """Use the library file and settings file given; None keeps them in memory."""
        self._config = config
        self.warnings: list[str] = []
        self._kept = _usable(settings_file.load(config) if config else Settings())
        self._environment = _environment()
        self.settings = replace(self._kept, **self._environment)  # type: ignore[arg-type]
        self._library_path = library

    @cached_property
    def _library(self) -> Library:
        """The library, opened when it is first needed; one in memory if that fails."""
        try:
            return Library.open(self._library_path)
        except LibraryError as error:
            self.warnings.append(f"{error} Until then nothing of this session is kept.")
            return Library.open(None)

    @cached_property
    def _standard_input(self) -> bytes:
        """What comes on standard input, read once and not past the largest article."""
        try:
            return sys.stdin.buffer.read(encoding.MAX_BYTES + 1) if sys.stdin else b""
        except OSError as error:
            raise InputError("The input cannot be read.", "Name a file instead.") from error

    @cached_property
    def memory(self) -> TranslationMemory:
        """The translation memory in the library."""
        return TranslationMemory(self._library.units)

    # -- any thread ---------------------------------------------------------------------

    def open(
        self, source: str, cancelled: Event | None = None, *, any_language: bool = False
    ) -> Document:
        """The article at a path or address, or on standard input for ``-``, cut into rows.

        Nothing is fetched while Stay offline is on. Raises InputError.
        """
        if self.settings.offline and "://" in source:
            raise FetchError("Stay offline is on.", "Turn it off to open addresses.")
        data = self._standard_input if source == "-" else None
        article = formats.load(source, data=data, cancelled=cancelled)
        return document_of(article, any_language=any_language)

    def text(self, source: str) -> str:
        """The plain text in a file, or on standard input for ``-``. Raises InputError."""
        if source == "-":
            return encoding.decode(self._standard_input, "The input")
        path = formats.user_path(source)
        return encoding.decode(encoding.read_bytes(path), path.name)

    def paste(self, text: str, *, any_language: bool = False) -> Document:
        """Pasted text or HTML as an article. Raises InputError."""
        return document_of(formats.load_text(text), any_language=any_language)

    def lay_out(self, article: Article) -> Document:
        """A kept article cut into rows, whatever its language."""
        return document_of(article, any_language=True)

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

    def engines(self) -> dict[str, Engine]:
        """Every engine by name, usable or not."""
        from reader.language.gloss import gloss

        return engine_table.build(
            engine_table.EngineSettings(
                google_address=self.settings.google_address,
                libretranslate_address=self.settings.libretranslate_address,
                offline=self.settings.offline,
            ),
            gloss,
        )

    def chain(self, name: str) -> list[Engine]:
        """The engines to ask, in order, when ``name`` was chosen. Raises Unavailable.

        AUTOMATIC asks the engines that need no leave or have it, then the gloss.
        """
        engines = self.engines()
        if name == AUTOMATIC:
            others = [e for e in engines.values() if e.name != GLOSS and self.may_ask(e)]
            return [*(e for e in others if not e.unavailable_reason()), engines[GLOSS]]
        if name not in engines:
            known = ", ".join([AUTOMATIC, *engines])
            raise Unavailable(f"There is no engine called {name}.", f"Choose one of {known}.")
        return [engines[name]]

    def may_ask(self, engine: Engine) -> bool:
        """Whether nothing leaves this machine, or the reader has agreed to who receives it."""
        return not engine.sends_to or engine.sends_to in self.settings.allowed

    def translate(
        self,
        paragraphs: Iterable[Sequence[Sentence]],
        engines: Sequence[Engine],
        pause: Callable[[float], bool],
    ) -> Iterator[TranslationUnit]:
        """Translate; ``pause(seconds)`` waits and says whether to stop."""
        return translate(paragraphs, engines, pause=pause)

    # -- the thread that made this object -----------------------------------------------

    def recall(self, sentences: Iterable[Sentence]) -> dict[str, TranslationUnit]:
        """What the translation memory knows of the sentences, by their ids."""
        engine = "" if self.settings.engine == AUTOMATIC else self.settings.engine
        return self.memory.recall(sentences, engine)

    def remember(self, units: Iterable[TranslationUnit]) -> None:
        """Keep units in the translation memory."""
        self.memory.remember(units)

    def opened(self, document: Document) -> None:
        """Note in the library that the article was opened now."""
        self._library.remember_article(document.article, datetime.now(UTC))

    def marks(self, document: Document) -> tuple[Annotation, ...]:
        """The marks the library keeps of the article, each where its words stand now."""
        kept = self._library.annotations(article_key(document.article))
        return tuple(anchored(mark, document.rows) for mark in kept)

    def recent(self, limit: int) -> list[RecentArticle]:
        """The articles opened last, the latest first."""
        return self._library.recent(limit)

    def kept(self, key: str) -> Article | None:
        """The article the library keeps under ``key``, None if it is not there any more."""
        return self._library.article(key)

    def import_memory(self, path: Path) -> int:
        """Take in a TMX file; returns how many units it held. Raises ReaderError."""
        return self.memory.import_tmx(path)

    def export_memory(self, path: Path) -> None:
        """Write all translations kept as a TMX file. Raises ReaderError."""
        self.memory.export_tmx(path)

    def put_marks(self, document: Document, marks: Iterable[Annotation]) -> None:
        """Keep marks of the article."""
        self._library.put_annotations(article_key(document.article), marks)

    def remove_mark(self, mark: str) -> None:
        """Forget a mark, given by id."""
        self._library.remove_annotation(mark)

    def sample(self) -> str:
        """The path of the bundled article; its English is now in the translation memory."""
        self.memory.import_tmx(paths.resource("sample/setu-sample.tmx"))
        return str(paths.resource("sample/setu-sample.txt"))

    def save_settings(self, settings: Settings) -> None:
        """Take and keep new settings, but not what only the environment says.

        Raises OSError when they cannot be written.
        """
        self.settings = settings
        given = [n for n, value in self._environment.items() if getattr(settings, n) == value]
        self._kept = replace(settings, **{name: getattr(self._kept, name) for name in given})
        if self._config:
            settings_file.save(self._kept, self._config)

    def close(self) -> None:
        """Close the library, if it was opened."""
        if "_library" in self.__dict__:
            self._library.close()


def document_of(article: Article, *, any_language: bool = False) -> Document:
    """The article cut into rows and sentences. Raises NotHindi unless ``any_language``."""
    if not any_language:
        _check_language(article)
    return Document(article, segmentation.segment(article))


def _check_language(article: Article) -> None:
    from reader.language.detect import language_name, language_of

    text = " ".join([article.title, article.lead, *(p.text for p in article.paragraphs)])
    language = language_of(text[:LANGUAGE_SAMPLE])
    if language not in (HINDI, ""):
        name = language_name(language)
        raise NotHindi(f"This looks like {name}, not Hindi.", language=language)


def _usable(settings: Settings) -> Settings:
    """The settings with an engine that there is."""
    known = settings.engine in engine_table.TABLE
    return settings if known else replace(settings, engine=AUTOMATIC)


def _environment() -> dict[str, str]:
    """The engine addresses the environment gives, by settings field; they win over kept ones."""
    names = {
        "google_address": "SETU_GOOGLE_ADDRESS",
        "libretranslate_address": "SETU_LIBRETRANSLATE_ADDRESS",
    }
    given = {field: os.environ.get(name, "") for field, name in names.items()}
    return {field: value for field, value in given.items() if value}
