"""Numbers are compared where the shape is right."""

from reader.language.checking import check
from reader.model import ProblemKind


def test_a_good_translation_has_no_problems() -> None:
    assert check("उसके पास 5 करोड़ रुपये हैं।", "He has 50 million rupees.") == ()


def test_a_number_that_differs_is_a_problem_with_both_places() -> None:
    source, target = "उसके पास 5 करोड़ रुपये हैं।", "He has 5 million rupees."
    (problem,) = check(source, target)
    assert problem.kind is ProblemKind.NUMBER
    assert problem.hindi
    assert problem.english
    assert source[problem.hindi.start : problem.hindi.end] == "5 करोड़ रुपये"
    assert target[problem.english.start : problem.english.end] == "5 million rupees"


def test_of_no_english_only_its_shape_is_said() -> None:
    source = "उसके पास 5 करोड़ रुपये हैं।"
    for target in ("", source, "  "):
        assert [problem.kind for problem in check(source, target)] == [ProblemKind.SHAPE]


def test_of_english_with_an_odd_shape_only_that_is_said() -> None:
    (problem,) = check("वहाँ 24 लोग थे।", "There were 42 42 42 42 42 42.")
    assert problem.kind is ProblemKind.SHAPE
