"""The online engines against real sockets: what is right, and all that can go wrong."""

import re
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from reader.errors import (
    AuthFailed,
    BadResponse,
    EngineError,
    RateLimited,
    TooLong,
    Unavailable,
)
from reader.model import Sentence, Span, State
from reader.settings import Settings
from reader.translation.engine import Engine, ServerTrouble
from reader.translation.engines.chat import ChatEngine
from reader.translation.engines.deepl import DeepLEngine
from reader.translation.engines.firefox import FirefoxEngine
from reader.translation.engines.firefox.engine import NO_MODEL
from reader.translation.engines.gloss import GlossEngine
from reader.translation.engines.google import GoogleEngine
from reader.translation.engines.http import Timeouts, host_of, is_this_machine
from reader.translation.engines.libretranslate import LibreTranslateEngine
from reader.translation.engines.microsoft import MicrosoftEngine
from reader.translation.engines.table import Means, build
from reader.translation.models import Models
from reader.translation.traffic import Traffic
from reader.translation.translate import translate
from tests.chat_servers import MODEL, ChatServer
from tests.fakes import FakeClock
from tests.keyed_servers import KEY, DeepLServer, MicrosoftServer
from tests.servers import PARALLEL, GoogleServer, LibreTranslateServer, Mode, Server, answer_for

FIREFOX = FirefoxEngine(Models(Path("nowhere")))
MEANS = Means(lambda _engine: "", lambda _engine: False, FIREFOX, str.upper)
SHORT = Timeouts(connect=2.0, read=0.15)
TEXTS = ["नदी शांत है।", "आसमान नीला & साफ़ है।", "चाय ठंडी हो गई।"]
ENGLISH = [answer_for(text) for text in TEXTS]

Kind = tuple[type[Server], Callable[..., Engine]]
GIVEN: dict[str, Any] = {"key": lambda: KEY, "is_keyed": True, "is_listed": True}
KINDS: list[Kind] = [
    (GoogleServer, GoogleEngine),
    (LibreTranslateServer, LibreTranslateEngine),
    (MicrosoftServer, partial(MicrosoftEngine, **GIVEN)),
    (DeepLServer, partial(DeepLEngine, **GIVEN)),
    (ChatServer, partial(ChatEngine, model=MODEL)),
]


@pytest.fixture(params=KINDS, ids=["google", "libretranslate", "microsoft", "deepl", "chat"])
def kind(request: pytest.FixtureRequest) -> Kind:
    kind: Kind = request.param
    return kind


@pytest.fixture
def server(kind: Kind) -> Iterator[Server]:
    with kind[0]() as server:
        yield server


@pytest.fixture
def engine(kind: Kind, server: Server) -> Engine:
    return kind[1](server.address)


def test_a_paragraph_goes_in_one_request_and_comes_back_in_order(
    engine: Engine, server: Server
) -> None:
    assert list(engine.translate(TEXTS)) == ENGLISH
    assert len(server.requests) == 1
    assert engine.host == server.address.removeprefix("http://")
    assert engine.unavailable_reason() == ""


def test_the_real_answers_of_a_real_engine_are_kept_as_they_are(
    engine: Engine, server: Server, shared: Path
) -> None:
    hindi = (PARALLEL / "flores-dev.hi").read_text("utf-8").splitlines()[:25]
    english = (PARALLEL / "flores-dev.google.en").read_text("utf-8").splitlines()[:25]
    assert list(engine.translate(hindi)) == english
    assert len(server.requests) < 25


def test_a_long_paragraph_is_cut_into_requests_below_the_limit(
    engine: Engine, server: Server
) -> None:
    many = [f"यह वाक्य संख्या {n} है और कुछ लंबा है।" for n in range(300)]
    assert list(engine.translate(many)) == [answer_for(text) for text in many]
    assert len(server.requests) > 2
    longest = max(len(request.path) for request in server.requests)
    assert longest < 9 * 1500 + 100


