"""The voice that reads aloud: Qt's text to speech, where its package and a speech engine are.

The package is an extra (``pip install '.[speech]'``), so it is imported when the reader
first wants it. On Linux the engine is speech-dispatcher, whose espeak-ng speaks Hindi.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal

from reader.model import ENGLISH, HINDI

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

_LANGUAGES = {HINDI: QLocale.Language.Hindi, ENGLISH: QLocale.Language.English}
_NAMES = {HINDI: "Hindi", ENGLISH: "English"}
_MOCK = "mock"  # Qt's engine for tests, which is silent
_PACKAGE = "Reading aloud needs one more package. Get it with: {} -m pip install PySide6-Addons=={}"
_ON_LINUX = "Install speech-dispatcher-espeak-ng, then start Setu again."
_ELSEWHERE = "Add one in the system's settings, then start Setu again."


class Voice(QObject):
    """Says one text at a time."""

    said = Signal()  # the text has been said to its end
    failed = Signal(str)  # why, in words for the reader

    def __init__(self, parent: QObject | None = None, *, engine: str = "") -> None:
        """``engine`` is Qt's name of a speech engine, '' for the first there is."""
        super().__init__(parent)
        self._wanted = engine
        self._speech: QTextToSpeech | None = None
        self._is_saying = False

    def missing(self, language: str) -> str:
        """What is to be installed before HINDI or ENGLISH can be read; '' when all is there."""
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError:
            return _translated(_PACKAGE).format(sys.executable, PySide6.__version__)
        if self._speech is None:
            real = [name for name in QTextToSpeech.availableEngines() if name != _MOCK]
            engine = self._wanted or next(iter(real), "")
            if not engine:
                return _no_voice("")
            self._speech = QTextToSpeech(engine, self)
            self._speech.stateChanged.connect(self._follow)
        return "" if self._locale(language) else _no_voice(language)

    def say(self, text: str, language: str) -> None:
        """Begin to say a text in HINDI or ENGLISH, of which nothing is `missing`."""
        locale = self._locale(language)
        assert self._speech
        assert locale
        self._speech.setLocale(locale)
        self._is_saying = True
        self._speech.say(text)

    def stop(self) -> None:
        """Say nothing more; neither signal comes for what was begun."""
        self._is_saying = False
        if self._speech:
            self._speech.stop()

    def _locale(self, language: str) -> QLocale | None:
        """The voice's locale for a language, the reader's own country's before others."""
        assert self._speech
        wanted = _LANGUAGES[language]
        found = [each for each in self._speech.availableLocales() if each.language() == wanted]
        own = QLocale.system().territory()
        return next((each for each in found if each.territory() == own), next(iter(found), None))

    def _follow(self) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech

        assert self._speech
        state = self._speech.state()
        if not self._is_saying or state not in (
            QTextToSpeech.State.Ready,
            QTextToSpeech.State.Error,
        ):
            return
        self._is_saying = False
        if state is QTextToSpeech.State.Error:
            self.failed.emit(f"The voice failed: {self._speech.errorString()}.")
        else:
            self.said.emit()


def _no_voice(language: str) -> str:
    """What to do where no voice speaks a language, '' for any."""
    what = f"No voice here reads {_NAMES[language]}." if language else "There is no voice here."
    advice = _ON_LINUX if sys.platform.startswith("linux") else _ELSEWHERE
    return f"{_translated(what)} {_translated(advice)}"


def _translated(text: str) -> str:
    return QCoreApplication.translate("Voice", text)
