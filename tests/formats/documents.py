"""A small Document with everything an export can meet: gloss, edited, failed, missing, hostile."""

from datetime import UTC, datetime

from reader.formats import ExportOptions
from reader.formats.dates import IST
from reader.model import (
    ENGLISH,
    HINDI,
    Annotation,
    Article,
    Colour,
    Document,
    Entity,
    EntityMention,
    Image,
    KeyPoint,
    Kind,
    Label,
    Paragraph,
    Row,
    Sentence,
    Span,
    State,
    TranslationUnit,
)

HOSTILE = "<script>alert('x')</script> | `code` ](javascript:alert(1)) *a* _b_ \\ & &lt; ==c== $d$"
MADE = datetime(2025, 7, 4, 6, 0, tzinfo=UTC)
OPTIONS = ExportOptions(
    exported=datetime(2025, 7, 5, 12, 30, tzinfo=IST), engines={"google": "Google Translate"}
)

PUL = ("पुल खुल गया।", "लोग खुश हैं।")
MELA = ("मेला कल से है।", "टिकट नहीं लगेगा।", "सब आएँ।")


def row(id_: str, kind: Kind, *texts: str, language: str = HINDI) -> Row:
    """A row of the sentences given, joined by a space."""
    sentences, at = [], 0
    for number, text in enumerate(texts, 1):
        span = Span(at, at + len(text))
        sentences.append(Sentence(f"{id_}.{number}", text, span, language))
        at += len(text) + 1
    return Row(id_, kind, " ".join(texts), tuple(sentences))


def alt(english: str, hindi: str) -> Row:
    """An alt text in both languages, as newspapers print them."""
    text, at = f"{english} | {hindi}", len(english) + 3
    halves = (
        Sentence("alt.1", english, Span(0, len(english)), ENGLISH),
        Sentence("alt.2", hindi, Span(at, len(text)), HINDI),
    )
    return Row("alt", Kind.ALT, text, halves)


def unit(id_: str, source: str, target: str, state: State, engine: str) -> TranslationUnit:
    made = None if state in (State.GLOSS, State.FAILED) else MADE
    reason = "The engine asked to wait." if state is State.FAILED else ""
    return TranslationUnit(id_, source, target, engine, state, reason, made)


def document() -> Document:
    """The document of the golden files."""
    rows = (
        row("title", Kind.TITLE, "गाँव में नया पुल"),
        row("lead", Kind.LEAD, "नदी पर पुल बना।"),
        alt("New bridge", "नया पुल"),
        row("caption", Kind.CAPTION, "पुल का एक दृश्य"),
        row("k1", Kind.KEY_POINT, "पुल खुला"),
        row("p1", Kind.BODY, *PUL),
        row("p2", Kind.HEADING, "आगे क्या"),
        row("p3", Kind.QUOTE, "“हम आएँगे।”"),
        row("p4", Kind.ITEM, *MELA),
        row("p5", Kind.BODY, "All are welcome.", language=ENGLISH),
        row("p6", Kind.BODY, f"# 1. {HOSTILE}"),
        row("web", Kind.WEB_TITLE, "new bridge opens", language=ENGLISH),
    )
    made = [
        unit("title.1", "गाँव में नया पुल", "New bridge in the village", State.MACHINE, "google"),
        unit(
            "lead.1", "नदी पर पुल बना।", "A bridge was built over the river.", State.CACHED, "google"
        ),
        unit("k1.1", "पुल खुला", "Bridge opens", State.MACHINE, "google"),
        unit("p1.1", PUL[0], "The bridge has opened.", State.EDITED, "reader"),
        unit("p1.2", PUL[1], "people · happy · are", State.GLOSS, "gloss"),
        unit("p2.1", "आगे क्या", "What next", State.MACHINE, "google"),
        unit("p3.1", "“हम आएँगे।”", "“We will come.”", State.MACHINE, "google"),
        unit("p4.1", MELA[0], "The fair is from tomorrow.", State.MACHINE, "google"),
        unit("p4.2", MELA[1], "", State.FAILED, "google"),
        unit("p6.1", rows[10].text, f"- {HOSTILE}", State.MACHINE, "google"),
    ]
    return Document(
        article=Article(
            title="गाँव में नया पुल",
            paragraphs=tuple(Paragraph(r.text, r.kind) for r in rows[5:11]),
            byline="आरती शर्मा",
            published=datetime(2025, 7, 4, 9, 15, tzinfo=IST),
            modified=datetime(2025, 7, 4, 17, 40, tzinfo=IST),
            source="नदी समाचार",
            url="https://nadi.example/pul?a=1&b=2",
            lead="नदी पर पुल बना।",
            image=Image("New bridge | नया पुल", "पुल का एक दृश्य"),
            key_points=("पुल खुला",),
            dateline="लखनऊ",
            web_title="new bridge opens",
        ),
        rows=rows,
        units={each.id: each for each in made},
        annotations=(
            mark("a2", "p4", 0, 4, Colour.ROSE, "<b>note</b> |\nsecond line"),
            mark("a1", "p1", 3, 15, Colour.MINT, ""),
        ),
        entities=(
            Entity(Label.PLACE, "लखनऊ", "Lucknow", (EntityMention("p1", Span(0, 2), "लखनऊ"),)),
            Entity(Label.PERSON, "आरती <i>", "Arti | *", ()),
        ),
        key_points=(KeyPoint("k1", "p1.1"),),
        english_byline="Arti Sharma",
        english_dateline="Lucknow",
    )


def mark(id_: str, row_id: str, start: int, end: int, colour: Colour, note: str) -> Annotation:
    text = " ".join(PUL if row_id == "p1" else MELA)
    return Annotation(
        id_, row_id, Span(start, end), text[start:end], text[:start], text[end:], colour, MADE, note
    )
