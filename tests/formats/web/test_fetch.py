import errno
import socket
import threading
import time
import tracemalloc
import zlib
from pathlib import Path

import pytest

from reader import formats
from reader.errors import FetchError, NoArticle
from reader.formats import encoding
from reader.formats.web import fetch
from tests.sites import Site, Visit, bomb, cut_off, endless, page, raw, redirect, silence

PAGE = "मेले में भीड़\n\nनदी के किनारे मेला लगा है।\n"


def failure(address: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch.fetch(address)
    assert "key=secret" not in str(caught.value)
    assert caught.value.advice
    return caught.value


def test_fetches_a_page_its_charset_and_its_kind(site: Site) -> None:
    site.answers["/a"] = page(b"<p>x", Content_Type="text/html; charset=ISO-8859-1")
    assert fetch.fetch(site.at("/a#top")) == (b"<p>x", site.at("/a"), "iso-8859-1", "text/html")


def test_says_who_asks_and_nothing_else_of_the_reader(site: Site, own_home: Path) -> None:
    (own_home / ".netrc").write_text("machine 127.0.0.1 login ravi password khul\n")
    site.answers["/a"] = redirect("/b", Set_Cookie="who=42; Path=/")
    site.answers["/b"] = page(PAGE, Set_Cookie="who=43; Path=/")
    fetch.fetch(site.at("/a"))
    fetch.fetch(site.at("/b"))
    assert [asked.method for asked in site.asked] == ["GET"] * 3
    for asked in site.asked:
        assert asked.headers["user-agent"] == "Mozilla/5.0 (compatible; Setu article reader)"
        assert asked.headers["accept-language"] == "hi,en;q=0.5"
        assert not {"cookie", "referer", "authorization", "from"} & set(asked.headers)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_follows_redirects_and_says_where_it_ended(site: Site, status: int) -> None:
    site.answers["/a"] = redirect("/b?c=1", status)
    site.answers["/b"] = page(PAGE)
    assert fetch.fetch(site.at("/a"))[:2] == (PAGE.encode(), site.at("/b?c=1"))


def test_a_redirect_may_name_its_target_in_hindi(site: Site) -> None:
    site.answers["/a"] = raw("HTTP/1.1 302 Found\r\nLocation: /मेला\r\n\r\n".encode())
    site.answers["/%E0%A4%AE%E0%A5%87%E0%A4%B2%E0%A4%BE"] = page(PAGE)
    assert fetch.fetch(site.at("/a")).data == PAGE.encode()


def test_a_chain_of_five_redirects_is_followed(site: Site) -> None:
    for number in range(5):
        site.answers[f"/{number}"] = redirect(f"/{number + 1}")
    site.answers["/5"] = page(PAGE)
    assert fetch.fetch(site.at("/0")).url == site.at("/5")


def test_a_redirect_loop(site: Site) -> None:
    site.answers["/a"] = redirect("/a")
    assert failure(site.at("/a")).what == "127.0.0.1 redirects too many times (over 5)."
    assert len(site.asked) == 6


def test_the_body_of_a_redirect_is_not_read(site: Site) -> None:
    site.answers["/a"] = redirect("/b", body=bytes(50_000_000))
    site.answers["/b"] = page(PAGE)
    tracemalloc.start()
    assert fetch.fetch(site.at("/a")).data == PAGE.encode()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # The server of this test is in the same process; what it sends was there before.
    assert peak < 20_000_000


@pytest.mark.parametrize(
    "target", ["file:///etc/hosts", "data:text/plain,x", "javascript:1", "http://[::1/?key=secret"]
)
def test_a_redirect_out_of_the_web(site: Site, target: str) -> None:
    site.answers["/a"] = redirect(target)
    assert "not a web page" in failure(site.at("/a")).what


@pytest.mark.parametrize(
    ("asked", "to", "allowed"),
    [
        ("https://nadi.example/a", "https://mela.example/", True),
        ("https://nadi.example/a", "http://nadi.example/a", False),
        ("http://nadi.example/a", "https://nadi.example/a", True),
        ("http://nadi.example/a", "http://nadi.example/b", True),
        ("http://nadi.example/a", "ftp://nadi.example/b", False),
        ("https://nadi.example/a", "file:///a", False),
    ],
)
def test_who_asked_for_https_is_not_led_to_http(asked: str, to: str, allowed: bool) -> None:
    assert fetch.allows(asked, to) is allowed


def test_a_redirect_from_https_to_http_is_not_followed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "allows", lambda asked, url: not url.endswith("/open"))
    site.answers["/a"] = redirect("/open")
    said = failure(site.at("/a")).what
    assert said == "127.0.0.1 sends on to an address that is not encrypted."
    assert len(site.asked) == 1


