"""OpenCode's agents: a file each, or all of them in the project's `opencode.json` or `.jsonc`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from persona_docs.reading.dialects.dialect import Dialect, Record, read_data, record_of
from persona_docs.reading.dialects.document import Document
from persona_docs.reading.front_matter.keys import pairs
from persona_docs.reading.front_matter.values import Fields, Scalar

_DOCS = "https://opencode.ai/docs/agents"
_PROMPTS = {"agent": ("prompt", "system"), "command": ("template",)}
"""The mappings of a configuration that hold personas, and the keys of their bodies."""

_FILES = frozenset({"opencode.json", "opencode.jsonc"})
_BUILT_IN = frozenset({"build", "plan", "general", "explore", "compaction", "summary", "title"})
"""Agents that OpenCode brings along: an entry may only set another model for one."""


def _agent(document: Document) -> bool:
    if document.under(".opencode", "opencode"):
        return True
    if isinstance(document.fields.get("tools"), Fields):
        return True
    mode = "" if document.has("name") else document.value("mode")  # its agents are called by their files
    return (mode in {"primary", "subagent"} and document.has("description")) or (
        mode in {"primary", "subagent", "all"} and document.has_any("permission", "temperature", "model")
    )


def _configuration(document: Document) -> bool:
    if not document.ends(".json", ".jsonc"):
        return False
    if document.file in _FILES or "opencode.ai/config" in document.value("$schema"):
        return True
    agents = document.fields.get("agent")
    inner = [value for _, value in agents] if isinstance(agents, Fields) else []
    settings = [pairs(value) for value in inner if isinstance(value, Fields)]
    return len(settings) == len(inner) and any({"prompt", "mode"} & known.keys() for known in settings)


def _read(document: Document) -> tuple[Record, ...]:
    fields, findings = document.data
    if fields is None:
        return read_data(document)
    records = tuple(_records(fields, document))
    return (replace(records[0], findings=findings), *records[1:]) if records else ()


def _records(fields: Fields, document: Document) -> Iterator[Record]:
    """A record for each agent and each command; what else a configuration sets is nobody's."""
    known = pairs(fields)
    for kind, prompts in _PROMPTS.items():
        entries = known.get(kind)
        for key, value in entries if isinstance(entries, Fields) else ():
            if isinstance(value, Fields) and not (key.text in _BUILT_IN and _says_nothing(value, prompts)):
                called = ((Scalar("command", key.line), Scalar(f"/{key.text}", key.line)),)
                calls = called if kind == "command" and "command" not in pairs(value) else ()
                named = Fields((*_name(key, value), *calls, *value.pairs), value.line)
                yield record_of(named, document, prompts, key=key.text)


def _says_nothing(entry: Fields, prompts: tuple[str, ...]) -> bool:
    return pairs(entry).keys().isdisjoint({*prompts, "description"})


def _name(key: Scalar, entry: Fields) -> tuple[tuple[Scalar, Scalar], ...]:
    """What the key says, as a field."""
    return () if "name" in pairs(entry) else ((Scalar("name", key.line), key),)


AGENT = Dialect("opencode", "OpenCode agent", _DOCS, _agent)
CONFIGURATION = Dialect(
    "opencode-json", "OpenCode agent (JSON)", f"{_DOCS}/#json", _configuration, reader=_read
)
