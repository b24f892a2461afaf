"""TMX 1.4, the exchange format of translation memories: Hindi-English units in and out.

A unit's engine stands in ``creationid``, its time in ``creationdate`` (to the second, in
UTC), and in a ``<prop>`` each, what else is known of it: ``x-state`` edited where a person
wrote it, ``x-version`` of the engine's model, ``x-chosen`` when the reader took it, ``x-aside``
yes for a second opinion.
Source: TMX 1.4b specification, LISA OSCAR, 2005.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from os import SEEK_END
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring
from xml.parsers.expat.errors import (
    XML_ERROR_INCORRECT_ENCODING,
    XML_ERROR_NO_ELEMENTS,
    XML_ERROR_UNKNOWN_ENCODING,
    codes,
)

from reader.errors import ExportError, ReaderError
from reader.harmless import harmless
from reader.model import ENGLISH, HINDI, State, TranslationUnit
from reader.paths import write_whole

LARGEST = 256 * 1024 * 1024
"""Bytes; a larger file is refused."""
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DATE = "%Y%m%dT%H%M%SZ"
_STATE = "x-state"
_VERSION = "x-version"
_CHOSEN = "x-chosen"
_ASIDE = "x-aside"
_YES = "yes"
_CHOOSE = "Choose a file that a translation program exported as TMX."
_ENDS = codes[XML_ERROR_NO_ELEMENTS]
_UNKNOWN_ENCODING = (codes[XML_ERROR_UNKNOWN_ENCODING], codes[XML_ERROR_INCORRECT_ENCODING])
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
    """Write ``units`` to ``path``, in their order; raises ExportError, also for no folder there.

    They are written as they come, so that a million of them need no memory.
    """
    try:
        path.parent.stat()  # Else a folder would be made of a slip of the pen.
        write_whole(path, _written(units))
    except OSError as error:
        raise ExportError(
            f"{path.name} could not be written.", "Choose another folder, or free some space."
        ) from error


def _written(units: Iterable[TranslationUnit]) -> Iterator[bytes]:
    header = {
        "creationtool": "Setu",
        "creationtoolversion": "1",
        "segtype": "sentence",
        "o-tmf": "Setu",
        "adminlang": ENGLISH,
        "srclang": HINDI,
        "datatype": "plaintext",
    }
    yield b"<?xml version='1.0' encoding='utf-8'?>\n<tmx version=\"1.4\">\n"
    yield tostring(Element("header", header)) + b"\n<body>\n"
    for unit in units:
        tu = _tu(unit)
        indent(tu)
        yield tostring(tu, encoding="utf-8") + b"\n"
    yield b"</body>\n</tmx>\n"


def _tu(unit: TranslationUnit) -> Element:
    tu = Element("tu")
    for name, value in _props(unit).items():
        if value:
            SubElement(tu, "prop", type=name).text = _NOT_XML.sub(" ", value)
    _add_tuv(tu, HINDI, unit.source)
    tuv = _add_tuv(tu, ENGLISH, harmless(unit.target))
    if unit.engine:
        tuv.set("creationid", _NOT_XML.sub(" ", unit.engine))
    if unit.created:
        tuv.set("creationdate", _stamp(unit.created))
    return tu


def _props(unit: TranslationUnit) -> dict[str, str]:
    """What TMX has no attribute for, '' where there is nothing to say."""
    return {
        _STATE: State.EDITED.value if unit.state is State.EDITED else "",
        _VERSION: unit.version,
        _CHOSEN: _stamp(unit.chosen) if unit.chosen else "",
        _ASIDE: _YES if unit.aside else "",
    }


def _stamp(time: datetime) -> str:
    return time.astimezone(UTC).strftime(_DATE)


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

    is_tmx = False
    try:
        for event, element in iterparse(file, events=("start", "end")):
            if not is_tmx and _tag(element) != "tmx":
                raise ReaderError(f"{name} is not a TMX file but other XML.", _CHOOSE)
            is_tmx = True
            yield event, element
    # defusedxml's errors are ValueErrors, and an unknown encoding is a LookupError.
    except (ParseError, ValueError, LookupError) as error:
        raise _refusal(error, file, name, is_tmx=is_tmx) from error


def _refusal(error: Exception, file: BinaryIO, name: str, *, is_tmx: bool) -> ReaderError:
    """What is wrong with a file that the parser would not read on; ``is_tmx``, it began as TMX."""
    from defusedxml import DefusedXmlException

    if isinstance(error, DefusedXmlException):
        what = f"{name} declares XML entities, which could make it grow without end or fetch files."
        return ReaderError(what, "Export it again without a list of entities at its top.")
    if isinstance(error, LookupError) or getattr(error, "code", 0) in _UNKNOWN_ENCODING:
        return ReaderError(f"{name} is in an encoding that is not known.", "Export it as UTF-8.")
    if is_tmx:
        ends = "breaks off" if getattr(error, "code", 0) == _ENDS else "is broken"
        place = f" at line {error.position[0]}" if isinstance(error, ParseError) else ""
        return ReaderError(f"{name} {ends}{place}.", "Copy or export it again, whole.")
    if not file.seek(0, SEEK_END):
        return ReaderError(f"{name} is empty.", _CHOOSE)
    return ReaderError(f"{name} is not a TMX file: it holds no XML.", _CHOOSE)


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _unit(tu: Element, tool: str) -> TranslationUnit | None:
    """The unit a <tu> holds; None when it has no text in one of the two languages."""
    hindi, english = _variant(tu, HINDI), _variant(tu, ENGLISH)
    if hindi is None or english is None:
        return None
    engine = _attribute("creationid", english, tu) or _attribute("creationtool", english, tu)
    props = {prop.get("type"): prop.text or "" for prop in tu.iter() if _tag(prop) == "prop"}
    return TranslationUnit(
        "",
        _text(hindi),
        _text(english),
        engine or tool,
        State.EDITED if props.get(_STATE) == State.EDITED else State.MACHINE,
        created=_date(_attribute("creationdate", english, tu)),
        version=props.get(_VERSION, ""),
        chosen=_date(props.get(_CHOSEN, "")),
        aside=props.get(_ASIDE) == _YES,
    )


def _variant(tu: Element, language: str) -> Element | None:
    """The first <tuv> in ``language``, whatever its country, that has text."""
    for tuv in tu:
        code = tuv.get(_LANG) or tuv.get("lang") or ""
        if re.split("[-_]", code.lower())[0] == language and _text(tuv):
            return tuv
    return None


def _attribute(name: str, *elements: Element) -> str:
    return next((value for e in elements if (value := e.get(name))), "")


def _date(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _DATE).replace(tzinfo=UTC)
    except ValueError:
        return None


def _text(tuv: Element) -> str:
    """The text of the <seg>, `harmless`, without inline codes; highlighted text is text."""
    seg = next((child for child in tuv if _tag(child) == "seg"), None)
    if seg is None:
        return ""
    for code in list(seg.iter()):
        if _tag(code) in _CODES:
            tail = code.tail
            code.clear()
            code.tail = tail
    return harmless("".join(seg.itertext())).strip()
