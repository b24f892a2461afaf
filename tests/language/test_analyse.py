import json
import subprocess
import sys
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reader.language.analyse import analyse

TEXT = "राष्ट्रपति पुतिन 19 जून को चीन गए। उन्होंने 5 करोड़ रुपये दिए।"


def analysed(text: str) -> dict[str, Any]:
    return dict(analyse(text))


def test_the_object_has_the_documented_keys() -> None:
    result = analysed(TEXT)
    assert list(result) == ["sentences", "words", "entities", "gloss"]
    assert {tuple(s) for s in result["sentences"]} == {("text", "start", "end")}
    assert {tuple(w) for w in result["words"]} == {
        ("text", "start", "end", "headword", "pos", "romanised", "gloss")
    }
    assert {tuple(e) for e in result["entities"]} == {("text", "start", "end", "label", "english")}
    assert json.loads(json.dumps(result)) == result


def test_sentences_words_and_entities_are_told() -> None:
    result = analysed(TEXT)
    assert len(result["sentences"]) == 2
    assert [(e["text"], e["label"], e["english"]) for e in result["entities"]] == [
        ("पुतिन", "PERSON", "Putin"),
        ("19 जून", "DATE", "19 June"),
        ("चीन", "PLACE", "China"),
        ("5 करोड़ रुपये", "MONEY", "5 crore rupees (50 million)"),
    ]
    words = {word["text"]: word for word in result["words"]}
    assert (words["गए"]["headword"], words["गए"]["pos"]) == ("जाना", "verb")
    assert (words["पुतिन"]["headword"], words["पुतिन"]["gloss"]) == ("पुतिन", "Putin")
    assert words["19"]["pos"] == "numeral"


@given(st.text(alphabet='कमाहै ।॥?.,"”(19लाख\u200d़ँab', max_size=60))
def test_offsets_are_those_of_the_text(text: str) -> None:
    result = analysed(text)
    for part in (*result["sentences"], *result["words"], *result["entities"]):
        assert text[part["start"] : part["end"]] == part["text"] != ""


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = ("babel", "simplemma", "langdetect", "PySide6", "requests")
    code = (
        "import sys, reader.language.analyse, reader.language.segment, reader.language.detect;"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
