import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.web.packing import unpacked

TEXT = "मेले में भीड़ उमड़ी। ".encode() * 20


def packed(data: bytes, wrapping: int = 31) -> bytes:
    return zlib.compress(data, wbits=wrapping)


@given(st.binary(), st.integers(1, 50), st.sampled_from([(31, "gzip"), (15, "deflate")]))
def test_whatever_was_packed_comes_back(data: bytes, size: int, way: tuple[int, str]) -> None:
    wire = packed(data, way[0])
    pieces = [wire[at : at + size] for at in range(0, len(wire), size)]
    assert b"".join(unpacked(pieces, way[1])) == data


@given(st.integers(1, len(packed(TEXT)) - 1))
def test_what_stops_short_is_told_wherever_it_stops(end: int) -> None:
    with pytest.raises(EOFError):
        list(unpacked([packed(TEXT)[:end]], "gzip"))


def test_several_members_are_one_content() -> None:
    both = packed(TEXT) + packed(b"end")
    cuts = (both[:-30], both[-30:-25], both[-25:])
    assert b"".join(unpacked(cuts, "x-gzip")) == TEXT + b"end"


def test_what_follows_the_last_member_is_passed_over() -> None:
    assert b"".join(unpacked([packed(TEXT) + bytes(9)], "GZIP")) == TEXT
    assert b"".join(unpacked([packed(TEXT, 15) + b"junk"], "deflate")) == TEXT


@pytest.mark.parametrize("coding", ["", "identity", "utf-8", "gzip", "deflate"])
def test_nothing_is_nothing(coding: str) -> None:
    assert b"".join(unpacked([], coding)) == b""


def test_what_swells_comes_in_small_pieces() -> None:
    assert max(map(len, unpacked([packed(bytes(30_000_000))], "gzip"))) <= 65536
