"""Opening, closing and migrating the library file."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import schema
from reader.library.database import TRIES
from reader.library.library import Library
from reader.model import Article, Paragraph, State, TranslationUnit

NOON = datetime(2024, 6, 19, 12, 0, tzinfo=UTC)
ARTICLE = Article("नदी का गीत", (Paragraph("नदी शांत है।"),))
UNIT = TranslationUnit("", "नदी शांत है।", "The river is calm.", "google", State.MACHINE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "library.sqlite"


def test_it_makes_its_folder_and_keeps_what_it_was_given(path: Path) -> None:
    with Library.open(path) as library:
        key = library.remember_article(ARTICLE, NOON)
        library.units.put([("नदी शांत है।", UNIT)])
    with Library.open(path) as library:
        assert library.article(key) == ARTICLE
        assert list(library.units.every()) == [UNIT]


def test_the_file_is_in_wal_mode_at_the_current_version(path: Path) -> None:
    Library.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert schema.version(connection) == len(schema.MIGRATIONS)


def test_two_windows_share_one_file(path: Path) -> None:
    with Library.open(path) as one, Library.open(path) as other:
        key = one.remember_article(ARTICLE, NOON)
        assert other.article(key) == ARTICLE


def test_an_empty_file_is_a_new_library(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with Library.open(path) as library:
        assert library.recent(5) == []


def refused(path: Path) -> LibraryError:
    """The error of opening ``path``, which must leave its bytes alone and nothing beside it."""
    before = path.read_bytes()
    with pytest.raises(LibraryError) as caught:
        Library.open(path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
    assert caught.value.advice
    return caught.value


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(b"This is a shopping list. " * 200)
    assert "is damaged, or is not a library" in refused(path).what


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        library.units.put([(str(n), UNIT) for n in range(500)])
    whole = bytearray(path.read_bytes())
    whole[8192:20480] = b"\xff" * 12288
    path.write_bytes(whole)
    assert "is damaged" in refused(path).what


def test_a_newer_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    error = refused(path)
    assert "newer version of Setu" in error.what
    assert "Update Setu" in error.advice


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    assert "another program" in refused(path).what


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="cannot be opened"):
        Library.open(tmp_path / "file" / "library.sqlite")


def test_a_file_another_program_holds_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.database.BUSY_TIMEOUT", 0.0)
    with Library.open(path) as library, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="in use by another program"):
            library.remember_article(ARTICLE, NOON)
        other.rollback()
        library.remember_article(ARTICLE, NOON)


def test_a_write_is_tried_again_while_another_program_finishes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.database.BUSY_TIMEOUT", 0.0)
    with Library.open(path) as library, closing(sqlite3.connect(path)) as other:
        tries: list[str] = []

        def trace(statement: str) -> None:
            tries.append(statement)
            if len(tries) == TRIES - 1:
                other.rollback()

        other.execute("BEGIN IMMEDIATE")
        library._database._connection.set_trace_callback(trace)
        library.units.put([("a", UNIT)])
        assert tries[:TRIES] == ["BEGIN IMMEDIATE"] * (TRIES - 1) + [tries[TRIES - 1]]
        assert list(library.units.every()) == [UNIT]


def test_a_library_is_opened_while_another_window_writes(path: Path) -> None:
    Library.open(path).close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Library.open(path) as library:
            assert library.recent(5) == []
        other.rollback()


def test_programs_that_write_at_once_all_succeed(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from reader.library.library import Library;"
        "from reader.model import State, TranslationUnit as Unit;"
        "library = Library.open(Path(sys.argv[1]));"
        "[library.units.put([(f'{sys.argv[2]} {n}', Unit('', 'क', 'a', 'x', State.MACHINE))])"
        " for n in range(200)]"
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, path, name]) for name in ("a", "b")]
    assert [writer.wait() for writer in writers] == [0, 0]
    with Library.open(path) as library:
        assert len(list(library.units.every())) == 400


def test_a_failing_migration_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(path) as library:
        key = library.remember_article(ARTICLE, NOON)
    broken = ("CREATE TABLE extra (x)", "CREATE TABLE memory (x)")
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, broken))
    with pytest.raises(LibraryError):
        Library.open(path)
    monkeypatch.undo()
    with Library.open(path) as library:
        assert library.article(key) == ARTICLE


def test_a_migration_to_come_keeps_what_is_there(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(path) as library:
        key = library.remember_article(ARTICLE, NOON)
    step = ("ALTER TABLE articles ADD COLUMN starred INTEGER NOT NULL DEFAULT 0",)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, step))
    with Library.open(path) as library:
        assert library.article(key) == ARTICLE


def test_units_are_put_all_or_none() -> None:
    broken = TranslationUnit("", "\ud800", "x", "google", State.MACHINE)
    with Library.open(None) as library:
        with pytest.raises(LibraryError, match="did not take"):
            library.units.put([("a", UNIT), ("b", broken)])
        assert list(library.units.every()) == []
        library.units.put([("a", UNIT)])
        assert library.units.find(["a", "b"]) == [("a", UNIT)]


def test_what_is_kept_can_be_read_where_nothing_can_be_written(path: Path) -> None:
    with Library.open(path) as library:
        library.pin("दिल्ली", "Delhi", NOON)
    for name in ("wal", "shm"):  # As on a full disk, SQLite can make neither.
        path.with_name(f"{path.name}-{name}").mkdir()
    before = path.read_bytes()
    with pytest.raises(LibraryError):
        Library.open(path)
    with Library.copy(path) as copy:
        assert copy.pins() == {"दिल्ली": "Delhi"}
        copy.pin("पटना", "Patna", NOON)
        assert copy.pins()["पटना"] == "Patna"
    assert path.read_bytes() == before


def test_a_copy_of_what_is_no_library_is_empty(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("नदी शांत है।" * 1000)
    for name in ("text", "nowhere"):
        with Library.copy(tmp_path / name) as copy:
            assert copy.pins() == {}
