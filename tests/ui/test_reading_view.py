from itertools import cycle, islice

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QRawFont, QTextCursor, QTextLayout
from pytestqt.qtbot import QtBot

from reader.model import Kind, Span, Style
from reader.ui import fonts
from reader.ui.bands import Paint
from reader.ui.pane import Pane
from reader.ui.reading_view import ReadingView
from reader.ui.rows import LINK_SIGN, SHOW_PICTURE, PaneRow, Run, RunKind
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


def cells(name: str, kind: Kind, *texts: str) -> PaneRow:
    """A row of a table, each cell a sentence."""
    runs = [Run(text, sentence=f"{name}.{n}") for n, text in enumerate(texts, 1)]
    parted = [piece for run in runs for piece in (Run("\t", RunKind.SPACE), run)]
    return PaneRow(name, kind, tuple(parted[1:]))


def marked(name: str, kind: Kind, words: tuple[str, ...], label: str = "") -> PaneRow:
    """A row with bold, italic and linked words in one sentence, and a label."""
    address = "https://example.org/"
    runs = (
        Run(sentence(words, 3), sentence=name),
        Run(sentence(words, 9), sentence=name, styles=frozenset({Style.BOLD})),
        Run(sentence(words, 8), sentence=name, styles=frozenset({Style.ITALIC})),
        Run(sentence(words, 7), sentence=name, styles=frozenset({Style.LINK}), address=address),
    )
    return PaneRow(name, kind, ((Run(label, RunKind.LABEL), *runs) if label else runs))


def everything() -> tuple[list[PaneRow], list[PaneRow]]:
    """Rows of every sort: set with markup, items, narrow, wrapping and wide tables, pictures."""
    head, row = Kind.TABLE_HEAD, Kind.TABLE_ROW
    left, right = [], []
    for n, kind in enumerate([*Kind, Kind.QUOTE, Kind.ITEM, Kind.ITEM]):
        label = ("• ", "10. ")[n % 2] if kind is Kind.ITEM else ""
        if kind not in (head, row):
            left.append(marked(f"m{n}", kind, WORDS, label))
            right.append(marked(f"m{n}", kind, ENGLISH[: 4 + n % 8], label))
    for size in (1, 8, 14):
        for n, kind in enumerate((head, row, row)):
            hindi = ("माह", sentence(WORDS, size if size > 8 else 1), sentence(WORDS, 3 * size))
            english = ("Month", sentence(ENGLISH, size if size > 8 else 1), sentence(ENGLISH, 9))
            left.append(cells(f"t{size}{n}", kind, *hindi))
            right.append(cells(f"t{size}{n}", kind, *english))
        left.append(marked(f"b{size}", Kind.BODY, WORDS))
        right.append(marked(f"b{size}", Kind.BODY, ENGLISH))
    offer = Run(SHOW_PICTURE, RunKind.ACTION, address="https://images.example.org/a.png")
    left.append(PaneRow("picture", Kind.IMAGE, (offer, Run("  ", RunKind.NOTE), Run("पुल"))))
    right.append(PaneRow("picture", Kind.IMAGE, (Run("A bridge"),)))
    return [*left, marked("end", Kind.BODY, WORDS)], [*right, marked("end", Kind.BODY, ENGLISH)]


def picture(width: int = 900, height: int = 600) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    return image


@pytest.fixture
def full(qtbot: QtBot, view: ReadingView) -> ReadingView:
    """The view with rows of every sort, and a picture at the first and at a late row."""
    view.show_rows(*everything())
    settle(qtbot, view)
    view.show_picture("m0", picture())
    view.show_picture("picture", picture(300, 2000))
    return view


def assert_apart(pane: Pane) -> None:
    """No line of text is cut off at the sides, and none reaches into the row below."""
    width, foot = pane.viewport().width(), 0.0
    for number, row in enumerate(pane.rows):
        rects = pane.rects_of(number, Span(0, len(row.text)))
        assert all(rect.left() >= 0 and rect.right() <= width for rect in rects), row.id
        if row.kind not in (Kind.TABLE_HEAD, Kind.TABLE_ROW):
            assert rects[0].top() >= foot - 1, row.id
        foot = max((rect.bottom() for rect in rects), default=foot)


