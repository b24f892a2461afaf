"""What each command of the command line does, once its options are read."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import ModuleType

from reader.app import Core
from reader.cli import arguments, reading, translating
from reader.cli.arguments import DONE, WRONG_USAGE
from reader.errors import ReaderError, Unavailable
from reader.formats.writers import contents, listing
from reader.model import Contents, Document, State
from reader.screen import has_screen
from reader.settings import VIEWS
from reader.terminal import complain, say, say_json, say_json_line
from reader.translation.engine import GLOSS, Engine

PICTURE = "setu-window.png"


def open_window(core: Core, options: Namespace) -> int:
    """Open the window, on an article if one is named; without a screen, show it here."""
    if not has_screen():
        return _show_without_screen(core, options)
    what = {"part": options.part, "any_language": options.any_language}
    return int(_window().run(core, options.article or "", **what))


def read_sample(core: Core, options: Namespace) -> int:
    """Open the bundled sample, whose English is in a bundled translation memory."""
    options.article = core.sample()
    return open_window(core, options)


def show(core: Core, options: Namespace) -> int:
    """Print the parsed article, or the list where there are several."""
    opened = reading.opened(core, options, options.article)
    if isinstance(opened, Contents):
        as_data, as_text = contents.contents_json(opened), contents.contents_text(opened)
    else:
        document = core.analyse(opened)
        as_data, as_text = listing.article_json(document), listing.article_text(document)
    if options.json:
        say_json(as_data)
    else:
        say(as_text)
    return DONE


def analyse(core: Core, options: Namespace) -> int:
    """Print a JSON object for each line of a text: sentences, words, entities, gloss."""
    from reader.language.analyse import analyse as analyse_paragraph

    lines = re.split("\r\n?|\n", core.text(options.article))
    for line in lines if lines[-1] else lines[:-1]:
        say_json_line(analyse_paragraph(line))
    return DONE


def snapshot(core: Core, options: Namespace) -> int:
    """Write a picture of the window."""
    translating.check_place(options.output)
    translating.take(core, options)
    if options.engine:
        _check_engine(core, options.engine)
    if options.theme:
        core.settings = replace(core.settings, theme=options.theme)
    core.settings = replace(core.settings, view=options.view or VIEWS[0])
    if options.article == "sample":
        options.article = core.sample()
    document = _picture(core, options, options.output, options.size, options.engine)
    return translating.judge(list(document.units.values())) if options.engine else DONE


def engines(core: Core, options: Namespace) -> int:
    """List what can translate here, and why not."""
    listed = [(engine, core.trouble(engine)) for engine in core.engines().values()]
    if options.json:
        say_json([_engine_json(*each) for each in listed])
    else:
        say("\n".join(_engine_text(*each) for each in listed))
    return DONE


def report(core: Core, _options: Namespace) -> int:
    """Print versions, places and engines, for a report of a problem."""
    from reader.cli import doctor

    say("\n".join(doctor.lines(core)))
    return DONE


Command = Callable[[Core, Namespace], int]


def _from(module: str, function: str) -> Command:
    """A command whose module is imported when it is run, so that the window starts without it."""

    def run(core: Core, options: Namespace) -> int:
        command: Command = getattr(import_module(f"reader.cli.{module}"), function)
        return command(core, options)

    return run


COMMANDS: dict[str, Command] = {
    "open": open_window,
    "sample": read_sample,
    "show": show,
    "translate": translating.translate,
    "analyse": analyse,
    "check": _from("checking", "check"),
    "export": translating.export,
    "snapshot": snapshot,
    "changes": _from("following", "changes"),
    "feeds": _from("following", "feeds"),
    "engines": engines,
    "models": _from("models", "models"),
    "doctor": report,
}
"""Each takes the core and its options, and returns the exit status."""


# -- articles and their English -------------------------------------------------------------


def _check_engine(core: Core, name: str) -> None:
    """Raise Unavailable when none of the engines that ``name`` stands for can be asked."""
    reasons = [engine.unavailable_reason() for engine in core.chain(name)]
    if all(reasons):
        raise Unavailable(reasons[0])


def _engine_json(engine: Engine, reason: str) -> dict[str, object]:
    return {
        "name": engine.name,
        "label": engine.label,
        "sends_to": engine.sends_to,
        "available": not reason,
        "reason": reason,
    }


def _engine_text(engine: Engine, reason: str) -> str:
    goes = f"sends text to {engine.sends_to}" if engine.sends_to else "stays on this machine"
    return f"{engine.name:<16}{engine.label:<22}{reason or goes}"


# -- the window -----------------------------------------------------------------------------


def _show_without_screen(core: Core, options: Namespace) -> int:
    """Both texts side by side, and the window's picture."""
    if not options.article:
        complain("There is no screen here to open a window on. Name an article, or try --help.")
        return WRONG_USAGE
    options.engine, chosen = GLOSS, core.settings
    document = core.analyse(reading.document_at(core, options, options.article))
    document = translating.translated(core, options, document)
    say(listing.side_by_side(document, shutil.get_terminal_size((120, 40)).columns))
    if any(unit.state is State.GLOSS for unit in document.units.values()):
        say("[gloss] is word for word, from the dictionary; setu-reader translate does better.\n")
    target = _picture_place() / PICTURE
    core.settings = chosen
    _picture(core, options, target, arguments.WINDOW_SIZE)
    say(f"There is no screen here, so the window was drawn to {target}.")
    return DONE


def _picture(
    core: Core, options: Namespace, target: Path, size: tuple[int, int], engine: str = ""
) -> Document:
    """Draw the window offscreen to ``target``; the document it shows."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    take_picture = _window().take_picture
    what = {"part": options.part, "any_language": options.any_language}
    document: Document = take_picture(
        core, options.article, target, size=size, engine=engine, **what
    )
    return document


def _window() -> ModuleType:
    """The window's module, and with it Qt. Raises ReaderError where Qt cannot be loaded."""
    try:
        from reader.ui import window
    except ImportError as error:
        raise ReaderError(f"The window cannot start: {error}.", "Install what misses.") from error
    return window


def _picture_place() -> Path:
    """The current folder, or the temporary one where that cannot be written."""
    folder = Path.cwd()
    return folder if os.access(folder, os.W_OK) else Path(tempfile.gettempdir())
