"""Draws every state, view and theme of the window to ``docs/screenshots``.

    python -m docs.screenshots [--only NAME ...] [--theme THEME] [--to FOLDER]

Each picture is drawn offscreen in three forms: 1280×800, 640×480, and 1280×800 at a scale of 200 %.
The article is the sample; engines are made up here, so nothing leaves the machine. ``--theme``
draws the states and views in another theme than the light one.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app import Core
    from reader.ui.main_window import MainWindow

PLACE = Path(__file__).parent / "screenshots"
FORMS = {"1280x800": (1280, 800, "1"), "640x480": (640, 480, "1"), "200": (1280, 800, "2")}
THEMES = ("light", "sepia", "dark", "contrast")
LOSSLESS = 100
"""The quality at which Qt writes a WebP that loses nothing."""
VIEWS = ("side", "stacked", "interleaved", "english", "hindi", "study")


def main() -> None:
    """Draw the pictures asked for, those of each form in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME")
    parser.add_argument("--theme", choices=THEMES, default="light")
    parser.add_argument("--to", type=Path, default=PLACE)
    parser.add_argument("--form", choices=FORMS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.form:
        _draw(options.form, options.theme, options.to, options.only)
        return
    options.to.mkdir(parents=True, exist_ok=True)
    for form, (_, _, scale) in FORMS.items():
        drawn = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        again = [sys.executable, "-m", "docs.screenshots", "--form", form, *sys.argv[1:]]
        subprocess.run(again, env=drawn, check=True)


def _draw(form: str, theme: str, folder: Path, only: Sequence[str]) -> None:
    for name, (of_theme, arrange) in _shots(theme).items():
        if not only or name in only:
            width, height, _ = FORMS[form]
            _picture(of_theme, (width, height), arrange, folder / f"{name}-{form}.webp")


def _picture(
    theme: str, size: tuple[int, int], arrange: Callable[[Stage], object], target: Path
) -> None:
    """Draw a window of its own, with nothing kept from the ones before."""
    from dataclasses import replace

    from reader.app import Core
    from reader.translation.engines.gloss import GlossEngine
    from reader.ui.main_window import MainWindow
    from reader.ui.window import application

    application()
    core, engine = Core(None, None), Scripted()
    core.settings = replace(core.settings, theme=theme, engine=engine.name)
    gloss = core.engines()["gloss"]
    assert isinstance(gloss, GlossEngine)
    core.engines = lambda: {engine.name: engine, "gloss": gloss}  # type: ignore[method-assign]
    window = MainWindow(core)
    window.resize(*size)
    window.show()
    stage = Stage(window, core, engine)
    arrange(stage)
    window.grab().save(str(target), quality=LOSSLESS)
    engine.gate.set()
    window.close()
    for server in stage.kept:
        server.close()
    core.close()


def _shots(theme: str) -> dict[str, tuple[str, Callable[[Stage], object]]]:
    """Every picture by name: its theme, and what is done for it on a `Stage`."""
    views = {f"view-{name}": (theme, _view(name)) for name in VIEWS}
    themes = {f"theme-{name}": (name, Stage.read) for name in THEMES if name != theme}
    states = {f"state-{name}": (theme, arrange) for name, arrange in STATES.items()}
    return views | themes | states


def _view(name: str) -> Callable[[Stage], object]:
    def arrange(stage: Stage) -> None:
        stage.read()
        stage.do(f"view_{name}")

    return arrange


class Stage:
    """A window with engines whose answers are known, and the ways to bring it into a state."""

    def __init__(self, window: MainWindow, core: Core, engine: Scripted) -> None:
        self.window, self.core, self.engine = window, core, engine
        self.kept: list[socket.socket] = []

    def read(self) -> None:
        """The sample, its English in the memory."""
        self.window.open(self.core.sample())
        self.settle()
        self.window.view.select("lead.1")

    def read_untranslated(self) -> None:
        """The sample, nothing of it translated."""
        from reader.paths import resource

        self.window.open(str(resource("sample/setu-sample.txt")))
        self.settle()

    def translate(self, engine: str) -> None:
        """Ask an engine for all that is not translated."""
        session = self.window.session
        session.translate(session.untranslated(), engine)

    def do(self, action: str) -> None:
        """What a menu entry does, up to the end."""
        self.window.actions_[action].trigger()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is on its way."""
        self.wait(lambda: self.window.is_settled)

    def wait(self, until: Callable[[], bool], longest: int = 10_000) -> None:
        """Let the window work until something holds, and then a moment for what is drawn.

        ``longest`` is how many milliseconds it is waited for at most.
        """
        from PySide6.QtCore import QEventLoop, QTimer

        began = time.monotonic()
        loop = QEventLoop()
        timer = QTimer(interval=5)
        timer.timeout.connect(
            lambda: loop.quit() if until() or time.monotonic() > began + longest / 1000 else None
        )
        timer.start()
        loop.exec()
        timer.stop()
        QTimer.singleShot(150, loop.quit)
        loop.exec()


class Scripted:
    """An engine with the sample's English, wrong or late or none at all where it is told."""

    name, label, sends_to, version = "example", "Example", "engine.example", ""

    def __init__(self) -> None:
        from reader.paths import resource
        from reader.translation import tmx
        from reader.translation.engine import Limit, Manners

        self.limit, self.manners = Limit(400), Manners(at_once=1)
        units = tmx.read(resource("sample/setu-sample.tmx"))
        self._english = {unit.source: unit.target for unit in units}
        self.fails: Callable[[int], bool] = lambda _: False
        self.misreads: tuple[str, str] = ("", "")
        self.gate, self.held, self.after = Event(), Event(), sys.maxsize
        self._count = 0

    def unavailable_reason(self) -> str:
        """'': it is always there."""
        return ""

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        """Yield the English of each sentence, in the way that was set."""
        from reader.errors import Unavailable

        for sentence in sentences:
            self._count += 1
            if self._count > self.after:
                self.held.set()
                self.gate.wait(20)
            if self.fails(self._count):
                raise Unavailable("engine.example cannot be reached.", "Try again later.")
            yield self._english[sentence].replace(*self.misreads)


def _translating(stage: Stage) -> None:
    stage.read_untranslated()
    stage.engine.after = 6
    stage.translate("example")
    stage.wait(stage.engine.held.is_set)


def _gloss(stage: Stage) -> None:
    stage.read_untranslated()
    stage.translate("gloss")
    stage.settle()


def _failed(stage: Stage) -> None:
    stage.read_untranslated()
    stage.engine.fails = lambda count: count > 4
    stage.translate("example")
    stage.settle()


def _warned(stage: Stage) -> None:
    stage.read_untranslated()
    stage.engine.misreads = ("14", "40")
    stage.translate("example")
    stage.settle()


def _edited(stage: Stage) -> None:
    stage.read()
    session = stage.window.session
    assert session.document
    sentence = next(each for each in session.document.sentences if each.id == "p1.1")
    session.revising.correct(sentence, "A footbridge over the Saryu opened here on Sunday.")
    stage.window.view.reveal("p1.1")
    stage.settle()


def _marked(stage: Stage) -> None:
    stage.read()
    for sentence in ("p1.1", "p3.1"):
        stage.window.view.reveal(sentence)
        stage.do("mark")


def _found(stage: Stage) -> None:
    stage.read()
    stage.do("find_text")
    stage.window.desk.find.field.setText("saryu")
    stage.settle()


def _closer(stage: Stage) -> None:
    stage.read()
    stage.do("about_sentence")


def _loading(stage: Stage) -> None:
    """An address whose server takes the request and does not answer."""
    server = socket.create_server(("127.0.0.1", 0))
    stage.kept.append(server)
    stage.window.open(f"http://127.0.0.1:{server.getsockname()[1]}/article")
    stage.wait(lambda: False, 1500)


def _refused(stage: Stage) -> None:
    with TemporaryDirectory() as folder:
        page = Path(folder) / "front-page.html"
        links = "<a href='/1'>पुल खुला</a>" * 40
        page.write_text(f"<title>ताज़ा ख़बरें</title><h1>ताज़ा ख़बरें</h1>{links}", encoding="utf-8")
        stage.window.open(str(page))
        stage.wait(lambda: not stage.window.message.isHidden())


STATES: dict[str, Callable[[Stage], object]] = {
    "start": lambda stage: stage.wait(lambda: True),
    "loading": _loading,
    "refused": _refused,
    "untranslated": Stage.read_untranslated,
    "translating": _translating,
    "gloss": _gloss,
    "failed": _failed,
    "warning": _warned,
    "edited": _edited,
    "marked": _marked,
    "found": _found,
    "closer": _closer,
}
"""What the window can show besides the views, and how it comes to that."""


if __name__ == "__main__":
    main()
