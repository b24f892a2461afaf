"""What engines say, as the window says it."""

import pytest

from reader.ui.wording import cause, in_settings, in_window

PLACES = [
    "",
    " or after --address",
    ", after --model or as SETU_CHAT_MODEL",
    " or in SETU_MICROSOFT_REGION",
]


@pytest.mark.parametrize("places", PLACES)
def test_the_window_speaks_of_no_command_line(places: str) -> None:
    text = f"The address has no such page. Correct it in Settings{places}."
    assert in_window(text) == "The address has no such page. Correct it in Settings."
    assert in_settings(text) == "The address has no such page. Correct it here."


def test_the_cause_is_what_happened_alone() -> None:
    assert cause("The host 127.0.0.1 is away. Try again.") == "The host 127.0.0.1 is away"
    assert cause("") == ""
