from reader.model import Style
from reader.ui.links import LONGEST, described, host, tip
from reader.ui.rows import Run


def test_the_host_is_said_first_and_as_the_network_knows_it() -> None:
    assert described("https://example.org/a?b=1") == "example.org · https://example.org/a?b=1"
    assert host("https://хn.example.org/") == "xn--n-fub.example.org"
    assert "\u202e" not in described("https://example.org/\u202egpj.exe")


def test_a_password_in_an_address_is_not_shown() -> None:
    told = described("https://example.com:secret@example.org/")
    assert told == "example.org · https://example.org/"


def test_a_long_address_is_cut() -> None:
    assert len(described("https://example.org/" + "a" * 9000)) < LONGEST + 20


def test_a_text_that_leads_nowhere_says_nothing() -> None:
    assert tip(Run("पुल")) == ""
    bold = Run("पुल", styles=frozenset({Style.BOLD}))
    assert tip(bold) == ""
