"""Start and memory beside other programs that open the same text, on one virtual screen.

    python -m benchmarks.peers [--runs 5]

Setu with its sample, calibre's E-book viewer and Foliate with the same text as an e-book, and
GoldenDict, which opens no texts and so shows its window alone. Debian has them as calibre, foliate
and goldendict, with dbus-x11; what is not installed is left out. Needs Xvfb. Each run has a home
of its own, and all programs take turns. Printed are the medians:

window    seconds from the start of the process to the first thing on the screen
text      to the last time that a tenth of what is dark on the screen changed: the text is there
memory    MB of all its processes together three seconds later (proportional set size)
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

SIZE = (1280, 800)
CHANGED = 0.1
"""The share of the dark pixels that changes where a text comes."""
WINDOW = 2000
"""Pixels that are not white any more: a window."""
PATIENCE = 30.0
REST = 3.0
"""Seconds without such a change after which a program has shown what it has."""
DARK = bytes(1 if level < 100 else 0 for level in range(256))
WHITE = bytes(0 if level > 250 else 1 for level in range(256))
Figures = tuple[float, float, float]
_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
_PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">'
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">sample'
    "</dc:identifier><dc:title>Sample</dc:title><dc:language>hi</dc:language></metadata><manifest>"
    '<item id="a" href="a.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>'
    '<spine><itemref idref="a"/></spine></package>'
)


def main() -> None:
    """Measure every program that is installed, print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, _screen():
        programs = _installed(_programs(_book(Path(folder))))
        runs: dict[str, list[Figures]] = {name: [] for name in programs}
        for _ in range(options.runs):
            for name, command in programs.items():
                runs[name].append(_measure(command))
    print(f"{'program':<24}{'window':>8}{'text':>8}{'memory':>8}")
    for name, figures in runs.items():
        window, text, memory = (statistics.median(column) for column in zip(*figures, strict=True))
        seen = f"{text:>8.2f}" if text < PATIENCE else f"{'-':>8}"
        print(f"{name:<24}{window:>8.2f}{seen}{memory:>8.0f}")


def _programs(book: Path) -> dict[str, list[str]]:
    return {
        "Setu": [sys.executable, "-m", "reader", "sample"],
        "calibre's viewer": ["ebook-viewer", str(book)],
        "Foliate": ["dbus-run-session", "foliate", str(book)],
        "GoldenDict": ["goldendict"],
    }


def _installed(programs: dict[str, list[str]]) -> dict[str, list[str]]:
    missing = [
        name for name, command in programs.items() if not all(map(shutil.which, command[:1]))
    ]
    for name in missing:
        print(f"{name} is not installed.")
    return {name: command for name, command in programs.items() if name not in missing}


def _book(folder: Path) -> Path:
    """The sample as an e-book, a paragraph of text a paragraph."""
    from reader.paths import resource

    text = resource("sample/setu-sample.txt").read_text(encoding="utf-8")
    body = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line)
    page = (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f'<head><title>Sample</title></head><body>{body}<nav epub:type="toc"><ol><li>'
        '<a href="a.xhtml">Sample</a></li></ol></nav></body></html>'
    )
    book = folder / "sample.epub"
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", _CONTAINER)
        archive.writestr("book.opf", _PACKAGE)
        archive.writestr("a.xhtml", page)
    return book


@contextmanager
def _screen() -> Iterator[None]:
    """A white virtual screen of its own, for this process and those it starts."""
    receive, send = os.pipe()
    size = f"{SIZE[0]}x{SIZE[1]}x24"
    command = ["Xvfb", "-displayfd", str(send), "-screen", "0", size, "-wr", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[send], stderr=subprocess.DEVNULL)
    os.close(send)
    with os.fdopen(receive) as told:
        number = told.readline().strip()
    os.environ |= {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    os.environ.pop("WAYLAND_DISPLAY", None)
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def _measure(command: list[str]) -> Figures:
    """Start a program, watch the screen, weigh it, end it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        _wait_for_white()
        own = {name: f"{home}/{name}" for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
        # Chromium, in calibre, does not start for root with its sandbox.
        own |= {"HOME": home, "XDG_RUNTIME_DIR": home, "QTWEBENGINE_DISABLE_SANDBOX": "1"}
        environment = {**os.environ, **own}
        began = time.monotonic()
        process = subprocess.Popen(
            command,
            env=environment,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            window, text = _watch(began)
            return window, text, _weight(process.pid)
        finally:
            _end(process)


def _wait_for_white() -> None:
    """Wait until what was measured before is gone from the screen."""
    began = time.monotonic()
    while _levels().translate(WHITE).count(1) > WINDOW and time.monotonic() - began < PATIENCE:
        time.sleep(0.05)


def _watch(began: float) -> tuple[float, float]:
    """Seconds until there is a window, and until it has its text; PATIENCE for none."""
    window, text, dark = PATIENCE, 0.0, 0
    while (now := time.monotonic() - began) < PATIENCE:
        levels = _levels()
        if window == PATIENCE and levels.translate(WHITE).count(1) > WINDOW:
            window = now
        shown = levels.translate(DARK).count(1)
        if window < PATIENCE and abs(shown - dark) > CHANGED * dark:
            text, dark = now, shown
        if window < PATIENCE and now > max(text, window) + REST:
            return window, text
        time.sleep(0.01)
    return window, PATIENCE


def _levels() -> bytes:
    """The screen, a byte of grey a pixel."""
    from PySide6.QtGui import QGuiApplication, QImage

    app = QGuiApplication.instance() or QGuiApplication([])
    assert isinstance(app, QGuiApplication)
    shown = app.primaryScreen().grabWindow(0).toImage()
    return bytes(shown.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


def _weight(session: int) -> float:
    """The MB that the processes of a session, and their children, have to themselves."""
    total = 0
    for pid in _members(session):
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def _members(session: int) -> set[int]:
    """The processes of a session and all that descend from them."""
    parents: dict[int, int] = {}
    members = {session}
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = place.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        pid = int(place.parent.name)
        parents[pid] = int(told[1])
        if int(told[3]) == session:
            members.add(pid)
    while more := {pid for pid, parent in parents.items() if parent in members} - members:
        members |= more
    return members


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program with all its processes."""
    for pid in _members(process.pid):
        try:
            os.kill(pid, signal.SIGKILL)
        except OSError:
            continue
    process.wait()


if __name__ == "__main__":
    main()
