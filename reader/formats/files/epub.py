"""An EPUB 2 or 3 book to its contents, to one chapter, or to one Article of all of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape

from reader.errors import NoArticle
from reader.formats import dates, encoding
from reader.formats.files import epub_package, whole
from reader.formats.files.archive import Archive
from reader.formats.files.epub_package import Package, Point
from reader.formats.files.text import short_title
from reader.formats.material import ALL, Loaded, Material
from reader.formats.tidy import tidy
from reader.model import Article, Contents, ContentsKind, Entry, Kind, Paragraph

_BODY = re.compile(r"<body\b[^<>]*>", re.I)
_BODY_END = re.compile(r"</body\s*>", re.I)
_HEADING = re.compile(r"<h[1-3]\b[^<>]*>", re.I)
_HEADING_END = re.compile(r"</h[1-3]\s*>", re.I)
_TAG = re.compile(r"<style\b[^<]*</style\s*>|<[^<>]*>", re.I)
_GLANCE = 20_000  # how many bytes of a file are looked at to see whether it has text
_MOST_CHAPTERS = 20_000  # put together in two seconds
_CHOOSE = "Open the book and choose one of its chapters."


_ID = re.compile(r"<[a-z][^<>]*?\s(?:id|name)\s*=\s*[\"']([^\"'<>]*)", re.I)
_MARK = r"\s*[\[(]?[\d*†‡]{1,4}[\])]?\s*"
_NOTED = re.compile(
    rf"<a\b[^<>]*>\s*<sup\b[^<>]*>{_MARK}</sup>\s*</a>|<sup\b[^<>]*>\s*<a\b[^<>]*>{_MARK}</a>\s*</sup>"
    rf"|<a\b[^<>]*\bnoteref\b[^<>]*>{_MARK}</a>",
    re.I,
)
_Texts = Callable[[str], str]  # what stands in the body of a file of the book


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A chapter's title, and the files it is spread over.

    ``start`` and ``end`` are where it stands in the first of them, an ``end`` of None is the
    file's.
    """

    title: str
    paths: tuple[str, ...]
    start: int = 0
    end: int | None = None


def parse(material: Material) -> Loaded:
    """Return the book's contents, or what ``material.part`` names: a chapter's number, or ALL.

    A book of one chapter is that chapter. Raises NoArticle for a book that is broken,
    copy-protected, without text, or has no such part.
    """
    archive = Archive(material.data, material.name)
    package = epub_package.read(archive, material.name)
    texts = _texts(archive, material.name)
    chapters = _chapters(archive, package, texts, material.name)
    if not chapters:
        raise _pictures_only(material.name)
    if material.part == ALL or (len(chapters) == 1 and material.part in ("", "1")):
        return _whole_book(archive, package, chapters, texts, material.name)
    if not material.part:
        return _contents(package, chapters, material)
    if material.part not in map(str, range(1, len(chapters) + 1)):
        raise NoArticle(f"{material.name} has no part {material.part}.", _CHOOSE)
    chapter = chapters[int(material.part) - 1]
    return _with_credits(_article(_html(texts, chapter), chapter.title, material.name), package)


def _contents(package: Package, chapters: list[_Chapter], material: Material) -> Contents:
    entries = (
        Entry(chapter.title, material.source, str(number))
        for number, chapter in enumerate(chapters, 1)
    )
    return Contents(package.title or material.name, ContentsKind.BOOK, tuple(entries))


def _texts(archive: Archive, name: str) -> _Texts:
    """Return what reads the files of a book, and has the last one still."""

    @lru_cache(maxsize=1)
    def text(path: str) -> str:
        data = archive.read(path)
        return _NOTED.sub("", _body(encoding.decode(data, name))) if data.strip() else ""

    return text


def _chapters(archive: Archive, package: Package, texts: _Texts, name: str) -> list[_Chapter]:
    """Return the chapters that have text.

    In a book with a table of contents, a file that is not in it and has no heading goes on
    with the chapter before it.
    """
    chapters: list[_Chapter] = []
    for path in package.texts:
        data = archive.read(path, _GLANCE)
        heading, text = _glance(data, name)
        points = package.points.get(path, ())
        title = points[0].title if points else heading
        if not (_has_letters(text) or len(data) == _GLANCE):
            continue
        if chapters and package.points and not title:
            chapters[-1] = replace(chapters[-1], paths=(*chapters[-1].paths, path))
        else:
            whole_file = _Chapter(title or short_title(text) or name, (path,))
            chapters += _parted(whole_file, points, texts) if len(points) > 1 else [whole_file]
    return chapters


