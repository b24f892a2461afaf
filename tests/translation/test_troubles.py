"""What every engine says of every refusal: what happened, and what helps against that."""

import socket
from collections.abc import Callable
from typing import Any

import pytest

from reader.errors import AuthFailed, BadResponse, EngineError, RateLimited, TooLong, Unavailable
from reader.translation.engine import TRY_LATER, ServerTrouble
from reader.translation.engines.chat import ChatEngine
from reader.translation.engines.deepl import DeepLEngine
from reader.translation.engines.google import GoogleEngine
from reader.translation.engines.http import RemoteEngine, Timeouts
from reader.translation.engines.libretranslate import LibreTranslateEngine
from reader.translation.engines.microsoft import MicrosoftEngine
from reader.translation.engines.mymemory import MyMemoryEngine
from tests.servers import Handler, LibreTranslateServer, Server

TEXT = "नदी शांत है।"
KEY = "key-5f3a-of-a-reader"
GIVEN: dict[str, Any] = {"key": lambda: KEY, "is_keyed": True, "is_listed": True}
Make = Callable[[str], RemoteEngine]
KEYLESS: dict[str, Make] = {"google": GoogleEngine, "mymemory": MyMemoryEngine}
KEYED: dict[str, Make] = {
    "libretranslate": lambda address: LibreTranslateEngine(address, key=lambda: KEY),
    "microsoft": lambda address: MicrosoftEngine(address, **GIVEN),
    "deepl": lambda address: DeepLEngine(address, **GIVEN),
    "chat": lambda address: ChatEngine(address, "tiny", key=lambda: KEY),
}
EVERY = KEYLESS | KEYED


class _Refusal(Handler):
    def do_GET(self) -> None:  # noqa: N802
        owner = self.server.owner
        assert isinstance(owner, RefusingServer)
        self.rfile.read(int(self.headers["Content-Length"] or 0))
        self.answer(owner.status, owner.body, "text/plain", **owner.headers)

    do_POST = do_GET  # noqa: N815

    def complaint(self, status: int) -> str:
        return ""


class RefusingServer(Server):
    """Answers everything with one ``status`` and ``body``."""

    handler = _Refusal

    def __init__(self, status: int, body: str = "", **headers: str) -> None:
        super().__init__()
        self.status, self.body, self.headers = status, body, headers


def said(make: Make, address: str) -> EngineError:
    with pytest.raises(EngineError) as caught:
        list(make(address).translate([TEXT]))
    shown = f"{caught.value!r}"
    assert KEY not in shown
    assert TEXT not in shown
    assert "127.0.0.1" in caught.value.what
    assert caught.value.advice
    return caught.value


def refusal(make: Make, status: int, body: str = "", **headers: str) -> EngineError:
    with RefusingServer(status, body, **headers) as server:
        return said(make, server.address)


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize(
    ("status", "kind", "advice"),
    [
        (301, BadResponse, "Check its address"),
        (402, Unavailable, "see to your account"),
        (404, Unavailable, "Check its address, in Settings or after --address."),
        (405, Unavailable, "Check its address, in Settings or after --address."),
        (501, Unavailable, "Check its address, in Settings or after --address."),
        (413, TooLong, "Choose another engine for it."),
        (422, BadResponse, "hoose another"),
        (429, RateLimited, TRY_LATER),
        (500, ServerTrouble, TRY_LATER),
        (503, ServerTrouble, TRY_LATER),
    ],
)
def test_only_what_may_pass_is_to_be_tried_later(
    name: str, status: int, kind: type[EngineError], advice: str
) -> None:
    error = refusal(EVERY[name], status)
    assert type(error) is kind
    assert advice in error.advice
    assert (error.advice == TRY_LATER) is (advice == TRY_LATER)


@pytest.mark.parametrize("name", KEYED)
@pytest.mark.parametrize("status", [401, 403])
def test_a_key_that_is_refused_is_named(name: str, status: int) -> None:
    error = refusal(KEYED[name], status)
    assert type(error) is AuthFailed
    assert "does not take the key" in error.what
    assert f"in Settings or in SETU_{name.upper()}_KEY." in error.advice
    assert ("SETU_MICROSOFT_REGION" in error.advice) is (name == "microsoft")


@pytest.mark.parametrize("name", KEYLESS)
def test_no_key_is_asked_for_where_there_is_none(name: str) -> None:
    error = refusal(KEYLESS[name], 403)
    assert type(error) is Unavailable
    assert "block this network" in error.advice


@pytest.mark.parametrize("make", [LibreTranslateEngine, lambda address: ChatEngine(address, "x")])
def test_a_key_that_misses_is_asked_for(make: Make) -> None:
    error = refusal(make, 401)
    assert error.what.endswith("wants a key.")
    assert f"Give it in Settings, or as SETU_{make('').name.upper()}_KEY." in error.advice


@pytest.mark.parametrize("status", [401, 403])
@pytest.mark.parametrize(
    ("make", "what"),
    [(LibreTranslateEngine, "wants a key"), (KEYED["libretranslate"], "does not take the key")],
)
def test_checking_a_server_that_keeps_its_list_from_strangers_names_the_key(
    make: Make, what: str, status: int
) -> None:
    with RefusingServer(status) as server, pytest.raises(AuthFailed, match=what):
        make(server.address).hindi()


def test_checking_a_server_that_only_translates_with_a_key_asks_for_it() -> None:
    with LibreTranslateServer() as server:
        server.wants_key = True
        with pytest.raises(AuthFailed, match="wants a key"):
            LibreTranslateEngine(server.address).hindi()
        assert LibreTranslateEngine(server.address, key=lambda: "secret").hindi()


def test_checking_another_kind_of_server_names_the_address() -> None:
    with RefusingServer(404) as server, pytest.raises(Unavailable, match="HTTP status 404"):
        LibreTranslateEngine(server.address).hindi()


@pytest.mark.parametrize("name", EVERY)
def test_a_quota_that_is_used_up_is_no_hurry(name: str) -> None:
    body = '{"error": {"message": "You exceeded your current quota, check your billing"}}'
    error = refusal(EVERY[name], 429, body)
    assert type(error) is Unavailable
    assert "quota is used up" in error.what
    limited = refusal(EVERY[name], 429, body, Retry_After="7")
    assert isinstance(limited, RateLimited)
    assert limited.retry_after == 7.0


def test_a_banned_address_is_not_a_wrong_key() -> None:
    error = refusal(LibreTranslateEngine, 403, '{"error": "Too many request limits violations"}')
    assert type(error) is RateLimited
    assert type(refusal(KEYED["microsoft"], 403, "out of free quota")) is Unavailable


@pytest.mark.parametrize("name", EVERY)
def test_where_no_server_is_the_address_is_to_be_checked(name: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        error = said(EVERY[name], f"http://127.0.0.1:{taken.getsockname()[1]}")
    assert "no server listens there" in error.what
    assert "See that it is running. Check its address" in error.advice


def test_http_and_https_taken_for_each_other_are_told() -> None:
    with RefusingServer(200) as server:
        address = server.address.replace("http:", "https:")
        assert "may want http" in said(LibreTranslateEngine, address).advice


def test_a_name_nobody_has_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    engine = LibreTranslateEngine("http://gone.invalid", timeouts=Timeouts(1, 1, 1))
    with pytest.raises(Unavailable) as caught:
        list(engine.translate([TEXT]))
    assert caught.value.what == "gone.invalid cannot be found."
    assert "its address, in Settings or after --address" in caught.value.advice