def test_blank_sentences_and_line_feeds_do_no_harm(engine: Engine, server: Server) -> None:
    assert list(engine.translate([TEXTS[0], " ", "चाय\nठंडी  हो गई।"])) == [
        ENGLISH[0],
        "",
        ENGLISH[2],
    ]
    assert list(engine.translate([])) == []
    assert len(server.requests) == 2


def test_what_must_not_be_shown_is_left_out(engine: Engine, server: Server) -> None:
    server.mode = Mode.HOSTILE
    if isinstance(engine, ChatEngine):  # Who controls the terminal does not translate.
        with pytest.raises(BadResponse):
            list(engine.translate(TEXTS))
    else:
        assert list(engine.translate(TEXTS)) == ENGLISH


def test_a_flood_of_words_is_no_english(engine: Engine, server: Server) -> None:
    server.mode = Mode.FLOOD
    with pytest.raises((BadResponse, TooLong)) as caught:
        list(engine.translate(TEXTS[:1]))
    assert_discreet(caught.value)


def test_a_wrong_count_makes_each_sentence_go_alone(engine: Engine, server: Server) -> None:
    server.mode = Mode.MISMATCH
    assert list(engine.translate(TEXTS)) == ENGLISH
    assert len(server.requests) == 1 + len(TEXTS)


@pytest.mark.parametrize("first", [Mode.BLANK, Mode.ECHO])
def test_a_wordless_answer_makes_each_sentence_go_alone(
    engine: Engine, server: Server, first: Mode
) -> None:
    server.script.append(first)
    assert list(engine.translate(TEXTS)) == ENGLISH


@pytest.mark.parametrize("mode", [Mode.BLANK, Mode.ECHO])
def test_sentences_before_the_bad_one_are_delivered(
    engine: Engine, server: Server, mode: Mode
) -> None:
    server.script.extend([Mode.MISMATCH, Mode.FINE, mode])
    answers = engine.translate(TEXTS)
    assert next(answers) == ENGLISH[0]
    with pytest.raises(BadResponse):
        next(answers)


FAILURES = [
    (Mode.DELAY, Unavailable, "did not answer in time"),
    (Mode.DROP, Unavailable, "cannot be reached"),
    (Mode.WAIT, RateLimited, "too many requests"),
    (Mode.SLOW_DOWN, RateLimited, "too many requests"),
    (Mode.BROKEN, ServerTrouble, "in trouble (HTTP status 500)"),
    (Mode.TRUNCATED, BadResponse, "broke off"),
    (Mode.CUT, BadResponse, ""),
    (Mode.GARBAGE, BadResponse, ""),
    (Mode.EMPTY, BadResponse, ""),
    (Mode.REDIRECT, BadResponse, "sent us elsewhere"),
    (Mode.HUGE, BadResponse, "far too large"),
]


@pytest.mark.parametrize("texts", [TEXTS, TEXTS[:1]], ids=["together", "alone"])
@pytest.mark.parametrize(("mode", "error", "words"), FAILURES, ids=[str(f[0]) for f in FAILURES])
def test_a_misbehaving_server_gives_a_clear_error(
    kind: Kind,
    server: Server,
    mode: Mode,
    error: type[EngineError],
    words: str,
    texts: list[str],
) -> None:
    server.mode = mode
    engine = kind[1](server.address, timeouts=SHORT)
    with pytest.raises(error) as caught:
        list(engine.translate(texts))
    assert type(caught.value) is error
    assert words in caught.value.what
    assert_discreet(caught.value)
    assert len(server.requests) == 1
    assert server.others == []


def assert_discreet(error: EngineError) -> None:
    """The error names the host, and holds no Hindi, no address and no query; nor its cause."""
    assert "127.0.0.1" in error.what
    assert error.advice
    assert error.__cause__ is None
    text = f"{error} {error!r} {error.args}"
    assert not re.search("[\u0900-\u097f]|%E0|\\?|q=|://|/m\\b|/translate", text)


@pytest.mark.parametrize("mode", [Mode.BLANK, Mode.ECHO])
def test_a_sentence_without_english_is_a_bad_response(
    engine: Engine, server: Server, mode: Mode
) -> None:
    server.mode = mode
    with pytest.raises(BadResponse) as caught:
        list(engine.translate(TEXTS))
    assert_discreet(caught.value)