@pytest.mark.parametrize("width", [480, 640, 1000, 1280, 1700])
@pytest.mark.parametrize("zoom", [0.5, 1.0, 1.6, 3.0])
def test_every_sort_of_row_is_level_and_whole_at_every_width_and_zoom(
    qtbot: QtBot, full: ReadingView, width: int, zoom: float
) -> None:
    full.resize(width, 600)
    full.restyle(load_theme("dark"), zoom)
    settle(qtbot, full)
    assert_level(full)
    for pane in (full.hindi, full.english):
        assert_apart(pane)


def text_of_lines(pane: Pane, name: str) -> list[str]:
    """The lines of a row as they broke."""
    number = next(n for n, row in enumerate(pane.rows) if row.id == name)
    block = pane.document().findBlockByNumber(number)
    lines = [block.layout().lineAt(n) for n in range(block.layout().lineCount())]
    return [block.text()[at.textStart() : at.textStart() + at.textLength()] for at in lines]


def left_of(pane: Pane, name: str) -> float:
    number, span = pane.spans_of(name)[0]
    return pane.rects_of(number, span)[0].left()


def test_cells_stand_in_columns_where_they_fit(full: ReadingView) -> None:
    for pane in (full.hindi, full.english):
        for column in (2, 3):
            assert len({left_of(pane, f"t1{n}.{column}") for n in range(3)}) == 1


def lefts(pane: Pane, name: str) -> list[int]:
    """Where the lines of a sentence start."""
    number, span = pane.spans_of(name)[0]
    return [round(rect.left()) for rect in pane.rects_of(number, span)]


@pytest.mark.parametrize(("width", "zoom"), [(640, 0.6), (1000, 1.0), (1280, 1.0), (1280, 1.6)])
@pytest.mark.parametrize("side", ["hindi", "english"])
def test_cells_wrap_within_their_columns(
    qtbot: QtBot, full: ReadingView, side: str, width: int, zoom: float
) -> None:
    full.resize(width, 600)
    full.restyle(load_theme("light"), zoom)
    settle(qtbot, full)
    pane = getattr(full, side)
    for column in (1, 2, 3):
        found = [lefts(pane, f"t14{n}.{column}") for n in range(3)]
        assert len({left for lines in found for left in lines}) == 1
    assert len(lefts(pane, "t141.2")) > 1
    assert_level(full)


def test_cells_side_by_side_do_not_overlap(full: ReadingView) -> None:
    number = next(n for n, row in enumerate(full.hindi.rows) if row.id == "t141")
    rects = [
        rect
        for name in ("t141.1", "t141.2", "t141.3")
        for rect in full.hindi.rects_of(number, full.hindi.spans_of(name)[0][1])
    ]
    assert not any(one.intersects(other) for one in rects for other in rects if one is not other)
    assert max(rect.right() for rect in rects) <= full.hindi.text_width + 24
    assert full.hindi.row_height(number) == pytest.approx(
        max(rect.bottom() for rect in rects) - min(rect.top() for rect in rects), abs=1
    )


def test_a_table_whose_words_do_not_fit_is_stacked_on_both_sides_after_its_headings(
    qtbot: QtBot, full: ReadingView
) -> None:
    head = ("माह", "गाँव का नाम", "खर्च")
    left = [cells("h", Kind.TABLE_HEAD, *head), cells("r", Kind.TABLE_ROW, "मई", "", "तीन करोड़")]
    right = [
        cells("h", Kind.TABLE_HEAD, "Month", "Village", "Cost"),
        cells("r", Kind.TABLE_ROW, "May", "", "Thirtymillionrupees"),
    ]
    full.show_rows(left, right)
    full.resize(460, 600)
    full.restyle(load_theme("light"), 1.6)
    settle(qtbot, full)
    assert "".join(text_of_lines(full.hindi, "h")) == "माह · गाँव का नाम · खर्च"
    lines = [line.strip("\u200b\u2028") for line in text_of_lines(full.hindi, "r")]
    assert lines == ["माह: मई", "खर्च: तीन करोड़"]
    english = "".join(text_of_lines(full.english, "r")).replace("\u200b", "")
    assert english.split("\u2028") == ["Month: May", "Cost: Thirtymillionrupees"]
    assert_level(full)


def test_a_table_goes_back_to_columns_when_there_is_room(qtbot: QtBot, full: ReadingView) -> None:
    before = text_of_lines(full.hindi, "t141")
    full.resize(420, 600)
    settle(qtbot, full)
    assert text_of_lines(full.hindi, "t141") != before
    full.resize(1000, 600)
    settle(qtbot, full)
    assert text_of_lines(full.hindi, "t141") == before


