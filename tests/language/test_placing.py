from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.placing import place, placed
from reader.model import HINDI, Markup, Sentence, Span, State, Style, TranslationUnit

NITI = "राष्ट्रीय जल आयोग ने सोमवार को नई दिल्ली में बाढ़ की रिपोर्ट जारी की।"
NITI_ENGLISH = "The National Water Commission released its flood report in New Delhi on Monday."


def sentence(text: str, *marked: str, style: Style = Style.BOLD) -> Sentence:
    """A sentence in which the first of each of the words given stands out."""
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in marked]
    markup = tuple(
        Markup(span, style, f"https://nadi.example/{n}" if style is Style.LINK else "")
        for n, span in enumerate(spans)
    )
    return Sentence("p1.1", text, Span(0, len(text)), HINDI, markup)


def shown(found: tuple[Markup, ...], english: str) -> list[str]:
    return [english[markup.span.start : markup.span.end] for markup in found]


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("नई दिल्ली", "New Delhi"),
        ("सोमवार", "Monday"),
        ("राष्ट्रीय जल आयोग", "National Water Commission"),
        ("बाढ़ की रिपोर्ट", "flood report"),
    ],
)
def test_words_are_found_by_name_and_by_meaning(words: str, english: str) -> None:
    assert shown(place(sentence(NITI, words), NITI_ENGLISH), NITI_ENGLISH) == [english]


@pytest.mark.parametrize(
    ("hindi", "words", "english", "found"),
    [
        ("उसने IBM का फ़ोन लिया।", "IBM", "He took a call from IBM.", "IBM"),
        ("मेले में ४५० दुकानें हैं।", "४५०", "The fair has 450 stalls.", "450"),
        ("मेले पर 5 करोड़ रुपये लगे।", "5 करोड़", "The fair cost 50 million rupees.", "50 million"),
        ("कल स्कोवेलिन ने गाया।", "स्कोवेलिन", "Yesterday Skovelin sang.", "Skovelin"),
        ("यह तीन दिन का मेला है।", "तीन दिन", "It is a three-day fair.", "three-day"),
        ("रपट छपी।", "रपट", "‹rapat› · has been printed.", "‹rapat›"),
        ("मत 80% से कम पड़े।", "80%", "Turnout was below 80%.", "80%"),
    ],
)
def test_latin_words_numbers_and_unknown_names(
    hindi: str, words: str, english: str, found: str
) -> None:
    assert shown(place(sentence(hindi, words), english), english) == [found]


def test_markup_over_the_whole_sentence_covers_the_whole_english() -> None:
    for words in (NITI, NITI.removesuffix(" की।")):
        assert shown(place(sentence(NITI, words), NITI_ENGLISH), NITI_ENGLISH) == [NITI_ENGLISH]


def test_emphasis_that_is_not_found_is_left_out() -> None:
    english = "It was published yesterday."
    assert place(sentence(NITI, "नई दिल्ली"), english) == ()


def test_emphasis_is_left_out_where_two_places_fit_as_well() -> None:
    hindi, english = "पुल से पुल तक भीड़ थी।", "There was a crowd from bridge to bridge."
    assert place(sentence(hindi, "पुल"), english) == ()
    link = place(sentence(hindi, "पुल", style=Style.LINK), english)
    assert shown(link, english) == ["bridge"]


def test_of_two_places_the_one_with_the_same_neighbours_is_taken() -> None:
    hindi = "लखनऊ का पुल नया है और नदी का पुराना पुल टूट गया।"
    english = "The bridge in Lucknow is new and the old bridge over the river broke."
    found = place(sentence(hindi, "पुराना पुल"), english)
    assert shown(found, english) == ["old bridge"]


def test_a_link_that_is_not_found_lies_on_the_whole_sentence() -> None:
    english = "It was published yesterday."
    (link,) = place(sentence(NITI, "नई दिल्ली", style=Style.LINK), english)
    assert (link.span, link.address) == (Span(0, len(english)), "https://nadi.example/0")


def test_a_link_that_is_not_found_leaves_the_others_their_words() -> None:
    english = "Monday saw it published."
    found = place(sentence(NITI, "सोमवार", "नई दिल्ली", style=Style.LINK), english)
    assert shown(found, english) == ["Monday", "saw it published."]


def test_links_that_are_not_found_share_the_sentence() -> None:
    english = "It came out."
    found = place(sentence(NITI, "सोमवार", "नई दिल्ली", "बाढ़", style=Style.LINK), english)
    assert shown(found, english) == ["It", "came", "out."]
    assert [link.address[-1] for link in found] == ["0", "1", "2"]


def test_a_link_that_took_all_words_makes_room() -> None:
    english = "Monday it"
    found = place(sentence(NITI, "सोमवार", "नई दिल्ली", "बाढ़", style=Style.LINK), english)
    assert shown(found, english) == ["Monday", "it"]
    assert shown(place(sentence(NITI, NITI, style=Style.LINK), english), english) == [english]


def test_bold_in_a_link_stands_at_the_same_words() -> None:
    both = sentence(NITI, "नई दिल्ली", style=Style.LINK).markup + sentence(NITI, "नई दिल्ली").markup
    there = Sentence("p1.1", NITI, Span(0, len(NITI)), HINDI, both)
    assert shown(place(there, NITI_ENGLISH), NITI_ENGLISH) == ["New Delhi", "New Delhi"]


def test_a_unit_gets_the_markup_of_its_sentence() -> None:
    unit = TranslationUnit("p1.1", NITI, NITI_ENGLISH, "google", State.MACHINE)
    assert placed(unit, sentence(NITI)) is unit
    assert shown(placed(unit, sentence(NITI, "सोमवार")).markup, NITI_ENGLISH) == ["Monday"]


def test_no_english_no_markup() -> None:
    for nothing in ("", "  "):
        assert place(sentence(NITI, "सोमवार", style=Style.LINK), nothing) == ()


@pytest.mark.parametrize(
    ("hindi", "english"),
    [("पुल " * 20_000, "bridge " * 20_000), ("पुल" * 20_000, "ianer" * 12_000 + " x")],
)
def test_a_text_that_is_no_sentence_takes_no_time(hindi: str, english: str) -> None:
    spans = (Span(0, 30_000), Span(40_000, 40_003))
    links = tuple(Markup(span, Style.LINK, "https://nadi.example/") for span in spans)
    began = time.perf_counter()
    found = place(Sentence("p1.1", hindi, Span(0, len(hindi)), HINDI, links), english)
    assert len(found) == 2
    assert time.perf_counter() - began < 5


@given(
    st.text(max_size=60),
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60), st.sampled_from(Style)), max_size=6),
)
def test_any_markup_keeps_to_the_english_and_no_link_is_lost(
    hindi: str, english: str, cuts: list[tuple[int, int, Style]]
) -> None:
    markup = tuple(
        Markup(Span(start, start + length), style, f"https://nadi.example/{n}")
        for n, (start, length, style) in enumerate(cuts)
    )
    found = place(Sentence("p1.1", hindi, Span(0, len(hindi)), HINDI, markup), english)
    assert all(0 <= m.span.start < m.span.end <= len(english) for m in found)
    for style in Style:
        spans = [m.span for m in found if m.style is style]
        assert not any(one.overlaps(two) for one in spans for two in spans if one is not two)
    links = [m for m in markup if m.style is Style.LINK]
    if len(english.split()) >= len(links):
        assert {m.address for m in found if m.style is Style.LINK} == {m.address for m in links}
