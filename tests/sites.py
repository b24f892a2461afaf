"""A real web site on this machine, whose pages can misbehave in every way a page can."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler
from typing import TypeAlias

from tests.servers import HttpServer, Server

Answer: TypeAlias = "Callable[[Visit], None]"


@dataclass(frozen=True)
class Asked:
    """One request as it came: ``headers`` by their names in small letters."""

    method: str
    path: str
    headers: Mapping[str, str]


class Visit(BaseHTTPRequestHandler):
    """One connection to a Site; answers a request by what ``Site.answers`` holds for its path."""

    server: HttpServer
    protocol_version = "HTTP/1.1"
    timeout = 5

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.site.asked.append(Asked(self.command, self.path, headers))
        answer = self.site.answers.get(self.path.partition("?")[0], page(b"", 404))
        answer(self)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        self.do_GET()

    @property
    def site(self) -> Site:
        """The site that is visited."""
        assert isinstance(self.server.owner, Site)
        return self.server.owner

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""

    def begin(self, status: int, **headers: str) -> None:
        """Send the status and the headers, whose names have ``_`` for ``-``."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()


class Site(Server):
    """A web site: ``answers`` says what each path gives, ``asked`` what was asked of it.

    What ``answers`` does not hold is 404.
    """

    handler = Visit

    def __init__(self) -> None:
        super().__init__()
        self.answers: dict[str, Answer] = {}
        self.asked: list[Asked] = []

    def at(self, path: str) -> str:
        """The address of a path."""
        return self.address + path


def page(body: bytes | str = b"", status: int = 200, **headers: str) -> Answer:
    """A whole page, with the length it has unless ``headers`` say another."""
    data = body.encode() if isinstance(body, str) else body

    def answer(visit: Visit) -> None:
        visit.begin(status, **{"Content_Length": str(len(data)), **headers})
        visit.wfile.write(data)

    return answer


def redirect(target: str, status: int = 302, body: bytes = b"", **headers: str) -> Answer:
    """A redirect to ``target``."""
    return page(body, status, Location=target, **headers)


def cut_off(body: bytes, **headers: str) -> Answer:
    """A page that ends a thousand bytes before it said it would."""

    def answer(visit: Visit) -> None:
        visit.begin(200, Content_Length=str(len(body) + 1000), **headers)
        visit.wfile.write(body)
        visit.close_connection = True

    return answer


def raw(data: bytes) -> Answer:
    """Bytes that need not be HTTP."""

    def answer(visit: Visit) -> None:
        visit.wfile.write(data)
        visit.close_connection = True

    return answer


def silence(visit: Visit) -> None:
    """No answer until the site is closed, ten seconds at most."""
    visit.site.closing.wait(10)
    visit.close_connection = True


def endless(chunk: bytes, pause: float = 0.0, **headers: str) -> Answer:
    """A page without an end: ``chunk`` again and again until the site is closed."""

    def answer(visit: Visit) -> None:
        visit.begin(200, **headers)
        visit.close_connection = True
        while not visit.site.closing.wait(pause):
            visit.wfile.write(chunk)

    return answer


@cache
def bomb(megabytes: int, coding: str = "gzip") -> bytes:
    """So many megabytes of nothing, packed once or, for 'gzip, gzip', twice."""
    pack = {"gzip": _gzip, "deflate": zlib.compress, "gzip, gzip": lambda d: _gzip(_gzip(d))}
    return pack[coding](bytes(megabytes * 1024 * 1024))


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)
