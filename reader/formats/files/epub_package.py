"""The package document of an EPUB: what book it is, and which files make it up in which order."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from urllib.parse import unquote

from reader.errors import NoArticle
from reader.formats import dates
from reader.formats.credit import person
from reader.formats.files import xml
from reader.formats.files.archive import Archive
from reader.formats.files.xml import Element
from reader.formats.tidy import tidy
from reader.model import HINDI

_TEXT_TYPES = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")
_NCX_TYPE = "application/x-dtbncx+xml"
_PACKAGE_TYPE = "application/oebps-package+xml"


class Point(NamedTuple):
    """A line of the table of contents: a title and the element it leads to, '' for a whole file."""

    title: str
    id: str


class _Link(NamedTuple):
    """A line as it is written: its address, label, and how many others it stands under."""

    href: str
    label: str
    depth: int


@dataclass(frozen=True, slots=True)
class Package:
    """A book's metadata, its text files in reading order, and what its table of contents says.

    ``points`` are the chapters that begin in a text file, by its name in the archive: the
    lines that stand highest, for those under them are parts of a chapter.
    """

    title: str
    byline: str
    publisher: str
    published: datetime | None
    modified: datetime | None
    language: str
    texts: tuple[str, ...]
    points: dict[str, tuple[Point, ...]]


def read(archive: Archive, name: str) -> Package:
    """Return the package of the book in ``archive``; ``name`` is what messages call it.

    Raises NoArticle when there is none, it names no text, or its text is encrypted.
    """
    path = _package_path(archive, name)
    root = xml.parse(archive.read(path), name) if path else None
    if root is None:
        raise NoArticle(f"{name} is an e-book without a list of its files.", "Get the book again.")
    items = _manifest(root, path, archive)
    texts = _texts(root, items)
    if not texts:
        raise NoArticle(f"{name} is an e-book without text.", "Get the book again.")
    _check_locks(archive, texts, name)
    return Package(
        title=_first(root, "title"),
        byline=", ".join(_authors(root)),
        publisher=_first(root, "publisher"),
        published=_date(root),
        modified=_modified(root),
        language=_first(root, "language").partition("-")[0].lower() or HINDI,
        texts=texts,
        points=_points(archive, root, items, name),
    )


@dataclass(frozen=True, slots=True)
class _Item:
    """A file the package names: where it is in the archive, and what it is for."""

    path: str
    type: str
    properties: tuple[str, ...]


def _package_path(archive: Archive, name: str) -> str:
    """Where the package is: as the container says, else the only file that looks like one."""
    container = archive.find("META-INF/container.xml")
    root = xml.parse(archive.read(container), name) if container else None
    said = [] if root is None else list(root.iter("{*}rootfile"))
    said.sort(key=lambda each: each.get("media-type") != _PACKAGE_TYPE)
    paths = [archive.find(unquote(each.get("full-path") or "")) for each in said]
    paths += [path for path in archive.names if path.lower().endswith(".opf")]
    return next(filter(None, paths), "")


def _manifest(root: Element, package: str, archive: Archive) -> dict[str, _Item]:
    """The files by their id; those that are missing or outside the archive are left out."""
    items = {}
    for item in root.iter("{*}item"):
        path = _resolved(package, item.get("href") or "", archive)
        if path:
            properties = tuple((item.get("properties") or "").split())
            items[item.get("id")] = _Item(path, (item.get("media-type") or "").lower(), properties)
    return items


def _resolved(base: str, href: str, archive: Archive) -> str:
    """The name in the archive of what ``href`` in the file ``base`` leads to, '' for none."""
    target = unquote(href.partition("#")[0])
    return archive.find(posixpath.normpath(posixpath.join(posixpath.dirname(base), target)))


def _texts(root: Element, items: dict[str, _Item]) -> tuple[str, ...]:
    """The text files in reading order; those outside it, such as notes, come last."""
    references = list(root.iter("{*}itemref"))
    references.sort(key=lambda reference: (reference.get("linear") or "").lower() == "no")
    found = (items.get(reference.get("idref")) for reference in references)
    texts = [item for item in found if item and item.type in _TEXT_TYPES]
    return tuple(dict.fromkeys(item.path for item in texts if "nav" not in item.properties))


def _check_locks(archive: Archive, texts: tuple[str, ...], name: str) -> None:
    """Raise NoArticle when text is encrypted; fonts may be, and often are."""
    path = archive.find("META-INF/encryption.xml")
    root = xml.parse(archive.read(path), name) if path else None
    locked = () if root is None else root.iter("{*}CipherReference")
    named = {archive.find(unquote(each.get("URI") or "")) for each in locked}
    if named & set(texts):
        raise NoArticle(
            f"{name} is locked by copy protection (DRM).",
            "Open it in the program it was bought for, and copy the text from there.",
        )


def _points(
    archive: Archive, root: Element, items: dict[str, _Item], name: str
) -> dict[str, tuple[Point, ...]]:
    """The chapters by file: of EPUB 3's navigation document, else of EPUB 2's NCX."""
    navs = [item.path for item in items.values() if "nav" in item.properties]
    spine = next(root.iter("{*}spine"), None)
    ncx = items.get("" if spine is None else spine.get("toc"))
    ncxs = [ncx] if ncx else [item for item in items.values() if item.type == _NCX_TYPE]
    lists = [(path, _nav_links) for path in navs] + [(item.path, _ncx_links) for item in ncxs]
    for path, links in lists:
        tree = xml.parse(archive.read(path), name)
        by_file: dict[str, list[_Link]] = {}
        for link in () if tree is None else links(tree):
            if link.label and (file := _resolved(path, link.href, archive)):
                by_file.setdefault(file, []).append(link)
        if by_file:
            return {file: _highest(found) for file, found in by_file.items()}
    return {}


def _highest(links: list[_Link]) -> tuple[Point, ...]:
    """The lines that lead to a file and stand under the fewest others, one for each element."""
    depth = min(link.depth for link in links)
    points: dict[str, Point] = {}
    for link in links:
        id_ = unquote(link.href.partition("#")[2])
        if link.depth == depth:
            points.setdefault(id_, Point(link.label, id_))
    return tuple(points.values())


def _nav_links(root: Element) -> Iterator[_Link]:
    """The lines of a navigation document's table of contents."""
    navs = list(root.iter("{*}nav"))
    navs.sort(key=lambda nav: "toc" not in " ".join(nav.values()).split())
    for link, depth in _deep(navs[0], "a", "ol") if navs else ():
        yield _Link(link.get("href") or "", tidy("".join(link.itertext())), depth)


