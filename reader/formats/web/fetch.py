"""What lies at a web address, within limits of time and size; a clear word where it fails."""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import Callable
from email.message import Message
from threading import Event, Thread
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit

from reader.errors import FetchError
from reader.formats.encoding import MAX_BYTES
from reader.formats.web import failures, packing
from reader.formats.web.failures import MAX_REDIRECTS, Wanted

if TYPE_CHECKING:
    from requests import Response

    from reader.formats.web.quiet import QuietSession

Progress = Callable[[int, int], None]

CONNECT_SECONDS = 5.0
READ_SECONDS = 15.0
DEADLINE_SECONDS = 30.0
_STEP_SECONDS = 0.02
_CHUNK = 64 * 1024
# Parsers differ on what the host is where these stand before the path.
_NO_HOST = re.compile(r"[\s\x00-\x1f\x7f<>\",\\]")
_LOGIN = re.compile(r"(?<=://)[^/?#]*@")

PAGE = Wanted(
    "page",
    "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
    (
        "text/",
        "application/xhtml",
        "application/xml",
        "application/rss",
        "application/atom",
        "application/rdf",
        "application/octet-stream",
        "binary/octet-stream",
        "application/pdf",
        "application/x-pdf",
        "application/epub",
        "application/vnd.openxmlformats-officedocument.wordprocessingml",
        "application/zip",  # what many servers call a book or a Word file
        "multipart/related",
        "message/rfc822",
        "application/x-mimearchive",
    ),
    "Open the page in a browser and paste its text here.",
)
"""A page, or a file that an article may stand in."""


class Fetched(NamedTuple):
    """What came: the bytes, unpacked; the address after redirects, without a fragment;
    the charset the server named, or ''; and the content type.
    """

    data: bytes
    url: str
    charset: str
    kind: str


def fetch(
    url: str,
    cancelled: Event | None = None,
    progress: Progress | None = None,
    wanted: Wanted = PAGE,
) -> Fetched:
    """Return what is at ``url``, an http or https address.

    ``progress`` hears, in the calling thread, how many bytes have come over the wire and how
    many there will be, 0 where the server does not say. Raises FetchError, which names the
    host alone, when what is ``wanted`` does not come whole within DEADLINE_SECONDS and
    MAX_BYTES, and 'Stopped.' soon after ``cancelled`` is set.
    """
    errand = _Errand(url, wanted)
    try:
        _await(errand, cancelled or Event(), progress)
    finally:
        errand.given_up.set()
    if errand.fetched is None:
        raise errand.error or FetchError(f"{errand.host} sent something odd.", wanted.advice)
    return errand.fetched


def allows(asked: str, url: str) -> bool:
    """Whether one who asked for the address ``asked`` may be led on to ``url``.

    That is so for http and https, but not for http when https was asked for.
    """
    scheme, first = (urlsplit(address).scheme for address in (url, asked))
    return scheme == "https" or (scheme == "http" and first != "https")


def without_login(url: str) -> str:
    """Return ``url`` without the user name and password that may stand before its host."""
    return _LOGIN.sub("", url, count=1)


def _await(errand: _Errand, cancelled: Event, progress: Progress | None) -> None:
    """Run the errand to its end; raise FetchError at the deadline or when it is cancelled."""
    # Neither looking up a name nor a server that drips has a time-out of its own.
    deadline = time.monotonic() + DEADLINE_SECONDS
    told = (0, 0)
    if not cancelled.is_set():
        errand.start()
    while not cancelled.is_set():
        errand.join(_STEP_SECONDS)
        if progress and errand.size != told:
            told = errand.size
            progress(*told)
        if not errand.is_alive():
            return
        if time.monotonic() > deadline:
            raise failures.too_slow(errand.host)
    raise FetchError("Stopped.")


class _Errand(Thread):
    """One fetch in a thread of its own, so that it can be given up at the deadline.

    ``size`` is how far it has come, as `fetch` tells it; ``host`` the one asked at present.
    """

    def __init__(self, url: str, wanted: Wanted) -> None:
        super().__init__(name="fetch", daemon=True)
        self.host = _host(url)
        self.size = (0, 0)
        self.given_up = Event()
        self.fetched: Fetched | None = None
        self.error: FetchError | None = None
        self._url = url
        self._wanted = wanted

    def run(self) -> None:
        import requests

        from reader.formats.web.quiet import QuietSession

        try:
            with QuietSession() as session:
                self.fetched = self._follow(session)
        except FetchError as error:
            # Its traceback would keep the connection open.
            self.error = error.with_traceback(None)
        except (requests.RequestException, OSError, ValueError, EOFError, zlib.error) as error:
            self.error = failures.explained(error, self.host)

    def _follow(self, session: QuietSession) -> Fetched:
        """Ask for the address, and for those it is redirected to."""
        url = self._url
        headers = {"Accept": self._wanted.accept}
        for _ in range(MAX_REDIRECTS + 1):
            timeouts = (CONNECT_SECONDS, READ_SECONDS)
            with session.get(
                url, headers=headers, timeout=timeouts, stream=True, allow_redirects=False
            ) as response:
                target = session.target(response)
                if not target:
                    return self._take(response)
                url = self._next(response.url, target)
        raise failures.too_many_redirects(self._wanted, self.host)

    def _next(self, url: str, target: str) -> str:
        """Return the address to go on to from ``url``, if it is one to be led to."""
        try:
            url = urljoin(url, target)
            host = _host(url)
        except (ValueError, FetchError):
            raise failures.no_such_redirect(self._wanted, self.host) from None
        if not allows(self._url, url):
            raise failures.unencrypted(self._wanted, self.host)
        self.host = host
        return url

    def _take(self, response: Response) -> Fetched:
        """Return what the response holds; raise FetchError if it is not what is wanted."""
        if response.status_code >= 400:
            raise failures.refused(response.status_code, self._wanted, self.host)
        header = Message()
        header["Content-Type"] = response.headers.get("Content-Type", "text/html")
        kind = header.get_content_type()
        if not kind.startswith(self._wanted.kinds):
            raise failures.other_kind(kind, self._wanted, self.host)
        data = self._body(response)
        url = without_login(urldefrag(response.url).url)
        return Fetched(data, url, header.get_content_charset() or "", kind)

    def _body(self, response: Response) -> bytes:
        length = response.headers.get("Content-Length", "")
        total = int(length) if length.isdecimal() and len(length) < 20 else 0
        body = bytearray()
        if total > MAX_BYTES:
            raise failures.too_large(self._wanted, self.host)
        # urllib3 would unpack it too, but not tell when it stops short.
        coding = response.raw.headers.pop("Content-Encoding", "")
        for chunk in packing.unpacked(response.iter_content(_CHUNK), coding):
            body += chunk
            if len(body) > MAX_BYTES:
                raise failures.too_large(self._wanted, self.host)
            if self.given_up.is_set():
                raise FetchError("Stopped.")
            self.size = (response.raw.tell(), total)
        return bytes(body)


def _host(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or _NO_HOST.search(parts.netloc) or parts.scheme not in ("http", "https"):
        raise failures.no_address()
    return host
