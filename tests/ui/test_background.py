"""What is done for an article that nobody waits for, in its order."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reader.errors import ReaderError
from reader.model import Document
from reader.ui.background import Background
from tests.ui.conftest import FakeCore


class Watched(FakeCore):
    """Tells what was asked of it, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.threads: set[str] = set()
        self.fails = False

    def analyse(self, document: Document) -> Document:
        self._hear("analyse")
        if self.fails:
            raise ReaderError("The lexicon is gone.", "Install Setu again.")
        return super().analyse(document)

    def get_ready(self) -> None:
        self._hear("get ready")
        super().get_ready()

    def _hear(self, what: str) -> None:
        self.asked.append(what)
        self.threads.add(threading.current_thread().name)


@pytest.fixture
def core() -> Iterator[Watched]:
    made = Watched()
    yield made
    made.close()


@pytest.fixture
def background(core: Watched, qapp: QObject) -> Iterator[Background]:
    made = Background(core, qapp)
    yield made
    made.close()


def test_the_english_is_dressed_once_the_analysis_is_told(
    qtbot: QtBot, background: Background, core: Watched, document: Document
) -> None:
    told: list[str] = []
    background.analysed.connect(lambda _: told.append("analysed"))
    background.dress_wanted.connect(lambda: told.append("dress"))
    background.analyse(document)
    assert background.busy
    assert core.asked == []  # the article is painted first
    qtbot.waitUntil(lambda: not background.busy)
    assert told == ["analysed", "dress"]
    assert core.asked == ["analyse", "get ready"]
    assert all(name.startswith("setu") for name in core.threads)


def test_an_analysis_that_fails_is_told_and_holds_nothing_up(
    qtbot: QtBot, background: Background, core: Watched, document: Document
) -> None:
    core.fails = True
    with qtbot.waitSignals([background.failed, background.dress_wanted]):
        background.analyse(document)


def test_what_was_left_is_not_begun(
    qtbot: QtBot, background: Background, core: Watched, document: Document
) -> None:
    background.analyse(document)
    background.leave()
    assert not background.busy
    background.analyse(document)
    qtbot.waitUntil(lambda: not background.busy)
    assert core.asked.count("analyse") == 1
