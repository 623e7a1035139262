"""The pages of a wiki made of all personas: the first one, the comparison, the indexes, the checklists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from persona_docs.exports.given import Given
from persona_docs.exports.order import by_category, by_title
from persona_docs.exports.table import HEADS, cells
from persona_docs.exports.wikis.links import WikiLinks, links
from persona_docs.exports.wikis.wiki import PAGES, Card, Names
from persona_docs.exports.writing import text
from persona_docs.exports.writing.inline import line
from persona_docs.exports.writing.items import tasks
from persona_docs.model import ConflictKind, Persona, Term, ToolGroup, ToolMode, TriggerKind
from persona_docs.pages import description_of_all, title_of_all
from persona_docs.pages.brief import clip
from persona_docs.pages.texts import Texts

_LINE = 240


def overview(given: Given, names: Names) -> Iterator[tuple[str, str]]:
    """Every such page, by its path without `.md`."""
    t = given.texts
    for name, path in names.pages.items():
        title = title_of_all(name, t)
        blocks = _MAKERS[name](given, links(given, names, path), t)
        head = "" if names.wiki.front else text.heading(text.one_line(title), 1)
        yield path, text.document(names.wiki.head(Card(title, _description(name, given, t))), head, *blocks)


def sidebar(given: Given, names: Names, home: str) -> str:
    """A navigation: the pages of all, then the personas by category."""
    t, to = given.texts, links(given, names, home)
    blocks = ["\n".join(f"- {_page_link(name, to, t)}" for name in ("index", *PAGES))]
    for category, personas in by_category(given.catalog.personas).items():
        blocks += [f"**{text.one_line(category)}**"] if category else ["---"]
        blocks.append("\n".join(f"- {to.named(each)}" for each in personas))
    return text.document(*blocks)


def _page_link(name: str, to: WikiLinks, t: Texts) -> str:
    return text.link(text.one_line(title_of_all(name, t)), to.catalog(name))


def _description(name: str, given: Given, t: Texts) -> str:
    return description_of_all(name, t, len(given.catalog.personas))


def _index(given: Given, to: WikiLinks, t: Texts) -> Iterator[str]:
    yield text.paragraph(_description("index", given, t))
    yield "\n".join(f"- {_page_link(name, to, t)}" for name in PAGES)
    grouped = by_category(given.catalog.personas)
    for category, personas in grouped.items():
        if category or len(grouped) > 1:
            yield text.heading(text.one_line(category or t("export.uncategorised")), 2)
        yield "\n".join(_entry(each, to) for each in personas)


def _entry(persona: Persona, to: WikiLinks) -> str:
    said = line(clip(persona.role.value or persona.description.value, _LINE))
    return f"- {to.named(persona)}" + (f" – {said}" if said else "")


def _compare(given: Given, to: WikiLinks, t: Texts) -> Iterator[str]:
    yield text.paragraph(t("compare.description"))
    heads = [text.one_line(t(f"field.{name}")) for name in HEADS]
    rows = [heads, ["---"] * len(heads)]
    for persona in by_title(given.catalog.personas):
        values = list(zip(HEADS, cells(persona, t), strict=True))[1:]
        rows.append([to.named(persona), *(_cell(name, value, persona, t) for name, value in values)])
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(name: str, values: Iterable[str], persona: Persona, t: Texts) -> str:
    code = name in ("triggers", "skills") or (name == "tools" and persona.tools.mode is ToolMode.LIST)
    return t("list.comma").join(
        text.code(each, cell=True) if code else text.one_line(each) for each in values
    )


def _triggers(given: Given, to: WikiLinks, t: Texts) -> Iterator[str]:
    claimed = {each.value for each in given.catalog.conflicts if each.kind is ConflictKind.TRIGGER}
    yield from _terms(given.catalog.triggers, TriggerKind, "kind", to, t, claimed)


def _tools(given: Given, to: WikiLinks, t: Texts) -> Iterator[str]:
    yield from _terms(given.catalog.tools, ToolGroup, "group", to, t, frozenset())
    everybody = by_title(given.catalog.personas)
    for mode in (ToolMode.ALL, ToolMode.INHERITED, ToolMode.NONE):
        if some := [each for each in everybody if each.tools.mode is mode]:
            yield text.heading(text.one_line(t(f"tools.{mode}")), 2)
            yield "\n".join(f"- {to.named(each)}" for each in some)


def _expertise(given: Given, to: WikiLinks, t: Texts) -> Iterator[str]:
    yield text.paragraph(t("terms.expertise_lead" if given.catalog.expertise else "terms.expertise_empty"))
    yield "\n".join(_term(each, to, t, code=False) for each in given.catalog.expertise)


def _terms(
    terms: Iterable[Term], groups: Iterable[str], key: str, to: WikiLinks, t: Texts, claimed: Iterable[str]
) -> Iterator[str]:
    terms, claimed = tuple(terms), frozenset(claimed)
    page = "triggers" if key == "kind" else "tools"
    yield text.paragraph(t(f"terms.{page}_lead" if terms else f"terms.{page}_empty"))
    for group in groups:
        lines = [_term(each, to, t, conflict=each.value in claimed) for each in terms if each.group == group]
        if lines:
            yield text.heading(text.one_line(t(f"{key}.{group}")), 2)
            yield "\n".join(lines)


def _term(term: Term, to: WikiLinks, t: Texts, *, code: bool = True, conflict: bool = False) -> str:
    said = text.code(term.value) if code else text.paragraph(term.value)
    mark = f" **({t('conflict.mark')})**" if conflict else ""
    owners = t("list.comma").join(to.named(to.given.catalog.by_id[each]) for each in term.personas)
    return f"- {said}{mark} – {owners}"


def _checklists(given: Given, to: WikiLinks, t: Texts) -> Iterator[str]:
    some = [each for each in by_title(given.catalog.personas) if each.checklists]
    yield text.paragraph(t("export.checklists_lead" if some else "checklists.empty"))
    for persona in some:
        yield text.heading(to.named(persona), 2)
        for checklist in persona.checklists:
            if title := text.one_line(checklist.title):
                yield f"**{title}**" if "*" not in title else title
            yield "\n".join(tasks([(each.text, each.checked, each.level) for each in checklist.items]))


_MAKERS: Mapping[str, Callable[[Given, WikiLinks, Texts], Iterator[str]]] = {
    "index": _index,
    "compare": _compare,
    "triggers": _triggers,
    "tools": _tools,
    "expertise": _expertise,
    "checklists": _checklists,
}
