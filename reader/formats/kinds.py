"""Which format bytes are in, by what they begin with and what an archive holds."""

from __future__ import annotations

import codecs
import re

_PDF = re.compile(rb"%PDF-\d")
_PDF_WITHIN = 1024  # a PDF may begin with other bytes, says ISO 32000-1, annex H
_HEAD = 16_000
_NO_ELEMENTS = rb"\s*(?:(?:<\?(?:(?!\?>).)*\?>|<!--(?:(?!-->).)*-->)\s*)*"
_DOCTYPE = rb"(?:<!doctype[^>\[]*(?:\[[^\]]*\])?[^>\[]*>" + _NO_ELEMENTS + rb")?"
_MARKUP = re.compile(
    _NO_ELEMENTS
    + rb"(?:<!doctype[^>\[]*\[[^\]]*\]\s*>"
    + _NO_ELEMENTS
    + rb")?"
    + rb"<(?:!doctype\s+html|html|head|body|main|article|section|header|div|p|h[1-6]|meta|title"
    rb"|span|b|strong|i|em|font|[ou]l|blockquote|table)\b",
    re.I | re.S,
)
_COPIED = re.compile(rb"Version:[\d.]+\s+StartHTML:")  # how Windows describes copied HTML
_FEED = re.compile(
    _NO_ELEMENTS + _DOCTYPE + rb"<(?:rss|rdf:RDF|(?:atom:)?feed)\b",
    re.I | re.S,
)
_XML = re.compile(rb"\s*<\?xml\b|\s*<(?:tmx|opml|xliff|svg)\b")
_HEADERS = rb"\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?"
_MAIL = re.compile(_HEADERS + rb"MIME-Version:", re.I)
_WEB_ARCHIVE = re.compile(_HEADERS + rb"Content-Type:\s*multipart/related", re.I)
_SAVED = re.compile(rb'\s*\{\s*"setu"\s*:')
_WORD = re.compile(r"word/document\d*\.xml")
_ZIP = b"PK\x03\x04"


def kind_of(data: bytes, said: str) -> str:
    """Name the format of ``data``; ``said`` is the one its file's ending stands for, or ''.

    What cannot be mistaken goes before the ending, and the ending before what only looks
    like a format; the rest is text.
    """
    head = _latin(data[:_HEAD])
    if _is_pdf(data, said):
        return "pdf"
    if data.startswith(_ZIP):
        return _zipped(data, said)
    if _FEED.match(head):
        return "feed"
    if _MAIL.match(head) and (_WEB_ARCHIVE.match(head) or not said):
        return "mhtml"
    if said and said not in ("pdf", "epub", "docx", "feed"):
        return said
    if _SAVED.match(head):
        return "json"
    if _MARKUP.match(head) or _COPIED.match(head):
        return "html"
    return "xml" if _XML.match(head) else "text"


def _is_pdf(data: bytes, said: str) -> bool:
    """Whether there is a PDF's first line, and an object such as every PDF has.

    Text may speak of PDF, so the line must come first unless the file is said to be one.
    """
    place = _PDF.search(data[:_PDF_WITHIN])
    if place is None or (place.start() and said not in ("", "pdf")):
        return False
    return said == "pdf" or b" obj" in data


def _zipped(data: bytes, said: str) -> str:
    """Name the document in a ZIP archive by the files it must hold, 'text' for another archive.

    One whose directory is lost goes by its first files, so that its reader says it is damaged.
    """
    from reader.formats.files.archive import member_names

    names = member_names(data)
    if any(name == "META-INF/container.xml" or name.endswith(".opf") for name in names):
        return "epub"
    if any(map(_WORD.fullmatch, names)):
        return "docx"
    if names:
        return "text"
    start = data[:_HEAD]
    if b"epub+zip" in start or b"META-INF/container.xml" in start:
        return "epub"
    return "docx" if b"word/" in start else said if said in ("epub", "docx") else "text"


def _latin(head: bytes) -> bytes:
    """``head`` without byte order mark and, in UTF-16 and -32, without letters' empty bytes."""
    if head.startswith(codecs.BOM_UTF8):
        return head[3:]
    narrow = head.replace(b"\0", b"")
    return narrow.removeprefix(codecs.BOM_UTF16_LE).removeprefix(codecs.BOM_UTF16_BE)
