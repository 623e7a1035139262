"""Rules over the keys of a front matter."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from persona_docs.checks.products import Product, product_of
from persona_docs.checks.wording import about, listed
from persona_docs.folding import nearest
from persona_docs.model import Finding, Persona
from persona_docs.reading.dialects import is_yaml
from persona_docs.reading.front_matter.keys import field_of, normalise_key

_PLAIN = frozenset({"name", "description", "tools", "model", "color"})
_TOOLS = ("tools", "allowed-tools")
_SLIP = 0.8  # of a key's letters, at least, for another to be meant


def key_case(persona: Persona) -> Iterator[Finding]:
    """Keys that every product knows in small letters, written with capitals."""
    facts = (persona.name, persona.description, persona.color, *persona.model, *persona.tools.allowed)
    written = {
        fact.where: fact.line
        for fact in facts
        if not fact.derived and fact.where != fact.where.lower() and fact.where.lower() in _PLAIN
    }
    if written and is_yaml(persona.dialect):
        keys = listed([f"`{key}`" for key in written])
        message = f"{keys} {'is' if len(written) == 1 else 'are'} written with capitals"
        first = min(written, key=lambda key: written[key])
        line, column = _place(persona, first, written[first])
        yield about(persona, "key-case", message, line, column=column)


def unknown_key(persona: Persona) -> Iterator[Finding]:
    """A key that is almost one of the product's, or one for tools that only other products know.

    What is like none of them may be the team's own.
    """
    product = product_of(persona)
    written = _written(persona) if product.keys else {}
    for key, line in written.items():
        field = field_of(key)
        slip = not field and key in persona.extra
        meant = _limit(key, product) if field == "tools" else _meant(key, product, slip=slip)
        if meant and meant not in written:
            message = f"{product.label} has no key `{key}`; did you mean `{meant}`?"
            line, column = _place(persona, key, line)
            yield about(persona, "unknown-key", message, line, column=column, fix=f"Write `{meant}:`.")


def _place(persona: Persona, key: str, line: int) -> tuple[int, int]:
    """Where a key stands whose value, or the first of them, stands on this line; else the line alone."""
    lines = persona.source.text.split("\n", line)[:line]
    for number, text in zip(range(line, 0, -1), reversed(lines), strict=False):
        before, found, behind = text.partition(key)
        if found and not before.strip(" -\"'") and behind.lstrip(" \t\"'")[:1] in (":", "="):
            return number, len(before) + 1
    return line, 0


def _written(persona: Persona) -> dict[str, int]:
    """The keys at the top of a front matter that hold something, and their lines."""
    one = (persona.name, persona.description, persona.color)
    several = (persona.model, persona.skills, persona.mcp_servers, persona.file_patterns)
    tools = (*persona.tools.allowed, *persona.tools.denied)
    facts = [f for f in (*one, *chain(*several), *tools) if not f.derived]
    found = {f.where: f.line for f in reversed(facts)}  # of a list the first
    others = {key: fact.line for key, fact in (*persona.settings.items(), *persona.extra.items())}
    return {key: line for key, line in (found | others).items() if key and "." not in key}


def _limit(key: str, product: Product) -> str:
    """The product's key for the tools a persona may use, where another's is written; else nothing."""
    known = key.lower() in {each.lower() for each in product.keys}
    return "" if known else next((each for each in _TOOLS if each in product.keys), "")


def _meant(key: str, product: Product, *, slip: bool) -> str:
    """The product's key that another spelling, or a slip of one that nobody has, stands for; else nothing."""
    if key in product.keys or key.lower() in _PLAIN:
        return ""
    bare = {normalise_key(each): each for each in product.keys}
    same = bare.get(normalise_key(key), "")
    return same or (bare.get(nearest(normalise_key(key), bare, _SLIP), "") if slip else "")
