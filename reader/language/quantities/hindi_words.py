"""The words that name quantities in Hindi."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from reader.language.normalise import fold
from reader.language.quantities import english_words
from reader.language.quantities.vocabulary import Vocabulary, numbered

# A number a line, from zero, every spelling in use.
_CARDINALS = """\
शून्य ज़ीरो सिफर
एक
दो
तीन
चार
पाँच पाॅंच पॉंच पाॅच
छह छः छ छै छे
सात
आठ
नौ
दस
ग्यारह
बारह
तेरह
चौदह
पंद्रह पंदरह
सोलह
सत्रह सतरह
अठारह अट्ठारह अठ्ठारह
उन्नीस उनीस
बीस
इक्कीस इकीस
बाईस बाइस
तेईस तेइस
चौबीस चौबिस
पच्चीस पचीस
छब्बीस छबीस
सत्ताईस सत्ताइस
अट्ठाईस अठाईस अट्ठाइस अठ्ठाईस अठ्ठाइस अठाइस
उनतीस उन्तीस उन्नतीस
तीस
इकतीस इकत्तीस इकतिस
बत्तीस
तैंतीस तेंतीस तैतीस
चौंतीस चौतीस
पैंतीस पैतीस
छत्तीस
सैंतीस सैतीस
अड़तीस अड़तिस
उनतालीस उन्तालीस उनचालीस उन्चालीस
चालीस
इकतालीस इकतालिस
बयालीस बियालीस बयालिस ब्यालीस
तैंतालीस तेतालीस तैतालीस
चौवालीस चवालीस चौंवालीस चौआलीस चवालिस
पैंतालीस पैतालीस पैंतालिस
छियालीस छयालीस छियालिस
सैंतालीस सैतालीस सैंतालिस
अड़तालीस अड़तालिस
उनचास उनंचास उन्चास
पचास
इक्यावन इकावन
बावन
तिरपन तिरेपन त्रेपन
चौवन चव्वन
पचपन
छप्पन
सत्तावन सतावन
अट्ठावन अठावन अठ्ठावन
उनसठ उन्सठ
साठ
इकसठ इकसट
बासठ
तिरसठ तिरेसठ
चौंसठ चौसठ
पैंसठ पैसठ
छियासठ छाछठ छासठ
सड़सठ सरसठ
अड़सठ
उनहत्तर उनहतर उन्हत्तर
सत्तर
इकहत्तर इकहतर
बहत्तर बहतर
तिहत्तर तिहतर
चौहत्तर चौहतर
पचहत्तर पिचहत्तर पछत्तर
छिहत्तर छिहतर
सतहत्तर सतत्तर
अठहत्तर अठत्तर
उनासी उन्यासी उन्नासी उनयासी
अस्सी
इक्यासी
बयासी बियासी ब्यासी
तिरासी तेरासी
चौरासी
पचासी
छियासी छयासी
सत्तासी सतासी
अट्ठासी अठासी अठ्ठासी
नवासी नौवासी
नब्बे नब्बें नव्वे
इक्यानवे इक्यानबे इकानवे
बानवे बानबे
तिरानवे तिरानबे
चौरानवे चौरानबे
पचानवे पंचानवे पंचानबे पिचानवे
छियानवे छियानबे छयानवे
सत्तानवे सत्तानबे
अट्ठानवे अट्ठानबे अठानवे अठ्ठानवे
निन्यानवे निन्यानबे निन्नानवे निनानवे निन्यान्वे
"""
# An ordinal a line, from the first.
_ORDINALS = """\
पहला पहली पहले प्रथम फर्स्ट
दूसरा दूसरी दूसरे द्वितीय सेकंड
तीसरा तीसरी तीसरे तृतीय थर्ड
चौथा चौथी चौथे चतुर्थ फोर्थ
पाँचवा पंचम फिफ्थ
छठा छठी छठे छठवां छठवीं छठवें
सातवा सप्तम
आठवा अष्टम
नौवा नवा नवम
दसवा दशम
"""
_HALVES = {"डेढ़": "3/2", "ढाई": "5/2", "अढ़ाई": "5/2"}
_ORDINAL_ENDINGS = ("वां", "वीं", "वें", "वा", "वी", "वे")
_ENDINGS = "वीं वां वें वा वी वे ला ली रा री रे st nd rd th था थी थे ठी ठा"
_SCALES = {
    "सौ": 100, "दर्जन": 12, "दर्ज़न": 12, "हज़ार": 10**3, "लाख": 10**5, "करोड़": 10**7,
    "कोटि": 10**7, "अरब": 10**9, "खरब": 10**11, "नील": 10**13, "मिलियन": 10**6, "मिलयन": 10**6,
    "मिलीयन": 10**6, "बिलियन": 10**9, "बिलयन": 10**9, "बिलीयन": 10**9, "ट्रिलियन": 10**12,
    "ट्रिलयन": 10**12,
}  # fmt: skip
# An Arab, a grade, blue; and what stands behind them where they are that.
_DOUBTFUL_SCALES = {
    "अरब": "देश देशों मुल्क मुल्कों राष्ट्र राष्ट्रों राज्य राज्यों नेता नेताओं नागरिक नागरिकों मूल सदस्य सदस्यों",
    "कोटि": "के की का",
    "नील": "गाय गायें गायों",
}
# Words that may stand for a number, by what they come to.
_LOOSE = {
    "2": "दोनों जोड़ी जोड़े जोड़ा युगल दोबारा दुबारा दुगना दोगुना दोगुनी दोगुने दुगुना दुगुनी"
    " दुगुने डबल दोहरा दोहरी दोहरे टू द्वि द्विपक्षीय",
    "3": "तीनों तिगुना तिगुनी तिगुने ट्रिपल थ्री त्रि त्रिपक्षीय",
    "1/3": "तिहाई",
    "4": "चारों चौगुना चौगुनी चौगुने फोर चौका चौके चौकों",
    "1/4": "चौथाई",
    "5": "फाइव",
    "6": "सिक्स छक्का छक्के छक्कों",
    "7": "सेवन",
    "8": "एट",
    "10": "दशक दशकों टेन",
    "20": "ट्वेंटी",
    "1/2": "आधा आधी आधे अर्ध",
    "1": "इकलौता इकलौती एकल एकमात्र वन अकेला अकेले",
    "3/4": "पौन पौने",
    "5/4": "सवा",
    "100": "सदी सदियों शताब्दी सैकड़ा शतक",
    "9": "नाइन",
    "50": "अर्धशतक फिफ्टी",
}
# Engines and people say millions for लाखों and करोड़ों.
_VAGUE = {
    ("दर्जनों",): (12, 10), ("सैकड़ों", "सैंकड़ों"): (100,), ("हज़ारों",): (1000, 10**4),
    ("लाखों",): (10**5, 10**6, 1000), ("करोड़ों",): (10**7, 10**6), ("अरबों",): (10**9,),
    ("खरबों",): (10**11, 10**9, 10**12), ("दसियों",): (10,),
}  # fmt: skip
_FORTNIGHT = (Fraction(2), Fraction(15), Fraction(14))
_PARTS_OF_A_YEAR = {"तिमाही": (Fraction(3), Fraction(1, 4)), "छमाही": (Fraction(6), Fraction(1, 2))}
_QUARTER_OF_A_KILO = (Fraction(1, 4), Fraction(250))
_SHARES = "आधा आधे चौथाई तिहाई दोगुना दोगुनी दोगुने दुगना दुगुना दुगुनी दुगुने तिगुना तिगुनी तिगुने चौगुना चौगुनी चौगुने"
# What stands in a row: behind these पहले is not "before", and दूसरे not "other".
_ROWS = (
    "बार दिन मैच टेस्ट वनडे टी चरण दौर स्थान नंबर पायदान पारी सत्र कार्यकाल तिमाही सप्ताह हफ़्ते महीने साल"
    " वर्ष संस्करण भाग अध्याय मंज़िल विश्व सीज़न किस्त पीढ़ी सेमीफाइनल"
    " सबसे लहर खुराक डोज़ बरसी पुण्यतिथि वर्षगांठ सालगिरह जयंती अवधि हाफ गोल विकेट"
)
_LABELLED = "नंबर कक्षा भाग चरण अध्याय श्रेणी पार्ट"
_POINTS = "अंक अंकों बिंदु बिंदुओं पॉइंट पॉइंट्स प्वाइंट"
# Numbers that begin words, and what they make with them: तिमंज़िला, three-storeyed.
_PREFIXES = {
    1: "एक इक", 2: "दो दु द्वि", 3: "ति त्रि तीन", 4: "चौ चतुर् चतुष् चार", 5: "पंच पाँच", 6: "छह छः छ षट्",
    7: "सप्त सात", 8: "अष्ट आठ", 9: "नव नौ", 10: "दश दस", 20: "बीस",
}  # fmt: skip
_MADE = (
    "मंज़िला मंज़िली मंज़िले तरफ़ा पहिया स्तरीय कोणीय कोण वर्षीय दिवसीय सदस्यीय पक्षीय सूत्री सूत्रीय धातु "
    "आयामी भाषी राष्ट्रीय "
    "माही मासिक वार्षिक धाम कोना कोनी सदनीय चरणीय शतक रंगा"
)
_CURRENCIES = {
    "रुपये": "rupees", "रुपए": "rupees", "रूपये": "rupees", "रूपए": "rupees", "रुपया": "rupees",
    "रुपयों": "rupees", "रुपय": "rupees", "रु": "rupees", "₹": "rupees",
    "डॉलर": "dollars", "डालर": "dollars", "डॉलरों": "dollars", "$": "dollars", "यूरो": "euros",
    "€": "euros", "£": "pounds", "पाउंड": "pounds", "पाउण्ड": "pounds", "पौंड": "pounds",
    "येन": "yen", "¥": "yen", "युआन": "yuan", "रूबल": "roubles", "दिरहम": "dirhams", "टका": "taka",
}  # fmt: skip
_PERCENTS = ("प्रतिशत", "फ़ीसदी", "फीसद", "परसेंट", "%")
_ABOUTS = "लगभग करीब तकरीबन क़रीबन अनुमानित अंदाज़न आसपास"
MONTHS = """\
जनवरी
फरवरी फरबरी
मार्च
अप्रैल अप्रेल
मई
जून
जुलाई जुलाइ
अगस्त
सितंबर सितम्बर सिंतबर
अक्टूबर अक्तूबर अक्टुबर
नवंबर नवम्बर
दिसंबर दिसम्बर
"""
WEEKDAYS = """\
सोमवार मंडे
मंगलवार ट्यूज़डे
बुधवार वेडनेसडे
गुरुवार गुरूवार बृहस्पतिवार वीरवार थर्सडे
शुक्रवार फ्राइडे
शनिवार सैटरडे
रविवार इतवार संडे
"""


@cache
def vocabulary() -> Vocabulary:
    """The words, folded."""
    latin = english_words.vocabulary()  # Much Hindi has its scales and units in Latin letters.
    cardinals = numbered(_CARDINALS, 0)
    return Vocabulary(
        cardinals=dict(latin.cardinals)
        | cardinals
        | {fold(word): Fraction(value) for word, value in _HALVES.items()},
        ordinals=_ordinals(cardinals),
        scales=dict(latin.scales)
        | {fold(word): Fraction(value) for word, value in _SCALES.items()},
        short_scales=latin.short_scales,
        offsets={
            fold("साढ़े"): Fraction(1, 2),
            "सवा": Fraction(1, 4),
            "पौने": Fraction(-1, 4),
        },
        parts={"तिहाई": Fraction(1, 3), "चौथाई": Fraction(1, 4)},
        loose=_loose(cardinals),
        vague={
            fold(word): tuple(map(Fraction, values))
            for words, values in _VAGUE.items()
            for word in words
        },
        idioms=frozenset(("पहले", "दूसरे", "दूसरी", "दूसरा")),
        rows=frozenset(map(fold, _ROWS.split())),
        labelled=frozenset(map(fold, _LABELLED.split())),
        shares=frozenset(map(fold, _SHARES.split())),
        currencies=dict(latin.currencies)
        | {fold(word): name for word, name in _CURRENCIES.items()},
        doubtful_scales={
            w: frozenset(map(fold, after.split())) for w, after in _DOUBTFUL_SCALES.items()
        },
        percents=latin.percents.union(map(fold, _PERCENTS)),
        points=latin.points.union(map(fold, _POINTS.split())),
        basis_points=latin.basis_points.union(
            (fold(word), fold(point)) for word in ("आधार", "बेसिस") for point in _POINTS.split()
        ),
        articles=frozenset(),
        joins=frozenset(),
        abouts=frozenset(map(fold, _ABOUTS.split())),
        ranges=frozenset(("-", "–", "—", "से", "या", "और", "~")),
        endings=frozenset(_ENDINGS.split()),
    )


def _ordinals(cardinals: dict[str, Fraction]) -> dict[str, Fraction]:
    """The folded ordinals, those made of cardinals and scales too: बारहवाँ, सौवाँ."""
    scales = {fold(w): Fraction(_SCALES[w]) for w in ("सौ", "हज़ार", "लाख", "करोड़")}
    made = (cardinals | scales).items()
    return numbered(_ORDINALS, 1) | {
        word + ending: value for word, value in made for ending in _ORDINAL_ENDINGS
    }


def _loose(cardinals: dict[str, Fraction]) -> dict[str, tuple[Fraction, ...]]:
    """The folded words that may but need not stand for a number."""
    return (
        {fold(w): (Fraction(value),) for value, words in _LOOSE.items() for w in words.split()}
        | {word + "ों": (value,) for word, value in cardinals.items() if value >= 5}  # all twelve
        | {word + "ेक": (value,) for word, value in cardinals.items() if value >= 10}  # ten or so
        | _compounds()
        | {fold(word): values for word, values in _PARTS_OF_A_YEAR.items()}
        | {fold(word): _FORTNIGHT for word in ("पखवाड़े", "पखवाड़ा", "पखवारे", "पखवारा")}
        | {"पाव": _QUARTER_OF_A_KILO}
        | english_words.romans()
    )


def _compounds() -> dict[str, tuple[Fraction, ...]]:
    """Words that a number begins, folded, with that number."""
    return {
        fold(prefix + word): (Fraction(value),)
        for value, prefixes in _PREFIXES.items()
        for prefix in prefixes.split()
        for word in _MADE.split()
    }
