"""The offline model on the command line."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import paths
from reader.cli import models as command
from reader.cli.arguments import NO_ENGINE, WRONG_USAGE
from reader.translation.engines.firefox.engine import FirefoxEngine
from tests import fake_library
from tests.cli.running import Cli
from tests.records import FILES, RIGHT, Fault, RecordServer


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every model can be loaded, and answers with its first letters and the sentence."""
    fake_library.put(tmp_path, monkeypatch)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[RecordServer]:
    with RecordServer(FILES) as server:
        monkeypatch.setenv("SETU_MODELS_ADDRESS", server.records_address)
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "hi-en"
    folder.mkdir()
    for name, data in RIGHT.items():
        (folder / name).write_bytes(data.replace(bytes(range(5)), b"model"))
    return folder


def test_without_a_model_it_says_so(cli: Cli) -> None:
    said = cli("models").out
    assert said.startswith("No offline model is installed.\n")
    assert "gets it from firefox.settings.services.mozilla.com" in said
    assert cli("models", "list", "--json").json == {"model": None, "disk_used": 0}
    assert cli("models", "remove").out == "There was no offline model.\n"
    assert cli("models", "update").is_refusal(NO_ENGINE, "No offline model is installed")
    assert cli("models", "verify").is_refusal(NO_ENGINE, "No offline model is installed")


def test_a_model_is_installed_listed_and_removed(cli: Cli, server: RecordServer) -> None:
    said = cli("models", "install")
    assert said.status == 0
    assert "3.0 tiny from 127.0.0.1" in said.out.splitlines()[0]
    assert "0.0 MB to download" in said.out
    about = cli("models", "list", "--json").json
    assert about["model"]["version"] == "3.0"
    assert {file["name"] for file in about["model"]["files"]} == set(RIGHT)
    assert about["disk_used"] > about["model"]["size"] == sum(map(len, RIGHT.values()))
    assert "Firefox's model 3.0" in cli("models").out
    (engine,) = (e for e in cli("engines", "--json").json if e["name"] == "firefox")
    assert engine["available"]
    assert cli("models", "remove").out.endswith("freed.\n")
    assert cli("models", "list", "--json").json["model"] is None


def test_a_mirror_may_be_named(cli: Cli, server: RecordServer) -> None:
    address, server.base = server.records_address, f"{server.address}/files"
    os.environ.pop("SETU_MODELS_ADDRESS")
    assert cli("models", "install", "--from", address).status == 0
    assert cli("models", "list", "--json").json["model"]["origin"].startswith("127.0.0.1")


def test_an_update_comes_from_the_mirror_that_is_named(cli: Cli, server: RecordServer) -> None:
    address, server.base = server.records_address, f"{server.address}/files"
    os.environ["SETU_MODELS_ADDRESS"] = "http://127.0.0.1:9"
    cli("models", "install", "--from", address)
    said = cli("models", "update", "--from", address)
    assert (said.status, said.out) == (0, "Version 3.0 is the newest.\n")


