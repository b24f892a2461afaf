"""What is kept comes into the library's file while the library is open."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from reader.library.checkpoints import EVERY, Checkpoints


def log(path: Path) -> sqlite3.Connection:
    """An open file that keeps all it is given in its log."""
    made = sqlite3.connect(path, isolation_level=None)
    made.execute("PRAGMA journal_mode = WAL")
    made.execute("PRAGMA wal_autocheckpoint = 0")
    made.execute("CREATE TABLE kept (number INTEGER)")
    return made


def count(path: Path, copy: Path) -> int:
    """The rows in the file itself, without its log."""
    shutil.copy(path, copy)
    with closing(sqlite3.connect(copy)) as file:
        return len(file.execute("SELECT name FROM sqlite_master").fetchall()) and int(
            file.execute("SELECT count(*) FROM kept").fetchone()[0]
        )


def test_each_few_transactions_the_log_is_carried_into_the_file(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    checkpoints = Checkpoints(path)
    with closing(log(path)) as writer:
        for number in range(EVERY):
            assert count(path, tmp_path / "copy.sqlite") == 0
            writer.execute("INSERT INTO kept VALUES (?)", (number,))
            checkpoints.count()
        checkpoints.close()
        assert count(path, tmp_path / "copy.sqlite") == EVERY


def test_a_file_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    checkpoints = Checkpoints(tmp_path / "gone.sqlite")
    for _ in range(2 * EVERY):
        checkpoints.count()
    checkpoints.close()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_another_writes_to_is_left_for_later(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    checkpoints = Checkpoints(path)
    with closing(log(path)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO kept VALUES (1)")
        for _ in range(EVERY):
            checkpoints.count()
        checkpoints.close()
        writer.execute("COMMIT")
        assert writer.execute("SELECT count(*) FROM kept").fetchone() == (1,)
