"""The translation memory over the library's store."""

import unicodedata
from collections.abc import Collection, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.library import Library
from reader.library.units import Units
from reader.model import ENGLISH, HINDI, Sentence, Span, State, TranslationUnit
from reader.translation.memory import TranslationMemory, key

NOON = datetime(2024, 6, 19, 12, 0, 0, 250, tzinfo=UTC)
TEXT = "नदी शांत है।"


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.open(None) as library:
        yield library


@pytest.fixture
def memory(library: Library) -> TranslationMemory:
    return TranslationMemory(library.units)


def sentence(text: str = TEXT, id_: str = "p1.1", language: str = HINDI) -> Sentence:
    return Sentence(id_, text, Span(0, len(text)), language)


def unit(
    target: str,
    engine: str = "google",
    state: State = State.MACHINE,
    created: datetime | None = NOON,
) -> TranslationUnit:
    return TranslationUnit("p9.9", TEXT, target, engine, state, created=created)


@pytest.mark.parametrize(
    "other",
    [
        "  नदी\u00a0शांत\tहै। ",
        "नदी शांत है ।",
        "नदी शांत है|",
        "न\u200dदी शां\u200cत है।\ufeff",
    ],
)
def test_key_folds_what_does_not_matter(other: str) -> None:
    assert key(other) == key(TEXT)


def test_key_folds_quotes_dandas_and_composed_nuktas() -> None:
    assert key("“राम” ने कहा, ‘हाँ’") == key("\"राम\" ने कहा , 'हाँ'")
    assert key("समाप्त।।") == key("समाप्त ॥") == key("समाप्त । ।")
    assert key("\u095b") == key("\u091c\u093c")


@pytest.mark.parametrize(("one", "other"), [("राज", "राज़"), ("है।", "है?"), ("२४", "24")])
def test_key_keeps_what_matters(one: str, other: str) -> None:
    assert key(one) != key(other)


@given(st.text() | st.text(alphabet="।|॥ \u200d\u0301a\u093cज‘’“”,\u1fef\u00b4"))
def test_key_of_a_key_is_itself(text: str) -> None:
    assert key(key(text)) == key(text)
    assert unicodedata.is_normalized("NFC", key(text))


def test_what_is_remembered_is_recalled_with_its_maker_and_time(memory: TranslationMemory) -> None:
    memory.remember([unit("The river is calm.")])
    same = sentence("नदी शांत है ।", "p3.2")
    assert memory.recall([same, sentence("कुछ और।", "p3.3")]) == {
        "p3.2": TranslationUnit(
            "p3.2", same.text, "The river is calm.", "google", State.CACHED, created=NOON
        )
    }


def test_two_sentences_alike_are_both_recalled(memory: TranslationMemory) -> None:
    memory.remember([unit("The river is calm.")])
    assert set(memory.recall([sentence(), sentence(id_="p1.2")])) == {"p1.1", "p1.2"}


def test_english_sentences_are_not_recalled(memory: TranslationMemory) -> None:
    memory.remember([unit("The river is calm.")])
    assert memory.recall([sentence(language=ENGLISH)]) == {}


@pytest.mark.parametrize("state", [State.GLOSS, State.FAILED])
def test_what_is_not_a_translation_is_not_kept(memory: TranslationMemory, state: State) -> None:
    memory.remember([unit("river calm is", state=state)])
    assert memory.recall([sentence()]) == {}


def test_the_asked_engine_comes_before_a_newer_one(memory: TranslationMemory) -> None:
    memory.remember([unit("Old.", "google"), unit("New.", "libretranslate", created=later(1))])
    assert memory.recall([sentence()], "google")["p1.1"].target == "Old."
    assert memory.recall([sentence()])["p1.1"].target == "New."
    assert memory.recall([sentence()], "argos")["p1.1"].target == "New."


def test_an_edit_wins_over_every_engine_and_survives_it(memory: TranslationMemory) -> None:
    memory.remember([unit("Mine.", "google", State.EDITED)])
    memory.remember([unit("Machine.", "google", created=later(5)), unit("Other.", "other")])
    recalled = memory.recall([sentence()], "other")["p1.1"]
    assert (recalled.target, recalled.state) == ("Mine.", State.EDITED)


def test_the_newest_edit_wins(memory: TranslationMemory) -> None:
    edits = [("First.", "a", 0), ("Second.", "b", 2), ("Third.", "asked", 1)]
    memory.remember(unit(t, e, State.EDITED, later(h)) for t, e, h in edits)
    assert memory.recall([sentence()], "asked")["p1.1"].target == "Second."


def test_remembering_is_idempotent_and_never_goes_back_in_time(
    memory: TranslationMemory, library: Library
) -> None:
    memory.remember([unit("New.", created=later(1))])
    memory.remember([unit("New.", created=later(1)), unit("Old."), unit("Undated.", created=None)])
    memory.remember(memory.recall([sentence()]).values())
    assert [(u.target, u.created) for u in library.units.every()] == [("New.", later(1))]


class Counting:
    """A store that counts the questions it is asked."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self.put, self.every = units.put, units.every
        self.questions = 0

    def find(self, keys: Collection[str]) -> list[tuple[str, TranslationUnit]]:
        self.questions += 1
        return self._units.find(keys)


def test_many_sentences_are_one_question(library: Library) -> None:
    store = Counting(library.units)
    memory = TranslationMemory(store)
    many = [sentence(f"वाक्य {n}।", f"p{n}.1") for n in range(2000)]
    memory.remember(TranslationUnit("", s.text, s.id, "google", State.MACHINE) for s in many)
    recalled = memory.recall(many)
    assert {id_: u.target for id_, u in recalled.items()} == {s.id: s.id for s in many}
    assert store.questions == 1
    assert memory.recall([]) == {}
    assert store.questions == 1


def test_tmx_carries_a_memory_over(memory: TranslationMemory, tmp_path: Path) -> None:
    memory.remember([unit("Calm."), unit("Mine.", "me", State.EDITED, later(1))])
    memory.export_tmx(tmp_path / "memory.tmx")
    with Library.open(None) as other:
        copy = TranslationMemory(other.units)
        assert copy.import_tmx(tmp_path / "memory.tmx") == 2
        assert copy.recall([sentence()])["p1.1"].target == "Mine."
        assert len(other.units.every()) == 2


def later(hours: int) -> datetime:
    return NOON + timedelta(hours=hours)
