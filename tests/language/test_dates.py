from datetime import datetime, timedelta, timezone

import pytest

from reader.language import dates

PUBLISHED = datetime(2024, 6, 19, 17, 34, tzinfo=timezone(timedelta(hours=5, minutes=30)))


@pytest.mark.parametrize(
    ("text", "said", "english"),
    [
        ("वे 19 जून की सुबह पहुंचे", "19 जून", "19 June 2024"),
        ("बैठक १९ जून, २०२३ को हुई", "१९ जून, २०२३", "19 June 2023"),
        ("पर्चे 5 फरवरी तक भरे", "5 फरवरी", "5 February 2024"),
        ("मेला 31 दिसम्बर को था", "31 दिसम्बर", "31 December 2023"),
        ("सितंबर 2022 की बात", "सितंबर 2022", "September 2022"),
        ("चुनाव मार्च में होंगे", "मार्च", "March"),
        ("यह 2019 में बना", "2019", "2019"),
        ("वह साल 1947 था", "साल 1947", "1947"),
        ("तारीख 19.06.2024 है", "19.06.2024", "19 June 2024"),
        ("वे मंगलवार को लौटे", "मंगलवार", "Tuesday"),
    ],
)
def test_a_date_is_found(text: str, said: str, english: str) -> None:
    (when,) = dates.find(text)
    assert text[when.span.start : when.span.end] == said
    assert dates.english(when, PUBLISHED) == english


def test_a_weekday_stands_apart_from_its_date() -> None:
    text = "बुधवार, 19 जून की सुबह"
    assert [text[w.span.start : w.span.end] for w in dates.find(text)] == ["बुधवार", "19 जून"]


@pytest.mark.parametrize("text", ["पैदल मार्च निकला", "30 फरवरी", "2019 रुपये", "फूल 19 थे", "मईया", ""])
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert dates.find(text) == []


def test_without_a_publication_date_the_year_stays_open() -> None:
    assert dates.english(dates.find("19 जून को")[0]) == "19 June"


def test_a_leap_day_takes_a_year_that_has_it() -> None:
    assert dates.english(dates.find("29 फरवरी को")[0], PUBLISHED) == "29 February 2024"
