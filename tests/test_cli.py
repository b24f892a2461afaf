"""The command line as a person or a script uses it, with real servers on this machine."""

import io
import json
import os
import socket
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtGui import QImage
from wcwidth import wcswidth

from reader import commands
from reader.__main__ import main
from reader.app import Core
from reader.errors import LibraryError
from reader.library import database
from reader.model import State
from tests.articles import ARTICLE, ENGLISH_ARTICLE
from tests.servers import GoogleServer, LibreTranslateServer, Mode, Server

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1"
UNIT_KEYS = ["id", "source", "target", "engine", "state", "reason"]
HINDI_SENTENCES = 9
"""In ARTICLE, the Hindi half of its picture's text among them."""


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the command printed
        return json.loads(self.out)

    def is_refusal(self, status: int, *words: str) -> bool:
        """Whether it is one clear line on stderr and nothing else."""
        return (
            (self.status, self.out) == (status, "")
            and self.err.startswith("setu-reader: ")
            and self.err.count("\n") == 1
            and "Traceback" not in self.err
            and all(word in self.err for word in words)
        )


Cli = Callable[..., Said]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    """Run the command line in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.excepthook", sys.excepthook)  # Put back afterwards.
    monkeypatch.setenv("NO_PROXY", "*")
    for name in ("SETU_GOOGLE_ADDRESS", "SETU_LIBRETRANSLATE_ADDRESS"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: object, stdin: bytes = b"") -> Said:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(stdin)))
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as end:
            status = int(end.code or 0)
        captured = capsys.readouterr()
        return Said(status, captured.out, captured.err)

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits between tries, which are not waited for."""
    waited: list[float] = []
    monkeypatch.setattr(commands, "_sleep", lambda seconds: bool(waited.append(seconds)))
    return waited


