"""Books, feeds and articles opened again, as a person meets them in the window."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from reader import formats
from reader.app import document_of
from reader.errors import FetchError, NeedsBrowser, NoArticle, NotHindi
from reader.model import (
    Article,
    Colour,
    Contents,
    ContentsKind,
    Document,
    Entry,
    Span,
    State,
    TranslationUnit,
)
from reader.ui.entry_list import ITEM
from reader.ui.main_window import MainWindow
from tests.fakes import english
from tests.ui.conftest import ARTICLE, FakeCore

ADDRESS = "https://nadi.example.org/pul"
FEED = "https://nadi.example.org/feed"
FETCHED = datetime(2026, 11, 3, 8, 0, tzinfo=UTC)
BOOK = Contents(
    "नदी की कथाएँ",
    ContentsKind.BOOK,
    (Entry("पहली कथा", "kathaen.epub", "1"), Entry("दूसरी कथा", "kathaen.epub", "2")),
)
ITEMS = (
    Entry("सरयू पर नया पुल खुला", ADDRESS, published=FETCHED, summary="नदी पर बना पुल खोल दिया गया।"),
    Entry("मेले में भीड़", "https://nadi.example.org/mela"),
)
NEWS = Contents("नदी समाचार", ContentsKind.FEED, ITEMS, FEED)
Opened = Document | Contents | Exception


class Web(FakeCore):
    """A core whose files and addresses answer what a test says, and count how often."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: dict[tuple[str, str], Opened] = {}
        self.asked: list[tuple[str, str]] = []

    def open(
        self,
        source: str,
        cancelled: threading.Event | None = None,
        *,
        part: str = "",
        progress: formats.Progress | None = None,
        any_language: bool = False,
    ) -> Document | Contents:
        self.asked.append((source, part))
        answer = self.answers[source, part]
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def core() -> Web:
    return Web()


def article(text: str = ARTICLE) -> Article:
    loaded = formats.load_text(text)
    assert isinstance(loaded, Article)
    return replace(loaded, url=ADDRESS, asked=ADDRESS, fetched=FETCHED)


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.is_settled)


def press(page: QWidget, words: str) -> None:
    buttons = page.findChildren(QAbstractButton)
    next(b for b in buttons if b.text() == words and b.isVisible()).click()


def shown(page: QWidget, words: str) -> bool:
    return any(b.text() == words and b.isVisible() for b in page.findChildren(QAbstractButton))


# -- books and feeds ------------------------------------------------------------------------


def test_a_book_offers_its_chapters(qtbot: QtBot, window: MainWindow, core: Web) -> None:
    core.answers["kathaen.epub", ""] = BOOK
    core.answers["kathaen.epub", "2"] = document_of(article())
    window.open("kathaen.epub")
    qtbot.waitUntil(window.contents.isVisible)
    titles = [window.contents.entries.item(n).data(ITEM).entry.title for n in range(2)]
    assert titles == ["पहली कथा", "दूसरी कथा"]
    window.contents.entries.setCurrentRow(1)
    qtbot.keyClick(window.contents.entries, Qt.Key.Key_Return)
    settled(qtbot, window)
    assert core.asked[-1] == ("kathaen.epub", "2")
    assert window.view.isVisible()


def test_a_book_is_read_whole(qtbot: QtBot, window: MainWindow, core: Web) -> None:
    core.answers["kathaen.epub", ""] = BOOK
    core.answers["kathaen.epub", formats.ALL] = document_of(article())
    window.open("kathaen.epub")
    qtbot.waitUntil(window.contents.isVisible)
    press(window.contents, "Read all chapters as one")
    settled(qtbot, window)
    assert core.asked[-1] == ("kathaen.epub", formats.ALL)


def test_a_feed_is_subscribed_to_and_asked_only_on_request(
    qtbot: QtBot, window: MainWindow, core: Web
) -> None:
    core.answers[FEED, ""] = NEWS
    window.open(FEED)
    qtbot.waitUntil(window.contents.isVisible)
    press(window.contents, "Subscribe")
    window.actions_["show_feeds"].trigger()
    assert window.feeds.address == FEED
    assert window.feeds.entries.count() == 2
    assert core.asked == [(FEED, "")]
    later = Entry("बाज़ार खुला", "https://nadi.example.org/bazar")
    core.answers[FEED, ""] = replace(NEWS, entries=(later, *ITEMS))
    press(window.feeds, "Check now")
    qtbot.waitUntil(lambda: window.feeds.entries.count() == 3)
    new = [window.feeds.entries.item(n).data(ITEM) for n in range(3)]
    assert [item.entry.title for item in new if item.is_new] == ["बाज़ार खुला"]
    assert "1" in window.feeds.feeds.item(0).text()


