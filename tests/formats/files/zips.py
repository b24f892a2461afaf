"""ZIP archives and EPUB books, put together for the tests."""

import io
import zipfile
from collections.abc import Mapping
from urllib.parse import unquote

CONTAINER = """<?xml version="1.0"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""
METADATA = """<dc:title>नदी की कहानियाँ</dc:title>
<dc:creator opf:role="aut">मीना जोशी</dc:creator><dc:creator opf:role="ill">रवि</dc:creator>
<dc:publisher>सेतु प्रकाशन</dc:publisher><dc:language>hi-IN</dc:language>
<dc:date opf:event="publication">2021-05-04</dc:date>
<meta property="dcterms:modified">2022-01-02T10:00:00Z</meta>"""
PROSE = (
    "नदी के किनारे एक छोटा सा गाँव था। वहाँ के लोग मछली पकड़ते और खेती करते थे। "
    "बरसात में पानी गाँव तक आ जाता, पर कोई अपना घर नहीं छोड़ता था। "
)


def zipped(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of the members given, by name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def chapter(heading: str, *paragraphs: str) -> str:
    """A chapter's file."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs or (PROSE,))
    head = f"<h1>{heading}</h1>" if heading else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
        f"<body>{head}{body}</body></html>"
    )


def opf(items: str, spine: str, metadata: str = METADATA, attributes: str = "") -> str:
    """A package document."""
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"'
        ' xmlns:opf="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{metadata}</metadata><manifest>{items}</manifest>"
        f"<spine {attributes}>{spine}</spine></package>"
    )


def item(number: int, href: str, more: str = 'media-type="application/xhtml+xml"') -> str:
    """A line of the manifest."""
    return f'<item id="i{number}" href="{href}" {more}/>'


def epub(
    chapters: Mapping[str, str],
    *,
    items: str = "",
    attributes: str = "",
    metadata: str = METADATA,
    files: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A book of chapters by their addresses, with further manifest lines and files."""
    lines = "".join(item(n, href) for n, href in enumerate(chapters, 1))
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(1, len(chapters) + 1))
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/book.opf": opf(lines + items, spine, metadata, attributes),
            **{f"OEBPS/{unquote(href)}": text for href, text in chapters.items()},
            **(files or {}),
        }
    )
