"""Sections that tell when to use a thing, and not when to call the persona."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from persona_docs.folding import fold
from persona_docs.reading.body.concepts import Concept
from persona_docs.reading.body.headings import introduces, normalise_heading
from persona_docs.reading.body.leaves import BOLD
from persona_docs.reading.body.passages import Passage
from persona_docs.reading.body.situation_headings import used_thing

_WORD = re.compile(r"[^\W_]+")
_OF_WHOM = re.compile(
    r"\b(?:this|these|me|you|agents?|skills?|personas?|modes?|commands?|roles?|est[ea]|agentes?|comando|modo"
    r"|dies\w+|cet(?:te)?)\b|trigger|activ|aktiv|invo|dispara|触发|觸發|激活|トリガー|트리거|триггер"
)
"""What a label holds that tells of who is called, whatever it stands under: `Use this skill when`."""


def without_things(passages: Iterable[Passage], names: Sequence[str]) -> Iterator[Passage]:
    """The passages, those about the use of a thing made passages about nothing in particular.

    A heading may name the thing (`When to use WebSockets`), or be a label below one that does:
    `**Use when:**` under "Canary releases".

    Args:
        passages: of a body, in order.
        names: what the persona is called.
    """
    above: list[Passage] = []
    things: set[int] = set()  # the lines of the headings that announced them
    for passage in passages:
        while above and above[-1].level >= passage.level:
            above.pop()
        if passage.own and passage.concept is Concept.ACTIVATES_ON and _is_of_a_thing(passage, above, names):
            things.add(passage.announced_line)
        told = replace(passage, concept=Concept.OTHER) if passage.announced_line in things else passage
        above.append(told)
        yield told


def _is_of_a_thing(passage: Passage, above: Sequence[Passage], names: Sequence[str]) -> bool:
    """Whether a passage tells when to use a thing, by its heading or by a label below one."""
    return _names_a_thing(passage, names) or _is_label_of_a_thing(passage, above, names)


def _names_a_thing(passage: Passage, names: Iterable[str]) -> bool:
    """Whether a heading tells when to use something that is not the persona."""
    thing = used_thing(passage.announced)
    first = _WORD.search(thing)
    return first is not None and all(first.group() not in _words(name) for name in names)


def _is_label_of_a_thing(label: Passage, above: Sequence[Passage], names: Sequence[str]) -> bool:
    """Whether a label stands in a section that is about none of what is told of a persona."""
    if label.level < BOLD or _OF_WHOM.search(normalise_heading(label.title)):
        return False
    section = next((each for each in reversed(above) if each.level < BOLD), None)
    if section is None or section.level < 2 or section.concept not in {None, Concept.OTHER}:
        return False
    title = set(_words(section.title))
    return not introduces(section.title) and not any(title.issuperset(_words(name)) for name in names if name)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
