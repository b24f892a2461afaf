"""What chat models say of their own: refusals, and words around a translation.

Each sign is looked for in the English, and means nothing where the Hindi says the same: a
sentence may be about a translation, a note or an apology. Of 3,042 sentences with a human's
English, and six engines' English of 997, none has such a sign: see `python -m benchmarks.checks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.language.normalise import fold
from reader.model import Fault


class _Sign(NamedTuple):
    """A pattern in the English, and what in the folded Hindi makes it a translation after all."""

    english: re.Pattern[str]
    hindi: re.Pattern[str]


def _sign(english: str, hindi: str) -> _Sign:
    return _Sign(re.compile(english, re.IGNORECASE), re.compile(fold(hindi), re.IGNORECASE))


_CANNOT = (
    r"(?:can(?:no|')t|can not|could(?:n't| not)|(?:am|'m|are|'re)? ?(?:unable|not able) to"
    r"|(?:won't|will not)(?: be able to)?|(?:must |have to )?decline to)"
)
_TRANSLATING = "अनुवाद|ट्रांसल|तर्जुम|भाषांतर|रूपांतर|translat"
_APOLOGY = "माफ|क्षमा|खेद|अफसोस|दुख|दुःख|सॉरी|शर्मिंद|दुर्भाग्य|बदकिस्मत|sorry|apolog"
# I cannot, in Hindi: a negative, with a first person, its verb, or the verb that says so.
_NOT_ABLE = (
    r"(?=.*(?:नहीं|नही|(?<!\S)ना?(?!\S)|असमर्थ|इनकार|इंकार|मना|अक्षम))"
    r"(?=.*(?:(?<!\S)(?:मैं|मुझ|मेर|हम(?:ने|ें|ार.+?)?(?!\S))|सक|पाऊं|पा रह|असमर्थ|अक्षम"
    r"|(?:ू|ऊ)ं(?!\S)|(?:ूं|ऊं|उं|ें|एं)ग[ाेी]|हूं))"
)
_TEXT = "(?:text|sentence|phrase|passage|content|article|headline|input)s?"
_REFUSALS = (
    _sign(
        r"\b(?:as|i'm|i am)(?: just| only)? an? (?:\w+ )?(?:ai|artificial intelligence"
        r"|language model|virtual assistant|translation (?:engine|model|system))\b",
        r"एआई|ए\.? ?आई\b|कृत्रिम|आर्टिफ|मॉडल|चैटबॉट|असिस्टेंट|सहायक|रोबोट|मशीन|\bai\b",
    ),
    _sign(
        rf"\b{_CANNOT} (?:\w+ ){{0,4}}translat(?:e|ions?)\b"
        r"(?!(?: [\w']+){0,5} into (?!english\b))",  # popularity translates into votes
        _TRANSLATING,
    ),
    _sign(
        rf"\b(?:{_TEXT}|this|it) (?:cannot|can't|can not|could not) be translated\b"
        r"(?! into (?!english\b))",
        _TRANSLATING,
    ),
    _sign(
        rf"\b{_CANNOT} (?:help|assist)(?: you)?(?: with (?:that|this|it|(?:your|the|this|that)"
        r" request)\b|[.!]*$)",
        "मदद|सहायता|सहयोग|साथ|हेल्प|help",
    ),
    _sign(
        r"^\W*(?:(?:i'm|i am|we're|we are) (?:\w+ )?sorry|sorry|(?:i|we) apologi[sz]e"
        rf"|(?:my |our )?apologies|unfortunately)\b.{{0,60}}?\b(?:i|we)(?: |(?='))(?:{_CANNOT}"
        r"|(?:do|am|are)(?:n't| not)|must)",
        _APOLOGY,
    ),
    _sign(
        rf"^\W*(?:i|we)(?: |(?=')){_CANNOT} (?:\w+ ){{0,2}}(?:provide|fulfil|comply|complete"
        r"|process|continue|engage|generate|produce|create|answer|respond|discuss|do (?:that|this)"
        r"|assist|help)",
        _NOT_ABLE,
    ),
    _sign(
        r"^\W*(?:i|we) (?:don't|do not) (?:understand|have (?:enough|access|the ability))",
        _NOT_ABLE,
    ),
    _sign(r"\b(?:need|provide|without)(?: \w+){0,2} more context\b", "संदर्भ|प्रसंग|context"),
    _sign(
        r"\b(?:violat\w+|against) (?:\w+ ){0,3}(?:content|usage|use|safety|community)"
        r" (?:polic|guideline)",
        "उल्लंघन|खिलाफ|विरुद्ध|नीति|निर्देश|गाइडलाइन|पॉलिसी",
    ),
    _sign(
        rf"\b(?:provide|share|send|give|enter|paste)\b[^.]{{0,40}}\b{_TEXT}\b[^.]{{0,30}}\b"
        r"(?:translat|you (?:want|would|need))",
        _TRANSLATING,
    ),
)
_CHATTER = (
    _sign(
        r"^.{0,40}?\b(?:here(?:'s| is| are)|below (?:is|are)|this is|the following is)"
        r"(?: [\w-]+){0,5} translations?\b",
        _TRANSLATING,
    ),
    _sign(
        r"^.{0,40}?\bhere(?:'s| is| are)(?: [\w-]+){0,4} (?:english|version|rendering"
        rf"|{_TEXT})\b[^.:]{{0,30}}:",
        "अंग्रेज|इंग्लिश|यहां|यह रह|ये रह|पेश|प्रस्तुत|निम्न|नीचे|english",
    ),
    _sign(r"^\W*here you (?:go|are)\b", "लीजिए|लीजिये|ये लो|यह लो|यह रह|ये रह"),
    _sign(
        r"^\W*(?:(?:the|my|final|literal|direct|english|corrected) )*(?:translation|translated"
        rf" {_TEXT})(?: \w+){{0,4}}(?:\W{{0,4}}:|\s+[-–—]\s)|\(this translation\b",
        _TRANSLATING,
    ),
    _sign(
        r"^\W*(?:in )?english(?: (?:version|text|sentence))?\W{0,4}:",
        "अंग्रेज|इंग्लिश|इंगलिश|english",
    ),
    _sign(
        r"^\W*(?:answer|response|output|result)\W{0,4}:",
        "उत्तर|जवाब|प्रतिक्रिया|परिणाम|नतीज|रिजल्ट|आउटपुट|answer|response|output|result",
    ),
    _sign(
        r"(?:^|[.!?)\]\"'”’]\s+|\()\W{0,3}(?:(?:please|translator'?s?|important) )?notes?\W{0,3}"
        r"(?::|that (?:this|the) (?:translat|sentence|text|original))",
        "नोट|टिप्पणी|ध्यान|सूचना|गौर|उल्लेखनीय|बता दें|विशेष|\\bnote",
    ),
    _sign(
        r"(?:^|[.!?)\]]\s+|\()\W{0,3}(?:explanation|literal meaning|breakdown)\W{0,3}:",
        "व्याख्या|स्पष्टीकरण|विवरण|कारण|मतलब|अर्थ|explanation",
    ),
    _sign(
        r"\b(?:i hope (?:this|that) helps|let me know if you (?:need|have|want|would)"
        r"|feel free to (?:ask|reach)|(?:would|do) you (?:like|want) me to"
        r"|is there anything else i can|shall i (?:go on|continue))",
        "उम्मीद|आशा|मुझे|पूछ|क्या मैं|मैं क्या|संकोच|जारी रख",
    ),
    _sign(
        r"^\W*(?:sure(?: thing)?|certainly|of course|absolutely|okay|ok|alright|got it|understood"
        r"|gladly)\s*!(?=\s*\S)",
        r"!|जरूर|बेशक|बिल्कुल|बिलकुल|निश्चित|अवश्य|(?<!\S)(?:ठीक|अच्छा|हां|समझ|ओके|sure|ok)",
    ),
    _sign(
        rf"\b(?:the (?:hindi|given|provided|input)|this hindi) (?:hindi )?{_TEXT}\b"
        r"|\bthis sentence (?:means|says|translates)\b",
        "हिंदी|दिए गए|दी गई|दिया गया|प्रदान|प्रदत्त|मुहैया|उपलब्ध|वाक्य|hindi",
    ),
    _sign(r"^\W*(?:it|this|which)?\W*translates? (?:to|as|into)\b", _TRANSLATING),
    _sign("`", "`"),
    _sign(r"\*\*|__", r"\*|_"),
    _sign("^#{1,6} ", "#"),
)
# Hindi that itself refuses, apologises or is about translating: its English may well do so.
_MAY_REFUSE = re.compile(
    "|".join(fold(ground) for ground in (_TRANSLATING, _APOLOGY, _NOT_ABLE)), re.IGNORECASE
)
_REFUSED = "The English is a refusal or about the engine, not a translation."


def refusal(source: str, target: str) -> Fault | None:
    """What is wrong where a model refused, or spoke of itself."""
    said, hindi = _plain(target), fold(source)
    if not any(_groundless(_REFUSALS, hindi, said)):
        return None
    return Fault(_REFUSED, is_fatal=not _MAY_REFUSE.search(hindi))


def without(source: str, target: str) -> str | None:
    """What is left of ``target`` without a model's words around it; None if it has none."""
    said, hindi = _plain(target), fold(source)
    signs = list(_groundless(_CHATTER, hindi, said))
    for sign in signs:
        said = sign.english.sub(" ", said)
    return said if signs else None


def _plain(target: str) -> str:
    return target.replace("’", "'")


def _groundless(signs: tuple[_Sign, ...], hindi: str, said: str) -> Iterator[_Sign]:
    """The signs that are in what was said and have no ground in the Hindi."""
    return (s for s in signs if s.english.search(said) and not s.hindi.search(hindi))
