"""The dialects personas are written in.

A new one is a module beside these, its name in `DIALECTS`, and a golden case.
"""

from __future__ import annotations

from persona_docs.reading.dialects import (
    agency,
    autogen,
    bmad,
    bmad_xml,
    claude,
    codex,
    continue_dev,
    copilot,
    cursor,
    data,
    folders,
    gemini,
    goose,
    grok,
    kiro,
    lmagent,
    markdown,
    opencode,
    openhands,
    prompts_csv,
    prompty,
    roo,
    skills,
    superclaude,
    windsurf,
)
from persona_docs.reading.dialects.dialect import Dialect, Record
from persona_docs.reading.dialects.document import Document

__all__ = ["DIALECTS", "NAMES", "Dialect", "Document", "Record", "is_yaml", "recognise"]

DIALECTS: tuple[Dialect, ...] = (
    # no front matter and Markdown, but a reader of their own
    bmad.YAML,
    bmad.SKILL,
    bmad.BLOCK,
    bmad_xml.AGENT,
    superclaude.PERSONAS,
    roo.MODE,
    codex.AGENT,
    gemini.QWEN_COMMAND,
    gemini.COMMAND,
    prompts_csv.PROMPTS,
    prompty.PROMPT,
    opencode.CONFIGURATION,
    kiro.AMAZON_Q,
    kiro.AGENT,
    goose.RECIPE,
    autogen.AGENT,
    data.DATA,
    # told by the file's name or a folder of the product
    copilot.CHATMODE,
    copilot.PROMPT,
    copilot.INSTRUCTIONS,
    *folders.COMMANDS,
    *folders.AGENTS,
    *folders.RULES,
    claude.RULE,
    openhands.MICROAGENT,
    kiro.STEERING,
    kiro.PROMPT,
    windsurf.RULE,
    windsurf.WORKFLOW,
    windsurf.ANTIGRAVITY,
    cursor.RULE,
    cursor.AGENT,
    continue_dev.AGENT,
    continue_dev.PROMPT,
    continue_dev.RULE,
    grok.AGENT,
    # told by their shape, the most particular first
    lmagent.PERSONA,
    skills.SKILL,
    skills.FILE,
    copilot.AGENT,
    opencode.AGENT,
    gemini.AGENT,
    superclaude.AGENT,
    agency.PERSONA,
    claude.COMMAND,
    claude.AGENT,
    markdown.MARKDOWN,
)
"""All dialects, in the order they are asked; the last recognises everything."""


NAMES = {dialect.name: dialect for dialect in DIALECTS}
"""All dialects by their names."""


def recognise(document: Document, named: str = "") -> Dialect:
    """The dialect a file is written in: the named one, else the first that recognises it."""
    return NAMES.get(named) or next(dialect for dialect in DIALECTS if dialect.recognises(document))


def is_yaml(name: str) -> bool:
    """Whether the front matter of a dialect's files is YAML; of one that is not known it is."""
    return name not in NAMES or NAMES[name].yaml
