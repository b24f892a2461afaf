"""Find who and what a Hindi sentence names, by lists of names and the words around them.

No model: known names; a run of names after a title (राष्ट्रपति, श्री …) or around a known
given or family name; words before a suffix that makes an organisation (मंत्रालय, आयोग …)
or a place (जिला, नदी …); unknown words before ने, who do something; dates and numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from reader.language import dates, headwords, lexicon, names, numbers, words
from reader.language.normalise import fold, word_set
from reader.model import Label, Span


def _folded(listing: str) -> frozenset[str]:
    """The words of a listing, folded."""
    return frozenset(map(fold, word_set(listing)))


_TITLES = _folded(
    "राष्ट्रपति उपराष्ट्रपति प्रधानमंत्री मंत्री मुख्यमंत्री उपमुख्यमंत्री गृहमंत्री वित्तमंत्री रक्षामंत्री नेता सांसद "
    "विधायक "
    "राज्यपाल अध्यक्ष उपाध्यक्ष सचिव महासचिव प्रवक्ता निदेशक जस्टिस न्यायमूर्ति न्यायाधीश जज वकील अधिवक्ता "
    "डॉ डॉक्टर प्रो प्रोफेसर श्री श्रीमती सुश्री कुमारी पं पंडित स्वामी संत मौलाना शेख सर कप्तान कोच "
    "अभिनेता अभिनेत्री "
    "निर्देशक गायक लेखक पत्रकार खिलाड़ी क्रिकेटर बल्लेबाज गेंदबाज जनरल कर्नल मेजर कैप्टन इंस्पेक्टर एसपी डीएम "
    "एसएसपी आयुक्त सम्राट राजा रानी महाराजा राजकुमार सीएम पीएम विदेशमंत्री राजदूत चांसलर सीईओ "
    "कलेक्टर एसडीएम तहसीलदार दरोगा कोतवाल सिपाही हवलदार कांस्टेबल मेयर महापौर पार्षद सरपंच प्रधान इंजीनियर "
    "अभियंता वैज्ञानिक विशेषज्ञ उद्योगपति कारोबारी संपादक कवि कलाकार शिक्षक शिक्षिका छात्र छात्रा "
    "इंचार्ज ग्रैंडमास्टर महंत पुजारी इमाम पादरी फादर सिस्टर बादशाह नवाब सुल्तान गुरु नेताजी मि मिस्टर मिस मिसेज "
    "सेनेटर सीनेटर गोलकीपर विकेटकीपर कीपर स्ट्राइकर डिफेंडर कमांडर सार्जेंट लेफ्टिनेंट एडमिरल"
)
# जिलाधिकारी, थानाध्यक्ष, उपायुक्त, कुलपति, महानिदेशक: offices by their last part.
_TITLE_ENDING = re.compile("(?:धिकारी|ध्यक्ष|मंत्री|सचिव|निदेशक|आयुक्त|ायुक्त|अधीक्षक|ाधीक्षक|पति)$")
_STRONG_TITLES = _folded("डॉ प्रो श्री श्रीमती सुश्री जस्टिस न्यायमूर्ति पं मौलाना मि मिस्टर मिसेज")
_ORGANISATIONS = _folded(
    "मंत्रालय न्यायालय पार्टी आयोग एजेंसी विभाग परिषद समिति संघ बैंक विश्वविद्यालय यूनिवर्सिटी कॉलेज महाविद्यालय "
    "अस्पताल संस्थान कंपनी निगम बोर्ड कोर्ट हाईकोर्ट पुलिस क्लब फाउंडेशन ट्रस्ट लिमिटेड इंस्टीट्यूट कांग्रेस मोर्चा "
    "डिपार्टमेंट सेंटर काउंसिल कमेटी सोसायटी सोसाइटी फोर्स ग्रुप इंस्टिट्यूट हॉस्पिटल कॉर्पोरेशन एसोसिएशन चर्च "
    "लीग प्राधिकरण ब्यूरो महासंघ यूनियन एसोसिएशन सेना"
)
_MAKES_ORGANISATION = _folded(
    "विदेश गृह रक्षा वित्त कृषि शिक्षा स्वास्थ्य रेल चुनाव निर्वाचन उच्च उच्चतम सर्वोच्च राष्ट्रीय केंद्रीय "
    "भारतीय अंतरराष्ट्रीय "
    "राज्य जांच मौसम आयकर पर्यावरण ऊर्जा जल सुप्रीम हाई नगर मानवाधिकार महिला योजना सूचना विकास समाजवादी "
    "राजकीय इंटर डिग्री मेडिकल इंजीनियरिंग प्राथमिक माध्यमिक औद्योगिक "
    "कम्युनिस्ट लोकतांत्रिक रिपब्लिकन डेमोक्रेटिक कंजर्वेटिव लेबर सुरक्षा विज्ञान प्रौद्योगिकी"
)
_PLACES = _folded(
    "जिला जिले जनपद गांव शहर कस्बा कस्बे तहसील प्रखंड प्रांत द्वीप नदी झील घाटी पर्वत सागर "
    "महासागर हवाईअड्डा स्टेशन मोहल्ला"
)
_PLURAL_PLACES = _folded("गांवों जिलों शहरों कस्बों जनपदों नदियों झीलों घाटियों द्वीपों प्रांतों तहसीलों मोहल्लों")
_AND = _folded("और व तथा एवं")
# Known places that are a fruit, too: places only before a postposition.
_DOUBTFUL_PLACES = _folded("माल्टा")
_POSTPOSITIONS = _folded("में का के की को ने")
_PLURAL = re.compile("(?:ों|ओं|ियाँ|ियां)$")
_AGENT = "ने"
# Family names that no name begins with, so that a noun before them is the given name.
_FAMILY = _folded(
    "सिंह कुमार कुमारी देवी चंद्र ख़ान बेगम कौर यादव शर्मा मिश्रा गुप्ता अग्रवाल पटेल गांधी ठाकुर तिवारी "
    "पांडे जोशी वर्मा सिन्हा श्रीवास्तव चौधरी चौहान रेड्डी बिष्ट रावत नेगी पंत जैन झा दुबे त्रिपाठी चतुर्वेदी "
    "द्विवेदी शुक्ला मीणा पाटिल कपूर मल्होत्रा बनर्जी मुखर्जी चटर्जी घोष अहमद हुसैन अंसारी"
)
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A mention: where in the sentence and what kind, and the amount or date that it is."""

    span: Span
    label: Label
    value: numbers.Amount | dates.When | None = None


