"""The skills a persona loads, as its `skills` field and its like name them."""

from __future__ import annotations

from collections.abc import Iterator

from persona_docs.model import Fact
from persona_docs.reading.fields.facts import Complain, flat, list_facts, unique
from persona_docs.reading.front_matter.keys import Entry, pairs
from persona_docs.reading.front_matter.switches import SWITCHED_OFF, is_switch
from persona_docs.reading.front_matter.values import Fields, Items
from persona_docs.reading.text.phrases import one_line


def read_skills(entry: Entry, complain: Complain) -> tuple[Fact, ...]:
    """The skills of a field: a list, or a mapping whose keys are switched on or off.

    Codex's own `[[skills.config]]` names them by their files.
    """
    value = entry.value
    if not isinstance(value, Fields):
        return list_facts(entry, complain)
    config = pairs(value).get("config")
    if isinstance(config, Items):
        return unique(list(_configured(config, entry.key)))
    switches = tuple((key, inner) for key, inner in value if is_switch(inner))
    return list_facts(Entry(entry.key, Fields(switches, value.line, value.column)), complain)


def says_more(entry: Entry) -> bool:
    """Whether a field of skills holds more than their names."""
    return isinstance(entry.value, Fields) and not all(is_switch(inner) for _, inner in entry.value)


def _configured(config: Items, where: str) -> Iterator[Fact]:
    """The skill that each entry of a configuration names: by its name, else by the folder of its file."""
    for each in config.values:
        known = {key: flat(inner) for key, inner in pairs(each).items()} if isinstance(each, Fields) else {}
        folder = known.get("path", "").replace("\\", "/").removesuffix("/SKILL.md").rstrip("/")
        name = one_line(known.get("name", "") or folder.rpartition("/")[2])
        if name and known.get("enabled", "").casefold() not in SWITCHED_OFF:
            yield Fact(name, line=each.line, where=where)
