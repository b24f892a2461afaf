"""Running the command line, and what it answers."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the command printed
        return json.loads(self.out)

    def is_refusal(self, status: int, *words: str) -> bool:
        """Whether it is one clear line on stderr and nothing else."""
        return (
            (self.status, self.out) == (status, "")
            and self.err.startswith("setu-reader: ")
            and self.err.count("\n") == 1
            and "Traceback" not in self.err
            and all(word in self.err for word in words)
        )


Cli = Callable[..., Said]


def process(
    *arguments: object, text: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command line, or Python code after ``-c``, in a process of its own."""
    start = [] if arguments[0] == "-c" else ["-m", "reader"]
    return subprocess.run(
        [sys.executable, *start, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        input=text,
        timeout=60,
        check=False,
        env={**os.environ, **environment},
    )


def states(said: Said) -> Counter[str]:
    return Counter(unit["state"] for unit in said.json)


HINDI_SENTENCES = 9
"""In ARTICLE, the Hindi half of its picture's text among them."""
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1"
