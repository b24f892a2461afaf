"""`show`, and what every command says of input that is no article."""

import json
from pathlib import Path

import pytest

from tests.articles import ARTICLE, ENGLISH_ARTICLE, FIRST, SECOND, news, rss
from tests.cli.running import PNG, Cli
from tests.formats.files.zips import chapter, epub
from tests.sites import Site, page


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


def test_every_key_of_the_lists_is_in_the_help(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "book.epub").write_bytes(epub({"1.xhtml": chapter("एक"), "2.xhtml": chapter("दो")}))
    with Site() as site:
        site.answers["/rss"] = page(rss(site.address, "a"), Content_Type="text/xml")
        site.answers["/pul"] = page(news(*FIRST))
        cli("feeds", "add", site.at("/rss"))
        cli("changes", site.at("/pul"))
        site.answers["/rss"] = page(rss(site.address, "b"), Content_Type="text/xml")
        site.answers["/pul"] = page(news(*SECOND))
        for command in (("show", "book.epub"), ("feeds", "check"), ("changes", site.at("/pul"))):
            help_ = cli(command[0], "--help").out
            missing = [key for key in _keys(cli(*command, "--json").json) if key not in help_]
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


@pytest.mark.parametrize("command", ["show", "translate", "export", "open"])
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (PNG, "is a picture (PNG)"),
        (ENGLISH_ARTICLE.encode(), "looks like English"),
        (b"<html><body><a href='/a'></a></body></html>", "no article text in bad"),
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
    said = cli("translate", path, "--any-language")
    assert (said.status, said.out, said.err.count("\n")) == (0, "", 1)
    assert "There is no Hindi in it to translate" in said.err


def test_a_huge_file_is_not_read(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    assert cli("show", path).is_refusal(3, "200 MB")


def test_a_folder(cli: Cli, tmp_path: Path) -> None:
    assert cli("show", tmp_path).is_refusal(3, "is a folder")


def test_a_front_page_names_its_feed(cli: Cli, tmp_path: Path) -> None:
    links = "".join(f"<li><a href='/{n}'>मेले की खबर {n}</a></li>" for n in range(40))
    feed = "<link rel='alternate' type='application/rss+xml' href='https://nadi.example/rss'>"
    page = tmp_path / "home.html"
    page.write_text(f"<head>{feed}</head><ul>{links}</ul>", encoding="utf-8")
    assert cli("show", page).is_refusal(3, "https://nadi.example/rss")


def test_a_front_page(cli: Cli, data: Path) -> None:
    assert cli("show", data / "pages" / "amarujala-home.html").is_refusal(3, "front page")


def test_a_name_with_control_characters_stays_one_line(cli: Cli) -> None:
    said = cli("show", "two\nlines\x1b[31m.txt")
    assert said.is_refusal(3, "is not there")
    assert "\x1b" not in said.err


def test_addresses_that_give_no_page(cli: Cli, dead_port: int) -> None:
    refused = cli("show", f"http://127.0.0.1:{dead_port}/news?session=secret")
    assert refused.is_refusal(3, "127.0.0.1", "refused the connection")
    assert "secret" not in refused.err
    assert cli("show", "https://no-such-host.invalid/").is_refusal(3, "no-such-host.invalid")
    assert cli("show", "http://[half/").is_refusal(3, "not a web address")


def test_an_address_alone_on_standard_input_is_opened(cli: Cli) -> None:
    with Site() as site:
        site.answers["/pul"] = page(news(*FIRST))
        said = cli("show", "-", "--json", stdin=f"{site.at('/pul')}\n".encode())
        assert said.json["url"] == site.at("/pul")
        assert cli("show", "-", stdin=f"{ARTICLE}\n{site.at('/pul')}".encode()).status == 0
        assert len(site.asked) == 1


def test_a_kept_article_is_read_where_its_address_gives_none(cli: Cli) -> None:
    with Site() as site:
        site.answers["/pul"] = page(news(*FIRST))
        cli("changes", site.at("/pul"))
        fresh = cli("show", site.at("/pul"))
        gone = site.at("/none")
    assert (fresh.status, fresh.err) == (0, "")
    for command, option in (("show", "--any-language"), ("translate", "--engine=gloss")):
        kept = cli(command, site.at("/pul"), option)
        assert kept.status == 0
        assert "refused the connection" in kept.err
        assert "This is the copy of " in kept.err
    assert cli("show", site.at("/pul")).out == fresh.out
    assert cli("show", gone).is_refusal(3, "refused the connection")