def test_loads_an_article_from_an_address(site: Site) -> None:
    site.answers["/a"] = page(PAGE, Content_Type="text/plain; charset=utf-8")
    article = formats.load(site.at("/a"))
    assert (article.title, article.url) == ("मेले में भीड़", site.at("/a"))


def test_an_empty_page_is_said_to_be_empty(site: Site) -> None:
    site.answers["/a"] = page(b"", Content_Type="text/html")
    with pytest.raises(NoArticle, match=r"127\.0\.0\.1 sent a page without anything in it\."):
        formats.load(site.at("/a"))


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
    site.answers["/a"] = page(b"<p>an error page", status)
    assert failure(site.at("/a?key=secret")).what == said
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("image/png", "a picture"),
        ("video/mp4", "a video"),
        ("audio/mpeg", "a sound file"),
        ("font/woff2", "a font"),
        ("application/json", "data (JSON)"),
        ("application/x-thing", "a file (application/x-thing)"),
        ("x/<b>", "a file of an odd kind"),
        ("x/" + "y" * 999, "a file of an odd kind"),
    ],
)
def test_what_is_not_a_page_is_named(site: Site, kind: str, said: str) -> None:
    site.answers["/a"] = page(b"x", Content_Type=kind)
    assert failure(site.at("/a")).what == f"127.0.0.1 sent {said}, not a page."


@pytest.mark.parametrize(
    "kind",
    [
        "application/xhtml+xml",
        "application/pdf",
        "application/epub+zip",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/rss+xml; charset=utf-8",
        "application/atom+xml",
        "text/xml",
        "text/markdown",
        "multipart/related; boundary=x",
        "application/octet-stream",
        "no kind at all",
    ],
)
def test_what_an_article_may_stand_in_comes_through(site: Site, kind: str) -> None:
    site.answers["/a"] = page(PAGE, Content_Type=kind)
    assert fetch.fetch(site.at("/a")).data == PAGE.encode()


# -- size and compression ------------------------------------------------------------------


def test_a_page_that_says_it_is_too_large_is_not_read(site: Site) -> None:
    site.answers["/a"] = page(Content_Length=str(encoding.MAX_BYTES + 1))
    assert "larger than the 20 MB" in failure(site.at("/a")).what


def test_a_page_that_turns_out_too_large_is_given_up(site: Site) -> None:
    site.answers["/a"] = endless(b"x" * 1_000_000)
    assert (
        failure(site.at("/a")).what == "The page at 127.0.0.1 is larger than the 20 MB Setu opens."
    )


def test_a_page_of_just_20_mb_comes_whole(site: Site) -> None:
    site.answers["/a"] = page(b"x" * encoding.MAX_BYTES)
    assert len(fetch.fetch(site.at("/a")).data) == encoding.MAX_BYTES


