"""How many lines a row takes, told before it is set."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from reader.model import Kind
from reader.model import Style as Emphasis
from reader.ui import measuring
from reader.ui.pane import Pane
from reader.ui.rows import LINE_BREAK, PaneRow, Run, RunKind
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


@pytest.fixture(params=["hindi", "english"])
def pane(request: pytest.FixtureRequest, qtbot: QtBot) -> Pane:
    pane = Pane(Typography(request.param, load_theme("light"), 1.0), "text")
    qtbot.addWidget(pane)
    pane.show()
    return pane


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(runs=RUNS, kind=KINDS, width=st.integers(260, 900))
def test_it_takes_the_lines_that_were_foreseen(
    pane: Pane, runs: list[tuple[list[str], frozenset[Emphasis]]], kind: Kind, width: int
) -> None:
    label = (Run("• ", RunKind.LABEL),) if kind is Kind.ITEM else ()
    flag = (Run(LINE_BREAK, RunKind.BREAK), Run("Number differs: 5, not 6", RunKind.FLAG))
    text = (Run(" ".join(words) + " ", styles=styles) for words, styles in runs)
    row = PaneRow("p1", kind, (*label, *text, *(flag if kind is Kind.BODY else ())))
    pane.resize(width, 600)
    pane.reset(pane.typography)
    pane.set_top(26.0)
    pane.append_rows([row])
    pane.finish_layout()
    lines = measuring.lines(row, pane.typography, pane.text_width)
    assert lines * pane.typography.line_height(kind) == pane.row_height(0)


def test_a_row_without_text_is_one_line_high(pane: Pane) -> None:
    assert measuring.lines(PaneRow("p1", Kind.BODY, ()), pane.typography, 400) == 1
