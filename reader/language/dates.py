"""Dates in Hindi text, and how to say them in English."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from reader.language.normalise import fold
from reader.language.words import CHARACTER
from reader.model import Span

_MONTHS = (
    "जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून",
    "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर",
)  # fmt: skip
_VARIANTS = {"फरबरी": 2, "अप्रेल": 4, "जुलाइ": 7, "अक्तूबर": 10, "अक्टुबर": 10}
_WEEKDAYS = {
    "सोमवार": "Monday",
    "मंगलवार": "Tuesday",
    "बुधवार": "Wednesday",
    "गुरुवार": "Thursday",
    "गुरूवार": "Thursday",
    "बृहस्पतिवार": "Thursday",
    "वीरवार": "Thursday",
    "शुक्रवार": "Friday",
    "शनिवार": "Saturday",
    "रविवार": "Sunday",
    "इतवार": "Sunday",
}
_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_YEARS = ("y1", "y2", "y3", "y4", "y5", "y6")
_YEAR = r"(?:1[5-9]|20)\d\d|[१][५-९][०-९][०-९]|२०[०-९][०-९]"


@dataclass(frozen=True, slots=True)
class When:
    """A date in a text, as much of it as the text says; what it does not say is 0 or ''.

    ``weekday`` is in English; ``month`` counts from 1.
    """

    span: Span
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: str = ""


def find(text: str) -> list[When]:
    """The dates in ``text``, in order: days, months with a year or case, years, weekdays.

    A weekday beside a date is a mention of its own, so that the date stands alone.
    """
    found = (_when(match) for match in _pattern().finditer(text))
    return [when for when in found if when]


def english(when: When, published: datetime | None = None) -> str:
    """The date in English, such as "19 June 2024".

    A day without a year is taken for the one nearest to ``published``, if that is given.
    """
    when = _with_year(when, published)
    month = _ENGLISH_MONTHS[when.month - 1] if when.month else ""
    parts = (when.weekday, str(when.day or ""), month, str(when.year or ""))
    return " ".join(filter(None, parts))


def _with_year(when: When, published: datetime | None) -> When:
    """The date with the year that brings it nearest to ``published``."""
    if when.year or not when.day or published is None:
        return when
    day = published.date()
    years = (day.year - 1, day.year, day.year + 1)
    fits = {year: found for year in years if (found := _date(year, when.month, when.day))}
    if not fits:
        return when
    return replace(when, year=min(fits, key=lambda year: abs(fits[year] - day)))


def _date(year: int, month: int, day: int) -> date | None:
    """The date, None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _when(match: re.Match[str]) -> When | None:
    """The date a match stands for; None when there is no such date."""
    span = Span(*match.span())
    groups = match.groupdict(default="")
    if groups["weekday"]:
        return When(span, weekday=_weekdays()[fold(groups["weekday"])])
    word = next((groups[key] for key in ("m1", "m2", "m3") if groups[key]), "")
    month = _months()[fold(word)] if word else int(groups["n_month"] or 0)
    year = next((int(groups[key]) for key in _YEARS if groups[key]), 0)
    day = next((int(groups[key]) for key in ("d1", "d2", "n_day") if groups[key]), 0)
    if day and not _date(year or 2000, month, day):
        return None
    return When(span, year, month, day)


@cache
def _months() -> dict[str, int]:
    """The folded names of the months, and their numbers."""
    named = {fold(name): number for number, name in enumerate(_MONTHS, 1)}
    return named | {fold(name): number for name, number in _VARIANTS.items()}


@cache
def _weekdays() -> dict[str, str]:
    """The folded names of the weekdays, and their English."""
    return {fold(name): english for name, english in _WEEKDAYS.items()}


def _named(names: dict[str, int] | dict[str, str]) -> str:
    """A pattern for any of the folded names in any spelling."""
    nasals = {"ं": "(?:[ंँ]|[नम]्)", "फ": "फ़?"}
    loose = ("".join(nasals.get(char, char) for char in name) for name in names)
    return "(?:" + "|".join(sorted(loose, key=len, reverse=True)) + f")(?!{CHARACTER})"


@cache
def _pattern() -> re.Pattern[str]:
    """Every form of date, the fullest first."""
    month, weekday, day = _named(_months()), _named(_weekdays()), r"\d{1,2}"
    end = rf"(?!{CHARACTER})"
    forms = (
        rf"(?P<d1>{day})(?: ?(?:वीं|वें|st|nd|rd|th))? ?-?(?P<m1>{month})"
        rf"(?:,? ?(?P<y1>{_YEAR}){end})?",
        rf"(?P<m2>{month}) (?P<d2>{day}){end}(?:, ?(?P<y2>{_YEAR}){end})?",
        rf"(?P<m3>{month})(?:,? (?P<y3>{_YEAR}){end}|(?= (?:में|से|तक|माह|महीने){end}))",
        rf"(?P<n_day>{day})[./-](?P<n_month>{day})[./-](?P<y4>{_YEAR}){end}",
        rf"(?:साल|वर्ष|सन|सन्) (?P<y5>{_YEAR}){end}",
        rf"(?P<y6>{_YEAR}){end}(?=(?:-\d\d)? (?:में|से|तक|के|की|का|को){end})",
        rf"(?P<weekday>{weekday})",
    )
    return re.compile(rf"(?<!{CHARACTER})(?<!\d[.,:/-])(?:" + "|".join(forms) + ")")