def test_words_on_a_later_line_of_a_cell_are_their_sentences(
    qtbot: QtBot, full: ReadingView
) -> None:
    full.reveal("t141.2")
    number, span = full.hindi.spans_of("t141.2")[0]
    last = full.hindi.rects_of(number, span)[-1].center().toPoint()
    point = QPoint(last.x(), last.y() - full.scroll_value)
    with qtbot.waitSignal(full.clicked) as clicked:
        qtbot.mouseClick(full.hindi.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert clicked.args == ["t141.2"]


@pytest.mark.parametrize("width", [420, 1000])
def test_a_wrapped_or_stacked_table_is_copied_as_it_was_written(
    qtbot: QtBot, full: ReadingView, width: int
) -> None:
    full.resize(width, 600)
    settle(qtbot, full)
    first = next(n for n, row in enumerate(full.hindi.rows) if row.id == "t140")
    cursor = QTextCursor(full.hindi.document().findBlockByNumber(first))
    end = full.hindi.document().findBlockByNumber(first + 2)
    cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    full.hindi.setTextCursor(cursor)
    rows = full.hindi.rows[first : first + 3]
    copied = full.hindi.createMimeDataFromSelection()
    assert copied.text() == "\n".join(row.text for row in rows)
    assert copied.html().count("<td>") == 9
    spans = full.hindi.selected_hindi()
    assert spans == [(row.id, Span(0, len(row.text))) for row in rows]


def test_part_of_a_wrapped_cell_is_selected_where_it_shows(full: ReadingView) -> None:
    """The first line of the second cell, and the second line of the first two."""
    number = next(n for n, row in enumerate(full.hindi.rows) if row.id == "t141")
    block, row = full.hindi.document().findBlockByNumber(number), full.hindi.rows[number]
    lines = text_of_lines(full.hindi, "t141")
    assert len(lines) > 2
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + len("माह\t"))
    cursor.setPosition(block.position() + len(lines[0]), QTextCursor.MoveMode.KeepAnchor)
    full.hindi.setTextCursor(cursor)
    second, third = lines[0].rstrip("\u2028").split("\t")[1:]
    assert [row.text[s.start : s.end] for _, s in full.hindi.selected_hindi()] == [
        second,
        f"\t{third}",
    ]
    assert full.hindi.createMimeDataFromSelection().text() == f"{second}\t{third}".rstrip(" ")
    assert full.hindi.selected_sentences() == ["t141.2", "t141.3"]


def test_columns_follow_english_that_comes_later(qtbot: QtBot, full: ReadingView) -> None:
    number = next(n for n, row in enumerate(full.english.rows) if row.id == "t11")
    before = left_of(full.english, "t10.2")
    longer = cells("t11", Kind.TABLE_ROW, "A month of rain", "The", "The")
    full.update_english([(number, longer)])
    settle(qtbot, full)
    assert left_of(full.english, "t10.2") == left_of(full.english, "t11.2") > before
    assert_level(full)


def place_of(view: ReadingView, name: str) -> float:
    """Where a row's text starts, in pixels below the top of the view."""
    number = next(n for n, row in enumerate(view.hindi.rows) if row.id == name)
    return view.hindi.row_top(number) - view.scroll_value


def test_a_picture_above_does_not_move_what_is_read(qtbot: QtBot, view: ReadingView) -> None:
    view.hindi.verticalScrollBar().setValue(round(view.hindi.row_top(20)) + 7)
    before, height = place_of(view, "r20"), view.hindi.row_top(20)
    view.show_picture("r3", picture())
    settle(qtbot, view)
    assert view.hindi.row_top(20) > height + 200
    assert place_of(view, "r20") == pytest.approx(before, abs=1)
    assert_level(view)


def test_text_being_read_stays_when_its_own_picture_comes(view: ReadingView) -> None:
    view.hindi.verticalScrollBar().setValue(round(view.hindi.row_top(20)) + 7)
    view.show_picture("r20", picture())
    assert place_of(view, "r20") == pytest.approx(-7, abs=1)


def test_a_picture_asked_for_at_the_top_opens_in_sight(view: ReadingView) -> None:
    view.hindi.verticalScrollBar().setValue(round(view.hindi.row_top(20)))
    view.show_picture("r20", picture())
    assert 200 < place_of(view, "r20") < 400


