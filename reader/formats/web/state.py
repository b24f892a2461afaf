"""Who wrote an article and when, as the data says that the scripts of its page start from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from reader.formats import dates
from reader.formats.credit import Credit, writers
from reader.formats.web import unscripted
from reader.formats.web.elements import Element
from reader.formats.web.linked_data import Json, flat

_AUTHOR = re.compile(r"(?:author|writer|by_?line|reporter)(?:s|_?names?)?", re.I)
_PUBLISHED = re.compile(
    r"(?:date_?published|(?:first[_-]?)?publish(?:ed)?(?:[_-]?(?:at|on|date|time))?|pub_?date)",
    re.I,
)
_MODIFIED = re.compile(
    r"(?:date_?(?:modified|updated)|(?:last[_-]?)?(?:updated?|modified)(?:[_-]?(?:at|on|date|time))?)",
    re.I,
)
_NAMES = ("name", "fullName", "displayName", "title")
_KNOWN = 20  # characters of a headline by which a script is known to tell of it
_LONGEST = 60  # characters of a name


def credit(root: Element, title: str) -> Credit:
    """Return what data in the scripts of a page says of who wrote the article and when.

    It must say it beside a headline like ``title``. What it does not say is empty.
    """
    said = Credit()
    for script in root.iter("script") if title else ():
        if _tells_of(script.text or "", title):
            for told in _objects(unscripted.data(script), title):
                said = said.or_else(_credit(told))
    return said


def _tells_of(code: str, title: str) -> bool:
    head = title[:_KNOWN]
    return head in code or json.dumps(head)[1:-1] in code


def _objects(data: Iterator[Json], title: str) -> Iterator[dict[str, Json]]:
    """Yield the objects in the data that have a headline like ``title``."""
    waiting = list(data)
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if any(unscripted.is_title(each, title) for each in value.values()):
                yield value
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def _credit(told: dict[str, Json]) -> Credit:
    names = (name for each in _values(told, _AUTHOR) for name in _named(each))
    published, modified = (
        next(filter(None, map(dates.parse_data, _values(told, key))), None)
        for key in (_PUBLISHED, _MODIFIED)
    )
    return Credit(", ".join(dict.fromkeys(writers(names))), published, modified)


def _values(told: dict[str, Json], key: re.Pattern[str]) -> Iterator[Json]:
    return (value for name, value in told.items() if key.fullmatch(name))


def _named(value: Json) -> Iterator[str]:
    """Yield the names in a name, an object with one, or a list of these."""
    for each in flat(value):
        said = [each.get(key) for key in _NAMES] if isinstance(each, dict) else [each]
        names = (name for name in said if isinstance(name, str) and 0 < len(name) <= _LONGEST)
        yield from (name for name in list(names)[:1] if " " in name or not name.isascii())
