"""YAML, JSON and TOML files of no product in particular, as long as they hold a persona."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from persona_docs.model import Finding
from persona_docs.reading.dialects.dialect import Dialect, Record, read_data, record_of, unreadable
from persona_docs.reading.dialects.document import Document, may_have_front_matter
from persona_docs.reading.dialects.prompts import PROMPTS, SPOKEN
from persona_docs.reading.discovery.filenames import MODES
from persona_docs.reading.front_matter.keys import ALIASES, normalise_key, pairs, text_of
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value

_SAYING = frozenset({*PROMPTS, *SPOKEN, "role"}) - {"principles", "rules"}  # which alarms have too
"""Keys of a persona, any of which is enough."""

_NAMES = frozenset({"name", "title", "personaname", "charactername"})
_DOING = frozenset({"description", "agent", "tools", "model", "triggers", "expertise", "capabilities"})
"""Keys of a persona that has a name."""

_SETTING = frozenset({"agent", "identity", "system", "messages", "prompt", "instructions"})
"""Keys that programs have for mappings of settings, or of what they say, too (`[agent]`, `identity`)."""

_ONES_OWN = _SAYING | _NAMES | {"description", "id", "metadata", "text", "content"}
"""Keys in such a mapping, any of which makes it somebody's."""

_CALLED = frozenset(
    {
        *("params", "parameters", "requiredparams", "optionalparams", "arguments", "args", "inputschema"),
        *("endpoint", "httpmethod", "responsekey", "requestbody", "returns", "deprecated", "docurl"),
        *("transport", "manifestversion", "testid"),
    }
)
"""Keys of what a program calls or runs (methods, servers, tests), which has a name and a description, too."""

_LOGGED = frozenset({"confidence", "completionsignal", "startedat", "finishedat", "durationms", "exitcode"})
"""Keys of what somebody did, which holds what was said to him."""

_TESTED = re.compile(r"expect(?:ed|ations?)\w*|adversarial\w*|forbidden\w*|assertions?|groundtruth")
"""Keys of a case that somebody is tested with, whose prompt is not his."""

_ASKED = frozenset({"prompt", "messages", "persona", "goal", "role"})
"""Keys of personas that such a record of a run or a test has, too."""

_CHOSEN = frozenset({"stack", "techstack"})
"""Keys under which a form of projects says what these are made with, each part by its name."""

_COLLECTIONS = ("agents", "personas", "characters", "participants", "roles", "prompts")
"""Keys under which several stand."""

_CAST = frozenset({"personas", "characters"})
"""Those of them that hold nobody else."""

_KNOWN = frozenset(normalise_key(key) for keys in ALIASES.values() for key in keys) | _SAYING
"""Keys that are no persona's name."""

_ELSEWHERE = frozenset(
    {
        *("dependencies", "devdependencies", "peerdependencies", "scripts", "engines", "compileroptions"),
        *("jobs", "runs", "services", "properties", "defs", "definitions", "owner", "contextfilename"),
    }
)
"""Keys of packages, compilers, workflows, containers, schemas, marketplaces and extensions of products; they
too have names and descriptions."""

_KEY = re.compile(r"""(?:^[ \t{,-]*["']?|["'])([\w-]{1,40})["']?[ \t]*[:=]""", re.MULTILINE)

_OTHERS = frozenset(
    {
        *("package.json", "composer.json", "bower.json", "deno.json", "deno.jsonc", "pubspec.yaml"),
        *("plugin.json", "marketplace.json", "manifest.json", "server.json", "extension.json"),
        *("extension.toml", "app.json", "tsconfig.json", "jsconfig.json", "chart.yaml", "galaxy.yml"),
        *("_config.yml", "_config.yaml", "_config.toml", "settings.json", "module.yaml"),
    }
)
_EXTENSION = "-extension.json"
"""How manifests of products' extensions end (`gemini-extension.json`); whoever writes one has a prompt."""


def _data(document: Document) -> bool:
    return document.ends(".yaml", ".yml", ".json", ".jsonc", ".toml", *MODES)


def _read(document: Document) -> tuple[Record, ...]:
    """The file's personas; none where it is about something else (a package, a workflow)."""
    value, findings = document.value_of_all
    if value is not None:
        return _records(value, document, findings)
    value, findings = document.salvaged
    records = _records(value, document, findings) if value is not None and not _torn(value) else ()
    if records or _SAYING.isdisjoint(_keys(document.text)):
        return records  # somebody else's file is none the worse for what is wrong with it
    return read_data(document) if may_have_front_matter(document.path) else unreadable(document)


def _torn(value: Value) -> bool:
    """Whether a list in broken YAML holds text among its mappings: somebody's line that would be lost."""
    lists = (value, *(inner for _, inner in value)) if isinstance(value, Fields) else (value,)
    kinds = ({type(each) for each in inner.values} for inner in lists if isinstance(inner, Items))
    return any({Fields, Scalar} <= kind for kind in kinds)


