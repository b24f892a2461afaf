"""What the checks find wrong with a translation: numbers that differ, an odd shape."""

from __future__ import annotations

from reader.language import number_check, shape
from reader.model import Problem


def check(source: str, target: str) -> tuple[Problem, ...]:
    """The problems of ``target`` as the English of ``source``: numbers first, then shape.

    Of an English that is no translation (empty, the Hindi itself) only that is said.
    """
    odd = shape.check(source, target)
    if not target.strip() or shape.is_hindi(target):
        return odd
    return (*number_check.check(source, target), *odd)
