"""Files made to do harm are refused, or read, within five seconds and 500 MB."""

import json
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.formats.files.zips import CONTAINER, chapter, epub, item, zipped
from tests.patience import quickest

_WORD = '<w:document xmlns:w="w"><w:body>{}</w:body></w:document>'
_BOMB = (
    '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>'
)
_OPEN = """
import re, sys, time
from pathlib import Path
from reader import formats
from reader.errors import NoArticle
started = time.process_time()
try:
    said = type(formats.load(sys.argv[1], part=sys.argv[2])).__name__
except NoArticle as error:
    said = error.what
peak = re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())[1]
print(time.process_time() - started, peak, said)
"""


def word(body: str) -> bytes:
    return zipped({"word/document.xml": _WORD.format(body)})


def numbered() -> bytes:
    """A list whose kind describes a level too often, and items of styles with too many parts."""
    levels = '<w:lvl w:ilvl="0"/>' * 200_000
    kinds = f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
    style = f'<w:style w:styleId="a">{"<w:x/>" * 300_000}</w:style>'
    listed = '<w:numPr><w:ilvl w:val="3"/><w:numId w:val="1"/></w:numPr>'
    item = f'<w:p><w:pPr><w:pStyle w:val="a"/>{listed}</w:pPr><w:r><w:t>क</w:t></w:r></w:p>'
    beside = "".join(
        f'<Relationship Type="/{kind}" Target="{kind}.xml"/>' for kind in ("numbering", "styles")
    )
    numbering = f'{kinds}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    return zipped(
        {
            "word/document.xml": _WORD.format(item * 20_000),
            "word/_rels/document.xml.rels": f'<R xmlns="r">{beside}</R>',
            "word/numbering.xml": f'<w:numbering xmlns:w="w">{numbering}</w:numbering>',
            "word/styles.xml": f'<w:styles xmlns:w="w">{style}</w:styles>',
        }
    )


def site_page(body: str, head: str = "") -> bytes:
    text = "<p>राम ने कहा कि आज बारिश होगी और कल भी बारिश होगी।</p>" * 5
    html = f"<html><head>{head}</head><body><h1>कल बारिश होगी</h1>{text}{body}</body></html>"
    return html.encode()


def boxes(paragraphs: int) -> bytes:
    """Boxes in boxes, and in the innermost an article of so many paragraphs."""
    inner = "<p>राम ने कहा कि आज बारिश होगी।</p>" * paragraphs
    return site_page("<div><h2>ट्रेंडिंग</h2>" * 1000 + inner)


def linked_data(inside: str) -> bytes:
    return site_page("", f'<script type="application/ld+json">{inside}</script>')


def authors() -> bytes:
    """As many authors as there are nodes that may name them."""
    nodes = [{"@id": str(number)} for number in range(20_000)]
    return linked_data(json.dumps([{"@type": "NewsArticle", "author": nodes}, *nodes]))


def points() -> bytes:
    """A file in which as many chapters begin as its table of contents may have."""
    parts = range(60_000)
    ncx = "".join(
        f"<navPoint><navLabel><text>{n}</text></navLabel><content src='a.xhtml#k{n}'/></navPoint>"
        for n in parts
    )
    return epub(
        {"a.xhtml": chapter("", "".join(f'<b id="k{n}">क</b>' for n in parts))},
        items=item(9, "toc.ncx", 'media-type="application/x-dtbncx+xml"'),
        attributes='toc="i9"',
        files={"OEBPS/toc.ncx": f"<ncx>{ncx}</ncx>"},
    )


def nested() -> bytes:
    data = b"x"
    for _ in range(50):
        data = zipped({"word/document.xml": data, "META-INF/manifest.xml": data})
    return data


def overlapping() -> bytes:
    """Entries of the directory that all lead to one and the same member, under other names."""
    data = zipped({"word/document.xml": bytes(40 * 1024 * 1024)})
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry = data[start:end]
    others = [entry.replace(b"document", b"docume%02d" % number) for number in range(4)]
    count, size = (5).to_bytes(2, "little"), (5 * len(entry)).to_bytes(4, "little")
    tail = data[end : end + 8] + count + count + size + data[end + 16 :]
    return data[:start] + entry + b"".join(others) + tail


