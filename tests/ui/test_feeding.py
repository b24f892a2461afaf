"""Checking feeds: what is said of it, where, and what an end of subscription can take back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from reader.app import document_of
from reader.errors import FetchError
from reader.model import Contents, Entry
from reader.ui import checking
from reader.ui.main_window import MainWindow
from tests.ui.test_sources import NEWS, Web, article, press


def feed(number: int) -> Contents:
    return replace(NEWS, title=f"समाचार {number}", url=f"https://nadi.example.org/feed{number}")


LATER = Entry("बाज़ार खुला", "https://nadi.example.org/bazar")


@pytest.fixture
def core() -> Web:
    made = Web()
    for number in range(1, 6):
        made.subscribe(feed(number))
        made.answers[feed(number).url, ""] = feed(number)
    return made


def check(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["show_feeds"].trigger()
    press(window.feeds, "Check now")
    assert window.feeds.check.text() == "Checking …"
    qtbot.waitUntil(window.feeds.check.isEnabled)
    assert window.feeds.check.text() == "Check now"


def test_troubles_are_counted_and_hide_nothing_new(
    qtbot: QtBot, window: MainWindow, core: Web
) -> None:
    core.answers[feed(2).url, ""] = FetchError("nadi.example.org did not answer in time.")
    core.answers[feed(3).url, ""] = document_of(article())
    core.answers[feed(5).url, ""] = replace(feed(5), entries=(LATER,))
    check(qtbot, window)
    assert window.message.text == (
        "New articles: 1. 2 of 5 feeds could not be checked: समाचार 2, समाचार 3. "
        "nadi.example.org did not answer in time."
    )


def test_a_feed_that_became_a_page_is_told(qtbot: QtBot, window: MainWindow, core: Web) -> None:
    core.answers[feed(3).url, ""] = document_of(article())
    check(qtbot, window)
    assert window.message.text == (
        "समाचार 3 could not be checked. Its address now leads to a page, not to a feed."
    )


def test_of_many_feeds_some_are_named(qtbot: QtBot, window: MainWindow, core: Web) -> None:
    for number in range(1, 6):
        core.answers[feed(number).url, ""] = FetchError("There is no network.")
    check(qtbot, window)
    assert f"5 of 5 feeds could not be checked: समाचार 1, समाचार 2, समाचार {checking.NAMED} …." in (
        window.message.text
    )


def test_an_hourly_check_stays_out_of_the_way(qtbot: QtBot, window: MainWindow, core: Web) -> None:
    core.answers[feed(2).url, ""] = FetchError("nadi.example.org did not answer in time.")
    window.feeding._clock.timeout.emit()
    qtbot.waitUntil(lambda: "did not answer" in window.status.currentMessage())
    assert window.message.text == ""


def test_an_end_of_subscription_is_taken_back(qtbot: QtBot, window: MainWindow, core: Web) -> None:
    core.answers[feed(1).url, ""] = replace(feed(1), entries=(LATER, *NEWS.entries))
    check(qtbot, window)
    before = {(item.entry, item.is_new) for item in core.feed_items(feed(1).url)}
    assert len(before) == 3
    press(window.feeds, "Unsubscribe")
    assert len(core.feeds()) == 4
    assert "समाचार 1" in window.message.text
    window.message.answer_message()
    assert len(core.feeds()) == 5
    assert {(item.entry, item.is_new) for item in core.feed_items(feed(1).url)} == before
