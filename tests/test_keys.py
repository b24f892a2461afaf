"""Keys: in the keyring, in memory where there is none, from the environment before both."""

from collections.abc import Iterator

import pytest

from reader.keys import SERVICE, Keys
from tests.keyrings import MemoryKeyring, no_keyring, used


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    backend = MemoryKeyring()
    with used(backend):
        yield backend


def test_a_key_is_kept_in_the_keyring(ring: MemoryKeyring) -> None:
    assert Keys().put("deepl", "secret")
    assert ring.kept == {(SERVICE, "deepl"): "secret"}
    later = Keys()
    assert later.has("deepl", ["deepl"])
    assert later.get("deepl") == "secret"
    assert later.missing_reason() == ""


def test_a_removed_key_is_gone_from_the_keyring(ring: MemoryKeyring) -> None:
    keys = Keys()
    keys.put("deepl", "secret")
    keys.remove("deepl")
    keys.remove("deepl")
    assert not ring.kept
    assert keys.get("deepl") == ""
    assert not keys.has("deepl", [])


def test_without_a_keyring_a_key_is_held_for_the_run() -> None:
    with used(no_keyring()):
        keys = Keys()
        assert "no keyring" in keys.missing_reason()
        assert not keys.put("deepl", "secret")
        assert keys.get("deepl") == "secret"
        assert keys.has("deepl", [])
        assert Keys().get("deepl") == ""


def test_the_environment_goes_before(ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = Keys()
    keys.put("deepl", "secret")
    monkeypatch.setenv("SETU_DEEPL_KEY", "given")
    assert keys.get("deepl") == "given"
    keys.remove("deepl")
    assert keys.has("deepl", [])
