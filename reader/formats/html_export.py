"""A Document as one self-contained HTML file, for the screen and for print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape as escape_markup

from reader.formats import content
from reader.formats.content import Piece, Role
from reader.formats.head import english_head, hindi_head
from reader.formats.html_style import STYLE
from reader.formats.options import ExportOptions, Layout
from reader.formats.tidy import visible
from reader.model import ENGLISH, HINDI, Document, Entity, Kind, Row

_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Setu">
<title>{title}</title>
<style>
{style}</style>
</head>
<body class="{layout}">
<main>
{body}
</main>
</body>
</html>
"""
_ADDRESS = re.compile(r"https?://\S+", re.I)
_CLASSES = {Kind.HEADING: "heading", Kind.QUOTE: "quote", Kind.ITEM: "item"}


def render(document: Document, layout: Layout, options: ExportOptions) -> str:
    """Return the document as an HTML page that loads nothing from anywhere."""
    view = _View(document, layout, options)
    return _PAGE.format(
        title=escape(document.article.title),
        style=STYLE,
        layout=layout,
        body="\n".join(view.page()),
    )


def escape(text: str) -> str:
    """Return ``text`` so that HTML shows it as it is, in an element or a quoted attribute."""
    return escape_markup(visible(text))


class _View:
    """One document in one layout, as HTML; every method returns or yields finished markup."""

    def __init__(self, document: Document, layout: Layout, options: ExportOptions) -> None:
        self.document = document
        self.layout = layout
        self.options = options

    def page(self) -> Iterator[str]:
        yield from self.head()
        points = content.key_points(self.document, self.options)
        yield from self.rows("lead", content.lead(self.document))
        yield from self.section("picture", "Picture", content.picture(self.document))
        yield from self.section("points", "Key points", points)
        yield from self.rows("article", content.body(self.document))
        yield from self.web_title()
        yield from self.marks()
        yield from self.entities()

    def head(self) -> Iterator[str]:
        document, article = self.document, self.document.article
        title = content.row(document, Kind.TITLE)
        english = self.english(title) if title else ""
        translated = bool(title and document.english(title))
        yield "<header>"
        yield from self.pair("h1", escape(article.title), english, always=not translated)
        yield from self.pair(
            "p", escape(hindi_head(document)), escape(english_head(document)), "by"
        )
        source = ", ".join(filter(None, (escape(article.source), _link(article.url))))
        if source:
            yield f'<p class="source">{source}</p>'
        notices = [escape(notice) for notice in content.notices(document, self.options)]
        if notices:
            yield f'<p class="notice">{". ".join(notices)}.</p>'
        yield "</header>"

    def section(self, name: str, heading: str, rows: list[Row]) -> Iterator[str]:
        """Yield rows under a heading, nothing where there are none."""
        if rows:
            yield f'<section class="{name}">'
            yield f"<h2>{heading}</h2>"
            yield from self.rows("rows", rows)
            yield "</section>"

    def web_title(self) -> Iterator[str]:
        """Yield the search-engine title, which being English as a rule needs no columns."""
        for row in content.web_title(self.document):
            yield '<section class="web-title">\n<h2>Web title</h2>'
            yield from self.paragraphs(row)
            yield "</section>"

    def rows(self, name: str, rows: list[Row]) -> Iterator[str]:
        """Yield rows as a table in columns, as paragraphs otherwise."""
        if not rows:
            return
        columns = self.layout is Layout.COLUMNS
        yield f'<table class="{name}">' if columns else f'<div class="{name}">'
        for row in rows:
            yield from self.cells(row) if columns else self.paragraphs(row)
        yield "</table>" if columns else "</div>"

    def cells(self, row: Row) -> Iterator[str]:
        language = ENGLISH if content.is_english(row) else HINDI
        cells = ((language, self.hindi(row)), (ENGLISH, self.english(row)))
        both = "".join(f'<td lang="{language}">{text}</td>' for language, text in cells)
        yield f"<tr{_class(_CLASSES.get(row.kind, ''))}>{both}</tr>"

    def paragraphs(self, row: Row) -> Iterator[str]:
        hindi = "" if content.is_english(row) else self.hindi(row)
        yield from self.pair("p", hindi, self.english(row), _CLASSES.get(row.kind, ""))

    def pair(
        self, tag: str, hindi: str, english: str, name: str = "", always: bool = False
    ) -> Iterator[str]:
        """Yield an element a language; the Hindi only where the layout, or ``always``, shows it."""
        if hindi and (always or self.layout is not Layout.ENGLISH):
            yield f'<{tag} lang="{HINDI}"{_class(name)}>{hindi}</{tag}>'
        if english:
            yield f'<{tag} lang="{ENGLISH}"{_class(name)}>{english}</{tag}>'

    def hindi(self, row: Row) -> str:
        return "".join(map(_piece, content.hindi(self.document, row, self.options)))

    def english(self, row: Row) -> str:
        return " ".join(map(_piece, content.english(self.document, row, self.options)))

    def marks(self) -> Iterator[str]:
        marks = content.marks(self.document, self.options)
        if marks:
            yield '<section class="marks">\n<h2>Marks</h2>\n<ul>'
            for mark in marks:
                quote = _mark(escape(mark.quote), mark.colour)
                note = f"<small>{mark.colour}</small> {escape(mark.note)}".rstrip()
                yield f'<li><span lang="{HINDI}">{quote}</span> {note}</li>'
            yield "</ul>\n</section>"

    def entities(self) -> Iterator[str]:
        groups = content.entities(self.document, self.options)
        if not groups:
            return
        yield '<section class="entities">\n<h2>Names, dates and numbers</h2>\n<dl>'
        for name, entities in groups:
            yield f"<dt>{name}</dt>"
            for each in entities:
                hindi = f'<span lang="{HINDI}">{escape(each.name)}</span>'
                said = (hindi, escape(content.english_name(each)), _count(each))
                yield f"<dd>{' '.join(filter(None, said))}</dd>"
        yield "</dl>\n</section>"


def _piece(piece: Piece) -> str:
    text = escape(piece.text)
    if piece.role is Role.MISSING:
        text = f'<span class="missing">{text}</span>'
    elif piece.role is Role.GLOSS:
        text = text.replace(" · ", "\u00a0· ")  # no line begins with a dot
        label = f"<small>{escape(content.GLOSS_LABEL)}</small>"
        text = f'<i class="gloss" title="{content.GLOSS_NOTICE}">{text}</i> {label}'
    return _mark(text, piece.colour) if piece.colour else text


def _count(entity: Entity) -> str:
    """How often an entity is named, where that is more than once."""
    number = len(entity.mentions)
    return f'<span class="count">×{number}</span>' if number > 1 else ""


def _mark(markup: str, colour: str) -> str:
    return f'<mark class="{colour}" title="{colour}">{markup}</mark>'


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""


def _link(url: str) -> str:
    """Return a link where the address is a web address, else its text."""
    text = escape(url)
    return (
        f'<a href="{text}" rel="noopener noreferrer">{text}</a>'
        if _ADDRESS.fullmatch(url)
        else text
    )
