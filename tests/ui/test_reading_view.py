from itertools import cycle, islice

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QRawFont, QTextLayout
from pytestqt.qtbot import QtBot

from reader.model import Kind
from reader.ui import fonts
from reader.ui.bands import Paint, line_rects
from reader.ui.pane import Pane
from reader.ui.reading_view import ReadingView
from reader.ui.rows import PaneRow, Run, RunKind
from reader.ui.theme import load_theme
from reader.ui.typography import Typography

WORDS = tuple(
    "राष्ट्रीय नदी पर बना पुल रविवार को खोल दिया गया और दो गाँव जुड़ गए हैं".split()  # noqa: SIM905
)
ENGLISH = tuple(
    "The bridge over the river opened on Sunday and joined two villages".split()  # noqa: SIM905
)


def sentence(words: tuple[str, ...], length: int) -> str:
    return " ".join(islice(cycle(words), length))


def rows(count: int) -> tuple[list[PaneRow], list[PaneRow]]:
    """Rows of two sentences whose two sides wrap to different heights."""
    left, right = [], []
    for n in range(count):
        kind = list(Kind)[n] if n < len(Kind) else Kind.BODY
        hindi = [Run(sentence(WORDS, 5 + n * 7 % 40), sentence=f"r{n}.{k}") for k in (1, 2)]
        english = [Run(sentence(ENGLISH, 3 + n * 11 % 50), sentence=f"r{n}.{k}") for k in (1, 2)]
        space = Run(" ", RunKind.SPACE)
        left.append(PaneRow(f"r{n}", kind, (hindi[0], space, hindi[1])))
        right.append(PaneRow(f"r{n}", kind, (english[0], space, english[1])))
    return left, right


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    made = ReadingView(load_theme("light"), 1.0)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    qtbot.waitExposed(made)
    made.show_rows(*rows(40))
    settle(qtbot, made)
    return made


def settle(qtbot: QtBot, view: ReadingView) -> None:
    qtbot.waitUntil(lambda: not view.pending)


def baseline(pane: Pane, number: int) -> float:
    layout = pane.document().findBlockByNumber(number).layout()
    line = layout.lineAt(0)
    return float(layout.position().y() + line.y() + line.ascent())


def assert_level(view: ReadingView) -> None:
    """The first baselines of the two sides of every row are within a pixel of each other."""
    view.hindi.finish_layout()
    view.english.finish_layout()
    for number in range(len(view.hindi.rows)):
        assert abs(baseline(view.hindi, number) - baseline(view.english, number)) < 1, number


@pytest.mark.parametrize("width", [640, 1000, 1700])
def test_rows_are_level_at_every_width(qtbot: QtBot, view: ReadingView, width: int) -> None:
    view.resize(width, 600)
    settle(qtbot, view)
    assert_level(view)


@pytest.mark.parametrize("zoom", [0.5, 1.3, 3.0])
def test_rows_are_level_at_every_zoom(qtbot: QtBot, view: ReadingView, zoom: float) -> None:
    view.restyle(load_theme("dark"), zoom)
    settle(qtbot, view)
    assert_level(view)


def test_rows_stay_level_when_the_splitter_moves(qtbot: QtBot, view: ReadingView) -> None:
    view.set_split(0.3)
    settle(qtbot, view)
    assert_level(view)
    assert view.split() == pytest.approx(0.3, abs=0.02)


def test_there_is_one_scroll_position(view: ReadingView) -> None:
    view.english.verticalScrollBar().setValue(333)
    assert view.hindi.verticalScrollBar().value() == 333
    view.hindi.verticalScrollBar().setValue(42)
    assert view.english.verticalScrollBar().value() == 42
    view.hindi.verticalScrollBar().setValue(10**6)
    assert view.english.verticalScrollBar().value() == view.hindi.verticalScrollBar().value()


def longer(row: PaneRow) -> PaneRow:
    return PaneRow(row.id, row.kind, (*row.runs, Run(" " + sentence(ENGLISH, 300))))


def test_the_row_being_read_stays_when_english_comes_above_and_in_it(
    qtbot: QtBot, view: ReadingView
) -> None:
    view.hindi.verticalScrollBar().setValue(round(view.hindi.row_top(20)) + 7)
    seen = view.hindi.first_visible_row()
    before = view.hindi.row_top(seen) - view.hindi.verticalScrollBar().value()
    view.update_english([(n, longer(view.english.rows[n])) for n in (2, 3, seen)])
    settle(qtbot, view)
    after = view.hindi.row_top(seen) - view.hindi.verticalScrollBar().value()
    assert after == pytest.approx(before, abs=1)
    assert_level(view)


