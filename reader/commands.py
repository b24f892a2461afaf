"""What each command of the command line does, once its options are read."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from reader import arguments, doctor, formats
from reader.app import Core
from reader.errors import ExportError, LibraryError, ReaderError, Unavailable
from reader.formats import listing
from reader.model import ENGLISH, Document, State, TranslationUnit
from reader.screen import has_screen
from reader.settings import AUTOMATIC
from reader.terminal import complain, counted, say, say_json, say_json_line
from reader.translation.engine import GLOSS, Engine

DONE, WRONG_USAGE, NO_ARTICLE, NO_ENGINE = 0, 2, 3, 4
PICTURE = "setu-window.png"


def open_window(core: Core, options: Namespace) -> int:
    """Open the window, on an article if one is named; without a screen, show it here."""
    if not has_screen():
        return _show_without_screen(core, options)
    return int(_window().run(core, options.article or "", any_language=options.any_language))


def read_sample(core: Core, options: Namespace) -> int:
    """Open the bundled sample, whose English is in a bundled translation memory."""
    options.article = core.sample()
    return open_window(core, options)


def show(core: Core, options: Namespace) -> int:
    """Print the parsed article."""
    document = core.analyse(_document(core, options))
    if options.json:
        say_json(listing.article_json(document))
    else:
        say(listing.article_text(document))
    return DONE


def translate(core: Core, options: Namespace) -> int:
    """Print translation units: those in memory, the rest from the engine."""
    document = _translated(core, options, _document(core, options))
    units = [document.units[s.id] for s in document.sentences if s.id in document.units]
    status = _judge(units)
    if options.json:
        say_json([listing.unit_json(unit) for unit in units])
    elif units and status == DONE:
        say(listing.units_text(units))
    return status


def analyse(core: Core, options: Namespace) -> int:
    """Print a JSON object for each line of a text: sentences, words, entities, gloss."""
    from reader.language.analyse import analyse as analyse_paragraph

    lines = re.split("\r\n?|\n", core.text(options.article))
    for line in lines if lines[-1] else lines[:-1]:
        say_json_line(analyse_paragraph(line))
    return DONE


def export(core: Core, options: Namespace) -> int:
    """Write a bilingual document."""
    _check_place(options.output)
    layout, ending = formats.Layout(options.layout), options.format or options.output.suffix
    document = core.analyse(_document(core, options))
    formats.render(document, ending, layout)  # An unknown ending is told before all the work.
    document = _translated(core, options, document)
    status = _judge(list(document.units.values()))
    if status == DONE:
        labels = {name: engine.label for name, engine in core.engines().items()}
        chosen = formats.ExportOptions(engines=labels)
        formats.export(document, options.output, layout, ending, chosen)
    return status


def snapshot(core: Core, options: Namespace) -> int:
    """Write a picture of the window."""
    _check_place(options.output)
    _take(core, options)
    if options.engine:
        _check_engine(core, options.engine)
    if options.theme:
        core.settings = replace(core.settings, theme=options.theme)
    if options.article == "sample":
        options.article = core.sample()
    document = _picture(core, options, options.output, options.size, options.engine)
    return _judge(list(document.units.values())) if options.engine else DONE


def engines(core: Core, options: Namespace) -> int:
    """List what can translate here, and why not."""
    listed = core.engines().values()
    if options.json:
        say_json([_engine_json(engine) for engine in listed])
    else:
        say("\n".join(map(_engine_text, listed)))
    return DONE


def report(core: Core, _options: Namespace) -> int:
    """Print versions, places and engines, for a report of a problem."""
    say("\n".join(doctor.lines(core)))
    return DONE


COMMANDS: dict[str, Callable[[Core, Namespace], int]] = {
    "open": open_window,
    "sample": read_sample,
    "show": show,
    "translate": translate,
    "analyse": analyse,
    "export": export,
    "snapshot": snapshot,
    "engines": engines,
    "doctor": report,
}
"""Each takes the core and its options, and returns the exit status."""


# -- articles and their English -------------------------------------------------------------


def _document(core: Core, options: Namespace) -> Document:
    return core.open(options.article, any_language=options.any_language)


def _take(core: Core, options: Namespace) -> None:
    """Take the engine, its address and a translation memory from the command line."""
    changes = {} if options.engine in ("", AUTOMATIC) else {"engine": options.engine}
    if options.address:
        changes[f"{options.engine}_address"] = options.address
    core.settings = replace(core.settings, **changes)
    if options.memory:
        core.import_memory(options.memory)


def _translated(core: Core, options: Namespace, document: Document) -> Document:
    """The document with units from memory and, for the rest, from the engine asked for."""
    _take(core, options)
    units = core.recall(document.sentences)
    missing = [
        [s for s in row.sentences if s.id not in units and s.language != ENGLISH]
        for row in document.rows
    ]
    made = core.translate(missing, core.chain(options.engine), _sleep)
    for unit in _kept(core, counted(made, sum(map(len, missing)), "sentences")):
        units[unit.id] = unit
    return replace(document, units=units)


def _kept(core: Core, units: Iterator[TranslationUnit]) -> Iterator[TranslationUnit]:
    """The units, each kept as soon as it is there; a library in trouble does not stop them."""
    keeping = True
    for unit in units:
        if keeping:
            try:
                core.remember([unit])
            except LibraryError as error:
                keeping = False
                core.warnings.append(f"{error} What is translated now is not kept.")
        yield unit


def _sleep(seconds: float) -> bool:
    time.sleep(seconds)
    return False


def _check_engine(core: Core, name: str) -> None:
    """Raise Unavailable when none of the engines that ``name`` stands for can be asked."""
    reasons = [engine.unavailable_reason() for engine in core.chain(name)]
    if all(reasons):
        raise Unavailable(reasons[0])


def _judge(units: list[TranslationUnit]) -> int:
    """Complain about failures; NO_ENGINE when the engines gave no English at all."""
    failed = [unit for unit in units if unit.state is State.FAILED]
    if not failed:
        return DONE
    complain(
        f"{len(failed)} of {len(units)} sentences not translated: {failed[0].reason} "
        "Try again later, or with another --engine or --address."
    )
    made = any(unit.state in (State.MACHINE, State.GLOSS) for unit in units)
    return DONE if made else NO_ENGINE


def _engine_json(engine: Engine) -> dict[str, object]:
    reason = engine.unavailable_reason()
    return {
        "name": engine.name,
        "label": engine.label,
        "sends_to": engine.sends_to,
        "available": not reason,
        "reason": reason,
    }


def _engine_text(engine: Engine) -> str:
    goes = f"sends text to {engine.sends_to}" if engine.sends_to else "stays on this machine"
    return f"{engine.name:<16}{engine.label:<18}{engine.unavailable_reason() or goes}"


# -- the window -----------------------------------------------------------------------------


def _show_without_screen(core: Core, options: Namespace) -> int:
    """Both texts side by side, and the window's picture."""
    if not options.article:
        complain("There is no screen here to open a window on. Name an article, or try --help.")
        return WRONG_USAGE
    options.engine, chosen = GLOSS, core.settings
    document = _translated(core, options, core.analyse(_document(core, options)))
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
    language = options.any_language
    document: Document = take_picture(
        core, options.article, target, size=size, engine=engine, any_language=language
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


def _check_place(path: Path) -> None:
    """Tell before the work that no file can be written there. Raises ExportError."""
    if path.is_dir() or not os.access(path.absolute().parent, os.W_OK):
        raise ExportError(
            f"{path} cannot be written.", "Name a file in a folder that exists and is yours."
        )
