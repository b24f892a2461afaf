import pytest

from reader.language import detect

MARATHI = "तो शाळेत गेला आणि त्याने आपल्या मित्रांना पुस्तके दिली. नंतर सगळे घरी परत आले आहेत."
NEPALI = "उनीहरू विद्यालय गए र आफ्ना साथीहरूलाई किताब दिए। त्यसपछि सबै घर फर्किए। यो राम्रो कुरा हो।"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("नदी के किनारे बसे इस शहर में हर साल मेला लगता है और दूर से लोग आते हैं।", "hi"),
        ("कंपनी ने नया iPhone Pro Max लॉन्च किया है, Apple Store पर booking शुरू हो गई है।", "hi"),
        ("नमस्ते", "hi"),
        (MARATHI, "mr"),
        (NEPALI, "ne"),
        ("The river rose overnight and the road to the village is closed.", "en"),
        ("আমি বাংলায় গান গাই, আমি বাংলার গান গাই, আমি আমার আমিকে এই বাংলায় খুঁজে পাই", "bn"),
        ("Hello", ""),
        ("१२३ 456", ""),
        ("", ""),
    ],
)
def test_the_language_is_told(text: str, language: str) -> None:
    assert detect.language_of(text) == language


def test_the_answer_does_not_change_from_call_to_call() -> None:
    assert len({detect.language_of(MARATHI) for _ in range(5)}) == 1


def test_languages_have_english_names() -> None:
    assert detect.language_name("hi") == "Hindi"
    assert detect.language_name("mr-IN") == "Marathi"
    assert detect.language_name("xx") == "xx"
