"""Before text leaves this machine for the first time, the command line asks and says to whom."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from reader import paths, settings
from reader.settings import AUTOMATIC, Settings
from tests.cli.running import HINDI_SENTENCES, Cli, states
from tests.servers import GoogleServer


def agreed() -> tuple[str, ...]:
    return settings.load(paths.config_file()).allowed


@pytest.mark.usefixtures("far")
@pytest.mark.parametrize("command", ["translate", "export", "snapshot"])
def test_nothing_is_sent_unasked(
    cli: Cli, article: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = (
        () if command == "translate" else ("-o", "out.png" if command == "snapshot" else "o.md")
    )
    with GoogleServer() as server:
        monkeypatch.setenv("SETU_GOOGLE_ADDRESS", server.address)
        said = cli(command, article, *output, "--engine", "google")
        assert server.requests == []
    host = server.address.removeprefix("http://")
    assert said.is_refusal(4, f"Google Translate at {host}", "--agree")
    assert agreed() == ()


@pytest.mark.usefixtures("far")
def test_who_agrees_is_not_asked_again(
    cli: Cli, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with GoogleServer() as server:
        monkeypatch.setenv("SETU_GOOGLE_ADDRESS", server.address)
        first = cli("translate", article, "--engine", "google", "--json", "--agree")
        again = cli("translate", article, "--engine", "google", "--json")
    assert states(first) == {"machine": HINDI_SENTENCES}
    assert states(again) == {"cached": HINDI_SENTENCES}
    kept = settings.load(paths.config_file())
    assert kept == Settings(allowed=(server.address.removeprefix("http://"),))
    assert kept.engine == AUTOMATIC


@pytest.mark.usefixtures("far")
def test_an_address_says_who_receives_it(cli: Cli, article: Path) -> None:
    with GoogleServer() as server:
        address = ("--engine", "google", "--address", server.address)
        said = cli("translate", article, *address, "--json")
    assert states(said) == {"machine": HINDI_SENTENCES}
    assert agreed() == ()


@pytest.mark.usefixtures("far")
def test_an_agreement_that_cannot_be_kept_holds_for_once(
    cli: Cli, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings, "save", full)
    with GoogleServer() as server:
        monkeypatch.setenv("SETU_GOOGLE_ADDRESS", server.address)
        said = cli("translate", article, "--engine", "google", "--json", "--agree")
    assert states(said) == {"machine": HINDI_SENTENCES}
    assert "could not be kept" in said.err


_FAR = """
import sys
from reader.translation.engines import http
http.is_this_machine = lambda _: False
from reader.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(("answer", "status"), [(b"y\n", 0), (b"\n", 4), (b"no\n", 4)])
def test_a_person_is_asked(
    article: Path, answer: bytes, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = pty.openpty()
    with GoogleServer() as server:
        monkeypatch.setenv("SETU_GOOGLE_ADDRESS", server.address)
        monkeypatch.setenv("NO_PROXY", "*")
        program = subprocess.Popen(
            [sys.executable, "-c", _FAR, "translate", str(article), "--engine", "google"],
            stdin=theirs,
            stdout=subprocess.DEVNULL,
            stderr=theirs,
        )
        os.close(theirs)
        asked = b""
        while b"[y/N] " not in asked:
            asked += os.read(ours, 1000)  # raises OSError where the program ends without asking
        os.write(ours, answer)
        assert program.wait(60) == status
        os.close(ours)
        assert bool(server.requests) is (status == 0)
    host = server.address.removeprefix("http://")
    assert f"Google Translate at {host} will receive" in asked.decode()
    assert agreed() == ((host,) if status == 0 else ())
