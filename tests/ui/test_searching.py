"""Finding in the article, in both languages and through its views."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.ui.bands import Paint
from reader.ui.main_window import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.is_settled and window.searching.is_done)


def look_for(qtbot: QtBot, window: MainWindow, text: str) -> str:
    """Type what to find; what the bar then says."""
    window.actions_["find_text"].trigger()
    window.desk.find.field.setText(text)
    settle(qtbot, window)
    return window.desk.find.count.text()


def lit(window: MainWindow, side: str = "hindi") -> list[tuple[str, bool]]:
    """What is lit in a pane, in order, and whether it is the place one is at."""
    pane = getattr(window.view, side)
    return [
        (pane.rows[number].text[band.span.start : band.span.end], band.paint is Paint.FOUND_HERE)
        for number, bands in sorted(pane.layer("found").items())
        for band in bands
    ]


def test_every_place_is_lit_and_counted(qtbot: QtBot, reading: MainWindow) -> None:
    assert look_for(qtbot, reading, "पुल") == "1 of 3"
    assert lit(reading) == [("पुल", True), ("पुल", False), ("पुल", False)]
    assert look_for(qtbot, reading, "हाथी") == "Not found"
    assert lit(reading) == []
    assert look_for(qtbot, reading, " ") == ""


def test_hindi_is_found_by_its_sound(qtbot: QtBot, reading: MainWindow) -> None:
    look_for(qtbot, reading, "saryu")
    assert ("सरयू", True) in lit(reading)


def test_return_goes_on_and_back_and_round(qtbot: QtBot, reading: MainWindow) -> None:
    look_for(qtbot, reading, "पुल")
    field, count = reading.desk.find.field, reading.desk.find.count
    said = []
    for keys in (Qt.KeyboardModifier.NoModifier,) * 3 + (SHIFT,) * 2:
        qtbot.keyClick(field, Qt.Key.Key_Return, keys)
        said.append(count.text())
    assert said == ["2 of 3", "3 of 3", "1 of 3", "3 of 3", "2 of 3"]
    reading.actions_["find_next"].trigger()
    assert count.text() == "3 of 3"
    reading.actions_["find_previous"].trigger()
    assert count.text() == "2 of 3"


def test_our_own_words_are_not_looked_through(qtbot: QtBot, reading: MainWindow) -> None:
    assert "Translate" in reading.view.english.toPlainText()
    assert look_for(qtbot, reading, "translate") == "Not found"


def test_new_english_is_looked_through(qtbot: QtBot, reading: MainWindow) -> None:
    reading.actions_["translate_article"].trigger()
    settle(qtbot, reading)
    assert look_for(qtbot, reading, "elephant") == "Not found"
    assert reading.session.document
    unit = reading.session.document.units["p1.1"]
    reading.session.show_units({"p1.1": replace(unit, target="An elephant opens it.")})
    settle(qtbot, reading)
    assert reading.desk.find.count.text() == "1 of 1"
    assert lit(reading, "english") == [("elephant", True)]


def test_only_what_is_seen_is_looked_through(qtbot: QtBot, reading: MainWindow) -> None:
    look_for(qtbot, reading, "पुल")
    reading.actions_["view_english"].trigger()
    settle(qtbot, reading)
    assert reading.desk.find.count.text() == "Not found"
    reading.actions_["view_interleaved"].trigger()
    settle(qtbot, reading)
    assert reading.desk.find.count.text().endswith("of 3")


def test_escape_puts_the_bar_away_and_leaves_one_where_one_was(
    qtbot: QtBot, reading: MainWindow
) -> None:
    look_for(qtbot, reading, "पुल")
    reading.actions_["find_next"].trigger()
    here = next(n for n, (_, is_here) in enumerate(lit(reading)) if is_here)
    assert here == 1
    qtbot.keyClick(reading.desk.find.field, Qt.Key.Key_Escape)
    assert reading.desk.find.isHidden()
    assert lit(reading) == []
    number, span = reading.view.hindi.spans_of(reading.view.current)[0]
    row = reading.view.hindi.rows[number]
    assert "पुल" in row.text[span.start : span.end]


@pytest.mark.parametrize("leave", ["cancel", "show_start"])
def test_the_bar_goes_with_the_page(qtbot: QtBot, reading: MainWindow, leave: str) -> None:
    look_for(qtbot, reading, "पुल")
    reading.actions_[leave].trigger()
    assert reading.desk.find.isHidden()
