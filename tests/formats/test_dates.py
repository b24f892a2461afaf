from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats import dates


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-06-19T17:34:00+5:30", "2024-06-19T17:34:00+05:30"),
        ("2024-06-19T17:34:00.250+0530", "2024-06-19T17:34:00+05:30"),
        ("2024-06-19T12:04:00Z", "2024-06-19T12:04:00+00:00"),
        ("2024-06-19 17:34", "2024-06-19T17:34:00+05:30"),
        ("2024-06-19", "2024-06-19T00:00:00+05:30"),
        ("June 19, 2024 05:34 PM", "2024-06-19T17:34:00+05:30"),
        ("Wed, 19 Jun 2024 17:34:00 +0000", "2024-06-19T17:34:00+00:00"),
        ("Sept. 3, 2024 12:05 a.m.", "2024-09-03T00:05:00+05:30"),
        ("05:34 PM | 19 Jun 2024", "2024-06-19T17:34:00+05:30"),
        ("3rd March 2025", "2025-03-03T00:00:00+05:30"),
        ("09-03-2023 | 7:44 pm", "2023-03-09T19:44:00+05:30"),
        ("06/19/2024", "2024-06-19T00:00:00+05:30"),
        ("19 जून 2024, शाम 5:34", "2024-06-19T17:34:00+05:30"),
        ("१९ जून २०२४ सुबह ५:३४ बजे", "2024-06-19T05:34:00+05:30"),
        ("1 जनवरी 2025, रात 12:15", "2025-01-01T00:15:00+05:30"),
        ("1 जनवरी 2025, रात 11:15", "2025-01-01T23:15:00+05:30"),
        ("1 जनवरी 2025, दोपहर 1:15", "2025-01-01T13:15:00+05:30"),
        ("1 फरवरी 2025, दोपहर 11:50", "2025-02-01T11:50:00+05:30"),
        ("17 OCT 2025 2:32PM", "2025-10-17T14:32:00+05:30"),
        ("शुक्र, 17 अक्तू॰ 2025 02:20 अपराह्न", "2025-10-17T14:20:00+05:30"),
        ("6 नव॰ 2025, 9:15 पूर्वाह्न", "2025-11-06T09:15:00+05:30"),
        ("Thu Oct 17 2025 18:05:00 GMT+0530 (India)", "2025-10-17T18:05:00+05:30"),
        ("17 Oct 2025 18:05 UTC-03:30", "2025-10-17T18:05:00-03:30"),
        ("21.10.2025२१ अक्टूबर २०२५", "2025-10-21T00:00:00+05:30"),
    ],
)
def test_reads_the_forms_papers_use(written: str, iso: str) -> None:
    time = dates.parse(written)
    assert time is not None
    assert time.isoformat() == iso


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("राम कुमार | 3 मार्च 2025, शाम 5:34", "राम कुमार | "),
        ("5:34 PM | 19 Jun 2024", ""),
        ("राम कुमार", "राम कुमार"),
    ],
)
def test_tells_what_stands_before_a_date(text: str, before: str) -> None:
    assert dates.before_dates(text) == before


def test_reads_times_that_run_together() -> None:
    run = "June 19, 2024 05:34 PM2024-06-19T17:34:00+5:302024-06-19T17:35:36+5:30"
    assert [time.isoformat() for time in dates.parse_all(run)] == [
        "2024-06-19T17:34:00+05:30",
        "2024-06-19T17:35:36+05:30",
    ]


def test_reads_utc_times_that_run_together() -> None:
    found = dates.parse_all("2024-06-19T12:04:00Z2024-06-19T12:05:00Z")
    assert [time.minute for time in found] == [4, 5]
    assert all(time.utcoffset() == timedelta(0) for time in found)


@pytest.mark.parametrize(
    "text", ["", "24 वर्षों में", "May 2024", "31 जून 2024", "0001-01-01T00:00:00Z", "12:30", "मई"]
)
def test_finds_no_date_where_there_is_none(text: str) -> None:
    assert dates.parse(text) is None


@pytest.mark.parametrize(
    ("hour", "hindi", "english"),
    [
        (0, "रात 12:07", "12:07 am"),
        (3, "रात 3:07", "3:07 am"),
        (4, "सुबह 4:07", "4:07 am"),
        (12, "दोपहर 12:07", "12:07 pm"),
        (15, "दोपहर 3:07", "3:07 pm"),
        (17, "शाम 5:07", "5:07 pm"),
        (20, "रात 8:07", "8:07 pm"),
    ],
)
def test_writes_the_part_of_the_day(hour: int, hindi: str, english: str) -> None:
    time = datetime(2024, 6, 19, hour, 7, tzinfo=dates.IST)
    assert dates.hindi_date(time) == f"19 जून 2024, {hindi}"
    assert dates.english_date(time) == f"19 June 2024, {english}"


def test_a_date_alone_is_written_without_a_time() -> None:
    day = dates.parse("19 जून 2024")
    assert day is not None
    assert (dates.hindi_date(day), dates.english_date(day)) == ("19 जून 2024", "19 June 2024")


def test_other_offsets_are_written_in_indian_time() -> None:
    time = datetime(2024, 6, 19, 20, 0, tzinfo=UTC)
    assert dates.hindi_date(time) == "20 जून 2024, रात 1:30"
    assert dates.english_day(time) == "20 June 2024"


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)))
def test_what_is_written_is_read_again(time: datetime) -> None:
    there = time.replace(second=0, microsecond=0, tzinfo=dates.IST)
    assert dates.parse(dates.hindi_date(there)) == there
    assert dates.parse(dates.english_date(there)) == there


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert all(time.tzinfo for time in dates.parse_all(text))


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        (1760704500, "2025-10-17T18:05:00+05:30"),
        ("1760704500123", "2025-10-17T18:05:00+05:30"),
        ("2025-10-17", "2025-10-17T00:00:00+05:30"),
        (7, None),
        (True, None),
        (None, None),
        ([], None),
        ("kal", None),
    ],
)
def test_dates_in_data(value: object, iso: str | None) -> None:
    time = dates.parse_data(value)
    assert (time and time.isoformat()) == iso
