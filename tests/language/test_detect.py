import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language import detect, function_words

HINDI = (
    "नदी के किनारे बसे इस शहर में हर साल मेला लगता है और दूर से लोग आते हैं।",
    "कंपनी ने नया iPhone Pro Max लॉन्च किया है, Apple Store पर booking शुरू हो गई है।",
    "नमस्ते",
    # Much of its neighbours' words or shapes, and Hindi all the same.
    "पंडित जी बोले, 'सत्यमेव जयते नानृतम्', और फिर उन्होंने अपने शिष्यों को इसका अर्थ समझाया।",
    "मराठी नाटक 'घर आहे तिथे' का मंचन पुणे में हुआ, जिसमें कलाकारों ने सबका मन मोह लिया।",
    "गायिका का भोजपुरी गीत 'पिया के गाँव में बरखा भइल बा' इस हफ़्ते सबसे ज़्यादा सुना गया है।",
    "काठमांडू पहुँचे मंत्री ने नेपाली में कहा, 'यो हाम्रो घर हो', फिर हिंदी में भाषण दिया।",
    "रामपुर, श्यामपुर, गोविंदपुर, कृष्णनगर, लक्ष्मीपुर, हरिपुर, माधवनगर, विष्णुपुर, शिवपुरी",
    "राष्ट्रीय स्वास्थ्य मिशन * प्रधानमंत्री आवास योजना * ग्रामीण सड़क योजना * जल जीवन मिशन",
    "बारिश थमी, नदी उतरी, सड़क खुली, बाज़ार में रौनक, किसान ख़ुश, दाम स्थिर, रेल समय पर",
    "ई-शासन, ई-बाज़ार, ई-पुस्तक: आज हर दफ़्तर में यही बात चल रही है",
)
MARATHI = (
    "तो शाळेत गेला आणि त्याने आपल्या मित्रांना पुस्तके दिली. नंतर सगळे घरी परत आले आहेत.",
    "नदीकाठच्या गावात काल रात्री जोराचा पाऊस झाला. पुलावरून पाणी वाहत असल्यामुळे वाहतूक थांबली. "
    "सकाळी पाणी ओसरले आणि लोकांनी सुटकेचा निःश्वास सोडला.",
    "नव्या ग्रंथालयाचे उद्घाटन रविवारी होणार आहे. मुलांसाठी वेगळी खोली असून तिथे गोष्टींची पुस्तके ठेवण्यात येतील.",
    "भाजी महाग झाल्याने गृहिणी नाराज आहेत. व्यापाऱ्यांच्या मते पुढील आठवड्यात भाव कमी होतील.",
)
NEPALI = (
    "उनीहरू विद्यालय गए र आफ्ना साथीहरूलाई किताब दिए। त्यसपछि सबै घर फर्किए। यो राम्रो कुरा हो।",
    "नदी किनारको गाउँमा हिजो राति ठूलो पानी पर्‍यो। पुल बगेपछि यात्रुहरू अलपत्र परेका छन्।",
    "नयाँ पुस्तकालय आइतबारदेखि खुल्ने भएको छ। त्यहाँ बालबालिकाका लागि छुट्टै कोठा बनाइएको छ।",
    "तरकारीको मूल्य बढेपछि उपभोक्ता चिन्तित छन् तर व्यापारीहरू भने खुसी देखिन्छन्।",
)
SANSKRIT = (
    "अद्य प्रातः नद्याः तीरे महती वृष्टिः अभवत्। ग्रामस्य जनाः सेतुं त्यक्त्वा गृहं गतवन्तः।",
    "नूतनः ग्रन्थालयः रविवासरे उद्घाटितः भविष्यति। तत्र बालकानां कृते पृथक् कक्षः अस्ति।",
    "शाकानां मूल्यम् अधिकं जातम्। अतः गृहिण्यः दुःखिताः सन्ति, वणिजः तु प्रसन्नाः एव।",
    "वनं गत्वा बालकः फलानि आनयत्। माता तानि दृष्ट्वा अतीव प्रसन्ना अभवत्।",
)
BHOJPURI = (
    "काल्ह राति नदी के किनारे वाला गाँव में खूब बरखा भइल। पुल पर पानी चढ़ गइल बा आ लोग घरे में बइठल बा।",
    "नयका पुस्तकालय अतवार के खुली। ओहिजा लइकन खातिर अलगे कमरा बनावल गइल बा।",
    "तरकारी के दाम बढ़ला से लोग परेसान बा। दोकानदार कहत बाड़न कि अगिला हफ्ता दाम घट जाई।",
    "हम रउआ से का कहीं, ई मेला त हर साल लागेला। एह बेर भीड़ जादे रहल।",
)
URDU = (
    "کل رات دریا کے کنارے والے گاؤں میں تیز بارش ہوئی۔ پل پر پانی آنے سے آمد و رفت رک گئی۔",
    "نئی لائبریری اتوار کو کھلے گی۔ وہاں بچوں کے لیے الگ کمرہ بنایا گیا ہے۔",
    "سبزیوں کے دام بڑھنے سے لوگ پریشان ہیں۔",
)
ENGLISH = (
    "The river rose overnight and the road to the village is closed.",
    "The new library will open on Sunday. There is a room for children with books of stories.",
    "Prices of vegetables have gone up, and traders say that they will come down next week.",
    "Water levels fell by noon. नदी is the Hindi for a river, and this one has flooded before.",
)
LATIN_HINDI = (
    "Kal raat nadi ke kinare wale gaon mein bahut barish hui. Pul par pani aa gaya hai.",
    "Nayi library Sunday ko khulegi aur wahan bachchon ke liye alag kamra banaya gaya hai.",
    "sabzi mehngi ho gayi hai lekin dukandar keh rahe hain ki agle hafte daam kam honge",
)
OTHERS = {
    "mai": "काल्हि राति गाममे बड्ड पानि भेल। लोक सभ कहैत छथि जे पुल टूटि गेल अछि आ स्कूल बन्न रहत।",
    "mag": "काल्ह रात गाँव में खूब पानी पड़लइ। पुल पर पानी चढ़ गेलइ हे आउ लोग घरे में बइठल हथिन।",
    "awa": "काल्हि राति गाँव मा खूब पानी बरसा। पुल पर पानी चढ़ि गवा अउर मनई घर मा बइठ अहैं।",
    "kok": "काल रातीं गांवांत व्हड पावस पडलो. पुलार उदक आयलें देखून लोक घरांतूच रावले आसात.",
    "doi": "कल राती ग्रांऽ च बड़ी बरखा होई। पुलै उप्पर पानी आई गेआ ते लोक घरें गै बैठे दे न।",
    "bn": "আমি বাংলায় গান গাই, আমি বাংলার গান গাই, আমি আমার আমিকে এই বাংলায় খুঁজে পাই",
    "pa": "ਕੱਲ੍ਹ ਰਾਤ ਪਿੰਡ ਵਿੱਚ ਬਹੁਤ ਮੀਂਹ ਪਿਆ ਅਤੇ ਲੋਕ ਘਰਾਂ ਵਿੱਚ ਬੈਠੇ ਰਹੇ।",
    "or": "କାଲି ରାତିରେ ଗାଁରେ ବହୁତ ବର୍ଷା ହେଲା ଏବଂ ଲୋକମାନେ ଘରେ ରହିଲେ।",
    "fa": "دیشب در روستای کنار رود باران تندی بارید و مردم در خانه ماندند.",
    "ar": "هطل مطر غزير الليلة الماضية على القرية وبقي الناس في بيوتهم",
    "id": "Tadi malam hujan deras turun di desa dekat sungai dan orang-orang tinggal di rumah.",
    "fr": "Il a beaucoup plu cette nuit dans le village et les gens sont restés chez eux.",
    "de": "In der Nacht hat es im Dorf am Fluss stark geregnet und die Leute blieben zu Hause.",
}
NOTHING = (
    "Hello",
    "१२३ 456",
    "",
    " \n",
    "२०२४ " * 100,
    "।" * 500,
    "?!" * 100,
    "((  ((",
    "\ud800" * 60,
)

