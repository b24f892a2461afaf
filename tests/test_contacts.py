"""Who can be contacted, and why."""

from dataclasses import replace

import pytest

from reader.contacts import contacts
from reader.settings import ADDRESSED, Settings
from reader.translation.engines.table import REMOTE, TABLE


def hosts(settings: Settings) -> set[str]:
    return {contact.host for contact in contacts(settings)}


def test_every_engine_that_can_reach_out_is_listed() -> None:
    assert set(REMOTE) == set(TABLE) & set(ADDRESSED)
    far = {f"{name}_address": f"https://{name}.example/path?key=1" for name in REMOTE}
    told = contacts(replace(Settings(), **far))  # type: ignore[arg-type]
    for name, (label, _) in REMOTE.items():
        (contact,) = (each for each in told if each.host == f"{name}.example")
        assert label in contact.why
        assert "after you agreed" in contact.when
    assert "key=1" not in str(told)


def test_the_usual_ones_are_named() -> None:
    assert hosts(Settings()) >= {
        "translate.google.com",
        "api.mymemory.translated.net",
        "firefox.settings.services.mozilla.com",
        "firefox-settings-attachments.cdn.mozilla.net",
        "the addresses you open, and where they lead",
        "the address you give",
    }


def test_a_mirror_takes_the_place_of_mozilla() -> None:
    told = hosts(Settings(models_address="http://localhost:8000/records"))
    assert "localhost:8000" in told
    assert not [host for host in told if "mozilla" in host]


@pytest.mark.parametrize("on", [True, False])
def test_feeds_are_asked_by_themselves_only_where_that_is_turned_on(on: bool) -> None:
    (feeds,) = (c for c in contacts(Settings(check_feeds=on)) if "feeds" in c.host)
    assert ("every hour" in feeds.when) is on


def test_a_server_of_this_computer_is_called_so() -> None:
    told = hosts(Settings(libretranslate_address="http://localhost:5000"))
    assert "localhost:5000 (this computer)" in told


def test_an_address_with_a_password_is_not_shown() -> None:
    settings = Settings(
        libretranslate_address="https://meera:secret@private.example",
        models_address="https://meera:secret@private.example/records",
    )
    assert not [host for host in hosts(settings) if "private" in host or "secret" in host]
