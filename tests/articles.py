"""Small Hindi articles: as a newspaper's page is pasted, and two versions of one on the web."""

ARTICLE = """सरयू पर नया पुल खुला

By कविता बिष्ट | Published: March 03, 2025 05:34 PM2025-03-03T17:34:00+5:30

नदी पर बना पुल रविवार को खोल दिया गया।

New bridge over the Saryu | सरयू पर बना नया पुल

मुख्य बातें
• नदी पर बना पुल खुला
• बच्चे समय पर स्कूल पहुँचेंगे

बागेश्वर: नदी पर बना पुल रविवार को खोल दिया गया। इससे दो गाँव जुड़ गए हैं।

गाँव की शिक्षिका ने कहा कि अब नाव का इंतज़ार नहीं करना पड़ेगा। बच्चे समय पर स्कूल पहुँचेंगे।

Web Title: New bridge over the Saryu opens
"""
ENGLISH_ARTICLE = """The river bridge was opened on Sunday by the chief minister.

It joins two villages that the flood had cut off, and the children now reach school in time.
"""

OPENED = "नदी पर बना पुल रविवार को खोल दिया गया।"
JOINED = "इससे दो गाँव शहर से जुड़ गए हैं और उनका बाज़ार तक का रास्ता आधा रह गया है।"
REST = (
    "गाँव की शिक्षिका ने कहा कि बच्चों को अब बरसात में नाव का इंतज़ार नहीं करना पड़ेगा।",
    "किसानों को उम्मीद है कि उनकी सब्ज़ियाँ अब सुबह की मंडी तक समय पर पहुँच जाएँगी।",
    "पुल पर पैदल चलने वालों के लिए दोनों ओर अलग रास्ता बनाया गया है।",
)
FIRST = (OPENED, JOINED, *REST)
COMING = "मुख्यमंत्री सोमवार को पुल देखने आएँगे और गाँव के लोगों से मिलेंगे।"
JOINED_NOW = JOINED.replace("दो", "तीन")
SECOND = (COMING, OPENED, JOINED_NOW, *REST)


def news(*sentences: str) -> str:
    """A newspaper's page, a paragraph a sentence."""
    body = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    return (
        "<!DOCTYPE html><html lang='hi'><head><meta charset='utf-8'><title>नया पुल</title></head>"
        f"<body><article><h1>सरयू पर नया पुल</h1>{body}</article></body></html>"
    )


def rss(address: str, *names: str) -> str:
    """A feed of the site at ``address``, an item for each name."""
    items = "".join(
        f"<item><title>खबर {name}</title><link>{address}/{name}</link></item>" for name in names
    )
    return f"<rss version='2.0'><channel><title>दैनिक</title>{items}</channel></rss>"
