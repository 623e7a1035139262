"""What a persona's page says of it before its instructions begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from persona_docs.catalog.terms import tool_name
from persona_docs.folding import caseless, fold
from persona_docs.model import (
    Catalog,
    ConflictKind,
    Fact,
    Persona,
    Tool,
    ToolGroup,
    Trigger,
    TriggerKind,
)
from persona_docs.pages.brief import dialect_label
from persona_docs.pages.company import rivals
from persona_docs.pages.links import Links
from persona_docs.pages.texts import Texts

_MANY_KEYS, _SHOWN_KEYS = 10, 6
"""More keys than these many of a persona's own are folded, but for the first ones."""

_EFFORT = ("effort", "model_reasoning_effort", "reasoning_effort", "reasoningEffort")


@dataclass(frozen=True, slots=True)
class Badge:
    """A short fact of the header; `kind` names it for the style sheet."""

    kind: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Call:
    """A trigger, the first of those who claim it too, and how many more there are."""

    trigger: Trigger
    rivals: tuple[Persona, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Calls:
    """The triggers of one kind; `roomy` where one of them says more than itself, so each wants a line."""

    kind: TriggerKind
    calls: tuple[Call, ...]
    roomy: bool


@dataclass(frozen=True, slots=True)
class Linked:
    """A fact, and where the index lists everybody who shares it."""

    fact: Fact
    href: str | None

    @property
    def derived(self) -> bool:
        """As the fact's own."""
        return self.fact.derived


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the definition list.

    Attributes:
        label: what it is about.
        kind: `chips` or `codes`: how its values look.
        facts: its values.
        first: whether it stands before the tools.
    """

    label: str
    kind: str
    facts: tuple[Linked, ...]
    first: bool = False


def header(persona: Persona, catalog: Catalog, texts: Texts) -> Mapping[str, object]:
    """Badges, and who else has this name or address."""
    claims = [
        (conflict, *rivals(persona, conflict, catalog))
        for conflict in catalog.conflicts_of.get(persona.id, ())
        if conflict.kind is not ConflictKind.TRIGGER
    ]
    return {"badges": tuple(_badges(persona, texts)), "claims": claims}


def activate(persona: Persona, catalog: Catalog) -> Mapping[str, object]:
    """Triggers by kind, each with who else claims it; situations and examples."""
    claimed = {
        caseless(conflict.value): rivals(persona, conflict, catalog)
        for conflict in catalog.conflicts_of.get(persona.id, ())
        if conflict.kind is ConflictKind.TRIGGER
    }
    order = list(TriggerKind)
    triggers = sorted(persona.triggers, key=lambda trigger: order.index(trigger.kind))
    calls = []
    for kind, group in groupby(triggers, key=lambda trigger: trigger.kind):
        these = tuple(Call(trigger, *claimed.get(caseless(trigger.value), ((), 0))) for trigger in group)
        calls.append(Calls(kind, these, any(call.trigger.help or call.rivals for call in these)))
    return {
        "calls": tuple(calls),
        "situations": persona.activates_on,
        "proactive": persona.proactive,
        "examples": persona.examples,
    }


def glance(persona: Persona, catalog: Catalog, links: Links, texts: Texts) -> Mapping[str, object]:
    """Rows of what is known, tools by capability, and every other key as written."""
    terms = catalog.terms_of.get(persona.id, ())
    anchors = {fold(term.value): term.anchor for term in terms if not term.group}
    tools = {fold(term.value): term.anchor for term in terms if term.group}

    def expertise(fact: Fact) -> Linked:
        anchor = anchors.get(fold(fact.value))
        return Linked(fact, links.catalog("expertise", anchor) if anchor else None)

    def tool(fact: Tool) -> Linked:
        anchor = tools.get(fold(tool_name(fact.value)))
        return Linked(fact, links.catalog("tools", anchor) if anchor else None)

    rows = (
        Row(texts("field.expertise"), "chips", tuple(map(expertise, persona.expertise)), first=True),
        Row(texts("field.skills"), "codes", _plain(persona.skills)),
        Row(texts("persona.mcp"), "codes", _plain(persona.mcp_servers)),
        Row(texts("persona.files"), "codes", _plain(persona.file_patterns)),
        Row(texts("field.tags"), "chips", _plain(persona.tags)),
    )
    keys = (*persona.settings.items(), *persona.extra.items())
    shown = len(keys) if len(keys) <= _MANY_KEYS else _SHOWN_KEYS
    return {
        "rows": tuple(row for row in rows if row.facts),
        "mode": persona.tools.mode,
        "allowed": tuple(_by_group(map(tool, persona.tools.declared))),
        "denied": _plain(persona.tools.denied),
        "keys": keys[:shown],
        "more": keys[shown:],
    }


def _badges(persona: Persona, texts: Texts) -> Iterator[Badge]:
    language = texts.language(persona.lang) if persona.lang != texts.lang else ""
    effort = next((persona.settings[key].value for key in _EFFORT if key in persona.settings), "")
    values = (
        ("category", "", persona.category.value),
        ("model", texts("field.model"), ", ".join(fact.value for fact in persona.model)),
        ("effort", texts("persona.effort"), effort),
        ("language", texts("field.language"), language),
        ("version", texts("field.version"), persona.version.value),
        ("dialect", "", dialect_label(persona.dialect)),
    )
    yield from (Badge(kind, label, value) for kind, label, value in values if value)


def _plain(facts: Iterable[Fact]) -> tuple[Linked, ...]:
    return tuple(Linked(fact, None) for fact in facts)


def _by_group(tools: Iterable[Linked]) -> Iterator[tuple[ToolGroup, Sequence[Linked]]]:
    by_group: dict[ToolGroup, list[Linked]] = {}
    for linked in tools:
        if isinstance(linked.fact, Tool):
            by_group.setdefault(linked.fact.group, []).append(linked)
    return ((group, by_group[group]) for group in ToolGroup if group in by_group)
