"""A picture of an article, fetched because the reader asked for it."""

from __future__ import annotations

from threading import Event
from urllib.parse import urlsplit

from reader.errors import FetchError
from reader.formats.web.failures import Wanted

PICTURE = Wanted(
    "picture",
    "image/webp,image/png,image/jpeg,image/gif",
    (
        "image/png",
        "image/jpeg",
        "image/jpg",
        "image/pjpeg",
        "image/gif",
        "image/webp",
        "application/octet-stream",
        "binary/octet-stream",
    ),
    "Look at it in a browser.",
)
_MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")


def fetch(address: str, cancelled: Event | None = None) -> bytes:
    """Return the bytes of the PNG, JPEG, GIF or WebP picture at ``address`` (http or https).

    Raises FetchError when none comes: for the reasons of `fetch.fetch`, and for anything that
    is called or begins like something else, such as SVG, which can hold scripts.
    """
    from reader.formats.web import fetch as web

    fetched = web.fetch(address, cancelled, wanted=PICTURE)
    if not _is_picture(fetched.data):
        host = urlsplit(fetched.url).hostname
        raise FetchError(
            f"{host} sent something that is not a PNG, JPEG, GIF or WebP picture.", PICTURE.advice
        )
    return fetched.data


def _is_picture(data: bytes) -> bool:
    return data.startswith(_MAGIC) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")