def _records(value: Value, document: Document, findings: tuple[Finding, ...]) -> tuple[Record, ...]:
    several = tuple(_several(value))
    if several:
        return tuple(
            record_of(fields, document, PROMPTS, key=key or str(n), findings=() if n > 1 else findings)
            for n, (key, fields) in enumerate(several, 1)
        )
    if not isinstance(value, Fields) or not _is_persona(document.file, value):
        return ()
    return (record_of(value, document, PROMPTS, findings=findings),)


def _keys(text: str) -> Iterator[str]:
    """What looks like keys in a file that cannot be read."""
    return (normalise_key(match[1]) for match in _KEY.finditer(text))


def _several(value: Value) -> Iterator[tuple[str, Fields]]:
    """The personas of a list, of what stands under a key that says so, or of a mapping of nothing else."""
    if isinstance(value, Items):
        yield from _listed(value)
    known = pairs(value) if isinstance(value, Fields) else {}
    if not isinstance(value, Fields) or not _SAYING.isdisjoint(known):
        return
    for key in _COLLECTIONS:
        found = known.get(key)
        if isinstance(found, Items):
            yield from _listed(found, cast=key in _CAST)
        elif isinstance(found, Fields):
            yield from _keyed(found)
    if _KNOWN.isdisjoint(known):
        yield from _keyed(value)


def _listed(items: Items, *, cast: bool = False) -> Iterator[tuple[str, Fields]]:
    """The personas of a list; in a cast, so is whoever has a name and more than single words to it."""
    for each in items.values:
        if isinstance(each, Fields) and (_is_persona("", each) or (cast and _is_described(each))):
            known = pairs(each)
            name = known.get("name") or known.get("id") or known.get("role")
            yield text_of(name), _with_name(each, name)


def _keyed(mapping: Fields) -> Iterator[tuple[str, Fields]]:
    """The personas of a mapping by its keys; none where something else is among them."""
    inner = [(key, each) for key, each in mapping if isinstance(each, Fields)]
    if all(_SAYING.intersection(pairs(each)) and not _is_case(pairs(each)) for _, each in inner):
        filled = ((key, each) for key, each in inner if _SAYING.intersection(_said(each)))
        yield from ((key.text.strip(), _with_name(each, key)) for key, each in filled)


def _with_name(fields: Fields, name: Value | None) -> Fields:
    """The fields, with this for a name where they have none."""
    if name is None or "name" in pairs(fields):
        return fields
    return Fields(((Scalar("name", name.line, name.column), name), *fields), fields.line, fields.column)


def _said(fields: Fields) -> dict[str, Value]:
    """The values of a mapping that say anything, by normalised key; a form that nobody filled in has none."""
    return {key: value for key, value in pairs(fields).items() if _says_something(value)}


def _says_something(value: Value) -> bool:
    if isinstance(value, Scalar):
        return bool(value.text.strip()) and not value.null
    return any(map(_says_something, value.values if isinstance(value, Items) else (v for _, v in value)))


def _is_persona(file: str, fields: Fields) -> bool:
    if file in _OTHERS or not _ELSEWHERE.isdisjoint(pairs(fields)):
        return False
    known = {key: value for key, value in _said(_spoken(fields)).items() if not _is_setting(key, value)}
    if _is_case(known) or any(isinstance(known.get(key), Fields) for key in _CHOSEN - _SAYING):
        return False
    if not _CALLED.isdisjoint(pairs(fields)) and _SAYING.isdisjoint(known):
        return False
    named = not _NAMES.isdisjoint(known) and not _DOING.isdisjoint(known) and not file.endswith(_EXTENSION)
    said = _SAYING.intersection(known)
    if said == {"messages"} and isinstance(known["messages"], Fields):
        return named  # those of a program to its user, by their keys, are no conversation
    return named or bool(said) or isinstance(known.get("agent"), Fields)


def _spoken(fields: Fields) -> Fields:
    """The fields without those that are comments: `_instructions`, where the format knows none."""
    if not any(key.text.startswith("_") for key, _ in fields):
        return fields
    kept = tuple(pair for pair in fields if not pair[0].text.startswith("_"))
    return Fields(kept, fields.line, fields.column)


def _is_case(known: Mapping[str, Value]) -> bool:
    """Whether a record is of a test or a run: what was said, and what was to come of it."""
    said = _SAYING.intersection(known)
    if not said or not said <= _ASKED:
        return False
    return not _LOGGED.isdisjoint(known) or any(map(_TESTED.fullmatch, known))


def _is_described(fields: Fields) -> bool:
    known = _said(fields)
    told = (value for key, value in known.items() if key not in _NAMES)
    return not _NAMES.isdisjoint(known) and any(map(_tells, told))


def _tells(value: Value) -> bool:
    return " " in value.text.strip() if isinstance(value, Scalar) else _says_something(value)


def _is_setting(key: str, value: Value) -> bool:
    """Whether a field holds settings of a program, though a persona's is called like it."""
    return key in _SETTING and isinstance(value, Fields) and _ONES_OWN.isdisjoint(pairs(value))


DATA = Dialect("data", "Data file", "https://yaml.org/spec/1.2.2/", _data, reader=_read)
