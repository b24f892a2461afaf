from collections.abc import Iterator

import pytest

from tests.sites import Site


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A web site on this machine, reached without any proxy."""
    monkeypatch.setenv("NO_PROXY", "*")
    with Site() as server:
        yield server