def seen_pictures(view: ReadingView) -> int:
    """How many pixels of the test's pictures are in sight."""
    shown = view.hindi.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return bytes(shown.constBits()).count(b"\xff\x00\xff\xff")


@pytest.mark.parametrize(("width", "height"), [(640, 600), (1000, 500), (1700, 900)])
def test_a_picture_is_as_large_as_the_column_and_the_view_allow(
    qtbot: QtBot, view: ReadingView, width: int, height: int
) -> None:
    view.show_picture("r0", picture(4000, 3000))
    view.resize(width, height)
    settle(qtbot, view)
    room = view.hindi.text_width, 0.6 * view.hindi.viewport().height()
    wide = min(room[0], room[1] * 4 / 3)
    assert seen_pictures(view) == pytest.approx(wide * wide * 3 / 4, rel=0.02)


def test_a_picture_survives_zoom_and_theme(qtbot: QtBot, view: ReadingView) -> None:
    view.show_picture("r0", picture(100, 50))
    assert seen_pictures(view) == 100 * 50
    view.restyle(load_theme("dark"), 2.0)
    settle(qtbot, view)
    assert seen_pictures(view) == 200 * 100


def test_a_new_document_has_no_pictures(view: ReadingView) -> None:
    view.show_picture("r0", picture())
    view.show_rows(*rows(5))
    assert seen_pictures(view) == 0


def test_a_picture_of_a_row_not_laid_out_yet_finds_its_place(
    qtbot: QtBot, view: ReadingView
) -> None:
    view.show_rows(*rows(300))
    view.show_picture("r250", picture())
    view.show_picture("gone", picture())
    settle(qtbot, view)
    view.reveal("r250.1")
    assert seen_pictures(view) > 0
    assert_level(view)


def standing(qtbot: QtBot, count: int = 40, size: tuple[int, int] = (1000, 600)) -> ReadingView:
    """A view on the screen with so many rows, all laid out."""
    made = ReadingView(load_theme("light"), 1.0)
    qtbot.addWidget(made)
    made.resize(*size)
    made.show()
    qtbot.waitExposed(made)
    made.show_rows(*rows(count))
    settle(qtbot, made)
    return made


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    return standing(qtbot)


def settle(qtbot: QtBot, view: ReadingView) -> None:
    qtbot.waitUntil(lambda: not view.pending)


def baseline(pane: Pane, number: int) -> float:
    line = pane.document().findBlockByNumber(number).layout().lineAt(0)
    return pane.row_top(number) + line.y() + line.ascent()


def assert_level(view: ReadingView) -> None:
    """The first baselines of the two sides of every row are within a pixel of each other."""
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


def test_the_space_below_a_row_is_as_wide_below_longer_english(full: ReadingView) -> None:
    for number in range(len(full.hindi.rows) - 1):
        gap = full.hindi.typography_of(0).gap(
            *(row.kind for row in full.hindi.rows[number : number + 2])
        )
        for pane in (full.hindi, full.english):
            foot = pane.row_top(number) + pane.row_height(number)
            assert pane.row_top(number + 1) - foot >= gap - 0.1


def test_rows_stay_level_when_the_splitter_moves(qtbot: QtBot, view: ReadingView) -> None:
    view.set_split(0.3)
    settle(qtbot, view)
    assert_level(view)
    assert view.split == pytest.approx(0.3, abs=0.02)


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
    assert sum(not view.hindi.is_blank(number) for number in range(600)) < 60
    settle(qtbot, view)
    assert not any(view.hindi.is_blank(number) for number in range(600))
    assert_level(view)


def middle_of(view: ReadingView, side: str, name: str) -> QPoint:
    pane = getattr(view, side)
    number, span = pane.spans_of(name)[0]
    rect = pane.rects_of(number, span)[0]
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
def test_a_sentence_of_several_runs_is_lit_whole(
    qtbot: QtBot, full: ReadingView, side: str
) -> None:
    pane = getattr(full, side)
    with qtbot.waitSignal(full.pointed):
        qtbot.mouseMove(pane.viewport(), middle_of(full, side, "m1"))
    (bands,) = pane.layer("hover").values()
    assert [pane.rows[1].text[b.span.start : b.span.end] for b in bands] == [pane.rows[1].text]


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


@pytest.mark.parametrize(
    "kind",
    [Kind.TITLE, Kind.LEAD, Kind.BODY, Kind.CAPTION, Kind.TABLE_HEAD, Kind.TABLE_ROW, Kind.STAMP],
)
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


