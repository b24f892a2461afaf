"""What Setu talks about: the article, its sentences, their English, and what is found in them.

Every offset is in Python code points, and every span is half-open. Texts are Unicode NFC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

HINDI = "hi"
ENGLISH = "en"


class Kind(StrEnum):
    """What a paragraph is in its article."""

    TITLE = "title"
    LEAD = "lead"
    ALT = "alt"
    CAPTION = "caption"
    KEY_POINT = "key-point"
    BODY = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    ITEM = "item"
    WEB_TITLE = "web-title"


@dataclass(frozen=True, slots=True)
class Span:
    """``start`` to ``end``, end not included, in code points of one text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of an article's text, as the publisher broke it, without line breaks."""

    text: str
    kind: Kind = Kind.BODY


@dataclass(frozen=True, slots=True)
class Image:
    """The words that came with a picture; the picture itself is never loaded."""

    alt: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as parsed, before any language work. Missing parts are empty.

    ``source`` is the publisher's name, ``url`` where it was fetched or says it lives,
    ``paragraphs`` the body alone, ``key_points`` as many as the markup told apart
    (points that ran together stand in one string until `language` splits them),
    ``web_title`` the search-engine title many papers print under the text.
    """

    title: str
    paragraphs: tuple[Paragraph, ...]
    byline: str = ""
    published: datetime | None = None
    modified: datetime | None = None
    source: str = ""
    url: str = ""
    language: str = HINDI
    lead: str = ""
    image: Image = Image()
    key_points: tuple[str, ...] = ()
    dateline: str = ""
    web_title: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit of linking and translation; ``span`` is its place in the row's text.

    ``id`` is stable for the same article text: the row's id, a dot, a number from 1.
    ``language`` is ENGLISH where the article itself is in English, and such a
    sentence is never sent to an engine.
    """

    id: str
    text: str
    span: Span
    language: str = HINDI


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph with its sentences: what stands on one line of the two panes.

    ``id`` is ``title``, ``lead``, ``alt``, ``caption``, ``web``, ``k1`` … for key
    points, ``p1`` … for the body.
    """

    id: str
    kind: Kind
    text: str
    sentences: tuple[Sentence, ...]


class State(StrEnum):
    """How a sentence came by its English."""

    MACHINE = "machine"
    CACHED = "cached"
    EDITED = "edited"
    GLOSS = "gloss"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """A Hindi sentence and its English.

    ``engine`` is the engine's stable name (``google``, ``gloss`` …) or who wrote it.
    ``reason`` says why it failed, or why a gloss stands in for a translation.
    ``created`` is when the English was made, in UTC; None for a gloss or a failure.
    """

    id: str
    source: str
    target: str
    engine: str
    state: State
    reason: str = ""
    created: datetime | None = None

    @property
    def is_translation(self) -> bool:
        """Whether ``target`` is a translation: neither a gloss nor a failure."""
        return self.state not in (State.GLOSS, State.FAILED)


class Label(StrEnum):
    """What kind of thing an entity is."""

    PERSON = "PERSON"
    PLACE = "PLACE"
    ORGANISATION = "ORGANISATION"
    DATE = "DATE"
    NUMBER = "NUMBER"
    MONEY = "MONEY"


@dataclass(frozen=True, slots=True)
class EntityMention:
    """One place in one row's text where an entity stands."""

    row: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place, organisation, date, number or amount, with all its mentions.

    ``name`` is the fullest Hindi form found, ``english`` its spelling in English.
    """

    label: Label
    name: str
    english: str
    mentions: tuple[EntityMention, ...]


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A publisher's key point: its row, and the id of the sentence it sums up ('' if none)."""

    row: str
    sentence: str


class Colour(StrEnum):
    """The four mark colours."""

    AMBER = "amber"
    MINT = "mint"
    SKY = "sky"
    ROSE = "rose"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A reader's mark on a row's Hindi text, shown on both sides.

    ``quote`` is the marked text, ``prefix`` and ``suffix`` up to 32 code points around
    it, as in the W3C Web Annotation text-quote selector, to find it again after a
    re-fetch. ``created`` is in UTC.
    """

    id: str
    row: str
    span: Span
    quote: str
    prefix: str
    suffix: str
    colour: Colour
    created: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """An article with all that is known of it: what is shown, exported and printed.

    ``english_byline`` and ``english_dateline`` are spellings, not translations.
    """

    article: Article
    rows: tuple[Row, ...]
    units: Mapping[str, TranslationUnit] = field(default_factory=dict)
    annotations: tuple[Annotation, ...] = ()
    entities: tuple[Entity, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()
    english_byline: str = ""
    english_dateline: str = ""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, in reading order."""
        return tuple(sentence for row in self.rows for sentence in row.sentences)

    def english(self, row: Row) -> str:
        """The row's English as far as there is any, sentences joined by a space."""
        return " ".join(filter(None, (self.english_of(s) for s in row.sentences)))

    def english_of(self, sentence: Sentence) -> str:
        """The sentence's English, its own text where it is in English already, else ''."""
        if sentence.language == ENGLISH:
            return sentence.text
        unit = self.units.get(sentence.id)
        return unit.target if unit else ""
