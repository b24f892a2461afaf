"""`translate`, with real servers on this machine and a library in trouble."""

import sqlite3
from pathlib import Path

import pytest

from reader import paths
from reader.app import Core
from reader.errors import LibraryError
from reader.library import database
from reader.model import State, TranslationUnit
from tests.articles import ARTICLE
from tests.cli.running import HINDI_SENTENCES, Cli, states
from tests.servers import GoogleServer, LibreTranslateServer, Mode, Server, sent_to

UNIT_KEYS = [
    "id",
    "source",
    "target",
    "engine",
    "state",
    "reason",
    "version",
    "problems",
    "replaced",
]


@pytest.mark.parametrize("make", [GoogleServer, LibreTranslateServer])
@pytest.mark.parametrize("from_environment", [True, False])
def test_translated_once_kept_for_ever(
    cli: Cli,
    article: Path,
    make: type[Server],
    from_environment: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    engine = "google" if make is GoogleServer else "libretranslate"
    with make() as server:
        if from_environment:
            monkeypatch.setenv(f"SETU_{engine.upper()}_ADDRESS", server.address)
            address: tuple[str, ...] = ()
        else:
            address = ("--address", server.address)
        first = cli("translate", article, "--engine", engine, "--json", *address)
    assert (first.status, first.err) == (0, "")
    assert states(first) == {"machine": HINDI_SENTENCES}
    assert {unit["engine"] for unit in first.json} == {engine}
    assert all(list(unit) == UNIT_KEYS for unit in first.json)
    again = cli("translate", article, "--engine", engine, "--json", *address)
    assert (again.status, again.err) == (0, "")
    assert states(again) == {"cached": HINDI_SENTENCES}
    assert [u["target"] for u in again.json] == [u["target"] for u in first.json]


def test_problems_and_pinned_spellings_are_told_of_new_and_of_kept_english(
    cli: Cli, tmp_path: Path
) -> None:
    core = Core(paths.library_file(), None)
    article, memory = tmp_path / "a.txt", tmp_path / "m.tmx"
    article.write_text("पुल\n\nसरयू पर 5 करोड़ रुपये का पुल बना।\n", encoding="utf-8")
    source, target = "सरयू पर 5 करोड़ रुपये का पुल बना।", "A bridge of 5 million rupees on the Sarayoo."
    core.pin("सरयू", "Saryu")
    core.write_memory(memory, [TranslationUnit("", source, target, "google", State.MACHINE)])
    core.close()
    said = cli("translate", article, "--engine", "gloss", "--memory", memory, "--json")
    (kept,) = (unit for unit in said.json if unit["source"] == source)
    assert kept["target"] == target.replace("Sarayoo", "Saryu")
    assert [each["before"] for each in kept["replaced"]] == ["Sarayoo"]
    assert len(kept["problems"]) == 1
    assert "50 million" in kept["problems"][0]


@pytest.mark.parametrize("make", [GoogleServer, LibreTranslateServer])
def test_english_is_never_sent(cli: Cli, seed_path: Path, make: type[Server]) -> None:
    engine = "google" if make is GoogleServer else "libretranslate"
    with make() as server:
        said = cli(
            "translate", seed_path, "--engine", engine, "--address", server.address, "--json"
        )
    sent = sent_to(server)
    assert said.status == 0
    assert not any("partnership deal" in sentence or "|" in sentence for sentence in sent)
    assert sorted(sent) == sorted({unit["source"] for unit in said.json})


@pytest.mark.parametrize("make", [GoogleServer, LibreTranslateServer])
@pytest.mark.parametrize(
    ("mode", "words"),
    [
        (Mode.WAIT, "too many requests"),
        (Mode.SLOW_DOWN, "too many requests"),
        (Mode.BROKEN, "in trouble (HTTP status 500)"),
        (Mode.GARBAGE, "127.0.0.1"),
        (Mode.EMPTY, "127.0.0.1"),
        (Mode.DROP, "cannot be reached"),
        (Mode.REFUSE, "127.0.0.1"),
        (Mode.ECHO, "untranslated"),
    ],
)
def test_an_engine_in_trouble(
    cli: Cli, article: Path, pauses: list[float], make: type[Server], mode: Mode, words: str
) -> None:
    engine = "google" if make is GoogleServer else "libretranslate"
    with make(mode=mode) as server:
        asked = ("--engine", engine, "--address", server.address)
        said = cli("translate", article, *asked)
        listed = cli("translate", article, *asked, "--json")
        exported = cli("export", article, *asked, "-o", "out.md")
    assert said.is_refusal(4, words)
    assert exported.is_refusal(4, words)
    assert not Path("out.md").exists()
    assert listed.status == 4
    assert states(listed) == {"failed": HINDI_SENTENCES}
    assert all(unit["reason"] and not unit["target"] for unit in listed.json)
    if mode is Mode.WAIT:
        assert [p for p in pauses if p > 1] == [pytest.approx(3.0)] * 6


def test_a_long_wait_is_told_not_waited_for(cli: Cli, article: Path, pauses: list[float]) -> None:
    with GoogleServer(mode=Mode.WAIT) as server:
        server.retry_after = "120"
        said = cli("translate", article, "--engine", "google", "--address", server.address)
    assert said.is_refusal(4, "2 minutes")
    assert not pauses


def test_a_server_that_is_off(cli: Cli, article: Path, dead_port: int) -> None:
    for engine in ("google", "libretranslate"):
        address = f"http://127.0.0.1:{dead_port}"
        said = cli("translate", article, "--engine", engine, "--address", address)
        assert said.is_refusal(4, "cannot be reached")


def test_no_server_named(cli: Cli, article: Path) -> None:
    said = cli("translate", article, "--engine", "libretranslate")
    assert said.is_refusal(4, "No LibreTranslate address")


def test_what_came_before_the_trouble_is_printed_and_kept(
    cli: Cli, article: Path, pauses: list[float]
) -> None:
    places = ["सभा", "हाट", "मेला", "घाट", "बाग", "मठ"]
    more = [f"लोगों ने {place} में देर तक पुल की बात की और फिर घर लौट आए।" for place in places]
    article.write_text("\n\n".join([ARTICLE, *more]), encoding="utf-8")
    total = HINDI_SENTENCES + len(more)
    with GoogleServer(script=[Mode.FINE], mode=Mode.BROKEN) as server:
        said = cli("translate", article, "--engine", "google", "--address", server.address)
    done = said.out.count("google, machine")
    assert said.status == 0
    assert 0 < done < total
    assert "not translated: 127.0.0.1" in said.out
    assert said.err.count("\n") == 1
    assert f"{total - done} of {total} sentences not translated" in said.err
    later = cli("translate", article, "--json")
    assert states(later) == {"cached": done, "gloss": total - done}
    assert pauses


def test_the_gloss_is_there_and_is_called_a_gloss(cli: Cli, article: Path) -> None:
    for options in ((), ("--engine", "gloss")):
        said = cli("translate", article, "--json", *options)
        assert states(said) == {"gloss": HINDI_SENTENCES}
        assert all(unit["target"] and unit["engine"] == "gloss" for unit in said.json)
    assert "dictionary gloss, not a translation" in cli("translate", article).out


def test_automatic_falls_back_to_the_gloss_and_says_why(
    cli: Cli, article: Path, own_home: Path, pauses: list[float]
) -> None:
    config = own_home / ".config" / "setu-reader" / "settings.toml"
    config.parent.mkdir(parents=True)
    with GoogleServer(mode=Mode.BROKEN) as server:
        config.write_text(f'allowed = ["google"]\ngoogle_address = "{server.address}"\n')
        said = cli("translate", article, "--json")
    assert (said.status, states(said)) == (0, {"gloss": HINDI_SENTENCES})
    assert all("in trouble" in unit["reason"] for unit in said.json)
    assert pauses


def test_a_translation_memory_from_a_file(cli: Cli, article: Path) -> None:
    Path("memory.tmx").write_text(
        '<tmx version="1.4"><header creationtool="Other"/><body><tu>'
        '<tuv xml:lang="hi"><seg>सरयू पर नया पुल खुला</seg></tuv>'
        '<tuv xml:lang="en"><seg>New bridge opens</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    said = cli("translate", article, "--memory", "memory.tmx", "--json")
    assert said.json[0]["target"] == "New bridge opens"
    assert states(said) == {"cached": 1, "gloss": HINDI_SENTENCES - 1}
    assert cli("translate", article, "--memory", "gone.tmx").is_refusal(2, "gone.tmx")
    assert cli("translate", article, "--memory", article).is_refusal(2, "article.txt")


def test_the_state_of_an_edited_sentence(cli: Cli, article: Path) -> None:
    Path("memory.tmx").write_text(
        '<tmx version="1.4"><header creationtool="Setu"/><body><tu>'
        f'<prop type="x-state">{State.EDITED}</prop>'
        '<tuv xml:lang="hi"><seg>सरयू पर नया पुल खुला</seg></tuv>'
        '<tuv xml:lang="en" creationid="reader"><seg>A bridge!</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    with GoogleServer() as server:
        address = ("--engine", "google", "--address", server.address)
        said = cli("translate", article, *address, "--memory", "memory.tmx", "--json")
    assert states(said) == {"edited": 1, "machine": HINDI_SENTENCES - 1}
    assert said.json[0]["target"] == "A bridge!"


def test_what_the_memory_has_is_printed_and_exported_where_the_engine_fails(
    cli: Cli, article: Path
) -> None:
    with LibreTranslateServer(mode=Mode.FINE) as server:
        address = ("--engine", "libretranslate", "--address", server.address)
        cli("translate", article, *address)
    longer = article.with_name("longer.txt")
    text = article.read_text(encoding="utf-8")
    longer.write_text(text + "\n\nनाव अब घाट पर खड़ी है।\n", encoding="utf-8")
    with LibreTranslateServer(mode=Mode.BROKEN) as server:
        address = ("--engine", "libretranslate", "--address", server.address)
        said = cli("translate", longer, *address, "--json")
        exported = cli("export", longer, "-o", "out.md", *address)
    assert (said.status, exported.status) == (0, 0)
    assert states(said) == {"cached": HINDI_SENTENCES, "failed": 1}
    assert "1 of" in exported.err
    assert Path("out.md").is_file()


def test_a_damaged_library_costs_only_the_memory(cli: Cli, article: Path, tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    library.write_bytes(b"damaged " * 200)
    said = cli("translate", article, "--library", library)
    assert (said.status, said.err.count("\n")) == (0, 1)
    assert "library.sqlite is damaged" in said.err
    assert said.out
    assert library.read_bytes() == b"damaged " * 200


def test_no_home_to_write_to(cli: Cli, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/dev/null/nowhere")
    said = cli("translate", article)
    assert (said.status, said.err.count("\n")) == (0, 1)
    assert "cannot be opened" in said.err
    assert said.out
    assert cli("show", article).err == ""
    assert cli("doctor").err == ""


def test_a_library_in_use_is_done_without(
    cli: Cli, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT", 0.01)
    library = tmp_path / "library.sqlite"
    cli("translate", article, "--library", library)
    other = sqlite3.connect(library, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    said = cli("translate", article, "--json", "--library", library)
    other.close()
    assert (said.status, states(said)) == (0, {"gloss": HINDI_SENTENCES})
    assert said.err.count("\n") == 1


def test_a_library_that_stops_taking_stops_no_translation(
    cli: Cli, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def full(_core: Core, units: object) -> None:
        asked.append(units)
        raise LibraryError("The library is full.")

    monkeypatch.setattr(Core, "remember", full)
    with GoogleServer() as server:
        address = ("--engine", "google", "--address", server.address)
        said = cli("translate", article, "--json", *address)
    assert (said.status, states(said)) == (0, {"machine": HINDI_SENTENCES})
    assert said.err == ("setu-reader: The library is full. What is translated now is not kept.\n")
    assert len(asked) == 1
