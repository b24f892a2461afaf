"""`translate` and `export`: one article or many, by one server or several, into English."""

from __future__ import annotations

import os
import re
from argparse import Namespace
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event
from typing import Any

from reader import formats
from reader.app import Core
from reader.cli import leave
from reader.cli.arguments import DONE, NO_ARTICLE, NO_ENGINE
from reader.cli.reading import document_at
from reader.errors import ExportError, InputError, LibraryError
from reader.formats.writers import listing
from reader.model import ENGLISH, Document, Sentence, State, TranslationUnit
from reader.settings import AUTOMATIC
from reader.terminal import complain, counted, say, say_json, say_json_line
from reader.translation.engine import Engine

_NOT_IN_NAMES = re.compile(r'[\s\x00-\x1f/\\:*?"<>|.]+')
_LONGEST_NAME = 60


@dataclass
class _Article:
    """One article on its way: ``left`` of its sentences are not in English yet."""

    source: str
    document: Document
    units: dict[str, TranslationUnit]
    left: int

    @property
    def translated(self) -> Document:
        return replace(self.document, units=self.units)


@dataclass
class _Many:
    """Articles that are translated in one run, so that every server has something to do.

    While they are on their way a sentence's id has the article's number before it.
    """

    core: Core
    options: Namespace
    status: int = DONE
    _under_way: dict[str, _Article] = field(default_factory=dict)

    def articles(self) -> Iterator[_Article]:
        """Each article as soon as all its sentences were asked for; one for each readable."""
        engines = chain(self.core, self.options)
        made = self.core.translate(self._paragraphs(), engines, Event())
        for unit in kept(self.core, made):
            number, _, identity = unit.id.partition(":")
            article = self._under_way[number]
            article.units[identity] = replace(unit, id=identity)
            article.left -= 1
            yield from self._whole()
        yield from self._whole()

    def _whole(self) -> Iterator[_Article]:
        for number in [n for n, article in self._under_way.items() if not article.left]:
            yield self._under_way.pop(number)

    def _paragraphs(self) -> Iterator[list[Sentence]]:
        """What is to be translated, an article read only when its turn has come."""
        for number, source in enumerate(self.options.article):
            document = self._read(source)
            if document is None:
                continue
            units = known(self.core, document)
            groups = missing(document, units)
            self._under_way[str(number)] = _Article(source, document, units, sum(map(len, groups)))
            for group in groups:
                yield [replace(sentence, id=f"{number}:{sentence.id}") for sentence in group]

    def _read(self, source: str) -> Document | None:
        try:
            return document_at(self.core, self.options, source)
        except InputError as error:
            if len(self.options.article) == 1:
                raise
            complain(f"{source}: {error}")
            self.status = NO_ARTICLE
            return None


def translate(core: Core, options: Namespace) -> int:
    """Print translation units: those in memory, the rest from the engine."""
    several = len(options.article) > 1
    take(core, options)
    many, status = _Many(core, options), DONE
    for article in counted(many.articles(), len(options.article), "articles"):
        units = [article.units[s.id] for s in article.document.sentences if s.id in article.units]
        judged = judge(units, article.source if several else "")
        status = max(status, judged)
        if not units:
            of = f"{article.source}: " if several else ""
            complain(f"{of}There is no Hindi in it to translate. `show` prints it as it is.")
        if options.json:
            listed = [listing.unit_json(unit) for unit in units]
            _say_units(article.source if several else "", listed)
        elif units and judged == DONE:
            say(f"{article.source}\n\n" * several + listing.units_text(units))
    return max(status, many.status)


def _say_units(source: str, units: list[dict[str, object]]) -> None:
    """The units of a single article as a list; of one among several as an object on a line."""
    if source:
        say_json_line({"article": source, "units": units})
    else:
        say_json(units)


def export(core: Core, options: Namespace) -> int:
    """Write a bilingual document for each article; of several, into a folder."""
    ending = formats.ending_of(options.format or options.output.suffix)
    places = _Places(options.output, ending) if len(options.article) > 1 else None
    check_place(options.output / "x" if places else options.output)
    take(core, options)
    many, status = _Many(core, options), DONE
    for article in counted(many.articles(), len(options.article), "articles"):
        judged = judge(article.units.values(), article.source if places else "")
        status = max(status, judged)
        if judged == DONE:
            path = places.free(article) if places else options.output
            _write(core, article.translated, path, formats.Layout(options.layout), ending)
    return max(status, many.status)


