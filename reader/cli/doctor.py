"""What `setu-reader doctor` says: versions, places, engines, and who can be contacted."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from reader import paths
from reader.app import Core
from reader.screen import has_screen

FONTS = (
    ("Mukta", "fontpkg-mukta"),
    ("Source Serif 4", "fontpkg-source-serif-4"),
)


def lines(core: Core) -> Iterator[str]:
    """The report, a fact a line: no article text, address, key or name of a person."""
    yield f"Python {platform.python_version()} on {platform.platform()}"
    yield f"setu-reader {_version('setu-reader')}"
    for package in _packages():
        yield f"{package} {_version(package)}"
    yield f"Screen: {'yes' if has_screen() else 'none; windows are drawn to pictures'}"
    for family, package in FONTS:
        yield f"Font {family}: {_version(package)}"
    yield f"Settings: {_place(paths.config_file())}"
    yield f"Library: {_place(paths.library_file())}"
    yield f"Log: {_place(paths.log_file())}"
    yield f"Resources: {_place(paths.resource(''))}"
    yield f"Models: {_place(paths.models_folder())}"
    yield f"Offline model: {_model(core)}"
    yield f"Keyring: {core.keyring_reason() or 'there, for the keys of engines'}"
    for engine in core.engines().values():
        yield f"Engine {engine.name}: {core.trouble(engine) or 'ready'}"
    yield f"Stay offline: {'on' if core.settings.offline else 'off'}"
    yield "Nobody is contacted but these, and none of them unasked:"
    for contact in core.contacts():
        yield f"Contact {contact.host}: {contact.why}; {contact.when}"


def _model(core: Core) -> str:
    """What there is of the offline model, whether it is as installed, and what it takes."""
    installed, used = core.models.installed(), f"{core.models.disk_used() / 1e6:.1f} MB on the disk"
    if installed is None:
        return f"none, {used}"
    wrong = core.models.wrong_file()
    state = f"{wrong} is not what was installed; get it again" if wrong else "whole"
    return f"{installed.version} from {installed.origin}, {state}, {used}"


def _place(path: Path) -> str:
    """A path as it may be shown to others: the home folder tells who is reading."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (RuntimeError, ValueError):
        return str(path)


def _packages() -> list[str]:
    """The packages Setu needs to run, as its own metadata names them, without the fonts."""
    needed = [line for line in requires("setu-reader") or () if "extra ==" not in line]
    names = [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in needed]
    return [name for name in names if not name.startswith("fontpkg")]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "is not installed"
