"""From a list of articles to one of them and back, and on to the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.model import Contents, Entry
from reader.ui.contents_page import ContentsPage
from reader.ui.desk import Desk
from reader.ui.feeds_page import FeedsPage
from reader.ui.opening import Opening


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where an article was chosen; ``entry`` is None for a book read whole."""

    page: ContentsPage | FeedsPage
    contents: Contents | None
    entries: tuple[Entry, ...]
    entry: Entry | None


class Browsing(QObject):
    """Opens what is chosen in a list, and knows the way back to it."""

    contents_wanted = Signal(object)  # Contents to show again
    feeds_wanted = Signal()
    page_wanted = Signal(object)  # the page to show

    def __init__(
        self, desk: Desk, opening: Opening, contents: ContentsPage, feeds: FeedsPage
    ) -> None:
        super().__init__(desk.window)
        self._desk, self._opening = desk, opening
        self._contents, self._feeds = contents, feeds
        self._chosen: _Origin | None = None
        self._on_its_way: _Origin | None = None
        self._origin: _Origin | None = None
        for page in (contents, feeds):
            page.wanted.connect(partial(self._choose, page))
        contents.whole_wanted.connect(self._read_whole)
        desk.session.opening.connect(self._set_out)
        desk.session.opened.connect(self._arrive)

    @property
    def has_list(self) -> bool:
        """Whether the article being read was chosen in a list."""
        return self._origin is not None

    # -- actions ------------------------------------------------------------------------

    def show_list(self) -> None:
        """Go back to the list the article was chosen in, as it was left."""
        origin = self._origin
        if origin is None:
            return
        if origin.page is self._feeds:
            self.feeds_wanted.emit()
        elif self._contents.shown is not origin.contents:
            self.contents_wanted.emit(origin.contents)
        if origin.entry:
            origin.page.entries.choose(origin.entry)
        self.page_wanted.emit(origin.page)

    def next_in_list(self) -> None:
        """Open the next chapter of the book, or article of the feed."""
        self._step(1)

    def previous_in_list(self) -> None:
        """Open the chapter or article before this one."""
        self._step(-1)

    # -- inside -------------------------------------------------------------------------

    def _choose(self, page: ContentsPage | FeedsPage, entry: Entry) -> None:
        contents = self._contents.shown if page is self._contents else None
        self._open(_Origin(page, contents, page.entries.entries, entry), entry)

    def _read_whole(self, source: str) -> None:
        contents = self._contents
        self._chosen = _Origin(contents, contents.shown, contents.entries.entries, None)
        self._opening.open_whole(source)

    def _step(self, by: int) -> None:
        origin = self._origin
        if origin is None or origin.entry not in origin.entries:
            self._desk.tell_briefly(self.tr("This is not one of several articles"))
            return
        place = origin.entries.index(origin.entry) + by
        if not 0 <= place < len(origin.entries):
            end = self.tr("This is the last one") if by > 0 else self.tr("This is the first one")
            self._desk.tell_briefly(end)
            return
        entry = origin.entries[place]
        self._open(replace(origin, entry=entry), entry)

    def _open(self, origin: _Origin, entry: Entry) -> None:
        self._chosen = origin
        self._opening.open_entry(entry)

    def _set_out(self) -> None:
        """Something is being opened, whether chosen in a list or not."""
        self._on_its_way, self._chosen = self._chosen, None

    def _arrive(self) -> None:
        self._origin = self._on_its_way