def find(text: str) -> list[Found]:
    """The people, places, organisations, dates, numbers and amounts in ``text``, in order.

    Mentions do not overlap.
    """
    line = _Line(text)
    fixed = _fixed(text)
    for found in fixed:
        line.take(found.span)
    line.claim_long_names()
    line.claim_by_suffix(_ORGANISATIONS, Label.ORGANISATION)
    line.claim_by_suffix(_PLACES, Label.PLACE)
    line.claim_pairs_of_places()
    line.claim_people()
    line.claim_short_names()
    return sorted([*fixed, *line.claims], key=lambda found: found.span.start)


@lru_cache(maxsize=1 << 15)
def is_common(word: str) -> bool:
    """Whether a word is an everyday one, which alone names nobody."""
    return headwords.is_word(word) or bool(lexicon.lookup(word))


@lru_cache(maxsize=1 << 12)
def _is_title(word: str) -> bool:
    """Whether a folded word is a title, an office or a calling that stands before a name."""
    return word in _TITLES or bool(_TITLE_ENDING.search(word))


@lru_cache(maxsize=1 << 12)
def _may_name(word: str) -> bool:
    """Whether an everyday word may be a given name too, as विकास and आशा are."""
    return not _is_title(fold(word)) and {e.pos for e in lexicon.lookup(word)} <= {
        "noun",
        "adjective",
    }


def _fixed(text: str) -> list[Found]:
    """The dates, and the numbers outside them."""
    whens = [Found(when.span, Label.DATE, when) for when in dates.find(text)]
    days = {at for when in whens for at in range(when.span.start, when.span.end)}
    amounts = [
        Found(amount.span, Label.MONEY if amount.is_money else Label.NUMBER, amount)
        for amount in numbers.find(text)
        if days.isdisjoint(range(amount.span.start, amount.span.end))
    ]
    return whens + amounts


