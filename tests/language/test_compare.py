"""Two versions of an article, sentence by sentence."""

import random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.compare import compare
from reader.language.segment import segment
from reader.model import Article, Change, ChangeKind, Paragraph, Row

BRIDGE = "सरयू नदी पर बना नया पुल रविवार को खोल दिया गया।"
VILLAGES = "इससे दो गाँव शहर से जुड़ गए हैं।"
SCHOOL = "बच्चे अब समय पर स्कूल पहुँच सकेंगे।"
COST = "पुल पर 4.85 करोड़ रुपये खर्च हुए।"
FAIR = "मेले में इस बार सौ से अधिक दुकानें लगी हैं।"
RAIN = "मौसम विभाग ने हल्की बारिश की संभावना जताई है।"

TEXTS = (BRIDGE, VILLAGES, SCHOOL, COST, FAIR, RAIN)
WORDS = sorted({word.rstrip("।") for text in TEXTS for word in text.split()})


def rows(*paragraphs: str, title: str = "नया पुल खुला") -> tuple[Row, ...]:
    return segment(Article(title, tuple(map(Paragraph, paragraphs))))


def told(changes: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    """The changes as kind, text before and text after."""
    return [
        (c.kind.value, c.before.text if c.before else "", c.after.text if c.after else "")
        for c in changes
    ]


def test_the_same_article_has_no_changes() -> None:
    version = rows(f"{BRIDGE} {VILLAGES}", SCHOOL)
    assert compare(version, version) == ()
    assert compare((), ()) == ()


def test_added_removed_and_changed_in_reading_order() -> None:
    old = rows(f"{BRIDGE} {VILLAGES}", SCHOOL, COST)
    now = COST.replace("4.85", "5.2")
    new = rows(BRIDGE, f"{FAIR} {SCHOOL}", now)
    assert told(compare(old, new)) == [
        ("removed", VILLAGES, ""),
        ("added", "", FAIR),
        ("changed", COST, now),
    ]


def test_both_sides_are_the_sentences_of_their_versions() -> None:
    now = VILLAGES.replace("दो", "तीन")
    (change,) = compare(rows(VILLAGES, SCHOOL), rows(FAIR, now, SCHOOL))[1:]
    assert change.before is not None
    assert change.after is not None
    assert (change.before.id, change.after.id) == ("p1.1", "p2.1")


def test_moved_paragraphs_and_other_numbers_are_no_change() -> None:
    old = rows(BRIDGE, f"{VILLAGES} {SCHOOL}", COST, RAIN)
    assert compare(old, rows(RAIN, COST, f"{VILLAGES} {SCHOOL}", BRIDGE)) == ()
    assert compare(old, rows(BRIDGE, VILLAGES, SCHOOL, COST, RAIN)) == ()
    assert told(compare(old, rows(FAIR, COST, RAIN, VILLAGES, SCHOOL, BRIDGE))) == [
        ("added", "", FAIR)
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("उन्होंने कहा, “पुल खुला है।”", 'उन्होंने कहा "पुल खुला है" ।'),
        ("भारत-चीन  सीमा पर शांति है।", "भारत – चीन सीमा पर शांति है!"),
        ("कीमत 1,00,000 रुपये है।", "कीमत 100000 रुपये है।"),
        ("क्‍या यह सच है?", "क्या यह सच है"),
        ("गाँव में 5वीं कक्षा है।", "गाँव में 5 वीं कक्षा है।"),
    ],
)
def test_punctuation_and_spacing_are_no_change(before: str, after: str) -> None:
    assert compare(rows(before), rows(after)) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("कीमत 4.85 करोड़ रुपये है।", "कीमत 485 करोड़ रुपये है।"),
        ("सभा 10:30 बजे शुरू होगी।", "सभा 10:45 बजे शुरू होगी।"),
        ("टीम ने 4 85 बनाए हैं।", "टीम ने 485 बनाए हैं।"),
        ("मतदान 50% रहा है।", "मतदान 50 रहा है।"),
        ("पुल बनी है आज।", "पुल बना है आज।"),
        ("यह राज की बात है।", "यह राज़ की बात है।"),
    ],
)
def test_numbers_and_vowel_signs_are_a_change(before: str, after: str) -> None:
    assert told(compare(rows(before), rows(after))) == [("changed", before, after)]


