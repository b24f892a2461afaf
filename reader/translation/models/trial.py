"""Whether a model can be loaded here, and what is told where it cannot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from reader.errors import ReaderError
from reader.translation.models.manifest import InstalledFile
from reader.translation.models.records import SOURCE_VOCAB, VOCAB

Trial = Callable[[Path, Sequence[InstalledFile]], None]
"""Raises ReaderError when the files in a folder cannot be loaded."""

NOT_AGAIN = (
    "Its files are as they should be, so getting it again will not help."
    " Update Setu, or choose another engine."
)
"""What helps where a model is whole and cannot be loaded all the same."""
_TRIAL = "2024."
"""What every vocabulary has signs for."""


class CannotLoad(ReaderError):
    """The files are those of a model, but it cannot be loaded here.

    ``file`` is the name of the one that is not taken, '' where that is not why.
    """

    def __init__(self, why: str, file: str = "") -> None:
        super().__init__(f"The model cannot be loaded here: {why}.", NOT_AGAIN)
        self.file = file


def loads(folder: Path, files: Sequence[InstalledFile]) -> None:
    """Load the files in a process of their own and translate; raises CannotLoad if that fails."""
    from reader.translation.engines.firefox.process import Process, ProcessError

    names = {file.kind: file.name for file in files}
    process = Process()
    try:
        process.load(folder, files)
        english = process.translate(_TRIAL)
    except ProcessError as error:
        raise CannotLoad(str(error), names.get(error.kind, "")) from error
    finally:
        process.close()
    if not english:  # The library takes any file for a vocabulary.
        raise CannotLoad("it gives no English", names.get(VOCAB) or names.get(SOURCE_VOCAB, ""))


def of_own_files(error: CannotLoad) -> ReaderError:
    """What is told where the reader's own files cannot be loaded: the broken one, if one is."""
    if not error.file:
        return ReaderError(error.what, "Choose the files of another model.")
    what = f"{error.file} is broken, cut short, or no file of a model."
    return ReaderError(what, "Copy it again, whole, or choose the files of another model.")
