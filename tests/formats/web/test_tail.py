"""What stands behind an article is no part of it, and what only looks so is."""

import pytest

from tests.formats.web.story import BODY, OTHER, STORY, TITLE, marked_up, read, texts

REMARKS = (
    "मैं भी उस दिन वहाँ था और सबने बहुत मन से काम किया। ऐसे काम हर गाँव में होने चाहिए।",
    "हमारे यहाँ भी एक तालाब है जिसकी हालत ठीक नहीं है। प्रशासन को ध्यान देना चाहिए।",
)
OWN = f"<article>{BODY}</article>"
NOTE = "सुमन तिवारी दस साल से पत्रकारिता में हैं। गाँव और पानी के सवालों पर लिखती रही हैं।"
IMPRINT = "घाट समाचार इलाके का पुराना समाचार पोर्टल है। हमारे संवाददाता आप तक हर खबर पहुँचाते हैं।"


def entries(head: str, tail: str) -> str:
    return "".join(f"<div><b>{head}</b><p>{remark}</p>{tail}</div>" for remark in REMARKS)


@pytest.mark.parametrize(
    "heading",
    [
        "3 Comments",
        "2 responses to this post",
        f"2 thoughts on “{TITLE}”",
        f"“{TITLE}” पर 2 विचार",
        "२ टिप्पणियाँ",
        "कोई टिप्पणी नहीं",
        "चर्चा में शामिल हों",
        "Join the conversation",
        "एक टिप्पणी छोड़ें",
    ],
)
def test_comments_under_their_heading_are_left_out(heading: str) -> None:
    comments = entries("पाठक", "")
    assert texts(f"{BODY}<h3>{heading}</h3>{comments}") == STORY


@pytest.mark.parametrize(
    "heading", ["नई नीति पर एक विचार", "एक विचार", "जवाब दें", "उत्तर देखें", "टिप्पणी", "End of an era"]
)
def test_a_heading_that_only_sounds_so_ends_nothing(heading: str) -> None:
    assert texts(f"{BODY}<h3>{heading}</h3>{marked_up(OTHER)}")[-2:] == OTHER


def test_what_a_blogger_says_of_himself_is_left_out() -> None:
    beside = "".join(f"<li>पुरानी बात, संख्या {number}</li>" for number in range(9))
    archive = f"<h2>ब्लॉग आर्काइव</h2><ul>{beside}</ul>"
    assert texts(f"{BODY}<div><h2>मेरे बारे में</h2><p>{NOTE}</p>{archive}</div>") == STORY


@pytest.mark.parametrize("button", ["उत्तर दें", "जवाब दें", "Like · Reply", "प्रतिक्रिया"])
def test_comments_without_a_heading_are_told_by_their_buttons(button: str) -> None:
    assert texts(BODY + entries("पाठक 2 दिन पहले", f"<a>{button}</a>")) == STORY


def test_entries_without_buttons_are_the_articles() -> None:
    assert texts(BODY + entries("रामदीन", "")) == (*STORY, *REMARKS)


def test_a_single_question_to_answer_is_no_list_of_comments() -> None:
    box = f"<div><h3>क्या करें</h3><p>{REMARKS[0]}</p><p>उत्तर दें</p></div>"
    assert REMARKS[0] in texts(f"{BODY}{box}<p>{REMARKS[1]}</p>")


@pytest.mark.parametrize("level", ["h2", "h3"])
@pytest.mark.parametrize("headline", ["सौ साल की बेकरी", '<a href="/b">सौ साल की बेकरी</a>'])
def test_of_several_articles_in_a_row_the_first_counts(level: str, headline: str) -> None:
    own = BODY.replace("h1>", f"{level}>")
    other = f"<{level}>{headline}</{level}>{marked_up(OTHER * 3)}"
    assert texts(f"<article>{own}</article><article>{other}</article>") == STORY


def test_an_article_in_parts_is_read_whole() -> None:
    parts = f"<article><h3>दूसरा दिन</h3><p>{OTHER[0]}</p></article>"
    assert OTHER[0] in texts(OWN + parts)


@pytest.mark.parametrize("time", ["<p>17 Oct 2025 14:30</p>", ""])
def test_the_date_of_another_article_makes_it_no_entry(time: str) -> None:
    other = f"<h2>सौ साल की बेकरी</h2>{time}{marked_up(OTHER * 3)}"
    assert texts(f"<article>{BODY}</article><article>{other}</article>") == STORY


