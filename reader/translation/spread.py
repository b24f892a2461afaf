"""Several servers of one kind, asked as if they were one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from reader.translation.engine import Engine, Limit, Manners


class Spread:
    """Engines that differ in their server alone.

    The flow looks into ``servers`` and sends each request to the one with the fewest in
    flight, of several the one asked least so far, past those in trouble. Asked directly, by
    `translate`, they take turns.
    """

    def __init__(self, servers: Sequence[Engine]) -> None:
        """``servers`` are one or more."""
        self.servers = tuple(servers)
        self._first = servers[0]
        self._turns = count()

    @property
    def name(self) -> str:
        """The name they have in common."""
        return self._first.name

    @property
    def label(self) -> str:
        """The label they have in common."""
        return self._first.label

    @property
    def sends_to(self) -> str | None:
        """The hosts that receive the text, commas between; None when nothing leaves."""
        hosts = dict.fromkeys(s.sends_to for s in self.servers if s.sends_to)
        return ", ".join(hosts) or None

    @property
    def version(self) -> str:
        """The version of the first server's model."""
        return self._first.version

    @property
    def limit(self) -> Limit:
        """The lowest limit of them."""
        return min((server.limit for server in self.servers), key=lambda limit: limit.size)

    @property
    def manners(self) -> Manners:
        """Theirs together."""
        manners = [server.manners for server in self.servers]
        return Manners(
            at_once=sum(each.at_once for each in manners),
            interval=max(each.interval for each in manners) / len(manners),
            together=all(each.together for each in manners),
        )

    def unavailable_reason(self) -> str:
        """'' when one of them can be used, else why the first cannot."""
        reasons = [server.unavailable_reason() for server in self.servers]
        return reasons[0] if all(reasons) else ""

    def translate(self, sentences: Sequence[str]) -> Iterator[str]:
        """Yield the English of each sentence by the server whose turn it is."""
        usable = [server for server in self.servers if not server.unavailable_reason()]
        servers = usable or self.servers
        return servers[next(self._turns) % len(servers)].translate(sentences)


def spread(engines: Sequence[Engine]) -> Engine:
    """One engine for several servers of one kind. Raises ValueError for none."""
    if not engines:
        raise ValueError("no engines to spread over")
    return engines[0] if len(engines) == 1 else Spread(engines)


def servers_of(engine: Engine) -> tuple[Engine, ...]:
    """The servers an engine stands for: itself, unless it is a `spread`."""
    return engine.servers if isinstance(engine, Spread) else (engine,)
