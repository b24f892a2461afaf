"""A small Document with everything an export can meet: gloss, edited, failed, missing, hostile."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from reader.formats import ExportOptions
from reader.formats.dates import IST
from reader.model import (
    CELL_BREAK,
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
    Markup,
    Paragraph,
    Problem,
    ProblemKind,
    Row,
    Sentence,
    Span,
    State,
    Style,
    TranslationUnit,
)

HOSTILE = "<script>alert('x')</script> | `code` ](javascript:alert(1)) *a* _b_ \\ & &lt; ==c== $d$"
MADE = datetime(2025, 7, 4, 6, 0, tzinfo=UTC)
OPTIONS = ExportOptions(
    exported=datetime(2025, 7, 5, 12, 30, tzinfo=IST), engines={"google": "Google Translate"}
)

PUL = ("पुल खुल गया।", "लोग खुश हैं।")
LINK = "https://nadi.example/सरयू_(नदी)?a=1&copy;=2"
SARYU = "सरयू पर बना पुल लोगों के लिए खुला है।"
SARYU_ENGLISH = "The bridge on the Saryu is open to people!"
MELA = ("मेला कल से है।", "टिकट नहीं लगेगा।", "सब आएँ।")


def row(id_: str, kind: Kind, *texts: str, language: str = HINDI) -> Row:
    """A row of the sentences given, joined by a space."""
    sentences, at = [], 0
    for number, text in enumerate(texts, 1):
        span = Span(at, at + len(text))
        sentences.append(Sentence(f"{id_}.{number}", text, span, language))
        at += len(text) + 1
    return Row(id_, kind, " ".join(texts), tuple(sentences))


def cells(id_: str, kind: Kind, *texts: str) -> Row:
    """A row of a table, each of its cells that is not empty a sentence."""
    sentences: list[Sentence] = []
    at = 0
    for text in texts:
        if text:
            language = ENGLISH if text.isascii() else HINDI
            name = f"{id_}.{len(sentences) + 1}"
            sentences.append(Sentence(name, text, Span(at, at + len(text)), language))
        at += len(text) + 1
    return Row(id_, kind, CELL_BREAK.join(texts), tuple(sentences))


def found(text: str, *looks: tuple[str, Style]) -> tuple[Markup, ...]:
    """Markup at the words given; every link leads to LINK."""
    return tuple(
        Markup(
            Span(text.index(words), text.index(words) + len(words)),
            style,
            LINK if style is Style.LINK else "",
        )
        for words, style in looks
    )


def marked_up(there: Row, markup: Sequence[Markup]) -> Row:
    """A row of one sentence with markup."""
    (sentence,) = there.sentences
    return replace(
        there, markup=tuple(markup), sentences=(replace(sentence, markup=tuple(markup)),)
    )


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
        replace(row("caption", Kind.CAPTION, "पुल का एक दृश्य"), address="https://nadi.example/1.jpg"),
        row("k1", Kind.KEY_POINT, "पुल खुला"),
        row("p1", Kind.BODY, *PUL),
        row("p2", Kind.HEADING, "आगे क्या"),
        row("p3", Kind.QUOTE, "“हम आएँगे।”"),
        row("p4", Kind.ITEM, *MELA),
        row("p5", Kind.BODY, "All are welcome.", language=ENGLISH),
        row("p6", Kind.BODY, f"# 1. {HOSTILE}"),
        row("p7", Kind.STAMP, "शाम 5:40"),
        marked_up(
            row("p8", Kind.BODY, SARYU),
            found(SARYU, ("सरयू पर बना", Style.LINK), ("बना पुल", Style.BOLD), ("खुला", Style.ITALIC)),
        ),
        replace(row("p9", Kind.ITEM, "पहला दिन"), label="९."),
        replace(row("p10", Kind.ITEM, "दूसरा दिन"), label="१०."),
        replace(row("p11", Kind.ITEM, "अंत में"), label="११."),
        cells("p12", Kind.TABLE_HEAD, "", "गाँव", "दूरी"),
        cells("p13", Kind.TABLE_ROW, "1", "रामपुर", ""),
        cells("p14", Kind.TABLE_ROW, "2", "सरयूपुर | पूर्व", "3"),
        replace(row("p15", Kind.IMAGE, "नदी का चित्र"), address="https://nadi.example/1(a).jpg"),
        Row("p16", Kind.IMAGE, "", (), address="https://nadi.example/2.jpg"),
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
        unit("p7.1", "शाम 5:40", "5:40 pm", State.MACHINE, "google"),
        replace(
            unit("p8.1", SARYU, SARYU_ENGLISH, State.MACHINE, "google"),
            markup=found(
                SARYU_ENGLISH,
                ("bridge on the Saryu", Style.LINK),
                ("bridge", Style.BOLD),
                ("people", Style.ITALIC),
            ),
        ),
        unit("p9.1", "पहला दिन", "The first day", State.MACHINE, "google"),
        replace(
            unit("p10.1", "दूसरा दिन", "The 3rd day", State.MACHINE, "google"),
            problems=(
                Problem(
                    ProblemKind.NUMBER,
                    "दूसरा = 2nd; the English says 3rd.",
                    Span(0, 5),
                    Span(4, 7),
                ),
            ),
        ),
        unit("p12.1", "गाँव", "Village", State.MACHINE, "google"),
        unit("p12.2", "दूरी", "Distance", State.MACHINE, "google"),
        unit("p13.2", "रामपुर", "Rampur", State.GLOSS, "gloss"),
        unit("p14.2", "सरयूपुर | पूर्व", "Saryupur | East", State.MACHINE, "google"),
        unit("p15.1", "नदी का चित्र", "A picture of the river", State.MACHINE, "google"),
        unit("p6.1", rows[10].text, f"- {HOSTILE}", State.MACHINE, "google"),
    ]
    return Document(
        article=Article(
            title="गाँव में नया पुल",
            paragraphs=tuple(Paragraph(r.text, r.kind) for r in rows[5:21]),
            byline="आरती शर्मा",
            published=datetime(2025, 7, 4, 9, 15, tzinfo=IST),
            modified=datetime(2025, 7, 4, 17, 40, tzinfo=IST),
            source="नदी समाचार",
            url="https://nadi.example/pul?a=1&b=2",
            lead="नदी पर पुल बना।",
            image=Image("New bridge | नया पुल", "पुल का एक दृश्य", "https://nadi.example/1.jpg"),
            key_points=("पुल खुला",),
            dateline="लखनऊ",
            web_title="new bridge opens",
            asked="https://nadi.example/pul",
            fetched=datetime(2025, 7, 5, 6, 45, tzinfo=UTC),
            converted="Kruti Dev",
            feed="https://nadi.example/rss",
        ),
        rows=rows,
        units={each.id: each for each in made},
        annotations=(
            mark("a2", "p4", 0, 4, Colour.ROSE, "<b>note</b> |\nsecond line"),
            mark("a1", "p1", 3, 15, Colour.MINT, ""),
            mark("a3", "p8", 8, 21, Colour.SKY, ""),
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
    text = " ".join({"p1": PUL, "p4": MELA, "p8": (SARYU,)}[row_id])
    return Annotation(
        id_, row_id, Span(start, end), text[start:end], text[:start], text[end:], colour, MADE, note
    )
