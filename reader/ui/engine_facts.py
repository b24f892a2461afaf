"""What each engine is, in words for the reader, and what can be set for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Key(Enum):
    """Whether an engine takes a key."""

    NONE = "none"
    OPTIONAL = "optional"
    NEEDED = "needed"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text that can be set: the field of Settings, its label, and a hint."""

    setting: str
    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class Facts:
    """``what`` an engine is, whether it takes a ``key``, and ``lines`` beside its address.

    ``is_list_open`` says that anybody gets its list of languages, so that a check of it tells
    nothing of the key.
    """

    what: str = ""
    key: Key = Key.NONE
    lines: tuple[Line, ...] = ()
    is_list_open: bool = False


FACTS: Mapping[str, Facts] = {
    "google": Facts("Google's free page. It wants no account, and may ask to wait after a while."),
    "mymemory": Facts(
        "A free translation memory with machine translation. It wants no account; how much it "
        "translates in a day is limited. Each sentence goes in a request of its own."
    ),
    "libretranslate": Facts(
        "Free software on a server of your choice: your own, your newsroom's, or a public one. "
        "On this computer it is usually at http://localhost:5000.",
        Key.OPTIONAL,
    ),
    "microsoft": Facts(
        "Microsoft's service, with the key of a Translator resource. It is offered once Check "
        "has seen Hindi in its list of languages.",
        Key.NEEDED,
        (Line("microsoft_region", "Region", "only for a resource of one region"),),
        is_list_open=True,
    ),
    "deepl": Facts(
        "DeepL's service, with the key of its API. It is offered once Check has seen Hindi in "
        "its list of languages. Keys that end in :fx are good at https://api-free.deepl.com.",
        Key.NEEDED,
    ),
    "chat": Facts(
        "Any server with the chat interface of OpenAI, which Ollama, llama.cpp and vLLM have: "
        "on this computer, in your team, or a service.",
        Key.OPTIONAL,
        (Line("chat_model", "Model", "as the server names it"),),
    ),
}
"""By the engine's name, for those that have an address."""
