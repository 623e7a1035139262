"""What calls a persona and what it may use: of its fields, or of its text where they are silent."""

from __future__ import annotations

from dataclasses import replace

from persona_docs.model import Fact, Origin, ToolMode, Tools, Trigger
from persona_docs.reading.derived import calls
from persona_docs.reading.derived.derive import Text
from persona_docs.reading.derived.named_tools import named_tools
from persona_docs.reading.fields.entries import Entries
from persona_docs.reading.fields.facts import holds_mapping, unique
from persona_docs.reading.fields.models import model_facts, model_settings
from persona_docs.reading.fields.servers import servers
from persona_docs.reading.fields.skills import read_skills, says_more
from persona_docs.reading.fields.tools import read_tools
from persona_docs.reading.fields.triggers import apart, read_triggers
from persona_docs.reading.front_matter.keys import normalise_key
from persona_docs.reading.front_matter.leaks import mask
from persona_docs.reading.text.phrases import one_line

_PERMISSIONS = {"permission", "permissions"}


def triggers_of(fields: Entries, text: Text) -> tuple[Trigger, ...]:
    """The declared triggers, with the help that the text gives them; else those that the text names."""
    entries = [apart(entry) for entry in fields.take("triggers")]
    fields.rest.extend(part for _, other in entries for part in other)
    declared = read_triggers([part for calling, _ in entries for part in calling], fields.complain)
    derived = calls.triggers(text)
    return calls.with_help(declared, derived) if declared else derived


def tools_of(fields: Entries, text: Text) -> Tools:
    """The declared tools; where all are inherited, those that the text names are shown beside."""
    permissions = [e for e in fields.by_field.get("settings", ()) if normalise_key(e.key) in _PERMISSIONS]
    declared = fields.take("tools")
    fields.rest.extend(declared[1:])
    tools = read_tools(declared[:1], fields.take("denied"), permissions, fields.complain)
    if tools.mode is ToolMode.INHERITED and not tools.allowed:
        return replace(tools, allowed=named_tools(text))
    return tools


def servers_of(fields: Entries, tools: Tools) -> tuple[Fact, ...]:
    """The declared MCP servers, and those that tools belong to (`mcp__files__read`)."""
    declared = [
        Fact(one_line(n), line=line, where=key) for n, line, key in servers(fields.take("mcp_servers"))
    ]
    named = [
        Fact(tool.server, Origin.DERIVED, tool.line, tool.where) for tool in tools.allowed if tool.server
    ]
    return unique([fact for fact in (*declared, *named) if fact.value])


def skills_of(fields: Entries) -> tuple[Fact, ...]:
    """The declared skills."""
    entries = fields.take("skills")
    fields.rest.extend(filter(says_more, entries))
    found = [fact for entry in entries for fact in read_skills(entry, fields.complain)]
    return unique([replace(fact, value=mask(fact.value)) for fact in found])


def models_of(fields: Entries) -> tuple[Fact, ...]:
    """The models; a mapping, which may be a whole configuration, is kept beside what it names and sets."""
    entries = fields.take("model")
    for entry in entries:
        if holds_mapping(entry.value):
            settings, rest = model_settings(entry)
            fields.by_field["settings"] = (*fields.by_field.get("settings", ()), *settings)
            fields.rest.append(rest)
    return tuple(fact for entry in entries for fact in model_facts(entry))
