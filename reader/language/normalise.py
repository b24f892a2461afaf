"""One spelling for words that are written in several, so that they can be matched.

The text that is shown is never changed: these forms are for looking things up.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_JOINERS = "\u200c\u200d"
_NUKTA = "\u093c"
_CANDRABINDU, _ANUSVARA = "\u0901", "\u0902"
# हिन्दी and हिंदी, सितम्बर and सितंबर: a nasal before a stop of its own row.
_NASAL = re.compile("ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])")
_FOLDS: dict[int, str | None] = {
    **dict.fromkeys(map(ord, _JOINERS + _NUKTA + "\ufeff\u00ad")),
    ord(_CANDRABINDU): _ANUSVARA,
    # The letters NFC leaves whole although they hold a nukta.
    ord("ऩ"): "न",
    ord("ऱ"): "र",
    ord("ऴ"): "ळ",
    **{ord("०") + digit: str(digit) for digit in range(10)},
}


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """``text`` as it is matched: NFC, no joiners or nukta, ASCII digits, one sign for nasals.

    Candrabindu and a nasal joined to a stop of its own row become anusvara. The length may
    differ from that of ``text``, so offsets into it do not carry over.
    """
    return _NASAL.sub(_ANUSVARA, unicodedata.normalize("NFC", text).translate(_FOLDS))


def word_set(listing: str) -> frozenset[str]:
    """The words of a listing with spaces between them, as they stand."""
    return frozenset(listing.split())
