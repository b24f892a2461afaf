"""Forms of English verbs, for glosses. A phrase is inflected on its first word."""

from __future__ import annotations

import re

_IRREGULAR = {
    base: (past, participle)
    for base, past, participle in (
        line.split()
        for line in """become became become
begin began begun
break broke broken
bring brought brought
build built built
burn burnt burnt
buy bought bought
catch caught caught
choose chose chosen
come came come
cut cut cut
do did done
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed fed
feel felt felt
fight fought fought
find found found
fly flew flown
forget forgot forgotten
get got got
give gave given
go went gone
grow grew grown
have had had
hear heard heard
hide hid hidden
hit hit hit
hold held held
keep kept kept
know knew known
lay laid laid
lead led led
leave left left
let let let
lie lay lain
lose lost lost
make made made
mean meant meant
meet met met
pay paid paid
put put put
read read read
ride rode ridden
rise rose risen
run ran run
say said said
see saw seen
seek sought sought
sell sold sold
send sent sent
set set set
shake shook shaken
show showed shown
sing sang sung
sink sank sunk
sit sat sat
sleep slept slept
speak spoke spoken
spend spent spent
spread spread spread
stand stood stood
steal stole stolen
strike struck struck
swim swam swum
take took taken
teach taught taught
tear tore torn
tell told told
think thought thought
throw threw thrown
understand understood understood
wake woke woken
wear wore worn
win won won
write wrote written""".splitlines()
    )
}
_SIBILANT = re.compile(r"(?:s|sh|ch|x|z|o)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
# One short syllable doubles its last letter: stop, stopped; admit, refer and travel too.
_DOUBLES = re.compile(r"^(?:[^aeiou]*[aeiou][bdgklmnprt]|.*(?:mit|fer|cur|[^aeiou][aeiou]l))$")


def past(phrase: str, *, plural: bool = False) -> str:
    """The past tense: "sign a deal" gives "signed a deal", "be" gives "was" or "were"."""
    verb, rest = _first(phrase)
    if verb == "be":
        return ("were" if plural else "was") + rest
    return (_IRREGULAR[verb][0] if verb in _IRREGULAR else _regular(verb)) + rest


def participle(phrase: str) -> str:
    """The past participle: "give up" gives "given up"."""
    verb, rest = _first(phrase)
    if verb == "be":
        return "been" + rest
    return (_IRREGULAR[verb][1] if verb in _IRREGULAR else _regular(verb)) + rest


def present(phrase: str, *, plural: bool = False) -> str:
    """The present tense of the third person: "try" gives "tries", in the plural "try"."""
    verb, rest = _first(phrase)
    if verb == "be":
        return ("are" if plural else "is") + rest
    if plural:
        return phrase
    if verb == "have":
        return "has" + rest
    if _CONSONANT_Y.search(verb):
        return verb[:-1] + "ies" + rest
    return verb + ("es" if _SIBILANT.search(verb) else "s") + rest


def present_participle(phrase: str) -> str:
    """The form in -ing: "take part" gives "taking part"."""
    verb, rest = _first(phrase)
    if verb.endswith("ie"):
        return verb[:-2] + "ying" + rest
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) and verb != "be":
        return verb[:-1] + "ing" + rest
    return _doubled(verb) + "ing" + rest


def _first(phrase: str) -> tuple[str, str]:
    """The first word of a phrase, and the rest with the space before it."""
    verb, space, rest = phrase.partition(" ")
    return verb, space + rest


def _doubled(verb: str) -> str:
    """The verb with its last letter doubled where the spelling asks for it."""
    return verb + verb[-1] if _DOUBLES.match(verb) else verb


def _regular(verb: str) -> str:
    """The past of a regular verb."""
    if verb.endswith("e"):
        return verb + "d"
    if _CONSONANT_Y.search(verb):
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"
