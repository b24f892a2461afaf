"""Measures the reading of Hindi PDFs: `python -m benchmarks.pdf [DATA]`.

Articles of NTREX are set with every program at hand (typst, Chromium, LibreOffice), in one
and two columns, and in a font that calls itself Kruti Dev. For Setu and three libraries it
prints the share of words that come back in order, for Setu also the paragraphs that come
back whole; then how long files made to do harm take, and the memory of this process.
"""

from __future__ import annotations

import difflib
import random
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.legacy import Usual, as_typed
from reader import formats
from reader.errors import ReaderError
from reader.formats import legacy
from reader.formats.legacy.tables import KRUTI_DEV

Maker = Callable[[list[str], Path], None]
ARTICLES = 12


def articles(data: Path) -> Iterator[list[str]]:
    """Yield the longest articles, each its title and paragraphs of three sentences."""
    documents: dict[str, list[str]] = {}
    for line in (data / "parallel/ntrex.dev.tsv").read_text(encoding="utf-8").splitlines():
        document, hindi, _ = line.split("\t")
        documents.setdefault(document, []).append(unicodedata.normalize("NFC", hindi))
    for found in sorted(documents.values(), key=len, reverse=True)[:ARTICLES]:
        body = [" ".join(found[at : at + 3]) for at in range(1, len(found), 3)]
        yield [found[0], *body]


def fonts(folder: Path) -> None:
    """Put Mukta into ``folder``, and a copy under the name of a legacy font."""
    import fontpkg_mukta

    package = Path(fontpkg_mukta.__file__).parent
    for file in package.rglob("Mukta-*.ttf"):
        shutil.copy(file, folder)
    regular = (folder / "Mukta-Regular.ttf").read_bytes()
    for encoding in ("ascii", "utf-16-be"):
        old, new = (name.encode(encoding) for name in ("Mukta-Regular", "KrutiDev010-R"))
        regular = regular.replace(old, new)
    (folder / "legacy.ttf").write_bytes(regular)


def by_typst(columns: int) -> Maker:
    """Return what sets an article with typst, a running head and page numbers round it."""

    def make(article: list[str], target: Path) -> None:
        import typst

        title, *body = ["".join(f"\\u{{{ord(c):x}}}" for c in text) for text in article]
        indent = ", first-line-indent: 1.5em, spacing: 0.65em" if columns > 1 else ""
        source = target.with_suffix(".typ")
        source.write_text(
            f'#set page(paper: "a5", columns: {columns}, header: [नमूना], numbering: "1")\n'
            f'#set text(font: "Mukta", size: 9pt, lang: "hi")\n#set par(justify: true{indent})\n'
            f'#place(top, scope: "parent", float: true)[= {title}]\n' + "\n\n".join(body),
            encoding="utf-8",
        )
        typst.compile(str(source), output=str(target), font_paths=[str(target.parent)])

    return make


def by_chromium(columns: int, font: str = "Mukta-Regular.ttf") -> Maker:
    """Return what sets an article with Chromium, its own head and foot on each page."""

    def make(article: list[str], target: Path) -> None:
        title, *body = [text.replace("&", "&amp;").replace("<", "&lt;") for text in article]
        source = target.with_suffix(".html")
        face = f"@font-face{{font-family:F;src:url({(target.parent / font).as_uri()})}}"
        source.write_text(
            f"<meta charset=utf-8><style>{face} body{{font-family:F;columns:{columns}}}</style>"
            f"<h1>{title}</h1>" + "".join(f"<p>{text}</p>" for text in body),
            encoding="utf-8",
        )
        flags = ["--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={target}"]
        _run(["chromium", *flags, source.as_uri()])

    return make


def by_libreoffice(article: list[str], target: Path) -> None:
    """Set an article with LibreOffice, from a Word file."""
    import docx

    document = docx.Document()
    document.add_heading(article[0], 0)
    for text in article[1:]:
        document.add_paragraph(text)
    document.save(str(target.with_suffix(".docx")))
    place = ["--outdir", str(target.parent), str(target.with_suffix(".docx"))]
    _run(["soffice", "--headless", "--convert-to", "pdf", *place])


def _run(command: list[str]) -> None:
    quiet = subprocess.DEVNULL
    subprocess.run(command, check=True, timeout=120, stdout=quiet, stderr=quiet)


def makers() -> dict[str, Maker]:
    """Return the programs at hand by name."""
    found: dict[str, Maker] = {"typst": by_typst(1), "typst, columns": by_typst(2)}
    if shutil.which("chromium"):
        found |= {"Chromium": by_chromium(1), "Chromium, columns": by_chromium(2)}
    if shutil.which("soffice"):
        found |= {"LibreOffice": by_libreoffice}
    return found


