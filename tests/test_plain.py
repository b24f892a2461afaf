import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

import pytest

from reader import plain


class Tree(StrEnum):
    PIPAL = "pipal"
    NEEM = "neem"


@dataclass(frozen=True)
class Leaf:
    number: int


@dataclass(frozen=True)
class Branch:
    name: str
    leaves: tuple[Leaf, ...] = ()
    grown: datetime | None = None
    tree: Tree = Tree.NEEM
    by_name: Mapping[str, Leaf] = field(default_factory=dict)


@dataclass(frozen=True)
class Bush:
    branches: tuple[Branch, ...]


FULL = Branch(
    "डाल", (Leaf(1), Leaf(2)), datetime(2024, 6, 19, tzinfo=UTC), Tree.PIPAL, {"क": Leaf(3)}
)


def test_what_is_written_is_read() -> None:
    text = plain.to_json(Bush((FULL, Branch(""))))
    assert "डाल" in text
    assert '"2024-06-19T00:00:00+00:00"' in text
    assert plain.from_plain(Bush, json.loads(text)) == Bush((FULL, Branch("")))


def test_what_is_not_there_takes_its_default() -> None:
    assert plain.from_plain(Branch, {"name": "a"}) == Branch("a")


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        None,
        {"name": 1},
        {"name": "a", "leaf": []},
        {"name": "a", "leaves": {}},
        {"name": "a", "leaves": [{"number": "1"}]},
        {"name": "a", "leaves": [{"number": True}]},
        {"name": "a", "leaves": [{"number": 1.0}]},
        {"name": "a", "grown": "today"},
        {"name": "a", "grown": 0},
        {"name": "a", "tree": "oak"},
        {"name": "a", "tree": None},
    ],
)
def test_what_does_not_fit_is_refused(value: object) -> None:
    with pytest.raises(
        ValueError, match=r"instead of|are others|Invalid isoformat|is not a valid Tree"
    ):
        plain.from_plain(Branch, value)


def test_texts_are_found_at_any_depth() -> None:
    assert list(plain.texts((FULL, {"x": Branch("b")}))) == ["डाल", "pipal", "b", "neem"]
