"""Real HTTP servers on this machine that speak like translation services, also badly.

By hand: ``python -m tests.servers google|libretranslate [--port N] [--mode M]``. They answer
from ../shared/data where it is, else with the made-up English of `tests.fakes.english`.
"""

from __future__ import annotations

import argparse
import html
import json
import sys
import threading
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar, Self
from urllib.parse import parse_qs, urlsplit

from tests.fakes import english

PARALLEL = Path(__file__).resolve().parents[2] / "shared" / "data" / "parallel"


class Mode(StrEnum):
    """How a server answers a request for a translation."""

    FINE = "fine"
    DELAY = "delay"  # nothing for `delay` seconds, or until the server is closed
    WAIT = "wait"  # 429 with Retry-After
    SLOW_DOWN = "slow-down"  # 429 without
    BROKEN = "broken"  # 500
    TRUNCATED = "truncated"  # less than Content-Length says
    CUT = "cut"  # an answer that stops in the middle of its own syntax
    GARBAGE = "garbage"  # 200, and no translation in it
    EMPTY = "empty"
    BLANK = "blank"  # right in form, without words
    MISMATCH = "mismatch"  # one text too many when several were asked for
    ECHO = "echo"  # the Hindi again
    HOSTILE = "hostile"  # with what turns text around, rings bells and piles up
    FLOOD = "flood"  # a hundred thousand words for each sentence
    DROP = "drop"  # the connection closed without a word
    REDIRECT = "redirect"
    HUGE = "huge"
    REFUSE = "refuse"  # 403
    DRIP = "drip"  # a byte now and then, without end


@dataclass(frozen=True)
class Request:
    """What a server was asked: the path with its query, and the body."""

    method: str
    path: str
    body: str


@cache
def _known() -> dict[str, str]:
    """Hindi sentences and what a real engine answered for them."""
    hindi, answers = PARALLEL / "flores-dev.hi", PARALLEL / "flores-dev.google.en"
    if not (hindi.is_file() and answers.is_file()):
        return {}
    lines = (path.read_text("utf-8").splitlines() for path in (hindi, answers))
    return {_tidy(source): target for source, target in zip(*lines, strict=True)}


def _tidy(text: str) -> str:
    return " ".join(text.split())


def answer_for(sentence: str) -> str:
    """The English these servers give for a Hindi sentence."""
    return _known().get(_tidy(sentence)) or english(sentence)


class Server:
    """A server on 127.0.0.1 at a free port, running between ``with`` and its end.

    ``mode`` is how it answers; ``script`` modes come before it, one a request. ``requests``
    records those for translations and ``others`` the rest; ``retry_after`` is the header of
    WAIT, ``delay`` the seconds of DELAY.
    """

    handler: ClassVar[type[BaseHTTPRequestHandler]]

    def __init__(self, port: int = 0, mode: Mode = Mode.FINE, script: Iterable[Mode] = ()) -> None:
        self.mode = mode
        self.script = deque(script)
        self.requests: list[Request] = []
        self.others: list[Request] = []
        self.retry_after = "3"
        self.delay = 1.0
        self.closing = threading.Event()
        self._http = HttpServer(("127.0.0.1", port), self.handler)
        self._http.owner = self
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.closing.set()
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()

    @property
    def address(self) -> str:
        """The base address, without a slash at its end."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def next_mode(self) -> Mode:
        """How the next request is answered."""
        return self.script.popleft() if self.script else self.mode


class HttpServer(ThreadingHTTPServer):
    """Takes the connections of the Server that owns it."""

    owner: Server
    # Its threads are waited for at the end, so that none outlives its test.
    daemon_threads = False

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        """Say nothing of a client that hung up, which is what time-outs are for."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler, ABC):
    """What the two kinds of server have in common: the modes."""

    server: HttpServer

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""

    def answer(self, status: int, body: str, kind: str, missing: int = 0, **headers: str) -> None:
        """Send a whole response, or one that lacks ``missing`` bytes it promised."""
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data) + missing))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def drip(self, kind: str) -> None:
        """Send a space twenty times a second until the server is closed or the client is gone."""
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        try:
            while not self.server.owner.closing.wait(0.05):
                self.wfile.write(b" ")
        except OSError:
            self.close_connection = True

    def misbehave(self, mode: Mode, right: str, kind: str) -> None:
        """Answer in a ``mode`` that is the same for both kinds; ``right`` is the right body."""
        owner = self.server.owner
        match mode:
            case Mode.DELAY:
                owner.closing.wait(owner.delay)
                self.answer(200, right, kind)
            case Mode.WAIT:
                self.answer(429, self.complaint(429), kind, Retry_After=owner.retry_after)
            case Mode.SLOW_DOWN | Mode.BROKEN | Mode.REFUSE:
                status = {Mode.SLOW_DOWN: 429, Mode.BROKEN: 500}.get(mode, 403)
                self.answer(status, self.complaint(status), kind)
            case Mode.REDIRECT:
                self.answer(302, "", kind, Location=f"{owner.address}/elsewhere")
            case Mode.TRUNCATED:
                self.answer(200, right, kind, missing=100)
            case Mode.GARBAGE:
                self.answer(200, "<?xml version='1.0'?><p>Prove that you are human.</p><![x", kind)
            case Mode.HUGE:
                self.answer(200, right + " " * 3_000_000, kind)
            case Mode.EMPTY:
                self.answer(200, "", kind)
            case Mode.DRIP:
                self.drip(kind)
            case Mode.DROP:
                self.close_connection = True
            case _:
                self.answer(200, right, kind)

    @abstractmethod
    def complaint(self, status: int) -> str:
        """The body that goes with a bad status."""


