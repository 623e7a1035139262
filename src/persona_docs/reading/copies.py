"""Personas that stand several times on purpose: for each product, or in each form that one reads."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePosixPath

from persona_docs.model import Persona
from persona_docs.reading.dialects.data import DATA
from persona_docs.reading.dialects.document import may_have_front_matter
from persona_docs.reading.dialects.markdown import MARKDOWN

_ANYBODYS = frozenset({MARKDOWN.name, DATA.name})


def one_for_each(personas: Collection[Persona]) -> bool:
    """Whether personas of one name are the same one, each for a product of its own or in a form of its own.

    A collection may keep `claude/qa.md` beside `opencode/qa.md`, which no dot folder tells apart. A product
    may read `qa.json` in a terminal and `qa.md` in an editor. What is of no product's dialect is anybody's.
    """
    paths = [PurePosixPath(persona.source.path) for persona in personas]
    products = {persona.dialect for persona in personas} - _ANYBODYS
    if len(products) == len({path.parent for path in paths}) == len(paths):
        return True
    forms = {may_have_front_matter(path.name) for path in paths}
    return len(forms) == len(paths) and len({path.with_suffix("") for path in paths}) == 1
