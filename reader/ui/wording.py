"""What engines say, for a reader at the window: no word of the command line."""

from __future__ import annotations

import re

SETTINGS = "in Settings"
"""In a sentence of an engine's, it says where to mend what is wrong."""
_PLACES = re.compile(rf"{SETTINGS}(,? (or )?(after|as|in) (--\w+|SETU_\w+))*")
"""It with the ways there are on the command line."""


def in_window(text: str) -> str:
    """What an engine says, without the ways there are on the command line."""
    return _PLACES.sub(SETTINGS, text)


def in_settings(text: str) -> str:
    """What an engine says, for a reader who is in the settings already."""
    return _PLACES.sub("here", text)


def cause(text: str) -> str:
    """What happened, without what to do about it: the first sentence of what an engine says."""
    return text.partition(". ")[0].rstrip(".")
