"""A small Hindi article, as a newspaper's page is pasted, and what is in it."""

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
