"""English that comes from elsewhere, without what would show as nothing or spoil what does.

A server, a file or a paste may bring characters that turn the direction of the text beside
them, that a terminal takes for commands, or that pile up over the lines above.
"""

from __future__ import annotations

import re
import unicodedata

MOST_MARKS = 5
"""Signs over one letter; Hindi has up to four, with a nukta and an accent."""
_SEPARATOR = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
# What terminals take for commands, such as colours and a window's title.
_COMMAND = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]{0,200}(?:\x07|\x1b\\)")
# Control characters, marks of direction, zero-width spaces (not the joiners, which shape Hindi),
# byte order marks, halves of characters, private use, language tags, and what is no character.
_NOTHING = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffc"
    "\ufffe\uffff\U000e0000-\U000e00ff\U000f0000-\U0010ffff]"
)
_ODD = re.compile(rf"{_SEPARATOR.pattern}|{_NOTHING.pattern}|[^\w\s\x00-\x7f]{{{MOST_MARKS}}}")
_MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_MARKS + 1},}}")


def harmless(text: str) -> str:
    """``text`` without invisible characters but spaces, line ends and joiners; letters stay.

    Of the signs piled upon one letter the first MOST_MARKS are kept.
    """
    if not _ODD.search(text):
        return text
    text = _SEPARATOR.sub(" ", _COMMAND.sub("", text))
    return _MARKS.sub(_fewer, _NOTHING.sub("", text))


def _fewer(run: re.Match[str]) -> str:
    """A run of what is neither letter nor space, with at most MOST_MARKS signs in a row."""
    kept, marks = "", 0
    for sign in run[0]:
        marks = marks + 1 if unicodedata.category(sign)[0] == "M" else 0
        kept += sign if marks <= MOST_MARKS else ""
    return kept