TABLE = [
    *[("hi", text) for text in HINDI],
    *[("mr", text) for text in MARATHI],
    *[("ne", text) for text in NEPALI],
    *[("sa", text) for text in SANSKRIT],
    *[("bho", text) for text in BHOJPURI],
    *[("ur", text) for text in URDU],
    *[("en", text) for text in ENGLISH],
    *[("hi-Latn", text) for text in LATIN_HINDI],
    *OTHERS.items(),
    *[("", text) for text in NOTHING],
]


@pytest.mark.parametrize(("language", "text"), TABLE)
def test_the_language_is_told(language: str, text: str) -> None:
    assert detect.language_of(text) == language


def test_the_answer_does_not_change_from_call_to_call() -> None:
    for text in (*MARATHI, *ENGLISH, OTHERS["id"]):
        assert len({detect.language_of(text) for _ in range(5)}) == 1


def test_the_answer_does_not_change_from_thread_to_thread() -> None:
    answers: list[str] = []
    threads = [
        threading.Thread(target=lambda: answers.append(detect.language_of(OTHERS["fr"])))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == ["fr"] * 8


def test_a_hindi_article_that_quotes_its_neighbour_at_length_is_hindi() -> None:
    assert detect.language_of(" ".join([*HINDI, BHOJPURI[0]])) == "hi"
    assert detect.language_of(" ".join([*HINDI, SANSKRIT[0], MARATHI[0]])) == "hi"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("hi", "Hindi"),
        ("mr-IN", "Marathi"),
        ("ne", "Nepali"),
        ("sa", "Sanskrit"),
        ("bho", "Bhojpuri"),
        ("ur", "Urdu"),
        ("en", "English"),
        ("mai", "Maithili"),
        ("kok", "Konkani"),
        ("hi-Latn", "Hindi in Latin letters"),
        ("xx", "xx"),
    ],
)
def test_languages_have_english_names(code: str, name: str) -> None:
    assert detect.language_name(code) == name


