import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import NoArticle, ReaderError
from reader.formats.credit import credit
from reader.formats.files import text
from reader.model import Article, Image, Kind, Paragraph

FULL = """\
गाँव का पुस्तकालय फिर खुला, बच्चों में खुशी

By आरती शर्मा | Published: July 4, 2025 09:15 AM2025-07-04T09:15:00+5:302025-07-04T10:20:30+5:30

दस साल से बंद पुस्तकालय को युवाओं ने फिर खोला है।

Village library opens again | गाँव का पुस्तकालय फिर खुला

पुस्तकालय के बाहर खड़े बच्चे

मुख्य बातें
• पुस्तकालय दस साल से बंद था
• युवाओं ने खुद मरम्मत की

लखनऊ: गाँव के युवाओं ने  मिलकर कमरे की सफ़ाई की। अब यहाँ दो हज़ार किताबें हैं।

सरपंच ने कहा: “यह सबकी जीत है।”

Web Title: village library opens again

देश से जुड़ी हिंदी खबरों और ताज़ा समाचार के लिए यहाँ क्लिक करे. हमारा Facebook Page लाइक करे
"""


def texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


def test_every_part_goes_to_its_own_field() -> None:
    article = text.parse(FULL)
    assert article.title == "गाँव का पुस्तकालय फिर खुला, बच्चों में खुशी"
    assert article.byline == "आरती शर्मा"
    assert article.published is not None
    assert article.modified is not None
    assert article.published.isoformat() == "2025-07-04T09:15:00+05:30"
    assert article.modified.isoformat() == "2025-07-04T10:20:30+05:30"
    assert article.lead == "दस साल से बंद पुस्तकालय को युवाओं ने फिर खोला है।"
    assert article.image == Image(
        "Village library opens again | गाँव का पुस्तकालय फिर खुला", "पुस्तकालय के बाहर खड़े बच्चे"
    )
    assert article.key_points == ("पुस्तकालय दस साल से बंद था", "युवाओं ने खुद मरम्मत की")
    assert article.dateline == "लखनऊ"
    assert texts(article) == [
        "गाँव के युवाओं ने मिलकर कमरे की सफ़ाई की। अब यहाँ दो हज़ार किताबें हैं।",
        "सरपंच ने कहा: “यह सबकी जीत है।”",
    ]
    assert article.web_title == "village library opens again"


def test_the_seed_article(seed_path: Path) -> None:
    article = text.parse(seed_path.read_text(encoding="utf-8"))
    assert article.title.startswith("पुतिन और किम जोंग उन")
    assert article.byline == "शिवेन्द्र कुमार राय"
    assert article.published is not None
    assert article.modified is not None
    assert article.published.isoformat() == "2024-06-19T17:34:00+05:30"
    assert article.modified.isoformat() == "2024-06-19T17:35:36+05:30"
    assert article.dateline == "नई दिल्ली"
    assert len(article.paragraphs) == 6
    assert {paragraph.kind for paragraph in article.paragraphs} == {Kind.BODY}
    assert article.lead == article.paragraphs[2].text
    assert article.image.alt == f"{article.web_title} | {article.title}"
    assert article.paragraphs[1].text.startswith(article.image.caption + "।")
    assert len(article.key_points) == 1
    assert article.key_points[0].startswith("पुतिन और")
    assert article.key_points[0].endswith("की गई है")
    assert "क्लिक" not in article.paragraphs[-1].text


def test_text_without_marks_is_title_and_paragraphs() -> None:
    article = text.parse("शीर्षक यहाँ\n\nपहला पैरा है।\nदूसरा पैरा है।\r\n\r\nतीसरा पैरा है।")
    assert article == Article(
        title="शीर्षक यहाँ",
        paragraphs=(
            Paragraph("पहला पैरा है।"),
            Paragraph("दूसरा पैरा है।"),
            Paragraph("तीसरा पैरा है।"),
        ),
    )


def test_a_single_paragraph_is_the_body_and_its_beginning_the_title() -> None:
    only = "आज सुबह नदी में पानी बहुत बढ़ गया। लोग घर छोड़कर ऊँची जगह चले गए।"
    article = text.parse(only)
    assert article.title == "आज सुबह नदी में पानी बहुत बढ़ गया"
    assert texts(article) == [only]


