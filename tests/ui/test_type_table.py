"""Typefaces, sizes and widths: chosen in the settings, seen at once, kept."""

import pytest
from PySide6.QtGui import QFontMetricsF, QTextLayout
from pytestqt.qtbot import QtBot

from reader.model import Kind
from reader.settings import ENGLISH_FONTS, HINDI_FONTS, RANGES, Settings
from reader.ui import fonts
from reader.ui.main_window import MainWindow
from reader.ui.theme import load_theme
from reader.ui.type_table import TypeTable
from reader.ui.typography import Lettering, Typography
from tests.ui.conftest import FakeCore
from tests.ui.test_reading_view import assert_level, settle, standing
from tests.ui.test_views import assert_no_overlap

LETTERINGS = [
    Lettering(("Hind", "Literata")),
    Lettering(("Noto Sans Devanagari", "Source Sans 3"), sizes=(1.6, 0.7)),
    Lettering(sizes=(0.7, 1.6), lines=(0.9, 1.6), column=20, margin=120),
]


@pytest.fixture
def table(qtbot: QtBot, reading: MainWindow) -> TypeTable:
    reading.actions_["show_settings"].trigger()
    return reading.configuring.window.looks.type


@pytest.mark.parametrize("family", [*HINDI_FONTS, *ENGLISH_FONTS])
@pytest.mark.parametrize("weight", [400, 600])
def test_every_typeface_is_there(qapp: object, family: str, weight: int) -> None:
    text = "सरयू पर पुल" if family in HINDI_FONTS else "The bridge"
    layout = QTextLayout(text, fonts.font(family, 20, weight))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    assert {run.rawFont().familyName() for run in layout.glyphRuns()} == {family}


@pytest.mark.parametrize("lettering", LETTERINGS)
def test_rows_are_level_in_any_type(qtbot: QtBot, lettering: Lettering) -> None:
    view = standing(qtbot, 30, (1300, 700))
    view.restyle(load_theme("light"), 1.0, lettering)
    settle(qtbot, view)
    assert_level(view)
    for pane in (view.hindi, view.english):
        assert_no_overlap(pane)
        typography = pane.typography_of(0)
        assert pane.text_width <= typography.column + 1
        assert pane.layout_of_rows.margin == lettering.margin


@pytest.mark.parametrize("family", HINDI_FONTS)
def test_the_least_line_height_has_room_for_the_highest_letters(qapp: object, family: str) -> None:
    how = Lettering((family, ENGLISH_FONTS[0]), lines=(RANGES["hindi_line"][0] / 100, 1.0))
    typography = Typography("hindi", load_theme("light"), 1.0, how)
    for kind in (Kind.BODY, Kind.TITLE, Kind.HEADING):
        letters = QFontMetricsF(typography.font(kind)).tightBoundingRect("र्कूँ ट्ठ्रू हृद्य ज्ञौं द्ध्रु र्ईँ")
        assert letters.height() <= typography.line_height(kind)


def test_what_is_chosen_is_seen_and_kept(table: TypeTable, reading: MainWindow) -> None:
    table.faces["hindi_font"].setCurrentText("Hind")
    table.numbers["english_size"].setValue(120)
    table.numbers["column"].setValue(24)
    kept = reading.core.settings
    assert (kept.hindi_font, kept.english_size, kept.column) == ("Hind", 120, 24)
    assert reading.view.hindi.typography_of(0).family == "Hind"
    plain = 17
    assert reading.view.english.typography_of(0).font(Kind.BODY).pixelSize() == round(plain * 1.2)


def test_as_designed_takes_all_of_it_back(table: TypeTable, core: FakeCore) -> None:
    table.faces["english_font"].setCurrentText("Literata")
    table.numbers["margin"].setValue(60)
    table.reset.click()
    plain = Settings()
    assert (core.settings.english_font, core.settings.margin) == (plain.english_font, plain.margin)
    assert table.faces["english_font"].currentText() == plain.english_font
    assert table.numbers["margin"].value() == plain.margin


def test_all_of_it_has_a_name_for_screen_readers(table: TypeTable) -> None:
    widgets = (*table.faces.values(), *table.numbers.values())
    names = [widget.accessibleName() for widget in widgets]
    assert all(names)
    assert len(set(names)) == len(names)