def test_the_sign_of_a_link_is_in_the_bundled_font(qapp: object) -> None:
    raw = QRawFont.fromFont(fonts.font(fonts.ENGLISH, 17))
    assert all(raw.supportsCharacter(ord(sign)) for sign in LINK_SIGN)


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


def filled(view: ReadingView) -> list[int]:
    return [n for n in range(len(view.hindi.rows)) if not view.hindi.is_blank(n)]


def test_another_size_lays_out_what_is_in_sight_first(qtbot: QtBot, view: ReadingView) -> None:
    view.show_rows(*rows(600))
    settle(qtbot, view)
    view.hindi.verticalScrollBar().setValue(round(view.hindi.row_top(400)) + 5)
    view.restyle(load_theme("light"), 1.5)
    first, offset = view.place
    assert (first, round(offset)) == (400, 8)
    assert set(filled(view)) >= set(view.hindi.visible_rows())
    assert len(filled(view)) < 30
    settle(qtbot, view)
    assert view.place == (400, offset)
    assert_level(view)


def test_a_place_far_down_is_come_to_before_all_is_laid_out(
    qtbot: QtBot, view: ReadingView
) -> None:
    view.show_rows(*rows(600))
    view.reveal("r500.1")
    assert 500 in view.hindi.visible_rows()
    assert set(filled(view)) >= set(view.hindi.visible_rows())
    assert len(filled(view)) < 90
    top = view.hindi.row_top(500) - view.scroll_value
    settle(qtbot, view)
    assert view.hindi.row_top(500) - view.scroll_value == pytest.approx(top, abs=1)
    assert_level(view)


def test_all_is_copied_before_all_is_laid_out(view: ReadingView) -> None:
    left, right = rows(600)
    view.show_rows(left, right)
    view.hindi.selectAll()
    said = view.hindi.createMimeDataFromSelection().text()
    assert said.split() == [word for row in left for word in row.text.split()]
    assert len(filled(view)) < 60


def is_in_sight(view: ReadingView, pane: Pane, name: str) -> bool:
    number, span = pane.spans_of(name)[0]
    top = pane.rects_of(number, span)[0].top() - view.scroll_value
    return 0 <= top < pane.viewport().height()


def test_a_partner_out_of_sight_comes_when_asked_for(
    qtbot: QtBot, view: ReadingView, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"long.{n}" for n in range(40)]
    hindi = tuple(Run(sentence(WORDS, 2) + " ", sentence=name) for name in names)
    english = tuple(Run(sentence(ENGLISH, 40) + " ", sentence=name) for name in names)
    end = PaneRow("end", Kind.BODY, (Run("।"),))
    view.show_rows(
        [PaneRow("long", Kind.BODY, hindi), end], [PaneRow("long", Kind.BODY, english), end]
    )
    view.resize(900, 300)
    settle(qtbot, view)
    view.reveal(names[-1])
    assert is_in_sight(view, view.hindi, names[-1])
    assert not is_in_sight(view, view.english, names[-1])
    view.reveal_partner()
    assert is_in_sight(view, view.english, names[-1])
    monkeypatch.setattr(view.english, "hasFocus", lambda: True)
    view.reveal_partner()
    assert is_in_sight(view, view.hindi, names[-1])
    assert view.current == names[-1]


def one_long_row(view: ReadingView, count: int = 60) -> list[str]:
    """Show a single paragraph of many sentences; their ids."""
    names = [f"long.{n}" for n in range(count)]
    runs = tuple(Run(sentence(WORDS, 9) + " ", sentence=name) for name in names)
    end = PaneRow("end", Kind.BODY, (Run("।"),))
    view.show_rows([PaneRow("long", Kind.BODY, runs), end], [PaneRow("long", Kind.BODY, runs), end])
    return names


def test_in_a_long_paragraph_reading_goes_on_where_it_is_in_sight(
    qtbot: QtBot, view: ReadingView
) -> None:
    names = one_long_row(view)
    view.resize(900, 300)
    settle(qtbot, view)
    view.lead.verticalScrollBar().setValue(600)
    first = names[view.near_top(names)]
    assert is_in_sight(view, view.hindi, first)
    assert not is_in_sight(view, view.hindi, names[names.index(first) - 1])
    row = view.hindi.rows[0]
    spans = {run.sentence: span for run, span in row.placed()}
    assert not view.is_above(0, 0, spans[first])
    assert view.is_above(0, 0, spans[names[0]])
