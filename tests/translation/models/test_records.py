"""Which model is offered, by what the record list says."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import BadResponse
from reader.translation.models.records import (
    ATTACHMENTS,
    MAJOR,
    RECORDS,
    base_address,
    best_offer,
    server_page,
)

HASH = "ab" * 32
BASE = "https://files.example.org/"


def record(kind: str = "model", version: str = "3.0", **others: object) -> dict[str, Any]:
    return {
        "name": f"{kind}.hien.bin",
        "fileType": kind,
        "sourceLanguage": "hi",
        "targetLanguage": "en",
        "version": version,
        "architecture": "tiny",
        "decompressedHash": HASH,
        "attachment": {"location": f"main/{kind}.zst", "size": 100, "hash": HASH},
        **others,
    }


def whole(**others: object) -> list[dict[str, Any]]:
    return [record(kind, **others) for kind in ("model", "vocab", "lex")]


def offered(*records: object) -> tuple[str, str] | None:
    offer = best_offer(json.dumps({"data": records}), BASE, "hi", "en", "here")
    return (offer.version, offer.architecture) if offer else None


def test_the_addresses_and_versions_are_those_the_library_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    discovery = pytest.importorskip("fxtranslate").discovery
    monkeypatch.delenv("FXTRANSLATE_RECORDS_URL", raising=False)
    assert discovery.records_url() == RECORDS
    for version in ("2.9", "3.0", "3.1a2", "4.0"):
        body = json.dumps({"data": whole(version=version)})
        is_loadable = discovery.model_pairs(body) == [("hi", "en")]
        assert is_loadable == (best_offer(body, BASE, "hi", "en", "here") is not None)
    assert MAJOR == 3


@pytest.mark.parametrize(
    ("versions", "newest"),
    [
        (["3.0", "3.1"], "3.1"),
        (["3.9", "3.10"], "3.10"),
        (["3.0", "2.9", "4.0"], "3.0"),
        (["3.0", "3.1a1"], "3.0"),
        (["3.0a1", "3.0a2"], "3.0a2"),
    ],
)
def test_the_newest_version_that_can_be_loaded_is_offered(versions: list[str], newest: str) -> None:
    records = [one for version in versions for one in whole(version=version)]
    assert offered(*records) == (newest, "tiny")
    assert offered(*reversed(records)) == (newest, "tiny")


def test_files_of_two_architectures_are_not_mixed() -> None:
    large = whole(architecture="base")
    for each in large:
        each["attachment"]["size"] = 900
    assert offered(*large, *whole()) == ("3.0", "tiny")
    assert offered(*large, *whole()[:1]) == ("3.0", "base")
    assert offered(*large[:1], *whole()[1:]) is None


def test_files_of_no_architecture_serve_every_one() -> None:
    shared = whole(architecture=None)[1:]
    assert offered(record(), *shared) == ("3.0", "tiny")


def test_two_vocabularies_serve_as_well_as_one() -> None:
    assert offered(record(), record("srcvocab"), record("trgvocab")) == ("3.0", "tiny")
    assert offered(record(), record("srcvocab")) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "../evil.bin"},
        {"name": "a/b.bin"},
        {"name": ""},
        {"name": ".hidden"},
        {"name": None},
        {"fileType": "program"},
        {"version": None},
        {"version": "3/../4"},
        {"version": "9" * 5000},
        {"attachment": None},
        {"attachment": {"location": "x", "size": 0, "hash": HASH}},
        {"attachment": {"location": "x", "size": 10**12, "hash": HASH}},
        {"attachment": {"location": 5, "size": 100, "hash": HASH}},
        {"attachment": {"location": "x", "size": 100}, "decompressedHash": "short"},
        {"sourceLanguage": ["hi"]},
    ],
)
def test_a_record_that_is_not_safe_is_left_out(changed: dict[str, Any]) -> None:
    assert offered(*whole()[1:], record(**changed)) is None


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from([*record(), "data", "size"]), inner, max_size=6)
        ),
    )
)
def test_any_json_gives_no_offer_or_a_clear_error(value: object) -> None:
    assert best_offer(json.dumps({"data": [value]}), BASE, "hi", "en", "here") is None
    with pytest.raises(BadResponse, match="here did not answer"):
        best_offer(json.dumps([value]), BASE, "hi", "en", "here")


@pytest.mark.parametrize("body", ["", "<html>", "[" * 100_000, '{"data": {}}', "null"])
def test_what_is_no_list_is_an_error(body: str) -> None:
    with pytest.raises(BadResponse, match="here did not answer"):
        best_offer(body, BASE, "hi", "en", "here")


def test_a_mirror_says_where_its_files_lie_or_has_them_beside_its_list() -> None:
    told = json.dumps({"capabilities": {"attachments": {"base_url": "https://cdn.example.org/a"}}})
    list_ = "https://mirror.example.org/v1/buckets/main/collections/models/records"
    assert server_page(list_) == "https://mirror.example.org/v1/"
    assert base_address(told, list_) == "https://cdn.example.org/a/"
    assert base_address("", list_) == "https://mirror.example.org/"
    assert base_address('{"capabilities": {"attachments": {"base_url": "file:///"}}}', list_) == (
        "https://mirror.example.org/"
    )
    folder = "https://mirror.example.org/setu/models.json"
    assert server_page(folder) == "https://mirror.example.org/setu/"
    assert base_address("<html>", folder) == "https://mirror.example.org/setu/"
    assert ATTACHMENTS.startswith("https://")