def test_an_update_comes_from_where_the_model_came(
    cli: Cli, server: RecordServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SETU_MODELS_ADDRESS")
    cli("models", "install", "--from", server.records_address)
    server.version = "3.1"
    server.offer({name: (kind, data + b"!") for name, (kind, data) in FILES.items()})
    said = cli("models", "update").out.splitlines()
    host = server.address.removeprefix("http://")
    assert said[0] == f"Asking {host}, where the model came from; --from names another."
    assert said[-1].startswith("Installed: Firefox's model 3.1")
    assert f"Contact {host}: to get the offline model" in cli("doctor").out
    assert cli("models", "update").out.endswith("Version 3.1 is the newest.\n")


def test_an_update_of_a_model_from_files_says_first_whom_it_asks(
    cli: Cli, folder: Path, server: RecordServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("models", "install", "--from", folder)
    monkeypatch.delenv("SETU_MODELS_ADDRESS")
    monkeypatch.setattr("reader.translation.models.manager.RECORDS", server.records_address)
    host = server.address.removeprefix("http://")
    said = cli("models", "update").out.splitlines()
    assert said[0] == f"Asking {host}, for yours came from files; --from names another."


@pytest.mark.usefixtures("far")
def test_no_update_is_asked_for_while_offline(
    cli: Cli, server: RecordServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SETU_MODELS_ADDRESS")
    cli("models", "install", "--from", server.records_address)
    server.paths.clear()
    paths.config_file().parent.mkdir(parents=True, exist_ok=True)
    paths.config_file().write_text("offline = true\n", "utf-8")
    said = cli("models", "update")
    assert said.status == NO_ENGINE
    assert "Stay offline is on." in said.err
    assert server.paths == []


@pytest.mark.parametrize(
    ("start", "words"), [(b"bad", "not a model"), (b"die", "its process ended")]
)
def test_what_comes_whole_and_does_not_load_is_not_to_be_got_again(
    cli: Cli, server: RecordServer, start: bytes, words: str
) -> None:
    server.offer({name: (kind, start + data) for name, (kind, data) in FILES.items()})
    for _ in range(2):
        said = cli("models", "install")
        assert said.status == WRONG_USAGE
        assert f"cannot be loaded here: {words}" in said.err
        assert "getting it again will not help" in said.err
        assert cli("models", "list", "--json").json == {"model": None, "disk_used": 0}


def test_a_model_that_no_longer_loads_is_not_to_be_got_again(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("models", "install", "--from", folder)
    monkeypatch.setenv("SETU_TEST_REFUSE", "1")
    said = cli("translate", "-", "--engine", "firefox", stdin="पानी ठंडा है।".encode())
    assert said.is_refusal(NO_ENGINE, "cannot be loaded", "getting it again will not help")
    assert "getting it again will not help" in cli("models", "verify").err
    assert "Engine firefox: The model cannot be loaded here" in cli("doctor").out


def test_an_update_is_got_only_when_there_is_one(cli: Cli, server: RecordServer) -> None:
    cli("models", "install")
    assert cli("models", "update").out == "Version 3.0 is the newest.\n"
    server.version = "3.1"
    server.offer({name: (kind, data + b"!") for name, (kind, data) in FILES.items()})
    assert cli("models", "update").out.splitlines()[-1].startswith("Installed: Firefox's model 3.1")


def test_files_at_hand_are_taken(cli: Cli, folder: Path) -> None:
    assert "from your files" in cli("models", "install", "--from", folder).out
    cli("models", "remove")
    named = [word for path in folder.iterdir() for word in ("--from", path)]
    assert "from your files" in cli("models", "install", *named).out
    assert cli("models", "install", "--from", "nowhere").is_refusal(
        WRONG_USAGE, "nowhere is not there"
    )
    (folder / "vocab.hien.spm").unlink()
    assert cli("models", "install", "--from", folder).is_refusal(WRONG_USAGE, "not the files")


def test_a_cut_is_said_and_gone_on_from(cli: Cli, server: RecordServer) -> None:
    server.faults.append(Fault(cut_at=50))
    said = cli("models", "install")
    assert said.status == NO_ENGINE
    assert "broke off" in said.err
    assert cli("models", "list", "--json").json["disk_used"] > 0
    assert "no whole model: models install completes it" in cli("models").out
    assert cli("models", "install").status == 0
    assert "bytes=50-" in server.ranges


def test_a_model_is_verified(cli: Cli, folder: Path, tmp_path: Path) -> None:
    cli("models", "install", "--from", folder)
    assert "the model loads" in cli("models", "verify").out
    assert re.search(r"Offline model: own-\w+ from your files, whole, 0\.0 MB", cli("doctor").out)
    hindi = [f"यह वाक्य संख्या {n} है।" for n in range(120)]
    (tmp_path / "f.hi").write_text("\n".join(hindi), "utf-8")
    english = [f"model: {text}" for text in hindi[:100]] + ["other words here"] * 20
    (tmp_path / "f.en").write_text("\n".join(english), "utf-8")
    said = cli("models", "verify", "f.hi", "f.en")
    assert "BLEU 100.0 for 100 sentences." in said.out
    assert "36.2 on all 997" in said.out


def test_texts_that_do_not_go_together_are_refused(cli: Cli, folder: Path, tmp_path: Path) -> None:
    cli("models", "install", "--from", folder)
    (tmp_path / "f.hi").write_text("एक।\nदो।\n", "utf-8")
    (tmp_path / "f.en").write_text("One.\n", "utf-8")
    said = cli("models", "verify", "f.hi", "f.en")
    assert said.status != 0
    assert "number of lines" in said.err


def test_a_broken_model_is_told(cli: Cli, folder: Path) -> None:
    cli("models", "install", "--from", folder)
    path = next(paths.models_folder().rglob("vocab.hien.spm"))
    path.write_bytes(path.read_bytes()[::-1])
    doctor = cli("doctor").out
    assert "vocab.hien.spm is not what was installed; get it again" in doctor
    assert "Engine firefox: vocab.hien.spm is not what was installed. Get it again, in" in doctor
    (engine,) = (e for e in cli("engines", "--json").json if e["name"] == "firefox")
    assert not engine["available"]
    said = cli("translate", "-", "--engine", "firefox", stdin="पानी ठंडा है।".encode())
    assert said.is_refusal(NO_ENGINE, "with setu-reader models install")
    assert cli("models", "verify").is_refusal(NO_ENGINE, "vocab.hien.spm is not what was installed")


def test_texts_may_lie_at_addresses(cli: Cli, folder: Path, server: RecordServer) -> None:
    cli("models", "install", "--from", folder)
    server.packed = {"f.hi": "एक।".encode(), "f.en": "model: एक। एक। एक।".encode()}
    said = cli("models", "verify", f"{server.base}f.hi", f"{server.base}f.en")
    assert "for 1 sentences" in said.out
    said = cli("models", "verify", f"{server.base}f.hi", f"{server.base}nothing")
    assert "no text at one of the addresses" in said.err


@pytest.mark.parametrize(
    "words",
    [
        ("verify", "a"),
        ("list", "a", "b"),
        ("update", "--from", "x"),
        ("remove", "--from", "https://a.test"),
        ("install", "--from", "https://a.test", "--from", "b"),
        ("install", "--from", "https://a.test", "--from", "https://b.test"),
        ("burn",),
    ],
)
def test_wrong_usage(cli: Cli, words: tuple[str, ...]) -> None:
    assert cli("models", *words).status == WRONG_USAGE


def test_where_no_model_runs_none_is_downloaded(
    cli: Cli, server: RecordServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FirefoxEngine, "runs_here", property(lambda _: False))
    monkeypatch.setattr(
        FirefoxEngine, "unavailable_reason", lambda _: "Firefox's models cannot be run."
    )
    assert cli("models", "install").is_refusal(NO_ENGINE, "cannot be run")
    assert server.paths == []


@pytest.mark.skipif(os.name != "posix", reason="needs the signal of Ctrl-C")
def test_ctrl_c_keeps_what_has_come(cli: Cli, server: RecordServer, own_home: Path) -> None:
    server.faults.extend([Fault(), Fault(stall=True)])
    program = subprocess.Popen(
        [sys.executable, "-m", "reader", "models", "install"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stalled.wait(20)
    program.send_signal(signal.SIGINT)
    _, said = program.communicate(timeout=20)
    assert program.returncode == 130
    assert "the same command goes on from there" in said
    assert "Traceback" not in said
    server.closing.set()
    server.ranges.clear()
    assert cli("models", "install").status == 0
    assert len(server.ranges) == 2


def test_progress_is_shown_to_a_person(
    cli: Cli, server: RecordServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[int, int, str]] = []
    monkeypatch.setattr(command, "_show_count", lambda *count: shown.append(count))
    cli("models", "install")
    assert {what for _, _, what in shown} == {"MB"}


def test_a_wrong_address_is_to_be_checked(cli: Cli, server: RecordServer, dead_port: int) -> None:
    dead = cli("models", "install", "--from", f"http://127.0.0.1:{dead_port}/records")
    assert dead.is_refusal(NO_ENGINE, "no server listens there", "in Settings or after --from")
    other = cli("models", "install", "--from", f"{server.address}/nothing")
    assert other.is_refusal(NO_ENGINE, "no list of models there", "in Settings or after --from")
