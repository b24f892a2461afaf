import pytest
from lxml import etree

from benchmarks import legacy as measuring
from reader import formats
from reader.formats.files import whole
from reader.formats.material import Material
from reader.formats.web import legacy_text, page
from reader.formats.web.elements import tree
from reader.model import Article, Style

TITLE = "गाँव की नदी पर नया पुल खुला"
FIRST = "नदी के किनारे सुबह से मेला लगा है और बच्चे पुल पर खेल रहे हैं।"
SECOND = "सरपंच ने कहा कि पुल से गाँव के लोगों को शहर जाने में कम समय लगेगा।"
THIRD = "किसानों का कहना है कि अब वे अपनी फसल मंडी तक जल्दी पहुँचा सकते हैं।"


def typed(text: str, encoding: str) -> str:
    return measuring.as_typed(text, encoding, measuring.Usual())


def document(encoding: str, first: str = "") -> str:
    title, *texts = (typed(text, encoding) for text in (TITLE, FIRST, SECOND, THIRD))
    texts[0] = first or texts[0]
    body = "".join(f"<p><font face='Old Hindi'>{text}</font></p>" for text in texts)
    return f"<title>{title}</title><h1>{title}</h1>{body}"


def texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


@pytest.mark.parametrize("encoding", ["Kruti Dev", "Chanakya"])
def test_a_page_in_a_legacy_encoding_is_an_article(encoding: str) -> None:
    article = page.parse(document(encoding))
    assert article.title == TITLE
    assert texts(article) == [FIRST, SECOND, THIRD]
    assert article.converted == encoding


def test_what_windows_leaves_out_are_letters_in_chanakya() -> None:
    first = "×é\x81Ø " + typed(FIRST, "Chanakya")
    text = document("Chanakya", first)
    data = b"".join(each.encode("latin-1" if each == "\x81" else "cp1252") for each in text)
    article = formats.read(Material(data, "a.html"))
    assert isinstance(article, Article)
    assert texts(article)[0] == f"मुख्य {FIRST}"


def test_words_are_converted_over_markup() -> None:
    words = typed(FIRST, "Kruti Dev").split()
    middle = len(words[0]) // 2
    words[0] = f"<b>{words[0][:middle]}</b>{words[0][middle:]}"
    first = whole.parse(document("Kruti Dev", " ".join(words)), "a.html").paragraphs[0]
    assert first.text == FIRST
    bold = [first.text[m.span.start : m.span.end] for m in first.markup if m.style is Style.BOLD]
    assert bold == [FIRST.split()[0]]


def test_what_is_said_of_a_page_is_converted_and_code_is_not() -> None:
    said = typed(SECOND, "Kruti Dev")
    code = f"<style>{said}</style><script>{said}</script>"
    root = tree(
        f'<meta name=description content="{said}">{code}<!-- {said} --><img alt="{said}">'
        f"{document('Kruti Dev')}"
    )
    assert root is not None
    assert legacy_text.to_unicode(root) == "Kruti Dev"
    assert root.xpath("//meta/@content | //img/@alt") == [SECOND, SECOND]
    assert {each.text for each in root.iter("style", "script", etree.Comment)} == {
        said,
        f" {said} ",
    }


def test_other_pages_stay_as_they_are() -> None:
    html = f"<h1>{TITLE}</h1><p>{FIRST}</p><p>The fair is on the bank of the river.</p>"
    root = tree(html)
    before = etree.tostring(root)
    assert root is not None
    assert legacy_text.to_unicode(root) == ""
    assert etree.tostring(root) == before
