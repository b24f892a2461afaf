"""The flow: order, batches, retries, falling back, cancelling."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from reader.errors import AuthFailed, BadResponse, EngineError, RateLimited, TooLong, Unavailable
from reader.model import ENGLISH, HINDI, Sentence, Span, State, TranslationUnit
from reader.translation.engine import Engine, Limit, ServerTrouble, batches, fitting
from reader.translation.engines.gloss import GlossEngine
from reader.translation.translate import BAD_ANSWERS, translate
from tests.fakes import FakeClock, FakeEngine, english

TEXTS = ("नदी शांत है।", "आसमान नीला है।", "बच्चे खेल रहे हैं।", "चाय ठंडी हो गई।")


Flow = Callable[..., list[TranslationUnit]]


def sentences(texts: Sequence[str] = TEXTS, language: str = HINDI) -> list[Sentence]:
    return [Sentence(f"p1.{i}", t, Span(0, len(t)), language) for i, t in enumerate(texts, 1)]


def gloss() -> GlossEngine:
    return GlossEngine(lambda text: f"gloss of {len(text)}")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def flow(clock: FakeClock) -> Flow:
    def run(*engines: Engine, texts: Sequence[str] = TEXTS) -> list[TranslationUnit]:
        return list(translate([sentences(texts)], engines, pause=clock.pause, now=clock.now))

    return run


def test_every_sentence_gets_its_english_in_order(flow: Flow, clock: FakeClock) -> None:
    engine = FakeEngine()
    units = flow(engine)
    assert [(u.id, u.source, u.target) for u in units] == [
        (s.id, s.text, english(s.text)) for s in sentences()
    ]
    assert {(u.engine, u.state, u.reason, u.created) for u in units} == {
        ("fake", State.MACHINE, "", clock.now())
    }
    assert engine.calls == [list(TEXTS)]


def test_english_and_blank_sentences_are_never_sent() -> None:
    engine = FakeEngine()
    own = sentences(["A line in English."], ENGLISH)
    assert list(translate([own, sentences([" "])], [engine])) == []
    assert engine.calls == []


def test_paragraphs_are_not_mixed_and_a_long_one_is_cut() -> None:
    engine = FakeEngine(limit=len(TEXTS[0]) + 1 + len(TEXTS[1]))
    list(translate([sentences(), sentences(["और कुछ।"])], [engine]))
    assert engine.calls == [list(TEXTS[:2]), [TEXTS[2]], [TEXTS[3]], ["और कुछ।"]]


def test_what_stands_in_two_paragraphs_is_asked_once() -> None:
    engine = FakeEngine()
    lead = [Sentence("lead.1", TEXTS[1], Span(0, len(TEXTS[1])))]
    units = list(translate([lead, sentences()], [engine]))
    assert engine.calls == [[TEXTS[1]], [TEXTS[0], TEXTS[2], TEXTS[3]]]
    targets = {unit.id: unit.target for unit in units}
    assert targets == {"lead.1": english(TEXTS[1])} | {s.id: english(s.text) for s in sentences()}


def test_a_failure_in_one_paragraph_is_tried_again_in_the_next() -> None:
    engine = FakeEngine(failures={0: [TooLong("Too long.")]})
    one = [Sentence("lead.1", TEXTS[0], Span(0, len(TEXTS[0])))]
    states = [unit.state for unit in translate([one, sentences(TEXTS[:1])], [engine])]
    assert states == [State.FAILED, State.MACHINE]


def test_units_come_one_by_one_and_nothing_is_asked_ahead() -> None:
    engine = FakeEngine(limit=1)
    flow = translate([sentences()], [engine])
    next(flow)
    assert len(engine.calls) == 1
    flow.close()
    assert len(engine.calls) == 1


def test_gloss_alone_gives_glosses_without_a_reason(flow: Flow) -> None:
    units = flow(gloss())
    assert {(u.state, u.reason, u.created) for u in units} == {(State.GLOSS, "", None)}
    assert units[0].target == f"gloss of {len(TEXTS[0])}"


def test_an_engine_that_cannot_be_used_is_not_asked(flow: Flow) -> None:
    engine = FakeEngine(unavailable="Stay offline is on.")
    units = flow(engine, gloss())
    assert engine.calls == []
    assert {(u.engine, u.reason) for u in units} == {("gloss", "Stay offline is on.")}


@pytest.mark.parametrize(
    "error",
    [Unavailable("No route."), AuthFailed("No key."), RateLimited("Slow.", retry_after=11)],
)
def test_an_engine_that_fails_for_good_is_asked_once(
    flow: Flow, clock: FakeClock, error: EngineError
) -> None:
    engine = FakeEngine(failures={1: error})
    units = flow(engine, gloss())
    assert [u.state for u in units] == [State.MACHINE] + [State.GLOSS] * 3
    assert all(u.reason.startswith(error.what) for u in units[1:])
    assert len(engine.calls) == 1
    assert clock.pauses == []


def test_it_stays_set_aside_for_the_paragraphs_that_follow() -> None:
    engine = FakeEngine(failures={0: Unavailable("No route.")})
    paragraphs = [sentences([text]) for text in TEXTS]
    units = list(translate(paragraphs, [engine, gloss()]))
    assert [u.state for u in units] == [State.GLOSS] * 4
    assert len(engine.calls) == 1


@pytest.mark.parametrize(
    ("seconds", "words"), [(11, "11 seconds"), (60, "60 seconds"), (90, "2 minutes"), (7201, "3 h")]
)
def test_a_long_wait_is_named(flow: Flow, seconds: float, words: str) -> None:
    (unit,) = flow(
        FakeEngine(failures={0: RateLimited("Slow.", retry_after=seconds)}), texts=["ना"]
    )
    assert unit.state is State.FAILED
    assert unit.reason.startswith(f"Slow. It asks to wait {words}")


def test_a_short_wait_is_waited_for(flow: Flow, clock: FakeClock) -> None:
    engine = FakeEngine(failures={2: [RateLimited("Slow.", retry_after=7)]})
    assert [u.state for u in flow(engine)] == [State.MACHINE] * 4
    assert clock.pauses == [7]
    assert engine.calls == [list(TEXTS), list(TEXTS[2:])]


@pytest.mark.parametrize("error", [ServerTrouble("Broken."), RateLimited("Slow.")])
def test_trouble_is_tried_three_times_with_growing_pauses(
    flow: Flow, clock: FakeClock, error: EngineError
) -> None:
    engine = FakeEngine(failures={0: error})
    units = flow(engine)
    assert len(engine.calls) == 3
    first, second = clock.pauses
    assert 0.5 <= first <= 0.75
    assert 1.0 <= second <= 1.5
    assert {(u.state, u.target, u.reason) for u in units} == {(State.FAILED, "", error.what)}


def test_trouble_that_passes_leaves_no_trace(flow: Flow) -> None:
    engine = FakeEngine(
        failures={i: [ServerTrouble("Broken."), RateLimited("Slow.")] for i in (0, 2)}
    )
    assert [(u.state, u.reason) for u in flow(engine)] == [(State.MACHINE, "")] * 4


def test_too_long_fails_that_sentence_alone(flow: Flow) -> None:
    engine = FakeEngine(failures={1: TooLong("Too long.")})
    units = flow(engine, gloss())
    assert [u.engine for u in units] == ["fake", "gloss", "fake", "fake"]
    assert units[1].reason == "Too long."
    assert engine.calls == [list(TEXTS), list(TEXTS[2:])]


def test_a_bad_answer_fails_that_sentence_alone(flow: Flow) -> None:
    engine = FakeEngine(failures={1: BadResponse("Not a translation.")})
    units = flow(engine, FakeEngine("second"))
    assert [(u.id, u.engine, u.state) for u in units] == [
        ("p1.1", "fake", State.MACHINE),
        ("p1.2", "second", State.MACHINE),
        ("p1.3", "fake", State.MACHINE),
        ("p1.4", "fake", State.MACHINE),
    ]


def test_a_batch_answered_badly_is_blamed_on_no_sentence_before_it_was_asked_alone(
    flow: Flow,
) -> None:
    engine = FakeEngine(failures={0: [BadResponse("Not a translation.")]})
    assert [u.state for u in flow(engine)] == [State.MACHINE] * 4
    assert engine.calls == [list(TEXTS), [TEXTS[0]], list(TEXTS[1:])]


def test_bad_answers_to_everything_set_the_engine_aside() -> None:
    engine = FakeEngine(failures=dict.fromkeys(range(40), BadResponse("A consent page.")))
    paragraphs = [sentences([f"वाक्य {n}।"]) for n in range(40)]
    units = list(translate(paragraphs, [engine]))
    assert [(u.state, u.reason) for u in units] == [(State.FAILED, "A consent page.")] * 40
    assert len(engine.calls) == BAD_ANSWERS


class Mute(FakeEngine):
    """Breaks the contract: fewer answers than sentences, or empty ones."""

    def __init__(self, answers: list[str]) -> None:
        super().__init__()
        self.answers = answers

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        return iter(self.answers)


@pytest.mark.parametrize("answers", [[], [""], ["  "]])
def test_an_engine_without_words_fails_with_a_reason(flow: Flow, answers: list[str]) -> None:
    (unit,) = flow(Mute(answers), texts=TEXTS[:1])
    assert unit.state is State.FAILED
    assert unit.reason == "Fake gave no English for this sentence."


def test_every_engine_that_failed_is_named(flow: Flow) -> None:
    engines = [FakeEngine(n, unavailable=f"{n} is off.") for n in ("one", "two")]
    assert {u.reason for u in flow(*engines)} == {"one is off. two is off."}


def test_no_engine_at_all_is_said(flow: Flow) -> None:
    assert {(u.state, u.reason) for u in flow()} == {
        (State.FAILED, "No translation engine is chosen.")
    }


def test_cancelling_during_a_pause_ends_the_run(flow: Flow, clock: FakeClock) -> None:
    clock.cancelled = True
    engine = FakeEngine(failures={1: ServerTrouble("Broken.")})
    assert [u.id for u in flow(engine, gloss())] == ["p1.1"]


def test_a_gloss_without_words_fails() -> None:
    (unit,) = translate([sentences(TEXTS[:1])], [GlossEngine(lambda text: "")])
    assert (unit.state, unit.reason) == (
        State.FAILED,
        "The dictionary has no gloss for this sentence.",
    )


def test_fitting_counts_the_separators_and_is_at_least_one() -> None:
    assert fitting(["ab", "cd", "e"], Limit(5)) == 2
    assert fitting(["ab", "cd", "e"], Limit(4)) == 1
    assert fitting(["abcdef"], Limit(3)) == 1
    assert list(batches(["ab", "cd", "abcdef", "e"], Limit(5))) == [["ab", "cd"], ["abcdef"], ["e"]]
    assert list(batches([], Limit(5))) == []
