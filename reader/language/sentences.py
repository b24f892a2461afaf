"""Where the sentences of a Hindi paragraph begin and end.

A sentence ends at a danda, a question or exclamation mark, an ellipsis, or a full stop
that is not part of a number, an initial, an abbreviation or an address, together with the
quotes and brackets that close there. A quotation or bracket with more of its sentence
after it ends nothing: every mark inside it is held.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from reader.language.normalise import word_set
from reader.model import Span

_CLOSING = "\"'”’»)]}"
_CLOSERS = re.escape(_CLOSING)
_MARKS = "।॥?!…|."
# A run of marks with what closes on them; ॥ १२ ॥ is one mark, and a quote set apart joins.
_MARK = re.compile(
    rf"(?:[{_MARKS}]+(?:(?<=॥) ?[0-9०-९]{{1,4}} ?॥)?[{_CLOSERS}]*(?: {{1,2}}[”»।॥]+)*)+"
)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_PAIRED = re.compile("[\"'“”‘’«»()\\[\\]{}]")
_OPENER_OF = {"”": "“", "’": "‘", "»": "«", ")": "(", "]": "[", "}": "{", '"': '"', "'": "'"}
_BRACKETS = "([{"
# A pair further apart than this is taken for two marks gone astray.
_LONGEST_QUOTE = 600

_DEVANAGARI = re.compile(r"[\u0900-\u0963\u0966-\u097F]")
_LETTER = re.compile(r"[^\W_]")
_LAST_TOKEN = re.compile(r"[^\s(\[{\"'“‘«]*$")
_NEXT_WORD = re.compile(r"[^\s,;:।॥?!.\"'“”‘’()]+")
_FINITE = re.compile(
    r"(?:है|हैं|था|थी|थे|थीं|हूं|हूँ|हो|गया|गयी|गई|गए|गये|गईं|किया|दिया|लिया|करे|करें|दी|ली|की"
    r"|चाहिए|रहा|रही|रहे|हुआ|हुई|हुए|सका|सकी|सके|मिला|मिली|मिले|कहा|बताया|नहीं|देखें|.{2,}(?:गा|गे|गी))$"
)
_INITIAL = re.compile(
    r"(?:[A-Z]|[अ-ह]|ए|बी|सी|डी|ई|एफ|जी|एच|आई|जे|के|एल|एम|एन|ओ|पी|क्यू|आर|एस|टी|यू|वी"
    r"|डब्ल्यू|डब्लू|एक्स|वाई|जेड|ज़ेड|मो|सै|चौ)$"
)
# Letter names that are also everyday last words: came, sir, drank.
_DOUBTFUL_INITIALS = frozenset({"आई", "जी", "पी"})
_ABBREVIATIONS = word_set(
    "डॉ डा डाॅ प्रो श्री श्रीमती सुश्री कु पं मो मोह मि मिस मिसेज सै चौ स्व ले लेफ्टि कर्नल ब्रिगे "
    "रु रू नं सं क्र पृ ई वि ईपू ईसा तह जि उ द अ लि प्रा कं किमी मी सेमी मिमी ग्रा "
    "किग्रा मिनि सेन घं उदा इंजी एड एडवो न्या मा "
    "Dr Mr Mrs Ms St Prof No Nos vs Jr Sr Inc Ltd Co Corp Lt Gen Col Capt Rs Sgt Rev Hon Fig al"
)
_CONTINUES = word_set(
    "का के की को से में पर ने तक तो भी ही है हैं था थी थे और या वाला वाली वाले नामक नाम शीर्षक "
    "जैसा जैसी जैसे कह कहकर कहते बोलकर पूछा पूछकर लिखकर बताकर"
)
_SAYS = re.compile(
    r"\s*(?:[^\s।॥?!.,:]+\s+){0,5}?(?:कहा|पूछा|बोला|बोली|बोले|बताया|लिखा|चिल्लाया|चिल्लाई)"
    r"(?:\s+(?:है|हैं|था|थी|थे|गया))*\s*[।॥.]"
)


def split(text: str) -> list[Span]:
    """The sentences of ``text``, in order, without the spaces around them.

    Together they cover every character of ``text`` that is not a space; a piece without
    any letter or digit belongs to the sentence before it. Takes time linear in ``text``.
    """
    spans: list[Span] = []
    start = 0
    for end in (*_ends(text), len(text)):
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            if spans and not _LETTER.search(text, left, right):
                spans[-1] = Span(spans[-1].start, right)
            else:
                spans.append(Span(left, right))
        start = end
    return spans


def _ends(text: str) -> Iterator[int]:
    """Where sentences end, in order: the offset after the mark and its closers."""
    held = _Held(text)
    breaks = iter([m.start() for m in _BLANK_LINE.finditer(text)] + [len(text) + 1])
    line = next(breaks)
    start = 0
    for mark in _MARK.finditer(text):
        while line < mark.start():
            yield (start := line)
            line = next(breaks)
        if not held.covers(mark.start()) and _is_end(text, start, mark):
            yield (start := mark.end())
    while line < len(text):
        yield line
        line = next(breaks)


def _is_end(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether this mark, outside any quotation that goes on, ends the sentence from ``start``."""
    run = mark.group()
    after = text[mark.end() : mark.end() + 1]
    before = text[mark.start() - 1 : mark.start()]
    if "।" in run or "॥" in run:
        return True
    spaced = not after or after.isspace()
    if "?" in run or "!" in run:
        return spaced or bool(_DEVANAGARI.match(before) and not after.isascii())
    if "…" in run or ".." in run:
        return spaced
    if "|" in run:
        return spaced and _stands_for_danda(text, mark)
    return _stop_ends(text, start, mark)


