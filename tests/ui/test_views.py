"""The views of an article: what stands where, and what is read staying in its place."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from reader.model import Kind, Span
from reader.settings import VIEWS
from reader.ui.bands import Band, Paint
from reader.ui.main_window import MainWindow
from reader.ui.pane import Pane
from reader.ui.reading_view import ReadingView
from reader.ui.rows import PaneRow, Run
from reader.ui.theme import load_theme
from reader.ui.views import View
from tests.ui.conftest import FakeCore
from tests.ui.test_reading_view import rows, settle, standing

THEME = load_theme("light")
ALL = list(View)


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    return standing(qtbot, 60, (1000, 700))


def test_the_settings_know_every_view() -> None:
    assert tuple(View) == VIEWS


def seen(view: ReadingView) -> list[Pane]:
    return [pane for pane in (view.hindi, view.english) if pane.isVisible()]


def assert_no_overlap(pane: Pane) -> None:
    """Every row starts below the text of the one before it, and no line leaves the column."""
    for number, following in pairwise(range(len(pane.rows))):
        assert pane.row_top(number) + pane.row_height(number) <= pane.row_top(following), number
        layout = pane.document().findBlockByNumber(number).layout()
        lines = [layout.lineAt(n) for n in range(layout.lineCount())]
        assert all(line.x() + line.naturalTextWidth() <= pane.text_width + 1 for line in lines)


@pytest.mark.parametrize("wanted", ALL)
@pytest.mark.parametrize("zoom", [0.7, 1.6])
def test_nothing_overlaps_in_any_view(
    qtbot: QtBot, view: ReadingView, wanted: View, zoom: float
) -> None:
    view.arrange(wanted)
    view.restyle(THEME, zoom)
    settle(qtbot, view)
    for pane in seen(view):
        assert_no_overlap(pane)


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (View.SIDE, ["Hindi text", "English text"]),
        (View.STACKED, ["Hindi text", "English text"]),
        (View.INTERLEAVED, ["Hindi text"]),
        (View.HINDI, ["Hindi text"]),
        (View.ENGLISH, ["English text"]),
        (View.STUDY, ["Hindi text", "English text"]),
    ],
)
def test_the_panes_of_a_view(view: ReadingView, wanted: View, names: list[str]) -> None:
    view.arrange(wanted)
    assert [pane.accessibleName() for pane in seen(view)] == names


def test_paragraph_by_paragraph_each_has_its_english_below_it(view: ReadingView) -> None:
    left, right = (list(side) for side in rows(60))
    view.arrange(View.INTERLEAVED)
    assert view.hindi.rows == [row for pair in zip(left, right, strict=True) for row in pair]
    view.hindi.selectAll()
    said = view.hindi.createMimeDataFromSelection().text().split()
    pairs = zip(left, right, strict=True)
    assert said == [word for pair in pairs for row in pair for word in row.text.split()]
    assert [name for name, _ in view.hindi.selected_hindi()] == [r.id for r in left if r.text]


def where(view: ReadingView, sentence: str) -> float:
    """How far below the top of the view a sentence starts."""
    number, span = view.lead.spans_of(sentence)[0]
    return view.lead.rects_of(number, span)[0].top() - view.scroll_value


@pytest.mark.parametrize("first", ALL)
@pytest.mark.parametrize("second", ALL)
def test_the_sentence_being_read_stays_where_it_is(
    qtbot: QtBot, view: ReadingView, first: View, second: View
) -> None:
    view.arrange(first)
    settle(qtbot, view)
    view.reveal("r30.1")
    before = where(view, "r30.1")
    view.arrange(second)
    settle(qtbot, view)
    assert view.current == "r30.1"
    assert where(view, "r30.1") == pytest.approx(before, abs=12)  # an English line starts lower


@pytest.mark.parametrize("wanted", ALL)
def test_the_row_at_the_top_stays_there(qtbot: QtBot, view: ReadingView, wanted: View) -> None:
    view.lead.verticalScrollBar().setValue(round(view.hindi.row_top(25)) + 9)
    view.arrange(wanted)
    settle(qtbot, view)
    assert view.place[0] == 25


@pytest.mark.parametrize("wanted", ALL)
def test_new_english_is_shown_in_every_view(qtbot: QtBot, view: ReadingView, wanted: View) -> None:
    view.arrange(wanted)
    view.update_english([(3, PaneRow("r3", Kind.BODY, (Run("Here it is.", sentence="r3.1"),)))])
    settle(qtbot, view)
    texts = [row.text for pane in seen(view) for row in pane.rows]
    assert ("Here it is." in texts) == (wanted is not View.HINDI)


def test_bands_stand_at_their_rows_in_every_view(view: ReadingView) -> None:
    left = {4: [Band(Span(0, 3), Paint.DOUBT)]}
    view.set_bands("problems", left, {})
    view.arrange(View.INTERLEAVED)
    assert view.hindi.layer("problems") == {8: left[4]}
    view.arrange(View.HINDI)
    assert view.hindi.layer("problems") == left
    assert view.english.layer("problems") == {}


def ink(view: ReadingView, sentence: str) -> int:
    """How many pixels of a sentence's English are as dark as letters."""
    number, span = view.english.spans_of(sentence)[0]
    rect = view.english.rects_of(number, span)[0].translated(0, -view.scroll_value).toRect()
    image = view.english.viewport().grab(rect).toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(*point).lightness() < 140 for point in points)


