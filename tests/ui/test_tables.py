import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import CELL_BREAK, Kind, Span
from reader.ui.rows import PaneRow, Run, RunKind
from reader.ui.setting import LINE, Setting
from reader.ui.tables import GUTTER, Form, fits, levelled, setting, side_by_side, sizes, tables
from reader.ui.theme import load_theme
from reader.ui.typography import Typography


def row(kind: Kind, text: str) -> PaneRow:
    return PaneRow("p1", kind, (Run(text),))


def cells(*texts: str) -> PaneRow:
    runs = [piece for text in texts for piece in (Run("\t", RunKind.SPACE), Run(text))]
    return PaneRow("p1", Kind.TABLE_ROW, tuple(runs[1:]))


@pytest.fixture
def typography(qapp: object) -> Typography:
    return Typography("hindi", load_theme("light"), 1.0)


def test_a_head_starts_a_table_and_other_text_ends_it() -> None:
    head, line, body = Kind.TABLE_HEAD, Kind.TABLE_ROW, Kind.BODY
    kinds = [body, line, line, head, head, line, body, head, body]
    found = tables([row(kind, "पुल") for kind in kinds])
    assert found == {
        1: range(1, 3),
        2: range(1, 3),
        **dict.fromkeys((3, 4, 5), range(3, 6)),
        7: range(7, 8),
    }
    assert tables([]) == tables([row(body, "पुल")]) == {}


def form(rows: list[PaneRow], typography: Typography, width: float) -> Form:
    return side_by_side(sizes(rows, typography), typography, width)


def test_columns_start_where_the_widest_cell_before_them_lets_them(typography: Typography) -> None:
    narrow = form([cells("पुल", "12"), cells("नाव", "7")], typography, 400)
    wide = form([cells("पुल", "12"), cells("नाव का घाट", "7")], typography, 400)
    assert narrow.widths[0] < wide.widths[0]
    assert narrow.widths[1] == wide.widths[1]


def test_columns_that_do_not_fit_shrink_but_not_below_their_least_width(
    typography: Typography,
) -> None:
    long = "नदी पर बना पुल रविवार को खोल दिया गया और दो गाँव जुड़ गए हैं"
    rows = [cells(long, "रविवार", long)]
    wanted = sizes(rows, typography)
    shrunk = form(rows, typography, 380)
    assert sum(shrunk.widths) + 2 * GUTTER <= 380
    assert shrunk.widths[1] == pytest.approx(wanted.least[1])
    assert all(wide >= word for wide, word in zip(shrunk.widths, wanted.least, strict=True))
    assert all(wide > 7 * 16 - 1 for wide in (shrunk.widths[0], shrunk.widths[2]))
    least = sum(wanted.least) + 2 * GUTTER
    assert fits(wanted, typography, least + 3)
    assert not fits(wanted, typography, least - 3)


@pytest.mark.parametrize("zoom", [0.5, 0.7, 1.0, 1.1, 1.6])
def test_no_word_breaks_in_a_column_as_wide_as_its_words(qapp: object, zoom: float) -> None:
    typography = Typography("hindi", load_theme("light"), zoom)
    words = ["माह", "राष्ट्रीय", "पुल", "रविवार", "नदी", "गाँव", "शिक्षिका", "मुख्यमंत्री"]
    line, twice = (cells(*(" ".join([word] * n) for word in words)) for n in (1, 2))
    least = Form(sizes([line], typography).least)
    parts = [part.text for part in setting(twice, least, typography).parts]
    assert [text.strip() for text in parts if text.strip()] == words * 2


def test_an_address_does_not_hinder_columns(typography: Typography) -> None:
    rows = [cells("पुल", f"https://example.org/{'pul' * 30}")]
    assert fits(sizes(rows, typography), typography, 250)
    set_ = setting(rows[0], form(rows, typography, 250), typography)
    assert "".join(part.text for part in set_.parts).count(LINE) > 2


def test_a_row_of_one_cell_widens_no_column(typography: Typography) -> None:
    rows = [cells("पुल", "12")]
    note = cells("सभी आँकड़े गाँव की समिति के हैं और अभी पक्के नहीं माने जाने चाहिए")
    wide = form([*rows, note], typography, 300)
    assert wide == form(rows, typography, 300)
    assert setting(note, wide, typography) == Setting()


def test_empty_cells_take_their_place_and_no_line(typography: Typography) -> None:
    rows = [cells("", "", "12"), cells("पुल", "", "7", "")]
    assert len(form(rows, typography, 400).widths) == 4
    stacked = setting(rows[1], Form(headings=("नाम", "", "संख्या")), typography)
    assert "".join(part.text for part in stacked.parts).replace("\u200b", "") == (
        f"नाम: पुल{LINE}संख्या: 7"
    )


WORDS = st.lists(st.sampled_from(["पुल", "राष्ट्रीय", "क्ष\u200dत्र", "🙂", "12"]), max_size=6)


@given(texts=st.lists(WORDS.map(" ".join), min_size=2, max_size=4), width=st.integers(20, 400))
def test_every_letter_of_a_row_stands_in_its_setting_once(
    qapp: object, texts: list[str], width: int
) -> None:
    typography = Typography("hindi", load_theme("light"), 1.0)
    line = cells(*texts)
    wide = form([line], typography, max(width, 100))
    for one in (wide, Form(headings=("माह", "नाव"))):
        found = setting(line, one, typography)
        block = "".join(part.text for part in found.parts) or line.text
        places = [found.in_block(Span(at, at + 1)) for at in range(len(line.text))]
        for at, ((place,), letter) in enumerate(zip(places, line.text, strict=True)):
            assert block[place.start] == letter or letter == CELL_BREAK
            assert found.in_row(place) == [Span(at, at + 1)]
        assert found.in_row(Span(0, len(block))) == [Span(0, len(line.text))]


def test_columns_of_both_sides_are_as_wide_as_the_wider_one(typography: Typography) -> None:
    sides = [
        sizes([cells(*texts)], typography) for texts in (("पुल", "नाव का घाट"), ("नदी का पुल", "7"))
    ]
    level = levelled(sides)
    assert level[0].lines == level[1].lines == (sides[1].lines[0], sides[0].lines[1])
    assert level[0].least == (sides[1].least[0], sides[0].least[1])


def test_columns_are_levelled_though_one_side_has_fewer(typography: Typography) -> None:
    sides = [sizes([cells(*texts)], typography) for texts in (("पुल", "12"), ("पुल", "12", "7"))]
    assert len(levelled(sides)[0].lines) == 3
