import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.credit import Credit, credit, is_desk, name_alone, person


@pytest.mark.parametrize(
    ("line", "byline", "day"),
    [
        ("Posted by किरण बघेल on 17 October 2025", "किरण बघेल", 17),
        ("Posted on अक्टूबर 17, 2025 by गाँव की आवाज़", "गाँव की आवाज़", 17),
        ("Posted on 17 October 2025 by किरण बघेल", "किरण बघेल", 17),
        ("Wellness Staff By Kiran Baghel on October 17, 2025", "Kiran Baghel", 17),
        ("प्रविष्टि तिथि: 17 OCT 2025 2:32PM by Press Office", "Press Office", 17),
        ("अक्टूबर 17, 2025 9:15 पूर्वाह्न | पटना | बस अड्डा", "", 17),
        ("नदी ब्यूरो · 6 नव॰ 2025 · अपडेटेड 08:21 PM", "नदी ब्यूरो", 6),
        ("किरण बघेल, लखनऊ | 3 मार्च 2025", "किरण बघेल", 3),
        ("प्रस्तुतकर्ता किरण बघेल पर 7:02 am कोई टिप्पणी नहीं:", "किरण बघेल", None),
        ("बातचीत: किरण बघेल, मुंबई", "किरण बघेल", None),
        ("Written by किरण बघेल, Edited by रेखा साहू", "किरण बघेल", None),
        ("किरण बघेल, Edited by रेखा साहू", "किरण बघेल", None),
        ("लेखक: किरण बघेल | संपादन: रेखा साहू", "किरण बघेल", None),
        ("द्वारा किरण बघेल", "किरण बघेल", None),
        ("प्रकाशित: 17 अक्टूबर 2025, 11:30 IST | लेखक: किरण बघेल", "किरण बघेल", 17),
        ("Authored by किरण बघेल | बिजनेस | 17 अक्टूबर 2025", "किरण बघेल", 17),
        ("Author, किरण बघेल", "किरण बघेल", None),
        ("प्रकाशित तिथि: 17-10-2025 | 18:05", "", 17),
        ("Edited By: रेखा साहू | Posted on: 17 October 2025", "रेखा साहू", 17),
    ],
)
def test_who_wrote_it_and_when(line: str, byline: str, day: int | None) -> None:
    said = credit(line)
    assert said is not None
    assert (said.byline, said.published and said.published.day) == (byline, day)


@pytest.mark.parametrize(
    "line",
    [
        "पुल के पास मेला लगा",
        "Stand by me",
        "समिति की रिपोर्ट",
        "Content owned by DPR, Chhattisgarh",
        "Powered by Example Press",
    ],
)
def test_other_lines_are_no_credits(line: str) -> None:
    assert credit(line) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("किरण बघेल और रेखा साहू की रिपोर्ट", "किरण बघेल और रेखा साहू"),
        ("विशेष संवाददाता, नई दिल्ली", "विशेष संवाददाता"),
        ("किरण बघेल/नदी ब्यूरो", "किरण बघेल/नदी ब्यूरो"),
        ("नई दिल्ली", ""),
        ("राजनीति", ""),
        ("शेयर करें", ""),
        ("खबर सुनें", ""),
        ("तालाब की सफ़ाई", ""),
        ("Read this article", ""),
        ("केवल 3 मिनट", ""),
    ],
)
def test_lines_that_may_be_a_name(line: str, name: str) -> None:
    assert name_alone(line) == name


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("लेख और तस्वीरें: किरण बघेल अनुवाद: रेखा साहू", "किरण बघेल"),
        ("लेखक: किरण बघेल, संपादन: रेखा साहू", "किरण बघेल"),
        ("लेख: किरण बघेल", "किरण बघेल"),
    ],
)
def test_who_edited_or_translated_it_did_not_write_it(line: str, byline: str) -> None:
    found = credit(line)
    assert found
    assert found.byline == byline


def test_desks_are_told_from_people() -> None:
    assert [is_desk(each) for each in ("नदी डेस्क", "विशेष टीम", "किरण बघेल")] == [True, True, False]


@given(st.text(max_size=100))
def test_any_line_is_read(line: str) -> None:
    said = credit(line)
    assert said is None or isinstance(said, Credit)
    assert name_alone(line) in line


@pytest.mark.parametrize(
    "name",
    [
        "(anonymous)",
        "user",
        "Admin",
        "Microsoft Office User",
        "unknown",
        "python-docx",
        "अज्ञात",
        "-",
    ],
)
def test_what_programs_write_for_an_author_is_no_person(name: str) -> None:
    assert person(name) == ""


@pytest.mark.parametrize("name", ["आरती शर्मा", "Dellaram Usery", "Press Information Bureau"])
def test_a_person_or_an_office_is_one(name: str) -> None:
    assert person(f"  {name} ") == name