def test_the_row_being_read_stays_through_zoom(qtbot: QtBot, view: ReadingView) -> None:
    view.hindi.verticalScrollBar().setValue(round(view.hindi.row_top(25)))
    view.restyle(load_theme("light"), 1.5)
    settle(qtbot, view)
    assert view.hindi.first_visible_row() == 25


def test_the_row_being_read_stays_through_a_resize(qtbot: QtBot, view: ReadingView) -> None:
    view.hindi.verticalScrollBar().setValue(round(view.hindi.row_top(25)))
    view.resize(760, 600)
    settle(qtbot, view)
    assert view.hindi.first_visible_row() == 25


def test_a_long_article_is_shown_before_it_is_laid_out(qtbot: QtBot, view: ReadingView) -> None:
    view.show_rows(*rows(600))
    assert view.pending
    assert len(view.hindi.rows) < 60
    settle(qtbot, view)
    assert len(view.hindi.rows) == 600
    assert_level(view)


def middle_of(view: ReadingView, side: str, name: str) -> QPoint:
    pane = getattr(view, side)
    number, span = pane.spans_of(name)[0]
    rect = line_rects(pane.document().findBlockByNumber(number), span)[0]
    return QPoint(round(rect.center().x()), round(rect.center().y() - view.scroll_value))


@pytest.mark.parametrize("side", ["hindi", "english"])
def test_pointing_lights_both_sides(qtbot: QtBot, view: ReadingView, side: str) -> None:
    pane = getattr(view, side)
    with qtbot.waitSignal(view.pointed) as pointed:
        qtbot.mouseMove(pane.viewport(), middle_of(view, side, "r1.2"))
    assert pointed.args == ["r1.2"]
    for lit in (view.hindi, view.english):
        (bands,) = lit.layer("hover").values()
        assert {band.paint for band in bands} == {Paint.HOVER}


@pytest.mark.parametrize("side", ["hindi", "english"])
def test_a_click_names_the_sentence(qtbot: QtBot, view: ReadingView, side: str) -> None:
    pane = getattr(view, side)
    with qtbot.waitSignal(view.clicked) as clicked:
        place = middle_of(view, side, "r2.1")
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert clicked.args == ["r2.1"]


def test_a_sentence_out_of_sight_is_brought_into_sight(qtbot: QtBot, view: ReadingView) -> None:
    view.show_rows(*rows(600))
    view.reveal("r500.2")
    settle(qtbot, view)
    assert view.current == "r500.2"
    assert 500 in view.hindi.visible_rows()


def ink(image: QImage) -> int:
    """How many pixels are darker than half grey."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(value < 128 for value in bytes(grey.constBits()))


@pytest.mark.parametrize("kind", [Kind.TITLE, Kind.LEAD, Kind.BODY, Kind.CAPTION])
def test_no_matra_is_clipped(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, kind: Kind) -> None:
    """Stacked matras have as much ink at our line heights as with all the room in the world."""
    words = ["र्किं", "हृष्ट्ठ्रीं", "ऑँ", "कूॢ", "ज़ॄ", "श्रृंखला", "ट्ठ्रूँ"]
    row = PaneRow("a", kind, (Run(sentence(tuple(words), 45)),))

    def shown() -> int:
        view = ReadingView(load_theme("light"), 1.0)
        qtbot.addWidget(view)
        view.resize(1000, 880)
        view.show()
        qtbot.waitExposed(view)
        view.show_rows([row], [PaneRow("a", kind, (Run(" "),))])
        settle(qtbot, view)
        return ink(view.hindi.viewport().grab().toImage())

    set_as_designed = shown()
    monkeypatch.setattr(Typography, "line_height", lambda *_: 130)
    assert set_as_designed == pytest.approx(shown(), rel=0.005)
    assert set_as_designed > 1000


def test_devanagari_is_shaped_with_the_bundled_font(qapp: object) -> None:
    raw = QRawFont.fromFont(fonts.font(fonts.HINDI, 19))
    assert raw.familyName() == "Mukta"
    for conjunct, most in {"क्ष": 1, "त्र": 1, "ज्ञ": 1, "श्र": 1, "र्क": 2, "द्ध": 1}.items():
        layout = QTextLayout(conjunct, fonts.font(fonts.HINDI, 19))
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
        assert 0 not in glyphs, conjunct
        assert len(glyphs) <= most, conjunct
