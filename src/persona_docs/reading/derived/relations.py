"""Whom the text of a persona names, by links and by mentions. The catalog finds out who is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from persona_docs.folding import fold
from persona_docs.model import Body, Relation, RelationKind
from persona_docs.reading.body.concepts import Concept
from persona_docs.reading.body.passages import Block, Kind
from persona_docs.reading.derived.derive import Text
from persona_docs.reading.discovery.filenames import SUFFIXES
from persona_docs.reading.fields.relations import LONGEST_LABEL
from persona_docs.reading.markdown.targets import relative_path
from persona_docs.reading.situations.mentions import calls_somebody
from persona_docs.reading.text.sentences import sentences

_MOST_MENTIONS = 60
_LONGEST, _MOST_SPANS = 10_000, 200  # characters and code spans looked at in one block
_MENTION = re.compile(r"(?<![\w/.@`+-])@(?P<name>[a-zA-Z\u00c0-\uffff][\w-]*)(?![\w/@]|\.\w|\()")
"""Somebody who is called with `@`, and no part of an address, a path or code."""

_CALL = re.compile(r"""subagent_type["']?\s{0,3}[=:]\s{0,3}["']([\w:-]{1,100})["']""")
"""A task for another agent, as Claude Code writes it."""

_CALLED = re.compile(
    r"(?<![\w/.@-])([a-z][a-z0-9]*+(?:-[a-z0-9]++){1,5}+)(?= (?:sub-?)?(?:agent|skill|droid)s?\b)"
    r"|\b(?:sub-?)?(?:agente?|skill|droid) ([a-z][a-z0-9]*+(?:-[a-z0-9]++){1,5}+)(?![\w/]|\.\w)"
)
"""A handle that is said to be an agent or a skill."""

_HANDLE = re.compile(r"(?<![a-z0-9])[a-z][a-z0-9]*+(?:-[a-z0-9]++){1,5}+")
"""A name of several words in small letters, as agents and skills have: `tide-pilot`."""

_TASK_BEFORE = re.compile(
    r"\b(?:(?:delegat(?:e[sd]?|ing)|hand(?:s|ed|ing)?[ -](?:off|over)|defer(?:s|red)?|escalat(?:e[sd]?|ing)"
    r"|rout(?:e[sd]?|ing))(?: [a-z]+){0,3} to(?: the)?"
    r"|(?:deleg(?:ar?|ue)|deriv(?:ar?|e)|escal(?:ar?|e)|encaminh(?:ar?|e))"
    r" (?:en|em|al?|ao|para)(?: el| la| o)?"
    r"|(?:delegier(?:e|en|t)|übergib|übergeben|übergibt) an(?: den| die)?"
    r"|(?:délègue[rz]?|déléguer|confie[rz]?) (?:à|au)"
    r"|(?P<asked>use|invoke|call|launch|spawn|consult|ask|run)(?: the)?) $"
    r"|(?:委托|委派|转交|移交|委託|轉交|交)(?:给|給|于|由)? ?$",
    re.IGNORECASE,
)
"""What stands before a handle that is given a task: `Delegate this to tide-pilot`."""

_ROOM = 40
"""How many characters of it there may be."""

_TASK_BEHIND = re.compile(r" ?(?:に(?:委譲|委任|依頼|任せ|引き継)|(?:에게|에|로) ?(?:위임|요청|맡))")
_WHAT_FOR = re.compile(r" (?:for|to|when|if|instead)\b")
"""What stands behind a handle that is asked for something: `Use tide-pilot for charts`."""

_PATH = re.compile(r"[\w/-]*[/_]|\.\w")
"""What stands behind a handle that is a part of a path or a file's name."""


def linked(body: Body) -> Iterator[Relation]:
    """The relations that relative links to other files make."""
    for link in body.links:
        path = "" if link.image else relative_path(link.target)
        if not path.startswith("/") and PurePosixPath(path).suffix.lower() in SUFFIXES:
            yield Relation(path, RelationKind.LINKED, link.text, link.line)