class _Line:
    """The words of a sentence, and which of them have been claimed by a mention."""

    def __init__(self, text: str) -> None:
        self.claims: list[Found] = []
        self._text = text
        self._spans = words.split(text)
        self._starts = [span.start for span in self._spans]
        self._words = [text[span.start : span.end] for span in self._spans]
        self._folded = [fold(word) for word in self._words]
        self._free = [True] * len(self._spans)

    def take(self, span: Span) -> None:
        """Let no later mention have the words that overlap ``span``."""
        at = bisect_right(self._starts, span.start) - 1
        for word in range(max(at, 0), bisect_left(self._starts, span.end)):
            self._free[word] = self._free[word] and not self._spans[word].overlaps(span)

    def claim_long_names(self) -> None:
        """Claim known names of two words or more."""
        for at in range(len(self._words)):
            known = names.longest(self._words, at) if self._free[at] else None
            if known and known[0] > 1 and self._in_one_piece(at, at + known[0]):
                self._claim(self._of_place(at, known[1].label), at + known[0], known[1].label)

    def _of_place(self, at: int, label: Label) -> int:
        """Where an organisation at ``at`` begins with its place, as in गुजरात उच्च न्यायालय."""
        if label is not Label.ORGANISATION or not at or not self._in_one_piece(at - 1, at + 1):
            return at
        before = names.known(self._words[at - 1])
        return at - 1 if before and before.label is Label.PLACE else at

    def claim_short_names(self) -> None:
        """Claim known places and organisations of one word."""
        for at, word in enumerate(self._words):
            name = names.known(word) if self._free[at] else None
            if name and name.label is not Label.PERSON and not self._is_doubtful(at):
                self._claim(at, at + 1, name.label)

    def claim_by_suffix(self, suffixes: frozenset[str], label: Label) -> None:
        """Claim a suffix word with the names and makers of names before it."""
        for at, word in enumerate(self._folded):
            if word in suffixes and self._free[at]:
                start = self._made_from(at, label)
                if 0 < at - start <= _LONGEST_NAME and not self._after_title(start):
                    end = at + 1 if label is Label.ORGANISATION else at
                    self._claim(start, end, label)

    def claim_pairs_of_places(self) -> None:
        """Claim both places in "X और Y गाँवों"."""
        for at, word in enumerate(self._folded):
            if word not in _PLURAL_PLACES:
                continue
            second = self._made_from(at, Label.PLACE)
            if second < at and second and self._folded[second - 1] in _AND:
                first = self._made_from(second - 1, Label.PLACE)
                if first < second - 1:
                    self._claim(first, second - 1, Label.PLACE)
                    self._claim(second, at, Label.PLACE)

    def _made_from(self, at: int, label: Label) -> int:
        """Where the words begin that make a name with the word ``at``; ``at`` if none do."""
        start = at
        while start and self._joined(start) and self._makes(start - 1, label):
            start -= 1
        return start

    def claim_people(self) -> None:
        """Claim runs of names after a title, around a known name, and before ने."""
        for at in range(len(self._words)):
            if self._free[at] and self._starts_person(at):
                start, end = self._given_name(at), self._run_end(at)
                if start < at or self._is_person(at, end):
                    self._claim(start, end, Label.PERSON)

    def _starts_person(self, at: int) -> bool:
        """Whether a person's name can begin at word ``at``."""
        if self._after_title(at):
            strong = self._folded[at - 1] in _STRONG_TITLES
            return self._is_name(at) or (strong and _may_name(self._words[at]))
        return self._is_name(at)

    def _given_name(self, at: int) -> int:
        """Where the name begins whose family name stands at ``at``: the word before, or there."""
        before = at - 1
        if before < 0 or not (self._free[before] and self._joined(at)):
            return at
        word = self._words[before]
        if word.isascii() or word[0].isdecimal() or _PLURAL.search(word) or self._is_title(before):
            return at
        parts_of_speech = {entry.pos for entry in lexicon.lookup(word)}
        if self._folded[at] in _FAMILY:
            return before if parts_of_speech <= {"noun"} else at
        rare = not parts_of_speech and names.known(word) is None
        return before if rare and self._is_certain(at) else at

    def _run_end(self, at: int) -> int:
        """Where the run of names that begins at ``at`` ends."""
        end = at + 1
        while end < len(self._words) and end - at < _LONGEST_NAME and self._joined(end):
            if not (self._free[end] and self._is_name(end)):
                break
            end += 1
        return end

    def _is_person(self, start: int, end: int) -> bool:
        """Whether a run of names is a person's: by its title, a known name in it, or ने."""
        if self._after_title(start):
            return True
        words = range(start, end)
        if any(map(self._is_certain, words)):
            return True
        people = [at for at in words if self._is_known_person(at)]
        rare = any(not lexicon.lookup(self._words[at]) for at in people)
        if end - start > 1 and (rare or len(people) > 1):
            return True
        return self._acts(end) and (not people or end - start > 1)

    def _acts(self, end: int) -> bool:
        """Whether ने stands at word ``end``, so that those before it did something."""
        return end < len(self._words) and self._folded[end] == _AGENT and self._joined(end)

    def _after_title(self, at: int) -> bool:
        """Whether a title stands before word ``at``."""
        if at == 0 or not self._is_title(at - 1):
            return False
        if at > 1 and self._words[at - 2][0].isdecimal():  # 690 मि. मी.
            return False
        between = self._text[self._spans[at - 1].end : self._spans[at].start]
        return between.strip() in ("", ".")

    def _is_title(self, at: int) -> bool:
        """Whether word ``at`` is a title."""
        return _is_title(self._folded[at])

    def _is_doubtful(self, at: int) -> bool:
        """Whether word ``at`` is a place's name, and here more likely something else's."""
        after = self._folded[at + 1] if at + 1 < len(self._words) else ""
        return self._folded[at] in _DOUBTFUL_PLACES and after not in _POSTPOSITIONS

    def _is_known_person(self, at: int) -> bool:
        """Whether word ``at`` is a known given or family name."""
        name = names.known(self._words[at])
        return name is not None and name.label is Label.PERSON

    def _is_certain(self, at: int) -> bool:
        """Whether word ``at`` is a known given or family name and nothing else."""
        return self._is_known_person(at) and not is_common(self._words[at])

    def _is_name(self, at: int) -> bool:
        """Whether word ``at`` may be part of a person's name."""
        name = names.known(self._words[at])
        if name:
            return name.label is Label.PERSON
        word = self._words[at]
        if word[0].isdecimal() or word.isascii() or self._is_title(at):
            return False
        return "." in word or not (is_common(word) or _PLURAL.search(word))

    def _makes(self, at: int, label: Label) -> bool:
        """Whether word ``at`` belongs to the name that a suffix after it makes."""
        if not self._free[at] or self._words[at][0].isdecimal():
            return False
        if label is Label.PLACE:
            name = names.known(self._words[at])
            if self._folded[at] in _DOUBTFUL_PLACES:
                return False
            return name.label is Label.PLACE if name else not is_common(self._words[at])
        if names.known(self._words[at]) or self._folded[at] in _MAKES_ORGANISATION:
            return True
        return not is_common(self._words[at])

    def _joined(self, at: int) -> bool:
        """Whether nothing but space stands between word ``at`` and the word before it."""
        return not self._text[self._spans[at - 1].end : self._spans[at].start].strip()

    def _in_one_piece(self, start: int, end: int) -> bool:
        """Whether these words are free, with nothing but space between them."""
        return all(self._free[start:end]) and all(map(self._joined, range(start + 1, end)))

    def _claim(self, start: int, end: int, label: Label) -> None:
        """Make the words from ``start`` to ``end`` a mention."""
        span = Span(self._spans[start].start, self._spans[end - 1].end)
        self.claims.append(Found(span, label))
        self._free[start:end] = [False] * (end - start)
