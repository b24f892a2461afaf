import unicodedata
from pathlib import Path

from reader import paths
from reader.language import lexicon, lexicon_file
from reader.language.normalise import fold


def fields() -> list[list[str]]:
    path = paths.resource("lexicon/hi-en.tsv")
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_line_of_the_dictionary_has_its_form() -> None:
    for line in fields():
        assert len(line) == 5, line
        headword, pos, gender, meanings, register = line
        assert headword, line
        assert headword == unicodedata.normalize("NFC", " ".join(headword.split())), line
        assert pos in lexicon_file.PARTS_OF_SPEECH, line
        assert gender in lexicon_file.GENDERS, line
        assert register in lexicon_file.REGISTERS, line
        assert all(meaning == meaning.strip() != "" for meaning in meanings.split("; ")), line
        assert not any("\u0900" <= char <= "\u097f" for char in meanings), line


def test_no_headword_stands_twice_as_the_same_part_of_speech() -> None:
    keys = [(headword, pos) for headword, pos, *_ in fields()]
    assert len(keys) == len(set(keys))


def test_there_are_headwords_enough() -> None:
    assert len({headword for headword, *_ in fields()}) >= 1500


def test_verbs_are_infinitives_without_to() -> None:
    verbs = [(headword, meanings) for headword, pos, _, meanings, _ in fields() if pos == "verb"]
    # चाहिए has no infinitive.
    assert {headword for headword, _ in verbs if not headword.endswith("ना")} <= {"चाहिए"}
    assert not [meanings for _, meanings in verbs if meanings.startswith("to ")]


def test_a_file_is_read_by_folded_headword(tmp_path: Path) -> None:
    path = tmp_path / "few.tsv"
    path.write_text("ज़मीन\tnoun\tf\tland; ground\turdu\nपर\tpostposition\t\ton\t\n", "utf-8")
    table = lexicon_file.read(path)
    (entry,) = table["जमीन"]
    assert entry == lexicon_file.Entry("ज़मीन", "noun", "f", ("land", "ground"), "urdu")
    assert table["पर"][0].meanings == ("on",)


def test_a_word_is_found_in_any_spelling_and_form() -> None:
    for word, headword in (("पानी", "पानी"), ("देशों", "देश"), ("बड़ी", "बड़ा"), ("बडी", "बड़ा")):
        assert fold(headword) in {fold(entry.headword) for entry in lexicon.lookup(word)}, word
    assert lexicon.lookup("झबरूटक") == ()


def test_groups_of_words_are_found_whole() -> None:
    count, entries = lexicon.longest(["समझौते", "पर", "हस्ताक्षर", "किए"], 2) or (0, ())
    assert count == 2
    assert entries[0].headword == "हस्ताक्षर करना"
    count, entries = lexicon.longest(["के", "लिए"], 0) or (0, ())
    assert (count, entries[0].pos) == (2, "postposition")
    assert lexicon.longest(["के"], 0) is None
    assert lexicon.longest(["पानी", "पानी"], 0) is None
