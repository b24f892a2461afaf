"""The window as a person uses it: opening, translating, marking, copying, what goes wrong."""

import socket
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QRawFont
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from reader.errors import LibraryError, RateLimited, Unavailable
from reader.model import Colour, Label, Span, State, TranslationUnit
from reader.ui import fonts
from reader.ui.bands import line_rects
from reader.ui.bars import ICONS
from reader.ui.crash import install_crash_dialog
from reader.ui.export_dialog import ExportDialog
from reader.ui.flags import NOT_TRANSLATED
from reader.ui.main_window import MainWindow
from reader.ui.rows import GLOSS_LABEL, TRANSLATE
from reader.ui.sidebar import ENTRY
from tests.fakes import FakeEngine, english
from tests.ui.conftest import ARTICLE, FakeCore


def click(qtbot: QtBot, window: MainWindow, side: str, text: str) -> None:
    """Click the first place in a pane that shows ``text``."""
    pane = getattr(window.view, side)
    found = pane.document().find(text)
    block = found.block()
    start = found.selectionStart() - block.position()
    rect = line_rects(block, Span(start, start + len(text)))[0]
    place = QPoint(round(rect.center().x()), round(rect.center().y() - window.view.scroll_value))
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)


def wait(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.is_settled)


def choose(window: MainWindow, engine: str, *, allowed: bool = True) -> None:
    names = ("translate.example.org",) if allowed else ()
    window.core.save_settings(replace(window.core.settings, engine=engine, allowed=names))
    window.translating.chosen.emit()


def english_text(window: MainWindow) -> str:
    return window.view.english.toPlainText()


# -- opening --------------------------------------------------------------------------------


def test_an_article_is_shown_with_all_its_parts(reading: MainWindow) -> None:
    hindi = reading.view.hindi.toPlainText()
    for part in ("सरयू पर नया पुल खुला", "कविता बिष्ट", "बागेश्वर", "3 मार्च 2025", "New bridge over"):
        assert part in hindi
    assert "सरयू" in reading.windowTitle()


