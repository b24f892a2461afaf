"""The settings of engines, as a person fills them in, against servers on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.keys import SERVICE
from reader.settings import load
from reader.translation.engines.table import REMOTE
from reader.ui.engine_facts import FACTS
from reader.ui.engine_fields import EngineFields
from reader.ui.key_field import KeyField
from reader.ui.main_window import MainWindow
from reader.ui.settings_window import SettingsWindow
from tests.keyed_servers import KEY, DeepLServer, KeyedServer, MicrosoftServer
from tests.keyrings import MemoryKeyring, no_keyring, used
from tests.servers import LibreTranslateServer, Mode

KEYED = {"deepl": DeepLServer, "microsoft": MicrosoftServer}


@pytest.fixture(params=KEYED)
def keyed(request: pytest.FixtureRequest) -> Iterator[tuple[str, KeyedServer]]:
    with KEYED[request.param]() as server:
        yield request.param, server


def main_of(settings: SettingsWindow) -> MainWindow:
    main = settings.parentWidget()
    assert isinstance(main, MainWindow)
    return main


def fields_of(settings: SettingsWindow, name: str) -> EngineFields:
    settings.show_engine(name)
    fields = settings.engines.cards[name].fields
    assert fields
    return fields


def key_of(settings: SettingsWindow, name: str) -> KeyField:
    key = fields_of(settings, name).key
    assert key
    return key


def set_address(settings: SettingsWindow, name: str, address: str) -> None:
    field = fields_of(settings, name).address.field
    field.setText(address)
    field.editingFinished.emit()


def give_key(qtbot: QtBot, settings: SettingsWindow, name: str, value: str = KEY) -> None:
    key = key_of(settings, name)
    key.field.setText(value)
    key.keep.click()
    qtbot.waitUntil(key.remove.isVisible)


def check(qtbot: QtBot, settings: SettingsWindow, name: str) -> str:
    """Press Check; what is said of it."""
    fields = fields_of(settings, name)
    fields.check.click()
    qtbot.waitUntil(lambda: fields.check.text() == "Check")
    return fields.note.said


def offered(settings: SettingsWindow) -> list[str]:
    return [engine.name for engine in main_of(settings).core.offered()]


def test_every_engine_has_a_card_and_every_remote_one_fields(settings: SettingsWindow) -> None:
    cards = settings.engines.cards
    assert list(cards) == ["automatic", *main_of(settings).core.engines()]
    for card in cards.values():
        card.open_fields(on=True)
    assert {name for name, card in cards.items() if card.fields} == set(REMOTE)


def test_every_remote_engine_is_explained(settings: SettingsWindow) -> None:
    for name in REMOTE:
        shown = [label.text() for label in fields_of(settings, name).findChildren(QLabel)]
        assert FACTS[name].what in shown


def test_an_engine_is_taken_at_once(settings: SettingsWindow, own_home: Path) -> None:
    main = main_of(settings)
    settings.engines.cards["gloss"].radio.click()
    assert load(own_home / "settings.toml").engine == "gloss"
    assert main.translating.label == "Dictionary gloss"
    settings.engines.cards["automatic"].radio.click()
    assert main.core.settings.engine == "automatic"
    assert not settings.engines.cards["gloss"].radio.isChecked()


def test_an_engine_that_is_not_ready_cannot_be_taken(settings: SettingsWindow) -> None:
    cards = settings.engines.cards
    for name in ("firefox", "libretranslate", "microsoft", "deepl"):
        assert not cards[name].radio.isEnabled()
    assert cards["google"].radio.isEnabled()
    assert cards["libretranslate"].state.text() == (
        "No LibreTranslate address is set. Give it here."
    )


def test_who_receives_the_text_is_said(settings: SettingsWindow) -> None:
    main, card = main_of(settings), settings.engines.cards["google"]
    assert "translate.google.com would receive" in card.state.text()
    assert "asked first" in card.state.text()
    main._save(replace(main.core.settings, allowed=("translate.google.com",)))
    assert "you have agreed" in card.state.text()
    set_address(settings, "google", "http://localhost:9")
    assert "nothing leaves it" in card.state.text()


def test_the_offline_model_has_a_page_of_its_own(settings: SettingsWindow) -> None:
    settings.engines.cards["firefox"].set_up.click()
    assert settings.model.isVisible()


def test_an_address_is_kept_and_used_at_once(settings: SettingsWindow, own_home: Path) -> None:
    set_address(settings, "libretranslate", " http://localhost:5000 ")
    assert load(own_home / "settings.toml").libretranslate_address == "http://localhost:5000"
    assert settings.engines.cards["libretranslate"].radio.isEnabled()
    settings.engines.cards["libretranslate"].radio.click()
    assert main_of(settings).translating.label == "LibreTranslate"
    set_address(settings, "libretranslate", "")
    assert load(own_home / "settings.toml").libretranslate_address == ""


@pytest.mark.parametrize("address", ["not an address", "ftp://x", "https://me:word@x.example"])
def test_a_wrong_address_is_told_in_place_and_not_kept(
    settings: SettingsWindow, address: str
) -> None:
    set_address(settings, "libretranslate", address)
    fields = fields_of(settings, "libretranslate")
    assert "not the address of a server" in fields.address.note.said
    assert main_of(settings).core.settings.libretranslate_address == ""
    set_address(settings, "libretranslate", "http://localhost:5000")
    assert fields.address.note.said == ""


def test_what_is_being_typed_is_not_overwritten(settings: SettingsWindow) -> None:
    field = fields_of(settings, "libretranslate").address.field
    field.setText("http://loc")
    main_of(settings).actions_["stay_offline"].trigger()
    assert field.text() == "http://loc"


def test_region_and_model_are_kept(settings: SettingsWindow, own_home: Path) -> None:
    for name, facts in FACTS.items():
        for line in facts.lines if name in REMOTE else ():
            field = fields_of(settings, name).lines[line.setting]
            field.setText(" centralindia ")
            field.editingFinished.emit()
            assert getattr(load(own_home / "settings.toml"), line.setting) == "centralindia"


# -- keys -----------------------------------------------------------------------------------


def test_a_key_goes_to_the_keyring_and_is_shown_no_more(
    qtbot: QtBot, settings: SettingsWindow, keyring: MemoryKeyring, own_home: Path
) -> None:
    give_key(qtbot, settings, "deepl")
    assert keyring.kept == {(SERVICE, "deepl"): KEY}
    key = key_of(settings, "deepl")
    assert key.field.text() == ""
    assert "system's keyring" in key.held.text()
    assert KEY not in (own_home / "settings.toml").read_text()
    assert load(own_home / "settings.toml").keyed == ("deepl",)
    key.remove.click()
    qtbot.waitUntil(key.field.isVisible)
    assert keyring.kept == {}
    assert load(own_home / "settings.toml").keyed == ()
    assert settings.focusWidget() is key.field


def test_without_a_keyring_it_is_said_and_the_key_held(
    qtbot: QtBot, keyring: MemoryKeyring, settings: SettingsWindow, own_home: Path
) -> None:
    with used(no_keyring()):
        key = key_of(settings, "deepl")
        qtbot.waitUntil(lambda: "no keyring" in key.note.said)
        give_key(qtbot, settings, "deepl")
        assert "until Setu is closed" in key.held.text()
        assert main_of(settings).core.has_key("deepl")
        assert load(own_home / "settings.toml").keyed == ()


def test_an_empty_key_is_not_kept(settings: SettingsWindow, keyring: MemoryKeyring) -> None:
    key = key_of(settings, "deepl")
    key.keep.click()
    assert "Type or paste" in key.note.said
    assert keyring.kept == {}


def test_a_key_of_the_environment_cannot_be_removed(
    qtbot: QtBot, settings: SettingsWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SETU_DEEPL_KEY", KEY)
    settings.refresh()
    key = key_of(settings, "deepl")
    assert key.remove.isVisible()
    key.remove.click()
    qtbot.waitUntil(lambda: "environment" in key.note.said)


# -- checking -------------------------------------------------------------------------------


def test_a_keyed_engine_is_offered_once_its_list_has_hindi(
    qtbot: QtBot, settings: SettingsWindow, keyed: tuple[str, KeyedServer], own_home: Path
) -> None:
    name, server = keyed
    set_address(settings, name, server.address)
    give_key(qtbot, settings, name)
    assert name not in offered(settings)
    assert "not known yet" in settings.engines.cards[name].state.text()
    said = check(qtbot, settings, name)
    assert said.startswith("It answers, and translates Hindi.")
    assert ("takes the key" in said) is (name == "microsoft")  # whose list anybody gets
    assert name in offered(settings)
    assert settings.engines.cards[name].radio.isEnabled()
    assert load(own_home / "settings.toml").listed == (name,)


def test_an_engine_without_hindi_is_not_offered(
    qtbot: QtBot, settings: SettingsWindow, keyed: tuple[str, KeyedServer]
) -> None:
    name, server = keyed
    set_address(settings, name, server.address)
    give_key(qtbot, settings, name)
    check(qtbot, settings, name)
    server.languages = ("en", "fr")
    assert check(qtbot, settings, name) == "It answers, but does not translate Hindi."
    assert name not in offered(settings)
    assert not settings.engines.cards[name].radio.isEnabled()


def test_another_address_is_to_be_checked_anew(
    qtbot: QtBot, settings: SettingsWindow, keyed: tuple[str, KeyedServer]
) -> None:
    name, server = keyed
    set_address(settings, name, server.address)
    give_key(qtbot, settings, name)
    check(qtbot, settings, name)
    set_address(settings, name, "https://other.example.org")
    assert name not in offered(settings)
    assert fields_of(settings, name).note.said == ""


def test_a_wrong_key_is_told_in_place(qtbot: QtBot, settings: SettingsWindow) -> None:
    with DeepLServer() as server:
        set_address(settings, "deepl", server.address)
        give_key(qtbot, settings, "deepl", "wrong")
        said = check(qtbot, settings, "deepl")
    assert "does not take the key" in said
    assert "wrong" not in said


def test_libretranslate_is_checked_too(qtbot: QtBot, settings: SettingsWindow) -> None:
    with LibreTranslateServer() as server:
        set_address(settings, "libretranslate", server.address)
        assert "translates Hindi" in check(qtbot, settings, "libretranslate")
    assert "cannot be reached" in check(qtbot, settings, "libretranslate")


def test_a_check_while_offline_asks_nobody(qtbot: QtBot, settings: SettingsWindow) -> None:
    main_of(settings).actions_["stay_offline"].trigger()
    assert "Stay offline is on" in check(qtbot, settings, "google")


@pytest.mark.parametrize("way", ["button", "status", "offline"])
def test_a_check_can_be_given_up(qtbot: QtBot, settings: SettingsWindow, way: str) -> None:
    main = main_of(settings)
    with LibreTranslateServer(mode=Mode.DELAY) as server:
        server.delay = 20.0
        set_address(settings, "google", server.address)
        fields = fields_of(settings, "google")
        fields.check.click()
        assert fields.check.text() == "Stop"
        assert main.status.errand_told == "Checking Google Translate …"
        {
            "button": fields.check.click,
            "status": main.actions_["cancel"].trigger,
            "offline": main.actions_["stay_offline"].trigger,
        }[way]()
        assert fields.check.text() == "Check"
        assert fields.note.said == ""
        qtbot.waitUntil(lambda: not main.session.errands.busy)
