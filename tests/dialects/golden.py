"""What a golden case tells of personas: every fact, where it stands, and the findings, as YAML.

`Python @4` is declared on line 4, `Python ~12` derived from line 12.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import yaml

from persona_docs.catalog import build_catalog
from persona_docs.model import Body, Checklist, Example, Fact, Finding, Persona, Relation, Tools, Trigger
from persona_docs.options import Options
from persona_docs.reading import read
from scripts import pictures

CASES = Path(__file__).parent / "cases"
_SKIPPED = {"id", "dialect", "source", "slug"}


def told(picture: str, root: Path, options: Options | None = None) -> str:
    """The personas and findings of a picture, as YAML."""
    options = options or Options(sources=(".",))
    reading = read(options, pictures.write(picture, root))
    catalog = build_catalog(reading.personas, reading.findings, options, root)
    answer = {
        "personas": [_persona(each) for each in catalog.personas],
        "findings": [_finding(each) for each in catalog.findings],
    }
    return yaml.safe_dump(answer, sort_keys=False, allow_unicode=True, width=110)


def _persona(persona: Persona) -> dict[str, Any]:
    told = {"id": persona.id, "dialect": persona.dialect, "slug": persona.slug}
    if persona.source.encoding != "utf-8" or persona.source.repaired:
        told["encoding"] = persona.source.repaired or persona.source.encoding
    for each in fields(persona):
        value = _plain(getattr(persona, each.name))
        if each.name not in _SKIPPED and value not in ("", None, [], {}, False):
            told[each.name] = value
    return told


def _plain(value: Any) -> Any:
    match value:
        case Relation():
            return _joined(f"{value.target} @{value.line} ({value.kind})", value.label)
        case Trigger():
            return _joined(f"{value.value} {_place(value)} ({value.kind})", value.help)
        case Fact():
            return f"{value.value} {_place(value)}" if value.value else ""
        case Tools():
            listed = {"allowed": value.allowed, "denied": value.denied}
            return {"mode": str(value.mode), **{k: _plain(v) for k, v in listed.items() if v}}
        case Example():
            turns = [f"{who}: {said}" for who, said in value.turns]
            return [each for each in (value.context, *turns, value.commentary) if each]
        case Body():
            return _body(value)
        case Mapping():
            return {key: _plain(inner) for key, inner in value.items()}
        case str() | bool():
            return value
        case Iterable():
            return [_plain(each) for each in value]


def _body(body: Body) -> dict[str, Any]:
    told = {
        "line": body.line,
        "sections": [f"{'#' * each.level} {each.title} @{each.line}" for each in body.sections if each.title],
        "checklists": [_checklist(each) for each in body.checklists],
        "links": [f"{each.target} @{each.line}" for each in body.links],
    }
    return {key: value for key, value in told.items() if value}


def _checklist(checklist: Checklist) -> dict[str, Any]:
    items = [f"[{'x' if each.checked else ' '}] {each.text} @{each.line}" for each in checklist.items]
    return {f"{checklist.title} ({checklist.kind})": items}


def _place(fact: Fact) -> str:
    return f"{'~' if fact.derived else '@'}{fact.line}"


def _joined(text: str, more: str) -> str:
    return f"{text}: {more}" if more else text


def _finding(finding: Finding) -> str:
    return f"{finding.place} {finding.severity}[{finding.code}] {finding.message}"