def mentioned(text: Text, own: Iterable[str]) -> tuple[Relation, ...]:
    """Whom the description and the body mention, each once; `own` are the persona's own names.

    Sections on working together name others in a table's first column, in bold or as handles; elsewhere
    `@name` and handles in code spans count, who is called an agent or a skill, and who is given a task.
    Decorators, packages, addresses and paths are none.
    """
    found: dict[str, Relation] = {}
    ours = {fold(name).lstrip("@/") for name in own}

    def add(target: str, label: str, line: int) -> None:
        key = fold(target).lstrip("@")
        if key not in ours and key not in found and len(found) < _MOST_MENTIONS:
            found[key] = Relation(target, RelationKind.MENTIONED, label, line)

    for sentence in sentences(text.description.value) if "@" in text.description.value else ():
        for match in _mentions(sentence):
            add(f"@{match}", sentence[:LONGEST_LABEL], text.description.line)
    for passage in text.passages:
        together = passage.concept is Concept.RELATIONS
        for name in _in_spans(passage.code):
            add(name, "", passage.line)
        for block in passage.blocks:
            if together:
                for target, label in _partners(block):
                    add(target, label, block.line)
            for name in _named(block):
                add(name, "", block.line)
    return tuple(found.values())


def _named(block: Block) -> Iterator[str]:
    """Whom a block names anywhere: by a call, in a code span, by `@name` or as what they are.

    Most name nobody, and hold no sign of it that would have to be looked into.
    """
    if "subagent_type" in block.text:
        yield from (match[1] for match in _CALL.finditer(block.text[:_LONGEST]))
    if block.kind is Kind.CODE:
        return
    if block.code:
        yield from _in_spans(block.code)
    prose = _prose(block)
    if "@" in prose:
        yield from (f"@{name}" for name in _mentions(prose))
    if "-" in prose and ("agent" in prose or "skill" in prose or "droid" in prose):
        yield from (match[1] or match[2] for match in _CALLED.finditer(prose))
    if "-" in prose:
        yield from _given_a_task(prose)


def _given_a_task(prose: str) -> Iterator[str]:
    """The handles in a text that something is left to, or that are asked for it."""
    for match in _HANDLE.finditer(prose):
        start, end = match.span()
        before = _TASK_BEFORE.search(prose, max(0, start - _ROOM), start)
        told = _WHAT_FOR if before and before["asked"] else _TASK_BEHIND
        given = (before and not before["asked"]) or told.match(prose, end)
        if given and not _PATH.match(prose, end):
            yield match.group()


def _in_spans(spans: Sequence[str]) -> Iterator[str]:
    for span in spans[:_MOST_SPANS]:
        if _HANDLE.fullmatch(span.removeprefix("@")) and not re.search(r"\.\w+$", span):
            yield span
        yield from (match[1] for match in _CALL.finditer(span))


def _prose(block: Block) -> str:
    """A block's text without its code spans."""
    prose = block.text[:_LONGEST]
    for span in block.code[:_MOST_SPANS]:
        prose = prose.replace(span, " ")
    return prose


def _mentions(prose: str) -> Iterator[str]:
    """The names behind `@` in a text that may be those of personas."""
    for match in _MENTION.finditer(prose):
        name = match["name"].rstrip("-_")
        if calls_somebody(name):
            yield name


def _partners(block: Block) -> Iterator[tuple[str, str]]:
    """Whom a line of a section on working together names, and what it says about it."""
    if block.kind is Kind.ROW:
        if not block.header and block.cells and block.cells[0].strip():
            yield block.cells[0].strip(), block.cells[1].strip() if len(block.cells) > 1 else ""
        return
    if block.kind is not Kind.ITEM:
        return
    handles = [match.group() for match in _HANDLE.finditer(block.text) if _stands_alone(block.text, match)]
    lead = block.lead.strip(" :：")
    if lead and len(lead) <= 50:
        yield (
            lead,
            block.text[block.text.find(block.lead) + len(block.lead) :].strip(" :：-–—")[:LONGEST_LABEL],
        )
    elif handles:
        for handle in handles[:2]:
            yield handle, block.text[:LONGEST_LABEL]


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a handle is no part of a path, a file name or a longer word."""
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    return not (before and (before.isalnum() or before in "/.-_")) and not (
        after and (after.isalnum() or after in "/_-")
    )
