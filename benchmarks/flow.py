"""What the flow of translation costs, and how free it leaves the window.

    python -m benchmarks.flow

Printed are, in turn:

overhead   milliseconds a sentence over the bare engine, with an engine that answers at once and
           1,000 sentences: in the flow alone; in a window, remembered and painted; and what
           the checks of numbers, shape and names take besides, off the GUI thread
requests   that an article needs at 1,500 and 5,000 characters a request, and one a sentence
long       6,000 paragraphs and an engine that takes 50 ms a request: the longest time between
           two turns of the event loop while all of it is translated, and when the last
           sentence in sight had its English
cancel     milliseconds from Cancel to the end of a run whose server says nothing, worst of 5
cached     milliseconds from opening an article of 60 paragraphs whose English is in the memory
           to all of that being shown, median of 5; analysis and checks follow

The window is drawn offscreen, with an empty library in a temporary folder. The article is the
seed where ../shared is, else the sample.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from reader.app import Core
from reader.model import ENGLISH, Document, Sentence, Span, TranslationUnit
from reader.translation.engine import Engine, Limit, Manners
from reader.translation.translate import translate

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

SEED = Path(__file__).resolve().parents[2] / "shared" / "seed" / "lokmat-putin-kim.txt"
SENTENCES = 1000
LONG = 6000
RUNS = 5
_WORDS = (
    "नदी", "पहाड़", "सड़क", "बाज़ार", "स्कूल", "किसान", "मौसम", "अख़बार",
    "शहर", "पानी", "खेत", "रात", "सुबह", "बच्चे", "लोग", "काम",
)  # fmt: skip
_ENGLISH = "the river runs past our old town where some farmers sell rice and fresh mangoes".split()  # noqa: SIM905
_ONWARD = [number * (1 + number // 15) for number in range(60)]


@dataclass
class Echo:
    """Gives every sentence some English, after ``latency`` seconds a request."""

    limit: Limit
    latency: float = 0.0
    name: str = "echo"
    label: str = "Echo"
    sends_to: str | None = None
    version: str = ""
    manners: Manners = field(default_factory=Manners)
    requests: int = 0
    sentences: int = 0

    def unavailable_reason(self) -> str:
        """''."""
        return ""

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        """Some English, about as long as the Hindi, no two alike."""
        self.requests += 1
        if self.latency:
            time.sleep(self.latency)
        for text in sentences:
            self.sentences += 1
            own = [self.sentences // len(_ENGLISH) ** place + 4 * place for place in range(4)]
            words = [_ENGLISH[number % len(_ENGLISH)] for number in (*own, *_ONWARD)]
            yield " ".join(words[: max(4, len(text) // 5)])


class EchoCore(Core):
    """Setu with one engine more, which it asks."""

    def __init__(self, folder: Path, engine: Engine, *, checked: bool = True) -> None:
        super().__init__(folder / "library.sqlite", None)
        self._echo, self._checked = engine, checked
        self.settings = replace(self.settings, engine=engine.name)

    def dressed(self, unit: TranslationUnit, sentence: Sentence) -> TranslationUnit:
        """The unit with what the checks find, unless they are left out."""
        return super().dressed(unit, sentence) if self._checked else unit

    def engines(self) -> dict[str, Engine]:
        """The usual ones and the echo."""
        return {**super().engines(), self._echo.name: self._echo}


def main() -> None:
    """Measure and print everything."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    bare = _timed(lambda: list(Echo(Limit(1500)).translate(_texts(SENTENCES))))
    flow = statistics.median(_timed(_flow) for _ in range(RUNS))
    print(f"overhead in the flow     {_each(flow - bare):8.3f} ms a sentence")
    print(f"overhead in the window   {_each(_in_window() - bare):8.3f} ms a sentence")
    print(f"checks                   {_each(_checks()):8.3f} ms a sentence")
    for size in (1500, 5000, 1):
        print(f"requests at {size:>5}        {_requests(size):>8}")
    print(f"cancel                   {1000 * max(_cancel() for _ in range(RUNS)):8.0f} ms")
    stall, sight, whole = _long()
    print(f"long: stall              {1000 * stall:8.1f} ms")
    print(f"long: all in sight after {sight:8.2f} s, everything after {whole:.1f} s")
    print(f"cached                   {1000 * _cached():8.0f} ms")


def _texts(count: int) -> list[str]:
    """Sentences of 12 words, no two alike."""
    return [
        " ".join(_WORDS[(number * step + step) % len(_WORDS)] for step in range(1, 12))
        + f" {_WORDS[number % 16]}{'ा' * (number // 16 % 3)} {number} है।"
        for number in range(count)
    ]


def _paragraphs(count: int) -> list[list[Sentence]]:
    return [[Sentence(f"p{n}.1", text, Span(0, len(text)))] for n, text in enumerate(_texts(count))]


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _each(seconds: float) -> float:
    return 1000 * seconds / SENTENCES


def _flow() -> None:
    units = list(translate(_paragraphs(SENTENCES), [Echo(Limit(1500))]))
    assert len(units) == SENTENCES


