"""Who answers to what, who may use what, who knows what: the reverse indexes as pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from persona_docs.catalog.terms import tool_name
from persona_docs.folding import caseless, fold
from persona_docs.model import (
    Catalog,
    Conflict,
    ConflictKind,
    Persona,
    Term,
    ToolGroup,
    ToolMode,
    TriggerKind,
)
from persona_docs.pages import conflicts
from persona_docs.pages.conflicts import Place
from persona_docs.pages.letters import letters
from persona_docs.pages.links import Links
from persona_docs.pages.page import Heading, Html, Page, Part, Site
from persona_docs.pages.templating import render
from persona_docs.pages.texts import Texts, texts

_COMMON = 12
"""So many of the commonest terms are named above a long index."""


@dataclass(frozen=True, slots=True)
class _Owner:
    persona: Persona
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    value: str
    anchor: str
    owners: tuple[_Owner, ...]
    claims: tuple[Place, ...] = ()
    denied: tuple[Persona, ...] = ()


@dataclass(frozen=True, slots=True)
class _Group:
    anchor: str
    label: str
    entries: tuple[_Entry, ...]
    lead: str = ""
    glyph: str = ""


def triggers_page(catalog: Catalog, site: Site) -> Page:
    """Every trigger by its kind, with what it does; those with several owners say which file to change."""
    t = texts(site.lang)
    claimed = {c.value: c for c in catalog.conflicts if c.kind is ConflictKind.TRIGGER}
    groups = [
        _Group(
            f"persona-{kind}",
            t(f"kind.{kind}"),
            tuple(
                _trigger(term, catalog, claimed.get(term.value), site)
                for term in catalog.triggers
                if term.group == kind
            ),
        )
        for kind in TriggerKind
    ]
    return _page("triggers", groups, site, t, code=True)


def tools_page(catalog: Catalog, site: Site) -> Page:
    """Every tool by what it lets a persona do, then who may use everything, anything, nothing."""
    t, denied = texts(site.lang), _denied(catalog)
    groups = [
        _Group(
            f"persona-{group}",
            t(f"group.{group}"),
            tuple(_tool(term, catalog, denied) for term in catalog.tools if term.group == group),
            glyph=group,
        )
        for group in ToolGroup
    ]
    groups += [
        _Group(
            f"persona-tools-{mode}",
            t(f"terms.{name}"),
            _everybody(catalog, mode, t(f"tools.{mode}")),
            t(f"terms.{name}_lead"),
        )
        for mode, name in (
            (ToolMode.ALL, "all_tools"),
            (ToolMode.INHERITED, "inherited"),
            (ToolMode.NONE, "none"),
        )
    ]
    return _page("tools", groups, site, t, code=True)


def expertise_page(catalog: Catalog, site: Site) -> Page:
    """Every field of expertise."""
    entries = tuple(
        _Entry(term.value, term.anchor, tuple(map(_Owner, _owners(term, catalog))))
        for term in catalog.expertise
    )
    return _page("expertise", [_Group("persona", "", entries)], site, texts(site.lang))


def _page(name: str, groups: Sequence[_Group], site: Site, t: Texts, *, code: bool = False) -> Page:
    links = Links.of(site, site.at(f"{name}.md"))
    shown = [group for group in groups if group.entries]
    return Page(
        address=site.at(f"{name}.md"),
        title=t(f"terms.{name}_title"),
        parts=(
            Heading(1, f"persona-{name}", Markup.escape(t(f"terms.{name}_title"))),
            Html(_lead(name, shown, t)),
            *(part for group in shown for part in _parts(group, links, t, code=code)),
        ),
    )


def _common(entries: Sequence[_Entry], t: Texts) -> Markup:
    """The terms that most personas share, as a way into a long index; nothing where hardly any is shared."""
    shared = [entry for entry in entries if len(entry.owners) > 1]
    most = sorted(shared, key=lambda entry: -len(entry.owners))[:_COMMON]
    return render("terms_common.html", t, terms=most) if len(most) > 2 else Markup()


def _lead(name: str, groups: Sequence[_Group], t: Texts) -> Markup:
    lead = render("lead.html", t, text=t(f"terms.{name}_lead" if groups else f"terms.{name}_empty"))
    return lead + _jump([(group.anchor, group.label) for group in groups], t) if len(groups) > 1 else lead


def _jump(groups: Sequence[tuple[str, str]], t: Texts, among: str = "") -> Markup:
    """Links to groups, or to the letters of one: no two of a page are called the same."""
    label = t("terms.jump") + (t("list.colon") + among if among else "")
    return render("jump.html", t, groups=groups, label=label)


def _parts(group: _Group, links: Links, t: Texts, *, code: bool) -> Iterator[Part]:
    """A group below its heading; by letter where it is long."""
    if group.label:
        yield Heading(2, group.anchor, _titled(group))
    if group.lead:
        yield Html(render("lead.html", t, text=group.lead))
    cut = letters(group.entries, lambda entry: entry.value, t)
    if cut and not code:
        yield Html(_common(group.entries, t))
    if cut:
        yield Html(_jump([(f"{group.anchor}-{each.anchor}", each.label) for each in cut], t, group.label))
    for each in cut:
        yield Heading(3 if group.label else 2, f"{group.anchor}-{each.anchor}", Markup.escape(each.label))
        yield Html(render("terms.html", t, terms=each.entries, links=links, code=code))
    if not cut:
        yield Html(render("terms.html", t, terms=group.entries, links=links, code=code))


def _titled(group: _Group) -> Markup:
    if not group.glyph:
        return Markup.escape(group.label)
    return Markup('<span class="persona-cap persona-cap--{}">{}</span>').format(group.glyph, group.label)


def _owners(term: Term, catalog: Catalog) -> Iterator[Persona]:
    return (catalog.by_id[each] for each in term.personas)


def _trigger(term: Term, catalog: Catalog, conflict: Conflict | None, site: Site) -> _Entry:
    key = caseless(term.value)
    owners = tuple(
        _Owner(persona, next((each.help for each in persona.triggers if caseless(each.value) == key), ""))
        for persona in _owners(term, catalog)
    )
    claims = conflicts.places(conflict, (o.persona for o in owners), site) if conflict else ()
    return _Entry(term.value, term.anchor, owners, claims)


def _denied(catalog: Catalog) -> Mapping[str, tuple[Persona, ...]]:
    """Under a tool's folded name, who may not use it."""
    denied: dict[str, dict[str, Persona]] = {}
    for persona in catalog.personas:
        for tool in persona.tools.denied:
            denied.setdefault(fold(tool_name(tool.value)), {})[persona.id] = persona
    return {name: tuple(personas.values()) for name, personas in denied.items()}


def _tool(term: Term, catalog: Catalog, denied: Mapping[str, tuple[Persona, ...]]) -> _Entry:
    """A tool's owners, with what it is narrowed to (`Bash(git:*)` says `git:*`), and to whom it is denied."""
    key = fold(term.value)
    owners = tuple(_Owner(persona, _narrowed(persona, key)) for persona in _owners(term, catalog))
    return _Entry(term.value, term.anchor, owners, denied=denied.get(key, ()))


def _narrowed(persona: Persona, key: str) -> str:
    parts = [
        tool.value.partition("(")[2].removesuffix(")")
        for tool in persona.tools.allowed
        if fold(tool_name(tool.value)) == key
    ]
    return ", ".join(part for part in parts if part)


def _everybody(catalog: Catalog, mode: ToolMode, label: str) -> tuple[_Entry, ...]:
    owners = tuple(_Owner(persona) for persona in catalog.personas if persona.tools.mode is mode)
    return (_Entry(label, f"tools-mode-{mode}", owners),) if owners else ()
