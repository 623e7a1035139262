"""A persona for a model or a program to read: what is known of it in a few lines, then its text as written.

Nothing is rendered from it, so the text keeps its tags and signs; hidden characters and secrets are gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from persona_docs.exports.writing import text
from persona_docs.model import Persona, ToolMode
from persona_docs.pages.brief import title_of


@dataclass(frozen=True, slots=True)
class Plain:
    """A persona in words: its name, what is known of it, and its text."""

    title: str
    known: str
    body: str

    def alone(self) -> str:
        """As a file of its own."""
        return f"# {self.title}\n\n{self.known}\n\n{self.body}".rstrip("\n") + "\n"

    def among(self) -> str:
        """Among others: its text stands in a fence, so that nothing in it can pass for another persona."""
        body = f"\n\n{text.fence(self.body, 'markdown')}" if self.body else ""
        return f"## {self.title}\n\n{self.known}{body}\n"


def plain(persona: Persona) -> Plain:
    """A persona in words."""
    said = dict.fromkeys(fact.value for fact in (persona.role, persona.description) if fact.value)
    known = "\n\n".join([*(f"> {_line(value)}" for value in said), "\n".join(_facts(persona))])
    body = text.printable(persona.body.text.strip())
    return Plain(text.printable(_line(title_of(persona))), text.printable(known), body)


def _facts(persona: Persona) -> Iterator[str]:
    tools = persona.tools
    rows = {
        "Triggers": (each.value for each in persona.triggers),
        "Expertise": (each.value for each in persona.expertise),
        "Tools": (
            *(() if tools.mode is ToolMode.LIST else (tools.mode,)),
            *(each.value for each in tools.declared),
        ),
        "Not allowed": (each.value for each in tools.denied),
        "Skills": (each.value for each in persona.skills),
        "Model": (each.value for each in persona.model),
        "Source": (persona.source.path,),
    }
    for label, values in rows.items():
        if shown := ", ".join(map(_line, values)):
            yield f"- {label}: {shown}"


def _line(value: str) -> str:
    return " ".join(value.split())
