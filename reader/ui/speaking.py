"""Reading aloud: a sentence, its paragraph, or from it on; what is spoken is lit and in sight."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.model import ENGLISH, HINDI, Sentence
from reader.settings import Settings
from reader.ui.desk import Desk
from reader.ui.views import View
from reader.ui.voice import Voice

_LANGUAGES = {"hindi": (HINDI,), "english": (ENGLISH,), "both": (HINDI, ENGLISH)}
_ALONE = {View.HINDI: HINDI, View.ENGLISH: ENGLISH}
Spoken = tuple[str, str, str]
"""A sentence's id, what is said, and its language."""


class Speaking(QObject):
    """Carries out the actions on reading aloud; each of them, or Esc, ends it too."""

    settings_wanted = Signal(Settings)

    def __init__(self, desk: Desk, otherwise: Callable[[], None]) -> None:
        """``otherwise`` is what Esc does while nothing is read aloud."""
        super().__init__(desk.window)
        self._desk = desk
        self._otherwise = otherwise
        self._left: deque[Spoken] = deque()
        self.use(Voice(self))
        desk.session.opened.connect(self.stop)

    def use(self, voice: Voice) -> None:
        """Read with this voice."""
        self._voice = voice
        voice.said.connect(self._go_on)
        voice.failed.connect(self._fail)

    @property
    def is_speaking(self) -> bool:
        """Whether something is being read, or about to be."""
        return bool(self._left)

    def speak_sentence(self) -> None:
        """Read the current sentence aloud."""
        self._speak(lambda sentences, at: sentences[at : at + 1])

    def speak_paragraph(self) -> None:
        """Read the paragraph of the current sentence aloud."""
        self._speak(self._paragraph)

    def speak_on(self) -> None:
        """Read aloud from the current sentence, else from the first in sight, to the end."""
        self._speak(lambda sentences, at: sentences[at:])

    def choose_aloud(self, name: str) -> None:
        """Read "hindi", "english", or "both" from now on."""
        self.stop()
        self.settings_wanted.emit(replace(self._desk.core.settings, aloud=name))

    def cancel(self) -> None:
        """Stop reading, else take back something else."""
        if self.is_speaking:
            self.stop()
        else:
            self._otherwise()

    def stop(self) -> None:
        """Say nothing more."""
        if self.is_speaking:
            self._left.clear()
            self._voice.stop()

    def _speak(self, chosen: Callable[[Sequence[Sentence], int], Sequence[Sentence]]) -> None:
        if self.is_speaking:
            self.stop()
            return
        document = self._desk.document
        sentences = document.sentences if document else ()
        texts = [
            spoken
            for sentence in chosen(sentences, self._place(sentences))
            for spoken in self._texts(sentence)
        ]
        languages = dict.fromkeys(language for _, _, language in texts)
        if not texts:
            self._desk.tell_briefly(self.tr("There is no English here to read yet"))
        elif missing := next(filter(None, map(self._voice.missing, languages)), ""):
            self._desk.message.tell(missing, "warning")
        else:
            self._left.extend(texts)
            self._say()

    def _place(self, sentences: Sequence[Sentence]) -> int:
        """Where the current sentence is among all, else the first in sight."""
        names = [sentence.id for sentence in sentences]
        current = self._desk.view.current
        return names.index(current) if current in names else self._desk.view.near_top(names)

    def _paragraph(self, sentences: Sequence[Sentence], at: int) -> Sequence[Sentence]:
        row = self._desk.row_of(sentences[at].id) if sentences else None
        return row.sentences if row else ()

    def _texts(self, sentence: Sentence) -> Iterator[Spoken]:
        """What is read of a sentence; a gloss is no English, and so is not."""
        unit = self._desk.document.units.get(sentence.id) if self._desk.document else None
        for language in self._languages:
            if language == HINDI:
                own = ENGLISH if sentence.language == ENGLISH else HINDI
                yield sentence.id, sentence.text, own
            elif unit and unit.is_translation and unit.target:
                yield sentence.id, unit.target, ENGLISH

    @property
    def _languages(self) -> tuple[str, ...]:
        """What is read of a sentence: what is set, or the one language that is seen."""
        seen = _ALONE.get(self._desk.view.view)
        return (seen,) if seen else _LANGUAGES[self._desk.core.settings.aloud]

    def _say(self) -> None:
        identity, text, language = self._left[0]
        self._desk.view.reveal(identity)
        self._voice.say(text, language)

    def _go_on(self) -> None:
        """What was said is done: the next, if there is one."""
        if self._left:
            self._left.popleft()
        if self._left:
            self._say()

    def _fail(self, why: str) -> None:
        self._left.clear()
        self._desk.message.tell(why, "error")