def test_retry_after_is_read(engine: Engine, server: Server) -> None:
    server.script.extend([Mode.WAIT, Mode.SLOW_DOWN])
    server.retry_after = "120"
    assert waits(engine) == 120
    assert waits(engine) is None


def test_retry_after_may_be_a_date_or_nonsense(engine: Engine, server: Server) -> None:
    server.mode = Mode.WAIT
    server.retry_after = format_datetime(datetime.now(UTC) + timedelta(minutes=5), usegmt=True)
    assert 290 <= (waits(engine) or 0) <= 300
    server.retry_after = format_datetime(datetime(2020, 1, 1, tzinfo=UTC), usegmt=True)
    assert waits(engine) == 0
    for nonsense in ("soon", "-5", "nan", ""):
        server.retry_after = nonsense
        assert waits(engine) is None


def waits(engine: Engine) -> float | None:
    with pytest.raises(RateLimited) as caught:
        list(engine.translate(TEXTS[:1]))
    return caught.value.retry_after


def test_a_port_where_nobody_listens_is_unavailable(kind: Kind) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        engine = kind[1](f"http://127.0.0.1:{taken.getsockname()[1]}")
        with pytest.raises(Unavailable) as caught:
            list(engine.translate(TEXTS))
    assert "cannot be reached" in caught.value.what
    assert_discreet(caught.value)


def test_staying_offline_sends_nothing_away(kind: Kind) -> None:
    engine = kind[1]("https://translate.example.org", offline=True)
    assert engine.sends_to == "translate.example.org"
    assert engine.unavailable_reason() == "Stay offline is on."
    with pytest.raises(Unavailable, match="Stay offline is on"):
        list(engine.translate(TEXTS))


def test_a_server_on_this_machine_is_not_away(kind: Kind, server: Server) -> None:
    engine = kind[1](server.address, offline=True)
    assert engine.sends_to is None
    assert len(list(engine.translate(TEXTS))) == len(TEXTS)


@pytest.mark.parametrize("address", ["ftp://example.org", "example.org", "http://", "http://[x"])
def test_a_wrong_address_is_said_and_sends_nothing(kind: Kind, address: str) -> None:
    engine = kind[1](address)
    assert "is not a web address" in engine.unavailable_reason()
    with pytest.raises(Unavailable):
        list(engine.translate(TEXTS))


def test_the_flow_gets_past_passing_trouble(engine: Engine, server: Server) -> None:
    clock = FakeClock()
    server.script.extend([Mode.BROKEN, Mode.WAIT, Mode.GARBAGE])
    paragraph = [Sentence(f"p1.{n}", text, Span(0, len(text))) for n, text in enumerate(TEXTS, 1)]
    units = list(translate([paragraph], [engine], traffic=Traffic(clock), now=clock.now))
    targets = {u.id: (u.target, u.state) for u in units}
    assert [targets[s.id] for s in paragraph] == [(text, State.MACHINE) for text in ENGLISH]
    assert pytest.approx(3.0) in clock.pauses


def test_the_flow_leaves_a_server_that_is_down_alone(engine: Engine, server: Server) -> None:
    clock = FakeClock()
    server.mode = Mode.BROKEN
    paragraphs = [[Sentence(f"p{n}.1", text, Span(0, 9))] for n, text in enumerate(TEXTS * 4, 1)]
    line = [engine, GlossEngine(lambda text: "a gloss")]
    units = list(translate(paragraphs, line, traffic=Traffic(clock), now=clock.now))
    assert {(u.target, u.state) for u in units} == {("a gloss", State.GLOSS)}
    trouble = f"{engine.host} is in trouble (HTTP status 500)."
    assert all(u.reason.startswith(trouble) for u in units)
    assert len(server.requests) == 3


