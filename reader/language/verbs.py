"""Hindi verb groups such as कर रहा है or किए गए हैं, and one English gloss for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from reader.language import english_verbs as english
from reader.language import headwords, lexicon
from reader.language.lexicon_file import Entry
from reader.language.normalise import fold


def _forms(listing: str) -> frozenset[str]:
    """The words of a listing, folded."""
    return frozenset(map(fold, listing.split()))


_PRESENT = _forms("है हैं हूँ")
_PAST = _forms("था थी थे थीं थें")
_PLURAL = _forms("हैं थे थीं गए गये गईं रहे")
_PROGRESSIVE = _forms("रहा रही रहे")
_PERFECTIVE = _forms(
    "किया की किए किये कीं गया गई गयी गए गये गईं दिया दी दिए दिये दीं लिया ली लिए लिये लीं हुआ हुई हुए हुईं पिया"
)
_PARTICIPIAL = _forms("हुआ हुई हुए")
_VECTORS = _forms("जाना देना लेना डालना बैठना उठना")
_AUXILIARIES = _VECTORS | _forms("सकना चुकना पाना पड़ना लगना")
_AFTER_STEM = _forms("सकना चुकना पाना")
_STATES = ("adjective", "determiner", "adverb")
_WHO_DOES = _forms("वाला वाली वाले वालों")
# What follows की where it is "did" and not "of".
_AFTER_DID = _forms("है हैं थी थीं गई गयी जा जाए जाएगी और कि लेकिन तो")
_BE = {
    "है": "is",
    "हैं": "are",
    "हूं": "am",
    "था": "was",
    "थी": "was",
    "थे": "were",
    "थीं": "were",
    "थें": "were",
}
_PARENTHESIS = re.compile(r"\s*\([^)]*\)")


class _Aspect(Enum):
    """What the form of a verb says, before any auxiliary."""

    STEM = auto()
    HABIT = auto()
    DONE = auto()
    ONGOING = auto()
    FUTURE = auto()
    INFINITIVE = auto()
    HAVING = auto()
    OTHER = auto()


_BY_ENDING = (
    (_Aspect.HABIT, _forms("ता ती ते तीं")),
    (_Aspect.INFINITIVE, _forms("ना नी ने")),
    (_Aspect.HAVING, _forms("कर के")),
    (_Aspect.DONE, _forms("ा ी े या यी ये ए ई ीं ईं")),
)


@dataclass(frozen=True, slots=True)
class _Group:
    """A verb group as far as it has been read; ``end`` is the word after it."""

    meaning: str
    end: int
    aspect: _Aspect
    passive: bool = False
    modal: str = ""
    tense: str = ""
    plural: bool = False


def group(spelled: Sequence[str], at: int) -> tuple[int, str] | None:
    """The verb group that begins at word ``at``: the count of its words and its English.

    None where no verb begins. Compound verbs (हस्ताक्षर किए गए हैं) count as one.
    """
    word = fold(spelled[at])
    if word in _BE:
        return 1, _BE[word]
    start = _main_verb(spelled, at)
    if start is None:
        return None
    read = _with_tense(_with_auxiliaries(start, spelled), spelled)
    return _as_noun(read, spelled, at) or (read.end - at, _english(read))


def _as_noun(read: _Group, spelled: Sequence[str], at: int) -> tuple[int, str] | None:
    """A group that is no statement: होने (being), होने वाला (being), होते ही (on being)."""
    follows = fold(spelled[read.end]) if read.end < len(spelled) else ""
    doing = english.present_participle(_verb(read))
    if read.aspect is _Aspect.INFINITIVE and spelled[read.end - 1].endswith("ने"):
        return read.end - at + (follows in _WHO_DOES), doing
    if read.aspect is _Aspect.HABIT and not read.tense and follows == "ही":
        return read.end - at + 1, f"on {doing}"
    return None


def _main_verb(spelled: Sequence[str], at: int) -> _Group | None:
    """The main verb at word ``at``, with no auxiliary yet."""
    compound = lexicon.longest(spelled, at)
    count, entries = compound or (1, lexicon.lookup(spelled[at]))
    last = at + count - 1
    follows = spelled[last + 1] if last + 1 < len(spelled) else ""
    if _is_genitive(spelled[last], follows):
        return None
    word = fold(spelled[last])
    is_did = count == 1 and spelled[at] == "की"
    entry = _verb_entry(lexicon.lookup("करना") if is_did else entries, word, follows)
    if entry is None:
        return None
    if word in _BE:
        # शामिल है: it is included, whatever शामिल होना may mean of a person who comes.
        is_state = any(first.pos in _STATES for first in lexicon.lookup(spelled[at])[:1])
        return None if is_state else _being(entry, last + 1, word)
    aspect = _aspect(spelled[last], entry.headword)
    return _Group(_meaning(entry), last + 1, aspect, plural=word in _PLURAL)


def _verb_entry(entries: Sequence[Entry], word: str, follows: str) -> Entry | None:
    """The first entry if it is a verb's, or the first verb's where an auxiliary follows."""
    if follows and fold(_auxiliary(follows)) in _AFTER_STEM:
        stems = [e for e in entries if e.pos == "verb" and fold(e.headword[:-2]).endswith(word)]
        if stems:
            return stems[0]
    if entries and entries[0].pos == "verb":
        return entries[0]
    if fold(follows) in _PROGRESSIVE or (follows and _auxiliary(follows)):
        return next((entry for entry in entries if entry.pos == "verb"), None)
    return None


def _is_genitive(word: str, follows: str) -> bool:
    """Whether की is "of" and no form of करना: something that can be had follows it."""
    return word == "की" and bool(follows) and fold(follows) not in _AFTER_DID


def _being(entry: Entry, end: int, word: str) -> _Group:
    """A compound of होना that ends in है or था."""
    aspect = _Aspect.HABIT if word in _PRESENT else _Aspect.DONE
    tense = "present" if word in _PRESENT else ""
    return _Group(_meaning(entry), end, aspect, tense=tense, plural=word in _PLURAL)


def _meaning(entry: Entry) -> str:
    """The first meaning, without a note in brackets."""
    return _PARENTHESIS.sub("", entry.meanings[0]).strip() or entry.meanings[0]


def _aspect(word: str, headword: str) -> _Aspect:
    """What the form of ``word`` says, as a form of the verb ``headword``."""
    folded, stem = fold(word), fold(headword.split()[-1]).removesuffix("ना")
    if folded in _PERFECTIVE:
        return _Aspect.DONE
    if folded == stem:
        return _Aspect.STEM
    ending = folded.removeprefix(stem)
    if re.search("(?:गा|गी|गे)$", ending):  # but not लगा or माँगी, whose stem ends so
        return _Aspect.FUTURE
    return next((aspect for aspect, forms in _BY_ENDING if ending in forms), _Aspect.OTHER)


def _with_auxiliaries(read: _Group, spelled: Sequence[str]) -> _Group:
    """The group with the verbs that follow its main verb and change what it says."""
    while read.end < len(spelled):
        word = fold(spelled[read.end])
        if read.aspect is _Aspect.STEM and word in _PROGRESSIVE:
            read = replace(read, aspect=_Aspect.ONGOING, end=read.end + 1)
            continue
        if word in _PARTICIPIAL and read.aspect in (_Aspect.HABIT, _Aspect.DONE):
            return replace(read, end=read.end + 1)
        verb = _auxiliary(spelled[read.end])
        changed = _changed(read, fold(verb), _aspect(word, verb)) if verb else None
        if changed is None:
            break
        read = replace(changed, plural=read.plural or word in _PLURAL)
    return read


def _auxiliary(word: str) -> str:
    """The auxiliary verb that ``word`` may be a form of, '' for any other word."""
    return next((h for h in headwords.headwords(word) if fold(h) in _AUXILIARIES), "")


def _changed(read: _Group, verb: str, aspect: _Aspect) -> _Group | None:
    """The group with one auxiliary more; None when ``verb`` is none of it."""
    longer = replace(read, aspect=aspect, end=read.end + 1)
    if read.aspect is _Aspect.STEM and verb in _AFTER_STEM:
        return replace(longer, modal="already" if verb == fold("चुकना") else "can")
    if read.aspect is _Aspect.INFINITIVE and verb == fold("पड़ना"):
        return replace(longer, modal="must")
    if read.aspect is _Aspect.INFINITIVE and verb == fold("लगना"):
        return replace(longer, meaning=f"begin to {read.meaning}")
    if read.aspect is _Aspect.DONE and verb == fold("जाना"):
        return replace(longer, passive=True)
    if read.aspect is _Aspect.STEM and verb in _VECTORS and not read.passive:
        return longer
    return None


def _with_tense(read: _Group, spelled: Sequence[str]) -> _Group:
    """The group with the form of होना that closes it."""
    word = fold(spelled[read.end]) if read.end < len(spelled) else ""
    if read.tense or read.aspect not in (_Aspect.HABIT, _Aspect.DONE, _Aspect.ONGOING):
        return read
    if read.aspect is _Aspect.HABIT and word in ("", "कि"):  # वह नहीं जाता, without है
        return replace(read, tense="present")
    if word not in _PRESENT and word not in _PAST:
        return read
    tense = "present" if word in _PRESENT else "past"
    several = word in _PLURAL or (word == "हूं" and read.aspect is not _Aspect.ONGOING)
    return replace(read, tense=tense, end=read.end + 1, plural=several)


def _english(read: _Group) -> str:
    """The group in English."""
    verb = _verb(read)
    past = read.tense == "past" or (not read.tense and read.aspect is _Aspect.DONE)
    future = read.aspect is _Aspect.FUTURE
    if read.modal == "can":
        return f"will be able to {verb}" if future else f"{'could' if past else 'can'} {verb}"
    if read.modal == "must":
        return (
            f"will have to {verb}"
            if future
            else f"{'had' if past else 'have' if read.plural else 'has'} to {verb}"
        )
    if read.modal == "already":
        return f"{'had' if past else 'has'} already {english.participle(verb)}"
    return _tensed(verb, read)


def _verb(read: _Group) -> str:
    """The plain form of the group's verb, in the passive where it is passive."""
    return f"be {english.participle(read.meaning)}" if read.passive else read.meaning


def _tensed(verb: str, read: _Group) -> str:
    """The verb in the tense of its group."""
    past = read.tense == "past"
    be = (("were" if read.plural else "was") if past else "are") if past or read.plural else "is"
    have = "had" if past else "have" if read.plural else "has"
    match read.aspect:
        case _Aspect.ONGOING:
            return (
                f"{be} {english.present_participle(verb)}"
                if read.tense
                else english.present_participle(verb)
            )
        case _Aspect.HABIT if read.tense:
            return f"used to {verb}" if past else english.present(verb, plural=read.plural)
        case _Aspect.HABIT:
            return english.present_participle(verb)
        case _Aspect.DONE if read.tense:
            return f"{have} {english.participle(verb)}"
        case _Aspect.DONE:
            return english.past(verb, plural=read.plural)
        case _Aspect.FUTURE:
            return f"will {verb}"
        case _Aspect.INFINITIVE:
            return f"to {verb}"
        case _Aspect.HAVING:
            return f"having {english.participle(verb)}"
        case _:
            return verb
