"""How much of an article is found in a page, and how fast: Setu and three other extractors.

Run with ``python -m benchmarks.extraction``. The pages are those in tests/pages, and those in
the data folder (``SETU_DATA``, else ``../shared/data``) where there is one. What is measured
is the F1 of the characters, spaces not counted, against the expected text, headline and
key points not included, and the median time in milliseconds of opening the page. Where there
is no article, F1 is 1 for an extractor that gives none. The others are optional: install them
with ``pip install setu-reader[benchmarks]``.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path

from reader import formats
from reader.errors import InputError
from reader.formats import encoding
from reader.formats.tidy import tidy
from reader.model import Article, Kind

ROOT = Path(__file__).parents[1]
OWN = ROOT / "tests" / "pages"
DATA = Path(os.environ.get("SETU_DATA") or ROOT.parent / "shared" / "data") / "pages"
RUNS = 5
LEAST = 150  # characters; less is not taken for an article
PICTURES = (Kind.IMAGE, Kind.CAPTION, Kind.STAMP)

Extractor = Callable[[str], str]


@dataclass(frozen=True)
class Case:
    """A page, and the text expected of it: '' where it has no article."""

    name: str
    path: Path
    expected: str
    optional: str = ""  # text that may be there or not, such as a lead


def cases() -> Iterator[Case]:
    """Yield the pages with what is expected of them."""
    for name, page in _json(OWN / "expected.json").items():
        told = page.get("paragraphs", [])
        text = "\n".join(text for kind, text in told if kind not in PICTURES)
        text = f"{page.get('dateline', '')} {text}".strip()
        yield Case(name, OWN / f"{name}.html", text, page.get("lead", ""))
    if not DATA.is_dir():
        return
    sections = _json(DATA / "bhaskar-1.expected.json")["V1"]["body"]["sections"]
    parts = [each for part in sections for each in (*part["headline"], *part["paragraphs"])]
    yield Case("bhaskar-1", DATA / "bhaskar-1.html", "\n".join(parts))
    told = _json(DATA / "ddnews-1.expected.json")
    text, lead = "\n".join(told["text"]), "\n".join(told["description"])
    yield Case("ddnews-1", DATA / "ddnews-1.html", text, lead)
    yield Case("amarujala-home", DATA / "amarujala-home.html", "")


def _json(path: Path) -> dict:
    return json.loads(path.read_text("utf-8"))


def setu(html: str) -> str:
    """Return the text that Setu finds."""
    try:
        article = formats.load_text(html)
    except InputError:
        return ""
    assert isinstance(article, Article)
    told = [each.text for each in article.paragraphs if each.kind not in PICTURES]
    return "\n".join([f"{article.dateline} {told[0]}".strip(), *told[1:]])


def trafilatura(html: str) -> str:
    """Return the text that trafilatura finds."""
    import trafilatura as library

    return library.extract(html, include_comments=False) or ""


def readability(html: str) -> str:
    """Return the text that readability-lxml finds."""
    import readability as library
    from lxml.html import fromstring

    summary = library.Document(html).summary(html_partial=True)
    return "\n".join(fromstring(summary).itertext())


def newspaper(html: str) -> str:
    """Return the text that newspaper4k finds: as Hindi with indic-nlp-library, else as English."""
    import newspaper as library

    article = library.Article("https://page.example/", language=_language(), fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return str(article.text)


def _language() -> str:
    return "hi" if find_spec("indicnlp") else "en"


EXTRACTORS: tuple[Extractor, ...] = (setu, trafilatura, readability, newspaper)


def letters(text: str) -> str:
    """Return the text without spaces."""
    return re.sub(r"\s", "", tidy(text))


def score(found: str, case: Case) -> float:
    """Return the F1 of the characters of ``found``; ``optional`` text neither counts nor lacks."""
    if not case.expected:
        return float(len(letters(found)) < LEAST)
    expected, got = letters(case.expected), letters(found).replace(letters(case.optional), "")
    if not got:
        return 0.0
    blocks = SequenceMatcher(None, expected, got, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    return 2 * same / (len(expected) + len(got))


def measured(extractor: Extractor, html: str) -> tuple[str, float]:
    """Return what an extractor finds, '' if it breaks, and the median of its milliseconds."""
    times, found = [], ""
    for _ in range(RUNS):
        began = time.perf_counter()
        try:
            found = extractor(html)
        except ImportError:
            raise
        except Exception:  # noqa: BLE001 - another library's failure is its result
            found = ""
        times.append(1000 * (time.perf_counter() - began))
    return found, statistics.median(times)


def available() -> list[Extractor]:
    """Return the extractors that are installed, and name the missing ones."""
    found = []
    for extractor in EXTRACTORS:
        try:
            extractor("<p>")
        except ImportError:
            print(f"{extractor.__name__} is not installed.")
            continue
        except Exception:  # noqa: BLE001 - it is there, and dislikes so little a page
            pass
        found.append(extractor)
    return found


def main() -> None:
    """Print a table: for each page and extractor F1 and milliseconds."""
    extractors = available()
    print(f"{'page':<24}{'KB':>6}" + "".join(f"{each.__name__:>18}" for each in extractors))
    totals: dict[str, list[float]] = {each.__name__: [] for each in extractors}
    for case in cases():
        html = encoding.decode(case.path.read_bytes(), case.name)
        cells = []
        for extractor in extractors:
            found, spent = measured(extractor, html)
            totals[extractor.__name__].append(score(found, case))
            cells.append(f"{totals[extractor.__name__][-1]:.3f} {spent:7.1f} ms")
        size = case.path.stat().st_size / 1000
        print(f"{case.name:<24}{size:>6.0f}" + "".join(f"{cell:>18}" for cell in cells))
    print(f"{'mean F1':<30}" + "".join(f"{statistics.mean(t):>15.3f}   " for t in totals.values()))


if __name__ == "__main__":
    main()