def texts_for(mode: Mode, sentences: list[str]) -> list[str]:
    """What is answered for ``sentences``, as far as the mode shows in the texts."""
    if mode is Mode.ECHO:
        return sentences
    if mode is Mode.BLANK:
        return [" "] * len(sentences)
    texts = [answer_for(sentence) for sentence in sentences]
    if mode is Mode.HOSTILE:
        return [f"\u202e\ufeff{text}\x07\x1b[31m\u2028\u2066\ue000" for text in texts]
    if mode is Mode.FLOOD:
        return [f"{text} Water." + " on and on" * 33_000 for text in texts]
    return [*texts, "One more."] if mode is Mode.MISMATCH and len(texts) > 1 else texts


class _GoogleHandler(Handler):
    def do_GET(self) -> None:
        owner = self.server.owner
        assert isinstance(owner, GoogleServer)
        query = parse_qs(urlsplit(self.path).query)
        request = Request("GET", self.path, "")
        if urlsplit(self.path).path != "/m" or not {"sl", "tl", "q"} <= set(query):
            owner.others.append(request)
            return self.answer(404, "Not here.", "text/html")
        owner.requests.append(request)
        mode = owner.next_mode()
        texts = texts_for(mode, query["q"][0].split("\n"))
        page = _page(owner.line_break.join(html.escape(text) for text in texts))
        right = page.partition("</div>")[0] if mode is Mode.CUT else page
        return self.misbehave(mode, right, "text/html")

    def complaint(self, status: int) -> str:
        return f"<html><title>Error {status}</title><p>{html.escape(self.path)}</p></html>"


def _page(result: str) -> str:
    return (
        "<!DOCTYPE html><html><head><title>Translate</title></head><body>"
        '<div class="root-container"><form action="/m"><input name="q"></form>'
        f'<div class="result-container">{result}</div>'
        '<div class="links-container"><a href="/m">Home</a></div></div></body></html>'
    )


class GoogleServer(Server):
    """Speaks like the page of Google Translate that deep-translator reads.

    ``line_break`` stands between the lines of an answer: a line feed, or ``<br>``.
    """

    handler = _GoogleHandler
    line_break = "\n"


