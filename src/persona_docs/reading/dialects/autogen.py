"""AutoGen's agents: components as JSON, alone, in a team, or in a gallery of AutoGen Studio."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from persona_docs.reading.dialects.dialect import Dialect, Record, read_data, record_of
from persona_docs.reading.dialects.document import Document
from persona_docs.reading.front_matter.keys import normalise_key, pairs, text_of
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value

_PROMPTS = ("systemmessage",)
_PEOPLE = ("UserProxyAgent",)
"""Agents that stand for somebody at a keyboard."""

_GALLERY = ("teams", "agents")


def _components(document: Document) -> bool:
    if not document.ends(".json", ".jsonc", ".yaml", ".yml") or document.data[0] is None:
        return False
    return next(_agents(document.data[0]), None) is not None


def _agents(value: Value) -> Iterator[Fields]:
    """The configurations of all agents in a component or a gallery, those of teams within teams too."""
    known = pairs(value) if isinstance(value, Fields) else {}
    gallery = known.get("components")
    if isinstance(gallery, Fields):
        parts = pairs(gallery)
        for part in (parts.get(each) for each in _GALLERY):
            yield from (agent for each in _items(part) for agent in _agents(each))
    config, provider = known.get("config"), text_of(known.get("provider"))
    kind = text_of(known.get("componenttype")) or ("agent" if provider.startswith("autogen_") else "")
    if not isinstance(config, Fields) or "." not in provider or kind not in {"agent", "team"}:
        return
    inner = pairs(config)
    for each in (*_items(inner.get("participants")), inner.get("team")):
        if each is not None:
            yield from _agents(each)
    named = text_of(inner.get("name")) and kind == "agent" and "participants" not in inner
    if named and not provider.endswith(_PEOPLE):
        yield config


def _items(value: Value | None) -> tuple[Value, ...]:
    return value.values if isinstance(value, Items) else ()


def _read(document: Document) -> tuple[Record, ...]:
    fields, findings = document.data
    if fields is None:
        return read_data(document)
    agents = {_signature(agent): agent for agent in _agents(fields)}  # a gallery has those of its teams, too
    several = len(agents) > 1
    return tuple(
        record_of(
            Fields(tuple(entry for key, value in agent for entry in _told(key, value)), agent.line),
            document,
            _PROMPTS,
            key=text_of(pairs(agent).get("name")) if several else "",
            findings=() if n else findings,
        )
        for n, agent in enumerate(agents.values())
    )


def _signature(agent: Fields) -> tuple[str, str]:
    known = pairs(agent)
    return text_of(known.get("name")), text_of(known.get("systemmessage"))


def _told(key: Scalar, value: Value) -> Iterator[tuple[Scalar, Value]]:
    """An entry of a configuration as the entries that a persona has; of a component no more than its name."""
    kind = normalise_key(key.text)
    if kind == "modelclient":
        client = pairs(value).get("config") if isinstance(value, Fields) else None
        model = pairs(client).get("model") if isinstance(client, Fields) else None
        yield (replace(key, text="model_client.model"), model) if model else (key, _named(value))
    elif kind == "handoffs":
        yield key, Items(tuple(map(_handoff, _items(value))), value.line)
    elif kind == "workbench":
        for bench in _items(value) or (value,):
            config = pairs(bench).get("config") if isinstance(bench, Fields) else None
            tools = _items(pairs(config).get("tools")) if isinstance(config, Fields) else ()
            listed = Items(tuple(map(_named, tools)), bench.line)
            yield (Scalar("tools", key.line), listed) if tools else (key, _named(bench))
    elif isinstance(value, Items) and (value.values or kind != "tools"):
        yield key, replace(value, values=tuple(map(_named, value.values)))
    elif not isinstance(value, Items):
        yield key, _named(value)


def _named(value: Value) -> Value:
    """A component by its name, its label or its class; any other value as it is."""
    known = pairs(value) if isinstance(value, Fields) else {}
    if "provider" not in known or not isinstance(value, Fields):
        return value
    config = known.get("config")
    name = text_of(pairs(config).get("name")) if isinstance(config, Fields) else ""
    said = name or text_of(known["provider"]).rpartition(".")[2]
    return Scalar(said, value.line)


def _handoff(value: Value) -> Value:
    """Whom an agent may hand over to, and when, unless that only repeats the name."""
    known = pairs(value) if isinstance(value, Fields) else {}
    target, when = known.get("target"), known.get("description")
    if not isinstance(target, Scalar):
        return value
    told = when is not None and text_of(when) != f"Handoff to {target.text}."
    label = ((Scalar("label"), when),) if told and when is not None else ()
    return Fields(((Scalar("agent"), target), *label), value.line)


AGENT = Dialect(
    "autogen",
    "AutoGen agent",
    "https://microsoft.github.io/autogen/stable/user-guide/agentchat-user-guide/serialize-components.html",
    _components,
    {"model_client.model": "model", "memory": ""},
    _read,
)
