"""One English for two Hindi sentences is told of the second."""

from reader.language.twins import Twins

TWIN = "The English is word for word that of another sentence."


def find(twins: Twins, source: str, target: str) -> str:
    """What is wrong, '' where nothing is."""
    found = twins.find(source, target)
    return found.text if found else ""


def test_the_english_of_another_sentence_is_told() -> None:
    twins = Twins()
    english = "The river rose during the night."
    assert find(twins, "रात में नदी का पानी बढ़ गया।", english) == ""
    assert find(twins, "मंत्री ने अस्पताल का दौरा किया।", english) == TWIN
    assert find(twins, "मंत्री ने अस्पताल का दौरा किया।", f" {english.upper()}") == TWIN
    assert find(twins, "मंत्री ने अस्पताल का दौरा किया।", "The minister visited the hospital.") == ""
    assert find(twins, "रात में नदी का पानी बढ़ गया।", english) == ""


def test_short_lines_and_other_wordings_may_have_one_english() -> None:
    twins = Twins()
    for source, english in (
        ("यह भी पढ़ें", "Read this too"),
        ("ये ख़बर देखिए", "Read this too"),
        ("नदी का पानी रात में बहुत बढ़ गया।", "The river rose a lot at night."),
        ("रात में नदी का पानी बहुत बढ़ गया", "The river rose a lot at night."),
    ):
        assert find(twins, source, english) == ""
