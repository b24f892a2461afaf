"""The dictionary gloss: word for word, local, always there, and never called a translation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reader.errors import BadResponse
from reader.translation.engine import GLOSS, Limit, Manners


class GlossEngine:
    """Glosses sentences with a function from a Hindi sentence to its gloss line."""

    name = GLOSS
    label = "Dictionary gloss"
    sends_to = None
    version = ""
    limit = Limit(1_000_000)  # It works a sentence at a time; nothing is sent.
    manners = Manners(at_once=1, together=False)

    def __init__(self, gloss: Callable[[str], str]) -> None:
        self._gloss = gloss

    def unavailable_reason(self) -> str:
        """'': the gloss is always there."""
        return ""

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        """Yield the gloss line of each sentence; BadResponse where there is none."""
        for sentence in sentences:
            line = self._gloss(sentence).strip()
            if not line and sentence.strip():
                raise BadResponse("The dictionary has no gloss for this sentence.")
            yield line
