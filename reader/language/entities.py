"""The people, places, organisations, dates, numbers and amounts of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from reader.language import dates, lexicon, mentions, names, numbers, romanise, words
from reader.language.normalise import fold
from reader.model import HINDI, Entity, EntityMention, Label, Row, Span


@dataclass(slots=True)
class _Group:
    """The mentions of one entity while they are gathered."""

    label: Label
    english: str
    mentions: list[EntityMention] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form among the mentions, the first of equals."""
        return max((mention.text for mention in self.mentions), key=len)

    def parts(self) -> tuple[str, ...]:
        """The folded words of the fullest form."""
        return _parts(self.name)


def find(rows: Sequence[Row], published: datetime | None = None) -> tuple[Entity, ...]:
    """The entities named in the Hindi sentences of ``rows``, in order of first mention.

    Mentions are grouped by English spelling, values by what they come to, and a person's
    short name, a part of a longer one, with the longer one. ``published`` gives the year
    to dates without one.
    """
    groups: dict[tuple[Label, str], _Group] = {}
    for mention, label, english in _mentions(rows, published):
        key = (label, english.casefold())
        groups.setdefault(key, _Group(label, english)).mentions.append(mention)
    merged = _merge_short_names(list(groups.values()))
    _add_short_names(rows, merged)
    return _in_order(rows, merged)


def english(found: mentions.Found, text: str, published: datetime | None = None) -> str:
    """How English has a mention found in ``text``: a spelling, or a value in words."""
    if isinstance(found.value, dates.When):
        return dates.english(found.value, published)
    if found.value:
        return numbers.english(found.value)
    said = text[found.span.start : found.span.end]
    if found.label is Label.ORGANISATION:
        return names.spelling(said) or " ".join(_titled(word) for word in _spelled(said))
    return romanise.romanise_name(said)


def _titled(word: str) -> str:
    """One word of an organisation's name: a name's spelling, its meaning, or its sound."""
    spelling = names.spelling(word)
    if spelling:
        return spelling
    entries = lexicon.lookup(word)
    return entries[0].meanings[0].title() if entries else romanise.romanise_name(word)


def _mentions(
    rows: Sequence[Row], published: datetime | None
) -> Iterator[tuple[EntityMention, Label, str]]:
    """Every mention, its label and its English."""
    for row in rows:
        for sentence in row.sentences:
            if sentence.language != HINDI:
                continue
            for found in mentions.find(sentence.text):
                said = sentence.text[found.span.start : found.span.end]
                span = Span(
                    sentence.span.start + found.span.start, sentence.span.start + found.span.end
                )
                spelled = english(found, sentence.text, published)
                yield EntityMention(row.id, span, said), found.label, spelled


def _merge_short_names(groups: list[_Group]) -> list[_Group]:
    """The groups, those of short names gathered into those of longer ones."""
    longer: dict[str, list[_Group]] = {}
    kept = []
    for group in sorted(groups, key=lambda group: -len(group.parts())):
        parts = group.parts()
        homes = [
            home
            for home in longer.get(parts[0] if parts else "", ())
            if home.label is group.label and _within(parts, home.parts())
        ]
        if group.label is Label.PERSON and homes:
            max(homes, key=lambda home: len(home.mentions)).mentions.extend(group.mentions)
            continue
        kept.append(group)
        for part in set(parts):
            longer.setdefault(part, []).append(group)
    return kept


def _add_short_names(rows: Sequence[Row], groups: Sequence[_Group]) -> None:
    """Add where a part of a person's longer name, or a village named once as one, stands alone."""
    homes = {
        part: group
        for group in groups
        if (group.label is Label.PERSON) == (len(group.parts()) > 1)
        and group.label in (Label.PERSON, Label.PLACE)
        for part in group.parts()
        if not mentions.is_common(part)
    }
    taken = {
        (mention.row, at)
        for group in groups
        for mention in group.mentions
        for at in range(mention.span.start, mention.span.end)
    }
    for row in rows:
        for span in _hindi_words(row) if homes else ():
            said = row.text[span.start : span.end]
            if fold(said) in homes and (row.id, span.start) not in taken:
                homes[fold(said)].mentions.append(EntityMention(row.id, span, said))


def _hindi_words(row: Row) -> Iterator[Span]:
    """The words of a row's Hindi sentences."""
    for sentence in row.sentences:
        if sentence.language == HINDI:
            for span in words.split(sentence.text):
                yield Span(sentence.span.start + span.start, sentence.span.start + span.end)


def _in_order(rows: Sequence[Row], groups: Sequence[_Group]) -> tuple[Entity, ...]:
    """The groups as entities, they and their mentions in reading order."""
    order = {row.id: at for at, row in enumerate(rows)}
    for group in groups:
        group.mentions.sort(key=lambda mention: (order[mention.row], mention.span.start))
    first = {id(group): group.mentions[0] for group in groups}
    ordered = sorted(groups, key=lambda g: (order[first[id(g)].row], first[id(g)].span.start))
    return tuple(Entity(g.label, g.name, g.english, tuple(g.mentions)) for g in ordered)


def _within(parts: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether ``parts`` stand in ``whole`` side by side, and are fewer."""
    last = len(whole) - len(parts)
    return last > 0 and any(whole[at : at + len(parts)] == parts for at in range(last + 1))


def _spelled(text: str) -> list[str]:
    """The words of a text as they stand."""
    return [text[span.start : span.end] for span in words.split(text)]


def _parts(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(map(fold, _spelled(text)))
