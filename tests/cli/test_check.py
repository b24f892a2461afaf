"""The command that checks English against its Hindi."""

import json
from pathlib import Path

from tests.cli.running import Cli

LINES = (
    "उसके पास 5 करोड़ रुपये हैं।\tHe has 5 million rupees.\n"
    "बैठक शाम 5:30 बजे हुई।\tThe meeting was held at 17:30.\n"
)


def test_a_json_object_a_line(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(LINES, encoding="utf-8")
    said = cli("check", path, "--json")
    wrong, right = map(json.loads, said.out.splitlines())
    assert said.status == 0
    (number,) = wrong["numbers"]
    assert (number["hindi"], number["english"]) == ("5 करोड़ रुपये", "5 million rupees")
    assert number["value"] == "50 million rupees"
    assert wrong["problems"] == [number["problem"]]
    assert "50 million" in number["problem"]
    assert right["numbers"][0]["value"] == "17:30"
    assert right["problems"] == []


def test_standard_input_in_a_readable_form(cli: Cli) -> None:
    said = cli("check", "-", stdin=LINES.replace("\n", "\r\n").encode())
    assert said.status == 0
    first, second = said.out.strip().split("\n\n")
    assert "! 5 करोड़ रुपये" in first
    assert "agree" in second
    assert "!" not in second


def test_a_line_without_a_tab_is_named_and_nothing_printed(cli: Cli) -> None:
    said = cli("check", "-", "--json", stdin=(LINES + "कोई टैब नहीं\n").encode())
    assert said.is_refusal(3, "Line 3", "tab")


def test_an_empty_input_is_refused(cli: Cli) -> None:
    assert cli("check", "-", "--json", stdin=b"").is_refusal(3, "empty")


def test_a_sentence_left_empty_has_a_problem_of_shape(cli: Cli) -> None:
    said = cli("check", "-", "--json", stdin="यह एक वाक्य है।\t\n".encode())
    assert said.json["problems"] == ["The English is empty."]
