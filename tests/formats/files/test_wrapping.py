import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.files import wrapping
from reader.formats.files.columns import Line

TITLE = ["बिहार में नई नीति"]


def paragraphs(blocks: list[list[str]]) -> list[str]:
    return wrapping.paragraphs([[Line(line.strip(), line) for line in each] for each in blocks])


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


PROSE = [
    "पहाड़ी इलाके में पीने के पानी की कमी दूर करने के लिए सरकार ने नई योजना बनाई है। इसके तहत "
    "बारह सौ गाँवों तक नल पहुँचेगा।",
    "मंत्री ने पत्रकारों से कहा कि गर्मी में टैंकर के पीछे दौड़ते लोगों की तस्वीर अब इतिहास बनेगी।",
    "योजना पर बहुत खर्च होगा।",
    "केवई नदी पर बने बाँध से पानी उठाकर तीन जगह साफ़ किया जाएगा। वहाँ से वह गाँवों तक जाएगा और "
    "हर घर को मिलेगा।",
    "लोगों का कहना है कि पिछली योजना की टंकियाँ अब तक सूखी हैं, इसलिए इस बार काम की निगरानी होनी चाहिए।",
    "पंचायत की बैठक में महिलाओं ने बताया, “हमारी बेटियाँ स्कूल छोड़कर कुएँ पर जाती हैं। पानी घर आ जाए "
    "तो वे पढ़ लेंगी।”",
    "पहला चरण मार्च तक पूरा हो जाएगा और उसके बाद काम की जाँच एक समिति करेगी, जिसमें गाँव के लोग भी "
    "रहेंगे। समिति हर महीने बैठेगी।",
    "ठेकेदार को देर होने पर जुर्माना देना पड़ेगा।",
]
LIST = ["हर घर में नल लगेगा और पानी दिन में दो बार आएगा, सुबह और शाम", "स्कूलों में टंकी बनेगी"]
VERSE = ["नदी बहती जाती है", "नाव किनारे आती है", "सुबह सुहानी आती है"]
WIDTHS = [35, 40, 50, 60, 72, 80]


def without_signs(text: str) -> int:
    return sum(unicodedata.category(letter)[0] != "M" for letter in text)


def in_bytes(text: str) -> int:
    return len(text.encode()) // 2


MEASURES = [len, without_signs, in_bytes]


def broken(
    text: str, width: int, measure: Callable[[str], int] = len, first: str = "", rest: str = ""
) -> list[str]:
    """``text`` broken where the next word has no room, as programs do."""
    lines, line = [], first
    for word in text.split():
        longer = f"{line} {word}" if line.strip() else line + word
        if measure(longer.expandtabs()) > width and line.strip():
            lines.append(line)
            longer = rest + word
        line = longer
    return [*lines, line]


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("width", WIDTHS[:-1])  # too few breaks to tell 80 letters by
def test_paragraphs_between_blank_lines_are_whole(
    width: int, measure: Callable[[str], int]
) -> None:
    blocks = [broken(text, width, measure) for text in PROSE]
    assert paragraphs([TITLE, *blocks]) == [*TITLE, *PROSE]


@pytest.mark.parametrize("first", ["    ", "\t", "\u00a0\u00a0", "\u3000", " "])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_line_that_is_set_in_begins_a_paragraph(width: int, first: str) -> None:
    block = [line for text in PROSE for line in broken(text, width, first=first)]
    assert paragraphs([TITLE, block]) == [*TITLE, *PROSE]


@pytest.mark.parametrize("blocks", [[*PROSE], ["\n".join(PROSE)]])
@pytest.mark.parametrize("first", ["", "    "])
def test_a_paragraph_a_line_is_left_as_it_is(blocks: list[str], first: str) -> None:
    lines = [[first + line for line in block.split("\n")] for block in blocks]
    assert paragraphs([TITLE, *lines]) == [*TITLE, *PROSE]


@pytest.mark.parametrize("signs", [["- ", "- "], ["1. ", "2. "], ["• ", "• "]])
def test_items_of_a_list_are_whole_and_apart(signs: list[str]) -> None:
    items = [sign + text for sign, text in zip(signs, LIST, strict=True)]
    lines = [line for item in items for line in broken(item, 40, rest="  ")]
    blocks = [broken(text, 40) for text in PROSE]
    assert paragraphs([TITLE, *blocks, lines]) == [*TITLE, *PROSE, *items]


def test_headings_and_verse_among_broken_lines_stay_lines() -> None:
    heading = "आगे क्या होगा"
    first, *others = (broken(text, 60) for text in PROSE)
    found = paragraphs([TITLE, [heading, *first], VERSE, *others])
    assert found == [*TITLE, heading, PROSE[0], *VERSE, *PROSE[1:]]


def test_lines_as_long_as_one_another_are_no_prose() -> None:
    verse = [
        "हर शाम ढलते ही मुझे याद आता है घर का आँगन",
        "पहाड़ों से उतरती धूप की पहली किरण जैसे आए",
        "सड़क के मोड़ पर अब भी खड़ा है पुराना पेड़",
        "चलो फिर लौट चलते हैं उसी मिट्टी की ख़ुशबू",
        "शहर की भीड़ में खोए हुए हैं सारे साथी अब",
        "उसी की डाल पर टाँगे थे हमने रेशमी बंधन",
    ]
    assert paragraphs([TITLE, verse]) == [*TITLE, *verse]


def test_a_numbered_list_of_long_items_is_not_joined() -> None:
    items = [
        f"{at}. गाँव के तालाब के किनारे वाली ज़मीन पर {what} लगाने और उसकी देखभाल का काम"
        for at, what in enumerate(("नीम", "आम", "बेर", "जामुन"), 1)
    ]
    assert below(*items) == items
