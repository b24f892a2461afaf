"""PNG data checked before it is decoded: its decoder writes of damage to the terminal."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
LONGEST_SIDE = 1_000_000
"""Pixels a side that libpng takes at most, by its own default."""
_NAME = re.compile(rb"[A-Za-z]{4}")


def sound(data: bytes) -> bytes:
    """The parts of a PNG whose check sums are right; b'' if one that it needs is not."""
    kept = [SIGNATURE]
    names: list[bytes] = []
    for name, chunk in _chunks(data):
        is_right = zlib.crc32(chunk[4:-4]) == struct.unpack(">I", chunk[-4:])[0]
        if is_right and _NAME.fullmatch(name) and _has_size(name, chunk):
            kept.append(chunk)
            names.append(name)
        elif name[:1].isupper() or not _NAME.fullmatch(name):
            return b""
        if name == b"IEND":
            break
    is_whole = names[:1] == [b"IHDR"] and names[-1:] == [b"IEND"] and b"IDAT" in names
    return b"".join(kept) if is_whole else b""


def _has_size(name: bytes, chunk: bytes) -> bool:
    """Whether a head tells a width and a height that decoders take; whatever else is fine."""
    if name != b"IHDR":
        return True
    return len(chunk) == 25 and all(
        0 < side <= LONGEST_SIDE for side in struct.unpack_from(">II", chunk, 8)
    )


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each part's name, and the whole of it with its length and check sum."""
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        end = at + 12 + struct.unpack_from(">I", data, at)[0]
        if end > len(data):
            return
        yield data[at + 4 : at + 8], data[at:end]
        at = end
