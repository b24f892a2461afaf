"""The article of a page that shows none before its scripts run, where its file holds it.

Such a page keeps its text in an element for browsers without scripts, or in the data that its
scripts start from (JSON, of whatever shape: strings, or lists of them).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress

from reader.formats.web import paragraphs, refusal
from reader.formats.web.blocks import blocks
from reader.formats.web.elements import Element
from reader.formats.web.linked_data import Json
from reader.formats.web.page_facts import likeness
from reader.formats.web.sentences import has_sentence
from reader.model import Paragraph

_ASSIGNMENT = re.compile(r"\s*(?:window\.|self\.|var\s|let\s|const\s)[\w.$\s]{1,60}=\s*(?=[{\[])")
_NOTICE = 250  # characters; what asks to turn scripts on does not exceed them
_LONGEST = 8_000_000  # characters of one script
_ALIKE = 0.6  # the share of words that a headline in the data has in common with the page's
_LINE = 3  # words; less is a name of something
_DEEP = 3  # objects and lists around a paragraph's text in the list of paragraphs


def text(root: Element, title: str, url: str) -> list[Paragraph]:
    """Return the article's text in the lxml tree ``root`` of a page at ``url``, [] if none.

    Of data only that counts which stands with a headline like ``title``, so that the words
    of a site's notices do not.
    """
    for element in root.iter("noscript"):
        shown = paragraphs.body([block for child in element for block in blocks(child, url)])
        if len(shown) > 1 and refusal.length(shown) > _NOTICE:
            return shown
    held = (each for script in root.iter("script") for each in data(script))
    found = [texts for each in held for texts in _texts(each, title)]
    longest = max(found, key=_length, default=[])
    return [each for part in longest for each in paragraphs.told(part, url)]


def data(script: Element) -> Iterator[Json]:
    """Yield what a script holds that is data, or sets a variable to data, once at most."""
    code, kind = script.text or "", script.get("type") or ""
    start = 0 if "json" in kind else _end(_ASSIGNMENT.match(code))
    if start is None or "ld+json" in kind or len(code) > _LONGEST:
        return
    with suppress(ValueError, RecursionError):
        yield json.JSONDecoder(strict=False).raw_decode(code[start:].lstrip())[0]


def _end(match: re.Match[str] | None) -> int | None:
    return match.end() if match else None


def _texts(told: Json, title: str) -> Iterator[list[str]]:
    """Yield each text of the data that stands with the headline, as its parts.

    What is listed beside the headline is its paragraphs together, or other articles.
    """
    waiting = [(told, False)]
    while waiting:
        value, is_told = waiting.pop()
        if isinstance(value, dict):
            is_told = is_told or any(is_title(each, title) for each in value.values())
            waiting += [(each, is_told) for each in value.values()]
        elif isinstance(value, list):
            if is_told:
                yield _parts(value)
            waiting += [(each, False) for each in value]
        elif is_told and isinstance(value, str) and has_sentence(value):
            yield [value]


def is_title(value: Json, title: str) -> bool:
    """Whether a value in the data is a headline like ``title``."""
    if not isinstance(value, str) or not len(title) / 2 < len(value) < 2 * len(title):
        return False
    return likeness(value, title) > _ALIKE


def _parts(listed: list[Json]) -> list[str]:
    """Return the texts of the items of a list but of those with several, such as other articles."""
    each = (list(_lines(item, _DEEP)) for item in listed)
    return [texts[0] for texts in each if len(texts) == 1]


def _lines(value: Json, deep: int) -> Iterator[str]:
    if isinstance(value, str) and len(value.split()) >= _LINE:
        yield value
    elif deep and isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _lines(each, deep - 1)


def _length(texts: list[str]) -> int:
    return sum(map(len, texts))
