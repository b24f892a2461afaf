import pytest

from reader.errors import NoArticle
from reader.formats import read
from reader.formats.files import xml
from reader.formats.material import Material

_NCX = '<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/x.dtd">'
_XHTML = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN"\n"http://www.w3.org/TR/xhtml11.dtd">'
_BOMB = """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>"""
_FILE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>'


@pytest.mark.parametrize("doctype", ["", "<!DOCTYPE html>", _NCX, _XHTML])
def test_plain_document_types_are_harmless(doctype: str) -> None:
    root = xml.parse(f"<?xml version='1.0'?>{doctype}<a>क&nbsp;ख &amp; &eacute;</a>".encode(), "x")
    assert root.text == "क\xa0ख & é"


_ENCODINGS = pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])


@pytest.mark.parametrize("declared", [_FILE, f"<a/>{_FILE}"])
@_ENCODINGS
def test_declared_entities_are_refused(declared: str, encoding: str) -> None:
    with pytest.raises(NoArticle, match="declares entities"):
        xml.parse(declared.encode(encoding), "x")


@pytest.mark.parametrize(
    "bomb", [_BOMB, _BOMB.replace("<?", "\ufeff<?"), _BOMB.replace('"&', "'%")]
)
@_ENCODINGS
def test_a_bomb_is_named(bomb: str, encoding: str) -> None:
    with pytest.raises(NoArticle, match="entity bomb"):
        xml.parse(bomb.replace(';">', ";'>").encode(encoding), "x")


@pytest.mark.parametrize(
    "root", ["<rss version='2.0'>", "<tmx version='1.4'>", "<html>", "<feed>", "<note>", "<svg>"]
)
def test_a_bomb_is_named_whatever_it_claims_to_be(root: str) -> None:
    with pytest.raises(NoArticle, match="entity bomb") as caught:
        read(Material((_BOMB.partition("<a>")[0] + root + "&b;").encode(), "x.xml"))
    assert "a page or a person you trust" in caught.value.advice


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<?xml version='1.0'?><tmx version='1.4'><body/></tmx>", "a translation memory"),
        ("<tmx version='1.4'>", "a translation memory"),
        ("<?xml version='1.0'?><!-- a --><opml>", "a list of feeds"),
        ("<?xml version='1.0'?><note>नदी</note>", "XML in a form that Setu does not read"),
    ],
)
def test_xml_that_is_no_article_is_named(text: str, what: str) -> None:
    with pytest.raises(NoArticle, match=what):
        read(Material(text.encode(), "x.xml"))


@pytest.mark.parametrize("text", [_BOMB, "<!ENTITY a 'b&c;'> लिखा जाता है।"])
def test_a_text_that_speaks_of_entities_is_read(text: str) -> None:
    assert read(Material(f"एक्सएमएल क्या है\n\n{text}".encode(), "x.txt"), ".txt")


def test_broken_xml_is_mended_as_far_as_it_goes() -> None:
    assert xml.parse("<a><b>क</c></a>".encode(), "x").findtext("b") == "क"
    for nothing in (b"", b"text", b"<", b"\xff\xfe", b"\0\0"):
        assert xml.parse(nothing, "x") is None


def test_utf_16_is_read() -> None:
    declared = "<?xml version='1.0' encoding='UTF-16'?><a>नदी</a>"
    assert xml.parse(declared.encode("utf-16"), "x").text == "नदी"


def test_depth_and_size_are_bounded() -> None:
    deep = xml.parse(b"<a>" * 100_000, "x")
    assert deep is None or sum(1 for _ in deep.iter()) < 1000
    with pytest.raises(NoArticle, match="too large"):
        xml.parse(b"<a/>" * (xml.MAX_SIGNS + 1), "x")


@pytest.mark.parametrize(
    "half", ["&#xD800;", "&#55296;", "&#xDFFF;", "&#x00d83d;", "&#57343", "&#xD83D;&#xDE00;"]
)
def test_half_a_character_is_dropped(half: str) -> None:
    root = xml.parse(f"<a b='{half}'>क{half} ख</a>".encode(), "x")
    assert (root.text, root.get("b")) == ("क ख", "")


def test_numbers_of_whole_characters_stay() -> None:
    assert xml.parse(b"<a>&#2325;&#x916;&#x1F600;&#xD7FF;</a>", "x").text == "कख😀\ud7ff"
