"""The lines of a persona whose body does not stand in its file as it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from persona_docs.model import Body, Fact, Finding, Persona, Relation, RelationKind, Source, Trigger
from persona_docs.reading.dialects.dialect import Record
from persona_docs.reading.text.places import line_at

AnyFact = TypeVar("AnyFact", Fact, Trigger, Relation)


def placed(persona: Persona, record: Record) -> Persona:
    """A persona with its body and derived facts on the lines of the file that the record has them from."""
    declared = persona.description.line if not persona.description.derived else 0

    def place(fact: AnyFact) -> AnyFact:
        derived = fact.kind is not RelationKind.DECLARED if isinstance(fact, Relation) else fact.derived
        told = derived and fact.line != declared
        return replace(fact, line=record.place(fact.line)) if told else fact

    changed: dict[str, Any] = {name: place(getattr(persona, name)) for name in ("role", "description")}
    for name in ("expertise", "activates_on", "triggers", "relations"):
        changed[name] = tuple(map(place, getattr(persona, name)))
    return replace(persona, body=_body(persona.body, record), **changed)


def at_its_place(found: Finding, record: Record, source: Source) -> Finding:
    """A finding of a body at its place in the file, where a line of the body may be a part of one."""
    line = record.place(found.line)
    if not found.column:
        return replace(found, line=line)
    at = line_at(source.text, line).find(line_at(record.body, found.line - record.line + 1))
    return replace(found, line=line, column=found.column + at if at >= 0 else 0)


def _body(body: Body, record: Record) -> Body:
    checklists = (
        replace(each, items=tuple(replace(item, line=record.place(item.line)) for item in each.items))
        for each in body.checklists
    )
    return replace(
        body,
        sections=tuple(replace(each, line=record.place(each.line)) for each in body.sections),
        checklists=tuple(replace(each, line=record.place(each.line)) for each in checklists),
        links=tuple(replace(each, line=record.place(each.line)) for each in body.links),
    )
