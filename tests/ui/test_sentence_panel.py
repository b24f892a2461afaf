"""One sentence's English: looked at, corrected, asked for again, chosen, spelled, checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from reader.errors import LibraryError, Unavailable
from reader.model import Article, Paragraph, Sentence, State, TranslationUnit
from reader.ui.bands import Paint, line_rects
from reader.ui.flags import Offer
from reader.ui.main_window import MainWindow
from reader.ui.pane import Pane
from reader.ui.rows import DRAWN_SIGN
from reader.ui.sentence_panel import HEIGHT, SentencePanel
from tests.fakes import FakeEngine
from tests.ui.conftest import FakeCore

FIRST = "The bridge on the river was opened on Sunday."
WRONG = "The 7 bridges on the river were opened on Sunday."
NEAR_HINDI = "नदी पर बना पुल सोमवार को खोल दिया गया।"
MADE = datetime(2025, 3, 4, 8, 0, tzinfo=UTC)


class Saying(FakeEngine):
    """An engine that says the same of everything."""

    def __init__(self, name: str, said: str, sends_to: str | None = None) -> None:
        super().__init__(name, sends_to=sends_to)
        self.said = said

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        self.calls.append(list(sentences))
        return (self.said for _ in sentences)


@pytest.fixture
def panel(qtbot: QtBot, reading: MainWindow, core: FakeCore) -> SentencePanel:
    """The panel, open on the first sentence of the body, which has its English."""
    know(reading, core, ("p1.1", FIRST))
    show(qtbot, reading, "p1.1")
    return reading.desk.panel


def sentence(window: MainWindow, identity: str) -> Sentence:
    found = window.desk.sentence(identity)
    assert found is not None
    return found


def unit(window: MainWindow, identity: str) -> TranslationUnit:
    assert window.session.document is not None
    return window.session.document.units[identity]


def made(window: MainWindow, identity: str, target: str, engine: str = "fake") -> TranslationUnit:
    source = sentence(window, identity).text
    return TranslationUnit(identity, source, target, engine, State.MACHINE, created=MADE)


def know(window: MainWindow, core: FakeCore, *known: tuple[str, str]) -> None:
    core.remember([made(window, identity, target) for identity, target in known])
    window.session.recall()


def show(qtbot: QtBot, window: MainWindow, identity: str) -> None:
    wait(qtbot, window)
    window.view.reveal(identity)
    if not window.desk.panel.isVisible():
        window.actions_["about_sentence"].trigger()
    wait(qtbot, window)
    qtbot.waitUntil(lambda: shown(window) == identity)


def shown(window: MainWindow) -> str:
    about = window.desk.panel.shown
    return about.sentence.id if about else ""


def wait(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.is_settled)


def press(window: MainWindow, name: str) -> None:
    """Press the button of the panel that is called so."""
    buttons = window.desk.panel.findChildren(QAbstractButton)
    names = [b for b in buttons if name in (b.text(), b.accessibleName()) and b.isVisible()]
    names[0].click()


def texts(window: MainWindow) -> str:
    """All that the panel says."""
    return "\n".join(line.text() for line in window.desk.panel.findChildren(QLabel))


def offered(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def ask(window: MainWindow, engine: str) -> None:
    (action,) = (a for a in window.desk.panel.asking.actions() if a.text().startswith(engine))
    action.trigger()


def english_of(window: MainWindow) -> str:
    return window.view.english.toPlainText()


# -- what it says ---------------------------------------------------------------------------


def test_it_says_who_made_the_english_and_when(reading: MainWindow, panel: SentencePanel) -> None:
    assert panel.state.text() == "From the translation memory"
    assert panel.origin.text().startswith("Fake · 4 Mar 2025")
    assert panel.text == FIRST


def test_it_follows_the_current_sentence(
    qtbot: QtBot, reading: MainWindow, panel: SentencePanel
) -> None:
    reading.actions_["next_sentence"].trigger()
    qtbot.waitUntil(lambda: shown(reading) == "p1.2")
    assert (panel.state.text(), panel.text) == ("Not translated yet", "")


def test_it_opens_and_closes_by_keyboard(
    qtbot: QtBot, reading: MainWindow, panel: SentencePanel
) -> None:
    assert reading.focusWidget() is panel.field
    reading.actions_["about_sentence"].trigger()
    assert not panel.isVisible()
    assert reading.focusWidget() is reading.view.hindi
    reading.actions_["about_sentence"].trigger()
    reading.actions_["cancel"].trigger()
    assert not panel.isVisible()


def test_esc_in_the_text_stops_the_work_before_it_closes_the_panel(
    qtbot: QtBot, reading: MainWindow, panel: SentencePanel
) -> None:
    reading.view.hindi.setFocus()
    reading.message.tell("Something.")
    reading.actions_["cancel"].trigger()
    assert (reading.message.text, panel.isVisible()) == ("", True)
    reading.actions_["cancel"].trigger()
    assert not panel.isVisible()


def test_without_a_current_sentence_it_takes_the_first_in_sight(
    qtbot: QtBot, reading: MainWindow
) -> None:
    reading.actions_["about_sentence"].trigger()
    qtbot.waitUntil(lambda: shown(reading) == "title.1")


def test_english_of_the_article_has_nothing_to_correct(
    qtbot: QtBot, reading: MainWindow, panel: SentencePanel
) -> None:
    reading.view.reveal("web.1")
    qtbot.waitUntil(lambda: shown(reading) == "")
    assert panel.state.text() == "English in the article itself"
    assert not panel.field.isVisible()


def test_it_goes_with_the_article(reading: MainWindow, panel: SentencePanel) -> None:
    reading.show_start()
    assert not panel.isVisible()


def test_another_article_finds_it_closed(
    qtbot: QtBot, reading: MainWindow, panel: SentencePanel, tmp_path: Path
) -> None:
    assert panel.isVisible()
    path = tmp_path / "another.txt"
    path.write_text("दूसरा लेख\n\nनदी शांत है और नाव चल रही है।", encoding="utf-8")
    reading.open(str(path))
    qtbot.waitUntil(lambda: not panel.isVisible())


def test_a_brief_word_gives_way_to_progress(reading: MainWindow) -> None:
    reading.desk.tell_briefly("Correction kept")
    reading.status.progress(1, 4)
    assert reading.status.currentMessage() == ""


def test_the_sentence_stays_in_sight_above_it(qtbot: QtBot, reading: MainWindow) -> None:
    reading.resize(640, 480)
    wait(qtbot, reading)
    show(qtbot, reading, "p2.2")
    pane = reading.view.hindi
    ((number, span),) = pane.spans_of("p2.2")
    foot = max(rect.bottom() for rect in pane.rects_of(number, span)) - reading.view.scroll_value
    qtbot.waitUntil(lambda: 0 < foot <= pane.viewport().height())


@pytest.mark.parametrize("size", [(1280, 800), (640, 480)])
def test_with_a_message_above_sentence_and_buttons_are_in_sight(
    qtbot: QtBot, reading: MainWindow, core: FakeCore, size: tuple[int, int]
) -> None:
    know(reading, core, ("p1.1", "In 2022 the 7 bridges were opened."))
    wait(qtbot, reading)
    doubted = replace(unit(reading, "p1.1"), reason="Fake could not be reached.")
    reading.session.show_units({"p1.1": doubted})
    reading.resize(*size)
    reading.message.tell("A message that takes three lines. " * 5, "warning", "Try again")
    wait(qtbot, reading)
    show(qtbot, reading, "p1.1")
    panel = reading.desk.panel
    assert len(panel.notes) > 2
    foot = reading.statusBar().mapTo(reading, QPoint(0, 0)).y()
    for each in (panel.keep_correction, panel.keep, panel.ask):
        qtbot.waitUntil(lambda w=each: w.mapTo(reading, QPoint(0, w.height())).y() <= foot)
    for pane in (reading.view.hindi, reading.view.english):
        qtbot.waitUntil(lambda pane=pane: is_in_sight(pane, "p1.1"))


def is_in_sight(pane: Pane, name: str) -> bool:
    """Whether all of a sentence can be seen in a pane."""
    ((number, span),) = pane.spans_of(name)
    rects = pane.rects_of(number, span)
    top = min(rect.top() for rect in rects) - pane.verticalScrollBar().value()
    bottom = max(rect.bottom() for rect in rects) - pane.verticalScrollBar().value()
    return top >= 0 and bottom <= pane.viewport().height()


def test_a_message_that_comes_later_hides_no_sentence(qtbot: QtBot, reading: MainWindow) -> None:
    reading.resize(640, 480)
    show(qtbot, reading, "p2.2")
    reading.message.tell("A message that takes three lines. " * 4, "warning", "Try again")
    qtbot.waitUntil(lambda: is_in_sight(reading.view.hindi, "p2.2"))
    wait(qtbot, reading)
    assert is_in_sight(reading.view.hindi, "p2.2")


def test_the_panel_keeps_its_height_whatever_it_says(
    qtbot: QtBot, reading: MainWindow, panel: SentencePanel
) -> None:
    def places() -> list[int]:
        return [panel.y(), panel.height(), reading.view.height()]

    qtbot.waitUntil(lambda: panel.height() == HEIGHT)
    before = places()
    panel.tell("Both are kept: choose the one you want. " * 8, "fine")
    qtbot.waitUntil(lambda: panel.told != "")
    wait(qtbot, reading)
    QApplication.processEvents()
    assert places() == before


def test_to_correct_brings_the_field_in_sight(
    qtbot: QtBot, reading: MainWindow, core: FakeCore
) -> None:
    know(reading, core, ("p1.1", "In 2022 the 7 bridges and 9 boats were opened."))
    reading.resize(640, 480)
    wait(qtbot, reading)
    reading.view.reveal("p1.1")
    reading.actions_["correct"].trigger()
    field = reading.desk.panel.field
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect().height() == field.height())


def test_tab_goes_from_the_field_to_the_buttons(
    qtbot: QtBot, reading: MainWindow, panel: SentencePanel
) -> None:
    reading.activateWindow()
    panel.field.setPlainText("Another.")
    panel.field.setFocus()
    names = []
    for _ in range(4):
        qtbot.keyClick(reading.focusWidget(), Qt.Key.Key_Tab)
        focused = reading.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName() or focused.property("text"))
    assert names == ["Keep correction", "Ask another engine", "Hindi name", "English spelling"]


def test_a_failure_says_why_and_is_tried_again(
    qtbot: QtBot, reading: MainWindow, core: FakeCore
) -> None:
    core.save_settings(replace(core.settings, engine="fake"))
    core.fake = FakeEngine(failures={0: Unavailable("The server is away.")}, sends_to=None)
    reading.view.select("p1.2")
    reading.actions_["translate_sentence"].trigger()
    show(qtbot, reading, "p1.2")
    assert reading.desk.panel.notes == ["× The server is away."]
    core.fake = Saying("fake", "Two villages are joined by it.")  # type: ignore[assignment]
    press(reading, "Try again")
    wait(qtbot, reading)
    assert unit(reading, "p1.2").target == "Two villages are joined by it."


def test_a_gloss_is_never_the_start_of_a_correction(
    qtbot: QtBot, reading: MainWindow, core: FakeCore
) -> None:
    core.save_settings(replace(core.settings, engine="gloss"))
    reading.view.select("p1.2")
    reading.actions_["translate_sentence"].trigger()
    show(qtbot, reading, "p1.2")
    panel = reading.desk.panel
    assert panel.state.text() == "Gloss, not a translation"
    assert panel.text == ""
    assert not panel.keep.isVisible()


# -- corrections ----------------------------------------------------------------------------


def test_a_correction_is_kept_everywhere_and_undone(
    qtbot: QtBot, reading: MainWindow, panel: SentencePanel, core: FakeCore
) -> None:
    lead = sentence(reading, "lead.1")
    assert lead.text == sentence(reading, "p1.1").text
    panel.field.setPlainText("The bridge was opened.")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    wait(qtbot, reading)
    assert unit(reading, "p1.1").state is State.EDITED
    assert unit(reading, "lead.1").target == "The bridge was opened."
    assert english_of(reading).count("The bridge was opened." + " " * len(DRAWN_SIGN)) == 2
    assert core.recall([lead])["lead.1"].target == "The bridge was opened."
    reading.actions_["undo"].trigger()
    wait(qtbot, reading)
    assert unit(reading, "lead.1").target == FIRST
    assert panel.text == FIRST
    reading.actions_["redo"].trigger()
    wait(qtbot, reading)
    assert unit(reading, "p1.1").target == "The bridge was opened."


def test_undo_goes_to_the_sentence_it_changes(
    qtbot: QtBot, reading: MainWindow, panel: SentencePanel
) -> None:
    panel.field.setPlainText("Opened.")
    press(reading, "Keep correction")
    reading.view.reveal("p2.2")
    reading.actions_["undo"].trigger()
    assert reading.view.current == "p1.1"
    reading.actions_["undo"].trigger()
    assert "nothing to undo" in reading.statusBar().currentMessage()


def test_a_draft_waits_until_it_is_kept(
    qtbot: QtBot, reading: MainWindow, panel: SentencePanel
) -> None:
    panel.field.setPlainText("The bridge, opened")
    reading.view.reveal("p2.2")
    qtbot.waitUntil(lambda: shown(reading) == "p2.2")
    assert panel.text == ""
    reading.view.reveal("p1.1")
    qtbot.waitUntil(lambda: shown(reading) == "p1.1")
    assert panel.text == "The bridge, opened"
    assert unit(reading, "p1.1").target == FIRST


def test_only_what_differs_can_be_kept(reading: MainWindow, panel: SentencePanel) -> None:
    assert not panel.keep_correction.isEnabled()
    panel.field.setPlainText(f"  {FIRST} ")
    assert not panel.keep_correction.isEnabled()
    panel.field.setPlainText("")
    assert not panel.keep_correction.isEnabled()
    panel.field.setPlainText("Another.")
    assert panel.keep_correction.isEnabled()


def test_a_library_in_trouble_keeps_the_draft(
    qtbot: QtBot,
    reading: MainWindow,
    panel: SentencePanel,
    core: FakeCore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_sentence: Sentence, _text: str) -> TranslationUnit:
        raise LibraryError("The library is full.", "Make room.")

    monkeypatch.setattr(core, "correct", fail)
    panel.field.setPlainText("My own words.")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert "The library is full." in reading.message.text
    show(qtbot, reading, "p2.2")
    show(qtbot, reading, "p1.1")
    assert panel.text == "My own words."
    assert unit(reading, "p1.1").target == FIRST


# -- second opinions ------------------------------------------------------------------------


def test_a_second_opinion_is_kept_beside_and_can_be_chosen(
    qtbot: QtBot, reading: MainWindow, panel: SentencePanel, core: FakeCore
) -> None:
    core.online = Saying("online", "They opened the bridge.", "translate.example.org")  # type: ignore[assignment]
    ask(reading, "Online")
    assert "translate.example.org will receive" in reading.message.text
    assert core.online.calls == []
    reading.message.answer_message()
    wait(qtbot, reading)
    assert unit(reading, "p1.1").target == FIRST
    assert panel.told == "Both are kept: choose the one you want."
    assert "They opened the bridge." in texts(reading)
    press(reading, "Use this: They opened the bridge.")
    wait(qtbot, reading)
    assert unit(reading, "p1.1").target == "They opened the bridge."
    assert panel.state.text().endswith("kept by you")
    assert f"Use this: {FIRST}" in [b.accessibleName() for b in panel.findChildren(QAbstractButton)]


def test_an_engine_that_cannot_says_why_and_changes_nothing(
    qtbot: QtBot, reading: MainWindow, panel: SentencePanel, core: FakeCore
) -> None:
    core.save_settings(replace(core.settings, allowed=("translate.example.org",)))
    core.online = FakeEngine("online", failures={0: Unavailable("It is away.")})
    ask(reading, "Online")
    wait(qtbot, reading)
    assert panel.told == "It is away."
    assert unit(reading, "p1.1").target == FIRST


def test_the_engine_that_made_it_and_the_gloss_are_not_offered(panel: SentencePanel) -> None:
    assert [text.split("  ")[0] for text in offered(panel.asking)] == ["Online"]


def test_the_menu_of_engines_opens_by_keyboard(
    qtbot: QtBot, reading: MainWindow, panel: SentencePanel
) -> None:
    panel.close_panel()
    reading.actions_["ask_another"].trigger()
    assert panel.isVisible()
    assert QApplication.activePopupWidget() is panel.asking
    panel.asking.close()


def test_leave_given_in_another_article_asks_nothing(
    qtbot: QtBot, reading: MainWindow, panel: SentencePanel, core: FakeCore
) -> None:
    ask(reading, "Online")
    reading.session.lay_out(Article("पुल", (Paragraph("नाव बंद है। पुल खुला है।"),)))
    wait(qtbot, reading)
    reading.message.show()
    reading.message.answer_message()
    wait(qtbot, reading)
    assert core.online.calls == []


def test_leave_given_late_asks_for_the_sentence_it_was_asked_for(
    qtbot: QtBot, reading: MainWindow, panel: SentencePanel, core: FakeCore
) -> None:
    ask(reading, "Online")
    reading.view.reveal("p2.2")
    reading.message.answer_message()
    wait(qtbot, reading)
    assert core.online.calls == [[sentence(reading, "p1.1").text]]
    qtbot.waitUntil(lambda: shown(reading) == "p1.1")


def test_what_is_asked_again_stands_behind_the_readers_own(
    qtbot: QtBot, reading: MainWindow, panel: SentencePanel, core: FakeCore
) -> None:
    core.save_settings(replace(core.settings, engine="fake"))
    core.fake = Saying("fake", "It was opened again.")  # type: ignore[assignment]
    reading.session.revising.correct(sentence(reading, "p1.1"), "Mine.")
    reading.actions_["translate_again"].trigger()
    wait(qtbot, reading)
    assert unit(reading, "p1.1").target == "Mine."
    assert "It was opened again." in [
        u.target for u in core.alternatives(sentence(reading, "p1.1"))
    ]


# -- near matches ---------------------------------------------------------------------------


def test_a_near_match_is_a_start_and_never_put_in(
    qtbot: QtBot, reading: MainWindow, panel: SentencePanel, core: FakeCore
) -> None:
    near = TranslationUnit(
        "x", NEAR_HINDI, "Opened on Monday.", "fake", State.MACHINE, created=MADE
    )
    core.remember([near])
    show(qtbot, reading, "p2.1")
    show(qtbot, reading, "p1.1")
    lit = [line.text() for line in panel.suggestions.findChildren(QLabel) if "<span" in line.text()]
    assert [line.split("<span")[1].split(">")[1].split("<")[0] for line in lit] == [
        "रविवार",
        "सोमवार",
    ]
    assert any("% alike" in line for line in texts(reading).splitlines())
    assert unit(reading, "p1.1").target == FIRST
    press(reading, "Use as a start: Opened on Monday.")
    assert panel.text == "Opened on Monday."
    assert unit(reading, "p1.1").target == FIRST


# -- names ----------------------------------------------------------------------------------


def test_a_spelling_is_set_shown_and_removed(
    qtbot: QtBot, reading: MainWindow, core: FakeCore
) -> None:
    know(reading, core, ("title.1", "New bridge on the Sarayoo opens"))
    show(qtbot, reading, "title.1")
    panel = reading.desk.panel
    (field,) = (f for f in panel.findChildren(QLineEdit) if f.accessibleName() == "Spelling of सरयू")
    field.setText("Saryu")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    wait(qtbot, reading)
    qtbot.waitUntil(lambda: unit(reading, "title.1").target == "New bridge on the Saryu opens")
    qtbot.waitUntil(
        lambda: panel.notes == ["“Saryu” is your spelling; the engine wrote “Sarayoo”."]
    )
    assert core.pins() == {"सरयू": "Saryu"}
    press(reading, "Remove: सरयू")
    qtbot.waitUntil(lambda: unit(reading, "title.1").target == "New bridge on the Sarayoo opens")
    assert core.pins() == {}


def test_a_spelling_is_undone_and_made_again_in_its_turn(
    qtbot: QtBot, reading: MainWindow, core: FakeCore
) -> None:
    know(reading, core, ("title.1", "New bridge on the Sarayoo opens"))
    show(qtbot, reading, "title.1")
    spelled = reading.desk.panel.spellings
    spelled.pinned.emit("सरयू", "Saryu")
    spelled.pinned.emit("सरयू", "Saryu")  # again: nothing changes
    spelled.pinned.emit("सरयू", "Sarayu")
    wait(qtbot, reading)
    reading.view.reveal("p2.2")
    said = []
    for step in ("undo", "undo", "redo"):
        reading.actions_[step].trigger()
        wait(qtbot, reading)
        said.append((unit(reading, "title.1").target.split()[4], dict(core.pins())))
    assert said == [
        ("Saryu", {"सरयू": "Saryu"}),
        ("Sarayoo", {}),
        ("Saryu", {"सरयू": "Saryu"}),
    ]
    assert reading.view.current == "title.1"
    spelled.unpinned.emit("सरयू")
    assert core.pins() == {}
    reading.actions_["undo"].trigger()
    assert core.pins() == {"सरयू": "Saryu"}


def test_a_spelling_the_library_does_not_take_is_no_step(
    reading: MainWindow, core: FakeCore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_hindi: str, _english: str) -> None:
        raise LibraryError("The library is full.", "Make room.")

    monkeypatch.setattr(core, "pin", fail)
    reading.session.revising.pin("सरयू", "Saryu")
    assert "The library is full." in reading.message.text
    assert not reading.session.revising.can_undo


def test_selected_words_can_be_spelled(qtbot: QtBot, reading: MainWindow, core: FakeCore) -> None:
    know(reading, core, ("p2.1", "The village teacher said there is no more waiting."))
    wait(qtbot, reading)
    cursor = reading.view.hindi.document().find("गाँव")
    reading.view.hindi.setTextCursor(cursor)
    reading.view.select("p2.1")
    reading.actions_["spell_name"].trigger()
    names = reading.desk.panel.spellings
    assert names.hindi.text() == "गाँव"
    assert reading.focusWidget() is names.english
    names.english.setText("Gaon")
    qtbot.keyClick(names.english, Qt.Key.Key_Return)
    assert core.pins() == {"गाँव": "Gaon"}


def test_a_pinned_spelling_stands_in_the_sidebar(qtbot: QtBot, reading: MainWindow) -> None:
    reading.session.revising.pin("सरयू", "Sarayoo")
    assert reading.session.document is not None
    spelled = {e.name: e.english for e in reading.session.document.entities}
    assert spelled["सरयू"] == "Sarayoo"


# -- flags ----------------------------------------------------------------------------------


@pytest.fixture
def flagged(qtbot: QtBot, reading: MainWindow, core: FakeCore) -> MainWindow:
    """A window with one sentence flagged, twice in the article, and one that failed."""
    know(reading, core, ("p1.1", WRONG))
    wait(qtbot, reading)
    failed = replace(made(reading, "p2.2", "", ""), state=State.FAILED, reason="It is away.")
    reading.session.show_units({"p2.2": failed})
    wait(qtbot, reading)
    return reading


def click(qtbot: QtBot, window: MainWindow, offer: Offer, row: str) -> None:
    """Click the words in the English of a row that offer so."""
    pane = window.view.english
    number = next(n for n, each in enumerate(pane.rows) if each.id == row)
    span = next(span for run, span in pane.rows[number].placed() if run.offer is offer)
    rect = line_rects(pane.document().findBlockByNumber(number), span)[0]
    place = QPoint(round(rect.center().x()), round(rect.center().y() - window.view.scroll_value))
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_number_that_differs_is_flagged_and_moves_nothing_above(
    qtbot: QtBot, reading: MainWindow, core: FakeCore
) -> None:
    know(reading, core, ("p1.1", WRONG), ("p1.2", "It joins two villages."))
    text = reading.view.english
    qtbot.waitUntil(lambda: "Number differs" in english_of(reading))
    wait(qtbot, reading)
    number = next(n for n, row in enumerate(text.rows) if row.id == "p1")
    assert "\u2028" in text.rows[number].text
    assert [band.paint for band in text.layer("problems")[number]] == [Paint.DOUBT]
    tops = [(text.row_top(n), reading.view.hindi.row_top(n)) for n in range(len(text.rows))]
    assert all(abs(left - right) < 8 for left, right in tops)
    assert reading.status.counted.endswith("2 to check")


def test_a_flag_leads_to_the_panel(qtbot: QtBot, flagged: MainWindow) -> None:
    click(qtbot, flagged, Offer.ABOUT, "p1")
    qtbot.waitUntil(lambda: shown(flagged) == "p1.1")
    (note,) = flagged.desk.panel.notes
    assert note.startswith("! ")
    assert "7" in note


def test_what_is_kept_is_flagged_no_more_and_can_be_undone(
    qtbot: QtBot, flagged: MainWindow
) -> None:
    click(qtbot, flagged, Offer.KEEP, "p1")
    wait(qtbot, flagged)
    assert "Number differs" not in english_of(flagged)
    assert unit(flagged, "p1.1").problems
    assert flagged.view.english.layer("problems") == {}
    flagged.actions_["undo"].trigger()
    wait(qtbot, flagged)
    assert "Number differs" in english_of(flagged)


def test_correct_in_the_text_gives_the_field_the_keyboard(
    qtbot: QtBot, flagged: MainWindow
) -> None:
    click(qtbot, flagged, Offer.CORRECT, "p1")
    assert flagged.focusWidget() is flagged.desk.panel.field
    assert flagged.desk.panel.text == WRONG


def test_try_again_with_asks_another_engine(
    qtbot: QtBot, flagged: MainWindow, core: FakeCore
) -> None:
    core.save_settings(replace(core.settings, allowed=("translate.example.org",)))
    core.online = Saying("online", "They will reach school.", "translate.example.org")  # type: ignore[assignment]
    click(qtbot, flagged, Offer.RETRY_WITH, "p2")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = (a for a in menu.actions() if a.text().startswith("Online"))
    menu.close()
    action.trigger()
    wait(qtbot, flagged)
    assert unit(flagged, "p2.2").target == "They will reach school."
    assert core.settings.engine != "online"


def test_all_failed_sentences_are_tried_again(
    qtbot: QtBot, flagged: MainWindow, core: FakeCore
) -> None:
    core.save_settings(replace(core.settings, engine="fake"))
    core.fake = Saying("fake", "They will reach school.")  # type: ignore[assignment]
    flagged.actions_["retry_failed"].trigger()
    wait(qtbot, flagged)
    assert unit(flagged, "p2.2").is_translation
    assert core.fake.calls == [[sentence(flagged, "p2.2").text]]
    flagged.actions_["retry_failed"].trigger()
    assert flagged.message.text == "No sentence has failed."


def test_f8_goes_round_all_there_is_to_check(qtbot: QtBot, flagged: MainWindow) -> None:
    visited = []
    for _ in range(4):
        flagged.actions_["next_problem"].trigger()
        visited.append(flagged.view.current)
    assert visited == ["lead.1", "p1.1", "p2.2", "lead.1"]
    flagged.actions_["previous_problem"].trigger()
    assert flagged.view.current == "p2.2"
    flagged.actions_["previous_problem"].trigger()
    assert flagged.view.current == "p1.1"


def test_nothing_to_check_is_said(reading: MainWindow) -> None:
    reading.actions_["next_problem"].trigger()
    assert reading.message.text == "There is no English to check."


def test_flags_are_not_copied(flagged: MainWindow) -> None:
    flagged.view.english.selectAll()
    copied = flagged.view.english.createMimeDataFromSelection().text()
    assert WRONG in copied
    assert "Number differs" not in copied
    assert "Not translated" not in copied


def test_every_word_of_the_panel_has_a_name(panel: SentencePanel) -> None:
    buttons: Iterable[QAbstractButton] = panel.findChildren(QAbstractButton)
    assert all(b.text() or b.accessibleName() for b in buttons)
    assert all(field.accessibleName() for field in panel.findChildren(QLineEdit))
    assert panel.field.accessibleName()
