"""Asking feeds for their items, many at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.errors import InputError
from reader.library.feeds import Feed
from reader.model import Contents, Document
from reader.ui.desk import Desk

NAMED = 3
"""How many feeds that failed are named."""
NAME = 40
"""Characters of a feed's title that name it in a message."""


class Checking(QObject):
    """Checks feeds and says what came of it; ``new`` items, and why which feed gave none."""

    ended = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._feeds: Sequence[Feed] = ()
        self._waiting = 0
        self._is_cancelled = False
        self._why: dict[str, str] = {}  # a feed gave nothing, by its address
        self.new = 0

    @property
    def is_under_way(self) -> bool:
        """Whether some feed has still to answer."""
        return self._waiting > 0

    @property
    def troubles(self) -> list[tuple[str, str]]:
        """The title of each feed that gave nothing, and why."""
        return [(f.title, self._why[f.address]) for f in self._feeds if f.address in self._why]

    def begin(self, feeds: Sequence[Feed]) -> None:
        """Ask these feeds, one at least, for their items."""
        self._feeds, self._waiting, self._is_cancelled = feeds, len(feeds), False
        self._why.clear()
        self.new = 0
        for feed in feeds:
            self._ask(feed)

    def told(self) -> str:
        """What came of it, in one line."""
        new = self.tr("New articles: {}").format(self.new) if self.new else ""
        if self._is_cancelled:
            return ". ".join(filter(None, (new, self.tr("The check was cancelled."))))
        if not self.troubles:
            return new or self.tr("No new articles")
        (title, why), *others = self.troubles
        trouble = self.tr("{} could not be checked. {}").format(_short(title), why)
        if others:
            names = ", ".join(_short(name) for name, _ in self.troubles[:NAMED])
            more = " …" if len(self.troubles) > NAMED else ""
            text = self.tr("{} of {} feeds could not be checked: {}. {}")
            trouble = text.format(len(self.troubles), len(self._feeds), names + more, why)
        return f"{new}. {trouble}" if new else trouble

    # -- inside -------------------------------------------------------------------------

    def _ask(self, feed: Feed) -> None:
        def work(cancelled: threading.Event) -> Iterator[Contents | Document]:
            yield self._desk.core.open(feed.address, cancelled, any_language=True)

        take, fail = partial(self._take, feed), partial(self._fail, feed)
        self._desk.session.errands.run(
            work, take, fail, name=self.tr("Checking feeds …"), on_cancelled=self._leave
        )

    def _take(self, feed: Feed, found: Contents | Document) -> None:
        if isinstance(found, Contents):
            # Kept under the address that is asked, wherever that leads today.
            take = partial(self._desk.core.take_items, replace(found, url=feed.address))
            self.new += self._desk.session.stored(take, 0)
        else:
            why = self.tr("Its address now leads to a page, not to a feed.")
            self._why[feed.address] = why
        self._end_one()

    def _fail(self, feed: Feed, error: Exception) -> None:
        if not isinstance(error, InputError):
            raise error
        self._why[feed.address] = str(error)
        self._end_one()

    def _leave(self) -> None:
        """The reader has cancelled this errand, and so all the others."""
        self._is_cancelled = True
        self._why.clear()
        self._end_one()

    def _end_one(self) -> None:
        self._waiting -= 1
        if not self._waiting:
            self.ended.emit()


def _short(title: str) -> str:
    return title if len(title) <= NAME else f"{title[:NAME].rstrip()}…"
