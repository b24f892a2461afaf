"""Words are looked up from the keyboard, one after the other."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow

# Without a screen Qt says so whenever a popup opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def lit(window: MainWindow) -> list[str]:
    pane = window.view.lead
    return [
        pane.rows[number].text[band.span.start : band.span.end]
        for number, bands in pane.layer("word").items()
        for band in bands
    ]


def test_the_words_of_the_sentence_come_in_turn(qtbot: QtBot, reading: MainWindow) -> None:
    reading.view.select("lead.1")
    reading.actions_["look_up"].trigger()
    popup = reading.looking_up.popup
    assert lit(reading) == ["नदी"]
    assert "nadi" in popup.text
    assert "noun, feminine" in popup.text
    assert "river" in popup.text
    qtbot.keyClick(popup, Qt.Key.Key_Right)
    qtbot.keyClick(popup, Qt.Key.Key_Right)
    qtbot.keyClick(popup, Qt.Key.Key_Right)
    assert lit(reading) == ["पुल"]
    qtbot.keyClick(popup, Qt.Key.Key_Left)
    assert lit(reading) == ["बना"]
    popup.close()
    assert lit(reading) == []


def test_a_selected_word_is_looked_up(reading: MainWindow) -> None:
    pane = reading.view.hindi
    number, span = pane.spans_of("p1.2")[0]
    cursor = pane.textCursor()
    cursor.setPosition(pane.document().findBlockByNumber(number).position() + span.start + 5)
    cursor.movePosition(cursor.MoveOperation.NextCharacter, cursor.MoveMode.KeepAnchor, 2)
    pane.setTextCursor(cursor)
    reading.actions_["look_up"].trigger()
    word = pane.rows[number].text[span.start :].split()[1]
    assert lit(reading) == [word]
    reading.looking_up.popup.close()


def test_a_name_is_told_with_its_english_spelling(reading: MainWindow) -> None:
    reading.view.select("title.1")
    reading.actions_["look_up"].trigger()
    assert "Saryu" in reading.looking_up.popup.text
    assert "name of a place" in reading.looking_up.popup.text
    reading.looking_up.popup.close()


@pytest.mark.parametrize("view", ["view_english", "view_interleaved", "view_hindi"])
def test_words_are_looked_up_in_every_view(reading: MainWindow, view: str) -> None:
    reading.actions_[view].trigger()
    reading.view.select("lead.1")
    reading.actions_["look_up"].trigger()
    assert "river" in reading.looking_up.popup.text
    reading.looking_up.popup.close()


def test_without_a_sentence_it_says_what_to_do(reading: MainWindow) -> None:
    reading.actions_["look_up"].trigger()
    assert reading.looking_up.popup.isHidden()
    assert reading.statusBar().currentMessage()
