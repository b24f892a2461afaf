"""An RSS or Atom feed to the articles it lists.

A library for feeds was tried: 14 to 32 seconds and up to 495 MB for 20 MB of feed. Only six
things are wanted of an item, so lxml reads them, and stops after MAX_ITEMS.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from reader.errors import NoArticle
from reader.formats import dates, encoding
from reader.formats.material import Material, inside
from reader.formats.tidy import tidy
from reader.model import Contents, ContentsKind, Entry

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_ITEMS = 500
MAX_SUMMARY = 300
"""Characters."""

_TAGS = ("{*}item", "{*}entry", "{*}title", "{*}link")
_DECLARED = 64_000  # bytes at a feed's head in which it declares entities
_MOST_SEEN = 10 * MAX_ITEMS  # items that are looked at, with those left out
_MOST_TAGS = 1_500_000  # each takes more memory than it has bytes
_LONGEST = 5000  # characters of one text that are looked at
_LONGEST_ADDRESS = 4000
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
# With the entities it declares, which none needs: a bomb is made of them.
_DOCTYPE = re.compile("<!DOCTYPE", re.I)
_DOCTYPE_REST = re.compile(r"[^\[>]*(?:\[.*?\]\s*)?>", re.S)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_REFERENCE = re.compile(r"&(?:#?\w{1,32};)?")
# lxml drops every reference after a feed's first fault: what they stand for is put in its place,
# and for the signs of XML letters that no feed uses.
_STAND_INS = dict(zip(map(ord, "&<>\"'"), "\ue000\ue001\ue002\ue003\ue004", strict=True))
_MEANT = {ord(letter): chr(sign) for sign, letter in _STAND_INS.items()}
_HIDDEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.I | re.S)
_BLOCK = re.compile(r"</?(?:p|div|br|li|ul|ol|h\d|t[dhr]|table|blockquote|img|hr)\b[^<>]*>", re.I)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.I)
_DATES = ("pubDate", "published", "issued", ":date", "updated", "modified", "created", ":modified")
_SUMMARIES = ("description", "summary", ":encoded", "content")


def parse(material: Material) -> Contents:
    """Return what the feed lists, in its order: at most MAX_ITEMS, each address once.

    Addresses are absolute, http or https; items without one are left out. Titles and summaries
    are plain text. Raises NoArticle when it lists nothing, or is no feed.
    """
    reader = _Reader(material)
    entries: dict[str, Entry] = {}
    for entry in islice(reader.entries(), _MOST_SEEN):
        if entry and len(entries) < MAX_ITEMS:
            entries.setdefault(entry.source, entry)
    if not entries:
        raise _empty(material)
    title = reader.title or material.name
    return Contents(title, ContentsKind.FEED, tuple(entries.values()), reader.address)


def _empty(material: Material) -> NoArticle:
    """What to say of a feed without an article, one built to swell among them."""
    what = f"The feed of {inside(material.name)} lists no articles"
    if re.search(rb"<!ENTITY\s", material.data[:_DECLARED], re.I):
        what += "; it declares entities of its own (XML), which are left out as unsafe"
    return NoArticle(f"{what}.", "Open another feed, or an article.")


class _Reader:
    """Reads a feed piece by piece. ``title`` and ``address`` are the feed's own."""

    def __init__(self, material: Material) -> None:
        self.title = ""
        self.address = _web_address("", material.url or material.source)
        self._xml = _as_xml(encoding.decode(material.data, material.name, material.charset))
        self._base = self.address

    def entries(self) -> Iterator[Entry | None]:
        """The items in order, None for one without an address."""
        for element in _elements(self._xml):
            name = _name(element)
            if name in ("item", "entry"):
                yield _entry(element, self._base)
                element.clear()
            elif _name(element.getparent()) in ("channel", "feed"):
                self._learn(name, element)

    def _learn(self, name: str, element: Element) -> None:
        """Take what stands over the items: the feed's title, and where it lies."""
        if name == "title" and not self.title:
            self.title = _plain(element)
        elif name == "link" and (rel := element.get("rel", "alternate")) in ("alternate", "self"):
            link = _web_address(self._base, element.get("href") or element.text or "")
            if rel == "self" and not self.address:
                self.address = link
            self._base = self._base or link


def _as_xml(text: str) -> bytes:
    """Return the feed as UTF-8, with every reference as what it means (see _STAND_INS)."""
    text = _without_doctype(_DECLARATION.sub("", _CONTROLS.sub("", text), count=1))
    return _REFERENCE.sub(_reference, text).encode(errors="replace")


