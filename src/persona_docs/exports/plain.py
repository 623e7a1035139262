"""A persona for a model or a program to read: what is known of it in a few lines, then its text as written.

Nothing is rendered from it, so the text keeps its tags and signs; hidden characters and secrets are gone.
"""

from __future__ import annotations

from collections.abc import Iterator

from persona_docs.exports import text
from persona_docs.model import Persona, ToolMode
from persona_docs.pages.glance import title_of


def plain(persona: Persona, *, level: int = 1, fenced: bool = False) -> str:
    """A persona as text.

    Args:
        persona: whom.
        level: of its heading.
        fenced: whether its text stands in a fence, so that nothing in it can be taken for another persona's.
    """
    body = persona.body.text.strip()
    body = text.fence(body, "markdown") if fenced and body else body
    said = dict.fromkeys(fact.value for fact in (persona.role, persona.description) if fact.value)
    head = f"{'#' * level} {' '.join(title_of(persona).split())}"
    return text.document(
        head, *(f"> {' '.join(value.split())}" for value in said), "\n".join(_facts(persona)), body
    )


def _facts(persona: Persona) -> Iterator[str]:
    rows = {
        "Triggers": (each.value for each in persona.triggers),
        "Expertise": (each.value for each in persona.expertise),
        "Tools": (each.value for each in persona.tools.allowed)
        if persona.tools.mode is ToolMode.LIST
        else (str(persona.tools.mode),),
        "Not allowed": (each.value for each in persona.tools.denied),
        "Skills": (each.value for each in persona.skills),
        "Model": (each.value for each in persona.model),
        "Source": (persona.source.path,),
    }
    for label, values in rows.items():
        if shown := ", ".join(" ".join(value.split()) for value in values):
            yield f"- {label}: {shown}"
