"""What was dropped or pasted: articles to open, an article itself, or nothing that can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from reader import formats

_HOST = re.compile(r"(?:localhost(?=:)|[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d+)?", re.I)
_LINK = re.compile(r"([a-z][a-z0-9+.-]*)://\S*|(javascript|data|mailto|tel|blob|about):\S*", re.I)
_PATH = re.compile(r"(?:/|~|[a-z]:[\\/])", re.I)


@dataclass(frozen=True, slots=True)
class Incoming:
    """Paths and addresses to open; else text and HTML; else why there is nothing to read."""

    sources: tuple[str, ...] = ()
    text: str = ""
    html: str = ""
    refusal: str = ""


def read(data: QMimeData) -> Incoming:
    """What ``data`` holds, links and paths before text."""
    text = data.text().strip()
    if data.hasUrls():
        sources = [source for source in map(_source_at, data.urls()) if source]
        return Incoming(tuple(sources)) if sources else _refused(data.urls()[0].scheme())
    sources = _sources_in(text)
    if sources:
        return Incoming(tuple(sources))
    link = _LINK.fullmatch(text)
    if link:
        return _refused(link[1] or link[2])
    if text or (data.hasHtml() and not data.hasImage()):
        return Incoming(text=text, html=data.html() if data.hasHtml() else "")
    if data.hasImage():
        return Incoming(refusal="This is a picture. Copy the text of an article.")
    return Incoming(refusal="There is no text here. Copy an article or its address first.")


def _refused(scheme: str) -> Incoming:
    return Incoming(refusal=formats.OTHER_SCHEME.format(scheme.lower()))


def _source_at(url: QUrl) -> str:
    """The path or web address of a link, '' if it is neither."""
    if url.isLocalFile():
        return url.toLocalFile()
    full = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return full if formats.is_address(full) else ""


def _sources_in(text: str) -> list[str]:
    """What the lines of a text lead to, none if one of them is not just that."""
    sources = []
    for line in text.splitlines():
        source = _source_of(line.strip())
        if line.strip() and not source:
            return []
        sources.append(source)
    return list(filter(None, sources))


def _source_of(line: str) -> str:
    """The path or web address that ``line`` is, '' if it is neither."""
    if line.lower().startswith("file:"):
        return QUrl(line).toLocalFile()
    if formats.is_address(line):
        return line
    host, slash, rest = line.partition("/")
    is_plain = slash or host.lower().startswith("www.")
    if is_plain and _HOST.fullmatch(host) and not re.search(r"\s", rest):
        return formats.address_of(line)
    return line if _PATH.match(line) and _is_file(line) else ""


def _is_file(path: str) -> bool:
    try:
        return Path(path).expanduser().is_file()
    except (OSError, RuntimeError, ValueError):
        return False
