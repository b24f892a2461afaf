import json

import pytest

from reader.errors import NeedsBrowser, NoArticle
from reader.formats.web import page
from reader.model import Kind

TITLE = "गाँव की नदी पर नया पुल खुला, दो गाँव जुड़े"
FIRST = "नदी पर बना नया पुल रविवार को खोल दिया गया। इससे दो गाँव जुड़ गए हैं और नाव की ज़रूरत नहीं रही।"
SECOND = "सरपंच ने कहा कि यह सबकी जीत है। शाम को बच्चे पुल पर खेलते हैं और बुज़ुर्ग हवा खाने आते हैं।"
LAST = "पुल पर तीन करोड़ रुपये खर्च हुए। काम दो साल में पूरा हुआ और गाँव के लोगों ने भी हाथ बँटाया।"
TEXTS = [FIRST, SECOND, LAST]
OTHERS = [
    {"title": f"ख़बर {n} की बात", "about": FIRST, "text": f"{SECOND} {LAST}"} for n in range(9)
]


def shell(script: str, kind: str = "application/json") -> str:
    head = f"<title>{TITLE}</title>"
    return f"{head}<div id=app></div><script type='{kind}'>{script}</script>"


def read(html: str) -> list[str]:
    return [each.text for each in page.parse(html).paragraphs]


def story(body: object) -> dict[str, object]:
    return {"page": {"story": {"headline": TITLE, "related": OTHERS, "body": body}}, "menu": ["घर"]}


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"<p>{text}</p>" for text in TEXTS),
        "\n\n".join(TEXTS),
        TEXTS,
        [{"type": "text", "value": text} for text in TEXTS],
        [*({"text": text} for text in TEXTS), {"alt": FIRST, "caption": LAST}],
        [{"kind": "p", "data": {"text": f"<p>{text}</p>"}} for text in TEXTS],
    ],
)
def test_an_article_in_the_data_of_scripts(body: object) -> None:
    data = json.dumps(story(body))
    assert read(shell(data)) == TEXTS
    assert read(shell(f"window.__STATE__ = {data};", "")) == TEXTS


def test_markup_in_the_data_keeps_its_kinds() -> None:
    article = page.parse(shell(json.dumps(story(f"<p>{FIRST}</p><h3>आगे</h3><p>{LAST}</p>"))))
    assert [each.kind for each in article.paragraphs] == [Kind.BODY, Kind.HEADING, Kind.BODY]


@pytest.mark.parametrize(
    "script",
    [
        json.dumps({"notice": "\n".join(TEXTS)}),
        json.dumps({"title": "कोई और ख़बर जो यहाँ नहीं है", "body": "\n".join(TEXTS)}),
        json.dumps(story("नदी।")),
        "{" * 10,
        "[" * 100_000,
    ],
)
def test_data_without_the_article(script: str) -> None:
    with pytest.raises(NeedsBrowser):
        page.parse(shell(script))


def test_an_article_for_browsers_without_scripts() -> None:
    inside = "".join(f"<p>{text}</p>" for text in TEXTS)
    html = f"<title>{TITLE}</title><div id=app></div><noscript><h1>{TITLE}</h1>{inside}</noscript>"
    assert read(html) == TEXTS


def test_a_notice_to_turn_scripts_on() -> None:
    notice = "इस साइट को देखने के लिए जावास्क्रिप्ट चालू करें। " * 4
    html = f"<title>{TITLE}</title><noscript><p>{notice}</p></noscript>"
    with pytest.raises(NeedsBrowser):
        page.parse(html)


def test_the_text_of_a_paid_article_is_left_where_it_is() -> None:
    said = {"@type": "NewsArticle", "headline": TITLE, "isAccessibleForFree": False}
    html = shell(json.dumps(story(TEXTS)))
    html += f"<script type='application/ld+json'>{json.dumps(said)}</script>"
    with pytest.raises(NoArticle, match="paywall"):
        page.parse(html)
