"""Leave to send text away, asked once on the command line as in the window."""

from __future__ import annotations

from argparse import Namespace

from reader.app import Core
from reader.errors import Unavailable
from reader.terminal import agrees
from reader.translation.engine import Engine


def take(core: Core, options: Namespace) -> None:
    """Have the reader's leave for the engine that is named, and keep it.

    An address beside it says who receives the text, which is leave for this run; so is a
    server on this machine. Raises Unavailable without leave.
    """
    engine = core.engines().get(options.engine)
    if not engine or options.address or engine.unavailable_reason() or core.may_ask(engine):
        return
    receives = f"{engine.label} at {engine.sends_to}"
    question = f"{receives} will receive the sentences you translate, from now on. Send them?"
    if not options.agree and not agrees(question):
        raise Unavailable(
            f"{receives} would receive the sentences, to which you have not agreed.",
            "Agree once with --agree, or in the window.",
        )
    _keep(core, engine)


def _keep(core: Core, engine: Engine) -> None:
    try:
        core.allow(engine.sends_to or "")
    except OSError as error:
        core.warnings.append(f"That you agreed could not be kept: {error.strerror}.")