def by_pypdf(file: Path) -> str:
    """Read with pypdf."""
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(file).pages)


def by_pdfium(file: Path) -> str:
    """Read with pypdfium2 as it comes."""
    import pypdfium2

    return "\n".join(p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(file))


def by_pdfminer(file: Path) -> str:
    """Read with pdfminer.six."""
    from pdfminer.high_level import extract_text

    return str(extract_text(file))


def by_setu(file: Path) -> str:
    """Read with Setu: a paragraph a line."""
    article = formats.load_file(file)
    assert isinstance(article, formats.Article)
    parts = (article.title, article.byline, article.dateline, article.lead)
    return "\n".join([*parts, *article.key_points, *(each.text for each in article.paragraphs)])


def share(source: list[str], text: str) -> float:
    """Return the share of the source's words that ``text`` has, in their order."""
    words = " ".join(source).split()
    found = unicodedata.normalize("NFC", text.replace("\u200b", "")).split()
    blocks = difflib.SequenceMatcher(None, words, found, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(words)


def hostile(whole: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield files made to do harm, by name."""
    from tests.formats.files import test_pdf
    from tests.formats.files.pdfs import Drawn, pdf

    lot = random.Random(7)
    yield "random bytes", b"%PDF-1.7\n" + lot.randbytes(2_000_000)
    yield "first half", whole[: len(whole) // 2]
    yield "packed twice, 420 MB", test_pdf._bomb()
    yield "page tree in a circle", test_pdf._loop()
    yield "10,000 pages", pdf([[]] * 10_000)
    yield (
        "500 full pages",
        pdf([[Drawn("क ख ग घ " * 12, 50, 800 - 12 * n) for n in range(60)]] * 500),
    )
    for _ in range(30):
        broken = bytearray(whole)
        for _ in range(200):
            broken[lot.randrange(len(broken))] = lot.randrange(256)
        yield "200 bytes changed", bytes(broken)


def main() -> None:
    """Print the figures."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    readers = {"Setu": by_setu, "pypdf": by_pypdf, "pypdfium2": by_pdfium, "pdfminer": by_pdfminer}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fonts(folder)
        found = list(articles(data))
        for maker, make in makers().items():
            for at, article in enumerate(found):
                make(article, folder / f"{maker}-{at}.pdf")
            _compare(maker, readers, folder, found)
        if shutil.which("chromium"):
            _legacy(folder, found)
        _harm(max(folder.glob("*.pdf"), key=lambda file: file.stat().st_size).read_bytes())


def _compare(
    maker: str, readers: dict[str, Callable[[Path], str]], folder: Path, found: list[list[str]]
) -> None:
    for name, reader in readers.items():
        start, shares, whole, count = time.perf_counter(), [], 0, 0
        for at, article in enumerate(found):
            text = reader(folder / f"{maker}-{at}.pdf")
            shares.append(share(article, text))
            whole += len(set(article[1:]) & set(text.splitlines()))
            count += len(article) - 1
        seconds = (time.perf_counter() - start) / len(found)
        least, mean = min(shares), sum(shares) / len(shares)
        paragraphs = f", paragraphs whole {whole} of {count}" if reader is by_setu else ""
        words = f"words {mean:.1%} (least {least:.1%})"
        print(f"{maker:18} {name:10} {words}, {seconds:.2f} s{paragraphs}")


def _legacy(folder: Path, found: list[list[str]]) -> None:
    shares: list[float] = []
    for at, article in enumerate(found):
        target = folder / f"kruti-{at}.pdf"
        keys = [as_typed(text, KRUTI_DEV, Usual()) for text in article]
        by_chromium(1, "legacy.ttf")(keys, target)
        written = [legacy.decode(text, KRUTI_DEV) for text in keys]
        shares.append(share(written, by_setu(target)))
    mean = sum(shares) / len(shares)
    print(f"Kruti Dev font     Setu       words {mean:.1%} (least {min(shares):.1%})")


def _harm(whole: bytes) -> None:
    slowest: dict[str, tuple[float, str]] = {}
    for name, content in hostile(whole):
        start = time.perf_counter()
        try:
            formats.load("-", data=content)
            ended = "text"
        except ReaderError as error:
            ended = error.what
        slowest[name] = max(slowest.get(name, (0.0, "")), (time.perf_counter() - start, ended))
    for name, (seconds, ended) in slowest.items():
        print(f"{name}: {seconds:.1f} s, {ended}")


if __name__ == "__main__":
    main()
