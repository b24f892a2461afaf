"""Getting files over HTTP: a cut is gone on from, a silent server can be left at any time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import TYPE_CHECKING, Self, TypeVar
from urllib.parse import urljoin, urlsplit

from reader.errors import BadResponse, ReaderError, Unavailable
from reader.translation.engines.http import host_of, is_this_machine, session
from reader.translation.engines.troubles import of_connection

if TYPE_CHECKING:
    from requests import Response, Session

T = TypeVar("T")
Permit = Callable[[str], None]
"""Raises Unavailable for a host that may not be asked now."""

CONNECT_SECONDS, READ_SECONDS = 10.0, 30.0
LONGEST_LIST = 20_000_000
"""Bytes of a record list; Mozilla's, with all languages, has about 2 million."""
_STEP = 0.02
_CHUNK = 256 * 1024
_AHEAD = 8
_MOST_REDIRECTS = 5
_AGAIN = "Try again."
CHECK_ADDRESS = "Check the address, in Settings or after --from."


class Cancelled(ReaderError):
    """The reader no longer wants it."""

    def __init__(self) -> None:
        super().__init__("Stopped.")


def cancellably(work: Callable[[], T], cancelled: Event) -> T:
    """What ``work`` returns; raises Cancelled soon after the event is set.

    The work goes on by itself in a thread of its own, so it is to change nothing.
    """
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            errors.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    while thread.is_alive():
        if cancelled.is_set():
            raise Cancelled
        thread.join(_STEP)
    if errors:
        raise errors[0]
    return results[0]


def text_at(address: str, cancelled: Event, permit: Permit) -> str:
    """The text at an address, '' where there is none (a status of 400 to 499).

    Raises Unavailable, BadResponse or Cancelled.
    """
    with Get(address, {}, cancelled, permit) as answer:
        if 400 <= answer.status < 500:
            return ""
        answer.check()
        body = bytearray()
        for chunk in answer.chunks():
            body += chunk
            if len(body) > LONGEST_LIST:
                raise BadResponse(f"{answer.host} answered with something far too large.")
        return body.decode(errors="replace")


def fetch(
    address: str,
    part: Path,
    size: int,
    cancelled: Event,
    permit: Permit,
    progress: Callable[[int], None],
) -> None:
    """Bring ``part`` to ``size`` bytes from ``address``; it holds what came of it before.

    ``progress`` hears how many bytes are there. Raises Unavailable, BadResponse or Cancelled,
    OSError when it cannot be written. A server that has another file there now, or cannot go on
    in the middle of one, makes it begin anew.
    """
    tag = part.with_suffix(".etag")
    have = part.stat().st_size if part.exists() else 0
    if have > size:
        have = _begin_anew(part, tag)
    progress(have)
    if have == size:
        return
    with Get(address, _rest(have, tag), cancelled, permit) as answer:
        if answer.status == 416:
            _begin_anew(part, tag)
        answer.check()
        if have != answer.start:
            have = _begin_anew(part, tag)
        if answer.start not in (0, have):
            raise BadResponse(f"{answer.host} sent another part than was asked for.", _AGAIN)
        if answer.tag and not have:
            tag.write_text(answer.tag, encoding="utf-8")
        have = _append(part, answer, have, size, progress)
    if have > size:
        _begin_anew(part, tag)
        raise BadResponse(f"{answer.host} sent more than the list of models says.", _AGAIN)
    if have < size:
        raise Unavailable(f"The connection to {answer.host} broke off.", _AGAIN)


def _rest(have: int, tag: Path) -> dict[str, str]:
    """The headers that ask for what comes after ``have`` bytes, of the same file."""
    if not have:
        return {}
    known = tag.read_text(encoding="utf-8") if tag.exists() else ""
    return {"Range": f"bytes={have}-", **({"If-Range": known} if known else {})}


def _append(part: Path, answer: Get, have: int, size: int, progress: Callable[[int], None]) -> int:
    """Write what comes behind the ``have`` bytes; returns how many there would be then."""
    with part.open("ab") as file:
        for chunk in answer.chunks():
            have += len(chunk)
            if have > size:
                break
            file.write(chunk)
            progress(have)
    return have


def _begin_anew(part: Path, tag: Path) -> int:
    part.unlink(missing_ok=True)
    tag.unlink(missing_ok=True)
    return 0


@dataclass(frozen=True, slots=True)
class _Head:
    """What an answer begins with; ``start`` is which byte of the file its body starts at."""

    status: int
    tag: str
    start: int


