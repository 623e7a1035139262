"""What is said of a persona in few words: its title, dialect and language, and a text cut to length."""

from __future__ import annotations

from persona_docs.folding import fold
from persona_docs.model import Fact, Persona
from persona_docs.pages.page import Site
from persona_docs.pages.texts import fallback
from persona_docs.reading.dialects import NAMES
from persona_docs.reading.text.phrases import cut, one_line


def title_of(persona: Persona) -> str:
    """What a reader sees as the persona's name."""
    return persona.title or persona.name.value


def listed(fact: Fact) -> tuple[Fact, ...]:
    """A fact as a list, as those of fields with several values are; empty where there is none."""
    return (fact,) if fact.value else ()


def role_tells(persona: Persona) -> bool:
    """Whether the role says more than the name above it: that of a gardener may be “Gardener”."""
    return fold(persona.role.value) not in {"", fold(title_of(persona)), fold(persona.name.value)}


def dialect_label(name: str) -> str:
    """What a reader sees as the dialect."""
    return NAMES[name].label if name in NAMES else name


def own_lang(persona: Persona, site: Site) -> str | None:
    """The persona's language for a `lang` attribute; `None` where it is unknown or the page's own.

    On a site in `en-GB`, `en` is the page's own.
    """
    around = fallback(site.lang) or site.lang
    ours, theirs = around.lower().replace("_", "-"), persona.lang.lower()
    return persona.lang if theirs and theirs != ours and not ours.startswith(f"{theirs}-") else None


def clip(text: str, limit: int = 480) -> str:
    """A text on one line, cut after a word where it is longer than the limit."""
    return cut(one_line(text), limit)
