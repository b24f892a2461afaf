"""The model that is installed: what its manifest says, and whether its files are still those."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reader import plain
from reader.paths import write_whole
from reader.translation.models.storing import sha256_of


@dataclass(frozen=True, slots=True)
class InstalledFile:
    """One file of the model: its kind is 'model', 'lex', 'vocab', 'srcvocab' or 'trgvocab'."""

    name: str
    kind: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Installed:
    """The model in use: ``folder`` is where its files lie, from the folder of all models;
    ``origin`` who it came from, ``installed`` when, in UTC; ``records`` the address of the list
    of models it stood in, '' where it stood in none.
    """

    version: str
    folder: str
    origin: str
    installed: datetime
    files: tuple[InstalledFile, ...]
    records: str = ""

    @property
    def size(self) -> int:
        """Bytes of its files."""
        return sum(file.size for file in self.files)


def read(manifest: Path) -> Installed | None:
    """What a manifest says; None when there is none that can be read.

    A model whose files are not there any more in their sizes is not installed.
    """
    try:
        said = plain.from_plain(Installed, json.loads(manifest.read_text("utf-8")))
        folder = manifest.parent / said.folder
        fits = all((folder / file.name).stat().st_size == file.size for file in said.files)
    except (OSError, ValueError, RecursionError):
        return None
    return said if fits else None


def write(manifest: Path, installed: Installed) -> None:
    """Make this the installed model: one replacement of one file. Raises OSError."""
    write_whole(manifest, plain.to_json(installed).encode())


def wrong_file(folder: Path, files: Iterable[InstalledFile]) -> str:
    """The name of a file that is not what was installed, by its SHA-256; '' when all are."""
    for file in files:
        try:
            if sha256_of(folder / file.name) != file.sha256:
                return file.name
        except OSError:
            return file.name
    return ""
