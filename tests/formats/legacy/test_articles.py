from pathlib import Path

import pytest

from benchmarks import legacy as measuring
from reader.formats import legacy
from reader.formats.legacy import tables
from reader.model import Article, Image, Markup, Paragraph, Span, Style

HEAD = "unh fdukjs esyk"
BODY = "unh ds fdukjs esyk yxk gSA xk¡o ds yksx lqcg ls vk jgs gSa vkSj cPps [kq'k gSaA"
HINDI = "नदी के किनारे मेला लगा है। गाँव के लोग सुबह से आ रहे हैं और बच्चे खुश हैं।"


def test_a_whole_article_is_converted() -> None:
    article = Article(
        HEAD,
        (Paragraph(BODY),),
        byline="jke dqekj",
        lead="cPps [kq'k gSa",
        image=Image(caption="esyk"),
        key_points=("esyk yxk",),
        source="Example",
    )
    got = legacy.converted(article)
    assert got.converted == "Kruti Dev"
    assert (got.title, got.byline, got.lead) == ("नदी किनारे मेला", "राम कुमार", "बच्चे खुश हैं")
    assert (got.image.caption, got.key_points, got.source) == ("मेला", ("मेला लगा",), "Example")
    assert [paragraph.text for paragraph in got.paragraphs] == [HINDI]


def test_english_and_unicode_paragraphs_stay() -> None:
    others = ("The fair is on the bank of the river.", "मेला लगा है।", "Reuters", "PTI", "12.5")
    article = Article(HEAD, (Paragraph(BODY), *map(Paragraph, others)))
    got = legacy.converted(article)
    assert [paragraph.text for paragraph in got.paragraphs] == [HINDI, *others]


@pytest.mark.parametrize(
    "text",
    [
        "The fair is on the bank of the river, and the children are happy.",
        HINDI,
        "nadi ke kinare mela laga hai aur bachche khush hain",
        "Der Markt ist am Fluss, und die Kinder freuen sich.",
        "La fête est près de la rivière et les élèves étaient là.",
        "for f in *.txt; do ls -l $f | grep ds; done  # dk dh ds ls us",
        "tks bro, c u",
        "",
    ],
)
def test_other_text_is_not_touched(text: str) -> None:
    article = Article(text, (Paragraph(text),))
    assert legacy.converted(article) is article
    assert legacy.converted_lines(text) == (text, "")


def test_markup_stays_on_its_words() -> None:
    bold = Markup(Span(BODY.index("esyk"), BODY.index("esyk") + 4), Style.BOLD)
    part = Markup(Span(BODY.index("lqcg") + 1, BODY.index("vk jgs") + 2), Style.ITALIC)
    space = Markup(Span(3, 4), Style.BOLD)
    got = legacy.converted(Article(HEAD, (Paragraph(BODY, markup=(space, bold, part)),)))
    marked = [got.paragraphs[0].text[m.span.start : m.span.end] for m in got.paragraphs[0].markup]
    assert marked == ["मेला", "सुबह से आ"]


def test_lines_are_converted_one_by_one() -> None:
    text = f"{HEAD}\n\n{BODY}\r\nThis is English.\n"
    assert legacy.converted_lines(text) == (
        f"नदी किनारे मेला\n\n{HINDI}\r\nThis is English.\n",
        "Kruti Dev",
    )


def test_chanakya_and_walkman_are_told_from_kruti_dev() -> None:
    chanakya = "ÙÎè ·ð¤ ç·¤ÙæÚðU ×ðÜæ Ü»æ ãñÐ Üæð» âéÕã âð ¥æ ÚUãð ãñ´Ð"
    got = legacy.converted_lines(chanakya)
    assert got == ("नदी के किनारे मेला लगा है। लोग सुबह से आ रहे हैं।", "Chanakya")
    walkman = "unh osQ fdukjs esyk yxk gSA iwQy osQ yksx vkSj cPps gSaA"
    got = legacy.converted_lines(walkman)
    assert got == ("नदी के किनारे मेला लगा है। फूल के लोग और बच्चे हैं।", "Walkman Chanakya")


@pytest.mark.parametrize("encoding", measuring.ENCODINGS)
def test_real_hindi_comes_back(data: Path, encoding: str) -> None:
    share = measuring.round_trips(measuring.hindi(data)["FLORES"][:300], encoding)[1]
    assert share > 0.999


def test_no_english_sentence_is_taken_for_hindi(data: Path) -> None:
    sentences = measuring.english(data)
    assert legacy.converted_lines("\n".join(sentences))[1] == ""
    assert not any(legacy.converted_lines(sentence)[1] for sentence in sentences)


def test_tables_name_each_sequence_once() -> None:
    for file in ("kruti-dev", "chanakya", "walkman-chanakya"):
        rows = list(tables._rows(file))
        assert len(rows) == len(dict(rows))
