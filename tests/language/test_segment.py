from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.segment import script_language, segment
from reader.model import (
    CELL_BREAK,
    ENGLISH,
    HINDI,
    Article,
    Image,
    Kind,
    Markup,
    Paragraph,
    Row,
    Span,
    Style,
)


def article() -> Article:
    return Article(
        title="बाढ़ से राहत: तीन जिलों में स्कूल खुले? जानिए सब कुछ",
        lead="पानी उतर रहा है। लोग घर लौट रहे हैं।",
        image=Image("Flood water recedes | बाढ़ का पानी उतरा", "पटना में गंगा का घाट"),
        key_points=("स्कूल सोमवार से खुले", "राहत शिविर बंद होंगे"),
        paragraphs=(
            Paragraph("सरकार ने स्कूल खोल दिए। शिविर बंद होंगे।"),
            Paragraph("  "),
            Paragraph("आगे क्या होगा? कोई नहीं जानता", Kind.HEADING),
            Paragraph("Schools are open again. Camps will close."),
        ),
        web_title="Flood relief: schools open",
    )


def test_rows_stand_in_reading_order() -> None:
    rows = segment(article())
    assert [row.id for row in rows] == [
        *("title", "lead", "alt", "caption", "k1", "k2", "p1", "p2", "p3", "web")
    ]
    assert [row.kind for row in rows][-3:] == [Kind.HEADING, Kind.BODY, Kind.WEB_TITLE]


def test_sentences_are_numbered_and_lie_in_their_row() -> None:
    for row in segment(article()):
        assert [s.id for s in row.sentences] == [
            f"{row.id}.{n}" for n in range(1, len(row.sentences) + 1)
        ]
        assert all(row.text[s.span.start : s.span.end] == s.text for s in row.sentences)


def test_a_headline_is_one_sentence() -> None:
    rows = {row.id: row for row in segment(article())}
    assert len(rows["title"].sentences) == len(rows["p2"].sentences) == 1
    assert len(rows["lead"].sentences) == len(rows["p1"].sentences) == 2


def test_an_alt_in_two_languages_gives_a_sentence_for_each() -> None:
    rows = {row.id: row for row in segment(article())}
    assert [(s.text, s.language) for s in rows["alt"].sentences] == [
        ("Flood water recedes", ENGLISH),
        ("बाढ़ का पानी उतरा", HINDI),
    ]
    turned = Article("क", (), image=Image("बाढ़ का पानी उतरा | Flood water recedes"))
    assert [s.language for s in segment(turned)[1].sentences] == [HINDI, ENGLISH]


def test_a_bar_between_two_hindi_texts_parts_nothing() -> None:
    row = segment(Article("क", (), image=Image("पटना | बिहार")))[1]
    assert [s.text for s in row.sentences] == ["पटना | बिहार"]


def test_english_in_the_article_says_so() -> None:
    rows = {row.id: row for row in segment(article())}
    assert {s.language for s in rows["p3"].sentences} == {ENGLISH}
    assert rows["web"].sentences[0].language == ENGLISH
    assert rows["p1"].sentences[0].language == HINDI


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The word सेतु means a bridge in Hindi", ENGLISH),
        ("He greeted the crowd with a loud 'नमस्ते' and then he left the hall.", ENGLISH),
        ("WhatsApp", ENGLISH),
        ("The lake is full again.", ENGLISH),
        ("Apple ने नया iPhone पेश किया", HINDI),
        ("Facebook, Instagram और WhatsApp ने नया feature launch किया है", HINDI),
        ("Google Maps, YouTube, Instagram और WhatsApp", HINDI),
        ("Champions Trophy Final Live Score: मुक़ाबला", HINDI),
        ("MLA और MP", HINDI),
        ("यह शब्द English का है", HINDI),
        ("2024", HINDI),
    ],
)
def test_a_sentence_is_english_by_its_script_and_its_small_words(text: str, language: str) -> None:
    assert script_language(text) == language


