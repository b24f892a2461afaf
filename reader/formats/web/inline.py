"""Words inside one block of a page, and how they stand out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from typing import NamedTuple

from reader.formats.tidy import tidy, tidy_at
from reader.formats.web.elements import Element
from reader.formats.web.links import is_web, target
from reader.model import Markup, Span, Style

_BOLD = frozenset(("b", "strong"))
_ITALIC = frozenset(("i", "em", "cite"))
_TELLING = _BOLD | _ITALIC | {"a", "time"}
_WEIGHT = re.compile(r"font-weight\s*:\s*(\w{1,9})", re.I)
_SLANT = re.compile(r"font-style\s*:\s*(\w{1,9})", re.I)
_HEAVY = frozenset(("bold", "bolder", "600", "700", "800", "900"))
_NOTHING = frozenset((False, None))  # no way to stand out
_MOST = 5000  # spans in one block; no writer makes as many, and each takes memory


class Look(NamedTuple):
    """How words stand out; ``link`` is None outside a link, '' where it leads nowhere of use.

    It can be a telephone number ('tel:…') or a mail address ('mailto:…').
    """

    bold: bool = False
    italic: bool = False
    link: str | None = None
    timed: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Line:
    """Tidied text with its markup; ``linked``, ``bold``, ``italic`` and ``timed`` are shares.

    ``breaks`` are the places in the text where a single line break was, ``links`` all that are
    links, also to telephones and to nowhere of use, of which there is no markup.
    """

    text: str
    markup: tuple[Markup, ...] = ()
    linked: float = 0.0
    bold: float = 0.0
    italic: float = 0.0
    timed: float = 0.0
    breaks: tuple[int, ...] = ()
    links: tuple[Markup, ...] = ()


_EMPTY = Line("")


def look_inside(element: Element, around: Look, base: str) -> Look:
    """Return how text in an element stands out, when the element stands in text ``around``."""
    tag, style = element.tag, element.get("style")
    if not style and tag not in _TELLING:
        return around
    bold, italic, link, timed = around
    bold = bold or tag in _BOLD
    italic = italic or tag in _ITALIC
    if style and "font-" in style:
        bold = _said(_WEIGHT, style, _HEAVY, bold)
        italic = _said(_SLANT, style, frozenset(("italic", "oblique")), italic)
    if tag == "a" and (href := element.get("href")) is not None:
        link = target(href, base)
    return Look(bold, italic, link, timed or tag == "time")


def _said(pattern: re.Pattern[str], style: str, yes: frozenset[str], otherwise: bool) -> bool:
    match = pattern.search(style)
    return otherwise if match is None else match[1].lower() in yes


class Runs:
    """The runs of a block's text while they are read, in order."""

    def __init__(self) -> None:
        self._texts: list[list[str]] = []
        self._looks: list[Look] = []
        self._length = 0
        self._breaks: list[int] = []

    def add(self, text: str, look: Look) -> None:
        """Add a run of text that stands out as ``look`` says; spaces stand out as those before."""
        if self._looks and (self._looks[-1] == look or text.isspace()):
            self._texts[-1].append(text)
        elif text.isspace():
            return
        else:
            self._texts.append([text])
            self._looks.append(look)
        self._length += len(text)

    def add_space(self) -> None:
        """Add a space, unless one is there; it stands out as the text before."""
        if self._looks and self._texts[-1][-1] != " ":
            self._texts[-1].append(" ")
            self._length += 1

    def add_break(self, look: Look) -> None:
        """Add a line break: a space, whose place is remembered."""
        self.add(" ", look)
        self._breaks.append(self._length)

    def take(self) -> Line:
        """Return the line that the runs make, and begin the next."""
        if not self._looks:
            self._breaks.clear()
            return _EMPTY
        line = self._line()
        if self._breaks:
            raw = "".join("".join(run) for run in self._texts)
            places = tidy_at(raw, self._breaks)[1]
            inner = dict.fromkeys(place for place in places if 0 < place < len(line.text))
            line = replace(line, breaks=tuple(inner))
        self._texts, self._looks, self._length, self._breaks = [], [], 0, []
        return line

    def _line(self) -> Line:
        looks, texts = self._looks, ["".join(run) for run in self._texts]
        if len(looks) > 1:
            text, ends = tidy_at("".join(texts), accumulate(map(len, texts)))
            return _line(text, [0, *ends], looks)
        text = tidy(texts[0])
        return Line(text) if looks[0] is PLAIN else _line(text, [0, len(text)], looks)


def _line(text: str, starts: list[int], looks: list[Look]) -> Line:
    """Return the line ``text``; the run that ``looks`` so begins at each of its ``starts``."""
    kinds = zip(*looks, strict=True)
    bolds, italics, targets, times = (_spans(text, starts, values) for values in kinds)
    links = tuple(Markup(span, Style.LINK, str(address)) for span, address in targets)
    found = [
        *(Markup(span, Style.BOLD) for span, _ in bolds),
        *(Markup(span, Style.ITALIC) for span, _ in italics),
        *(link for link in links if is_web(link.address)),
    ]
    kept = sorted(found, key=lambda each: each.span.start) if len(found) <= _MOST else []
    linked, bold, italic, timed = (_share(s, text) for s in (targets, bolds, italics, times))
    return Line(text, tuple(kept), linked, bold, italic, timed, links=links)


def _spans(
    text: str, starts: list[int], values: tuple[bool | str | None, ...]
) -> list[tuple[Span, bool | str]]:
    """Return where in ``text`` the runs of one value stand, nearest neighbours made one.

    A value that is False or None is none.
    """
    if _NOTHING.issuperset(values):
        return []
    found: list[tuple[Span, bool | str]] = []
    for value, group in groupby(range(len(values)), key=values.__getitem__):
        if value is None or value is False:
            continue
        places = list(group)
        span = _trimmed(text, starts[places[0]], starts[places[-1] + 1])
        if span is None:
            continue
        if found and found[-1][1] == value and not text[found[-1][0].end : span.start].strip():
            span = Span(found.pop()[0].start, span.end)
        found.append((span, value))
    return found


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without a space at its ends, None if nothing is left."""
    start += text[start : start + 1] == " "
    end -= end > start and text[end - 1] == " "
    return Span(start, end) if start < end else None


def _share(spans: list[tuple[Span, bool | str]], text: str) -> float:
    if not spans:
        return 0.0
    return sum(span.end - span.start for span, _ in spans) / max(len(text), 1)
