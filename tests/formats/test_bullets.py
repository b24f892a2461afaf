import pytest

from reader.formats import bullets


@pytest.mark.parametrize("line", ["* * *", "***", "---", "— — —", "• • •", "#", "====", "_____"])
def test_rows_of_signs_part_scenes(line: str) -> None:
    assert bullets.is_break(line)


@pytest.mark.parametrize("line", ["", "— मैं हूं", "* शर्तें लागू", "…", "?", "1.", "-5"])
def test_what_says_something_does_not(line: str) -> None:
    assert not bullets.is_break(line)


def test_signs_are_bullets_also_of_a_line_alone() -> None:
    assert bullets.items(["पहली बात।", "• दूसरी बात", "* तीसरी बात"]) == [
        "",
        "दूसरी बात",
        "तीसरी बात",
    ]


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_dashes_are_bullets_where_several_lines_have_them(dash: str) -> None:
    lines = [f"{dash} गेहूं 2,275 रुपये", f"{dash} धान 2,183 रुपये"]
    assert bullets.items(lines) == ["गेहूं 2,275 रुपये", "धान 2,183 रुपये"]
    assert bullets.items(["दाम ये हैं।", lines[0], "बाकी कल।"]) == ["", "", ""]


@pytest.mark.parametrize(
    "lines",
    [
        ["— कौन है?", "— दरवाज़ा खोलो।"],
        ["- मैं हूं", "- इतनी रात को"],
        ["– अब चलो!", "– रुको ज़रा।"],
    ],
)
def test_dashes_open_what_people_say(lines: list[str]) -> None:
    assert bullets.items(lines) == ["", ""]


def test_numbers_that_count_up_are_a_list() -> None:
    assert bullets.numbers(["काग़ज़:", "1. आधार", "2) राशन", "बस।"]) == ["", "1.", "2.", ""]
    assert bullets.numbers(["९. आधार", "१०. राशन"]) == ["९.", "१०."]


@pytest.mark.parametrize(
    "lines",
    [["1. ताजमहल", "आगरा में है।", "2. लाल क़िला"], ["12. घर", "7. दुकान"], ["3. आधार"]],
)
def test_other_numbers_are_no_list(lines: list[str]) -> None:
    assert not any(bullets.numbers(lines))
