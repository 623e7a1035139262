"""What is told of a persona, and of what is wrong with its file."""

from __future__ import annotations

from persona_docs.model import Finding, Persona


def shown(persona: Persona) -> dict[str, object]:
    """What a golden case tells."""
    told = {
        "id": persona.id.removeprefix("personas/"),
        "dialect": persona.dialect,
        "name": persona.name.value,
        "title": persona.title,
        "role": persona.role.value,
        "triggers": [f"{t.value}: {t.help}" if t.help else t.value for t in persona.triggers],
        "tools": [t.value for t in persona.tools.allowed],
        "expertise": [f.value for f in persona.expertise],
        "sections": [s.title for s in persona.body.sections if s.title],
    }
    return {key: value for key, value in told.items() if value}


def told(findings: tuple[Finding, ...]) -> list[tuple[str, int, int]]:
    """Codes, lines and columns."""
    return [(f.code, f.line, f.column) for f in findings]