FILES: dict[str, Callable[[], bytes]] = {
    "bomb.docx": lambda: zipped({"word/document.xml": bytes(60 * 1024 * 1024)}),
    "full.docx": lambda: zipped({"word/document.xml": bytes(50 * 1024 * 1024)}),
    "spaces.docx": lambda: word(" " * (19 * 1024 * 1024)),
    "nested.docx": nested,
    "overlapping.docx": overlapping,
    "members.docx": lambda: zipped(
        {"word/document.xml": "", **{str(n): "" for n in range(10_000)}}
    ),
    "entities.docx": lambda: zipped({"word/document.xml": _BOMB}),
    "tags.docx": lambda: word("<w:p/>" * 1_490_000),
    "attributes.docx": lambda: word('<w:p a="1" b="2" c="3"/>' * 370_000),
    "deep.docx": lambda: word("<w:p>" * 700_000),
    "fields.docx": lambda: word(
        "<w:p>"
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 60_000
        + "<w:r><w:t>क</w:t></w:r>" * 60_000
        + "</w:p>"
    ),
    "numbered.docx": numbered,
    "titles.html": lambda: site_page("", f"<title>कल बारिश होगी{' | न्यूज' * 10_000}</title>"),
    "spaces.html": lambda: linked_data('{"a":' + " " * 1_000_000 + "}x"),
    "marks.html": lambda: linked_data('{"a": "b"' + " " * 1_000_000 + 'x "'),
    "captions.html": lambda: site_page("<div class=caption>" * 1000 + "<i></i>" * 60_000),
    "tables.html": lambda: site_page("<table><tr><td>" * 300 + "<i></i>" * 60_000),
    "authors.html": authors,
    "headings.html": lambda: site_page(
        "<h2>बारिश हुई आज</h2>" * 30_000, f"<title>{'बारिश हुई ' * 200_000}</title>"
    ),
    "boxes.html": lambda: boxes(40_000),
    "most boxes.html": lambda: boxes(13_900),
    "crowd.html": lambda: site_page("<p>राम ने कहा कि आज बारिश होगी।</p>" * 45_000),
    "doctypes.rss": lambda: b"<!DOCTYPE a [" * 100_000 + b"<rss><channel><item/></channel></rss>",
    "vowels.txt": lambda: ("gS dh ds dk esa ls us " * 10 + "k" * 1_000_000 + "Z").encode(),
    "halves.txt": lambda: ("gS dh ds dk esa ls us " * 10 + "D" * 1_000_000 + "k").encode(),
    "bomb.epub": lambda: epub({f"{n}.xhtml": "क" * 16_000_000 for n in range(4)}),
    "members.epub": lambda: epub({f"{n}.xhtml": "x" for n in range(10_000)}),
    "entities.epub": lambda: zipped({"META-INF/container.xml": CONTAINER, "OEBPS/book.opf": _BOMB}),
    "chapters.epub": lambda: epub({f"{n}.xhtml": chapter("", "क " * 9000) for n in range(3000)}),
    "points.epub": points,
    "items.epub": lambda: epub({"a.xhtml": chapter("क")}, items=item(1, "a.xhtml") * 300_000),
    "signs.md": lambda: b"[" * 10_000_000,
    "parts.mht": lambda: (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
        + b"--b\nContent-Type: multipart/related; boundary=b\n\n" * 380_000
    ),
    "brackets.json": lambda: b'{"setu": 1, "document": [' + b"[]," * 6_000_000,
    "objects.json": lambda: b'{"setu": 1, "document": [' + b'{"a":1},' * 499_000 + b"1]}",
    "numbers.json": lambda: b'{"setu": 1, "document": [' + b"99999," * 3_000_000 + b"1]}",
}


@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory's peak from /proc")
@pytest.mark.parametrize("name", FILES)
def test_nothing_takes_long_or_much(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name]())
    for part in ("", "all") if path.suffix == ".epub" else ("",):
        assert quickest(partial(_opened, path, part), bound=5) < 5


def _opened(path: Path, part: str) -> float:
    """Open a file in a process of its own; the seconds of CPU that took."""
    command = [sys.executable, "-c", _OPEN, str(path), part]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    seconds, kilobytes, said = done.stdout.split(maxsplit=2)
    assert int(kilobytes) < 500 * 1024, said
    assert path.name in said or said.strip() in ("Article", "Contents")
    return float(seconds)
