"""SuperClaude's agents, told by headings that all of them have, and its many personas in one file."""

from __future__ import annotations

import re

from persona_docs.reading.dialects.dialect import Dialect, Record
from persona_docs.reading.dialects.document import Document
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value

_IDENTITY = re.compile(r"^\*\*Identity\*\*:[ \t]*(?P<said>\S.*)$", re.MULTILINE)
_PERSONA = re.compile(r"^##[ \t]+`--persona-(?P<name>[\w-]+)`.*$", re.MULTILINE)


def _agent(document: Document) -> bool:
    fixed = ("Behavioral Mindset", "Key Actions", "Focus Areas", "Boundaries")
    return document.under("superclaude") or sum(map(document.heading, fixed)) > 2


def _personas(document: Document) -> bool:
    if not document.ends(".md") or "--persona-" not in document.text:
        return False
    return len(_PERSONA.findall(document.text)) > 1


def _read(document: Document) -> tuple[Record, ...]:
    """A record for each `## --persona-name` heading, up to the next heading of its level."""
    records = []
    for match in _PERSONA.finditer(document.text):
        end = re.compile(r"^##?[ \t]", re.MULTILINE).search(document.text, match.end())
        line = document.text.count("\n", 0, match.start()) + 1
        body = document.text[match.end() : end.start() if end else None].strip("\n")
        skipped = document.text[match.end() :].partition(body)[0].count("\n") if body else 0
        flag = Scalar(f"--persona-{match['name']}", line)
        pairs: list[tuple[Scalar, Value]] = [
            (Scalar("name", line), Scalar(match["name"], line)),
            (Scalar("triggers", line), Items((flag,), line)),
        ]
        if identity := _IDENTITY.search(body):
            at = line + skipped + body.count("\n", 0, identity.start())
            pairs.append((Scalar("Identity", at), Scalar(identity["said"], at)))
        fields = Fields(tuple(pairs), line)
        records.append(Record(fields, body, line + skipped, key=match["name"]))
    return tuple(records)


_DOCS = "https://github.com/SuperClaude-Org/SuperClaude_Framework/blob/master/docs/user-guide/agents.md"
AGENT = Dialect("superclaude", "SuperClaude agent", _DOCS, _agent)
PERSONAS = Dialect(
    "superclaude-personas", "SuperClaude personas", _DOCS, _personas, {"identity": "role"}, _read
)