def test_six_threads_share_one_engine(engine: Engine, server: Server) -> None:
    start = threading.Barrier(6)

    def work(thread: int) -> bool:
        start.wait()
        paragraphs = [[f"धागा {thread} कहता है {n}।", f"और फिर {thread}, {n}।"] for n in range(5)]
        return all(
            list(engine.translate(paragraph)) == [answer_for(text) for text in paragraph]
            for paragraph in paragraphs
        )

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(work, range(6))) == [True] * 6
    assert len(server.requests) == 30


# Google alone


@pytest.fixture
def google() -> Iterator[GoogleServer]:
    with GoogleServer() as server:
        yield server


@pytest.mark.parametrize("line_break", ["<br>", "<br/>\n", "<BR />"])
def test_google_lines_broken_by_br_stay_apart(google: GoogleServer, line_break: str) -> None:
    google.line_break = line_break
    assert list(GoogleEngine(google.address).translate(TEXTS)) == ENGLISH
    assert len(google.requests) == 1


@pytest.mark.parametrize("ending", ["", "/", "/m"])
def test_google_address_may_be_the_host_or_the_page(google: GoogleServer, ending: str) -> None:
    assert list(GoogleEngine(google.address + ending).translate(TEXTS)) == ENGLISH


def test_google_refuses_a_sentence_over_its_limit_and_sends_nothing(google: GoogleServer) -> None:
    engine = GoogleEngine(google.address)
    answers = engine.translate([TEXTS[0], "ब" * 1501])
    assert next(answers) == ENGLISH[0]
    with pytest.raises(TooLong) as caught:
        next(answers)
    assert_discreet(caught.value)
    assert len(google.requests) == 1


def test_google_own_address_is_used_unless_another_is_set() -> None:
    assert GoogleEngine().sends_to == "translate.google.com"


def test_google_that_refuses_is_unavailable(google: GoogleServer) -> None:
    google.mode = Mode.REFUSE
    with pytest.raises(Unavailable, match="HTTP status 403") as caught:
        list(GoogleEngine(google.address).translate(TEXTS))
    assert_discreet(caught.value)


# LibreTranslate alone


@pytest.fixture
def libre() -> Iterator[LibreTranslateServer]:
    with LibreTranslateServer() as server:
        yield server


@pytest.mark.parametrize("ending", ["", "/", "/translate", "/translate/"])
def test_libretranslate_address_is_tolerated(libre: LibreTranslateServer, ending: str) -> None:
    assert list(LibreTranslateEngine(libre.address + ending).translate(TEXTS)) == ENGLISH


def test_libretranslate_may_answer_one_sentence_with_a_string(libre: LibreTranslateServer) -> None:
    libre.plain = True
    assert list(LibreTranslateEngine(libre.address).translate(TEXTS[:1])) == ENGLISH[:1]


def test_libretranslate_sentences_too_long_together_go_alone(libre: LibreTranslateServer) -> None:
    libre.limit = 25
    assert list(LibreTranslateEngine(libre.address).translate(TEXTS)) == ENGLISH


def test_libretranslate_sentence_too_long_is_said(libre: LibreTranslateServer) -> None:
    libre.limit = 10
    with pytest.raises(TooLong) as caught:
        list(LibreTranslateEngine(libre.address).translate(TEXTS))
    assert_discreet(caught.value)


def test_libretranslate_without_a_key_is_refused(libre: LibreTranslateServer) -> None:
    libre.mode = Mode.REFUSE
    with pytest.raises(AuthFailed) as caught:
        list(LibreTranslateEngine(libre.address).translate(TEXTS))
    assert_discreet(caught.value)


def test_libretranslate_absent_at_that_address_is_unavailable(libre: LibreTranslateServer) -> None:
    with pytest.raises(Unavailable, match="HTTP status 404") as caught:
        list(LibreTranslateEngine(f"{libre.address}/deeper").translate(TEXTS))
    assert_discreet(caught.value)


def test_libretranslate_without_an_address_says_so() -> None:
    engine = LibreTranslateEngine(" ")
    assert (
        engine.unavailable_reason()
        == "No LibreTranslate address is set. Give it in Settings, or after --address."
    )


