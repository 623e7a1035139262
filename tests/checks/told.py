"""Catalogs by hand, and what the rules say of them."""

from __future__ import annotations

from pathlib import Path

from persona_docs.catalog import build_catalog
from persona_docs.checks.products import PRODUCTS
from persona_docs.model import Fact, Finding, Origin, Persona
from persona_docs.options import Options
from persona_docs.reading import read
from tests.builders import persona
from tests.tree import write_tree

CLAUDE = next(name for name, product in PRODUCTS.items() if product.label == "Claude Code")
SKILL = next(name for name, product in PRODUCTS.items() if product.same_as == "folder")
TEXT = " ".join(f"word{n} of the instructions" for n in range(60))


def whole(handle: str, /, **given) -> Persona:
    """A persona nobody can complain about."""
    defaults = {"description": "What it does.", "body": f"{handle} {TEXT[: 40 * len(handle)]}"}
    return persona(handle, **(defaults | given))


def findings(*personas: Persona, root: Path | None = None, code: str = "") -> list[Finding]:
    made = build_catalog(personas, (), Options(), root).findings
    return [each for each in made if code in ("", each.code)]


def said(code: str, *personas: Persona, root: Path | None = None) -> list[tuple[str, str]]:
    """Where and what: `("a.md:3", "message")` of the findings with this code."""
    return [(each.place, each.message) for each in findings(*personas, root=root, code=code)]


def read_one(root: Path, path: str, block: str) -> Persona:
    """The persona of a file with this front matter."""
    files = {f"personas/{path}": f"---\n{block}\n---\nMow.\n"}
    (made,) = read(Options(), write_tree(root, files)).personas
    return made


def at(fact: str, line: int, **given) -> Fact:
    return Fact(fact, line=line, **given)


def derived(text: str) -> Fact:
    return Fact(text, Origin.DERIVED)
