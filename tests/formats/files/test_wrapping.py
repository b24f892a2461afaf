import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.files.wrapping import paragraphs

TITLE = ["बिहार में नई नीति"]


def below(*lines: str) -> list[str]:
    """What becomes of the lines of a block under a title."""
    return paragraphs([TITLE, list(lines)])[1:]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "पटना: राज्य सरकार ने मंगलवार को नई",
            "शिक्षा नीति लागू करने की घोषणा की।",
            "इससे एक करोड़ विद्यार्थियों को लाभ मिलेगा।",
        ),
        ("बाढ़ से प्रभावित इलाकों के लोग घर छोड़कर", "ऊँची जगह चले गए।"),
        ("मंत्री ने बताया कि पानी उतरने", "में दो दिन लगेंगे। तब तक", "लोग शिविर में रहेंगे।"),
        ("नदी का पानी बढ़ रहा है। प्रशासन", "सतर्क है, नावें", "तैयार हैं।"),
        ("दल में 25", "लोग हैं।"),
    ],
)
def test_lines_broken_at_a_width_are_one_paragraph(lines: tuple[str, ...]) -> None:
    assert below(*lines) == [" ".join(lines)]


@pytest.mark.parametrize(
    "lines",
    [
        ("पहला पैरा है।", "दूसरा पैरा है।"),
        ("क्यों बढ़ा पानी", "नदी में पानी बढ़ गया, इसलिए लोग परेशान हैं।"),
        ("लेखक: राम कुमार", "नदी में पानी बढ़ गया।"),
        ("3 मार्च 2025", "नदी में पानी बढ़ गया।"),
        ("मुख्य बातें", "- नदी में पानी बढ़ा", "- लोग परेशान"),
        ("1. पहली बात", "2. दूसरी बात है।"),
        ("• पुल खुला", "अब लोग खुश हैं।"),
        ("राम: आप कब आए", "श्याम: मैं कल आया था।"),
        ("नदी बहती जाती है", "नाव किनारे आती है", "सुबह सुहानी आती है", "सबको गीत सुनाती है।"),
        ("रहिमन धागा प्रेम का, मत तोड़ो चटकाय", "टूटे से फिर ना जुड़े, जुड़े गाँठ परि जाय॥"),
        ("राम कुमार", "सीता देवी", "मोहन लाल"),
        ("ये भी पढ़ें: पुल की कहानी", "नदी में पानी बढ़ गया।"),
        ("Web Title: bridge opens", "नदी में पानी बढ़ गया।"),
    ],
)
def test_lines_that_tell_themselves_apart_stay(lines: tuple[str, ...]) -> None:
    assert below(*lines) == list(lines)


def test_a_heading_over_broken_lines_stays_by_itself() -> None:
    lines = ("क्यों बढ़ा पानी", "पहाड़ों में तीन दिन से बारिश हो रही है और", "नदियाँ उफान पर हैं।")
    assert below(*lines) == [lines[0], " ".join(lines[1:])]


def test_a_line_is_joined_to_a_long_one_and_no_further() -> None:
    long = "में बारिश हुई और " + "लोग घर छोड़कर चले गए, " * 6 + "सब ठीक है।"
    assert below("पहाड़ों", long, "अब धूप है।") == [f"पहाड़ों {long}", "अब धूप है।"]


def test_title_and_credits_in_the_first_block_stay_lines() -> None:
    block = ["पुल खुला आज शहर में", "नदी पर बना पुल खुल गया।", "बच्चे खुश हैं।"]
    assert paragraphs([block]) == block


@given(st.lists(st.lists(st.text(alphabet="कखग।: -1", min_size=1), min_size=1)))
def test_no_character_is_lost_and_the_order_stays(blocks: list[list[str]]) -> None:
    assert "".join(paragraphs(blocks)).replace(" ", "") == "".join(
        line for block in blocks for line in block
    ).replace(" ", "")
