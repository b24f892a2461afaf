"""The reader's spellings of names."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from reader.library.library import Library

NOON = datetime(2025, 3, 5, 12, 0, tzinfo=UTC)


def test_pins_are_kept_changed_and_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        assert library.pins() == {}
        library.pin("सुपौल", "Supaul", NOON)
        library.pin("कोसी", "Kosee", NOON + timedelta(seconds=1))
        library.pin("कोसी", "Kosi", NOON + timedelta(seconds=2))
    with Library.open(path) as library:
        assert list(library.pins().items()) == [("सुपौल", "Supaul"), ("कोसी", "Kosi")]
        library.unpin("सुपौल")
        library.unpin("सुपौल")
        assert library.pins() == {"कोसी": "Kosi"}