def _requests(size: int) -> int:
    engine = Echo(Limit(size))
    core = Core(None, None)
    document = core.document(str(SEED) if SEED.exists() else core.sample())
    groups = [[s for s in row.sentences if s.language != ENGLISH] for row in document.rows]
    list(core.translate(groups, [engine], Event()))
    return engine.requests


def _cancel() -> float:
    cancelled = Event()
    engine = Echo(Limit(1500), latency=2.0)
    begun = Thread(target=lambda: list(translate(_paragraphs(9), [engine], cancelled=cancelled)))
    begun.start()
    while not engine.requests:
        time.sleep(0.01)
    cancelled.set()
    return _timed(begun.join)


# -- with a window --------------------------------------------------------------------------


class Watched:
    """A window on some text, whose event loop is watched while it turns."""

    def __init__(self, folder: Path, text: str, engine: Engine, *, checked: bool = True) -> None:
        from reader.ui.main_window import MainWindow
        from reader.ui.window import application

        self.app = application()
        self.core = EchoCore(folder, engine, checked=checked)
        self.window: MainWindow = MainWindow(self.core)
        self.stall = 0.0
        self._path = folder / "article.txt"
        self._path.write_text(text, encoding="utf-8")
        self.window.resize(1280, 800)
        self.window.show()
        for _ in range(50):
            self.app.processEvents()

    def open(self) -> None:
        """Open the text and wait until it is shown whole and analysed."""
        self.window.open(str(self._path))
        self.turn(self._is_settled)

    def open_again(self) -> float:
        """Open the text; the seconds until it is shown whole with the English kept."""
        self.window.session.leave()
        self.window.open(str(self._path))
        taken = _timed(lambda: self.turn(self._is_shown))
        self.turn(self._is_settled)
        return taken

    def translate(self) -> None:
        """Ask for everything, what is in sight first."""
        self.window.translating.translate_article()

    def turn(self, until: Callable[[], bool]) -> None:
        """Run the event loop until something holds, and note its longest turn."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop, before = QEventLoop(), time.perf_counter()

        def beat() -> None:
            nonlocal before
            now = time.perf_counter()
            self.stall = max(self.stall, now - before)
            if until():
                loop.quit()
            before = time.perf_counter()

        heartbeat = QTimer(interval=0)
        heartbeat.timeout.connect(beat)
        heartbeat.start()
        loop.exec()

    @property
    def document(self) -> Document:
        """What is shown."""
        assert self.window.session.document is not None
        return self.window.session.document

    def is_translated(self) -> bool:
        """Whether all of it is shown in English."""
        return self._is_settled() and len(self.document.units) >= len(list(self.document.sentences))

    def is_translated_in_sight(self) -> bool:
        """Whether the rows in sight have their English."""
        rows = {row.id: row for row in self.document.rows}
        seen = [rows[name] for name in self.window.view.rows_in_sight() if name in rows]
        return all(s.id in self.document.units for row in seen for s in row.sentences)

    def close(self) -> None:
        """Close the window and the library."""
        self.window.close()
        self.core.close()

    def _is_settled(self) -> bool:
        return self.window.is_settled

    def _is_shown(self) -> bool:
        document = self.window.session.document
        if document is None or self.window.view.pending or not self.window.view.english.rows:
            return False
        return len(document.units) >= len(list(document.sentences))


def _in_window() -> float:
    """Seconds from asking for 1,000 sentences to all of them kept and painted."""
    with tempfile.TemporaryDirectory() as folder:
        text = "\n\n".join(["लेख", *_texts(SENTENCES)])
        watched = Watched(Path(folder), text, Echo(Limit(1500)), checked=False)
        watched.open()
        taken = _timed(lambda: (watched.translate(), watched.turn(watched.is_translated)))
        watched.close()
    return taken


def _checks() -> float:
    """Seconds that dressing 1,000 sentences takes."""
    core, (engine,) = Core(None, None), [Echo(Limit(1500))]
    sentences = {group[0].id: group[0] for group in _paragraphs(SENTENCES)}
    units = list(translate(([each] for each in sentences.values()), [engine]))
    return _timed(lambda: [core.dressed(unit, sentences[unit.id]) for unit in units])


def _long() -> tuple[float, float, float]:
    """Longest stall, seconds to the last sentence in sight, seconds to the last of all."""
    with tempfile.TemporaryDirectory() as folder:
        text = "\n\n".join(["लेख", *_texts(LONG)])
        watched = Watched(Path(folder), text, Echo(Limit(1500), latency=0.05))
        watched.open()
        watched.stall = 0.0
        begun = time.perf_counter()
        watched.translate()
        watched.turn(watched.is_translated_in_sight)
        sight = time.perf_counter() - begun
        watched.turn(watched.is_translated)
        whole = time.perf_counter() - begun
        watched.close()
    return watched.stall, sight, whole


def _cached() -> float:
    with tempfile.TemporaryDirectory() as folder:
        text = "\n\n".join(["लेख", *_texts(60)])
        watched = Watched(Path(folder), text, Echo(Limit(1500)))
        watched.open()
        watched.translate()
        watched.turn(watched.is_translated)
        taken = statistics.median(watched.open_again() for _ in range(RUNS))
        assert watched.is_translated()
        watched.close()
    return taken


if __name__ == "__main__":
    main()
