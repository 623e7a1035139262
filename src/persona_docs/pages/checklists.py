"""Every checklist of every persona on one page, ticked there and on the persona's page alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from persona_docs.model import Catalog, Checklist, ChecklistItem, Persona
from persona_docs.pages.brief import own_lang
from persona_docs.pages.links import Links
from persona_docs.pages.page import Heading, Html, Page, Site
from persona_docs.pages.templating import render
from persona_docs.pages.texts import Texts, texts

_OPEN = 4
"""Up to how many personas stand open; more are easier to scan closed."""

_DEEPEST = 8  # what is nested deeper is shown on this level: files may nest as deep as they like, pages not


@dataclass(frozen=True, slots=True)
class Node:
    """An item with the items below it."""

    item: ChecklistItem
    below: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A persona's checklists, each with its items as a tree."""

    persona: Persona
    lang: str | None
    lists: tuple[tuple[Checklist, tuple[Node, ...]], ...]
    items: int


def checklists_page(catalog: Catalog, site: Site) -> Page:
    """The page that gathers them."""
    t, address = texts(site.lang), site.at("checklists.md")
    total = sum(len(each.items) for persona in catalog.personas for each in persona.checklists)
    gathered = checklists(catalog.personas, Links.of(site, address), t)
    title = t("checklists.title")
    return Page(
        address=address,
        title=title,
        parts=(
            Heading(1, "persona-checklists", Markup.escape(title)),
            Html(render("checklists_lead.html", t, total=total) + gathered),
        ),
    )


def checklists(personas: Iterable[Persona], links: Links, texts: Texts) -> Markup:
    """The checklists of some personas, wherever they are wanted; personas without any are left out.

    Args:
        personas: whose.
        links: out of the page they stand in.
        texts: of the page.
    """
    groups = [_group(persona, links.site) for persona in personas if persona.checklists]
    return render("checklists.html", texts, groups=groups, links=links, open=len(groups) <= _OPEN)


def tree(items: Sequence[ChecklistItem]) -> tuple[Node, ...]:
    """Items as they are nested: each holds those that follow it on a deeper level."""
    nodes = []
    start = 0
    while start < len(items):
        end = start + 1
        while end < len(items) and _level(items[end]) > _level(items[start]):
            end += 1
        nodes.append(Node(items[start], tree(items[start + 1 : end])))
        start = end
    return tuple(nodes)


def _level(item: ChecklistItem) -> int:
    return min(item.level, _DEEPEST)


def _group(persona: Persona, site: Site) -> Group:
    lists = tuple((each, tree(each.items)) for each in persona.checklists)
    return Group(persona, own_lang(persona, site), lists, sum(len(each.items) for each, _ in lists))