# All of them


def test_the_table_builds_every_engine() -> None:
    engines = build(Settings(), MEANS)
    remote = ["google", "mymemory", "libretranslate", "microsoft", "deepl", "chat"]
    assert list(engines) == ["firefox", *remote, "gloss"]
    assert {name: engine.name for name, engine in engines.items()} == {n: n for n in engines}
    assert engines["gloss"].sends_to is None
    assert list(engines["gloss"].translate(["abc"])) == ["ABC"]


def test_offline_leaves_only_the_gloss() -> None:
    addresses = dict.fromkeys(("libretranslate_address", "chat_address"), "http://example.org")
    engines = build(Settings(**addresses, offline=True), MEANS)
    reasons = {name: engine.unavailable_reason() for name, engine in engines.items()}
    assert reasons == {
        **dict.fromkeys(engines, "Stay offline is on."),
        "firefox": NO_MODEL,
        "gloss": "",
    }


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://Example.org/x@y?key=1", "example.org"),
        ("http://[::1]:5000", "[::1]:5000"),
        ("http://localhost:11434/v1", "localhost:11434"),
        ("http://localhost:011434/v1", "localhost:11434"),
        ("https://engine.example/a?key=1", "engine.example"),
        ("https://engine.example.:443#x", "engine.example.:443"),
        ("https://नदी.example", "xn--j2bd7e.example"),
        ("https://user:secret@example.org/x", ""),
        ("https://@example.org", ""),
        ("http://0.0.0.0:5000\\@127.0.0.1", ""),
        ("http://127.0.0.1\t.example.org", ""),
        ("http://127.0.0.1\x00.example.org", ""),
        ("http://127.0.0.1 @example.org", ""),
        ("http://[oops", ""),
        ("example.org", ""),
        ("http://example.org:99999", ""),
        ("", ""),
    ],
)
def test_the_host_of_an_address_is_without_its_secrets(address: str, host: str) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("localhost:5000", True),
        ("localhost.:5000", True),
        ("LOCALHOST", True),
        ("127.0.0.1", True),
        ("127.1.2.3:80", True),
        ("[::1]:5000", True),
        ("0.0.0.0:5000", False),
        ("127.0.0.1.example.org", False),
        ("127.999.0.1", False),
        ("localhost.example.org", False),
        ("192.168.0.1", False),
        ("", False),
    ],
)
def test_this_machine_is_loopback_alone(host: str, here: bool) -> None:
    assert is_this_machine(host) is here


@pytest.mark.parametrize("address", ["http://u:secret@localhost", "http://0.0.0.0\\@127.0.0.1"])
def test_an_address_that_hides_its_host_is_refused(kind: Kind, address: str) -> None:
    reason = kind[1](address).unavailable_reason()
    assert "without a name or password" in reason
    assert "secret" not in reason


@pytest.mark.parametrize("ending", ["?api_key=abc", "/translate?api_key=abc", "#abc", "?"])
def test_an_address_with_a_query_is_refused_and_not_asked(
    kind: Kind, server: Server, ending: str
) -> None:
    engine = kind[1](f"{server.address}{ending}")
    assert "a ? or a #" in engine.unavailable_reason()
    assert "abc" not in engine.unavailable_reason()
    with pytest.raises(Unavailable):
        engine.hindi()  # type: ignore[attr-defined]
    assert not [*server.requests, *server.others]


def test_no_proxy_stands_between_the_reader_and_this_machine(
    engine: Engine, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with LibreTranslateServer() as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.address)
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        assert list(engine.translate(TEXTS)) == ENGLISH
        assert (proxy.requests, proxy.others) == ([], [])
    assert len(server.requests) == 1


def test_building_the_engines_imports_nothing_heavy() -> None:
    code = (
        "import sys; from reader import settings;"
        "from reader.translation import translate, memory;"
        "from reader.translation.engines import table as engines;"
        "engines.build(settings.Settings(), engines.Means(str, bool, None, str));"
        "print({'requests', 'deep_translator', 'bs4', 'defusedxml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
