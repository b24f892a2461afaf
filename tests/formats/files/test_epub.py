from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import NoArticle
from reader.formats.dates import IST
from reader.formats.files import epub
from reader.formats.material import ALL, Loaded, Material
from reader.model import Article, Contents, ContentsKind, Entry, Kind, Paragraph
from tests.formats.files.zips import CONTAINER, METADATA, PROSE, chapter, item, opf, zipped
from tests.formats.files.zips import epub as book

NAV = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="landmarks"><a href="one.xhtml">ग़लत</a></nav>
<nav epub:type="toc"><ol><li><a href="one.xhtml#top">पहली&nbsp;कहानी</a></li>
<li><a href="text/two%20b.xhtml">दूसरी <b>कहानी</b></a><ol>
<li><a href="text/two%20b.xhtml#x">भीतर</a></li></ol></li></ol></nav></body></html>"""
NAV_ITEM = item(90, "nav.xhtml", 'media-type="application/xhtml+xml" properties="nav"')
NCX = """<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "x.dtd">
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>
<navPoint><navLabel><text>पहली कहानी</text></navLabel><content src="one.xhtml"/></navPoint>
<navPoint><navLabel><text>दूसरी कहानी</text></navLabel>
<content src="text/two%20b.xhtml#a"/></navPoint>
</navMap></ncx>"""
TWO = {"one.xhtml": chapter("एक"), "text/two%20b.xhtml": chapter("दो", PROSE, PROSE)}
LOCKED = (
    '<encryption xmlns="x" xmlns:enc="y"><enc:EncryptedData><enc:CipherData>'
    '<enc:CipherReference URI="{}"/></enc:CipherData></enc:EncryptedData></encryption>'
)


def read(data: bytes, part: str = "") -> Loaded:
    return epub.parse(Material(data, "a.epub", source="/books/a.epub", part=part))


def contents(data: bytes) -> list[str]:
    found = read(data)
    assert isinstance(found, Contents)
    return [entry.title for entry in found.entries]


def article(data: bytes, part: str = "") -> Article:
    found = read(data, part)
    assert isinstance(found, Article)
    return found


def refusal(data: bytes, part: str = "") -> str:
    with pytest.raises(NoArticle) as caught:
        read(data, part)
    assert caught.value.advice
    return caught.value.what


@pytest.mark.parametrize(
    "data",
    [
        book(TWO, items=NAV_ITEM, files={"OEBPS/nav.xhtml": NAV}),
        book(
            TWO,
            items=item(91, "toc.ncx", 'media-type="application/x-dtbncx+xml"'),
            attributes='toc="i91"',
            files={"OEBPS/toc.ncx": NCX},
        ),
    ],
    ids=["EPUB 3", "EPUB 2"],
)
def test_a_book_offers_its_chapters(data: bytes) -> None:
    assert read(data) == Contents(
        "नदी की कहानियाँ",
        ContentsKind.BOOK,
        (
            Entry("पहली कहानी", "/books/a.epub", "1"),
            Entry("दूसरी कहानी", "/books/a.epub", "2"),
        ),
    )


def test_chapters_may_stand_in_one_file() -> None:
    points = "".join(
        f'<navPoint><navLabel><text>कहानी {n}</text></navLabel><content src="a.xhtml#k{n}"/>'
        f'<navPoint><navLabel><text>भीतर</text></navLabel><content src="a.xhtml#in{n}"/></navPoint>'
        "</navPoint>"
        for n in (1, 2, 3)
    )
    text = "".join(
        f'<div><h2 class="x" id="k{n}">कहानी {n}</h2><p id="in{n}">यह कथा {n} है।</p></div>'
        for n in (1, 2, 3)
    )
    data = book(
        {"a.xhtml": chapter("", text)},
        items=item(91, "toc.ncx", 'media-type="application/x-dtbncx+xml"'),
        attributes='toc="i91"',
        files={"OEBPS/toc.ncx": f"<ncx><navMap>{points}</navMap></ncx>"},
    )
    assert contents(data) == ["कहानी 1", "कहानी 2", "कहानी 3"]
    for part in ("1", "2", "3"):
        found = article(data, part)
        assert found.title == f"कहानी {part}"
        assert [p.text for p in found.paragraphs] == [f"यह कथा {part} है।"]
    assert refusal(data, "4") == "a.epub has no part 4."
    assert refusal(book({"a.xhtml": chapter("पुल")}), "2") == "a.epub has no part 2."
    assert [p.text for p in article(data, ALL).paragraphs][2:4] == ["कहानी 2", "यह कथा 2 है।"]


@pytest.mark.parametrize(
    "mark",
    [
        '<a epub:type="noteref" href="#n">१</a>',
        '<a href="#n"><sup>1</sup></a>',
        '<sup><a href="n.xhtml#n">[1]</a></sup>',
    ],
)
def test_the_marks_of_notes_are_left_out(mark: str) -> None:
    text = f"पुल खुल गया।{mark} बच्चे खुश हैं, H<sup>2</sup> और <a href='#b'>यह</a>।"
    found = article(book({"a.xhtml": chapter("पुल", text)}))
    assert [p.text for p in found.paragraphs] == ["पुल खुल गया। बच्चे खुश हैं, H2 और यह।"]


def test_chapters_without_a_table_of_contents_go_by_their_headings() -> None:
    untitled = {"a.xhtml": chapter("पहला"), "b.xhtml": chapter("", "बिना शीर्षक का पाठ।", PROSE)}
    assert contents(book(untitled)) == ["पहला", "बिना शीर्षक का पाठ"]


def test_a_file_that_goes_on_belongs_to_the_chapter_before_it() -> None:
    more = {**TWO, "three.xhtml": chapter("", "यह दूसरी कहानी का अंत है।", PROSE)}
    data = book(more, items=NAV_ITEM, files={"OEBPS/nav.xhtml": NAV})
    assert contents(data) == ["पहली कहानी", "दूसरी कहानी"]
    assert "यह दूसरी कहानी का अंत है।" in [p.text for p in article(data, "2").paragraphs]


def test_a_chapter_has_the_credits_of_its_book() -> None:
    found = article(book(TWO), "1")
    assert found.title == "एक"
    assert (found.byline, found.source, found.language) == ("मीना जोशी", "सेतु प्रकाशन", "hi")
    assert found.published is not None
    assert found.published.astimezone(IST).date().isoformat() == "2021-05-04"
    assert found.modified is not None
    assert [p.text for p in found.paragraphs] == [PROSE.strip()]


def test_a_heading_that_says_more_than_the_contents_stays() -> None:
    data = book(TWO, items=NAV_ITEM, files={"OEBPS/nav.xhtml": NAV})
    found = article(data, "1")
    assert found.title == "पहली कहानी"
    assert found.paragraphs[0] == Paragraph("एक", Kind.HEADING)
    longer = {**TWO, "one.xhtml": chapter("पहली कहानी: बाढ़")}
    found = article(book(longer, items=NAV_ITEM, files={"OEBPS/nav.xhtml": NAV}), "1")
    assert (found.title, found.paragraphs[0].text) == ("पहली कहानी: बाढ़", PROSE.strip())


def test_a_whole_book_has_its_chapters_under_headings() -> None:
    found = article(book(TWO), ALL)
    assert found.title == "नदी की कहानियाँ"
    assert [(p.kind, p.text) for p in found.paragraphs] == [
        (Kind.HEADING, "एक"),
        (Kind.BODY, PROSE.strip()),
        (Kind.HEADING, "दो"),
        (Kind.BODY, PROSE.strip()),
        (Kind.BODY, PROSE.strip()),
    ]


def test_a_book_of_one_chapter_opens_at_once() -> None:
    cover = '<html><body><img src="cover.jpg"/></body></html>'
    assert article(book({"cover.xhtml": cover, "one.xhtml": chapter("एक")})).title == "एक"


def test_text_far_down_in_a_file_is_found() -> None:
    styled = f"<html><body><style>{' ' * 200_000}</style><p>{PROSE}</p></body></html>"
    data = book({"one.xhtml": chapter("एक"), "two.xhtml": styled})
    assert contents(data) == ["एक", "a.epub"]
    assert article(data, "2").paragraphs[0].text == PROSE.strip()
    empty = styled.replace(f"<p>{PROSE}</p>", "")
    data = book({"one.xhtml": chapter("एक"), "two.xhtml": empty})
    assert article(data, ALL).paragraphs[0].text == PROSE.strip()
    assert refusal(book({"one.xhtml": empty})) == "a.epub holds pictures only."


def test_what_a_chapter_says_of_itself_goes_before_what_its_book_says() -> None:
    own = chapter("मेला", "By कविता बिष्ट | Published: March 03, 2025 05:34 PM", PROSE)
    found = article(book({"one.xhtml": own, "two.xhtml": chapter("दो")}), "1")
    assert found.byline == "कविता बिष्ट"
    assert found.published is not None
    assert found.published.year == 2025
    flat = article(book({"one.xhtml": own, "two.xhtml": chapter("दो")}), ALL)
    assert flat.byline == "मीना जोशी"
    assert [(p.kind, p.text) for p in flat.paragraphs][:4] == [
        (Kind.HEADING, "मेला"),
        (Kind.STAMP, "3 मार्च 2025, शाम 5:34"),
        (Kind.BODY, "कविता बिष्ट"),
        (Kind.BODY, PROSE.strip()),
    ]


def test_what_is_outside_the_reading_order_comes_last() -> None:
    lines = item(1, "notes.xhtml") + item(2, "one.xhtml")
    spine = '<itemref idref="i1" linear="no"/><itemref idref="i2"/><itemref idref="i9"/>'
    data = zipped(
        {
            "META-INF/container.xml": CONTAINER,
            "OEBPS/book.opf": opf(lines, spine),
            "OEBPS/notes.xhtml": chapter("टिप्पणियाँ"),
            "OEBPS/ONE.xhtml": chapter("एक"),
        }
    )
    assert contents(data) == ["एक", "टिप्पणियाँ"]


@pytest.mark.parametrize(
    "href", ["../../one.xhtml", "/etc/passwd", "file:///etc/passwd", "gone.xhtml"]
)
def test_files_that_are_not_in_the_book_are_left_out(href: str) -> None:
    lines = item(1, href) + item(2, "one.xhtml")
    spine = '<itemref idref="i1"/><itemref idref="i2"/>'
    files = {"OEBPS/book.opf": opf(lines, spine), "OEBPS/one.xhtml": chapter("एक")}
    assert article(zipped({"META-INF/container.xml": CONTAINER, **files})).title == "एक"


def test_a_package_the_container_does_not_name_is_found() -> None:
    files = {
        "b/x.opf": opf(item(1, "one.xhtml"), '<itemref idref="i1"/>'),
        "b/one.xhtml": chapter("एक"),
    }
    assert article(zipped({**files, "META-INF/container.xml": "<broken"})).title == "एक"


def test_a_book_that_hardly_says_anything_is_read() -> None:
    bare = book({"one.xhtml": chapter("एक"), "two.xhtml": chapter("दो")}, metadata="")
    found = article(bare, ALL)
    assert (found.title, found.byline, found.published, found.language) == ("एक", "", None, "hi")
    assert read(bare) == Contents(
        "a.epub",
        ContentsKind.BOOK,
        (Entry("एक", "/books/a.epub", "1"), Entry("दो", "/books/a.epub", "2")),
    )


def test_copy_protection_is_said() -> None:
    locked = {"META-INF/encryption.xml": LOCKED.format("OEBPS/one.xhtml")}
    assert refusal(book(TWO, files=locked)) == "a.epub is locked by copy protection (DRM)."
    font = {"META-INF/encryption.xml": LOCKED.format("OEBPS/font.otf"), "OEBPS/font.otf": b"x"}
    assert contents(book(TWO, files=font)) == ["एक", "दो"]


@pytest.mark.parametrize("part", ["0", "3", "-1", "x", "١", "1.0"])
def test_a_part_there_is_none_of_is_said(part: str) -> None:
    assert refusal(book(TWO), part) == f"a.epub has no part {part}."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (zipped({"META-INF/container.xml": CONTAINER}), "without a list of its files"),
        (zipped({"a.opf": "nothing"}), "without a list of its files"),
        (book({}), "without text"),
        (book({"a.xhtml": "<html><body><img/></body></html>"}), "holds pictures only"),
        (book({"a.xhtml": ""}), "holds pictures only"),
        (book(TWO)[:-40], "damaged"),
        (book(TWO, files={"../x": "y"}), "outside itself"),
        (book(TWO, metadata=METADATA).replace(b"PK\x05\x06", b"PK\x05\x07"), "damaged"),
    ],
)
def test_a_broken_book_is_said_to_be_so(data: bytes, said: str) -> None:
    assert said in refusal(data)


def test_an_entity_bomb_is_refused() -> None:
    bomb = '<!DOCTYPE package [<!ENTITY a "aaaa">]>' + opf("", "")
    data = zipped({"META-INF/container.xml": CONTAINER, "OEBPS/book.opf": bomb})
    assert "entit" in refusal(data)


def test_a_book_too_large_to_be_one_article_still_has_its_chapters() -> None:
    large = chapter("एक", *["क" * 1_000_000] * 3)
    data = book({f"{number}.xhtml": large for number in range(3)})
    assert len(contents(data)) == 3
    assert refusal(data, ALL) == "a.epub is too large to be opened as one."


@given(st.text(), st.text(), st.text(), st.binary(max_size=50))
def test_any_files_give_a_book_or_a_clear_error(
    package: str, nav: str, text: str, end: bytes
) -> None:
    texts = {"a.xhtml": text, "b.xhtml": chapter(text)}
    made = [
        book(texts, items=NAV_ITEM, files={"OEBPS/nav.xhtml": nav}),
        book(TWO, items=package, metadata=text),
        book({text: nav}),
        zipped({"META-INF/container.xml": CONTAINER, "OEBPS/book.opf": package}),
        book(TWO) + end,
    ]
    for data in made:
        for part in ("", "1", ALL):
            with suppress(NoArticle):
                assert read(data, part)
