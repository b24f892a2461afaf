"""An address to an article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePosixPath
from threading import Event
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from reader.errors import InputError, NoArticle
from reader.formats.material import ALL, Loaded, Material
from reader.formats.web import page_links
from reader.formats.web.links import site
from reader.model import Article, Document

if TYPE_CHECKING:
    from reader.formats.web.fetch import Fetched

Progress = Callable[[int, int], None]
Read = Callable[[Material, str], Loaded]
"""Makes an article of bytes, and of the ending that says what they are where they do not."""

_MOST_VARIANTS = 2
_NOTHING = b" \t\r\n\f\v\0\xef\xbb\xbf"  # white space and a byte order mark


def load(
    address: str,
    read: Read,
    cancelled: Event | None,
    progress: Progress | None,
    part: str = "",
) -> Loaded:
    """Return what ``read`` makes of the page at ``address``.

    Where there is no article in it, the other forms that the page names on its own site are
    tried, two at most. An article is told when it was fetched (UTC), and where unless it is one
    ``part`` of what is there (see Material). Raises InputError, that of the page itself where
    no other form helps.
    """
    from reader.formats.web.fetch import fetch, without_login

    fetched = fetch(address, cancelled, progress)
    try:
        loaded = _read(fetched, address, read, part)
    except NoArticle as error:
        article = _from_variants(fetched.url, error.variants, read, cancelled, progress)
        if article is None:
            raise
        loaded = replace(article, url=fetched.url)
    if isinstance(loaded, Document):
        loaded = loaded.article  # its English and its marks are no work of the reader's
    if not isinstance(loaded, Article):
        return loaded
    loaded = replace(loaded, fetched=datetime.now(UTC))
    if part not in ("", ALL):
        # The address is the book's: chapters that had it would be taken for one article.
        return loaded
    # What says that it lives elsewhere would take the place of another's article.
    url = page_links.address([loaded.url], fetched.url)
    return replace(loaded, url=url, asked=without_login(address))


def _read(fetched: Fetched, address: str, read: Read, part: str = "") -> Loaded:
    data, url, charset, kind = fetched
    name = urlsplit(url).hostname or url
    if not data.strip(_NOTHING):
        what = f"{name} sent a page without anything in it."
        raise NoArticle(what, "Try again later, or open it in a browser and paste the text.")
    return read(Material(data, name, url, charset, address, part), _suffix(url, kind))


def _suffix(url: str, kind: str) -> str:
    """Return the ending of the address where the content type says no more than 'text'."""
    if kind == "text/markdown":
        return ".md"
    return PurePosixPath(urlsplit(url).path).suffix.lower() if kind == "text/plain" else ""


def _from_variants(
    url: str,
    variants: tuple[str, ...],
    read: Read,
    cancelled: Event | None,
    progress: Progress | None,
) -> Article | None:
    """Return the article of the first of ``variants`` that has one."""
    from reader.formats.web.fetch import fetch

    for variant in list(other_forms(url, variants))[:_MOST_VARIANTS]:
        if cancelled and cancelled.is_set():
            return None
        try:
            loaded = _read(fetch(variant, cancelled, progress), variant, read)
        except InputError:
            continue
        if isinstance(loaded, Article):
            return loaded
    return None


def other_forms(url: str, variants: tuple[str, ...]) -> Iterator[str]:
    """The addresses among ``variants`` that are on the site of ``url``, and not ``url`` itself."""
    from reader.formats.web.fetch import allows

    seen = {urldefrag(url).url}
    for variant in variants:
        try:
            other = urldefrag(urljoin(url, variant)).url
            fits = allows(url, other) and site(other) == site(url)
        except ValueError:
            continue
        if fits and other not in seen:
            seen.add(other)
            yield other
