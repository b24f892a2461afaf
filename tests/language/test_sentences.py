from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language import sentences


def parts(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences.split(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["बारिश हुई।", "सड़कें भर गईं॥", "क्या स्कूल खुले रहेंगे?", "नहीं!", "लोग घर लौट आए…", "बस।"],
        ["उन्होंने डॉ. मेहता और प्रो. राय से बात की।", "बैठक लंबी चली।"],
        ["वी.पी. सिंह और ए.पी.जे. अब्दुल कलाम की किताबें आईं।", "सब बिक गईं।"],
        ["वी. पी. सिंह ने 3.5 कि.ग्रा. चावल लिया।", "म.प्र. में वर्षा हुई।", "दाम 4.5 है।"],
        ["पता www.example.org है।", "दूसरा पता example.org.", "दर अब 3.5.", "फिर मिलेंगे।"],
        ["एस. के. शर्मा आए।", "पी. चिदंबरम नहीं आए।"],
        ["यह 300 ई.पू. का सिक्का है।", "इसकी कीमत 4.5 लाख रु. आंकी गई है।"],
        ["तापमान 38.5 डिग्री रहा।", "बैठक 19.06.2024 को 10.30 बजे हुई।"],
        ["अधिक जानकारी www.example.org/a.b?q=1 पर है।", "फॉर्म वहीं मिलेगा।"],
        ["वह घर चला गया.", "दुकान बंद थी.", "फिर सब सो गए."],
        ["J. K. Rowling और Dr. Smith मिले.", "बात हुई."],
        ["1. पहला नियम सबके लिए है।", "2. दूसरा नियम बच्चों के लिए है।"],
        ["उसकी आंखें भर आईं.", "वह आई.", "सब खुश हुए."],
        ["मंत्र पढ़ा गया ॥ १२ ॥", "सभा समाप्त हुई।"],
        ["वे चले गए|", "हम रुके रहे |", "रात हो गई।"],
    ],
)
def test_sentences_are_told_apart(expected: list[str]) -> None:
    assert parts(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["उन्होंने कहा, “हम तैयार हैं।”", "सभा समाप्त हुई।"],
        ['मंत्री ने कहा, "काम पूरा होगा।"', '"पैसा आ चुका है।"'],
        ["“क्या आप तैयार हैं?” उसने पूछा।", "किसी ने जवाब नहीं दिया।"],
        ["उसने “रुको! मत जाओ!” कहकर दरवाजा बंद किया।", "सब चुप थे।"],
        ["भीड़ में “न्याय दो!” के नारे लगे।", "पुलिस आ गई।"],
        ["समिति (क्या वह बनी भी थी?) कभी नहीं मिली।", "मामला टल गया।"],
        ["(यह भाग पहले छपा था।)", "अब आगे पढ़ें।"],
        ["फिल्म 'कौन? मैं!' का गीत चला।", "लोग झूम उठे।"],
        ["“पहले पानी दो। फिर सड़क बनाओ” उनकी मांग थी।", "मांग मान ली गई।"],
        ["उन्होंने कहा, “पहले पानी दो।", "फिर सड़क बनाओ।”", "लोग लौट गए।"],
    ],
)
def test_quotes_and_brackets_that_go_on_hold_their_marks(expected: list[str]) -> None:
    assert parts(" ".join(expected)) == expected


def test_a_missing_space_still_ends_a_sentence() -> None:
    assert parts("बारिश रुकी।लोग निकले।") == ["बारिश रुकी।", "लोग निकले।"]
    assert parts("काम हो गया.लेकिन देर हुई.") == ["काम हो गया.", "लेकिन देर हुई."]
    assert parts("काम हो गया .लेकिन देर हुई.") == ["काम हो गया .", "लेकिन देर हुई."]


def test_a_stray_mark_belongs_to_the_sentence_before() -> None:
    assert parts("वे लौट आए। । घर खाली था।") == ["वे लौट आए। ।", "घर खाली था।"]


def test_a_blank_line_ends_a_sentence() -> None:
    assert parts("मौसम का हाल\n\nआज धूप रहेगी।") == ["मौसम का हाल", "आज धूप रहेगी।"]


def test_nothing_gives_nothing() -> None:
    assert parts("") == parts(" \n\t") == []


TEXT = st.text(alphabet="कमाहै ।॥?!….|,\"'“”‘’()[]1२aB\n\u200dडॉ", max_size=120)


@given(TEXT)
def test_spans_cover_everything_in_order(text: str) -> None:
    spans = sentences.split(text)
    covered = "".join(text[s.start : s.end] for s in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() != "" for s in spans)


@given(st.lists(st.sampled_from(["बारिश हुई।", "क्या हुआ?", "वह घर चला गया.", "डॉ. राय आए।"])))
def test_a_sentence_found_is_one_sentence(given_sentences: list[str]) -> None:
    found = parts(" ".join(given_sentences))
    assert found == given_sentences
    assert all(parts(sentence) == [sentence] for sentence in found)


def boundaries(groups: list[list[str]]) -> tuple[int, int]:
    """How many boundaries of joined sentences end in a mark, and how many of them are found."""
    expected = found = 0
    for group in groups:
        ends = {span.end for span in sentences.split(" ".join(group))}
        place = -1
        for sentence in group[:-1]:
            place += len(sentence) + 1
            if sentence.rstrip("\"'”’) ")[-1:] in tuple("।॥?!….|"):
                expected += 1
                found += place in ends
    return expected, found


def test_boundaries_of_joined_articles_are_found(data: Path) -> None:
    lines = (data / "parallel" / "ntrex.dev.tsv").read_text(encoding="utf-8").splitlines()
    articles: dict[str, list[str]] = {}
    for line in lines:
        article, hindi, _ = line.split("\t")
        articles.setdefault(article, []).append(hindi.strip())
    expected, found = boundaries(list(articles.values()))
    assert expected > 800
    assert found / expected >= 0.98


def test_boundaries_of_joined_sentences_are_found(data: Path) -> None:
    lines = (data / "parallel" / "flores-dev.hi").read_text(encoding="utf-8").splitlines()
    texts = [line.strip() for line in lines]
    expected, found = boundaries([texts[i : i + 5] for i in range(0, len(texts), 5)])
    assert expected > 700
    assert found / expected >= 0.98