def test_a_feed_from_a_file_cannot_be_subscribed_to(
    qtbot: QtBot, window: MainWindow, core: Web
) -> None:
    core.answers["feed.rss", ""] = replace(NEWS, url="")
    window.open("feed.rss")
    qtbot.waitUntil(window.contents.isVisible)
    assert not shown(window.contents, "Subscribe")


def test_a_feed_that_does_not_answer_is_told(qtbot: QtBot, window: MainWindow, core: Web) -> None:
    core.subscribe(NEWS)
    core.answers[FEED, ""] = FetchError("nadi.example.org did not answer in time.")
    window.actions_["show_feeds"].trigger()
    press(window.feeds, "Check now")
    qtbot.waitUntil(lambda: "did not answer" in window.message.text)
    assert window.feeds.check.isEnabled()


def test_offline_asks_no_feed(window: MainWindow, core: Web) -> None:
    core.subscribe(NEWS)
    window.actions_["stay_offline"].trigger()
    window.actions_["show_feeds"].trigger()
    press(window.feeds, "Check now")
    assert "Stay offline" in window.message.text
    assert not core.asked


def test_a_feed_can_be_left_again(window: MainWindow, core: Web) -> None:
    core.subscribe(NEWS)
    window.actions_["show_feeds"].trigger()
    press(window.feeds, "Unsubscribe")
    assert core.feeds() == []
    assert window.feeds.address == ""


def test_checking_in_the_background_is_off_until_turned_on(window: MainWindow, core: Web) -> None:
    assert not window.feeding.checks_by_itself
    window.feeds.background.click()
    assert core.settings.check_feeds
    assert window.feeding.checks_by_itself
    window.feeds.background.click()
    assert not window.feeding.checks_by_itself


def test_a_front_page_offers_its_feed(qtbot: QtBot, window: MainWindow, core: Web) -> None:
    home = "https://nadi.example.org/"
    core.answers[home, ""] = NoArticle("This is a front page.", feed=FEED)
    core.answers[FEED, ""] = NEWS
    window.open(home)
    qtbot.waitUntil(lambda: "front page" in window.message.text)
    window.message.answer_message()
    qtbot.waitUntil(window.contents.isVisible)


def test_a_page_that_needs_a_browser_offers_paste(
    qtbot: QtBot, window: MainWindow, core: Web
) -> None:
    core.answers[ADDRESS, ""] = NeedsBrowser("The page needs a browser.")
    window.open(ADDRESS)
    qtbot.waitUntil(lambda: "needs a browser" in window.message.text)
    QGuiApplication.clipboard().setText(ARTICLE)
    window.message.answer_message()
    settled(qtbot, window)
    assert "शिक्षिका" in window.view.hindi.toPlainText()


def test_html_is_pasted_whole(qtbot: QtBot, window: MainWindow) -> None:
    data = QMimeData()
    data.setHtml("<h1>मेले में भीड़</h1><p>पहला दिन।</p><ul><li>झूले</li></ul>")
    data.setText("मेले में भीड़ पहला दिन। झूले")
    assert window.opening.take(data)
    settled(qtbot, window)
    text = window.view.hindi.toPlainText()
    assert "पहला दिन।" in text
    assert "• झूले" in text


# -- the same address again -----------------------------------------------------------------


@pytest.fixture
def kept(core: Web) -> Article:
    """The little article, read and kept before, fully translated and with a mark."""
    first = document_of(article())
    core.opened(first)
    core.remember(
        TranslationUnit(s.id, s.text, english(s.text), "fake", State.MACHINE, created=FETCHED)
        for s in first.sentences
    )
    return first.article