def test_a_long_first_sentence_is_cut_at_a_word() -> None:
    only = "बाढ़ के पानी से घिरे गाँव में " * 6 + "लोग फँसे हैं।"
    title = text.parse(only).title
    assert title.endswith("…")
    assert len(title) <= 81
    assert only.startswith(title[:-1] + " ")


def test_a_first_line_that_is_prose_stays_in_the_body() -> None:
    first = "नदी में पानी बढ़ गया। लोग परेशान हैं।"
    article = text.parse(f"{first}\nदूसरा पैरा है।")
    assert texts(article) == [first, "दूसरा पैरा है।"]


def test_a_title_with_a_byline_alone_still_has_something_to_read() -> None:
    article = text.parse("शीर्षक यहाँ\nलेखक: राम कुमार")
    assert (article.byline, texts(article)) == ("राम कुमार", ["शीर्षक यहाँ"])


@pytest.mark.parametrize("empty", ["", " \n\t\n", "\ufeff\u00ad\x00", "\u200b"])
def test_nothing_is_no_article(empty: str) -> None:
    with pytest.raises(NoArticle, match=r"^x\.txt is empty\."):
        text.parse(empty, "x.txt")


def test_more_lines_than_an_article_has_are_refused() -> None:
    with pytest.raises(NoArticle, match="too many lines"):
        text.parse("क\n" * 200_001, "x.txt")


@pytest.mark.parametrize(
    ("line", "byline", "published", "modified"),
    [
        ("लेखक: राम कुमार", "राम कुमार", "", ""),
        ("राम कुमार | प्रकाशित: 3 मार्च 2025, शाम 5:34", "राम कुमार", "2025-03-03T17:34", ""),
        ("By: Ram Kumar | Updated: Sep 3, 2024 10:00 AM IST", "Ram Kumar", "", "2024-09-03T10:00"),
        (
            "Written By: राम | Edited By: सीता | Published: 3 Sep 2024 | Updated: 4 Sep 2024",
            "राम",
            "2024-09-03T00:00",
            "2024-09-04T00:00",
        ),
        ("अपडेट: 3 मार्च 2025, रात 8:10", "", "", "2025-03-03T20:10"),
        ("राम कुमार | 3 मार्च 2025", "राम कुमार", "2025-03-03T00:00", ""),
        ("सोमवार, 3 मार्च 2025", "", "2025-03-03T00:00", ""),
    ],
)
def test_credit_lines(line: str, byline: str, published: str, modified: str) -> None:
    article = text.parse(f"शीर्षक यहाँ\n{line}\nपहला पैरा है।\nदूसरा पैरा है।")
    assert article.byline == byline
    times = [
        f"{time:%Y-%m-%dT%H:%M}" if time else "" for time in (article.published, article.modified)
    ]
    assert times == [published, modified]
    assert texts(article) == ["पहला पैरा है।", "दूसरा पैरा है।"]


def test_credits_on_several_lines_and_the_source_at_the_end() -> None:
    article = text.parse(
        "शीर्षक\nरिपोर्ट: सीमा\nप्रकाशित: 3 मार्च 2025\nअपडेट: 4 मार्च 2025\nपैरा है।\n"
        "स्रोत: नदी समाचार\nhttps://nadi.example/1"
    )
    assert (article.byline, article.source) == ("सीमा", "नदी समाचार")
    assert article.url == "https://nadi.example/1"
    assert article.published is not None
    assert article.modified is not None
    assert texts(article) == ["पैरा है।"]


@pytest.mark.parametrize("line", ["https://[oops#x", "लिंक: https://[oops", "https://?x"])
def test_an_address_that_is_none_stays_text(line: str) -> None:
    assert credit(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "मेला 3 मार्च 2025 को लगा। लोग आए।",
        "तारीख: 3 मार्च 2025 तय हुई। सब आए।",
        "By noon all had gone.",
    ],
)
def test_prose_with_a_date_is_not_a_credit(line: str) -> None:
    assert line in texts(text.parse(f"शीर्षक\n{line}\nदूसरा पैरा है।"))


