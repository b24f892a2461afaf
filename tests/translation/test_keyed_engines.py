"""MyMemory, and the engines that want a key, against real sockets."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from reader.errors import AuthFailed, BadResponse, EngineError, RateLimited, TooLong, Unavailable
from reader.translation.engine import Limit, Measure, ServerTrouble
from reader.translation.engines.deepl import DeepLEngine
from reader.translation.engines.http import RemoteEngine, Timeouts
from reader.translation.engines.libretranslate import LibreTranslateEngine
from reader.translation.engines.microsoft import MicrosoftEngine
from reader.translation.engines.mymemory import MyMemoryEngine
from tests.keyed_servers import KEY, DeepLServer, KeyedServer, MicrosoftServer, MyMemoryServer
from tests.servers import LibreTranslateServer, Mode, answer_for

SHORT = Timeouts(connect=2.0, read=0.15)
TEXTS = ["नदी शांत है।", "आसमान नीला & साफ़ है।", "चाय ठंडी हो गई।"]
ENGLISH = [answer_for(text) for text in TEXTS]
GIVEN: dict[str, Any] = {"key": lambda: KEY, "is_keyed": True, "is_listed": True}

Keyed = tuple[type[KeyedServer], Callable[..., RemoteEngine]]


# MyMemory


@pytest.fixture
def memory() -> Iterator[MyMemoryServer]:
    with MyMemoryServer() as server:
        yield server


def test_mymemory_is_asked_a_sentence_at_a_time(memory: MyMemoryServer) -> None:
    assert list(MyMemoryEngine(memory.address).translate(TEXTS)) == ENGLISH
    assert len(memory.requests) == len(TEXTS)


@pytest.mark.parametrize(
    ("warning", "status", "error"),
    [
        ("MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY", 429, Unavailable),
        ("MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY", 200, Unavailable),
        ("QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS", "403", TooLong),
        ("'HI-IN' IS AN INVALID SOURCE LANGUAGE", "403", BadResponse),
    ],
)
def test_its_warnings_are_never_taken_for_english(
    memory: MyMemoryServer, warning: str, status: int | str, error: type[EngineError]
) -> None:
    memory.warning, memory.status = warning, status
    with pytest.raises(error) as caught:
        list(MyMemoryEngine(memory.address).translate(TEXTS))
    assert type(caught.value) is error
    assert "WARNING" not in str(caught.value)


@pytest.mark.parametrize(
    ("mode", "error"),
    [
        (Mode.DELAY, Unavailable),
        (Mode.DROP, Unavailable),
        (Mode.WAIT, RateLimited),
        (Mode.BROKEN, ServerTrouble),
        (Mode.TRUNCATED, BadResponse),
        (Mode.CUT, BadResponse),
        (Mode.GARBAGE, BadResponse),
        (Mode.EMPTY, BadResponse),
        (Mode.BLANK, BadResponse),
        (Mode.ECHO, BadResponse),
        (Mode.FLOOD, BadResponse),
        (Mode.REDIRECT, BadResponse),
        (Mode.HUGE, BadResponse),
        (Mode.REFUSE, Unavailable),
    ],
)
def test_mymemory_misbehaving_gives_a_clear_error(
    memory: MyMemoryServer, mode: Mode, error: type[EngineError]
) -> None:
    memory.mode = mode
    with pytest.raises(error) as caught:
        list(MyMemoryEngine(memory.address, timeouts=SHORT).translate(TEXTS[:1]))
    assert type(caught.value) is error
    assert "127.0.0.1" in caught.value.what
    assert TEXTS[0] not in f"{caught.value!r}"


def test_mymemory_shows_nothing_that_must_not_be_shown(memory: MyMemoryServer) -> None:
    memory.mode = Mode.HOSTILE
    assert list(MyMemoryEngine(memory.address).translate(TEXTS)) == ENGLISH


def test_a_sentence_of_500_characters_is_not_sent_to_mymemory(memory: MyMemoryServer) -> None:
    engine = MyMemoryEngine(memory.address)
    assert list(engine.translate(["क" * 499])) == [answer_for("क" * 499)]
    with pytest.raises(TooLong, match="499 characters"):
        list(engine.translate(["क" * 500]))
    assert len(memory.requests) == 1


# With a key


@pytest.fixture(
    params=[(MicrosoftServer, MicrosoftEngine), (DeepLServer, DeepLEngine)],
    ids=["microsoft", "deepl"],
)
def keyed(request: pytest.FixtureRequest) -> Keyed:
    kind: Keyed = request.param
    return kind


def test_a_wrong_key_is_said_and_not_shown(keyed: Keyed) -> None:
    with keyed[0]() as server:
        engine = keyed[1](server.address, **{**GIVEN, "key": lambda: "wrong-9d"})
        with pytest.raises(AuthFailed, match="does not take the key") as caught:
            list(engine.translate(TEXTS))
    assert "wrong-9d" not in f"{caught.value!r}{caught.value}{engine!r}"
    assert len(server.requests) == 1
    assert not any("wrong" in f"{request.path}{request.body}" for request in server.requests)


@pytest.mark.usefixtures("netrc")
def test_no_password_kept_for_other_programs_takes_the_key_s_place(keyed: Keyed) -> None:
    with keyed[0]() as server:
        assert list(keyed[1](server.address, **GIVEN).translate(TEXTS)) == ENGLISH


def test_without_a_key_nothing_is_asked(keyed: Keyed) -> None:
    with keyed[0]() as server:
        engine = keyed[1](server.address, **{**GIVEN, "is_keyed": False})
        assert "wants a key" in engine.unavailable_reason()
        with pytest.raises(Unavailable):
            list(engine.translate(TEXTS))
        lost = keyed[1](server.address, **{**GIVEN, "key": str})
        with pytest.raises(
            AuthFailed, match=r"keyring did not give .* Unlock it .* as SETU_\w+_KEY\."
        ):
            list(lost.translate(TEXTS))
    assert server.requests == []


def test_it_is_not_used_before_its_own_list_was_seen_to_have_hindi(keyed: Keyed) -> None:
    with keyed[0]() as server:
        engine = keyed[1](server.address, **{**GIVEN, "is_listed": False})
        assert "Check it in Settings" in engine.unavailable_reason()
        assert engine.hindi()
        server.languages = ("en", "fr")
        assert not engine.hindi()
    assert server.requests == []


def test_a_free_key_of_deepl_goes_nowhere_but_where_the_reader_agreed() -> None:
    engine = DeepLEngine(**{**GIVEN, "key": lambda: "abc:fx"})
    assert engine.sends_to == "api.deepl.com"
    with pytest.raises(AuthFailed, match="free service") as caught:
        list(engine.translate(TEXTS))
    assert "api-free.deepl.com" in caught.value.advice


def test_deepl_is_asked_for_at_most_fifty_sentences_and_counts_bytes() -> None:
    many = [f"वाक्य {n} है।" for n in range(120)]
    with DeepLServer() as server:
        engine = DeepLEngine(server.address, **GIVEN)
        assert list(engine.translate(many)) == [answer_for(text) for text in many]
    assert len(server.requests) == 3
    assert Limit(9, Measure.BYTES).of("नदी") == 9 == engine.limit.of("नदी")


@pytest.mark.parametrize("region", ["", "centralindia"])
def test_microsoft_gets_the_region_only_if_there_is_one(
    region: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with MicrosoftServer() as server:
        seen: list[str | None] = []
        post = server.handler.do_POST  # type: ignore[attr-defined]

        def noting(handler: Any) -> None:  # noqa: ANN401
            seen.append(handler.headers["Ocp-Apim-Subscription-Region"])
            post(handler)

        monkeypatch.setattr(server.handler, "do_POST", noting)
        list(MicrosoftEngine(server.address, region=region, **GIVEN).translate(TEXTS))
    assert seen == [region or None]


@pytest.mark.parametrize("key", [KEY, KEY.upper(), " ".join(KEY), "\u200b".join(KEY)])
@pytest.mark.parametrize(
    ("serve", "make"),
    [
        (MicrosoftServer, partial(MicrosoftEngine, **GIVEN)),
        (DeepLServer, partial(DeepLEngine, **GIVEN)),
        (LibreTranslateServer, partial(LibreTranslateEngine, key=lambda: KEY)),
    ],
    ids=["microsoft", "deepl", "libretranslate"],
)
def test_english_with_the_key_in_it_is_none(
    serve: Callable[..., KeyedServer],
    make: Callable[..., RemoteEngine],
    key: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def telling(_mode: Mode, texts: list[str]) -> list[str]:
        return [f"{answer_for(t)} {key}" if t == TEXTS[1] else answer_for(t) for t in texts]

    for module in ("tests.servers", "tests.keyed_servers"):
        monkeypatch.setattr(f"{module}.texts_for", telling)
    with serve() as server:
        given = make(server.address).translate(TEXTS)
        assert next(given) == ENGLISH[0]
        with pytest.raises(BadResponse, match="put your key into its answer") as caught:
            next(given)
    assert len(server.requests) == 2
    assert KEY not in f"{caught.value!r}".lower()


def test_a_short_key_may_be_part_of_a_word_but_not_a_word() -> None:
    engine = LibreTranslateEngine("http://127.0.0.1", key=lambda: "riv")
    assert not engine.tells_key("The river is calm.")
    assert engine.tells_key("Your key is riv.")
    assert not LibreTranslateEngine("http://127.0.0.1").tells_key("The river is calm.")


# LibreTranslate's key, list and limit


def test_the_key_of_libretranslate_is_in_the_body_alone() -> None:
    with LibreTranslateServer() as server:
        engine = LibreTranslateEngine(server.address, key=lambda: KEY)
        assert list(engine.translate(TEXTS)) == ENGLISH
        assert KEY in server.requests[0].body
        assert KEY not in server.requests[0].path
        assert engine.hindi()
    assert not any(KEY in f"{other.path}{other.body}" for other in server.others)


def test_the_servers_own_limit_is_kept_once_it_told_it() -> None:
    with LibreTranslateServer() as server:
        server.limit = 40
        engine = LibreTranslateEngine(server.address)
        assert engine.hindi()
        assert engine.limit == Limit(40)
        assert list(engine.translate(TEXTS)) == ENGLISH
    assert len(server.requests) == 2


# Slow servers


@pytest.mark.parametrize("make", [MyMemoryEngine, partial(DeepLEngine, **GIVEN)])
def test_a_server_that_drips_is_left_in_time(make: Callable[..., RemoteEngine]) -> None:
    with (MyMemoryServer if make is MyMemoryEngine else DeepLServer)() as server:
        server.mode = Mode.DRIP
        engine = make(server.address, timeouts=Timeouts(2.0, 2.0, 0.3))
        start = time.monotonic()
        with pytest.raises(Unavailable, match="did not answer in time"):
            list(engine.translate(TEXTS[:1]))
        assert time.monotonic() - start < 1.5
