"""What the window needs of the application: the port that `reader.app.Core` fits."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from reader.library.articles import RecentArticle
from reader.model import Annotation, Article, Document, Sentence, TranslationUnit
from reader.settings import Settings
from reader.translation.engine import Engine


class Core(Protocol):
    """What a session needs of the application; `reader.app` builds it.

    The first group may be called from any thread, the second touches the library and
    belongs to the GUI thread.
    """

    settings: Settings
    warnings: list[str]

    def open(
        self, source: str, cancelled: threading.Event | None = None, *, any_language: bool = False
    ) -> Document:
        """The article at a path or address, cut into rows. Raises InputError."""

    def paste(self, text: str, *, any_language: bool = False) -> Document:
        """Pasted text or HTML as an article. Raises InputError."""

    def lay_out(self, article: Article) -> Document:
        """A kept article cut into rows, whatever its language."""

    def analyse(self, document: Document) -> Document:
        """The document with its entities and key points found."""

    def engines(self) -> dict[str, Engine]:
        """Every engine by name, usable or not."""

    def chain(self, name: str) -> list[Engine]:
        """The engines to ask, in order, when the reader chose ``name``."""

    def may_ask(self, engine: Engine) -> bool:
        """Whether nothing leaves this machine, or the reader has agreed to who receives it."""

    def translate(
        self,
        paragraphs: Iterable[Sequence[Sentence]],
        engines: Sequence[Engine],
        pause: Callable[[float], bool],
    ) -> Iterator[TranslationUnit]:
        """Translate; ``pause(seconds)`` waits and says whether to stop."""

    def recall(self, sentences: Iterable[Sentence]) -> dict[str, TranslationUnit]:
        """What the translation memory knows of the sentences, by their ids."""

    def remember(self, units: Iterable[TranslationUnit]) -> None:
        """Keep units in the translation memory."""

    def opened(self, document: Document) -> None:
        """Note that the article was opened now."""

    def marks(self, document: Document) -> tuple[Annotation, ...]:
        """The marks the library keeps of the article."""

    def import_memory(self, path: Path) -> int:
        """Take in a TMX file; returns how many units it held. Raises ReaderError."""

    def export_memory(self, path: Path) -> None:
        """Write all translations kept as a TMX file. Raises ReaderError."""

    def sample(self) -> str:
        """The path of the bundled article; its English is then in the memory."""

    def recent(self, limit: int) -> list[RecentArticle]:
        """The articles opened last, the latest first."""

    def kept(self, key: str) -> Article | None:
        """The article the library keeps under ``key``, None if it is not there any more."""

    def put_marks(self, document: Document, marks: Iterable[Annotation]) -> None:
        """Keep marks of the article."""

    def remove_mark(self, mark: str) -> None:
        """Forget a mark, given by id."""

    def save_settings(self, settings: Settings) -> None:
        """Take and keep new settings."""