def test_a_headline_written_anew_is_still_the_headline() -> None:
    old, new = rows(BRIDGE, title="नया पुल खुला"), rows(BRIDGE, title="सरयू पार करना आसान")
    assert told(compare(old, new)) == [("changed", "नया पुल खुला", "सरयू पार करना आसान")]


def test_a_sentence_that_moved_and_changed_is_found() -> None:
    now = RAIN.replace("हल्की", "भारी")
    old, new = rows(RAIN, BRIDGE, VILLAGES, SCHOOL), rows(BRIDGE, VILLAGES, SCHOOL, now)
    assert told(compare(old, new)) == [("changed", RAIN, now)]


def test_a_live_blog_that_grows_at_the_top_has_only_additions() -> None:
    entries = [f"{h}:{m:02} बजे" for h in (9, 10) for m in (5, 25, 45)]
    posts = [
        part
        for entry, text in zip(entries, TEXTS, strict=True)
        for part in (entry, "अपडेट", text, "ये भी पढ़ें")
    ]
    for seen in range(4, len(posts), 4):
        old, new = rows(*posts[-seen:]), rows(*posts)
        assert [c.kind for c in compare(old, new)] == [ChangeKind.ADDED] * (len(posts) - seen)
        added = [c.after.id for c in compare(old, new) if c.after]
        assert added == [f"p{n}.1" for n in range(1, len(posts) - seen + 1)]


def test_an_article_rewritten_whole_has_all_of_both() -> None:
    kinds = [c.kind for c in compare(rows(BRIDGE, SCHOOL, title=""), rows(FAIR, RAIN, title=""))]
    assert sorted(kinds) == ["added", "added", "removed", "removed"]


sentences = st.lists(
    st.lists(st.sampled_from(WORDS[:8]), min_size=1, max_size=4).map(" ".join), max_size=12
)


@given(sentences, sentences)
def test_every_sentence_is_the_same_or_told_once(old: list[str], new: list[str]) -> None:
    before, after = rows(*old), rows(*new)
    changes = compare(before, after)
    gone = [c.before.id for c in changes if c.before]
    come = [c.after.id for c in changes if c.after]
    assert len(set(gone)) == len(gone)
    order = [s.id for row in after for s in row.sentences]
    assert come == [id_ for id_ in order if id_ in come]
    kept = sorted(s.text for row in before for s in row.sentences if s.id not in gone)
    assert kept == sorted(s.text for row in after for s in row.sentences if s.id not in come)


@given(st.text("पुल ।|1.,:“ab\u200d\u0301", max_size=40), st.text("पुल ।|1.,:ab", max_size=40))
def test_any_text_compares(old: str, new: str) -> None:
    for change in compare(rows(old), rows(new)):
        assert change.before or change.after


def sentence(chance: random.Random) -> str:
    return f"{' '.join(chance.choices(WORDS, k=14))} {chance.randrange(10_000)} है।"


@pytest.mark.parametrize("share", [0.0, 0.05, 1.0])
def test_two_thousand_sentences_against_two_thousand(share: float) -> None:
    chance = random.Random(3)
    old = [sentence(chance) for _ in range(2000)]
    new = [text.replace(" है", " था") if chance.random() < share else text for text in old]
    before, after = rows(*old), rows(*new)
    start = perf_counter()
    changes = compare(before, after)
    spent = perf_counter() - start
    assert len(changes) == sum(one != other for one, other in zip(old, new, strict=True))
    assert {c.kind for c in changes} <= {ChangeKind.CHANGED}
    # 0.1 s where this was written; a busy machine may be slower.
    assert spent < 1


def test_two_thousand_times_the_same_words_is_quick() -> None:
    old, new = rows(*[BRIDGE] * 2000), rows(*[BRIDGE, FAIR] * 1000)
    start = perf_counter()
    kinds = {c.kind for c in compare(old, new)}
    assert kinds == {ChangeKind.ADDED, ChangeKind.REMOVED}
    assert perf_counter() - start < 1
