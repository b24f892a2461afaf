"""The pieces of a PDF's page put together to lines of words, legacy fonts in Unicode."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from reader.formats import legacy, tidy
from reader.formats.files.pdf_pieces import HYPHEN, Page, Piece

_DRAWN_SPACES = 0.05  # a page that draws so many spaces by themselves draws them all
_LEAP = 1.5  # a gap so many times the size of the type wide parts columns
# No word begins with a sign that hangs on a letter, and no quotation ends after a space.
_SPACE = re.compile("(?<=[क-ह]) (?=[ऀ-ः़ा-ॏ])|(?<=[।?!]) (?=[\"'”’](?:\\s|$))")
_BOLD = re.compile(r"bold|black|heavy", re.I)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a column, in points from the foot of the page and its left edge."""

    text: str
    left: float
    right: float
    base: float
    top: float
    size: float
    bold: bool
    encoding: str = ""


def lines(page: Page) -> list[Line]:
    """Return the page's lines in the order they are drawn, without empty ones."""
    pieces = list(_once(page.pieces))
    letters = sum(len(piece.text.replace(" ", "")) for piece in pieces)
    spaces = sum(piece.text == " " for piece in pieces)
    drawn = spaces > _DRAWN_SPACES * letters
    return [line for run in _runs(pieces) if (line := _line(run, drawn)).text]


def _once(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Drop what is drawn again over itself: false bold, or a sign that says its whole syllable."""
    kept: Piece | None = None
    for piece in pieces:
        again = kept.text.strip() if kept and _is_over(kept, piece) else ""
        if again and piece.text.lstrip().startswith(again):
            rest = piece.text.lstrip().removeprefix(again)
            if rest.strip():
                kept = replace(piece, text=rest)
                yield kept
            elif rest:
                yield replace(piece, text=rest, left=piece.right)
        else:
            kept = piece
            yield piece


def _is_over(kept: Piece, piece: Piece) -> bool:
    overlap = kept.right - piece.left
    is_sign = piece.right - piece.left < 0.5 * (kept.right - kept.left)
    return (
        abs(kept.base - piece.base) < piece.size
        and overlap > (-0.1 if is_sign else 0.2) * piece.size
    )


def _runs(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Part pieces where the next one stands on another line, or far off on the same."""
    run: list[Piece] = []
    for piece in pieces:
        if run and not _follows(run, piece):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _follows(run: list[Piece], piece: Piece) -> bool:
    last = run[-1]
    size = max(last.size, piece.size, 1)
    if abs(piece.base - last.base) > 0.5 * size:
        return False
    return -size < piece.left - max(each.right for each in run[-8:]) < _LEAP * size


def _line(run: list[Piece], drawn: bool) -> Line:
    """Join a run to a line; ``drawn`` says whether all spaces are among the pieces."""
    inked = [piece for piece in run if not piece.text.isspace()] or run
    text, encodings = "", []
    for encoding, group in groupby(_parted(run, drawn), lambda each: each[0]):
        plain = "".join(part for _, part in group)
        text += legacy.decode(plain, encoding) if encoding else plain
        encodings.append(encoding)
    size = max(inked, key=lambda piece: len(piece.text)).size
    return Line(
        _SPACE.sub("", tidy.tidy(text)) + (HYPHEN if text.endswith(HYPHEN) else ""),
        min(piece.left for piece in inked),
        max(piece.right for piece in inked),
        max(piece.base for piece in inked),
        max(piece.top for piece in inked),
        size,
        all(_BOLD.search(piece.font) for piece in inked),
        next(filter(None, encodings), ""),
    )


def _parted(run: list[Piece], drawn: bool) -> Iterator[tuple[str, str]]:
    """Yield each piece's legacy encoding and text, with the space before it."""
    last: Piece | None = None
    for piece in run:
        gap = (piece.left - last.right) / max(piece.size, 1) if last else 0
        space = (
            " "
            if gap > 0.6 or (not drawn and (gap > 0.22 or (piece.parted and gap > 0.08)))
            else ""
        )
        yield legacy.encoding_of_font(piece.font), space + piece.text
        last = piece if last is None or piece.right > last.right else last
