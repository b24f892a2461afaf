"""What stands at the edges of a body: the parts of it that are short or no prose."""

import pytest

from reader.formats.web import page
from reader.model import Kind

TITLE = "गाँव की नदी पर नया पुल खुला, दो गाँव जुड़े"
FIRST = "नदी पर बना नया पुल रविवार को खोल दिया गया। इससे दो गाँव जुड़ गए हैं और नाव की ज़रूरत नहीं रही।"
LAST = "पुल पर तीन करोड़ रुपये खर्च हुए। सरपंच ने कहा कि काम दो साल में पूरा हुआ और सबने हाथ बँटाया।"
STORY = f"<p>{FIRST}</p><p>{LAST}</p>"
AWAY = "<a href='/b'>बाँध का पानी छोड़ा गया, किनारे के लोगों को सावधान किया गया</a>"
LINKS = "".join(f"<li><a href='/{n}'>दूसरी ख़बर {n}</a></li>" for n in range(9))


def read(before: str, after: str) -> list[tuple[Kind, str]]:
    """The paragraphs of an article between a menu and a footer."""
    article = f"<div><h1>{TITLE}</h1>{before}{STORY}{after}</div>"
    html = f"<ul>{LINKS}</ul>{article}<footer><p>यह साइट गाँवों की ख़बरें देती है।</p></footer>"
    return [(each.kind, each.text) for each in page.parse(html).paragraphs]


def added(before: str = "", after: str = "") -> list[tuple[Kind, str]]:
    """What stands in the body besides its two long paragraphs."""
    found = read(before, after)
    assert {text for _, text in found} >= {FIRST, LAST}
    return [each for each in found if each[1] not in (FIRST, LAST)]


LINE = "वह चला गया।"
VERSE = "धूप का एक टुकड़ा आँगन में<br>रोज़ सुबह बैठ जाता है"
TABLE = "<table><tr><th>गाँव<th>दूरी<tr><td>पूर्व<td>दो</table>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<p>{LINE}</p>", [(Kind.BODY, LINE)]),
        (f"<p>{VERSE}</p>", [(Kind.BODY, VERSE.replace("<br>", " "))]),
        (f"<blockquote>{LINE}</blockquote>", [(Kind.QUOTE, LINE)]),
        (TABLE, [(Kind.TABLE_HEAD, "गाँव\tदूरी"), (Kind.TABLE_ROW, "पूर्व\tदो")]),
        (
            "<ul><li>पूर्व से पश्चिम तक</li><li>दोनों ओर पैदल पथ</li></ul>",
            [(Kind.ITEM, "पूर्व से पश्चिम तक"), (Kind.ITEM, "दोनों ओर पैदल पथ")],
        ),
        (
            "<p>सवाल: पुल कैसा है?</p><p>अच्छा है।</p>",
            [(Kind.BODY, "सवाल: पुल कैसा है?"), (Kind.BODY, "अच्छा है।")],
        ),
    ],
)
def test_what_is_short_stays_before_and_behind(html: str, expected: list[tuple[Kind, str]]) -> None:
    assert added(before=html) == expected
    assert added(after=html) == expected


def test_a_heading_stays_over_the_text_but_not_under_it() -> None:
    heading = "<h3>पुल पर क्या है</h3>"
    assert added(before=heading) == [(Kind.HEADING, "पुल पर क्या है")]
    assert added(after=heading) == []


@pytest.mark.parametrize(
    "box",
    [
        f"<div><p>इसे भी पढ़ें:-</p><p>{AWAY}</p></div>",
        f"<blockquote><p>ये भी पढ़ें</p><p>{AWAY}</p></blockquote>",
        f"<ul><li>{AWAY}</li></ul>",
        f"<p>{AWAY}</p><img src=a.jpg alt='बाँध का पानी'>",
    ],
)
def test_a_box_of_links_ends_where_its_element_ends(box: str) -> None:
    two = [(Kind.BODY, LINE), (Kind.BODY, "अब पुल पर बस चलेगी।")]
    assert added(after=box + "".join(f"<p>{text}</p>" for _, text in two)) == two


@pytest.mark.parametrize(
    "box",
    [
        f"<aside><h3>और खबरें</h3><p>{FIRST[::-1]}</p></aside>",
        "<div><div><div><p>पुल की लंबाई</p></div></div></div>",
    ],
)
def test_a_box_costs_no_paragraph_behind_it(box: str) -> None:
    assert (Kind.BODY, LINE) in added(after=f"{box}<p>{LINE}</p>")


def test_a_note_in_brackets_is_text() -> None:
    note = "(बातचीत पर आधारित)"
    assert added(after=f"<p>{note}</p>") == [(Kind.BODY, note)]
    assert added(after="<p>(3 of 5)</p>") == []


def test_a_last_paragraph_may_be_links_for_the_most_part() -> None:
    html = "<p>सरकार ने <a href=/1>कहा कि यह पुल</a> बहुत <a href=/2>मज़बूत है और</a> पूरा है।</p>"
    assert added(after=html) == [(Kind.BODY, "सरकार ने कहा कि यह पुल बहुत मज़बूत है और पूरा है।")]


