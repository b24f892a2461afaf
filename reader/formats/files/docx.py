"""A Word document (DOCX) to an Article.

python-docx writes such files but passes over content controls, inserted text and text
boxes when it reads them, so they are read by their elements.
"""

from __future__ import annotations

import posixpath
from dataclasses import replace
from datetime import UTC, datetime
from html import escape

from reader.errors import NoArticle
from reader.formats import dates
from reader.formats.credit import person
from reader.formats.files import whole, xml
from reader.formats.files.archive import Archive
from reader.formats.files.docx_parts import Numbering, Styles, local, path, targets, value
from reader.formats.files.docx_text import Text
from reader.formats.files.xml import Element
from reader.formats.material import Loaded, Material
from reader.formats.tidy import tidy

_MAIN = "word/document.xml"
# When the template was made that python-docx, with which many programs write, starts from.
_TEMPLATE = datetime(2013, 12, 23, 23, 15, tzinfo=UTC)
_NOTES = ("footnote", "endnote")


def parse(material: Material) -> Loaded:
    """Return the article in a Word document.

    Raises NoArticle for one that is damaged, locked, built to do harm, or without text.
    """
    package = _Package(Archive(material.data, material.name), material.name)
    body = path(package.part(package.main), "body")
    if body is None:
        raise NoArticle(f"{material.name} holds no Word document.", "Save it again as DOCX.")
    text = Text(
        Styles(package.beside("styles")),
        Numbering(package.beside("numbering")),
        package.links(),
        package.notes(),
    )
    content = _titled(text.html(body), _said(package.core, "title"))
    found = whole.parse(content, material.name)
    published = found.published or _date(package.core, "created")
    return replace(
        found,
        byline=found.byline or person(_said(package.core, "creator")),
        published=published,
        modified=dates.later(found.modified or _date(package.core, "modified"), published),
        converted=text.converted or found.converted,
    )


class _Package:
    """The parts of a document in its archive."""

    def __init__(self, archive: Archive, name: str) -> None:
        self._archive, self._name = archive, name
        self.main = self._target(self.part("_rels/.rels"), "officeDocument", "") or _MAIN
        self._folder, _, file = self.main.rpartition("/")
        self._relations = self.part(f"{self._folder}/_rels/{file}.rels")
        self.core = self.part("docProps/core.xml")

    def part(self, name: str) -> Element | None:
        """Return the root element of a part, None where it is missing or broken."""
        there = self._archive.find(name)
        return xml.parse(self._archive.read(there), self._name) if there else None

    def beside(self, kind: str) -> Element | None:
        """Return a part that the text leans on, such as its styles."""
        return self.part(self._target(self._relations, kind, self._folder))

    def links(self) -> dict[str, str]:
        """Return where the hyperlinks lead, by the ids of their relationships."""
        return targets(self._relations)

    def notes(self) -> dict[tuple[str, str], Element]:
        """Return the foot- and endnotes by kind and id."""
        return {
            (kind, value(note, "id")): note
            for kind in _NOTES
            if (root := self.beside(f"{kind}s")) is not None
            for note in root
            if local(note) == kind
        }

    @staticmethod
    def _target(relations: Element | None, kind: str, folder: str) -> str:
        """Return the name of the part in a relationship of a kind, '' where there is none."""
        found = () if relations is None else relations.iter("{*}Relationship")
        said = (value(each, "Target") for each in found if value(each, "Type").endswith(f"/{kind}"))
        target = next(said, "")
        return posixpath.normpath(posixpath.join("/", folder, target))[1:] if target else ""


def _titled(html: str, title: str) -> str:
    """Return the text under the title that the properties name, unless it begins with a heading."""
    if not title or html.startswith(("<h1>", "<h2>")):
        return html
    return f"<h1>{escape(title)}</h1>{html.removeprefix(f'<p>{escape(title)}</p>')}"


def _said(core: Element | None, name: str) -> str:
    element = path(core, name)
    return "" if element is None else tidy("".join(element.itertext()))


def _date(core: Element | None, name: str) -> datetime | None:
    said = dates.parse(_said(core, name))
    return None if said == _TEMPLATE else said
