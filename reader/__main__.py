"""The command line: everything the window does, for scripts, tests and measuring.

No Qt is imported until a window or its picture is asked for. Offsets in every output are
Unicode code points; times are ISO 8601 with their offset from UTC.
"""

from __future__ import annotations

import argparse
import json
import logging
import logging.handlers
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from reader import formats
from reader.app import Core
from reader.errors import EngineError, InputError, NotHindi, ReaderError
from reader.formats import listing
from reader.model import Document, State, TranslationUnit
from reader.paths import config_file, library_file, log_file
from reader.screen import has_screen
from reader.settings import AUTOMATIC

DONE, WRONG_USAGE, NO_ARTICLE, NO_ENGINE = 0, 2, 3, 4
ENGINES = (AUTOMATIC, "google", "libretranslate", "gloss")
ARTICLE = "a text or HTML file, an http(s) address, or - for standard input"
PICTURE = "setu-window.png"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status (0 done, 2 usage, 3 no article, 4 no engine)."""
    options = _parse(sys.argv[1:] if arguments is None else list(arguments))
    _log_to_file()
    library = options.library or library_file()
    try:
        with closing(Core(library, config_file())) as core:
            status = options.run(core, options)
            for warning in core.warnings:
                _complain(warning)
            return int(status)
    except ReaderError as error:
        _complain(_with_way_on(error))
        return _status(error)
    except BrokenPipeError:
        # Whoever read our output has had enough of it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return 130


# -- commands -------------------------------------------------------------------------------


def open_window(core: Core, options: argparse.Namespace) -> int:
    """Open the window, on an article if one is named; without a screen, show it here."""
    if not has_screen():
        return _show_without_screen(core, options)
    from reader.ui.window import run

    return run(core, options.article or "", any_language=options.any_language)


def read_sample(core: Core, options: argparse.Namespace) -> int:
    """Open the bundled sample, whose English is in a bundled translation memory."""
    options.article = core.sample()
    return open_window(core, options)


def show(core: Core, options: argparse.Namespace) -> int:
    """Print the parsed article."""
    document = core.analyse(_document(core, options))
    if options.json:
        _print_json(listing.article_json(document))
    else:
        print(listing.article_text(document))
    return DONE


def translate(core: Core, options: argparse.Namespace) -> int:
    """Print translation units: those in memory, the rest from the engine."""
    document = _translated(core, options, _document(core, options))
    units = [document.units[s.id] for s in document.sentences if s.id in document.units]
    if options.json:
        _print_json([listing.unit_json(unit) for unit in units])
    else:
        print(listing.units_text(units))
    return _judge(units)


def analyse(core: Core, options: argparse.Namespace) -> int:
    """Print a JSON object for each line of a text: sentences, words, entities, gloss."""
    from reader.language.analyse import analyse as analyse_paragraph

    for line in _text(options.article).splitlines():
        print(json.dumps(analyse_paragraph(line), ensure_ascii=False))
    return DONE


def export(core: Core, options: argparse.Namespace) -> int:
    """Write a bilingual document."""
    document = _translated(core, options, core.analyse(_document(core, options)))
    status = _judge(list(document.units.values()))
    if status == DONE:
        labels = {name: engine.label for name, engine in core.engines().items()}
        formats.export(
            document,
            options.output,
            formats.Layout(options.layout),
            options.format,
            formats.ExportOptions(engines=labels),
        )
    return status


def snapshot(core: Core, options: argparse.Namespace) -> int:
    """Write a picture of the window."""
    if options.theme:
        core.settings = replace(core.settings, theme=options.theme)
    source = core.sample() if options.article == "sample" else options.article
    _picture(core, source, options.output, options)
    return DONE


def engines(core: Core, options: argparse.Namespace) -> int:
    """List what can translate here, and why not."""
    rows = [
        {
            "name": engine.name,
            "label": engine.label,
            "sends_to": engine.sends_to,
            "available": not engine.unavailable_reason(),
            "reason": engine.unavailable_reason(),
        }
        for engine in core.engines().values()
    ]
    if options.json:
        _print_json(rows)
    else:
        for row in rows:
            goes = f"sends text to {row['sends_to']}" if row["sends_to"] else "offline"
            print(f"{row['name']:<16}{row['label']:<20}{row['reason'] or goes}")
    return DONE


def doctor(core: Core, options: argparse.Namespace) -> int:
    """Print versions, paths, fonts and engines, for a report of a problem."""
    from reader.doctor import lines

    for line in lines(core):
        print(line)
    return DONE


# -- what commands share --------------------------------------------------------------------


def _document(core: Core, options: argparse.Namespace) -> Document:
    if options.article == "-":
        data = sys.stdin.buffer.read()
        return core.read(data, any_language=options.any_language)
    return core.open(options.article, any_language=options.any_language)


def _translated(core: Core, options: argparse.Namespace, document: Document) -> Document:
    """The document with units from memory and, for the rest, from the engine asked for."""
    _use_address(core, options)
    if options.memory:
        core.import_memory(options.memory)
    units = core.recall(document)
    missing = [[s for s in row.sentences if s.id not in units] for row in document.rows]
    for unit in core.translate(missing, core.chain(options.engine), _sleep):
        core.remember([unit])
        units[unit.id] = unit
    return replace(document, units=units)


def _use_address(core: Core, options: argparse.Namespace) -> None:
    if options.address:
        field = "google_address" if options.engine == "google" else "libretranslate_address"
        core.settings = replace(core.settings, **{field: options.address})


def _judge(units: list[TranslationUnit]) -> int:
    """Complain about failures; NO_ENGINE when there is no English at all."""
    failed = [unit for unit in units if unit.state is State.FAILED]
    if failed:
        _complain(f"{len(failed)} of {len(units)} sentences not translated: {failed[0].reason}")
    return NO_ENGINE if failed and len(failed) == len(units) else DONE


def _show_without_screen(core: Core, options: argparse.Namespace) -> int:
    """The window's picture, and both texts side by side."""
    if not options.article:
        _complain("There is no screen here to open a window on. Name an article, or try --help.")
        return WRONG_USAGE
    document = core.analyse(_document(core, options))
    document = replace(document, units=core.recall(document))
    target = _picture_path()
    _picture(core, options.article, target, options)
    print(listing.side_by_side(document, shutil.get_terminal_size((120, 40)).columns))
    print(f"No screen here: the window was drawn offscreen to {target}.")
    return DONE