def test_the_kept_article_is_there_at_once_and_changes_are_offered(
    qtbot: QtBot, window: MainWindow, core: Web, kept: Article
) -> None:
    core.answers[ADDRESS, ""] = document_of(article(ARTICLE.replace("दो गाँव", "तीन गाँव")))
    window.open(ADDRESS)
    qtbot.waitUntil(lambda: "has changed" in window.message.text)
    settled(qtbot, window)
    assert "दो गाँव" in window.view.hindi.toPlainText()
    assert "3 November 2026" in window.message.text
    window.message.answer_message()
    assert window.changes.isVisible()
    text = window.changes.text.toPlainText()
    assert "दो गाँव" in text
    assert "तीन गाँव" in text
    assert "not translated" in text


def test_only_what_changed_is_translated(
    qtbot: QtBot, window: MainWindow, core: Web, kept: Article
) -> None:
    core.save_settings(replace(core.settings, engine="fake"))
    core.answers[ADDRESS, ""] = document_of(article(ARTICLE.replace("दो गाँव", "तीन गाँव")))
    window.open(ADDRESS)
    qtbot.waitUntil(lambda: "has changed" in window.message.text)
    window.message.answer_message()
    press(window.changes, "Translate what changed")
    qtbot.waitUntil(lambda: "not translated" not in window.changes.text.toPlainText())
    assert core.fake.calls == [["इससे तीन गाँव जुड़ गए हैं।"]]
    press(window.changes, "Read the new version")
    settled(qtbot, window)
    assert "तीन गाँव" in window.view.hindi.toPlainText()
    assert not window.session.untranslated()


def test_marks_stay_with_their_words(
    qtbot: QtBot, window: MainWindow, core: Web, kept: Article
) -> None:
    more = ARTICLE.replace("बागेश्वर:", "पुल पर रोशनी की गई।\n\nबागेश्वर:")
    core.answers[ADDRESS, ""] = document_of(article(more))
    window.open(ADDRESS)
    settled(qtbot, window)
    row = next(r for r in window.session.document.rows if "शिक्षिका" in r.text)  # type: ignore[union-attr]
    window.session.mark([(row, Span(0, 4))], Colour.SKY)
    qtbot.waitUntil(lambda: "has changed" in window.message.text)
    window.message.answer_message()
    press(window.changes, "Read the new version")
    settled(qtbot, window)
    document = window.session.document
    assert document is not None
    (mark,) = document.annotations
    moved = next(row for row in document.rows if row.id == mark.row)
    assert "शिक्षिका" in moved.text


def test_an_unchanged_article_says_nothing_in_the_way(
    qtbot: QtBot, window: MainWindow, core: Web, kept: Article
) -> None:
    core.answers[ADDRESS, ""] = document_of(article())
    window.open(ADDRESS)
    qtbot.waitUntil(lambda: "Nothing has changed" in window.status.currentMessage())
    assert window.message.text == ""


def test_without_a_network_the_kept_article_is_read(
    qtbot: QtBot, window: MainWindow, core: Web, kept: Article
) -> None:
    core.answers[ADDRESS, ""] = FetchError("There is no network.")
    window.open(ADDRESS)
    qtbot.waitUntil(lambda: "There is no network." in window.message.text)
    settled(qtbot, window)
    assert "copy of 3 November 2026" in window.message.text
    assert "शिक्षिका" in window.view.hindi.toPlainText()


def test_an_address_that_gives_another_language_now_says_so(
    qtbot: QtBot, window: MainWindow, core: Web, kept: Article
) -> None:
    core.answers[ADDRESS, ""] = NotHindi("This looks like English, not Hindi.", language="en")
    window.open(ADDRESS)
    qtbot.waitUntil(lambda: "another text now" in window.message.text)
    settled(qtbot, window)
    assert window.message.text.endswith("This looks like English, not Hindi.")
    assert "शिक्षिका" in window.view.hindi.toPlainText()
    text = "The bridge opened on Sunday.\n\nIt joins two villages on the river."
    core.answers[ADDRESS, ""] = document_of(article(text))
    window.message.answer_message()
    qtbot.waitUntil(lambda: "two villages" in window.view.hindi.toPlainText())
    settled(qtbot, window)
    assert window.status.counted == ""


def test_a_kept_article_that_needs_a_browser_now_can_be_pasted(
    qtbot: QtBot, window: MainWindow, core: Web, kept: Article
) -> None:
    core.answers[ADDRESS, ""] = NeedsBrowser("The page needs a browser.", "Paste the text.")
    window.open(ADDRESS)
    qtbot.waitUntil(lambda: "needs a browser" in window.message.text)
    assert window.message.text.startswith("You see the copy of 3 November 2026.")
    assert shown(window.message, "Paste")


