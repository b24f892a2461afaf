"""How soon an article can be read, and how still the window holds meanwhile.

    python -m benchmarks.window [--runs 5]

Each run is a process of its own, drawn offscreen, with an empty library. Printed are the
medians, in milliseconds:

start     from the start of the process to the article's first painted paragraph
open      from asking for the article, in a window that stands, to its first painted paragraph
settled   from asking to everything laid out, level, and analysed
stall     the longest time between two turns of the event loop, from asking to settled

The articles are the sample, the seed, and 1 MB of the NTREX documents joined, a sentence a
paragraph or a document a paragraph. Without ../shared only the sample is measured.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import groupby
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
SIZE = 1_000_000
COLUMNS = ("start", "open", "settled", "stall")


def main() -> None:
    """Measure every article, print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("--cold", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(_measure(options.child, cold=options.cold)))
        return
    print(f"{'article':<28}" + "".join(f"{name:>9}" for name in COLUMNS))
    with tempfile.TemporaryDirectory() as folder:
        for name, source in _articles(Path(folder)).items():
            runs = [
                {**_run(source), "start": _run(source, "--cold")["start"]}
                for _ in range(options.runs)
            ]
            medians = [statistics.median(run[column] for run in runs) for column in COLUMNS]
            print(f"{name:<28}" + "".join(f"{value:>9.0f}" for value in medians))


def _articles(folder: Path) -> dict[str, str]:
    articles = {"sample": "sample"}
    if SHARED.is_dir():
        articles["seed"] = str(SHARED / "seed" / "lokmat-putin-kim.txt")
        articles["1 MB, sentence paragraphs"] = _long(folder / "sentences.txt", joined=False)
        articles["1 MB, document paragraphs"] = _long(folder / "documents.txt", joined=True)
    return articles


def _long(path: Path, *, joined: bool) -> str:
    """Write the NTREX documents, repeated to 1 MB of UTF-8; the path."""
    source = SHARED / "data" / "parallel" / "ntrex.dev.tsv"
    with source.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    paragraphs = [
        (" " if joined else "\n\n").join(row[1] for row in document)
        for _, document in groupby(rows, key=lambda row: row[0])
    ]
    text = "\n\n".join(paragraphs)
    while len(text.encode()) < SIZE:
        text += "\n\n" + text
    path.write_bytes(text.encode()[:SIZE].decode(errors="ignore").encode())
    return str(path)


def _run(source: str, *flags: str) -> dict[str, float]:
    """One process; its figures in milliseconds."""
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "HOME": home,
            "QT_QPA_PLATFORM": "offscreen",
            "SETU_STARTED": str(time.time()),
        }
        command = [sys.executable, "-m", "benchmarks.window", "--child", source, *flags]
        done = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _measure(source: str, *, cold: bool) -> dict[str, float]:
    """In the child: open the window on ``source`` as the program does, and watch it.

    ``cold`` asks for the article before the window has been drawn, as at a start.
    """
    from PySide6.QtCore import QEvent, QObject, QTimer

    from reader.app import Core
    from reader.paths import config_file, library_file
    from reader.ui.main_window import MainWindow
    from reader.ui.window import application

    core = Core(library_file(), config_file())
    path = core.sample() if source == "sample" else source
    app = application()
    window = MainWindow(core)
    window.show()
    for _ in range(0 if cold else 50):
        app.processEvents()
    figures: dict[str, float] = {}
    asked = time.time()
    turns = [time.perf_counter()]
    stalls: list[float] = []

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() is QEvent.Type.Paint and window.view.hindi.rows:
                QTimer.singleShot(0, painted)
            return False

    def painted() -> None:
        if "open" not in figures:
            figures["open"] = 1000 * (time.time() - asked)
            figures["start"] = 1000 * (time.time() - float(os.environ["SETU_STARTED"]))

    def turn() -> None:
        now = time.perf_counter()
        stalls.append(now - turns[0])
        turns[0] = now
        if window.is_settled and "open" in figures:
            figures["settled"] = 1000 * (time.time() - asked)
            app.quit()

    watcher = FirstPaint()
    window.view.hindi.viewport().installEventFilter(watcher)
    heartbeat = QTimer(interval=0)
    heartbeat.timeout.connect(turn)
    heartbeat.start()
    window.open(path)
    app.exec()
    window.close()
    core.close()
    return {**figures, "stall": 1000 * max(stalls)}


if __name__ == "__main__":
    main()
