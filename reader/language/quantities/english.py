"""The quantities that an English text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from reader.language.quantities import clock, measures
from reader.language.quantities.english_words import MONTHS, WEEKDAYS, vocabulary
from reader.language.quantities.finding import Calendar, Finder
from reader.language.quantities.quantity import Kind, Quantity, Weight
from reader.language.quantities.vocabulary import numbered, plain_digits
from reader.model import Span

_TIME = re.compile(
    r"(?<![\d.:/,$£€₹-])(?P<hour>\d{1,2})(?:(?P<parting>[:.])(?P<minute>\d\d))?(?::\d\d)?"
    r"(?![\d:]|\.\d)(?P<after> ?(?:(?P<half>[ap])(?:\. ?m\b\.?| ?m\b)|o['’]clock|hours\b|hrs\b))?",
    re.IGNORECASE,
)
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_MINUTES = "five|ten|twenty(?:[ -]five)?"
_HALVES = {"morning": "am", "a.m": "am", "am": "am", "afternoon": "pm", "evening": "pm"}
_HALVES |= {"p.m": "pm", "pm": "pm"}
_WORDED_TIME = re.compile(
    rf"\b(?:(?P<offset>half|(?:a )?quarter|(?:{_MINUTES}|\d\d?)(?P<minutes> minutes?)?)"
    r" (?P<way>past|to|after) )?"
    rf"(?P<hour>{_HOURS}|\d{{1,2}})(?![:.]\d|\w)"
    r"(?P<after> o['’]clock)?"
    r"(?:,? (?:in the (?P<day>morning|afternoon|evening)|at (?P<night>night)"
    r"|(?P<half>[ap]\.?m)\b))?",
    re.IGNORECASE,
)
_NOON = re.compile(r"\b(?:12 |twelve )?(?:(?P<noon>noon|midday)|midnight)\b", re.IGNORECASE)
_AND_A_HALF = re.compile(
    r"\b(?:an?|one) (?P<period>[a-z]+) and (?:an? (?P<part>half|quarter)|three[ -]quarters)\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\b(?:an? |one )?(?P<part>quarter|three[ -]quarters) of an? (?P<period>hour|year|century)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r",? ?(?:in the (?P<day>morning|afternoon|evening)|at (?P<night>night))", re.IGNORECASE
)

_ONE_IN = re.compile(
    r"(?<![\w.-])(?:one|1)(?: [a-z]+)? (?:in|out of|of)(?: every)? "
    r"(?P<all>\d+|[a-z]+)(?![\w-]|[.,:]\d)",
    re.IGNORECASE,
)
_FISCAL = re.compile(r"\b(?P<before>FY) ?(?:20)?(?P<year>\d\d)(?![\d–-])")


def find(text: str) -> list[Quantity]:
    """The quantities in ``text``, in order of their spans, which do not overlap."""
    plain = plain_digits(text)
    every = (
        *clock.dates(plain),
        *_noons(plain),
        *_times(plain),
        *_worded_times(plain),
        *_mixed(plain),
        *_parts(plain),
        *_fiscal_years(plain),
        *clock.fractions(plain),
        *_ratios(plain),
    )
    taken: list[Quantity] = []
    for quantity in every:
        if not any(quantity.span.overlaps(other.span) for other in taken):
            taken.append(quantity)
    return Finder(plain, vocabulary(), calendar(), taken).find()


def _times(text: str) -> Iterator[Quantity]:
    """Times of day: 5:30 p.m., 17:30, 5 o'clock."""
    for match in _TIME.finditer(text):
        parting, after = match["parting"], (match["after"] or "").strip().lower()
        if after in ("hours", "hrs") and parting != ":":
            continue
        if not after and parting != ":":
            continue
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        half = (match["half"] or "").lower()
        found = clock.time(
            Span(*match.span()), hour, minute, half=half + "m" if half else _half(text, match, hour)
        )
        if found:
            yield found


