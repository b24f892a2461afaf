"""The translation memory over the library's store."""

import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.library import Library
from reader.library.units import Units
from reader.model import (
    ENGLISH,
    HINDI,
    READER,
    Replacement,
    Sentence,
    Span,
    State,
    TranslationUnit,
)
from reader.translation import tmx
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
    source: str = TEXT,
) -> TranslationUnit:
    return TranslationUnit("p9.9", source, target, engine, state, created=created)


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
    assert [(u.target, u.created) for u in list(library.units.every())] == [("New.", later(1))]


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
    tmx.write(tmp_path / "memory.tmx", memory.every())
    with Library.open(None) as other:
        copy = TranslationMemory(other.units)
        assert copy.import_tmx(tmp_path / "memory.tmx") == 2
        assert copy.recall([sentence()])["p1.1"].target == "Mine."
        assert len(list(other.units.every())) == 2


def later(hours: int) -> datetime:
    return NOON + timedelta(hours=hours)


def test_what_came_in_a_file_comes_before_what_an_engine_made(memory: TranslationMemory) -> None:
    versions = {"google": "", "firefox": "3.0"}
    memory.remember([unit("Theirs.", "anna"), unit("Newer.", "google", created=later(5))])
    assert memory.recall([sentence()], "google", versions)["p1.1"].target == "Theirs."
    memory.correct(sentence(), "Mine.", later(6))
    assert memory.recall([sentence()], "google", versions)["p1.1"].target == "Mine."


# The reader's say


def test_a_correction_wins_over_all_that_comes_after(memory: TranslationMemory) -> None:
    memory.remember([unit("Calm.")])
    memory.correct(sentence(), "The river rests.", later(1))
    memory.remember([unit("Newer.", "other", created=later(9))])
    found = memory.recall([sentence()])["p1.1"]
    assert (found.target, found.engine, found.state) == ("The river rests.", READER, State.EDITED)


def test_what_the_reader_chose_last_wins(memory: TranslationMemory) -> None:
    memory.remember([unit("Calm.")])
    memory.correct(sentence(), "The river rests.", later(1))
    memory.choose(memory.alternatives(sentence())[-1], later(2))
    assert [u.target for u in memory.alternatives(sentence())] == ["Calm.", "The river rests."]
    memory.correct(sentence(), "The river sleeps.", later(3))
    assert memory.recall([sentence()])["p1.1"].target == "The river sleeps."


def test_a_second_opinion_stays_behind_until_it_is_chosen(memory: TranslationMemory) -> None:
    memory.remember([unit("Calm.")])
    memory.remember([replace(unit("Quiet.", "other", created=later(5)), aside=True)])
    assert memory.recall([sentence()])["p1.1"].target == "Calm."
    memory.choose(memory.alternatives(sentence())[1], later(6))
    assert memory.recall([sentence()])["p1.1"].target == "Quiet."


def test_put_back_keeps_exactly_what_was_there(memory: TranslationMemory) -> None:
    memory.remember([unit("Calm.")])
    before = memory.units_of(sentence())
    memory.correct(sentence(), "The river rests.", later(1))
    after = memory.units_of(sentence())
    memory.put_back(sentence(), before)
    assert memory.units_of(sentence()) == before
    memory.put_back(sentence(), after)
    assert memory.recall([sentence()])["p1.1"].target == "The river rests."


def test_a_version_of_an_engine_is_kept_beside_the_one_before(memory: TranslationMemory) -> None:
    memory.remember([replace(unit("Calm."), version="1.0")])
    memory.remember([replace(unit("Quiet.", created=later(1)), version="2.0")])
    found = [(u.version, u.target) for u in memory.alternatives(sentence())]
    assert found == [("2.0", "Quiet."), ("1.0", "Calm.")]


def test_what_the_model_of_now_made_comes_before_what_another_version_did(
    memory: TranslationMemory,
) -> None:
    of_now = replace(unit("Quiet."), version="2.0")
    memory.remember([of_now, replace(unit("Calm.", created=later(1)), version="1.0")])
    memory.remember([unit("Still.", "other", created=later(2))])
    asked = [sentence()]
    for engine, versions, found in (
        ("google", {"google": "2.0", "other": ""}, "2.0"),
        ("google", {"google": "1.0", "other": ""}, "1.0"),
        ("google", {"google": "3.0", "other": ""}, "1.0"),
        ("google", {}, "1.0"),
        ("", {"google": "3.0", "other": ""}, ""),
    ):
        assert memory.recall(asked, engine, versions)["p1.1"].version == found
        assert memory.alternatives(sentence(), engine, versions)[0].version == found
    memory.choose(of_now, later(3))
    assert memory.recall(asked, "google", {"google": "1.0"})["p1.1"].version == "2.0"