@pytest.mark.parametrize(
    "line", ["मामले की जांच जारी है", "मतदान 13 मई को होगा", 'उन्होंने कहा, "हम जीतेंगे"']
)
def test_a_short_last_sentence_needs_no_danda(line: str) -> None:
    assert added(after=f"<p>{line}</p>") == [(Kind.BODY, line)]


@pytest.mark.parametrize("item", ["रिया शर्मा", "घी - 1 कप"])
def test_a_heading_introduces_a_list_of_short_items(item: str) -> None:
    html = f"<h3>विजेताओं की सूची</h3><ul><li>{item}</li><li>जोया खान</li></ul>"
    found = [text for kind, text in added(after=html) if kind is Kind.ITEM]
    assert found == [item, "जोया खान"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>शेयर करें</p>",
        "<ul><li>साझा करें</li><li>छापें</li></ul>",
        "<div>विशेष संवाददाता की नज़र से आज की बात</div>",
        "<p>A post shared by River News (@river)</p>",
        "<div><div><p>यहाँ वह है जो सब पन्नों पर होता है</p></div></div>",
        "<h3>टिप्पणियाँ</h3><p>वाह।</p>",
        "<aside><p>वाह।</p></aside>",
        f"<p>{AWAY}</p>",
    ],
)
def test_furniture_stays_outside(html: str) -> None:
    assert added(after=html) == []


def test_a_line_that_the_page_gives_as_its_summary_is_the_deck() -> None:
    deck = "दस साल के इंतज़ार के बाद नदी के दोनों ओर के लोग मिले"
    head = f"<meta name=description content='{deck}'>"
    article = page.parse(f"{head}<div><h1>{TITLE}</h1><p>{deck}</p>{STORY}</div>")
    assert (article.lead, len(article.paragraphs)) == (deck, 2)


@pytest.mark.parametrize("bar", ["|", " |"])
def test_a_bar_may_be_typed_for_a_danda(bar: str) -> None:
    first, last = (text.replace("।", bar) for text in (FIRST, LAST))
    article = page.parse(f"<div><h1>{TITLE}</h1><p>{first}</p><p>{last}</p></div>")
    assert [each.text for each in article.paragraphs] == [first, last]


def test_the_bars_of_a_menu_end_no_sentences() -> None:
    menu = "<p>पहला पन्ना | गाँव और शहर | नदी की बात | खेती और मौसम | लोग</p>"
    assert added(before=f"{menu}<img src=a.jpg>", after=f"<img src=b.jpg>{menu}") == []


def test_text_in_another_script_is_prose() -> None:
    urdu = "دریا پر بنا نیا پل اتوار کو کھول دیا گیا۔ اس سے دو گاؤں جڑ گئے ہیں اور لوگ خوش ہیں۔"
    article = page.parse(f"<h1>دریا پر نیا پل</h1><p>{urdu}</p><p>{urdu[:40]} {urdu}</p>")
    assert len(article.paragraphs) == 2


SHORT = "<p>पुल का उद्घाटन हुआ।</p><p>लोग खुश हैं और मिठाई बाँटी गई।</p>"
SHORT_TEXTS = ["पुल का उद्घाटन हुआ।", "लोग खुश हैं और मिठाई बाँटी गई।"]
LISTED = f"<ul><li>{AWAY}</li><li>{AWAY}</li><li>{AWAY}</li></ul>"


@pytest.mark.parametrize(
    "links",
    [
        LISTED,
        f"<div>{LISTED}</div>",
        f"<p>{AWAY}</p>" * 3,
        f"<table><tr><td>{AWAY}</td></tr><tr><td>{AWAY}</td></tr></table>",
        f"<p>विषय सूची</p>{LISTED}",
        f"<figure><img src='/p.jpg' alt='पुल'></figure>{LISTED}",
    ],
)
def test_links_near_an_end_cost_no_paragraph_beyond_them(links: str) -> None:
    assert [text for _, text in added(before=SHORT + links)][:2] == SHORT_TEXTS
    assert [text for _, text in added(after=links + SHORT)][-2:] == SHORT_TEXTS


def test_the_last_line_of_a_stanza_is_the_poem_s() -> None:
    lines = ["मैंने नदी से पूछा, थकी नहीं क्या?", "वह हँसी और बह चली"]
    assert added(after=f"<p>{'<br>'.join(lines)}</p>") == [(Kind.BODY, line) for line in lines]


def test_who_asks_to_subscribe_ends_the_article() -> None:
    assert added(after="<p>हमारी रिपोर्टें आप तक पहुंचती रहें, इसके लिए सब्सक्राइब करें।</p>") == []


@pytest.mark.parametrize("line", ["हेल्पलाइन नंबर: 1800-11-4477", "पता: गांधी भवन, सिविल लाइंस"])
def test_where_to_reach_somebody_is_text(line: str) -> None:
    assert added(after=f"<p>{line}</p>") == [(Kind.BODY, line)]


def test_a_captioned_picture_may_be_the_last_of_an_article() -> None:
    figure = "<figure><img src='/a.jpg'><figcaption>पुल पर पहली नाव की तस्वीर</figcaption></figure>"
    assert added(after=figure) == [(Kind.IMAGE, "पुल पर पहली नाव की तस्वीर")]
    card = figure.replace("<figure>", "<figure><a href='/b'>").replace("</figure>", "</a></figure>")
    assert added(after=card) == []
