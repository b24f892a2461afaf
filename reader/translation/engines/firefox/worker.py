"""The other process: loads a model, then translates a line of JSON at a time until told no more.

fxtranslate holds the interpreter's lock while it works and is bound to the thread that made it,
so it has an interpreter of its own. The process ends when the pipe it is asked through closes,
also when the program at its other end was killed.
"""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from fxtranslate import Translator

T = TypeVar("T")
ARGUMENT = "--firefox"
"""What a frozen program is started with to be this process."""


class _Unfit(Exception):
    """The library does not take the file of one ``kind``; the message is the library's."""

    def __init__(self, message: str, kind: str) -> None:
        super().__init__(message)
        self.kind = kind


def serve() -> None:
    """Answer each line on stdin with one on stdout; the first names the files to load."""
    # Ctrl-C is for the program that asks; it then closes the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    translator = _tried(lambda: _load(json.loads(sys.stdin.buffer.readline())))
    if translator is None:
        return
    _say({"ready": True})
    for line in sys.stdin.buffer:
        text = _tried(lambda line=line: translator.translate(json.loads(line)))  # type: ignore[misc]
        if text is not None:
            _say({"text": text})


def _tried(work: Callable[[], T]) -> T | None:
    """What the work gives; None when it fails, which is said.

    Some errors of the library derive from BaseException alone. What it holds may be amiss after
    these, so they end the process.
    """
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - all of them are told to the other side
        _say({"error": str(error) or type(error).__name__, "kind": getattr(error, "kind", "")})
        return None
    except BaseException as error:
        _say({"error": type(error).__name__})
        raise


def _say(message: Mapping[str, object]) -> None:
    sys.stdout.buffer.write(json.dumps(message).encode() + b"\n")
    sys.stdout.buffer.flush()


def _load(files: Mapping[str, tuple[str, str]]) -> Translator:
    """A translator from files given by kind as path and SHA-256.

    Raises ValueError, OSError, _Unfit.
    """
    import hashlib

    data: dict[str, bytes] = {}
    for kind, (path, sha256) in files.items():
        data[kind] = Path(path).read_bytes()
        if hashlib.sha256(data[kind]).hexdigest() != sha256:
            raise ValueError(f"{Path(path).name} is not what was installed")
    try:
        return _translator(data)
    except BaseException as error:
        said = str(error) if isinstance(error, Exception) else type(error).__name__
        raise _Unfit(said, _unfit(data)) from error


def _translator(data: Mapping[str, bytes]) -> Translator:
    from fxtranslate import Translator

    source = data["srcvocab"] if "srcvocab" in data else data["vocab"]
    target = data["trgvocab"] if "trgvocab" in data else data["vocab"]
    return Translator(data["model"], source, target, data.get("lex"))


def _unfit(data: Mapping[str, bytes]) -> str:
    """The kind of the file that is not taken: it goes without the list of likely words, or not."""
    try:
        _translator({kind: part for kind, part in data.items() if kind != "lex"})
    except BaseException:  # noqa: BLE001 - some errors of the library derive from it alone
        return "model"
    return "lex"
