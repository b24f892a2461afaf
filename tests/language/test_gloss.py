import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language import english_nouns, english_verbs, verbs
from reader.language.gloss import gloss, of_word


def test_a_gloss_keeps_names_numbers_and_the_mark_at_the_end() -> None:
    parts = gloss("पुतिन 19 जून को नई दिल्ली में थे।").removesuffix(".").split(" · ")
    assert parts[:2] == ["Putin", "19 June"]
    assert "New Delhi" in parts
    assert parts[-1] == "were"
    assert gloss("क्या पानी है?").endswith("?")


def test_compounds_and_postpositions_are_one_group() -> None:
    parts = gloss("देश के लिए समझौते पर हस्ताक्षर किए गए हैं।").split(" · ")
    assert "for" in parts
    assert parts[-1] == "have been signed."


def test_an_unknown_word_is_marked_and_written_in_latin_letters() -> None:
    assert of_word("झबरूटक") == "‹jhabrutak›"
    assert "‹jhabrutak›" in gloss("यह झबरूटक है।")


def test_a_bare_marker_has_no_gloss() -> None:
    assert of_word("ने") == ""
    assert gloss("") == ""


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("कर रहा है", "is doing"),
        ("लिख रहे थे", "were writing"),
        ("किए गए हैं", "have been done"),
        ("किया गया", "was done"),
        ("किया जा रहा है", "is being done"),
        ("करना पड़ रहा है", "has to do"),
        ("जाना पड़ा", "had to go"),
        ("जा सकते हैं", "can go"),
        ("आ चुका है", "has already come"),
        ("लिख दिया", "wrote"),
        ("जाता है", "goes"),
        ("जाते थे", "used to go"),
        ("जाएगा", "will go"),
        ("लौटा सका", "could return"),
        ("बैठ पाते थे", "could sit"),
        ("करने लगा", "began to do"),
        ("माँगा", "asked for"),
        ("होते ही", "on being"),
        ("खींची जाने वाली", "being pulled"),
        ("मिलने", "getting"),
        ("किए जा रहे", "being done"),
        ("जाता", "goes"),
        ("जाती हूँ", "go"),
        ("करके", "having done"),
        ("है", "is"),
        ("थे", "were"),
    ],
)
def test_a_verb_group_has_one_gloss(words: str, english: str) -> None:
    spelled = words.split()
    assert verbs.group(spelled, 0) == (len(spelled), english)


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("किसी की तरह", "some · like"),
        ("उनके लिए", "them · for"),
        ("मेरे बारे में", "me · about"),
        ("उसके घर में", "his/her · house · in"),
        ("24 वर्षीय महिलाएँ", "24-year-old · women"),
        ("पहाड़ी के पास", "hill · near"),
        ("यह शामिल है", "this · included · is"),
        ("ली ने कहा", "Li · said"),
        ("लोग कम थे", "people · less · were"),
        ("800 कि.मी. दूर", "800 · km · far"),
        ("वह चाहती कि", "he/she · wants · that"),
        ("संसद सदस्यों को", "Parliament · members · to"),
        ("नौवीं बार", "ninth · time"),
    ],
)
def test_a_gloss_reads_as_a_learner_hopes(words: str, english: str) -> None:
    assert gloss(words) == english


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("country", "countries"),
        ("day", "days"),
        ("church", "churches"),
        ("schoolchild", "schoolchildren"),
        ("fisherman", "fishermen"),
        ("human", "humans"),
        ("member of parliament", "members of parliament"),
        ("security guard", "security guards"),
        ("information", "information"),
        ("MP", "MP"),
    ],
)
def test_english_nouns_have_plurals(one: str, several: str) -> None:
    assert english_nouns.plural(one) == several


def test_the_genitive_is_no_verb() -> None:
    assert verbs.group(["की", "बात"], 0) is None
    assert verbs.group(["की", "है"], 0) == (2, "has done")
    assert verbs.group(["पानी"], 0) is None


@pytest.mark.parametrize(
    ("verb", "past", "participle", "present", "ongoing"),
    [
        ("sign a deal", "signed a deal", "signed a deal", "signs a deal", "signing a deal"),
        ("give up", "gave up", "given up", "gives up", "giving up"),
        ("try", "tried", "tried", "tries", "trying"),
        ("travel", "travelled", "travelled", "travels", "travelling"),
        ("reveal", "revealed", "revealed", "reveals", "revealing"),
        ("stop", "stopped", "stopped", "stops", "stopping"),
        ("admit", "admitted", "admitted", "admits", "admitting"),
        ("go", "went", "gone", "goes", "going"),
        ("be", "was", "been", "is", "being"),
        ("have", "had", "had", "has", "having"),
        ("die", "died", "died", "dies", "dying"),
        ("look", "looked", "looked", "looks", "looking"),
        ("play", "played", "played", "plays", "playing"),
    ],
)
def test_english_verbs_are_inflected(
    verb: str, past: str, participle: str, present: str, ongoing: str
) -> None:
    assert english_verbs.past(verb) == past
    assert english_verbs.participle(verb) == participle
    assert english_verbs.present(verb) == present
    assert english_verbs.present_participle(verb) == ongoing


@given(st.lists(st.sampled_from("वह की कर रहा है था गया किए जा पड़ सकता ने , झबरूटक 24 लाख ।".split())))  # noqa: SIM905
def test_any_words_have_a_gloss_in_latin_letters(sentence: list[str]) -> None:
    assert not any("\u0900" <= char <= "\u097f" for char in gloss(" ".join(sentence)))
