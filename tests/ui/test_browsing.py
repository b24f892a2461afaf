"""Between lists of articles, articles, and the bars over them: no place and no key is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader import formats
from reader.app import document_of
from reader.model import Article, Contents, Entry, Paragraph
from reader.ui.entry_list import EntryList
from reader.ui.main_window import MainWindow
from tests.ui.conftest import ARTICLE
from tests.ui.test_sources import ADDRESS, BOOK, FEED, NEWS, Web, article, press, settled

CHAPTERS = tuple(Entry(f"अध्याय {n}", "kathaen.epub", str(n)) for n in range(1, 41))
LONG = "लंबी कथा\n\n" + "\n\n".join(f"यह कथा का वाक्य क्रमांक {n} है।" * (4 + n % 5) for n in range(60))


@pytest.fixture
def core() -> Web:
    made = Web()
    made.answers["kathaen.epub", ""] = replace(BOOK, entries=CHAPTERS)
    for entry in CHAPTERS:
        text = f"अध्याय {entry.part}\n\nनदी पर बना पुल रविवार को खोल दिया गया।"
        made.answers["kathaen.epub", entry.part] = document_of(article(text))
    return made


@pytest.fixture
def book(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """A window on a book's contents."""
    window.open("kathaen.epub")
    qtbot.waitUntil(window.contents.isVisible)
    return window


