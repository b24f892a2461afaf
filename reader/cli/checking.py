"""What `setu-reader check` does: say where a translation does not agree with its Hindi."""

from __future__ import annotations

import re
from argparse import Namespace

from reader.app import Core
from reader.cli.arguments import DONE
from reader.errors import InputError
from reader.terminal import say, say_json_line

_LINE_END = re.compile("\r\n?|\n")
_FINE = "The numbers and the shape agree."


def check(core: Core, options: Namespace) -> int:
    """Print for each line of a text, Hindi TAB English, what the checks find.

    Raises InputError for a line without a tab, before anything is printed.
    """
    for source, target in _pairs(core.text(options.article)):
        if options.json:
            say_json_line(_as_data(source, target))
        else:
            say(_as_text(source, target))
    return DONE


def _pairs(text: str) -> list[tuple[str, str]]:
    """The two sides of every line."""
    lines = _LINE_END.split(text)
    parted = [line.partition("\t") for line in (lines if lines[-1] else lines[:-1])]
    for number, (_, tab, _) in enumerate(parted, 1):
        if not tab:
            raise InputError(
                f"Line {number} has no tab.", "A line is the Hindi, a tab, and its English."
            )
    return [(source, target) for source, _, target in parted]


def _as_data(source: str, target: str) -> dict[str, object]:
    from reader.language import checking, number_check

    return {
        "numbers": [
            {
                "hindi": reading.hindi,
                "english": reading.english,
                "value": reading.value,
                "problem": reading.problem,
            }
            for reading in number_check.readings(source, target)
        ],
        "problems": [problem.text for problem in checking.check(source, target)],
    }


def _as_text(source: str, target: str) -> str:
    """The two sides, and under them the problems or that there are none."""
    from reader.language import checking

    problems = [f"  ! {problem.text}" for problem in checking.check(source, target)]
    return "\n".join([source, f"  {target}", *(problems or [f"  {_FINE}"]), ""])
