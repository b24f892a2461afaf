"""XML from strangers as an lxml tree: no entities of its own, nothing loaded, bounded in size."""

from __future__ import annotations

import re
from html.entities import name2codepoint
from typing import Any, TypeAlias

from reader.errors import NoArticle
from reader.formats.encoding import MAX_BYTES

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
        raise NoArticle(
            f"{name} is not opened: it declares entities, which documents do not.",
            "Open another copy of it.",
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True,
        remove_comments=True, remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        return etree.fromstring(_REFERENCE.sub(_character, content), parser)
    except (etree.LxmlError, ValueError):
        return None


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
