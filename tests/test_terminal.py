"""What the terminal is told: JSON that it cannot take for commands."""

import json
from collections.abc import Callable

import pytest

from reader.terminal import say_json, say_json_line

CONTROLS = "".join(map(chr, range(0xA0))) + "\u2028\u2029"


@pytest.mark.parametrize("say", [say_json, say_json_line])
def test_no_control_character_reaches_the_terminal_raw(
    say: Callable[[object], None], capsys: pytest.CaptureFixture[str]
) -> None:
    data = {"text": f"नदी{CONTROLS}é"}
    say(data)
    said = capsys.readouterr().out
    raw = {character for character in said if not character.isprintable()}
    assert raw == {"\n"}
    assert json.loads(said) == data
    assert "नदी" in said


def test_a_line_of_json_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    say_json_line([CONTROLS, {"a": 1}])
    assert len(capsys.readouterr().out.splitlines()) == 1