def _without_doctype(text: str) -> str:
    start = _DOCTYPE.search(text)
    rest = _DOCTYPE_REST.match(text, start.end()) if start else None
    return text[: start.start()] + text[rest.end() :] if start and rest else text


def _reference(match: re.Match[str]) -> str:
    return unescape(match[0]).translate(_STAND_INS)


def _elements(xml: bytes) -> Iterator[Element]:
    """The elements of a feed, each when it ends."""
    from lxml import etree

    parser = etree.XMLPullParser(
        ("end",),
        tag=_TAGS,
        recover=True,
        resolve_entities=False,
        remove_comments=True,
        remove_pis=True,
    )
    tags = 0
    try:
        for start in range(0, len(xml), 65536):
            chunk = xml[start : start + 65536]
            tags += chunk.count(b"<")
            if tags > _MOST_TAGS:
                return
            parser.feed(chunk)
            yield from (element for _, element in parser.read_events())
        parser.close()
        yield from (element for _, element in parser.read_events())
    except etree.XMLSyntaxError:
        # What came before the fault has been given.
        return


def _name(element: Element | None) -> str:
    """The name of an element without its namespace."""
    return "" if element is None else str(element.tag).rpartition("}")[2]


def _entry(item: Element, base: str) -> Entry | None:
    """Return what an item lists, None if it has no address."""
    parts = _parts(item)
    source = next((link for link in _links(parts, base) if link not in ("", base)), "")
    if not source:
        return None
    summary = next(filter(None, map(_plain, _of(parts, *_SUMMARIES))), "")
    title = next(filter(None, map(_plain, _of(parts, "title"))), "")
    return Entry(
        title or _short(summary, 80) or source,
        source,
        published=next(filter(None, (_date(part) for part in _of(parts, *_DATES))), None),
        summary=_short(summary, MAX_SUMMARY),
    )


def _parts(item: Element) -> dict[str, list[Element]]:
    """The parts of an item by name; those of other vocabularies have a colon before it."""
    home = str(item.tag).rpartition("}")[0]
    parts: dict[str, list[Element]] = {}
    for child in item.iterchildren("*"):
        namespace, _, name = str(child.tag).rpartition("}")
        prefix, _, local = name.rpartition(":")
        foreign = prefix or namespace != home
        parts.setdefault(f":{local}" if foreign else local, []).append(child)
    return parts


def _of(parts: dict[str, list[Element]], *names: str) -> Iterator[Element]:
    for name in names:
        yield from parts.get(name, ())


def _links(parts: dict[str, list[Element]], base: str) -> Iterator[str]:
    """The addresses of an item, the best first; '' for what is none."""
    links = list(_of(parts, "link", ":link"))
    pages = [link for link in links if link.get("rel", "alternate") == "alternate"]
    pages.sort(key=lambda link: "html" not in link.get("type", "html"))
    permalinks = (guid for guid in _of(parts, "guid") if guid.get("isPermaLink") != "false")
    for part in (*_of(parts, ":origLink"), *pages, *permalinks):
        text = (part.get("href") or part.text or "")[: _LONGEST_ADDRESS + 1]
        if _name(part) != "guid" or "://" in text:
            yield _web_address(_web_address(base, part.base or "") or base, text)


def _web_address(base: str, text: str) -> str:
    """Return ``text`` as an absolute http or https address, '' if it is none."""
    text = re.sub(r"[\t\r\n]", "", text.strip()).translate(_MEANT)
    try:
        address = urljoin(base, text)
        parts = urlsplit(address)
        fits = parts.scheme in ("http", "https") and parts.hostname and " " not in parts.netloc
    except ValueError:
        return ""
    return parts.geturl() if text and fits and len(address) <= _LONGEST_ADDRESS else ""


def _plain(element: Element) -> str:
    """Return the words of an element that holds text, or HTML, escaped once, twice or not."""
    from lxml import etree

    text = element.text or ""
    if len(element):
        text = etree.tostring(element, encoding="unicode", with_tail=False)
    text = text[:_LONGEST].translate(_MEANT)
    for _ in range(2):
        text = unescape(_without_tags(text))
    return tidy(_without_tags(text))


def _without_tags(text: str) -> str:
    return _TAG.sub("", _BLOCK.sub(" ", _HIDDEN.sub(" ", text)))


def _short(text: str, most: int) -> str:
    """Return ``text`` cut between two words to ``most`` characters."""
    if len(text) <= most:
        return text
    return text[: most - 1].rpartition(" ")[0].rstrip() + "…" if " " in text else text[:most]


def _date(element: Element) -> datetime | None:
    """Return a date as mail, ISO 8601 or newspapers write it, with its offset."""
    return dates.parse_mail((element.text or "").strip()[:100])
