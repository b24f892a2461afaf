"""The parts of a Word document beside its text: styles, numbering, and where links lead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from reader.formats.files.xml import Element

_OFF = ("0", "false", "off", "none")
_UNNUMBERED = ("bullet", "none", "")
_DEEPEST = 20  # styles based on one another
_LEVELS = frozenset("012345678")  # of a list, as Word has them
_DESCRIBED = 100  # levels a list is looked at for; Word writes each once


def local(element: Element) -> str:
    """Return an element's name without its namespace, which strict documents have another of."""
    return str(element.tag).rpartition("}")[2]


def value(element: Element | None, name: str = "val") -> str:
    """Return an attribute by its name without namespace, '' where there is none."""
    for key, text in () if element is None else element.items():
        if key.endswith(name) and key.rpartition("}")[2] == name:
            return str(text)
    return ""


def path(element: Element | None, *names: str) -> Element | None:
    """Return what lies under ``element`` by the first child of each name in turn, or None."""
    for name in names:
        # Quicker than `find`, which reads its path anew.
        element = None if element is None else next(element.iterchildren(f"{{*}}{name}"), None)
    return element


def is_on(element: Element | None) -> bool:
    """Whether a switch such as bold is there and not set to off."""
    return element is not None and value(element).lower() not in _OFF


def targets(root: Element | None) -> dict[str, str]:
    """Return where the relationships of a part lead, by their ids."""
    found = () if root is None else root.iter("{*}Relationship")
    return {value(each, "Id"): value(each, "Target") for each in found}


class Styles:
    """The styles of a document, each with those it is based on."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else list(root.iter("{*}style"))
        self._styles = {value(style, "styleId"): style for style in styles}
        self._defaults = path(root, "docDefaults", "rPrDefault")
        plain = [s for s in styles if value(s, "type") == "paragraph" and value(s, "default")]
        self._plain = value(plain[0], "styleId") if plain else ""
        self._found: dict[tuple[str, ...], Element | None] = {}
        self._inherited: dict[tuple[str, ...], Element | None] = {}

    def names(self, style: str) -> list[str]:
        """Return the names of a style and of those it is based on, which no language changes."""
        return [value(self._own(each, "name")).lower() for each in self._chain(style)]

    def of_paragraph(self, properties: Element | None, name: str) -> Element | None:
        """Return a property of a paragraph: its own, else its style's."""
        if properties is None:
            return self._of_style(self._plain, "pPr", name)
        own = path(properties, name)
        style = value(path(properties, "pStyle")) or self._plain
        return self._of_style(style, "pPr", name) if own is None else own

    def of_run(self, properties: Element | None, name: str) -> Element | None:
        """Return a property of a run: its own, else its style's."""
        if properties is None:
            return None
        own = path(properties, name)
        return (
            self._of_style(value(path(properties, "rStyle")), "rPr", name) if own is None else own
        )

    def font(self, properties: Element | None, paragraph: str) -> str:
        """Return the font of a run's Latin letters, in a paragraph of that style, '' if unsaid."""
        places = (
            self.of_run(properties, "rFonts"),
            self._of_style(paragraph or self._plain, "rPr", "rFonts"),
            path(self._defaults, "rPr", "rFonts"),
        )
        return next(filter(None, (value(place, "ascii") for place in places)), "")

    def _of_style(self, style: str, *names: str) -> Element | None:
        """Return what the style or one it is based on says; looked for once, like `_own`."""
        key = (style, *names)
        if key not in self._inherited:
            found = (self._own(each, *names) for each in self._chain(style))
            self._inherited[key] = next((each for each in found if each is not None), None)
        return self._inherited[key]

    def _chain(self, style: str) -> Iterator[str]:
        """Yield the id of the style and of those it is based on, the nearest first."""
        for _ in range(_DEEPEST):
            if style not in self._styles:
                return
            yield style
            style = value(self._own(style, "basedOn"))

    def _own(self, style: str, *names: str) -> Element | None:
        """Return what a style itself says; looked for once, however often it is asked."""
        key = (style, *names)
        if key not in self._found:
            self._found[key] = path(self._styles[style], *names)
        return self._found[key]


class Numbering:
    """The lists of a document, counted as their items come."""

    def __init__(self, root: Element | None) -> None:
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        numbers = [] if root is None else list(root.iter("{*}num"))
        kinds = [] if root is None else list(root.iter("{*}abstractNum"))
        self._kinds = {
            value(each, "abstractNumId"): _by_level(each, "lvl", "numFmt", "start")
            for each in kinds
        }
        self._numbers = {
            value(each, "numId"): (
                value(path(each, "abstractNumId")),
                _by_level(each, "lvlOverride", "startOverride"),
            )
            for each in numbers
        }

    def next(self, properties: Element) -> int:
        """Return the number of the item with those list properties, 0 for one with a bullet."""
        level = _number(value(path(properties, "ilvl")), 0)
        number = value(path(properties, "numId"))
        kind, restarts = self._numbers.get(number, ("", {}))
        form, start = self._kinds.get(kind, {}).get(level, ("", ""))
        if form in _UNNUMBERED:
            return 0
        (restart,) = restarts.get(level, ("",))
        # Lists of one kind go on counting, unless one says where it begins.
        name = f"num {number}" if restart else kind
        return self._count(name, level, _number(restart or start, 1))

    def _count(self, name: str, level: int, first: int) -> int:
        counts = self._counts[name]
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        counts[level] = counts[level] + 1 if level in counts else first
        return counts[level]


def _by_level(element: Element, name: str, *parts: str) -> dict[int, tuple[str, ...]]:
    """Return by its level what the first description of each says in those parts."""
    found: dict[int, tuple[str, ...]] = {}
    for each in islice(element.iterchildren(f"{{*}}{name}"), _DESCRIBED):
        level = value(each, "ilvl")
        if level in _LEVELS and int(level) not in found:
            found[int(level)] = tuple(value(path(each, part)) for part in parts)
    return found


def _number(digits: str, otherwise: int) -> int:
    return int(digits) if digits.isdecimal() and len(digits) < 6 else otherwise
