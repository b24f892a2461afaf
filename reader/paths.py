"""The one place that knows where resources and the reader's own files live."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import platformdirs

APP_NAME = "setu-reader"


def resource(name: str) -> Path:
    """The path of a file that ships with Setu, such as ``lexicon/hi-en.tsv``.

    In a wheel the resources lie inside the package, in a checkout beside it.
    """
    inside = Path(__file__).parent / "resources"
    root = inside if inside.is_dir() else inside.parent.parent / "resources"
    return root / name


def config_file() -> Path:
    """Where the settings are kept; the folder may not exist yet."""
    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)) / "settings.toml"


def library_file() -> Path:
    """Where the library database is kept; the folder may not exist yet."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)) / "library.sqlite"


def models_folder() -> Path:
    """Where offline translation models are kept; the folder may not exist yet."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)) / "models"


def log_file() -> Path:
    """Where the log is kept; the folder may not exist yet."""
    return Path(platformdirs.user_log_dir(APP_NAME, appauthor=False)) / "setu.log"


def write_whole(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write ``data``, in pieces or in one, to ``path`` all or not at all.

    It goes to a temporary file that then takes the place of ``path``. Raises OSError when that
    is not possible, and what the pieces raise; an older file at ``path`` is then untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.writelines([data] if isinstance(data, bytes) else data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
