import pytest

from reader.formats.web import page

TITLE = "गाँव की नदी पर नया पुल खुला, दो गाँव जुड़े"
SHOWN = "नदी पर बना नया पुल रविवार को खोल दिया गया। इससे दो गाँव जुड़ गए हैं और नाव की ज़रूरत नहीं रही।"
MORE = "पुल पर तीन करोड़ रुपये खर्च हुए। सरपंच ने कहा कि काम दो साल में पूरा हुआ और सबने हाथ बँटाया।"
END = "अब बच्चे समय पर स्कूल पहुँचते हैं। शिक्षिका ने बताया कि बरसात में भी कोई छुट्टी नहीं होगी।"
BUTTON = "<button>पूरा पढ़ें</button>"


def read(html: str) -> list[str]:
    article = page.parse(
        f"<article><h1>{TITLE}</h1><p>{SHOWN}</p><p>{SHOWN[::-1]}।</p>{html}</article>"
    )
    return [each.text for each in article.paragraphs][2:]


@pytest.mark.parametrize(
    "html",
    [
        f"<div style='display:none'><p>{MORE}</p><p>{END}</p></div>{BUTTON}",
        f"<div hidden><p>{MORE}</p><p>{END}</p></div><a href='#'>Read More</a>",
        f"<p style='display: none'>{MORE}</p><p aria-hidden=true>{END}</p>"
        "<div role=button>आगे पढ़ें</div>",
        f"<p>{MORE[:30]}<span>...</span><span style='display:none'>{MORE[30:]}</span>"
        f"<label>Read more</label></p><p>{END}</p>",
    ],
)
def test_the_rest_of_an_article_behind_a_button(html: str) -> None:
    assert "".join(read(html)).replace("Read more", "").replace(" ", "") == (MORE + END).replace(
        " ", ""
    )


@pytest.mark.parametrize(
    "html",
    [
        f"<div hidden><p>{MORE}</p></div>",
        f"<div hidden><p>{MORE}</p></div><a href='/b'>पूरा पढ़ें</a>",
        f"<div hidden><p>{SHOWN}</p></div>{BUTTON}",
        f"<div hidden>कॉपी हुआ</div>{BUTTON}",
        f"<section><div hidden><p>{MORE}</p></div><img src=a.jpg></section>{BUTTON}",
    ],
)
def test_what_else_is_hidden_stays_so(html: str) -> None:
    assert MORE not in read(html)
    assert SHOWN not in read(html)
