"""An HTML page as the flat list of text blocks a reader would see, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from reader.formats.tidy import tidy

Element: TypeAlias = Any  # lxml ships no types

_UNSEEN_TAGS = (
    "script style noscript template svg math iframe object embed video audio canvas map "
    "select option input textarea button dialog head"
)
_UNSEEN = frozenset(_UNSEEN_TAGS.split())
_ASIDE_TAGS = frozenset(("nav", "aside", "footer", "menu"))
_ASIDE_ROLES = frozenset(("navigation", "complementary", "contentinfo", "search", "banner"))
_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rt s "
    "samp small span strike strong sub sup time tt u var wbr amp-img img picture source"
)
_INLINE = frozenset(_INLINE_TAGS.split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


class Tag(StrEnum):
    """What kind of element a block came from, as far as the difference matters."""

    TITLE = "h1"
    HEADING = "heading"
    PARAGRAPH = "p"
    ITEM = "li"
    QUOTE = "blockquote"
    CAPTION = "figcaption"
    ALT = "img"
    BARE = "div"


_TAGS = {
    "h1": Tag.TITLE,
    **{f"h{level}": Tag.HEADING for level in range(2, 7)},
    "p": Tag.PARAGRAPH,
    "li": Tag.ITEM,
    "blockquote": Tag.QUOTE,
    "figcaption": Tag.CAPTION,
}


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text without a break. ``linked`` and ``bold`` are shares of it from 0 to 1.

    ``aside`` tells text of a navigation, a side bar or a footer.
    """

    text: str
    tag: Tag
    linked: float = 0.0
    bold: float = 0.0
    aside: bool = False


def tree(html: str) -> Element | None:
    """Return the lxml tree of a page, or None if there is not a single element in it."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    content = _XML_DECLARATION.sub("", html).replace("\0", "")
    try:
        return document_fromstring(content, parser=HTMLParser(huge_tree=True))
    except (etree.LxmlError, ValueError):
        return None


def blocks(root: Element) -> list[Block]:
    """Return the visible blocks under ``root``, and the alt texts of pictures where they stand."""
    from lxml import etree

    reader = _BlockReader()
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start" and _is_unseen(element):
            walk.skip_subtree()
            reader.skipped = element
        elif event == "start":
            reader.start(element)
        elif event == "end" and element is not reader.skipped:
            reader.end(element)
        if event != "start":
            reader.text(element.tail)
    reader.flush()
    return reader.found


def _is_unseen(element: Element) -> bool:
    if element.tag in _UNSEEN:
        return True
    hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
    return bool(hidden) and element.tag not in ("html", "body", "main", "article")


class _BlockReader:
    """Collects text between the starts and ends of block elements."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.skipped: Any = None
        self._open: list[str] = []  # block elements we are in
        self._asides = self._links = self._bolds = self._breaks = 0
        self._parts: list[str] = []
        self._linked = self._bold = 0

    def start(self, element: Element) -> None:
        tag = element.tag
        if tag == "br":
            self._break()
        elif tag in ("img", "amp-img"):
            self._picture(element.get("alt") or "")
        elif tag not in _INLINE:
            self.flush()
            self._open.append(tag)
        self._count(element, 1)
        self.text(element.text)

    def end(self, element: Element) -> None:
        if element.tag not in _INLINE and element.tag != "br":
            self.flush()
            self._open.pop()
        self._count(element, -1)

    def text(self, text: str | None) -> None:
        if text and text.strip():
            self._breaks = 0
            size = len(text.strip())
            self._linked += size if self._links else 0
            self._bold += size if self._bolds else 0
        if text:
            self._parts.append(text)

    def flush(self) -> None:
        """End the block that is being read, if it has any text."""
        text = tidy("".join(self._parts))
        if text:
            size = max(len(text), 1)
            shares = min(self._linked / size, 1.0), min(self._bold / size, 1.0)
            self.found.append(Block(text, self._tag(), *shares, self._asides > 0))
        self._parts, self._linked, self._bold, self._breaks = [], 0, 0, 0

    def _tag(self) -> Tag:
        """The nearest telling element; a paragraph right inside an item or a quote is that."""
        around = [_TAGS[tag] for tag in reversed(self._open) if tag in _TAGS]
        if around[:1] != [Tag.PARAGRAPH]:
            return around[0] if around else Tag.BARE
        outer = _TAGS.get(self._open[-2]) if self._open[-1] == "p" and self._open[1:] else None
        return outer if outer in (Tag.ITEM, Tag.QUOTE) else Tag.PARAGRAPH

    def _break(self) -> None:
        """A line break is a space, two in a row end the paragraph."""
        self._breaks += 1
        if self._breaks > 1:
            self.flush()
        self._parts.append(" ")

    def _picture(self, alt: str) -> None:
        text = tidy(alt)
        if text:
            self.found.append(Block(text, Tag.ALT, aside=self._asides > 0))

    def _count(self, element: Element, by: int) -> None:
        if element.tag in _ASIDE_TAGS or element.get("role") in _ASIDE_ROLES:
            self._asides += by
        self._links += by if element.tag == "a" else 0
        self._bolds += by if element.tag in ("b", "strong") else 0