def test_key_points_that_ran_together_become_rows() -> None:
    body = (Paragraph("मंत्री ने नई रेल लाइन का शिलान्यास किया है। काम अगले साल मार्च में पूरा होगा।"),)
    run = "मंत्री ने नई रेल लाइन का शिलान्यास कियाकाम अगले साल मार्च में पूरा होगा"
    rows = segment(Article("रेल", body, key_points=(run,)))
    assert [(row.id, row.text) for row in rows if row.kind is Kind.KEY_POINT] == [
        ("k1", "मंत्री ने नई रेल लाइन का शिलान्यास किया"),
        ("k2", "काम अगले साल मार्च में पूरा होगा"),
    ]


def test_an_article_of_nothing_has_no_rows() -> None:
    assert segment(Article("", ())) == ()


def test_points_told_apart_stay_as_they_are() -> None:
    points = ("गाँव के 63 बच्चे दस मिनट में पहुँच जाएँगे स्कूल तक सीधे", "समिति करेगी देखरेख")
    rows = segment(Article("पुल", (Paragraph("गाँव के 63 बच्चे।"),), key_points=points))
    assert tuple(row.text for row in rows if row.kind is Kind.KEY_POINT) == points


def only(paragraph: Paragraph) -> Row:
    """The row of an article of one paragraph."""
    (row,) = segment(Article("", (paragraph,)))
    return row


def test_markup_is_cut_at_the_sentences_and_counts_from_their_start() -> None:
    text = "पुल खुल गया। लोग खुश हैं।"
    bold = Markup(Span(4, 16), Style.BOLD)
    link = Markup(Span(17, 20), Style.LINK, "https://example.org/")
    row = only(Paragraph(text, markup=(bold, link)))
    assert row.markup == (bold, link)
    first, second = row.sentences
    assert first.markup == (Markup(Span(4, 12), Style.BOLD),)
    assert second.markup == (
        Markup(Span(0, 3), Style.BOLD),
        Markup(Span(4, 7), Style.LINK, "https://example.org/"),
    )
    assert [second.text[m.span.start : m.span.end] for m in second.markup] == ["लोग", "खुश"]


def test_markup_moves_along_when_spaces_before_the_text_go() -> None:
    row = only(Paragraph("  पुल खुला ", markup=(Markup(Span(1, 5), Style.ITALIC),)))
    assert row.text == "पुल खुला"
    assert row.markup == row.sentences[0].markup == (Markup(Span(0, 3), Style.ITALIC),)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=6))
def test_every_marked_word_keeps_its_markup(places: list[tuple[int, int]]) -> None:
    text = "पुल खुल गया। लोग खुश हैं? हाँ! अब नाव नहीं चाहिए। समय पर पहुँचेंगे।"
    markup, free = [], 0
    for start, length in sorted(places):
        start = max(start, free)
        free = min(start + length, len(text))
        if start < free:
            markup.append(Markup(Span(start, free), Style.BOLD))
    row = only(Paragraph(text, markup=tuple(markup)))
    marked = {n for one in markup for n in range(one.span.start, one.span.end)}
    found = {
        sentence.span.start + n
        for sentence in row.sentences
        for one in sentence.markup
        for n in range(one.span.start, one.span.end)
    }
    assert {n for n in marked if not text[n].isspace()} <= found <= marked


def test_thousands_of_links_in_thousands_of_sentences_take_no_time() -> None:
    text = "वह गया। " * 20_000
    links = tuple(
        Markup(Span(8 * n, 8 * n + 2), Style.LINK, "https://example.org/") for n in range(20_000)
    )
    bold = Markup(Span(0, len(text)), Style.BOLD)
    started = perf_counter()
    rows = segment(Article("", (Paragraph(text, markup=(bold, *links)),)))
    assert perf_counter() - started < 5
    assert {len(sentence.markup) for row in rows for sentence in row.sentences} == {2}


def test_no_sentence_reaches_over_a_cell() -> None:
    head = only(Paragraph("ज़िला\tमतदान?", Kind.TABLE_HEAD))
    assert [s.text for s in head.sentences] == ["ज़िला", "मतदान?"]
    row = only(Paragraph("\tमतदान हुआ। लोग आए।\t\t62.4", Kind.TABLE_ROW))
    assert [s.text for s in row.sentences] == ["मतदान हुआ।", "लोग आए।", "62.4"]
    assert all(row.text[s.span.start : s.span.end] == s.text for s in row.sentences)
    assert row.text.split(CELL_BREAK) == ["", "मतदान हुआ। लोग आए।", "", "62.4"]


