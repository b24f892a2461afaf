"""Dates as Hindi and English newspapers write them, read and written."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime

IST = timezone(timedelta(hours=5, minutes=30), "IST")
"""Indian Standard Time, which a Hindi newspaper means when it names no offset."""

_HINDI_NAMES = "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर"
_ENGLISH_NAMES = (
    "January February March April May June July August September October November December"
)
_HINDI_MONTHS, _ENGLISH_MONTHS = _HINDI_NAMES.split(), _ENGLISH_NAMES.split()
_MONTHS = {
    **{name: number for number, name in enumerate(_HINDI_MONTHS, 1)},
    **{name.lower(): number for number, name in enumerate(_ENGLISH_MONTHS, 1)},
    **{name.lower()[:3]: number for number, name in enumerate(_ENGLISH_MONTHS, 1)},
    **{"sept": 9, "जन": 1, "फरवरी": 2, "फर": 2, "अप्रेल": 4, "जुला": 7, "अग": 8},
    **{"सितम्बर": 9, "सित": 9, "अक्तूबर": 10, "अक्टू": 10, "अक्तू": 10},
    **{"नवम्बर": 11, "नव": 11, "दिसम्बर": 12, "दिस": 12},
}
_YEARS = range(1800, 2201)  # sites write 0001-01-01 for a date they do not know
_NO_YEAR = re.compile(r"\s000\d\s")  # which as mail writes it would be read as 2001
_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")
_DIGITS_MEET = re.compile("(?<=[0-9])(?=[०-९])")  # a date told in both kinds of digits
_MONTH = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")(?![\wऀ-\u096f\u0971-ॿ])[.॰]?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_OFFSET = (
    r"(Z(?![a-z])|(?:GMT|UTC)\s?[+-]\d{1,2}:?\d{2}|[+-]\d{1,2}:\d{2}|[+-]\d{4}|IST\b|GMT\b|UTC\b)"
)
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")  # seconds or milliseconds since 1970, 2001 to 2033

# No boundary before the year: papers print "05:34 PM2024-06-19T17:34:00+5:302024-06-19T17:35:36".
_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?"
    rf"\s*{_OFFSET}?)?",
    re.I,
)
_NAMED = re.compile(
    rf"(?<!\d)(?:(?P<day>\d{{1,2}}){_ORDINAL}[\s,-]+(?P<month>{_MONTH})[\s,-]+"
    rf"|(?P<month2>{_MONTH})\s*(?P<day2>\d{{1,2}}){_ORDINAL}[\s,]+)(?P<year>\d{{4}})(?!\d)",
    re.I,
)
_NUMBERED = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_DAY_PART = "(तड़के|सुबह|पूर्वाह्न|दोपहर|अपराह्न|शाम|रात)"
_CLOCK = re.compile(
    rf"(?:{_DAY_PART}\s*(?:के\s*|को\s*)?)?(?<!\d)(\d{{1,2}})[:.](\d{{2}})(?::(\d{{2}}))?(?![.:]?\d)"
    rf"\s*([ap]\.?m\b\.?|(?:पूर्वाह्न|अपराह्न)(?!\S))?\s*(?:बजे)?\s*\(?{_OFFSET}?",
    re.I,
)
_PATTERNS = (_ISO, _NAMED, _NUMBERED, _CLOCK)


def parse(text: str) -> datetime | None:
    """Return the first date in ``text`` with its time and offset, or None if there is none.

    Reads ISO 8601 (also with offsets such as +5:30), '19 June 2024, 5:34 pm', 'June 19, 2024',
    '19 जून 2024, शाम 5:34', '09-03-2023 | 7:44 pm' (day first) and Devanagari digits. Without
    an offset it is Indian time; without a time of day it is midnight.
    """
    found = parse_all(text)
    return found[0] if found else None


def parse_data(value: object) -> datetime | None:
    """Return the date in a text, or in a number of seconds or milliseconds since 1970.

    None if the value is neither, or no date is in it.
    """
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        return None
    text = str(value).strip()
    return datetime.fromtimestamp(int(text[:10]), IST) if _EPOCH.fullmatch(text) else parse(text)


def parse_all(text: str) -> tuple[datetime, ...]:
    """Return the dates in ``text``: all ISO 8601 ones in order, else the first other one."""
    text = _plain(text)
    exact = [time for match in _ISO.finditer(text) if (time := _iso(match))]
    if exact:
        return tuple(exact)
    loose = _loose(text)
    return (loose,) if loose else ()


def finer(told: datetime | None, other: datetime | None) -> datetime | None:
    """Return ``told``, or ``other`` where that alone tells the time of the same day in India."""
    if told is None or other is None:
        return told or other
    same = told.astimezone(IST).date() == other.astimezone(IST).date()
    return other if same and _is_midnight(told.astimezone(IST)) else told


def later(modified: datetime | None, published: datetime | None) -> datetime | None:
    """Return when an article was modified, None where that was before it was published."""
    return None if modified and published and modified < published else modified


def parse_mail(text: str) -> datetime | None:
    """Return a date as mail writes it (RFC 5322) with its offset, else as `parse` finds it."""
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return parse(text)
    is_sure = date.tzinfo and date.year in _YEARS and not _NO_YEAR.search(text)
    return date if is_sure else parse(text)


def without_dates(text: str) -> str:
    """Return ``text`` with every date and time of day cut out."""
    text = _plain(text)
    for pattern in _PATTERNS:
        text = pattern.sub(" ", text)
    return text


def before_dates(text: str) -> str:
    """Return what stands in ``text`` before the first date or time of day, all if there is none."""
    text = _plain(text)
    found = (pattern.search(text) for pattern in _PATTERNS)
    return text[: min((match.start() for match in found if match), default=len(text))]


def hindi_date(time: datetime) -> str:
    """Write ``time`` in Indian time, such as '19 जून 2024, शाम 5:34'; midnight means no time."""
    time = time.astimezone(IST)
    day = f"{time.day} {_HINDI_MONTHS[time.month - 1]} {time.year}"
    return day if _is_midnight(time) else f"{day}, {hindi_time(time)}"


def english_date(time: datetime) -> str:
    """Write ``time`` in Indian time, such as '19 June 2024, 5:34 pm'; midnight means no time."""
    day = english_day(time)
    return day if _is_midnight(time.astimezone(IST)) else f"{day}, {english_time(time)}"


def hindi_time(time: datetime) -> str:
    """Write the time of day in India, such as 'शाम 5:34'."""
    time = time.astimezone(IST)
    return f"{_part_of(time.hour)} {_clock(time)}"


def english_time(time: datetime) -> str:
    """Write the time of day in India, such as '5:34 pm'."""
    time = time.astimezone(IST)
    return f"{_clock(time)} {'am' if time.hour < 12 else 'pm'}"


def english_day(time: datetime) -> str:
    """Write the day of ``time`` in Indian time, such as '19 June 2024'."""
    time = time.astimezone(IST)
    return f"{time.day} {_ENGLISH_MONTHS[time.month - 1]} {time.year}"


def _plain(text: str) -> str:
    """Return ``text`` with ASCII digits."""
    return _DIGITS_MEET.sub(" ", text).translate(_DIGITS)


def _is_midnight(time: datetime) -> bool:
    return (time.hour, time.minute, time.second) == (0, 0, 0)


def _clock(time: datetime) -> str:
    return f"{time.hour % 12 or 12}:{time.minute:02}"


def _part_of(hour: int) -> str:
    for start, name in ((20, "रात"), (16, "शाम"), (12, "दोपहर"), (4, "सुबह")):
        if hour >= start:
            return name
    return "रात"


def _iso(match: re.Match[str]) -> datetime | None:
    year, month, day, hour, minute, second, offset = match.groups()
    time = (int(hour or 0), int(minute or 0), int(second or 0))
    return _build((int(year), int(month), int(day)), time, offset)


def _loose(text: str) -> datetime | None:
    match = _NAMED.search(text) or _NUMBERED.search(text)
    if match is None:
        return None
    before = text[max(match.start() - 30, 0) : match.start()]
    clock = _CLOCK.search(text[match.end() : match.end() + 40]) or _CLOCK.search(before)
    date = _named_day(match) if match.re is _NAMED else _numbered_day(match)
    if clock is None:
        return _build(date, (0, 0, 0), None)
    return _build(date, _time_of(clock), clock[6]) or _build(date, (0, 0, 0), None)


def _named_day(match: re.Match[str]) -> tuple[int, int, int]:
    month = (match["month"] or match["month2"]).lower().rstrip(".॰")
    return int(match["year"]), _MONTHS[month], int(match["day"] or match["day2"])


def _numbered_day(match: re.Match[str]) -> tuple[int, int, int]:
    day, month = int(match[1]), int(match[3])
    return (int(match[4]), day, month) if month > 12 else (int(match[4]), month, day)


def _time_of(clock: re.Match[str]) -> tuple[int, int, int]:
    hour = int(clock[2])
    return _full_hour(hour, clock[1] or "", clock[5] or ""), int(clock[3]), int(clock[4] or 0)


def _full_hour(hour: int, part: str, half: str) -> int:
    """Turn an hour on the 12-hour clock into one on the 24-hour clock."""
    if hour > 12 or not (part or half):
        return hour
    if half:
        return hour % 12 + (12 if half[0] in "pPअ" else 0)
    if part == "रात":
        return hour % 12 + (12 if 6 <= hour < 12 else 0)
    late = part in ("शाम", "अपराह्न") or (part == "दोपहर" and hour % 12 < 6)
    return hour % 12 + (12 if late else 0)


def _build(
    date: tuple[int, int, int], time: tuple[int, int, int], offset: str | None
) -> datetime | None:
    if date[0] not in _YEARS:
        return None
    try:
        return datetime(*date, *time, tzinfo=_zone(offset or ""))
    except ValueError:
        return None


def _zone(offset: str) -> tzinfo:
    if offset.upper() in ("", "IST"):
        return IST
    if offset.upper() in ("Z", "GMT", "UTC"):
        return UTC
    offset = offset.upper().lstrip("GMTUC ")
    digits = offset[1:].replace(":", "").zfill(4)
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-away if offset[0] == "-" else away)
