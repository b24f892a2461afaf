"""The meta elements of a page, in the vocabularies that sites write them in.

Open Graph, Dublin Core, schema.org, and those of the services that papers count readers with;
what says a thing best stands first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from reader.formats.web.elements import Element

Meta: TypeAlias = dict[str, str]

AUTHOR = (
    *("author", "article:author", "og:article:author", "dc.creator", "dcterms.creator"),
    *("parsely-author", "sailthru.author", "byl"),
)
PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished", "publish-date"),
    *("pubdate", "publish_date", "dc.date.issued", "dcterms.issued", "parsely-pub-date"),
    *("sailthru.date", "dc.date", "date"),
)
MODIFIED = (
    *("article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time"),
    *("dc.date.modified", "dcterms.modified", "last-modified", "lastmod"),
)
IMAGE = (
    *("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"),
    *("image", "parsely-image-url", "sailthru.image.full", "thumbnail"),
)


def read(root: Element) -> Meta:
    """Return what the meta elements in the tree ``root`` say, the first of each name."""
    found: Meta = {}
    for element in root.xpath("//meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(name.strip().lower(), (element.get("content") or "").strip())
    return found


def values(meta: Meta, names: tuple[str, ...]) -> Iterator[str]:
    """Yield what meta elements of these names say, in the order of the names."""
    return (meta[name] for name in names if meta.get(name))
