"""What is known of one sentence's English, in words, before any Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from reader.language.normalise import fold
from reader.model import READER, Document, Label, Sentence, Span, State, Suggestion, TranslationUnit
from reader.translation import near
from reader.translation.engine import Engine
from reader.ui.wording import in_window

_NAMES = (Label.PERSON, Label.PLACE, Label.ORGANISATION)
_STATES = {
    State.MACHINE: "Machine translated",
    State.CACHED: "From the translation memory",
    State.EDITED: "Edited by hand",
    State.GLOSS: "Gloss, not a translation",
    State.FAILED: "Not translated",
}


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: how it is spelled in English, and whether the reader set that."""

    hindi: str
    english: str
    is_pinned: bool


@dataclass(frozen=True, slots=True)
class About:
    """A sentence with its English, what else it may be, and the names in it.

    ``unit`` is None where it has no English yet. ``others`` is English of other engines, and
    of the same that was shown before; ``near`` that of sentences much like this one.
    """

    sentence: Sentence
    unit: TranslationUnit | None
    engines: Mapping[str, Engine]
    others: Sequence[TranslationUnit] = ()
    near: Sequence[Suggestion] = ()
    names: Sequence[Name] = ()

    @property
    def english(self) -> str:
        """The translation as it is shown, '' where there is none."""
        return self.unit.target if self.unit and self.unit.is_translation else ""

    @property
    def state(self) -> str:
        """How the sentence came by its English."""
        if self.sentence.text and self.unit is None:
            return "Not translated yet"
        return state_of(self.unit) if self.unit else ""

    @property
    def origin(self) -> str:
        """Who made the English and when."""
        return origin(self.unit, self.engines) if self.unit else ""

    @property
    def reason(self) -> str:
        """Why there is no translation, or why another engine than the first made it."""
        if self.unit is None or not self.english or not self.unit.reason:
            return in_window(self.unit.reason) if self.unit else ""
        return f"{in_window(self.unit.reason)} So {label_of(self.unit, self.engines)} was asked."

    @property
    def respelled(self) -> list[tuple[str, str]]:
        """The pinned spellings put in, each with what the engine had written."""
        unit = self.unit
        found = unit.replaced if unit else ()
        pairs = ((self.unit_text(each.span), each.before) for each in found)
        return list(dict.fromkeys(pairs))

    def unit_text(self, span: Span) -> str:
        """A span of the English as it is shown."""
        return self.unit.target[span.start : span.end] if self.unit else ""


def state_of(unit: TranslationUnit) -> str:
    """How a sentence came by this English, in words."""
    kept = unit.chosen is not None and unit.state is not State.EDITED
    return _STATES[unit.state] + (", kept by you" if kept else "")


def origin(unit: TranslationUnit, engines: Mapping[str, Engine]) -> str:
    """Who made a unit, with which version, and when; '' where nobody did."""
    who = "you" if unit.engine == READER else label_of(unit, engines)
    when = f"{unit.created.astimezone():%d %b %Y, %H:%M}".lstrip("0") if unit.created else ""
    return " · ".join(filter(None, (who, unit.version, when)))


def label_of(unit: TranslationUnit, engines: Mapping[str, Engine]) -> str:
    """What the engine that made a unit is called; its name where it is not known here."""
    known = engines.get(unit.engine)
    return known.label if known else unit.engine


def names_in(document: Document, sentence: Sentence, pins: Mapping[str, str]) -> Iterator[Name]:
    """The names in a sentence: those the analysis found, and those with a pinned spelling."""
    row = next((row for row in document.rows if sentence in row.sentences), None)
    found = {
        entity.name: entity.english
        for entity in document.entities
        if entity.label in _NAMES and row
        for mention in entity.mentions
        if mention.row == row.id and mention.span.overlaps(sentence.span)
    }
    folded = fold(sentence.text)
    pinned = {hindi: english for hindi, english in pins.items() if fold(hindi) in folded}
    for hindi, english in {**found, **pinned}.items():
        yield Name(hindi, english, hindi in pins)


def lit(text: str, spans: Sequence[Span], style: str) -> str:
    """A text as HTML with ``spans``, which are in order, in a CSS style."""
    shown, at = "", 0
    for span in spans:
        shown += escape(text[at : span.start])
        shown += f'<span style="{style}">{escape(text[span.start : span.end])}</span>'
        at = span.end
    return shown + escape(text[at:])


def compared(text: str, other: str, style: str) -> tuple[str, str]:
    """Two sentences much alike as HTML, with the words that differ in a CSS style."""
    gone, come = near.differences(text, other)
    return lit(text, gone, style), lit(other, come, style)
