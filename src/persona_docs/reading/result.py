"""What reading gives back."""

from __future__ import annotations

from dataclasses import dataclass

from persona_docs.model import Finding, Persona


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read.

    Attributes:
        personas: in the order of the files, and in the order of the file where one holds several.
        findings: what is wrong with the files, in the same order.
    """

    personas: tuple[Persona, ...] = ()
    findings: tuple[Finding, ...] = ()
