"""Whether what was read of a file is somebody: most data have a name and a description, and so do notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from persona_docs.model import Persona, RelationKind, ToolMode
from persona_docs.reading.dialects.claude import AGENT
from persona_docs.reading.dialects.data import DATA
from persona_docs.reading.dialects.dialect import Record
from persona_docs.reading.dialects.markdown import MARKDOWN
from persona_docs.reading.dialects.prompts_csv import PROMPTS
from persona_docs.reading.discovery.discover import SourceFile
from persona_docs.reading.discovery.namesakes import OF_PAGES
from persona_docs.reading.front_matter.keys import normalise_key
from persona_docs.reading.text.stand_ins import holds_stand_in

_DATA = frozenset({DATA.name, PROMPTS.name})
_BY_SHAPE = frozenset({*_DATA, MARKDOWN.name, AGENT.name})
"""Dialects that no place and no key of a product tells: a name and a description are enough."""

_HOMES = frozenset({"agents", "subagents", "personas"})
"""Folders that hold personas and nothing else."""

_LABELS = frozenset({"tags", "keywords", "topics"})
_ICONS = frozenset({"icon", "emoji", "avatar"})
_STAND_IN = re.compile(r"[<{\[].*[>}\]]|\$\w+")
"""A name or a role that is yet to be filled in."""

_FORM = frozenset({"_template", "_templates"})
"""Files and folders that are there to be copied, and say so themselves."""


def is_anybody(personas: Sequence[Persona], file: SourceFile) -> bool:
    """Whether any of a file's personas is one: no data about something, and no part of a skill."""
    if file.part:
        return any(map(_stands_alone, personas))
    asked = len(personas) != 1 or personas[0].dialect != DATA.name or _is_named(file)
    return asked or not _is_only_described(personas[0])


def is_note(personas: Sequence[Persona], records: Sequence[Record]) -> bool:
    """Whether a file is a note of a project: Markdown of no product that says of nobody who it is.

    Pages of a site have descriptions too, but a title where a persona has a name.
    """
    if len(personas) != 1 or personas[0].dialect != MARKDOWN.name:
        return False
    (persona,), (record,) = personas, records
    named = not persona.name.derived
    told = not persona.description.derived and bool(persona.description.value)
    is_page = any(normalise_key(key.text) in OF_PAGES for key, _ in record.fields)
    facts = (*persona.expertise, *persona.activates_on, *persona.triggers, *persona.tools.allowed)
    declared = any(not fact.derived and normalise_key(fact.where) not in _LABELS for fact in facts)
    may = declared or persona.tools.mode is not ToolMode.INHERITED or persona.model or persona.file_patterns
    return not (named or persona.role.value or may or (told and not is_page))


def is_form(personas: Sequence[Persona], file: SourceFile) -> bool:
    """Whether a file is a form of a document: Markdown of no product whose title is yet to be filled in.

    It says so by its name or a folder's, and says of nobody who it is.
    """
    path = PurePosixPath(file.path.lower())
    if len(personas) != 1 or "template" not in file.path.lower() or _is_named(file):
        return False
    (persona,) = personas
    if not _FORM.isdisjoint((*path.parts[:-1], path.stem)):
        return persona.dialect in _BY_SHAPE
    if persona.dialect != MARKDOWN.name:
        return False
    if not persona.name.derived and holds_stand_in(persona.name.value):
        return not persona.role.value or persona.role.derived
    declared = not persona.name.derived or (not persona.description.derived and persona.description.value)
    headings = (section.title for section in persona.body.sections if section.level)
    return not (declared or persona.role.value) and holds_stand_in(next(headings, ""))


def _stands_alone(persona: Persona) -> bool:
    """Whether what lies with a skill is a persona of its own: a product's form, or fields that say so.

    Data of no product is what the skill works with (its evaluations have names and prompts too), the steps
    and rules it is divided into have names and descriptions, and a text may speak to its reader as if he
    were somebody, unless they lie where personas do. A template is nobody.
    """
    if _STAND_IN.fullmatch(persona.name.value) or _STAND_IN.fullmatch(persona.role.value):
        return False
    folders = PurePosixPath(persona.source.path.lower()).parts[:-1]
    at_home = not _HOMES.isdisjoint(folders[-1:])
    if persona.dialect in _DATA and not at_home:
        return False
    if persona.dialect not in _BY_SHAPE:
        return True
    if persona.role.value and (at_home or not persona.role.derived):
        return True
    named = not persona.name.derived and not persona.description.derived
    if not (named and persona.description.value and persona.body.text):
        return False
    return bool(_is_among_personas(folders) or persona.role.value or persona.tools.declared or persona.model)


def _is_among_personas(folders: Sequence[str]) -> bool:
    """Whether folders lead to where personas lie, and not on from there to what skills are made of."""
    skills = max((n for n, folder in enumerate(folders) if folder == "skills"), default=-1)
    return not _HOMES.isdisjoint(folders[skills + 1 :])


def _is_named(file: SourceFile) -> bool:
    """Whether the user calls it a persona: by a dialect, its path, a glob for such files, its folder."""
    source, folder = PurePosixPath(file.source), PurePosixPath(file.path).parent
    return bool(file.dialect or source.suffix or (source.name and source == folder))


def _is_only_described(persona: Persona) -> bool:
    """Whether data have a name and a description, as most have, and nothing that somebody is or may do.

    What the description alone tells is no more than that: every tool's says what it is good for.
    """
    folders = {part.lower() for part in PurePosixPath(persona.source.path).parts[:-1]}
    if persona.body.text.strip() or folders & _HOMES:
        return False
    signs = (
        *persona.tools.allowed,
        *persona.model,
        *persona.skills,
        *persona.mcp_servers,
        *(relation for relation in persona.relations if relation.kind is RelationKind.DECLARED),
        *(trigger for trigger in persona.triggers if not trigger.derived),
    )
    known = [f for f in persona.expertise if not f.derived and normalise_key(f.where) not in _LABELS]
    icons = {normalise_key(key) for key in persona.extra} & _ICONS
    return not (persona.role.value or persona.color.value or signs or known or icons)
