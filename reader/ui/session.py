"""The document being read, and everything that can be asked of it.

Workers compute, this object (on the GUI thread) stores and tells: it is the only
place in the window that changes the document or writes to the library.
"""

from __future__ import annotations

import threading
import uuid
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import LibraryError
from reader.model import (
    ENGLISH,
    Annotation,
    Colour,
    Document,
    Row,
    Sentence,
    Span,
    State,
    TranslationUnit,
)
from reader.translation.engine import Engine
from reader.ui.core import Core
from reader.ui.task import Task, TaskPool

T = TypeVar("T")
CONTEXT = 32
"""Code points kept before and after a mark."""
PORTION = 300
"""Sentences recalled in one turn of the event loop: 4 to 6 ms."""


class Session(QObject):
    """Opens, translates and marks; tells the window what changed."""

    opening = Signal(str)  # what is being opened
    opened = Signal()
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
        self._asked = 0
        self._pool = TaskPool()
        self._opening: Task | None = None
        self._analysis: Task | None = None
        self._runs: list[tuple[Task, set[str]]] = []
        self._backlog: deque[Callable[[], None]] = deque()
        self._backlog_timer = QTimer(self, interval=0)
        self._backlog_timer.timeout.connect(self._work_off)

    @property
    def is_idle(self) -> bool:
        """Whether an article is open and analysed and nothing is under way."""
        return self.document is not None and not self._pool.busy and not self._backlog

    @property
    def is_busy(self) -> bool:
        """Whether the reader waits for something: an article or a translation."""
        return self._opening is not None or bool(self._runs)

    @property
    def waiting(self) -> set[str]:
        """The ids of the sentences on their way."""
        return set().union(*(pending for _, pending in self._runs))

    # -- opening ------------------------------------------------------------------------

    def open(self, source: str, *, any_language: bool = False) -> None:
        """Open the article at a path or address."""
        self._open(source, partial(self.core.open, source, any_language=any_language))

    def paste(self, text: str, *, any_language: bool = False) -> None:
        """Open pasted text as an article."""
        load = partial(self.core.paste, text, any_language=any_language)
        self._open(self.tr("pasted text"), lambda _cancelled: load())

    def reopen(self, key: str) -> None:
        """Open an article the library keeps."""
        article = self.stored(lambda: self.core.kept(key), None)
        if article is not None:
            self._open(article.title, lambda _cancelled: self.core.lay_out(article))

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
        if self._analysis is not None:
            self._analysis.cancel()
        self.document = None

    def _open(self, name: str, load: Callable[[threading.Event], Document]) -> None:
        self.cancel_opening()
        self.opening.emit(name)

        def work(cancelled: threading.Event) -> Iterator[Document]:
            yield load(cancelled)

        self._opening = self._pool.run(work, self._show, on_failed=self._fail_opening)

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
        self.document = replace(document, units=units, annotations=marks)
        self._later(partial(self.core.opened, document))
        for portion in rest:
            self._later(partial(self._recall, portion))
        self.opened.emit()
        self.rested.emit()

        def work(_cancelled: threading.Event) -> Iterator[Document]:
            yield self.core.analyse(document)

        self._analysis = self._pool.run(work, self._take_analysis, on_failed=self.failed.emit)

    def _take_analysis(self, analysed: Document) -> None:
        if self.document is not None:
            self.document = replace(
                self.document,
                entities=analysed.entities,
                key_points=analysed.key_points,
                english_byline=analysed.english_byline,
                english_dateline=analysed.english_dateline,
            )
            self.analysed.emit()

    def recall(self) -> None:
        """Take in what the translation memory has come to know of the document."""
        if self.document is not None:
            for portion in _portions(self.document.sentences):
                self._later(partial(self._recall, portion))

    def _recall(self, sentences: Sequence[Sentence]) -> None:
        assert self.document is not None
        units = self.core.recall(sentences)
        self.document = replace(self.document, units={**self.document.units, **units})
        self.changed.emit(set(units))

    # -- the library --------------------------------------------------------------------

    def _later(self, work: Callable[[], None]) -> None:
        """Do library work in a turn of the event loop of its own, in order."""
        self._backlog.append(work)
        self._backlog_timer.start()

    def _work_off(self) -> None:
        if self._backlog:
            self.stored(self._backlog.popleft(), None)
        if not self._backlog:
            self._backlog_timer.stop()

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
        self, rows: Iterable[Row], engine: str, *, only: str = "", again: bool = False
    ) -> None:
        """Ask ``engine`` for the rows' sentences, in this order.

        ``only`` narrows that to one sentence. Sentences that have a translation or are on
        their way are left out unless ``again``. The memory is heard out first.
        """
        begin = partial(self._begin, list(rows), engine, only, again)
        if self._backlog:
            self._later(begin)
        else:
            begin()

    def cancel(self) -> None:
        """Stop translating; what is done stays."""
        left = self.waiting
        for task, _ in self._runs:
            task.cancel()
        if self._runs:
            self._runs.clear()
            self.changed.emit(left)
            self._end_runs()

    def _begin(self, rows: list[Row], engine: str, only: str, again: bool) -> None:
        waiting = self.waiting
        groups = []
        for row in rows:
            wanted = _in_hindi(row) if again else self._missing(row)
            group = [s for s in wanted if s.id not in waiting and only in ("", s.id)]
            if group:
                groups.append(group)
        if groups:
            self._start(groups, self.core.chain(engine))

    def _missing(self, row: Row) -> list[Sentence]:
        """The row's Hindi sentences that have no translation yet."""
        units = self.document.units if self.document else {}
        return [s for s in _in_hindi(row) if s.id not in units or not units[s.id].is_translation]

    def _start(self, groups: list[list[Sentence]], engines: list[Engine]) -> None:
        asked = {sentence.id: sentence.text for group in groups for sentence in group}
        pending = set(asked)
        self._asked += len(asked)

        def work(cancelled: threading.Event) -> Iterator[TranslationUnit]:
            yield from self.core.translate(groups, engines, cancelled.wait)

        task = self._pool.run(
            work,
            partial(self._take_unit, pending),
            partial(self._finish, pending),
            partial(self._fail, pending),
        )
        self._runs.append((task, pending))
        self.changed.emit(set(asked))
        self._report()

    def _take_unit(self, pending: set[str], unit: TranslationUnit) -> None:
        assert self.document is not None
        pending.discard(unit.id)
        self.unit_taken.emit(unit)
        if _is_better(unit, self.document.units.get(unit.id)):
            self.stored(partial(self.core.remember, [unit]), None)
            self.document = replace(self.document, units={**self.document.units, unit.id: unit})
        self.changed.emit({unit.id})
        self._report()

    def _finish(self, pending: set[str]) -> None:
        """A run has ended: nothing it was asked for is on its way any more."""
        self._runs = [run for run in self._runs if run[1] is not pending]
        self.changed.emit(set(pending))
        if not self._runs:
            self._end_runs()

    def _fail(self, pending: set[str], error: Exception) -> None:
        self._finish(pending)
        self.failed.emit(error)

    def _end_runs(self) -> None:
        self._asked = 0
        self.translated.emit()
        self.rested.emit()

    def _report(self) -> None:
        self.progress.emit(self._asked - len(self.waiting), self._asked)

    # -- marks --------------------------------------------------------------------------

    def mark(self, stretches: Iterable[tuple[Row, Span]], colour: Colour) -> None:
        """Mark stretches of rows; a mark already on just that stretch changes its colour."""
        assert self.document is not None
        marks = {(mark.row, mark.span): mark for mark in self.document.annotations}
        made = []
        for row, span in stretches:
            old = marks.get((row.id, span))
            mark = replace(old, colour=colour) if old else _annotation(row, span, colour)
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
        """Cancel all work and wait for it."""
        self._pool.close()


def _in_hindi(row: Row) -> list[Sentence]:
    return [sentence for sentence in row.sentences if sentence.language != ENGLISH]


def _is_better(unit: TranslationUnit, known: TranslationUnit | None) -> bool:
    """Whether a new unit takes the place of what is known: never of a reader's own words,
    and of a translation only if it is one itself."""
    if known is None or not known.is_translation:
        return True
    return unit.is_translation and known.state is not State.EDITED


def _portions(sentences: Sequence[Sentence]) -> list[Sequence[Sentence]]:
    """The sentences in portions that the library answers for within a few milliseconds."""
    return [sentences[at : at + PORTION] for at in range(0, max(1, len(sentences)), PORTION)]


def _annotation(row: Row, span: Span, colour: Colour) -> Annotation:
    return Annotation(
        id=uuid.uuid4().hex,
        row=row.id,
        span=span,
        quote=row.text[span.start : span.end],
        prefix=row.text[max(0, span.start - CONTEXT) : span.start],
        suffix=row.text[span.end : span.end + CONTEXT],
        colour=colour,
        created=datetime.now(UTC),
    )
