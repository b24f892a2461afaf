"""Many articles against servers that misbehave at random: is anything lost, doubled or mislinked?

    python -m benchmarks.faults [ARTICLES]

Four servers on this machine speak like Google Translate, LibreTranslate (two of them) and a chat
server. Every request meets one of all their modes at random, half of them faults. Each article's
sentences, some standing twice, go down the line of Google, LibreTranslate spread over its two
servers, the chat server and the gloss; what comes is kept in a library on disk. Checked are:

lost        sentences without a unit
doubled     sentences with more than one
mislinked   units whose English is not what the servers give for their source
unkept      translations that the library does not give back as they were

The exit status is 1 when any of these is not 0. 500 articles; the seed is fixed, the order of
answers is not.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event
from typing import TypeVar

from reader.language.gloss import gloss
from reader.language.shape import fault
from reader.library.library import Library
from reader.model import Sentence, Span, State, TranslationUnit
from reader.translation.clock import TICK, SystemClock
from reader.translation.engine import Engine
from reader.translation.engines.chat import ChatEngine
from reader.translation.engines.gloss import GlossEngine
from reader.translation.engines.google import GoogleEngine
from reader.translation.engines.http import Timeouts
from reader.translation.engines.libretranslate import LibreTranslateEngine
from reader.translation.memory import TranslationMemory
from reader.translation.spread import spread
from reader.translation.traffic import Traffic
from reader.translation.translate import translate
from tests.chat_servers import MODEL, ChatServer
from tests.servers import GoogleServer, LibreTranslateServer, Mode, Server, answer_for

News = TypeVar("News")
ARTICLES = 500
SEED = 4
SPEED = 50
"""How much faster the flow's clock runs, so that pauses do not make up the whole run."""
QUICK = Timeouts(connect=1.0, read=0.3, whole=0.6)
_WORDS = (
    "नदी", "पहाड़", "सड़क", "बाज़ार", "स्कूल", "किसान", "मौसम", "अख़बार",
    "शहर", "पानी", "खेत", "रात", "सुबह", "बच्चे", "लोग", "काम",
)  # fmt: skip


class FastClock(SystemClock):
    """The time of this computer, SPEED times as fast."""

    def time(self) -> float:
        """Seconds of the fast clock."""
        return SPEED * super().time()

    def wait(self, news: SimpleQueue[News], seconds: float, cancelled: Event) -> News | None:
        """The next of ``news``; None after ``seconds`` of the fast clock."""
        until = time.monotonic() + seconds / SPEED
        while not cancelled.is_set():
            try:
                return news.get(timeout=min(max(until - time.monotonic(), 0.0), TICK))
            except Empty:
                if time.monotonic() >= until:
                    return None
        return None


def main() -> None:
    """Run, report, and say by the exit status how it went."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    chance = random.Random(SEED)
    begun = time.perf_counter()
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        engines = _engines(stack, chance)
        library = Library.open(Path(folder) / "library.sqlite")
        memory, traffic = TranslationMemory(library.units), Traffic(FastClock())
        wrong: Counter[str] = Counter()
        states: Counter[str] = Counter()
        for number in range(wanted):
            if chance.random() < 0.1:
                traffic.reset()  # as when the reader gives a key again
            paragraphs = _article(number, chance)
            made = list(translate(paragraphs, engines, traffic=traffic, fault=fault))
            memory.remember(made)
            wrong += _wrong(paragraphs, made, memory)
            states.update(f"{unit.engine or 'nobody'} {unit.state}" for unit in made)
        library.close()
    print(f"{wanted} articles, {states.total()} units, {time.perf_counter() - begun:.0f} s")
    for name, count in states.most_common():
        print(f"  {name:<28}{count:>7}")
    for name in ("lost", "doubled", "mislinked", "unkept"):
        print(f"{name:<30}{wrong[name]:>7}")
    sys.exit(1 if wrong else 0)


def _engines(stack: ExitStack, chance: random.Random) -> list[Engine]:
    def served(server: Server) -> Server:
        server.retry_after, server.delay = "0", 0.02
        server.next_mode = lambda: _mode(chance)  # type: ignore[method-assign]
        return stack.enter_context(server)

    google = GoogleEngine(served(GoogleServer()).address, timeouts=QUICK)
    libre: Sequence[Engine] = [
        LibreTranslateEngine(served(LibreTranslateServer()).address, timeouts=QUICK)
        for _ in range(2)
    ]
    chat = ChatEngine(served(ChatServer()).address, MODEL, timeouts=QUICK)
    return [google, spread(libre), chat, GlossEngine(gloss)]


def _mode(chance: random.Random) -> Mode:
    return chance.choice(list(Mode)) if chance.random() < 0.5 else Mode.FINE


def _article(number: int, chance: random.Random) -> list[list[Sentence]]:
    """Three to nine paragraphs of one to six sentences; the first stands in the last again."""
    paragraphs, sentences = [], 0
    for place in range(chance.randint(3, 9)):
        texts = []
        for _ in range(chance.randint(1, 6)):
            sentences += 1
            words = chance.choices(_WORDS, k=chance.randint(5, 24))
            texts.append(f"{' '.join(words)}{'ा' * (number % 7)} {number}.{sentences} है।")
        paragraphs.append(
            [Sentence(f"p{place}.{n}", text, Span(0, len(text))) for n, text in enumerate(texts)]
        )
    again = paragraphs[0][0]
    paragraphs[-1].append(Sentence("again", again.text, again.span))
    return paragraphs


def _wrong(
    paragraphs: Sequence[Sequence[Sentence]],
    made: Sequence[TranslationUnit],
    memory: TranslationMemory,
) -> Counter[str]:
    """How often each thing went wrong that must not."""
    asked = {sentence.id: sentence for paragraph in paragraphs for sentence in paragraph}
    count = Counter(unit.id for unit in made)
    translations = [unit for unit in made if unit.is_translation]
    known = memory.recall(asked.values())
    return Counter(
        lost=len(asked.keys() - count.keys()),
        doubled=sum(count.values()) - len(count),
        mislinked=sum(
            unit.source != asked[unit.id].text or unit.target != answer_for(unit.source)
            for unit in translations
        ),
        unkept=sum(
            unit.id not in known or known[unit.id].target != unit.target for unit in translations
        )
        + sum(unit.state is State.FAILED and not unit.reason for unit in made),
    )


if __name__ == "__main__":
    main()
