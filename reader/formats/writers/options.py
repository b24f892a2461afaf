"""What a person may choose of an export: the layout, and what it holds besides the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Layout(StrEnum):
    """How the two languages stand: in two columns, one after the other, or English alone."""

    COLUMNS = "columns"
    INTERLEAVED = "interleaved"
    ENGLISH = "english"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What an export holds besides the text.

    ``exported`` is when, for the head; ``engines`` gives the label for an engine's name.
    """

    key_points: bool = True
    marks: bool = True
    entities: bool = True
    exported: datetime | None = None
    engines: Mapping[str, str] = field(default_factory=dict)
