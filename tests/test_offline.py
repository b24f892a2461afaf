"""Stay offline: no way out opens a socket; and nothing does that was not asked to."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader import offline
from reader.app import Core
from reader.settings import ADDRESSED, Settings
from reader.translation.engines.table import TABLE
from tests import fake_library
from tests.articles import ARTICLE

_RECORDER = """
import os, socket, sys
_log = os.open(os.environ["SETU_SOCKETS"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
_HARMLESS = ("socket.gethostname",)

def _note(event, arguments):
    if not event.startswith("socket.") or event in _HARMLESS:
        return
    is_of_files = arguments[1:2] == (socket.AF_UNIX,) or getattr(arguments[0], "family", 0) == 1
    if not is_of_files:
        os.write(_log, f"{event} {arguments[1:]}\\n".encode())

sys.addaudithook(_note)
"""
"""Put where Python looks at its start, so that no process that comes of a test is missed."""

_PROBE = [f"socket.__new__ ({socket.AF_INET6:d}, 1, 0)", "socket.bind (('::1', 0),)"]
_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from reader import paths
from reader.app import Core
from reader.ui import window

def leave():
    (shown,) = (w for w in app.topLevelWidgets() if isinstance(w, window.MainWindow))
    if shown.session.document and shown.is_settled:
        shown.close()

app = window.application()
timer = QTimer(interval=10)
timer.timeout.connect(leave)
timer.start()
core = Core(paths.library_file(), paths.config_file())
window.run(core, sys.argv[1])
core.close()
"""
COMMANDS = (
    ["doctor"],
    ["engines"],
    ["models"],
    ["feeds"],
    ["show", "article.txt"],
    ["analyse", "article.txt", "--json"],
    ["translate", "article.txt"],
    ["export", "article.txt", "-o", "out.html"],
    ["snapshot", "sample", "-o", "out.png"],
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "recorder").mkdir()
    (tmp_path / "recorder" / "sitecustomize.py").write_text(_RECORDER)
    return tmp_path


def recorded(folder: Path, *arguments: str) -> dict[str, list[str]]:
    """What a Python program and all it starts did with sockets, by the way it was going."""
    record = folder / "record"
    record.unlink(missing_ok=True)
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=os.environ
        | {
            "SETU_SOCKETS": str(record),
            "PYTHONPATH": os.pathsep.join([str(folder / "recorder"), *filter(None, sys.path)]),
            "QT_QPA_PLATFORM": "offscreen",
            "NO_PROXY": "*",
        },
        timeout=120,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    way, found = "", dict[str, list[str]]({"": []})
    for line in record.read_text("utf-8").splitlines():
        if line.startswith("# "):
            way = line.removeprefix("# ")
        found.setdefault(way, [])
        if line.startswith("socket."):
            found[way].append(line)
    return {way: _without_probe(lines) for way, lines in found.items()}


def _without_probe(lines: list[str]) -> list[str]:
    """All but how urllib3 finds out, as it is imported, whether there is IPv6: nothing is sent."""
    at = lines.index(_PROBE[1]) if _PROBE[1] in lines else len(lines)
    return lines[: at - 1] + lines[at + 1 :] if lines[at - 1 : at + 1] == _PROBE else lines


def everywhere(folder: Path, address: str, how: str) -> dict[str, list[str]]:
    return recorded(folder, "-m", "tests.everywhere", str(folder), address, how)


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An offline model can be loaded, whatever is in it."""
    fake_library.put(tmp_path, monkeypatch)


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("address", ["", "https://far.example"])
def test_staying_offline_no_way_out_opens_a_socket(folder: Path, address: str) -> None:
    found = everywhere(folder, address, "offline")
    assert {f"engine {name}" for name in TABLE} <= set(found)
    assert {way: opened for way, opened in found.items() if opened} == {}


@pytest.mark.usefixtures("model")
def test_the_same_ways_lead_out_otherwise(folder: Path) -> None:
    """Else the test above would prove nothing."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        found = everywhere(folder, f"http://127.0.0.1:{taken.getsockname()[1]}", "online")
    never = {f"{how} {name}" for name in set(TABLE) - set(ADDRESSED) for how in ("engine", "flow")}
    silent = {way for way, opened in found.items() if not opened}
    assert never <= silent
    questions = {way for way in silent if way.startswith(("probe ", "list "))}  # not all have one
    assert silent - never - questions == {"", "$ models install --from hi-en"}


def test_a_plain_start_opens_no_socket(folder: Path) -> None:
    run = f"from reader.__main__ import main; print([main(c) for c in {COMMANDS!r}])"
    assert recorded(folder, "-c", run) == {"": []}
    assert (folder / "out.png").exists()
    assert recorded(folder, "-c", _WINDOW, "article.txt") == {"": []}


# -- the lock behind all of them ------------------------------------------------------------


@pytest.fixture
def locked() -> Iterator[None]:
    offline.lock(True)
    yield
    offline.lock(False)


def send(address: tuple[str, int]) -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as datagrams:
        datagrams.sendto(b"", address)


@pytest.mark.usefixtures("locked")
@pytest.mark.parametrize(
    "reach",
    [
        lambda: socket.create_connection(("192.0.2.1", 80), 0.1),
        lambda: socket.create_connection(("2001:db8::1", 80), 0.1),
        lambda: socket.create_connection(("far.example", 80), 0.1),
        lambda: socket.getaddrinfo(b"far.example", 80),
        lambda: socket.gethostbyname("far.example"),
        lambda: socket.getnameinfo(("192.0.2.1", 80), 0),
        lambda: send(("192.0.2.1", 53)),
    ],
)
def test_what_forgets_to_ask_is_stopped_all_the_same(reach: Callable[[], object]) -> None:
    with pytest.raises(OSError, match="Stay offline is on"):
        reach()


@pytest.mark.usefixtures("locked")
@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_this_machine_is_not_locked_out(host: str) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection((host, server.getsockname()[1])),
    ):
        socket.getaddrinfo(None, 80)


def test_settings_turn_the_lock_at_once() -> None:
    core = Core(None, None)
    core.settings = Settings(offline=True)
    with pytest.raises(OSError, match="Stay offline is on"):
        socket.gethostbyname("192.0.2.1")
    core.settings = Settings()
    assert socket.gethostbyname("192.0.2.1") == "192.0.2.1"
    core.close()
