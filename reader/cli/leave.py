"""Leave to send text away, asked once on the command line as in the window."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from threading import Event

from reader.app import Core
from reader.errors import Unavailable
from reader.terminal import agrees
from reader.translation.engine import Engine
from reader.translation.engines.keyed import KeyedEngine


def take(core: Core, options: Namespace) -> None:
    """Have the reader's leave for the engine that is named, and keep it.

    An address beside it says who receives the text, which is leave for this run; so is a
    server on this machine. An engine whose list of languages was not seen yet is asked for it.
    Raises Unavailable without leave, EngineError where the list cannot be had or has no Hindi.
    """
    engine = core.engines().get(options.engine)
    is_unseen = isinstance(engine, KeyedEngine) and engine.is_unseen
    if not engine or (engine.unavailable_reason() and not is_unseen):
        return
    if not options.address and not core.may_ask(engine):
        _ask(core, options, engine)
    if is_unseen:
        _see(core, engine)


def _ask(core: Core, options: Namespace, engine: Engine) -> None:
    receives = f"{engine.label} at {engine.sends_to}"
    question = f"{receives} will receive the sentences you translate, from now on. Send them?"
    if not options.agree and not agrees(question):
        raise Unavailable(
            f"{receives} would receive the sentences, to which you have not agreed.",
            "Agree once with --agree, or in the window.",
        )
    _keep(core, engine)


def _see(core: Core, engine: Engine) -> None:
    """Take the engine for one that translates Hindi in this run, if its own list says so."""
    if not core.probe(engine.name, Event()):
        raise Unavailable(f"{engine.label} does not translate Hindi.", "Choose another engine.")
    core.settings = replace(core.settings, listed=(*core.settings.listed, engine.name))


def _keep(core: Core, engine: Engine) -> None:
    try:
        core.allow(engine.sends_to or "")
    except OSError as error:
        core.warnings.append(f"That you agreed could not be kept: {error.strerror}.")
