"""What a directive in somebody's page expands into: headings and finished HTML.

```
/// persona-table
    expertise: [python, sql]
    columns: [expertise, tools, triggers]
    sort: name
    limit: 10
///
```

A directive that cannot be carried out says so in the page and to whoever builds it, and never stops a build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from persona_docs.folding import fold, natural, nearest
from persona_docs.model import Catalog, Persona, ToolGroup
from persona_docs.pages.checklists import checklists
from persona_docs.pages.index import cards
from persona_docs.pages.links import Links
from persona_docs.pages.page import Html, Page, Part
from persona_docs.pages.persona import persona_parts
from persona_docs.pages.select import FIELDS, fields, select
from persona_docs.pages.table import COLUMNS, table
from persona_docs.pages.templating import overridden, render
from persona_docs.pages.texts import Texts, fallback, texts
from persona_docs.reading.dialects import NAMES

_CLOSED: Mapping[str, tuple[str, ...]] = {"group": tuple(ToolGroup), "dialect": tuple(NAMES)}
"""The filters of which every value is known, whatever the catalog holds."""


class DirectiveError(ValueError):
    """A directive asks for what cannot be done; the message says so to its author."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a directive stands, and what it can show.

    Attributes:
        catalog: the personas.
        links: links out of the page that holds the directive.
        page: makes the page of the catalog with a given address; `None` where there is no such page.
        address: the page that holds the directive, as its author knows it.
    """

    catalog: Catalog
    links: Links
    page: Callable[[str], Page | None]
    address: str

    @property
    def texts(self) -> Texts:
        """The texts of the site's language."""
        return texts(self.links.site.lang)

    @property
    def speech(self) -> Mapping[str, str]:
        """What elements say of their language where the site's has no texts, so that others stand there."""
        other = fallback(self.links.site.lang)
        return {"lang": other, "dir": "ltr"} if other else {}


def persona_page(argument: str, options: Mapping[str, Any], place: Place) -> tuple[Part, ...]:
    """A whole page of the catalog; what the generated pages hold, with a hash where they are files."""
    _only(options, "hash")
    page = place.page(argument)
    if page is None:
        raise DirectiveError(f"the catalog has no page “{argument}”")
    return page.parts


def persona(argument: str, options: Mapping[str, Any], place: Place) -> tuple[Part, ...]:
    """One persona: `/// persona | backend-engineer`; with its whole text where `body: true` is set."""
    _only(options, "body", "level")
    body, level = options.get("body", False), options.get("level", 2)
    if not isinstance(body, bool):
        raise DirectiveError(f"body is true or false, not {body!r}")
    if not isinstance(level, int) or not 1 <= level <= 6:
        raise DirectiveError(f"level is a heading level from 1 to 6, not {level!r}")
    one = find(argument, place.catalog)
    return persona_parts(one, place.catalog, place.links, place.texts, top=level, body=body)


def persona_cards(argument: str, options: Mapping[str, Any], place: Place) -> tuple[Part, ...]:
    """A card for each persona that the filters let through."""
    _no_argument(argument)
    some = chosen(options, place.catalog)
    return (Html(cards(some, place.catalog, place.links, place.texts) if some else _nobody(place)),)


def persona_table(argument: str, options: Mapping[str, Any], place: Place) -> tuple[Part, ...]:
    """A row for each persona that the filters let through, with the columns that are asked for."""
    _no_argument(argument)
    rows = chosen(options, place.catalog, "columns")
    columns = _strings(options["columns"]) if "columns" in options else COLUMNS
    try:
        shown = table(rows, place.catalog, place.links, place.texts, columns=columns)
    except ValueError as error:
        raise DirectiveError(str(error)) from error
    return (Html(shown if rows else _nobody(place)),)


def persona_checklists(argument: str, options: Mapping[str, Any], place: Place) -> tuple[Part, ...]:
    """The checklists of each persona that the filters let through."""
    _no_argument(argument)
    some = chosen(options, place.catalog)
    return (Html(checklists(some, place.links, place.texts) if some else _nobody(place)),)


def _nobody(place: Place) -> Markup:
    """What is shown where the filters let nobody through: an empty table would look like a defect."""
    return render("nobody.html", place.texts)


