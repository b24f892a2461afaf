"""Pinned spellings take the place of the engine's own, and of nothing else."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.language.pinning import pinned

KOSI = {"कोसी": "Koshi"}
TALKS = {"शी चिनफिंग": "Xi Jinping", "पुतिन": "Putin"}
THACKERAY = {"ठाकरे": "Thackeray", "उद्धव ठाकरे": "Uddhav Thackeray"}

REPLACED = [
    ("कोसी में बाढ़ आई।", "Kosi was flooded.", KOSI, "Koshi was flooded."),
    ("कोसी की धारा तेज़ है।", "The Kosi's current is fast.", KOSI, "The Koshi's current is fast."),
    ("कोसी की धारा तेज़ है।", "The Kosi’s current is fast.", KOSI, "The Koshi’s current is fast."),
    ("कोसी में बाढ़ आई।", "KOSI WAS FLOODED.", KOSI, "KOSHI WAS FLOODED."),
    ("कोसी में बाढ़ आई।", "In KOSI the water rises.", KOSI, "In Koshi the water rises."),
    ("कोसी-गंगा का मैदान", "the Kosi-Ganga plain", KOSI, "the Koshi-Ganga plain"),
    ("कोसी और कोसी।", "“Kosi” and (Kosi).", KOSI, "“Koshi” and (Koshi)."),
    ("कोसियों में पानी है।", "The Kosis are full.", KOSI, "The Koshis are full."),
    ("ठाकरे परिवार", "the Thakres' house", THACKERAY, "the Thackerays' house"),
    ("आगरे में ताज है।", "The Taj is in Agra.", {"आगरा": "Aagra"}, "The Taj is in Aagra."),
    ("बिहारियों ने कहा", "Biharis said", {"बिहारी": "Behari"}, "Beharis said"),
    (
        "छत्तीसगढ़ में चुनाव",
        "polls in Chattisgarh",
        {"छत्तीसगढ़": "Chhattisgarh"},
        "polls in Chhattisgarh",
    ),
    ("छिंदवाड़ा में", "in Chindwara", {"छिंदवाड़ा": "Chhindwara"}, "in Chhindwara"),
    ("कीव में", "in Kiev", {"कीव": "Kyiv"}, "in Kyiv"),
    ("पेरिस में", "in Paris", {"पेरिस": "Pari"}, "in Pari"),
    ("भारत ने कहा", "India said", {"भारत": "Bharat"}, "Bharat said"),
    ("पुतिन आए।", "Poutine came.", TALKS, "Putin came."),
    (
        "पुतिन और शी चिनफिंग मिले।",
        "Poutine met Shi Chinfing.",
        TALKS,
        "Putin met Xi Jinping.",
    ),
    ("शी चिनफिंग आए।", "Xi Chinfing came.", TALKS, "Xi Jinping came."),
    ("शी चिनफिंग आए।", "Chinfing came.", TALKS, "Xi Jinping came."),
    (
        "नीतीश ने कहा",
        "Neetish Kumar said",
        {"नीतीश": "Nitish Kumar"},
        "Nitish Kumar said",
    ),
    (
        "व्लादिमीर पुतिन आए।",
        "Vladimir Poutine came.",
        {"पुतिन": "Vladimir Putin"},
        "Vladimir Putin came.",
    ),
    (
        "उद्धव ठाकरे ने कहा, ठाकरे गए।",
        "Udhav Thakre said, Thakre left.",
        THACKERAY,
        "Uddhav Thackeray said, Thackeray left.",
    ),
    (
        "सीता और गीता आईं",
        "Seeta and Geeta came",
        {"सीता": "Sita", "गीता": "Gita"},
        "Sita and Gita came",
    ),
    ("ओब्रायन ने कहा", "O'Brian said", {"ओब्रायन": "O'Brien"}, "O'Brien said"),
]
UNCHANGED = [
    ("कोसी में बाढ़ आई।", "Koshi was flooded.", KOSI),
    ("कोसी में बाढ़ आई।", "The KOSHI IS FLOODED", KOSI),
    ("नदी में बाढ़ आई।", "Kosi was flooded.", KOSI),
    ("कोसीकलाँ में मेला है।", "There is a fair at Kosikalan.", KOSI),
    ("कोसी में बाढ़ आई।", "The river was flooded.", KOSI),
    ("कोसी में बाढ़ आई।", "", KOSI),
    ("कोसी में बाढ़ आई।", "Kosi was flooded.", {}),
    ("कोसी में बाढ़ आई।", "Kosi was flooded.", {"कोसी": " "}),
    ("कोसी में बाढ़ आई।", "Kosi was flooded.", {"": "Koshi", "।": "Koshi"}),
    ("मोदी ने कहा", "Modinagar and Modification grew", {"मोदी": "Modee"}),
    ("लखनऊ में", "Lucknowites and prelucknow", {"लखनऊ": "Lakhnau"}),
    ("सीता आईं", "Seeta came; Sheeta left", {"सीता": "Sita"}),
    ("चीन बढ़ा है।", "Since then, it has grown.", {"चीन": "Cheen"}),
    ("अमेरिका ने कहा", "The American said", {"अमेरिका": "Amrika"}),
    ("शी चिनफिंग आए।", "Xi Jinping came.", TALKS),
    ("बनारस में", "in Varanasi", {"बनारस": "Benares"}),
]


@pytest.mark.parametrize(("hindi", "english", "pins", "wanted"), REPLACED)
def test_the_engines_spelling_is_replaced(
    hindi: str, english: str, pins: dict[str, str], wanted: str
) -> None:
    said, changes = pinned(hindi, english, pins)
    assert said == wanted
    assert changes


@pytest.mark.parametrize(("hindi", "english", "pins"), UNCHANGED)
def test_nothing_else_is_touched(hindi: str, english: str, pins: dict[str, str]) -> None:
    assert pinned(hindi, english, pins) == (english, ())


def test_of_two_names_alike_each_has_its_own_spelling() -> None:
    said, _ = pinned("राम और रमा आए", "Ram and Rama came", {"राम": "Raam"})
    assert said == "Raam and Rama came"


def test_what_was_replaced_is_told_with_its_place_now() -> None:
    said, changes = pinned("पुतिन और शी चिनफिंग मिले।", "Poutine met Shi Chinfing.", TALKS)
    told = [(said[change.span.start : change.span.end], change.before) for change in changes]
    assert told == [("Putin", "Poutine"), ("Xi Jinping", "Shi Chinfing")]


NAMES = ("कोसी", "पुतिन", "शी चिनफिंग", "ठाकरे", "उद्धव ठाकरे", "आगरा", "राम", "रमा")
LISTED = "Kosi Kosis Poutine Putin Xi Shi Chinfing Thakre's Udhav Agra Ram Rama the met, and"
ENGLISH = tuple(LISTED.split(" "))
hindi = st.lists(st.sampled_from((*NAMES, "और", "ने", "मिले।")), max_size=8).map(" ".join)
english = st.lists(st.sampled_from(ENGLISH), max_size=10).map(" ".join)
spellings = st.sampled_from(("Koshi", "Xi Jinping", "Thackeray", "Raam", "Rama", "Agara", "Putin"))
pins = st.dictionaries(st.sampled_from(NAMES), spellings, max_size=3)


@given(hindi | st.text(max_size=30), english | st.text(max_size=30), pins)
def test_replacements_undone_give_the_engines_words(
    source: str, target: str, chosen: dict[str, str]
) -> None:
    said, changes = pinned(source, target, chosen)
    undone = said
    for change in reversed(changes):
        spelled = said[change.span.start : change.span.end].lower()
        assert spelled in {english.lower() for english in chosen.values()}
        undone = undone[: change.span.start] + change.before + undone[change.span.end :]
    assert undone == target


@given(hindi, english, pins)
@example("रमा", "Kosis", {"रमा": "Koshi"})
@example("कोसी", "Kosis", {"कोसी": "Koshi"})
def test_what_is_done_twice_is_done_once(source: str, target: str, chosen: dict[str, str]) -> None:
    said, _ = pinned(source, target, chosen)
    assert pinned(source, said, chosen) == (said, ())


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (
            "Modi's aides praised Mody's work; MODI left.",
            "Modhi's aides praised Modhi's work; Modhi left.",
        ),
        ("Mody is good, Modi says of Modinagar.", "Modhi is good, Modhi says of Modinagar."),
    ],
)
def test_a_name_that_the_engine_spells_in_two_ways(target: str, said: str) -> None:
    assert pinned("मोदी ने कहा कि मोदी का काम अच्छा है।", target, {"मोदी": "Modhi"})[0] == said
