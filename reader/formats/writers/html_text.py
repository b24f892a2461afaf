"""Pieces of text as HTML: escaped, with bold, italics, links and marks properly nested."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape as escape_markup

from reader.formats.tidy import visible
from reader.formats.writers.addresses import web_address
from reader.formats.writers.content import GLOSS_NOTICE
from reader.formats.writers.pieces import LABELS, Piece, Role, Wrapping, wrapped


def escape(text: str) -> str:
    """Return ``text`` so that HTML shows it as it is, in an element or a quoted attribute."""
    return escape_markup(visible(text))


def inline(pieces: Iterable[Piece]) -> str:
    """Return pieces as the content of one element."""
    return wrapped(pieces, _WRAPPINGS, escape)


def table(rows: Iterable[tuple[str, Sequence[Sequence[Piece]]]], attributes: str = "") -> str:
    """Return a table of the rows given: the name of their cells' element, and the cells."""
    lines = (
        "<tr>" + "".join(f"<{tag}>{inline(cell)}</{tag}>" for cell in cells) + "</tr>"
        for tag, cells in rows
    )
    return f"<table{attributes}>{''.join(lines)}</table>"


def mark(markup: str, colour: str) -> str:
    """Return a stretch of markup as the reader marked it."""
    return f'<mark class="{colour}" title="{colour}">{markup}</mark>'


def link(address: str, markup: str) -> str:
    """Return a link to a web address; to any other the markup alone."""
    href = escape(web_address(address))
    return f'<a href="{href}" rel="noopener noreferrer">{markup}</a>' if href else markup


def _in_role(role: Role, markup: str) -> str:
    if role is Role.MISSING:
        return f'<span class="missing">{markup}</span>'
    if role is Role.TEXT:
        return markup
    label = f"<small>{escape(LABELS[role])}</small>"
    if role is not Role.GLOSS:
        return f"{markup} {label}"
    shown = markup.replace(" · ", "\u00a0· ")  # no line begins with a dot
    return f'<i class="gloss" title="{GLOSS_NOTICE}">{shown}</i> {label}'


_WRAPPINGS: tuple[Wrapping, ...] = (
    (lambda piece: piece.colour, lambda colour, markup: mark(markup, colour)),
    (lambda piece: piece.role, _in_role),
    (lambda piece: piece.address, link),
    (lambda piece: piece.bold, lambda _bold, markup: f"<strong>{markup}</strong>"),
    (lambda piece: piece.italic, lambda _italic, markup: f"<em>{markup}</em>"),
)
