"""The legend shows every state and every mark as the reading view does."""

import pytest
from pytestqt.qtbot import QtBot

from reader.model import Colour, Label
from reader.ui.bands import UNDERLINES, Paint
from reader.ui.legend import Legend
from reader.ui.main_window import MainWindow
from reader.ui.rows import RunKind
from reader.ui.theme import load_theme
from tests.ui.test_views import assert_no_overlap

STATES = {
    RunKind.ACTION,
    RunKind.WAITING,
    RunKind.TEXT,
    RunKind.ARROW,
    RunKind.GLOSS,
    RunKind.PENCIL,
    RunKind.TRIANGLE,
    RunKind.FAILED,
}


@pytest.fixture
def legend(qtbot: QtBot, window: MainWindow) -> Legend:
    made = Legend(load_theme("light"), 1.0, window)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_state_of_english_is_explained(legend: Legend) -> None:
    shown = {run.kind for row in legend.pane.rows for run in row.runs}
    assert shown >= STATES
    said = [run.text.strip() for row in legend.pane.rows for run in row.runs[-1:]]
    assert all(said)
    assert len(set(said)) == len(said)


def test_every_mark_and_every_underline_is_shown(legend: Legend) -> None:
    painted = {band.paint for bands in legend.pane.layer("marks").values() for band in bands}
    assert painted >= {Paint.LINKED, Paint.HOVER, Paint.FOUND, Paint.FOUND_HERE, Paint.DOUBT}
    assert painted >= set(Colour)
    shown = {UNDERLINES[paint] for paint in painted if isinstance(paint, Label)}
    assert shown == set(UNDERLINES.values())


@pytest.mark.parametrize("width", [420, 900])
def test_nothing_overlaps(qtbot: QtBot, legend: Legend, width: int) -> None:
    legend.resize(width, 500)
    qtbot.waitUntil(lambda: legend.pane.width() == width)
    assert_no_overlap(legend.pane)
