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
    """What a paragraph is in its article.

    An IMAGE's text is its caption, else its alt text, and may be empty. A table is a run of
    TABLE_HEAD and TABLE_ROW, the cells of each parted by CELL_BREAK. A STAMP is the time
    over an entry of a live blog.
    """

    TITLE = "title"
    LEAD = "lead"
    ALT = "alt"
    CAPTION = "caption"
    KEY_POINT = "key-point"
    BODY = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    ITEM = "item"
    IMAGE = "image"
    TABLE_HEAD = "table-head"
    TABLE_ROW = "table-row"
    STAMP = "stamp"
    WEB_TITLE = "web-title"


CELL_BREAK = "\t"
"""What parts the cells in the text of a table's row."""


@dataclass(frozen=True, slots=True)
class Span:
    """``start`` to ``end``, end not included, in code points of one text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class Style(StrEnum):
    """How words stand out from those around them."""

    BOLD = "bold"
    ITALIC = "italic"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Markup:
    """Words that stand out in a text; ``address`` is where a LINK leads, http or https."""

    span: Span
    style: Style
    address: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of an article's text, as the publisher broke it, without line breaks.

    ``markup`` is in order of start, spans of one style do not overlap. ``label`` is the
    number of an item of a numbered list, such as '1.', behind an em space for each list that
    it stands in, or the sign of an item of a list that stands in another's; ``address`` is
    where an IMAGE's picture lies, http or https.
    """

    text: str
    kind: Kind = Kind.BODY
    markup: tuple[Markup, ...] = ()
    label: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """The words that came with the article's picture, and where it lies (http or https).

    The picture itself is loaded only when the reader asks for it.
    """

    alt: str = ""
    caption: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as parsed, before any language work. Missing parts are empty.

    ``source`` is the publisher's name, ``url`` where it was fetched or says it lives,
    ``paragraphs`` the body alone, ``key_points`` as many as the markup told apart
    (points that ran together stand in one string until `language` splits them),
    ``web_title`` the search-engine title many papers print under the text.
    ``asked`` is the address the reader gave and ``fetched`` when it was fetched, in UTC.
    ``converted`` names the legacy font encoding the text was converted from, ``feed`` is
    the address of the list of articles the page declares.
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
    asked: str = ""
    fetched: datetime | None = None
    converted: str = ""
    feed: str = ""


class ContentsKind(StrEnum):
    """What holds several articles."""

    BOOK = "book"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One article among several: open ``source``, and in it ``part`` ('' where there is one)."""

    title: str
    source: str
    part: str = ""
    published: datetime | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """Several articles to choose from: the chapters of a book, the items of a feed."""

    title: str
    kind: ContentsKind
    entries: tuple[Entry, ...]
    url: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit of linking and translation; ``span`` is its place in the row's text.

    ``id`` is stable for the same article text: the row's id, a dot, a number from 1.
    ``language`` is ENGLISH where the article itself is in English, and such a
    sentence is never sent to an engine. ``markup`` counts from the sentence's start.
    """

    id: str
    text: str
    span: Span
    language: str = HINDI
    markup: tuple[Markup, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph with its sentences: what stands on one line of the two panes.

    ``id`` is ``title``, ``lead``, ``alt``, ``caption``, ``web``, ``k1`` … for key
    points, ``p1`` … for the body. The rest is as its Paragraph has it; the address of the
    article's own picture stands with its caption, else with its alt text.
    """

    id: str
    kind: Kind
    text: str
    sentences: tuple[Sentence, ...]
    markup: tuple[Markup, ...] = ()
    label: str = ""
    address: str = ""


class State(StrEnum):
    """How a sentence came by its English."""

    MACHINE = "machine"
    CACHED = "cached"
    EDITED = "edited"
    GLOSS = "gloss"
    FAILED = "failed"


READER = "reader"
"""Who wrote a unit that the person at the window wrote or corrected."""


class ProblemKind(StrEnum):
    """What may be wrong with a translation."""

    NUMBER = "number"
    SHAPE = "shape"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a unit that does not agree with its source.

    ``text`` is one line for the reader. ``hindi`` is where it stands in the source,
    ``english`` in the target; None where it has no place there.
    """

    kind: ProblemKind
    text: str
    hindi: Span | None = None
    english: Span | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an engine's answer, in one line for the reader.

    A fatal one says that it is certainly no translation, so that the engine failed; any
    other that it may be one which needs a look.
    """

    text: str
    is_fatal: bool = False


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words of a target that a pinned spelling took the place of: ``before`` stood at ``span``.

    ``span`` is where the pinned spelling stands in the target now.
    """

    span: Span
    before: str


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """A Hindi sentence and its English.

    ``engine`` is the engine's stable name (``google``, ``gloss`` …) or who wrote it, and
    ``version`` that of its model, '' where it has none. ``reason`` says why it failed, why a
    gloss stands in for a translation, or why another engine than the first did it.
    ``created`` is when the English was made, in UTC; None for a gloss or a failure.
    ``chosen`` is when the reader took it before others, or said that it is right, in UTC;
    one ``aside`` came as a second opinion and stands behind what was shown before it.
    ``markup`` is the sentence's, at the words of ``target`` that stand for the same.
    ``problems`` are what the checks found, ``replaced`` what pinned spellings changed, in
    order of their spans; neither is kept in the translation memory.
    """

    id: str
    source: str
    target: str
    engine: str
    state: State
    reason: str = ""
    created: datetime | None = None
    markup: tuple[Markup, ...] = ()
    version: str = ""
    chosen: datetime | None = None
    aside: bool = False
    problems: tuple[Problem, ...] = ()
    replaced: tuple[Replacement, ...] = ()

    @property
    def given(self) -> str:
        """The target as it was given, before pinned spellings changed it."""
        text = self.target
        for replacement in reversed(self.replaced):
            span = replacement.span
            text = f"{text[: span.start]}{replacement.before}{text[span.end :]}"
        return text

    @property
    def is_translation(self) -> bool:
        """Whether ``target`` is a translation: neither a gloss nor a failure."""
        return self.state not in (State.GLOSS, State.FAILED)

    @property
    def is_doubtful(self) -> bool:
        """Whether the checks found something that the reader has not said is right."""
        return bool(self.problems) and self.chosen is None

    def improves_on(self, known: TranslationUnit | None) -> bool:
        """Whether this is to take the place of what is known.

        Never of a reader's own words or choice, and of a translation only if it is one itself.
        """
        if known is None or not known.is_translation:
            return True
        return self.is_translation and known.state is not State.EDITED and not known.chosen


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A unit whose source is near to a sentence; ``likeness`` is in percent, below 100."""

    unit: TranslationUnit
    likeness: float


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


class ChangeKind(StrEnum):
    """What became of a sentence between two versions of an article."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that is not the same in two versions: ``before`` or ``after`` may be None."""

    kind: ChangeKind
    before: Sentence | None
    after: Sentence | None
