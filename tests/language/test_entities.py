import time
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest

from reader.language import entities, mentions
from reader.language.segment import segment
from reader.model import Article, Entity, Label, Paragraph

PUBLISHED = datetime(2024, 6, 19)


def found(*paragraphs: str) -> list[Entity]:
    rows = segment(Article("", tuple(map(Paragraph, paragraphs))))
    return list(entities.find(rows, PUBLISHED))


def told(*paragraphs: str) -> set[tuple[str, str, str]]:
    return {(e.label.value, e.name, e.english) for e in found(*paragraphs)}


def test_people_places_dates_and_money_are_told() -> None:
    text = "राष्ट्रपति व्लादिमीर पुतिन 19 जून को चीन गए और 5 करोड़ रुपये दिए।"
    assert told(text) == {
        ("PERSON", "व्लादिमीर पुतिन", "Vladimir Putin"),
        ("DATE", "19 जून", "19 June 2024"),
        ("PLACE", "चीन", "China"),
        ("MONEY", "5 करोड़ रुपये", "5 crore rupees (50 million)"),
    }


def test_the_mentions_of_a_person_are_one_entity() -> None:
    (person,) = found(
        "नेता किम जोंग उन ने भाषण दिया।", "किम के बाद किसी ने नहीं कहा।", "किम जोंग उन लौट गए।"
    )
    assert (person.label, person.name, person.english) == (
        Label.PERSON,
        "किम जोंग उन",
        "Kim Jong Un",
    )
    assert [mention.text for mention in person.mentions] == ["किम जोंग उन", "किम", "किम जोंग उन"]


def test_a_pronoun_is_no_part_of_a_name() -> None:
    (person,) = found("किम जोंग उन लौट गए।", "उन पर आरोप हैं।")
    assert len(person.mentions) == 1


def test_a_name_is_not_found_inside_another_word() -> None:
    assert told("रूसी सेना और भारतीय दल मिले।") == set()


def test_an_unknown_name_is_found_by_its_title() -> None:
    assert ("PERSON", "गुरमीत झबरू", "Gurmit Jhabru") in told("डॉ. गुरमीत झबरू अस्पताल पहुंचे।")


@pytest.mark.parametrize("title", ["ज़िलाधिकारी", "थानाध्यक्ष", "महानिदेशक", "उप-निदेशक", "मि."])
def test_a_title_is_no_part_of_the_name(title: str) -> None:
    assert told(f"{title} अंजलि रौतेला पहुंचीं।") == {("PERSON", "अंजलि रौतेला", "Anjali Rautela")}


def test_a_length_is_no_person() -> None:
    assert not [e for e in found("वर्षा 690 मि. मी. रही।") if e.label is Label.PERSON]


@pytest.mark.parametrize("name", ["हयात सिंह दानू", "मुलायम सिंह यादव", "पूजा कोरंगा", "अमर सिंह"])
def test_a_given_name_that_is_a_word_too_stays_with_its_family_name(name: str) -> None:
    assert [e.name for e in found(f"76 वर्षीय {name} ने कहा।") if e.label is Label.PERSON] == [name]


def test_a_fruit_is_no_island() -> None:
    text = "गाँव में माल्टा और अदरक खूब होते हैं। 12 क्विंटल माल्टा गाँव में बिका।"
    assert {label for label, *_ in told(text)} == {"NUMBER"}
    assert told("वह माल्टा में रहती है।") == {("PLACE", "माल्टा", "Malta")}


def test_both_of_two_villages_are_found_and_found_again() -> None:
    (first, second) = found("झबरूटक और बड़गूँठ गाँवों के बीच पुल बना।", "बड़गूँठ के लोग खुश हैं।")
    assert (first.label, first.name) == (Label.PLACE, "झबरूटक")
    assert (second.name, len(second.mentions)) == ("बड़गूँठ", 2)


def test_an_organisation_has_its_place_in_its_name() -> None:
    assert ("ORGANISATION", "गुजरात उच्च न्यायालय", "Gujarat High Court") in told(
        "गुजरात उच्च न्यायालय ने रोक लगाई।"
    )


def test_an_organisation_is_found_by_its_last_word() -> None:
    labels = {e.name: e.label for e in found("दिल्ली पुलिस और विदेश मंत्रालय ने बयान दिया।")}
    assert labels == {
        "दिल्ली पुलिस": Label.ORGANISATION,
        "विदेश मंत्रालय": Label.ORGANISATION,
    }


def test_mentions_lie_in_their_row() -> None:
    rows = segment(Article("चीन में बाढ़", (Paragraph("भारी बारिश हुई। चीन में 24 लोग बचाए गए।"),)))
    texts = {row.id: row.text for row in rows}
    every = [mention for entity in entities.find(rows) for mention in entity.mentions]
    assert len(every) == 3
    assert all(texts[m.row][m.span.start : m.span.end] == m.text for m in every)


def test_english_sentences_are_left_alone() -> None:
    assert found("Putin met Kim on 19 June 2024 in Pyongyang.") == []


def test_a_sentence_gives_mentions_that_do_not_overlap() -> None:
    spans = [m.span for m in mentions.find("प्रधानमंत्री नरेंद्र मोदी 12 जून 2024 को नई दिल्ली में थे।")]
    assert len(spans) == 3
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("label", "names"),
    [
        (Label.PERSON, {"व्लादिमीर पुतिन", "किम जोंग उन"}),
        (
            Label.PLACE,
            {
                *("रूस", "उत्तर कोरिया", "यूक्रेन", "चीन", "अमेरिका"),
                *("नई दिल्ली", "मास्को", "कोरिया"),
            },
        ),
        (Label.DATE, {"19 जून"}),
        (Label.NUMBER, {"24"}),
    ],
)
def test_the_seed_names_them(seed_path: Path, label: Label, names: set[str]) -> None:
    blocks = seed_path.read_text(encoding="utf-8").split("\n\n")
    assert names <= {e.name for e in found(*blocks) if e.label is label}


def test_a_long_article_takes_time_in_proportion() -> None:
    text = "राष्ट्रपति व्लादिमीर पुतिन 19 जून को चीन गए और गुरमीत झबरू ने 24 लोगों से बात की।"
    found(text)
    start = time.perf_counter()
    (first, *_) = found(*[text] * 2000)
    assert len(first.mentions) == 2000
    assert time.perf_counter() - start < 5
