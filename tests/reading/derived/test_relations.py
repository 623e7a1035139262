"""Whom a persona names."""

from __future__ import annotations

import pytest

from persona_docs.model import Tools
from persona_docs.reading.derived.relations import mentioned
from persona_docs.reading.fields.relations import spawned
from persona_docs.reading.fields.tool_names import tool
from tests.reading.texts import text


def named(body: str, *own: str) -> list[str]:
    return [relation.target for relation in mentioned(text(body), own)]


@pytest.mark.parametrize(
    "body",
    [
        "Leave it to `harbour-pilot`.",
        "- `harbour-pilot`: brings it in",
        "## 2. `harbour-pilot`\n\nBrings it in.",
        "| Step | Who |\n|---|---|\n| 2 | `harbour-pilot` (mid) |",
        'Call `Task(subagent_type="harbour-pilot", prompt=…)`.',
        '```python\nTask(\n  subagent_type="harbour-pilot",\n)\n```',
        "```json\n{\"subagent_type\": \"harbour-pilot\"}\n```",
        "Invoke the harbour-pilot agent with what you found.",
        "Start the agent harbour-pilot next.",
        "Hands over to harbour-pilot subagents.",
        "Sigue el agente harbour-pilot.",
        "Draws charts (delegates the entry to harbour-pilot).",
        "DEFER to harbour-pilot.",
        "Hands off to the harbour-pilot.",
        "Use harbour-pilot for the entry.",
        "Consult the harbour-pilot when a storm comes.",
        "Delega en harbour-pilot lo demás.",
        "Encaminhe para harbour-pilot.",
        "Delegiere das Einlaufen nicht; übergib an harbour-pilot.",
        "Déléguer à harbour-pilot.",
        "入港はharbour-pilotに委譲する。",
        "입항은 harbour-pilot에게 위임한다.",
        "入港请交给 harbour-pilot 处理。",
    ],
)  # fmt: skip
def test_who_is_called(body):
    assert named(body) == ["harbour-pilot"]


@pytest.mark.parametrize(
    "body",
    [
        "Write front-end code, and test-driven too.",
        "Run `npm-check.sh` and `docs/harbour-pilot`.",
        "```sh\nharbour-pilot agent\n```",
        "Ask a multi-purpose tool.",
        "An agent harbour-pilot/notes.md is none.",
        "Use harbour-wide lights.",
        "Hand over to harbour-pilot/notes.md now.",
        "Escalate to harbour-pilot.md.",
    ],
)
def test_what_only_looks_like_a_call(body):
    assert named(body) == []


def test_nobody_names_itself():
    assert named("## `harbour-pilot`\n\nThe harbour-pilot agent waits.", "harbour-pilot") == []


def test_whom_a_tool_may_start():
    listed = ("Agent(tester, plugin:writer)", "Task(tester)", "Agent", "Agent(*)", "Bash(git add, git log)")
    found = spawned(Tools(allowed=tuple(tool(each, line=4) for each in listed)))
    assert [(r.target, r.kind, r.line) for r in found] == [
        ("tester", "declared", 4),
        ("plugin:writer", "declared", 4),
        ("tester", "declared", 4),
    ]
