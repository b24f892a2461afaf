from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from reader.formats.writers.listing import (
    article_json,
    article_text,
    side_by_side,
    unit_json,
    units_text,
)
from reader.model import (
    Article,
    Document,
    Image,
    Kind,
    Replacement,
    Row,
    Span,
    State,
    TranslationUnit,
)
from tests.formats.writers.documents import LINK, PUL, SARYU, document, row, unit

GUTTER = " │"
HINDI_WORDS = st.lists(
    st.sampled_from(["पुल", "प्रौद्योगिकी", "की", "क्‍ष", "हँसते", "गाँवों", "ज़िले", "१२", "“हाँ!”"]),
    max_size=30,
).map(" ".join)
ANY_TEXT = st.text(st.characters(exclude_characters="│", exclude_categories=["Cs"]), max_size=120)


def only(hindi: str, english: str) -> Document:
    """A document of one row, translated."""
    one = row("p1", Kind.BODY, hindi)
    made = unit("p1.1", hindi, english, State.MACHINE, "google")
    return Document(Article("", ()), (one,), {"p1.1": made})


def test_json_has_all_parts_under_stable_keys() -> None:
    data = article_json(document())
    assert list(data) == [
        "title", "byline", "published", "modified", "source", "url", "language", "lead", "image",
        "key_points", "dateline", "paragraphs", "web_title", "asked", "fetched",
        "converted", "feed",
    ]  # fmt: skip
    assert data["published"] == "2025-07-04T09:15:00+05:30"
    assert data["image"] == {
        "alt": "New bridge | नया पुल",
        "caption": "पुल का एक दृश्य",
        "address": "https://nadi.example/1.jpg",
    }
    assert data["fetched"] == "2025-07-05T06:45:00+00:00"
    assert data["asked"] == "https://nadi.example/pul"
    assert (data["converted"], data["feed"]) == ("Kruti Dev", "https://nadi.example/rss")
    assert data["key_points"] == [{"text": "पुल खुला", "sentence": "p1.1"}]
    assert [p["kind"] for p in data["paragraphs"]] == [
        "paragraph", "heading", "quote", "item", "paragraph", "paragraph",
        "stamp", "paragraph", "item", "item", "item", "table-head", "table-row", "table-row",
        "image", "image",
    ]  # fmt: skip
    assert data["paragraphs"][0]["sentences"][1] == {
        "id": "p1.2",
        "text": PUL[1],
        "language": "hi",
    }
    assert data["web_title"] == "new bridge opens"


def test_json_has_markup_labels_cells_and_addresses() -> None:
    paragraphs = article_json(document())["paragraphs"]
    assert paragraphs[7]["text"] == SARYU
    assert paragraphs[7]["markup"] == [
        {"start": 0, "end": 11, "style": "link", "address": LINK},
        {"start": 8, "end": 15, "style": "bold", "address": ""},
        {"start": 29, "end": 33, "style": "italic", "address": ""},
    ]
    assert [p["label"] for p in paragraphs[8:11]] == ["९.", "१०.", "११."]
    assert paragraphs[12]["text"] == "1\tरामपुर\t"
    assert paragraphs[15] == {
        "kind": "image",
        "text": "",
        "label": "",
        "address": "https://nadi.example/2.jpg",
        "markup": [],
        "sentences": [],
    }


def test_json_of_an_article_with_nothing_but_text() -> None:
    data = article_json(Document(Article("", ()), (row("p1", Kind.BODY, "पुल खुला।"),)))
    assert (data["published"], data["modified"], data["key_points"]) == (None, None, [])
    assert data["image"] == {"alt": "", "caption": "", "address": ""}
    assert (data["asked"], data["fetched"], data["converted"], data["feed"]) == ("", None, "", "")


def test_a_unit_has_its_reason_always() -> None:
    failed = unit("p4.2", "टिकट नहीं लगेगा।", "", State.FAILED, "google")
    assert unit_json(failed) == {
        "id": "p4.2",
        "source": "टिकट नहीं लगेगा।",
        "target": "",
        "engine": "google",
        "state": "failed",
        "reason": "The engine asked to wait.",
        "version": "",
        "problems": [],
        "replaced": [],
    }
    assert unit_json(replace(failed, reason=""))["reason"] == ""


def test_units_say_how_they_came_about() -> None:
    units = list(document().units.values())
    text = units_text(units)
    assert "New bridge in the village\n    google, machine\n" in text
    assert "The bridge has opened.\n    reader, edited\n" in text
    assert "people · happy · are\n    dictionary gloss, not a translation\n" in text
    assert "टिकट नहीं लगेगा।\n    not translated: The engine asked to wait.\n" in text


def test_a_gloss_that_stands_in_says_why() -> None:
    gloss = TranslationUnit(
        "p1.1", "पुल", "bridge", "gloss", State.GLOSS, "The server is in trouble."
    )
    assert "not a translation. The server is in trouble" in units_text([gloss])
    second = replace(gloss, engine="deepl", state=State.MACHINE)
    assert "    deepl, machine. The server is in trouble" in units_text([second])


