"""What the checks find wrong with a translation: an odd shape, else numbers that differ."""

from __future__ import annotations

from reader.language import number_check, shape
from reader.model import Problem


def check(source: str, target: str) -> tuple[Problem, ...]:
    """The problems of ``target`` as the English of ``source``.

    Of an English that is not whole only that is said: its numbers mean nothing.
    """
    return shape.check(source, target) or number_check.check(source, target)
