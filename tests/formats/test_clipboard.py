from dataclasses import replace

from lxml import html

from reader.formats import clipboard
from tests.formats.documents import HOSTILE, MELA, PUL, document

IDS = ["p1.1", "p1.2", "p4.1", "p4.2"]


def test_hindi_keeps_paragraphs_apart() -> None:
    assert clipboard.hindi(document(), IDS) == f"{PUL[0]} {PUL[1]}\n\n{MELA[0]} {MELA[1]}"


def test_english_labels_a_gloss_and_skips_what_is_missing() -> None:
    assert clipboard.english(document(), IDS) == (
        "The bridge has opened. people · happy · are [gloss]\n\nThe fair is from tomorrow."
    )
    assert clipboard.english(document(), ["p4.2", "p4.3"]) == ""


def test_english_that_the_article_has_is_copied_as_it_is() -> None:
    assert clipboard.english(document(), ["p5.1"]) == "All are welcome."


def test_sentences_come_in_reading_order() -> None:
    assert clipboard.hindi(document(), ["p1.2", "p1.1"]) == " ".join(PUL)


def test_both_with_the_source_line() -> None:
    plain, markup = clipboard.both(document(), ["p1.1"])
    source = "नदी समाचार, 4 July 2025, https://nadi.example/pul?a=1&b=2"
    assert plain == f"{PUL[0]}\n\nThe bridge has opened.\n\n{source}"
    table, below = html.fragments_fromstring(markup)
    assert [cell.text for cell in table.iter("td")] == [PUL[0], "The bridge has opened."]
    assert [cell.get("lang") for cell in table.iter("td")] == ["hi", "en"]
    assert below.text == source


def test_each_paragraph_is_followed_by_its_english() -> None:
    plain, markup = clipboard.both(document(), ["p1.1", "p4.1"])
    texts = [PUL[0], "The bridge has opened.", MELA[0], "The fair is from tomorrow."]
    assert plain.split("\n\n")[:-1] == texts
    assert [cell.text for cell in html.fragments_fromstring(markup)[0].iter("td")] == texts


def test_no_source_no_line() -> None:
    there = document()
    bare = replace(
        there,
        article=replace(there.article, source="", byline="", url="", published=None, modified=None),
    )
    plain, markup = clipboard.both(bare, ["p4.2"])
    assert plain == MELA[1]
    assert markup.endswith("</table>")


def test_markup_is_escaped() -> None:
    _plain, markup = clipboard.both(document(), ["p6.1"])
    assert "<script" not in markup
    assert HOSTILE in html.fromstring(markup).text_content()
