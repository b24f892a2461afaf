"""JSON-LD: what a page tells search engines of itself, read as far as it can be read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from reader.formats.web.elements import Element

Json: TypeAlias = Any  # what json.loads returns
Node: TypeAlias = dict[str, Any]

_ARTICLE = re.compile(r"^(?:\w*Article|\w*BlogPosting)$")
_WORKS = ("Recipe", "HowTo", "Report", "CreativeWork", "WebPage")  # what may be read as well
_WRAPPER = re.compile(
    r"^(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)|(?:-->|(?:(?://|/\*)\s*)?\]\]>(?:\s*\*/)?)$"
)
_MARK = re.compile(r'\\(.?)|"', re.S)
_ENDS_STRING = re.compile(r'\s*+(?:[:}\]]|,\s*+(?:["{}\[\]\d-]|true\b|false\b|null\b)|,?\s*$)')
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_NESTING = ("@graph", "mainEntity")


def nodes(root: Element) -> Iterator[Node]:
    """Yield every JSON-LD object of a page, lists and graphs opened.

    What breaks the rules in the common ways is mended: commas too many, quotation marks and
    line breaks left bare inside a string, entities for quotation marks. Worse is skipped.
    """
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            text = _WRAPPER.sub("", (script.text or "").strip()).strip().rstrip(";")
            yield from _opened(_parsed(text))


def types(node: Node) -> tuple[str, ...]:
    """Return the names of what a node says it is, such as 'NewsArticle'."""
    said = node.get("@type")
    names = said if isinstance(said, list) else [said]
    return tuple(str(name).rsplit("/", 1)[-1] for name in names if name)


def is_article(node: Node) -> bool:
    """Whether a node says that it is an article."""
    return any(_ARTICLE.match(name) for name in types(node))


def work(found: list[Node]) -> Node:
    """Return what else the page is, such as a recipe: the only node of its kind, {} if none is."""
    for kind in _WORKS:
        alike = [node for node in found if kind in types(node)]
        if len(alike) == 1:
            return alike[0]
    return {}


def resolved(value: Json, found: list[Node]) -> Json:
    """Return a value with what the nodes ``found`` say of it; so each in a list of values.

    They say it where the value refers to them, as {"@id": "#publisher"} does.
    """
    if isinstance(value, list):
        return [resolved(each, found) for each in flat(value)]
    if not isinstance(value, dict) or "@id" not in value:
        return value
    said = (node for node in found if node.get("@id") == value["@id"])
    return {key: each for node in (*said, value) for key, each in node.items()}


def flat(value: Json) -> Iterator[Json]:
    """Yield a value, or what is in it where it is a list, lists in lists opened."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting.extend(reversed(each))
        else:
            yield each


def _parsed(text: str) -> Json:
    for attempt in (text, _mended(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _mended(text: str) -> str:
    if '"' not in text:
        text = text.replace("&quot;", '"')
    parts, done, inside = [], 0, False
    for mark in _MARK.finditer(text):
        parts.append(text[done : mark.start()])
        done = mark.end()
        if mark[0] != '"':
            parts.append(mark[0] if mark[1] in '"\\/bfnrtu' else mark[1])
        elif inside and not _ENDS_STRING.match(text, done):
            parts.append('\\"')
        else:
            parts.append('"')
            inside = not inside
    return _TRAILING_COMMA.sub("", "".join((*parts, text[done:])))


def _opened(data: Json) -> Iterator[Node]:
    waiting = [data]
    while waiting:
        objects = [each for each in flat(waiting.pop()) if isinstance(each, dict)]
        yield from objects
        waiting.extend(each[key] for each in objects for key in _NESTING if key in each)
