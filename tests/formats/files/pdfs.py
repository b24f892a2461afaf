"""PDFs of our own making: just enough of the format to draw lines of text."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842


@dataclass(frozen=True)
class Drawn:
    """A line of text drawn at ``x``, ``y`` from the page's lower left corner."""

    text: str
    x: float
    y: float
    size: float = 11
    font: str = "Mukta"


def pdf(pages: Sequence[Sequence[Drawn]], info: str = "", mapped: bool = True) -> bytes:
    """A PDF with these lines; fonts are named, not embedded.

    Letters of a font called Mukta go by numbers, for which a table names the characters
    unless ``mapped`` is False; other fonts are in Windows Latin.
    """
    letters = sorted(
        {c for page in pages for line in page if line.font == "Mukta" for c in line.text}
    )
    fonts = sorted({line.font for page in pages for line in page} | {"Mukta"})
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    names = ""
    for font in fonts:
        objects.append(_font(font, len(objects) + 2, mapped))
        names += f"/{font.replace(' ', '')} {len(objects)} 0 R"
        objects.append(_stream(_table(letters)))
    kids = []
    for page in pages:
        objects.append(_stream("\n".join(_draw(line, letters) for line in page)))
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]"
            f"/Resources<</Font<<{names}>>>>/Contents {len(objects)} 0 R>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    objects.append(f"<<{info}>>")
    return assembled(objects, f"/Info {len(objects)} 0 R")


def assembled(objects: Sequence[str], trailer: str = "") -> bytes:
    """A file of these objects, numbered from 1."""
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += "".join(f"{place:010} 00000 n \n" for place in places).encode()
    end = f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF"
    return data + end.encode()


def _font(font: str, table: int, mapped: bool) -> str:
    name = font.replace(" ", "#20")
    if font != "Mukta":
        return (
            f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/Encoding/WinAnsiEncoding"
            f"/FirstChar 0/LastChar 255/Widths[{'500 ' * 256}]>>"
        )
    mapping = f"/ToUnicode {table} 0 R" if mapped else ""
    return (
        f"<</Type/Font/Subtype/TrueType/BaseFont/{name}{mapping}"
        f"/FirstChar 0/LastChar 255/Widths[{'500 ' * 256}]>>"
    )


def _table(letters: Sequence[str]) -> str:
    lines = "".join(
        f"<{33 + at:02X}> <{letter.encode('utf-16-be').hex()}>\n"
        for at, letter in enumerate(letters)
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def "
        "1 begincodespacerange <00> <FF> endcodespacerange "
        f"{len(letters)} beginbfchar\n{lines}endbfchar endcmap end end"
    )


def _draw(line: Drawn, letters: Sequence[str]) -> str:
    if line.font == "Mukta":
        codes = "".join(f"{33 + letters.index(letter):02X}" for letter in line.text)
    else:
        codes = line.text.encode("cp1252").hex()
    font = line.font.replace(" ", "")
    return f"BT /{font} {line.size} Tf {line.x} {line.y} Td <{codes}> Tj ET"


def _stream(text: str) -> str:
    packed = zlib.compress(text.encode("latin-1")).decode("latin-1")
    return f"<</Length {len(packed)}/Filter/FlateDecode>>\nstream\n{packed}\nendstream"
