"""Kiro's agents, as Markdown or JSON, its steering and its prompts, and the agents of Amazon Q, now Kiro."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from persona_docs.reading.dialects.dialect import Dialect, Record, read_data, read_markdown
from persona_docs.reading.dialects.document import Document
from persona_docs.reading.discovery.filenames import SKILL
from persona_docs.reading.front_matter.keys import pairs
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value

_SKILL = "skill://"
_OWN = {"allowedTools": "settings"}  # those of its tools that it uses without asking
_AMAZON_Q = (
    "https://docs.aws.amazon.com/amazonq/latest/qdeveloper-ug/command-line-custom-agents-configuration.html"
)


def _agent(document: Document) -> bool:
    return document.under(".kiro/agents") or document.has_any(
        "includeMcpJson", "includePowers", "welcomeMessage", "toolsSettings"
    )


def _steering(document: Document) -> bool:
    return document.under(".kiro/steering") or document.has("inclusion", "fileMatchPattern")


def _read(document: Document) -> tuple[Record, ...]:
    records = read_data(document) if document.ends(".json") else read_markdown(document)
    return tuple(replace(record, fields=_with_skills(record.fields)) for record in records)


def _with_skills(fields: Fields) -> Fields:
    """The fields, with the skills among the resources, which stay where they are for their paths."""
    resources = pairs(fields).get("resources")
    skills = tuple(_skills(resources)) if resources else ()
    if not skills:
        return fields
    listed = (Scalar("skills", skills[0].line), Items(skills, skills[0].line))
    return replace(fields, pairs=(*fields.pairs, listed))


def _skills(resources: Value) -> Iterator[Scalar]:
    """The names of those that are told by their files; `skill://skills/*/SKILL.md` names none."""
    for each in resources.values if isinstance(resources, Items) else (resources,):
        if isinstance(each, Scalar) and each.text.startswith(_SKILL):
            file = PurePosixPath(each.text.removeprefix(_SKILL))
            folder = file.parent if file.name.lower() == SKILL else file
            if folder.name and "*" not in folder.name:
                yield replace(each, text=folder.name)


AGENT = Dialect(
    "kiro",
    "Kiro agent",
    "https://kiro.dev/docs/cli/custom-agents/configuration-reference",
    _agent,
    _OWN,
    reader=_read,
)
AMAZON_Q = Dialect(
    "amazonq-agent",
    "Amazon Q agent",
    _AMAZON_Q,
    lambda document: document.ends(".json") and document.under(".amazonq/cli-agents"),
    _OWN,
    reader=_read,
)
STEERING = Dialect("kiro-steering", "Kiro steering", "https://kiro.dev/docs/steering", _steering)
PROMPT = Dialect(
    "kiro-prompt",
    "Kiro prompt",
    "https://kiro.dev/docs/cli/chat/manage-prompts/",
    lambda document: document.under(".kiro/prompts"),
    slash=True,
    sign="@",
)
