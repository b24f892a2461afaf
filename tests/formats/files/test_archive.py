import stat
import struct
import tracemalloc
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import NoArticle
from reader.formats.files import archive
from reader.formats.files.archive import Archive
from tests.formats.files.zips import zipped

_LOCAL, _CENTRAL = b"PK\x03\x04", b"PK\x01\x02"


def refusal(data: bytes) -> str:
    with pytest.raises(NoArticle) as caught:
        Archive(data, "a.epub")
    assert caught.value.advice
    return caught.value.what


def with_size(data: bytes, size: int) -> bytes:
    """The archive, its directory's first entry saying ``size`` of the unpacked file."""
    at = data.index(_CENTRAL) + 24
    return data[:at] + struct.pack("<I", size) + data[at + 4 :]


def test_reads_members_whatever_the_case_of_their_names() -> None:
    there = Archive(zipped({"OEBPS/One.xhtml": "एक"}), "a.epub")
    assert there.names == ("OEBPS/One.xhtml",)
    assert there.find("oebps/one.XHTML") == "OEBPS/One.xhtml"
    assert there.read("oebps/one.xhtml").decode() == "एक"
    assert there.read("OEBPS/One.xhtml", 3).decode() == "ए"
    assert there.find("two.xhtml") == ""
    with pytest.raises(NoArticle, match=r"^a\.epub is incomplete: it has no two\.xhtml\."):
        there.read("two.xhtml")


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/etc/a", "C:/a", "..\\a", "a\\..\\b"])
def test_names_that_lead_outside_are_refused(name: str) -> None:
    assert refusal(zipped({name: "x"})) == "a.epub is not opened: it names files outside itself."


def test_links_are_refused() -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert "outside itself" in refusal(zipped({link: "/etc/passwd"}))  # type: ignore[dict-item]


def test_too_many_members_are_refused_before_they_are_listed() -> None:
    data = zipped({f"{number}.txt": "" for number in range(10_000)})
    assert refusal(data) == "a.epub is not opened: it holds too many files."
    assert archive.member_names(data) == frozenset()


def test_a_bomb_is_refused_by_what_its_directory_says() -> None:
    member = bytes(archive.MAX_MEMBER + 1)
    assert (
        refusal(zipped({"a": member})) == "a.epub is not opened: a file in it is larger than 50 MB."
    )
    several = zipped({str(number): member[: 45 * 1024 * 1024] for number in range(5)})
    assert "it unpacks to more than 200 MB" in refusal(several)


def test_a_bomb_that_lies_is_unpacked_no_further_than_it_says() -> None:
    there = Archive(with_size(zipped({"a": bytes(30 * 1024 * 1024)}), 10), "a.epub")
    tracemalloc.start()
    with pytest.raises(NoArticle, match="damaged"):
        there.read("a")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1024 * 1024


def test_a_member_shorter_than_it_says_is_damaged() -> None:
    there = Archive(with_size(zipped({"a": "short"}), 1000), "a.epub")
    with pytest.raises(NoArticle, match=r"^a\.epub is damaged or was not copied whole\."):
        there.read("a")


def test_a_password_is_said() -> None:
    data = bytearray(zipped({"a": "x"}))
    data[data.index(_LOCAL) + 6] |= 1
    data[data.index(_CENTRAL) + 8] |= 1
    assert refusal(bytes(data)) == "a.epub is locked with a password."


def test_only_the_methods_of_documents_are_unpacked() -> None:
    assert "packed in a way" in refusal(zipped({"a": "x"}, zipfile.ZIP_BZIP2))


@pytest.mark.parametrize("cut", [0, 10, -1, -30])
def test_a_truncated_archive_is_damaged(cut: int) -> None:
    data = zipped({"a": "x" * 100, "b": "y" * 100})[:cut]
    assert refusal(data) == "a.epub is damaged or was not copied whole."
    assert archive.member_names(data) == frozenset()


def test_a_damaged_member_is_said() -> None:
    data = bytearray(zipped({"a": "the same text " * 50}))
    data[45] ^= 0xFF
    there = Archive(bytes(data), "a.epub")
    with pytest.raises(NoArticle, match="damaged"):
        there.read("a")


@given(st.binary(max_size=200), st.integers(0, 250), st.integers(0, 255))
def test_any_bytes_are_read_or_refused(noise: bytes, at: int, byte: int) -> None:
    whole = bytearray(zipped({"a.txt": "some text " * 9, "b/c.txt": noise}))
    whole[at % len(whole)] = byte
    for data in (bytes(whole), noise, b"PK\x03\x04" + noise):
        with suppress(NoArticle):
            there = Archive(data, "a.epub")
            assert len([there.read(name) for name in there.names]) == len(there.names)
