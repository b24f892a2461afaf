import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest

from reader import formats, paths
from reader.app import Core
from reader.errors import FetchError, InputError, NoArticle, NotHindi, Unavailable
from reader.formats import Layout, encoding
from reader.model import (
    Annotation,
    Article,
    Colour,
    Document,
    Label,
    Markup,
    Paragraph,
    Span,
    State,
    Style,
    TranslationUnit,
)
from reader.settings import AUTOMATIC, Settings, load, save
from tests.articles import (
    ARTICLE,
    COMING,
    ENGLISH_ARTICLE,
    FIRST,
    JOINED_NOW,
    OPENED,
    REST,
    SECOND,
    news,
    rss,
)
from tests.servers import GoogleServer, Server, sent_to
from tests.sites import Site, page, redirect

MADE = datetime(2025, 3, 4, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1"


@pytest.fixture
def core() -> Iterator[Core]:
    """A core that keeps nothing."""
    made = Core(None, None)
    yield made
    made.close()


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def on_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def english_for(core: Core, article: str) -> TranslationUnit:
    """The unit of the headline, as if an engine had made it."""
    first = core.open(article).sentences[0]
    return TranslationUnit(
        first.id, first.text, "Bridge opens", "google", State.MACHINE, created=datetime.now(UTC)
    )


def test_a_file_a_paste_and_standard_input_are_one_article(
    core: Core, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_standard_input(monkeypatch, ARTICLE.encode())
    opened = core.open(article)
    assert opened.article.title == "सरयू पर नया पुल खुला"
    assert core.open("-") == opened
    assert core.paste(ARTICLE) == opened


def test_standard_input_may_be_opened_again(core: Core, monkeypatch: pytest.MonkeyPatch) -> None:
    on_standard_input(monkeypatch, ARTICLE.encode())
    assert core.open("-") == core.open("-")
    assert core.text("-") == ARTICLE


def test_standard_input_without_end_is_refused(core: Core, monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            assert 0 < size <= encoding.MAX_BYTES + 1
            return b"\n" * size

    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=Endless()))
    with pytest.raises(NoArticle, match="MB"):
        core.open("-")


def test_closed_standard_input_is_empty(core: Core, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(NoArticle, match="empty"):
        core.open("-")


def test_standard_input_that_cannot_be_read(core: Core, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=Broken()))
    with pytest.raises(InputError, match="cannot be read"):
        core.open("-")


def test_another_language_is_named_and_opens_when_asked(core: Core) -> None:
    with pytest.raises(NotHindi, match="English") as caught:
        core.paste(ENGLISH_ARTICLE)
    assert caught.value.language == "en"
    assert core.paste(ENGLISH_ARTICLE, any_language=True).rows


def test_analysis_finds_what_stands_in_the_text(core: Core, article: str) -> None:
    document = core.analyse(core.open(article))
    assert (document.english_byline, document.english_dateline[:1]) == ("Kavita Bisht", "B")
    assert {e.label for e in document.entities} >= {Label.PLACE, Label.DATE}
    linked = {point.row: point.sentence for point in document.key_points}
    assert linked == {"k1": "p1.1", "k2": "p2.2"}
    for entity in document.entities:
        for mention in entity.mentions:
            row = next(row for row in document.rows if row.id == mention.row)
            assert row.text[mention.span.start : mention.span.end] == mention.text


def test_automatic_asks_whom_the_reader_allowed_then_the_gloss(core: Core) -> None:
    def asked(settings: Settings) -> list[str]:
        core.settings = settings
        return [engine.name for engine in core.chain(AUTOMATIC)]

    assert asked(Settings()) == ["gloss"]
    allowed = Settings(allowed=("translate.google.com", "gone.example"))
    assert asked(allowed) == ["google", "gloss"]
    assert asked(replace(allowed, offline=True)) == ["gloss"]
    assert asked(replace(allowed, google_address="https://other.example")) == ["gloss"]
    here = Settings(libretranslate_address="http://localhost:5000", offline=True)
    assert asked(here) == ["libretranslate", "gloss"]


def test_an_engine_nobody_knows(core: Core) -> None:
    with pytest.raises(Unavailable, match="babelfish"):
        core.chain("babelfish")


def test_environment_addresses_win_over_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "settings.toml"
    save(Settings(libretranslate_address="http://kept.example"), config)
    monkeypatch.setenv("SETU_LIBRETRANSLATE_ADDRESS", "http://asked.example")
    with_environment = Core(None, config)
    assert with_environment.engines()["libretranslate"].sends_to == "asked.example"
    monkeypatch.delenv("SETU_LIBRETRANSLATE_ADDRESS")
    assert Core(None, config).engines()["libretranslate"].sends_to == "kept.example"


def test_what_is_remembered_is_recalled_by_the_next(tmp_path: Path, article: str) -> None:
    library = tmp_path / "library.sqlite"
    first = Core(library, None)
    unit = english_for(first, article)
    first.remember([unit])
    first.close()
    second = Core(library, None)
    recalled = second.recall(second.open(article).sentences)[unit.id]
    second.close()
    assert (recalled.target, recalled.state) == ("Bridge opens", State.CACHED)


def test_the_chosen_engine_is_recalled_before_others(core: Core, article: str) -> None:
    unit = english_for(core, article)
    other = TranslationUnit(
        unit.id, unit.source, "Other", "libretranslate", State.MACHINE, created=datetime.now(UTC)
    )
    core.remember([unit, other])
    document = core.open(article)
    assert core.recall(document.sentences)[unit.id].target == "Other"  # The newest.
    core.settings = Settings(engine="google")
    assert core.recall(document.sentences)[unit.id].target == "Bridge opens"


def test_articles_opened_are_kept_and_reopen(core: Core, article: str) -> None:
    document = core.open(article)
    core.opened(document)
    assert core.marks(document) == ()
    (recent,) = core.recent(5)
    kept = core.kept(recent.key)
    assert kept is not None
    assert core.lay_out(kept) == document
    assert core.kept("gone") is None


def test_what_the_environment_says_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "settings.toml"
    monkeypatch.setenv("SETU_GOOGLE_ADDRESS", "http://once.example")
    core = Core(None, config)
    core.save_settings(replace(core.settings, zoom=120))
    assert core.settings.google_address == "http://once.example"
    assert load(config) == Settings(zoom=120)


def test_offline_fetches_nothing(core: Core) -> None:
    core.settings = Settings(offline=True)
    with pytest.raises(FetchError, match="Stay offline"):
        core.open("http://127.0.0.1:9/page")


def test_a_damaged_library_is_told_and_left_alone(tmp_path: Path, article: str) -> None:
    library = tmp_path / "library.sqlite"
    library.write_bytes(b"not a database" * 100)
    core = Core(library, None)
    core.remember([english_for(core, article)])
    assert list(core.recall(core.open(article).sentences)) == ["title.1"]
    core.close()
    assert len(core.warnings) == 1
    assert "library.sqlite is damaged" in core.warnings[0]
    assert library.read_bytes() == b"not a database" * 100


def test_the_library_is_not_touched_before_it_is_needed(tmp_path: Path, article: str) -> None:
    core = Core(tmp_path / "library.sqlite", None)
    core.analyse(core.open(article))
    core.close()
    assert not (tmp_path / "library.sqlite").exists()


def test_a_file_is_no_address_of_a_feed(core: Core, tmp_path: Path) -> None:
    path = tmp_path / "list.rss"
    item = "<item><title>पुल</title><link>https://nadi.example/1</link></item>"
    path.write_text(f"<rss><channel>{item}</channel></rss>", encoding="utf-8")
    with pytest.raises(InputError, match="not a web address"):
        core.feed_at(str(path))


def test_the_sample_reads_in_both_languages(core: Core) -> None:
    document = core.open(core.sample())
    units = core.recall(document.sentences)
    body = [s.id for row in document.rows if row.id.startswith("p") for s in row.sentences]
    assert body
    assert set(body) <= set(units)
    assert all(units[id_].is_translation for id_ in body)
    assert Path(core.sample()) == paths.resource("sample/setu-sample.txt")


def test_english_has_the_links_of_its_hindi_when_made_and_when_recalled(core: Core) -> None:
    text = "लखनऊ में पुल खुला।"
    link = Markup(Span(0, 4), Style.LINK, "https://nadi.example/lucknow")
    document = core.lay_out(Article("", (Paragraph(text, markup=(link,)),)))
    paragraphs = [document.sentences]
    (made,) = core.translate(paragraphs, core.chain("gloss"), Event())
    assert [made.target[m.span.start : m.span.end] for m in made.markup] == ["Lucknow"]
    core.remember([replace(made, state=State.EDITED, engine="reader", created=datetime.now(UTC))])
    recalled = core.recall(document.sentences)[document.sentences[0].id]
    assert recalled.markup == made.markup
    assert recalled.markup[0].address == link.address


# -- an address opened again ------------------------------------------------------------------


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        yield site


def translated(core: Core, document: Document, server: Server) -> dict[str, TranslationUnit]:
    """The document's English: what the memory has, the rest from the server."""
    core.settings = replace(core.settings, google_address=server.address)
    units = core.recall(document.sentences)
    missing = [[s for s in row.sentences if s.id not in units] for row in document.rows]
    made = {u.id: u for u in core.translate(missing, core.chain("google"), Event())}
    core.remember(made.values())
    return {**units, **made}


def opened(core: Core, address: str) -> Document:
    """The article at an address, opened as the window does it."""
    document = core.document(address)
    core.opened(document)
    return document


def test_only_what_changed_is_translated_again(core: Core, site: Site) -> None:
    address = site.at("/pul?id=5")
    site.answers["/pul"] = page(news(*FIRST))
    with GoogleServer() as server:
        translated(core, opened(core, address), server)
        assert set(FIRST) <= set(sent_to(server))
        server.requests.clear()
        kept = core.kept_at(address + "&utm_source=mail")
        site.answers["/pul"] = page(news(*SECOND))
        now = core.document(address)
        assert kept is not None
        changes = core.compare(core.lay_out(kept), now)
        core.opened(now)
        units = translated(core, now, server)
        assert sent_to(server) == [COMING, JOINED_NOW]
    assert [(c.kind.value, c.after and c.after.text) for c in changes] == [
        ("added", COMING),
        ("changed", JOINED_NOW),
    ]
    assert set(units) == {s.id for s in now.sentences}
    assert core.kept_at(address) == now.article
    assert core.versions(now) == (kept,)


def test_marks_are_where_their_words_went(core: Core, site: Site) -> None:
    address = site.at("/pul")
    site.answers["/pul"] = page(news(*FIRST))
    first = opened(core, address)
    rows = [row for row in first.rows if row.text in FIRST[:3]]
    marks = [
        Annotation(str(n), row.id, Span(0, len(row.text)), row.text, "", "", Colour.MINT, MADE)
        for n, row in enumerate(rows)
    ]
    core.put_marks(first, marks)
    site.answers["/pul"] = page(news(OPENED, JOINED_NOW, *REST[1:]))
    second = opened(core, address)
    texts = {row.id: row.text for row in second.rows}
    found = {mark.id: texts.get(mark.row, "") for mark in core.marks(second)}
    assert found == {"0": OPENED, "1": JOINED_NOW, "2": ""}
    site.answers["/pul"] = page(news(*FIRST))
    assert all(mark.row for mark in core.marks(opened(core, address)))


def test_an_address_that_moved_keeps_its_marks_and_versions(core: Core, site: Site) -> None:
    site.answers["/5"] = redirect("/pul")
    site.answers["/pul"] = page(news(*FIRST))
    first = opened(core, site.at("/5"))
    row = first.rows[-1]
    core.put_marks(
        first,
        [Annotation("m", row.id, Span(0, 5), row.text[:5], "", row.text[5:37], Colour.SKY, MADE)],
    )
    site.answers["/5"] = redirect("/naya-pul")
    site.answers["/naya-pul"] = page(news(*SECOND))
    second = opened(core, site.at("/5"))
    assert [mark.row for mark in core.marks(second)] == [second.rows[-1].id]
    assert core.versions(second) == (first.article,)


# -- feeds ------------------------------------------------------------------------------------


def test_a_feed_tells_what_is_new_until_it_is_opened(core: Core, site: Site) -> None:
    address = site.at("/rss")
    site.answers["/rss"] = page(rss(site.address, "a"), Content_Type="application/rss+xml")
    core.subscribe(core.feed_at(address))
    site.answers["/rss"] = page(rss(site.address, "b", "a"), Content_Type="application/rss+xml")
    assert core.take_items(core.feed_at(address)) == 1
    (feed,) = core.feeds()
    assert (feed.address, feed.title, feed.new) == (address, "दैनिक", 1)
    site.answers["/b"] = page(news(*FIRST))
    opened(core, core.feed_items(address)[0].entry.source)
    assert [item.is_new for item in core.feed_items(address)] == [False, False]
    core.unsubscribe(address)
    assert core.feeds() == []


@pytest.mark.parametrize("body", [FIRST, ()])
def test_a_page_leads_to_the_feed_it_declares(
    core: Core, site: Site, body: tuple[str, ...]
) -> None:
    link = "<head><link rel='alternate' type='application/rss+xml' href='/rss'>"
    site.answers["/page"] = page(news(*body).replace("<head>", link))
    site.answers["/rss"] = page(rss(site.address, "a"), Content_Type="application/rss+xml")
    feed = core.feed_at(site.at("/page"))
    assert (feed.url, [e.title for e in feed.entries]) == (site.at("/rss"), ["खबर a"])


def test_what_is_and_declares_no_feed(core: Core, site: Site) -> None:
    site.answers["/page"] = page(news(*FIRST))
    with pytest.raises(InputError, match="no feed"):
        core.feed_at(site.at("/page"))


# -- documents saved, pictures ----------------------------------------------------------------


def test_a_saved_document_brings_its_english_and_its_marks(
    core: Core, article: str, site: Site, tmp_path: Path
) -> None:
    plain = core.document(article)
    unit = english_for(core, article)
    row = plain.rows[0]
    mark = Annotation("m", row.id, Span(0, 4), row.text[:4], "", row.text[4:36], Colour.ROSE, MADE)
    failed = replace(unit, id="p1.1", source="कुछ और।", target="", state=State.FAILED)
    units = {unit.id: unit, failed.id: failed}
    saved = str(tmp_path / "saved.json")
    formats.export(replace(plain, units=units, annotations=(mark,)), Path(saved), Layout.COLUMNS)
    document = core.document(saved)
    assert {u.id: u.state for u in document.units.values()} == {"title.1": State.CACHED}
    assert core.marks(document) == (mark,)
    core.opened(document)
    core.opened(document)
    again = core.document(article)
    assert core.recall(again.sentences)["title.1"].target == unit.target
    assert core.marks(again) == (mark,)
    site.answers["/saved.json"] = page(Path(saved).read_bytes(), Content_Type="text/plain")
    from_the_web = core.document(site.at("/saved.json"))
    assert (from_the_web.units, from_the_web.annotations) == ({}, ())


def test_a_picture_is_fetched_when_asked_and_not_offline(core: Core, site: Site) -> None:
    site.answers["/a.png"] = page(PNG, Content_Type="image/png")
    assert core.picture(site.at("/a.png")) == PNG
    core.settings = Settings(offline=True)
    with pytest.raises(FetchError, match="Stay offline"):
        core.picture(site.at("/a.png"))
    assert len(site.asked) == 1


def test_the_article_says_its_language(core: Core) -> None:
    assert core.paste(ENGLISH_ARTICLE, any_language=True).article.language == "en"
    assert core.paste(ARTICLE).article.language == "hi"
