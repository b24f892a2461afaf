"""Cleaning of the characters that scraping and pasting leave behind."""

from __future__ import annotations

import re
import unicodedata

# Byte order marks, soft hyphens, zero-width spaces, direction marks, stray surrogates and control
# characters mean nothing in an article. The joiners U+200C and U+200D shape Hindi and stay.
_NOISE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc\ud800-\udfff]"
)
_LINE_END = re.compile("\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")


def visible(text: str) -> str:
    """Return ``text`` without characters that have no place in a file that is shown."""
    return _NOISE.sub("", text)


def tidy(text: str) -> str:
    """Return ``text`` as one line in Unicode NFC, noise dropped and runs of spaces made one."""
    return " ".join(unicodedata.normalize("NFC", visible(text)).split())


def lines(text: str) -> list[str]:
    """Return the tidied lines of ``text``; a blank line comes as an empty string."""
    clean = unicodedata.normalize("NFC", visible(text))
    return [" ".join(line.split()) for line in _LINE_END.split(clean)]
