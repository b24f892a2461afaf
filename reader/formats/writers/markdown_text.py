"""Pieces of text as Markdown: escaped, with bold, italics, links and marks that are read back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import partial
from string import punctuation

from reader.formats.tidy import visible
from reader.formats.writers.addresses import web_address
from reader.formats.writers.pieces import LABELS, Piece, Role, Wrapping, wrapped

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~=&#$])")
_OPENING = re.compile(r"^( ?)(?:([-+:])|(\d{1,9})([.)]))")
_ENDS = re.compile(r"(\s*)(.*?)(\s*)", re.S)
_CALL = re.compile(r"!(?=\[)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BRACKET = re.compile(r"([()])")
# Set first as tags, which escaped text never holds, then as stars wherever these are read.
_STARS = {"em": "*", "strong": "**"}
_TAGS = {tag: re.compile(f"<{tag}>(.*?)</{tag}>") for tag in _STARS}


def escape(text: str) -> str:
    """Return ``text`` on one line so that Markdown shows it as it is, wherever it stands."""
    return _escape(text).strip()


def inline(pieces: Iterable[Piece]) -> str:
    """Return pieces as one line.

    Where stars would not be read as bold or italics, as within a word before a quotation
    mark, the tags stay.
    """
    # An exclamation mark before a link would make a picture of it, which would be loaded.
    line = _CALL.sub(r"\\!", wrapped(pieces, _WRAPPINGS, _escape)).strip()
    for tag, pattern in _TAGS.items():
        line = pattern.sub(partial(_starred, _STARS[tag]), line)
    return line


def table(rows: Sequence[Sequence[str]], headed: bool) -> str:
    """Return a table of finished cells; where the first row is no head, one without words."""
    width = max(map(len, rows))
    head = rows[0] if headed else ()
    body = rows[1:] if headed else rows
    lines = [head, ["---"] * width, *body]
    return "\n".join(f"| {' | '.join([*line, *[''] * (width - len(line))])} |" for line in lines)


def link(address: str, text: str) -> str:
    """Return a link to a web address; to any other the text alone."""
    target = _BRACKET.sub(r"\\\1", _ENTITY.sub("&amp;", web_address(address)))
    return _around(text, "[", f"]({target})") if target else text


def _around(text: str, before: str, after: str) -> str:
    """Return ``text`` with marks around its words, its outer spaces outside; no words, no marks."""
    found = _ENDS.fullmatch(text)
    if found is None or not found[2]:
        return text
    return f"{found[1]}{before}{found[2]}{after}{found[3]}"


def _starred(stars: str, found: re.Match[str]) -> str:
    """Return the match with stars for its tags, or as it is if they would not be read so.

    A star opens only before a letter, or after a space or punctuation, and closes likewise.
    """
    line, inside = found.string, found[1]
    before, after = line[found.start() - 1 : found.start()], line[found.end() : found.end() + 1]
    opens = not _is_punctuation(inside[0]) or _parts(before)
    closes = not _is_punctuation(inside[-1]) or _parts(after)
    runs_on = "*" in (before, after)
    return f"{stars}{inside}{stars}" if opens and closes and not runs_on else found[0]


def _is_punctuation(sign: str) -> bool:
    """Whether any reader of Markdown takes a sign for punctuation."""
    return sign in punctuation or unicodedata.category(sign)[0] in "PS"


def _parts(sign: str) -> bool:
    """Whether every reader of Markdown takes a sign for a space, an end or punctuation."""
    return not sign.strip() or sign in punctuation or unicodedata.category(sign)[0] == "P"


def _in_role(role: Role, text: str) -> str:
    return f"{text.rstrip()} {_escape(LABELS[role])}" if role in LABELS else text


def _escape(text: str) -> str:
    """Escape ``text``, keeping one space at either end where it had any."""
    line = _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", visible(text)))
    return _OPENING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", line)


_WRAPPINGS: tuple[Wrapping, ...] = (
    (lambda piece: piece.colour, lambda _colour, text: _around(text, "==", "==")),
    (lambda piece: piece.role, _in_role),
    (lambda piece: piece.address, link),
    (lambda piece: piece.bold, lambda _bold, text: _around(text, "<strong>", "</strong>")),
    (
        lambda piece: piece.italic or piece.role is Role.GLOSS,
        lambda _italic, text: _around(text, "<em>", "</em>"),
    ),
)