class _LibreTranslateHandler(Handler):
    def do_GET(self) -> None:
        self.server.owner.others.append(Request("GET", self.path, ""))
        answers: dict[str, object] = {
            "/languages": [{"code": c, "name": n, "targets": ["en", "hi"]} for c, n in _LANGUAGES],
            "/frontend/settings": {
                "charLimit": self._limit,
                "keyRequired": self._wants_key,
            },
            "/health": {"status": "ok"},
        }
        if self.path not in answers:
            return self._json(404, {"error": "Not Found"})
        return self._json(200, answers[self.path])

    def do_POST(self) -> None:
        owner = self.server.owner
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        request = Request("POST", self.path, body)
        if self.path != "/translate":
            owner.others.append(request)
            return self._json(404, {"error": "Not Found"})
        owner.requests.append(request)
        error, question = _checked(body, self._limit)
        if error:
            return self._json(400, {"error": error})
        if self._wants_key and "api_key" not in body:
            return self._json(400, {"error": "Visit the portal to get an API key"})
        return self._translate(owner.next_mode(), question)

    def _translate(self, mode: Mode, question: str | list[str]) -> None:
        sentences = [question] if isinstance(question, str) else question
        texts = texts_for(mode, sentences)
        one = isinstance(question, str) or (self._plain and len(sentences) == 1)
        right = json.dumps({"translatedText": texts[0] if one else texts}, ensure_ascii=False)
        self.misbehave(mode, right[:-3] if mode is Mode.CUT else right, "application/json")

    @property
    def _limit(self) -> int:
        owner = self.server.owner
        return owner.limit if isinstance(owner, LibreTranslateServer) else 0

    @property
    def _plain(self) -> bool:
        owner = self.server.owner
        return isinstance(owner, LibreTranslateServer) and owner.plain

    @property
    def _wants_key(self) -> bool:
        owner = self.server.owner
        return isinstance(owner, LibreTranslateServer) and owner.wants_key

    def _json(self, status: int, content: object) -> None:
        self.answer(status, json.dumps(content), "application/json")

    def complaint(self, status: int) -> str:
        words = {403: "Invalid API key", 429: "Slowdown: 3 per 1 minute"}
        return json.dumps({"error": words.get(status, "Cannot translate text")})


_LANGUAGES = (("en", "English"), ("hi", "Hindi"))


def _checked(body: str, limit: int) -> tuple[str, str | list[str]]:
    """LibreTranslate's complaint about a request ('' when there is none), and its q."""
    try:
        content = json.loads(body)
    except ValueError:
        return "Invalid JSON format", ""
    for name in ("q", "source", "target"):
        if not content.get(name):
            return f"Invalid request: missing {name} parameter", ""
    for name in ("source", "target"):
        if content[name] not in dict(_LANGUAGES):
            return f"{content[name]} is not supported", ""
    q = content["q"]
    size = len(q) if isinstance(q, str) else sum(map(len, q))
    if size > limit:
        return f"Invalid request: request ({size}) exceeds text limit ({limit})", q
    return "", q


class LibreTranslateServer(Server):
    """Speaks like LibreTranslate 1.9.

    ``limit`` is its character limit; ``plain`` makes it answer a list of one with a string.
    ``wants_key`` keeps translations, but not its list of languages, for those with a key.
    """

    handler = _LibreTranslateHandler
    limit = 2000
    plain = False
    wants_key = False


def sent_to(server: Server) -> list[str]:
    """The sentences that a server was sent."""
    sent: list[str] = []
    for request in server.requests:
        if request.method == "GET":
            sent += parse_qs(urlsplit(request.path).query)["q"][0].split("\n")
        else:
            sent += json.loads(request.body)["q"]
    return sent


SERVERS: dict[str, Callable[..., Server]] = {
    "google": GoogleServer,
    "libretranslate": LibreTranslateServer,
}


def main() -> None:
    """Run one server until it is interrupted."""
    parser = argparse.ArgumentParser(prog="python -m tests.servers", description=__doc__)
    parser.add_argument("service", choices=SERVERS)
    parser.add_argument("--port", type=int, default=0, help="0 picks a free one")
    parser.add_argument("--mode", type=Mode, choices=list(Mode), default=Mode.FINE)
    options = parser.parse_args()
    with SERVERS[options.service](options.port, options.mode) as server:
        sys.stdout.write(f"{server.address}\n")
        sys.stdout.flush()
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            sys.stdout.write("closed\n")


if __name__ == "__main__":
    main()
