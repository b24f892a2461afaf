"""XML from strangers as an lxml tree: no entities of its own, nothing loaded, bounded in size."""

from __future__ import annotations

import re
from html.entities import name2codepoint
from typing import Any, TypeAlias

from reader.errors import NoArticle
from reader.formats.encoding import MAX_BYTES, TEXT_ADVICE

Element: TypeAlias = Any  # lxml ships no types

MAX_SIGNS = 1_500_000
"""How many tags and attributes a document may have together: at most 400 MB as a tree."""

_HEAD = 2000  # a document type stands within so many bytes
# A document type without declarations of its own, as XHTML, NCX and DAISY files begin with.
_PLAIN_DOCTYPE = re.compile(
    rb"<!DOCTYPE\s+[\w:.-]+\s*(?:PUBLIC\s*(?:\"[^\"]*\"|'[^']*')\s*(?:\"[^\"]*\"|'[^']*')?)?\s*>",
    re.I,
)
_REFERENCE = re.compile(
    rb"&(?:(\w{2,8});|#(?:[xX]0*([0-9a-fA-F]{1,6})|0*([0-9]{1,7}))(?![0-9a-fA-F]);?)"
)
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
# An entity, declared in so many bytes at the head of a file, that is made of others.
_DECLARED = 64_000
_MADE_OF_OTHERS = re.compile(
    rb"<!ENTITY\s+(?:%\s+)?[^\s\"'<>]{1,200}\s+(?:\"[^\"]{0,4000}?|'[^']{0,4000}?)"
    rb"[&%](?!(?:amp|lt|gt|quot|apos);)[\w.:-]{1,200};",
    re.I,
)
_ROOT = re.compile(rb"<(?:\w+:)?([A-Za-z][\w.-]{0,40})")
_KINDS = {
    b"tmx": "a translation memory (TMX)",
    b"xliff": "a translator's file (XLIFF)",
    b"opml": "a list of feeds (OPML)",
    b"urlset": "a site's list of pages",
    b"sitemapindex": "a site's list of pages",
    b"svg": "a drawing (SVG)",
    b"FictionBook": "an e-book (FB2)",
}
_SAVE = "Save it as DOCX, HTML or text in the program it comes from, or paste its text."
_OWN = (b"amp", b"lt", b"gt", b"quot", b"apos")


def parse(data: bytes, name: str) -> Element | None:
    """Return the root element of ``data``, mended where it can be, None where there is none.

    HTML's named characters such as ``&nbsp;`` are known. ``name`` is what messages call the
    file. Raises NoArticle for a document type that declares something, and for more than
    MAX_BYTES or MAX_SIGNS.
    """
    from lxml import etree

    data = _as_utf8(data)
    if len(data) > MAX_BYTES or data.count(b"<") + data.count(b"=") > MAX_SIGNS:
        raise NoArticle(f"{name} is too large.", "Save the article alone, or paste its text.")
    content = _PLAIN_DOCTYPE.sub(b"", data[:_HEAD], count=1) + data[_HEAD:]
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", content, re.I):
        if is_bomb(data):
            raise bomb(name)
        raise NoArticle(f"{name} is not opened: it declares entities of its own (XML).", _SAVE)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True,
        remove_comments=True, remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        return etree.fromstring(_REFERENCE.sub(_character, content), parser)
    except (etree.LxmlError, ValueError):
        return None


def is_bomb(data: bytes) -> bool:
    """Whether ``data`` declares entities made of others, with which little XML swells to much."""
    return bool(_MADE_OF_OTHERS.search(_as_utf8(data[:_DECLARED])))


def bomb(name: str) -> NoArticle:
    """What to say of a file that `is_bomb`."""
    return NoArticle(
        f"{name} is not opened: it is made to swell till the memory is full (an XML entity bomb).",
        "Open it nowhere else; get the article from a page or a person you trust.",
    )


def no_article(data: bytes, name: str) -> NoArticle:
    """What to say of XML that is in no format for articles."""
    root = _ROOT.search(_as_utf8(data[:_DECLARED]))
    if kind := _KINDS.get(root[1] if root else b""):
        return NoArticle(f"{name} is {kind}, not an article.", TEXT_ADVICE)
    return NoArticle(f"{name} is XML in a form that Setu does not read.", _SAVE)


def _as_utf8(data: bytes) -> bytes:
    """Return ``data``, which is in UTF-8 or UTF-16, in UTF-8: nothing hides in another encoding."""
    wide = next((name for start, name in _WIDE.items() if data.startswith(start)), "utf-8")
    return data.decode(wide, errors="replace").replace("\0", "").encode(errors="replace")


def _character(match: re.Match[bytes]) -> bytes:
    """Return the character an HTML name stands for; XML's own names and all numbers stay.

    But for half a character: lxml takes its number, and then cannot read the text.
    """
    name, hexadecimal, decimal = match.groups()
    if name is None:
        number = int(hexadecimal, 16) if hexadecimal else int(decimal)
        return b"" if 0xD800 <= number <= 0xDFFF else match[0]
    code = name2codepoint.get(name.decode(errors="replace"))
    return match[0] if name in _OWN or code is None else b"&#%d;" % code
