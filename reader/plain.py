"""Dataclasses as JSON and back, checked against the types of their fields.

The fields may be text, whole numbers, times, enumerations of text, other dataclasses, and
tuples or mappings of these.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, asdict, fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, TypeVar, get_args, get_origin, get_type_hints

_T = TypeVar("_T")
_Typed: TypeAlias = Any  # a type such as `datetime | None`, or a value of one


def to_json(value: object) -> str:
    """Return a dataclass, or a mapping of them, as JSON; times as ISO 8601 with their offset."""
    return json.dumps(value, ensure_ascii=False, default=_plain)


def from_plain(kind: type[_T], value: object) -> _T:
    """Return what `to_json` wrote as the dataclass ``kind``, given its JSON parsed.

    Fields that are not there take their defaults. Raises ValueError for anything that does
    not fit the types, a field nobody knows included.
    """
    return _build(kind, value)  # type: ignore[no-any-return]


def texts(value: object) -> Iterator[str]:
    """Yield every text in a dataclass, a tuple or a mapping, whatever its depth."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, tuple | Mapping):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from texts(each)


def _plain(value: _Typed) -> object:
    return value.isoformat() if isinstance(value, datetime) else asdict(value)


def _build(kind: _Typed, value: object) -> _Typed:
    origin: object = get_origin(kind)
    if origin is UnionType:  # something or None
        wanted = [each for each in get_args(kind) if each is not NoneType]
        return None if value is None else _build(wanted[0], value)
    if origin is tuple:
        return tuple(_build(get_args(kind)[0], each) for each in _checked(list, value))
    if origin is Mapping:
        return {key: _build(get_args(kind)[1], each) for key, each in _checked(dict, value).items()}
    if is_dataclass(kind):
        return _dataclass(kind, _checked(dict, value))
    if issubclass(kind, datetime):
        return datetime.fromisoformat(_checked(str, value))
    return kind(_checked(str, value)) if issubclass(kind, Enum) else _checked(kind, value)


def _dataclass(kind: _Typed, value: dict[str, object]) -> _Typed:
    known = _fields(kind)
    missing = [
        name for name, (_, field) in known.items() if _is_needed(field) and name not in value
    ]
    if missing or value.keys() - known.keys():
        raise ValueError(f"the fields of {kind.__name__} are others")
    return kind(**{name: _build(known[name][0], each) for name, each in value.items()})


@cache
def _fields(kind: _Typed) -> dict[str, tuple[_Typed, Field[Any]]]:
    """The type and the definition of each field, by name."""
    types = get_type_hints(kind)
    return {field.name: (types[field.name], field) for field in fields(kind)}


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _checked(kind: type[_T], value: object) -> _T:
    if type(value) is not kind:
        raise ValueError(f"{type(value).__name__} instead of {kind.__name__}")
    return value
