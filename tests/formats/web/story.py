"""A story of our own writing, to put other things round it on a page."""

from reader.formats.web import page
from reader.model import Article

TITLE = "तालाब की सफ़ाई में जुटा पूरा गाँव"
STORY = (
    "सूखे के बाद गाँव वालों ने अपने पुराने तालाब को बचाने का फ़ैसला किया। रविवार को चार सौ लोग फावड़े लेकर पहुँचे।",
    "तालाब में बीस साल से गाद भर रही थी। पहले ही दिन साठ ट्रॉली गाद निकालकर खेतों में डाली गई।",
    "ग्राम प्रधान ने बताया कि काम तीन हफ़्ते चलेगा। उसके बाद किनारे पर नीम और जामुन के पेड़ लगाए जाएँगे।",
    "बच्चों ने भी हाथ बँटाया। उन्होंने घाट की सीढ़ियाँ धोईं और पुरानी मूर्तियों पर जमी काई हटाई।",
)
OTHER = (
    "कस्बे की पुरानी बेकरी ने अपने सौ साल पूरे किए। मालिक ने पहले सौ ग्राहकों को मुफ़्त में बिस्कुट बाँटे।",
    "बेकरी की भट्ठी आज भी लकड़ी से जलती है। यहाँ के नानखताई की माँग दूसरे शहरों तक है।",
)


def marked_up(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


BODY = f"<h1>{TITLE}</h1>{marked_up(STORY)}"


def read(body: str) -> Article:
    """Return the article of a page with this body."""
    return page.parse(f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>")


def texts(body: str) -> tuple[str, ...]:
    """Return the paragraphs that are read of a page with this body."""
    return tuple(paragraph.text for paragraph in read(body).paragraphs)
