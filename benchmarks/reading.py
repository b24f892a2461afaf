"""The reading view by itself: how long its parts take, and how the start compares to a bare window.

    python -m benchmarks.reading [--runs 5]

Drawn offscreen, in processes of their own; printed are the medians.

bare      from the start of the process to the first paint of two plain text widgets
start     the same of Setu with the sample article, and how many times as long that is
60        an article of 60 paragraphs: shown, one sentence's English, a resize, a step of zoom,
          another view; each until it is painted, in milliseconds
6,000     a text of 6,000 paragraphs: shown, all of it laid out in slices and the longest of
          these, one sentence's English, a page scrolled at the 99th percentile, and the memory
          of the process (resident, Linux alone)
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

WORDS = "नदी पर बना पुल रविवार को खोल दिया गया और दो गाँव जुड़ गए हैं"
ENGLISH = "The bridge over the river opened on Sunday and joined two villages"
LENGTH = 200
"""Characters of a paragraph."""
PAGES = 200
BARE = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QSplitter, QTextEdit
app = QApplication([])
text = open(sys.argv[1], encoding="utf-8").read()
halves = QSplitter()
for _ in range(2):
    pane = QTextEdit()
    pane.setReadOnly(True)
    pane.setPlainText(text)
    halves.addWidget(pane)
halves.resize(1280, 800)
halves.show()
def done():
    print(1000 * (time.time() - float(os.environ["SETU_STARTED"])))
    os._exit(0)
QTimer.singleShot(0, lambda: (app.processEvents(), QTimer.singleShot(0, done)))
app.exec()
"""
Figures = dict[str, float]


def main() -> None:
    """Run each measurement several times, print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(_measure(options.child)))
        return
    _starts(options.runs)
    for count in (60, 6000):
        runs = [_child(count) for _ in range(options.runs)]
        print(f"{count:,} paragraphs")
        for name in runs[0]:
            print(f"  {name:<28}{statistics.median(run[name] for run in runs):>8.1f}")


def _starts(runs: int) -> None:
    """The start of a bare window and of Setu, by turns."""
    from reader.paths import resource

    sample = next(resource("sample").glob("*.txt"))
    command = [sys.executable, "-m", "benchmarks.window", "--child", "sample", "--cold"]
    bare, ours = [], []
    for _ in range(runs):
        bare.append(float(_run([sys.executable, "-c", BARE, str(sample)])))
        ours.append(float(json.loads(_run(command))["start"]))
    one, other = statistics.median(bare), statistics.median(ours)
    print(f"bare  {one:>6.0f} ms")
    print(f"start {other:>6.0f} ms, {other / one:.2f} times")


def _child(count: int) -> Figures:
    command = [sys.executable, "-m", "benchmarks.reading", "--child", str(count)]
    figures: Figures = json.loads(_run(command))
    return figures


def _run(command: list[str]) -> str:
    started = {"QT_QPA_PLATFORM": "offscreen", "SETU_STARTED": str(time.time())}
    done = subprocess.run(
        command, env=os.environ | started, capture_output=True, check=True, text=True
    )
    return done.stdout.splitlines()[-1]


def _measure(count: int) -> Figures:
    """In the child: a reading view of ``count`` paragraphs, and what is done to it."""
    from reader.model import Kind
    from reader.ui.reading_view import ReadingView
    from reader.ui.rows import TRANSLATE, PaneRow, Run, RunKind
    from reader.ui.theme import load_theme
    from reader.ui.views import View
    from reader.ui.window import application

    app = application()
    text = (WORDS + " ") * (LENGTH // len(WORDS))
    hindi = [PaneRow(f"p{n}", Kind.BODY, (Run(text, sentence=f"p{n}.1"),)) for n in range(count)]
    waiting = (Run(TRANSLATE, RunKind.ACTION),)
    english = [PaneRow(f"p{n}", Kind.BODY, waiting) for n in range(count)]
    view = ReadingView(load_theme("light"), 1.0)
    view.resize(1016, 700)
    view.show()
    app.processEvents()

    def painted(do: Callable[[], object]) -> float:
        """Milliseconds until ``do`` is done and painted, without what is left for slices."""
        began = time.perf_counter()
        do()
        for pane in (view.hindi, view.english):
            if pane.isVisible():
                pane.viewport().repaint()
        return 1000 * (time.perf_counter() - began)

    def settle() -> tuple[float, float]:
        """Milliseconds until all is laid out, and those of the longest slice."""
        began = last = time.perf_counter()
        longest = 0.0
        while view.pending:
            app.processEvents()
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
        return 1000 * (time.perf_counter() - began), 1000 * longest

    figures = {"shown": painted(lambda: view.show_rows(hindi, english))}
    figures["all laid out"], figures["longest slice"] = settle()
    arrived = PaneRow("p3", Kind.BODY, (Run(f"{ENGLISH}. " * 3, sentence="p3.1"),))
    figures["one sentence arrives"] = painted(lambda: view.update_english([(3, arrived)]))
    if count > PAGES:
        bar = view.hindi.verticalScrollBar()
        turned = [painted(lambda: bar.setValue(bar.value() + 650)) for _ in range(PAGES)]
        figures["a page scrolled, 99th"] = statistics.quantiles(turned, n=100)[98]
        figures["memory, MB"] = _memory()
    figures["resized"] = painted(lambda: view.resize(900, 700))
    settle()
    figures["a step of zoom"] = painted(lambda: view.restyle(load_theme("light"), 1.1))
    settle()
    figures["another view"] = painted(lambda: view.arrange(View.INTERLEAVED))
    return figures


def _memory() -> float:
    """The resident memory of this process in megabytes, 0 where Linux does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    sizes = (int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))
    return next(sizes, 0.0)


if __name__ == "__main__":
    main()
