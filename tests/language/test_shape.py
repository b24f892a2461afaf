"""What is no whole translation is told; what is one, however odd, is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language import shape
from reader.language.shape import is_hindi
from reader.model import ProblemKind

SOURCE = "राज्य सरकार ने बाढ़ से प्रभावित ज़िलों में राहत शिविर लगाने और नावें भेजने का आदेश दिया है।"
ENGLISH = (
    "The state government has ordered relief camps to be set up and boats to be sent to the "
    "districts hit by the flood."
)
WORDS = ENGLISH.split()

EMPTY = "The English is empty."
ECHO = "The English is the Hindi, not translated."
LEFT = "Hindi words are left in the English."
LOOP = "The English says the same words over and over."
TWICE = "The English says the same twice."
SHORT = "The English is far too short: part of the Hindi is missing."
BROKEN = "The English breaks off before its end."
LONG = "The English is far too long for the Hindi."

FAULTS = [
    ("", EMPTY),
    (" \n\u00a0", EMPTY),
    (SOURCE, ECHO),
    (SOURCE.replace("ज़", "\u091c\u093c"), ECHO),
    ("The state government has बाढ़ से प्रभावित ज़िलों में.", LEFT),
    ("The minister said, “राहत शिविर लगाने और नावें भेजने का आदेश दिया है।”", LEFT),
    (" ".join(WORDS + WORDS[-1:] * 10), LOOP),
    (" ".join(WORDS + WORDS[-3:] * 5), LOOP),
    (ENGLISH + " ." * 12, LOOP),
    (ENGLISH[:-1] + "d" * 20, LOOP),
    (f"{ENGLISH} {ENGLISH}", TWICE),
    ("The state government.", SHORT),
    (" ".join(WORDS[: len(WORDS) // 2 + 1]), BROKEN),
    (ENGLISH + f" {' '.join(chr(97 + n % 26) * (3 + n % 5) for n in range(120))}", LONG),
]


def fault(source: str, target: str) -> str:
    """What is wrong, '' where nothing is."""
    found = shape.fault(source, target)
    return found.text if found else ""


@pytest.mark.parametrize(("english", "wanted"), FAULTS)
def test_faults_of_shape_are_told(english: str, wanted: str) -> None:
    assert fault(SOURCE, english) == wanted


FINE = [
    (SOURCE, ENGLISH),
    (SOURCE, ENGLISH.removesuffix(".")),
    (SOURCE, ENGLISH.replace("relief camps", "relief camps (राहत शिविर)")),
    ("“जय जवान” का नारा", "The slogan “जय जवान”"),
    ("दिन पर दिन, दिन पर दिन, दिन पर दिन बीते।", "Day after day, day after day, day after day."),
    ("नहीं, नहीं, नहीं, नहीं!", "No, no, no, no!"),
    ("बहुत-बहुत धन्यवाद", "Thank you very, very much"),
    ("हाँ।", "Yes."),
    ("हाँ।", "Yes, that is so, I believe."),
    ("2024", "2024"),
    ("———", "———"),
    ("अध्याय .......... 5", "Chapter .......... 5"),
    ("", ""),
    (" ", ""),
    ("BJP", "BJP"),
    ("भारत में", "In India"),
]


@pytest.mark.parametrize(("source", "english"), FINE)
def test_whole_translations_have_no_fault(source: str, english: str) -> None:
    assert fault(source, english) == ""


def test_a_fault_is_a_problem_without_a_place() -> None:
    from reader.language.shape import check

    (problem,) = check(SOURCE, "")
    assert (problem.kind, problem.text) == (ProblemKind.SHAPE, EMPTY)
    assert problem.hindi is problem.english is None


@pytest.mark.parametrize(
    ("text", "hindi"), [(SOURCE, True), (ENGLISH, False), ("", False), ("बाढ़ flood", False)]
)
def test_mostly_hindi_is_no_english(text: str, hindi: bool) -> None:
    assert is_hindi(text) is hindi


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_is_judged_in_at_most_one_line(source: str, english: str) -> None:
    assert "\n" not in fault(source, english)


@given(st.integers(0, len(WORDS) // 2))
def test_the_first_half_or_less_is_never_whole(count: int) -> None:
    assert fault(SOURCE, " ".join(WORDS[:count]))


@pytest.mark.parametrize(
    "target",
    [
        "",
        SOURCE,
        "' ' ' '",
        "I'm sorry, but I cannot translate this sentence.",
        "Here is the translation:",
        "the river the river the river the river the river",
        "Rajya sarkar ne badh se prabhavit zilon mein rahat shivir lagane ka adesh diya hai.",
    ],
)
def test_what_leaves_no_english_is_fatal(target: str) -> None:
    found = shape.fault(SOURCE, target)
    assert found
    assert found.is_fatal


@pytest.mark.parametrize(
    "target",
    ["The state government.", f"{ENGLISH} {ENGLISH}", f"Here is the translation: {ENGLISH}"],
)
def test_what_may_be_english_is_not(target: str) -> None:
    found = shape.fault(SOURCE, target)
    assert found
    assert not found.is_fatal


def test_number_words_become_figures() -> None:
    source = "तेरह लाख बत्तीस हज़ार पाँच सौ"
    assert fault(source, "1,332,500") == fault("1,332,500 लोग", "1,332,500 people") == ""
