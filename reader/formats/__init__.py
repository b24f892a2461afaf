"""Bytes or files to an Article; a Document to files and clipboard texts."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from reader.errors import InputError
from reader.formats.options import ExportOptions, Layout
from reader.formats.write import WRITERS, export, render
from reader.model import Article

__all__ = [
    "READERS",
    "WRITERS",
    "ExportOptions",
    "Layout",
    "export",
    "is_address",
    "load",
    "load_file",
    "load_html",
    "load_text",
    "render",
    "user_path",
]

# The readers import what they need when they are called, so that start-up stays short.
_ADDRESS = re.compile(r"https?://[^\s/]\S*", re.I)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.I)
_MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype|html|head|body|main|article|section|header|div|p|h[1-6]|meta|title)\b[^<]*>",
    re.I | re.S,
)


def load(
    source: str, *, data: bytes | None = None, cancelled: threading.Event | None = None
) -> Article:
    """Return the article at ``source``: a path, an http(s) address, or '-' for ``data``.

    Raises InputError (see `reader.errors`) when there is no article, and FetchError when
    ``cancelled`` is set while an address is being fetched.
    """
    if data is not None:
        return _from_bytes(data, "The input" if source == "-" else source)
    if _SCHEME.match(source.strip()):
        return _load_address(source.strip(), cancelled)
    return load_file(user_path(source))


def user_path(text: str) -> Path:
    """Return the path a person typed, with ``~`` and ``~user`` made home folders.

    Raises InputError when there is no such user.
    """
    try:
        return Path(text).expanduser()
    except (RuntimeError, ValueError) as error:
        name = Path(text).parts[0].removeprefix("~")
        what = f"There is no user {name}." if name else "Your home folder is not known."
        raise InputError(what, "Give the whole path, from its first folder.") from error


def load_file(path: Path) -> Article:
    """Return the article in the file at ``path``; its ending says how to read it, else its text.

    Raises InputError when it is missing, may not be read, too large or no text.
    """
    from reader.formats import encoding

    reader = READERS.get(path.suffix.lower(), _any)
    return reader(encoding.decode(encoding.read_bytes(path), path.name), path.name)


def load_text(pasted: str) -> Article:
    """Return the article in pasted text or HTML source. Raises NoArticle if it is empty."""
    return _any(pasted, "The text")


def load_html(html: str | bytes, url: str = "") -> Article:
    """Return the article in a page that came from ``url``. Raises NoArticle if there is none."""
    from reader.formats import encoding

    name = urlsplit(url).hostname or "The page"
    return _html(encoding.decode(html, name) if isinstance(html, bytes) else html, name, url)


def is_address(source: str) -> bool:
    """Whether ``source`` is an http or https address."""
    return bool(_ADDRESS.fullmatch(source.strip()))


def _load_address(address: str, cancelled: threading.Event | None) -> Article:
    from reader.formats.fetch import fetch

    data, url, charset = fetch(address, cancelled)
    return _from_bytes(data, urlsplit(url).hostname or url, charset, url)


def _from_bytes(data: bytes, name: str, charset: str = "", url: str = "") -> Article:
    from reader.formats import encoding

    article = _any(encoding.decode(data, name, charset), name, url)
    return article if article.url or not url else replace(article, url=url)


def _any(content: str, name: str, url: str = "") -> Article:
    reader = _html if _MARKUP.match(content[:5000]) else _text
    return reader(content, name, url)


def _text(content: str, name: str, url: str = "") -> Article:
    from reader.formats import text

    return text.parse(content, name)


def _html(content: str, name: str, url: str = "") -> Article:
    from reader.formats import page

    return page.parse(content, url, name)


READERS: dict[str, Callable[[str, str], Article]] = {
    ".txt": _text,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
}
"""What reads a file of each ending; a file with another ending is read as what it looks like."""
