"""Plurals of English nouns, for glosses. A phrase is inflected on its head."""

from __future__ import annotations

import re

from reader.language.normalise import word_set

_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "foot": "feet",
    "tooth": "teeth",
    "mouse": "mice",
    "life": "lives",
    "wife": "wives",
    "knife": "knives",
    "leaf": "leaves",
    "half": "halves",
    "thief": "thieves",
    "crisis": "crises",
    "criterion": "criteria",
    "hero": "heroes",
    "potato": "potatoes",
}
# What has no plural, or is one.
_ALONE = word_set(
    "people news police cattle information advice water money media data species series politics "
    "health education research equipment work rice wheat clothes goods earnings troops funds works "
    "talks remains means furniture luggage evidence knowledge weather violence"
)
_IS_PLURAL = re.compile(r"[^suia]s$")
_SIBILANT = re.compile(r"(?:s|sh|ch|x|z)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
# The head of a phrase stands before one of these: a member of parliament.
_BEHIND_HEAD = re.compile(r" (?:of|in|for|to|on|from|with|by) ")


def plural(phrase: str) -> str:
    """The plural: "country" gives "countries", "member of parliament" "members of parliament"."""
    behind = _BEHIND_HEAD.search(phrase)
    head, rest = (phrase[: behind.start()], phrase[behind.start() :]) if behind else (phrase, "")
    before, space, noun = head.rpartition(" ")
    return before + space + _plural(noun) + rest


def _plural(noun: str) -> str:
    """The plural of one word."""
    if noun in _ALONE or noun.isupper() or _IS_PLURAL.search(noun):
        return noun
    for singular, several in _IRREGULAR.items():
        # schoolchild, fisherman; but not human or German
        if noun == singular or (noun.endswith(singular) and singular in ("child", "woman")):
            return noun.removesuffix(singular) + several
    if noun.endswith("man") and noun not in ("human", "German", "Roman", "Ottoman"):
        return noun.removesuffix("man") + "men"
    if _CONSONANT_Y.search(noun):
        return noun[:-1] + "ies"
    return noun + ("es" if _SIBILANT.search(noun) else "s")
