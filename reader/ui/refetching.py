"""Opening an address again: the article kept is there at once, and what changed is offered."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.errors import InputError, NotHindi
from reader.formats import dates
from reader.model import HINDI, Article, Change, Contents, Document, Sentence, TranslationUnit
from reader.ui.changes_page import ChangesPage
from reader.ui.desk import Desk
from reader.ui.task import Task

Compared = tuple[Document, Document, tuple[Change, ...]]


class Refetching(QObject):
    """Fetches a kept article anew and holds both versions until the reader has chosen."""

    page_wanted = Signal(object)  # the page to show
    translation_wanted = Signal(object)  # ids of the sentences to translate
    refused = Signal(object, str)  # why the address gave nothing, what is seen instead

    def __init__(self, desk: Desk, page: ChangesPage) -> None:
        super().__init__(desk.window)
        self._desk, self._page = desk, page
        self._task: Task | None = None
        self._old: Document | None = None
        self._new: Document | None = None
        self._changes: Sequence[Change] = ()
        page.new_wanted.connect(self._read_new)
        page.old_wanted.connect(lambda: self.page_wanted.emit(desk.view))
        page.translation_wanted.connect(self._translate)
        desk.session.changed.connect(self._refresh)

    def begin(self, address: str, kept: Article) -> None:
        """Show the article kept, and ask its address for the one of today."""
        self.stop()
        self._desk.session.lay_out(kept)

        def work(cancelled: threading.Event) -> Iterator[Compared | Contents]:
            core = self._desk.core
            fresh = core.open(address, cancelled, any_language=kept.language != HINDI)
            if isinstance(fresh, Document):
                old = core.lay_out(kept)
                yield old, fresh, core.compare(old, fresh)
            else:
                yield fresh

        self._task = self._desk.session.errands.run(
            work,
            partial(self._take, kept),
            partial(self._fail, kept),
            name=self.tr("Asking for the article of today …"),
        )

    def stop(self) -> None:
        """Another article is wanted: what may still come is of no interest."""
        self.give_up()
        self._old = self._new = None

    def give_up(self) -> None:
        """Wait no longer for the article of today; the one kept stays."""
        if self._task is not None:
            self._task.cancel()

    def show_changes(self) -> None:
        """Compare the article as it was kept with the one of today, or as it is now kept."""
        if self._old is None or self._new is None:
            self._compare_kept()
            return
        new = self._desk.document if self._is_taken and self._desk.document else self._new
        self._page.show_changes(self._old, new, self._changes, is_taken=self._is_taken)
        self.page_wanted.emit(self._page)

    # -- inside -------------------------------------------------------------------------

    def _compare_kept(self) -> None:
        """Compare the article being read with the version the library kept before it."""
        core, new = self._desk.core, self._desk.document
        versions: tuple[Article, ...] = ()
        if new is not None:
            versions = self._desk.session.stored(partial(core.versions, new), versions)
        if new is None or not versions:
            text = self.tr("Nothing to compare: no earlier version of this article is kept.")
            self._desk.message.tell(text)
            return

        def work(_cancelled: threading.Event) -> Iterator[Compared]:
            old = core.lay_out(versions[0])
            yield old, new, core.compare(old, new)

        self._task = self._desk.session.errands.run(work, self._show_kept, self._raise)

    def _show_kept(self, compared: Compared) -> None:
        old, self._new, self._changes = compared
        self._old = self._known(old, (change.before for change in self._changes))
        self.show_changes()

    @property
    def _is_taken(self) -> bool:
        """Whether the new version is the one being read."""
        shown = self._desk.document
        return self._new is not None and shown is not None and shown.article == self._new.article

    def _adopt(self) -> None:
        """Take the new version: it is shown and kept, with the marks where their words are."""
        if self._new is not None and not self._is_taken:
            self._desk.session.show(self._new)

    def _read_new(self) -> None:
        self._adopt()
        self.page_wanted.emit(self._desk.view)

    def _translate(self) -> None:
        """Take the new version and translate what changed in it; stay with the comparison."""
        self._adopt()
        self.show_changes()
        self.translation_wanted.emit([c.after.id for c in self._changes if c.after])

    def _refresh(self, sentences: set[str]) -> None:
        """English has come for the version being read."""
        if self._page.isVisible() and self._is_taken and self._desk.document:
            self._page.refresh(self._desk.document, sentences)

    def _take(self, kept: Article, found: Compared | Contents) -> None:
        if isinstance(found, Contents):
            text = self.tr("{} The address now leads to a list of articles.")
            self._desk.message.tell(text.format(_seen(kept)), "warning")
            return
        old, new, self._changes = found
        if not self._changes:
            self._desk.session.stored(partial(self._desk.core.opened, new), None)
            self._desk.tell_briefly(self.tr("Nothing has changed since {}").format(_since(kept)))
            return
        self._old = self._known(old, (change.before for change in self._changes))
        self._new = self._known(new, (change.after for change in self._changes))
        self._desk.message.tell(
            self.tr("This article has changed since {}: {} not as before.").format(
                _since(kept), _sentences(len(self._changes))
            ),
            "info",
            self.tr("See what changed"),
            self.show_changes,
        )

    def _known(self, document: Document, sentences: Iterable[Sentence | None]) -> Document:
        """The document with the English that is kept of these sentences of it."""
        asked = [sentence for sentence in sentences if sentence]
        units: dict[str, TranslationUnit] = {}
        units = self._desk.session.stored(lambda: self._desk.core.recall(asked), units)
        return replace(document, units=units)

    def _fail(self, kept: Article, error: Exception) -> None:
        if not isinstance(error, InputError):
            raise error
        seen = _seen(kept)
        if isinstance(error, NotHindi):
            seen += self.tr(" Its address gives another text now.")
        self.refused.emit(error, seen)

    def _raise(self, error: Exception) -> None:
        raise error


def _seen(article: Article) -> str:
    day = _day(article)
    return f"You see the copy of {day}." if day else "You see the copy kept."


def _since(article: Article) -> str:
    return _day(article) or "it was kept"


def _day(article: Article) -> str:
    """The day an article was fetched, '' when that is not known."""
    return dates.english_day(article.fetched.astimezone()) if article.fetched else ""


def _sentences(count: int) -> str:
    return "1 sentence is" if count == 1 else f"{count} sentences are"
