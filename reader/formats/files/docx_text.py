"""The text of a Word document as plain HTML: what is seen, without how it looks.

Text that was inserted under change tracking is in, what was deleted is out. The contents of
text boxes stand behind the paragraph they are anchored in, notes at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import NamedTuple

from reader.formats import legacy
from reader.formats.files.docx_parts import Numbering, Styles, is_on, local, path, value
from reader.formats.files.xml import Element

_UNSEEN = frozenset(
    ("del", "moveFrom", "pPr", "rPr", "sdtPr", "tblPr", "trPr", "tcPr", "Fallback", "delText")
)
_CHARACTERS = {
    "tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "",
}  # fmt: skip
_HYPERLINK = re.compile(r'HYPERLINK\s+"([^"]{1,4000})"', re.I)
_LEVELS = tuple("012345678")  # of an outline; 9 is that of plain text
_HEADINGS = ("heading ", "subtitle")


class _Piece(NamedTuple):
    """Text of one look; ``encoding`` is that of its font where it is a legacy one."""

    text: str
    bold: bool
    italic: bool
    link: str
    encoding: str


class Text:
    """Turns a document's body into HTML; ``converted`` then says from which legacy encoding."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        links: dict[str, str],
        notes: dict[tuple[str, str], Element],
    ) -> None:
        """``links`` are addresses by relationship, ``notes`` by 'footnote' or 'endnote' and id.

        A note is taken out of ``notes`` when the text first refers to it.
        """
        self._styles, self._numbering = styles, numbering
        self._links, self._notes = links, notes
        self._noted: list[Element] = []
        self._behind: list[str] = []
        self._fields: list[str] = []
        self.converted = ""

    def html(self, body: Element) -> str:
        """Return everything in ``body``, its notes numbered at the end."""
        blocks = [*self._blocks(body)]
        for number, note in enumerate(self._noted, 1):  # a note may refer to another
            text = " ".join(self._inline(each) for each in note.iter("{*}p"))
            blocks.append(f'<ol><li value="{number}">{text}</li></ol>')
        return "\n".join(filter(None, blocks))

    def _blocks(self, parent: Element) -> Iterator[str]:
        for child in parent:
            name = local(child)
            if not len(child):
                continue
            if name == "p":
                yield self._paragraph(child)
                behind, self._behind = self._behind, []
                yield from behind
            elif name == "tbl":
                yield self._table(child)
            elif name not in _UNSEEN:
                yield from self._blocks(child)

    def _paragraph(self, paragraph: Element) -> str:
        """Return a paragraph in the element that says what it is, '' for a line of contents."""
        text = self._inline(paragraph)
        if not text.strip():
            return ""
        properties = path(paragraph, "pPr")
        names = self._styles.names(value(path(properties, "pStyle")))
        if any(name.startswith("toc ") for name in names):
            return ""
        tag = self._tag(properties, names)
        if tag != "p":
            return f"<{tag}>{text}</{tag}>"
        listed = self._styles.of_paragraph(properties, "numPr")
        if listed is None or value(path(listed, "numId")) == "0":
            return f"<p>{text}</p>"
        number = self._numbering.next(listed)
        item = (
            f'<ol><li value="{number}">{text}</li></ol>' if number else f"<ul><li>{text}</li></ul>"
        )
        level = value(path(listed, "ilvl"))
        deep = int(level) if level in _LEVELS else 0
        return f"{'<ul><li>' * deep}{item}{'</li></ul>' * deep}"

    def _tag(self, properties: Element | None, names: list[str]) -> str:
        outline = value(self._styles.of_paragraph(properties, "outlineLvl"))
        if "title" in names:
            return "h1"
        if outline in _LEVELS or any(name.startswith(_HEADINGS) for name in names):
            return "h2"
        if "caption" in names:
            return "figcaption"
        return "blockquote" if any(name.endswith("quote") for name in names) else "p"

    def _table(self, table: Element) -> str:
        """Return a table; one of a single row or column in a cell is its text alone."""
        rows = [row for row in _parts(table, "tr") if path(row, "trPr", "del") is None]
        wide = [row for row in rows if len(list(_parts(row, "tc"))) > 1]
        if len(wide) < 2 and next(table.iterancestors("{*}tc"), None) is not None:
            cells = (cell for row in rows for cell in _parts(row, "tc"))
            return " ".join(text for cell in cells for text in self._blocks(cell))
        return f"<table>{''.join(map(self._row, rows))}</table>"

    def _row(self, row: Element) -> str:
        tag = "th" if is_on(path(row, "trPr", "tblHeader")) else "td"
        texts = (" ".join(filter(None, self._blocks(cell))) for cell in _parts(row, "tc"))
        return f"<tr>{''.join(f'<{tag}>{text}</{tag}>' for text in texts)}</tr>"

    def _inline(self, paragraph: Element) -> str:
        """Return a paragraph's words with their bold, italic and links."""
        pieces = self._pieces(paragraph, "", value(path(paragraph, "pPr", "pStyle")))
        runs = groupby(self._unicode(pieces), key=lambda piece: piece[1:])
        return "".join(_marked("".join(p.text for p in group), *look) for look, group in runs)

    def _unicode(self, pieces: Iterator[_Piece]) -> Iterator[_Piece]:
        """Convert the pieces in a legacy font, a word over several of them whole."""
        for encoding, group in groupby(pieces, key=lambda piece: piece.encoding):
            found = list(group)
            if encoding:
                self.converted = encoding
                texts = legacy.decode_parts([piece.text for piece in found], encoding)
                found = [p._replace(text=text) for p, text in zip(found, texts, strict=True)]
            yield from found

    def _pieces(self, parent: Element, link: str, style: str) -> Iterator[_Piece]:
        for child in parent:
            name = local(child)
            if name == "r":
                yield from self._run(child, link, style)
            elif name == "hyperlink":
                yield from self._pieces(child, self._links.get(value(child, "id"), ""), style)
            elif name == "fldSimple":
                yield from self._pieces(child, _linked(value(child, "instr")) or link, style)
            elif name not in _UNSEEN:
                yield from self._pieces(child, link, style)

    def _run(self, run: Element, link: str, style: str) -> Iterator[_Piece]:
        properties = path(run, "rPr")
        of_run = self._styles.of_run
        if is_on(of_run(properties, "vanish")):
            return
        bold, italic = is_on(of_run(properties, "b")), is_on(of_run(properties, "i"))
        font = self._styles.font(properties, style)
        encoding = legacy.encoding_of_font(font) if font else ""
        for text in self._texts(run):
            yield _Piece(text, bold, italic, link or "".join(self._fields[-1:]), encoding)

    def _texts(self, run: Element) -> Iterator[str]:
        for child in run:
            name = local(child)
            if name == "t":
                yield (child.text or "").replace("\n", " ")
            elif name in _CHARACTERS:
                yield _CHARACTERS[name]
            elif name in ("fldChar", "instrText"):
                self._field(child, name)
            elif name in ("footnoteReference", "endnoteReference"):
                note = self._notes.pop((name.removesuffix("Reference"), value(child, "id")), None)
                self._noted += [] if note is None else [note]
            elif name in ("drawing", "pict", "object"):
                self._drawing(child)
            elif name not in _UNSEEN:
                yield from self._texts(child)

    def _field(self, mark: Element, name: str) -> None:
        """Follow a field, whose result may be a link; one in another has the other's."""
        step = value(mark, "fldCharType")
        if step == "begin":
            self._fields.append("".join(self._fields[-1:]))
        elif name == "instrText" and self._fields:
            self._fields[-1] = self._fields[-1] or _linked(mark.text or "")
        elif step == "end" and self._fields:
            self._fields.pop()

    def _drawing(self, drawing: Element) -> None:
        """Keep what a picture is said to show, and the text of text boxes."""
        for each in drawing.iter("{*}docPr", "{*}shape"):
            if said := value(each, "descr") or value(each, "alt"):
                self._behind.append(f'<p><img alt="{escape(said)}"></p>')
        for box in drawing.iter("{*}txbxContent"):
            if _nearest(box, "txbxContent", "drawing", "pict", "object") is drawing:
                found = list(self._blocks(box))  # which takes what is behind until now
                self._behind += found


def _marked(text: str, bold: bool, italic: bool, link: str, encoding: str) -> str:
    html = escape(text).replace("\n", "<br>")
    html = f"<b>{html}</b>" if bold else html
    html = f"<i>{html}</i>" if italic else html
    return f'<a href="{escape(link)}">{html}</a>' if link else html


def _linked(instruction: str) -> str:
    match = _HYPERLINK.search(instruction)
    return match[1] if match else ""


def _parts(parent: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or cells of a row, also those in content controls."""
    for child in parent:
        if local(child) == name:
            yield child
        elif local(child) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _parts(child, name)


def _nearest(element: Element, *names: str) -> Element:
    return next(each for each in element.iterancestors() if local(each) in names)
