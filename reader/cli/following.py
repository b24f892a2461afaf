"""The commands that follow what changes: an article's versions, and feeds."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from reader.app import Core
from reader.cli.arguments import DONE, NO_ARTICLE
from reader.errors import InputError, ReaderError
from reader.formats.writers.changes import changes_json, changes_text
from reader.formats.writers.contents import entry_json, entry_text
from reader.library.feeds import Feed
from reader.model import Document, Entry, Sentence
from reader.terminal import complain, say, say_json

Errors = dict[str, str]
"""Why a feed could not be asked, by its address."""


def changes(core: Core, options: Namespace) -> int:
    """Print what changed at an address since its kept version, and keep the new one."""
    kept = core.kept_at(options.article)
    new = core.document(options.article, any_language=options.any_language)
    old = core.lay_out(kept) if kept else None
    found = core.compare(old, new) if old else ()
    core.opened(new)
    new = _known(core, new, (change.after for change in found))
    if old:
        old = _known(core, old, (change.before for change in found))
    if options.json:
        say_json(changes_json(old, new, found))
    else:
        say(changes_text(old, new, found))
    return DONE


def feeds(core: Core, options: Namespace) -> int:
    """List the feeds subscribed to, add or remove one, or ask them all for new items."""
    errors = _ACTIONS[options.action](core, options.feed or "")
    kept = core.feeds()
    if options.json:
        say_json([_feed_json(core, feed, errors.get(feed.address, "")) for feed in kept])
    else:
        say("\n\n".join(_feed_text(core, feed) for feed in kept) or "There are no feeds.")
        for error in errors.values():
            complain(error)
    return NO_ARTICLE if errors and len(errors) == len(kept) else DONE


def _list(_core: Core, _address: str) -> Errors:
    return {}


def _add(core: Core, address: str) -> Errors:
    core.subscribe(core.feed_at(address))
    return {}


def _remove(core: Core, address: str) -> Errors:
    if address not in {feed.address for feed in core.feeds()}:
        raise ReaderError("You are not subscribed to that feed.", "setu feeds lists yours.")
    core.unsubscribe(address)
    return {}


def _check(core: Core, _address: str) -> Errors:
    """Ask every feed for what it lists now."""
    errors = {}
    for feed in core.feeds():
        try:
            # Kept under the address that is asked, wherever that leads today.
            core.take_items(replace(core.feed_at(feed.address), url=feed.address))
        except InputError as error:
            errors[feed.address] = str(error)
    return errors


_ACTIONS: dict[str, Callable[[Core, str], Errors]] = {
    "list": _list,
    "add": _add,
    "remove": _remove,
    "check": _check,
}


def _new_entries(core: Core, feed: Feed) -> list[Entry]:
    return [item.entry for item in core.feed_items(feed.address) if item.is_new]


def _feed_json(core: Core, feed: Feed, error: str) -> dict[str, Any]:
    return {
        "title": feed.title,
        "address": feed.address,
        "checked": feed.checked.isoformat() if feed.checked else None,
        "new": [entry_json(entry) for entry in _new_entries(core, feed)],
        "error": error,
    }


def _feed_text(core: Core, feed: Feed) -> str:
    checked = feed.checked.astimezone().strftime("%Y-%m-%d %H:%M") if feed.checked else "never"
    lines = [f"{feed.title}: {feed.new} new, asked {checked}", f"  {feed.address}"]
    return "\n".join([*lines, *(f"  •  {entry_text(entry)}" for entry in _new_entries(core, feed))])


def _known(core: Core, document: Document, sentences: Iterable[Sentence | None]) -> Document:
    """The document with the English that is kept of these sentences of it."""
    return replace(document, units=core.recall(s for s in sentences if s))
