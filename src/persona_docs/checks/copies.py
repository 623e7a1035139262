"""Copies are told once: where a persona stands again, and not in every rule about what both of them claim."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from persona_docs.checks.conflicts import CODES_OF, claim, taken
from persona_docs.checks.duplicates import Sketch, likest
from persona_docs.checks.wording import about
from persona_docs.codes import CODES
from persona_docs.model import Catalog, Conflict, ConflictKind, Finding, Severity
from persona_docs.option_values import IGNORE


@dataclass(frozen=True, slots=True)
class Copy:
    """Whose text a persona has.

    Attributes:
        of: id of the original, which comes first.
        share: how much of it is the same, up to 1.
        claims: which of a name and an address both want to have.
    """

    of: str
    share: float
    claims: frozenset[ConflictKind] = frozenset()

    @property
    def same(self) -> bool:
        """Whether it is the same persona again, and not one that was made from another."""
        return self.share == 1 or bool(self.claims)


def copies(catalog: Catalog, sketches: Mapping[str, Sketch]) -> dict[str, Copy]:
    """Under its id each persona whose text stands before it: whose it is, of equals one that claims the same.

    Args:
        catalog: the catalog, in path order.
        sketches: of each persona's body, by id.
    """
    found: dict[str, Copy] = {}
    claims = _claims(catalog)
    first: dict[tuple[str, int], str] = {}
    for id, other, share in likest(catalog, sketches):
        wanted, of = claims.get(id, {}), other
        if share == 1 and not wanted.keys() & claims.get(other, {}).keys():
            same = [(other, number) for number in wanted]
            of = next((first[each] for each in same if each in first), other)
            first |= {each: first.get(each, id) for each in same}
        both = wanted.items() & claims.get(of, {}).items()
        found[id] = Copy(of, share, frozenset(kind for _, kind in both))
    return found


def near_duplicate(catalog: Catalog, found: Mapping[str, Copy]) -> Iterator[Finding]:
    """A text that is almost another's, told where it stands again, with what both of them want to have.

    It is as bad as having the same name is: of two in one folder, for one product, one cannot be loaded.
    """
    for id, copy in found.items():
        persona, other = catalog.by_id[id], catalog.by_id[copy.of]
        how = "the same text as" if copy.share == 1 else f"{int(copy.share * 100)} % the same text as"
        message, fix = f"This is {how} {other.id}", ""
        if ConflictKind.NAME in copy.claims:
            message += ", under the same name"
        if copy.claims:
            message += f"; this persona got the address “{persona.slug}”, the other “{other.slug}”"
            fix = "Keep one, or give each a name of its own and say in both what differs."
        told = about(persona, "near-duplicate", message, persona.body.line, fix=fix)
        loses = (
            ConflictKind.NAME in copy.claims and not persona.name.derived and claim(persona) == claim(other)
        )
        yield replace(told, severity=Severity.ERROR) if loses else told


def without_copies(
    catalog: Catalog, found: Mapping[str, Copy], told: Iterable[Finding], levels: Mapping[str, str]
) -> Catalog:
    """The catalog with the conflicts that are left when each copy is told of beside its original.

    A copy claims what its original claims because it is one, and no more once one of the two is gone. Where
    the original does not claim it, or what is said of the copy is milder than what is wrong, the copy stays.

    Args:
        catalog: the catalog.
        found: see `copies`.
        told: what `near_duplicate` said of them, at the levels that were set.
        levels: those that were set, by code.
    """
    said = {each.persona: each.severity for each in told if found[each.persona].same}
    lost = taken(catalog)
    left = (_left(conflict, found, said, lost, levels) for conflict in catalog.conflicts)
    return replace(catalog, conflicts=tuple(conflict for conflict in left if len(conflict.personas) > 1))


def _left(
    conflict: Conflict,
    found: Mapping[str, Copy],
    said: Mapping[str, Severity],
    lost: Collection[str],
    levels: Mapping[str, str],
) -> Conflict:
    code, everybody = CODES_OF[conflict.kind], frozenset(conflict.personas)

    def is_told(id: str) -> bool:
        if id not in said or found[id].of not in everybody:
            return False
        loses = conflict.kind is ConflictKind.NAME and id in lost
        level = levels.get(code, Severity.ERROR if loses else CODES[code].severity)
        return level == IGNORE or said[id].rank <= Severity(level).rank

    return replace(conflict, personas=tuple(id for id in conflict.personas if not is_told(id)))


def _claims(catalog: Catalog) -> Mapping[str, dict[int, ConflictKind]]:
    """By id, the numbers of the conflicts over a name and over an address that a persona is in."""
    claims: dict[str, dict[int, ConflictKind]] = {}
    for number, conflict in enumerate(catalog.conflicts):
        if conflict.kind is not ConflictKind.TRIGGER:
            for id in conflict.personas:
                claims.setdefault(id, {})[number] = conflict.kind
    return claims
