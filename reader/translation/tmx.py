"""TMX 1.4, the exchange format of translation memories: Hindi-English units in and out.

A unit's engine stands in ``creationid``, its time in ``creationdate`` (to the second, in
UTC), and that a person wrote it in ``<prop type="x-state">edited</prop>``.
Source: TMX 1.4b specification, LISA OSCAR, 2005.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from reader.errors import ExportError, ReaderError
from reader.model import ENGLISH, HINDI, State, TranslationUnit
from reader.paths import write_whole

LARGEST = 256 * 1024 * 1024
"""Bytes; a larger file is refused."""
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DATE = "%Y%m%dT%H%M%SZ"
_STATE = "x-state"
# What stands inside these is another program's markup, not text.
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read(path: Path) -> Iterator[TranslationUnit]:
    """Yield the units of a TMX file that have both Hindi and English; their ids are ''.

    Raises ReaderError when the file cannot be read to its end.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise ReaderError(
                f"{path.name} is larger than {LARGEST >> 20} MB.", "Split it and import the parts."
            )
        with path.open("rb") as file:
            yield from _units(file, path.name)
    except OSError as error:
        raise ReaderError(f"{path.name} cannot be read.", "Check that it exists.") from error


def write(path: Path, units: Iterable[TranslationUnit]) -> None:
    """Write ``units`` to ``path``, ordered by their source; raises ExportError."""
    root = Element("tmx", version="1.4")
    header = {
        "creationtool": "Setu",
        "creationtoolversion": "1",
        "segtype": "sentence",
        "o-tmf": "Setu",
        "adminlang": ENGLISH,
        "srclang": HINDI,
        "datatype": "plaintext",
    }
    SubElement(root, "header", header)
    body = SubElement(root, "body")
    for unit in sorted(units, key=_order):
        body.append(_tu(unit))
    indent(root)
    try:
        write_whole(path, tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")
    except OSError as error:
        raise ExportError(
            f"{path.name} could not be written.", "Choose another folder, or free some space."
        ) from error


def _order(unit: TranslationUnit) -> tuple[str, str, str, str]:
    return unit.source, unit.engine, unit.state, unit.target


def _tu(unit: TranslationUnit) -> Element:
    tu = Element("tu")
    if unit.state is State.EDITED:
        SubElement(tu, "prop", type=_STATE).text = State.EDITED
    _add_tuv(tu, HINDI, unit.source)
    tuv = _add_tuv(tu, ENGLISH, unit.target)
    if unit.engine:
        tuv.set("creationid", _NOT_XML.sub(" ", unit.engine))
    if unit.created:
        tuv.set("creationdate", unit.created.astimezone(UTC).strftime(_DATE))
    return tu


def _add_tuv(tu: Element, language: str, text: str) -> Element:
    tuv = SubElement(tu, "tuv", {"xml:lang": language})
    SubElement(tuv, "seg").text = _NOT_XML.sub(" ", text)
    return tuv


def _units(file: BinaryIO, name: str) -> Iterator[TranslationUnit]:
    tool, body = "tmx", None
    for event, element in _events(file, name):
        tag = _tag(element)
        if event == "start" and tag == "body":
            body = element
        elif event == "end" and tag == "header":
            tool = element.get("creationtool") or tool
        elif event == "end" and tag == "tu":
            unit = _unit(element, tool)
            if unit:
                yield unit
            if body is not None:
                body.clear()  # Else the whole file would stay in memory.


def _events(file: BinaryIO, name: str) -> Iterator[tuple[str, Element]]:
    """The parser's events, the first of them checked to be a TMX file's."""
    from defusedxml.ElementTree import iterparse

    try:
        for number, (event, element) in enumerate(iterparse(file, events=("start", "end"))):
            if number == 0 and _tag(element) != "tmx":
                raise ReaderError(f"{name} is not a TMX file.", "Choose a file made as TMX.")
            yield event, element
    # defusedxml's errors are ValueErrors, and an unknown encoding is a LookupError.
    except (ParseError, ValueError, LookupError) as error:
        raise ReaderError(f"{name} is broken: it is not XML to its end.") from error


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _unit(tu: Element, tool: str) -> TranslationUnit | None:
    """The unit a <tu> holds; None when it has no text in one of the two languages."""
    hindi, english = _variant(tu, HINDI), _variant(tu, ENGLISH)
    if hindi is None or english is None:
        return None
    engine = _attribute("creationid", english, tu) or _attribute("creationtool", english, tu)
    state = State.EDITED if _is_edited(tu) else State.MACHINE
    created = _date(_attribute("creationdate", english, tu))
    return TranslationUnit("", _text(hindi), _text(english), engine or tool, state, created=created)


def _variant(tu: Element, language: str) -> Element | None:
    """The first <tuv> in ``language``, whatever its country, that has text."""
    for tuv in tu:
        code = tuv.get(_LANG) or tuv.get("lang") or ""
        if re.split("[-_]", code.lower())[0] == language and _text(tuv):
            return tuv
    return None


def _attribute(name: str, *elements: Element) -> str:
    return next((value for e in elements if (value := e.get(name))), "")


def _is_edited(tu: Element) -> bool:
    return any(
        prop.get("type") == _STATE and prop.text == State.EDITED
        for prop in tu.iter()
        if _tag(prop) == "prop"
    )


def _date(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _DATE).replace(tzinfo=UTC)
    except ValueError:
        return None


def _text(tuv: Element) -> str:
    """The text of the <seg>, without inline codes; highlighted text is text."""
    seg = next((child for child in tuv if _tag(child) == "seg"), None)
    if seg is None:
        return ""
    for code in list(seg.iter()):
        if _tag(code) in _CODES:
            tail = code.tail
            code.clear()
            code.tail = tail
    return "".join(seg.itertext()).strip()