def _ncx_links(root: Element) -> Iterator[_Link]:
    """The points of an NCX."""
    for point, depth in _deep(root, "navPoint", "navPoint"):
        label, content = point.find("{*}navLabel"), point.find("{*}content")
        if label is not None and content is not None:
            yield _Link(content.get("src") or "", tidy("".join(label.itertext())), depth)


def _deep(root: Element, name: str, around: str) -> Iterator[tuple[Element, int]]:
    """The elements of a name, each with how many called ``around`` it begins in."""
    from lxml import etree

    depth = 0
    tags = tuple({f"{{*}}{name}", f"{{*}}{around}"})
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=tags):
        local = etree.QName(element).localname
        if event == "start" and local == name:
            yield element, depth
        if local == around:
            depth += 1 if event == "start" else -1


def _authors(root: Element) -> Iterator[str]:
    """The names of the authors, without illustrators and the like."""
    for creator in root.iter("{*}creator"):
        role = next((value for key, value in creator.items() if key.endswith("role")), "aut")
        if role == "aut" and (name := person(tidy("".join(creator.itertext())))):
            yield name


def _date(root: Element) -> datetime | None:
    """When the book was published, as far as a day is given."""
    found = list(root.iter("{*}date"))
    found.sort(key=lambda date: "publication" not in date.values())
    times = (
        dates.parse("".join(date.itertext()))
        for date in found
        if "modification" not in date.values()
    )
    return next(filter(None, times), None)


def _modified(root: Element) -> datetime | None:
    for meta in root.iter("{*}meta"):
        if meta.get("property") == "dcterms:modified":
            return dates.parse("".join(meta.itertext()))
    return None


def _first(root: Element, tag: str) -> str:
    """The text of the first element of that name that has any."""
    texts = (tidy("".join(element.itertext())) for element in root.iter(f"{{*}}{tag}"))
    return next(filter(None, texts), "")