@pytest.mark.parametrize(
    "sign",
    ["=====", "-----", "***", "•", "— — —", "😀👍", "2024", "₹ 1,500", "(7)", "https://a.example/ख़बर",
     "www.हिंदी.example", "mailto:meera@a.example", "meera@a.example", "संपर्क@उदाहरण.भारत"],
)  # fmt: skip
def test_signs_numbers_and_addresses_are_nothing_to_translate(sign: str) -> None:
    assert [s.language for s in only(Paragraph(sign)).sentences] == [ENGLISH]


@pytest.mark.parametrize("text", ["१९४७", "मेल करें: meera@a.example", "देखें www.a.example", "ओह!"])
def test_what_is_read_in_hindi_alone_is_to_be_translated(text: str) -> None:
    assert {s.language for s in only(Paragraph(text)).sentences} == {HINDI}


def test_figures_and_times_are_left_alone() -> None:
    cells = only(Paragraph("पटना\t62.4 %\t१२", Kind.TABLE_ROW)).sentences
    assert [s.language for s in cells] == [HINDI, ENGLISH, HINDI]
    assert only(Paragraph("10:45", Kind.STAMP)).sentences[0].language == ENGLISH
    assert only(Paragraph("सुबह 10:45 बजे", Kind.STAMP)).sentences[0].language == HINDI


def test_a_picture_keeps_its_address_and_needs_no_words() -> None:
    address = "https://images.example.org/a.jpg"
    assert only(Paragraph("", Kind.IMAGE, address=address)).address == address
    assert segment(Article("", (Paragraph("", Kind.IMAGE),))) == ()
    for image, expected in (
        (Image("नदी", "पुल", address), {"alt": "", "caption": address}),
        (Image("नदी", "", address), {"alt": address}),
        (Image("", "", address), {"caption": address}),
    ):
        rows = segment(Article("", (), image=image))
        assert {row.id: row.address for row in rows} == expected


def test_an_item_keeps_its_number() -> None:
    assert only(Paragraph("नाव बंद है।", Kind.ITEM, label="2.")).label == "2."


SENTENCE = "नदी पर बना नया पुल रविवार को खोल दिया गया और इससे दो गाँव जुड़ गए हैं।"


def test_a_very_long_paragraph_is_several_rows_parted_between_sentences() -> None:
    count = 1000
    whole = Paragraph(" ".join([SENTENCE] * count))
    rows = segment(Article("", paragraphs=(Paragraph("पहला वाक्य।"), whole)))
    assert max(len(row.text) for row in rows) <= 10_000
    assert [s.text for row in rows[1:] for s in row.sentences] == [SENTENCE] * count
    assert [row.id for row in rows] == [f"p{n}" for n in range(1, len(rows) + 1)]
    assert len(rows) == 9


@pytest.mark.parametrize("between", [" ", ""])
def test_a_very_long_sentence_is_parted_between_words_else_anywhere(between: str) -> None:
    text = between.join(["पुल"] * 20_000)
    rows = segment(Article("", paragraphs=(Paragraph(text),)))
    assert max(len(row.text) for row in rows) <= 10_000
    assert between.join(row.text for row in rows) == text


def test_the_parts_of_a_long_item_keep_its_markup_and_one_number() -> None:
    text = " ".join([SENTENCE] * 300)
    near, far = Span(0, 3), Span(len(text) - 4, len(text))
    markup = (Markup(near, Style.BOLD), Markup(far, Style.LINK, "https://nadi.example.org"))
    rows = segment(Article("", paragraphs=(Paragraph(text, Kind.ITEM, markup, "३."),)))
    assert [row.kind for row in rows] == [Kind.ITEM, Kind.BODY, Kind.BODY]
    assert [row.label for row in rows] == ["३.", "", ""]
    assert [len(row.markup) for row in rows] == [1, 0, 1]
    link = rows[-1].markup[0].span
    assert rows[-1].text[link.start : link.end] == "हैं।"
