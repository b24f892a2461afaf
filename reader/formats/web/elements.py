"""HTML as a tree of elements."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from reader.errors import NoArticle

Element: TypeAlias = Any  # lxml ships no types

_MOST = 150_000  # tags; a busy page has a fifth of them, and more take seconds to read
_MOST_ATTRIBUTES = 2_000  # of one tag; their number counts squared
_LONG_TAG = re.compile(r"<[a-z][^<>]{10000,}", re.I)
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'")
_XHTML = re.compile(r"^\s*<\?xml|<html[^<>]*\sxmlns=", re.I)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_VOID = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
_CLOSED_AT_ONCE = re.compile(rf"<(?!(?:{_VOID})\b)([a-z][\w:.-]*)((?:\s[^<>]*)?)/>", re.I)


def tree(html: str, name: str = "The page") -> Element | None:
    """Return the lxml tree of a page, or None if there is not a single element in it.

    ``name`` is what messages call it.

    Raises NoArticle where there are more tags than any article has, or some stand in more than
    about 2,000 others: there the parser stops.
    """
    from lxml import etree
    from lxml.html import document_fromstring

    if _tags(html) > _MOST or _has_crowded_tag(html):
        raise NoArticle(f"{name} has too many parts to be read.", "Copy and paste the article.")
    content = html.replace("\0", "")
    if _XHTML.search(content[:2000]):
        content = _CLOSED_AT_ONCE.sub(r"<\1\2></\1>", content)
    data = content.encode("utf-8", errors="replace")
    parser = _parser()
    try:
        root = document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    last = parser.error_log.last_error
    if last is not None and last.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
        what = f"{name} has its text deeper in other elements than any article has."
        raise NoArticle(what, "Copy and paste the article.")
    return root


def _parser() -> Element:
    """Return a parser whose elements are made without asking Python for the class of each."""
    from lxml import etree, html

    parser = etree.HTMLParser(huge_tree=True, encoding="utf-8")
    lookup = etree.ElementDefaultClassLookup(
        element=html.HtmlElement, comment=html.HtmlComment, pi=html.HtmlProcessingInstruction
    )
    parser.set_element_class_lookup(lookup)
    return parser


def _tags(html: str) -> int:
    """Count the tags, but not what looks like one in a script."""
    count = html.count("<")
    if count <= _MOST:
        return count
    lower, at = html.lower(), 0
    while (start := lower.find("<script", at)) >= 0 and (at := lower.find("</script", start)) > 0:
        count -= lower.count("<", start, at)
    return count


def _has_crowded_tag(html: str) -> bool:
    """Whether a tag has more attributes than can be read in time."""
    tags = (_QUOTED.sub("", tag[0]) for tag in _LONG_TAG.finditer(html))
    return any(len(tag.split()) > _MOST_ATTRIBUTES for tag in tags)


def is_hidden(element: Element) -> bool:
    """Whether an element says that it and what it holds are not to be seen."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return bool(style) and bool(_UNSEEN.search(style))
