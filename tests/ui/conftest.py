"""A core with made-up engines, and windows on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app import Core, document_of
from reader.formats import load_text
from reader.model import Document
from reader.translation.engine import Engine
from reader.translation.engines.gloss import GlossEngine
from reader.ui.main_window import MainWindow
from reader.ui.settings_window import SettingsWindow
from reader.ui.window import application
from tests.fakes import FakeEngine
from tests.keyrings import MemoryKeyring, used

ARTICLE = """सरयू पर नया पुल खुला

By कविता बिष्ट | Published: March 03, 2025 05:34 PM2025-03-03T17:34:00+5:30

नदी पर बना पुल रविवार को खोल दिया गया।

मुख्य बातें
• नदी पर बना पुल खुला
• बच्चे समय पर स्कूल पहुँचेंगे

बागेश्वर: नदी पर बना पुल रविवार को खोल दिया गया। इससे दो गाँव जुड़ गए हैं।

गाँव की शिक्षिका ने कहा कि अब नाव का इंतज़ार नहीं करना पड़ेगा। बच्चे समय पर स्कूल पहुँचेंगे।

Web Title: New bridge over the Saryu opens
"""


class FakeCore(Core):
    """A core in memory whose engines answer at once and never leave the process."""

    def __init__(self) -> None:
        super().__init__(None, None)
        self.fake = FakeEngine(sends_to=None)
        self.online = FakeEngine("online", sends_to="translate.example.org")

    def engines(self) -> dict[str, Engine]:
        gloss = GlossEngine(lambda text: f"word for word {len(text)}")
        return {"fake": self.fake, "online": self.online, "gloss": gloss}


@pytest.fixture
def core() -> Iterator[FakeCore]:
    """A core with nothing in it."""
    made = FakeCore()
    yield made
    made.close()


@pytest.fixture(scope="session")
def qapp() -> object:
    """The application as Setu sets it up, fonts and all."""
    return application()


@pytest.fixture
def document() -> Document:
    """The little article above, not translated."""
    return document_of(load_text(ARTICLE))


@pytest.fixture
def window(qtbot: QtBot, core: FakeCore) -> MainWindow:
    """A window with nothing open."""
    made = MainWindow(core)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """A window with the little article open and settled."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    window.open(str(path))
    qtbot.waitUntil(lambda: window.is_settled)
    return window


@pytest.fixture
def keyring() -> Iterator[MemoryKeyring]:
    """The system's keyring, empty."""
    backend = MemoryKeyring()
    with used(backend):
        yield backend


@pytest.fixture
def settings(qtbot: QtBot, keyring: MemoryKeyring, own_home: Path) -> Iterator[SettingsWindow]:
    """The settings, opened from a window whose engines are the real ones."""
    core = Core(None, own_home / "settings.toml")
    main = MainWindow(core)
    qtbot.addWidget(main)
    main.show()
    main.actions_["show_settings"].trigger()
    qtbot.waitExposed(main.configuring.window)
    yield main.configuring.window
    main.close()
    core.close()