def _picture(core: Core, source: str, target: Path, options: argparse.Namespace) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from reader.ui.window import take_picture

    size = getattr(options, "size", (1280, 800))
    engine = getattr(options, "engine", "")
    _use_address(core, options) if engine else None
    take_picture(core, source, target, size=size, engine=engine, any_language=options.any_language)


def _picture_path() -> Path:
    """In the current folder, or the temporary one where that cannot be written."""
    folder = Path.cwd()
    return (folder if os.access(folder, os.W_OK) else Path(tempfile.gettempdir())) / PICTURE


def _text(source: str) -> str:
    from reader.formats import encoding

    if source == "-":
        return encoding.decode(sys.stdin.buffer.read(), "The input")
    path = Path(source)
    return encoding.decode(encoding.read_bytes(path), path.name)


def _sleep(seconds: float) -> bool:
    time.sleep(seconds)
    return False


def _print_json(data: object) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))


def _complain(text: str) -> None:
    print(f"setu-reader: {text}", file=sys.stderr)


def _with_way_on(error: ReaderError) -> str:
    way_on = " Open it anyway with --any-language." if isinstance(error, NotHindi) else ""
    return f"{error}{way_on}"


def _status(error: ReaderError) -> int:
    if isinstance(error, InputError):
        return NO_ARTICLE
    return NO_ENGINE if isinstance(error, EngineError) else 1


