"""The whole path: the sample, translated by a fake engine, marked, exported.

Once without a window, once in a real one driven by mouse and keyboard; both end in the same
golden files. ``python -m tests.test_journey`` rewrites those.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reader import formats
from reader.app import Core
from reader.formats import ExportOptions, Layout
from reader.model import Annotation, Colour, Document
from reader.paths import resource
from reader.translation.engine import Engine
from reader.ui.export_dialog import ExportDialog
from reader.ui.main_window import MainWindow
from reader.ui.window import application
from tests.fakes import FakeEngine

GOLDEN = Path(__file__).parent / "golden"
SENTENCE = "p2.1"
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class JourneyCore(Core):
    """A core in memory with one engine, which knows a made-up English for everything."""

    def __init__(self) -> None:
        super().__init__(None, None)
        self.fake = FakeEngine("fake", sends_to=None)
        self.settings = replace(self.settings, engine="fake")

    def engines(self) -> dict[str, Engine]:
        return {"fake": self.fake}

    def sample(self) -> str:
        return str(resource("sample/setu-sample.txt"))


@pytest.fixture
def core() -> Iterator[JourneyCore]:
    made = JourneyCore()
    yield made
    made.close()


@pytest.fixture(scope="session")
def qapp() -> object:
    return application()


def travelled(core: JourneyCore) -> Document:
    """The sample translated, marked and analysed, without a window."""
    document = core.analyse(core.open(core.sample()))
    groups = [row.sentences for row in document.rows]
    units = {
        unit.id: unit for unit in core.translate(groups, core.chain("fake"), threading.Event())
    }
    core.opened(document)
    core.remember(units.values())
    row = next(row for row in document.rows if row.id == SENTENCE.partition(".")[0])
    span = row.sentences[0].span
    mark = Annotation(
        "m",
        row.id,
        span,
        row.text[: span.end],
        "",
        "",
        Colour.AMBER,
        datetime(2025, 3, 4, tzinfo=UTC),
    )
    core.put_marks(document, [mark])
    return replace(document, units=units, annotations=core.marks(document))


def exported(document: Document, ending: str) -> str:
    options = ExportOptions(engines={"fake": "Fake"})
    return formats.render(document, ending, Layout.COLUMNS, options)


@pytest.mark.parametrize("ending", ["md", "html"])
def test_without_a_window(core: JourneyCore, ending: str) -> None:
    golden = (GOLDEN / f"journey.{ending}").read_text(encoding="utf-8")
    assert exported(travelled(core), ending) == golden


def test_what_was_translated_is_there_at_once_next_time(core: JourneyCore) -> None:
    first = travelled(core)
    again = core.recall(core.open(core.sample()).sentences)
    assert {i: unit.target for i, unit in again.items()} == {
        i: unit.target for i, unit in first.units.items()
    }


def test_in_a_real_window_by_mouse_and_keyboard(
    qtbot: QtBot, core: JourneyCore, tmp_path: Path
) -> None:
    if QGuiApplication.platformName() == "offscreen":
        pytest.skip("needs a screen, as ./setu test provides")
    window = MainWindow(core)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)

    read_the_sample = next(b for b in window.findChildren(QPushButton) if "sample" in b.text())
    qtbot.mouseClick(read_the_sample, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.is_settled)
    qtbot.keyClick(window, KEY.Key_T, CTRL)
    qtbot.waitUntil(lambda: window.is_settled)
    click(qtbot, window, SENTENCE)
    assert window.view.current == SENTENCE
    qtbot.keyClick(window, KEY.Key_H, CTRL)
    qtbot.keyClick(window, KEY.Key_E, CTRL)
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    target = tmp_path / "journey.html"
    dialog.file.setFocus()
    dialog.file.selectAll()
    qtbot.keyClicks(dialog.file, str(target))
    qtbot.keyClick(dialog.file, KEY.Key_Return)
    qtbot.waitUntil(target.exists)

    golden = (GOLDEN / "journey.html").read_text(encoding="utf-8")
    assert undated(target.read_text(encoding="utf-8")) == undated(golden)


def click(qtbot: QtBot, window: MainWindow, sentence: str) -> None:
    """Click a sentence in the Hindi pane, scrolled to first."""
    view = window.view
    ((number, span),) = view.hindi.spans_of(sentence)
    view.hindi.verticalScrollBar().setValue(round(view.hindi.row_top(number)) - 50)
    rect = view.hindi.rects_of(number, span)[0]
    place = QPoint(round(rect.center().x()), round(rect.center().y() - view.scroll_value))
    qtbot.mouseClick(view.hindi.viewport(), Qt.MouseButton.LeftButton, pos=place)


def undated(page: str) -> list[str]:
    """The page's lines without the words that say when it was exported."""
    return re.sub(r" ?Exported [^<]*", "", page).splitlines()


def rewrite_golden_files() -> None:
    """Write what the journey ends in now."""
    core = JourneyCore()
    document = travelled(core)
    core.close()
    for ending in ("md", "html"):
        (GOLDEN / f"journey.{ending}").write_text(exported(document, ending), encoding="utf-8")


if __name__ == "__main__":
    rewrite_golden_files()
