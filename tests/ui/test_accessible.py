"""What screen readers and keyboards get: names, roles, the texts, and an order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.export_dialog import ExportDialog
from reader.ui.main_window import MainWindow
from reader.ui.views import View
from tests.ui.conftest import ARTICLE

SIZES = [(640, 480), (1280, 800)]


def tree(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything below a node that is not hidden."""
    yield node
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None and not child.state().invisible:
            yield from tree(child)


def all_of(widget: QWidget) -> list[QAccessibleInterface]:
    return list(tree(QAccessible.queryAccessibleInterface(widget)))


def name(node: QAccessibleInterface) -> str:
    return node.text(QAccessible.Text.Name)


def assert_named(widget: QWidget) -> None:
    """Whatever can have the keyboard says what it is."""
    nameless = [
        (node.role(), node.object())
        for node in all_of(widget)
        if node.state().focusable and not name(node)
    ]
    assert not nameless


@pytest.mark.parametrize("size", SIZES)
def test_all_that_can_have_the_keyboard_has_a_name(
    reading: MainWindow, size: tuple[int, int]
) -> None:
    reading.resize(*size)
    reading.actions_["find_text"].trigger()
    assert_named(reading)
    reading.show_start()
    assert_named(reading)


def test_all_in_the_settings_has_a_name(qtbot: QtBot, reading: MainWindow) -> None:
    reading.actions_["show_settings"].trigger()
    settings = reading.configuring.window
    for page in (settings.engines, settings.model, settings.privacy, settings.looks):
        settings.show_page(page)
        assert_named(settings)


def test_the_panes_give_their_text_and_say_in_what_language(reading: MainWindow) -> None:
    reading.actions_["translate_article"].trigger()
    for pane, language in (
        (reading.view.hindi, QLocale.Language.Hindi),
        (reading.view.english, QLocale.Language.English),
    ):
        node = QAccessible.queryAccessibleInterface(pane)
        text = node.textInterface()
        said = text.text(0, text.characterCount()).replace("\xa0", " ")
        assert said.split() == pane.toPlainText().split()
        assert node.state().readOnly
        assert pane.locale().language() == language
        assert name(node)
    assert "पुल" in reading.view.hindi.toPlainText()


@pytest.fixture
def active(qtbot: QtBot, reading: MainWindow) -> MainWindow:
    """A window with an article that has the keyboard, and nothing of the mouse."""
    reading.activateWindow()
    qtbot.waitUntil(reading.isActiveWindow)
    reading.view.hindi.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is reading.view.hindi)
    return reading


def press(qtbot: QtBot, keys: str) -> None:
    """Press keys where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused
    qtbot.keySequence(focused, keys)


def test_tab_goes_through_both_panes_and_the_toolbar(qtbot: QtBot, active: MainWindow) -> None:
    seen: list[QWidget | None] = []
    for _ in range(25):
        seen.append(QApplication.focusWidget())
        press(qtbot, "Tab")
    assert seen[1] is active.view.english
    assert active.view.hindi in seen[2:]
    buttons = {widget for widget in seen if widget and active.toolbar.isAncestorOf(widget)}
    assert len(buttons) >= 6


def test_the_whole_way_is_gone_without_a_mouse(
    qtbot: QtBot, active: MainWindow, tmp_path: Path
) -> None:
    """From opening over reading, translating, marking and looking up to an export."""
    target = tmp_path / "out.html"
    press(qtbot, "Ctrl+L")
    assert QApplication.focusWidget() is active.desk.entry.field
    press(qtbot, "Esc")
    QApplication.clipboard().setText(ARTICLE)
    press(qtbot, "Ctrl+Shift+V")
    qtbot.waitUntil(lambda: active.is_settled)
    press(qtbot, "Alt+Down")
    press(qtbot, "Alt+Down")
    assert active.view.current == "lead.1"
    press(qtbot, "Ctrl+Return")
    document = active.session.document
    assert document
    qtbot.waitUntil(lambda: "lead.1" in active.session.document.units)
    press(qtbot, "Alt+PgDown")
    assert active.view.current == "p1.1"
    press(qtbot, "Ctrl+H")
    assert [mark.row for mark in active.session.document.annotations] == ["p1"]
    press(qtbot, "Ctrl+D")
    assert "nadi" in active.looking_up.popup.text
    active.looking_up.popup.close()
    press(qtbot, "Ctrl+Alt+C")
    assert "नदी पर बना पुल" in QApplication.clipboard().text()
    press(qtbot, "Ctrl+3")
    assert active.view.view is View.INTERLEAVED
    press(qtbot, "Ctrl+F")
    assert QApplication.focusWidget() is active.desk.find.field
    press(qtbot, "Esc")
    press(qtbot, "Ctrl+E")
    (dialog,) = active.findChildren(ExportDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.file.setText(str(target))
    press(qtbot, "Return")
    qtbot.waitUntil(target.is_file)
