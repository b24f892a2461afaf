"""What is fetched beside the article: told, ended by Esc and Stay offline, and in nobody's way."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from reader import formats
from reader.app import document_of
from reader.model import Article, Contents, Document
from reader.ui.main_window import MainWindow
from reader.ui.rows import Stage
from tests.ui.test_feeding import feed
from tests.ui.test_sources import ADDRESS, Web, article

FEEDS = 12


class Silent(Web):
    """A core whose addresses answer when they are released, or not at all once cancelled."""

    def __init__(self) -> None:
        super().__init__()
        self.released = threading.Event()
        self.hanging = 0

    def hang(self, cancelled: threading.Event | None) -> None:
        self.hanging += 1
        while not self.released.wait(0.01) and not (cancelled and cancelled.is_set()):
            pass
        self.hanging -= 1

    def open(
        self,
        source: str,
        cancelled: threading.Event | None = None,
        *,
        part: str = "",
        progress: formats.Progress | None = None,
        any_language: bool = False,
    ) -> Document | Contents:
        if "://" in source:
            self.hang(cancelled)
        return super().open(source, cancelled, part=part, any_language=any_language)

    def picture(self, address: str, cancelled: threading.Event | None = None) -> bytes:
        self.hang(cancelled)
        return b""


@pytest.fixture
def core() -> Iterator[Silent]:
    made = Silent()
    for number in range(FEEDS):
        made.subscribe(feed(number))
        made.answers[feed(number).url, ""] = feed(number)
    made.answers["pul.txt", ""] = document_of(article())
    made.answers[ADDRESS, ""] = document_of(article())
    yield made
    made.released.set()


def test_a_dozen_feeds_are_asked_at_once_and_keep_no_article_waiting(
    qtbot: QtBot, window: MainWindow, core: Silent
) -> None:
    window.feeding.check_feeds()
    qtbot.waitUntil(lambda: core.hanging == FEEDS)
    window.open("pul.txt")
    qtbot.waitUntil(lambda: window.session.document is not None)
    assert core.hanging == FEEDS
    core.released.set()
    qtbot.waitUntil(lambda: "No new articles" in window.status.currentMessage())
    qtbot.waitUntil(lambda: window.status.errand_told == "")


@pytest.mark.parametrize("way", ["cancel", "stay_offline"])
def test_a_check_of_feeds_is_told_and_can_be_ended(
    qtbot: QtBot, window: MainWindow, core: Silent, way: str
) -> None:
    window.actions_["show_feeds"].trigger()
    window.feeding.check_feeds()
    assert window.status.errand_told == "Checking feeds …"
    assert window.status.offers_cancel
    window.actions_[way].trigger()
    assert window.status.currentMessage() == "The check was cancelled."
    assert window.status.errand_told == ""
    assert not window.status.offers_cancel
    assert window.feeds.check.isEnabled()
    qtbot.waitUntil(lambda: core.hanging == 0)


def test_a_refetch_is_told_and_ended_by_esc(qtbot: QtBot, window: MainWindow, core: Silent) -> None:
    kept: Article = document_of(article()).article
    window.refetching.begin(ADDRESS, kept)
    qtbot.waitUntil(lambda: core.hanging == 1 and window.session.document is not None)
    assert window.status.errand_told == "Asking for the article of today …"
    window.actions_["cancel"].trigger()
    assert window.status.errand_told == ""
    qtbot.waitUntil(lambda: window.is_settled)
    assert window.status.currentMessage() == ""


def test_a_picture_that_is_waited_for_no_longer_is_offered_again(
    qtbot: QtBot, window: MainWindow, core: Silent
) -> None:
    window.open("pul.txt")
    qtbot.waitUntil(lambda: window.is_settled)
    row = window.session.document.rows[0].id  # type: ignore[union-attr]
    window.view.picture_wanted.emit(row, ADDRESS)
    assert window.status.errand_told == "Loading a picture …"
    window.actions_["cancel"].trigger()
    assert window._page._pictures.known[row].stage is Stage.OFFERED
    assert not window.status.offers_cancel
    qtbot.waitUntil(lambda: core.hanging == 0)
