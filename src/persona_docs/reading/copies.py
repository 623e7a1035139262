"""Personas that stand several times on purpose: for each product, or in each form that one reads."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePosixPath

from persona_docs.model import Persona
from persona_docs.reading.dialects.data import DATA
from persona_docs.reading.dialects.document import may_have_front_matter
from persona_docs.reading.dialects.markdown import MARKDOWN
from persona_docs.reading.fields.paths import folder_of

_ANYBODYS = frozenset({MARKDOWN.name, DATA.name})
_PRODUCTS = frozenset(
    {
        *("antigravity", "claude", "claude-code", "cline", "codex", "copilot", "cursor", "gemini"),
        *("gemini-cli", "github-copilot", "kilocode", "kiro", "opencode", "qwen", "qwen-code", "roo"),
        *("roo-code", "windsurf"),
    }
)
"""What people call a folder of what one product is to load, and may add one of the words below to."""

_KEPT = frozenset({"agent", "agents", "commands", "modes", "prompts", "rules", "skills"})


def one_for_each(personas: Collection[Persona]) -> bool:
    """Whether personas of one name are the same one, each for a product of its own or in a form of its own.

    A collection may keep `claude/qa.md` beside `opencode/qa.md`, which no dot folder tells apart. A product
    may read `qa.json` in a terminal and `qa.md` in an editor. What is of no product's dialect is anybody's,
    unless the folders of all say whose they are: a skill is the same in `codex-skills` and `cursor-skills`.
    """
    paths = [PurePosixPath(persona.source.path) for persona in personas]
    products = {persona.dialect for persona in personas} - _ANYBODYS
    if len(products) == len({path.parent for path in paths}) == len(paths):
        return True
    homes = {_home(persona.source.path) for persona in personas}
    if "" not in homes and len(homes) == len(paths):
        return True
    forms = {may_have_front_matter(path.name) for path in paths}
    return len(forms) == len(paths) and len({path.with_suffix("") for path in paths}) == 1


def _home(path: str) -> str:
    """The folder that is named after the product which is to load what is in it, or nothing."""
    parts = folder_of(path).parts
    end = next((number for number, part in enumerate(parts, 1) if _is_a_products(part.casefold())), 0)
    return "/".join(parts[:end])


def _is_a_products(folder: str) -> bool:
    product, _, kept = folder.rpartition("-")
    return folder in _PRODUCTS or (kept in _KEPT and product in _PRODUCTS)
