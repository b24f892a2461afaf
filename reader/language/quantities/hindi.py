"""The quantities that a Hindi text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from reader.language.normalise import fold
from reader.language.quantities import clock, english
from reader.language.quantities.finding import Calendar, Finder
from reader.language.quantities.hindi_words import MONTHS, WEEKDAYS, vocabulary
from reader.language.quantities.quantity import Quantity, Weight
from reader.language.quantities.vocabulary import numbered, plain_digits
from reader.model import Span

_PERIODS = {
    "सुबह": "am", "सवेरे": "am", "तड़के": "am", "भोर": "am", "प्रातः": "am", "प्रात": "am", "पूर्वाह्न": "am",
    "शाम": "pm", "सायं": "pm", "सांय": "pm", "अपराह्न": "pm", "दोपहर": "noon", "दिन": "noon",
    "रात": "night", "रात्रि": "night", "आधी रात": "night", "देर रात": "night",
}  # fmt: skip
_PERIOD = "|".join(sorted(_PERIODS, key=len, reverse=True))
_SAID_BEFORE = rf"(?:(?P<period>{_PERIOD})(?: (?:को|में|के|करीब|लगभग|तकरीबन|ठीक))*,? )?"
_SAID_AFTER = rf"(?![\u0900-\u0963])(?:,? (?P<later>{_PERIOD})(?! \d))?"
_TIME = re.compile(
    rf"{_SAID_BEFORE}(?<![\d.:/,$₹£-])"
    r"(?P<hour>\d{1,2})(?:(?P<parting>[:.])(?P<minute>\d\d))?(?::\d\d)?(?![\d:]|\.\d)"
    rf"(?P<after> ?(?:बजकर|बजे|बज){_SAID_AFTER}| ?(?P<latin>[aApP])\.?[mM]\b\.?)?"
)
_HOURS = "एक|दो|तीन|चार|पाँच|पांच|छह|छः|छ:|सात|आठ|नौ|दस|ग्यारह|बारह"
_WORDED_TIME = re.compile(
    rf"{_SAID_BEFORE}(?<![\u0900-\u0963])"
    rf"(?P<said>(?:(?P<offset>साढ\u093c?े|साढ़े|सवा|पौने) )?(?P<hour>{_HOURS}|\d{{1,2}})"
    rf"|डेढ\u093c?|डेढ़|ढाई) (?:बजकर|बजे|बज){_SAID_AFTER}"
)
_MINUTES_TO = re.compile(
    rf"(?<![\u0900-\u0963\d])(?P<hour>{_HOURS}|\d{{1,2}}) बजने में "
    r"(?P<minute>\d{1,2}|[\u0900-\u0963]+) मिनट"
)
_ONE_IN = re.compile(
    r"(?<![\w\u0900-\u0963.,-])(?:(?:हर|प्रत्येक) )?(?P<all>\d+|[\u0900-\u0963]+)"
    r"(?: [\u0900-\u0963]+)? में से (?:एक|1)(?![\w\u0900-\u0963-])"
)
# What is said of no number, with numbers in it.
_IDIOM = re.compile(
    r"(?<![\u0900-\u0963])(?:नौ[ -]दो[ -]ग्यारह|दो टूक|चार चा[ँं]द|दो राय|सोलह आने|चार धाम|नौ सेना"
    r"|छत्तीस का आ[ँं]कड़ा|सात समंदर|सात समुंदर|सात समुद्र|सातवें आसमान"
    r"|दो जून की|तीन[ -]तेरह|उन्नीस[ -]बीस|दो[ -]दो हाथ|दो शब्द|दो कौड़ी|आठ[ -]आठ आ[ँं]सू|तीन[ -]पा[ँं]च)"
    r"(?![\u0900-\u0963])"
)
_MINUTES_PAST = re.compile(r" (\d{1,2}|[\u0900-\u0963]+) मिनट")


def find(text: str) -> list[Quantity]:
    """The quantities in ``text``, in order of their spans, which do not overlap."""
    plain = plain_digits(text)
    taken = _apart(
        [
            *_idioms(plain),
            *clock.dates(plain),
            *_minutes_to(plain),
            *_worded_times(plain),
            *_times(plain),
            *clock.fractions(plain),
            *_ratios(plain),
        ]
    )
    return Finder(plain, vocabulary(), _calendar(), taken).find()


def _times(text: str) -> Iterator[Quantity]:
    """Times of day in figures: शाम 5:30 बजे, 17:30, 5 बजे."""
    for match in _TIME.finditer(text):
        after = (match["after"] or "").strip()
        if not after and match["parting"] != ":":
            continue
        span, minute = _past(match, int(match["minute"] or 0))
        hour = int(match["hour"])
        half = f"{match['latin'].lower()}m" if match["latin"] else _half(match, hour)
        found = clock.time(span, hour, minute, half=half)
        if found:
            yield found


def _worded_times(text: str) -> Iterator[Quantity]:
    """Times of day in words, whole or in part: सुबह नौ बजे, साढ़े पाँच बजे, सवा 10 बजे."""
    for match in _WORDED_TIME.finditer(text):
        if match["hour"] and match["hour"].isdecimal() and not match["offset"]:
            continue
        said = vocabulary().cardinals.get(fold(match["hour"] or match["said"]))
        hours = Fraction(match["hour"]) if said is None else said
        hours += vocabulary().offsets.get(fold(match["offset"] or ""), 0)
        hour, rest = divmod(hours, 1)
        span, minute = _past(match, int(rest * 60))
        found = clock.time(span, int(hour), minute, half=_half(match, int(hour)), worded=True)
        if found:
            yield found


def _minutes_to(text: str) -> Iterator[Quantity]:
    """Times told by what is left of the hour: पाँच बजने में दस मिनट."""
    for match in _MINUTES_TO.finditer(text):
        hour, minute = _count(match["hour"]), _count(match["minute"])
        if hour and 0 < minute < 60:
            found = clock.time(Span(*match.span()), (hour - 1) or 12, 60 - minute, worded=True)
            if found:
                yield found


def _ratios(text: str) -> Iterator[Quantity]:
    """हर पाँच में से एक, दस बच्चों में से एक."""
    for match in _ONE_IN.finditer(text):
        yield from clock.one_in(Span(*match.span()), match["all"], vocabulary().cardinals)


def _idioms(text: str) -> Iterator[Quantity]:
    """Idioms, as what may or may not be a number in English."""
    for match in _IDIOM.finditer(text):
        numbers = [_count(word) for word in re.split("[ -]", match.group())]
        values = tuple(Fraction(number) for number in numbers if number) or (Fraction(7),)
        yield Quantity(Span(*match.span()), values, weight=Weight.LOOSE, worded=True)


def _count(word: str) -> int:
    """The number that a word or digits stand for, 0 for none."""
    return int(word) if word.isdecimal() else int(vocabulary().cardinals.get(fold(word), 0))


def _past(match: re.Match[str], minute: int) -> tuple[Span, int]:
    """Where a time stands, with its minute: those behind बजकर go before ``minute``."""
    start = match.start("said" if "said" in match.re.groupindex else "hour")
    past = _MINUTES_PAST.match(match.string, match.end())
    if past and match.group().endswith("बजकर"):
        return Span(start, past.end()), _count(past[1])
    return Span(start, match.end()), minute


def _half(match: re.Match[str], hour: int) -> str:
    """The half of the day that a time is in, '' where the text does not say."""
    period = _PERIODS.get(match["period"] or match["later"] or "", "")
    if period == "noon":
        return "am" if 7 <= hour <= 11 else "pm"
    if period == "night":
        return "pm" if 6 <= hour <= 11 else "am"
    return period if hour <= 12 else ""


def _apart(found: list[Quantity]) -> list[Quantity]:
    """Those that overlap none before them."""
    kept: list[Quantity] = []
    for quantity in found:
        if not any(quantity.span.overlaps(other.span) for other in kept):
            kept.append(quantity)
    return kept


@cache
def _calendar() -> Calendar:
    latin = english.calendar()
    months = {**latin.months, **numbered(MONTHS, 1)}
    weekdays = {**latin.weekdays, **numbered(WEEKDAYS, 1)}
    return Calendar(months, weekdays, latin.doubtful | {"मार्च", "मई"})
