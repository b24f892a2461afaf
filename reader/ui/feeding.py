"""Feeds in the window: subscribing, listing, and asking for new items when the reader says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from reader import formats
from reader.library.feeds import Feed, FeedItem
from reader.model import Contents, ContentsKind
from reader.settings import Settings
from reader.ui.checking import Checking
from reader.ui.contents_page import ContentsPage
from reader.ui.desk import Desk
from reader.ui.feeds_page import FeedsPage

HOUR = 3_600_000
"""Milliseconds between two checks in the background, where the reader turned these on."""


class Feeding(QObject):
    """Keeps the two pages with lists of articles in step with the library."""

    page_wanted = Signal(object)  # the page to show
    settings_wanted = Signal(object)  # Settings to keep

    def __init__(self, desk: Desk, contents: ContentsPage, feeds: FeedsPage) -> None:
        super().__init__(desk.window)
        self._desk, self._contents, self._feeds = desk, contents, feeds
        self._clock = QTimer(self, interval=HOUR)
        self._clock.timeout.connect(self._check_quietly)
        self._checking = Checking(desk)
        self._checking.ended.connect(self._tell)
        self._is_quiet = False
        desk.session.contents.connect(self.show_contents)
        contents.subscribed.connect(self.subscribe)
        feeds.chosen.connect(self._show_items)
        feeds.check_wanted.connect(self.check_feeds)
        feeds.removed.connect(self._unsubscribe)
        feeds.background_set.connect(self._set_background)
        self.follow(desk.core.settings)

    # -- actions ------------------------------------------------------------------------

    def show_feeds(self) -> None:
        """Show the feeds subscribed to; nothing is fetched."""
        self._refresh()
        self.page_wanted.emit(self._feeds)

    def add_feed(self) -> None:
        """Ask for the address of a feed, or of a site that has one, and show what it lists."""
        self._desk.entry.ask(self.tr("Feed or site"), "https://…", self.tr("Find"), self._find_feed)

    def show_contents(self, contents: Contents) -> None:
        """Offer the articles of a book or feed."""
        if contents.kind is ContentsKind.FEED and self._is_kept(contents.url):
            self._desk.session.stored(partial(self._desk.core.take_items, contents), 0)
            is_subscribed = True
        else:
            is_subscribed = False
        self._contents.show_contents(contents, is_subscribed=is_subscribed)
        self.page_wanted.emit(self._contents)

    def subscribe(self, contents: Contents) -> None:
        """Keep a feed."""
        self._desk.session.stored(partial(self._desk.core.subscribe, contents), None)
        self._desk.tell_briefly(self.tr("Subscribed. Feeds stand in the File menu."))

    def check_feeds(self) -> None:
        """Ask every feed for its items now."""
        self._is_quiet = False
        if self._desk.core.settings.offline:
            self._desk.message.tell(
                self.tr("Stay offline is on. Turn it off to check feeds."), "warning"
            )
            return
        self._check()

    @property
    def checks_by_itself(self) -> bool:
        """Whether feeds are asked every hour without the reader's asking."""
        return self._clock.isActive()

    # -- inside -------------------------------------------------------------------------

    def _find_feed(self, text: str) -> bool:
        address = formats.address_of(text)
        if not address:
            self._desk.message.tell(
                self.tr("That is not a web address. It starts with https:// or http://."), "error"
            )
            return False
        self._desk.session.find_feed(address)
        return True

    def follow(self, settings: Settings) -> None:
        """Check every hour, or do not, as the settings say."""
        self._feeds.background.setChecked(settings.check_feeds)
        if settings.check_feeds and not self._clock.isActive():
            self._clock.start()
        elif not settings.check_feeds:
            self._clock.stop()

    def _set_background(self, on: bool) -> None:
        if on != self._desk.core.settings.check_feeds:
            self.settings_wanted.emit(replace(self._desk.core.settings, check_feeds=on))

    def _check_quietly(self) -> None:
        if not self._desk.core.settings.offline and not self._checking.is_under_way:
            self._is_quiet = True
            self._check()

    def _check(self) -> None:
        feeds = self._kept()
        if feeds and not self._checking.is_under_way:
            self._feeds.set_checking(True)
            self._checking.begin(feeds)

    def _tell(self) -> None:
        """A check has ended: a message only where the reader asked, and something failed."""
        self._feeds.set_checking(False)
        self._refresh()
        if self._checking.troubles and not self._is_quiet:
            self._desk.message.tell(self._checking.told(), "warning")
        else:
            self._desk.tell_briefly(self._checking.told())

    def _unsubscribe(self, address: str) -> None:
        core, stored = self._desk.core, self._desk.session.stored
        feed = next((feed for feed in self._kept() if feed.address == address), None)
        items: list[FeedItem] = []
        items = stored(partial(core.feed_items, address), items)
        stored(partial(core.unsubscribe, address), None)
        self._refresh()
        if feed:
            self._desk.message.tell(
                self.tr("You are no longer subscribed to {}.").format(feed.title),
                "info",
                self.tr("Undo"),
                partial(self._subscribe_again, feed, items),
            )

    def _subscribe_again(self, feed: Feed, items: Sequence[FeedItem]) -> None:
        """Take back an end of subscription: what was new is new again."""
        core, stored = self._desk.core, self._desk.session.stored
        read = tuple(item.entry for item in items if not item.is_new)
        every = tuple(item.entry for item in items)
        contents = Contents(feed.title, ContentsKind.FEED, read, feed.address)
        stored(partial(core.subscribe, contents), None)
        stored(partial(core.take_items, replace(contents, entries=every)), 0)
        self._refresh()

    def _refresh(self) -> None:
        self._feeds.show_feeds(self._kept())

    def _show_items(self, address: str) -> None:
        items: list[FeedItem] = []
        items = self._desk.session.stored(partial(self._desk.core.feed_items, address), items)
        self._feeds.show_items(items)

    def _kept(self) -> list[Feed]:
        return self._desk.session.stored(self._desk.core.feeds, [])

    def _is_kept(self, address: str) -> bool:
        return any(feed.address == address for feed in self._kept())
