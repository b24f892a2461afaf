"""What can be asked on the command line. The help made here documents the keys of all JSON."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from reader import formats
from reader.cli import json_keys as keys_of
from reader.settings import ADDRESSED, AUTOMATIC, THEMES, VIEWS
from reader.terminal import say
from reader.translation.engines.chat import ChatEngine
from reader.translation.engines.table import TABLE

DONE, WRONG_USAGE, NO_ARTICLE, NO_ENGINE = 0, 2, 3, 4
"""The exit statuses."""
WINDOW_SIZE = (1280, 800)
_ONE_OR_MORE = ("a file", "one or more, each a file")
_LARGEST_SIDE = 8000
_OWN_OPTIONS = ("-h", "--help", "--version")
_EPILOG = """\
setu-reader ARTICLE opens the window on a file (text, HTML, MHTML, Markdown, EPUB, DOCX, PDF, or
JSON saved by Setu), an http(s) address, or - for standard input, which holds an article or
nothing but an address. Every command has its own --help.

Where an address gives no article now, the copy kept of it is read, and stderr says so.

Exit status:
  0  done
  2  wrong usage: a bad option, or a place that cannot be written
  3  what was given cannot be read as an article
  4  no engine could translate it

With Stay offline, set in the window, nothing leaves this computer: no address is opened, and only
an engine or a model server on this very computer is asked.

SETU_ENGINE_ADDRESS sets the address of an engine, such as SETU_LIBRETRANSLATE_ADDRESS, and
SETU_ENGINE_KEY its key, such as SETU_CHAT_KEY. SETU_CHAT_MODEL names the chat server's model,
SETU_MICROSOFT_REGION the region of Microsoft's key.
"""


def parse(arguments: list[str]) -> argparse.Namespace:
    """The options, with ``command`` among them; a first word that is no command is an article.

    Every command's namespace has the options of all. Exits with status 2 on wrong usage.
    """
    if not arguments or arguments[0] not in (*_COMMANDS, *_OWN_OPTIONS):
        arguments = ["open", *arguments]
    options = _parser().parse_args(arguments)
    if options.address and options.engine not in ADDRESSED:
        options.parser.error(f"--address goes with --engine {' or '.join(ADDRESSED)}")
    if options.model and options.engine != ChatEngine.name:
        options.parser.error(f"--model goes with --engine {ChatEngine.name}")
    if options.command == "feeds" and bool(options.feed) != (options.action in ("add", "remove")):
        options.parser.error("add and remove go with an ADDRESS, list and check without")
    if options.command == "models":
        _check_models(options)
    return options


class _Version(argparse.Action):
    """Prints the version, which is looked up only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        say(version("setu-reader"))
        parser.exit()


def _check_models(options: argparse.Namespace) -> None:
    """Exit with status 2 where options do not go with the action."""
    if options.texts and (options.action != "verify" or len(options.texts) != 2):
        options.parser.error("verify goes with two texts or none, the others with none")
    if options.place and options.action not in ("install", "update"):
        options.parser.error("--from goes with install and update")
    addresses = list(map(formats.is_address, options.place or ()))
    if any(addresses) and len(addresses) > 1:
        options.parser.error("--from goes with one address, or with files alone")
    is_web = all(addresses)
    if options.action == "update" and not is_web:
        options.parser.error("update gets a model from an address; install takes files")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="setu-reader",
        usage="setu-reader [ARTICLE]\n       setu-reader COMMAND [OPTION ...]",
        description="Read a Hindi article with English beside it.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", required=True, prog="setu-reader"
    )
    for name, (help_, epilog, add_arguments) in _COMMANDS.items():
        command = commands.add_parser(
            name,
            help=help_,
            description=f"{help_[0].upper()}{help_[1:]}.",
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.set_defaults(
            parser=command,
            library=None,
            any_language=False,
            part="",
            engine="",
            address=None,
            model=None,
            memory=None,
            agree=False,
        )
        add_arguments(command)
    return parser


def _add_article(command: argparse.ArgumentParser, *, several: bool = False) -> None:
    command.add_argument(
        "article",
        metavar="ARTICLE",
        nargs="+" if several else None,
        type=_named,
        help=f"{_ONE_OR_MORE[several]}, an http(s) address, or - for standard input",
    )
    _add_part(command)
    _add_any_language(command)


def _add_part(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--part",
        default="",
        metavar="N",
        help=f"which of a book's articles, as show lists them; {formats.ALL} for the whole book",
    )


def _add_any_language(command: argparse.ArgumentParser) -> None:
    command.add_argument("--any-language", action="store_true", help="open it though not in Hindi")


def _add_library(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--library", type=Path, metavar="FILE", help="the library file, if not the usual one"
    )


def _add_json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="as JSON, with the keys below")


def _add_engine(command: argparse.ArgumentParser, default: str, meaning: str) -> None:
    command.add_argument(
        "--engine",
        choices=(AUTOMATIC, *TABLE),
        default=default,
        help=f"who translates what is not in the translation memory: {meaning}",
    )
    command.add_argument(
        "--address",
        type=_address,
        action="append",
        metavar="URL",
        help="the server of that engine, such as http://localhost:5000; given several times, the"
        " work is spread over them",
    )
    command.add_argument(
        "--model",
        type=_named,
        metavar="NAME",
        help="for a chat server: the model that is to translate, as the server calls it",
    )
    command.add_argument(
        "--agree",
        action="store_true",
        help="agree that the engine's server receives the text, from now on",
    )
    command.add_argument(
        "--memory",
        type=Path,
        metavar="TMX",
        help="take in the translations of this file first; they come before what engines made,"
        " and after the reader's own corrections",
    )
    _add_library(command)


