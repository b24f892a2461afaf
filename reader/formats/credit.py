"""Bylines and dates: the lines that say who wrote an article, when, and for whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from reader.formats import dates, marks

_DID = "written|edited|reported|posted|published|curated|authored"
_BY = re.compile(rf"(?:^|(?<=\s))(?:(?:{_DID})\s+)?by[\s:]+(?=\S)", re.I)
_AUTHOR = re.compile(
    rf"^(?:(?:{_DID}) by|author|reporter|लेखक|लेखिका|रिपोर्ट|रिपोर्टर|संवाददाता|प्रस्तुति|संपादन|"
    r"सम्पादन|द्वारा|लेखन|बातचीत|लेख(?:\s+(?:और|व|एवं)\s+(?:तस्वीरें|फोटो|चित्र))?)\s*[:：-]\s*(?=\S)"
    rf"|^(?:{_DID}) by\s+(?=\S)"
    r"|^(?:प्रस्तुतकर्ता|द्वारा|author,)\s+(?=\S)",
    re.I,
)
# Who keeps a site up did not write its articles.
_KEPT_BY = re.compile(
    r"\W*(?:content (?:owned|managed|maintained)|(?:web)?site|designed|developed|powered|hosted"
    r"|maintained)\b.*\bby\b",
    re.I,
)
_OTHERS = r"(?:संपादन|सम्पादन|अनुवाद|तस्वीरें|फोटो)"
_EDITED = re.compile(
    rf"^\W*(?:(?:edited|curated|compiled) by\b|(?:editor|संपादक|सम्पादक|{_OTHERS})\s*[:：-])", re.I
)
_BESIDE_EDITOR = re.compile(r"^[^\W\d_][^,|]{2,40}[,|]\s*(?:edited|curated) by\s", re.I)
_WROTE = re.compile(r"\s+की\s+(?:(?:खास|ख़ास|विशेष)\s+)?रिपोर्ट$")
_BEHIND_NAME = re.compile(r"\s+(?:on|at|पर)(?:\s.*)?$", re.I)
_DESK = re.compile(r"(?:डेस्क|ब्यूरो|संवाददाता|टीम|\bdesk|\bbureau|\bcorrespondent)$", re.I)
_NAMES = re.compile("[\u0900-\u0963\u0970-\u097f\\s.,/-]+")
_PUBLISHED = (
    r"(?:first\s+)?publish(?:ed)?(?:\s+(?:on|at|date|time))?|posted(?:\s+(?:on|at|date))?|date|"
    r"प्रकाशित(?:\s+तिथि)?|(?:प्रकाशन|प्रविष्टि)(?:\s+तिथि)?|दिनांक|तारीख"
)
_MODIFIED = (
    r"(?:last\s+)?(?:updated?|modified)(?:\s+(?:on|at|date|time))?|"
    r"अपडेटेड|अपडेट|अद्यतन|संशोधित|अंतिम अपडेट"
)
# Spans that a page sets apart stand without a space: 'NAMEPublished: … ISTUpdated: …'.
_BEGINS = (
    r"(?:(?<![\w\u0900-\u097f])|(?<=[0-9०-९])|(?<=[ap]m)|(?<=बजे)|(?<=[igu][sm]t)|(?<=utc)"
    r"|(?<=[\u0900-\u097f])(?=[a-z]|[\u0900-\u0963]+\s?[:：]\s?[0-9०-९]))"
)
_WHEN = re.compile(
    rf"{_BEGINS}(?:({_MODIFIED})|{_PUBLISHED})"
    r"(?:\s*[:：-]\s*|\s+(?=(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*,?\s+\d|\d{1,2}\s))",
    re.I,
)
_SEPARATORS = re.compile(r"\s*[|·•/]\s*")
_LABELLED = re.compile(  # perhaps without a space before
    rf"(?<![a-z])(?=(?:{_DID}) by\b)|(?<!और)(?<!व)(?<!एवं)[\s,]+(?={_OTHERS}\s*[:：])", re.I
)
_LATIN_NAME = re.compile(
    rf"([A-Z][a-z]+(?: [A-Z][a-z.]+){{1,2}}) [^\x00-\x7f].*,\s*{marks.CITIES}$"
)
_FROM = re.compile(r"^(?:source|स्रोत|साभार)\s*[:：]\s*(\S.{0,80})$", re.I)
_ADDRESS = re.compile(r"^(?:(?:url|link|लिंक)\s*[:：]\s*)?(https?://\S+)$", re.I)
_LONGEST_DATED = 80  # characters of a place and a date
_PROSE = re.compile("[।॥?!]|[.]$")
_DAY_WORDS = re.compile(
    r"(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?\b|\b(?:ist|at|on)\b|बजे|"
    r"(?:रवि|सोम|मंगल|बुध|गुरु|शुक्र|शनि)वार",
    re.I,
)
# What programs write where nobody told them who the author is.
_NO_PERSON = re.compile(
    r"\b(?:python|admin(?:istrator)?\d*|users?\d*|owner|pc|hp|dell|lenovo|acer|asus|windows|microsoft|anonymous|"
    r"unknown|unnamed|untitled|guest|author|creator|root|none|null|n/a|canva|libreoffice|calibre)\b"
    r"|^(?:अज्ञात|अनाम|लेखक|उपयोगकर्ता|प्रयोक्ता)$|^\W*$",
    re.I,
)


# The parts of a newspaper, which stand beside a name or behind a headline.
SECTION = re.compile(
    r"देश|विदेश|राज्य|दुनिया|खेल|क्रिकेट|मनोरंजन|बॉलीवुड|राजनीति|राष्ट्रीय|अंतरराष्ट्रीय|कारोबार|बिजनेस|व्यापार|"
    r"धर्म|शिक्षा|करियर|क्राइम|अपराध|स्वास्थ्य|लाइफस्टाइल|टेक|विचार|"
    r"india|world|national|nation|states?|sports?|cricket|politics|business|entertainment|"
    r"bollywood|education|crime|health|lifestyle|tech|technology|opinion|latest|home",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Credit:
    """Who wrote an article and when, as far as one line says. Missing parts are empty."""

    byline: str = ""
    published: datetime | None = None
    modified: datetime | None = None
    source: str = ""
    url: str = ""

    def or_else(self, other: Credit) -> Credit:
        """Return this credit with what it lacks taken from ``other``."""
        return Credit(
            self.byline or other.byline,
            self.published or other.published,
            self.modified or other.modified,
            self.source or other.source,
            self.url or other.url,
        )


def with_agency(byline: str, agency: str) -> str:
    """Return the byline with the agency behind the author, unless it is there already."""
    return byline if agency and agency in byline else ", ".join(filter(None, (byline, agency)))


def names_keeper(line: str) -> bool:
    """Whether a line says who keeps a site up: 'Content owned by …'."""
    return bool(_KEPT_BY.match(line))


def credit(line: str) -> Credit | None:
    """Return what a byline, date, source or address line says, or None if it is none of these.

    A known label (By, लेखक:, Published:, अपडेट: …) must be there, or a name, a bar and a date.
    """
    if len(line) > 300 or _PROSE.search(line) or names_keeper(line):
        return None
    if match := _FROM.match(line):
        return Credit(source=match[1])
    if match := _ADDRESS.match(line):
        return Credit(url=match[1]) if _has_host(match[1]) else None
    when = _WHEN.search(line)
    if when:
        return _dated(line, when)
    return _undated(line)


def _has_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False


def _dated(line: str, when: re.Match[str]) -> Credit | None:
    """Read 'By NAME | Published: … | Updated: …'; None if no date stands behind a label."""
    published = modified = None
    labels = list(_WHEN.finditer(line))
    ends = [label.start() for label in labels[1:]] + [len(line)]
    for label, end in zip(labels, ends, strict=True):
        times = dates.parse_all(line[label.end() : end])
        if times and label[1]:
            modified = modified or times[0]
        elif times:
            published = published or times[0]
            modified = modified or (times[1] if len(times) > 1 else None)
    names = line[: when.start()]
    if (published is None and modified is None) or len(names.split()) > 15:
        return None
    return Credit(_names(names) or _author(dates.without_dates(line)), published, modified)


def _undated(line: str) -> Credit | None:
    """Read 'By NAME', 'लेखक: NAME', 'NAME | 3 मार्च 2025' and a line that is a date alone."""
    times = dates.parse_all(line)
    names = dates.without_dates(line) if times else line
    named = _BESIDE_EDITOR.match(names)
    labelled = bool((_BY.search if times else _BY.match)(names) or _AUTHOR.match(names) or named)
    barred = bool(times) and bool(re.search("[|·•]", line))
    alone = bool(times) and not re.search(r"[^\W\d_]", _DAY_WORDS.sub(" ", names))
    if not (labelled or barred or alone) or len(names.split()) > 10:
        return None
    published = times[0] if times else None
    told = names if labelled else dates.before_dates(line)
    byline = _names(told) if named else _author(names) or _names(told)
    return Credit("" if alone else byline, published, times[1] if len(times) > 1 else None)


def dated_place(line: str, text: str) -> str:
    """Return the place in a line that is one and a date, over ``text``, '' if it is none.

    'चंडीगढ़, सोमवार, 2 दिसंबर 2024 (18:22 IST)'; with a day of the week it may be unknown.
    """
    if len(line) > _LONGEST_DATED or not dates.parse_all(line):
        return ""
    told, before = dates.without_dates(line), dates.before_dates(line)
    place, over = (_DAY_WORDS.sub(" ", each).strip(" ,()|।:–-") for each in (told, before))
    if place != over or not re.search(r",\s", before):
        return ""
    has_day = re.fullmatch("[\u0900-\u0963]+", place) and _DAY_WORDS.search(before)
    return marks.place_alone(f"{place}:", f"{place} में" if has_day else text)


def name_alone(line: str) -> str:
    """Return the names in a line that may be nothing but names, without a place; '' if not.

    Two to eight words in Devanagari without a verb or a postposition: 'राम और सीता की रिपोर्ट';
    or a name in Latin letters before a paper and a city in Devanagari.
    Any two nouns are such a line too; where it stands must tell.
    """
    if named := _LATIN_NAME.match(line):
        return named[1]
    name = marks.without_city(_WROTE.sub("", line.strip(" ,")))
    words = name.replace(",", " ").replace(" और ", " ").split()
    if len(name) > 40 or not 2 <= len(words) <= 8 or not _NAMES.fullmatch(name):
        return ""
    return "" if marks.is_clause(words) or marks.is_button(line) else name


def is_desk(line: str) -> bool:
    """Whether a line of names is that of a desk or an office: 'विशेष संवाददाता', 'सत्य ब्यूरो'."""
    return bool(_DESK.search(line))


def _author(text: str) -> str:
    """Return the names behind 'by' or a label where other words stand before: 'Posted on … by'."""
    by = _BY.search(text)
    if by and by.start():
        return _names(text[by.start() :])
    return next((_names(part) for part in _SEPARATORS.split(text) if _AUTHOR.match(part)), "")


def _names(text: str) -> str:
    """Return the names in the part of a credit line before its date, labels taken off."""
    told = (_BEHIND_NAME.sub("", each) for each in writers(_SEPARATORS.split(text)))
    names = (marks.without_city(each.strip(" ,;:–—-()")) for each in told)
    named = (name for name in names if not SECTION.fullmatch(name))
    return ", ".join(name for name in named if re.search(r"[^\W\d_]", name))


def names_editor(line: str) -> bool:
    """Whether a credit line begins with who edited the article, whoever wrote it."""
    return bool(_EDITED.match(line))


def person(name: str) -> str:
    """Return the name a file gives for its author, '' where a program or a computer gave it."""
    plain = " ".join(name.split())
    return "" if _NO_PERSON.search(plain) or len(plain) > 200 else plain


def writers(credits: Iterable[str]) -> list[str]:
    """Return the names in credits such as 'Written by: NAME', labels taken off.

    Who edited what others wrote is left out.
    """
    parts = [part.strip(" ,;:–—-|") for each in credits for part in _LABELLED.split(each)]
    wrote = [part for part in parts if part and not names_editor(part)]
    own = (_AUTHOR.sub("", _BY.sub("", part, count=1)) for part in wrote or parts)
    return list(filter(None, own))
