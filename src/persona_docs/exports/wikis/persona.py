"""A persona as a page of a wiki."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from persona_docs.exports.given import Given
from persona_docs.exports.wikis.links import WikiLinks, heading, links, opening
from persona_docs.exports.wikis.wiki import Card, Names, tags_of
from persona_docs.exports.writing import text
from persona_docs.exports.writing.body import written
from persona_docs.exports.writing.inline import line
from persona_docs.folding import caseless
from persona_docs.model import (
    ConflictKind,
    Example,
    Fact,
    Persona,
    ToolMode,
    Trigger,
    TriggerKind,
)
from persona_docs.pages import company
from persona_docs.pages.brief import clip, dialect_label, listed
from persona_docs.pages.texts import Texts
from persona_docs.reading.markdown.gfm import ALERTS

_TOP = 3
_LINE = 160
_VALUE = 480


def persona_page(persona: Persona, given: Given, names: Names) -> str:
    """The page: who it is, what calls it, what is known of it, its text, whom it works with, its file."""
    wiki, t = names.wiki, given.texts
    to = links(given, names, names.personas[persona.id])
    title = names.titles[persona.id]
    card = Card(title, clip(persona.role.value or persona.description.value, _LINE), tags_of(persona))
    heads = opening(persona, given)
    said = dict.fromkeys(fact.value for fact in (persona.role, persona.description) if fact.value)
    words = {name: t(f"body.{name}") for name in (*ALERTS, "footnotes")}
    body = persona.body
    return text.document(
        wiki.head(card),
        text.heading(text.one_line(head), 1) if (head := heading(persona, names)) else "",
        *map(line, said),
        *(_section(heads["activate"], _activate(persona, to, t)) if "activate" in heads else ()),
        *_section(heads["glance"], ["\n".join(_glance(persona, t))]),
        *_section(
            heads["instructions"], written(body, to.targets(persona), wiki.flavour, top=_TOP, words=words)
        ),
        *_section(t("persona.relations"), _relations(persona, to, t)),
        *_section(t("persona.similar"), ["\n".join(_similar(persona, to, t))]),
        *_section(t("persona.source"), ["\n".join(_source(persona, to, t))]),
    )


def _section(title: str, blocks: Iterable[str]) -> list[str]:
    kept = [block for block in blocks if block]
    return [text.heading(text.one_line(title), 2), *kept] if kept else []


def _activate(persona: Persona, to: WikiLinks, t: Texts) -> Iterator[str]:
    for kind in TriggerKind:
        lines = [_call(each, persona, to, t) for each in persona.triggers if each.kind is kind]
        if lines:
            yield _labelled(t(f"kind.{kind}"), lines)
    if persona.proactive:
        yield text.paragraph(t("persona.proactive_text"))
    if persona.activates_on:
        yield _labelled(
            t("persona.when"), [f"- {text.paragraph(each.value)}" for each in persona.activates_on]
        )
    if persona.examples:
        lines = [line for each in persona.examples for line in _example(each, t)]
        yield _labelled(t("persona.examples"), lines)


def _call(trigger: Trigger, persona: Persona, to: WikiLinks, t: Texts) -> str:
    claims = (
        each
        for each in to.given.catalog.conflicts_of.get(persona.id, ())
        if each.kind is ConflictKind.TRIGGER and caseless(each.value) == caseless(trigger.value)
    )
    found = [company.rivals(persona, claim, to.given.catalog) for claim in claims]
    others = [to.named(other) for some, _ in found for other in some]
    others += [t("list.more", count=more) for _, more in found if more]
    parts = [text.code(trigger.value)]
    if trigger.help:
        parts.append(f"– {text.one_line(trigger.help)}")
    if others:
        parts.append(f"({t('persona.also')} {t('list.comma').join(others)})")
    return f"- {' '.join(parts)}"


def _example(example: Example, t: Texts) -> Iterator[str]:
    yield f"- {text.paragraph(example.context) or '…'}"
    for who, said in example.turns:
        name = t(f"persona.{who}") if who in ("user", "assistant") else who
        yield f"    {_told(name, text.one_line(said), t)}"


def _labelled(label: str, lines: Sequence[str]) -> str:
    return f"**{text.one_line(label)}**\n\n" + "\n".join(lines)


def _glance(persona: Persona, t: Texts) -> Iterator[str]:
    tools = persona.tools
    rows: list[tuple[str, Sequence[Fact], Callable[[str], str]]] = [
        (t("field.expertise"), persona.expertise, text.one_line),
        (t("field.skills"), persona.skills, text.code),
        (t("persona.mcp"), persona.mcp_servers, text.code),
        (t("persona.files"), persona.file_patterns, text.code),
        (t("field.tags"), persona.tags, text.one_line),
        (t("field.category"), listed(persona.category), text.one_line),
        (t("field.model"), persona.model, text.one_line),
        (t("field.version"), listed(persona.version), text.one_line),
    ]
    yield from (_row(*row, t) for row in rows[:1] if row[1])
    if tools.mode is not ToolMode.LIST:
        yield _told(t("field.tools"), t(f"tools.{tools.mode}"), t)
    for group in tools.groups:
        named = [tool for tool in tools.allowed if tool.group is group]
        yield _row(f"{t('field.tools')}, {t(f'group.{group}')}", named, text.code, t)
    if tools.denied:
        yield _row(t("tools.denied"), tools.denied, text.code, t)
    yield from (_row(*row, t) for row in rows[1:] if row[1])
    if persona.lang:
        yield _told(t("field.language"), text.one_line(t.language(persona.lang)), t)
    yield _told(t("field.dialect"), text.one_line(dialect_label(persona.dialect)), t)
    for key, fact in (*persona.settings.items(), *persona.extra.items()):
        yield f"- {text.code(key)}: {text.one_line(clip(fact.value, _VALUE)) or '–'}"


def _row(label: str, facts: Sequence[Fact], how: Callable[[str], str], t: Texts) -> str:
    shown = t("list.comma").join(how(fact.value) for fact in facts)
    derived = f" *({t('derived.mark')})*" if all(fact.derived for fact in facts) else ""
    return _told(label, f"{shown}{derived}", t)


def _told(label: str, value: str, t: Texts) -> str:
    return f"- **{text.one_line(label)}{t('list.colon').rstrip()}** {value}"


def _relations(persona: Persona, to: WikiLinks, t: Texts) -> Iterator[str]:
    catalog = to.given.catalog
    outward, inward = catalog.links_from.get(persona.id, ()), catalog.links_to.get(persona.id, ())
    if outward:
        named = [_other(catalog.by_id[link.target], to, company.label(link, catalog)) for link in outward]
        yield _labelled(t("persona.names"), named)
    if inward:
        yield _labelled(t("persona.named_by"), [_other(catalog.by_id[link.source], to) for link in inward])
    if unknown := catalog.unknown.get(persona.id):
        yield _labelled(t("persona.unknown"), [f"- {text.code(name)}" for name in unknown])


def _other(persona: Persona, to: WikiLinks, label: str = "") -> str:
    more = text.one_line(label)
    return f"- {to.named(persona)}" + (f" – {more}" if more else "")


def _similar(persona: Persona, to: WikiLinks, t: Texts) -> Iterator[str]:
    catalog = to.given.catalog
    for each in catalog.neighbours.get(persona.id, ())[: company.SIMILAR]:
        if each.persona in catalog.by_id:
            shared = t("list.comma").join(map(text.one_line, each.shared))
            yield f"- {to.named(catalog.by_id[each.persona])} – {shared}"


def _source(persona: Persona, to: WikiLinks, t: Texts) -> Iterator[str]:
    path = persona.source.path
    view, changed = to.site.view_url(path), to.site.changed(path)
    yield _told(t("persona.file"), text.code(path), t)
    if changed:
        yield _told(t("persona.changed"), changed, t)
    if view:
        yield f"- {text.link(t('persona.view'), view)}"
