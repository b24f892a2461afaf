"""Several articles and several servers at once."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Cli
from tests.servers import LibreTranslateServer, sent_to


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    """Six articles of different text, in files of their own."""
    paths = []
    for number in range(1, 7):
        path = tmp_path / f"लेख {number}.txt"
        body = f"नदी के पास गाँव {number} है। " + f"लोग {number} साल से पुल चाहते थे, " * 20 + "मिला।"
        lines = [f"पुल नंबर {number} खुल गया", "", body]
        path.write_text("\n".join(lines), encoding="utf-8")
        paths.append(path)
    return paths


def test_many_articles_are_spread_over_the_servers(cli: Cli, articles: list[Path]) -> None:
    with LibreTranslateServer() as one, LibreTranslateServer() as other:
        said = cli(
            "translate", *articles, "--engine", "libretranslate", "--json",
            "--address", one.address, "--address", other.address,
        )  # fmt: skip
    assert (said.status, said.err) == (0, "")
    done = {each["article"]: each["units"] for each in map(json.loads, said.out.splitlines())}
    assert set(done) == {str(path) for path in articles}
    for path in articles:
        units = done[str(path)]
        assert [unit["id"] for unit in units] == ["title.1", "p1.1", "p1.2"]
        assert {unit["state"] for unit in units} <= {"machine", "cached"}
        assert path.read_text(encoding="utf-8").startswith(units[0]["source"])
    assert sent_to(one)
    assert sent_to(other)


def test_one_that_cannot_be_read_is_told_and_left_out(
    cli: Cli, articles: list[Path], tmp_path: Path
) -> None:
    missing = tmp_path / "नहीं.txt"
    said = cli("translate", articles[0], missing, articles[1], "--engine", "gloss", "--json")
    assert said.status == 3
    assert said.err.startswith(f"setu-reader: {missing}: ")
    assert len(said.out.splitlines()) == 2


def test_many_are_exported_into_a_folder(cli: Cli, articles: list[Path], tmp_path: Path) -> None:
    again = tmp_path / "again" / articles[0].name
    again.parent.mkdir()
    again.write_bytes(articles[1].read_bytes())
    folder = tmp_path / "out"
    said = cli("export", *articles, again, "-o", folder, "--format", "md", "--engine", "gloss")
    assert (said.status, said.err) == (0, "")
    names = [f"लेख-{number}.md" for number in range(1, 7)]
    assert sorted(path.name for path in folder.iterdir()) == sorted([*names, "लेख-1-2.md"])
    assert "पुल नंबर 3 खुल गया" in (folder / "लेख-3.md").read_text(encoding="utf-8")


def test_several_need_a_folder_and_a_format(cli: Cli, articles: list[Path], tmp_path: Path) -> None:
    place = tmp_path / "taken"
    place.write_text("here", encoding="utf-8")
    assert cli("export", *articles, "-o", tmp_path / "out").is_refusal(2, "without an ending")
    file = tmp_path / "all.md"
    assert cli("export", *articles, "-o", file).is_refusal(2, "would be one file")
    assert not file.exists()
    taken = cli("export", *articles, "-o", place, "--format", "md")
    assert taken.is_refusal(2, "no folder for several articles")
    assert place.read_text(encoding="utf-8") == "here"
