import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from reader import paths
from reader.app import Core
from reader.errors import FetchError, InputError, NoArticle, NotHindi, Unavailable
from reader.formats import encoding
from reader.model import Label, State, TranslationUnit
from reader.settings import AUTOMATIC, Settings, load, save
from tests.articles import ARTICLE, ENGLISH_ARTICLE


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


def test_the_sample_reads_in_both_languages(core: Core) -> None:
    document = core.open(core.sample())
    units = core.recall(document.sentences)
    body = [s.id for row in document.rows if row.id.startswith("p") for s in row.sentences]
    assert body
    assert set(body) <= set(units)
    assert all(units[id_].is_translation for id_ in body)
    assert Path(core.sample()) == paths.resource("sample/setu-sample.txt")
