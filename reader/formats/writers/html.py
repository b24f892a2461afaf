"""A Document as one self-contained HTML file, for the screen and for print."""

from __future__ import annotations

from collections.abc import Iterator

from reader.formats.writers import content, pieces
from reader.formats.writers.head import english_head, fetched, hindi_head
from reader.formats.writers.html_style import STYLE
from reader.formats.writers.html_text import escape, inline, link, mark, table
from reader.formats.writers.options import ExportOptions, Layout
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
_ELEMENTS = {Kind.HEADING: "h3"}
_CLASSES = {Kind.STAMP: "stamp", Kind.CAPTION: "stamp"}


def render(document: Document, layout: Layout, options: ExportOptions) -> str:
    """Return the document as an HTML page that loads nothing from anywhere."""
    view = _View(document, layout, options)
    return _PAGE.format(
        title=escape(document.article.title),
        style=STYLE,
        layout=layout,
        body="\n".join(view.page()),
    )


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
        english = self.text(title, ENGLISH) if title else ""
        translated = bool(title and document.english(title))
        yield "<header>"
        yield from self.pair("h1", escape(article.title), english, always=not translated)
        yield from self.pair(
            "p", escape(hindi_head(document)), escape(english_head(document)), "by"
        )
        address = link(article.url, escape(article.url))
        said = (escape(article.source), address, fetched(document))
        source = ", ".join(filter(None, said))
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
        """Yield rows as a table in columns, as elements of their own otherwise."""
        if not rows:
            return
        columns = self.layout is Layout.COLUMNS
        yield f'<table class="{name}">' if columns else f'<div class="{name}">'
        for block in content.blocks(rows):
            yield from self.cells(block) if columns else self.elements(block)
        yield "</table>" if columns else "</div>"

    def cells(self, block: list[Row]) -> Iterator[str]:
        """Yield a line of the two columns for each row; a data table is one line as a whole."""
        lines = [block] if block[0].kind in content.TABLE else [[row] for row in block]
        for rows in lines:
            left = ENGLISH if all(map(content.is_english, rows)) else HINDI
            cells = ((left, self.side(rows, HINDI)), (ENGLISH, self.side(rows, ENGLISH)))
            both = "".join(f'<td lang="{language}">{markup}</td>' for language, markup in cells)
            yield f"<tr>{both}</tr>"

    def side(self, rows: list[Row], language: str) -> str:
        """Return one language of a row, or of a whole data table, for a column."""
        row = rows[0]
        if row.kind in content.TABLE:
            return self.table(rows, language)
        text = self.text(row, language)
        if row.kind in content.ITEMS:
            return _list(row, f"<li>{_label(row, language)}{text}</li>")
        if row.kind is Kind.QUOTE:
            return f"<blockquote>{text}</blockquote>"
        if row.kind is Kind.IMAGE or row.address:
            return _figure(text, _picture(row) if language == ENGLISH else "")
        if row.kind in _ELEMENTS or row.kind in _CLASSES:
            return _element(row, text)
        return text

    def elements(self, block: list[Row]) -> Iterator[str]:
        """Yield rows that belong together as one list, quotation or table, others one by one."""
        kind = block[0].kind
        if kind in content.TABLE:
            yield from self.tables(block)
        elif kind in content.ITEMS:
            yield _list(block[0], "\n".join(("", *map(self.item, block), "")))
        elif kind is Kind.QUOTE:
            yield "<blockquote>"
            yield from (text for row in block for text in self.paragraphs(row))
            yield "</blockquote>"
        else:
            for row in block:
                pictured = row.kind is Kind.IMAGE or row.address
                yield from self.figure(row) if pictured else self.paragraphs(row)

    def tables(self, rows: list[Row]) -> Iterator[str]:
        """Yield a data table in each language the layout shows."""
        if self.layout is not Layout.ENGLISH and not all(map(content.is_english, rows)):
            yield self.table(rows, HINDI)
        yield self.table(rows, ENGLISH)

    def table(self, rows: list[Row], language: str) -> str:
        side = pieces.hindi if language == HINDI else pieces.english
        cells = [pieces.cells(side(self.document, row, self.options)) for row in rows]
        tags = ("th" if row.kind is Kind.TABLE_HEAD else "td" for row in rows)
        return table(zip(tags, cells, strict=True), f' class="data" lang="{language}"')

    def item(self, row: Row) -> str:
        """Return an item of a list, its number before the first language that is shown."""
        first = ENGLISH if self.layout is Layout.ENGLISH or content.is_english(row) else HINDI
        hindi = "" if first == ENGLISH else self.text(row, HINDI)
        texts = self.pair("p", hindi, self.text(row, ENGLISH))
        return f"<li>{_label(row, first)}{''.join(texts)}</li>"

    def figure(self, row: Row) -> Iterator[str]:
        """Yield a picture's caption with a link to the picture, which is never loaded."""
        yield _figure(*self.paragraphs(row), _picture(row))

    def paragraphs(self, row: Row) -> Iterator[str]:
        hindi = "" if content.is_english(row) else self.text(row, HINDI)
        tag, name = _ELEMENTS.get(row.kind, "p"), _CLASSES.get(row.kind, "")
        yield from self.pair(tag, hindi, self.text(row, ENGLISH), name)

    def pair(
        self, tag: str, hindi: str, english: str, name: str = "", always: bool = False
    ) -> Iterator[str]:
        """Yield an element a language; the Hindi only where the layout, or ``always``, shows it."""
        if hindi and (always or self.layout is not Layout.ENGLISH):
            yield f'<{tag} lang="{HINDI}"{_class(name)}>{hindi}</{tag}>'
        if english:
            yield f'<{tag} lang="{ENGLISH}"{_class(name)}>{english}</{tag}>'

    def text(self, row: Row, language: str) -> str:
        """Return one language of a row as the content of an element."""
        side = pieces.hindi if language == HINDI else pieces.english
        return inline(side(self.document, row, self.options))

    def marks(self) -> Iterator[str]:
        marks = content.marks(self.document, self.options)
        if marks:
            yield '<section class="marks">\n<h2>Marks</h2>\n<ul>'
            for each in marks:
                quote = mark(escape(each.quote), each.colour)
                note = f"<small>{each.colour}</small> {escape(each.note)}".rstrip()
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


def _count(entity: Entity) -> str:
    """How often an entity is named, where that is more than once."""
    number = len(entity.mentions)
    return f'<span class="count">×{number}</span>' if number > 1 else ""


def _list(first: Row, items: str) -> str:
    """Return a list, a numbered one if its first item has a number."""
    return f"<ol>{items}</ol>" if first.label else f"<ul>{items}</ul>"


def _label(row: Row, language: str) -> str:
    label = escape(content.label(row, language))
    return f'<span class="label">{label}</span> ' if label else ""


def _element(row: Row, markup: str) -> str:
    tag = _ELEMENTS.get(row.kind, "p")
    return f"<{tag}{_class(_CLASSES.get(row.kind, ''))}>{markup}</{tag}>"


def _figure(*parts: str) -> str:
    caption = " ".join(filter(None, parts))
    return f"<figure><figcaption>{caption}</figcaption></figure>" if caption else ""


def _picture(row: Row) -> str:
    """Return a link to the row's picture, if it has one."""
    return link(row.address, content.PICTURE) if row.address else ""


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""
