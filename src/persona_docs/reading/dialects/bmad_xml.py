"""BMAD's agents of version 6 as they are installed: a front matter, and a block of XML with all the rest.

The block is a prompt and no document: nobody checks it, it may be cut off or hold bare ampersands. So it is
not parsed but looked through for the few tags that tell of the agent; no entity is ever expanded but
characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from persona_docs.reading.dialects.bmad import URL, menu_entry
from persona_docs.reading.dialects.dialect import Dialect, Record
from persona_docs.reading.dialects.document import Document
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value
from persona_docs.reading.text.phrases import one_line
from persona_docs.reading.text.places import Places

_ATTRIBUTES = r"""(?P<attributes>(?:[^<>"']|"[^"<]{0,2000}"|'[^'<]{0,2000}')*+)"""
_AGENT = re.compile(rf"^[ \t]*<agent(?=[ \t\n]){_ATTRIBUTES}>", re.MULTILINE)
_ATTRIBUTE = re.compile(
    r"""(?<![\w:-])(?P<key>[\w:-]++)[ \t\n]*+=[ \t\n]*+(?P<quote>["'])(?P<value>.*?)(?P=quote)""", re.S
)
_SPOKEN = re.compile(r"<(?P<key>role|identity|communication_style|principles)>")
_ITEM = re.compile(rf"<(?P<tag>item|handler)(?=[ \t\n]){_ATTRIBUTES}>(?P<said>[^<]*+)")
_CALLED = ("cmd", "trigger", "match")


def _has_block(document: Document) -> bool:
    text = document.text
    if not document.ends(".md") or "<agent" not in text or "<persona>" not in text:
        return False
    return _AGENT.search(text) is not None


def _read(document: Document) -> tuple[Record, ...]:
    front = document.front
    agent = _agent(document.text)
    fields = Fields((*front.fields.pairs, *agent), front.fields.line)
    return (Record(fields, front.body, front.body_line, findings=front.findings),)


def _agent(text: str) -> Iterator[tuple[Scalar, Value]]:
    """The block as the field `agent`, as the YAML of other versions has it."""
    opening = _AGENT.search(text)
    if opening is None:
        return
    end = text.find("</agent>", opening.end())
    block = text[: end if end >= 0 else len(text)]
    places = Places(text)
    line = places(opening.start())[0]
    parts: list[tuple[Scalar, Value]] = [*_attributes(opening, places).values()]
    if spoken := tuple(_spoken(block, opening.end(), places)):
        parts.append((Scalar("persona", line), Fields(spoken, line)))
    if items := tuple(_menu(block, opening.end(), places)):
        parts.append((Scalar("menu", line), Items(items, line)))
    yield Scalar("agent", line), Fields(tuple(parts), line)


def _attributes(tag: re.Match[str], places: Places) -> dict[str, tuple[Scalar, Scalar]]:
    found: dict[str, tuple[Scalar, Scalar]] = {}
    for match in _ATTRIBUTE.finditer(tag["attributes"]):
        line, column = places(tag.start("attributes") + match.start("value"))
        value = Scalar(unescape(match["value"]).strip(), line, column)
        found.setdefault(match["key"].lower(), (Scalar(match["key"], line), value))
    return found


def _spoken(block: str, start: int, places: Places) -> Iterator[tuple[Scalar, Value]]:
    """What the agent is told of itself, each part once."""
    first = {match["key"]: match for match in reversed(tuple(_SPOKEN.finditer(block, start)))}
    for key, match in sorted(first.items(), key=lambda each: each[1].start()):
        end = block.find(f"</{key}>", match.end())
        if end >= 0:
            line, column = places(match.end())
            yield Scalar(key, line), Scalar(one_line(unescape(block[match.end() : end])), line, column)


def _menu(block: str, start: int, places: Places) -> Iterator[Fields]:
    """The items of the menu; an item without a command speaks for the handlers in it."""
    spoken = ""
    for match in _ITEM.finditer(block, start):
        attributes = _attributes(match, places)
        said = one_line(unescape(match["said"])) or spoken
        called = next((attributes[key][1] for key in _CALLED if key in attributes), None)
        if match["tag"] == "item":
            spoken = "" if called else said
        if called is not None:
            yield menu_entry(called, said)


AGENT = Dialect("bmad-xml", "BMAD agent (XML)", URL, _has_block, reader=_read)
