"""The document being read, and everything that can be asked of it.

Workers compute, this object (on the GUI thread) stores and tells: it is the only
place in the window that changes the document or writes to the library.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from reader.errors import LibraryError
from reader.model import (
    ENGLISH,
    Annotation,
    Article,
    Colour,
    Contents,
    Document,
    Entity,
    Row,
    Sentence,
    Span,
    TranslationUnit,
)
from reader.ui.background import Background
from reader.ui.backlog import Backlog
from reader.ui.core import Core
from reader.ui.dressing import Dressed
from reader.ui.errands import Errands
from reader.ui.marks import new_mark
from reader.ui.revising import Revising
from reader.ui.runs import Runs
from reader.ui.task import Task, TaskPool, now_and_then

T = TypeVar("T")
PORTION = 300
"""Sentences recalled in one turn of the event loop: 4 to 6 ms."""


class Session(QObject):
    """Opens, translates and marks; tells the window what changed."""

    opening = Signal(str)  # what is being opened
    fetching = Signal(int, int)  # bytes that have come, and how many there will be or 0
    opened = Signal()
    contents = Signal(object)  # Contents: several articles to choose from
    picture = Signal(str, object)  # row id, the picture's bytes
    picture_failed = Signal(str, object)  # row id, Exception
    picture_left = Signal(str)  # row id: the reader waits for the picture no longer
    analysed = Signal()
    changed = Signal(object)  # set of ids of sentences whose English, or its state, changed
    marks_changed = Signal()
    unit_taken = Signal(object)  # a TranslationUnit an engine gave
    progress = Signal(int, int)  # sentences done, sentences asked
    translated = Signal()  # all translation has ended, by itself or by Cancel
    rested = Signal()  # nothing the reader waits for is under way any more
    failed = Signal(object)  # any Exception

    def __init__(self, core: Core, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.core = core
        self.document: Document | None = None
        self._pool = TaskPool()
        self._runs = Runs(core, self._pool, self)
        self.errands = Errands(self)
        self._opening: Task | None = None
        self._pictures: list[Task] = []
        self._found: tuple[Entity, ...] = ()  # as the analysis spells them
        self._backlog = Backlog(self)
        self.revising = Revising(self)
        self._background = Background(core, self)
        self._background.analysed.connect(self._take_analysis)
        self._background.dress_wanted.connect(self.dress)
        self._background.dressed.connect(self._take_dressed)
        self._background.failed.connect(self.failed)
        self._runs.unit_taken.connect(self.unit_taken)
        self._runs.came.connect(self._take_units)
        self._runs.asked.connect(self.changed)
        self._runs.left.connect(self.changed)
        self._runs.progress.connect(self.progress)
        self._runs.over.connect(self.translated)
        self._runs.over.connect(self.rested)
        self._runs.failed.connect(self.failed)

    @property
    def is_idle(self) -> bool:
        """Whether an article is open and analysed and nothing is under way."""
        busy = self._pool.busy or self._background.busy or self.errands.busy or bool(self._runs)
        return self.document is not None and not busy and not self._backlog

    @property
    def is_busy(self) -> bool:
        """Whether the reader waits for something: an article, a translation, an errand."""
        return self._opening is not None or bool(self._runs or self.errands.told)

    @property
    def waiting(self) -> set[str]:
        """The ids of the sentences on their way."""
        return self._runs.waiting

    # -- opening ------------------------------------------------------------------------

    def open(self, source: str, *, part: str = "", any_language: bool = False) -> None:
        """Open the article at a path or address, or a part of the book there."""

        def load(cancelled: threading.Event) -> Document | Contents:
            told = now_and_then(self.fetching.emit, cancelled)
            return self.core.open(
                source, cancelled, part=part, progress=told, any_language=any_language
            )

        self._open(source, load)

    def find_feed(self, address: str) -> None:
        """Open the feed at an address, or the one the page there declares."""
        self._open(address, lambda cancelled: self.core.feed_at(address, cancelled))

    def paste(self, text: str, html: str = "", *, any_language: bool = False) -> None:
        """Open pasted text, or the HTML that came with it, as an article."""
        load = partial(self.core.paste, text, html, any_language=any_language)
        self._open(self.tr("pasted text"), lambda _cancelled: load())

    def reopen(self, key: str) -> None:
        """Open an article the library keeps."""
        article = self.stored(lambda: self.core.kept(key), None)
        if article is not None:
            self.lay_out(article)

    def lay_out(self, article: Article) -> None:
        """Open an article that is at hand."""
        self._open(article.title, lambda _cancelled: self.core.lay_out(article))

    def show(self, document: Document) -> None:
        """Open a document that is at hand."""
        self.cancel_opening()
        self._show(document)

    def stop(self) -> None:
        """End all that the reader waits for; what is done stays."""
        self.cancel_opening()
        self.cancel()
        self.errands.cancel()

    def cancel_opening(self) -> None:
        """Stop waiting for the article being opened."""
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None
            self.rested.emit()

    def leave(self) -> None:
        """Close the article: nothing more is asked, sent or shown of it."""
        self.cancel_opening()
        self.cancel()
        self._backlog.clear()
        self._background.leave()
        for task in self._pictures:
            task.cancel()
        self._pictures.clear()
        self._found = ()
        self.document = None

    def fetch_picture(self, row: str, address: str) -> None:
        """Fetch the picture of a row; ``picture`` or ``picture_failed`` tells how it went."""

        def work(cancelled: threading.Event) -> Iterator[bytes]:
            yield self.core.picture(address, cancelled)

        task = self.errands.run(
            work,
            partial(self.picture.emit, row),
            partial(self.picture_failed.emit, row),
            name=self.tr("Loading a picture …"),
            on_cancelled=partial(self.picture_left.emit, row),
        )
        self._pictures.append(task)

    def _open(self, name: str, load: Callable[[threading.Event], Document | Contents]) -> None:
        self.cancel_opening()
        self.opening.emit(name)

        def work(cancelled: threading.Event) -> Iterator[Document | Contents]:
            yield load(cancelled)

        self._opening = self._pool.run(work, self._take, on_failed=self._fail_opening)

    def _take(self, loaded: Document | Contents) -> None:
        """What was opened is here: show it, or offer what it holds."""
        if isinstance(loaded, Document):
            self._show(loaded)
            return
        self._opening = None
        self.rested.emit()
        self.contents.emit(loaded)

    def _fail_opening(self, error: Exception) -> None:
        self._opening = None
        self.rested.emit()
        self.failed.emit(error)

    def _show(self, document: Document) -> None:
        """The article is parsed: show it with what the library knows of it."""
        self._opening = None
        self.leave()
        first, *rest = _portions(document.sentences)
        units: dict[str, TranslationUnit] = {}
        marks: tuple[Annotation, ...] = ()
        units = self.stored(lambda: self.core.recall(first), units)
        marks = self.stored(lambda: self.core.marks(document), marks)
        # A saved document brings English of its own; the memory's is the reader's.
        self.document = replace(document, units={**document.units, **units}, annotations=marks)
        self._later(partial(self.core.opened, document))
        for portion in rest:
            self._later(partial(self._recall, portion))
        self._background.analyse(document)
        self.opened.emit()
        self.rested.emit()

    def _take_analysis(self, analysed: Document) -> None:
        if self.document is not None:
            self.document = replace(
                self.document,
                entities=self._spelled(analysed.entities),
                key_points=analysed.key_points,
                english_byline=analysed.english_byline,
                english_dateline=analysed.english_dateline,
            )
            self.analysed.emit()

    def spell(self) -> None:
        """Use the pinned spellings as they are now, in the English and in the list of names."""
        if self.document is not None:
            self.document = replace(self.document, entities=self._spelled(self._found))
            self.analysed.emit()
            self.dress()

    def _spelled(self, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """The entities found, with the English spellings the reader has set."""
        self._found = entities
        none: Mapping[str, str] = {}
        pins = self.stored(self.core.pins, none)
        return tuple(replace(e, english=pins.get(e.name, e.english)) for e in entities)

    def recall(self) -> None:
        """Take in what the translation memory has come to know of the document."""
        if self.document is not None:
            for portion in _portions(self.document.sentences):
                self._later(partial(self._recall, portion))
            self._later(self.dress)

    def _recall(self, sentences: Sequence[Sentence]) -> None:
        assert self.document is not None
        units = self.core.recall(sentences)
        self.document = replace(self.document, units={**self.document.units, **units})
        self.changed.emit(set(units))

    def dress(self) -> None:
        """Check the English shown, and put pinned spellings in, as they are now."""
        if self.document is not None:
            self._background.dress(self.document)

    def _take_dressed(self, dressed: Dressed) -> None:
        units = self.document.units if self.document else {}
        self.show_units({new.id: new for old, new in dressed if units.get(old.id) is old})

    def take_aside(self, unit: TranslationUnit) -> None:
        """Keep another engine's English beside what is shown; show it where nothing is."""
        self.stored(lambda: self.core.remember([unit], aside=True), None)
        known = self.document.units.get(unit.id) if self.document else None
        if known is None or not known.is_translation:
            self.show_units({unit.id: unit})

    def show_units(self, units: Mapping[str, TranslationUnit], gone: Collection[str] = ()) -> None:
        """Show these units, by sentence id, and nothing any more for the sentences ``gone``."""
        if self.document is not None and (units or gone):
            known = {name: u for name, u in self.document.units.items() if name not in gone}
            self.document = replace(self.document, units={**known, **units})
            self.changed.emit({*units, *gone})

    # -- the library --------------------------------------------------------------------

    def _later(self, work: Callable[[], None]) -> None:
        """Do library work in a turn of the event loop of its own, in order."""
        self._backlog.add(partial(self.stored, work, None))

    def stored(self, work: Callable[[], T], otherwise: T) -> T:
        """What ``work`` on the library gives; if the library fails, say so and go on."""
        try:
            return work()
        except LibraryError as error:
            self.failed.emit(error)
            return otherwise

    # -- translating --------------------------------------------------------------------

    def untranslated(self) -> list[Row]:
        """The rows that still hold a sentence without a translation."""
        document = self.document
        return [row for row in document.rows if self._missing(row)] if document else []

    def translate(
        self, rows: Iterable[Row], engine: str, *, only: Collection[str] = (), again: bool = False
    ) -> None:
        """Ask ``engine`` for the rows' sentences, in this order.

        ``only`` narrows that to sentences given by id. Sentences that have a translation or
        are on their way are left out unless ``again``. The memory is heard out first.
        """
        begin = partial(self._begin, list(rows), engine, only, again)
        if self._backlog:
            self._later(begin)
        else:
            begin()

    def cancel(self) -> None:
        """Stop translating; what is done stays."""
        self._runs.cancel()

    def _begin(self, rows: list[Row], engine: str, only: Collection[str], again: bool) -> None:
        waiting = self.waiting
        groups = []
        for row in rows:
            wanted = _in_hindi(row) if again else self._missing(row)
            group = [s for s in wanted if s.id not in waiting and (not only or s.id in only)]
            if group:
                groups.append(group)
        if groups:
            self._runs.start(groups, self.core.chain(engine))

    def _missing(self, row: Row) -> list[Sentence]:
        """The row's Hindi sentences that have no translation yet."""
        units = self.document.units if self.document else {}
        return [s for s in _in_hindi(row) if s.id not in units or not units[s.id].is_translation]

    def _take_units(self, come: Mapping[str, TranslationUnit]) -> None:
        """Keep and tell, all in one, units that have come, the reader's own before them."""
        if self.document is None:
            return
        units = self.document.units
        better = {name: u for name, u in come.items() if u.improves_on(units.get(name))}
        beside = [u for name, u in come.items() if name not in better and u.is_translation]
        self.stored(partial(self.core.remember, better.values()), None)
        if beside:
            self.stored(partial(self.core.remember, beside, aside=True), None)
        self.document = replace(self.document, units={**units, **better})
        self.changed.emit(set(come))

    # -- marks --------------------------------------------------------------------------

    def mark(self, stretches: Iterable[tuple[Row, Span]], colour: Colour) -> None:
        """Mark stretches of rows; a mark already on just that stretch changes its colour."""
        assert self.document is not None
        marks = {(mark.row, mark.span): mark for mark in self.document.annotations}
        made = []
        for row, span in stretches:
            old = marks.get((row.id, span))
            mark = replace(old, colour=colour) if old else new_mark(row, span, colour)
            marks[row.id, span] = mark
            made.append(mark)
        self.stored(partial(self.core.put_marks, self.document, made), None)
        self._set_marks(tuple(marks.values()))

    def unmark(self, marks: Iterable[Annotation]) -> None:
        """Remove marks."""
        assert self.document is not None
        gone = {mark.id for mark in marks}
        for identity in gone:
            self.stored(partial(self.core.remove_mark, identity), None)
        self._set_marks(tuple(a for a in self.document.annotations if a.id not in gone))

    def _set_marks(self, marks: tuple[Annotation, ...]) -> None:
        assert self.document is not None
        self.document = replace(self.document, annotations=marks)
        self.marks_changed.emit()

    def close(self) -> None:
        """Keep what has come, cancel all work and wait for it."""
        self._runs.hand_on()
        self._background.close()
        self._pool.close()
        self.errands.close()


def _in_hindi(row: Row) -> list[Sentence]:
    return [sentence for sentence in row.sentences if sentence.language != ENGLISH]


def _portions(sentences: Sequence[Sentence]) -> list[Sequence[Sentence]]:
    """The sentences in portions that the library answers for within a few milliseconds."""
    return [sentences[at : at + PORTION] for at in range(0, max(1, len(sentences)), PORTION)]