def _write(core: Core, document: Document, path: Path, layout: formats.Layout, ending: str) -> None:
    labels = {name: engine.label for name, engine in core.engines().items()}
    chosen = formats.ExportOptions(engines=labels)
    formats.export(core.analyse(document), path, layout, ending, chosen)


class _Places:
    """Where several articles are written: files of a folder, each named after its article."""

    def __init__(self, folder: Path, ending: str) -> None:
        """``folder`` is made if it is not there. Raises ExportError."""
        if folder.suffix.lower() in formats.WRITERS and not folder.is_dir():
            raise ExportError(
                f"{folder} would be one file for several articles.",
                "Name a folder after --output, and the kind of file after --format.",
            )
        self._folder = folder
        self._ending = ending
        self._taken: set[str] = set()
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise ExportError(
                f"{folder} is no folder for several articles.", "Name one that is there or can be."
            ) from error

    def free(self, article: _Article) -> Path:
        """A name that no other article of this run has."""
        of_file = "" if formats.is_address(article.source) else Path(article.source).stem
        wanted = of_file or article.document.article.title
        name = _NOT_IN_NAMES.sub("-", wanted).strip("-")[:_LONGEST_NAME] or "article"
        number, free = 1, name
        while free in self._taken:
            number += 1
            free = f"{name}-{number}"
        self._taken.add(free)
        return self._folder / f"{free}{self._ending}"


# -- what other commands use too ------------------------------------------------------------


def take(core: Core, options: Namespace) -> None:
    """Take the engine, its address and model, and a translation memory from the command line.

    Raises Unavailable where the text may not go to that engine.
    """
    changes: dict[str, Any] = {}
    if options.engine not in ("", AUTOMATIC):
        changes["engine"] = options.engine
    if options.address:
        changes[f"{options.engine}_address"] = options.address[0]
        changes["listed"] = tuple(n for n in core.settings.listed if n != options.engine)
    if options.model:
        changes["chat_model"] = options.model
    core.settings = replace(core.settings, **changes)
    leave.take(core, options)
    if options.memory:
        core.import_memory(options.memory)


def chain(core: Core, options: Namespace) -> Sequence[Engine]:
    """The engines that are asked; several servers count as one. Raises Unavailable."""
    if options.address and len(options.address) > 1:
        return [core.spread(options.engine, options.address)]
    return core.chain(options.engine)


def translated(core: Core, options: Namespace, document: Document) -> Document:
    """The document with units from memory and, for the rest, from the engine asked for."""
    units = known(core, document)
    groups = missing(document, units)
    made = core.translate(groups, chain(core, options), Event())
    for unit in kept(core, counted(made, sum(map(len, groups)), "sentences")):
        units[unit.id] = unit
    return replace(document, units=units)


def known(core: Core, document: Document) -> dict[str, TranslationUnit]:
    """The English the document brought and the memory has, checked, by sentence id."""
    units = {**document.units, **core.recall(document.sentences)}
    return {s.id: core.dressed(units[s.id], s) for s in document.sentences if s.id in units}


def missing(document: Document, units: Container[str]) -> list[list[Sentence]]:
    """The Hindi sentences without a unit, a list for each row."""
    return [
        [s for s in row.sentences if s.id not in units and s.language != ENGLISH]
        for row in document.rows
    ]


def kept(core: Core, units: Iterable[TranslationUnit]) -> Iterator[TranslationUnit]:
    """The units, each kept as soon as it is there; a library in trouble does not stop them."""
    keeping = True
    for unit in units:
        if keeping:
            try:
                core.remember([unit])
            except LibraryError as error:
                keeping = False
                core.warnings.append(f"{error} What is translated now is not kept.")
        yield unit


def judge(units: Collection[TranslationUnit], source: str = "") -> int:
    """Complain about failures; NO_ENGINE when there is no English at all."""
    failed = [unit for unit in units if unit.state is State.FAILED]
    if not failed:
        return DONE
    of = f"{source}: " if source else ""
    complain(f"{of}{len(failed)} of {len(units)} sentences not translated: {failed[0].reason}")
    return DONE if len(failed) < len(units) else NO_ENGINE


def check_place(path: Path) -> None:
    """Tell before the work that no file can be written there. Raises ExportError."""
    if path.is_dir():
        raise ExportError(f"{path} is a folder.", "Name a file in it.")
    if not os.access(path.absolute().parent, os.W_OK):
        raise ExportError(
            f"{path} cannot be written.", "Name a file in a folder that exists and is yours."
        )
