"""What was loaded, made a document: its language found, its text cut into rows."""

from __future__ import annotations

from dataclasses import replace

from reader.errors import NotHindi
from reader.formats import Loaded
from reader.language import segment as segmentation
from reader.model import HINDI, Article, Contents, Document, State, TranslationUnit

LANGUAGE_SAMPLE = 20_000
"""How many characters of an article are looked at to tell its language."""


def laid_out(loaded: Loaded, *, any_language: bool) -> Document | Contents:
    """What was loaded, an article cut into rows. Raises NotHindi unless ``any_language``."""
    if isinstance(loaded, Contents):
        return loaded
    if isinstance(loaded, Article):
        return document_of(_in_its_language(loaded, any_language=any_language))
    document = document_of(_in_its_language(loaded.article, any_language=any_language))
    return replace(document, units=_brought(loaded, document), annotations=loaded.annotations)


def _brought(saved: Document, document: Document) -> dict[str, TranslationUnit]:
    """The translations in a saved document, by the ids its sentences have in ``document``."""
    from reader.language.placing import placed

    units = {unit.source: unit for unit in saved.units.values() if unit.is_translation}
    return {
        sentence.id: placed(_as_kept(units[sentence.text], sentence.id), sentence)
        for sentence in document.sentences
        if sentence.text in units
    }


def _as_kept(unit: TranslationUnit, id_: str) -> TranslationUnit:
    """A unit made before, as the translation memory gives it."""
    state = State.EDITED if unit.state is State.EDITED else State.CACHED
    return replace(unit, id=id_, state=state)


def document_of(article: Article) -> Document:
    """The article cut into rows and sentences, whatever its language."""
    return Document(article, segmentation.segment(article))


def _in_its_language(article: Article, *, any_language: bool) -> Article:
    """The article, its language as its text says. Raises NotHindi unless ``any_language``."""
    from reader.language.detect import language_name, language_of

    text = " ".join([article.title, article.lead, *(p.text for p in article.paragraphs)])
    language = language_of(text[:LANGUAGE_SAMPLE])
    if language not in (HINDI, "") and not any_language:
        name = language_name(language)
        kind = "Hindi in Devanagari" if language.startswith(HINDI) else "Hindi"
        raise NotHindi(f"This looks like {name}, not {kind}.", language=language)
    return replace(article, language=language or article.language)
