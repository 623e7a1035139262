"""A record made a persona: keys sorted into fields, values normalised, the missing derived from the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from persona_docs.model import (
    Body,
    Example,
    Fact,
    Finding,
    Origin,
    Persona,
    Relation,
    Source,
    Tools,
)
from persona_docs.options import Options
from persona_docs.reading.abilities import models_of, servers_of, skills_of, tools_of, triggers_of
from persona_docs.reading.body.parsing import parse
from persona_docs.reading.derived import derive, who
from persona_docs.reading.derived.derive import Text
from persona_docs.reading.derived.expertise import expertise
from persona_docs.reading.derived.languages import detect_lang
from persona_docs.reading.derived.relations import linked, mentioned
from persona_docs.reading.derived.titles import title_heading
from persona_docs.reading.dialects.dialect import Dialect, Record
from persona_docs.reading.fields import paths, relations
from persona_docs.reading.fields.descriptions import Description, read_description
from persona_docs.reading.fields.entries import Entries
from persona_docs.reading.fields.facts import flat
from persona_docs.reading.front_matter.keys import normalise_key
from persona_docs.reading.front_matter.leaks import mask
from persona_docs.reading.front_matter.values import Scalar
from persona_docs.reading.markdown.gfm import plain_line
from persona_docs.reading.naming import icon_of, title_of
from persona_docs.reading.own_call import with_own_call
from persona_docs.reading.placed import at_its_place, placed
from persona_docs.reading.text.lang_tags import read_lang


def read_persona(
    record: Record,
    dialect: Dialect,
    source: Source,
    options: Options,
    origin: str = "",
    *,
    pages: bool = True,
    owned: bool = False,
) -> tuple[Persona, tuple[Finding, ...]]:
    """Make a record a persona.

    Args:
        record: what the dialect's reader found.
        dialect: the dialect.
        source: the file.
        options: the user's aliases and the limits.
        origin: the entry of the options that the file came from; folders above it say nothing about it.
        pages: whether pages are to be made of it; if not, its language is not looked for.
        owned: whether the file's folder has the persona's name, and not the file.
    """
    fields = Entries.of(record.fields, dialect.keys, options.aliases, source.path)
    body, found = parse(
        record.body,
        source.path,
        record.line,
        options.limits,
        image_hosts=options.image_hosts,
        place=record.place,
    )
    place = paths.named_by_folder(source.path) if owned else source.path
    persona = _persona(record, dialect, source, place, origin, fields, body)
    if pages and not persona.lang:
        persona = replace(persona, lang=detect_lang(_prose(persona), _other_prose(persona)))
    if not record.exact:
        persona = placed(persona, record)
    of_file = (at_its_place(each, record, source) for each in found)
    findings = (*record.findings, *fields.findings, *of_file)
    return persona, tuple(each if each.persona else replace(each, persona=persona.id) for each in findings)


def _persona(
    record: Record, dialect: Dialect, source: Source, place: str, origin: str, fields: Entries, body: Body
) -> Persona:
    """The persona that the fields declare, with what is derived from the body where they say nothing.

    Its place is the path that it is named after.
    """
    stem = paths.stem(place)
    name = _first(fields.text("name"), Fact(record.key or stem, Origin.DERIVED))
    title = fields.text("title")
    description, about = _description(fields)
    text = Text.of(body, description, (name.value, title.value, stem))
    text = text if description.value else replace(text, description=derive.description(text))
    heading = title_heading(body, (name.value, stem))
    tags = fields.facts("tags")
    triggers = with_own_call(triggers_of(fields, text), record, dialect, source.path, name)
    tools = tools_of(fields, text)
    ours = (name.value, title.value, stem, *(trigger.value for trigger in triggers))
    persona = Persona(
        id=f"{source.path}#{record.key}" if record.key else source.path,
        name=name,
        dialect=dialect.name,
        source=source,
        title=title_of(name, title, heading, stem, text, body),
        icon=icon_of(fields, title.value, name.value, heading),
        role=_first(fields.text("role"), who.role(text)),
        description=text.description,
        proactive=about.proactive,
        expertise=fields.facts("expertise") or expertise(text) or tags,
        activates_on=fields.facts("activates_on", sentences=True) or derive.activates_on(text),
        triggers=triggers,
        file_patterns=fields.facts("file_patterns"),
        tools=tools,
        mcp_servers=servers_of(fields, tools),
        skills=skills_of(fields),
        model=models_of(fields),
        settings=fields.settings(),
        category=_category(fields, place, origin),
        tags=tags,
        color=fields.text("color"),
        lang=_lang(fields, source.path),
        version=fields.text("version"),
        relations=_relations(fields, tools, body, text, ours),
        examples=(*about.examples, *_asked(fields)),
        body=body,
    )
    extra = fields.left()
    role = _first(persona.role, _tagline(extra))
    return replace(persona, extra=extra, role=replace(role, value=plain_line(role.value)))


def _first(*facts: Fact) -> Fact:
    """The first of these facts that says something."""
    return next((fact for fact in facts if fact.value), Fact(""))


def _description(fields: Entries) -> tuple[Fact, Description]:
    """The declared description, its examples taken out; read as written, for line ends tell them apart."""
    entries = fields.take("description") or [
        e for e in fields.by_field.get("activates_on", ()) if isinstance(e.value, Scalar)
    ]
    for n, entry in enumerate(entries):
        if not isinstance(entry.value, Scalar):
            fields.complain(f"`{entry.key}` should be a text", entry.value)
        about = read_description(mask(flat(entry.value)))
        if about.text or about.examples:
            fields.rest.extend(entries[n + 1 :])
            return Fact(about.text, line=entry.line, where=entry.key), about
    return Fact(""), Description("")


def _asked(fields: Entries) -> Iterator[Example]:
    """What people may say to it, where a dialect lists that: an example each."""
    return (Example(turns=(("user", fact.value),)) for fact in fields.facts("examples", sentences=True))


def _category(fields: Entries, path: str, origin: str) -> Fact:
    declared = fields.text("category")
    if declared.value:
        return replace(declared, value=paths.read_category(declared.value))
    return Fact(paths.category_from_path(path, origin), Origin.DERIVED)


def _lang(fields: Entries, path: str) -> str:
    for entry in fields.take("lang"):
        lang = read_lang(flat(entry.value))
        if lang:
            return lang
        fields.rest.append(entry)
    return paths.lang_from_path(path)


def _prose(persona: Persona) -> Iterator[str]:
    """What is declared of a persona in one paragraph, and its body."""
    if not persona.description.derived:
        yield persona.description.value
    for section in persona.body.sections:
        yield section.title
        yield section.text


def _other_prose(persona: Persona) -> Iterator[str]:
    """What the fields say, for a persona that has nearly no body."""
    facts = (persona.role, *persona.activates_on, *persona.expertise)
    yield from (fact.value for fact in facts if not fact.derived)
    yield persona.title


def _relations(
    fields: Entries, tools: Tools, body: Body, text: Text, ours: Iterable[str]
) -> tuple[Relation, ...]:
    """Declared, linked and mentioned ones; the first to name somebody stands."""
    found: dict[str, Relation] = {}
    entries = [(entry, tuple(relations.declared([entry]))) for entry in fields.take("relations")]
    fields.rest.extend(entry for entry, named in entries if not named)  # `agent: ask` names nobody
    everyone = (
        *(relation for _, named in entries for relation in named),
        *relations.spawned(tools),
        *linked(body),
        *mentioned(text, ours),
    )
    for relation in everyone:
        found.setdefault(relation.target.casefold(), relation)
    return tuple(found.values())


def _tagline(extra: Mapping[str, Fact]) -> Fact:
    """A motto in place of a role that is not told otherwise."""
    return next((fact for key, fact in extra.items() if normalise_key(key) in {"vibe", "tagline"}), Fact(""))