def _stands_for_danda(text: str, mark: re.Match[str]) -> bool:
    """Whether a bar was typed for a danda: on a word, or a space after a finite verb."""
    if _DEVANAGARI.match(text[mark.start() - 1 : mark.start()]):
        return True
    return _follows_verb(text, mark)


def _follows_verb(text: str, mark: re.Match[str]) -> bool:
    """Whether the word before the mark is a finite verb."""
    words = text[max(0, mark.start() - 12) : mark.start()].split()
    return bool(words) and bool(_FINITE.match(words[-1]))


def _stop_ends(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether a full stop ends its sentence."""
    found = _LAST_TOKEN.search(text, max(start, mark.start() - 40), mark.start())
    token = found.group() if found else ""
    at = mark.start() - len(token)
    before = text[max(start, at - 4) : at].strip()
    after = text[mark.end() : mark.end() + 2]
    if after and not after[0].isspace():
        run_on = bool(_DEVANAGARI.match(after)) and "." not in token
        return run_on and _follows_verb(text, mark)
    if not token:
        return bool(before)
    if after[1:].isascii() and after[1:].islower():
        return False
    if token.isdecimal():
        return bool(before) and not after[1:].isdecimal()
    return not _is_short_form(token, before, text[mark.end() : mark.end() + 8])


def _is_short_form(token: str, before: str, after: str) -> bool:
    """Whether ``token``, before a full stop, is an initial, an acronym or an abbreviation."""
    if "." in token:
        parts = token.strip(".").split(".")
        return not parts[-1].isdecimal() and all(
            len(part) <= (2 if part.isascii() else 4) for part in parts
        )
    if token in _DOUBTFUL_INITIALS:
        word, dot, _ = after.partition(".")
        alone = before and not before.endswith(".")
        return not alone or bool(dot and _INITIAL.match(word.strip()))
    return token in _ABBREVIATIONS or bool(_INITIAL.match(token))


class _Held:
    """The stretches of a text inside quotes or brackets that go on."""

    def __init__(self, text: str) -> None:
        starts, ends = [], []
        reach = -1
        for start, end in sorted(_pairs(text)):
            if end > reach and _goes_on(text, start, end):
                starts.append(start)
                ends.append(end)
                reach = end
        self._starts, self._ends = starts, ends

    def covers(self, offset: int) -> bool:
        """Whether ``offset`` lies in such a stretch."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of matching quotes and brackets."""
    opened: dict[str, int] = {}
    for found in _PAIRED.finditer(text):
        char, at = found.group(), found.start()
        opener = _OPENER_OF.get(char)
        if opener is None or (opener == char and _opens(text, at)):
            opened[char] = at
        elif opener in opened:
            start = opened.pop(opener)
            if at - start <= _LONGEST_QUOTE:
                yield start, at


def _opens(text: str, at: int) -> bool:
    """Whether the straight quote at ``at`` opens: nothing or space before, text after."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([{“‘-–—:,।") and not after.isspace()


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the sentence around a quotation or bracket goes on after it closes at ``end``."""
    after = end + 1
    while after < len(text) and text[after] in _CLOSING:
        after += 1
    rest = text[after : after + 120]
    if not rest.strip():
        return False
    if text[start] in _BRACKETS:
        return not _begins_sentence(text, start)
    if rest[0] in _MARKS:
        return False
    if not _begins_sentence(text, end):
        return True
    word = _NEXT_WORD.match(rest.lstrip())
    if word is None:
        return rest.lstrip()[0] in ",;:-–—"
    return word.group() in _CONTINUES or bool(_SAYS.match(rest))


def _begins_sentence(text: str, at: int) -> bool:
    """Whether a sentence could begin at ``at``: nothing, or a mark and closers, before it."""
    before = text[max(0, at - 8) : at].rstrip().rstrip(_CLOSING).rstrip()
    return not before or before[-1] in _MARKS
