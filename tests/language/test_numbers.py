from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language import numbers


@pytest.mark.parametrize(
    ("text", "said", "value", "english"),
    [
        ("बीते 24 वर्षों में", "24", "24", "24"),
        ("कुल १२,५०० घर", "१२,५००", "12500", "12,500"),
        ("5 करोड़ रुपये मिले", "5 करोड़ रुपये", "50000000", "5 crore rupees (50 million)"),
        ("डेढ़ लाख लोग", "डेढ़ लाख", "150000", "1.5 lakh (150,000)"),
        ("साढ़े तीन करोड़ घर", "साढ़े तीन करोड़", "35000000", "3.5 crore (35 million)"),
        ("2 लाख 50 हजार रुपये", "2 लाख 50 हजार रुपये", "250000", "250,000 rupees"),
        ("पाँच अरब डॉलर का", "पाँच अरब डॉलर", "5000000000", "5 billion dollars"),
        ("₹2,50,000 की कार", "₹2,50,000", "250000", "250,000 rupees"),
        ("रु. 300 किलो", "रु. 300", "300", "300 rupees"),
        ("$5 मिलियन का", "$5 मिलियन", "5000000", "5 million dollars"),
        ("महंगाई 3.5 फ़ीसदी रही", "3.5 फ़ीसदी", "3.5", "3.5%"),
        ("१०% छूट", "१०%", "10", "10%"),
        ("नौ हज़ार टन", "नौ हज़ार", "9000", "9,000"),
        ("तीन दिन बाद", "तीन", "3", "3"),
        ("2000 घर", "2000", "2000", "2000"),
    ],
)
def test_an_amount_is_found(text: str, said: str, value: str, english: str) -> None:
    (amount,) = numbers.find(text)
    assert text[amount.span.start : amount.span.end] == said
    assert amount.value == Decimal(value)
    assert numbers.english(amount) == english


@pytest.mark.parametrize(
    "text",
    ["एक दिन वह आया", "मुझे दो", "24वें दिन", "सुबह 5:30 बजे", "19.06.2024", "जी20 बैठक", "सात फेरे", ""],
)
def test_what_counts_nothing_is_no_amount(text: str) -> None:
    assert numbers.find(text) == []


def test_only_currencies_make_money() -> None:
    amounts = numbers.find("5 करोड़ रुपये, 5 करोड़ लोग और 5 प्रतिशत")
    assert [amount.is_money for amount in amounts] == [True, False, False]


@given(st.integers(min_value=0, max_value=10**12))
def test_any_digits_keep_their_value(number: int) -> None:
    devanagari = str(number).translate({ord(str(n)): chr(0x966 + n) for n in range(10)})
    for written in (str(number), f"{number:,}", devanagari):
        assert [amount.value for amount in numbers.find(f"कुल {written} घर")] == [number]


@given(st.text(alphabet="0१9.,:-/ लाखकरोड़₹रु%एकदो", max_size=60))
def test_amounts_are_in_order_whatever_the_text(text: str) -> None:
    ends = [edge for a in numbers.find(text) for edge in (a.span.start, a.span.end)]
    assert ends == sorted(ends)


@pytest.mark.parametrize("text", ["सुबह 7.55 बजे", "फ़ोन 0135 पर", "०१३५"])
def test_times_and_telephone_numbers_are_no_amounts(text: str) -> None:
    assert numbers.find(text) == []


def test_thousands_of_digits_are_no_number() -> None:
    assert numbers.find("9" * 5000) == []
