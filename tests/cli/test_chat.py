"""A chat server from the command line."""

import json
from pathlib import Path

import pytest

from tests.chat_servers import MODEL, ChatServer, asked_in
from tests.cli.running import Cli, states

TEXT = "पुल खुल गया\n\nनदी के पास गाँव है। रास्ता छोटा हुआ।\n\nचाय ठंडी हो गई।"
SENTENCES = 4


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("from_environment", [True, False])
def test_the_model_is_named_and_kept_with_every_unit(
    cli: Cli, article: Path, from_environment: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ChatServer() as server:
        server.key = "sk-of-a-reader"
        monkeypatch.setenv("SETU_CHAT_KEY", server.key)
        options = ["--address", server.address, "--model", MODEL]
        if from_environment:
            monkeypatch.setenv("SETU_CHAT_ADDRESS", server.address)
            monkeypatch.setenv("SETU_CHAT_MODEL", MODEL)
            options = []
        said = cli("translate", article, "--engine", "chat", "--json", *options)
    assert (said.status, said.err) == (0, "")
    assert states(said) == {"machine": SENTENCES}
    assert {(unit["engine"], unit["version"]) for unit in said.json} == {("chat", MODEL)}
    assert states(cli("translate", article, "--json")) == {"cached": SENTENCES}


def test_what_another_model_made_is_told_by_its_name(
    cli: Cli, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ChatServer() as server:
        monkeypatch.setenv("SETU_CHAT_ADDRESS", server.address)
        cli("translate", article, "--engine", "chat", "--model", MODEL)
    said = cli("translate", article, "--engine", "chat", "--model", "other:7b")
    assert said.out.count(f"chat, {MODEL}, cached") == SENTENCES


def test_articles_are_spread_over_several_servers(cli: Cli, article: Path, tmp_path: Path) -> None:
    articles = [article]
    for number in range(2, 6):
        other = tmp_path / f"{number}.txt"
        other.write_text(TEXT.replace("।", f" {number}।"), encoding="utf-8")
        articles.append(other)
    with ChatServer() as one, ChatServer() as two:
        said = cli(
            "translate", *articles, "--engine", "chat", "--model", MODEL, "--json",
            "--address", one.address, "--address", f"{two.address}/v1",
        )  # fmt: skip
    assert (said.status, said.err) == (0, "")
    units = [unit for line in said.out.splitlines() for unit in json.loads(line)["units"]]
    assert len(units) == SENTENCES * len(articles)
    sent = [s for server in (one, two) for r in server.requests for s in asked_in(r.body)]
    assert sorted(sent) == sorted({unit["source"] for unit in units})


def test_what_is_missing_or_wrong_is_one_clear_line(cli: Cli, article: Path) -> None:
    chat = ("translate", article, "--engine", "chat")
    assert cli(*chat).is_refusal(4, "No chat server address")
    with ChatServer() as server:
        address = ("--address", server.address)
        assert cli(*chat, *address).is_refusal(4, "No model is named")
        assert cli(*chat, *address, "--model", "gone:1b").is_refusal(4, "has no model gone:1b")
        server.says = lambda _: "I will not do that."
        refused = cli(*chat, *address, "--model", MODEL)
        assert refused.is_refusal(4, "did not answer with a translation alone")


def test_a_model_goes_with_a_chat_server_alone(cli: Cli, article: Path) -> None:
    said = cli("translate", article, "--engine", "google", "--model", MODEL)
    assert (said.status, said.out) == (2, "")
    assert "--model goes with --engine chat" in said.err


def test_doctor_and_engines_know_it(cli: Cli, own_home: Path) -> None:
    assert "Engine chat: No chat server address is set." in cli("doctor").out
    listed = {engine["name"]: engine for engine in cli("engines", "--json").json}
    assert listed["chat"]["label"] == "Chat server"
