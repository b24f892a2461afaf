"""What `setu-reader doctor` says: versions, paths, fonts and engines."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from reader import paths
from reader.app import Core
from reader.screen import has_screen

PACKAGES = (
    "setu-reader",
    "PySide6-Essentials",
    "deep-translator",
    "langdetect",
    "lxml",
    "simplemma",
    "Babel",
)
FONTS = (
    ("Mukta", "fontpkg-mukta"),
    ("Source Serif 4", "fontpkg-source-serif-4"),
)


def lines(core: Core) -> Iterator[str]:
    """The report, a fact a line. Nothing in it is article text or a key."""
    yield f"Python {platform.python_version()} on {platform.platform()}"
    for package in PACKAGES:
        yield f"{package} {_version(package)}"
    yield f"Screen: {'yes' if has_screen() else 'none; windows are drawn to pictures'}"
    for family, package in FONTS:
        yield f"Font {family}: {_version(package)}"
    yield f"Settings: {paths.config_file()}"
    yield f"Library: {paths.library_file()}"
    yield f"Log: {paths.log_file()}"
    yield f"Resources: {paths.resource('')}"
    yield "Keyring: not used, no engine of this version takes a key"
    for engine in core.engines().values():
        yield f"Engine {engine.name}: {engine.unavailable_reason() or 'ready'}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "is not installed"
