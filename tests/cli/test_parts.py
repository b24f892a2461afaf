"""Books and feeds, which hold several articles to choose from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.articles import rss
from tests.cli.running import Cli, process
from tests.formats.files.zips import PROSE, chapter, epub
from tests.sites import Site, page

CHAPTERS = {
    "one.xhtml": chapter("पहली कहानी"),
    "two.xhtml": chapter("दूसरी कहानी", PROSE, "पुल बन गया।"),
}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.epub"
    path.write_bytes(epub(CHAPTERS))
    return path


@pytest.fixture
def feed() -> Iterator[str]:
    with Site() as site:
        site.answers["/rss"] = page(rss(site.address, "a", "b"), Content_Type="text/xml")
        yield site.at("/rss")


def test_a_book_lists_its_articles(cli: Cli, book: Path) -> None:
    said = cli("show", book, "--json")
    assert (said.status, said.err) == (0, "")
    assert list(said.json) == ["kind", "title", "url", "entries"]
    assert said.json["kind"] == "book"
    assert said.json["entries"][1] == {
        "title": "दूसरी कहानी",
        "source": str(book),
        "part": "2",
        "published": None,
        "summary": "",
    }
    lines = cli("show", book).out.splitlines()
    assert lines[:2] == [said.json["title"], ""]
    assert lines[2:] == [
        "  1  पहली कहानी",
        "     --part 1",
        "  2  दूसरी कहानी",
        "     --part 2",
    ]


def test_a_feed_lists_its_articles(cli: Cli, feed: str) -> None:
    data = cli("show", feed, "--json").json
    assert (data["kind"], data["title"], data["url"]) == ("feed", "दैनिक", feed)
    assert [entry["title"] for entry in data["entries"]] == ["खबर a", "खबर b"]
    assert f"  2  खबर b\n     {feed.replace('rss', 'b')}\n" in cli("show", feed).out


def test_a_part_is_an_article(cli: Cli, book: Path) -> None:
    assert cli("show", book, "--part", "2", "--json").json["title"] == "दूसरी कहानी"
    whole = cli("show", book, "--part", "all", "--json").json
    headings = [p["text"] for p in whole["paragraphs"] if p["kind"] == "heading"]
    assert headings == ["पहली कहानी", "दूसरी कहानी"]
    translated = cli("translate", book, "--part", "2", "--engine", "gloss", "--json").json
    assert "पुल बन गया।" in [unit["source"] for unit in translated]
    assert cli("export", book, "--part", "2", "-o", "out.md").status == 0
    assert "पुल बन गया।" in Path("out.md").read_text(encoding="utf-8")
    assert cli("show", book, "--part", "7").is_refusal(3, "no part 7")


def test_what_is_one_article_has_no_parts(cli: Cli, article: Path) -> None:
    assert cli("show", article, "--part", "9").is_refusal(3, "no book", "Leave out --part")
    assert cli("show", article, "--part", "all").status == 0


def test_the_picture_of_a_part(cli: Cli, book: Path) -> None:
    done = process("snapshot", book, "--part", "2", "-o", "part.png")
    assert (done.returncode, done.stderr) == (0, "")
    assert Path("part.png").stat().st_size > 10_000


@pytest.mark.parametrize("command", ["translate", "export", "snapshot", "open"])
def test_one_has_to_be_chosen(
    book: Path, feed: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    output = {"export": ("-o", "out.md"), "snapshot": ("-o", "out.png")}.get(command, ())
    for source, said in ((book, "Choose one with --part"), (feed, "Open one of its addresses")):
        # In a process of its own: one with Qt's offscreen platform keeps it for all tests.
        done = process(command, source, *output)
        assert done.returncode == 3
        assert said in done.stderr
    assert not list(Path.cwd().glob("out.*"))