def test_pinned_spellings_are_not_kept(memory: TranslationMemory) -> None:
    spelt = replace(unit("The Kosee rises."), replaced=(Replacement(Span(4, 9), "Kosi"),))
    memory.remember([spelt])
    assert memory.recall([sentence()])["p1.1"].target == "The Kosi rises."


# Near matches

LONG = "पुल का काम अगले साल मार्च तक पूरा हो जाएगा और दो ज़िलों की दूरी कम होगी।"


def test_a_near_sentence_is_suggested_with_its_likeness(memory: TranslationMemory) -> None:
    known = LONG.replace("मार्च", "अप्रैल")
    far = "बाज़ार में सब्ज़ियों के दाम अगले साल मार्च तक बढ़ते रहेंगे।"
    memory.remember([unit("By April.", source=known), unit("Prices.", source=far)])
    (found,) = memory.suggestions(sentence(LONG))
    assert (found.unit.source, found.unit.target) == (known, "By April.")
    assert 85 <= found.likeness < 100


def test_the_sentence_itself_is_no_suggestion(memory: TranslationMemory) -> None:
    memory.remember([unit("The bridge.", source=LONG)])
    assert memory.suggestions(sentence(LONG)) == []


def test_of_a_near_sentence_the_readers_own_english_is_suggested(
    memory: TranslationMemory,
) -> None:
    known = sentence(LONG.replace("मार्च", "अप्रैल"))
    memory.remember([unit("By April.", source=known.text)])
    memory.correct(known, "It will be done by April.", later(1))
    (found,) = memory.suggestions(sentence(LONG))
    assert found.unit.target == "It will be done by April."


def test_a_near_sentence_is_never_taken_for_the_sentence_itself(memory: TranslationMemory) -> None:
    memory.remember([unit("By April.", source=LONG.replace("मार्च", "अप्रैल"))])
    assert memory.suggestions(sentence(LONG))
    assert memory.recall([sentence(LONG)]) == {}
    assert memory.alternatives(sentence(LONG)) == []


def test_what_is_undone_is_no_longer_suggested(memory: TranslationMemory, library: Library) -> None:
    known = sentence(LONG.replace("मार्च", "अप्रैल"))
    memory.correct(known, "By April.", later(1))
    memory.put_back(known, [])
    memory.remember([unit("Another.", source="कुछ और ही कहा गया है।")])
    assert list(library.units.near(key(known.text), 10)) == []
    assert memory.suggestions(sentence(LONG)) == []


def test_a_correction_is_used_wherever_the_sentence_stands(memory: TranslationMemory) -> None:
    memory.remember([unit("Calm.")])
    memory.correct(sentence(), "The river rests.", later(1))
    others = [sentence("नदी  शांत है ।", "p7.3"), sentence("न\u200dदी शांत है|", "p9.1")]
    assert {u.target for u in memory.recall(others).values()} == {"The river rests."}


def test_half_a_sign_in_an_answer_is_not_kept_and_loses_nothing(memory: TranslationMemory) -> None:
    memory.remember([unit("Calm\ud83d."), unit("Other.", source="दूसरा।")])
    assert memory.recall([sentence()])["p1.1"].target == "Calm."
    assert memory.recall([sentence("दूसरा।")])["p1.1"].target == "Other."


HOSTILE = "\u202eCalm\x07\x1b[31m.\ue000"


def test_what_must_not_be_shown_is_not_kept(memory: TranslationMemory, library: Library) -> None:
    memory.remember([unit(HOSTILE)])
    memory.correct(sentence("दूसरा।"), HOSTILE, later(1))
    assert [kept.target for kept in library.units.every()] == ["Calm.", "Calm."]


def test_what_an_older_library_holds_is_shown_without_harm(
    memory: TranslationMemory, library: Library
) -> None:
    library.units.put([(key(TEXT), unit(HOSTILE))])
    near = sentence(TEXT.replace("।", " नहीं।"))
    given = [
        memory.recall([sentence()])["p1.1"],
        *memory.alternatives(sentence()),
        *memory.every(),
        *(suggestion.unit for suggestion in memory.suggestions(near)),
    ]
    assert [each.target for each in given] == ["Calm."] * len(given)
    assert len(given) >= 3