@pytest.mark.parametrize("coding", ["gzip", "deflate", "gzip, gzip"])
def test_a_compression_bomb_stops_at_20_mb(site: Site, coding: str) -> None:
    site.answers["/a"] = page(bomb(200, coding), Content_Encoding=coding)
    tracemalloc.start()
    said = failure(site.at("/a")).what
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "larger than the 20 MB" in said
    assert peak < 100_000_000


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", lambda data: zlib.compress(data, wbits=31)),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data, wbits=-15)),
        ("identity", bytes),
        ("utf-8", bytes),  # what some servers think is a content coding
    ],
)
def test_compressed_pages_are_unpacked(site: Site, coding: str, pack) -> None:  # noqa: ANN001
    site.answers["/a"] = page(pack(PAGE.encode()), Content_Encoding=coding)
    assert fetch.fetch(site.at("/a")).data == PAGE.encode()


def test_only_compression_that_can_be_unpacked_is_asked_for(site: Site) -> None:
    site.answers["/a"] = page(PAGE)
    fetch.fetch(site.at("/a"))
    assert site.asked[0].headers["accept-encoding"] == "gzip, deflate"


@pytest.mark.parametrize(
    ("coding", "sent"), [("gzip", b"not gzip"), ("br", b"\x0b\x02\x80"), ("gzip, zstd", b"x")]
)
def test_broken_compression(site: Site, coding: str, sent: bytes) -> None:
    site.answers["/a"] = page(sent, Content_Encoding=coding)
    assert failure(site.at("/a")).what == "127.0.0.1 sent something that cannot be unpacked."


@pytest.mark.parametrize("wrapping", [31, 15, -15])
@pytest.mark.parametrize("missing", [1, 5, 12, 40])
def test_a_packed_page_that_stops_short(site: Site, wrapping: int, missing: int) -> None:
    packed = zlib.compress((PAGE * 9).encode(), wbits=wrapping)[:-missing]
    coding = "gzip" if wrapping == 31 else "deflate"
    site.answers["/a"] = page(packed, Content_Encoding=coding)
    assert failure(site.at("/a")).what == "The connection to 127.0.0.1 broke off."


def test_a_page_packed_twice_that_stops_short(site: Site) -> None:
    inner = zlib.compress((PAGE * 9).encode(), wbits=31)[:-20]
    site.answers["/a"] = page(zlib.compress(inner, wbits=31), Content_Encoding="gzip, gzip")
    assert failure(site.at("/a")).what == "The connection to 127.0.0.1 broke off."


def test_a_page_longer_than_it_says_ends_where_it_says(site: Site) -> None:
    site.answers["/a"] = page(b"12345678", Content_Length="4")
    assert fetch.fetch(site.at("/a")).data == b"1234"


@pytest.mark.parametrize("length", ["", "-1", "many", "9" * 5000, "٣"])
def test_a_length_that_is_none(site: Site, length: str) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {length}\r\n\r\n"
    site.answers["/a"] = raw(head.encode() + b"<p>x")
    assert fetch.fetch(site.at("/a")).data == b"<p>x"


# -- progress ------------------------------------------------------------------------------


def test_progress_is_told_in_bytes_over_the_wire(site: Site) -> None:
    told: list[tuple[int, int, str]] = []
    site.answers["/a"] = page(b"x" * 300_000)

    def hear(size: int, total: int) -> None:
        told.append((size, total, threading.current_thread().name))

    fetch.fetch(site.at("/a"), progress=hear)
    sizes = [size for size, _, _ in told]
    assert told[-1] == (300_000, 300_000, threading.current_thread().name)
    assert sizes == sorted(set(sizes))


def test_progress_of_a_packed_page_ends_at_its_packed_size(site: Site) -> None:
    told: list[tuple[int, int]] = []
    packed = bomb(2)
    site.answers["/a"] = page(packed, Content_Encoding="gzip")
    data = fetch.fetch(site.at("/a"), progress=lambda *size: told.append(size)).data
    assert len(data) == 2 * 1024 * 1024
    assert told[-1] == (len(packed), len(packed))


def test_a_total_nobody_knows_is_nought(site: Site) -> None:
    told: list[tuple[int, int]] = []
    site.answers["/a"] = raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x")
    fetch.fetch(site.at("/a"), progress=lambda *size: told.append(size))
    assert told == [(4, 0)]


# -- time ----------------------------------------------------------------------------------