def _worded_times(text: str) -> Iterator[Quantity]:
    """Times of day in words: nine in the morning, five o'clock, a quarter to ten."""
    for match in _WORDED_TIME.finditer(text):
        said = [name for name in ("offset", "after", "day", "night", "half") if match[name]]
        if not said or (said == ["night"] and match["hour"].isdecimal()):
            continue
        hour, minute = _hour(match["hour"]), _minute(match["offset"] or "")
        if minute > 59 or _is_no_offset(match):
            continue
        if match["way"] and match["way"].lower() == "to":
            hour, minute = (hour or 24) - 1, 60 - minute
        half = _HALVES.get((match["day"] or match["half"] or "").lower(), "")
        if match["night"]:
            half = "pm" if 6 <= hour <= 11 else "am"
        found = clock.time(Span(*match.span()), hour, minute, half=half, worded=True)
        if found:
            yield found


def _hour(spelled: str) -> int:
    return int(spelled) if spelled.isdecimal() else _HOURS.split("|").index(spelled.lower()) + 1


def _minute(offset: str) -> int:
    """The minutes of "half", "a quarter", "twenty-five minutes", 0 for ''."""
    words = re.split("[ -]", offset.lower().removeprefix("a "))
    if words[0].isdecimal():
        return int(words[0])
    known = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}
    return sum(known.get(word, 0) for word in words)


def _is_no_offset(match: re.Match[str]) -> bool:
    """Whether a number before "to" or "after" is no minutes: ten to five, one day after two."""
    offset = (match["offset"] or "").lower()
    in_parts = offset.endswith(("half", "quarter"))
    past = (match["way"] or "past").lower() == "past" and not offset[:1].isdecimal()
    return bool(offset) and not (in_parts or past or match["minutes"])


def _noons(text: str) -> Iterator[Quantity]:
    """Noon and midnight, which need not be times in the Hindi."""
    for match in _NOON.finditer(text):
        value = Fraction(clock.HALF_DAY if match["noon"] else 0)
        yield Quantity(Span(*match.span()), (value,), Kind.TIME, Weight.LOOSE, worded=True)


def _mixed(text: str) -> Iterator[Quantity]:
    """A year and a half, an hour and three quarters."""
    for match in _AND_A_HALF.finditer(text):
        part = {"half": Fraction(1, 2), "quarter": Fraction(1, 4)}.get(
            (match["part"] or "").lower(), Fraction(3, 4)
        )
        if match["period"].lower() in vocabulary().scales:  # a dozen and a half
            continue
        yield Quantity(
            Span(*match.span()),
            (1 + part,),
            weight=Weight.SOFT,
            measure=measures.named(match["period"]),
            worded=True,
        )


def _parts(text: str) -> Iterator[Quantity]:
    """A quarter of an hour, three quarters of a year."""
    for match in _PART_OF.finditer(text):
        part = Fraction(1 if match["part"].lower() == "quarter" else 3, 4)
        measure = measures.named(match["period"])
        yield Quantity(Span(*match.span()), (part,), Kind.NUMBER, measure=measure, worded=True)


def _fiscal_years(text: str) -> Iterator[Quantity]:
    """FY25, which in India is the year from April 2024 on, and perhaps called 2024-25."""
    for match in _FISCAL.finditer(text):
        short = int(match["year"])
        yield Quantity(Span(*match.span("before")), (Fraction(1999 + short),), weight=Weight.LOOSE)
        years = (Fraction(short), Fraction(2000 + short))
        yield Quantity(Span(match.end("before"), match.end()), years)


def _ratios(text: str) -> Iterator[Quantity]:
    """One in five, one child in ten, one of every three."""
    for match in _ONE_IN.finditer(text):
        after = text[match.end() :].split(maxsplit=1)
        if not (after and after[0].lower() in vocabulary().scales):
            yield from clock.one_in(Span(*match.span()), match["all"], vocabulary().cardinals)


def _half(text: str, match: re.Match[str], hour: int) -> str:
    """The half of the day that the words behind a time tell."""
    period = _PERIOD.match(text, match.end())
    if not period or hour > 12:
        return ""
    if period["night"]:
        return "pm" if 6 <= hour <= 11 else "am"
    return "am" if period["day"].lower() == "morning" else "pm"


@cache
def calendar() -> Calendar:
    """The names of months and weekdays."""
    doubtful = frozenset(("may", "march", "mar", "sat", "sun", "jan", "dec", "sep"))
    return Calendar(numbered(MONTHS, 1), numbered(WEEKDAYS, 1), doubtful)