def test_in_study_english_is_veiled_until_it_is_chosen(qtbot: QtBot, view: ReadingView) -> None:
    view.arrange(View.STUDY)
    settle(qtbot, view)
    assert ink(view, "r2.1") == 0
    view.select("r2.1")
    assert ink(view, "r2.1") > 0
    view.select("r3.1")
    assert ink(view, "r2.1") > 0  # what was chosen once stays
    view.arrange(View.SIDE)
    assert ink(view, "r4.1") > 0
    view.arrange(View.STUDY)
    assert ink(view, "r2.1") == 0


def test_in_study_english_is_seen_while_pointed_at(qtbot: QtBot, view: ReadingView) -> None:
    view.arrange(View.STUDY)
    settle(qtbot, view)
    number, span = view.hindi.spans_of("r2.1")[0]
    middle = view.hindi.rects_of(number, span)[0].center().toPoint()
    qtbot.mouseMove(view.hindi.viewport(), middle)
    qtbot.waitUntil(lambda: ink(view, "r2.1") > 0)
    qtbot.mouseMove(view.hindi.viewport(), QPoint(2, 2))
    qtbot.waitUntil(lambda: ink(view, "r2.1") == 0)


def test_both_panes_end_at_one_scroll_position(qtbot: QtBot, view: ReadingView) -> None:
    view.arrange(View.STACKED)
    view.set_split(0.7)
    settle(qtbot, view)
    bars = [pane.verticalScrollBar() for pane in seen(view)]
    assert bars[0].maximum() == bars[1].maximum()
    bars[0].setValue(bars[0].maximum())
    assert bars[1].value() == bars[0].value()
    assert view.hindi.height() > view.english.height()


def test_the_view_that_is_chosen_is_kept(window: MainWindow, core: FakeCore) -> None:
    asked = list(core.fake.calls)
    assert window.actions_["view_interleaved"].shortcut() == QKeySequence("Ctrl+3")
    window.actions_["view_interleaved"].trigger()
    assert window.view.view is View.INTERLEAVED
    assert core.settings.view == "interleaved"
    assert window.actions_["view_interleaved"].isChecked()
    assert core.fake.calls == asked


@pytest.mark.parametrize("wanted", [View.HINDI, View.ENGLISH, View.SIDE])
def test_interleaved_may_be_left_right_after_a_resize(
    qtbot: QtBot, view: ReadingView, wanted: View
) -> None:
    view.arrange(View.INTERLEAVED)
    view.reveal("r50.1")
    view.resize(900, 660)
    view.arrange(wanted)
    settle(qtbot, view)
    assert view.current == "r50.1"


def short(view: ReadingView) -> None:
    """Let hardly anything of the English be there, as in an article that is not translated."""
    rows = [PaneRow(f"r{n}", Kind.BODY, (Run("Translate"),)) for n in range(60)]
    view.update_english(enumerate(rows))


@pytest.mark.parametrize("chosen", ["r30.1", ""])
@pytest.mark.parametrize("wanted", ALL)
def test_another_view_and_back_ends_where_it_began(
    qtbot: QtBot, view: ReadingView, wanted: View, chosen: str
) -> None:
    short(view)
    settle(qtbot, view)
    view.reveal("r30.1")
    view.select(chosen)
    before = view.scroll_value
    for each in (wanted, View.SIDE):
        view.arrange(each)
        settle(qtbot, view)
    assert view.scroll_value == pytest.approx(before, abs=2)


@pytest.mark.parametrize("first", [View.HINDI, View.SIDE])
def test_the_current_sentence_stays_in_sight_where_there_is_less_room(
    qtbot: QtBot, view: ReadingView, first: View
) -> None:
    view.arrange(first)
    settle(qtbot, view)
    view.begin_at("r25.1")
    settle(qtbot, view)
    low = next(name for name in view.sentences_in_sight() if 400 < where(view, name) < 650)
    view.select(low)
    view.arrange(View.STACKED)
    settle(qtbot, view)
    assert 0 <= where(view, low) < view.lead.viewport().height()


def test_the_keyboard_goes_to_a_pane_that_is_seen(
    view: ReadingView, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[Pane] = []
    monkeypatch.setattr(view.english, "hasFocus", lambda: True)
    for pane in (view.hindi, view.english):
        monkeypatch.setattr(pane, "setFocus", lambda pane=pane: given.append(pane))
    view.arrange(View.ENGLISH)
    assert given == []
    view.arrange(View.HINDI)
    assert given == [view.hindi]


def test_in_study_a_place_that_was_found_is_unveiled(view: ReadingView) -> None:
    view.arrange(View.STUDY)
    covered = ink(view, "r0.1")
    view.reveal_span(0, 1, Span(0, 3))
    assert ink(view, "r0.1") > covered


def test_another_article_begins_where_it_begins(qtbot: QtBot, view: ReadingView) -> None:
    hindi, english = rows(11)
    view.show_rows(hindi, [PaneRow(row.id, Kind.BODY, (Run("Translate"),)) for row in english])
    settle(qtbot, view)
    view.begin_at("r9.1")
    view.arrange(View.ENGLISH)  # all of it is in sight there, so nothing is scrolled past
    settle(qtbot, view)
    assert view.scroll_value == 0
    view.show_rows(hindi, hindi)
    view.arrange(View.SIDE)
    settle(qtbot, view)
    assert view.scroll_value == 0
