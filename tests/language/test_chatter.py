"""What a chat model says of its own is told; a sentence that says such things itself is not."""

import pytest

from reader.language import shape

SOURCE = "राज्य सरकार ने बाढ़ से प्रभावित ज़िलों में राहत शिविर लगाने का आदेश दिया है।"
ENGLISH = "The state government has ordered relief camps in the districts hit by the flood."
REFUSED = "The English is a refusal or about the engine, not a translation."
TALKED = "The English has words around it that the Hindi does not have."


def fault(source: str, target: str) -> str:
    """What is wrong, '' where nothing is."""
    found = shape.fault(source, target)
    return found.text if found else ""


@pytest.mark.parametrize(
    "refusal",
    [
        "I'm sorry, but I cannot translate this.",
        "I’m sorry, but I can’t assist with that request.",
        "Sorry, I am unable to translate that sentence for you.",
        "I apologize, but I won't be able to continue with this.",
        "Unfortunately, I must decline to translate this text.",
        "As an AI language model, I do not take sides in politics.",
        "I am an AI assistant and I do not hold any opinions.",
        "I can't help with that.",
        "I cannot assist you with this.",
        "I cannot fulfill this request because of its subject.",
        "I'm not able to provide a translation of such content.",
        "I won't translate that sentence into English for you.",
        "I don't understand the sentence that you have sent me.",
        "This would violate our content policy, which I follow.",
        "Please provide the Hindi text you would like me to translate.",
        "I need more context before I can work on this one.",
    ],
)
def test_a_refusal_is_told(refusal: str) -> None:
    assert fault(SOURCE, refusal) == REFUSED


@pytest.mark.parametrize(
    "around",
    [
        "Here is the translation: {}",
        "Here's your English translation:\n\n{}",
        "Sure! {}",
        "Certainly! Here is the English version: {}",
        "Okay, here is the sentence in English: {}",
        "Here you go: {}",
        "Translation: {}",
        "**Translation:** {}",
        "English: {}",
        "In English: {}",
        "Answer: {}",
        "The translation is: {}",
        "The given Hindi sentence says: {}",
        "This translates to: {}",
        "Note: {}",
        "{} (Note: the tone is formal.)",
        "{} Note: this is a literal translation.",
        "{} Explanation: camps are places to stay.",
        "{} I hope this helps!",
        "{} Let me know if you need anything else.",
        "`{}`",
        "**{}**",
        "## {}",
    ],
)
def test_words_around_the_english_are_told(around: str) -> None:
    assert fault(SOURCE, around.format(ENGLISH)) == TALKED


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("माफ़ कीजिए, मैं यह नहीं कर सकता।", "I'm sorry, I can't do this."),
        ("क्षमा करें, लेकिन मैं इसका अनुवाद नहीं कर सकती।", "I'm sorry, but I cannot translate this."),
        ("खेद है कि हम आपकी मदद नहीं कर सकते।", "Sorry, we cannot help you."),
        ("मैं इसमें आपकी मदद नहीं कर सकता।", "I can't help you with this."),
        ("मैं इस सवाल का जवाब नहीं दे सकता।", "I cannot answer this question."),
        ("मुझे यह बात समझ नहीं आती।", "I don't understand this."),
        ("दुर्भाग्य से हम वहाँ नहीं पहुँच सके।", "Unfortunately, we could not get there."),
        ("एक एआई के रूप में मेरी कोई राय नहीं है।", "As an AI, I have no opinion."),
        ("यह हमारी सामग्री नीति का उल्लंघन है।", "This violates our content policy."),
        ("अनुवाद: नदी शांत है।", "Translation: the river is calm."),
        ("यह रहा अनुवाद: नदी शांत है।", "Here is the translation: the river is calm."),
        ("टिप्पणी: आँकड़े अधूरे हैं।", "Note: the figures are incomplete."),
        ("नदी शांत है (नोट: यह पुरानी ख़बर है)।", "The river is calm (Note: this is old news)."),
        ("उत्तर: नदी शांत है।", "Answer: the river is calm."),
        ("ज़रूर! मैं आऊँगा।", "Sure! I will come."),
        ("अंग्रेज़ी: सब पास हुए।", "English: all have passed."),
        ("दिया गया पाठ पढ़िए।", "Read the given text."),
        ("और कुछ चाहिए तो मुझे बताइए।", "Let me know if you need anything more."),
        ("`ls` लिखिए।", "Type `ls`."),
        ("#मेट्रो खुली", "# Metro opens"),
        ("वह मदद किए बिना न रह सकी।", "She could not help but lend a hand."),
        ("यहाँ कुछ मुख्य बातें हैं:", "Here are some key points:"),
        ("पुलिस: चोर पकड़ा गया", "Police: thief caught"),
    ],
)
def test_what_the_hindi_says_itself_is_no_chatter(source: str, english: str) -> None:
    assert fault(source, english) == ""
