"""BMAD's agents in three of their four forms; `bmad_xml` has the fourth.

Version 4 has a YAML block in a Markdown file, version 6 at first a YAML file, then a skill with a manifest
and later a `customize.toml` beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from persona_docs.reading.dialects.dialect import Dialect, Record, read_data, read_markdown, without_lines
from persona_docs.reading.dialects.document import Document
from persona_docs.reading.dialects.prompts import as_markdown
from persona_docs.reading.discovery.beside import CHANGES, MANIFEST
from persona_docs.reading.fields.facts import flat
from persona_docs.reading.front_matter.keys import normalise_key, pairs, text_of
from persona_docs.reading.front_matter.plain_data import read_toml
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value
from persona_docs.reading.front_matter.yaml_values import read_yaml
from persona_docs.reading.terms.cleaning import clean_all
from persona_docs.reading.terms.lists import list_terms

URL = "https://github.com/bmad-code-org/BMAD-METHOD"
_BLOCK = re.compile(
    r"^```ya?ml[ \t]*\n(?P<yaml>(?:(?!```).*\n)*?agent:[ \t]*\n(?:(?!```).*\n)*)```", re.MULTILINE
)


def _has_block(document: Document) -> bool:
    if not document.ends(".md") or "agent:" not in document.text or document.front.present:
        return False
    return _BLOCK.search(document.text) is not None


def _read_block(document: Document) -> tuple[Record, ...]:
    match = _BLOCK.search(document.text)
    if match is None:
        return read_markdown(document)
    line = document.text.count("\n", 0, match.start("yaml")) + 1
    value, findings = read_yaml(match["yaml"], document.path, document.limits, line)
    fields = value if isinstance(value, Fields) else Fields()
    return (Record(_with_commands(fields), document.text, findings=findings),)


def _with_commands(fields: Fields) -> Fields:
    """The fields with their commands as triggers, `help: …` called with `*help`, and their focus as terms."""
    changed: list[tuple[Scalar, Value]] = []
    for key, value in fields:
        if normalise_key(key.text) == "commands":
            changed.append((key, Items(tuple(_commands(value)), value.line)))
        elif normalise_key(key.text) == "persona" and isinstance(value, Fields):
            changed.append((key, Fields(tuple((k, _focus(k, v)) for k, v in value), value.line)))
        else:
            changed.append((key, value))
    return Fields(tuple(changed), fields.line)


def _focus(key: Scalar, value: Value) -> Value:
    """The focus of a persona, a sentence with commas in it, as terms; any other value as it is."""
    if normalise_key(key.text) != "focus" or not isinstance(value, Scalar):
        return value
    terms = list_terms(value.text) or clean_all([value.text])
    return Items(tuple(Scalar(term, value.line) for term in terms), value.line)


_WRITTEN = re.compile(
    r"[\"'`]?\*?(?P<name>[\w-]+)[^:–]*?[\"'`]?(?:\s+[-–]\s+|\s*:\s*|$)(?P<said>.*)", re.DOTALL
)


def _commands(value: Value) -> Iterator[Value]:
    if isinstance(value, Fields):
        known = pairs(value)
        name = known.get("name")
        if isinstance(name, Scalar):
            yield _trigger(name.text, flat(known.get("description", Scalar("", name.line))), name.line)
            return
        yield from (_trigger(key.text, flat(inner), key.line) for key, inner in value)
    elif isinstance(value, Items):
        for inner in value.values:
            yield from _commands(inner)
    elif not value.null:
        match = _WRITTEN.match(value.text.strip())
        if match:
            yield _trigger(match["name"], match["said"], value.line)


def _trigger(name: str, said: str, line: int) -> Fields:
    token = re.split(r"[\s{(<\[]", name.strip().lstrip("*"), maxsplit=1)[0]
    return menu_entry(Scalar(f"*{token}", line), said.strip())


_SPOKEN = {
    "identity": "Identity",
    "communicationstyle": "Communication style",
    "principles": "Principles",
    "criticalactions": "Critical actions",
    "prompts": "Prompts",
}


def _read_yaml_file(document: Document) -> tuple[Record, ...]:
    fields, findings = document.data
    agent = pairs(fields or Fields()).get("agent")
    if not isinstance(agent, Fields):
        return read_data(document)
    kept: list[tuple[Scalar, Value]] = []
    body: list[str] = []
    for key, value in _entries(agent):
        kind = normalise_key(key.text)
        if kind == "menu":
            kept.append((key, Items(tuple(_menu(value)), value.line)))
        elif kind in _SPOKEN:
            said = _prompts(value) if kind == "prompts" else as_markdown(value, 3)
            body += [f"## {_SPOKEN[kind]}\n\n{said}\n"] if said else []
        else:
            kept.append((key, value))
    kept += ((key, value) for key, value in fields or () if value is not agent)
    return (
        Record(Fields(tuple(kept), agent.line), "\n".join(body), agent.line, exact=False, findings=findings),
    )


def _entries(agent: Fields) -> Iterator[tuple[Scalar, Value]]:
    """The agent's entries, those of its `metadata` and `persona` among them."""
    for key, value in agent:
        if normalise_key(key.text) in {"metadata", "persona"} and isinstance(value, Fields):
            yield from value
        else:
            yield key, value


