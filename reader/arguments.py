"""What can be asked on the command line. The help made here documents the keys of all JSON."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from reader import formats
from reader.settings import AUTOMATIC
from reader.translation.engines import TABLE

WINDOW_SIZE = (1280, 800)
_LARGEST_SIDE = 8000
_ADDRESSED = ("google", "libretranslate")
_OWN_OPTIONS = ("-h", "--help", "--version")
_EPILOG = """\
setu-reader ARTICLE opens the window on a text or HTML file, an http(s) address, or - for
standard input. Every command has its own --help.

Exit status:
  0  done
  2  wrong usage: a bad option, or a place that cannot be written
  3  what was given cannot be read as an article
  4  no engine could translate it

SETU_GOOGLE_ADDRESS and SETU_LIBRETRANSLATE_ADDRESS set the addresses of those engines.
"""
_ARTICLE_JSON = """\
keys of the JSON object:
  title, byline, source, url, language, lead, dateline, web_title   text, "" if missing
  published, modified   ISO 8601 with the offset from UTC, or null
  image                 alt, caption
  key_points            a list: text, and sentence: the id of the one it sums up, or ""
  paragraphs            a list: kind (paragraph, heading, quote, item) and sentences,
                        a list: id, text, language
"""
_UNITS_JSON = """\
keys of each object in the JSON list:
  id       the sentence's, as show --json has them; title.1, lead.1, k1.1 … for the rest
  source   the Hindi sentence
  target   its English, "" if there is none
  engine   who made it: google, libretranslate, gloss …, "" if nobody
  state    machine (translated now), cached (taken from the memory), edited (a person's),
           gloss (dictionary, word for word; not a translation) or failed
  reason   why it failed or why a gloss stands in, else ""
"""
_ANALYSIS_JSON = """\
One JSON object a line of the file, in its order. Offsets are code points of that line, from
start up to, not including, end. Keys:
  sentences   a list: text, start, end
  words       a list: text, start, end, headword, pos, romanised, gloss
  entities    a list: text, start, end, label (PERSON PLACE ORGANISATION DATE NUMBER MONEY),
              english
  gloss       the gloss line
"""
_ENGINES_JSON = """\
keys of each object in the JSON list:
  name, label   the name --engine takes, and the one people see
  sends_to      the host that gets the text; null when it stays on this machine
  available     whether it can be used
  reason        why not, else ""
"""


def parse(arguments: list[str]) -> argparse.Namespace:
    """The options, with ``command`` among them; a first word that is no command is an article.

    Every command's namespace has the options of all. Exits with status 2 on wrong usage.
    """
    if not arguments or arguments[0] not in (*_COMMANDS, *_OWN_OPTIONS):
        arguments = ["open", *arguments]
    options = _parser().parse_args(arguments)
    if options.address and options.engine not in _ADDRESSED:
        options.parser.error(f"--address goes with --engine {' or '.join(_ADDRESSED)}")
    return options


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="setu-reader",
        usage="setu-reader [ARTICLE]\n       setu-reader COMMAND [OPTION ...]",
        description="Read a Hindi article with English beside it.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=version("setu-reader"))
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
            parser=command, library=None, any_language=False, engine="", address=None, memory=None
        )
        add_arguments(command)
    return parser


def _add_article(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "article",
        metavar="ARTICLE",
        type=_named,
        help="a text or HTML file, an http(s) address, or - for standard input",
    )
    _add_any_language(command)


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
        metavar="URL",
        help="the server of that engine, such as http://localhost:5000",
    )
    command.add_argument(
        "--memory", type=Path, metavar="TMX", help="take in the translations of this file first"
    )
    _add_library(command)


_AUTOMATIC_FIRST = "automatic (the default) asks those allowed in the window, then the gloss"


def _open(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "article", metavar="ARTICLE", nargs="?", type=_named, help="what to open, if anything"
    )
    _add_any_language(command)
    _add_library(command)


def _show(command: argparse.ArgumentParser) -> None:
    _add_article(command)
    _add_json(command)


def _translate(command: argparse.ArgumentParser) -> None:
    _add_article(command)
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


def _export(command: argparse.ArgumentParser) -> None:
    _add_article(command)
    command.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="the file to write"
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
        "-o", "--output", type=Path, required=True, metavar="PNG", help="the picture to write"
    )
    command.add_argument(
        "--size",
        type=_size,
        default=WINDOW_SIZE,
        metavar="WxH",
        help="the window's size in pixels; {}x{} if not given".format(*WINDOW_SIZE),
    )
    command.add_argument("--theme", choices=("light", "dark"), default="")
    command.add_argument("--view", choices=("side-by-side",), default="side-by-side")
    _add_engine(command, "", "nobody if not given")


def _nothing(command: argparse.ArgumentParser) -> None:
    """For a command without options of its own."""


_COMMANDS: dict[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]] = {
    "open": ("open the window; without a screen, draw it and print both texts", "", _open),
    "sample": ("open the bundled article, translated", "", _add_library),
    "show": ("print the article as it was understood", _ARTICLE_JSON, _show),
    "translate": ("print each sentence with its English", _UNITS_JSON, _translate),
    "analyse": ("print the sentences, words and names of a text", _ANALYSIS_JSON, _analyse),
    "export": ("write a bilingual document, Markdown or HTML", "", _export),
    "snapshot": ('write a picture of the window; ARTICLE may be "sample"', "", _snapshot),
    "engines": ("list what can translate here, and why not", _ENGINES_JSON, _add_json),
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


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not all(side.isdecimal() and 1 <= int(side) <= _LARGEST_SIDE for side in (width, height)):
        raise argparse.ArgumentTypeError("write it as {}x{}".format(*WINDOW_SIZE))
    return int(width), int(height)
