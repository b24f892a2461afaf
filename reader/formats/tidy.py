"""Cleaning of the characters that scraping and pasting leave behind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Byte order marks, soft hyphens, zero-width spaces, direction marks, stray surrogates and control
# characters mean nothing in an article. The joiners U+200C and U+200D shape Hindi and stay.
_NOISE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc\ud800-\udfff]"
)
_SPACES = re.compile(r"[^\S ]\s*| \s+")  # but for single spaces; a list of words takes much memory
_LINE_END = re.compile("\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")


def visible(text: str) -> str:
    """Return ``text`` without characters that have no place in a file that is shown."""
    return _NOISE.sub("", text)


def tidy(text: str) -> str:
    """Return ``text`` as one line in Unicode NFC, noise dropped and runs of spaces made one."""
    return one_line(unicodedata.normalize("NFC", visible(text)))


def one_line(text: str) -> str:
    """Return ``text`` as one line, runs of spaces made one."""
    return _SPACES.sub(" ", text).strip()


def tidy_at(text: str, places: Iterable[int]) -> tuple[str, list[int]]:
    """Return ``text`` as `tidy` does, and where its ``places``, in order, stand in that.

    A place between a letter and its signs comes to stand behind the signs, for the two may
    become one code point; a place among spaces comes to stand before them.
    """
    clean = unicodedata.normalize("NFC", visible(text))
    is_clean = clean == text  # and so is each part
    found, done, length, spaced = [], 0, 0, False
    for place in places:
        end = _letter_end(text, max(place, done))
        part = text[done:end]
        part = part if is_clean else unicodedata.normalize("NFC", visible(part))
        words = one_line(part)
        if words:
            length += len(words) + (length > 0 and (spaced or part[0].isspace()))
        spaced = part[-1].isspace() if words else spaced or bool(part)
        found.append(length)
        done = end
    return one_line(clean), found


def _letter_end(text: str, place: int) -> int:
    """Return the first place from ``place`` on where no letter's signs are still to come."""
    while 0 < place < len(text) and _joins(text[place]):
        place += 1
    return place


def _joins(character: str) -> bool:
    """Whether a character may become one with what stands before it, or is noise between."""
    is_sign = unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"
    return is_sign or bool(_NOISE.match(character))


def lines(text: str) -> list[str]:
    """Return the tidied lines of ``text``; a blank line comes as an empty string."""
    return [one_line(line) for line in raw_lines(text)]


def raw_lines(text: str) -> list[str]:
    """Return the lines of ``text`` in Unicode NFC without noise, their spaces as they are."""
    return _LINE_END.split(unicodedata.normalize("NFC", visible(text)))