def _log_to_file() -> None:
    """Unforeseen errors go to a small rotated log, which holds no article text."""
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            log_file(), maxBytes=200_000, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        return
    logging.getLogger("reader").addHandler(handler)


# -- the arguments --------------------------------------------------------------------------


def _parse(arguments: list[str]) -> argparse.Namespace:
    """A first word that is no command is an article to open."""
    if not arguments or (arguments[0] not in COMMANDS and arguments[0] not in _OWN_OPTIONS):
        arguments = ["open", *arguments]
    return _parser().parse_args(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="setu-reader",
        description="Read a Hindi article with English beside it.",
        epilog="setu-reader ARTICLE opens the window on an article. "
        "Exit status: 0 done, 2 wrong usage, 3 no article, 4 no engine could translate.",
    )
    parser.add_argument("--version", action="version", version=version("setu-reader"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (run, add_arguments) in COMMANDS.items():
        command = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
        command.add_argument("--library", type=Path, help="the library file to use")
        command.add_argument("--any-language", action="store_true", help="open what is not Hindi")
        command.set_defaults(run=run)
        add_arguments(command)
    return parser


def _open_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("article", nargs="?", default="", help=ARTICLE)


def _article_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("article", help=ARTICLE)
    command.add_argument(
        "--json", action="store_true", help=" ".join((listing.article_json.__doc__ or "").split())
    )


def _engine_arguments(command: argparse.ArgumentParser, default: str = AUTOMATIC) -> None:
    command.add_argument("--engine", choices=ENGINES, default=default, help="who translates")
    command.add_argument("--address", default="", help="the address of that engine's server")
    command.add_argument("--memory", type=Path, help="a TMX file to take translations from")


def _translate_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("article", help=ARTICLE)
    command.add_argument(
        "--json", action="store_true", help="id, source, target, engine, state, reason"
    )
    _engine_arguments(command)


def _analyse_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("article", metavar="FILE", help="a paragraph a line, or -")
    command.add_argument(
        "--json",
        action="store_true",
        help="a line each: sentences[{text,start,end}], words[{text,start,end,headword,pos,"
        "romanised,gloss}], entities[{text,start,end,label,english}], gloss (always JSON)",
    )


def _export_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("article", help=ARTICLE)
    command.add_argument("-o", "--output", type=Path, required=True, help="the file to write")
    command.add_argument(
        "--layout", choices=[layout.value for layout in formats.Layout], default="columns"
    )
    command.add_argument("--format", default="", help="md or html, if not the file's ending")
    _engine_arguments(command)


def _snapshot_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("article", help=f"{ARTICLE}; or sample")
    command.add_argument("-o", "--output", type=Path, required=True, help="the PNG to write")
    command.add_argument("--size", type=_size, default=(1280, 800), metavar="WxH")
    command.add_argument("--theme", choices=("light", "dark"), default="")
    command.add_argument("--view", choices=("side-by-side",), default="side-by-side")
    _engine_arguments(command, default="")


def _json_only(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="as JSON")


def _no_arguments(command: argparse.ArgumentParser) -> None:
    """`doctor` needs none."""


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit() and 1 <= int(width) <= 8000 >= int(height) >= 1):
        raise argparse.ArgumentTypeError("write it as 1280x800")
    return int(width), int(height)


Run = Callable[[Core, argparse.Namespace], int]
COMMANDS: dict[str, tuple[Run, Callable[[argparse.ArgumentParser], None]]] = {
    "open": (open_window, _open_arguments),
    "sample": (read_sample, _no_arguments),
    "show": (show, _article_arguments),
    "translate": (translate, _translate_arguments),
    "analyse": (analyse, _analyse_arguments),
    "export": (export, _export_arguments),
    "snapshot": (snapshot, _snapshot_arguments),
    "engines": (engines, _json_only),
    "doctor": (doctor, _no_arguments),
}
_OWN_OPTIONS = ("-h", "--help", "--version")

if __name__ == "__main__":
    sys.exit(main())
