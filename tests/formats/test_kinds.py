import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import NoArticle
from reader.formats import SUFFIXES, load_file
from reader.formats.kinds import kind_of
from tests.formats.files.zips import CONTAINER, chapter, epub, zipped

EPUB = epub({"one.xhtml": chapter("एक")})
WORD = zipped({"[Content_Types].xml": "", "docProps/app.xml": "x" * 9000, "word/document.xml": ""})
RSS = '<?xml version="1.0"?><!-- a --><?xml-stylesheet href="a"?>\n<rss version="2.0"></rss>'
MAIL = "From: a@b.example\r\nSubject: =?utf-8?q?x?=\r\n y\r\nMIME-Version: 1.0\r\n"
ARCHIVE = f'{MAIL}Content-Type: multipart/related;\r\n boundary="x"\r\n\r\n'
PDF = "%PDF-1.7\n1 0 obj"


@pytest.mark.parametrize(
    ("data", "said", "kind"),
    [
        (EPUB, "", "epub"),
        (EPUB, "text", "epub"),
        (zipped({"META-INF/container.xml": CONTAINER}), "docx", "epub"),
        (EPUB[:-30], "", "epub"),
        (WORD, "", "docx"),
        (WORD, "text", "docx"),
        (WORD[:-30], "docx", "docx"),
        (zipped({"word/document2.xml": ""}), "", "docx"),
        (zipped({"a.txt": "speaks of word/document.xml"}), "", "text"),
        (zipped({"a.txt": ""})[:-9], "", "text"),
        (b"no archive", "docx", "text"),
        (PDF, "", "pdf"),
        (PDF, "text", "pdf"),
        ("\n" * 900 + PDF, "pdf", "pdf"),
        ("\n" * 900 + PDF, "text", "text"),
        ("%PDF-1.4 से शुरू होने वाली फ़ाइल", "", "text"),
        ("%PDF-1.4 cut short", "pdf", "pdf"),
        ("<html><body>", "pdf", "html"),
        ("<!-- a --><!DOCTYPE html><p>", "", "html"),
        ('<?xml version="1.0"?><html>', "", "html"),
        ("<p>एक", "markdown", "markdown"),
        ("एक < दो", "", "text"),
        (RSS, "", "feed"),
        (RSS, "html", "feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom">', "text", "feed"),
        ("rss", "feed", "text"),
        (ARCHIVE, "", "mhtml"),
        (ARCHIVE, "html", "mhtml"),
        (MAIL + "\r\n", "", "mhtml"),
        (MAIL + "\r\n", "text", "text"),
        ("Note: MIME-Version: 1.0", "", "text"),
        ('\n{ "setu" : 1}', "", "json"),
        ('{"name": 1}', "", "text"),
        ('{"name": 1}', "json", "json"),
        ("# शीर्षक", "markdown", "markdown"),
        ("", "", "text"),
    ],
)
def test_kinds(data: bytes | str, said: str, kind: str) -> None:
    assert kind_of(data.encode() if isinstance(data, str) else data, said) == kind


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize(
    ("text", "kind"),
    [("<html><p>नदी", "html"), (RSS, "feed"), ("नदी किनारे", "text"), ('{"setu": 1}', "json")],
)
def test_unicode_in_every_width(text: str, kind: str, codec: str) -> None:
    assert kind_of(text.encode(codec), "") == kind


@pytest.mark.parametrize(
    "start", ["<!---->", "<?a?>", "<!--", "a:\n", "a:\n ", "<!doctype x>", " ", "\n", "{", "%PDF-"]
)
def test_no_beginning_takes_long(start: str) -> None:
    data = start.encode() * 20_000
    before = time.process_time()
    kind_of(data + b"x", "")
    assert time.process_time() - before < 1


@given(st.binary(max_size=300), st.sampled_from(["", *SUFFIXES.values()]))
def test_any_bytes_are_of_some_kind(data: bytes, said: str) -> None:
    for start in (b"", b"PK\x03\x04", b"%PDF-1", b"<?xml?>"):
        assert kind_of(start + data, said) in {*SUFFIXES.values(), "xml"}


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"{\\rtf1 x}", "a.docx is a rich text document (RTF), not an article."),
        ("a.docx", WORD[:-30], "a.docx is damaged or was not copied whole."),
        ("a.txt", zipped({"xl/workbook.xml": "x" * 9000}), "a.txt is a spreadsheet (XLSX), not"),
        ("a.epub", zipped({"a/b": "x"}), "a.epub is an archive (ZIP), not an article."),
        ("a.json", b"{}", "a.json is JSON, but no article saved by Setu."),
    ],
)
def test_what_a_file_is_is_said(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(NoArticle) as caught:
        load_file(tmp_path / name)
    assert caught.value.what.startswith(said)
    assert caught.value.advice
