"""Pages from the web, within limits of time and size, and a clear word for each failure."""

from __future__ import annotations

import errno
import socket
import time
from collections.abc import Iterator
from email.message import Message
from threading import Event, Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.errors import FetchError
from reader.formats.encoding import MAX_BYTES

if TYPE_CHECKING:
    from requests import Response

CONNECT_SECONDS = 5.0
READ_SECONDS = 15.0
DEADLINE_SECONDS = 30.0
MAX_REDIRECTS = 5
_STEP_SECONDS = 0.02

_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; Setu article reader)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Language": "hi,en;q=0.5",
}
_KINDS = {
    "image": "a picture",
    "audio": "a sound file",
    "video": "a video",
    "font": "a font",
    "application/pdf": "a PDF",
    "application/json": "data (JSON)",
    "application/zip": "an archive (ZIP)",
}
_PAGES = ("text/", "application/xhtml", "application/xml", "application/octet-stream")
_PASTE = "Open the page in a browser and paste its text here."
_CHECK = "Check the address and your connection."
_AGAIN = "Try again in a moment."


def fetch(url: str, cancelled: Event | None = None) -> tuple[bytes, str, str]:
    """Return the page's bytes, the address it came from after redirects, and its charset or ''.

    ``url`` is an http or https address. Raises FetchError, which names the host alone, when
    the page does not come whole within DEADLINE_SECONDS and MAX_BYTES, and 'Stopped.' soon
    after ``cancelled`` is set.
    """
    host = _host(url)
    errand = _Errand(url, host)
    _await(errand, cancelled or Event())
    if errand.error is None and errand.page is not None:
        return errand.page
    raise errand.error or FetchError(f"{host} sent something that cannot be read.", _PASTE)


def _await(errand: _Errand, cancelled: Event) -> None:
    """Run the errand to its end; raise FetchError at the deadline or when it is cancelled."""
    # Neither looking up a name nor a server that drips has a time-out of its own.
    deadline = time.monotonic() + DEADLINE_SECONDS
    if not cancelled.is_set():
        errand.start()
    while not cancelled.is_set():
        errand.join(_STEP_SECONDS)
        if not errand.is_alive():
            return
        if time.monotonic() > deadline:
            raise _too_slow(errand.host)
    raise FetchError("Stopped.")


class _Errand(Thread):
    """One fetch in a thread of its own, so that it can be given up at the deadline."""

    def __init__(self, url: str, host: str) -> None:
        super().__init__(name="fetch", daemon=True)
        self.url = url
        self.host = host
        self.page: tuple[bytes, str, str] | None = None
        self.error: FetchError | None = None

    def run(self) -> None:
        try:
            self.page = _get(self.url, self.host)
        except FetchError as error:
            self.error = error


def _host(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https"):
        raise FetchError("That is not a web address.", "It should begin with https://.")
    return host


def _get(url: str, host: str) -> tuple[bytes, str, str]:
    import requests

    started = time.monotonic()
    try:
        with requests.Session() as session:
            session.max_redirects = MAX_REDIRECTS
            timeouts = (CONNECT_SECONDS, READ_SECONDS)
            with session.get(url, headers=_HEADERS, timeout=timeouts, stream=True) as response:
                charset = _check(response, host)
                return _body(response, host, started), response.url, charset
    except (requests.RequestException, OSError, ValueError) as error:
        raise _explained(error, host) from error


def _check(response: Response, host: str) -> str:
    """Return the charset of a page; raise FetchError for an error status or another kind."""
    if response.status_code >= 400:
        raise _refused(response.status_code, host)
    header = Message()
    header["Content-Type"] = response.headers.get("Content-Type", "text/html")
    kind = header.get_content_type()
    if not kind.startswith(_PAGES):
        name = _KINDS.get(kind) or _KINDS.get(kind.split("/")[0]) or f"a file ({kind})"
        raise FetchError(f"{host} sent {name}, not a page.", "Give the address of an article.")
    length = response.headers.get("Content-Length", "")
    if length.isdecimal() and int(length) > MAX_BYTES:
        raise _too_large(host)
    return header.get_content_charset() or ""


def _body(response: Response, host: str, started: float) -> bytes:
    chunks: list[bytes] = []
    size = 0
    for chunk in response.iter_content(64 * 1024):
        size += len(chunk)
        if size > MAX_BYTES:
            raise _too_large(host)
        if time.monotonic() - started > DEADLINE_SECONDS:
            raise _too_slow(host)
        chunks.append(chunk)
    return b"".join(chunks)


def _too_large(host: str) -> FetchError:
    limit = MAX_BYTES // 1024 // 1024
    return FetchError(f"The page at {host} is larger than the {limit} MB Setu opens.", _PASTE)


def _too_slow(host: str) -> FetchError:
    return FetchError(f"{host} did not answer in time.", _AGAIN)


def _refused(status: int, host: str) -> FetchError:
    if status in (404, 410):
        return FetchError(f"{host} has no such page ({status}).", "Check the address.")
    if status in (401, 402, 403, 451):
        return FetchError(f"{host} does not give this page to Setu ({status}).", _PASTE)
    if status == 429:
        return FetchError(f"{host} asks for a pause ({status}).", "Try again in a few minutes.")
    if status >= 500:
        return FetchError(f"{host} has a fault at its end ({status}).", "Try again later.")
    return FetchError(f"{host} answered with an error ({status}).", _PASTE)


def _explained(error: Exception, host: str) -> FetchError:
    """Turn what `requests` raised into one sentence."""
    import requests

    if isinstance(error, requests.TooManyRedirects):
        return FetchError(f"{host} redirects too many times (over {MAX_REDIRECTS}).", _PASTE)
    if isinstance(error, requests.exceptions.SSLError):
        return FetchError(
            f"The secure connection to {host} failed.",
            "Check the address and the computer's clock.",
        )
    if isinstance(error, requests.Timeout):
        return _too_slow(host)
    if isinstance(error, requests.exceptions.ProxyError):
        return FetchError(f"The proxy did not reach {host}.", "Check the proxy settings.")
    if isinstance(error, requests.exceptions.InvalidSchema):
        return FetchError(f"{host} sends on to something that is not a web page.", _PASTE)
    if isinstance(error, ValueError) and not isinstance(error, requests.ConnectionError):
        return FetchError(f"The address at {host} cannot be understood.", "Check the address.")
    return _unreachable(error, host)


def _unreachable(error: Exception, host: str) -> FetchError:
    causes = list(_causes(error))
    lookup = next((cause for cause in causes if isinstance(cause, socket.gaierror)), None)
    if lookup and lookup.errno == socket.EAI_AGAIN:
        return FetchError(f"There is no network to look up {host}.", "Check your connection.")
    if lookup:
        return FetchError(f"There is no site called {host}.", _CHECK)
    numbers = {cause.errno for cause in causes if isinstance(cause, OSError)}
    if errno.ECONNREFUSED in numbers:
        return FetchError(f"{host} refused the connection.", _CHECK)
    if numbers & {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN}:
        return FetchError(f"There is no network to reach {host}.", "Check your connection.")
    return FetchError(f"The connection to {host} broke off.", _AGAIN)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