def _parted(chapter: _Chapter, points: tuple[Point, ...], texts: _Texts) -> list[_Chapter]:
    """Return the chapters that begin at points of one file, the first at its beginning."""
    places: dict[str, int] = {}
    for tag in _ID.finditer(texts(chapter.paths[0])):
        places.setdefault(tag[1], tag.start())
    later = sorted((places[each.id], each.title) for each in points[1:] if each.id in places)
    starts, titles = [0, *(at for at, _ in later)], [chapter.title, *(title for _, title in later)]
    return [
        replace(chapter, title=title, start=start, end=end)
        for title, start, end in zip(titles, starts, [*starts[1:], None], strict=True)
    ]


def _glance(data: bytes, name: str) -> tuple[str, str]:
    """Return the first heading and the text in the beginning of a file, both '' where none."""
    try:
        html = _body(encoding.decode(data, name))
    except NoArticle:
        return "", ""
    start = _HEADING.search(html)
    end = _HEADING_END.search(html, start.end()) if start else None
    heading = html[start.end() : end.start()] if start and end else ""
    return _plain(heading), _plain(html)


def _body(html: str) -> str:
    """Return what stands between the body's tags."""
    start = _BODY.search(html)
    inside = html[start.end() :] if start else html
    end = _BODY_END.search(inside)
    return inside[: end.start()] if end else inside


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _plain(html: str) -> str:
    return tidy(unescape(_TAG.sub(" ", html)))


def _html(texts: _Texts, chapter: _Chapter) -> str:
    """Return what the files of a chapter hold, the marks of notes left out."""
    first, *others = chapter.paths
    return "\n".join([texts(first)[chapter.start : chapter.end], *map(texts, others)])


def _article(html: str, title: str, name: str) -> Article:
    """Return a chapter under its title; a heading of its own that says more stays."""
    found = whole.parse(html, name, title=title)
    heading = found.title
    if title in heading:
        return found
    repeated = heading in title or found.paragraphs[0].text.startswith(heading.rstrip("…"))
    above = () if repeated else (Paragraph(heading, Kind.HEADING),)
    return replace(found, title=title, paragraphs=(*above, *found.paragraphs))


def _whole_book(
    archive: Archive, package: Package, chapters: list[_Chapter], texts: _Texts, name: str
) -> Article:
    """Return all chapters as one article, each under its title as a heading."""
    paths = {path for chapter in chapters for path in chapter.paths}
    size = sum(map(archive.size, paths))
    if size > encoding.MAX_BYTES or len(chapters) > _MOST_CHAPTERS:
        raise NoArticle(f"{name} is too large to be opened as one.", _CHOOSE)
    found = ((chapter.title, _html(texts, chapter)) for chapter in chapters)
    parts = [_article(html, title, name) for title, html in found if _has_letters(_plain(html))]
    if not parts:
        raise _pictures_only(name)
    if len(parts) == 1:
        return _with_credits(parts[0], package)
    paragraphs = tuple(paragraph for part in parts for paragraph in _laid_flat(part))
    return _with_credits(Article(package.title or parts[0].title, paragraphs), package)


def _laid_flat(part: Article) -> Iterator[Paragraph]:
    """Yield everything in a chapter as paragraphs, also what stands in fields of its own."""
    yield Paragraph(part.title, Kind.HEADING)
    if part.published:
        yield Paragraph(dates.hindi_date(part.published), Kind.STAMP)
    yield from (Paragraph(text) for text in (part.byline, part.source, part.dateline) if text)
    yield from (Paragraph(text, Kind.ITEM) for text in part.key_points)
    yield from part.paragraphs


def _pictures_only(name: str) -> NoArticle:
    return NoArticle(f"{name} holds pictures only.", "Open a book that has text.")


def _with_credits(article: Article, package: Package) -> Article:
    return replace(
        article,
        byline=article.byline or package.byline,
        source=article.source or package.publisher,
        published=article.published or package.published,
        modified=article.modified or package.modified,
        language=package.language,
    )
