"""Lines break and characters lie where Qt's own layout has them; rows where the heights say."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QTextBlock, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from reader.model import Kind
from reader.model import Style as Emphasis
from reader.ui.heights import Heights
from reader.ui.pane import Pane
from reader.ui.row_layout import TOP
from reader.ui.rows import LINE_BREAK, PaneRow, Run, RunKind
from reader.ui.setting import Setting
from reader.ui.theme import load_theme
from reader.ui.typography import Typography

WORDS = st.sampled_from(
    ["नदी", "पुल", "अंतरराष्ट्रीय", "the", "bridge", "incomprehensibilities", "😀", "2024"]
)
STYLES = st.sampled_from(
    [frozenset[Emphasis](), frozenset({Emphasis.BOLD}), frozenset({Emphasis.ITALIC})]
)
RUNS = st.lists(st.tuples(st.lists(WORDS, min_size=1, max_size=30), STYLES), min_size=1, max_size=4)
KINDS = st.sampled_from([Kind.BODY, Kind.TITLE, Kind.QUOTE, Kind.ITEM, Kind.HEADING])
EXACT, NEAR = Qt.HitTestAccuracy.ExactHit, Qt.HitTestAccuracy.FuzzyHit
SPACE = 17
KEEP = QTextCursor.MoveMode.KeepAnchor


class Sheet:
    """A pane with the heights of its rows."""

    def __init__(self, side: str) -> None:
        self.heights = Heights()
        self.typography = Typography(side, load_theme("light"), 1.0)
        self.pane = Pane("text", self.heights, {})

    def show(self, rows: Sequence[PaneRow], width: int = 600) -> None:
        self.pane.resize(width, 600)
        self.pane.show_rows(rows, self.typography)
        self.pane.fill(range(len(self.pane.rows)))
        self.level()

    def level(self) -> None:
        rows = range(len(self.pane.rows))
        self.heights.reset([self.pane.row_height(number) + SPACE for number in rows])
        self.pane.layout_of_rows.tell_heights()


@pytest.fixture(params=["hindi", "english"])
def sheet(request: pytest.FixtureRequest, qtbot: QtBot) -> Sheet:
    made = Sheet(request.param)
    qtbot.addWidget(made.pane)
    made.pane.show()
    return made


def broken(block: QTextBlock) -> list[tuple[int, int]]:
    """The lines of a block as (start, length)."""
    layout = block.layout()
    lines = [layout.lineAt(n) for n in range(layout.lineCount())]
    return [(line.textStart(), line.textLength()) for line in lines]


def by_qt(row: PaneRow, typography: Typography, width: float) -> list[tuple[int, int]]:
    """The lines as Qt's own layout of a document breaks them."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    option = document.defaultTextOption()
    option.setWrapMode(option.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setTextWidth(width)
    cursor = QTextCursor(document)
    cursor.setBlockFormat(typography.block_format(row))
    Setting().insert(cursor, row, typography)
    document.documentLayout().blockBoundingRect(document.firstBlock())
    return broken(document.firstBlock())


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(runs=RUNS, kind=KINDS, width=st.integers(260, 900))
def test_lines_break_as_in_qts_own_layout(
    sheet: Sheet, runs: list[tuple[list[str], frozenset[Emphasis]]], kind: Kind, width: int
) -> None:
    label = (Run("• ", RunKind.LABEL),) if kind is Kind.ITEM else ()
    flag = (Run(LINE_BREAK, RunKind.BREAK), Run("Number differs: 5, not 6", RunKind.FLAG))
    text = (Run(" ".join(words) + " ", styles=styles) for words, styles in runs)
    row = PaneRow("p1", kind, (*label, *text, *(flag if kind is Kind.BODY else ())))
    sheet.show([row], width)
    pane = sheet.pane
    lines = by_qt(row, pane.typography_of(0), pane.text_width)
    assert len(lines) * pane.typography_of(0).line_height(kind) == pane.row_height(0)
    assert broken(pane.document().firstBlock()) == lines


def test_a_row_without_text_is_one_line_high(sheet: Sheet) -> None:
    sheet.show([PaneRow("p1", Kind.BODY, ())])
    assert sheet.pane.row_height(0) == sheet.typography.line_height(Kind.BODY)


def body(name: str, text: str) -> PaneRow:
    return PaneRow(name, Kind.BODY, (Run(text, sentence=name),))


def some(sheet: Sheet) -> Pane:
    """A pane with three paragraphs of some lines."""
    sheet.show([body(f"p{n}", "नदी पर बना पुल the bridge on the river " * 6) for n in range(3)])
    return sheet.pane


def test_every_character_is_found_where_it_lies(sheet: Sheet) -> None:
    pane = some(sheet)
    layout, block = pane.layout_of_rows, pane.document().findBlockByNumber(1)
    top = layout.blockBoundingRect(block).top()
    for start, length in broken(block):
        line = block.layout().lineForTextPosition(start)
        for place in range(start, start + length - 1):
            left, right = (line.cursorToX(at)[0] for at in (place, place + 1))  # type: ignore[index]
            middle = QPointF(
                pane.layout_of_rows.margin + (left + right) / 2, top + line.y() + line.height() / 2
            )
            if right > left:  # Several characters can be one sign.
                assert layout.hitTest(middle, EXACT) == block.position() + place


def test_beside_and_between_the_text_is_no_text_but_a_nearest_place(sheet: Sheet) -> None:
    pane = some(sheet)
    layout, block = pane.layout_of_rows, pane.document().findBlockByNumber(1)
    place = layout.blockBoundingRect(block)
    below = QPointF(place.left() + 5, place.bottom() + SPACE / 2)
    beside = QPointF(pane.width() - 3, place.bottom() - 3)
    assert [layout.hitTest(point, EXACT) for point in (below, beside)] == [-1, -1]
    end = block.position() + block.length() - 1
    assert layout.hitTest(beside, NEAR) == end
    assert block.position() < layout.hitTest(below, NEAR) < end
    assert layout.hitTest(QPointF(0, -50), NEAR) == 0
    assert layout.hitTest(QPointF(9999, 9999), NEAR) == pane.document().characterCount() - 1


def test_rows_start_where_the_heights_say(sheet: Sheet) -> None:
    pane = some(sheet)
    drop = pane.typography_of(0).drop(Kind.BODY)
    assert [pane.row_top(n) for n in range(3)] == [
        pytest.approx(TOP + sheet.heights.top(n) + drop) for n in range(3)
    ]
    before = pane.row_top(2)
    sheet.heights.put(0, 1000)
    assert pane.row_top(2) - before == pytest.approx(1000 - pane.row_height(0) - SPACE)


def test_new_text_is_broken_anew_and_the_rest_is_not(sheet: Sheet) -> None:
    pane = some(sheet)
    heights = [pane.row_height(n) for n in range(3)]
    pane.replace_rows([(1, body("p1", "नदी"))])
    after = [pane.row_height(n) for n in range(3)]
    assert after == [heights[0], pane.typography_of(0).line_height(Kind.BODY), heights[2]]


def test_a_text_as_long_as_the_one_before_is_broken_anew(sheet: Sheet) -> None:
    sheet.show([body("p1", "i" * 300)])
    before = sheet.pane.row_height(0)
    sheet.pane.replace_rows([(0, body("p1", "W" * 300))])
    assert sheet.pane.row_height(0) > before


def test_all_is_broken_anew_at_another_width(qtbot: QtBot, sheet: Sheet) -> None:
    pane = some(sheet)
    before = pane.row_height(2)
    pane.resize(300, 600)
    qtbot.waitUntil(lambda: pane.text_width < 300)
    assert pane.row_height(2) > before


def test_a_row_can_be_asked_for_in_the_middle_of_an_edit(sheet: Sheet) -> None:
    pane = some(sheet)
    cursor = QTextCursor(pane.document())
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertBlock(pane.typography_of(0).block_format(body("p4", "")))
    cursor.insertText("नदी")
    cursor.movePosition(QTextCursor.MoveOperation.StartOfLine)
    cursor.insertText("बड़ी ")
    cursor.endEditBlock()
    assert pane.document().lastBlock().text() == "बड़ी नदी"
    assert pane.layout_of_rows.lines(pane.document().lastBlock()) == 1


def test_the_scroll_bar_knows_the_height_of_all(qtbot: QtBot, sheet: Sheet) -> None:
    some(sheet)
    sheet.heights.put(1, 5000)
    sheet.pane.layout_of_rows.tell_heights()
    size = sheet.pane.layout_of_rows.documentSize()
    bar = sheet.pane.verticalScrollBar()
    assert bar.maximum() + bar.pageStep() == pytest.approx(size.height(), abs=2)


def test_a_selection_over_rows_is_drawn(sheet: Sheet) -> None:
    pane = some(sheet)
    plain = pane.grab().toImage()
    cursor = QTextCursor(pane.document())
    cursor.setPosition(20)
    cursor.setPosition(pane.document().findBlockByNumber(2).position() + 20, KEEP)
    pane.setTextCursor(cursor)
    chosen = pane.grab().toImage()
    colour = pane.palette().highlight().color().rgb()
    tops = [round(pane.row_top(n)) + 20 for n in range(3)]
    assert all(colour not in row_of_pixels(plain, y) for y in tops)
    assert all(colour in row_of_pixels(chosen, y) for y in tops)


def test_arrows_move_over_lines_and_rows(qtbot: QtBot, sheet: Sheet) -> None:
    pane = some(sheet)
    cursor = QTextCursor(pane.document())
    lines = sum(len(broken(pane.document().findBlockByNumber(n))) for n in range(3))
    steps = 0
    while cursor.movePosition(QTextCursor.MoveOperation.Down):
        steps += 1
    assert steps == lines - 1
    assert cursor.blockNumber() == 2


def test_urdu_stands_at_the_right(sheet: Sheet) -> None:
    sheet.show([body("p1", "یہ اردو کا ایک جملہ ہے۔")])
    pane = sheet.pane
    rect = pane.rects_of(0, pane.spans_of("p1")[0][1])[0]
    assert rect.right() == pytest.approx(pane.layout_of_rows.margin + pane.text_width, abs=2)


def row_of_pixels(image: QImage, y: int) -> set[int]:
    return {image.pixel(x, y) for x in range(image.width())}