def test_the_parts_of_a_list_are_no_other_articles() -> None:
    opening = f"<article><h1>{TITLE}</h1>{marked_up(STORY[:2])}</article>"
    parts = f"<article><h2>पहली बात</h2>{marked_up(STORY[2:])}</article>"
    assert texts(opening + parts) == (*STORY[:2], "पहली बात", *STORY[2:])


def test_questions_behind_the_element_of_the_article_stay() -> None:
    asked = f"<section><h3>बेकरी कितनी पुरानी है?</h3><p>{OTHER[0]}</p></section>"
    assert texts(OWN + asked)[-1] == OTHER[0]


@pytest.mark.parametrize(
    "deck", [f"<p>{STORY[0]} {STORY[1]}</p>", f"<h2>{STORY[0]} {STORY[1]}</h2>"]
)
def test_a_count_of_comments_under_the_deck_ends_nothing(deck: str) -> None:
    body = f"<h1>{TITLE}</h1>{deck}<div>3 Comments</div>{marked_up((*STORY[2:], *OTHER))}"
    assert texts(body)[-4:] == (*STORY[2:], *OTHER)


def test_a_part_about_the_teller_stays() -> None:
    assert texts(f"{BODY}<h3>मेरे बारे में</h3>{marked_up(OTHER)}")[-2:] == OTHER


def test_the_timed_entries_of_a_live_blog_are_no_other_articles() -> None:
    entry = f"<article><time>10:15 बजे</time><h3>नई सूचना</h3>{marked_up(OTHER)}</article>"
    assert texts(OWN + entry)[-2:] == OTHER


def test_what_stands_behind_the_element_of_the_article_is_left_out() -> None:
    assert texts(f"{OWN}<section><p>{NOTE}</p></section>") == STORY


def test_an_element_that_holds_only_the_head_of_the_article_does_not_end_it() -> None:
    head = f"<article><h1>{TITLE}</h1>{marked_up(STORY[:2])}</article>"
    assert texts(f"{head}<div>{marked_up(STORY[2:])}</div>") == STORY


@pytest.mark.parametrize(
    "name",
    [
        "<h4>सुमन तिवारी</h4>",
        "<a href='/s'>सुमन तिवारी</a>",
        "<img src='s.jpg'><div>सुमन तिवारी</div>",
    ],
)
def test_a_note_on_the_author_under_the_name_is_left_out(name: str) -> None:
    assert texts(f"{BODY}<div>{name}<p>{NOTE}</p></div>") == STORY


@pytest.mark.parametrize("more", ["", marked_up(OTHER * 8)])
def test_a_part_about_somebody_stays(more: str) -> None:
    told = "सुमन तिवारी ने सबसे पहले फावड़ा उठाया। उनके पीछे पूरा टोला चला आया।"
    assert told in texts(f"{BODY}<div><h4>सुमन तिवारी</h4><p>{told}</p></div>{more}")


def test_a_part_about_a_journalist_in_the_midst_stays() -> None:
    more = tuple(f"{number}. {text}" for number in range(8) for text in (*OTHER, *REMARKS))
    box = f"<div><h4>सुमन तिवारी</h4><p>{NOTE}</p></div>"
    assert NOTE in texts(f"{BODY}{box}{marked_up(more)}")


@pytest.mark.parametrize(
    "imprint",
    [
        f"<div><p>{IMPRINT}</p><p>© 2025</p></div>",
        f"<div><h2>घाट समाचार के बारे में</h2><p>{IMPRINT}</p></div>",
        f"<p>{IMPRINT}<br>Copyright 2025</p>",
        "<div class='base'><p>यह वेबसाइट सूचना ब्यूरो, राज्य सरकार की है।</p></div>",
    ],
)
def test_what_a_publisher_says_of_itself_is_left_out(imprint: str) -> None:
    assert texts(BODY + imprint) == STORY


def test_a_last_paragraph_about_a_site_stays() -> None:
    assert texts(f"{BODY}<p>{IMPRINT}</p>") == (*STORY, IMPRINT)


@pytest.mark.parametrize(
    "below",
    [
        "<p>भाषा अमित रंजन</p>",
        "<p>भाषा अमित रंजन</p><p>रंजन</p><p>1203 1604 दिल्ली</p>",
        "<p>भाषा अमित रंजन<br>रंजन<br>1203 1604 दिल्ली</p>",
        "<p>भाषा अमित रंजन</p><p>(यह सिंडिकेटेड न्यूज़ फीड की खबर है। इसे हमने नहीं बदला।)</p>",
    ],
)
def test_what_a_wire_puts_under_a_text_is_none_of_it(below: str) -> None:
    article = read(f"{BODY}{below}")
    assert tuple(each.text for each in article.paragraphs) == STORY
    assert article.byline == "भाषा"
