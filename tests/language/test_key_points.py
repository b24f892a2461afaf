from pathlib import Path

import pytest

from reader.language import key_points
from reader.language.segment import segment
from reader.model import Article, KeyPoint, Paragraph

BODY = [
    "राज्य सरकार ने किसानों के लिए नई बीमा योजना शुरू की है। योजना में बारह फसलें शामिल हैं।",
    "कृषि मंत्री सोमवार को पोर्टल का उद्घाटन करेंगे। आवेदन की अंतिम तारीख तीस जून रखी गई है।",
    "विपक्ष ने प्रीमियम की दर पर सवाल उठाए हैं। पिछले साल ओलावृष्टि से भारी नुकसान हुआ था।",
]
POINTS = [
    "किसानों के लिए नई बीमा योजना शुरू",
    "कृषि मंत्री सोमवार को पोर्टल का उद्घाटन करेंगे",
    "विपक्ष ने प्रीमियम की दर पर सवाल उठाए",
]


@pytest.mark.parametrize("between", ["\n", " • ", "● ", " | "])
def test_bullets_and_line_breaks_part_points(between: str) -> None:
    assert key_points.split(between.join(POINTS), []) == POINTS


def test_numbers_dashes_and_dandas_part_points() -> None:
    numbered = " ".join(f"{n}. {point}" for n, point in enumerate(POINTS, 1))
    assert key_points.split(numbered, []) == POINTS
    assert key_points.split(" ".join(f"- {point}" for point in POINTS), []) == POINTS
    ended = [f"{point}।" for point in POINTS]
    assert key_points.split(" ".join(ended), []) == ended


@pytest.mark.parametrize("first", [" ", ""])
@pytest.mark.parametrize("second", [" ", ""])
def test_points_that_ran_together_are_told_apart_by_the_body(first: str, second: str) -> None:
    run = POINTS[0] + first + POINTS[1] + second + POINTS[2]
    assert key_points.split(run, BODY) == POINTS


def test_a_verb_run_into_the_next_word_parts_points_without_a_body() -> None:
    run = "पुलिस ने तीन लोगों को पकड़ लिया हैकिसी को चोट नहीं आई"
    assert key_points.split(run, []) == ["पुलिस ने तीन लोगों को पकड़ लिया है", "किसी को चोट नहीं आई"]


def test_a_long_run_is_parted_by_its_shape_without_a_body() -> None:
    run = "नया पुल अगले महीने खुल जाएगा शहर के लोगों को जाम से राहत मिलेगी किराया नहीं बढ़ेगा"
    assert key_points.split(run, []) == [
        "नया पुल अगले महीने खुल जाएगा",
        "शहर के लोगों को जाम से राहत मिलेगी",
        "किराया नहीं बढ़ेगा",
    ]


@pytest.mark.parametrize("point", [*POINTS, "हैदराबाद में मेट्रो का काम शुरू", "मंत्री ने कहा है कि काम होगा"])
@pytest.mark.parametrize("body", [BODY, []])
def test_one_point_stays_one(point: str, body: list[str]) -> None:
    assert key_points.split(point, body) == [point]


def test_nothing_is_lost() -> None:
    run = "".join(POINTS)
    assert "".join(key_points.split(run, BODY)).replace(" ", "") == run.replace(" ", "")
    assert key_points.split("", BODY) == []


def test_points_are_linked_to_the_sentences_they_sum_up() -> None:
    points = (*POINTS, "मौसम विभाग ने चेतावनी जारी की")
    paragraphs = tuple(Paragraph(text) for text in BODY)
    rows = segment(Article("बीमा", paragraphs, key_points=points))
    assert key_points.link(rows) == (
        KeyPoint("k1", "p1.1"),
        KeyPoint("k2", "p2.1"),
        KeyPoint("k3", "p3.1"),
        KeyPoint("k4", ""),
    )


def test_an_article_without_key_points_has_no_links() -> None:
    assert key_points.link(segment(Article("क", (Paragraph(BODY[0]),)))) == ()


def test_the_seed_gives_three_points(seed_path: Path) -> None:
    blocks = seed_path.read_text(encoding="utf-8").split("\n\n")
    run = next(block for block in blocks if block.startswith("Highlights"))
    body = blocks[blocks.index(run) + 1 :]
    first, second, third = key_points.split(run.removeprefix("Highlights "), body)
    assert first.endswith("हस्ताक्षर किए")
    assert second.startswith("किसी भी देश")
    assert second.endswith("शपथ शामिल")
    assert third.startswith("स्पष्ट नहीं किया गया है कि")
