"""Text of a page that was typed for a legacy font, put into Unicode where it stands.

It is done before anything is told from the text: what is prose, a byline or a date shows only
in Unicode.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.formats import legacy
from reader.formats.web.blocks import is_inline
from reader.formats.web.elements import Element

_CODE = ("script", "style")
_SAID = {"meta": "content", "img": "alt"}


class _Place(NamedTuple):
    """Where text stands: before or behind an element's end, or in an attribute of it."""

    element: Element
    name: str

    @property
    def text(self) -> str:
        own = self.name in ("text", "tail")
        return (getattr(self.element, self.name) if own else self.element.get(self.name)) or ""

    def put(self, text: str) -> None:
        if self.name in ("text", "tail"):
            setattr(self.element, self.name, text)
        else:
            self.element.set(self.name, text)


def to_unicode(root: Element) -> str:
    """Put what is in a legacy encoding under ``root`` into Unicode; return its name, '' if none."""
    if not legacy.may_be_legacy("".join(root.itertext())):
        return ""
    lines = list(_lines(root))
    texts = [[place.text for place in line] for line in lines]
    converted, encoding = legacy.converted_parts(texts)
    for line, before, after in zip(lines, texts, converted, strict=True):
        if before != after:
            for place, text in zip(line, after, strict=True):
                place.put(text)
    return encoding


def _lines(root: Element) -> Iterator[list[_Place]]:
    """Yield the places of each run of text without a block's boundary in it."""
    from lxml import etree

    line: list[_Place] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("start", "end") and (element.tag == "br" or not is_inline(element.tag)):
            yield line
            line = []
        if event == "start" and (name := _SAID.get(element.tag)) and element.get(name):
            yield [_Place(element, name)]
        if event == "start" and element.text and element.tag not in _CODE:
            line.append(_Place(element, "text"))
        elif event != "start" and element.tail:
            line.append(_Place(element, "tail"))
    yield line
