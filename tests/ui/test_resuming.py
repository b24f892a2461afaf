"""Coming back to where one was: in an article, to the article, on the screen."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow
from reader.ui.resuming import Resuming
from tests.ui.conftest import FakeCore

LONG = "\n\n".join(
    ["नदी की कहानी", *(f"यह {n} बजे की बात है। पुल नंबर {n} खुल गया।" for n in range(90))]
)


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "लंबा.txt"
    path.write_text(LONG, encoding="utf-8")
    return str(path)


@pytest.fixture
def windows(qtbot: QtBot, core: FakeCore) -> Iterator[list[MainWindow]]:
    made: list[MainWindow] = []
    yield made
    for window in made:
        window.close()


def start(qtbot: QtBot, core: FakeCore, windows: list[MainWindow]) -> Resuming:
    """Setu, started once more on the same library."""
    window = MainWindow(core)
    windows.append(window)
    resuming = Resuming(window)
    resuming.restore()
    window.show()
    qtbot.waitExposed(window)
    return resuming


def read(qtbot: QtBot, window: MainWindow, article: str) -> None:
    """Open an article and wait until all of it is there."""
    window.open(article)
    settle(qtbot, window)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.is_settled)


def test_an_article_opens_at_the_sentence_at_which_it_was_left(
    qtbot: QtBot, core: FakeCore, windows: list[MainWindow], article: str
) -> None:
    start(qtbot, core, windows)
    window = windows[0]
    read(qtbot, window, article)
    window.view.begin_at("p41.1")
    left = window.view.top_sentence
    document = window.session.document
    assert document
    assert left == "p41.1"
    qtbot.waitUntil(lambda: core.left_at(document) != "")
    window.show_start()
    window.actions_["view_interleaved"].trigger()
    window.open(article)
    settle(qtbot, window)
    assert window.view.top_sentence == left
    window.view.lead.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: core.left_at(document) == "")


def test_the_place_is_kept_by_one_who_leaves_in_haste(
    qtbot: QtBot, core: FakeCore, windows: list[MainWindow], article: str
) -> None:
    start(qtbot, core, windows)
    window = windows[0]
    read(qtbot, window, article)
    document = window.session.document
    assert document
    window.view.begin_at("p41.1")
    window.open(article)
    assert core.left_at(document) != ""


def test_the_next_start_opens_what_was_open_and_where(
    qtbot: QtBot, core: FakeCore, windows: list[MainWindow], article: str
) -> None:
    start(qtbot, core, windows)
    read(qtbot, windows[0], article)
    windows[0].view.begin_at("p60.1")
    windows[0].close()
    assert core.settings.article
    start(qtbot, core, windows).resume()
    settle(qtbot, windows[1])
    document = windows[1].session.document
    assert document
    assert document.article.title == "नदी की कहानी"
    assert windows[1].view.top_sentence == "p60.1"


def test_a_start_page_that_was_left_is_come_back_to(
    qtbot: QtBot, core: FakeCore, windows: list[MainWindow], article: str
) -> None:
    start(qtbot, core, windows)
    read(qtbot, windows[0], article)
    windows[0].show_start()
    windows[0].close()
    start(qtbot, core, windows).resume()
    assert windows[1].session.document is None
    assert core.settings.article == ""


def test_the_window_comes_back_where_it_was(
    qtbot: QtBot, core: FakeCore, windows: list[MainWindow]
) -> None:
    start(qtbot, core, windows)
    windows[0].setGeometry(QRect(60, 50, 900, 610))
    qtbot.waitUntil(lambda: windows[0].size().width() == 900)
    windows[0].close()
    start(qtbot, core, windows)
    assert windows[1].geometry() == QRect(60, 50, 900, 610)


def test_a_window_off_every_screen_comes_back(
    qtbot: QtBot, core: FakeCore, windows: list[MainWindow]
) -> None:
    start(qtbot, core, windows)
    windows[0].setGeometry(QRect(9000, 7000, 900, 610))
    qtbot.waitUntil(lambda: windows[0].x() > 5000)
    windows[0].close()
    start(qtbot, core, windows)
    screens = QGuiApplication.screens()
    middle = windows[1].geometry().center()
    assert any(screen.availableGeometry().contains(middle) for screen in screens)


def test_a_setting_that_is_no_place_is_passed_over(
    qtbot: QtBot, core: FakeCore, windows: list[MainWindow]
) -> None:
    core.save_settings(replace(core.settings, window="nonsense", article="gone"))
    start(qtbot, core, windows).resume()
    assert windows[0].size().width() == 1280
    assert windows[0].session.document is None
