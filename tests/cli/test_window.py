"""The window's picture without a screen, and the command line as a process."""

import json
import subprocess
import sys
from pathlib import Path
from shlex import quote

import pytest
from PySide6.QtGui import QImage
from wcwidth import wcswidth

from tests.articles import ARTICLE
from tests.cli.running import Cli, Said, process


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
    Path("taken.png").mkdir()
    assert cli("snapshot", article, "-o", "taken.png").is_refusal(2, "is a folder")
    refused = cli("snapshot", article, "-o", "a.png", "--engine", "libretranslate")
    assert refused.is_refusal(4, "No LibreTranslate address")
    assert not Path("a.png").exists()


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
    shell = f"{quote(sys.executable)} -m reader analyse {quote(str(article))} | head -n 1"
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
        "import sys; from reader.cli import commands; from reader.__main__ import main;"
        "commands.COMMANDS['show'] = lambda core, options: {}['गुप्त'];"
        f"main(['show', {str(article)!r}])"
    )
    done = process("-c", code)
    assert Said(done.returncode, done.stdout, done.stderr).is_refusal(1, "KeyError", "setu.log")
    log = own_home / ".local" / "state" / "setu-reader" / "log" / "setu.log"
    assert "in main" in log.read_text(encoding="utf-8")
    assert "गुप्त" not in log.read_text(encoding="utf-8")
