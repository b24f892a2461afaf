"""What the window needs of the application: the port that `reader.app.Core` fits."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from reader.contacts import Contact
from reader.formats import Progress
from reader.library.articles import RecentArticle
from reader.library.feeds import Feed, FeedItem
from reader.model import (
    Annotation,
    Article,
    Change,
    Contents,
    Document,
    Sentence,
    Suggestion,
    TranslationUnit,
)
from reader.settings import Settings
from reader.translation.engine import Engine
from reader.translation.models import Models


class Core(Protocol):
    """What a session needs of the application; `reader.app` builds it.

    The first group may be called from any thread, the second touches the library and
    belongs to the GUI thread.
    """

    settings: Settings
    warnings: list[str]

    def open(
        self,
        source: str,
        cancelled: threading.Event | None = None,
        *,
        part: str = "",
        progress: Progress | None = None,
        any_language: bool = False,
    ) -> Document | Contents:
        """The article at a path or address, cut into rows, or several to choose from.

        ``part`` is an Entry's, or `formats.ALL`. Raises InputError.
        """

    def paste(
        self, text: str, html: str = "", *, any_language: bool = False
    ) -> Document | Contents:
        """Pasted text, or the HTML that came with it, as an article. Raises InputError."""

    def compare(self, old: Document, new: Document) -> tuple[Change, ...]:
        """The sentences that differ between two versions of an article, in reading order."""

    def feed_at(self, address: str, cancelled: threading.Event | None = None) -> Contents:
        """The feed at ``address``, or the one the page there declares. Raises InputError."""

    def picture(self, address: str, cancelled: threading.Event | None = None) -> bytes:
        """The bytes of a picture, fetched because the reader asked. Raises FetchError."""

    def lay_out(self, article: Article) -> Document:
        """A kept article cut into rows, whatever its language."""

    def analyse(self, document: Document) -> Document:
        """The document with its entities and key points found."""

    def engines(self) -> dict[str, Engine]:
        """Every engine by name, usable or not."""

    def offered(self) -> list[Engine]:
        """The engines the reader can choose from; some only once they are set up."""

    def chain(self, name: str) -> list[Engine]:
        """The engines to ask, in order, when the reader chose ``name``."""

    def may_ask(self, engine: Engine) -> bool:
        """Whether nothing leaves this machine, or the reader has agreed to who receives it."""

    def translate(
        self,
        paragraphs: Iterable[Sequence[Sentence]],
        engines: Sequence[Engine],
        cancelled: threading.Event,
    ) -> Iterator[TranslationUnit]:
        """Units of the sentences, as they come; it ends soon after ``cancelled`` is set."""

    def dressed(self, unit: TranslationUnit, sentence: Sentence) -> TranslationUnit:
        """The unit with pinned spellings, its markup, and what the checks find."""

    def probe(self, name: str, cancelled: threading.Event) -> bool:
        """Whether the engine's own list of languages has Hindi. Raises EngineError."""

    def read_memory(self, path: Path) -> list[TranslationUnit]:
        """The units of a TMX file. Raises ReaderError."""

    def write_memory(self, path: Path, units: Iterable[TranslationUnit]) -> None:
        """Write units as a TMX file. Raises ExportError."""

    def has_key(self, name: str) -> bool:
        """Whether there is a key for an engine; instant."""

    def put_key(self, name: str, key: str) -> bool:
        """Keep an engine's key; False where no keyring took it: it is held for this run."""

    def remove_key(self, name: str) -> None:
        """Forget an engine's key."""

    def keyring_reason(self) -> str:
        """Why there is no keyring here, '' where there is one."""

    def runs_model(self) -> bool:
        """Whether the offline model can be run on this system."""

    @property
    def models(self) -> Models:
        """The manager of the offline model."""

    def contacts(self) -> Sequence[Contact]:
        """Every address the program can ever contact, and why."""

    def recall(self, sentences: Iterable[Sentence]) -> dict[str, TranslationUnit]:
        """What the translation memory knows of the sentences, by their ids."""

    def remember(self, units: Iterable[TranslationUnit], *, aside: bool = False) -> None:
        """Keep units in the translation memory; ``aside``, those shown stay before them."""

    def alternatives(self, sentence: Sentence) -> list[TranslationUnit]:
        """All English the memory has for the sentence, what is shown first."""

    def get_ready(self) -> None:
        """Import what `suggestions` needs; on any thread."""

    def suggestions(self, sentence: Sentence) -> list[Suggestion]:
        """Units of sentences much like this one, the likest first."""

    def choose(self, unit: TranslationUnit) -> TranslationUnit:
        """Keep that the reader takes this unit; the unit as it is now."""

    def correct(self, sentence: Sentence, text: str) -> TranslationUnit:
        """Keep the reader's own English for a sentence; the unit made of it."""

    def units_of(self, sentence: Sentence) -> list[TranslationUnit]:
        """What the memory holds of the sentence, for `put_back`."""

    def put_back(self, sentence: Sentence, units: Sequence[TranslationUnit]) -> None:
        """Make the memory hold of the sentence exactly these units."""

    def pins(self) -> Mapping[str, str]:
        """The English spellings the reader has set, by Hindi name."""

    def pin(self, hindi: str, english: str) -> None:
        """Spell a name in English like this from now on."""

    def unpin(self, hindi: str) -> None:
        """Spell a name again as the engines do."""

    def opened(self, document: Document) -> None:
        """Note that the article was opened now, and keep the English and marks it brought."""

    def marks(self, document: Document) -> tuple[Annotation, ...]:
        """The article's marks, kept or brought; row '' for those whose words are gone."""

    def every_unit(self) -> Iterator[TranslationUnit]:
        """All units of the translation memory, read as they are taken."""

    def sample(self) -> str:
        """The path of the bundled article; its English is then in the memory."""

    def recent(self, limit: int) -> list[RecentArticle]:
        """The articles opened last, the latest first."""

    def leave(self, document: Document, sentence: str) -> None:
        """Keep the sentence at which reading was left, by its text; '' for the top."""

    def left_at(self, document: Document) -> str:
        """The text of the sentence at which reading was left last time, '' for the top."""

    def key(self, document: Document) -> str:
        """What the library keeps the article under, for `kept`."""

    def kept(self, key: str) -> Article | None:
        """The article the library keeps under ``key``, None if it is not there any more."""

    def kept_at(self, address: str) -> Article | None:
        """The article the library keeps that was fetched from ``address``, or lives there."""

    def versions(self, document: Document) -> tuple[Article, ...]:
        """What the library keeps of the article as it was before, the latest first."""

    def subscribe(self, feed: Contents) -> None:
        """Keep a feed, and its items as already seen."""

    def unsubscribe(self, address: str) -> None:
        """Forget the feed of that address."""

    def feeds(self) -> list[Feed]:
        """The feeds subscribed to, by title."""

    def take_items(self, feed: Contents) -> int:
        """Keep what a feed lists now; how many items are new."""

    def feed_items(self, address: str) -> list[FeedItem]:
        """The items of a feed, the latest first."""

    def put_marks(self, document: Document, marks: Iterable[Annotation]) -> None:
        """Keep marks of the article."""

    def remove_mark(self, mark: str) -> None:
        """Forget a mark, given by id."""

    def save_settings(self, settings: Settings) -> None:
        """Take and keep new settings."""
