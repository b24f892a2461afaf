"""A library in the place of fxtranslate that dies, hangs and panics when it is told to."""

from pathlib import Path

import pytest

LIBRARY = """
import os, pathlib

class Panic(BaseException):
    pass

class Translator:
    def __init__(self, model, source, target, shortlist):
        with open(os.environ["STARTS"], "a") as file:
            file.write("x")
        if model.startswith(b"die"):
            os._exit(3)
        if model.startswith(b"ill"):
            os.kill(os.getpid(), 4)
        if model.startswith(b"bad") or "SETU_TEST_REFUSE" in os.environ:
            raise ValueError("not a model")
        self.name = model[:5].decode("latin-1")

    def translate(self, text):
        if text == "die":
            os._exit(3)
        if text == "die once":
            mark = pathlib.Path(os.environ["STARTS"] + ".died")
            if not mark.exists():
                mark.touch()
                os._exit(3)
        if text == "hang":
            import time
            time.sleep(1000)
        if text == "panic":
            raise Panic
        if text == "fail":
            raise ValueError("no translation")
        return "" if text == "nothing" else f"{self.name}: {text}"
"""


def put(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have it found here and in processes started from here; a file with a letter a start."""
    library = folder / "library"
    library.mkdir()
    (library / "fxtranslate.py").write_text(LIBRARY)
    monkeypatch.syspath_prepend(str(library))
    monkeypatch.setenv("STARTS", str(folder / "starts"))
    return folder / "starts"