def test_a_silent_server(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "READ_SECONDS", 0.1)
    site.answers["/a"] = silence
    assert failure(site.at("/a")).what == "127.0.0.1 did not answer in time."


def test_a_server_that_falls_silent(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def stall(visit: Visit) -> None:
        visit.begin(200, Content_Length="1000")
        visit.wfile.write(b"<p>half")
        silence(visit)

    monkeypatch.setattr(fetch, "READ_SECONDS", 0.1)
    site.answers["/a"] = stall
    assert failure(site.at("/a")).what == "127.0.0.1 did not answer in time."


def test_a_dripping_server(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "DEADLINE_SECONDS", 0.3)
    site.answers["/a"] = endless(b"x", pause=0.02)
    assert failure(site.at("/a")).what == "127.0.0.1 did not answer in time."


def test_a_fetch_is_given_up_at_once_when_it_is_cancelled(site: Site) -> None:
    cancelled = threading.Event()
    asked: list[float] = []

    def stall(visit: Visit) -> None:
        asked.append(time.monotonic())
        cancelled.set()
        silence(visit)

    site.answers["/a"] = stall
    with pytest.raises(FetchError) as caught:
        formats.load(site.at("/a"), cancelled=cancelled)
    assert caught.value.what == "Stopped."
    assert time.monotonic() - asked[0] < 1


def test_a_fetch_that_was_given_up_takes_no_more(site: Site) -> None:
    cancelled = threading.Event()
    broken = threading.Event()

    def pour(visit: Visit) -> None:
        visit.begin(200)
        visit.close_connection = True
        visit.wfile.write(b"x" * 1000)
        cancelled.set()
        try:
            while not visit.site.closing.wait(0.01):
                visit.wfile.write(b"x" * 100_000)
        except OSError:
            broken.set()

    site.answers["/a"] = pour
    with pytest.raises(FetchError, match=r"^Stopped\.$"):
        fetch.fetch(site.at("/a"), cancelled)
    assert broken.wait(5)


def test_nothing_is_asked_once_it_is_cancelled(site: Site) -> None:
    cancelled = threading.Event()
    cancelled.set()
    with pytest.raises(FetchError, match=r"^Stopped\.$"):
        fetch.fetch(site.at("/a"), cancelled)
    assert site.asked == []


def test_a_fetch_nobody_cancels_ends_as_ever(site: Site) -> None:
    site.answers["/a"] = page(PAGE)
    assert fetch.fetch(site.at("/a"), threading.Event()).data == PAGE.encode()


# -- connections that fail -----------------------------------------------------------------


def test_a_page_that_breaks_off(site: Site) -> None:
    site.answers["/a"] = cut_off(b"half")
    assert failure(site.at("/a")).what == "The connection to 127.0.0.1 broke off."


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\1\2 nonsense\r\n\r\n",
        b"HTTP/1.1 two hundred\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<p>x\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n<p>x\r\n",
    ],
)
def test_a_server_that_speaks_no_http(site: Site, data: bytes) -> None:
    site.answers["/a"] = raw(data)
    assert failure(site.at("/a")).what == "The connection to 127.0.0.1 broke off."


def test_a_port_where_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = failure(f"http://127.0.0.1:{port}/?key=secret").what
    assert said == "127.0.0.1 refused the connection."


def test_a_server_without_tls(site: Site) -> None:
    address = site.at("/a").replace("http:", "https:")
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
    "address",
    [
        *("nadi.example/a", "ftp://nadi.example", "https://", "http://[::1", "file:///a", ""),
        *("http://,/", "http://nadi example/", "http://<b>/", "http://nadi.example\\@mela.example"),
    ],
)
def test_what_is_no_web_address(address: str) -> None:
    assert failure(address).what == "That is not a web address."


@pytest.mark.parametrize("address", ["http://nadi.example:99999/", f"http://{'a' * 300}.example/"])
def test_a_malformed_address(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    assert "cannot be understood" in failure(address).what
