"""A page saved with all it needs (MHTML), or a mail (EML), to an Article.

Only headers are left to `email`: its parser goes through a body line by line, and each line
through all parts around it, which a hostile file makes slow.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.header import decode_header, make_header
from email.message import Message
from email.parser import HeaderParser
from email.utils import parseaddr

from reader.errors import NoArticle
from reader.formats import dates, encoding
from reader.formats.files import text
from reader.formats.material import Loaded, Material
from reader.formats.tidy import tidy
from reader.formats.web import page
from reader.model import Article

_HEADERS_END = re.compile(rb"\r?\n[ \t]*\r?\n|\r\r")
_MOST_HEADERS = 64 * 1024
_MOST_PARTS = 1000
_DEEPEST = 5
_SAVE_AGAIN = "Save the page again in a browser, as HTML or as one file."


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the message that holds no other parts."""

    headers: Message
    body: bytes

    @property
    def type(self) -> str:
        return self.headers.get_content_type()


def parse(material: Material) -> Loaded:
    """Return the article of a saved page, or of a mail with its subject, sender and date.

    Raises NoArticle when there is no text in it, or no article in the page.
    """
    if len(material.data) > encoding.MAX_BYTES:
        raise encoding.too_large(material.name, len(material.data))
    headers, body = _split(material.data.lstrip())
    parts = list(_parts(headers, body))
    root = _root(headers, parts)
    if root is None:
        raise NoArticle(f"{material.name} holds no page and no text.", _SAVE_AGAIN)
    charset = root.headers.get_content_charset("")
    content = encoding.decode(_decoded(root), material.name, charset)
    if root.type == "text/html":
        return page.parse(content, _address(headers, root), material.name)
    return _mail(headers, content, material.name)


def _split(message: bytes) -> tuple[Message, bytes]:
    """Return the headers and the body of a message or part."""
    end = _HEADERS_END.search(message)
    head = message[: end.start() if end else len(message)][:_MOST_HEADERS]
    said = head.decode(errors="replace")  # as RFC 6532 has it; else they are ASCII
    return HeaderParser().parsestr(said), message[end.end() :] if end else b""


def _parts(headers: Message, body: bytes) -> Iterator[_Part]:
    """Yield the parts that hold no others, in order, of the first _MOST_PARTS."""
    waiting: list[tuple[int, bytes, _Part | None]] = [(0, b"", _Part(headers, body))]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        depth, raw, known = waiting.pop()
        part = known or _Part(*_split(raw))
        boundary = str(part.headers.get_param("boundary") or "")
        if part.headers.get_content_maintype() == "multipart" and boundary and depth < _DEEPEST:
            inside = _between(part.body, boundary.encode(errors="replace"))
            waiting += [(depth + 1, each, None) for each in reversed(inside)]
        else:
            yield part


def _between(body: bytes, boundary: bytes) -> list[bytes]:
    """Return what stands between the lines of a boundary, up to the one that ends them."""
    line = re.compile(rb"(?:^|\r?\n|\r)--" + re.escape(boundary) + rb"(--)?[ \t]*(?:\r?\n|\r|$)")
    found = line.split(body, _MOST_PARTS)
    ends = [at for at, closing in enumerate(found[1::2], 1) if closing]
    return found[2 : 2 * ends[0] if ends else None : 2]


def _root(headers: Message, parts: list[_Part]) -> _Part | None:
    """Return the part to read: the one the message starts with, else the first page or text."""
    start = str(headers.get_param("start") or "")
    named = [part for part in parts if start and part.headers.get("Content-ID") == start]
    for wanted in ("text/html", "application/xhtml+xml", "text/plain"):
        for part in (*named, *parts):
            if part.type == wanted and part.body.strip():
                return part
    return None


def _decoded(part: _Part) -> bytes:
    """Return the body of a part as it was before it was made fit for mail."""
    way = str(part.headers.get("Content-Transfer-Encoding") or "").strip().lower()
    if way == "quoted-printable":
        return quopri.decodestring(part.body)
    if way != "base64":
        return part.body
    try:
        return base64.b64decode(re.sub(rb"[^A-Za-z0-9+/]", b"", part.body) + b"===")
    except binascii.Error:
        return b""


def _address(headers: Message, root: _Part) -> str:
    """Return where the page was saved from, '' unless that is an http or https address."""
    said = root.headers.get("Content-Location") or headers.get("Snapshot-Content-Location") or ""
    address = "".join(str(said).split())
    return address if re.match(r"https?://[^/]", address, re.I) else ""


def _mail(headers: Message, content: str, name: str) -> Article:
    subject = _header(headers, "Subject")
    found = text.parse(f"{subject}\n\n{content}" if subject else content, name)
    sent = dates.parse_mail(str(headers.get("Date")))
    return replace(
        found, byline=found.byline or _sender(headers), published=found.published or sent
    )


def _sender(headers: Message) -> str:
    """Return the name of who sent the mail, else the address."""
    try:
        return next(filter(None, parseaddr(_header(headers, "From"))), "")
    except RecursionError:  # comments within comments
        return ""


def _header(headers: Message, name: str) -> str:
    """Return a header with its encoded words in plain text."""
    said = str(headers.get(name) or "")
    try:
        return tidy(str(make_header(decode_header(said))))
    except (ValueError, LookupError, binascii.Error):
        return tidy(said)
