"""From a word as it stands in a text to the headword it is a form of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reader.language import lexicon_file
from reader.language.normalise import fold

_IRREGULAR = {
    headword: forms.split()
    for headword, forms in {
        "होना": "है हैं हूं हो था थी थे थीं थें हुआ हुई हुए हुईं होगा होगी होंगे होंगी हों होकर होता",
        "करना": "किया किए किये की कीं कर कीजिए करके",
        "जाना": "गया गई गयी गए गये गईं गयीं जा जाए जाएगा जाएंगे",
        "देना": "दिया दी दिए दिये दीं दें दे दूंगा देगा देंगे दीजिए",
        "लेना": "लिया ली लिए लिये लीं लें ले लूंगा लेगा लेंगे लीजिए",
        "पीना": "पिया पी पिए",
        "मैं": "मुझे मुझ मेरा मेरी मेरे मैंने मुझको मुझसे",
        "हम": "हमें हमारा हमारी हमारे हमने हमसे",
        "तुम": "तुम्हें तुम्हारा तुम्हारी तुम्हारे तुमने",
        "आप": "आपका आपकी आपके आपको आपने आपसे",
        "वह": "उस उसे उसका उसकी उसके उसने उसमें उससे उसको उसपर",
        "वे": "उन उन्हें उनका उनकी उनके उन्होंने उनमें उनसे उनको",
        "यह": "इस इसे इसका इसकी इसके इसने इसमें इससे इसको इसपर",
        "ये": "इन इन्हें इनका इनकी इनके इन्होंने इनमें इनसे इनको",
        "जो": "जिस जिसे जिसका जिसकी जिसके जिसने जिसमें जिससे जिन जिन्हें जिनका जिनकी जिनके जिन्होंने जिनमें जिनसे",
        "कौन": "किस किसे किसका किसकी किसके किसने किन किन्हें",
        "कोई": "किसी किन्हीं",
        "अपना": "अपनी अपने",
        "उसका": "उसकी उसके",
        "उनका": "उनकी उनके",
        "इसका": "इसकी इसके",
        "इनका": "इनकी इनके",
        "जिसका": "जिसकी जिसके",
        "किसका": "किसकी किसके",
        "मेरा": "मेरी मेरे",
        "हमारा": "हमारी हमारे",
        "आपका": "आपकी आपके",
        "का": "के की",
    }.items()
}
_BY_FORM: dict[str, list[str]] = {}
# The later above, the likelier: की is a form of का before it is one of करना.
for _headword, _forms in reversed(_IRREGULAR.items()):
    for _form in _forms:
        _BY_FORM.setdefault(fold(_form), []).append(_headword)

# An ending and what stands in its place in the headword, longest first.
_ENDINGS = (
    *(("ियों", ending) for ending in ("ी", "ि")),
    ("ियां", "ी"),
    ("ुओं", "ू"),
    ("ुओं", "ु"),
    ("ुएं", "ू"),
    ("ुएं", "ु"),
    ("ाओं", "ा"),
    ("ाएं", "ा"),
    ("ओं", ""),
    ("एं", ""),
    ("ों", "ा"),
    ("ों", ""),
    ("वीं", "वां"),
    ("वें", "वां"),
    ("ें", ""),
    ("े", "ा"),
    ("ी", "ा"),
    ("ो", "ा"),
)
# What follows the stem of a verb, longest first.
_VERB_ENDING = re.compile(
    r"(?:ाएंगे|ाएंगी|एंगे|एंगी|ेंगे|ेंगी|ऊंगा|ऊंगी|ूंगा|ूंगी|एगा|एगी|ेगा|ेगी|ओगे|ोगे"
    r"|इएगा|िएगा|िए|इए|कर|के|तीं|ता|ती|ते|ने|नी|ना|या|यी|ये|यीं|ई|ए|एं|ऊं|ओ|ईं|ा|ी|े|ीं|ें|ूं|ो)$"
)
# The stem of some verbs shortens before an ending: लेता, पिएगा, छुआ.
_SHORTENED = {"ि": "ी", "ु": "ू"}


@lru_cache(maxsize=1 << 15)
def headwords(word: str) -> tuple[str, ...]:
    """The headwords ``word`` may be a form of, best first; never empty.

    Pronouns, का and the irregular verbs come by a table; else the word itself where the
    dictionary has it, then simplemma's answer, then our own rules for cases, agreement
    and verb forms as far as the dictionary confirms them.
    """
    known = lexicon_file.entries()
    lemma = _lemma(word)
    candidates = (*_BY_FORM.get(fold(word), ()), word, lemma, *_by_rule(fold(word)))
    found = [entry.headword for form in candidates for entry in known.get(fold(form), ())]
    return tuple(dict.fromkeys(found)) or (lemma,)


def stem(word: str) -> str:
    """One folded form for all forms of a word: for comparing texts, not for showing."""
    irregular = _BY_FORM.get(fold(word))
    return fold(irregular[0] if irregular else _lemma(word))


def is_word(word: str) -> bool:
    """Whether ``word`` is known: in the dictionary, or as a form of some word."""
    import simplemma

    if fold(word) in lexicon_file.entries() or fold(word) in _BY_FORM:
        return True
    return bool(simplemma.is_known(word, lang="hi"))


@lru_cache(maxsize=1 << 15)
def _lemma(word: str) -> str:
    """simplemma's headword of a word; the word itself when it has none."""
    import simplemma

    return str(simplemma.lemmatize(word, lang="hi"))


def _by_rule(word: str) -> Iterator[str]:
    """Every folded headword that an ending of ``word`` allows."""
    for ending, replacement in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            yield word[: -len(ending)] + replacement
    yield word + "ना"  # a bare stem: लौटा सका
    match = _VERB_ENDING.search(word)
    while match and match.start() > 0:
        root = word[: match.start()]
        yield root + "ना"
        if root[-1] in _SHORTENED:
            yield root[:-1] + _SHORTENED[root[-1]] + "ना"
        match = _VERB_ENDING.search(word, match.start() + 1)
