"""`analyse`, `export`, `engines`, `doctor`, and wrong usage."""

import json
from pathlib import Path

import pytest

from reader.cli import commands
from reader.translation.engines.table import TABLE
from tests.articles import rss
from tests.cli.running import PNG, Cli
from tests.servers import GoogleServer, answer_for
from tests.sites import Site, page


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
    assert answer_for("इससे दो गाँव जुड़ गए हैं।") in written
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
    assert list(listed) == list(TABLE)
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
    assert "Library: ~/" in said.out
    assert "Engine gloss: ready" in said.out
    assert "not installed" not in said.out
    assert "Offline model: none, 0.0 MB on the disk" in said.out
    assert "Stay offline: off" in said.out
    assert "Contact translate.google.com: Google Translate receives the sentences" in said.out
    assert "Contact firefox.settings.services.mozilla.com: to get the offline model" in said.out


def test_doctor_tells_nothing_private(
    cli: Cli, article: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SETU_LIBRETRANSLATE_ADDRESS", "https://meera:secret@private.example/a?k=1")
    monkeypatch.setenv("SETU_GOOGLE_ADDRESS", "private.example with secret")
    monkeypatch.setenv("HTTPS_PROXY", "http://meera:secret@private.example")
    with Site() as site:
        site.answers["/rss"] = page(rss(site.address, "secret"), Content_Type="text/xml")
        cli("feeds", "add", site.at("/rss"))
        cli("translate", article)
        said = cli("doctor")
        private = (str(own_home), site.address, "दैनिक", "meera", "secret", "private", "पुल")
    assert said.status == 0
    assert not [word for word in private if word in said.out + said.err]


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
        ("snapshot", "a.txt", "-o", "a.jpg"),
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
