"""What a page says of itself: JSON-LD, Open Graph and other meta elements, <time>, canonical."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any, TypeAlias
from urllib.parse import urljoin, urlsplit

from reader.formats import dates
from reader.formats.blocks import Element
from reader.formats.tidy import tidy

Json: TypeAlias = Any  # what json.loads returns

_ARTICLE = re.compile(r"^(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting)$")
_TAIL = re.compile(r"\s+(?:\||[-–—]|::|»)\s+([^|–—»]{2,60})$|\s*\|\s*([^|]{2,60})$")
_SITE_WORD = re.compile(
    r"news\b|न्यूज|न्यूज़|समाचार|samachar|khabar|खबर|ख़बर|hindi|हिंदी|हिन्दी|\.(?:com|in|co|org)\b", re.I
)

_ROOTS = ("", "hi", "hindi", "index.html", "index.php")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The facts of a page; what it does not say is empty. ``body`` is JSON-LD's article text.

    ``is_root`` is whether it was fetched from a site's root or, not fetched, says it is one.
    """

    title: str = ""
    byline: str = ""
    published: datetime | None = None
    modified: datetime | None = None
    source: str = ""
    url: str = ""
    caption: str = ""
    description: str = ""
    body: str = ""
    is_article: bool = False
    is_root: bool = False


def facts(root: Element, url: str) -> PageFacts:
    """Return what the page with the lxml tree ``root`` says of itself; it came from ``url``."""
    nodes = list(_linked_data(root))
    news: dict[str, Any] = next(filter(_is_news, nodes), {})
    meta = _meta(root)
    source = _first(_name(_resolved(news.get("publisher"), nodes)), meta.get("og:site_name"))
    raw = _first(news.get("headline"), meta.get("og:title"), root.findtext(".//title"))
    addresses = list(_addresses(root, meta, url))
    address = _address(addresses, url)
    title, tail = split_site(raw, source, _host(address))
    summary = (news.get("description"), meta.get("og:description"), meta.get("description"))
    return PageFacts(
        title=title,
        byline=_byline(news, nodes, meta, root),
        published=_date(news, meta, root, "published"),
        modified=_date(news, meta, root, "modified"),
        source=_first(source, meta.get("application-name"), tail, _host(address)),
        url=address,
        caption=_caption(news.get("image")),
        description=_first(*summary),
        body=news["articleBody"] if isinstance(news.get("articleBody"), str) else "",
        is_article=bool(news) or meta.get("og:type") == "article",
        is_root=_is_root(url or next(iter(addresses), "")),
    )


def split_site(title: str, source: str, host: str) -> tuple[str, str]:
    """Split ' | Site name' off a title: tails that are known names, or that sound like one."""
    known = {name.casefold() for name in (source, host) if name}
    site = ""
    while tail := _TAIL.search(title):
        name = (tail[1] or tail[2]).strip()
        sounds = len(name.split()) <= 5 and _SITE_WORD.search(name) and tail.start() >= 10
        if not (name.casefold() in known or sounds):
            break
        title, site = title[: tail.start()].rstrip(), name
    return title, site


def _linked_data(root: Element) -> Iterator[dict[str, Any]]:
    """Yield every JSON-LD object of the page, lists and graphs opened; broken JSON is skipped."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", script.text or "")
        try:
            yield from _nodes(json.loads(text.strip().rstrip(";"), strict=False))
        except (ValueError, RecursionError):
            continue


def _nodes(data: Json) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for each in data:
            yield from _nodes(each)
    elif isinstance(data, dict):
        yield data
        yield from _nodes(data.get("@graph"))
        yield from _nodes(data.get("mainEntity"))


def _is_news(node: dict[str, Any]) -> bool:
    types = node.get("@type")
    found = types if isinstance(types, list) else [types]
    return any(_ARTICLE.match(str(each).rsplit("/", 1)[-1]) for each in found)


def _resolved(value: Json, nodes: list[dict[str, Any]]) -> Json:
    """Follow a reference such as {"@id": "#publisher"} to its node."""
    if isinstance(value, dict) and "@id" in value and "name" not in value:
        same = (n for n in nodes if n.get("@id") == value["@id"] and "name" in n)
        return next(same, value)
    return value


def _meta(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(name.strip().lower(), (element.get("content") or "").strip())
    return found


def _name(value: Json) -> str:
    """The name in a JSON-LD person or organisation: text, an object, or a list of these."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, map(_name, value))))
    if isinstance(value, dict):
        return _name(value.get("name"))
    text = tidy(unescape(value)) if isinstance(value, str) else ""
    return "" if text.startswith(("http:", "https:", "@", "#")) else text


def _byline(
    news: dict[str, Any], nodes: list[dict[str, Any]], meta: dict[str, str], root: Element
) -> str:
    authors = news.get("author") or news.get("creator")
    listed = authors if isinstance(authors, list) else [authors]
    marked = root.xpath("//*[@rel='author' or @itemprop='author']")
    seen = (tidy(element.text_content()) for element in marked)
    return (
        _name([_resolved(author, nodes) for author in listed])
        or _name(meta.get("author"))
        or _name(meta.get("article:author"))
        or next((name for name in seen if 0 < len(name) < 60), "")
    )


def _date(news: dict[str, Any], meta: dict[str, str], root: Element, which: str) -> datetime | None:
    key = f"date{which.title()}"
    stamps = root.xpath(f"//*[@itemprop='{key}']/@datetime | //*[@itemprop='{key}']/@content")
    said = [news.get(key), meta.get(f"article:{which}_time"), meta.get(key.lower()), *stamps]
    if which == "published":
        said += [meta.get("publish-date"), meta.get("pubdate"), *root.xpath("//time/@datetime")[:1]]
    else:
        said += [meta.get("og:updated_time"), meta.get("last-modified")]
    times = (dates.parse(text) for text in said if isinstance(text, str))
    return next(filter(None, times), None)


def _addresses(root: Element, meta: dict[str, str], url: str) -> Iterator[str]:
    """Yield the web addresses that the page says are its own."""
    links = root.xpath("//link[translate(@rel, 'C', 'c')='canonical']/@href")
    for said in filter(None, (*links, meta.get("og:url"))):
        try:
            address = urljoin(url, said.strip())
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname:
            yield str(address)


def _address(said: list[str], url: str) -> str:
    """Return where the page was fetched, as the page says it where that is the same place.

    Sites give their root, a section or another site as the address of each article; then
    the library would take all of them for one. A query (who sent the reader) may go.
    """
    if not url:
        return next((address for address in said if not _is_root(address)), "")
    return next((address for address in said if _place(address) == _place(url)), url)


def _place(address: str) -> tuple[str, str]:
    try:
        return _host(address), urlsplit(address).path.strip("/")
    except ValueError:
        return "", ""


def _is_root(address: str) -> bool:
    return bool(address) and _place(address)[1] in _ROOTS


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _caption(image: Json) -> str:
    if isinstance(image, list):
        return next(filter(None, map(_caption, image)), "")
    return _first(image.get("caption")) if isinstance(image, dict) else ""


def _first(*values: Json) -> str:
    """Return the first of the values that is text, tidied and with entities resolved."""
    texts: Iterable[str] = (tidy(unescape(value)) for value in values if isinstance(value, str))
    return next(filter(None, texts), "")
