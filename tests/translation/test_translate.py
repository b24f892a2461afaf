"""The flow: order, batches, retries, falling back, several at once, cancelling."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from threading import Barrier, Event, Thread
from time import monotonic

import pytest

from reader.errors import AuthFailed, BadResponse, EngineError, RateLimited, TooLong, Unavailable
from reader.model import ENGLISH, HINDI, Fault, Sentence, Span, State, TranslationUnit
from reader.translation.breaker import BAD_ANSWERS, FAILURES, FIRST_PAUSE
from reader.translation.engine import Engine, Limit, Manners, ServerTrouble, batches, fitting
from reader.translation.engines.gloss import GlossEngine
from reader.translation.line import FIRST, GROWTH
from reader.translation.spread import spread
from reader.translation.traffic import Traffic
from reader.translation.translate import TRIES, translate
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
    """Run the flow on the fake clock; units in order of reading."""
    traffic = Traffic(clock)

    def run(*engines: Engine, texts: Sequence[str] = TEXTS, **how: object) -> list[TranslationUnit]:
        made = translate([sentences(texts)], engines, traffic=traffic, now=clock.now, **how)  # type: ignore[arg-type]
        return in_order(made)

    return run


def in_order(units: Iterable[TranslationUnit]) -> list[TranslationUnit]:
    return sorted(units, key=lambda unit: [int(n) for n in re.findall(r"\d+", unit.id)])


def paragraphs(texts: Sequence[str]) -> list[list[Sentence]]:
    """Each text a paragraph of its own."""
    return [[Sentence(f"p{n}.1", t, Span(0, len(t)))] for n, t in enumerate(texts, 1)]


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


def test_a_long_paragraph_is_cut_and_the_next_begins_in_no_request_it_does_not_fit_in() -> None:
    engine = FakeEngine(limit=len(TEXTS[0]) + 1 + len(TEXTS[1]))
    list(translate([sentences(), sentences(["और कुछ यहाँ।"])], [engine]))
    assert engine.calls == [list(TEXTS[:2]), [TEXTS[2]], [TEXTS[3]], ["और कुछ यहाँ।"]]


def test_short_paragraphs_go_together() -> None:
    engine = FakeEngine()
    list(translate(paragraphs(TEXTS), [engine]))
    assert engine.calls == [list(TEXTS)]


def test_the_first_request_is_small_and_each_further_one_larger_up_to_the_limit() -> None:
    engine = FakeEngine(limit=4000)
    list(translate(paragraphs([f"{n:03}" + "क" * 97 for n in range(100)]), [engine]))
    sizes = [sum(map(len, call)) for call in engine.calls]
    assert sizes == [FIRST, FIRST * GROWTH, 3900, 3900, 10_000 - FIRST - FIRST * GROWTH - 7800]


def test_an_engine_that_gains_nothing_by_it_gets_each_sentence_by_itself() -> None:
    engine = FakeEngine(together=False)
    list(translate([sentences()], [engine]))
    assert engine.calls == [[text] for text in TEXTS]


def test_what_stands_in_two_paragraphs_is_asked_once() -> None:
    engine = FakeEngine()
    lead = [Sentence("lead.1", TEXTS[1], Span(0, len(TEXTS[1])))]
    units = list(translate([lead, sentences()], [engine]))
    assert engine.calls == [[TEXTS[1], TEXTS[0], TEXTS[2], TEXTS[3]]]
    targets = {unit.id: unit.target for unit in units}
    assert targets == {"lead.1": english(TEXTS[1])} | {s.id: english(s.text) for s in sentences()}


def test_what_was_translated_already_in_this_run_is_not_asked_again() -> None:
    engine = FakeEngine(limit=1)
    units = list(translate(paragraphs([TEXTS[0], TEXTS[1], TEXTS[0]]), [engine]))
    assert engine.calls == [[TEXTS[0]], [TEXTS[1]]]
    assert [u.target for u in in_order(units)] == [english(TEXTS[n]) for n in (0, 1, 0)]


def test_nothing_is_asked_ahead_of_what_the_engine_takes_at_once() -> None:
    engine = FakeEngine(limit=1)
    taken = []

    def read() -> Iterator[list[Sentence]]:
        for paragraph in paragraphs([f"वाक्य {n}।" for n in range(50)]):
            taken.append(paragraph)
            yield paragraph

    flow = translate(read(), [engine])
    next(flow)
    flow.close()
    assert len(engine.calls) <= 2
    assert len(taken) <= 3


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


def test_an_engine_that_keeps_failing_is_left_alone_for_a_while(
    flow: Flow, clock: FakeClock
) -> None:
    engine = FakeEngine(failures=dict.fromkeys(range(40), Unavailable("No route.")), limit=1)
    units = flow(engine, gloss(), texts=[f"वाक्य {n}।" for n in range(40)])
    assert {u.state for u in units} == {State.GLOSS}
    assert len(engine.calls) == FAILURES
    assert units[-1].reason == "No route. It is left alone for 5 seconds."
    flow(engine, gloss(), texts=["और एक वाक्य।"])
    assert len(engine.calls) == FAILURES
    clock.seconds += FIRST_PAUSE
    flow(engine, gloss(), texts=["वाक्य दो।", "वाक्य तीन।"])
    assert len(engine.calls) == FAILURES + 1


def test_one_success_after_the_pause_ends_the_trouble(flow: Flow, clock: FakeClock) -> None:
    failures = {n: [Unavailable("No route.")] for n in range(FAILURES)}
    engine = FakeEngine(failures=failures, limit=1)
    flow(engine, gloss(), texts=[f"वाक्य {n}।" for n in range(9)])
    clock.seconds += FIRST_PAUSE
    units = flow(engine, gloss(), texts=[f"फिर {n}।" for n in range(9)])
    assert {(u.engine, u.state, u.reason) for u in units} == {("fake", State.MACHINE, "")}


def test_a_key_that_is_refused_is_not_tried_again_until_something_changes(
    clock: FakeClock,
) -> None:
    traffic = Traffic(clock)
    engine = FakeEngine(failures={0: [AuthFailed("No key.")]}, limit=1)
    units = list(translate(paragraphs(TEXTS), [engine], traffic=traffic))
    assert {u.reason for u in units} == {"No key."}
    assert len(engine.calls) == 1
    traffic.reset("fake")
    units = list(translate(paragraphs(TEXTS), [engine], traffic=traffic))
    assert {u.state for u in units} == {State.MACHINE}


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
    assert clock.pauses == [pytest.approx(7)]
    assert engine.calls == [list(TEXTS), list(TEXTS[2:])]


@pytest.mark.parametrize("error", [ServerTrouble("Broken."), RateLimited("Slow.")])
def test_trouble_is_tried_three_times_with_growing_pauses(
    flow: Flow, clock: FakeClock, error: EngineError
) -> None:
    engine = FakeEngine(failures={0: error})
    units = flow(engine)
    assert len(engine.calls) == TRIES
    first, second = clock.pauses
    assert 0.5 <= first <= 0.75
    assert 1.0 <= second <= 1.5
    assert {(u.state, u.target) for u in units} == {(State.FAILED, "")}
    assert {u.reason for u in units} == {f"{error.what} It is left alone for 5 seconds."}


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


def test_what_helps_is_told_where_no_translation_came(flow: Flow) -> None:
    away = Unavailable("Away.", "Look at the address.")
    slow = RateLimited("Slow.", "Look at the address.", 60.0)
    failing = dict.fromkeys(range(4), away)
    waiting = dict.fromkeys(range(4), slow)
    engines = FakeEngine("one", failures=failing), FakeEngine("two", failures=waiting)
    told = "Away. Slow. It asks to wait 60 seconds."
    assert flow(*engines)[0].reason.startswith(told)
    assert all(u.reason.endswith("Look at the address.") for u in flow(*engines))
    assert all(u.reason.count("Look") == 1 for u in flow(*engines, gloss()))
    assert not any("Look" in u.reason for u in flow(*engines, FakeEngine("three")))


def test_a_translation_by_the_next_engine_says_why_not_by_the_first(flow: Flow) -> None:
    engine = FakeEngine(failures={1: TooLong("Too long.")})
    units = flow(engine, FakeEngine("second"))
    assert [(u.engine, u.state, u.reason) for u in units] == [
        ("fake", State.MACHINE, ""),
        ("second", State.MACHINE, "Too long."),
        ("fake", State.MACHINE, ""),
        ("fake", State.MACHINE, ""),
    ]


def test_bad_answers_to_everything_set_the_engine_aside(flow: Flow) -> None:
    engine = FakeEngine(
        failures=dict.fromkeys(range(40), BadResponse("A consent page.")), together=False
    )
    units = flow(engine, texts=[f"वाक्य {n}।" for n in range(40)])
    assert {u.state for u in units} == {State.FAILED}
    assert all(u.reason.startswith("A consent page.") for u in units)
    assert len(engine.calls) == BAD_ANSWERS


def test_what_looks_wrong_is_asked_once_more_by_itself(flow: Flow) -> None:
    seen: list[str] = []

    def fault(source: str, _target: str) -> Fault | None:
        seen.append(source)
        return Fault("Odd.") if source == TEXTS[1] and seen.count(source) == 1 else None

    engine = FakeEngine()
    units = flow(engine, fault=fault)
    assert engine.calls == [list(TEXTS), [TEXTS[1]]]
    assert [(u.id, u.state) for u in units] == [(s.id, State.MACHINE) for s in sentences()]


@pytest.mark.parametrize("second", [None, BadResponse("Nothing."), Unavailable("No route.")])
def test_what_still_looks_wrong_is_kept_and_not_asked_a_third_time(
    flow: Flow, second: EngineError | None
) -> None:
    engine = Second(TEXTS[1], second)
    units = flow(engine, gloss(), fault=lambda s, _: Fault("Odd.") if s == TEXTS[1] else None)
    assert engine.calls == [list(TEXTS), [TEXTS[1]]]
    assert [(u.engine, u.target) for u in units] == [("fake", english(text)) for text in TEXTS]


NONE = Fault("It is none.", is_fatal=True)


def test_what_is_no_translation_twice_is_the_next_engine_s(flow: Flow) -> None:
    bad, asked = english(TEXTS[1]), FakeEngine("first")
    units = flow(asked, Other("second"), fault=lambda _, said: NONE if said == bad else None)
    assert asked.calls == [list(TEXTS), [TEXTS[1]]]
    (other,) = [unit for unit in units if unit.engine == "second"]
    assert other.source == TEXTS[1]
    assert "gave no translation. It is none." in other.reason


def test_without_another_engine_it_has_failed(flow: Flow) -> None:
    units = flow(FakeEngine(), fault=lambda source, _: NONE if source == TEXTS[1] else None)
    assert [unit.source for unit in units if unit.state is State.FAILED] == [TEXTS[1]]


class Other(FakeEngine):
    """Says something else."""

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        yield from (f"Otherwise {each}" for each in super().translate(sentences))


class Second(FakeEngine):
    """Fails when it is asked for ``text`` a second time."""

    def __init__(self, text: str, error: EngineError | None) -> None:
        super().__init__()
        self._text, self._error = text, error

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        if list(sentences) == [self._text] and self._error:
            self.calls.append(list(sentences))
            raise self._error
        yield from super().translate(sentences)


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
    clock.cancelling = True
    engine = FakeEngine(failures={1: ServerTrouble("Broken.")})
    assert [u.id for u in flow(engine, gloss())] == ["p1.1"]


class Waiting(FakeEngine):
    """Answers when ``go`` lets it; counts how many wait for that at most."""

    def __init__(self, name: str = "fake", *, go: Callable[[], object], at_once: int = 4) -> None:
        super().__init__(name, limit=1, at_once=at_once)
        self._go = go
        self._now = 0
        self.most = 0

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        self._now += 1
        self.most = max(self.most, self._now)
        self._go()
        self._now -= 1
        yield from super().translate(sentences)


def test_as_many_requests_are_under_way_as_the_engine_takes_at_once() -> None:
    engine = Waiting(go=Barrier(3, timeout=10).wait, at_once=3)
    units = list(translate(paragraphs([f"वाक्य {n}।" for n in range(9)]), [engine]))
    assert {u.state for u in units} == {State.MACHINE}
    assert engine.most == 3


def test_never_more_than_four_to_one_receiver_whatever_runs_there_are() -> None:
    traffic = Traffic()
    engine = Waiting(go=Barrier(4, timeout=10).wait, at_once=100)
    made: list[TranslationUnit] = []

    def run(number: int) -> None:
        texts = [f"दौड़ {number} वाक्य {n}।" for n in range(8)]
        made.extend(translate(paragraphs(texts), [engine], traffic=traffic))

    threads = [Thread(target=run, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(made) == 16
    assert engine.most == 4


def test_servers_of_one_kind_share_the_work() -> None:
    meet = Barrier(4, timeout=10)
    one, other = (Waiting(go=meet.wait, at_once=2) for _ in range(2))
    one.sends_to, other.sends_to = "one.test", "other.test"
    units = list(translate(paragraphs([f"वाक्य {n}।" for n in range(8)]), [spread([one, other])]))
    assert {u.engine for u in units} == {"fake"}
    assert len(one.calls) == len(other.calls) == 4


def test_servers_that_answer_at_once_take_turns(flow: Flow) -> None:
    servers = [FakeEngine(sends_to=host, together=False) for host in ("one.test", "two.test")]
    flow(spread(servers), texts=[f"वाक्य {n}।" for n in range(10)])
    assert [len(server.calls) for server in servers] == [5, 5]


def test_a_server_that_is_down_leaves_its_work_to_the_other(flow: Flow) -> None:
    down = FakeEngine(failures=dict.fromkeys(range(40), Unavailable("down.test is gone.")))
    up = FakeEngine(sends_to="up.test")
    units = flow(spread([down, up]), gloss(), texts=[f"वाक्य {n}।" for n in range(40)])
    assert {(u.engine, u.state, u.reason) for u in units} == {("fake", State.MACHINE, "")}


def test_servers_that_all_fail_are_all_named(flow: Flow) -> None:
    servers = [
        FakeEngine(failures={0: Unavailable(f"{host} is gone.")}, sends_to=host)
        for host in ("one.test", "two.test")
    ]
    (unit,) = flow(spread(servers), gloss(), texts=TEXTS[:1])
    assert (unit.state, unit.reason) == (State.GLOSS, "one.test is gone. two.test is gone.")


def test_requests_keep_the_distance_the_engine_asks_for(flow: Flow, clock: FakeClock) -> None:
    engine = FakeEngine(together=False)
    engine.manners = Manners(at_once=4, interval=0.25, together=False)
    flow(engine)
    assert clock.pauses == [pytest.approx(0.25)] * 3


def test_cancelling_ends_the_run_at_once_even_while_a_server_says_nothing() -> None:
    cancelled, silent = Event(), Event()

    def go() -> None:
        cancelled.set()
        silent.wait(10)

    begun = monotonic()
    assert list(translate([sentences()], [Waiting(go=go)], cancelled=cancelled)) == []
    assert monotonic() - begun < 5
    silent.set()


def test_a_fault_of_ours_comes_out() -> None:
    class Broken(FakeEngine):
        def translate(self, sentences: Sequence[str]) -> Iterator[str]:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(translate([sentences()], [Broken()]))


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
