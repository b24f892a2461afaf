"""Links by menu and keyboard."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from reader.app import document_of
from reader.model import Article, Markup, Paragraph, Span, Style
from reader.ui.bands import line_rects
from reader.ui.main_window import MainWindow

# Without a screen Qt says so whenever a menu or a tooltip opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ONE, TWO = "https://news.example.org/pul", "https://example.com/?a=1&b=2"
TEXT = "नदी पर बना पुल खुला। लोग और बच्चे खुश हैं। नाव बंद है।"
MARKUP = (
    Markup(Span(11, 14), Style.LINK, ONE),
    Markup(Span(21, 24), Style.LINK, ONE),
    Markup(Span(28, 33), Style.LINK, TWO),
)


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow) -> MainWindow:
    window.session.show(document_of(Article("सरयू का पुल", (Paragraph(TEXT, markup=MARKUP),))))
    qtbot.waitUntil(lambda: window.is_settled)
    return window


def texts(menu: QMenu) -> list[str]:
    """What a menu offers, submenus by their entries."""
    found: list[str] = []
    for action in menu.actions():
        below = action.menu()
        found += texts(below) if isinstance(below, QMenu) else filter(None, [action.text()])
    return found


def test_the_link_of_the_current_sentence_opens(qtbot: QtBot, reading: MainWindow) -> None:
    reading.view.link_wanted.disconnect()
    reading.view.select("p1.1")
    with qtbot.waitSignal(reading.view.link_wanted) as wanted:
        reading.actions_["open_link"].trigger()
    assert wanted.args == [ONE]


def test_the_address_of_a_link_is_copied(reading: MainWindow) -> None:
    reading.view.select("p1.1")
    reading.actions_["copy_link"].trigger()
    assert QGuiApplication.clipboard().text() == ONE


def test_of_several_links_one_is_chosen(qtbot: QtBot, reading: MainWindow) -> None:
    reading.view.select("p1.2")
    reading.actions_["open_link"].trigger()
    menu = next(m for m in reading.findChildren(QMenu) if m.isVisible())
    assert [action.text() for action in menu.actions() if action.menu()] == ["लोग", "बच्चे"]
    assert texts(menu)[::2] == [
        "Open link in browser (news.example.org)",
        "Open link in browser (example.com)",
    ]
    menu.close()


def test_without_a_link_that_is_said(qtbot: QtBot, reading: MainWindow) -> None:
    reading.view.select("p1.3")
    with qtbot.assertNotEmitted(reading.view.link_wanted):
        reading.actions_["open_link"].trigger()
    assert reading.message.text == "There is no link in the current sentence."


def test_the_menu_offers_the_link_under_the_pointer(qtbot: QtBot, reading: MainWindow) -> None:
    reading.view.link_wanted.disconnect()
    pane = reading.view.hindi
    block = pane.document().findBlockByNumber(1)
    (rect,) = line_rects(block, Span(28, 33))
    place = pane.viewport().mapToGlobal(rect.center().toPoint())
    menu = QMenu()
    qtbot.addWidget(menu)
    reading.following.fill(menu, place)
    assert texts(menu) == ["Open link in browser (example.com)", "Copy link address"]
    with qtbot.waitSignal(reading.view.link_wanted) as wanted:
        menu.actions()[0].trigger()
    assert wanted.args == [TWO]


def test_the_menu_elsewhere_offers_nothing(qtbot: QtBot, reading: MainWindow) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    reading.following.fill(menu, QPoint(-50, -50))
    assert texts(menu) == []


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)"])
def test_only_the_web_is_opened(
    reading: MainWindow, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "reader.ui.following.QDesktopServices.openUrl", lambda url: opened.append(url.toString())
    )
    reading.view.link_wanted.emit(address)
    reading.view.link_wanted.emit(ONE)
    assert opened == [ONE]
