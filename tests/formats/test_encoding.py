import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import InputError, NoArticle
from reader.formats import encoding

HINDI = "नदी के किनारे मेला लगा है।\nबच्चे झूला झूल रहे हैं।\n"


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_reads_every_unicode_encoding(codec: str) -> None:
    assert encoding.decode(HINDI.encode(codec), "a.txt") == HINDI


def test_the_header_counts_where_the_bytes_are_not_utf_8() -> None:
    assert encoding.decode("Καλημέρα".encode("iso-8859-7"), "a.gr", "iso-8859-7") == "Καλημέρα"


def test_the_page_says_its_own_charset() -> None:
    page = '<meta charset="windows-1251"><p>Привет</p>'
    assert encoding.decode(page.encode("cp1251"), "a.html") == page


def test_an_unknown_charset_is_passed_over() -> None:
    assert encoding.decode("café".encode("cp1252"), "a.html", "no-such-thing") == "café"


def test_one_broken_byte_does_not_spoil_the_text() -> None:
    assert encoding.decode(HINDI.encode()[:-2], "a.txt").startswith("नदी के किनारे मेला लगा है।")


def test_a_broken_byte_does_not_bring_a_wrong_header_to_power() -> None:
    text = encoding.decode(HINDI.encode()[:-2], "a.html", "iso-8859-1")
    assert text.startswith("नदी के किनारे मेला लगा है।\nबच्चे झूला झूल रहे ह")


def test_latin_1_means_windows_latin() -> None:
    said = "“café” – naïve"
    for charset in ("iso-8859-1", "us-ascii", "latin1", "windows-1252"):
        assert encoding.decode(said.encode("cp1252"), "a.html", charset) == said


def test_the_page_knows_better_than_a_header_that_says_latin_1() -> None:
    page = '<meta charset="windows-1251"><p>Привет</p>'
    assert encoding.decode(page.encode("cp1251"), "a.html", "iso-8859-1") == page
    assert encoding.decode(page.encode("cp1251"), "a.html", "koi8-r") != page


@pytest.mark.parametrize("charset", ["utf-16", "iso-8859-1", "koi8-r", "none"])
def test_utf_8_is_seen_whatever_header_and_page_say(charset: str) -> None:
    page = f'<meta charset="{charset}"><p>{HINDI}</p>'
    assert encoding.decode(page.encode(), "a.html", charset) == page


@pytest.mark.parametrize(
    "charset",
    [
        *("none", "utf-8, utf-8", '"', "\0", "x" * 9999, "../ascii", "utf8mb4", "हिंदी"),
        *("hex", "rot13", "unicode_escape", "punycode", "idna", "undefined"),
    ],
)
def test_a_charset_that_is_none_is_passed_over(charset: str) -> None:
    assert encoding.decode(rb"\d caf" + b"\xe9", "a.html", charset) == r"\d café"


def test_mends_utf_8_read_as_windows_latin() -> None:
    data = HINDI.encode()
    mangled = "".join(
        bytes([b]).decode("cp1252") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b)
        for b in data
    )
    assert "à¤" in mangled
    assert encoding.decode(mangled.encode(), "a.txt") == HINDI


@pytest.mark.parametrize(
    ("mangled", "mended"),
    [
        ("ठीक है".encode().decode("latin-1"), "ठीक है"),
        ("ठीक है".encode().decode("latin-1").replace("\xa0", " "), "ठीक है"),
        ("नदी".encode().decode("latin-1")[1:], "¤¨दी"),  # cut in a letter
        ("नदी’ और \u200dé".encode().decode("latin-1"), "नदी’ और \u200dé"),
        ("à¤ की", "ठकी"),
        ("à¤\x80\x80", "ऀ\x80"),
        ("Ã©", "Ã©"),  # nothing says that this is Hindi
    ],
)
def test_mends_as_much_as_there_is(mangled: str, mended: str) -> None:
    assert encoding.decode(mangled.encode(), "a.txt") == mended


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "a picture (JPEG)"),
        (b"GIF89a\x01\0\x01\0", "a picture (GIF)"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a picture (WebP)"),
        (b"%PDF-1.7\n%text only", "a damaged PDF"),
        (b"PK\x03\x04\x14\0\0\0word/document.xml", "a Word document (DOCX)"),
        (b"PK\x03\x04\x14\0\0\0mimetypeapplication/epub+zip", "an e-book (EPUB)"),
        (b"AT&TFORM\0\0\1\0DJVM", "a scanned book (DjVu)"),
        (b"ID3\x03\0\0\0", "a sound file (MP3)"),
        (b"\0\0\0\x20ftypisom", "a video (MP4)"),
        (b"\x7fELF\x02\x01\x01\0", "a program"),
        (b"MZ\x90\0\x03\0", "a program"),
        (b"\x01\x02\x03\x04\x05" * 9, "not a text file"),
        (b"SQLite format 3\0", "a database (SQLite)"),
    ],
)
def test_says_what_a_binary_file_is(data: bytes, kind: str) -> None:
    with pytest.raises(NoArticle) as caught:
        encoding.decode(data, "photo.bin")
    assert caught.value.what == f"photo.bin is {kind}, not an article."
    assert caught.value.advice.startswith("Open a text, HTML, Markdown, EPUB, Word or PDF file")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"{\\rtf1 x}", "a rich text document (RTF)"),
        (b"PK\x03\x04\x14\0\0\0Index/Document.iwa", "a document of Pages, Numbers or Keynote"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "an old Office document"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument file"),
    ],
)
def test_office_files_come_with_the_way_out(data: bytes, kind: str) -> None:
    with pytest.raises(NoArticle) as caught:
        encoding.decode(data, "a.doc")
    assert caught.value.what == f"a.doc is {kind}, not an article."
    assert caught.value.advice.startswith("Save it as DOCX, HTML or text")


