"""What came compressed over the wire, unpacked piece by piece, and told when it is not whole."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

ACCEPTED = "gzip, deflate"
"""The content codings asked for."""

_PIECE = 64 * 1024
_GZIP, _ZLIB, _RAW = 31, 15, -15  # what zlib calls the three wrappings of one compression
_MEMBER = b"\x1f"
# Real codings that were not asked for; other words say nothing of the content.
_OTHERS = {"br", "zstd", "compress", "x-compress", "dcb", "dcz"}


def unpacked(pieces: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """Yield the content of ``pieces``, in pieces of some 64 KB however well it was packed.

    ``coding`` is the header Content-Encoding, '' for none. Raises EOFError where the content
    stops short, and zlib.error where it cannot be unpacked.
    """
    for name in reversed([name.strip().lower() for name in coding.split(",")]):
        if name in _OTHERS:
            raise zlib.error(f"the coding {name} was not asked for")
        pieces = _UNPACKERS.get(name, iter)(pieces)
    yield from pieces


def _gunzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    return _inflated(pieces, _GZIP)


def _undeflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Unpack 'deflate', which servers send with and without the head it should have."""
    pieces, head = iter(pieces), b""
    while len(head) < 2 and (piece := next(pieces, b"")):
        head += piece
    headed = len(head) > 1 and head[0] & 15 == 8 and int.from_bytes(head[:2]) % 31 == 0
    return _inflated(chain([head], pieces), _ZLIB if headed else _RAW)


def _inflated(pieces: Iterable[bytes], wrapping: int) -> Iterator[bytes]:
    """Unpack one member, or of gzip several; what follows the last is passed over."""
    member = None
    for piece in pieces:
        while piece:
            if member is None or member.eof:
                if member and not (wrapping == _GZIP and piece.startswith(_MEMBER)):
                    return
                member = zlib.decompressobj(wrapping)
            yield member.decompress(piece, _PIECE)
            piece = member.unused_data if member.eof else member.unconsumed_tail
    if member:
        yield member.flush()
        if not member.eof:
            raise EOFError


_UNPACKERS: dict[str, Callable[[Iterable[bytes]], Iterator[bytes]]] = {
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _undeflated,
}
