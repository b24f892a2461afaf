"""`changes` and `feeds`, with real servers on this machine."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from tests.articles import COMING, FIRST, JOINED, JOINED_NOW, SECOND, news, rss
from tests.cli.running import Cli
from tests.servers import GoogleServer, answer_for
from tests.sites import Site, page, redirect


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        site.answers["/pul"] = page(news(*FIRST))
        yield site


def feed(site: Site, *names: str) -> None:
    """Let the site's feed list the items of those names."""
    site.answers["/rss"] = page(rss(site.address, *names), Content_Type="application/rss+xml")


# -- changes ----------------------------------------------------------------------------------


def test_the_first_time_there_is_nothing_to_compare_with(cli: Cli, site: Site) -> None:
    said = cli("changes", site.at("/pul"))
    assert (said.status, said.err) == (0, "")
    assert "Nothing was kept from this address before" in said.out
    again = cli("changes", site.at("/pul"))
    assert again.out.startswith("Nothing has changed since the version of 20")
    assert cli("changes", site.at("/pul"), "--library", "new.sqlite").out == said.out


def test_what_changed_in_both_languages(cli: Cli, site: Site) -> None:
    address = site.at("/pul")
    assert cli("changes", address, "--json").json["kept"] is None
    with GoogleServer() as server:
        cli("translate", address, "--engine", "google", "--address", server.address)
    site.answers["/pul"] = page(news(*SECOND))
    data = cli("changes", address + "?utm_source=mail", "--json").json
    assert list(data) == ["kept", "fetched", "changes"]
    assert datetime.fromisoformat(data["kept"]) < datetime.fromisoformat(data["fetched"])
    added, changed = data["changes"]
    assert added == {
        "kind": "added",
        "before": None,
        "after": {"id": added["after"]["id"], "text": COMING, "english": ""},
    }
    assert changed["kind"] == "changed"
    before, after = changed["before"], changed["after"]
    assert (before["text"], before["english"]) == (JOINED, answer_for(JOINED))
    assert (after["text"], after["english"]) == (JOINED_NOW, "")
    shown = cli("show", address, "--json").json["paragraphs"]
    texts = {s["id"]: s["text"] for paragraph in shown for s in paragraph["sentences"]}
    assert [texts[change["after"]["id"]] for change in data["changes"]] == [COMING, JOINED_NOW]
    assert cli("changes", address, "--json").json["changes"] == []


def test_changes_to_read(cli: Cli, site: Site) -> None:
    cli("changes", site.at("/pul"))
    site.answers["/pul"] = page(news(*SECOND[1:]))
    lines = cli("changes", site.at("/pul")).out.splitlines()
    assert lines[0].startswith("1 sentence is not as in the version of 20")
    assert lines[2:] == ["changed", f"  - {JOINED}", f"  + {JOINED_NOW}"]


def test_a_page_that_is_gone_leaves_what_was_kept(cli: Cli, site: Site) -> None:
    cli("changes", site.at("/pul"))
    del site.answers["/pul"]
    assert cli("changes", site.at("/pul")).is_refusal(3, "no such page")
    site.answers["/pul"] = page(news(*SECOND))
    assert len(cli("changes", site.at("/pul"), "--json").json["changes"]) == 2


def test_a_feed_has_no_changes(cli: Cli, site: Site) -> None:
    feed(site, "a")
    assert cli("changes", site.at("/rss")).is_refusal(3, "a list of articles", "addresses")


# -- feeds ------------------------------------------------------------------------------------


def new_in(data: list[dict[str, Any]]) -> list[tuple[str, list[str]]]:
    """The title of each feed, and those of its new items."""
    return [(feed["title"], [entry["title"] for entry in feed["new"]]) for feed in data]


def test_a_feed_is_added_checked_read_and_removed(cli: Cli, site: Site) -> None:
    address = site.at("/rss")
    assert cli("feeds").out == "There are no feeds.\n"
    feed(site, "pul")
    added = cli("feeds", "add", address, "--json").json
    assert new_in(added) == [("दैनिक", [])]
    assert (added[0]["address"], added[0]["error"]) == (address, "")
    feed(site, "b", "mela", "pul")
    asked = len(site.asked)
    assert new_in(cli("feeds", "list", "--json").json) == [("दैनिक", [])]
    assert len(site.asked) == asked
    assert new_in(cli("feeds", "check", "--json").json) == [("दैनिक", ["खबर b", "खबर mela"])]
    told = cli("feeds")
    assert "दैनिक: 2 new, asked 20" in told.out
    assert f"खबर mela\n     {site.at('/mela')}" in told.out
    site.answers["/mela"] = page(news(*FIRST))
    cli("changes", site.at("/mela"))
    assert new_in(cli("feeds", "--json").json) == [("दैनिक", ["खबर b"])]
    assert cli("feeds", "remove", address, "--json").json == []
    assert cli("feeds", "remove", address).is_refusal(2, "not subscribed")


def test_a_page_s_feed_is_added_by_the_page_s_address(cli: Cli, site: Site) -> None:
    feed(site, "a")
    link = "<head><link rel='alternate' type='application/rss+xml' href='/rss'>"
    site.answers["/pul"] = page(news(*FIRST).replace("<head>", link))
    assert cli("feeds", "add", site.at("/pul"), "--json").json[0]["address"] == site.at("/rss")
    site.answers["/mela"] = page(news(*FIRST))
    assert cli("feeds", "add", site.at("/mela")).is_refusal(3, "no feed")


def test_a_feed_in_trouble_does_not_stop_the_others(cli: Cli, site: Site) -> None:
    feed(site, "a")
    site.answers["/old"] = redirect("/rss")
    cli("feeds", "add", site.at("/rss"))
    cli("feeds", "add", site.at("/old"))
    feed(site, "b", "a")
    del site.answers["/old"]
    said = cli("feeds", "check", "--json")
    assert said.status == 0
    errors = {f["address"]: f["error"] for f in said.json}
    assert "no such page" in errors[site.at("/old")]
    assert errors[site.at("/rss")] == ""
    assert sorted(map(len, (f["new"] for f in said.json))) == [0, 1]
    told = cli("feeds", "check")
    assert (told.status, told.err.count("\n")) == (0, 1)
    cli("feeds", "remove", site.at("/rss"))
    alone = cli("feeds", "check")
    assert (alone.status, alone.err.count("\n")) == (3, 1)


@pytest.mark.parametrize(
    "arguments",
    [
        ("feeds", "add"),
        ("feeds", "list", "https://n.example/rss"),
        ("feeds", "add", "rss.xml"),
        ("feeds", "read"),
        ("changes",),
        ("changes", "article.txt"),
    ],
)
def test_wrong_usage(cli: Cli, arguments: tuple[str, ...]) -> None:
    said = cli(*arguments)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("usage: setu-reader ")
