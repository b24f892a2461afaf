"""A model in files the reader has: which of them are its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.errors import ReaderError
from reader.translation.models.records import KINDS, is_whole


def model_files(paths: Sequence[Path], source: str, target: str) -> dict[str, Path]:
    """The files of the model from ``source`` to ``target`` among ``paths``, by kind.

    They have Firefox's names, such as vocab.hien.spm, and may be packed by gzip.
    A path is a file or a folder, which may be the cache of fxtranslate that holds the model's
    folder. Raises ReaderError when one is not there or they are not a whole model, OSError.
    """
    found: dict[str, Path] = {}
    for path in _files(paths, f"{source}-{target}"):
        kind = path.name.partition(".")[0]
        if kind in KINDS and f".{source}{target}." in path.name and path.is_file():
            found.setdefault(kind, path)
    if not is_whole(found):
        pair = f"{source}{target}"
        raise ReaderError(
            "These are not the files of a model.",
            f"Choose the folder with model.{pair}.….bin, vocab.{pair}.spm and lex.….{pair}.….bin.",
        )
    return found


def _files(paths: Sequence[Path], pair: str) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted((path / pair if (path / pair).is_dir() else path).iterdir())
        elif path.exists():
            yield path
        else:
            raise ReaderError(f"{path.name} is not there.", "Check the name and the folder.")
