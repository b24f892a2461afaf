"""`models`: the offline model listed, installed, updated, removed and verified."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from threading import Event

from reader import formats
from reader.app import Core
from reader.cli.arguments import DONE
from reader.errors import InputError, Unavailable
from reader.terminal import complain, say, say_json
from reader.translation.bleu import bleu
from reader.translation.models import Installed, Models
from reader.translation.models.download import text_at
from reader.translation.models.manager import Progress
from reader.translation.models.records import RECORDS

SAMPLE = 100
"""How many sentences are translated to verify a model."""
EXPECTED = (
    "Mozilla's own output for FLORES-200 dev has BLEU 32.2 on its first 100 sentences, "
    "36.2 on all 997."
)
"""Measured with sacrebleu 2.6.0 on what the model answered in Mozilla's evaluation."""


def models(core: Core, options: Namespace) -> int:
    """List, install, update, remove or verify the offline model."""
    _ACTIONS[options.action](core, options)
    return DONE


def _list(core: Core, options: Namespace) -> None:
    if options.json:
        say_json(_as_data(core))
        return
    installed, used = core.models.installed(), core.models.disk_used()
    say(_as_text(installed) if installed else "No offline model is installed.")
    if used:
        say(f"Disk used: {_megabytes(used)}")
    if used and not installed:
        say("That is no whole model: models install completes it, models remove deletes it.")
    elif not installed:
        say(f"models install gets it from {core.models.host}, or from where --from says.")


def _install(core: Core, options: Namespace) -> None:
    """From the addresses or files named, else from the record service of the settings."""
    _check_runs(core)
    places = options.place or []
    paths = [formats.user_path(place) for place in places if not formats.is_address(place)]
    addresses = [place for place in places if formats.is_address(place)]
    if paths:
        installed = _shown(lambda told: core.models.install_files(paths, told))
        say(f"Installed: {_as_text(installed)}")
        return
    if addresses:
        core.settings = replace(core.settings, models_address=addresses[0])
    _download(core.models)


def _update(core: Core, options: Namespace) -> None:
    """From the address named, else of the settings, else from where the model came."""
    _check_runs(core)
    installed = core.models.installed()
    if installed is None:
        raise Unavailable("No offline model is installed.", "Install one first.")
    address = options.place[0] if options.place else core.settings.models_address
    core.settings = replace(core.settings, models_address=address or installed.records)
    if not address and installed.records != RECORDS:
        why = "where the model came from" if installed.records else "for yours came from files"
        say(f"Asking {core.models.host}, {why}; --from names another.")
    if core.models.is_new(core.models.offer()):
        _download(core.models)
    else:
        say(f"Version {installed.version} is the newest.")


def _remove(core: Core, _options: Namespace) -> None:
    used = core.models.disk_used()
    core.models.remove()
    say(f"{_megabytes(used)} freed." if used else "There was no offline model.")


def _verify(core: Core, options: Namespace) -> None:
    """The files by their hashes, that they load, and how they translate, if texts are given."""
    core.models.check_loads()
    installed = core.models.installed()
    assert installed
    for file in installed.files:
        say(f"{file.sha256}  {file.name}")
    say("The files are as they were installed, and the model loads.")
    if options.texts:
        hindi, english = (list(islice(_lines(core, place), SAMPLE)) for place in options.texts)
        _score(core, hindi, english)


def _score(core: Core, hindi: list[str], english: list[str]) -> None:
    if len(hindi) != len(english) or not hindi:
        raise InputError(
            "The two texts have not the same number of lines.",
            "Give the Hindi and the English text of the same sentences, a sentence a line.",
        )
    texts: list[str] = []
    for text in core.firefox.translate(hindi):
        texts.append(text)
        _show_count(len(texts), len(hindi), "sentences")
    say(f"BLEU {bleu(zip(texts, english, strict=True)):.1f} for {len(texts)} sentences.")
    say(EXPECTED)


_ACTIONS: dict[str, Callable[[Core, Namespace], None]] = {
    "list": _list,
    "install": _install,
    "update": _update,
    "remove": _remove,
    "verify": _verify,
}


# -- pieces ---------------------------------------------------------------------------------


def _check_runs(core: Core) -> None:
    """Raise Unavailable where no model can be run, before one is downloaded."""
    if not core.firefox.runs_here:
        raise Unavailable(core.firefox.unavailable_reason())


def _download(models: Models) -> None:
    offer = models.offer()
    name = " ".join(filter(None, [offer.version, offer.architecture]))
    say(
        f"Firefox's model {name} from {models.host}: {_megabytes(offer.size)} to download,"
        f" {_megabytes(offer.unpacked_size)} on the disk."
    )
    try:
        installed = _shown(lambda told: models.install(offer, progress=told))
    except KeyboardInterrupt:
        if models.begun():
            complain("What has come is kept; the same command goes on from there.")
        raise
    say(f"Installed: {_as_text(installed)}")


def _shown(work: Callable[[Progress], Installed]) -> Installed:
    """What the work gives, its progress told on stderr where a person is watching it."""

    def told(have: int, size: int) -> None:
        _show_count(have // 1_000_000, size // 1_000_000, "MB")

    return work(told)


def _show_count(count: int, total: int, what: str) -> None:
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{count} of {total} {what}" if count < total else "\r\033[K")
        sys.stderr.flush()


def _lines(core: Core, place: str) -> Iterator[str]:
    """The lines of the text at an address or path. Raises ReaderError."""
    if not formats.is_address(place):
        yield from core.text(place).splitlines()
        return
    text = text_at(place, Event(), core.models.permit)
    if not text:
        raise InputError("There is no text at one of the addresses.", "Check the address.")
    yield from text.splitlines()


def _as_data(core: Core) -> dict[str, object]:
    installed = core.models.installed()
    about = installed and {
        "version": installed.version,
        "origin": installed.origin,
        "installed": installed.installed.isoformat(),
        "size": installed.size,
        "folder": str(core.models.place(installed)),
        "files": [
            {"name": file.name, "size": file.size, "sha256": file.sha256}
            for file in installed.files
        ],
    }
    return {"model": about, "disk_used": core.models.disk_used()}


def _as_text(installed: Installed) -> str:
    day = installed.installed.astimezone().date()
    return (
        f"Firefox's model {installed.version}, {_megabytes(installed.size)},"
        f" from {installed.origin}, installed {day}"
    )


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