DIRECTIVES: Mapping[str, Callable[[str, Mapping[str, Any], Place], tuple[Part, ...]]] = {
    "persona": persona,
    "persona-cards": persona_cards,
    "persona-table": persona_table,
    "persona-checklists": persona_checklists,
    "persona-page": persona_page,
}
"""Every directive under its name."""


def expand(name: str, argument: str, options: Mapping[str, Any], place: Place) -> tuple[Part, ...]:
    """What a directive shows.

    Raises:
        DirectiveError: what is wrong with it.
    """
    with overridden(place.links.site.templates):
        return DIRECTIVES[name](argument, options, place)


def find(wanted: str, catalog: Catalog) -> Persona:
    """The persona with this slug, source path, name or title.

    Raises:
        DirectiveError: there is none, or the name is that of several.
    """
    text = wanted.strip()
    if not text:
        raise DirectiveError("say which persona: `/// persona | name`")
    for key in (
        lambda one: one.slug,
        lambda one: one.id,
        lambda one: one.source.path,
        lambda one: fold(one.name.value),
        lambda one: fold(one.title),
    ):
        found = [one for one in catalog.personas if key(one) in (text, fold(text))]
        if len(found) > 1:
            slugs = ", ".join(one.slug for one in found)
            raise DirectiveError(f"several personas are called “{text}”; name one by its slug: {slugs}")
        if found:
            return found[0]
    raise DirectiveError(f"there is no persona “{text}”{near(text, (one.slug for one in catalog.personas))}")


def chosen(options: Mapping[str, Any], catalog: Catalog, *also: str) -> tuple[Persona, ...]:
    """The personas that the filters among the options let through, sorted and limited as they say.

    Args:
        options: filters by field, `sort` and `limit`.
        catalog: to choose from.
        also: further options that are no filters.

    Raises:
        DirectiveError: an option that is no field, a group or a dialect that does not exist, or a limit that
            is no number.
    """
    known = ("sort", "limit", *also)
    _only(options, *FIELDS, *known)
    filters = {key: _strings(value) for key, value in options.items() if key not in known}
    for field, there in _CLOSED.items():
        for value in filters.get(field, ()):
            if fold(value) not in map(fold, there):
                every = ", ".join(there)
                raise DirectiveError(f"there is no {field} “{value}”{near(value, there)}; there are {every}")
    personas = select(catalog.personas, filters)
    if sort := str(options.get("sort") or ""):
        personas = _sorted(personas, sort.removeprefix("-"), down=sort.startswith("-"))
    limit = options.get("limit")
    if limit is None:
        return personas
    if isinstance(limit, bool) or not isinstance(limit, int) or limit < 0:
        raise DirectiveError(f"limit is a whole number, not {limit!r}")
    return personas[:limit]


def _sorted(personas: tuple[Persona, ...], field: str, *, down: bool) -> tuple[Persona, ...]:
    """By the values of a field; personas without one stand last, whichever way."""
    if field not in FIELDS:
        raise DirectiveError(f"there is no field “{field}” to sort by; there are {', '.join(FIELDS)}")
    keyed = [(tuple(natural(value) for value in fields(one).get(field, ())), one) for one in personas]
    full = sorted((pair for pair in keyed if pair[0]), key=lambda pair: pair[0], reverse=down)
    return tuple(one for _, one in (*full, *(pair for pair in keyed if not pair[0])))


def near(wanted: str, known: Iterable[str]) -> str:
    """` (did you mean “…”?)` where something known is close to what is wanted, else nothing."""
    meant = nearest(wanted, known)
    return f" (did you mean “{meant}”?)" if meant else ""


def notice(message: str) -> Html:
    """What stands in the page in place of a directive that failed."""
    return Html(
        Markup(
            '<div class="admonition warning"><p class="admonition-title">persona-docs</p><p>{}</p></div>'
        ).format(message)
    )


def _strings(value: object) -> Sequence[str]:
    """One value or a list of them, as texts; nothing at all is an empty list."""
    if value is None:
        return ()
    return tuple(str(item) for item in value) if isinstance(value, list | tuple) else (str(value),)


def _only(options: Mapping[str, Any], *known: str) -> None:
    for key in options:
        if key not in known:
            there = f"there are {', '.join(known)}" if known else "there are none here"
            raise DirectiveError(f"there is no option “{key}”{near(key, known)}; {there}")


def _no_argument(argument: str) -> None:
    if argument:
        raise DirectiveError(f"“{argument}” is not expected here; filters stand below, indented")
