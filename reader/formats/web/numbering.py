"""The numbers of an ordered list's items."""

from __future__ import annotations

import re

from reader.formats.web.elements import Element

_INTEGER = re.compile(r"\s*(-?\d{1,9})\s*")


class Numbering:
    """Counts the items of an ``ol`` element, from its start, down where it is reversed."""

    def __init__(self, element: Element) -> None:
        self._step = -1 if element.get("reversed") is not None else 1
        first = 1 if self._step > 0 else sum(1 for _ in element.iterchildren("li"))
        self._next = _integer(element.get("start"), first)

    def label(self, item: Element) -> str:
        """Return the label of the next item, an ``li`` element, such as '1.'."""
        number = _integer(item.get("value"), self._next)
        self._next = number + self._step
        return f"{number}."


def numbered(label: str, depth: int) -> str:
    """Return the label of an item whose list stands in ``depth`` others, set in by that much."""
    return "\u2003" * depth + label


def _integer(said: str | None, otherwise: int) -> int:
    match = _INTEGER.fullmatch(said or "")
    return int(match[1]) if match else otherwise
