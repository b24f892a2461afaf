"""How still the window holds on a whole journey: the longest turn of its event loop, step by step.

    python -m benchmarks.journey [--runs 5]

Drawn offscreen with an empty library, the window opens the sample, and then does what a reader
does. Printed is for each step the median of its longest turn in milliseconds, and of the time
until all is done; a turn is what a reader may wait for before a key or a click is heard.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

Steps = dict[str, tuple[float, float]]


def main() -> None:
    """Make the journey several times, print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(_journey()), flush=True)
        os._exit(0)  # what was watched is not taken apart in the order that Qt needs
    runs = [_run() for _ in range(options.runs)]
    print(f"{'step':<24}{'turn':>8}{'done':>8}")
    for name in runs[0]:
        turn, done = (
            statistics.median(column) for column in zip(*(r[name] for r in runs), strict=True)
        )
        print(f"{name:<24}{turn:>8.1f}{done:>8.0f}")


def _run() -> Steps:
    with tempfile.TemporaryDirectory() as home:
        drawn = {**os.environ, "HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "benchmarks.journey", "--child"]
        done = subprocess.run(command, env=drawn, capture_output=True, check=True, text=True)
    steps: Steps = json.loads(done.stdout.splitlines()[-1])
    return steps


def _journey() -> Steps:
    """In the child: every step with its longest turn and its time, in milliseconds."""
    from PySide6.QtCore import QEventLoop, QTimer

    from reader.app import Core
    from reader.paths import config_file, library_file, resource
    from reader.translation.engine import GLOSS
    from reader.ui.main_window import MainWindow
    from reader.ui.window import application

    core = Core(library_file(), config_file())
    app = application()
    window: Any = MainWindow(core)
    window.resize(1280, 800)
    window.show()
    for _ in range(50):
        app.processEvents()
    loop, turns = QEventLoop(), list[float]()
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        turns.append(1000 * (now - last))
        last = now
        if window.is_settled and len(turns) > 40:
            loop.quit()

    heart = QTimer(interval=0)
    heart.timeout.connect(beat)
    heart.start()

    def measured(do: Callable[[], object]) -> tuple[float, float]:
        nonlocal last
        turns.clear()
        began = last = time.perf_counter()
        QTimer.singleShot(0, do)
        loop.exec()
        return max(turns), 1000 * (time.perf_counter() - began)

    def action(name: str) -> Callable[[], object]:
        return lambda: window.actions_[name].trigger()

    untranslated = str(resource("sample/setu-sample.txt"))
    session = window.session
    steps: dict[str, Callable[[], object]] = {
        "open": lambda: window.open(untranslated),
        "gloss": lambda: session.translate(session.untranslated(), GLOSS),
        "the sample": action("open_sample"),
        "a sentence on": action("next_sentence"),
        "a paragraph on": action("next_paragraph"),
        "mark": action("mark"),
        "look closer": action("about_sentence"),
        "look up": action("look_up"),
        "find": action("find_text"),
        "find a word": lambda: window.desk.find.field.setText("saryu"),
        "zoom": action("zoom_in"),
        "copy both": action("copy_both"),
        "study": action("view_study"),
        "paragraph by paragraph": action("view_interleaved"),
        "dark": action("theme_dark"),
        "settings": action("show_settings"),
    }
    figures = {name: measured(do) for name, do in steps.items()}
    window.close()
    core.close()
    return figures


if __name__ == "__main__":
    main()