class Get:
    """The answer to one GET. A thread of its own waits for the server, and touches no file.

    Where it is used, waiting ends with Cancelled soon after ``cancelled`` is set, and as soon
    with Unavailable once ``permit`` no longer lets the host through. Redirects are followed to
    http and https, never from https to http, and only to hosts that ``permit`` lets through.
    """

    def __init__(
        self, address: str, headers: Mapping[str, str], cancelled: Event, permit: Permit
    ) -> None:
        self.host = host_of(address)
        self._address = address
        # As the bytes lie there: packed on the way they would have other sizes and hashes.
        self._headers = {**headers, "Accept-Encoding": "identity"}
        self._cancelled = cancelled
        self._permit = permit
        self._left = Event()
        self._come: Queue[_Head | bytes | ReaderError | None] = Queue(_AHEAD)

    def __enter__(self) -> Self:
        Thread(target=self._listen, daemon=True).start()
        try:
            head = self._next()
        except BaseException:
            self._left.set()
            raise
        assert isinstance(head, _Head)
        self.status, self.tag, self.start = head.status, head.tag, head.start
        return self

    def __exit__(self, *exception: object) -> None:
        self._left.set()

    def check(self) -> None:
        """Raise Unavailable for a status that brings no file."""
        if self.status not in (200, 206):
            passes = self.status >= 500 or self.status == 429
            advice = _AGAIN if passes else CHECK_ADDRESS
            raise Unavailable(f"{self.host} refused it (HTTP status {self.status}).", advice)

    def chunks(self) -> Iterator[bytes]:
        """The body as it comes; it may end too soon. Raises Unavailable at a time-out."""
        while isinstance(chunk := self._next(), bytes):
            yield chunk

    def _next(self) -> _Head | bytes | None:
        while not self._cancelled.is_set():
            self._permit(self.host)
            try:
                item = self._come.get(timeout=_STEP)
            except Empty:
                continue
            if isinstance(item, ReaderError):
                raise item
            return item
        raise Cancelled

    # -- in the other thread ------------------------------------------------------------

    def _listen(self) -> None:
        try:
            with ExitStack() as stack:
                response = self._response(stack.enter_context(session()))
                stack.callback(response.close)
                told = self._tell(_head(response))
                for chunk in _body(response):
                    told = told and self._tell(chunk)
                    if not told:
                        return
        except ReaderError as error:
            self._tell(error)
        except Exception as error:  # noqa: BLE001 - whatever it is, someone waits for the answer
            self._tell(self._unreachable(error))
        else:
            self._tell(None)

    def _tell(self, item: _Head | bytes | ReaderError | None) -> bool:
        """Hand over what has come; False once nobody wants it any more."""
        while not self._left.is_set():
            try:
                self._come.put(item, timeout=_STEP)
            except Full:
                continue
            return True
        return False

    def _response(self, quiet: Session) -> Response:
        address = self._address
        for _ in range(_MOST_REDIRECTS + 1):
            self._permit(host_of(address))
            quiet.trust_env = not is_this_machine(host_of(address))
            response = quiet.get(
                address,
                headers=self._headers,
                timeout=(CONNECT_SECONDS, READ_SECONDS),
                stream=True,
                allow_redirects=False,
            )
            if not response.is_redirect:
                return response
            response.close()
            address = self._further(address, response.headers["Location"])
        raise BadResponse(f"{self.host} leads from address to address.", "Check the address.")

    def _further(self, address: str, location: str) -> str:
        """Where a redirect leads; raises BadResponse for an address that is not taken."""
        further = urljoin(address, location)
        is_weaker = urlsplit(address).scheme == "https" and urlsplit(further).scheme != "https"
        if is_weaker or not host_of(further):
            raise BadResponse(
                f"{self.host} leads to an address that is not taken.", "Check the address."
            )
        return further

    def _unreachable(self, error: Exception) -> Unavailable:
        return Unavailable(
            of_connection(error, self.host).what,
            f"Check the network connection. {CHECK_ADDRESS}",
        )


def _head(response: Response) -> _Head:
    tag = response.headers.get("ETag", "")
    _, _, place = response.headers.get("Content-Range", "").partition("bytes ")
    first = place.partition("-")[0]
    start = int(first) if response.status_code == 206 and first.isdecimal() else 0
    # A weak tag may be the same for other bytes.
    return _Head(response.status_code, "" if tag.startswith("W/") else tag, start)


def _body(response: Response) -> Iterator[bytes]:
    """The bytes as they come; a connection that breaks off ends them."""
    from urllib3.exceptions import ProtocolError

    try:
        while chunk := response.raw.read1(_CHUNK):
            yield chunk
    except ProtocolError:
        return
