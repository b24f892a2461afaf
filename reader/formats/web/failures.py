"""Why an address did not give what was asked of it, in words that name the host alone."""

from __future__ import annotations

import errno
import re
import socket
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from reader.errors import FetchError
from reader.formats.encoding import MAX_BYTES

MAX_REDIRECTS = 5
_KINDS = {
    "image/svg+xml": "an SVG drawing",
    "image": "a picture",
    "audio": "a sound file",
    "video": "a video",
    "font": "a font",
    "text": "text",
    "application/json": "data (JSON)",
}
_KIND = re.compile(r"[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,80}")
_CHECK = "Check the address and your connection."
_AGAIN = "Try again in a moment."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of an address, and what to do when it does not come.

    ``noun`` is what messages call it, ``accept`` the header that asks for it, ``kinds`` how
    the content types it may come as begin.
    """

    noun: str
    accept: str
    kinds: tuple[str, ...]
    advice: str


def no_address() -> FetchError:
    """Return the error for something that is not an http or https address."""
    return FetchError("That is not a web address.", "It should begin with https://.")


def other_kind(kind: str, wanted: Wanted, host: str) -> FetchError:
    """Return the error for a content type that was not wanted."""
    known = _KINDS.get(kind) or _KINDS.get(kind.split("/")[0])
    name = known or (f"a file ({kind})" if _KIND.fullmatch(kind) else "a file of an odd kind")
    advice = "Give the address of an article." if wanted.noun == "page" else wanted.advice
    return FetchError(f"{host} sent {name}, not a {wanted.noun}.", advice)


def too_large(wanted: Wanted, host: str) -> FetchError:
    """Return the error for more than MAX_BYTES."""
    limit = MAX_BYTES // 1024 // 1024
    return FetchError(
        f"The {wanted.noun} at {host} is larger than the {limit} MB Setu opens.", wanted.advice
    )


def too_slow(host: str) -> FetchError:
    """Return the error for an answer that did not come, or not whole, in time."""
    return FetchError(f"{host} did not answer in time.", _AGAIN)


def too_many_redirects(wanted: Wanted, host: str) -> FetchError:
    """Return the error for a chain of redirects longer than MAX_REDIRECTS, or a ring."""
    return FetchError(f"{host} redirects too many times (over {MAX_REDIRECTS}).", wanted.advice)


def no_such_redirect(wanted: Wanted, host: str) -> FetchError:
    """Return the error for a redirect to anything but http and https."""
    return FetchError(f"{host} sends on to something that is not a web page.", wanted.advice)


def unencrypted(wanted: Wanted, host: str) -> FetchError:
    """Return the error for a redirect from https to http."""
    return FetchError(f"{host} sends on to an address that is not encrypted.", wanted.advice)


def refused(status: int, wanted: Wanted, host: str) -> FetchError:
    """Return the error for an HTTP status of 400 or more."""
    if status in (404, 410):
        return FetchError(f"{host} has no such {wanted.noun} ({status}).", "Check the address.")
    if status in (401, 402, 403, 451):
        return FetchError(
            f"{host} does not give this {wanted.noun} to Setu ({status}).", wanted.advice
        )
    if status == 429:
        return FetchError(f"{host} asks for a pause ({status}).", "Try again in a few minutes.")
    if status >= 500:
        return FetchError(f"{host} has a fault at its end ({status}).", "Try again later.")
    return FetchError(f"{host} answered with an error ({status}).", wanted.advice)


def explained(error: Exception, host: str) -> FetchError:
    """Return the error for what `requests` raised, or `packing`."""
    import requests
    from urllib3.exceptions import LocationParseError

    if isinstance(error, requests.exceptions.SSLError):
        return FetchError(
            f"The secure connection to {host} failed.",
            "Check the address and the computer's clock.",
        )
    # A time-out while the body is read comes as a plain ConnectionError about it.
    if isinstance(error, requests.Timeout) or "Read timed out" in str(error):
        return too_slow(host)
    if isinstance(error, requests.exceptions.ProxyError):
        return FetchError(f"The proxy did not reach {host}.", "Check the proxy settings.")
    if isinstance(error, zlib.error):
        return FetchError(f"{host} sent something that cannot be unpacked.", _AGAIN)
    if isinstance(error, requests.exceptions.InvalidURL | LocationParseError | UnicodeError):
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
