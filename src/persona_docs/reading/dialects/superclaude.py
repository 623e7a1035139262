"""SuperClaude's agents, told by headings that all of them have, and its many personas in one file."""

from __future__ import annotations

import re

from persona_docs.reading.dialects.dialect import Dialect, Record
from persona_docs.reading.dialects.document import Document
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value
from persona_docs.reading.text.places import Places

_IDENTITY = re.compile(r"^\*\*Identity\*\*:[ \t]*(?P<said>\S.*)$", re.MULTILINE)
_PERSONA = re.compile(r"^##[ \t]+`--persona-(?P<name>[\w-]+)`.*$", re.MULTILINE)

_HEADING_OR_FENCE = re.compile(r"^(?:##?[ \t]|[ ]{0,3}(?P<fence>```|~~~))", re.MULTILINE)


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
    places = Places(document.text)
    for match in _PERSONA.finditer(document.text):
        line = places(match.start())[0]
        below = document.text[match.end() : _end(document.text, match.end())]
        body = below.strip("\n")
        skipped = len(below) - len(below.lstrip("\n")) if body else 0
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


def _end(text: str, start: int) -> int:
    """Where the section ends that goes on here; in a code fence, `# a comment` is no heading."""
    fenced = False
    for match in _HEADING_OR_FENCE.finditer(text, start):
        fenced ^= match["fence"] is not None
        if not fenced and not match["fence"]:
            return match.start()
    return len(text)


_DOCS = "https://github.com/SuperClaude-Org/SuperClaude_Framework/blob/master/docs/user-guide/agents.md"
AGENT = Dialect("superclaude", "SuperClaude agent", _DOCS, _agent)
PERSONAS = Dialect(
    "superclaude-personas", "SuperClaude personas", _DOCS, _personas, {"identity": "role"}, _read
)