def test_pasted_text_is_opened(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText(ARTICLE)
    window.actions_["paste_article"].trigger()
    wait(qtbot, window)
    assert "शिक्षिका" in window.view.hindi.toPlainText()


def test_an_empty_clipboard_says_so(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    window.actions_["paste_article"].trigger()
    assert "no text" in window.message.text


def test_a_dropped_file_is_opened(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "dropped.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    assert window.opening.take(data)
    wait(qtbot, window)
    assert "शिक्षिका" in window.view.hindi.toPlainText()


def test_a_recent_article_can_be_read_again(qtbot: QtBot, reading: MainWindow) -> None:
    reading.actions_["show_start"].trigger()
    (recent,) = reading.core.recent(5)
    reading.start.reopen.emit(recent.key)
    wait(qtbot, reading)
    assert "शिक्षिका" in reading.view.hindi.toPlainText()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
        ("gone.txt", None, "gone.txt"),
    ],
)
def test_what_is_no_article_is_told_in_one_line(
    qtbot: QtBot, reading: MainWindow, tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    before = reading.view.hindi.toPlainText()
    reading.open(str(path))
    qtbot.waitUntil(lambda: reading.message.text != "")
    assert words in reading.message.text
    assert reading.view.hindi.toPlainText() == before


def test_another_language_is_named_and_can_be_opened(qtbot: QtBot, window: MainWindow) -> None:
    window.opening.paste("The bridge opened on Sunday.\n\nIt joins two villages on the river. " * 3)
    qtbot.waitUntil(lambda: window.message.text != "")
    assert "English" in window.message.text
    window.message.answer_message()
    wait(qtbot, window)
    assert "two villages" in window.view.hindi.toPlainText()


@pytest.mark.parametrize("way", ["open", "drop", "paste", "again"])
def test_offline_fetches_no_address(qtbot: QtBot, window: MainWindow, way: str) -> None:
    window.actions_["stay_offline"].trigger()
    data = QMimeData()
    data.setUrls([QUrl("http://127.0.0.1:9/a%20page")])
    if way == "drop":
        window.opening.take(data)
    elif way == "paste":
        data = QMimeData()
        data.setText("http://127.0.0.1:9/page")
        window.opening.take(data)
    else:
        window.open("http://127.0.0.1:9/page", any_language=way == "again")
    qtbot.waitUntil(lambda: window.message.text != "")
    assert "Stay offline is on" in window.message.text


def test_a_cancelled_address_is_given_up(qtbot: QtBot, window: MainWindow) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        window.open(f"http://127.0.0.1:{silent.getsockname()[1]}/page")
        connection, _ = silent.accept()
        window.actions_["cancel"].trigger()
        qtbot.waitUntil(lambda: not window.session._pool.busy, timeout=2000)
        connection.close()
    assert window.message.text == ""


def test_a_wrong_address_is_refused(window: MainWindow) -> None:
    window.actions_["open_address"].trigger()
    window.desk.entry.field.setText("what is this")
    window.desk.entry.field.returnPressed.emit()
    assert "not a web address" in window.message.text
    assert window.desk.entry.isVisible()


def test_esc_takes_back_one_thing_at_a_time(
    qtbot: QtBot, reading: MainWindow, gated: "GatedEngine"
) -> None:
    reading.actions_["translate_article"].trigger()
    reading.message.tell("Something.")
    reading.actions_["open_address"].trigger()
    reading.actions_["cancel"].trigger()
    assert not reading.desk.entry.isVisible()
    assert reading.session.is_busy
    reading.actions_["cancel"].trigger()
    assert not reading.session.is_busy
    assert reading.message.text == "Something."
    reading.actions_["cancel"].trigger()
    assert reading.message.text == ""
    assert reading.focusWidget() is reading.view.hindi


def test_automatic_without_an_engine_explains_the_gloss_once(
    qtbot: QtBot, reading: MainWindow, core: FakeCore
) -> None:
    core.fake = FakeEngine(sends_to=None, unavailable="Not here.")
    reading.actions_["translate_article"].trigger()
    wait(qtbot, reading)
    assert "no translation engine is chosen" in reading.message.text
    reading.message.answer_message()
    assert reading.translating.menu.isVisible()
    reading.translating.menu.close()


# -- translating ----------------------------------------------------------------------------


def test_a_click_on_translate_translates_the_paragraph(qtbot: QtBot, reading: MainWindow) -> None:
    choose(reading, "fake")
    click(qtbot, reading, "english", TRANSLATE.strip())
    wait(qtbot, reading)
    units = reading.session.document.units  # type: ignore[union-attr]
    assert set(units) == {"title.1"}
    assert english("सरयू पर नया पुल खुला") in english_text(reading)


def test_the_article_is_translated_and_kept(qtbot: QtBot, reading: MainWindow) -> None:
    choose(reading, "fake")
    reading.actions_["translate_article"].trigger()
    wait(qtbot, reading)
    assert TRANSLATE not in english_text(reading)
    asked = len(reading.core.fake.calls)  # type: ignore[attr-defined]
    reading.start.reopen.emit(reading.core.recent(1)[0].key)
    wait(qtbot, reading)
    assert TRANSLATE not in english_text(reading)
    assert len(reading.core.fake.calls) == asked  # type: ignore[attr-defined]


def test_english_in_the_article_is_never_sent(qtbot: QtBot, reading: MainWindow) -> None:
    choose(reading, "fake")
    reading.actions_["translate_article"].trigger()
    wait(qtbot, reading)
    sent = [text for call in reading.core.fake.calls for text in call]  # type: ignore[attr-defined]
    assert "New bridge over the Saryu opens" not in sent
    assert sent


def test_one_sentence_alone(qtbot: QtBot, reading: MainWindow) -> None:
    choose(reading, "fake")
    click(qtbot, reading, "hindi", "इससे दो गाँव")
    reading.actions_["translate_sentence"].trigger()
    wait(qtbot, reading)
    assert set(reading.session.document.units) == {"p1.2"}  # type: ignore[union-attr]


def test_an_online_engine_waits_for_leave(qtbot: QtBot, reading: MainWindow) -> None:
    choose(reading, "online", allowed=False)
    reading.actions_["translate_article"].trigger()
    assert "translate.example.org" in reading.message.text
    assert not reading.core.online.calls  # type: ignore[attr-defined]
    reading.message.answer_message()
    wait(qtbot, reading)
    assert reading.core.online.calls  # type: ignore[attr-defined]
    assert reading.core.settings.allowed == ("translate.example.org",)


def test_the_gloss_is_shown_and_labelled(qtbot: QtBot, reading: MainWindow) -> None:
    choose(reading, "gloss")
    reading.actions_["translate_article"].trigger()
    wait(qtbot, reading)
    assert "Gloss: word for word" in english_text(reading)
    states = {unit.state for unit in reading.session.document.units.values()}  # type: ignore[union-attr]
    assert states == {State.GLOSS}


def fail_all(core: FakeCore, error: Callable[[], Exception]) -> None:
    core.fake = FakeEngine(failures={n: error() for n in range(30)}, sends_to=None)  # type: ignore[misc]


def test_a_failing_engine_says_why_and_can_be_tried_again(
    qtbot: QtBot, reading: MainWindow, core: FakeCore
) -> None:
    choose(reading, "fake")
    fail_all(core, lambda: Unavailable("The server cannot be reached."))
    reading.actions_["translate_article"].trigger()
    wait(qtbot, reading)
    assert NOT_TRANSLATED in english_text(reading)
    assert "cannot be reached" in reading.message.text
    core.fake = FakeEngine(sends_to=None)
    reading.message.answer_message()
    wait(qtbot, reading)
    assert NOT_TRANSLATED not in english_text(reading)


def test_a_long_wait_is_told(qtbot: QtBot, reading: MainWindow, core: FakeCore) -> None:
    choose(reading, "fake")
    fail_all(core, lambda: RateLimited("Too many requests.", retry_after=120))
    reading.actions_["translate_article"].trigger()
    wait(qtbot, reading)
    assert "2 minutes" in reading.message.text


def test_cancel_keeps_what_is_done_and_clears_what_waits(
    qtbot: QtBot, reading: MainWindow, core: FakeCore
) -> None:
    choose(reading, "fake")
    core.fake = FakeEngine(
        failures={1: [RateLimited("Wait.", retry_after=9.0)]}, sends_to=None, limit=1
    )
    reading.actions_["translate_article"].trigger()
    qtbot.waitUntil(lambda: bool(reading.session.document.units))  # type: ignore[union-attr]
    reading.actions_["cancel"].trigger()
    wait(qtbot, reading)
    assert not reading.session.waiting
    assert "translating" not in english_text(reading)
    assert len(reading.session.document.units) == 1  # type: ignore[union-attr]


def test_again_asks_for_what_is_there_already(
    qtbot: QtBot, reading: MainWindow, core: FakeCore
) -> None:
    choose(reading, "fake")
    reading.view.select("p1.1")
    reading.actions_["translate_sentence"].trigger()
    wait(qtbot, reading)
    reading.actions_["translate_sentence"].trigger()
    reading.actions_["translate_again"].trigger()
    wait(qtbot, reading)
    assert len(core.fake.calls) == 2


def test_the_light_tells_who_receives(reading: MainWindow) -> None:
    assert reading.toolbar.privacy == "nothing leaves this computer"
    choose(reading, "online")
    assert "translate.example.org" in reading.toolbar.privacy


def test_the_status_tells_where_english_comes_from(qtbot: QtBot, reading: MainWindow) -> None:
    choose(reading, "fake")
    reading.view.select("p1.1")
    reading.actions_["translate_sentence"].trigger()
    wait(qtbot, reading)
    reading.view.clicked.emit("p1.1")
    assert reading.status.told.startswith("Fake · ")
    assert "machine translated" in reading.status.told
    reading.view.clicked.emit("p2.1")
    assert reading.status.told == "Not translated"


def test_a_gloss_is_never_called_a_translation(qtbot: QtBot, reading: MainWindow) -> None:
    choose(reading, "gloss")
    reading.actions_["translate_article"].trigger()
    wait(qtbot, reading)
    reading.view.clicked.emit("p1.1")
    assert "not a translation" in reading.status.told
    assert reading.status.counted.startswith("0 of ")
    assert "as gloss" in reading.status.counted
    pane = reading.view.english
    pane.setTextCursor(pane.document().find("word for word"))
    copied = pane.createMimeDataFromSelection().text()
    assert copied == "Gloss, not a translation: word for word"


def test_the_memory_goes_out_and_comes_in(
    qtbot: QtBot, reading: MainWindow, tmp_path: Path
) -> None:
    choose(reading, "fake")
    reading.actions_["translate_article"].trigger()
    wait(qtbot, reading)
    reading.exchanging.give_memory(tmp_path / "memory.tmx")
    qtbot.waitUntil(lambda: "Exported" in reading.message.text)
    other = FakeCore()
    assert other.import_memory(tmp_path / "memory.tmx") == len(
        {u.source for u in reading.session.document.units.values()}  # type: ignore[union-attr]
    )
    other.close()
    reading.exchanging.take_memory(tmp_path / "gone.tmx")
    qtbot.waitUntil(lambda: "gone.tmx" in reading.message.text)
    reading.exchanging.take_memory(tmp_path / "memory.tmx")
    qtbot.waitUntil(lambda: "translations taken in" in reading.message.text)


# -- sidebar --------------------------------------------------------------------------------


def entries(window: MainWindow) -> list[object]:
    tree = window.sidebar
    sections = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    return [s.child(n).data(0, ENTRY) for s in sections if s for n in range(s.childCount())]


def test_a_key_point_leads_to_its_sentence(reading: MainWindow) -> None:
    tree = reading.sidebar
    section = tree.topLevelItem(0)
    assert section is not None
    assert section.childCount() == 2
    tree.itemClicked.emit(section.child(1), 0)
    assert reading.view.current == "p2.2"


def test_a_place_is_listed_with_its_english(reading: MainWindow) -> None:
    places = [e for e in entries(reading) if getattr(e, "look", None) is Label.PLACE]
    assert "सरयू" in {getattr(place, "hindi", "") for place in places}


# -- marking and copying --------------------------------------------------------------------


def test_a_sentence_is_marked_on_both_sides_and_kept(qtbot: QtBot, reading: MainWindow) -> None:
    choose(reading, "fake")
    reading.actions_["translate_article"].trigger()
    wait(qtbot, reading)
    reading.view.select("p2.1")
    reading.actions_["mark_mint"].trigger()
    wait(qtbot, reading)
    for pane in (reading.view.hindi, reading.view.english):
        ((band,),) = pane.layer("marks").values()
        assert band.paint is Colour.MINT
    reading.start.reopen.emit(reading.core.recent(1)[0].key)
    wait(qtbot, reading)
    assert [m.row for m in reading.session.document.annotations] == ["p2"]  # type: ignore[union-attr]
    reading.view.select("p2.1")
    reading.actions_["unmark"].trigger()
    wait(qtbot, reading)
    assert reading.session.document.annotations == ()  # type: ignore[union-attr]
    assert reading.view.hindi.layer("marks") == {}


def test_marking_moves_nothing(qtbot: QtBot, reading: MainWindow) -> None:
    reading.resize(900, 480)
    choose(reading, "fake")
    reading.actions_["translate_article"].trigger()
    wait(qtbot, reading)
    reading.view.select("title.1")
    reading.actions_["mark"].trigger()
    wait(qtbot, reading)
    assert reading.view.scroll_value == 0


def english_pixels(window: MainWindow) -> int:
    """How much is drawn in the colour of English where the first key point stands."""
    tree = window.sidebar
    section = tree.topLevelItem(0)
    assert section
    picture = tree.viewport().grab(tree.visualItemRect(section.child(0))).toImage()
    colour = window.theme.color("english").rgb()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(picture.pixel(x, y) == colour for x, y in places)


def test_in_study_a_key_point_s_english_is_veiled_until_it_is_chosen(
    qtbot: QtBot, reading: MainWindow
) -> None:
    choose(reading, "fake")
    reading.actions_["translate_article"].trigger()
    wait(qtbot, reading)
    open_to_see = english_pixels(reading)
    assert open_to_see > 0
    reading.actions_["view_study"].trigger()
    assert english_pixels(reading) == 0
    section = reading.sidebar.topLevelItem(0)
    assert section
    reading.sidebar.setCurrentItem(section.child(0))
    assert english_pixels(reading) > 0
    reading.sidebar.clearSelection()
    reading.actions_["view_side"].trigger()
    assert english_pixels(reading) == open_to_see


def test_a_gloss_in_the_sidebar_is_labelled(qtbot: QtBot, reading: MainWindow) -> None:
    choose(reading, "gloss")
    reading.actions_["translate_article"].trigger()
    wait(qtbot, reading)
    points = [e for e in entries(reading) if getattr(e, "look", "") is None]
    assert points
    assert all(getattr(p, "english", "").startswith("Gloss: ") for p in points)


def test_selected_words_are_marked_as_selected(qtbot: QtBot, reading: MainWindow) -> None:
    pane = reading.view.hindi
    pane.setTextCursor(pane.document().find("शिक्षिका ने कहा"))
    reading.actions_["mark"].trigger()
    (mark,) = reading.session.document.annotations  # type: ignore[union-attr]
    assert (mark.quote, mark.prefix, mark.colour) == ("शिक्षिका ने कहा", "गाँव की ", Colour.AMBER)


def test_english_can_be_marked(qtbot: QtBot, reading: MainWindow) -> None:
    choose(reading, "fake")
    reading.actions_["translate_article"].trigger()
    wait(qtbot, reading)
    pane = reading.view.english
    pane.setTextCursor(pane.document().find(english("इससे दो गाँव जुड़ गए हैं।")))
    pane.setFocus()
    reading.actions_["mark"].trigger()
    (mark,) = reading.session.document.annotations  # type: ignore[union-attr]
    assert mark.quote == "इससे दो गाँव जुड़ गए हैं।"


def test_copying(qtbot: QtBot, reading: MainWindow) -> None:
    choose(reading, "fake")
    reading.actions_["translate_article"].trigger()
    wait(qtbot, reading)
    reading.view.select("p1.2")
    board = QGuiApplication.clipboard()
    reading.actions_["copy"].trigger()
    assert board.text() == "इससे दो गाँव जुड़ गए हैं।"
    reading.actions_["copy_english"].trigger()
    assert board.text() == english("इससे दो गाँव जुड़ गए हैं।")
    reading.actions_["copy_both"].trigger()
    assert "इससे दो" in board.text()
    assert english("इससे दो गाँव जुड़ गए हैं।") in board.text()
    assert "3 March 2025" in board.text()
    assert "<table" in board.mimeData().html()


def test_copying_a_selection_leaves_buttons_out(reading: MainWindow) -> None:
    pane = reading.view.english
    pane.selectAll()
    text = pane.createMimeDataFromSelection().text()
    assert TRANSLATE.strip() not in text
    assert "New bridge over the Saryu opens" in text


# -- the window itself ----------------------------------------------------------------------


def test_stepping_by_keyboard_goes_through_all(qtbot: QtBot, reading: MainWindow) -> None:
    seen = []
    for _ in range(7):
        reading.actions_["next_sentence"].trigger()
        seen.append(reading.view.current)
    assert seen == ["title.1", "lead.1", "p1.1", "p1.2", "p2.1", "p2.2", "web.1"]
    reading.actions_["previous_sentence"].trigger()
    assert reading.view.current == "p2.2"


def test_stepping_by_paragraph_goes_to_where_each_begins(qtbot: QtBot, reading: MainWindow) -> None:
    seen = []
    for _ in range(6):
        reading.actions_["next_paragraph"].trigger()
        seen.append(reading.view.current)
    assert seen == ["title.1", "lead.1", "p1.1", "p2.1", "web.1", "web.1"]
    for name in ("previous_sentence", "previous_paragraph", "previous_paragraph"):
        reading.actions_[name].trigger()
        seen.append(reading.view.current)
    assert seen[-3:] == ["p2.2", "p2.1", "p1.1"]


def test_zoom_and_theme_are_kept(qtbot: QtBot, reading: MainWindow) -> None:
    reading.actions_["zoom_in"].trigger()
    reading.actions_["theme_dark"].trigger()
    wait(qtbot, reading)
    assert (reading.core.settings.zoom, reading.core.settings.theme) == (110, "dark")
    assert reading.theme.name == "dark"
    reading.actions_["zoom_reset"].trigger()
    assert reading.core.settings.zoom == 100


def test_a_narrow_window_gives_the_texts_the_room(qtbot: QtBot, reading: MainWindow) -> None:
    assert reading.sidebar.isVisible()
    reading.resize(640, 480)
    qtbot.waitUntil(lambda: not reading.sidebar.isVisible())


def test_f9_in_a_narrow_window_changes_no_setting(qtbot: QtBot, reading: MainWindow) -> None:
    reading.resize(640, 480)
    qtbot.waitUntil(lambda: not reading.sidebar.isVisible())
    reading.actions_["toggle_sidebar"].trigger()
    assert "too narrow" in reading.statusBar().currentMessage()
    reading.resize(1200, 700)
    qtbot.waitUntil(reading.sidebar.isVisible)


def test_our_own_words_need_no_other_font(reading: MainWindow) -> None:
    faces = [QRawFont.fromFont(fonts.font(family, 14)) for family in (fonts.HINDI, fonts.ENGLISH)]
    buttons = [b.text() for b in reading.findChildren(QAbstractButton)]
    actions = [action.text() for action in reading.actions_.by_name.values()]
    words = [*buttons, *actions, *ICONS.values(), NOT_TRANSLATED, TRANSLATE, GLOSS_LABEL]
    needed = set("".join(words))
    assert [c for c in needed if not any(face.supportsCharacter(ord(c)) for face in faces)] == []


def test_every_control_has_a_name(reading: MainWindow) -> None:
    unnamed = [
        button
        for button in reading.findChildren(QToolButton)
        if button.isVisible() and not (button.accessibleName() or button.text())
    ]
    assert unnamed == []
    for widget in (reading.view.hindi, reading.view.english, reading.sidebar):
        assert widget.accessibleName()


def test_every_shortcut_is_used_once(reading: MainWindow) -> None:
    keys = [
        key.toString() for action in reading.actions_.by_name.values() for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))


def test_export_writes_the_file(qtbot: QtBot, reading: MainWindow, tmp_path: Path) -> None:
    reading.actions_["export"].trigger()
    dialog = reading.findChild(ExportDialog)
    assert dialog is not None
    dialog.file.setText(str(tmp_path / "out.html"))
    dialog.formats.setCurrentIndex(1)
    assert dialog.file.text().endswith("out.md")
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    box.accepted.emit()
    assert "सरयू" in (tmp_path / "out.md").read_text(encoding="utf-8")
    assert "Exported" in reading.message.text


def test_export_to_nowhere_says_so_and_stays(reading: MainWindow, tmp_path: Path) -> None:
    reading.actions_["export"].trigger()
    dialog = reading.findChild(ExportDialog)
    assert dialog is not None
    dialog.file.setText(str(tmp_path / "no" / "such" / "folder" / "out.html"))
    dialog.export()
    assert "folder" in dialog.note.text()
    assert dialog.isVisible()


def test_export_to_nobodys_home_says_so(reading: MainWindow) -> None:
    reading.actions_["export"].trigger()
    dialog = reading.findChild(ExportDialog)
    assert dialog is not None
    dialog.file.setText("~nosuchuser/out.html")
    dialog.export()
    assert "nosuchuser" in dialog.note.text()
    dialog.file.setText("")
    dialog.formats.setCurrentIndex(1)
    dialog.export()
    assert dialog.note.text()
    assert dialog.isVisible()


def test_export_warns_before_it_replaces(reading: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "mine.html"
    path.write_text("mine")
    reading.actions_["export"].trigger()
    dialog = reading.findChild(ExportDialog)
    assert dialog is not None
    dialog.file.setText(str(path))
    assert "replaced" in dialog.note.text()
    dialog.file.setText(str(tmp_path / "other.html"))
    assert dialog.note.text() == ""


# -- what must not happen -------------------------------------------------------------------


class GatedEngine(FakeEngine):
    """Gives each sentence only when the gate is open."""

    def __init__(self) -> None:
        super().__init__(sends_to=None, limit=1)
        self.gate = threading.Event()

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        for target in super().translate(sentences):
            self.gate.wait(5)
            yield target


@pytest.fixture
def gated(reading: MainWindow, core: FakeCore) -> Iterator[GatedEngine]:
    """The chosen engine, held up."""
    engine = GatedEngine()
    core.fake = engine
    choose(reading, "fake")
    yield engine
    engine.gate.set()


OTHER = "दूसरी ख़बर\n\nयह कोई और समाचार है। इसमें कोई पुल नहीं है। यहाँ दूसरी बातें हैं।"


def test_english_that_comes_together_is_kept_together(
    qtbot: QtBot, window: MainWindow, core: FakeCore, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[int] = []
    remember = core.remember

    def count(units: Iterable[TranslationUnit]) -> None:
        units = list(units)
        kept.append(len(units))
        remember(units)

    text = "सरयू पर नया पुल खुला\n\n" + "\n\n".join(f"यह वाक्य {n} है।" for n in range(400))
    window.opening.paste(text)
    qtbot.waitUntil(lambda: window.is_settled)
    monkeypatch.setattr(core, "remember", count)
    core.save_settings(replace(core.settings, engine="fake"))
    window.actions_["translate_article"].trigger()
    qtbot.waitUntil(lambda: not window.session.is_busy)
    assert not window.session.untranslated()
    assert sum(kept) == 401
    assert len(kept) < 200


def test_late_english_never_lands_in_another_article(
    qtbot: QtBot, reading: MainWindow, gated: GatedEngine
) -> None:
    reading.view.select("p1.1")
    reading.actions_["translate_paragraph"].trigger()
    reading.actions_["translate_again"].trigger()
    reading.opening.paste(OTHER)
    qtbot.waitUntil(lambda: "दूसरी" in reading.windowTitle())
    gated.gate.set()
    wait(qtbot, reading)
    assert reading.session.document.units == {}  # type: ignore[union-attr]
    assert not reading.session.waiting


def test_leaving_an_article_stops_everything(
    qtbot: QtBot, reading: MainWindow, gated: GatedEngine
) -> None:
    reading.actions_["translate_article"].trigger()
    reading.actions_["show_start"].trigger()
    gated.gate.set()
    assert reading.session.document is None
    assert reading.status.is_resting
    assert reading.status.counted == ""


def test_leave_given_after_leaving_sends_nothing(
    qtbot: QtBot, reading: MainWindow, core: FakeCore
) -> None:
    choose(reading, "online", allowed=False)
    reading.actions_["translate_article"].trigger()
    question = reading.message._do
    reading.actions_["show_start"].trigger()
    assert reading.message.text == ""
    question()
    assert core.online.calls == []


def test_leave_is_given_to_a_host_not_to_a_name(
    qtbot: QtBot, reading: MainWindow, core: FakeCore
) -> None:
    choose(reading, "online")
    core.online = FakeEngine("online", sends_to="elsewhere.example.org")
    reading.actions_["translate_article"].trigger()
    assert "elsewhere.example.org" in reading.message.text
    assert core.online.calls == []


def test_going_offline_stops_what_runs(
    qtbot: QtBot, reading: MainWindow, gated: GatedEngine
) -> None:
    reading.actions_["translate_article"].trigger()
    qtbot.waitUntil(lambda: len(gated.calls) == 1)
    reading.actions_["stay_offline"].trigger()
    gated.gate.set()
    qtbot.waitUntil(lambda: reading.session.is_idle)
    assert len(gated.calls) == 1


def test_cancel_at_the_last_sentence_rests(
    qtbot: QtBot, reading: MainWindow, gated: GatedEngine
) -> None:
    reading.view.select("p1.1")
    reading.actions_["translate_sentence"].trigger()
    assert not reading.status.is_resting
    reading.actions_["cancel"].trigger()
    assert reading.status.is_resting
    assert "of" in reading.status.counted


def test_cancelling_an_opening_rests(reading: MainWindow) -> None:
    reading.opening.paste(OTHER)
    assert not reading.status.is_resting
    reading.actions_["cancel"].trigger()
    assert reading.status.is_resting


def test_the_memory_is_heard_out_before_an_engine_is_asked(
    qtbot: QtBot, window: MainWindow, core: FakeCore
) -> None:
    text = "लंबी ख़बर\n\n" + "\n\n".join(f"यह वाक्य क्रमांक {n} है।" for n in range(700))
    document = core.paste(text)
    kept = [TranslationUnit(s.id, s.text, "Known.", "x", State.MACHINE) for s in document.sentences]
    core.remember(kept)
    choose(window, "fake")
    window.session.opened.connect(window.translating.translate_article)
    window.opening.paste(text)
    wait(qtbot, window)
    assert core.fake.calls == []


def test_a_readers_words_are_not_replaced(qtbot: QtBot, reading: MainWindow) -> None:
    document = reading.session.document
    assert document is not None
    text = next(s.text for s in document.sentences if s.id == "p1.1")
    reading.core.remember([TranslationUnit("p1.1", text, "By hand.", "me", State.EDITED)])
    reading.session.recall()
    choose(reading, "fake")
    reading.view.select("p1.1")
    reading.actions_["translate_again"].trigger()
    wait(qtbot, reading)
    assert reading.session.document.units["p1.1"].target == "By hand."  # type: ignore[union-attr]


def test_an_emoji_shifts_nothing(qtbot: QtBot, window: MainWindow) -> None:
    window.opening.paste("बधाई 🙏🙏 हो\n\nसुबह 🙏 हुई। रूस में शाम 🙏 हुई। फिर रात हुई। और दिन आया।")
    wait(qtbot, window)
    click(qtbot, window, "hindi", "रात हुई")
    assert window.view.current == "p1.3"
    pane = window.view.hindi
    pane.setTextCursor(pane.document().find("रात"))
    window.actions_["mark_rose"].trigger()
    assert [m.quote for m in window.session.document.annotations] == ["रात"]  # type: ignore[union-attr]
    bands = [band for row in pane.layer("entities").values() for band in row]
    texts = {row.text[b.span.start : b.span.end] for row in pane.rows[-1:] for b in bands}
    assert "रूस" in texts


def test_an_entity_named_in_a_key_point_leads_somewhere(reading: MainWindow) -> None:
    document = reading.session.document
    assert document is not None
    hidden = {row.id for row in document.rows if row.id.startswith("k")}
    targets = {t for entry in entries(reading) for t in getattr(entry, "targets", ())}
    assert targets
    assert not {target.partition(".")[0] for target in targets} & hidden


def test_a_failing_library_is_told_and_the_article_shown(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise LibraryError("The library is busy.", "Close the other program.")

    for name in ("recall", "marks", "opened"):
        monkeypatch.setattr(window.core, name, broken)
    window.opening.paste(ARTICLE)
    wait(qtbot, window)
    assert "The library is busy" in window.message.text
    assert "शिक्षिका" in window.view.hindi.toPlainText()


def test_a_crash_is_told_once_and_without_the_message(
    qtbot: QtBot, reading: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    install_crash_dialog(reading)
    for _ in range(3):
        error = ValueError("secret words of the article")
        sys.excepthook(ValueError, error, error.__traceback__)
    (box,) = reading.findChildren(QMessageBox)
    assert "secret" not in box.detailedText() + box.text()
    assert "ValueError" in box.detailedText()