@pytest.mark.parametrize(
    ("heading", "points"),
    [
        ("Highlights पहली बात हुईदूसरी बात हुई", ("पहली बात हुईदूसरी बात हुई",)),
        ("हाइलाइट्स: पहली बात", ("पहली बात",)),
        ("मुख्य बातें पहली बात", ("पहली बात",)),
        ("खास बातें\n- पहली बात\n- दूसरी बात", ("पहली बात", "दूसरी बात")),
        ("मुख्य बातें:\n1. पहली बात\n2) दूसरी बात", ("पहली बात", "दूसरी बात")),
        ("HIGHLIGHTS\nपहली बात\nदूसरी बात", ("पहली बात", "दूसरी बात")),
        ("Highlights • पहली बात • दूसरी बात", ("पहली बात", "दूसरी बात")),
        ("Story Highlights :\nपहली बात\nदूसरी बात", ("पहली बात", "दूसरी बात")),
        ("मुख्य बिंदु (Key Points)\n- पहली बात\n- दूसरी बात", ("पहली बात", "दूसरी बात")),
    ],
)
def test_key_points(heading: str, points: tuple[str, ...]) -> None:
    article = text.parse(f"शीर्षक\n{heading}\nपहला पैरा है।\nदूसरा पैरा है।")
    assert article.key_points == points
    assert texts(article) == ["पहला पैरा है।", "दूसरा पैरा है।"]


def test_prose_that_begins_with_main_points_is_body() -> None:
    line = "मुख्य बातें यह हैं कि नदी उतर रही है।"
    article = text.parse(f"शीर्षक\n{line}\nदूसरा पैरा है।")
    assert (article.key_points, texts(article)[0]) == ((), line)


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("नई दिल्ली: ", "नई दिल्ली"),
        ("लखनऊ — ", "लखनऊ"),
        ("लखनऊ - ", "लखनऊ"),
        ("मॉस्को/कीव: ", "मॉस्को/कीव"),
        ("नई दिल्ली, 19 जून (भाषा) ", "नई दिल्ली, 19 जून (भाषा)"),
        ("मुंबई (एजेंसी)। ", "मुंबई (एजेंसी)"),
        ("डिजिटल डेस्क, नई दिल्ली। ", "डिजिटल डेस्क, नई दिल्ली"),
        ("सरपंच ने कहा: ", ""),
        ("सवाल: ", ""),
        ("Special Trains: ", ""),
        ("2024: ", ""),
        ("सैन्य-तकनीकी ", ""),
    ],
)
def test_datelines(opening: str, dateline: str) -> None:
    rest = "नदी का पानी उतर रहा है।"
    article = text.parse(f"शीर्षक\n{opening}{rest}\nदूसरा पैरा है।")
    assert article.dateline == dateline
    assert texts(article)[0] == (rest if dateline else opening + rest)


def test_a_conversation_has_no_dateline() -> None:
    said = ["राम: आप कब आए थे यहाँ?", "श्याम: मैं कल ही आया था।", "राम: अब कब जाना है आपको?"]
    article = text.parse("शीर्षक\n" + "\n".join(said))
    assert (article.dateline, texts(article)) == ("", said)


def test_links_buttons_and_footer_are_dropped() -> None:
    article = text.parse(
        "शीर्षक\nपहला पैरा है।\nये भी पढ़ें: दूसरी खबर\nविज्ञापन\nयह भी पढ़ें\n- एक खबर\n- और खबर\n"
        "दूसरा पैरा है।\nऔर पढ़ें\nहमें फेसबुक पर फॉलो करें\nताज़ा हिंदी खबरों के लिए यहां क्लिक करें"
    )
    assert texts(article) == ["पहला पैरा है।", "दूसरा पैरा है।"]


@pytest.mark.parametrize(
    "last",
    ["मंत्री ने कहा कि लोग फेसबुक पर शिकायत करें।", "उन्होंने बताया कि यह भी पढ़ें तो अच्छा है।"],
)
def test_a_last_paragraph_that_speaks_of_a_platform_stays(last: str) -> None:
    assert texts(text.parse(f"शीर्षक\nपहला पैरा है।\n{last}"))[-1] == last


def test_bullets_in_the_body_are_items() -> None:
    article = text.parse("शीर्षक\nपहला पैरा है।\n• एक चीज़\n• दो चीज़ें")
    assert article.paragraphs[1:] == (
        Paragraph("एक चीज़", Kind.ITEM),
        Paragraph("दो चीज़ें", Kind.ITEM),
    )


def test_a_numbered_list_keeps_its_numbers() -> None:
    article = text.parse("शीर्षक\nये काग़ज़ लाने होंगे।\n1. आधार कार्ड\n2. जन आधार")
    assert article.paragraphs[1:] == (
        Paragraph("आधार कार्ड", Kind.ITEM, label="1."),
        Paragraph("जन आधार", Kind.ITEM, label="2."),
    )


