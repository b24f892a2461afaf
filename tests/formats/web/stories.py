"""A short news story of our own, set in whatever page a test is about."""

from reader.formats.web import page
from reader.model import Article

TITLE = "तालाब की सफ़ाई पूरी, गाँव को मिला पीने का पानी"
FIRST = "गाँव के पुराने तालाब की सफ़ाई का काम पूरा हो गया है। तीन महीने तक सौ से अधिक लोगों ने इसमें हाथ बँटाया।"
SECOND = "पंचायत ने बताया कि अब गर्मियों में भी घरों तक पानी पहुँचेगा। पानी की जाँच हर पखवाड़े की जाएगी।"
LAST = "आसपास के चार गाँवों ने भी अपने तालाब साफ़ करने की योजना बनाई है। काम अगले महीने शुरू होगा।"
PROSE = (FIRST, SECOND, LAST)
BODY = "".join(f"<p>{text}</p>" for text in PROSE)


def read(
    above: str = "", head: str = "", body: str = BODY, top: str = f"<h1>{TITLE}</h1>"
) -> Article:
    """The article of a page with ``above`` between its headline (``top``) and its body."""
    return page.parse(f"<html><head>{head}</head><body><div>{top}{above}{body}</div></body></html>")


def texts(article: Article) -> tuple[str, ...]:
    """The texts of an article's body."""
    return tuple(paragraph.text for paragraph in article.paragraphs)
