"""The settings window as a whole, and its pages on privacy and reading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.settings import load
from reader.ui import fonts
from reader.ui.main_window import MainWindow
from reader.ui.settings_window import SettingsWindow
from tests.keyrings import MemoryKeyring, no_keyring, used
from tests.ui.conftest import FakeCore


def main_of(settings: SettingsWindow) -> MainWindow:
    main = settings.parentWidget()
    assert isinstance(main, MainWindow)
    return main


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if not label.isHidden()]


def press(page: QWidget, name: str) -> None:
    """Click the button that screen readers call ``name``."""
    (found,) = (
        each
        for each in page.findChildren(QAbstractButton)
        if name in (each.text(), each.accessibleName()) and each.isVisible()
    )
    found.click()


def area_of(page: QWidget) -> QScrollArea:
    area = page.parentWidget().parentWidget()  # type: ignore[union-attr]
    assert isinstance(area, QScrollArea)
    return area


def is_laid_out(page: QWidget) -> bool:
    """Whether the page has come to fill the area it scrolls in."""
    return page.isVisible() and page.width() >= area_of(page).viewport().width()


def cut(page: QWidget) -> list[str]:
    """The texts that have less room than they need."""
    labels = [each for each in page.findChildren(QLabel) if each.isVisible()]
    buttons = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    low = [each.text() for each in labels if each.height() < each.heightForWidth(each.width())]
    narrow = [b.text() for b in buttons if b.width() < b.minimumSizeHint().width()]
    return low + narrow


def pages(settings: SettingsWindow) -> list[QWidget]:
    return [settings.engines, settings.model, settings.privacy, settings.looks]


# -- the window -----------------------------------------------------------------------------


def test_it_opens_by_its_shortcut_beside_the_window(qtbot: QtBot, window: MainWindow) -> None:
    assert window.actions_["show_settings"].shortcut().toString() == "Ctrl+,"
    window.actions_["show_settings"].trigger()
    settings = window.configuring.window
    assert settings.isVisible()
    assert not settings.isModal()
    qtbot.keyClick(settings, Qt.Key.Key_Escape)
    assert not settings.isVisible()


def test_the_engine_menu_leads_there(window: MainWindow) -> None:
    window.translating.menu.aboutToShow.emit()
    assert window.actions_["show_settings"] in window.translating.menu.actions()


def test_the_list_turns_the_pages_by_keyboard(qtbot: QtBot, settings: SettingsWindow) -> None:
    settings.list.setFocus()
    for page in pages(settings)[1:]:
        qtbot.keyClick(settings.list, Qt.Key.Key_Down)
        assert page.isVisible()


def test_return_presses_no_button_but_the_one_with_the_keyboard(
    qtbot: QtBot, settings: SettingsWindow
) -> None:
    settings.show_engine("google")
    field = settings.engines.cards["google"].fields.address.field  # type: ignore[union-attr]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert settings.isVisible()
    assert settings.engines.cards["google"].is_open
    button = settings.engines.cards["google"].set_up
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert not settings.engines.cards["google"].is_open


def test_everything_that_takes_the_keyboard_has_a_name(settings: SettingsWindow) -> None:
    for card in settings.engines.cards.values():
        card.open_fields(on=True)
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QListWidget, QProgressBar)
    controls = [each for kind in kinds for each in settings.findChildren(kind)]
    controls = [each for each in controls if not each.isHidden()]
    for control in controls:
        words = control.text() if isinstance(control, QAbstractButton) else ""
        assert words or control.accessibleName(), control
    names = [each.accessibleName() for each in controls if isinstance(each, QLineEdit)]
    assert len(names) == len(set(names)) > 8


def test_the_keyboard_reaches_every_field_and_button_of_a_page(
    qtbot: QtBot, settings: SettingsWindow
) -> None:
    settings.show_engine("microsoft")
    fields = settings.engines.cards["microsoft"].fields
    assert fields
    wanted = {
        fields.address.field,
        fields.key.field,  # type: ignore[union-attr]
        fields.key.keep,  # type: ignore[union-attr]
        *fields.lines.values(),
        fields.check,
        *(c.set_up for c in settings.engines.cards.values() if c.set_up.isVisible()),
    }
    reached = set()
    for _ in range(60):
        qtbot.keyClick(settings.focusWidget() or settings, Qt.Key.Key_Tab)
        reached.add(settings.focusWidget())
    assert wanted <= reached


@pytest.mark.parametrize("size", [(640, 480), (820, 640)])
@pytest.mark.parametrize("pixels", [14, 28])
def test_no_text_is_cut(
    qtbot: QtBot, settings: SettingsWindow, size: tuple[int, int], pixels: int
) -> None:
    settings.setFont(fonts.font(fonts.HINDI, pixels))
    settings.resize(*size)
    settings.show_engine("microsoft")
    for page in pages(settings):
        settings.show_page(page)
        qtbot.waitUntil(lambda page=page: is_laid_out(page) and cut(page) == [])


def test_at_the_smallest_size_nothing_lies_beside_the_page(
    qtbot: QtBot, settings: SettingsWindow
) -> None:
    settings.resize(640, 480)
    settings.show_engine("microsoft")
    for page in pages(settings):
        settings.show_page(page)
        viewport = area_of(page).viewport()
        qtbot.waitUntil(lambda page=page, viewport=viewport: 0 < page.width() == viewport.width())


def test_settings_that_cannot_be_saved_hold_and_say_so(
    settings: SettingsWindow, own_home: Path
) -> None:
    (own_home / "settings.toml").mkdir()
    settings.show_page(settings.looks)
    press(settings.looks, "Larger")
    assert "could not be saved" in settings.note.said
    assert main_of(settings).core.settings.zoom == 110


def test_a_page_is_made_when_it_is_turned_to(qtbot: QtBot, settings: SettingsWindow) -> None:
    areas = {area.accessibleName(): area for area in settings.findChildren(QScrollArea)}
    qtbot.waitUntil(lambda: areas["Translation"].widget() is not None)
    assert areas["Offline model"].widget() is areas["Privacy"].widget() is None
    settings.list.setFocus()
    qtbot.keyClick(settings.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: areas["Offline model"].widget() is not None)
    assert areas["Offline model"].widget() is settings.model
    assert areas["Privacy"].widget() is None


@pytest.mark.parametrize("scrolls", [True, False])
def test_a_page_takes_the_keyboard_only_where_it_scrolls(
    qtbot: QtBot, settings: SettingsWindow, scrolls: bool
) -> None:
    settings.resize(640, 480)
    page = settings.engines if scrolls else settings.model
    settings.show_page(page)
    strong = Qt.FocusPolicy.StrongFocus
    qtbot.waitUntil(lambda: (area_of(page).focusPolicy() == strong) is scrolls)


# -- what messages offer --------------------------------------------------------------------


def test_an_engine_that_is_not_set_up_leads_to_its_fields(
    qtbot: QtBot, settings: SettingsWindow
) -> None:
    main = main_of(settings)
    settings.close()
    main.translating.choose("libretranslate")
    assert settings.isVisible()
    qtbot.waitUntil(lambda: settings.engines.cards["libretranslate"].is_open)
    field = settings.engines.cards["libretranslate"].fields.address.field  # type: ignore[union-attr]
    assert settings.focusWidget() is field
    main.translating.choose("firefox")
    qtbot.waitUntil(lambda: settings.model.isVisible())


def test_a_message_on_a_missing_key_opens_the_settings(
    qtbot: QtBot, reading: MainWindow, core: FakeCore
) -> None:
    reason = "Online wants a key. Give it in Settings."
    core.online.unavailable_reason = lambda: reason  # type: ignore[method-assign]
    core.save_settings(replace(core.settings, engine="online"))
    reading.actions_["translate_article"].trigger()
    assert reading.message.text == reason
    reading.message.answer_message()
    assert reading.configuring.window.isVisible()


def test_a_failed_run_that_settings_mend_offers_them(
    qtbot: QtBot, reading: MainWindow, core: FakeCore
) -> None:
    reason = "Fake wants a key. Give it in Settings."
    core.fake.unavailable_reason = lambda: reason  # type: ignore[method-assign]
    core.save_settings(replace(core.settings, engine="fake"))
    reading.actions_["translate_article"].trigger()
    qtbot.waitUntil(lambda: reading.message.text != "")
    assert reason in reading.message.text
    reading.message.answer_message()
    assert reading.configuring.window.isVisible()


# -- privacy --------------------------------------------------------------------------------


def test_the_lock_is_the_one_of_the_menu(settings: SettingsWindow) -> None:
    main = main_of(settings)
    settings.show_page(settings.privacy)
    settings.privacy.lock.click()
    assert main.core.settings.offline
    assert main.actions_["stay_offline"].isChecked()
    main.actions_["stay_offline"].trigger()
    assert not settings.privacy.lock.isChecked()


def test_leave_can_be_withdrawn(qtbot: QtBot, settings: SettingsWindow) -> None:
    main = main_of(settings)
    main._save(replace(main.core.settings, allowed=("one.example.org", "two.example.org")))
    settings.show_page(settings.privacy)
    press(settings.privacy, "Withdraw leave for one.example.org")
    assert main.core.settings.allowed == ("two.example.org",)
    qtbot.waitUntil(lambda: "one.example.org" not in texts(settings.privacy))
    press(settings.privacy, "Withdraw leave for two.example.org")
    qtbot.waitUntil(lambda: "Nobody." in texts(settings.privacy))


def test_every_contact_is_listed_with_its_reason(qtbot: QtBot, settings: SettingsWindow) -> None:
    main = main_of(settings)
    main._save(
        replace(main.core.settings, libretranslate_address="https://mine.example.org", offline=True)
    )
    settings.show_page(settings.privacy)
    contacts = [(each.host, f"{each.why}; {each.when}") for each in main.core.contacts()]
    said = {text for contact in contacts for text in contact}
    assert "mine.example.org" in said
    qtbot.waitUntil(lambda: said <= set(texts(settings.privacy)))


def test_where_keys_are_kept_is_said(qtbot: QtBot, settings: SettingsWindow) -> None:
    settings.show_page(settings.privacy)
    qtbot.waitUntil(lambda: "in the system's keyring" in settings.privacy.keys.text())


def test_that_there_is_no_keyring_is_said(
    qtbot: QtBot, keyring: MemoryKeyring, settings: SettingsWindow
) -> None:
    with used(no_keyring()):
        settings.show_page(settings.privacy)
        qtbot.waitUntil(lambda: "no keyring" in settings.privacy.keys.text())


# -- reading --------------------------------------------------------------------------------


def test_looks_change_at_once_and_are_kept(settings: SettingsWindow, own_home: Path) -> None:
    main = main_of(settings)
    settings.show_page(settings.looks)
    press(settings.looks, "Dark")
    assert main.theme.name == "dark"
    press(settings.looks, "Larger")
    press(settings.looks, "Check feeds every hour while Setu is open")
    assert main.feeding.checks_by_itself
    kept = load(own_home / "settings.toml")
    assert (kept.theme, kept.zoom, kept.check_feeds) == ("dark", 110, True)
    assert "110 %" in texts(settings.looks)
    press(settings.looks, "Smaller")
    press(settings.looks, "Light")
    assert (main.core.settings.zoom, main.theme.name) == (100, "light")


def test_the_page_follows_the_view_menu(settings: SettingsWindow) -> None:
    main_of(settings).actions_["theme_dark"].trigger()
    assert settings.looks.themes["dark"].isChecked()