def test_what_people_say_is_no_list_and_rows_of_signs_are_nothing() -> None:
    article = text.parse("शीर्षक\nदस्तक हुई तो उसने पूछा।\n— मैं हूं\n* * *\n***\nरात बीत गई।")
    assert [each.kind for each in article.paragraphs] == [Kind.BODY] * 3
    assert texts(article) == ["दस्तक हुई तो उसने पूछा।", "— मैं हूं", "रात बीत गई।"]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    line = "नदी के किनारे बसे गाँव में आज सुबह से ही लोगों की भीड़ जमा है और सब"
    wrapped = "\n".join([line] * 4)
    article = text.parse(f"शीर्षक\n\n{wrapped}\n\nदूसरा पैरा है।")
    assert texts(article) == [wrapped.replace("\n", " "), "दूसरा पैरा है।"]


def test_paragraphs_told_by_their_indent_are_apart() -> None:
    lines = ["नदी के किनारे बसे गाँव में आज", "लोग जमा हैं।"], ["सब लोग पुल देखने को", "आए हैं।"]
    body = "\n".join(f"    {first}\n{second}" for first, second in lines)
    assert texts(text.parse(f"शीर्षक यहाँ\n\n{body}")) == [" ".join(each) for each in lines]


def test_joiners_stay_and_noise_goes() -> None:
    article = text.parse("\ufeffशीर्षक\nक्\u200dष और क्\u200cष\u00ad है\x07।\u00a0 हाँ\u200b।")
    assert texts(article) == ["क्\u200dष और क्\u200cष है। हाँ।"]


def test_text_is_nfc() -> None:
    title = text.parse("\u095b\u0930\u093e\nपैरा है।").title
    assert title == unicodedata.normalize("NFC", title) == "\u091c\u093c\u0930\u093e"


LETTERS = "कखगतदनपमरलस"
WORDS = st.from_regex(f"[{LETTERS}][{LETTERS}ािी]{{1,7}}", fullmatch=True)
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=30).map(" ".join), min_size=1, max_size=12)


@given(LINES, st.sampled_from(["\n", "\n\n", "।\n", "।\r\n\r\n"]))
def test_no_word_of_unmarked_text_is_lost(lines: list[str], end: str) -> None:
    article = text.parse(end.join(lines))
    found = " ".join([article.title, *texts(article)])
    assert set(re.findall(r"[^\s।…]+", end.join(lines))) <= set(re.findall(r"[^\s।…]+", found))


NOISE = [
    *("By राम | Published: June 19, 2024", "Highlights", "मुख्य बातें", "• बात", "A b | क ख"),
    *("लखनऊ: ", "Web Title: x", "ये भी पढ़ें", "स्रोत: x", "यहाँ क्लिक करें", "2024-01-01T00"),
    *("\n", "\n\n", "। ", "|", ":"),
]


def test_rows_of_signs_alone_are_no_article() -> None:
    with pytest.raises(ReaderError, match="has no words in it"):
        text.parse("=====\n* * *")


@given(st.lists(st.sampled_from(NOISE) | st.text(max_size=20)).map("".join))
def test_any_text_is_an_article_or_a_clear_error(anything: str) -> None:
    try:
        article = text.parse(anything)
    except ReaderError:
        assert not any(map(str.isalnum, anything))
        return
    assert article.title
    assert article.paragraphs
    assert all(p.text and p.text == " ".join(p.text.split()) for p in article.paragraphs)


def parsed(*lines: str) -> Article:
    return text.parse("\r\n".join(lines))


@pytest.mark.parametrize("ending", ["(भाषा)", "(इनपुट: भाषा)", "[भाषा]", "(भाषा इनपुट के साथ)"])
def test_an_agency_behind_the_last_paragraph_is_the_source(ending: str) -> None:
    for last in ([f"रास्ता खुल गया है। {ending}"], ["रास्ता खुल गया है।", ending]):
        article = parsed("सड़क बंद", "बारिश से सड़क बंद हो गई।", *last)
        assert texts(article) == ["बारिश से सड़क बंद हो गई।", "रास्ता खुल गया है।"]
        assert (article.source, article.byline) == ("भाषा", "भाषा")


