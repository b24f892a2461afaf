from reader.language.segment import script_language, segment
from reader.model import ENGLISH, HINDI, Article, Image, Kind, Paragraph


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


def test_language_goes_by_the_share_of_scripts() -> None:
    assert script_language("The word सेतु means a bridge in Hindi") == ENGLISH
    assert script_language("Apple ने नया iPhone पेश किया") == HINDI
    assert script_language("2024") == HINDI


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
