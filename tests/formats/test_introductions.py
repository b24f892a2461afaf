import pytest

from reader.formats import introductions


@pytest.mark.parametrize(
    "line",
    [
        "ये दस्तावेज़ साथ रखें:",
        "इन वेबसाइटों पर आवेदन करें:-",
        "हेल्पलाइन :",
        "जिलों के नाम नीचे दिए गए हैं।",
        "जरूरी लिंक ये हैं",
    ],
)
def test_lines_that_introduce_a_list(line: str) -> None:
    assert introductions.introduces(line)


@pytest.mark.parametrize(
    "line",
    [
        "मंत्री ने कहा:",
        "इस विषय पर और पढ़ें:",
        "टॉप न्यूज:",
        "Related stories:",
        "हमें फॉलो करें:",
        "दाम 2:30 बजे बढ़े।",
        "किसान यही चाहते हैं।",
    ],
)
def test_lines_that_do_not(line: str) -> None:
    assert not introductions.introduces(line)


@pytest.mark.parametrize(
    "line",
    ["विषय सूची", "विषय-सूची", "Table of Contents [Hide]", "इस लेख में:", "In this article", "Contents"],
)
def test_names_of_a_table_of_contents(line: str) -> None:
    assert introductions.is_contents_heading(line)


@pytest.mark.parametrize("line", ["आयोग ने विषय सूची जारी की।", "सामग्री:", "इस लेख में लेखक ने लिखा"])
def test_other_lines_are_none(line: str) -> None:
    assert not introductions.is_contents_heading(line)
