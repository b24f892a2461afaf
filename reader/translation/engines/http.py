"""One HTTP exchange with a translation server, and everything that can go wrong in it.

No message made here holds the address or what was sent: only the host. Redirects are not
followed, so that the text reaches no other host than the one the reader was told of.
"""

from __future__ import annotations

import ipaddress
import json
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from time import monotonic
from typing import TYPE_CHECKING

from reader.errors import AuthFailed, BadResponse, Unavailable
from reader.harmless import harmless
from reader.translation.engine import TRY_LATER, Manners
from reader.translation.engines.troubles import of_connection, of_status, of_words

if TYPE_CHECKING:
    import requests

LARGEST_ANSWER = 2_000_000
"""Bytes; an answer that goes on longer is not a translation."""
_MOST_READ = 10_000
"""Characters of an answer that are looked through for what is wrong."""
LOCKED = "Stay offline is on."
PLAIN = "(https://…, without a name or password, a ? or a #)"
"""What the reason for refusing an address says of addresses that are taken."""
_SHORT_KEY = 8  # characters; a shorter one may be part of a word
# An address that every parser reads alike, as those of the engines' own servers are.
_SIMPLE = re.compile(
    r"https?://([a-z0-9]+(?:[.-][a-z0-9]+)*(?::(?:[1-9]\d{0,3}|[1-5]\d{4}))?)(?:/[A-Za-z0-9._/-]*)?"
)
# White space, control characters and backslashes, on which parsers differ, and user names.
_UNSAFE = re.compile(r"[\s\\\x00-\x1f\x7f-\x9f]|^[^/]*//[^/?#]*@")