@pytest.mark.parametrize(
    ("data", "kind", "advice"),
    [
        (b"PK\x03\x04\x14\0\0\0other", "an archive (ZIP)", "Unpack it"),
        (b"Rar!\x1a\x07\x01\0", "an archive (RAR)", "Unpack it"),
        (b"\x1f\x8b\x08\0", "a compressed file (gzip)", "Unpack it"),
        (bytes(60) + b"BOOKMOBI", "an e-book for Kindle", "Save it as EPUB"),
    ],
)
def test_what_holds_other_files_comes_with_the_way_out(data: bytes, kind: str, advice: str) -> None:
    with pytest.raises(NoArticle, match=re.escape(f"is {kind}, not an article. {advice}")):
        encoding.decode(data, "a.x")


def test_letters_that_begin_like_a_binary_file_are_text() -> None:
    assert encoding.decode(b"MZ was here", "a.txt") == "MZ was here"
    assert encoding.decode(b"BM is a short name", "a.txt") == "BM is a short name"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(NoArticle, match=r"x\.txt is empty\."):
        encoding.decode(data, "x.txt")


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "x.txt"
    with large.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(NoArticle, match=r"x\.txt is 200 MB; Setu opens articles up to 20 MB\."):
        encoding.read_bytes(large)


def test_a_file_just_over_the_limit_is_not_called_20_mb(tmp_path: Path) -> None:
    large = tmp_path / "x.txt"
    with large.open("wb") as file:
        file.truncate(encoding.MAX_BYTES + 1)
    with pytest.raises(NoArticle, match="is 21 MB"):
        encoding.read_bytes(large)


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.txt is not there"):
        encoding.read_bytes(tmp_path / "gone.txt")
    (tmp_path / "news").mkdir()
    with pytest.raises(InputError, match=r"news is a folder"):
        encoding.read_bytes(tmp_path / "news")


def test_impossible_names_are_errors_a_reader_understands() -> None:
    for name in ("a\0b", "x" * 5000):
        with pytest.raises(InputError):
            encoding.read_bytes(Path(name))


@pytest.fixture
def nobody() -> Iterator[None]:
    """A user who can be refused: root, as in most containers, steps down for the test."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)


def test_a_file_without_permission_is_named(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text(HINDI, encoding="utf-8")
    locked.chmod(0)
    request.getfixturevalue("nobody")
    with pytest.raises(InputError, match=r"locked\.txt may not be read"):
        encoding.read_bytes(locked)


@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "latin-1", "utf-7", "rot13", "hex"]))
def test_any_bytes_become_text_or_a_clear_error(data: bytes, charset: str) -> None:
    try:
        result = encoding.decode(data, "x", charset)
    except NoArticle as error:
        result = error.what.removeprefix("x is ")
    assert result.strip("\0 ")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_utf_8_comes_back_unchanged(text: str) -> None:
    if text.strip() and text[0] != "\ufeff" and not any(c in "à\u0080" for c in text):
        assert encoding.decode(text.encode(), "x") == text


def test_bytes_that_windows_leaves_out_are_kept_for_legacy_hindi() -> None:
    assert encoding.decode(b"\x8f \xe3\xf1 \xb7\xa4\xe6", "x") == "\x8f ãñ ·¤æ"
