"""What a pane says of its runs: links, offers of pictures, and what is copied of them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent, QRawFont, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from reader.model import Kind, Span, Style
from reader.ui.bands import line_rects
from reader.ui.heights import Heights
from reader.ui.pane import Pane
from reader.ui.rows import (
    GLOSS_BRIEFLY,
    GLOSS_LABEL,
    LINK_SIGN,
    SHOW_PICTURE,
    PaneRow,
    Run,
    RunKind,
)
from reader.ui.theme import load_theme
from reader.ui.typography import Typography

# Without a screen Qt says so whenever a menu or a tooltip opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ADDRESS = "https://reader:secret@news.example.org/pul?<b>=1"
PICTURE = "https://images.example.org/pul.jpg"
BOLD = frozenset({Style.BOLD})
LINK = frozenset({Style.LINK})
TAB = Run("\t", RunKind.SPACE)

ROWS = (
    PaneRow(
        "p1",
        Kind.BODY,
        (
            Run("नदी पर ", sentence="p1.1"),
            Run("बना पुल", sentence="p1.1", styles=BOLD),
            Run(" रविवार को", sentence="p1.1", styles=LINK, address=ADDRESS),
            Run(" खुला।", sentence="p1.1"),
        ),
    ),
    PaneRow("p2", Kind.ITEM, (Run("10. ", RunKind.LABEL), Run("नाव बंद है।", sentence="p2.1"))),
    PaneRow("p3", Kind.TABLE_HEAD, (Run("माह", sentence="p3.1"), TAB, Run("नाव", sentence="p3.2"))),
    PaneRow(
        "p4",
        Kind.TABLE_ROW,
        (TAB, Run("112", sentence="p4.1"), TAB, Run("translating …", RunKind.WAITING)),
    ),
    PaneRow(
        "p5",
        Kind.IMAGE,
        (
            Run(SHOW_PICTURE, RunKind.ACTION, address=PICTURE),
            Run("  ", RunKind.NOTE),
            Run("पुल का दृश्य", sentence="p5.1"),
        ),
    ),
)


@pytest.fixture
def pane(qtbot: QtBot) -> Pane:
    heights = Heights()
    made = Pane("Hindi text", heights, {})
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    qtbot.waitExposed(made)
    made.show_rows(ROWS, Typography("hindi", load_theme("light"), 1.0))
    made.fill(range(len(ROWS)))
    heights.reset([made.row_height(number) for number in range(len(ROWS))])
    return made


def middle(pane: Pane, number: int, run: int) -> QPoint:
    """The middle of a run, in the viewport."""
    span = list(pane.rows[number].placed())[run][1]
    rect = pane.rects_of(number, span)[0]
    return rect.center().toPoint()


def click(qtbot: QtBot, pane: Pane, place: QPoint, keys: Qt.KeyboardModifier | None = None) -> None:
    held = keys or Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, held, place)


def told_at(pane: Pane, place: QPoint) -> str:
    """The tooltip at a place."""
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, pane.viewport().mapToGlobal(place))
    QApplication.sendEvent(pane.viewport(), event)
    return QToolTip.text()


def test_a_sentence_of_several_runs_has_one_span(pane: Pane) -> None:
    assert pane.spans_of("p1.1") == [(0, Span(0, len(ROWS[0].text)))]
    pane.replace_rows([(0, PaneRow("p1", Kind.BODY, (Run("पुल", sentence="p1.1"),)))])
    assert pane.spans_of("p1.1") == [(0, Span(0, 3))]


def test_a_click_on_a_link_chooses_the_sentence(qtbot: QtBot, pane: Pane) -> None:
    with qtbot.assertNotEmitted(pane.link_wanted), qtbot.waitSignal(pane.clicked) as clicked:
        click(qtbot, pane, middle(pane, 0, 2))
    assert clicked.args == ["p1.1"]


def test_a_click_with_ctrl_follows_the_link(qtbot: QtBot, pane: Pane) -> None:
    with qtbot.assertNotEmitted(pane.clicked), qtbot.waitSignal(pane.link_wanted) as wanted:
        click(qtbot, pane, middle(pane, 0, 2), Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == [ADDRESS]


def test_a_click_with_ctrl_elsewhere_chooses_the_sentence(qtbot: QtBot, pane: Pane) -> None:
    with qtbot.assertNotEmitted(pane.link_wanted), qtbot.waitSignal(pane.clicked):
        click(qtbot, pane, middle(pane, 0, 1), Qt.KeyboardModifier.ControlModifier)


def test_a_link_shows_a_hand_and_where_it_leads(qtbot: QtBot, pane: Pane) -> None:
    with qtbot.waitSignal(pane.pointed):
        qtbot.mouseMove(pane.viewport(), middle(pane, 0, 2))
    assert pane.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    told = told_at(pane, middle(pane, 0, 2))
    assert told.startswith("<p>news.example.org · https://news.example.org/pul?")
    assert "secret" not in told
    assert "<b>" not in told


def test_the_offer_of_a_picture_asks_for_it(qtbot: QtBot, pane: Pane) -> None:
    assert "from images.example.org" in told_at(pane, middle(pane, 4, 0))
    with qtbot.assertNotEmitted(pane.action), qtbot.waitSignal(pane.picture_wanted) as wanted:
        click(qtbot, pane, middle(pane, 4, 0))
    assert wanted.args == ["p5", PICTURE]


def select(pane: Pane, first: int, last: int) -> None:
    """Select whole rows."""
    cursor = QTextCursor(pane.document().findBlockByNumber(first))
    end = pane.document().findBlockByNumber(last)
    cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)


def copied(pane: Pane) -> str:
    return pane.createMimeDataFromSelection().text()


def test_copying_leaves_out_what_is_not_the_articles(pane: Pane) -> None:
    select(pane, 0, 1)
    assert copied(pane) == "नदी पर बना पुल रविवार को खुला।\n\n10. नाव बंद है।"
    select(pane, 4, 4)
    assert copied(pane) == "पुल का दृश्य"


def test_a_selection_is_copied_with_its_bold_and_links(pane: Pane) -> None:
    select(pane, 0, 3)
    markup = pane.createMimeDataFromSelection().html()
    assert "नदी पर <strong>बना पुल</strong><a href=" in markup
    assert "<td>माह</td><td>नाव</td>" in markup
    assert "translating" not in markup


def test_the_sign_of_a_link_leads_there_and_is_not_copied(qtbot: QtBot, pane: Pane) -> None:
    sign = Run(LINK_SIGN, RunKind.SIGN, "p1.1", LINK, ADDRESS)
    pane.replace_rows([(0, PaneRow("p1", Kind.BODY, (Run("It opened.", sentence="p1.1"), sign)))])
    with qtbot.waitSignal(pane.link_wanted) as wanted:
        click(qtbot, pane, middle(pane, 0, 1), Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == [ADDRESS]
    select(pane, 0, 0)
    assert copied(pane) == "It opened."


def test_a_table_is_copied_with_tabs(pane: Pane) -> None:
    select(pane, 1, 3)
    assert copied(pane) == "10. नाव बंद है।\n\nमाह\tनाव\n\t112\t"


def test_a_copied_gloss_says_so(pane: Pane) -> None:
    glossed = Run("river on", RunKind.GLOSS, "p4.1")
    pane.replace_rows(
        [(3, PaneRow("p4", Kind.TABLE_ROW, (Run(GLOSS_BRIEFLY, RunKind.NOTE), glossed)))]
    )
    select(pane, 3, 3)
    assert copied(pane) == f"{GLOSS_LABEL}river on"


def test_the_selection_counts_in_the_articles_own_text(pane: Pane) -> None:
    select(pane, 0, 4)
    assert pane.selected_hindi() == [
        ("p1", Span(0, 30)),
        ("p2", Span(0, 11)),
        ("p3", Span(0, 7)),
        ("p4", Span(0, 18)),
        ("p5", Span(0, 12)),
    ]
    assert pane.selected_sentences() == ["p1.1", "p2.1", "p3.1", "p3.2", "p4.1", "p5.1"]


def test_a_number_hangs_out_beside_its_item(pane: Pane) -> None:
    block = pane.document().findBlockByNumber(1)
    label, text = (line_rects(block, span)[0] for _, span in ROWS[1].placed())
    assert label.left() < text.left()
    assert text.left() == pytest.approx(
        line_rects(pane.document().findBlockByNumber(0), Span(0, 1))[0].left()
        + pane.typography_of(1).indent(ROWS[1]),
        abs=1,
    )


@pytest.mark.parametrize("side", ["hindi", "english"])
@pytest.mark.parametrize("kind", [Kind.BODY, Kind.TABLE_HEAD, Kind.CAPTION])
def test_bold_type_is_drawn_and_not_thickened(qapp: object, side: str, kind: Kind) -> None:
    """The face itself has the weight that is asked for, so Qt has none to make up."""
    typography = Typography(side, load_theme("light"), 1.0)
    face = typography.run_font(kind, Run("पुल", styles=BOLD))
    raw = QRawFont.fromFont(face)
    assert raw.weight() == face.weight()
    plain = QRawFont.fromFont(typography.run_font(Kind.BODY, Run("पुल")))
    letter = "प" if side == "hindi" else "p"
    size = face.pixelSize() / plain.pixelSize()
    advance = [
        one.advancesForGlyphIndexes(one.glyphIndexesForString(letter))[0].x()
        for one in (raw, plain)
    ]
    assert advance[0] > advance[1] * size


def test_hindi_is_never_slanted(qapp: object) -> None:
    italic = Run("पुल", styles=frozenset({Style.ITALIC}))
    hindi, english = (Typography(side, load_theme("light"), 1.0) for side in ("hindi", "english"))
    assert not any(hindi.run_font(kind, italic).italic() for kind in Kind)
    assert hindi.char_format(Kind.BODY, italic) != hindi.char_format(Kind.BODY, Run("पुल"))
    assert english.run_font(Kind.BODY, italic).italic()
    assert not english.run_font(Kind.QUOTE, italic).italic()


@pytest.mark.parametrize("width", [400, 1300])
def test_a_pane_shown_for_the_first_time_breaks_its_lines_at_the_column(
    qtbot: QtBot, width: int
) -> None:
    made = Pane("Hindi", Heights(), {})
    qtbot.addWidget(made)
    made.show_rows(ROWS, Typography("hindi", load_theme("light"), 1.0))
    made.resize(width, 400)
    made.show()
    qtbot.waitExposed(made)
    assert made.document().pageSize().width() == made.viewport().width()
    assert made.text_width <= 38 * 19


def test_two_clicks_take_a_word_and_three_a_sentence(qtbot: QtBot, pane: Pane) -> None:
    place = middle(pane, 0, 0)
    viewport, left = pane.viewport(), Qt.MouseButton.LeftButton
    with qtbot.assertNotEmitted(pane.clicked, wait=20):
        qtbot.mouseDClick(viewport, left, pos=place)
    word = pane.textCursor().selectedText()
    assert word
    assert word in ROWS[0].text.split()
    with qtbot.assertNotEmitted(pane.clicked, wait=20):
        qtbot.mouseClick(viewport, left, pos=place)
    assert pane.textCursor().selectedText() == ROWS[0].text
    qtbot.mouseClick(viewport, left, pos=middle(pane, 1, 0))
    assert not pane.textCursor().hasSelection()
