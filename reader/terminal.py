"""What is said in the terminal: results on stdout, complaints in one line on stderr."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections.abc import Iterator
from typing import TypeVar

from reader.errors import ExportError

T = TypeVar("T")
# What JSON leaves as it is though terminals take it for commands and programs for line ends.
_CONTROLS = re.compile("[\x7f-\x9f\u2028\u2029]")


def use_utf8() -> None:
    """Write UTF-8, whatever the locale says: it is what the JSON is promised in."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str) -> None:
    """Write a result and a line end to stdout, at once.

    Raises BrokenPipeError when nobody reads any more, ExportError when it cannot be written.
    """
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer would fail again at the end of the program.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise ExportError(f"The output cannot be written: {error.strerror}.") from error


def say_json(data: object) -> None:
    """Write data to stdout as indented JSON, with no control character in it raw."""
    say(_json(data, indent=2))


def say_json_line(data: object) -> None:
    """Write data to stdout as JSON in one line, whatever a program takes for a line's end."""
    say(_json(data))


def _json(data: object, indent: int | None = None) -> str:
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _CONTROLS.sub(lambda control: f"\\u{ord(control[0]):04x}", text)


def complain(text: str) -> None:
    """Write ``text`` to stderr as one line, without what a terminal would take for commands."""
    if sys.stderr is not None:
        line = "".join(filter(str.isprintable, " ".join(text.split())))
        sys.stderr.write(f"setu-reader: {line}\n")


def agrees(question: str) -> bool:
    """Whether a person at the terminal says yes; False where nobody is there to be asked."""
    streams = (sys.stdin, sys.stderr)
    if not all(stream is not None and stream.isatty() for stream in streams):
        return False
    sys.stderr.write(f"{question} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def counted(things: Iterator[T], total: int, what: str) -> Iterator[T]:
    """The ``things``, counted on stderr where a person is watching it."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield from things
        return
    for count, thing in enumerate(things, 1):
        sys.stderr.write(f"\r{count} of {total} {what}")
        sys.stderr.flush()
        yield thing
    sys.stderr.write("\r\033[K")
