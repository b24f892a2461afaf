"""The entry of the program: one command run, and every error told in one line.

What can be asked is in `reader.cli.arguments`, what is then done in `reader.cli.commands`. No Qt is
imported until a window or its picture is asked for.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from contextlib import closing
from types import TracebackType

from reader import faults, terminal
from reader.app import Core
from reader.cli import arguments
from reader.cli.arguments import DONE, NO_ARTICLE, NO_ENGINE, WRONG_USAGE
from reader.cli.commands import COMMANDS
from reader.errors import EngineError, InputError, NoArticle, NotHindi, ReaderError
from reader.formats.files import confined
from reader.paths import config_file, library_file, log_file
from reader.translation.engines.firefox import worker

INTERRUPTED = 130


def main(given: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status (0 done, 2 usage, 3 no article, 4 no engine)."""
    if sys.argv[1:] == [confined.ARGUMENT]:
        confined.serve()
        return DONE
    if sys.argv[1:] == [worker.ARGUMENT]:
        worker.serve()
        return DONE
    terminal.use_utf8()
    faults.log_to_file()
    sys.excepthook = _tell_fault
    options = arguments.parse(sys.argv[1:] if given is None else list(given))
    try:
        with closing(Core(options.library or library_file(), config_file())) as core:
            status = COMMANDS[options.command](core, options)
            for warning in core.warnings:
                terminal.complain(warning)
            return status
    except ReaderError as error:
        terminal.complain(f"{error}{_way_on(error)}")
        return _status(error)
    except BrokenPipeError:
        # Whoever read our output has had enough of it.
        return DONE
    except KeyboardInterrupt:
        terminal.complain("Stopped.")
        return INTERRUPTED


def _way_on(error: ReaderError) -> str:
    """What can be typed instead, '' where there is nothing."""
    if isinstance(error, NotHindi):
        return " Open it anyway with --any-language."
    if isinstance(error, NoArticle) and error.feed:
        return f" Its feed lists them: {error.feed}"
    return ""


def _status(error: ReaderError) -> int:
    if isinstance(error, InputError):
        return NO_ARTICLE
    return NO_ENGINE if isinstance(error, EngineError) else WRONG_USAGE


def _tell_fault(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """An error nobody foresaw is told in one line too; where it happened goes to the log."""
    logging.getLogger("reader").error(faults.report(error, trace))
    terminal.complain(f"Something unforeseen went wrong ({kind.__name__}); see {log_file()}.")


if __name__ == "__main__":
    sys.exit(main())