def test_article_text_names_the_parts_that_are_not_prose() -> None:
    blocks = article_text(document()).split("\n\n")
    assert blocks[0] == "गाँव में नया पुल"
    assert blocks[1].startswith("लखनऊ · आरती शर्मा · 4 जुलाई 2025")
    assert blocks[2] == "Text converted from Kruti Dev"
    assert blocks[4:7] == [
        "Image: New bridge | नया पुल",
        "Caption: पुल का एक दृश्य https://nadi.example/1.jpg",
        "• पुल खुला",
    ]
    assert "९. पहला दिन\n१०. दूसरा दिन\n११. अंत में" in blocks
    assert " · गाँव · दूरी\n1 · रामपुर · \n2 · सरयूपुर | पूर्व · 3" in blocks
    assert "Image: https://nadi.example/2.jpg" in blocks
    assert blocks[-1] == "Web title: new bridge opens"


def test_nothing_reaches_the_terminal_that_it_would_obey() -> None:
    hostile = only("पुल \x1b[2Jखुला", "bridge \x1b]0;gone\x07\x9b31m opened")
    for text in (
        article_text(hostile),
        units_text(list(hostile.units.values())),
        side_by_side(hostile, 80),
    ):
        assert not any(c < " " and c != "\n" for c in text)
        assert "\x9b" not in text


def test_article_text_calls_a_picture_without_a_caption_an_image() -> None:
    picture = Row("caption", Kind.CAPTION, "", (), address="https://nadi.example/1.jpg")
    shown = article_text(Document(Article("पुल", ()), (picture,), {}))
    assert shown == "Image: https://nadi.example/1.jpg"


def test_side_by_side_has_heads_states_and_english_as_it_is() -> None:
    lines = side_by_side(document(), 160).splitlines()
    assert lines[0].startswith("गाँव में नया पुल ")
    assert lines[0].endswith("│ New bridge in the village")
    assert "4 July 2025" in lines[2]
    english = "\n".join(line.partition("│ ")[2] for line in lines)
    assert "[gloss] people · happy · are" in english
    assert "[not translated]" in english
    assert "All are welcome." in english
    assert "2 · Saryupur | East · 3" in english


def test_an_article_without_dates_and_names_has_no_empty_head() -> None:
    shown = side_by_side(only("पुल खुला।", "The bridge opened."), 60)
    assert shown == f"पुल खुला।{' ' * (28 - wcswidth('पुल खुला।'))} │ The bridge opened.\n"


@given(hindi=HINDI_WORDS | ANY_TEXT, english=ANY_TEXT, width=st.integers(10, 240))
def test_columns_are_straight_and_fit(hindi: str, english: str, width: int) -> None:
    column = max(20, (width - 3) // 2)
    for line in side_by_side(only(hindi, english), width).splitlines():
        left, gutter, right = line.partition(GUTTER)
        assert wcswidth(left) == column if gutter else not line
        assert wcswidth(right.removeprefix(" ")) <= column


@given(hindi=HINDI_WORDS, width=st.integers(10, 120))
def test_no_letter_gets_lost(hindi: str, width: int) -> None:
    lines = side_by_side(only(hindi, ""), width).splitlines()
    assert "".join("".join(line.partition(GUTTER)[0] for line in lines).split()) == "".join(
        hindi.split()
    )


def test_a_word_wider_than_its_column_is_cut_between_letters() -> None:
    word = "कि" * 30
    lines = side_by_side(only(word, ""), 43).splitlines()
    left = [line.partition(GUTTER)[0].rstrip() for line in lines]
    assert "".join(left) == word
    assert not any(part.startswith("ि") for part in left)


def test_the_picture_of_two_languages_shows_both_sides_in_english() -> None:
    alt = replace(row("alt", Kind.ALT, "New bridge", "नया पुल"), text="New bridge | नया पुल")
    english = replace(alt.sentences[0], language="en")
    rows = (replace(alt, sentences=(english, alt.sentences[1])),)
    shown = side_by_side(Document(Article("", (), image=Image("New bridge | नया पुल")), rows), 80)
    assert "│ New bridge [not translated]" in shown


def test_what_is_doubtful_or_respelled_is_told_with_its_unit() -> None:
    doubtful = document().units["p10.1"]
    respelled = replace(doubtful, problems=(), replaced=(Replacement(Span(4, 7), "third"),))
    assert units_text([doubtful]).splitlines()[-1] == f"    to check: {doubtful.problems[0].text}"
    assert units_text([respelled]).splitlines()[-1] == "    spelled as you set it: 3rd, not third"
    assert unit_json(doubtful)["problems"] == [doubtful.problems[0].text]


def test_both_sides_say_what_is_edited_and_what_is_to_be_checked() -> None:
    shown = side_by_side(document(), 100)
    assert "[edited] The bridge has opened." in shown
    assert "[to check] The 3rd day" in shown
