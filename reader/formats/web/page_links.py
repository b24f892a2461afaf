"""The addresses a page gives: its own, its list of articles, its AMP and print forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from reader.formats.tidy import tidy
from reader.formats.web.elements import Element
from reader.formats.web.links import absolute

_FEED_TYPES = ("application/rss+xml", "application/atom+xml")
_COMMENTS = re.compile(r"comment|टिप्पणी|टिप्पणियाँ|टिप्पणियां", re.I)
_PRINT = re.compile(r"^\W*(?:print(?:\s+(?:this|page|article|version))?|प्रिंट(?:\s+करें)?)\W*$", re.I)
_REFRESH = re.compile(r"^\s*[\d.]+\s*[;,]\s*url\s*=\s*[\"']?([^\"']{1,2000})", re.I)
_MIRROR = re.compile(r"^(?:www|m|amp|mobile)\.")
_ROOTS = ("", "hi", "hindi", "index.html", "index.php")


def own(root: Element, meta: dict[str, str], url: str) -> Iterator[str]:
    """Yield the web addresses that the page says are its own."""
    links = root.xpath("/descendant::link[translate(@rel, 'C', 'c')='canonical']/@href")
    return _web((*links, meta.get("og:url", "")), url)


def address(said: list[str], url: str) -> str:
    """Return where the page was fetched, as the page says it where that is the same place.

    Sites give their root, a section or another site as the address of each article; then
    the library would take all of them for one. A query (who sent the reader) may go.
    """
    if not url:
        return next((each for each in said if not is_root(each)), "")
    return next((each for each in said if place(each) == place(url)), url)


def feed(root: Element, url: str) -> str:
    """Return the address of the RSS or Atom feed the page declares, '' if it declares none."""
    declared = [
        link.get("href")
        for link in _links(root, "alternate")
        if (link.get("type") or "").partition(";")[0].strip().lower() in _FEED_TYPES
        and not _COMMENTS.search(f"{link.get('title')} {link.get('href')}")
    ]
    return first_web(declared, url)


def variants(root: Element, url: str, base: str) -> tuple[str, ...]:
    """Return where on the same site the page stands in another form.

    That is where it sends its reader on to, then AMP, then print. The page stands at ``url``,
    and its addresses start from ``base``.
    """
    declared = [*_sent_on(root), *(link.get("href") for link in _links(root, "amphtml"))]
    declared += [
        link.get("href")
        for link in _links(root, "alternate")
        if (link.get("media") or "").strip().lower() == "print"
    ]
    declared += [
        anchor.get("href")
        for anchor in root.iter("a")
        if _PRINT.match(tidy(anchor.text or anchor.get("title") or ""))
    ]
    found = dict.fromkeys(each for each in _web(declared, base) if each != url)
    return tuple(each for each in found if not url or _site(each) == _site(url))


def first_web(said: Iterable[str | None], url: str) -> str:
    """Return the first of the addresses that is http or https, made whole from ``url``."""
    return next(_web(said, url), "")


def place(each: str) -> tuple[str, str]:
    """Return the host and path of an address, in which two of the same page agree."""
    try:
        return host(each), urlsplit(each).path.strip("/")
    except ValueError:
        return "", ""


def is_root(each: str) -> bool:
    """Whether an address is that of a whole site."""
    site, path = place(each)
    return bool(site) and path in _ROOTS


def host(each: str) -> str:
    """Return the host an address names, without www, '' if it names none."""
    try:
        return (urlsplit(each).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _sent_on(root: Element) -> Iterator[str]:
    """Yield where a page has a browser go by itself: <meta http-equiv="refresh">."""
    for meta in root.xpath("//meta"):
        if (meta.get("http-equiv") or "").strip().lower() == "refresh":
            yield from _REFRESH.findall(meta.get("content") or "")[:1]


def _links(root: Element, rel: str) -> Iterator[Element]:
    return (link for link in root.xpath("//link") if rel in (link.get("rel") or "").lower().split())


def _site(each: str) -> str:
    return _MIRROR.sub("", host(each))


def _web(said: Iterable[str | None], url: str) -> Iterator[str]:
    return filter(None, (absolute(each, url) for each in said if each))
