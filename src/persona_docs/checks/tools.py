"""Rules over what a persona may use."""

from __future__ import annotations

from collections.abc import Iterator

from persona_docs.checks.products import product_of
from persona_docs.checks.wording import about, did_you_mean, short
from persona_docs.folding import fold
from persona_docs.model import Catalog, Finding, Tool, ToolGroup


def unknown_tool(catalog: Catalog) -> Iterator[Finding]:
    """A tool that neither its product nor any other has.

    Personas are shared between products, so a name that another product uses is let through, and so is
    whatever an MCP server or an extension may bring (`server/tool`, `mcp__server__tool`, `@server`).
    """
    for persona in catalog.personas:
        product = product_of(persona)
        known = {fold(name) for name in product.tools}
        for tool in (*persona.tools.allowed, *persona.tools.denied) if known else ():
            name = _bare(tool)
            if tool.derived or tool.server or not _is_word(name) or fold(name) in known:
                continue
            if tool.group is ToolGroup.OTHER:
                near = did_you_mean(name, sorted(product.tools))
                message = f"{product.label} has no tool “{short(name)}”{near}"
                yield about(persona, "unknown-tool", message, tool.line)


def tool_conflict(catalog: Catalog) -> Iterator[Finding]:
    """A tool that is allowed and denied; denying a part of an allowed one (`Bash(rm:*)`) is fine."""
    for persona in catalog.personas:
        allowed = {fold(text) for tool in persona.tools.allowed for text in (tool.value, _bare(tool))}
        for tool in persona.tools.denied:
            if fold(tool.value) in allowed:
                yield about(
                    persona, "tool-conflict", f"“{short(tool.value)}” is allowed and denied", tool.line
                )


def _bare(tool: Tool) -> str:
    return tool.value.partition("(")[0].strip()


def _is_word(name: str) -> bool:
    return name.replace("_", "").replace("-", "").isalnum() and not fold(name).startswith("mcp")
