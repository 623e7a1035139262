"""Rules over what a persona may use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from persona_docs.checks.products import Product, product_of
from persona_docs.checks.wording import about, did_you_mean, listed, short
from persona_docs.folding import fold
from persona_docs.model import Finding, Persona, Tool, ToolGroup


def unknown_tool(persona: Persona) -> Iterator[Finding]:
    """A tool that neither its product nor any other has; those that are like no other are told together.

    Personas are shared between products, so a name that another product uses is let through, and so is
    whatever an MCP server or an extension may bring (`server/tool`, `mcp__server__tool`, `@server`). Only
    slips are told where nothing but a file's shape tells of its product, and no tool is spelled its way.
    """
    product = product_of(persona)
    strange: dict[str, int] = {}
    for name, line in _unknown(persona, product):
        near = did_you_mean(name, sorted(product.tools))
        if near:
            message = f"{product.label} has no tool “{short(name)}”{near}"
            yield about(persona, "unknown-tool", message, line, said=name)
        elif not _elsewhere(persona, product):
            strange.setdefault(name, line)
    if strange:
        names = [f"“{short(name)}”" for name in strange]
        message = f"{product.label} has no tool {listed(names, word='or')}"
        first = next(iter(strange))
        yield about(persona, "unknown-tool", message, strange[first], said=first)


def tool_conflict(persona: Persona) -> Iterator[Finding]:
    """A tool that is allowed and denied; denying a part of an allowed one (`Bash(rm:*)`) is fine."""
    allowed = {fold(text) for tool in persona.tools.allowed for text in (tool.value, _bare(tool))}
    for tool in persona.tools.denied:
        if fold(tool.value) in allowed:
            message = f"“{short(tool.value)}” is allowed and denied"
            yield about(persona, "tool-conflict", message, tool.line, said=tool.value)


def _unknown(persona: Persona, product: Product) -> Iterator[tuple[str, int]]:
    known = {fold(name) for name in product.tools}
    for tool in (*persona.tools.allowed, *persona.tools.denied) if known else ():
        name = _bare(tool)
        foreign = tool.server or not _is_told(name, known) or tool.group is not ToolGroup.OTHER
        if not (tool.derived or foreign or fold(name) in known):
            yield name, tool.line


def _elsewhere(persona: Persona, product: Product) -> bool:
    """Whether a persona may as well be another product's: neither its folder nor its tools tell."""
    if f"/.{persona.dialect.partition('-')[0]}" in f"/{persona.source.path}":
        return False
    words = (word for tool in persona.tools.allowed for word in _BETWEEN.split(_bare(tool)))
    return product.tools.isdisjoint(words)


def _bare(tool: Tool) -> str:
    return tool.value.partition("(")[0].strip()


def _is_told(name: str, known: set[str]) -> bool:
    """Whether a name is a word, or several with a tool among them (`Read Frobnicate`).

    Others with spaces are an extension's.
    """
    if fold(name).startswith("mcp"):
        return False
    words = [fold(word) for word in _BETWEEN.split(name)]
    if len(words) > 1:
        return not known.isdisjoint(words)
    return name.replace("_", "").replace("-", "").isalnum()


_BETWEEN = re.compile(r"[\s,;|·，、；]+")