def _prompts(value: Value) -> str:
    parts = []
    for inner in value.values if isinstance(value, Items) else ():
        known = pairs(inner) if isinstance(inner, Fields) else {}
        content = known.get("content")
        if isinstance(content, Scalar):
            parts.append(
                f"### {flat(known['id']) if 'id' in known else 'Prompt'}\n\n{content.text.strip()}\n"
            )
    return "\n".join(parts)


def _menu(value: Value) -> Iterator[Value]:
    """The entries of a menu; those of a `multi` entry each on its own."""
    for inner in value.values if isinstance(value, Items) else ():
        triggers = pairs(inner).get("triggers") if isinstance(inner, Fields) else None
        if not isinstance(triggers, Items):
            yield inner
            continue
        for several in (each for each in triggers.values if isinstance(each, Fields)):
            for key, steps in several:
                said = _steps(steps)
                token = re.sub(
                    r" or fuzzy match (?:on )?", " or fuzzy match on ", said.get("input", key.text)
                )
                yield menu_entry(Scalar(token, key.line), said.get("description") or said.get("data", ""))


def _steps(value: Value) -> dict[str, str]:
    """What the steps of an entry say, by normalised key."""
    steps = value.values if isinstance(value, Items) else ()
    return {
        key: flat(said) for step in steps if isinstance(step, Fields) for key, said in pairs(step).items()
    }


def menu_entry(token: Scalar, said: str) -> Fields:
    """An entry of a menu, as the field `triggers` takes it: what calls it, and what it does."""
    line = token.line
    return Fields(((Scalar("trigger", line), token), (Scalar("description", line), Scalar(said, line))), line)


def _is_customised(document: Document) -> bool:
    if document.file == CHANGES:
        return document.has("agent") or document.has("workflow")
    if document.file == MANIFEST:
        return document.value("type") == "agent"
    if document.file != "skill.md":
        return False
    return "[agent]" in (document.beside(CHANGES) or "") or _manifest(document) != Fields()


def _manifest(document: Document) -> Fields:
    """What the manifest beside a skill says of an agent; nothing where it is none."""
    text = document.beside(MANIFEST) or ""
    value, _ = read_yaml(text, document.path, document.limits) if "agent" in text else (None, ())
    fields = value if isinstance(value, Fields) else Fields()
    return fields if text_of(pairs(fields).get("type")) == "agent" else Fields()


def _read_skill(document: Document) -> tuple[Record, ...]:
    if document.file == MANIFEST:
        return read_data(document) if document.beside("SKILL.md") is None else ()
    if document.file == CHANGES:
        if document.beside("SKILL.md") is not None or not document.has("agent"):
            return ()  # it belongs to the skill beside it
        fields, findings = document.data
        return (Record(fields or Fields(), "", findings=findings),)
    front = document.front
    added, _ = read_toml(document.beside(CHANGES) or "", document.path, document.limits)
    known = pairs(front.fields)
    told = [pair for pair in _manifest(document) if normalise_key(pair[0].text) not in known]
    unplaced = without_lines(Fields((*(added or ()), *told)))
    fields = Fields((*front.fields.pairs, *unplaced.pairs), front.fields.line)
    return (Record(fields, front.body, front.body_line, findings=front.findings),)


BLOCK = Dialect("bmad", "BMAD agent", URL, _has_block, reader=_read_block)
YAML = Dialect(
    "bmad-yaml",
    "BMAD agent (YAML)",
    URL,
    lambda document: document.ends(".agent.yaml", ".agent.yml"),
    reader=_read_yaml_file,
)
SKILL = Dialect("bmad-skill", "BMAD agent skill", URL, _is_customised, reader=_read_skill)
