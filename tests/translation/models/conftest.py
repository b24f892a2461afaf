"""A model of small files that nothing can load, and a server that has it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.translation.models import Models
from tests.records import FILES, RecordServer, untried


@pytest.fixture
def server() -> Iterator[RecordServer]:
    with RecordServer(FILES) as server:
        yield server


@pytest.fixture
def mine(tmp_path: Path, server: RecordServer) -> Models:
    return Models(tmp_path / "models", server.records_address, trial=untried)
