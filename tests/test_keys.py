"""Engines' keys: in the keyring or in memory, and in nothing that Setu writes, says or asks."""

import json
import logging
import traceback
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from reader import faults, paths, settings
from reader.app import Core
from reader.errors import EngineError
from reader.keys import Keys
from reader.settings import ADDRESSED, LISTED, Settings
from reader.translation.engines.table import TABLE
from tests.cli.conftest import article, cli  # noqa: F401 - fixtures
from tests.cli.running import Cli
from tests.servers import Handler, Mode, Request, Server

KEY = "planted-7c1e-key"
WITHOUT = ("google", "mymemory")
KEYED = [name for name in TABLE if name in ADDRESSED and name not in WITHOUT]


class Held(KeyringBackend):
    """A keyring of the system's."""

    priority = 5.0

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class InAFile(Held):
    """One that would write its passwords to a file."""

    priority = 0.5


class Broken(Held):
    """One whose daemon is gone."""

    error: Exception = RuntimeError("no such bus")

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error

    def delete_password(self, service: str, username: str) -> None:
        raise self.error


class Locked(Broken):
    """One that the reader did not unlock."""

    error = KeyringLocked("the prompt was dismissed")


@pytest.fixture
def backend(request: pytest.FixtureRequest) -> Iterator[Held]:
    before = keyring.get_keyring()
    made: Held = getattr(request, "param", Held)()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_a_key_is_kept_in_the_keyring(backend: Held) -> None:
    keys = Keys()
    assert keys.get("deepl") == ""
    assert keys.put("deepl", KEY)
    assert Keys().get("deepl") == KEY
    assert keys.missing_reason() == ""
    keys.remove("deepl")
    assert keys.get("deepl") == Keys().get("deepl") == ""
    assert backend.kept == {}


@pytest.mark.parametrize("backend", [InAFile, Broken, Locked], indirect=True)
def test_without_a_keyring_it_is_held_for_this_run(backend: Held) -> None:
    keys = Keys()
    assert not keys.put("deepl", KEY)
    assert keys.get("deepl") == KEY
    assert keys.has("deepl", ())
    assert Keys().get("deepl") == ""
    assert backend.kept == {}
    keys.remove("deepl")
    assert keys.get("deepl") == ""


@pytest.mark.parametrize("backend", [InAFile], indirect=True)
def test_that_there_is_none_is_said(backend: Held, cli: Cli) -> None:  # noqa: F811
    assert "no keyring" in Keys().missing_reason()
    assert "Keyring: This system has no keyring" in cli("doctor").out


def test_the_environment_goes_before(backend: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = Keys()
    keys.put("deepl", "other")
    monkeypatch.setenv("SETU_DEEPL_KEY", KEY)
    assert keys.get("deepl") == KEY
    assert keys.has("microsoft", ("microsoft",))
    assert not keys.has("microsoft", ())


# -- a planted key --------------------------------------------------------------------------


class _Telltale(Handler):
    """Answers every question, well or badly, with all that it was told."""

    def do_GET(self) -> None:  # noqa: N802
        body = self.rfile.read(int(self.headers["Content-Length"] or 0)).decode()
        owner = self.server.owner
        owner.requests.append(Request(self.command, self.path, f"{self.headers}{body}"))
        self.misbehave(owner.next_mode(), self.complaint(200), "application/json")

    do_POST = do_GET  # noqa: N815

    def complaint(self, status: int) -> str:
        told = self.server.owner.requests[-1]
        return json.dumps({"error": {"code": status, "message": str(told)}, "message": str(told)})


class Telltale(Server):
    handler = _Telltale


QUICK = [mode for mode in Mode if mode not in (Mode.DELAY, Mode.DRIP, Mode.HUGE)]


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> Iterator[Telltale]:
    """Every engine's key is planted, and its server a telltale."""
    with Telltale() as server:
        addresses = {f"{name}_address": server.address for name in ADDRESSED}
        chosen = Settings(listed=LISTED, keyed=ADDRESSED, chat_model="any", **addresses)  # type: ignore[arg-type]
        settings.save(chosen, paths.config_file())
        monkeypatch.setenv("NO_PROXY", "*")
        yield server


@pytest.mark.parametrize("mode", QUICK)
@pytest.mark.parametrize("name", KEYED)
def test_no_error_has_the_key(
    planted: Telltale, backend: Held, caplog: pytest.LogCaptureFixture, name: str, mode: Mode
) -> None:
    caplog.set_level(logging.DEBUG)
    planted.mode = mode
    core = Core(None, paths.config_file())
    assert core.put_key(name, KEY)
    said = []
    for way in (
        lambda: list(core.engines()[name].translate(["नदी शांत है।"])),
        lambda: core.probe(name, Event()),
    ):
        try:
            way()
        except EngineError as error:
            said += [repr(error), str(error), *traceback.format_exception(error)]
    core.close()
    assert said
    assert any(KEY in request.body for request in planted.requests)
    assert not any(KEY in request.path for request in planted.requests)
    assert KEY not in "".join(said)
    assert KEY not in caplog.text


@pytest.mark.parametrize("name", KEYED)
@pytest.mark.parametrize("mode", [Mode.REFUSE, Mode.GARBAGE, Mode.DROP])
def test_nothing_that_is_written_or_printed_has_the_key(
    planted: Telltale,
    backend: Held,
    cli: Cli,  # noqa: F811
    article: Path,  # noqa: F811
    own_home: Path,
    name: str,
    mode: Mode,
) -> None:
    planted.mode = mode
    core = Core(paths.library_file(), paths.config_file())
    core.put_key(name, KEY)
    core.save_settings(core.settings)
    core.close()
    said = [
        cli("translate", article, "--engine", name, "--json"),
        cli("translate", article, "--engine", name),
        *(cli("export", article, "--engine", name, "-o", f"o.{end}") for end in ("md", "html")),
        cli("export", article, "-o", "out.json"),
        cli("engines", "--json"),
        cli("doctor"),
    ]
    assert any(KEY in request.body for request in planted.requests)
    assert not [each for each in said if KEY in f"{each.out}{each.err}"]
    folders = (own_home, article.parent)
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert {"settings.toml", "library.sqlite", "out.json"} <= {path.name for path in files}
    assert not [path for path in files if KEY.encode() in path.read_bytes()]


@pytest.mark.parametrize("name", KEYED)
@pytest.mark.parametrize("key", ["मीरा", "two\nlines", "a\x00b", "“quoted”"])
def test_what_cannot_be_a_key_is_refused_in_words(
    planted: Telltale, backend: Held, name: str, key: str
) -> None:
    core = Core(None, paths.config_file())
    core.put_key(name, key)
    with pytest.raises(EngineError) as caught:
        list(core.engines()[name].translate(["नदी शांत है।"]))
    core.close()
    if name != "libretranslate":  # which takes it in the body
        assert "characters that no key has" in caught.value.what
    assert key not in "".join(traceback.format_exception(caught.value))


def test_what_nobody_foresaw_is_logged_without_the_key() -> None:
    with pytest.raises(RuntimeError) as caught:
        raise RuntimeError(f"deep inside: {KEY}")
    assert KEY not in faults.report(caught.value, caught.tb)
