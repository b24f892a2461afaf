"""What lies around a block of a page: the article it belongs to, the box that it opens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Element = Any  # lxml ships no types

# The trade's words for what stands under a headline, and schema.org's.
_DECK = re.compile(
    r"(?<![a-z])(?:standfirst|dec?k|sub-?(?:title|head(?:line|ing)?)|strap-?line|synopsis|summary"
    r"|excerpt|teaser)(?![a-z])",
    re.I,
)
_DECK_PROPERTIES = ("description", "alternativeHeadline", "abstract")


@dataclass(eq=False, slots=True)
class Holder:
    """An element around blocks: the one around it, how deep it lies, how many blocks it holds.

    ``is_deck`` is whether it calls itself the deck of an article.
    """

    around: Holder | None = None
    depth: int = 0
    size: int = 0
    is_deck: bool = False

    def outside(self, other: Holder) -> Holder:
        """Return the outermost element around this one, or itself, that is not around another."""
        chain = list(other.chain())
        return next((each for each in reversed(list(self.chain())) if each not in chain), self)

    def common(self, other: Holder) -> Holder:
        """Return the innermost element around this one and another."""
        chain = list(other.chain())
        return next((each for each in self.chain() if each in chain), Holder())

    def chain(self) -> Iterator[Holder]:
        """Yield this element and those around it, the innermost first."""
        each: Holder | None = self
        while each:
            yield each
            each = each.around

    def beyond(self, size: int = 1) -> Holder:
        """Return the innermost element from this one on that holds more than ``size`` blocks."""
        holder = self
        while holder.size <= size and holder.around:
            holder = holder.around
        return holder


class Surroundings:
    """Follows a walk over the elements of a page that makes blocks, numbered from 0.

    ``article`` is the number of the outermost <article> the walk is in, 0 outside of any;
    ``in_body`` is whether an element around is marked as the body of an article; ``holder``
    is the innermost element around.
    """

    def __init__(self) -> None:
        self.article = 0
        self.holder = Holder()
        self._articles = self._article_depth = self._bodies = 0
        self._begun: list[tuple[int, bool]] = []
        self._sizes: dict[int, int] = {}

    @property
    def in_body(self) -> bool:
        """Whether the walk is in an element with the property articleBody of schema.org."""
        return self._bodies > 0

    def enter(self, element: Element, at: int) -> None:
        """Note that ``element`` opens before block ``at``."""
        is_body = _is_body(element)
        self._begun.append((at, is_body))
        deck = _is_deck(element)
        self.holder = Holder(self.holder, self.holder.depth + 1, is_deck=deck)
        self._bodies += is_body
        if element.tag == "article":
            self._article_depth += 1
            if self._article_depth == 1:
                self._articles += 1
                self.article = self._articles

    def leave(self, element: Element, at: int) -> None:
        """Note that ``element`` closes before block ``at``."""
        begun, is_body = self._begun.pop()
        self.holder.size = at - begun
        self.holder = self.holder.around or self.holder
        if at - begun > 1:
            self._sizes.setdefault(begun, at - begun)  # inner elements close first
        self._bodies -= is_body
        if element.tag == "article":
            self._article_depth -= 1
            self.article = self.article if self._article_depth else 0

    def box(self, index: int) -> int:
        """How many blocks the smallest element holds that begins with this one and holds more."""
        return self._sizes.get(index, 1)


def _is_deck(element: Element) -> bool:
    named = element.get("itemprop") or ""
    return named in _DECK_PROPERTIES or bool(_DECK.search(element.get("class") or ""))


def _is_body(element: Element) -> bool:
    named = element.get("itemprop")
    return bool(named) and "articleBody" in named.split()
