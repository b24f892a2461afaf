"""Where the words of a Hindi text begin and end."""

from __future__ import annotations

import re

from reader.model import Span

# Python's \w leaves out vowel signs, virama and joiners; the danda (0964, 0965) is no letter.
CHARACTER = r"[\w\u0300-\u036f\u0900-\u0963\u0970-\u097f\u200c\u200d]"
# The names of the Latin letters, single Devanagari letters, and Latin capitals.
INITIAL = (
    r"(?:डब्ल्यू|डब्लू|क्यू|एक्स|एफ|एच|एल|एम|एन|एस|जेड|ज़ेड|आई|आर|वाई"
    r"|बी|सी|डी|जी|जे|के|ओ|पी|टी|यू|वी|ए|ई|मो|[अ-ह]|[A-Z])"
)
_WORD = re.compile(
    rf"(?:कि|से|मि|मी)\.(?:मी|ग्रा|लो)\.?(?!{CHARACTER})"
    rf"|(?:{INITIAL}\.){{2,}}(?:{INITIAL}(?!{CHARACTER}))?"
    r"|\d+(?:[.,:]\d+)+(?![.,:]?\d)"
    rf"|{CHARACTER}+(?:[-\u2010\u2011']{CHARACTER}+|(?<=[A-Za-z])’[A-Za-z]+)*"
)


def split(text: str) -> list[Span]:
    """The words of ``text`` in order, without danda, quotes or other punctuation.

    Joiners, nukta and vowel signs stay in their word; a hyphenated compound, a number
    with its points and commas, and initials such as ए.पी.जे. are one word each.
    """
    return [Span(*found.span()) for found in _WORD.finditer(text)]