def test_an_agency_stands_behind_the_author_once() -> None:
    for author in ("सीमा", "सीमा, भाषा"):
        article = parsed("सड़क बंद", f"By {author}", "बारिश से सड़क बंद हो गई।", "रास्ता खुल गया। (भाषा)")
        assert article.byline == "सीमा, भाषा"


def test_the_names_of_an_agency_s_desk_are_no_text() -> None:
    article = parsed("सड़क बंद", "बारिश से सड़क बंद हो गई।", "भाषा अमर रेखा", "रेखा")
    assert texts(article) == ["बारिश से सड़क बंद हो गई।"]
    assert article.source == "भाषा"


def test_a_bracket_that_is_no_agency_stays() -> None:
    article = parsed("सड़क बंद", "बारिश हुई।", "सड़क बंद है (पुल के पास)")
    assert texts(article)[-1] == "सड़क बंद है (पुल के पास)"
    assert article.source == ""


@pytest.mark.parametrize("sign", ["👉 ", "✅", "➡️ ", "✔️", "🔹"])
def test_signs_are_bullets_too(sign: str) -> None:
    article = parsed("चाय के फ़ायदे 😊", f"{sign}मन शांत रहता है।", f"{sign}नींद भागती है।")
    assert article.title == "चाय के फ़ायदे 😊"
    assert article.paragraphs == (
        Paragraph("मन शांत रहता है।", Kind.ITEM),
        Paragraph("नींद भागती है।", Kind.ITEM),
    )


def test_a_post_and_its_author_are_a_quotation() -> None:
    credit = "— Some One (@some_one) June 29, 2024"
    article = parsed("टीम जीती", "टीम को बधाई मिली।", "बधाई हो! 🏏 #Team", "", credit, "टीम लौटेगी।")
    assert [p.kind for p in article.paragraphs] == [Kind.BODY, Kind.QUOTE, Kind.QUOTE, Kind.BODY]


@pytest.mark.parametrize("path", [["Hindi News", "Uttarakhand"], ["होम » राज्य » पहाड़"]])
def test_the_path_over_the_headline_is_no_headline(path: list[str]) -> None:
    article = parsed(*path, "Hill News: पहाड़ में बारिश", "सड़क बंद हो गई। लोग रुके हैं।")
    assert article.title == "Hill News: पहाड़ में बारिश"
    assert texts(article) == ["सड़क बंद हो गई। लोग रुके हैं।"]


def test_an_english_headline_alone_is_kept() -> None:
    assert parsed("Rain in the hills", "The road is closed.").title == "Rain in the hills"


def test_a_summary_over_the_full_story_is_the_key_points() -> None:
    article = parsed(
        "पहाड़ में बारिश",
        "न्यूज डेस्क Published by: आरती शर्मा Updated Fri, 12 Jul 2024 10:15 AM IST",
        "सार",
        "बारिश से सड़कें बंद हैं।",
        "विस्तार",
        "पहाड़ में भारी बारिश हुई। लोग रुके हैं।",
    )
    assert article.key_points == ("बारिश से सड़कें बंद हैं।",)
    assert texts(article) == ["पहाड़ में भारी बारिश हुई। लोग रुके हैं।"]
    assert article.byline == "न्यूज डेस्क, आरती शर्मा"
    assert article.modified is not None
    assert article.modified.isoformat() == "2024-07-12T10:15:00+05:30"


def test_a_city_before_a_danda_is_the_dateline() -> None:
    article = parsed("बाज़ार खुला", "नई दिल्ली। आज सुबह बाज़ार खुल गया।", "लोग आए।")
    assert article.dateline == "नई दिल्ली"
    assert texts(article)[0] == "आज सुबह बाज़ार खुल गया।"
    assert parsed("बाज़ार खुला", "बधाई। आज सुबह बाज़ार खुल गया।").dateline == ""


def test_stars_of_a_messenger_go_and_others_stay() -> None:
    article = parsed("*बड़ी ख़बर*", "_पहाड़ में बारिश_ हुई, 2*3 मीटर पानी।", "*शर्तें लागू")
    assert article.title == "बड़ी ख़बर"
    assert texts(article) == ["पहाड़ में बारिश हुई, 2*3 मीटर पानी।", "*शर्तें लागू"]


def test_a_dateline_is_looked_for_at_the_beginning_alone() -> None:
    long = "/" * 200_000
    assert text.parse(f"शीर्षक\n\n{long}", "x.txt").paragraphs[-1].text == long