def process(
    *arguments: object, text: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command line, or Python code after ``-c``, in a process of its own."""
    start = [] if arguments[0] == "-c" else ["-m", "reader"]
    return subprocess.run(
        [sys.executable, *start, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        input=text,
        timeout=60,
        check=False,
        env={**os.environ, **environment},
    )


def states(said: Said) -> Counter[str]:
    return Counter(unit["state"] for unit in said.json)


# -- show -----------------------------------------------------------------------------------


def test_the_seed_comes_out_as_what_it_is(cli: Cli, seed_path: Path) -> None:
    data = cli("show", seed_path, "--json").json
    assert data["title"].startswith("पुतिन और किम जोंग उन के बीच समझौता")
    assert data["byline"] == "शिवेन्द्र कुमार राय"
    assert data["published"] == "2024-06-19T17:34:00+05:30"
    assert data["modified"] == "2024-06-19T17:35:36+05:30"
    assert data["lead"].startswith("रूसी राज्य समाचार एजेंसियों")
    assert data["image"]["alt"].startswith("partnership deal")
    assert data["image"]["alt"].endswith("उत्तर कोरिया")
    assert data["image"]["caption"].startswith("बीते 24 वर्षों")
    assert data["dateline"] == "नई दिल्ली"
    assert [point["sentence"] for point in data["key_points"]] == ["p1.1", "p1.2", "p1.5"]
    assert len(data["paragraphs"]) == 6
    assert data["paragraphs"][-1]["sentences"][-1]["text"].endswith("भेंट किया गया।")
    assert data["web_title"].startswith("partnership deal")


def test_json_and_text_say_the_same(cli: Cli, article: Path) -> None:
    data = cli("show", article, "--json").json
    text = cli("show", article).out
    for part in (data["title"], data["lead"], data["byline"], data["web_title"]):
        assert part in text
    assert [s["id"] for p in data["paragraphs"] for s in p["sentences"]] == [
        "p1.1", "p1.2", "p2.1", "p2.2",
    ]  # fmt: skip


def test_every_key_is_in_the_help(cli: Cli, article: Path) -> None:
    for command, options in (
        ("show", ()),
        ("translate", ("--engine", "gloss")),
        ("analyse", ()),
    ):
        help_ = cli(command, "--help").out
        answer = cli(command, article, "--json", *options).out
        first = json.loads(answer.partition("\n")[0] if command == "analyse" else answer)
        missing = [key for key in _keys(first) if key not in help_]
        assert not missing, command


def _keys(data: object) -> set[str]:
    if isinstance(data, dict):
        return set(data).union(*map(_keys, data.values()))
    return set().union(*map(_keys, data)) if isinstance(data, list) else set()


def test_standard_input(cli: Cli, article: Path) -> None:
    assert (
        cli("show", "-", "--json", stdin=ARTICLE.encode()).json
        == cli("show", article, "--json").json
    )


# -- bad input ------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["show", "translate", "export", "open"])
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (PNG, "is a picture (PNG)"),
        (ENGLISH_ARTICLE.encode(), "looks like English"),
        (b"<html><body><a href='/a'></a></body></html>", "bad "),
        (None, "is not there"),
    ],
)
def test_no_article(
    cli: Cli,
    command: str,
    content: bytes | None,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    bad = tmp_path / "bad"
    if content is not None:
        bad.write_bytes(content)
    output = ("-o", "out.md") if command == "export" else ()
    assert cli(command, bad, *output).is_refusal(3, words)
    assert [path.name for path in tmp_path.iterdir()] in ([], ["bad"])


def test_english_says_how_to_go_on(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "english.txt"
    path.write_text(ENGLISH_ARTICLE, encoding="utf-8")
    assert cli("show", path).is_refusal(3, "English", "--any-language")
    assert cli("show", path, "--any-language").status == 0
    translated = cli("translate", path, "--any-language", "--json")
    assert (translated.status, translated.json) == (0, [])


def test_a_huge_file_is_not_read(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    assert cli("show", path).is_refusal(3, "200 MB")


def test_a_folder(cli: Cli, tmp_path: Path) -> None:
    assert cli("show", tmp_path).is_refusal(3, "is a folder")


def test_a_front_page(cli: Cli, data: Path) -> None:
    assert cli("show", data / "pages" / "amarujala-home.html").is_refusal(3, "front page")


def test_a_name_with_control_characters_stays_one_line(cli: Cli) -> None:
    said = cli("show", "two\nlines\x1b[31m.txt")
    assert said.is_refusal(3, "is not there")
    assert "\x1b" not in said.err


@pytest.fixture
def dead_port() -> int:
    """A port of this machine on which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def test_addresses_that_give_no_page(cli: Cli, dead_port: int) -> None:
    refused = cli("show", f"http://127.0.0.1:{dead_port}/news?session=secret")
    assert refused.is_refusal(3, "127.0.0.1", "refused the connection")
    assert "secret" not in refused.err
    assert cli("show", "https://no-such-host.invalid/").is_refusal(3, "no-such-host.invalid")
    assert cli("show", "http://[half/").is_refusal(3, "not a web address")


# -- translate ------------------------------------------------------------------------------


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


def sent_to(server: Server) -> list[str]:
    """The sentences that a server was sent."""
    sent: list[str] = []
    for request in server.requests:
        if request.method == "GET":
            sent += parse_qs(urlsplit(request.path).query)["q"][0].split("\n")
        else:
            sent += json.loads(request.body)["q"]
    return sent


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
    assert sorted(sent) == sorted(unit["source"] for unit in said.json)


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
    assert pauses == ([3.0, 3.0] * 3 if mode is Mode.WAIT else pauses)


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
    with GoogleServer(script=[Mode.FINE], mode=Mode.BROKEN) as server:
        said = cli("translate", article, "--engine", "google", "--address", server.address)
    assert said.status == 0
    assert "google, machine" in said.out
    assert "not translated: 127.0.0.1" in said.out
    assert said.err.count("\n") == 1
    assert f"of {HINDI_SENTENCES} sentences not translated" in said.err
    later = cli("translate", article, "--json")
    assert states(later) == {"cached": 1, "gloss": HINDI_SENTENCES - 1}
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


# -- the library in trouble -----------------------------------------------------------------


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


# -- analyse, export, engines, doctor -------------------------------------------------------


def test_analysis_is_an_object_a_line(cli: Cli, tmp_path: Path) -> None:
    lines = ["नदी पर बना पुल खुला। लोग खुश हैं।", "", "दिल्ली में 4.85 करोड़ रुपये\u2028मिले।"]
    path = tmp_path / "lines.txt"
    path.write_bytes("\r\n".join([*lines, ""]).encode())
    said = cli("analyse", path, "--json")
    found = [json.loads(line) for line in said.out.splitlines()]
    assert (said.status, len(found)) == (0, 3)
    for line, data in zip(lines, found, strict=True):
        assert list(data) == ["sentences", "words", "entities", "gloss"]
        for part in (*data["sentences"], *data["words"], *data["entities"]):
            assert line[part["start"] : part["end"]] == part["text"]
    assert len(found[0]["sentences"]) == 2
    assert {e["label"] for e in found[2]["entities"]} == {"PLACE", "MONEY"}
    assert cli("analyse", "-", stdin="\n".join(lines).encode()).out == said.out


def test_analysis_of_what_is_no_text(cli: Cli, tmp_path: Path) -> None:
    assert cli("analyse", tmp_path / "gone.txt").is_refusal(3, "gone.txt is not there")
    (tmp_path / "picture.txt").write_bytes(PNG)
    assert cli("analyse", tmp_path / "picture.txt").is_refusal(3, "a picture")
    assert cli("analyse", "-").is_refusal(3, "empty")


@pytest.mark.parametrize("layout", ["columns", "interleaved", "english"])
@pytest.mark.parametrize("ending", ["md", "html"])
def test_export(cli: Cli, article: Path, layout: str, ending: str) -> None:
    with GoogleServer() as server:
        address = ("--engine", "google", "--address", server.address)
        said = cli("export", article, "-o", f"out.{ending}", "--layout", layout, *address)
        cli("export", article, "-o", "named", "--format", ending, "--layout", layout)
    assert (said.status, said.out, said.err) == (0, "", "")
    written = Path(f"out.{ending}").read_text(encoding="utf-8")
    assert "EN" in written
    assert "Google Translate" in written
    assert ("इससे दो गाँव जुड़ गए हैं।" in written) is (layout != "english")
    assert Path("named").exists()


def test_export_without_an_engine_is_plainly_a_gloss(cli: Cli, article: Path) -> None:
    assert cli("export", article, "-o", "out.md").status == 0
    assert "not a translation" in Path("out.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("output", "word"),
    [
        ("out.pdf", ".pdf"),
        ("out", "without an ending"),
        ("gone/out.md", "gone/out.md"),
        (".", "."),
        ("/proc/out.md", "out.md"),
    ],
)
def test_an_output_that_cannot_be(cli: Cli, article: Path, output: str, word: str) -> None:
    with GoogleServer() as server:
        address = ("--engine", "google", "--address", server.address)
        assert cli("export", article, "-o", output, *address).is_refusal(2, word)
    if not output.startswith("/proc"):
        assert not server.requests, "told only after all the work"


def test_a_failed_export_leaves_the_older_file(cli: Cli, article: Path) -> None:
    Path("out.md").write_text("older")
    assert cli("export", article, "-o", "out.md", "--engine", "libretranslate").status == 4
    assert Path("out.md").read_text() == "older"


def test_engines(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SETU_GOOGLE_ADDRESS", "http://localhost:1")
    listed = {engine["name"]: engine for engine in cli("engines", "--json").json}
    assert list(listed) == ["google", "libretranslate", "gloss"]
    assert listed["google"]["sends_to"] is None
    assert not listed["libretranslate"]["available"]
    assert "address" in listed["libretranslate"]["reason"]
    assert listed["gloss"] == {
        "name": "gloss",
        "label": "Dictionary gloss",
        "sends_to": None,
        "available": True,
        "reason": "",
    }
    monkeypatch.delenv("SETU_GOOGLE_ADDRESS")
    assert "sends text to translate.google.com" in cli("engines").out


def test_doctor(cli: Cli, own_home: Path) -> None:
    said = cli("doctor")
    assert (said.status, said.err) == (0, "")
    for word in ("Python 3.", "setu-reader ", "pyside6-essentials 6.", "Mukta", "Keyring"):
        assert word.lower() in said.out.lower()
    assert f"Library: {own_home}" in said.out
    assert "Engine gloss: ready" in said.out
    assert "not installed" not in said.out


# -- wrong usage ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ("show",),
        ("show", ""),
        ("show", "a.txt", "b.txt"),
        ("show", "a.txt", "--jsn"),
        ("translate", "a.txt", "--engine", "babelfish"),
        ("translate", "a.txt", "--address", "http://localhost:5000"),
        ("translate", "a.txt", "--engine", "google", "--address", "localhost:5000"),
        ("export", "a.txt"),
        ("export", "a.txt", "-o", "a.md", "--layout", "wide"),
        ("export", "a.txt", "-o", "a.md", "--format", "pdf"),
        ("snapshot", "a.txt", "-o", "a.png", "--size", "0x600"),
        ("snapshot", "a.txt", "-o", "a.png", "--size", "big"),
        ("snapshot", "a.txt", "-o", "a.png", "--theme", "pink"),
        ("a.txt", "b.txt"),
        ("--nonsense",),
    ],
)
def test_wrong_usage(cli: Cli, arguments: tuple[str, ...]) -> None:
    said = cli(*arguments)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("usage: setu-reader ")
    assert said.err.count("usage:") == said.err.count("error:") == 1