def test_every_list_of_function_words_is_of_use() -> None:
    languages = function_words.all_languages()
    assert languages[0] is function_words.of_code("hi") is function_words.of_script("Deva")[0]
    assert {language.script for language in languages} == {"Deva", "Latn"}
    assert len({language.code for language in languages}) == len(languages) == 12
    for language in languages:
        assert len(language.words) >= 25
        assert all(language.endings)


def test_an_ending_counts_on_a_word_that_is_longer() -> None:
    marathi = function_words.FunctionWords("mr", "Deva", frozenset({"आहे"}), ("च्या",))
    assert marathi.own({"गावाच्या": 2, "च्या": 1, "आहे": 3, "पुल": 1}) == {"गावाच्या": 2, "आहे": 3}


@given(st.text(st.characters(codec=None), max_size=200))
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert detect.language_of(text) == detect.language_of(text)


def groups(sentences: list[str], size: int) -> list[str]:
    return [" ".join(sentences[n : n + size]) for n in range(0, len(sentences), size)]


@pytest.mark.parametrize("size", [3, 10])
def test_real_hindi_is_hindi_and_real_english_english(data: Path, size: int) -> None:
    rows = (data / "parallel" / "ntrex.dev.tsv").read_text("utf-8").splitlines()
    flores = data / "parallel" / "flores-dev.hi"
    hindi = [*(row.split("\t")[1] for row in rows), *flores.read_text("utf-8").splitlines()]
    english = [row.split("\t")[2] for row in rows]
    assert {detect.language_of(text) for text in groups(hindi, size)} == {"hi"}
    assert {detect.language_of(text) for text in groups(english, size)} == {"en"}
