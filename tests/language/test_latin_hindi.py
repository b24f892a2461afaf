"""Hindi in Latin letters is no English, however it is spelled; names and titles are."""

import pytest

from reader.language import shape
from reader.language.romanise import romanise

SOURCE = "प्रधानमंत्री ने कहा कि सरकार किसानों की मदद करेगी।"
LATIN = "The English is Hindi in Latin letters."


def fault(source: str, target: str) -> str:
    """What is wrong, '' where nothing is."""
    found = shape.fault(source, target)
    return found.text if found else ""


@pytest.mark.parametrize(
    "spelled",
    [
        "Pradhanmantri ne kaha ki sarkar kisano ki madad karegi.",
        "pradhaan mantree ne kahaa ki sarkaar kisaanon kee madad karegee",
        "Pradhānmantrī ne kahā ki sarkār kisānoṁ kī madad karegī.",
        "PRADHAN MANTRI NE KAHA KI SARKAR KISANON KI MADAD KAREGI",
        romanise(SOURCE),
    ],
)
def test_hindi_in_latin_letters_is_told(spelled: str) -> None:
    assert fault(SOURCE, spelled) == LATIN


@pytest.mark.parametrize(
    ("source", "english"),
    [
        (SOURCE, "The prime minister said that the government will help the farmers."),
        ("नरेंद्र मोदी, राहुल गांधी, अरविंद केजरीवाल", "Narendra Modi, Rahul Gandhi, Arvind Kejriwal"),
        ("मन की बात", "Mann Ki Baat"),
        ("बेटी बचाओ बेटी पढ़ाओ", "Beti Bachao Beti Padhao"),
        ("बान की मून ने भारत में भाषण दिया।", "Ban Ki-moon gave a speech in India."),
        ("“हम आपके हैं कौन” फिर दिखेगी।", "“Hum Aapke Hain Koun” will be shown again in cinemas."),
    ],
)
def test_english_with_names_and_titles_is_fine(source: str, english: str) -> None:
    assert fault(source, english) == ""