@pytest.fixture
def long(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """A window with an article longer than it."""
    window.opening.paste(LONG)
    settled(qtbot, window)
    return window


def place_of(window: MainWindow, number: int) -> int:
    """How far from the top of the screen a row is."""
    pane = window.view.hindi
    top = round(pane.row_top(number)) - window.view.scroll_value
    return pane.viewport().mapToGlobal(QPoint(0, top)).y()


def read(qtbot: QtBot, window: MainWindow, entries: EntryList, row: int) -> int:
    """Read the article in a row; returns how far the list was scrolled."""
    entries.setCurrentRow(row)
    scrolled = entries.verticalScrollBar().value()
    qtbot.keyClick(entries, Qt.Key.Key_Return)
    qtbot.waitUntil(window.view.isVisible)
    settled(qtbot, window)
    return scrolled


# -- bars -----------------------------------------------------------------------------------


@pytest.mark.parametrize("at", [300, 10**6])
def test_the_text_stays_where_it_is_under_a_message(long: MainWindow, at: int) -> None:
    long.view.hindi.verticalScrollBar().setValue(at)
    number = long.view.hindi.first_visible_row() + 2
    before = place_of(long, number)
    long.message.tell("Something has come.")
    QApplication.processEvents()
    assert long.message.height() > 20
    assert place_of(long, number) == before
    long.message.hide()
    QApplication.processEvents()
    assert place_of(long, number) == before


def test_a_message_hides_no_title(long: MainWindow) -> None:
    long.message.tell("Something has come.")
    QApplication.processEvents()
    assert long.view.scroll_value == 0


def test_a_message_is_answered_from_the_text(qtbot: QtBot, window: MainWindow) -> None:
    window.opening.paste("The bridge opened on Sunday.\n\nIt joins two villages. " * 3)
    qtbot.waitUntil(lambda: window.message.text != "")
    assert window.actions_["answer_message"].shortcut().toString() == "Alt+Return"
    window.actions_["answer_message"].trigger()
    settled(qtbot, window)
    assert "two villages" in window.view.hindi.toPlainText()


# -- the keyboard ---------------------------------------------------------------------------


def test_the_keyboard_goes_with_the_page(qtbot: QtBot, long: MainWindow, core: Web) -> None:
    core.subscribe(NEWS)
    long.actions_["show_feeds"].trigger()
    assert long.focusWidget() is long.feeds.entries
    long.actions_["show_article"].trigger()
    assert long.focusWidget() is long.view.hindi
    qtbot.keyClick(long.view.hindi, Qt.Key.Key_PageDown)
    assert long.view.scroll_value > 0


@pytest.mark.parametrize("at", [0, 1500])
def test_keys_scroll_from_what_is_in_sight(qtbot: QtBot, long: MainWindow, at: int) -> None:
    pane = long.view.hindi
    pane.verticalScrollBar().setValue(at)
    qtbot.keyClick(pane, Qt.Key.Key_PageDown)
    assert at + pane.viewport().height() / 2 < long.view.scroll_value <= at + pane.height()
    qtbot.keyClick(pane, Qt.Key.Key_PageUp)
    assert long.view.scroll_value == at
    qtbot.keyClick(pane, Qt.Key.Key_Down)
    assert at < long.view.scroll_value < at + 100
    qtbot.keyClick(pane, Qt.Key.Key_Up)
    assert long.view.scroll_value == at


def test_a_page_without_feeds_offers_to_add_one(window: MainWindow) -> None:
    window.actions_["show_feeds"].trigger()
    assert window.focusWidget() is window.feeds._add


# -- there and back -------------------------------------------------------------------------


def test_the_contents_are_as_they_were_left(qtbot: QtBot, book: MainWindow) -> None:
    scrolled = read(qtbot, book, book.contents.entries, 30)
    assert scrolled > 0
    book.actions_["show_list"].trigger()
    assert book.contents.isVisible()
    assert book.contents.entries.currentRow() == 30
    assert book.contents.entries.verticalScrollBar().value() == scrolled
    assert book.focusWidget() is book.contents.entries


def test_other_contents_in_between_do_not_matter(qtbot: QtBot, book: MainWindow, core: Web) -> None:
    read(qtbot, book, book.contents.entries, 3)
    core.answers["other.epub", ""] = BOOK
    book.open("other.epub")
    qtbot.waitUntil(book.contents.isVisible)
    book.actions_["show_article"].trigger()
    book.actions_["show_list"].trigger()
    assert book.contents.entries.count() == len(CHAPTERS)
    assert book.contents.entries.currentRow() == 3


def test_chapters_are_turned(qtbot: QtBot, book: MainWindow, core: Web) -> None:
    read(qtbot, book, book.contents.entries, 38)
    for name, part in (("next", "40"), ("next", "40"), ("previous", "39"), ("previous", "38")):
        book.actions_[f"{name}_in_list"].trigger()
        qtbot.waitUntil(lambda part=part: book.windowTitle().startswith(f"अध्याय {part}"))
        settled(qtbot, book)
    book.actions_["show_list"].trigger()
    assert book.contents.entries.currentRow() == 37


def test_an_article_from_elsewhere_has_no_contents(qtbot: QtBot, book: MainWindow) -> None:
    read(qtbot, book, book.contents.entries, 0)
    assert book.actions_["show_list"].isEnabled()
    book.opening.paste(LONG)
    qtbot.waitUntil(lambda: book.windowTitle().startswith("लंबी"))
    for name in ("show_list", "next_in_list", "previous_in_list"):
        assert not book.actions_[name].isEnabled()


def test_a_book_read_whole_leads_back_too(qtbot: QtBot, book: MainWindow, core: Web) -> None:
    core.answers["kathaen.epub", formats.ALL] = document_of(article())
    press(book.contents, "Read all chapters as one")
    qtbot.waitUntil(book.view.isVisible)
    book.actions_["next_in_list"].trigger()
    assert "not one of several" in book.status.currentMessage()
    book.actions_["show_list"].trigger()
    assert book.contents.isVisible()


@pytest.fixture
def feeds(window: MainWindow, core: Web) -> MainWindow:
    """A window on a feed of forty articles."""
    items = tuple(Entry(f"समाचार {n}", f"https://nadi.example.org/{n}") for n in range(40))
    for entry in items:
        core.answers[entry.source, ""] = document_of(article())
    core.subscribe(replace(NEWS, entries=items))
    core.answers[FEED, ""] = replace(NEWS, entries=items)
    window.actions_["show_feeds"].trigger()
    return window


def test_a_check_leaves_the_list_where_it_is(qtbot: QtBot, feeds: MainWindow, core: Web) -> None:
    entries = feeds.feeds.entries
    entries.setCurrentRow(20)
    bar = entries.verticalScrollBar()
    bar.setValue(bar.value() + 7)
    first = entries.itemAt(1, 1)
    before = (first.text(), entries.visualItemRect(first).top(), entries.currentIndex().row())
    assert bar.value() > 100
    known = core.answers[FEED, ""]
    assert isinstance(known, Contents)
    later = Entry("बाज़ार खुला", "https://nadi.example.org/bazar")
    core.answers[FEED, ""] = replace(known, entries=(later, *known.entries))
    press(feeds.feeds, "Check now")
    qtbot.waitUntil(lambda: entries.count() == 41)
    first = entries.itemAt(1, 1)
    after = (first.text(), entries.visualItemRect(first).top(), entries.currentIndex().row())
    assert after == (before[0], before[1], before[2] + 1)


@pytest.mark.parametrize("way", ["show_feeds", "show_list"])
def test_the_feeds_are_as_they_were_left(qtbot: QtBot, feeds: MainWindow, way: str) -> None:
    scrolled = read(qtbot, feeds, feeds.feeds.entries, 20)
    feeds.actions_[way].trigger()
    assert feeds.feeds.entries.currentRow() == 20
    assert feeds.feeds.entries.verticalScrollBar().value() == scrolled > 0


@pytest.mark.parametrize("at", [720, 10**6])
def test_the_article_is_as_it_was_left(qtbot: QtBot, long: MainWindow, at: int) -> None:
    bar = long.view.hindi.verticalScrollBar()
    bar.setValue(at)
    before = bar.value()
    long.actions_["show_feeds"].trigger()
    QApplication.processEvents()
    long.actions_["show_article"].trigger()
    settled(qtbot, long)
    QApplication.processEvents()
    assert bar.value() == before


def test_the_new_version_is_read_on_where_the_old_one_was_left(
    qtbot: QtBot, long: MainWindow
) -> None:
    old = formats.load_text(LONG)
    assert isinstance(old, Article)
    long.session.lay_out(replace(old, url=ADDRESS))
    document = long.session.document
    qtbot.waitUntil(lambda: long.session.document is not document)
    settled(qtbot, long)
    bar = long.view.hindi.verticalScrollBar()
    bar.setValue(1500)
    number = long.view.hindi.first_visible_row()
    text, before = long.view.hindi.rows[number].text, place_of(long, number)
    more = ("यह नया है।", *(p.text for p in old.paragraphs))
    new = replace(old, url=ADDRESS, paragraphs=tuple(map(Paragraph, more)))
    long.session.show(document_of(new))
    settled(qtbot, long)
    after = long.view.hindi.first_visible_row()
    assert after == number + 1
    assert (long.view.hindi.rows[after].text, place_of(long, after)) == (text, before)


def test_the_comparison_follows_the_zoom(qtbot: QtBot, window: MainWindow, core: Web) -> None:
    core.opened(document_of(article()))
    core.opened(document_of(article(ARTICLE.replace("दो गाँव", "तीन गाँव"))))
    window.session.reopen(ADDRESS)
    settled(qtbot, window)
    window.actions_["show_changes"].trigger()
    qtbot.waitUntil(window.changes.isVisible)
    qtbot.waitUntil(lambda: "दो गाँव" in window.changes.text.toPlainText())
    window.actions_["zoom_in"].trigger()
    qtbot.waitUntil(lambda: "दो गाँव" in window.changes.text.toPlainText())
    found = window.changes.text.document().find("जुड़")
    assert found.charFormat().font().pixelSize() == round(18 * 1.1)


# -- what is in sight -----------------------------------------------------------------------


def test_the_hidden_article_is_left_alone(qtbot: QtBot, long: MainWindow, core: Web) -> None:
    title = long.windowTitle()
    assert long.status.counted.startswith("0 of ")
    long.actions_["show_feeds"].trigger()
    assert long.windowTitle() == "Feeds · Setu"
    assert long.status.counted == ""
    assert not long.actions_["translate_article"].isEnabled()
    assert long.actions_["show_article"].isEnabled()
    long.open("kathaen.epub")
    qtbot.waitUntil(long.contents.isVisible)
    assert long.windowTitle() == f"{BOOK.title} · Setu"
    assert long.status.counted == ""
    long.actions_["show_article"].trigger()
    assert long.windowTitle() == title
    assert long.status.counted.startswith("0 of ")
    assert long.actions_["translate_article"].isEnabled()


def test_one_article_is_not_several(qtbot: QtBot, window: MainWindow, core: Web) -> None:
    core.answers[FEED, ""] = replace(NEWS, entries=NEWS.entries[:1])
    window.open(FEED)
    qtbot.waitUntil(window.contents.isVisible)
    assert window.contents._about.text() == "A feed of 1 article."


def test_the_font_a_text_was_typed_for_stays_told(qtbot: QtBot, window: MainWindow) -> None:
    window.session.lay_out(replace(article(), url="", fetched=None, converted="Kruti Dev"))
    settled(qtbot, window)
    window.message.hide()
    assert window.status.told == "converted from Kruti Dev"