_AUTOMATIC_FIRST = "automatic (the default) asks those allowed in the window, then the gloss"


def _open(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "article", metavar="ARTICLE", nargs="?", type=_named, help="what to open, if anything"
    )
    _add_part(command)
    _add_any_language(command)
    _add_library(command)


def _show(command: argparse.ArgumentParser) -> None:
    _add_article(command)
    _add_json(command)


def _translate(command: argparse.ArgumentParser) -> None:
    _add_article(command, several=True)
    _add_json(command)
    _add_engine(command, AUTOMATIC, _AUTOMATIC_FIRST)


def _analyse(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "article",
        metavar="FILE",
        type=_named,
        help="a text file, a paragraph a line; - for standard input",
    )
    command.add_argument("--json", action="store_true", help="the only form there is")


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "article",
        metavar="FILE",
        type=_named,
        help="a text file, a Hindi sentence, a tab and its English a line; - for standard input",
    )
    command.add_argument("--json", action="store_true", help="as JSON lines, with the keys below")


def _export(command: argparse.ArgumentParser) -> None:
    _add_article(command, several=True)
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE",
        help="the file to write; for several articles a folder",
    )
    command.add_argument(
        "--layout",
        choices=[layout.value for layout in formats.Layout],
        default=formats.Layout.COLUMNS.value,
        help="columns (the default), interleaved paragraphs, or English alone",
    )
    command.add_argument(
        "--format",
        choices=[ending.removeprefix(".") for ending in formats.WRITERS],
        default="",
        help="the format, if not that of the file's ending",
    )
    _add_engine(command, AUTOMATIC, _AUTOMATIC_FIRST)


def _snapshot(command: argparse.ArgumentParser) -> None:
    _add_article(command)
    command.add_argument(
        "-o", "--output", type=_png, required=True, metavar="PNG", help="the picture to write"
    )
    command.add_argument(
        "--size",
        type=_size,
        default=WINDOW_SIZE,
        metavar="WxH",
        help="the window's size in pixels; {}x{} if not given".format(*WINDOW_SIZE),
    )
    command.add_argument("--theme", choices=THEMES[1:], default="")
    command.add_argument("--view", choices=VIEWS, default="", help="side-by-side if not given")
    _add_engine(command, "", "nobody if not given")


def _changes(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "article", metavar="ADDRESS", type=_address, help="the article's http(s) address"
    )
    _add_any_language(command)
    _add_json(command)
    _add_library(command)


def _feeds(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "action",
        nargs="?",
        choices=("list", "add", "remove", "check"),
        default="list",
        help="list them (if not given), add or remove one, or check all for new items now",
    )
    command.add_argument(
        "feed",
        metavar="ADDRESS",
        nargs="?",
        type=_address,
        help="of the feed, or to add one, of a page that declares it",
    )
    _add_json(command)
    _add_library(command)


def _models(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "action",
        nargs="?",
        choices=("list", "install", "update", "remove", "verify"),
        default="list",
        help="list what is installed (if not given); install, update or remove the model; verify"
        " its files and how it translates",
    )
    command.add_argument(
        "texts",
        metavar="FILE",
        nargs="*",
        type=_named,
        help="for verify: sentences in Hindi, and the same in English; files or addresses",
    )
    command.add_argument(
        "--from",
        dest="place",
        action="append",
        type=_named,
        metavar="PLACE",
        help="where install and update get it: the address of a record list; or, to install, a"
        " folder or (given several times) the model's files. If not given, an update asks where the"
        " model came from, and an install Mozilla's record service",
    )
    _add_json(command)


def _nothing(command: argparse.ArgumentParser) -> None:
    """For a command without options of its own."""


_COMMANDS: dict[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]] = {
    "open": ("open the window; without a screen, draw it and print both texts", "", _open),
    "sample": ("open the bundled article, translated", "", _add_library),
    "show": ("print the article as it was understood", keys_of.ARTICLE_JSON, _show),
    "translate": ("print each sentence with its English", keys_of.UNITS_JSON, _translate),
    "analyse": (
        "print the sentences, words and names of a text",
        keys_of.ANALYSIS_JSON,
        _analyse,
    ),
    "check": (
        "say where English differs from its Hindi in numbers, or is odd",
        keys_of.CHECK_JSON,
        _check,
    ),
    "export": ("write a bilingual document: Markdown, HTML, or JSON to open again", "", _export),
    "snapshot": ('write a picture of the window; ARTICLE may be "sample"', "", _snapshot),
    "changes": (
        "print what changed at an address since last time",
        keys_of.CHANGES_JSON,
        _changes,
    ),
    "feeds": ("list feeds, and what is new in them", keys_of.FEEDS_JSON, _feeds),
    "models": ("list, install or remove the offline model", keys_of.MODELS_JSON, _models),
    "engines": ("list what can translate here, and why not", keys_of.ENGINES_JSON, _add_json),
    "doctor": ("print versions, places and engines, for reporting a problem", "", _nothing),
}


def _named(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty")
    return text


def _address(text: str) -> str:
    if not formats.is_address(text):
        raise argparse.ArgumentTypeError("write it as http://localhost:5000")
    return text


def _png(text: str) -> Path:
    if Path(text).suffix.lower() != ".png":
        raise argparse.ArgumentTypeError("a picture of the window is a PNG file: name it *.png")
    return Path(text)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not all(side.isdecimal() and 1 <= int(side) <= _LARGEST_SIDE for side in (width, height)):
        raise argparse.ArgumentTypeError("write it as {}x{}".format(*WINDOW_SIZE))
    return int(width), int(height)
