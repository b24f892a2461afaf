import errno
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from reader import formats
from reader.errors import FetchError, NoArticle
from reader.formats import encoding, fetch

PAGE = "मेले में भीड़\n\nनदी के किनारे मेला लगा है।\n"


class Site(ThreadingHTTPServer):
    """A site on this machine whose answer to a path is a function of the handler."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Callable[[Handler], None]] = {}
        self.agents: list[str | None] = []
        self.closing = threading.Event()

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


class Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.agents.append(self.headers["User-Agent"])
        self.server.answers[self.path.partition("?")[0]](self)

    def log_message(self, format: str, *args: object) -> None:
        pass

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("NO_PROXY", "*")
    server = Site()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.closing.set()
    server.shutdown()
    thread.join()
    server.server_close()


def answering(status: int, body: bytes = b"", **headers: str) -> Callable[[Handler], None]:
    return lambda handler: handler.answer(status, body, **headers)


def failure(address: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch.fetch(address)
    assert "key=secret" not in str(caught.value)
    assert caught.value.advice
    return caught.value


def test_fetches_a_page_and_its_charset(site: Site) -> None:
    site.answers["/a"] = answering(200, b"<p>x", Content_Type="text/html; charset=ISO-8859-1")
    assert fetch.fetch(site.address("/a")) == (b"<p>x", site.address("/a"), "iso-8859-1")
    assert site.agents == ["Mozilla/5.0 (compatible; Setu article reader)"]


def test_follows_redirects_and_says_where_it_ended(site: Site) -> None:
    site.answers["/a"] = answering(302, Location="/b?c=1")
    site.answers["/b"] = answering(200, PAGE.encode())
    assert fetch.fetch(site.address("/a")) == (PAGE.encode(), site.address("/b?c=1"), "")


def test_loads_an_article_from_an_address(site: Site) -> None:
    site.answers["/a"] = answering(200, PAGE.encode(), Content_Type="text/plain; charset=utf-8")
    article = formats.load(site.address("/a"))
    assert (article.title, article.url) == ("मेले में भीड़", site.address("/a"))


def test_an_empty_page_is_said_to_be_empty(site: Site) -> None:
    site.answers["/a"] = answering(200, b"", Content_Type="text/html")
    with pytest.raises(NoArticle, match=r"127\.0\.0\.1 is empty\."):
        formats.load(site.address("/a"))


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (404, "127.0.0.1 has no such page (404)."),
        (410, "127.0.0.1 has no such page (410)."),
        (403, "127.0.0.1 does not give this page to Setu (403)."),
        (418, "127.0.0.1 answered with an error (418)."),
        (429, "127.0.0.1 asks for a pause (429)."),
        (503, "127.0.0.1 has a fault at its end (503)."),
    ],
)
def test_error_statuses(site: Site, status: int, said: str) -> None:
    site.answers["/a"] = answering(status, b"<p>an error page")
    assert failure(site.address("/a?key=secret")).what == said


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("image/png", "a picture"),
        ("application/pdf", "a PDF"),
        ("video/mp4", "a video"),
        ("application/x-thing", "a file (application/x-thing)"),
    ],
)
def test_what_is_not_a_page_is_named(site: Site, kind: str, said: str) -> None:
    site.answers["/a"] = answering(200, b"x", Content_Type=kind)
    assert failure(site.address("/a")).what == f"127.0.0.1 sent {said}, not a page."


def test_a_page_that_says_it_is_too_large_is_not_read(site: Site) -> None:
    site.answers["/a"] = answering(200, Content_Length=str(encoding.MAX_BYTES + 1))
    assert "larger than the 20 MB" in failure(site.address("/a")).what


def test_a_page_that_turns_out_too_large_is_given_up(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "MAX_BYTES", 1000)
    site.answers["/a"] = answering(200, b"x" * 1001)
    assert "larger than" in failure(site.address("/a")).what


def test_a_redirect_loop(site: Site) -> None:
    site.answers["/a"] = answering(302, Location="/a")
    assert failure(site.address("/a")).what == "127.0.0.1 redirects too many times (over 5)."
    assert len(site.agents) == 6


def test_a_redirect_out_of_the_web(site: Site) -> None:
    site.answers["/a"] = answering(302, Location="file:///etc/hosts")
    assert "not a web page" in failure(site.address("/a")).what


def test_a_silent_server(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "READ_SECONDS", 0.1)
    site.answers["/a"] = lambda handler: handler.server.closing.wait(10) or None
    assert failure(site.address("/a")).what == "127.0.0.1 did not answer in time."


def test_a_dripping_server(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def drip(handler: Handler) -> None:
        handler.answer(200)
        while not handler.server.closing.wait(0.02):
            handler.wfile.write(b"x")

    monkeypatch.setattr(fetch, "DEADLINE_SECONDS", 0.3)
    site.answers["/a"] = drip
    assert failure(site.address("/a")).what == "127.0.0.1 did not answer in time."


def test_a_fetch_is_given_up_at_once_when_it_is_cancelled(site: Site) -> None:
    cancelled = threading.Event()
    asked: list[float] = []

    def stall(handler: Handler) -> None:
        asked.append(time.monotonic())
        cancelled.set()
        handler.server.closing.wait(10)

    site.answers["/a"] = stall
    with pytest.raises(FetchError) as caught:
        formats.load(site.address("/a"), cancelled=cancelled)
    assert caught.value.what == "Stopped."
    assert time.monotonic() - asked[0] < 1


def test_nothing_is_asked_once_it_is_cancelled(site: Site) -> None:
    cancelled = threading.Event()
    cancelled.set()
    with pytest.raises(FetchError, match=r"^Stopped\.$"):
        fetch.fetch(site.address("/a"), cancelled)
    assert site.agents == []


def test_a_fetch_nobody_cancels_ends_as_ever(site: Site) -> None:
    site.answers["/a"] = answering(200, PAGE.encode())
    assert fetch.fetch(site.address("/a"), threading.Event())[0] == PAGE.encode()


def test_a_page_that_breaks_off(site: Site) -> None:
    site.answers["/a"] = answering(200, b"half", Content_Length="1000")
    assert failure(site.address("/a")).what == "The connection to 127.0.0.1 broke off."


def test_a_server_that_speaks_no_http(site: Site) -> None:
    site.answers["/a"] = lambda handler: handler.wfile.write(b"\0\1\2 nonsense\r\n\r\n") and None
    assert failure(site.address("/a")).what == "The connection to 127.0.0.1 broke off."


def test_broken_compression(site: Site) -> None:
    site.answers["/a"] = answering(200, b"not gzip", Content_Encoding="gzip")
    assert failure(site.address("/a")).what == "The connection to 127.0.0.1 broke off."


def test_a_port_where_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = failure(f"http://127.0.0.1:{port}/?key=secret").what
    assert said == "127.0.0.1 refused the connection."


def test_a_server_without_tls(site: Site) -> None:
    address = site.address("/a").replace("http:", "https:")
    assert failure(address).what == "The secure connection to 127.0.0.1 failed."


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (socket.gaierror(socket.EAI_NONAME, "unknown"), "There is no site called nadi.example."),
        (
            socket.gaierror(socket.EAI_AGAIN, "later"),
            "There is no network to look up nadi.example.",
        ),
        (OSError(errno.ENETUNREACH, "unreachable"), "There is no network to reach nadi.example."),
    ],
)
def test_no_way_to_the_host(monkeypatch: pytest.MonkeyPatch, error: OSError, said: str) -> None:
    def fail(*_args: object) -> None:
        raise error

    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr(socket, "getaddrinfo", fail)
    assert failure("https://user:key=secret@nadi.example/a").what == said


@pytest.mark.parametrize(
    "address", ["nadi.example/a", "ftp://nadi.example", "https://", "http://[::1", "file:///a", ""]
)
def test_what_is_no_web_address(address: str) -> None:
    assert failure(address).what == "That is not a web address."


@pytest.mark.parametrize("address", ["http://nadi.example:99999/", f"http://{'a' * 300}.example/"])
def test_a_malformed_address(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    assert "cannot be understood" in failure(address).what
