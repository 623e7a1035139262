"""The tools that a body names in a section about tools, where no field declares any."""

from __future__ import annotations

import re

from persona_docs.model import Origin, Tool
from persona_docs.reading.body.concepts import Concept
from persona_docs.reading.body.passages import Block, Kind
from persona_docs.reading.derived.derive import Text
from persona_docs.reading.fields.tool_names import known_tool, tool
from persona_docs.reading.text.phrases import split_top


def named_tools(text: Text) -> tuple[Tool, ...]:
    """The tools a section about tools names, as far as they are tools of a product."""
    found: dict[str, Tool] = {}
    for passage in text.about(Concept.TOOLS):
        for block in passage.blocks:
            for written in _names_in(block):
                name = _uncalled(written)
                if _TOOL.fullmatch(name) and known_tool(name):
                    found.setdefault(
                        name.casefold(), tool(name, block.line, passage.announced, Origin.DERIVED)
                    )
    return tuple(found.values())


_TOOL = re.compile(r"[#@]?\w[\w.-]*(?:/\*)?(?:\(\S*\))?|[#@]?[a-z][\w.-]*/[a-z][\w-]*")
"""A tool (`Bash(git:*)`) or one of a server (`github/list_issues`), and no path, flag or `This/That`."""

_OF_A_CALL = frozenset("\"'=")


def _uncalled(name: str) -> str:
    """A name without what a call in a program has behind it: `Skill("moor")` is no rule for a tool."""
    bare, _, behind = name.partition("(")
    return bare if behind == ")" or not _OF_A_CALL.isdisjoint(behind) else name


def _names_in(block: Block) -> tuple[str, ...]:
    """What may name tools: code, what a line starts with in bold, or a whole line that lists nothing else."""
    if block.kind is Kind.ROW:
        return block.cells[:1]
    if block.kind not in {Kind.ITEM, Kind.PARAGRAPH}:
        return ()
    parts = split_top(_AND.sub(", ", block.text).rstrip("."), ",") if "," in block.text else ()
    listed = parts if all(map(known_tool, parts)) else ()
    return (*block.code, block.lead.rstrip(" :："), *listed)


_AND = re.compile(r",? (?:and|or|y|o|e|ou|und|et) ")
