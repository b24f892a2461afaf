"""Numbers of both sides as values: what agrees, what differs, and what is said of it."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.number_check import check, readings

AGREE = [
    ("यहाँ १२३ लोग आए।", "123 people came here."),
    ("आबादी 1,28,600 है।", "The population is 128,600."),
    ("इसकी लागत ढाई लाख रुपये है।", "It costs 250,000 rupees."),
    ("इसकी लागत ढाई लाख रुपये है।", "It costs Rs 2.5 lakh."),
    ("कंपनी ने साढ़े तीन करोड़ रुपये दिए।", "The company paid ₹35 million."),
    ("बजट 12 अरब डॉलर का है।", "The budget is $12 billion."),
    ("बजट 2 लाख करोड़ रुपये है।", "The budget is Rs 2 trillion."),
    ("बजट 2 लाख करोड़ रुपये है।", "The budget is 2 lakh crore rupees."),
    ("पौने दो लाख लोग जुटे।", "About 175,000 people gathered."),
    ("पौने दो घंटे लगे।", "It took an hour and three quarters."),
    ("सवा लाख दीये जले।", "125,000 lamps were lit."),
    ("सवा चार करोड़ वोट पड़े।", "42.5 million votes were cast."),
    ("डेढ़ साल बाद वह लौटा।", "He came back after a year and a half."),
    ("डेढ़ साल बाद वह लौटा।", "He came back after one and a half years."),
    ("डेढ़ साल बाद वह लौटा।", "He came back after 18 months."),
    ("आधा दर्जन घर जले।", "Half a dozen houses burnt."),
    ("आधा दर्जन घर जले।", "Six houses burnt."),
    ("दो दर्जन लोग घायल हुए।", "Two dozen people were injured."),
    ("दो दर्जन लोग घायल हुए।", "24 people were injured."),
    ("सैकड़ों लोग आए और हज़ारों रुपये मिले।", "Hundreds came and thousands of rupees were raised."),
    ("लाखों लोग बेघर हुए।", "Millions were made homeless."),
    ("लाखों लोग बेघर हुए।", "Hundreds of thousands of people were made homeless."),
    ("एक आदमी ने कहा।", "A man said so."),
    ("दोनों देश सहमत हुए।", "Both countries agreed."),
    ("दोनों देश सहमत हुए।", "The two countries agreed."),
    ("दो-चार दिन रुकिए।", "Wait for a few days."),
    ("मुझे सौ फ़ीसदी भरोसा है।", "I am completely sure."),
    ("पहले वह दिल्ली में था।", "Earlier he was in Delhi."),
    ("दूसरे लोग चले गए।", "The others left."),
    ("वह दूसरी बार जीता।", "He won for the second time."),
    ("वह 21वीं बार जीता।", "He won for the 21st time."),
    ("वह इक्कीसवीं बार जीता।", "He won for the twenty-first time."),
    ("यह 19वीं सदी की इमारत है।", "It is a 19th-century building."),
    ("यह उन्नीसवीं सदी की इमारत है।", "It is a building of the 1800s."),
    ("1990 के दशक में यह बना।", "It was built in the 1990s."),
    ("90 के दशक में यह बना।", "It was built in the 1990s."),
    ("नब्बे के दशक में यह बना।", "It was built in the nineties."),
    ("यह दो दशक पुराना है।", "It is 20 years old."),
    ("महँगाई 5.5 प्रतिशत बढ़ी।", "Prices rose by 5.5%."),
    ("महँगाई साढ़े पाँच फ़ीसदी बढ़ी।", "Prices rose by 5.5 per cent."),
    ("19 जून 2024 को बैठक हुई।", "The meeting was held on June 19, 2024."),
    ("19/06/2024 को बैठक हुई।", "The meeting was held on 19 June 2024."),
    ("19-06-2024 को बैठक हुई।", "The meeting was held on 6/19/2024."),
    ("बैठक 3 मई को होगी।", "The meeting will be held on May 3."),
    ("बैठक 3 मई को हो सकती है।", "The meeting may be held on 3 May."),
    ("मार्च में मार्च निकाला गया।", "A march was held in March."),
    ("बैठक शाम 5:30 बजे हुई।", "The meeting was at 5:30 p.m."),
    ("बैठक शाम 5:30 बजे हुई।", "The meeting was at 17:30."),
    ("बैठक शाम साढ़े पाँच बजे हुई।", "The meeting was at 5:30 in the evening."),
    ("बैठक सुबह नौ बजे हुई।", "The meeting was at 9 a.m."),
    ("बैठक सुबह नौ बजे हुई।", "The meeting was at nine in the morning."),
    ("बैठक सवा दस बजे हुई।", "The meeting was at 10:15."),
    ("बैठक सवा दस बजे हुई।", "The meeting was at a quarter past ten."),
    ("रात पौने आठ बजे वह आया।", "He came at 7:45 pm."),
    ("रात 12 बजे वह आया।", "He came at midnight."),
    ("दोपहर 12 बजे वह आया।", "He came at noon."),
    ("दोपहर 1 बजकर 20 मिनट पर वह आया।", "He came at 1:20 p.m."),
    ("24 साल का युवक पकड़ा गया।", "A 24-year-old man was caught."),
    ("चौबीस वर्षीय युवक पकड़ा गया।", "A 24-year-old man was caught."),
    ("10-15 लोग आए।", "Between 10 and 15 people came."),
    ("10 से 15 लोग आए।", "10 to 15 people came."),
    ("दस से पंद्रह लाख लोग आए।", "1 to 1.5 million people came."),
    ("50 लाख से एक करोड़ लोग आए।", "5 to 10 million people came."),
    ("20-25 हज़ार रुपये मिले।", "He got 20,000 to 25,000 rupees."),
    ("दो-तीन हज़ार लोग आए।", "Two to three thousand people came."),
    ("2018-19 में यह हुआ।", "It happened in 2018-2019."),
    ("327 ई.पू. में सिकंदर आया।", "Alexander came in 327 BC."),
    ("भारत 3-2 से जीता।", "India won 3–2."),
    ("आधे लोग चले गए।", "Half the people left."),
    ("एक तिहाई लोग चले गए।", "A third of the people left."),
    ("दो तिहाई लोग चले गए।", "Two-thirds of the people left."),
    ("तीन चौथाई काम हुआ।", "Three quarters of the work is done."),
    ("1/2 कप दूध लें।", "Take ½ cup of milk."),
    ("1/2 कप दूध लें।", "Take half a cup of milk."),
    ("डेढ़ कप दूध लें।", "Take 1½ cups of milk."),
    ("साढ़े तीन घंटे लगे।", "It took three and a half hours."),
    ("पाँच सौ पचास रुपये दिए।", "He paid five hundred and fifty rupees."),
    ("एक हज़ार दो सौ पाँच लोग", "one thousand two hundred and five people"),
    ("उन्नीस सौ चौरासी में", "in 1984"),
    ("उन्नीस सौ चौरासी में", "in nineteen eighty-four"),
    ("3 लाख 25 हज़ार 600 रुपये", "Rs 3,25,600"),
    ("करीब 1.3 करोड़ लोग", "about 13 million people"),
    ("1,28,60,000 लोग", "nearly 13 million people"),
    ("पुलिस को 100 नंबर पर फ़ोन करें।", "Call the police on 100."),
    ("फ़ोन 98765 43210 पर करें।", "Call 9876543210."),
    ("£2.8 अरब का सौदा", "a £2.8bn deal"),
    ("50 लाख डॉलर", "$5m"),
    ("10 हज़ार लोग", "10k people"),
    ("वह 100 मीटर दौड़ा।", "He ran 100m."),
    ("जी-20 की बैठक", "the G20 meeting"),
    ("कोविड-19 के मरीज़", "COVID-19 patients"),
    ("कक्षा सात के छात्र", "students of class 7"),
    ("वह सोमवार को आएगा।", "He will come on Monday."),
    ("यह दोगुना हो गया।", "It doubled."),
    ("तीनों भाई आए।", "All three brothers came."),
    ("पहला स्थान", "number 1"),
    ("एक अरब चालीस करोड़ लोग", "1.4 billion people"),
    ("140 करोड़ लोग", "1.4 billion people"),
    ("सात सौ करोड़ रुपये", "7 billion rupees"),
    ("Apple का शेयर 2.3 billion तक गया", "Apple's share went to 2.3 billion"),
    ("द्वितीय विश्व युद्ध", "World War II"),
    ("तापमान -5 डिग्री रहा।", "The temperature was minus 5 degrees."),
    ("वह पल भर में चला गया।", "He left in a second."),
    ("एक पखवाड़े में", "within a fortnight"),
    ("दो हफ़्ते में", "in a fortnight"),
    ("15 दिन में", "in a fortnight"),
    ("हज़ारों करोड़ रुपये का घोटाला", "a scam of tens of billions of rupees"),
    ("हज़ारों करोड़ रुपये का घोटाला", "a scam of thousands of crores of rupees"),
    ("सैकड़ों करोड़ रुपये डूब गए।", "Billions of rupees were lost."),
    ("दसियों बिलयन यूरो", "tens of billions of euros"),
    ("22 अरब देशों ने कहा।", "22 Arab countries said so."),
    ("अरब क्रांति की पहली आवाज़", "the first voice of the Arab Revolt"),
    ("लुई दसवें और कार्लोस पंचम", "Louis X and Carlos V"),
    ("हेनरी आठवें की छह पत्नियाँ थीं।", "Henry VIII had six wives."),
    ("सुपर बाउल 58 में", "in Super Bowl LVIII"),
    ("अग्नि-5 का परीक्षण", "a test of Agni-V"),
    ("पौन घंटा लगा।", "It took 45 minutes."),
    ("आधे घंटे बाद वह आया।", "He came after 30 minutes."),
    ("आधे घंटे बाद वह आया।", "He came after half an hour."),
    ("सवा साल बाद", "after 15 months"),
    ("सवा दो साल बाद", "after two and a quarter years"),
    ("ढाई साल की बच्ची", "a two-and-a-half-year-old girl"),
    ("डेढ़ दर्जन लोग", "a dozen and a half people"),
    ("20 लाख करोड़ रुपये का पैकेज", "a 20-trillion-rupee package"),
    ("पाव भर चीनी", "250 grams of sugar"),
    ("आधा किलो आटा", "500 grams of flour"),
    ("डेढ़ किलोमीटर दूर", "1,500 metres away"),
    ("48 घंटे के भीतर", "within two days"),
    ("सुबह दस से शाम पाँच बजे तक", "from ten in the morning to five in the evening"),
    ("5 बजकर 10 मिनट पर", "at ten past five"),
    ("5 बजकर 10 मिनट पर", "at 10 minutes past 5"),
    ("पाँच बजने में दस मिनट पर", "at ten minutes to five"),
    ("पाँच बजने में दस मिनट पर", "at 4:50"),
    ("शाम पाँच बजे आया", "came at five"),
    ("आधे से ज़्यादा लोग", "more than 50% of the people"),
    ("एक चौथाई आबादी", "25% of the population"),
    ("एक तिहाई सीटें", "33 percent of the seats"),
    ("तीन-चौथाई बहुमत", "a 75 percent majority"),
    ("सौवाँ मैच", "the 100th match"),
    ("हज़ारवाँ गोल", "the thousandth goal"),
    ("दस गुना दाम", "a tenfold price"),
    ("तीन छक्के और एक चौका", "three sixes and a four"),
    ("बारहों महीने", "all twelve months"),
    ("चौबीसों घंटे", "24 hours a day"),
    ("दो टूक जवाब", "a blunt answer"),
    ("चोर नौ दो ग्यारह हो गया।", "The thief ran away."),
    ("इसमें दो राय नहीं।", "There is no doubt about it."),
    ("पेट्रोल 96 रुपये 72 पैसे का हुआ।", "Petrol costs Rs 96.72."),
    ("पेट्रोल 96 रुपये और 72 पैसे का हुआ।", "Petrol costs 96 rupees and 72 paise."),
    ("मार्च लगभग 17 दिनों तक चला।", "The procession lasted about 17 days."),
    ("33 कोटि देवता", "330 million gods"),
    ("मेट्रो का थर्ड क्लास", "third class on the metro"),
    ("तिमंज़िला इमारत", "a three-storey building"),
    ("पंचवर्षीय योजना", "the five-year plan"),
    ("दोपहिया वाहन", "two-wheelers"),
    ("चार धाम की यात्रा", "the Char Dham pilgrimage"),
    ("नौ सेना के जहाज़", "ships of the navy"),
    ("'71 की जंग", "the war of 1971"),
    ("47 के बंटवारे में", "in the partition of 1947"),
    ("₹1.2 लाख करोड़", "₹1.2 lakh cr"),
    ("शाम साढ़े पाँच के करीब", "around 5:30 in the evening"),
    ("तीसेक लोग", "about thirty people"),
    ("एक सौ एकवीं जयंती", "the 101st anniversary"),
    ("दाम दोगुने हुए।", "Prices rose to 200%."),
    ("दाम डेढ़ गुना हुए।", "Prices rose to 150%."),
]
DIFFER = [
    ("उसके पास 5 करोड़ रुपये हैं।", "He has 5 million rupees."),
    ("उसके पास 5 करोड़ रुपये हैं।", "He has 500 million rupees."),
    ("ढाई लाख लोग आए।", "2.5 million people came."),
    ("साढ़े तीन करोड़ रुपये", "35 crore rupees"),
    ("12 अरब डॉलर", "$12 million"),
    ("पौने दो लाख लोग", "225,000 people"),
    ("डेढ़ साल बाद", "after two years"),
    ("महँगाई 5.5 प्रतिशत बढ़ी।", "Prices rose by 55 percent."),
    ("महँगाई 5.5 प्रतिशत बढ़ी।", "Prices rose by 5.5 dollars."),
    ("50 रुपये दिए", "paid 50 dollars"),
    ("19 जून को बैठक हुई।", "The meeting was held on July 19."),
    ("19 जून को बैठक हुई।", "The meeting was held on June 18."),
    ("बैठक 3 मई को होगी।", "The meeting will be held on March 3."),
    ("मार्च में चुनाव होंगे।", "Elections will be held in May."),
    ("बैठक शाम 5:30 बजे हुई।", "The meeting was at 5:30 a.m."),
    ("बैठक शाम 5:30 बजे हुई।", "The meeting was at 15:30."),
    ("बैठक शाम साढ़े पाँच बजे हुई।", "The meeting was at 4:30 p.m."),
    ("बैठक सुबह नौ बजे हुई।", "The meeting was at 9 p.m."),
    ("24 साल का युवक पकड़ा गया।", "A 42-year-old man was caught."),
    ("10 से 15 लोग आए।", "10 to 50 people came."),
    ("10 से 15 लाख लोग आए।", "10 to 15 million people came."),
    ("दो लोग मारे गए।", "Three people were killed."),
    ("दो लोग मारे गए।", "One person was killed."),
    ("तीसरी बार जीता।", "He won for the fourth time."),
    ("वह 21वीं बार जीता।", "He won for the 12th time."),
    ("19वीं सदी में", "in the 18th century"),
    ("1990 के दशक में", "in the 1980s"),
    ("327 ई.पू. में", "in 372 BC"),
    ("भारत 3-2 से जीता।", "India won 3-1."),
    ("दो तिहाई लोग", "three quarters of the people"),
    ("1/2 कप दूध लें।", "Take 1/4 cup of milk."),
    ("सोमवार को आएगा।", "He will come on Tuesday."),
    ("हज़ारों लोग आए।", "Millions of people came."),
    ("40 लोग घायल हुए।", "People were injured."),
    ("लोग घायल हुए।", "40 people were injured."),
    ("१२३ लोग", "132 people"),
    ("2024 में", "in 2014"),
    ("दो दर्जन लोग", "two hundred people"),
    ("उसने $5m दिए", "He gave $5bn"),
    ("12,500 रुपये", "1,250 rupees"),
    ("एक हज़ार दो सौ लोग", "1,020 people"),
    ("पहला मैच जीता", "won the third match"),
    ("निन्यानवे रन", "89 runs"),
    ("हज़ारों करोड़ रुपये का घोटाला", "a scam of thousands of rupees"),
    ("22 अरब डॉलर", "22 dollars"),
    ("22 अरब लोग", "22 people"),
    ("हेनरी आठवें", "Henry VII"),
    ("आधे घंटे बाद", "after 20 minutes"),
    ("ढाई साल की बच्ची", "a three-and-a-half-year-old girl"),
    ("20 लाख करोड़ रुपये का पैकेज", "a 20-billion-rupee package"),
    ("एक चौथाई आबादी", "33% of the population"),
    ("5 बजकर 10 मिनट पर", "at ten past six"),
    ("शाम पाँच बजे आया", "came at six"),
    ("सौवाँ मैच", "the 101st match"),
    ("दस गुना दाम", "a twofold price"),
    ("पेट्रोल 96 रुपये 72 पैसे का हुआ।", "Petrol costs Rs 96.27."),
    ("KV62 कब्रों में KV62 प्रसिद्ध है।", "KV26 is the most famous, KV62."),
    ("नामांकन 10%, वृद्धि 1% और कमी 1% है।", "Enrolment 10%, growth 10%, decline 1%."),
    ("7.5 अरब", "7.5 million"),
    ("पौने तीन सौ लोग", "375 people"),
    ("सवा सौ करोड़ लोग", "125 million people"),
    ("रात दो बजे", "at 2 p.m."),
    ("टी-20 मैच", "a T10 match"),
    ("33 कोटि देवता", "33 million gods"),
    ("'71 की जंग", "the war of 1965"),
    ("₹1.2 लाख करोड़", "₹1.2 lakh"),
    ("शाम साढ़े पाँच के करीब", "around 6:30 in the evening"),
    ("एक सौ एकवीं जयंती", "the 100th anniversary"),
    ("दोपहर 2 बजे दो वैन आईं।", "At 2 a.m. two vans came."),
]


def pairs() -> list[list[str]]:
    """What is measured, a Hindi text, English that is right, that is wrong, what is said of it."""
    lines = (Path(__file__).parent / "number_pairs.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines]


@pytest.mark.parametrize(("_topic", "hindi", "right", "wrong", "said"), pairs())
def test_right_english_passes_and_wrong_is_told(
    _topic: str, hindi: str, right: str, wrong: str, said: str
) -> None:
    assert [problem.text for problem in check(hindi, right)] == []
    assert said
    assert " ".join(problem.text for problem in check(hindi, wrong)) == said


@pytest.mark.parametrize(("hindi", "english"), AGREE)
def test_the_same_quantities_agree(hindi: str, english: str) -> None:
    assert [problem.text for problem in check(hindi, english)] == []


@pytest.mark.parametrize(("hindi", "english"), DIFFER)
def test_other_quantities_differ(hindi: str, english: str) -> None:
    assert check(hindi, english)


def test_a_difference_is_told_with_both_readings_and_the_conversion() -> None:
    (problem,) = check("वहाँ 5 करोड़ लोग हैं।", "There are 5 million people.")
    assert problem.text == "5 करोड़ = 50 million; the English says 5 million."


def test_what_one_side_lacks_is_told() -> None:
    (missing,) = readings("40 लोग घायल हुए।", "People were injured.")
    assert (missing.hindi, missing.english, missing.value) == ("40", "", "40")
    assert missing.problem == "40 is not in the English."
    assert missing.english_span is None
    (added,) = readings("लोग घायल हुए।", "40 people were injured.")
    assert (added.hindi, added.english) == ("", "40")
    assert added.problem == "The English says 40, which is not in the Hindi."
    assert added.hindi_span is None


def test_readings_that_agree_have_their_value_and_no_problem() -> None:
    found = readings(
        "19 जून को शाम 5:30 बजे 20 प्रतिशत लोग आए।",
        "On June 19 at 17:30 20 percent of the people came.",
    )
    assert [(reading.hindi, reading.value, reading.problem) for reading in found] == [
        ("19", "19", ""),
        ("जून", "June", ""),
        ("5:30 बजे", "17:30", ""),
        ("20 प्रतिशत", "20%", ""),
    ]


@pytest.mark.parametrize(
    ("hindi", "english", "said", "value"),
    [
        ("22 अरब देशों ने", "22 Arab countries", "22 अरब", "22"),
        ("22 अरब डॉलर", "22 billion dollars", "22 अरब डॉलर", "22 billion dollars"),
        ("96 रुपये 72 पैसे", "Rs 96.72", "96 रुपये 72 पैसे", "96.72 rupees"),
        ("हज़ारों करोड़ रुपये", "tens of billions of rupees", "हज़ारों करोड़", "tens of billions"),
        ("पाँच बजने में दस मिनट पर", "at 4:50", "पाँच बजने में दस मिनट", "4:50 (a.m. or p.m.)"),
        ("दसियों दर्जन लोग", "tens of dozens of people", "दसियों दर्जन", "120"),
        ("साढ़े सात फ़ीसदी", "7.5%", "साढ़े सात फ़ीसदी", "7.5%"),
        ("सवा सौ करोड़ लोग", "1.25 billion people", "सवा सौ करोड़", "1.25 billion"),
    ],
)
def test_a_reading_holds_the_words_and_what_they_come_to(
    hindi: str, english: str, said: str, value: str
) -> None:
    reading = readings(hindi, english)[0]
    assert (reading.hindi, reading.value, reading.problem) == (said, value, "")


NUMBERS = st.integers(11, 10**12)


@given(NUMBERS, NUMBERS)
def test_figures_agree_only_with_their_like(one: int, other: int) -> None:
    problems = check(f"कुल {one} लोग आए।", f"In all {other:,} people came.")
    assert bool(problems) == (one != other)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_read_and_spans_are_its_own(source: str, target: str) -> None:
    for reading in readings(source, target):
        if reading.hindi_span:
            assert source[reading.hindi_span.start : reading.hindi_span.end] == reading.hindi
        if reading.english_span:
            assert target[reading.english_span.start : reading.english_span.end] == reading.english


HINDI_WORDS = """
एक दो तीन सौ हज़ार लाख करोड़ अरब साढ़े सवा पौने डेढ़ ढाई आधा चौथाई तिहाई दर्जन हज़ारों वीं
बजे बजकर बजने में मिनट शाम सुबह रुपये पैसे प्रतिशत मार्च मई से और के दशक घंटे साल
"""
ENGLISH_WORDS = """
one two nineteen twenty half a quarter and hundred thousand million dozen third first percent
rupees paise past to o'clock p.m. in the evening March May year hours tens of thousands
"""
FIGURES = "1 2.5 12 19 1,250 2019 19/06/2024 5:30 - – : / ½"
WORDS = " ".join((HINDI_WORDS, ENGLISH_WORDS, FIGURES)).split()


@given(*[st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)] * 2)
def test_any_words_of_number_are_read_and_spans_are_in_order(source: str, target: str) -> None:
    found = readings(source, target)
    assert [p.text for p in check(source, target)] == [r.problem for r in found if r.problem]
    spans = sorted((r.hindi_span for r in found if r.hindi_span), key=lambda span: span.start)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for reading in found:
        if reading.english_span:
            assert target[reading.english_span.start : reading.english_span.end] == reading.english


@pytest.mark.parametrize(
    "word", ["साढ़े ", "nineteen ", "लाख ", "and a half ", "1.1", "1,1", "1", "१"]
)
def test_words_said_without_end_are_read(word: str) -> None:
    for count, english in ((1200, "It is so."), (20, word * 20)):
        source = word * count
        for problem in check(source, english):
            assert problem.hindi is None or problem.hindi.end <= len(source)
            assert problem.english is None or problem.english.end <= len(english)


def test_a_table_of_figures_is_not_compared() -> None:
    assert check(" ".join(map(str, range(2000))), "A table.") == ()


@given(st.text("0123456789०१२३ .,:/-½%₹$kmn लाखbn", max_size=60))
def test_figures_of_any_form_agree_with_themselves(text: str) -> None:
    assert readings(text, text) is not None
