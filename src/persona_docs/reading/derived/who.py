"""Who a persona is, found in its body and its description where no field says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from persona_docs.folding import fold
from persona_docs.model import Fact
from persona_docs.reading.body.passages import Block, Kind, Passage
from persona_docs.reading.derived.derive import Text, derived, prompt_lines
from persona_docs.reading.roles.jobs import job_behind_label, job_from
from persona_docs.reading.roles.sentences import role_from
from persona_docs.reading.text.sentences import sentences

_ROLE_KEY = re.compile(
    r"(?:your )?(?:role|rol|tu rol|papel|ruolo|funcao|角色|身份|役割|rolle|persona|occupation|profession"
    r"|profesion|ocupacion|profissao|professione|beruf|metier|职业|職業|직업)"
)
"""A label or a heading before who somebody is."""

_TO_FILL = re.compile(r"[\[{<$]")
"""What begins a placeholder of a template."""

_ADDRESSED = re.compile(
    r"(?:you are|act as|eres|você é|tu es|vous êtes|du bist|sie sind) "
    r"(?:an?|the|una?|uma?|un|une|el|la|le|o|eine?|der|die) (?![^.]* your )",
    re.IGNORECASE,
)
"""What a paragraph begins with that says who somebody is wherever it stands; `in your domain` is anybody."""

_FIRST = 12
"""Passages that may say who the persona is."""


def role(text: Text) -> Fact:
    """Who the persona is: what a list's label `**Role**: …` says, else the sentence "You are …"."""
    return next((fact for fact in _roles(text) if fact.value), Fact(""))


def _roles(text: Text) -> Iterator[Fact]:
    """What may say who the persona is, the most telling first; facts without a value among them."""
    first = text.passages[:_FIRST]
    for passage in first:
        for item, _ in passage.items():
            key, _, said = item.text.replace("：", ":", 1).partition(":")
            yield derived(_role_behind(key, said, text.names) if item.lead else "", item.line, passage.title)
        for block in passage.blocks:
            for key, said in block.labels:
                yield derived(_role_behind(key, said, text.names), block.line, key)
    for block in _opening_lines(text):
        yield derived(role_from(block.text, text.names), block.line, "")
    for passage in first:
        yield from _jobs_alone(passage)
    about = text.description
    yield derived(role_from(about.value, text.names) or job_from(about.value), about.line, about.where)
    for passage in first:
        for block in () if passage.aside else passage.paragraphs():
            told = role_from(block.text, text.names) if _ADDRESSED.match(block.text) else ""
            yield derived(told, block.line, "")


def _jobs_alone(passage: Passage) -> Iterator[Fact]:
    """The jobs that a paragraph alone names below a heading `Role`, or behind a label `Role:`."""
    below = _ROLE_KEY.fullmatch(fold(passage.title)) is not None
    for n, block in enumerate(passage.blocks):
        if block.kind is Kind.PARAGRAPH and not block.level:
            key, _, said = block.text.replace("：", ":", 1).partition(":")
            if said and _ROLE_KEY.fullmatch(fold(key)):
                yield derived(job_behind_label(said.strip()), block.line, key)
            elif below and n == 0:
                yield derived(job_behind_label(block.text), block.line, passage.title)


def _role_behind(key: str, said: str, names: tuple[str, ...]) -> str:
    """The role behind a label; nothing behind another, or where it is too long or still to be filled in.

    Sentences after the first say what to do.
    """
    said = said.strip()
    if not 3 < len(said) < 160 or _TO_FILL.match(said) or not _ROLE_KEY.fullmatch(fold(key.strip("* "))):
        return ""
    return role_from(said, names) or sentences(said)[0].strip(" .。")


def _opening_lines(text: Text) -> Iterator[Block]:
    """The paragraphs that may open with "You are …", those inside a prompt in a code block included."""
    for passage in text.opening():
        yield from passage.paragraphs()
    for passage in text.opening():
        yield from prompt_lines(passage)
