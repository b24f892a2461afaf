"""Bytes or files to an Article; a Document to files and clipboard texts."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reader.formats.material import (
    ALL,
    CLIPBOARD,
    INPUT,
    LONGEST,
    TEXT,
    Loaded,
    Material,
    no_book,
    several,
    too_long,
)
from reader.formats.sources import (
    OTHER_SCHEME,
    address_in,
    address_of,
    is_address,
    path_of,
    scheme_of,
    user_path,
)
from reader.formats.writers.options import ExportOptions, Layout
from reader.formats.writers.write import WRITERS, ending_of, export, render
from reader.model import Article

__all__ = [
    "ALL",
    "OTHER_SCHEME",
    "SUFFIXES",
    "WRITERS",
    "ExportOptions",
    "Layout",
    "Loaded",
    "Progress",
    "address_in",
    "address_of",
    "ending_of",
    "export",
    "is_address",
    "load",
    "load_file",
    "load_html",
    "load_text",
    "read",
    "render",
    "several",
    "user_path",
]

Progress = Callable[[int, int], None]
"""Hears of a fetch: bytes that have come, and how many there will be, 0 where not known."""


def load(
    source: str,
    *,
    data: bytes | None = None,
    part: str = "",
    cancelled: threading.Event | None = None,
    progress: Progress | None = None,
) -> Loaded:
    """Return what is at ``source``: a path, an http(s) address, or '-' for ``data``.

    ``part`` chooses one of a book's chapters, or ALL of them. Raises InputError (see
    `reader.errors`) when there is no article, and FetchError when ``cancelled`` is set
    while an address is being fetched.
    """
    if data is not None:
        name = INPUT if source == "-" else source
        return read(Material(data, name, source=source, part=part))
    if scheme_of(source) in ("http", "https"):
        from reader.formats.web import address

        return address.load(source.strip(), read, cancelled, progress, part)
    return load_file(path_of(source), part)


def load_file(path: Path, part: str = "") -> Loaded:
    """Return what is in the file at ``path``; raises InputError when that is no article."""
    from reader.formats import encoding

    data = encoding.read_bytes(path)
    return read(Material(data, path.name, source=str(path), part=part), path.suffix.lower())


def load_text(pasted: str) -> Loaded:
    """Return the article in pasted text or source. Raises NoArticle if it is empty."""
    return read(Material(pasted.encode("utf-8", errors="replace"), TEXT))


def load_html(html: str) -> Article:
    """Return the article in HTML from the clipboard: a selection, so all of it is meant.

    Raises NoArticle if it is empty or longer than any article.
    """
    from reader.formats import legacy
    from reader.formats.files import whole

    return legacy.converted(_short_enough(whole.parse(html, CLIPBOARD), CLIPBOARD))


def read(material: Material, suffix: str = "") -> Loaded:
    """Return what the bytes hold: as they look, else as the file's ``suffix`` says.

    Text in a legacy font encoding is converted. Raises NoArticle when there is no article,
    and for more text than any article has.
    """
    from reader.formats import kinds, legacy

    kind = kinds.kind_of(material.data, SUFFIXES.get(suffix, ""))
    if kind in ("html", "feed", "xml"):
        _check_xml(material)
    if kind != "epub" and material.part not in ("", ALL, "1"):
        raise no_book(material.name)
    loaded = _READERS[kind](material)
    if not isinstance(loaded, Article):
        return loaded
    article = _short_enough(loaded, material.name)
    # What a line of plain text is shows only once it is converted, so `_text` has done it.
    return article if kind == "text" else legacy.converted(article)


def _check_xml(material: Material) -> None:
    """Raise NoArticle for what was built to do harm to whoever reads its entities."""
    from reader.formats.files import xml

    if xml.is_bomb(material.data):
        raise xml.bomb(material.name)


def _short_enough(article: Article, name: str) -> Article:
    """Return ``article``; raises NoArticle where it is longer than any article."""
    if sum(len(paragraph.text) for paragraph in article.paragraphs) > LONGEST:
        raise too_long(name)
    return article


# The readers import what they need when they are called, so that start-up stays short.


def _text(material: Material) -> Article:
    from reader.formats import encoding, legacy
    from reader.formats.files import text

    decoded = encoding.decode(material.data, material.name, material.charset)
    content, converted = legacy.converted_lines(decoded)
    return replace(text.parse(content, material.name), converted=converted)


def _html(material: Material) -> Article:
    from reader.formats import encoding
    from reader.formats.files import whole
    from reader.formats.web import page

    content = encoding.decode(material.data, material.name, material.charset)
    if not material.url and whole.is_selection(content):
        return whole.parse(content, material.name)
    return page.parse(content, material.url, material.name)


def _mhtml(material: Material) -> Loaded:
    from reader.formats.files import mhtml

    return mhtml.parse(material)


def _markdown(material: Material) -> Loaded:
    from reader.formats.files import markdown

    return markdown.parse(material)


def _epub(material: Material) -> Loaded:
    from reader.formats.files import epub

    return epub.parse(material)


def _docx(material: Material) -> Loaded:
    from reader.formats.files import docx

    return docx.parse(material)


def _pdf(material: Material) -> Loaded:
    from reader.formats.files import pdf

    return pdf.parse(material)


def _saved(material: Material) -> Loaded:
    from reader.formats.files import saved

    return saved.parse(material)


def _feed(material: Material) -> Loaded:
    from reader.formats.web import feed

    return feed.parse(material)


def _xml(material: Material) -> Loaded:
    from reader.formats.files import xml

    raise xml.no_article(material.data, material.name)


_READERS: dict[str, Callable[[Material], Loaded]] = {
    "text": _text,
    "html": _html,
    "mhtml": _mhtml,
    "markdown": _markdown,
    "epub": _epub,
    "docx": _docx,
    "pdf": _pdf,
    "json": _saved,
    "feed": _feed,
    "xml": _xml,
}
SUFFIXES = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".eml": "mhtml",
    ".md": "markdown",
    ".markdown": "markdown",
    ".epub": "epub",
    ".docx": "docx",
    ".pdf": "pdf",
    ".json": "json",
    ".rss": "feed",
    ".atom": "feed",
}
"""What a file's ending says of it, where its bytes do not say otherwise."""
