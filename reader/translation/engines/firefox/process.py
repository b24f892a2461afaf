"""The process that translates, as its parent sees it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any

from reader.translation.engines.firefox import worker
from reader.translation.models.manifest import InstalledFile

LOAD_SECONDS = 30.0
SENTENCE_SECONDS = 60.0
"""How long it may take; the model is loaded in a tenth of a second."""
END_SECONDS = 2.0
_NO_INSTRUCTION = (-4, 0xC000001D)
"""Exit statuses of what met an instruction unknown to the processor: SIGILL, and Windows' own."""
_CODE = f"from {worker.__name__} import serve; serve()"


class ProcessError(Exception):
    """The process could not do the work, in its own words; it lives on.

    ``kind`` is that of the file it does not take, '' where that is not why.
    """

    def __init__(self, said: str, kind: str = "") -> None:
        super().__init__(said)
        self.kind = kind


class ProcessDied(ProcessError):
    """The process ended, or had to be ended, over the work."""


class Process:
    """A process of its own for one model; used by one thread at a time, but closed by any."""

    def __init__(self) -> None:
        frozen = bool(getattr(sys, "frozen", False))
        self._process = subprocess.Popen(
            [sys.executable, *([worker.ARGUMENT] if frozen else ["-P", "-c", _CODE])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self._process.stdin
        assert self._process.stdout
        self._input: IO[bytes] = self._process.stdin
        self._lines: SimpleQueue[bytes] = SimpleQueue()
        self._listener = Thread(target=self._listen, args=(self._process.stdout,), daemon=True)
        self._listener.start()

    @property
    def id(self) -> int:
        """The system's number of the process."""
        return self._process.pid

    def load(self, folder: Path, files: Sequence[InstalledFile]) -> None:
        """Check and load the ``files`` in ``folder``, first of all; raises ProcessError."""
        self._ask({f.kind: (str(folder / f.name), f.sha256) for f in files}, LOAD_SECONDS)

    def translate(self, text: str) -> str:
        """The translation of one sentence; raises ProcessError."""
        return str(self._ask(text, SENTENCE_SECONDS).get("text", ""))

    def kill(self) -> None:
        """End it at once; who waits for an answer gets ProcessDied."""
        self._process.kill()

    def close(self) -> None:
        """End it at once, and wait until it is gone."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        with suppress(OSError):  # It did not take the last question.
            self._input.close()

    def _ask(self, question: object, seconds: float) -> dict[str, Any]:
        try:
            self._input.write(json.dumps(question).encode() + b"\n")
            self._input.flush()
            line = self._lines.get(timeout=seconds)
        except (OSError, ValueError):
            line = b""
        except Empty:
            self._process.kill()
            raise ProcessDied("it did not answer in time") from None
        if not line:
            raise ProcessDied(self._end())
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise ProcessError(answer["error"], answer.get("kind", ""))
        return answer

    def _end(self) -> str:
        """How the process ended."""
        with suppress(subprocess.TimeoutExpired):
            if self._process.wait(END_SECONDS) in _NO_INSTRUCTION:
                return "this computer's processor lacks what it needs"
        return "its process ended"

    def _listen(self, output: IO[bytes]) -> None:
        """In a thread: pass the lines on as they come, b'' at the end; none is left a zombie."""
        with output:
            for line in output:
                self._lines.put(line)
        self._lines.put(b"")
        self._process.wait()
