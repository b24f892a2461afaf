"""The command line in this process, in an empty folder."""

import io
import socket
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from reader.__main__ import main
from reader.translation import traffic
from tests.articles import ARTICLE
from tests.cli.running import Cli, Said
from tests.fakes import FakeClock


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    """Run the command line in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.excepthook", sys.excepthook)  # Put back afterwards.
    monkeypatch.setenv("NO_PROXY", "*")
    for name in ("SETU_GOOGLE_ADDRESS", "SETU_LIBRETRANSLATE_ADDRESS", "SETU_CHAT_ADDRESS"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: object, stdin: bytes = b"") -> Said:
        monkeypatch.setattr(
            "sys.stdin", SimpleNamespace(buffer=io.BytesIO(stdin), isatty=lambda: False)
        )
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as end:
            status = int(end.code or 0)
        captured = capsys.readouterr()
        return Said(status, captured.out, captured.err)

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits between tries, which are not waited for."""
    clock = FakeClock()
    monkeypatch.setattr(traffic, "SystemClock", lambda: clock)
    return clock.pauses


@pytest.fixture
def dead_port() -> int:
    """A port of this machine on which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
