"""The keys of translation engines: in the system's keyring, never in a file of ours."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")

SERVICE = "setu-reader"
"""The name the keys are filed under in the keyring."""


class Keys:
    """Engines' keys by the engines' names. May be asked from any thread; the keyring is slow.

    Where the system has no keyring, or one that is but a file, keys are held in memory until the
    program ends. A key in the environment (``SETU_<ENGINE>_KEY``) goes before both.
    """

    def __init__(self) -> None:
        self._held: dict[str, str] = {}
        self._lock = Lock()

    def get(self, engine: str) -> str:
        """The engine's key, '' where there is none."""
        if given := os.environ.get(variable(engine), ""):
            return given
        with self._lock:
            if engine not in self._held:
                self._held[engine] = _from_keyring(engine)
            return self._held[engine]

    def has(self, engine: str, kept: Collection[str]) -> bool:
        """Whether there is a key, as far as can be told at once: ``kept`` are in the keyring."""
        held = engine in kept or self._held.get(engine)
        return bool(held or os.environ.get(variable(engine)))

    def put(self, engine: str, key: str) -> bool:
        """Keep a key; False where there is no keyring and it is held for this run alone."""
        with self._lock:
            self._held[engine] = key
            return _into_keyring(engine, key)

    def remove(self, engine: str) -> None:
        """Forget the engine's key, in the keyring too."""
        with self._lock:
            self._held[engine] = ""
            _out_of_keyring(engine)

    def missing_reason(self) -> str:
        """Why there is no keyring, '' where there is one."""
        if _tried(_keyring, None) is None:
            return "This system has no keyring: keys are held until Setu is closed."
        return ""


def variable(engine: str) -> str:
    """The environment variable that an engine's key may be in."""
    return f"SETU_{engine.upper()}_KEY"


def _keyring() -> KeyringBackend | None:
    """The system's keyring; None where there is none, or what stands for it is but a file."""
    import keyring

    backend = keyring.get_keyring()
    # keyring's own line between what it recommends and what writes files or keeps nothing.
    return backend if backend.priority >= 1 else None


def _from_keyring(engine: str) -> str:
    def read() -> str:
        backend = _keyring()
        return (backend.get_password(SERVICE, engine) if backend else None) or ""

    return _tried(read, "")


def _into_keyring(engine: str, key: str) -> bool:
    def write() -> bool:
        if not (backend := _keyring()):
            return False
        backend.set_password(SERVICE, engine, key)
        return backend.get_password(SERVICE, engine) == key

    return _tried(write, False)


def _out_of_keyring(engine: str) -> None:
    def remove() -> None:
        if backend := _keyring():
            backend.delete_password(SERVICE, engine)

    _tried(remove, None)


def _tried(work: Callable[[], T], otherwise: T) -> T:
    """What the work gives; ``otherwise`` where the keyring is locked, broken or not there."""
    try:
        return work()
    except Exception:  # noqa: BLE001 - backends raise whatever their systems do
        return otherwise