@dataclass(frozen=True, slots=True)
class Timeouts:
    """How long a server may take, in seconds: to connect, between two bytes, and in all."""

    connect: float = 5.0
    read: float = 15.0
    whole: float = 60.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: an HTTP status, none that `exchange` raises for, and the body."""

    status: int
    text: str

    def json(self) -> object:
        """The JSON value in the body; None when there is none."""
        try:
            return json.loads(self.text)
        except (ValueError, RecursionError):
            return None


def no_key() -> str:
    """The key of an engine that has none."""
    return ""


@lru_cache(256)
def host_of(address: str) -> str:
    """The host of a web address, with its port where one is given; '' when it has none.

    It is '' too for an address with a user name or password, white space, control
    characters or a backslash in it: no text is sent to such an address.
    """
    if not address:
        return ""
    if simple := _SIMPLE.fullmatch(address):
        return simple[1]
    # As urllib3 reads it, which makes the connection: another parser may see another host.
    from urllib3.util import parse_url

    try:
        parts = parse_url(address)
    except ValueError:
        return ""
    if _UNSAFE.search(address) or parts.scheme not in ("http", "https") or not parts.host:
        return ""
    return f"{parts.host}:{parts.port}" if parts.port else parts.host


def is_this_machine(host: str) -> bool:
    """Whether ``host``, as `host_of` gives it, is a loopback name or address."""
    name = re.sub(r":\d+$", "", host).strip("[]").lower()
    try:
        return name in ("localhost", "localhost.") or ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


class RemoteEngine(ABC):
    """What engines behind a web address have in common."""

    version = ""
    manners = Manners()

    def __init__(
        self,
        address: str,
        *,
        offline: bool,
        timeouts: Timeouts,
        key: Callable[[], str] = no_key,
    ) -> None:
        """``offline`` keeps all text on this machine; ``key`` may take its time."""
        self._address = address
        self._offline = offline
        self._timeouts = timeouts
        self._key = key

    @property
    def host(self) -> str:
        """The host that is asked, for messages; '' when no usable address is set.

        What is asked for comes after the address, so a query in it, which may hold a key, has
        no place there.
        """
        return "" if re.search("[?#]", self._address) else host_of(self._address)

    @property
    def sends_to(self) -> str | None:
        """The host that receives the text; None for a server on this very machine."""
        return None if is_this_machine(self.host) else self.host

    @property
    def is_locked(self) -> bool:
        """Whether text would leave the machine and may not."""
        return self._offline and self.sends_to is not None

    @abstractmethod
    def hindi(self) -> bool:
        """Whether the server's own list of languages has Hindi into English; asks it.

        Raises EngineError, also while the engine is locked.
        """

    def tells_key(self, text: str) -> bool:
        """Whether the key stands in ``text``, which must then be neither kept nor shown."""
        key, text = self._key().strip(), harmless(text)
        if len(key) < _SHORT_KEY:
            return bool(key) and bool(re.search(rf"(?<!\w){re.escape(key)}(?!\w)", text))
        return key.lower() in "".join(text.split()).lower()

    def _open(self) -> None:
        """Raise Unavailable when no request may be made now."""
        if self.is_locked:
            raise Unavailable(LOCKED)
        if not self.host:
            raise Unavailable("No usable address is set for this engine.", "Set it in Settings.")


def exchange(
    method: str,
    url: str,
    timeouts: Timeouts,
    *,
    params: Mapping[str, str] | None = None,
    json: object = None,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """Send one request and return the answer; to this very machine without any proxy.

    Raises Unavailable when there is none in time, ServerTrouble for a status of 500 or more,
    RateLimited for 429, Unavailable for 402 and a 429 that tells of a quota, BadResponse for a
    redirect and for an answer broken off or too large, AuthFailed for a key that cannot be sent.
    """
    import requests
    from urllib3.exceptions import HTTPError

    host = host_of(url)
    _check_headers(headers or {})
    try:
        with session() as quiet:
            # Else the proxy that the environment names is asked even for localhost.
            quiet.trust_env = not is_this_machine(host)
            with quiet.request(
                method,
                url,
                params=params,
                json=json,
                headers=headers,
                timeout=(timeouts.connect, timeouts.read),
                allow_redirects=False,
                stream=True,
            ) as response:
                if error := of_status(response.status_code, host, response.headers):
                    raise error
                deadline = monotonic() + timeouts.whole
                answer = Answer(response.status_code, _body(response, host, deadline))
    except (requests.RequestException, HTTPError) as error:
        # Without its cause: the texts of requests' errors hold the whole address.
        raise of_connection(error, host) from None
    if refused := of_words(answer.status, host, answer.text[:_MOST_READ]):
        raise refused
    return answer


def _check_headers(headers: Mapping[str, str]) -> None:
    """Raise AuthFailed for what no header can hold; in ours only a key may be so."""
    if not all(value.isascii() and value.isprintable() for value in headers.values()):
        raise AuthFailed("The key has characters that no key has.", "Copy it into Settings again.")


def _body(response: requests.Response, host: str, deadline: float) -> str:
    body = bytearray()
    for chunk in _chunks(response):
        body += chunk
        if monotonic() > deadline:
            raise Unavailable(f"{host} did not answer in time.", TRY_LATER)
        if len(body) > LARGEST_ANSWER:
            raise BadResponse(f"{host} answered with something far too large.", TRY_LATER)
    charset = re.search(r"charset=\W?([\w.:-]+)", response.headers.get("Content-Type", ""))
    try:
        return body.decode(charset[1] if charset else "utf-8", errors="replace")
    except LookupError:
        return body.decode(errors="replace")


def _chunks(response: requests.Response) -> Iterator[bytes]:
    """The body as it comes: a server that drips must not keep us until a chunk is full."""
    while chunk := response.raw.read1(65536, decode_content=True):
        yield chunk


@cache
def _session_class() -> type[requests.Session]:
    import requests

    class Quiet(requests.Session):
        """Sends no password kept for other programs; follows no redirect, and reads none."""

        def __init__(self) -> None:
            super().__init__()
            # Else the host is looked up in the .netrc file, and its password sent for our key.
            self.auth = _unchanged

        def get_redirect_target(self, resp: requests.Response) -> None:
            """There is nowhere else to go."""

    return Quiet


def _unchanged(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def session() -> requests.Session:
    """A session that tells a server nothing but what is sent, and leaves redirects to us."""
    return _session_class()()