def test_where_and_when_an_article_was_fetched_is_said(
    qtbot: QtBot, window: MainWindow, core: Web, kept: Article
) -> None:
    core.answers[ADDRESS, ""] = document_of(article())
    window.open(ADDRESS)
    settled(qtbot, window)
    assert window.status.told == "nadi.example.org · fetched 3 November 2026, 1:30 pm IST"


def test_recent_articles_say_where_they_are_from(
    qtbot: QtBot, window: MainWindow, kept: Article
) -> None:
    window.show_start()
    (item,) = (window.start.recent.item(n).data(ITEM) for n in range(window.start.recent.count()))
    assert item.entry.title == kept.title
    assert item.entry.summary.startswith("nadi.example.org · read ")
    window.start.recent.setFocus()
    qtbot.keyClick(window.start.recent, Qt.Key.Key_Return)
    settled(qtbot, window)
    assert kept.title in window.windowTitle()


@pytest.mark.parametrize("action", ["cancel", "stay_offline"])
def test_asking_a_kept_address_again_can_be_ended(
    qtbot: QtBot, window: MainWindow, core: Web, kept: Article, action: str
) -> None:
    release = threading.Event()
    fresh = document_of(article(ARTICLE.replace("दो गाँव", "तीन गाँव")))

    def slow(*_asked: object, **_how: object) -> Document:
        release.wait(20)
        return fresh

    core.open = slow  # type: ignore[method-assign]
    window.open(ADDRESS)
    qtbot.waitUntil(lambda: window.session.document is not None)
    window.actions_[action].trigger()
    release.set()
    settled(qtbot, window)
    assert "has changed" not in window.message.text


def test_hanging_pictures_keep_no_article_waiting(
    qtbot: QtBot, window: MainWindow, core: Web, kept: Article
) -> None:
    release = threading.Event()

    def hang(_address: str, _cancelled: threading.Event | None = None) -> bytes:
        release.wait(20)
        return b""

    core.picture = hang  # type: ignore[method-assign]
    core.answers["pul.txt", ""] = document_of(article())
    for row in range(6):
        window.session.fetch_picture(f"p{row}", ADDRESS)
    window.open("pul.txt")
    qtbot.waitUntil(lambda: window.session.document is not None)
    release.set()
    settled(qtbot, window)


def test_a_long_name_leaves_room_for_cancel(window: MainWindow) -> None:
    window.resize(640, 480)
    window.session.opening.emit("https://nadi.example.org/" + "a" * 2000)
    assert window.status.sizeHint().width() < 640
    assert len(window.status.counted) < 200


def test_going_elsewhere_ends_the_comparison(
    qtbot: QtBot, window: MainWindow, core: Web, kept: Article
) -> None:
    core.answers[ADDRESS, ""] = document_of(article(ARTICLE.replace("दो गाँव", "तीन गाँव")))
    window.open(ADDRESS)
    qtbot.waitUntil(lambda: "has changed" in window.message.text)
    window.actions_["show_start"].trigger()
    window.opening.paste(ARTICLE)
    settled(qtbot, window)
    window.actions_["show_changes"].trigger()
    assert "Nothing to compare" in window.message.text


def test_an_earlier_version_is_compared_whenever_asked(
    qtbot: QtBot, window: MainWindow, core: Web, kept: Article
) -> None:
    core.opened(document_of(article(ARTICLE.replace("दो गाँव", "तीन गाँव"))))
    window.session.reopen(ADDRESS)
    settled(qtbot, window)
    window.actions_["show_changes"].trigger()
    qtbot.waitUntil(window.changes.isVisible)
    assert "दो गाँव" in window.changes.text.toPlainText()
    assert not shown(window.changes, "Back to the one kept")


def test_a_site_leads_to_its_feed(qtbot: QtBot, window: MainWindow, core: Web) -> None:
    core.answers["https://nadi.example.org", ""] = NoArticle("A front page.", feed=FEED)
    core.answers[FEED, ""] = NEWS
    window.actions_["show_feeds"].trigger()
    press(window.feeds, "Add a feed…")
    window.desk.entry.field.setText("nadi.example.org")
    qtbot.keyClick(window.desk.entry.field, Qt.Key.Key_Return)
    qtbot.waitUntil(window.contents.isVisible)
    assert window.contents.shown is not None
    assert window.contents.shown.url == FEED
