"""The engines that want a key, from the command line."""

from pathlib import Path

import pytest

from reader import paths, settings
from tests.cli.running import HINDI_SENTENCES, Cli, states
from tests.keyed_servers import KEY, DeepLServer, KeyedServer, MicrosoftServer
from tests.servers import Mode

Kind = tuple[str, type[KeyedServer]]


@pytest.fixture(params=[("microsoft", MicrosoftServer), ("deepl", DeepLServer)], ids=lambda p: p[0])
def kind(request: pytest.FixtureRequest) -> Kind:
    found: Kind = request.param
    return found


@pytest.fixture
def key(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"SETU_{kind[0].upper()}_KEY", KEY)


@pytest.mark.usefixtures("key")
def test_its_list_is_looked_at_and_the_article_translated(
    cli: Cli, article: Path, kind: Kind
) -> None:
    name, server_of = kind
    with server_of() as server:
        said = cli("translate", article, "--engine", name, "--address", server.address, "--json")
    assert (said.status, said.err) == (0, "")
    assert states(said) == {"machine": HINDI_SENTENCES}
    assert {unit["engine"] for unit in said.json} == {name}
    assert len(server.others) == 1
    assert len(server.requests) <= 3
    assert not paths.config_file().exists()


@pytest.mark.usefixtures("key")
def test_without_hindi_on_its_list_no_text_is_sent(cli: Cli, article: Path, kind: Kind) -> None:
    name, server_of = kind
    paths.config_file().parent.mkdir(parents=True)
    settings.save(settings.Settings(listed=(name,)), paths.config_file())  # of another address
    with server_of() as server:
        server.languages = ("en", "fr")
        said = cli("translate", article, "--engine", name, "--address", server.address)
    assert said.is_refusal(4, "does not translate Hindi. Choose another engine.")
    assert server.requests == []


@pytest.mark.usefixtures("key", "far")
def test_nothing_is_asked_without_leave(
    cli: Cli, article: Path, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, server_of = kind
    with server_of() as server:
        monkeypatch.setenv(f"SETU_{name.upper()}_ADDRESS", server.address)
        said = cli("translate", article, "--engine", name)
        assert (server.requests, server.others) == ([], [])
        agreed = cli("translate", article, "--engine", name, "--agree", "--json")
    assert said.is_refusal(4, "--agree")
    assert states(agreed) == {"machine": HINDI_SENTENCES}


def test_a_key_is_asked_for_and_a_wrong_one_told(
    cli: Cli, article: Path, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, server_of = kind
    variable = f"SETU_{name.upper()}_KEY"
    with server_of() as server:
        asked = ("translate", article, "--engine", name, "--address", server.address)
        assert cli(*asked).is_refusal(4, "wants a key", variable)
        monkeypatch.setenv(variable, "wrong-4e")
        wrong = cli(*asked)
    assert wrong.is_refusal(4, "does not take the key", variable)
    assert "wrong-4e" not in wrong.err


@pytest.mark.usefixtures("key", "pauses")
def test_a_server_in_trouble_is_told(cli: Cli, article: Path, kind: Kind) -> None:
    name, server_of = kind
    with server_of(mode=Mode.BROKEN) as server:
        said = cli("translate", article, "--engine", name, "--address", server.address)
    assert said.is_refusal(4, "in trouble (HTTP status 500)", "Try again later")
