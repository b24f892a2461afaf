"""Reading aloud, with a voice that tells what it was asked to say."""

import sys
from dataclasses import replace

import PySide6
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reader.ui import voice as voices
from reader.ui.main_window import MainWindow
from reader.ui.voice import Voice
from tests.ui.test_main_window import choose, wait

FIRST = "p1.1"


class Reader(Voice):
    """Says nothing, and remembers it."""

    def __init__(self, parent: QObject | None = None, missing: str = "") -> None:
        super().__init__(parent)
        self.texts: list[tuple[str, str]] = []
        self.stopped = 0
        self._missing = missing

    def missing(self, language: str) -> str:
        return self._missing and f"{self._missing} {language}"

    def say(self, text: str, language: str) -> None:
        self.texts.append((text, language))

    def stop(self) -> None:
        self.stopped += 1


@pytest.fixture
def heard(reading: MainWindow) -> Reader:
    """The voice of a window whose first sentence is the current one."""
    made = Reader(reading)
    reading.speaking.use(made)
    reading.view.reveal(FIRST)
    return made


def sentences(window: MainWindow) -> list[tuple[str, str]]:
    """All sentences: their ids and texts."""
    assert window.session.document
    return [(each.id, each.text) for each in window.session.document.sentences]


def text_of(window: MainWindow, identity: str) -> str:
    sentence = window.desk.sentence(identity)
    assert sentence
    return sentence.text


def test_a_sentence_is_read_and_lit(reading: MainWindow, heard: Reader) -> None:
    reading.actions_["speak_sentence"].trigger()
    assert heard.texts == [(text_of(reading, FIRST), "hi")]
    assert reading.view.current == FIRST
    assert reading.speaking.is_speaking
    heard.said.emit()
    assert not reading.speaking.is_speaking
    assert len(heard.texts) == 1


def test_a_paragraph_is_read_sentence_by_sentence(reading: MainWindow, heard: Reader) -> None:
    row = reading.desk.row_of(FIRST)
    assert row
    assert len(row.sentences) > 1
    reading.actions_["speak_paragraph"].trigger()
    for sentence in row.sentences:
        assert reading.view.current == sentence.id
        assert heard.texts[-1][0] == sentence.text
        heard.said.emit()
    assert not reading.speaking.is_speaking


def test_from_here_to_the_end(reading: MainWindow, heard: Reader) -> None:
    every = sentences(reading)
    rest = every[[name for name, _ in every].index(FIRST) :]
    reading.actions_["speak_on"].trigger()
    for _ in rest:
        heard.said.emit()
    assert [text for text, _ in heard.texts] == [text for _, text in rest]


@pytest.mark.parametrize("action", ["speak_on", "cancel"])
def test_the_same_action_or_escape_ends_it(reading: MainWindow, heard: Reader, action: str) -> None:
    reading.actions_["speak_on"].trigger()
    reading.actions_[action].trigger()
    assert not reading.speaking.is_speaking
    assert (len(heard.texts), heard.stopped) == (1, 1)


def test_escape_takes_back_other_things_while_nothing_is_read(
    reading: MainWindow, heard: Reader
) -> None:
    reading.message.tell("…")
    reading.actions_["cancel"].trigger()
    assert reading.message.isHidden()
    assert heard.stopped == 0


def test_english_is_read_where_there_is_some(
    qtbot: QtBot, reading: MainWindow, heard: Reader
) -> None:
    reading.actions_["aloud_english"].trigger()
    assert reading.core.settings.aloud == "english"
    reading.actions_["speak_sentence"].trigger()
    assert heard.texts == []
    assert "no English" in reading.statusBar().currentMessage()
    choose(reading, "gloss")
    reading.actions_["translate_sentence"].trigger()
    wait(qtbot, reading)
    reading.actions_["speak_sentence"].trigger()
    assert heard.texts == []
    choose(reading, "fake")
    reading.actions_["translate_again"].trigger()
    wait(qtbot, reading)
    reading.actions_["aloud_both"].trigger()
    reading.actions_["speak_sentence"].trigger()
    heard.said.emit()
    assert [language for _, language in heard.texts] == ["hi", "en"]
    assert reading.session.document
    assert heard.texts[1][0] == reading.session.document.units[FIRST].target


def test_the_one_language_that_is_seen_is_read(
    qtbot: QtBot, reading: MainWindow, heard: Reader
) -> None:
    choose(reading, "fake")
    reading.actions_["translate_sentence"].trigger()
    wait(qtbot, reading)
    for view, language in (("view_english", "en"), ("view_hindi", "hi")):
        reading.actions_[view].trigger()
        reading.actions_["speak_sentence"].trigger()
        heard.said.emit()
        assert heard.texts[-1][1] == language


def test_what_is_missing_is_told(reading: MainWindow) -> None:
    reading.speaking.use(Reader(reading, "Install a voice for"))
    reading.actions_["speak_sentence"].trigger()
    assert reading.message.text == "Install a voice for hi"
    assert not reading.speaking.is_speaking


def test_a_voice_that_fails_is_told(reading: MainWindow, heard: Reader) -> None:
    reading.actions_["speak_on"].trigger()
    heard.failed.emit("The voice failed: it is hoarse.")
    assert "hoarse" in reading.message.text
    assert not reading.speaking.is_speaking


def test_another_article_ends_it(qtbot: QtBot, reading: MainWindow, heard: Reader) -> None:
    reading.actions_["speak_on"].trigger()
    reading.opening.paste("और कोई बात\n\nयह कोई और समाचार है। इसमें कोई पुल नहीं है।")
    qtbot.waitUntil(lambda: not reading.speaking.is_speaking)
    assert heard.stopped == 1


def test_without_its_package_a_voice_says_what_to_install(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    told = Voice().missing("hi")
    assert f"{sys.executable} -m pip install PySide6-Addons=={PySide6.__version__}" in told


@pytest.mark.parametrize(
    ("platform", "advice"), [("linux", "espeak-ng"), ("win32", "the system's settings")]
)
def test_a_missing_voice_is_named(
    monkeypatch: pytest.MonkeyPatch, platform: str, advice: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    told = voices._no_voice("hi")
    assert "Hindi" in told
    assert advice in told


@pytest.mark.qt_log_ignore("pipewire")
def test_qt_s_own_voice_tells_when_it_has_said_a_text(qtbot: QtBot) -> None:
    pytest.importorskip("PySide6.QtTextToSpeech", reason="PySide6-Addons is not installed")
    voice = Voice(engine="mock")
    assert voice.missing("en") == ""
    assert "Hindi" in voice.missing("hi")
    with qtbot.waitSignal(voice.said):
        voice.say("The bridge is open.", "en")


def test_settings_name_what_is_read(reading: MainWindow) -> None:
    reading.core.settings = replace(reading.core.settings, aloud="both")
    reading.speaking.choose_aloud("hindi")
    assert reading.core.settings.aloud == "hindi"
