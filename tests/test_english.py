"""What is done to English before it is shown: pinned spellings, markup, checks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from threading import Event

import pytest

from reader.app import Core
from reader.model import ProblemKind, Sentence, Span, State, TranslationUnit
from tests.fakes import FakeEngine

SARYU = "सरयू पर 5 करोड़ रुपये का पुल बना।"
SARAYU = "A bridge costing 50 million rupees was built on the Sarayu."


@pytest.fixture
def core() -> Iterator[Core]:
    made = Core(None, None)
    yield made
    made.close()


def sentence(text: str = SARYU) -> Sentence:
    return Sentence("p1.1", text, Span(0, len(text)))


def unit(target: str, state: State = State.MACHINE) -> TranslationUnit:
    return TranslationUnit("p1.1", SARYU, target, "google", state)


def test_a_pinned_spelling_is_put_in_and_what_it_replaced_is_told(core: Core) -> None:
    core.pin("सरयू", "Saryu")
    dressed = core.dressed(unit(SARAYU), sentence())
    (replaced,) = dressed.replaced
    assert dressed.target == SARAYU.replace("Sarayu", "Saryu")
    assert (dressed.target[replaced.span.start : replaced.span.end], replaced.before) == (
        "Saryu",
        "Sarayu",
    )
    assert dressed.given == SARAYU


def test_dressing_again_follows_the_pins_as_they_are_now(core: Core) -> None:
    core.pin("सरयू", "Saryu")
    dressed = core.dressed(unit(SARAYU), sentence())
    assert core.dressed(dressed, sentence()) == dressed
    core.unpin("सरयू")
    assert core.dressed(dressed, sentence()) == replace(dressed, target=SARAYU, replaced=())


def test_a_readers_own_words_are_left_as_they_are(core: Core) -> None:
    core.pin("सरयू", "Saryu")
    assert core.dressed(unit(SARAYU, State.EDITED), sentence()).target == SARAYU


def test_a_gloss_has_the_pinned_spelling_and_is_not_checked(core: Core) -> None:
    core.pin("सरयू", "Saryu")
    dressed = core.dressed(unit("Sarayu on 5 bridge", State.GLOSS), sentence())
    assert (dressed.target, dressed.problems) == ("Saryu on 5 bridge", ())


def test_a_number_that_differs_is_told_with_its_conversion(core: Core) -> None:
    wrong = SARAYU.replace("50 million", "5 million")
    (problem,) = core.dressed(unit(wrong), sentence()).problems
    assert problem.kind is ProblemKind.NUMBER
    assert "5 करोड़" in problem.text
    assert "50 million" in problem.text
    assert "5 million rupees" in problem.text


def test_the_memory_keeps_what_was_given(core: Core) -> None:
    core.pin("सरयू", "Saryu")
    core.remember([core.dressed(unit(SARAYU), sentence())])
    assert core.recall([sentence()])["p1.1"].target == SARAYU
    assert core.alternatives(sentence())[0].target == SARAYU.replace("Sarayu", "Saryu")


class Sarayu(FakeEngine):
    """Spells the river as no pin does."""

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        return (SARAYU for _ in sentences)


def test_what_an_engine_gives_is_dressed(core: Core) -> None:
    core.pin("सरयू", "Saryu")
    (made,) = core.translate([[sentence()]], [Sarayu()], Event())
    assert "Saryu" in made.target
    assert made.replaced


class Says(FakeEngine):
    """Says what ``texts`` hold, one after the other, and the last of them from then on."""

    def __init__(self, *texts: str) -> None:
        super().__init__()
        self._texts = list(texts)

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        self.calls.append(list(sentences))
        for _ in sentences:
            yield self._texts.pop(0) if len(self._texts) > 1 else self._texts[0]


REFUSED = "I'm sorry, but I cannot translate this sentence into English."
LATIN = "Saryu par 5 karod rupaye ka pul bana."
TALKED = f"Sure! Here is the translation: {SARAYU}"


@pytest.mark.parametrize("odd", [REFUSED, TALKED, LATIN])
def test_what_looks_wrong_is_asked_for_once_more(core: Core, odd: str) -> None:
    better = Says(odd, SARAYU)
    (made,) = core.translate([[sentence()]], [better], Event())
    assert (made.target, made.problems, len(better.calls)) == (SARAYU, (), 2)


@pytest.mark.parametrize("odd", [REFUSED, LATIN])
def test_what_is_no_translation_is_none_of_that_engine(core: Core, odd: str) -> None:
    stubborn = Says(odd)
    (made,) = core.translate([[sentence()]], [stubborn], Event())
    assert (made.state, len(stubborn.calls)) == (State.FAILED, 2)
    core.remember([made])
    assert core.recall([sentence()]) == {}
    (made,) = core.translate([[sentence()]], [Says(odd), core.engines()["gloss"]], Event())
    assert made.state is State.GLOSS
    assert "gave no translation" in made.reason


def test_english_with_words_around_it_is_flagged(core: Core) -> None:
    (made,) = core.translate([[sentence()]], [Says(TALKED)], Event())
    assert made.target == TALKED
    assert [problem.kind for problem in made.problems] == [ProblemKind.SHAPE]


def test_one_english_for_two_sentences_is_asked_for_once_more_and_then_flagged(core: Core) -> None:
    other = replace(sentence("गाँव के लोगों ने पुल खुलने पर मिठाई बाँटी।"), id="p1.2")
    same, right = "The bridge on the river was opened.", "The villagers handed out sweets."
    better = Says(same, same, right)
    pair = [sentence("नदी पर बना पुल आज खोला गया।"), other]
    first, second = core.translate([pair], [better], Event())
    assert (first.target, second.target, second.problems) == (same, right, ())
    assert better.calls[1:] == [[other.text]]
    stubborn = Says(same)
    first, second = core.translate([pair], [stubborn], Event())
    assert len(stubborn.calls) == 2
    assert first.problems == ()
    assert [problem.text for problem in second.problems] == [
        "The English is word for word that of another sentence."
    ]
