"""What is said where the first engine could not, and what is offered to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from reader.errors import EngineError, Unavailable
from reader.model import State, TranslationUnit
from reader.translation.engine import Engine
from reader.translation.engines.gloss import GlossEngine
from reader.translation.engines.http import LOCKED
from reader.ui.flags import TRY_WITH
from reader.ui.main_window import MainWindow
from tests.fakes import FakeEngine, english
from tests.ui.conftest import FakeCore

AWAY = "Fake could not be reached."


def away() -> Mapping[int, EngineError | list[EngineError]]:
    """Every sentence fails."""
    return {number: Unavailable(AWAY) for number in range(50)}


@pytest.fixture
def stood_in(qtbot: QtBot, reading: MainWindow, core: FakeCore) -> MainWindow:
    """A window whose article another engine did, since the first was away."""
    core.save_settings(replace(core.settings, allowed=("translate.example.org",)))
    core.fake = FakeEngine(failures=away(), sends_to=None)
    translate(qtbot, reading)
    return reading


def translate(qtbot: QtBot, window: MainWindow, what: str = "translate_article") -> None:
    window.actions_[what].trigger()
    wait(qtbot, window)


def wait(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.is_settled)


def units(window: MainWindow) -> Mapping[str, TranslationUnit]:
    assert window.session.document is not None
    return window.session.document.units


def english_of(window: MainWindow) -> str:
    return window.view.english.toPlainText()


# -- another engine stood in ----------------------------------------------------------------


def test_how_many_another_engine_did_is_told_once(qtbot: QtBot, stood_in: MainWindow) -> None:
    count = len(units(stood_in))
    assert stood_in.message.text == f"{count} sentences by Online: {AWAY}"
    stood_in.message.hide()
    stood_in.view.select("p1.1")
    translate(qtbot, stood_in, "translate_again")
    assert stood_in.message.text == ""


def test_the_text_says_which_engine_it_was(stood_in: MainWindow) -> None:
    paragraphs = [row for row in stood_in.view.english.rows if row.id in ("title", "p1", "p2")]
    assert [row.text.count("Online") for row in paragraphs] == [1, 1, 1]


def test_the_first_is_asked_again_for_all_of_them(
    qtbot: QtBot, stood_in: MainWindow, core: FakeCore
) -> None:
    core.fake = FakeEngine(sends_to=None)
    core.traffic.reset()
    stood_in.message.answer_message()
    wait(qtbot, stood_in)
    assert {unit.engine for unit in units(stood_in).values()} == {"fake"}
    assert "Online" not in english_of(stood_in)


def test_english_that_is_there_stays_where_the_first_fails_again(
    qtbot: QtBot, stood_in: MainWindow, core: FakeCore
) -> None:
    core.traffic.reset()
    stood_in.message.answer_message()
    wait(qtbot, stood_in)
    assert {unit.engine for unit in units(stood_in).values()} == {"online"}
    assert stood_in.message.text.endswith("The English that was there stays.")


def test_the_panel_says_why_and_offers_another(
    qtbot: QtBot, stood_in: MainWindow, core: FakeCore
) -> None:
    stood_in.view.reveal("p1.1")
    stood_in.actions_["about_sentence"].trigger()
    wait(qtbot, stood_in)
    panel = stood_in.desk.panel
    note = panel.notes[-1]
    assert note.startswith("Fake could not be reached.")
    assert note.endswith("So Online was asked.")
    assert panel.ask.text() == TRY_WITH
    core.fake = FakeEngine(sends_to=None)
    core.traffic.reset()
    (action,) = panel.asking.actions()
    action.trigger()
    wait(qtbot, stood_in)
    assert units(stood_in)["p1.1"].engine == "fake"
    assert units(stood_in)["p1.2"].engine == "online"
    qtbot.waitUntil(lambda: note not in panel.notes)


def test_the_status_bar_says_why(stood_in: MainWindow) -> None:
    stood_in.view.reveal("p1.1")
    stood_in.view.clicked.emit("p1.1")
    assert AWAY[:-1] in stood_in.status.told


def test_a_gloss_in_place_of_a_translation_counts_as_failed(
    qtbot: QtBot, reading: MainWindow, core: FakeCore
) -> None:
    core.fake = FakeEngine(failures=away(), sends_to=None)
    translate(qtbot, reading)
    assert {unit.state for unit in units(reading).values()} == {State.GLOSS}
    assert AWAY in reading.message.text
    core.fake = FakeEngine(sends_to=None)
    core.traffic.reset()
    translate(qtbot, reading, "retry_failed")
    assert {unit.engine for unit in units(reading).values()} == {"fake"}
    assert english(units(reading)["p1.1"].source) in english_of(reading)


# -- the bar tells what is true -------------------------------------------------------------


@pytest.mark.parametrize("what", ["retry_failed", "translate_article"])
def test_a_failure_is_told_no_more_once_it_is_mended(
    qtbot: QtBot, failed: MainWindow, what: str
) -> None:
    translate(qtbot, failed, what)
    assert failed.message.text == ""


def test_a_failure_that_is_mended_in_part_is_counted_anew(qtbot: QtBot, failed: MainWindow) -> None:
    count = len(units(failed))
    failed.view.select("p1.1")
    translate(qtbot, failed, "translate_sentence")
    assert failed.message.text == f"{AWAY} Not translated: {count - 1} sentences."


def test_mending_leaves_another_message_alone(qtbot: QtBot, failed: MainWindow) -> None:
    failed.message.tell("Something else.")
    translate(qtbot, failed, "retry_failed")
    assert failed.message.text == "Something else."


@pytest.fixture
def failed(qtbot: QtBot, reading: MainWindow, core: FakeCore) -> MainWindow:
    """A window whose article could not be translated, the engine well again."""
    core.save_settings(replace(core.settings, engine="fake"))
    core.fake = FakeEngine(failures=away(), sends_to=None)
    translate(qtbot, reading)
    assert AWAY in reading.message.text
    core.fake = FakeEngine(sends_to=None)
    core.traffic.reset()
    return reading


# -- Stay offline ---------------------------------------------------------------------------


@pytest.mark.parametrize("allowed", [(), ("translate.example.org",)])
@pytest.mark.parametrize("engine", ["online", "automatic"])
def test_under_the_lock_the_way_out_is_said_and_offered(
    qtbot: QtBot, reading: MainWindow, core: FakeCore, engine: str, allowed: tuple[str, ...]
) -> None:
    core.engines = lambda: locked(core)  # type: ignore[method-assign]
    core.save_settings(replace(core.settings, engine=engine, allowed=allowed))
    reading.actions_["stay_offline"].trigger()
    translate(qtbot, reading)
    assert "Stay offline is on. Turn it off" in reading.message.text
    assert "offline model" in reading.message.text
    assert core.online.calls == []
    reading.message.answer_message()
    assert not core.settings.offline
    assert not reading.actions_["stay_offline"].isChecked()
    assert core.online.calls == []


def test_the_lock_withdraws_the_question_who_may_receive(
    reading: MainWindow, core: FakeCore
) -> None:
    core.save_settings(replace(core.settings, engine="online"))
    reading.actions_["translate_article"].trigger()
    assert "will receive" in reading.message.text
    reading.actions_["stay_offline"].trigger()
    assert reading.message.text == ""
    reading.actions_["answer_message"].trigger()
    assert core.settings.allowed == ()
    assert core.online.calls == []


def locked(core: FakeCore) -> dict[str, Engine]:
    """An engine that Stay offline keeps from being asked, and the gloss."""
    why = LOCKED if core.settings.offline else ""
    core.online.unavailable_reason = lambda: why  # type: ignore[method-assign]
    return {"online": core.online, "gloss": GlossEngine(lambda text: f"word {len(text)}")}
