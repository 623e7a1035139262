"""What a persona is compared with others by: made of its file alone, where that is read, and kept."""

from __future__ import annotations

from dataclasses import dataclass

from persona_docs.catalog.likeness import Vocabulary, vocabulary
from persona_docs.checks.duplicates import Sketch, sketch
from persona_docs.model import Persona


@dataclass(frozen=True, slots=True)
class Traits:
    """What a persona is compared with others by.

    Attributes:
        text: how near duplicates of its body are found.
        vocabulary: how those that are like it are found; nothing where nobody asks.
    """

    text: Sketch
    vocabulary: Vocabulary


def traits(persona: Persona, *, likened: bool = True) -> Traits:
    """The traits of a persona, whose address does not matter.

    Args:
        persona: the persona.
        likened: whether it is to be known who is like it.
    """
    return Traits(sketch(persona.body.text), vocabulary(persona) if likened else Vocabulary())
