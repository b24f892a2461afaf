from dataclasses import replace

from lxml import html

from reader.formats.writers import clipboard
from reader.formats.writers.content import TABLE
from reader.model import Kind
from tests.formats.writers.documents import HOSTILE, MELA, PUL, SARYU, SARYU_ENGLISH, document

IDS = ["p1.1", "p1.2", "p4.1", "p4.2"]


def test_hindi_keeps_paragraphs_apart() -> None:
    plain, markup = clipboard.hindi(document(), IDS)
    assert plain == f"{PUL[0]} {PUL[1]}\n\n{MELA[0]} {MELA[1]}"
    assert markup == f'<p lang="hi">{PUL[0]} {PUL[1]}</p><p lang="hi">{MELA[0]} {MELA[1]}</p>'


def test_english_labels_a_gloss_and_skips_what_is_missing() -> None:
    assert clipboard.english(document(), IDS)[0] == (
        "The bridge has opened. [edited] people · happy · are [gloss]\n\nThe fair is from tomorrow."
    )
    assert clipboard.english(document(), ["p4.2", "p4.3"]) == ("", "")


def test_what_the_checks_doubt_is_copied_as_it_stands() -> None:
    plain, markup = clipboard.english(document(), ["p10.1"])
    assert plain == "10. The 3rd day"
    assert "to check" not in markup


def test_english_that_the_article_has_is_copied_as_it_is() -> None:
    assert clipboard.english(document(), ["p5.1"])[0] == "All are welcome."


def test_sentences_come_in_reading_order() -> None:
    assert clipboard.hindi(document(), ["p1.2", "p1.1"])[0] == " ".join(PUL)


def test_both_with_the_source_line() -> None:
    plain, markup = clipboard.both(document(), ["p1.1"])
    source = "नदी समाचार, 4 July 2025, https://nadi.example/pul?a=1&b=2, "
    source += "fetched 5 July 2025, 12:15 pm IST"
    assert plain == f"{PUL[0]}\n\nThe bridge has opened. [edited]\n\n{source}"
    table, below = html.fragments_fromstring(markup)
    texts = [cell.text_content() for cell in table.iter("td")]
    assert texts == [PUL[0], "The bridge has opened. [edited]"]
    assert [cell.get("lang") for cell in table.iter("td")] == ["hi", "en"]
    assert below.text == source


def test_each_paragraph_is_followed_by_its_english() -> None:
    plain, markup = clipboard.both(document(), ["p1.1", "p4.1"])
    texts = [PUL[0], "The bridge has opened. [edited]", MELA[0], "The fair is from tomorrow."]
    assert plain.split("\n\n")[:-1] == texts
    cells = html.fragments_fromstring(markup)[0].iter("td")
    assert [cell.text_content() for cell in cells] == texts


def test_a_picture_s_two_texts_stay_parted() -> None:
    there = document()
    alt = next(row for row in there.rows if row.kind is Kind.ALT)
    own, other = (sentence.text for sentence in alt.sentences)
    plain, _ = clipboard.both(there, [sentence.id for sentence in alt.sentences])
    assert plain.split("\n\n")[0] == f"{own} | {other}"


def test_no_source_no_line() -> None:
    there = document()
    bare = replace(
        there,
        article=replace(
            there.article, source="", byline="", url="", published=None, modified=None, fetched=None
        ),
    )
    plain, markup = clipboard.both(bare, ["p4.2"])
    assert plain == MELA[1]
    assert markup.endswith("</table>")


def test_markup_is_escaped() -> None:
    _plain, markup = clipboard.both(document(), ["p6.1"])
    assert "<script" not in markup
    assert HOSTILE in html.fromstring(markup).text_content()


def test_bold_italics_and_links_are_copied_as_html() -> None:
    plain, markup = clipboard.hindi(document(), ["p8.1"])
    assert plain == SARYU
    page = html.fromstring(markup)
    assert page.text_content() == SARYU
    assert [(e.tag, e.text_content()) for e in page.iter("a", "strong", "em")] == [
        ("a", "सरयू पर बना"), ("strong", "बना"), ("strong", " पुल"), ("em", "खुला")
    ]  # fmt: skip
    plain, markup = clipboard.english(document(), ["p8.1"])
    assert plain == SARYU_ENGLISH
    (link,) = html.fromstring(markup).iter("a")
    assert link.text_content() == "bridge on the Saryu"


def test_a_table_is_copied_as_one() -> None:
    rows = [s.id for row in document().rows if row.kind in TABLE for s in row.sentences]
    plain, markup = clipboard.english(document(), ["p8.1", *rows])
    table = "\tVillage\tDistance\n1\tRampur [gloss]\t\n2\tSaryupur | East\t3"
    assert plain == f"{SARYU_ENGLISH}\n\n{table}"
    page = html.fromstring(f"<div>{markup}</div>")
    cells = [[cell.text_content() for cell in row] for row in page.iter("tr")]
    assert [row.split("\t") for row in table.split("\n")] == cells


def test_one_cell_is_copied_without_the_others() -> None:
    assert clipboard.hindi(document(), ["p14.2"])[0] == "सरयूपुर | पूर्व"
    assert clipboard.both(document(), ["p14.2"])[0].startswith("सरयूपुर | पूर्व\n\nSaryupur | East\n\n")


def test_an_item_keeps_its_number() -> None:
    assert clipboard.hindi(document(), ["p9.1"])[0] == "९. पहला दिन"
    assert clipboard.english(document(), ["p9.1"])[0] == "9. The first day"