def test_help_and_version(cli: Cli) -> None:
    said = cli("--help")
    assert (said.status, said.err) == (0, "")
    for command in commands.COMMANDS:
        assert f"\n    {command}" in said.out
        help_ = cli(command, "--help")
        assert (help_.status, help_.err) == (0, "")
        assert help_.out.startswith(f"usage: setu-reader {command} ")
    assert cli("--version").out.strip()


# -- the window, or its picture -------------------------------------------------------------


def test_no_screen_and_no_article(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert cli().is_refusal(2, "no screen")


def in_process(folder: Path, *runs: list[str]) -> str:
    """Python code that runs commands in a folder and prints their statuses."""
    return (
        f"import os; os.chdir({str(folder)!r}); from reader.__main__ import main;"
        f"print([main(run) for run in {runs!r}])"
    )


@pytest.mark.parametrize("platform", ["offscreen", ""])
def test_the_sample_without_a_screen(tmp_path: Path, platform: str) -> None:
    environment = {"QT_QPA_PLATFORM": platform, "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    done = process("-c", in_process(tmp_path, ["sample"]), COLUMNS="90", **environment)
    assert done.stderr == ""
    picture = tmp_path / "setu-window.png"
    assert done.stdout.endswith(f"the window was drawn to {picture}.\n[0]\n")
    assert (QImage(str(picture)).width(), QImage(str(picture)).height()) == (1280, 800)
    both = [line for line in done.stdout.splitlines() if "│" in line]
    assert len(both) > 20
    assert {wcswidth(line.partition("│")[0]) for line in both} == {44}
    assert both[0].startswith("सरयू पर")


def test_an_article_without_a_screen_is_glossed(tmp_path: Path) -> None:
    code = in_process(tmp_path, ["-"])
    done = process("-c", code, text=ARTICLE, QT_QPA_PLATFORM="offscreen")
    assert done.stderr == ""
    assert done.stdout.endswith("[0]\n")
    assert "[gloss] " in done.stdout
    assert "word for word" in done.stdout
    assert (tmp_path / "setu-window.png").exists()


def test_snapshots(article: Path, tmp_path: Path) -> None:
    size = ["--size", "900x600", "--engine", "gloss"]
    runs = [
        ["snapshot", str(article), "-o", "light.png", "--theme", "light", *size],
        ["snapshot", str(article), "-o", "dark.png", "--theme", "dark", *size],
        ["snapshot", "gone.txt", "-o", "gone.png"],
    ]
    done = process("-c", in_process(tmp_path, *runs))
    assert done.stdout == "[0, 0, 3]\n"
    assert done.stderr.startswith("setu-reader: gone.txt is not there.")
    assert done.stderr.count("\n") == 1
    pictures = [QImage(str(tmp_path / name)) for name in ("light.png", "dark.png")]
    assert [(p.width(), p.height()) for p in pictures] == [(900, 600)] * 2
    light, dark = (picture.pixelColor(880, 300).lightness() for picture in pictures)
    assert light > 200 > 100 > dark
    assert not (tmp_path / "gone.png").exists()


def test_a_snapshot_that_cannot_be(cli: Cli, article: Path) -> None:
    assert cli("snapshot", article, "-o", "gone/a.png").is_refusal(2, "gone/a.png")
    assert cli("snapshot", article, "-o", ".").is_refusal(2, "cannot be written")
    refused = cli("snapshot", article, "-o", "a.png", "--engine", "libretranslate")
    assert refused.is_refusal(4, "No LibreTranslate address")
    assert not Path("a.png").exists()


# -- as a process ---------------------------------------------------------------------------


def test_no_qt_and_nothing_heavy_without_a_window(article: Path) -> None:
    code = (
        "import sys; from reader.__main__ import main;"
        f"print(main(['show', {str(article)!r}, '--json']));"
        "print({'PySide6', 'requests', 'deep_translator', 'lxml'} & set(sys.modules))"
    )
    done = process("-c", code)
    assert done.stderr == ""
    assert done.stdout.endswith("0\nset()\n")


def test_a_reader_who_has_had_enough(article: Path) -> None:
    shell = f"{sys.executable} -m reader analyse {article} | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", shell], capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr, done.stdout.count(b"\n")) == (0, b"", 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, which Linux has")
def test_a_full_disk_under_the_output(article: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reader", "show", str(article)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert Said(done.returncode, "", done.stderr).is_refusal(2, "cannot be written")


def test_output_is_utf8_in_any_locale(article: Path) -> None:
    done = process("show", article, "--json", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert json.loads(done.stdout)["byline"] == "कविता बिष्ट"


def test_an_error_nobody_foresaw_is_one_line_and_a_log(article: Path, own_home: Path) -> None:
    code = (
        "import sys; from reader import commands; from reader.__main__ import main;"
        "commands.COMMANDS['show'] = lambda core, options: {}['गुप्त'];"
        f"main(['show', {str(article)!r}])"
    )
    done = process("-c", code)
    assert Said(done.returncode, done.stdout, done.stderr).is_refusal(1, "KeyError", "setu.log")
    log = own_home / ".local" / "state" / "setu-reader" / "log" / "setu.log"
    assert "in main" in log.read_text(encoding="utf-8")
    assert "गुप्त" not in log.read_text(encoding="utf-8")
