"""The pieces of text a PDF draws on its pages, with where and how they stand.

PDFium reads the file. Of what it says, the letters are right; its words are not, because it
guesses the spaces of Devanagari from the widths of letters that have none. So the spaces it
made up are measured again here, and those that are drawn are found among the objects.
"""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

HYPHEN = "\u00ad"
"""What stands for a hyphen drawn at the end of a line."""

_DEPTH = 5  # how deep forms within forms are looked into
_GAP = 0.17  # what parts words, in parts of the size of the type
_NAME = 128


@dataclass(frozen=True, slots=True)
class Piece:
    """Text drawn at one go; ``left`` to ``right`` on the line at ``base``, in points.

    ``top`` and ``base`` count upwards from the foot of the page, ``size`` is that of the
    type. The text may begin or end with a space, and be a space alone; ``parted`` says that
    there is room for one before it.
    """

    text: str
    left: float
    right: float
    base: float
    top: float
    size: float
    font: str
    parted: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page's pieces in the order they are drawn, its width and height in points.

    ``unknown`` counts the letters for which the file names no character.
    """

    pieces: tuple[Piece, ...]
    width: float
    height: float
    unknown: int


@dataclass
class _Run:
    """What the text layer says of one text object."""

    text: str = ""
    right: float = 0.0
    parted: bool = False


@dataclass
class _Layer:
    """The text layer of a page: the run of each object by its address."""

    runs: dict[int, _Run] = field(default_factory=lambda: defaultdict(_Run))
    unknown: int = 0


def pages(document: Any) -> Iterator[Page]:  # noqa: ANN401 - pypdfium2 has no types
    """Read the pages of a ``pypdfium2.PdfDocument`` one by one; raises its PdfiumError."""
    for page in document:
        text_page = page.get_textpage()
        layer = _layer(text_page)
        width, height = page.get_size()
        yield Page(tuple(_pieces(page, layer)), width, height, layer.unknown)
        text_page.close()
        page.close()


def _layer(text_page: Any) -> _Layer:  # noqa: ANN401
    from pypdfium2 import raw

    layer = _Layer()
    box = raw.FS_RECTF()
    run, parted = _Run(), False
    for index in range(raw.FPDFText_CountChars(text_page)):
        if raw.FPDFText_IsGenerated(text_page, index) == 1:
            parted = True
            continue
        before, run = run, layer.runs[_address(raw.FPDFText_GetTextObject(text_page, index))]
        raw.FPDFText_GetLooseCharBox(text_page, index, box)
        if parted and box.left - before.right > _GAP * _size(text_page, index):
            run.parted = run.parted or not run.text
            run.text += " " if run.text else ""
        run.text += _character(raw.FPDFText_GetUnicode(text_page, index))
        run.right = max(run.right, box.right) if run is before else box.right
        layer.unknown += raw.FPDFText_HasUnicodeMapError(text_page, index) == 1
        parted = False
    return layer


def _size(text_page: Any, index: int) -> float:  # noqa: ANN401
    """Return the size of a letter's type, in points."""
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, index, matrix)
    return float(raw.FPDFText_GetFontSize(text_page, index)) * abs(float(matrix.d))


def _character(code: int) -> str:
    """Return the character of ``code``; 2 is what PDFium makes of a hyphen at a line's end."""
    if code == 2:
        return HYPHEN
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _pieces(page: Any, layer: _Layer) -> Iterator[Piece]:  # noqa: ANN401
    """Read the upright text of ``page``, each run of marked text once, whole."""
    from pypdfium2 import raw

    group: tuple[int, list[Any]] = (0, [])
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=_DEPTH):
        names, spoken = _marks(item.raw)
        if "Artifact" in names:
            continue
        if spoken and spoken == group[0]:
            group[1].append(item)
            continue
        yield from _piece(group, layer)
        group = (spoken, [item])
    yield from _piece(group, layer)


def _piece(group: tuple[int, list[Any]], layer: _Layer) -> Iterator[Piece]:
    """Yield the piece of objects that stand for one text, if it is upright and says something."""
    spoken, items = group
    if not items:
        return
    runs = [layer.runs[_address(item.raw)] for item in items]
    text = next((run.text for run in runs if run.text), "")
    _, b, c, d, _, base = _placed(items[0])
    if abs(b) > abs(d) or abs(c) > abs(d) or not (text or not spoken):
        return
    bounds = [item.get_bounds() for item in items]
    size = items[0].get_font_size() * abs(d)
    left, right = min(box[0] for box in bounds), max(box[2] for box in bounds)
    if not text.strip() and right > left:  # drawn, but not in the text layer
        return
    text = text.strip(" ") if spoken else text or " "
    top = max(box[3] for box in bounds)
    yield Piece(text, left, right, base, top, size, _font(items[0].raw), runs[0].parted)


def _placed(item: Any) -> tuple[float, ...]:  # noqa: ANN401
    """Return the matrix of an object on its page, through the forms it lies in."""
    matrix = item.get_matrix()
    form = item.container
    while form is not None:
        matrix = matrix.multiply(form.get_matrix())
        form = form.container
    return tuple(matrix.get())


def _marks(raw_object: Any) -> tuple[list[str], int]:  # noqa: ANN401
    """Return the names of the marks on an object, and which of them says what it reads as."""
    from pypdfium2 import raw

    names, spoken = [], 0
    length = ctypes.c_ulong()
    for index in range(raw.FPDFPageObj_CountMarks(raw_object)):
        mark = raw.FPDFPageObj_GetMark(raw_object, index)
        buffer = (ctypes.c_ushort * _NAME)()
        if raw.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length):
            name = bytes(buffer)[: max(0, min(length.value, ctypes.sizeof(buffer)) - 2)]
            names.append(name.decode("utf-16-le", errors="replace"))
        if raw.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", None, 0, length):
            spoken = _address(mark)
    return names, spoken


def _font(raw_object: Any) -> str:  # noqa: ANN401
    from pypdfium2 import raw

    font = raw.FPDFTextObj_GetFont(raw_object)
    buffer = ctypes.create_string_buffer(_NAME)
    length = raw.FPDFFont_GetBaseFontName(font, buffer, _NAME) if font else 0
    return buffer.raw[: max(0, min(length, _NAME) - 1)].decode("utf-8", errors="replace")


def _address(pointer: Any) -> int:  # noqa: ANN401
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0
